/** Find, ask, judge, save: at once, against a clock, with lists that are behind and stores that lose. */
import { describe, expect, it, vi } from 'vitest'
import {
  createPayments,
  memoryOrders,
  type Orders,
  type Payment,
  PortOneError,
} from '../../src/server/index.ts'
import {
  account,
  createPortOneApi,
  envelope,
  hang,
  html,
  KEY,
  payment,
  post,
  SECRET,
} from '../support/portone-api.ts'
import { createShop, ORDER } from './support.ts'

const ORDER_1 = { merchant_uid: 'order_1' }

describe('settle', () => {
  it('gives what the order has come to, and writes it once', async () => {
    const { payments, record, changes, reviews } = createShop({ found: [payment()] })
    const settlement = {
      verdict: 'paid',
      reason: 'paid',
      imp_uid: 'imp_1',
      amount: 14_000,
      paid: 14_000,
      refunded: 0,
      currency: 'KRW',
    }
    expect(await payments.settle(ORDER_1)).toEqual({ ...settlement, changed: true })
    expect(await payments.settle(ORDER_1)).toEqual({ ...settlement, changed: false })
    const { amount, ...stored } = settlement
    expect(await record()).toEqual(stored)
    expect(changes).toEqual([['order_1', null, 'paid', 0]])
    expect(reviews).toEqual([])
  })

  it('gives null for an order that the shop doesn’t have, and asks nobody', async () => {
    const { api, payments } = createShop()
    expect(await payments.settle({ merchant_uid: 'order_2' })).toBe(null)
    expect(api.calls).toEqual([])
  })

  it.each<[string, unknown]>([
    ['no number', {}],
    ['a number that is one', { merchant_uid: 5 }],
    ['a blank number', { merchant_uid: ' ' }],
    ['a long number', { merchant_uid: 'x'.repeat(201) }],
    ['a path', { merchant_uid: '..' }],
    ['a control character', { merchant_uid: 'order\u0000' }],
    ['half a character', { merchant_uid: '\ud800' }],
    ['a payment that is no text', { merchant_uid: 'order_1', imp_uid: 5 }],
    ['a payment that is a path', { merchant_uid: 'order_1', imp_uid: '..' }],
  ])('rejects %s', async (_, question) => {
    const { payments, api } = createShop()
    await expect(payments.settle(question as never)).rejects.toThrow(TypeError)
    expect(api.calls).toEqual([])
  })

  it('shows the account that a buyer pays into', async () => {
    const { payments, record } = createShop({ found: [account()] })
    const shown = { bank: '신한은행', number: '110-123-456789' }
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'awaiting', account: shown })
    expect(await record()).toMatchObject({ account: shown })
  })

  it('encodes the numbers in paths', async () => {
    const merchant_uid = '주문/1?a=b#c%'
    const { payments, orders, api } = createShop({ found: [payment({ merchant_uid })] })
    orders.add({ merchant_uid, amount: 14_000 })
    expect(await payments.settle({ merchant_uid, imp_uid: '../x' })).toMatchObject({ verdict: 'paid' })
    expect(api.asked()).toEqual([
      `GET /payments/findAll/${encodeURIComponent(merchant_uid)}?limit=100&page=1`,
      'GET /payments/..%2Fx',
    ])
  })
})

