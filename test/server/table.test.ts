/**
 * The fifteen ways in which server code that shops copied was wrong, each with what is right. They were all seen: code of
 * this kind called a PayPal payment under review paid, and handed out goods for it.
 */
import { describe, expect, it } from 'vitest'
import { memoryOrders, type Orders } from '../../src/server/index.ts'
import { account, hang, payment, post, seconds } from '../support/portone-api.ts'
import { createShop } from './support.ts'

const settled = async (...found: ReturnType<typeof payment>[]) => {
  const shop = createShop({ found })
  return { ...shop, settlement: await shop.payments.settle({ merchant_uid: 'order_1' }) }
}
const complete = async ({ payments }: ReturnType<typeof createShop>, imp_uid: string | null = null) => {
  const response = await payments.complete(post({ imp_uid, merchant_uid: 'order_1' }))
  return { status: response.status, ...(await response.json()) }
}

describe('the fifteen rows', () => {
  it.each([
    ['pending', 'gateway-decides-later'],
    ['in_review_since_2027', 'unknown-status'],
    [undefined, 'unknown-status'],
    [null, 'unknown-status'],
    ['PAID', 'unknown-status'],
  ])('1: a status %s is never paid, but pending', async (status, reason) => {
    const it = { ...payment({ pg_provider: 'paypal' }), status } as ReturnType<typeof payment>
    const { settlement } = await settled(it)
    expect(settlement).toMatchObject({ verdict: 'pending', reason, paid: 0 })
  })

  it('2: a partial cancel is a part, each step is recorded, and the rest cancels the order', async () => {
    const shop = createShop({ found: [payment()] })
    const { api, payments, record } = shop
    const settle = () => payments.settle({ merchant_uid: 'order_1' })
    expect(await settle()).toMatchObject({ verdict: 'paid', paid: 14_000, refunded: 0, changed: true })
    api.cancelled(api.payments[0]!, 4000)
    expect(await settle()).toMatchObject({
      verdict: 'paid',
      reason: 'refunded-in-part',
      paid: 14_000,
      refunded: 4000,
    })
    expect(await record()).toMatchObject({ verdict: 'paid', refunded: 4000 })
    api.cancelled(api.payments[0]!, 3000)
    expect(await settle()).toMatchObject({ verdict: 'paid', refunded: 7000, changed: true })
    api.cancelled(api.payments[0]!, 7000)
    expect(await settle()).toMatchObject({
      verdict: 'cancelled',
      paid: 14_000,
      refunded: 14_000,
      changed: true,
    })
    expect(shop.changes).toEqual([
      ['order_1', null, 'paid', 0],
      ['order_1', 'paid', 'paid', 4000],
      ['order_1', 'paid', 'paid', 7000],
      ['order_1', 'paid', 'cancelled', 14_000],
    ])
  })

  it.each([
    ['tampered', payment({ imp_uid: 'imp_0', amount: 100 })],
    ['cancelled', payment({ imp_uid: 'imp_0', status: 'cancelled', cancel_amount: 14_000 })],
    ['account cancelled', account({ imp_uid: 'imp_0', status: 'cancelled' })],
  ])('3: after a %s attempt the real payment, whose webhook was lost, is found', async (_, first) => {
    const { api, payments, record } = createShop({ found: [first] })
    await payments.settle({ merchant_uid: 'order_1' })
    expect(await record()).not.toMatchObject({ verdict: 'paid' })
    api.payments.unshift(payment())
    expect(await payments.reconcile({ since: Date.now() - 60_000 })).toEqual({
      orders: 1,
      changed: 1,
      failed: [],
    })
    expect(await record()).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1', paid: 14_000 })
  })

  it('4: of two accounts the older is paid into, the webhook lost: paid', async () => {
    const { api, payments, record } = createShop({ found: [account({ imp_uid: 'imp_2' }), account()] })
    await payments.settle({ merchant_uid: 'order_1' })
    expect(await record()).toMatchObject({ verdict: 'awaiting' })
    Object.assign(api.payments[1]!, { status: 'paid', paid_at: seconds() })
    await payments.reconcile({ since: Date.now() - 60_000 })
    expect(await record()).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
  })

  it('5: a virtual account’s window that was left without an account is unpaid', async () => {
    const { settlement } = await settled(payment({ status: 'ready', pay_method: 'vbank' }))
    expect(settlement).toMatchObject({ verdict: 'unpaid', reason: 'window-left', changed: false })
  })

  it('6: a slip for a convenience store is awaited', async () => {
    const { settlement } = await settled(payment({ status: 'ready', pay_method: 'cvs' }))
    expect(settlement).toMatchObject({ verdict: 'awaiting', reason: 'slip-issued' })
  })

  it('7: a newer test payment beside the real one is ignored', async () => {
    const { settlement, reviews } = await settled(payment({ imp_uid: 'imp_2', sandbox: true }), payment())
    expect(settlement).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
    expect(reviews).toEqual([])
  })

  it.each(['paypal', 'paypal_v2', 'payletter_global', 'paymentwall', 'kicc_v2', 'paypal.MID'])(
    '8: what failed at %s may be under review, and is pending until it is decided',
    async pg_provider => {
      const { settlement, api, payments } = await settled(payment({ status: 'failed', pg_provider }))
      expect(settlement).toMatchObject({ verdict: 'pending', reason: 'may-be-approved-later' })
      Object.assign(api.payments[0]!, { status: 'paid', paid_at: seconds() })
      await payments.reconcile({ since: Date.now() - 60_000 })
      expect(await payments.settle({ merchant_uid: 'order_1' })).toMatchObject({ verdict: 'paid' })
    },
  )

  it('9: an unpaid order costs one token and one findAll', async () => {
    const { api } = await settled()
    expect(api.asked()).toEqual(['GET /payments/findAll/order_1?limit=100&page=1'])
    expect(api.tokens()).toBe(1)
  })

  it('9: an API that hangs is given up within one budget for all calls', async () => {
    const shop = createShop({ timeout: 300 })
    shop.api.trouble = hang
    const began = Date.now()
    expect(await complete(shop, 'imp_1')).toMatchObject({ status: 503 })
    expect(Date.now() - began).toBeLessThan(1000)
  })

  it('10: a sub-merchant’s code is sent with every call', async () => {
    const { api, payments } = createShop({ found: [payment()], tierCode: 'ABC' })
    await payments.settle({ merchant_uid: 'order_1', imp_uid: 'imp_2' })
    expect(api.calls.length).toBe(3)
    expect(api.calls.map(({ headers }) => headers.get('tier'))).toEqual(['ABC', 'ABC', 'ABC'])
  })

  it('11: whoever asks about a paid order again is answered from the store', async () => {
    const shop = createShop({ found: [payment()] })
    expect(await complete(shop)).toMatchObject({ status: 200, verdict: 'paid' })
    const before = shop.api.calls.length
    for (let i = 0; i < 5; i += 1) expect(await complete(shop, `imp_${i}`)).toMatchObject({ verdict: 'paid' })
    expect(shop.api.calls.length).toBe(before)
  })

  it('12: a second paid attempt is recorded once and handed to the shop once', async () => {
    const { api, payments, record, reviews, changes } = createShop({ found: [payment()] })
    await payments.settle({ merchant_uid: 'order_1' })
    api.payments.unshift(payment({ imp_uid: 'imp_2' }))
    for (let i = 0; i < 3; i += 1) {
      await payments.webhook(post({ merchant_uid: 'order_1', imp_uid: 'imp_2', status: 'paid' }))
    }
    expect(reviews).toEqual([['order_1', 'imp_2', 'second-payment']])
    expect(changes).toEqual([['order_1', null, 'paid', 0]])
    expect(await record()).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_1',
      others: [{ imp_uid: 'imp_2', paid: 14_000, refunded: 0 }],
      reviewed: ['imp_2'],
    })
  })

  it('13: a key of paymentwall, which always charges, is for a person to look at', async () => {
    const { settlement, reviews } = await settled(
      payment({ pg_provider: 'paymentwall', customer_uid: 'card_1', customer_uid_usage: 'issue' }),
    )
    expect(settlement).toMatchObject({ verdict: 'pending', reason: 'registered-with-charge', paid: 14_000 })
    expect(reviews).toEqual([['order_1', 'imp_1', 'registered-with-charge']])
  })

  it('14: a refund in PortOne’s console is found, though its webhook was lost', async () => {
    const { api, payments, record } = createShop({ found: [payment()] })
    await payments.settle({ merchant_uid: 'order_1' })
    api.cancelled(api.payments[0]!, 14_000)
    expect(await payments.reconcile({ since: Date.now() - 60_000 })).toEqual({
      orders: 1,
      changed: 1,
      failed: [],
    })
    expect(await record()).toMatchObject({ verdict: 'cancelled', paid: 14_000, refunded: 14_000 })
  })

  it.each([
    ['consents', true, 200],
    ['refuses', false, 403],
    ['fails', new Error('no'), 503],
    ['says something else than true', 'yes', 403],
  ])('15: Galaxia asks for consent, and the shop %s', async (_, said, status) => {
    const slip = payment({ status: 'ready', pay_method: 'cvs', pg_provider: 'galaxia' })
    const asked: unknown[] = []
    const { payments, reviews } = createShop({
      found: [slip],
      onConfirm: event => {
        asked.push(event)
        if (said instanceof Error) throw said
        return said as boolean
      },
    })
    const notice = {
      event: 'Galaxia.Cvs.Confirm',
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      status: 'ready',
    }
    expect((await payments.webhook(post(notice))).status).toBe(status)
    expect(asked).toMatchObject([
      {
        event: 'Galaxia.Cvs.Confirm',
        merchant_uid: 'order_1',
        imp_uid: 'imp_1',
        settlement: { verdict: 'awaiting' },
      },
    ])
    expect(reviews).toEqual([])
  })

  it('15: without anybody to consent the webhook answers 503, and a person is told once', async () => {
    const slip = payment({ status: 'ready', pay_method: 'cvs', pg_provider: 'galaxia' })
    const { payments, reviews, record } = createShop({ found: [slip] })
    const notice = {
      event: 'Galaxia.Cvs.Confirm',
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      status: 'ready',
    }
    for (let i = 0; i < 2; i += 1) expect((await payments.webhook(post(notice))).status).toBe(503)
    // Another payment is a forgery, and no reason to call anybody.
    expect((await payments.webhook(post({ ...notice, imp_uid: 'imp_forged' }))).status).toBe(503)
    expect(reviews).toEqual([['order_1', 'imp_1', 'consent-asked']])
    expect(await record()).toMatchObject({ verdict: 'awaiting', reviewed: ['imp_1'] })
    // A yes for a stranger's order would be given in their name.
    expect((await payments.webhook(post({ ...notice, merchant_uid: 'order_of_others' }))).status).toBe(403)
  })

  it('15: a person is told once, though others write the order meanwhile', async () => {
    const slip = payment({ status: 'ready', pay_method: 'cvs', pg_provider: 'galaxia' })
    const inner = memoryOrders([{ merchant_uid: 'order_1', amount: 14_000 }])
    let losses = 0
    const orders: Orders = {
      find: inner.find,
      async save(merchant_uid, it, version) {
        if (it.reviewed && losses > 0) {
          losses -= 1
          return false
        }
        return inner.save(merchant_uid, it, version)
      },
    }
    const { payments, reviews, errors } = createShop({ found: [slip], orders })
    const notice = {
      event: 'Galaxia.Cvs.Confirm',
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      status: 'ready',
    }
    losses = 3
    expect((await payments.webhook(post(notice))).status).toBe(503)
    expect(reviews).toEqual([['order_1', 'imp_1', 'consent-asked']])
    expect(errors).toEqual([])

    // A store that never lets anybody write is told of.
    const stuck = createShop({ found: [slip], orders: { find: inner.find, save: async () => false } })
    await inner.save('order_1', { ...(await inner.find('order_1'))!.payment!, reviewed: [] }, 3)
    expect((await stuck.payments.webhook(post(notice))).status).toBe(503)
    expect(stuck.errors).toMatchObject([{ code: 'CONFLICT', message: /order_1.*50 times/ }])
  })

  it('15: a person hears of the slip again where it is paid though the order was', async () => {
    const slip = payment({ imp_uid: 'imp_s', status: 'ready', pay_method: 'cvs', pg_provider: 'galaxia' })
    const { api, payments, reviews } = createShop({ found: [slip] })
    const notice = { imp_uid: 'imp_s', merchant_uid: 'order_1' }
    await payments.webhook(post({ ...notice, event: 'Galaxia.Cvs.Confirm', status: 'ready' }))
    api.payments.push(payment({ imp_uid: 'imp_card', paid_at: 1 }))
    await payments.settle({ merchant_uid: 'order_1' })
    Object.assign(slip, { status: 'paid', paid_at: 2 })
    for (let i = 0; i < 2; i += 1) await payments.webhook(post({ ...notice, status: 'paid' }))
    expect(reviews).toEqual([
      ['order_1', 'imp_s', 'consent-asked'],
      ['order_1', 'imp_s', 'second-payment'],
    ])
  })

  it('15: for a payment that came to nothing nobody is told', async () => {
    const { payments, reviews, errors } = createShop({
      found: [payment({ status: 'failed', pg_provider: 'galaxia' })],
    })
    const notice = {
      event: 'Galaxia.Cvs.Confirm',
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      status: 'ready',
    }
    expect((await payments.webhook(post(notice))).status).toBe(503)
    expect([reviews, errors]).toEqual([[], []])
  })
})
