/** Refunds, registered prices, and the job that finds what was missed. */
import { describe, expect, it, vi } from 'vitest'
import { memoryOrders, type Orders, type Payment } from '../../src/server/index.ts'
import { account, envelope, hang, html, payment, seconds } from '../support/portone-api.ts'
import { createShop, ORDER } from './support.ts'

const paidShop = async (options: Parameters<typeof createShop>[0] = {}) => {
  const shop = createShop({ found: [payment()], ...options })
  await shop.payments.settle({ merchant_uid: 'order_1' })
  shop.api.calls.length = 0
  return shop
}
const request = { merchant_uid: 'order_1', reason: '구매자 요청' }

describe('refund', () => {
  it('gives back all that is left, or a part, by payment and checksum of the record', async () => {
    const { api, payments, record, changes } = await paidShop()
    expect(await payments.refund({ ...request, amount: 4000 })).toMatchObject({
      verdict: 'paid',
      reason: 'refunded-in-part',
      paid: 14_000,
      refunded: 4000,
      changed: true,
    })
    expect(api.calls.at(-1)?.body).toEqual({
      imp_uid: 'imp_1',
      amount: 4000,
      checksum: 14_000,
      reason: '구매자 요청',
    })
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled', refunded: 14_000 })
    expect(api.calls.at(-1)?.body).toMatchObject({ amount: 10_000, checksum: 10_000 })
    expect(api.asked()).toEqual(['POST /payments/cancel', 'POST /payments/cancel'])
    expect(await record()).toMatchObject({ verdict: 'cancelled', refunded: 14_000 })
    expect(changes.slice(1)).toEqual([
      ['order_1', 'paid', 'paid', 4000],
      ['order_1', 'paid', 'cancelled', 14_000],
    ])
  })

  it.each<[string, unknown]>([
    ['nothing', 0],
    ['null', null],
    ['less than nothing', -1],
    ['text', '4000'],
    ['no number', Number.NaN],
    ['endless money', Number.POSITIVE_INFINITY],
    ['half a won', 0.5],
    ['more than is left', 14_001],
    ['a list', [4000]],
  ])('refuses %s unsent', async (_, amount) => {
    const { api, payments, record } = await paidShop()
    const error = await payments.refund({ ...request, amount: amount as never }).catch(it => it)
    expect(error).toMatchObject({ code: 'INVALID', retryable: false, mayHaveHappened: false })
    expect(error.message).toMatch(/amount.*14000 KRW.*Nothing was sent/)
    expect(api.calls).toEqual([])
    expect(await record()).toMatchObject({ refunded: 0 })
  })

  it('takes an amount that isn’t given for all', async () => {
    const { payments } = await paidShop()
    expect(await payments.refund({ ...request, amount: undefined })).toMatchObject({ verdict: 'cancelled' })
  })

  it.each<[string, unknown]>([
    ['no reason', undefined],
    ['a blank one', ' '],
    ['one that is no text', 7],
  ])('refuses %s', async (_, reason) => {
    const { api, payments } = await paidShop()
    await expect(payments.refund({ ...request, reason: reason as never })).rejects.toMatchObject({
      code: 'INVALID',
    })
    expect(api.calls).toEqual([])
  })

  it('refuses an unknown order, and one that nobody has paid', async () => {
    const { api, payments } = createShop()
    await expect(payments.refund({ ...request, merchant_uid: 'order_2' })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await expect(payments.refund(request)).rejects.toMatchObject({ code: 'INVALID' })
    api.payments.push(account())
    await expect(payments.refund(request)).rejects.toMatchObject({ code: 'INVALID' })
    expect(api.asked().filter(path => path.includes('cancel'))).toEqual([])
  })

  it('finds a payment that no webhook told of', async () => {
    const { payments } = createShop({ found: [payment()] })
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled' })
  })

  it('refuses what is refunded already', async () => {
    const { api, payments } = await paidShop()
    await payments.refund(request)
    api.calls.length = 0
    await expect(payments.refund(request)).rejects.toMatchObject({
      code: 'INVALID',
      message: /nothing to refund/,
    })
    expect(api.calls).toEqual([])
  })

  it('two at once are one: the second has a checksum that is over', async () => {
    const { api, payments, record } = await paidShop()
    const both = await Promise.allSettled([1, 2].map(() => payments.refund({ ...request, amount: 4000 })))
    expect(both.map(it => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(it => it.status === 'rejected')).toMatchObject({
      reason: { code: 'REFUSED', mayHaveHappened: false },
    })
    expect(api.payments[0]?.cancel_amount).toBe(4000)
    expect(await record()).toMatchObject({ refunded: 4000 })
  })

  it('by the books of a page that is behind is refused', async () => {
    const { api, payments } = await paidShop()
    await payments.refund({ ...request, amount: 4000, checksum: 14_000 })
    await expect(payments.refund({ ...request, amount: 4000, checksum: 14_000 })).rejects.toMatchObject({
      code: 'REFUSED',
    })
    expect(api.payments[0]?.cancel_amount).toBe(4000)
    for (const checksum of [0, -1, null as never, '10000' as never]) {
      await expect(payments.refund({ ...request, checksum })).rejects.toMatchObject({ code: 'INVALID' })
    }
  })

  it('refused because somebody refunded in the console: the record learns of it', async () => {
    const { api, payments, record } = await paidShop()
    api.cancelled(api.payments[0]!, 4000)
    await expect(payments.refund(request)).rejects.toMatchObject({ code: 'REFUSED' })
    expect(await record()).toMatchObject({ verdict: 'paid', refunded: 4000 })
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled', refunded: 14_000 })
  })

  it('without an answer is not repeated, says that it may have happened, and is found afterwards', async () => {
    for (const answer of [() => html(500), () => html(200), () => Promise.reject(new TypeError('reset'))]) {
      const { api, payments, record } = await paidShop()
      api.trouble = ({ path }) => {
        if (path !== '/payments/cancel') return undefined
        api.cancelled(api.payments[0]!, 4000)
        return answer()
      }
      const error = await payments.refund({ ...request, amount: 4000 }).catch(it => it)
      expect(error).toMatchObject({ mayHaveHappened: true, retryable: false })
      expect(api.asked()).toEqual(['POST /payments/cancel'])
      expect(await record()).toMatchObject({ refunded: 0 })
      // A person tries again: the checksum of the record saves them.
      await expect(payments.refund({ ...request, amount: 4000 })).rejects.toThrow()
      api.trouble = undefined
      await payments.reconcile({ since: Date.now() - 60_000 })
      expect(await record()).toMatchObject({ refunded: 8000 })
    }
  })

  it('waits longer than anything else', async () => {
    const { api, payments } = await paidShop({ timeout: 50 })
    api.trouble = async ({ path }) => {
      if (path === '/payments/cancel') await new Promise(resolve => setTimeout(resolve, 150))
      return undefined
    }
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled' })
  })

  it('rejects after 60 seconds', async () => {
    const { api, payments } = await paidShop()
    vi.useFakeTimers()
    try {
      api.trouble = call => (call.path === '/payments/cancel' ? hang(call, undefined) : undefined)
      let error: unknown
      const done = payments.refund(request).catch(it => {
        error = it
      })
      await vi.advanceTimersByTimeAsync(59_900)
      expect(error).toBe(undefined)
      await vi.advanceTimersByTimeAsync(200)
      await done
      expect(error).toMatchObject({ code: 'TIMEOUT', mayHaveHappened: true, retryable: false })
    } finally {
      vi.useRealTimers()
    }
  })

  it('of a payment with a promotion counts before the discount', async () => {
    const bought = payment({ amount: 13_000, promotion: { discount: 1000 } })
    const { api, payments } = await paidShop({ found: [bought] })
    api.trouble = ({ path }) => (path === '/payments/cancel' ? envelope(null) : undefined)
    await payments.refund(request)
    expect(api.calls.find(({ path }) => path === '/payments/cancel')?.body).toMatchObject({
      amount: 14_000,
      checksum: 14_000,
    })
  })

  it('in cents is exact', async () => {
    const bought = payment({ amount: 59.97, currency: 'USD' })
    const { payments } = await paidShop({ found: [bought], order: { amount: 59.97, currency: 'USD' } })
    expect(await payments.refund({ ...request, amount: 19.99 })).toMatchObject({
      refunded: 19.99,
      currency: 'USD',
    })
    await expect(payments.refund({ ...request, amount: 39.981 })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(payments.refund({ ...request, amount: 39.99 })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await payments.refund({ ...request, amount: 39.98 })).toMatchObject({
      verdict: 'cancelled',
      refunded: 59.97,
    })
  })

  it('of a second payment leaves the order paid', async () => {
    const found = [payment(), payment({ imp_uid: 'imp_2', paid_at: 9e9 })]
    const { payments, record } = await paidShop({ found })
    expect(await payments.refund({ ...request, imp_uid: 'imp_2' })).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_1',
    })
    expect(await record()).toMatchObject({ refunded: 0, others: [{ imp_uid: 'imp_2', refunded: 14_000 }] })
    await expect(payments.refund({ ...request, imp_uid: 'imp_2' })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('of another order’s payment, or of one that nobody knows, is refused unsent', async () => {
    const { api, payments } = await paidShop()
    api.payments.push(payment({ imp_uid: 'imp_2', merchant_uid: 'order_2' }))
    for (const imp_uid of ['imp_2', 'imp_3', '']) {
      await expect(payments.refund({ ...request, imp_uid })).rejects.toThrow()
    }
    expect(api.asked().filter(path => path.includes('cancel'))).toEqual([])
  })

  it('gives money back that isn’t the order’s', async () => {
    const { payments } = await paidShop({ found: [payment({ amount: 100 })] })
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled', paid: 100, refunded: 100 })
  })

  it('gives money back that came with a registration', async () => {
    const registered = payment({ customer_uid_usage: 'issue', pg_provider: 'paymentwall' })
    const { payments } = await paidShop({ found: [registered] })
    expect(await payments.refund({ ...request, amount: 4000 })).toMatchObject({
      verdict: 'pending',
      reason: 'registered-with-charge',
      refunded: 4000,
    })
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled', refunded: 14_000 })
  })

  it('sends along what a gateway needs', async () => {
    const { api, payments } = await paidShop()
    const more = {
      refund_holder: '홍길동',
      refund_bank: '88',
      refund_account: '110',
      tax_free: 100,
      vat_amount: 10,
      enable_webhook: true,
      extra: { requester: 'admin' as const },
    }
    await payments.refund({ ...request, amount: 4000, ...more })
    expect(api.calls.at(-1)?.body).toEqual({
      imp_uid: 'imp_1',
      amount: 4000,
      checksum: 14_000,
      reason: '구매자 요청',
      ...more,
    })
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another payment', payment({ imp_uid: 'imp_2', status: 'cancelled', cancel_amount: 14_000 })],
    [
      'another order’s payment',
      payment({ merchant_uid: 'order_2', status: 'cancelled', cancel_amount: 14_000 }),
    ],
  ])('answered by %s asks what has become of it', async (_, response) => {
    const { api, payments } = await paidShop()
    api.trouble = ({ path }) => {
      if (path !== '/payments/cancel') return undefined
      api.cancelled(api.payments[0]!, 14_000)
      return envelope(response)
    }
    expect(await payments.refund(request)).toMatchObject({ verdict: 'cancelled' })
  })

  it('answered by nothing is found by its own number where the list is behind', async () => {
    const { api, payments, record } = await paidShop()
    api.listed.set('imp_1', structuredClone(api.payments[0]!))
    api.trouble = ({ path }) => {
      if (path !== '/payments/cancel') return undefined
      api.cancelled(api.payments[0]!, 4000)
      return envelope(null)
    }
    expect(await payments.refund({ ...request, amount: 4000 })).toMatchObject({ refunded: 4000 })
    expect(await record()).toMatchObject({ refunded: 4000 })
  })

  it('that PayPal carries out later leaves the order paid until then', async () => {
    const { api, payments } = await paidShop({ found: [payment({ pg_provider: 'paypal' })] })
    api.trouble = ({ path }) =>
      path === '/payments/cancel' ? envelope(payment({ pg_provider: 'paypal' })) : undefined
    expect(await payments.refund(request)).toMatchObject({
      verdict: 'paid',
      reason: 'refund-not-final',
      refunded: 0,
      changed: false,
    })
    api.trouble = undefined
    Object.assign(api.payments[0]!, {
      status: 'cancelled',
      cancel_amount: 14_000,
      cancelled_at: seconds(),
      cancel_history: [],
    })
    expect(await payments.settle({ merchant_uid: 'order_1' })).toMatchObject({
      verdict: 'paid',
      reason: 'refund-not-final',
      refunded: 0,
    })
    Object.assign(api.payments[0]!, { cancel_history: [{ amount: 14_000, cancelled_at: seconds() }] })
    expect(await payments.settle({ merchant_uid: 'order_1' })).toMatchObject({
      verdict: 'cancelled',
      refunded: 14_000,
    })
  })

  it('of a second payment that is carried out later says so, too', async () => {
    const found = [payment(), payment({ imp_uid: 'imp_2', pg_provider: 'paypal', paid_at: 9e9 })]
    const { api, payments } = await paidShop({ found })
    api.trouble = ({ path }) => (path === '/payments/cancel' ? envelope(found[1]) : undefined)
    expect(await payments.refund({ ...request, imp_uid: 'imp_2' })).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_1',
      reason: 'refund-not-final',
    })
    // One that is done says what the order is.
    api.trouble = undefined
    expect(await payments.refund({ ...request, amount: 4000 })).toMatchObject({ reason: 'refunded-in-part' })
  })

  it('is not sent while one is recorded as under way, and is once the gateway has refused that', async () => {
    const asked = { status: 'cancelled', cancel_amount: 14_000, cancelled_at: seconds() }
    const { api, payments } = await paidShop({ found: [payment({ ...asked, pg_provider: 'paypal' })] })
    const error = await payments.refund(request).catch(it => it)
    expect(error).toMatchObject({ code: 'INVALID', message: /under way. Nothing was sent/ })
    expect(api.asked().filter(path => path.includes('cancel'))).toEqual([])
    Object.assign(api.payments[0]!, { status: 'paid', cancel_amount: 0 })
    await payments.refund(request)
    expect(api.asked()).toContain('POST /payments/cancel')
  })

  it('that can’t be stored says that the money is gone', async () => {
    const inner = memoryOrders([ORDER])
    let isBroken = false
    const orders: Orders = {
      find: inner.find,
      save: async (...all) => {
        if (isBroken) throw new Error('disk full')
        return inner.save(...all)
      },
    }
    const { api, payments } = await paidShop({ orders })
    isBroken = true
    const error = await payments.refund(request).catch(it => it)
    expect(error).toMatchObject({ code: 'CONFLICT', mayHaveHappened: true, cause: { message: 'disk full' } })
    expect(error.message).toMatch(/has refunded/)
    isBroken = false
    await expect(payments.refund(request)).rejects.toMatchObject({ code: 'REFUSED' })
    expect(api.payments[0]?.cancel_amount).toBe(14_000)
    expect(await inner.find('order_1')).toMatchObject({ payment: { verdict: 'cancelled' } })
  })
})

describe('refund of an order that is gone', () => {
  it('says that the money is gone as well', async () => {
    const inner = memoryOrders([ORDER])
    let isGone = false
    const orders: Orders = {
      find: async merchant_uid => (isGone ? undefined : inner.find(merchant_uid)),
      save: inner.save,
    }
    const { api, payments } = await paidShop({ orders })
    api.trouble = ({ path }) => {
      isGone = path === '/payments/cancel'
      return undefined
    }
    const error = await payments.refund(request).catch(it => it)
    expect(error).toMatchObject({ code: 'CONFLICT', mayHaveHappened: true })
    expect(api.payments[0]?.cancel_amount).toBe(14_000)
  })
})

describe('register', () => {
  const order = { merchant_uid: 'order_1', amount: 14_000 }

  it('says the price, with its currency, once', async () => {
    const { api, payments } = createShop()
    await payments.register(order)
    expect(api.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: '/payments/prepare',
      body: { ...order, currency: 'KRW' },
    })
    expect(api.prepared.get('order_1')).toEqual({ amount: 14_000, currency: 'KRW' })
    expect(api.asked()).toHaveLength(1)
  })

  it('again changes nothing, and another price is changed', async () => {
    const { api, payments } = createShop()
    await payments.register(order)
    api.calls.length = 0
    await payments.register(order)
    expect(api.asked()).toEqual(['POST /payments/prepare', 'GET /payments/prepare/order_1'])
    api.calls.length = 0
    await payments.register({ ...order, amount: 9000 })
    expect(api.asked()).toEqual([
      'POST /payments/prepare',
      'GET /payments/prepare/order_1',
      'PUT /payments/prepare',
    ])
    expect(api.prepared.get('order_1')).toEqual({ amount: 9000, currency: 'KRW' })
  })

  it('registered without a currency, which nobody checks then, is changed', async () => {
    const { api, payments } = createShop()
    api.prepared.set('order_1', { amount: 14_000, currency: null })
    await payments.register(order)
    expect(api.prepared.get('order_1')).toEqual({ amount: 14_000, currency: 'KRW' })
    await payments.register({ ...order, amount: 12.5, currency: 'usd' })
    expect(api.prepared.get('order_1')).toEqual({ amount: 12.5, currency: 'USD' })
  })

  it('refused for another reason rejects with it', async () => {
    const { api, payments } = createShop()
    api.trouble = ({ method, path }) =>
      method === 'POST' && path === '/payments/prepare'
        ? envelope(null, { code: 1, message: '계약 없음' })
        : undefined
    await expect(payments.register(order)).rejects.toMatchObject({
      code: 'REFUSED',
      portoneMessage: '계약 없음',
    })
  })

  it('without an answer rejects, and doesn’t look', async () => {
    const { api, payments } = createShop()
    api.trouble = ({ path }) => (path === '/payments/prepare' ? html(500) : undefined)
    await expect(payments.register(order)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(api.asked()).toEqual(['POST /payments/prepare'])
  })

  it.each([
    [{ ...order, amount: '14000' }],
    [{ ...order, amount: 0.5 }],
    [{ ...order, amount: undefined }],
    [{ ...order, currency: 'won' + 's' }],
  ])('refuses %j unsent', async wrong => {
    const { api, payments } = createShop()
    await expect(payments.register(wrong as never)).rejects.toThrow(TypeError)
    expect(api.calls).toEqual([])
  })
})

describe('reconcile', () => {
  const many = (length: number, changes: (index: number) => Partial<Payment> = () => ({})) =>
    Array.from({ length }, (_, index) =>
      payment({ imp_uid: `imp_${index}`, merchant_uid: `order_${index}`, ...changes(index) }),
    )
  const shopOf = (found: Payment[], options = {}) => {
    const orders = memoryOrders(found.map(({ merchant_uid }) => ({ merchant_uid, amount: 14_000 })))
    return { ...createShop({ found, orders, ...options }), orders }
  }
  const since = () => Date.now() - 60_000

  it('finds lost webhooks, console refunds and second payments, and costs nothing for orders that know', async () => {
    const { api, payments, orders, reviews } = shopOf(many(250))
    expect(await payments.reconcile({ since: since() })).toEqual({ orders: 250, changed: 250, failed: [] })
    api.calls.length = 0
    expect(await payments.reconcile({ since: new Date(since()) })).toEqual({
      orders: 250,
      changed: 0,
      failed: [],
    })
    // Three pages of paid ones, and one look at each other list.
    expect(api.asked()).toHaveLength(6)
    api.cancelled(api.payments[7]!, 4000)
    api.payments.push(payment({ imp_uid: 'imp_second', merchant_uid: 'order_8', paid_at: seconds() }))
    expect(await payments.reconcile({ since: since() })).toEqual({ orders: 250, changed: 2, failed: [] })
    expect(await orders.find('order_7')).toMatchObject({ payment: { verdict: 'paid', refunded: 4000 } })
    expect(reviews).toEqual([['order_8', 'imp_second', 'second-payment']])
  })

  it('finds accounts that were issued, and what paypal reports as failed', async () => {
    const found = [
      account({ merchant_uid: 'order_a' }),
      payment({ imp_uid: 'imp_f', merchant_uid: 'order_f', status: 'failed', pg_provider: 'paypal' }),
      payment({ imp_uid: 'imp_w', merchant_uid: 'order_w', status: 'ready' }),
    ]
    const { api, payments, orders } = shopOf(found)
    expect(await payments.reconcile({ since: since() })).toEqual({ orders: 3, changed: 2, failed: [] })
    expect(await orders.find('order_a')).toMatchObject({ payment: { verdict: 'awaiting' } })
    expect(await orders.find('order_f')).toMatchObject({ payment: { verdict: 'pending' } })
    expect((await orders.find('order_w'))?.payment).toBe(undefined)
    // A window that was left costs no question of its own.
    expect(api.asked().filter(path => path.includes('findAll'))).toHaveLength(2)
  })

  it('looks past an order’s own list where that is behind the one of what changed', async () => {
    const { api, payments, orders } = shopOf(many(2))
    await payments.reconcile({ since: since() })
    api.listed.set('imp_0', structuredClone(api.payments[0]!))
    api.cancelled(api.payments[0]!, 4000)
    expect(await payments.reconcile({ since: since() })).toMatchObject({ changed: 1 })
    expect(await orders.find('order_0')).toMatchObject({ payment: { refunded: 4000 } })
  })

  it('leaves orders alone that aren’t the shop’s', async () => {
    const { api, payments } = createShop({
      found: many(5, index => ({ merchant_uid: `other\u0000${index}` })),
    })
    api.payments.push(payment({ merchant_uid: 'unknown' }))
    expect(await payments.reconcile({ since: since() })).toEqual({ orders: 0, changed: 0, failed: [] })
    expect(api.asked().filter(path => path.includes('findAll'))).toEqual([])
  })

  it('goes on after the trouble of one order, and says which', async () => {
    const { api, payments } = shopOf(many(30))
    api.trouble = ({ path }) =>
      path.includes('findAll/order_7?') ? envelope(null, { code: 1, message: 'no' }) : undefined
    const report = await payments.reconcile({ since: since() })
    expect(report).toMatchObject({
      orders: 30,
      changed: 29,
      failed: [{ merchant_uid: 'order_7', error: { code: 'REFUSED' } }],
    })
    api.trouble = undefined
    expect(await payments.reconcile({ since: since() })).toEqual({ orders: 30, changed: 1, failed: [] })
  })

  it('keeps the trouble of an order in mind, though another attempt at it is no news', async () => {
    const left = payment({ imp_uid: 'imp_left', status: 'ready', started_at: seconds() })
    const { api, payments } = createShop({ found: [payment(), left] })
    api.trouble = ({ path }) =>
      path.includes('findAll') ? envelope(null, { status: 500, code: -1 }) : undefined
    expect(await payments.reconcile({ since: since() })).toMatchObject({
      orders: 1,
      changed: 0,
      failed: [{ merchant_uid: 'order_1', error: { code: 'UNAVAILABLE' } }],
    })
  })

  it('reads the other lists, and rejects, where a payment of one is larger than what is read', async () => {
    const { payments, record } = createShop({
      found: [
        payment({ imp_uid: 'imp_huge', merchant_uid: 'order_2', custom_data: 'x'.repeat(1_000_001) }),
        account(),
      ],
    })
    await expect(payments.reconcile({ since: since() })).rejects.toMatchObject({
      code: 'NO_ANSWER',
      isTooLarge: true,
    })
    expect(await record()).toMatchObject({ verdict: 'awaiting' })
  })

  it('goes on after the trouble of one order in the store', async () => {
    const found = many(5)
    const inner = memoryOrders(found.map(({ merchant_uid }) => ({ merchant_uid, amount: 14_000 })))
    const orders: Orders = {
      find: async merchant_uid => {
        if (merchant_uid === 'order_3') throw new Error('locked')
        return inner.find(merchant_uid)
      },
      save: inner.save,
    }
    const { payments } = createShop({ found, orders })
    expect(await payments.reconcile({ since: since() })).toMatchObject({
      changed: 4,
      failed: [{ merchant_uid: 'order_3', error: { message: 'locked' } }],
    })
  })

  it('goes on after a payment that can’t be read, and says of which order it is', async () => {
    const odd = [
      payment({ imp_uid: '', merchant_uid: 'order_0' }),
      payment({ merchant_uid: null as never }),
      null as never,
    ]
    const { api, payments, orders } = shopOf(many(3))
    api.trouble = ({ path }) =>
      path.includes('/status/paid') ? envelope({ list: [...odd, ...api.payments], next: 0 }) : undefined
    expect(await payments.reconcile({ since: since() })).toEqual({
      orders: 3,
      changed: 3,
      failed: [
        {
          merchant_uid: 'order_0',
          error: expect.objectContaining({ message: expect.stringMatching(/order_0/) }),
        },
      ],
    })
    expect(await orders.find('order_2')).toMatchObject({ payment: { verdict: 'paid' } })
  })

  it('reads a list in smaller pages where buyers sent a lot along', async () => {
    const { api, payments } = shopOf(
      many(230, index => (index < 90 ? { custom_data: 'x'.repeat(15_000) } : {})),
    )
    expect(await payments.reconcile({ since: since() })).toEqual({ orders: 230, changed: 230, failed: [] })
    const pages = api
      .asked()
      .filter(path => path.includes('/status/paid'))
      .map(path => path.replace(/.*limit=(\d+)&page=(\d+)$/, '$1:$2'))
    expect(pages).toEqual(['100:1', '20:1', '20:2', '20:3', '20:4', '20:5', '100:2', '100:3'])
  })

  it('looks four hours back beyond `since`, and to this second', async () => {
    const { api, payments } = createShop()
    const now = seconds()
    await payments.reconcile({ since: Date.now() })
    const query = new URL(api.asked()[0]!.slice(4), 'https://x').searchParams
    expect(Math.abs(Number(query.get('from')) - (now - 4 * 3600))).toBeLessThan(5)
    expect(Number(query.get('to'))).toBeGreaterThanOrEqual(now)
    const statuses = api.asked().map(path => path.split(/[/?]/)[3])
    expect(statuses).toEqual(['paid', 'cancelled', 'ready', 'failed'])
  })

  it('cuts a long time into pieces that PortOne allows, without a gap', async () => {
    const old = payment({ paid_at: seconds() - 200 * 86_400 })
    const { api, payments } = createShop({ found: [old] })
    expect(await payments.reconcile({ since: Date.now() - 365 * 86_400_000 })).toMatchObject({ changed: 1 })
    const periods = api
      .asked()
      .filter(path => path.includes('/paid?'))
      .map(path => [...path.matchAll(/(?:from|to)=(\d+)/g)].map(([, it]) => Number(it)))
    expect(periods).toHaveLength(5)
    for (const [from, to] of periods) expect(to! - from!).toBeLessThan(90 * 86_400)
    for (const [index, [, to]] of periods.slice(1).entries()) expect(to).toBe(periods[index]![0])
  })

  it('takes 0 for the beginning, which is 2014', async () => {
    const { api, payments } = createShop()
    await payments.reconcile({ since: 0 })
    expect(api.asked().some(path => path.includes(`from=${Date.UTC(2014, 0, 1) / 1000}&`))).toBe(true)
    // Nothing lies in the future.
    api.calls.length = 0
    await payments.reconcile({ since: Date.now() + 5 * 3_600_000 })
    expect(api.asked()).toEqual([])
  })

  it.each<[string, unknown, RegExp]>([
    ['seconds', seconds(), /looks like seconds/],
    ['text', '2026-01-01', /since/],
    ['no date', new Date('no'), /since/],
    ['nothing', undefined, /since/],
    ['no number', Number.NaN, /since/],
  ])('refuses %s', async (_, wrong, message) => {
    const { payments } = createShop()
    await expect(payments.reconcile({ since: wrong as never })).rejects.toThrow(message)
  })

  it('reads a list again that couldn’t be had for a moment, and rejects where it stays so', async () => {
    vi.useFakeTimers()
    try {
      const { api, payments, record } = createShop({ found: [payment()] })
      let failures = 5
      api.trouble = ({ path }) => {
        if (!path.includes('/status/') || failures === 0) return undefined
        failures -= 1
        return html(503)
      }
      const done = payments.reconcile({ since: since() })
      await vi.advanceTimersByTimeAsync(20_000)
      expect(await done).toMatchObject({ changed: 1 })
      expect(await record()).toMatchObject({ verdict: 'paid' })

      failures = Number.POSITIVE_INFINITY
      const failed = payments.reconcile({ since: since() }).catch(it => it)
      await vi.advanceTimersByTimeAsync(20_000)
      expect(await failed).toMatchObject({ code: 'UNAVAILABLE' })
    } finally {
      vi.useRealTimers()
    }
  })

  it('waits as long as PortOne asks for, and not at all after a refusal', async () => {
    vi.useFakeTimers()
    try {
      const { api, payments } = createShop({ found: [payment()] })
      let isBusy = true
      api.trouble = ({ path }) =>
        path.includes('/status/') && isBusy
          ? new Response('', { status: 429, headers: { 'retry-after': '30' } })
          : undefined
      const done = payments.reconcile({ since: since() })
      await vi.advanceTimersByTimeAsync(29_000)
      expect(api.asked()).toHaveLength(1)
      isBusy = false
      await vi.advanceTimersByTimeAsync(2000)
      expect(await done).toMatchObject({ changed: 1 })
      api.trouble = ({ path }) =>
        path.includes('/status/') ? envelope(null, { code: 1, message: 'no' }) : undefined
      await expect(payments.reconcile({ since: since() })).rejects.toMatchObject({ code: 'REFUSED' })
    } finally {
      vi.useRealTimers()
    }
  })

  it('settles what doesn’t say what its channel is', async () => {
    const { payments, record } = createShop({ found: [payment({ sandbox: null })] })
    await payments.reconcile({ since: since() })
    expect(await record()).toMatchObject({ verdict: 'paid' })
  })

  it('settles a few orders at once', async () => {
    const { api, payments } = shopOf(many(40))
    let now = 0
    let most = 0
    api.trouble = async ({ path }) => {
      if (!path.includes('findAll')) return undefined
      now += 1
      most = Math.max(most, now)
      await new Promise(resolve => setTimeout(resolve, 2))
      now -= 1
      return undefined
    }
    await payments.reconcile({ since: since() })
    expect(most).toBe(4)
  })
})