describe('a payment that is named', () => {
  it('and that the list doesn’t have yet is looked up and joined', async () => {
    const { api, payments } = createShop({ found: [payment()] })
    api.unlisted.add('imp_1')
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'unpaid' })
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_1',
    })
    expect(api.asked().at(-1)).toBe('GET /payments/imp_1')
  })

  it('and that is listed is not looked up again', async () => {
    const { api, payments } = createShop({ found: [payment()] })
    await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })
    expect(api.asked()).toHaveLength(1)
  })

  it.each<[string, Partial<Payment>]>([
    ['a window that was left', { status: 'ready' }],
    ['an account that nobody has paid into', account()],
    ['failed', { status: 'failed' }],
    ['undecided', { status: 'pending' }],
  ])('and that an old list calls %s is looked up as well', async (_, changes) => {
    const { api, payments } = createShop({ found: [payment()] })
    api.listed.set('imp_1', payment(changes))
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({ verdict: 'paid' })
    expect(api.asked()).toEqual(['GET /payments/findAll/order_1?limit=100&page=1', 'GET /payments/imp_1'])
  })

  it('of a test channel is asked for only where tests count', async () => {
    const found = [payment({ sandbox: true })]
    const real = createShop({ found })
    real.api.unlisted.add('imp_1')
    expect(await real.payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({ verdict: 'unpaid' })
    const tested = createShop({ found, test: true })
    tested.api.unlisted.add('imp_1')
    expect(await tested.payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({ verdict: 'paid' })
    expect(tested.api.asked()).toEqual([
      'GET /payments/findAll/order_1?limit=100&page=1',
      'GET /payments/imp_1?include_sandbox=true',
    ])
  })

  it('of another order is told to whoever names it, and stored nowhere', async () => {
    const { payments, record, reviews, changes } = createShop({
      found: [payment({ merchant_uid: 'order_2' })],
    })
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({
      verdict: 'mismatch',
      reason: 'other-order',
      imp_uid: null,
      paid: 0,
      changed: false,
    })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'unpaid' })
    expect(await record()).toBe(undefined)
    expect([reviews, changes]).toEqual([[], []])
  })

  it('of another order is told as well where the order’s own was given back', async () => {
    const found = [
      payment({ merchant_uid: 'order_2' }),
      payment({ imp_uid: 'imp_2', status: 'cancelled', cancel_amount: 14_000 }),
    ]
    const { payments, record } = createShop({ found })
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({
      verdict: 'mismatch',
      imp_uid: null,
      paid: 0,
      refunded: 0,
    })
    expect(await record()).toMatchObject({ verdict: 'cancelled', imp_uid: 'imp_2' })
  })

  it('of another order is told as well where only a part of it was given back', async () => {
    const { payments } = createShop({
      found: [payment({ merchant_uid: 'order_2', status: 'cancelled', cancel_amount: 4_000 })],
    })
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({
      verdict: 'mismatch',
      reason: 'other-order',
    })
  })

  it('of another order changes nothing for a buyer who asks at the same time', async () => {
    const { payments } = createShop({ found: [payment({ merchant_uid: 'order_2' })] })
    const both = [payments.settle({ ...ORDER_1, imp_uid: 'imp_1' }), payments.settle(ORDER_1)]
    expect(await Promise.all(both)).toMatchObject([{ verdict: 'mismatch' }, { verdict: 'unpaid' }])
  })

  it('of another order, failed, says nothing; beside the real one it says nothing either', async () => {
    const failed = createShop({ found: [payment({ merchant_uid: 'order_2', status: 'failed' })] })
    expect(await failed.payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({
      verdict: 'unpaid',
    })
    const found = [payment({ merchant_uid: 'order_2' }), payment({ imp_uid: 'imp_2' })]
    const { payments } = createShop({ found })
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_2',
    })
  })
})

