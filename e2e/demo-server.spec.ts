import { type APIRequestContext, expect } from '@playwright/test'
import { test } from './support/demo.ts'

test.describe("the shop's server", () => {
  const sell = async (request: APIRequestContext, order: object = { cart: { beans: 1 } }) =>
    (await request.post('/orders', { data: order })).json()
  let number = 0
  /** What the sandbox reports of a payment. */
  const ledger = async (request: APIRequestContext, payment: object) => {
    const imp_uid = `imp_${Date.now()}${number++}`
    const data = { imp_uid, status: 'paid', amount: 14000, currency: 'KRW', pay_method: 'card', ...payment }
    await request.post('/demo/ledger', { data })
    return imp_uid
  }
  const complete = async (request: APIRequestContext, data: object) => {
    const reply = await request.post('/payments/complete', { data })
    return { status: reply.status(), ...(await reply.json()) }
  }

  test('sets the price itself', async ({ request }) => {
    const order = await sell(request, { cart: { beans: 2 }, amount: 1, status: 'paid' })
    expect(order).toMatchObject({ amount: 28000, currency: 'KRW', status: 'pending' })
    expect((await request.post('/orders', { data: { cart: { beans: -1 } } })).status()).toBe(400)
  })

  test('hands the goods over once, however often it is asked', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const asked = Array.from({ length: 5 }, () => complete(request, { imp_uid, merchant_uid }))
    for (const answer of await Promise.all(asked)) {
      // Twice: for the demo's own page, and in the word that the documents' pages know.
      expect(answer).toMatchObject({ status: 200, code: 'PAID', verdict: 'paid' })
    }
    expect(await (await request.get(`/orders/${merchant_uid}`)).json()).toMatchObject({ handedOver: 1 })
  })

  test('believes neither page nor webhook', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const claim = { imp_uid: 'imp_0', merchant_uid, status: 'paid', success: true, amount: 14000 }
    expect(await complete(request, claim)).toMatchObject({
      status: 200,
      code: 'NO_PAYMENT',
      verdict: 'unpaid',
    })
    const webhook = await request.post('/payments/webhook', { data: claim })
    expect(await webhook.json()).toEqual({ code: 'NO_PAYMENT' })
    const landing = `/payments/landing?imp_uid=imp_0&merchant_uid=${merchant_uid}&imp_success=true`
    await request.get(landing)
    expect(await (await request.get(`/orders/${merchant_uid}`)).json()).toMatchObject({
      status: 'pending',
      handedOver: 0,
      log: [{ what: 'ordered' }, { what: 'complete' }, { what: 'webhook' }, { what: 'landing' }],
    })
  })

  test('refuses a webhook for an unknown order', async ({ request }) => {
    const imp_uid = await ledger(request, { merchant_uid: 'nobody' })
    const webhook = await request.post('/payments/webhook', { form: { imp_uid, merchant_uid: 'nobody' } })
    expect(webhook.status()).toBe(404)
    expect(await webhook.json()).toEqual({ code: 'UNKNOWN_ORDER' })
  })

  test('takes a webhook that is a form, and works without the page', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const webhook = await request.post('/payments/webhook', {
      form: { imp_uid, merchant_uid, status: 'paid' },
    })
    expect(await webhook.json()).toEqual({ code: 'PAID' })
  })

  test('compares status, amount, currency and order', async ({ request }) => {
    for (const [payment, code] of [
      [{ amount: 140 }, 'AMOUNT_MISMATCH'],
      [{ amount: 14001 }, 'AMOUNT_MISMATCH'],
      [{ currency: 'USD' }, 'AMOUNT_MISMATCH'],
      [{ status: 'failed' }, 'NOT_PAID'],
      [{ status: 'ready' }, 'NOT_PAID'],
      [{ status: 'ready', pay_method: 'vbank' }, 'VBANK_ISSUED'],
      [{ status: 'ready', pay_method: 'vbank', amount: 1 }, 'AMOUNT_MISMATCH'],
      [{ merchant_uid: 'another' }, 'WRONG_ORDER'],
    ] as const) {
      const { merchant_uid } = await sell(request)
      const imp_uid = await ledger(request, { merchant_uid, ...payment })
      expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
        code,
        order: { handedOver: 0 },
      })
    }
  })

  test('sees a refund, and a second payment of one order', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({ code: 'PAID' })
    const second = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid: second, merchant_uid })).toMatchObject({ code: 'WRONG_ORDER' })
    await request.post('/demo/ledger', {
      data: {
        imp_uid,
        merchant_uid,
        status: 'cancelled',
        amount: 14000,
        currency: 'KRW',
        pay_method: 'card',
      },
    })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
      code: 'CANCELLED',
      order: { status: 'cancelled' },
    })
  })

  test('hands nothing over for a registered card', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid, customer_uid_usage: 'issue' })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
      code: 'CARD_REGISTERED',
      order: { status: 'registered', handedOver: 0 },
    })
  })

  test("a payment of the sandbox never pays a real account's order", async ({ request }) => {
    const { merchant_uid } = await sell(request, { cart: { beans: 1 }, isReal: true })
    const imp_uid = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
      status: 503,
      code: 'NO_API_KEY',
    })
  })

  test('answers nonsense with 400', async ({ request }) => {
    const headers = { 'content-type': 'application/json' }
    for (const data of ['{', '[1', '"x"', 'null']) {
      expect((await request.post('/payments/complete', { headers, data: Buffer.from(data) })).status()).toBe(
        400,
      )
    }
  })
})