describe('a payment that doesn’t say what its channel is', () => {
  const silent = (changes: Partial<Payment> = {}) => payment({ sandbox: null, ...changes })

  it('is confirmed by its own number, which PortOne answers for real ones only', async () => {
    const { api, payments } = createShop({ found: [silent()] })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    expect(api.asked()).toEqual(['GET /payments/findAll/order_1?limit=100&page=1', 'GET /payments/imp_1'])
  })

  it('is a test where PortOne denies it, or says so', async () => {
    const { api, payments } = createShop({ found: [silent()] })
    api.trouble = ({ path }) =>
      path === '/payments/imp_1' ? envelope(null, { status: 404, code: -1 }) : undefined
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'mismatch', reason: 'test-channel' })
    const told = createShop({ found: [silent()] })
    told.api.trouble = ({ path }) =>
      path === '/payments/imp_1' ? envelope(payment({ sandbox: true })) : undefined
    expect(await told.payments.settle(ORDER_1)).toMatchObject({ verdict: 'mismatch' })
  })

  it('is not confirmed by another order’s', async () => {
    const { api, payments } = createShop({ found: [silent()] })
    api.trouble = ({ path }) =>
      path === '/payments/imp_1' ? envelope(payment({ merchant_uid: 'order_2' })) : undefined
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'mismatch', reason: 'test-channel' })
  })

  it('is judged by what was stored of the order, too', async () => {
    const { api, payments, reviews } = createShop({ found: [payment()] })
    await payments.settle(ORDER_1)
    api.unlisted.add('imp_1')
    api.payments.push(silent({ imp_uid: 'imp_2' }))
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
    expect(reviews).toEqual([['order_1', 'imp_2', 'second-payment']])
  })

  it('is confirmed where a part of a paid order went back', async () => {
    const { api, payments, record } = createShop({ found: [payment()] })
    await payments.settle(ORDER_1)
    api.cancelled(api.payments[0]!, 4000)
    api.payments[0]!.sandbox = null
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', refunded: 4000 })
    expect(await record()).toMatchObject({ refunded: 4000 })
    api.calls.length = 0
    await payments.settle(ORDER_1)
    await payments.reconcile({ since: Date.now() - 60_000 })
    expect(api.asked().filter(path => path.includes('findAll'))).toHaveLength(1)
  })

  it('is not looked up where there are hundreds of them', async () => {
    const found = Array.from({ length: 60 }, (_, index) => silent({ imp_uid: `imp_${index}` }))
    const { api, payments } = createShop({ found })
    await payments.settle(ORDER_1)
    expect(api.asked().filter(path => !path.includes('findAll'))).toHaveLength(20)
  })

  it('is not looked up where tests count', async () => {
    const { api, payments } = createShop({ found: [silent()], test: true })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    expect(api.asked()).toHaveLength(1)
  })
})

describe('lists', () => {
  it('are read to their end', async () => {
    const found = Array.from({ length: 250 }, (_, index) =>
      payment({ imp_uid: `imp_${index}`, status: 'failed' }),
    )
    const { api, payments } = createShop({ found: [...found, payment()] })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    expect(api.asked()).toHaveLength(3)
  })

  it('of thousands of windows that somebody opened don’t hide the payment', async () => {
    const found = Array.from({ length: 3000 }, (_, index) =>
      payment({ imp_uid: `imp_x${index}`, status: 'ready' }),
    )
    const { api, payments } = createShop({ found: [...found, payment()] })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    expect(api.asked().slice(10)).toEqual([
      'GET /payments/findAll/order_1/paid?limit=100&page=1',
      'GET /payments/findAll/order_1/cancelled?limit=100&page=1',
    ])
  })

  it.each<[string, unknown]>([
    ['no list', {}],
    ['null', null],
    ['a list of nothing', { list: [null] }],
    ['payments without numbers', { list: [{ status: 'paid' }] }],
  ])('that are %s are no answer', async (_, response) => {
    const { api, payments, record } = createShop()
    api.trouble = ({ path }) => (path.includes('findAll') ? envelope(response) : undefined)
    await expect(payments.settle(ORDER_1)).rejects.toMatchObject({ code: 'NO_ANSWER' })
    expect(await record()).toBe(undefined)
  })

  it('that are too large are read in smaller pages, down to a payment by itself', async () => {
    const sent = (index: number) => (index === 7 ? 900_000 : index < 40 ? 60_000 : 100)
    const windows = Array.from({ length: 60 }, (_, index) =>
      payment({ imp_uid: `imp_w${index}`, status: 'ready', custom_data: 'x'.repeat(sent(index)) }),
    )
    const { api, payments } = createShop({ found: [...windows, payment()] })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    const pages = api.asked().map(path => path.replace(/.*limit=(\d+)&page=(\d+)$/, '$1:$2'))
    expect(pages.slice(0, 6)).toEqual(['100:1', '20:1', '5:1', '5:2', '1:6', '1:7'])
  })

  it('of one payment that is too large are no answer', async () => {
    const { api, payments, record } = createShop({ found: [payment({ custom_data: 'x'.repeat(1_000_000) })] })
    await expect(payments.settle(ORDER_1)).rejects.toMatchObject({ code: 'NO_ANSWER', isTooLarge: true })
    expect(api.asked()).toHaveLength(4)
    expect(await record()).toBe(undefined)
  })

  it('that name themselves as their next page end', async () => {
    const { api, payments } = createShop()
    api.trouble = ({ path }) =>
      path.includes('findAll') ? envelope({ list: [payment()], next: 1 }) : undefined
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    expect(api.asked()).toHaveLength(1)
  })

  it('are not at their end where a proxy answers for a further page', async () => {
    const windows = Array.from({ length: 100 }, (_, index) =>
      payment({ imp_uid: `imp_w${index}`, status: 'ready' }),
    )
    const { api, payments } = createShop({ found: [...windows, payment()] })
    api.trouble = ({ path }) => (path.includes('page=2') ? html(400) : undefined)
    await expect(payments.settle(ORDER_1)).rejects.toMatchObject({ code: 'NO_ANSWER', status: 400 })
    api.trouble = undefined
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
  })

  it('that are refused are no empty lists', async () => {
    const { api, payments } = createShop()
    api.trouble = ({ path }) =>
      path.includes('findAll') ? envelope(null, { status: 400, code: -1, message: 'parameter' }) : undefined
    await expect(payments.settle(ORDER_1)).rejects.toMatchObject({ code: 'REFUSED', status: 400 })
  })
})

describe('at once', () => {
  it('one question is asked at a time for an order, and a thousand callers share two', async () => {
    const { api, payments, changes } = createShop({ found: [payment()] })
    api.trouble = () => new Promise(resolve => setTimeout(() => resolve(undefined), 5))
    const first = payments.settle(ORDER_1)
    await new Promise(resolve => setTimeout(resolve, 8))
    const all = await Promise.all([first, ...Array.from({ length: 1000 }, () => payments.settle(ORDER_1))])
    expect(new Set(all.map(it => it?.verdict))).toEqual(new Set(['paid']))
    expect(api.mostInFlight).toBe(1)
    expect(api.asked()).toHaveLength(2)
    expect(changes).toHaveLength(1)
  })

  it('of calls that share a round one says that it has written', async () => {
    const { payments } = createShop({ found: [payment()] })
    const all = await Promise.all([1, 2, 3].map(() => payments.settle(ORDER_1)))
    expect(all.map(it => [it?.verdict, it?.changed])).toEqual([
      ['paid', true],
      ['paid', false],
      ['paid', false],
    ])
  })

  it('a payment that can’t be looked up is the trouble of who named it, and of nobody else', async () => {
    const { api, payments } = createShop({ found: [account()] })
    api.trouble = ({ path }) =>
      path.startsWith('/payments/IMP_1') ? envelope(null, { status: 400, code: -1 }) : undefined
    const stranger = payments.settle({ ...ORDER_1, imp_uid: 'IMP_1' }).catch(error => error.code)
    const buyer = payments.settle({ ...ORDER_1, imp_uid: 'imp_1' })
    expect(await buyer).toMatchObject({ verdict: 'awaiting' })
    expect(await stranger).toBe('REFUSED')
    // What was told of a refund has to be seen; a paid order is paid whoever names what.
    api.payments[0] = payment()
    expect(await payments.settle({ ...ORDER_1, imp_uid: 'IMP_1' })).toMatchObject({ verdict: 'paid' })
    const notice = { ...ORDER_1, imp_uid: 'IMP_1', status: 'cancelled' }
    expect((await payments.webhook(post(notice))).status).toBe(503)
  })

  it.each<[string, unknown]>([
    ['a database’s whole answer', { count: 0 }],
    ['a count', 1],
    ['nothing', undefined],
    ['text', 'false'],
  ])('a store that answers a save by %s is told so, and nothing passes for stored', async (_, answer) => {
    const inner = memoryOrders([ORDER])
    const orders = { ...inner, save: async () => answer as boolean }
    const { api, payments, changes, errors } = createShop({ found: [payment()], orders })
    expect((await payments.webhook(post({ ...ORDER_1, imp_uid: 'imp_1' }))).status).toBe(500)
    expect(errors).toMatchObject([{ name: 'TypeError', message: expect.stringContaining('orders.save()') }])
    expect(changes).toEqual([])
    expect(api.asked()).toHaveLength(1)
  })

  it('a webhook doesn’t take the answer of a question that was put before it came', async () => {
    const { api, payments } = createShop()
    let answer = (_: undefined) => {}
    api.trouble = ({ path }) =>
      path.includes('findAll')
        ? // The list as it was before the payment.
          new Promise(resolve => {
            answer = () => resolve(envelope({ list: [], next: 0 }))
          })
        : undefined
    const before = payments.settle(ORDER_1)
    await vi.waitFor(() => expect(api.asked()).toHaveLength(1))
    api.payments.push(payment())
    const after = payments.settle(ORDER_1)
    api.trouble = undefined
    answer(undefined)
    expect(await before).toMatchObject({ verdict: 'unpaid' })
    expect(await after).toMatchObject({ verdict: 'paid' })
  })

  it('orders don’t wait for each other', async () => {
    const { api, payments, orders } = createShop({
      found: [payment({ merchant_uid: 'order_2' })],
      timeout: 1000,
    })
    orders.add({ merchant_uid: 'order_2', amount: 14_000 })
    api.trouble = (call, signal) => (call.path.includes('order_1') ? hang(call, signal) : undefined)
    const stuck = payments.settle(ORDER_1).catch(error => error.code)
    expect(await payments.settle({ merchant_uid: 'order_2' })).toMatchObject({ verdict: 'paid' })
    expect(await stuck).toBe('TIMEOUT')
  })

  it('what failed for one round is tried by the next', async () => {
    const { api, payments } = createShop({ found: [payment()] })
    let calls = 0
    api.trouble = async ({ path }) => {
      if (!path.includes('findAll')) return undefined
      calls += 1
      await new Promise(resolve => setTimeout(resolve, 10))
      return calls === 1 ? envelope(null, { code: 1, message: 'no' }) : undefined
    }
    const first = payments.settle(ORDER_1)
    await new Promise(resolve => setTimeout(resolve, 5))
    const second = payments.settle(ORDER_1)
    await expect(first).rejects.toMatchObject({ code: 'REFUSED' })
    expect(await second).toMatchObject({ verdict: 'paid' })
  })

  it('many names at once are looked up in rounds of ten', async () => {
    const { api, payments } = createShop({ found: [payment()] })
    const names = Array.from({ length: 25 }, (_, index) => `imp_x${index}`)
    await Promise.all(names.map(imp_uid => payments.settle({ ...ORDER_1, imp_uid })))
    expect(api.asked().filter(path => path.includes('findAll'))).toHaveLength(3)
    expect(api.asked().filter(path => path.includes('/payments/imp_x'))).toHaveLength(25)
    expect(api.mostInFlight).toBe(1)
  })

  it('a round that nobody waits for any more isn’t run', async () => {
    const { api, payments } = createShop({ timeout: 50 })
    api.trouble = hang
    const all = Array.from({ length: 3 }, () => payments.settle(ORDER_1).catch(error => error.code))
    await new Promise(resolve => setTimeout(resolve, 25))
    const late = payments.settle(ORDER_1).catch(error => error.code)
    expect(await Promise.all([...all, late])).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT', 'TIMEOUT'])
    api.trouble = undefined
    api.payments.push(payment())
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
  })
})

describe('the budget', () => {
  /** Answers what comes first late, and hangs in what comes then. */
  const slowThen = (isFirst: (path: string) => boolean, first: () => Response | undefined) => {
    let signal: AbortSignal | undefined
    const shop = createShop({ timeout: 300, found: [payment({ sandbox: null })] })
    shop.api.trouble = async (call, it) => {
      if (call.path === '/users/getToken') return undefined
      if (isFirst(call.path)) {
        await new Promise(resolve => setTimeout(resolve, 200))
        return first()
      }
      signal = it
      return hang(call, it)
    }
    return { ...shop, signal: () => signal }
  }
  it.each<[string, (path: string) => boolean, () => Response | undefined]>([
    [
      'the second page of a list',
      path => path.endsWith('page=1'),
      () => envelope({ list: [payment({ status: 'ready' })], next: 2 }),
    ],
    ['a payment that is named', path => path.includes('findAll'), () => envelope({ list: [], next: 0 })],
    ['a payment that has to be confirmed', path => path.includes('findAll'), () => undefined],
  ])('is one for all calls, and ends %s', async (title, isFirst, first) => {
    const { payments, signal } = slowThen(isFirst, first)
    const named = title.includes('named') ? { imp_uid: 'imp_9' } : {}
    await expect(payments.settle({ ...ORDER_1, ...named })).rejects.toMatchObject({ code: 'TIMEOUT' })
    await new Promise(resolve => setTimeout(resolve, 50))
    // By its own limit it would have run for 200 ms more.
    expect(signal()?.aborted).toBe(true)
  })
})

describe('a swap that is lost', () => {
  /** A store in which somebody else writes between `find` and `save`, some times. */
  const contested = (losses: number) => {
    const orders = memoryOrders([ORDER])
    let lost = 0
    const store: Orders = {
      find: orders.find,
      async save(merchant_uid, it, version) {
        if (lost < losses) {
          lost += 1
          return false
        }
        return orders.save(merchant_uid, it, version)
      },
    }
    return { store, orders }
  }

  it('starts again by asking PortOne, and tells once', async () => {
    const { store } = contested(3)
    const { api, payments, changes } = createShop({ found: [payment()], orders: store })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', changed: true })
    expect(api.asked()).toHaveLength(4)
    expect(changes).toHaveLength(1)
  })

  it('for ever is a store that is wrong, and is said so', async () => {
    const { store } = contested(Number.POSITIVE_INFINITY)
    const { api, payments, changes } = createShop({ found: [payment()], orders: store })
    const error = await payments.settle(ORDER_1).catch(it => it)
    expect(error).toBeInstanceOf(PortOneError)
    expect(error).toMatchObject({ code: 'CONFLICT', retryable: true })
    expect(api.asked()).toHaveLength(50)
    expect(changes).toEqual([])
  })

  it('to one who wrote the same changes nothing', async () => {
    const orders = memoryOrders([ORDER])
    const shops = [0, 1].map(() => createShop({ found: [payment()], orders }))
    const all = await Promise.all(shops.map(({ payments }) => payments.settle(ORDER_1)))
    expect(all.map(it => it?.changed).sort()).toEqual([false, true])
    expect(shops.flatMap(({ changes }) => changes)).toHaveLength(1)
  })

  it('ends where the order is gone meanwhile', async () => {
    let found = 0
    const store: Orders = {
      find: async () => {
        found += 1
        return found === 1 ? { amount: 14_000, version: 1 } : null
      },
      save: async () => false,
    }
    const { payments } = createShop({ found: [payment()], orders: store })
    expect(await payments.settle(ORDER_1)).toBe(null)
  })
})

describe('a store', () => {
  const storing = (order: unknown): Orders => ({ find: async () => order as never, save: async () => true })

  it.each<[string, unknown, RegExp]>([
    ['an amount in text', { amount: '14000', version: 1 }, /order\.amount.*convert it in find/],
    ['no version', { amount: 14_000 }, /version/],
    ['a version that is null', { amount: 14_000, version: null }, /version/],
    ['text', 'order', /version/],
    ['a payment in text', { amount: 14_000, version: 1, payment: '{}' }, /JSON\.parse/],
    ['a payment that is none', { amount: 14_000, version: 1, payment: { paid: true } }, /no record/],
  ])('that gives %s is told so', async (_, order, message) => {
    const { payments } = createShop({ found: [payment()], orders: storing(order) })
    await expect(payments.settle(ORDER_1)).rejects.toThrow(message)
  })

  it('may give null for what a database doesn’t have, and a version of text', async () => {
    const versions: unknown[] = []
    const orders: Orders = {
      find: async () => ({
        amount: 14_000,
        currency: null,
        closed: null,
        payment: null,
        version: '7' as never,
      }),
      save: async (_, __, version) => versions.push(version) > 0,
    }
    const { payments } = createShop({ found: [payment()], orders })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', changed: true })
    expect(versions).toEqual(['7'])
  })

  it('that fails passes its own error through', async () => {
    const orders: Orders = {
      find: async () => {
        throw new Error('connection lost')
      },
      save: async () => true,
    }
    await expect(createShop({ orders }).payments.settle(ORDER_1)).rejects.toThrow('connection lost')
  })

  it('that hangs doesn’t hang the shop, and the order works again afterwards', async () => {
    const inner = memoryOrders([ORDER])
    let isStuck = true
    const orders: Orders = {
      find: merchant_uid => (isStuck ? new Promise(() => {}) : inner.find(merchant_uid)),
      save: inner.save,
    }
    const { payments } = createShop({ found: [payment()], orders, timeout: 50 })
    await expect(payments.settle(ORDER_1)).rejects.toMatchObject({ code: 'TIMEOUT' })
    isStuck = false
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
  })

  it.each(['find', 'save'] as const)('whose %s hangs holds up nobody for ever', async call => {
    const inner = memoryOrders([ORDER])
    await createShop({ found: [payment()], orders: inner }).payments.settle(ORDER_1)
    const orders: Orders = { ...inner, [call]: () => new Promise(() => {}) }
    const found = [payment({ status: 'cancelled', cancel_amount: 4000 })]
    const { payments } = createShop({ found, orders, timeout: 50 })
    const question = { merchant_uid: 'order_1', imp_uid: 'imp_1' }
    await expect(payments.settle(question)).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect((await payments.webhook(post(question))).status).toBe(503)
    // A paid order is answered from the store, which only has to be read.
    expect((await payments.complete(post(question))).status).toBe(call === 'find' ? 503 : 200)
    expect(await payments.reconcile({ since: Date.now() - 60_000 })).toMatchObject({
      failed: [{ merchant_uid: 'order_1', error: { code: 'TIMEOUT' } }],
    })
    const refund = payments.refund({ ...ORDER_1, amount: 1000, reason: '구매자 요청' })
    await expect(refund).rejects.toBeInstanceOf(PortOneError)
  })

  it('whose save hangs as a person is told of a question for consent holds up nobody', async () => {
    const inner = memoryOrders([ORDER])
    const slip = payment({ status: 'ready', pay_method: 'cvs', pg_provider: 'galaxia' })
    const save: Orders['save'] = (id, record, version) =>
      record.reviewed ? new Promise(() => {}) : inner.save(id, record, version)
    const { payments } = createShop({ found: [slip], orders: { ...inner, save }, timeout: 50 })
    const notice = { event: 'Galaxia.Cvs.Confirm', imp_uid: 'imp_1', merchant_uid: 'order_1' }
    expect((await payments.webhook(post(notice))).status).toBe(503)
  })

  it('is not written after the time is over', async () => {
    const { api, payments, record } = createShop({ found: [payment()], timeout: 30 })
    // A fetch that knows nothing of signals, and answers when nobody waits any more.
    api.trouble = ({ path }) =>
      path.includes('findAll') ? new Promise(resolve => setTimeout(() => resolve(undefined), 60)) : undefined
    await expect(payments.settle(ORDER_1)).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true })
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(await record()).toBe(undefined)
  })

  it('gets the price and `closed` of the order judged', async () => {
    const { payments } = createShop({ found: [payment()], order: { closed: true } })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'mismatch', reason: 'order-closed' })
    const dollars = createShop({
      found: [payment({ currency: 'USD', amount: 12.5 })],
      order: { amount: 12.5, currency: 'USD' },
    })
    expect(await dollars.payments.settle(ORDER_1)).toMatchObject({
      verdict: 'paid',
      paid: 12.5,
      currency: 'USD',
    })
  })
})

describe('listeners', () => {
  it('hear of a change with all that is known', async () => {
    const heard: unknown[] = []
    const { payments } = createShop({ found: [payment()], onChange: change => heard.push(change) })
    await payments.settle(ORDER_1)
    expect(heard).toEqual([
      {
        merchant_uid: 'order_1',
        previous: null,
        verdict: 'paid',
        reason: 'paid',
        imp_uid: 'imp_1',
        amount: 14_000,
        paid: 14_000,
        refunded: 0,
        currency: 'KRW',
        changed: true,
      },
    ])
  })

  it('that throw or reject are reported, and change nothing', async () => {
    for (const fail of [
      () => {
        throw new Error('mail server')
      },
      async () => {
        throw new Error('mail server')
      },
    ]) {
      const { payments, errors, record } = createShop({
        found: [payment(), payment({ imp_uid: 'imp_2', paid_at: 9e9 })],
        onChange: fail,
        onReview: fail,
      })
      expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', changed: true })
      expect(errors).toMatchObject([{ message: 'mail server' }, { message: 'mail server' }])
      expect(await record()).toMatchObject({ verdict: 'paid' })
    }
  })

  it('that never end hold nobody up beyond the budget, and what was stored is told', async () => {
    const reviewed: unknown[] = []
    const never = () => new Promise(() => {})
    const { api, payments, record, errors } = createShop({
      found: [payment(), payment({ imp_uid: 'imp_2', paid_at: 9e9 })],
      onChange: never,
      onReview: found => {
        reviewed.push(found)
        return never()
      },
      timeout: 60,
    })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', changed: true })
    const refunded = await payments.refund({ ...ORDER_1, amount: 4000, reason: '구매자 요청' })
    expect(refunded).toMatchObject({ refunded: 4000 })
    expect(await record()).toMatchObject({ refunded: 4000 })
    api.cancelled(api.payments[0]!, 1000)
    const notice = { merchant_uid: 'order_1', imp_uid: 'imp_1', status: 'cancelled' }
    expect((await payments.webhook(post(notice))).status).toBe(200)
    // A listener that hangs doesn't keep the next one from being called.
    await vi.waitFor(() => expect(reviewed).toHaveLength(1))
    expect(errors).toEqual([])
  })

  it('may settle or refund the order that they hear of', async () => {
    const shop = createShop({
      found: [payment(), payment({ imp_uid: 'imp_2', paid_at: 9e9 })],
      onReview: async ({ merchant_uid, imp_uid }) => {
        await shop.payments.refund({ merchant_uid, imp_uid, reason: '중복 결제' })
      },
      onChange: async ({ merchant_uid }) => {
        await shop.payments.settle({ merchant_uid })
      },
    })
    expect(await shop.payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
    expect(shop.errors).toEqual([])
    expect(await shop.record()).toMatchObject({
      imp_uid: 'imp_1',
      refunded: 0,
      others: [{ imp_uid: 'imp_2', refunded: 14_000 }],
    })
  })

  it('that fail are put on the console where nobody else hears of errors', async () => {
    const console_ = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { fetch } = createPortOneApi([payment()])
    const payments = createPayments({
      key: KEY,
      secret: SECRET,
      fetch,
      orders: memoryOrders([ORDER]),
      onChange: () => {
        throw new Error('mail server')
      },
    })
    await payments.settle(ORDER_1)
    expect(console_.mock.calls).toMatchObject([
      ['iamport-checkout: onChange', 'order_1', { message: 'mail server' }],
    ])
    console_.mockRestore()
  })

  it('of errors may fail themselves', async () => {
    for (const onError of [
      () => {
        throw new Error('no log')
      },
      async () => {
        throw new Error('no log')
      },
    ]) {
      const fail = () => {
        throw new Error('mail server')
      }
      const { payments } = createShop({ found: [payment()], onChange: fail, onError })
      expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'paid' })
    }
  })

  it('hear of another payment, and of another sum, with the same verdict', async () => {
    const { api, payments, changes } = createShop({
      found: [payment(), payment({ imp_uid: 'imp_2', paid_at: 9e9 })],
    })
    await payments.settle(ORDER_1)
    api.cancelled(api.payments[0]!, 14_000)
    expect(await payments.settle(ORDER_1)).toMatchObject({ imp_uid: 'imp_2' })
    expect(changes).toEqual([
      ['order_1', null, 'paid', 0],
      ['order_1', 'paid', 'paid', 0],
    ])
    const wrong = createShop({ found: [payment({ amount: 100 })] })
    await wrong.payments.settle(ORDER_1)
    wrong.api.payments[0] = payment({ amount: 200 })
    await wrong.payments.settle(ORDER_1)
    expect(wrong.changes).toHaveLength(2)
  })

  it('hear nothing where nothing was written', async () => {
    const { payments, changes } = createShop({ found: [payment({ status: 'failed' })] })
    expect(await payments.settle(ORDER_1)).toMatchObject({ verdict: 'unpaid', changed: false })
    expect(changes).toEqual([])
  })
})
