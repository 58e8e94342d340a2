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
  const account = { vbank_num: '110-123', vbank_name: '신한은행', vbank_date: 2_000_000_000 }
  const complete = async (request: APIRequestContext, data: object) => {
    const reply = await request.post('/payments/complete', { data })
    return { status: reply.status(), ...(await reply.json()) }
  }

  const orderOf = async (request: APIRequestContext, merchant_uid: string) =>
    (await request.get(`/orders/${merchant_uid}`)).json()
  const landing = (request: APIRequestContext, query: string) =>
    request.get(`/payments/landing?${query}`, { maxRedirects: 0 })

  test('sets the price itself, before any payment', async ({ request }) => {
    const order = await sell(request, { cart: { beans: 2 }, amount: 1, verdict: 'paid' })
    expect(order).toMatchObject({ amount: 28000, currency: 'KRW', verdict: null, shipped: false })
    expect(await orderOf(request, order.merchant_uid)).toEqual(order)
    expect((await request.post('/orders', { data: { cart: { beans: -1 } } })).status()).toBe(400)
  })

  test('sends the goods out once, however often it is asked', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const asked = Array.from({ length: 5 }, () => complete(request, { imp_uid, merchant_uid }))
    for (const answer of await Promise.all(asked)) {
      expect(answer).toEqual({ status: 200, verdict: 'paid', merchant_uid, imp_uid, reason: 'paid' })
    }
    const { log, ...order } = await orderOf(request, merchant_uid)
    expect(order).toMatchObject({ verdict: 'paid', shipped: true, paid: 14000 })
    expect(log.filter(({ what }: { what: string }) => what === 'stored')).toHaveLength(1)
  })

  test('believes neither page nor webhook nor landing', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const claim = { imp_uid: 'imp_0', merchant_uid, status: 'paid', success: true, amount: 14000 }
    expect(await complete(request, claim)).toMatchObject({ status: 200, verdict: 'unpaid' })
    const webhook = await request.post('/payments/webhook', { data: claim })
    expect(await webhook.json()).toEqual({ result: 'unpaid' })
    await landing(request, `imp_uid=imp_0&merchant_uid=${merchant_uid}&imp_success=true`)
    expect(await orderOf(request, merchant_uid)).toMatchObject({
      verdict: null,
      shipped: false,
      log: [
        { what: 'ordered' },
        { what: 'complete', detail: 'unpaid' },
        { what: 'webhook', detail: 'unpaid' },
        { what: 'landing', detail: 'unpaid' },
      ],
    })
  })

  test('a landing at the server is looked up, and goes on to the page with all that it says', async ({
    request,
  }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const query = `device=iphone&imp_uid=${imp_uid}&merchant_uid=${merchant_uid}&imp_success=true`
    const reply = await landing(request, query)
    expect(reply.status()).toBe(303)
    expect(reply.headers()['location']).toBe(`/shop.html?${query}`)
    expect(await orderOf(request, merchant_uid)).toMatchObject({ verdict: 'paid', shipped: true })
  })

  test('knows nothing of an unknown order', async ({ request }) => {
    const imp_uid = await ledger(request, { merchant_uid: 'nobody' })
    expect(await complete(request, { imp_uid, merchant_uid: 'nobody' })).toMatchObject({ status: 404 })
    const webhook = await request.post('/payments/webhook', { form: { imp_uid, merchant_uid: 'nobody' } })
    // PortOne would send it again for nothing.
    expect(webhook.status()).toBe(200)
    expect(await webhook.json()).toEqual({ result: 'ignored' })
  })

  test('takes a webhook that is a form, and works without the page', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const form = { imp_uid, merchant_uid, status: 'paid' }
    const webhook = await request.post('/payments/webhook', { form })
    expect(await webhook.json()).toEqual({ result: 'paid' })
  })

  test('hears of a payment by webhook alone', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    await ledger(request, { merchant_uid })
    await expect.poll(() => orderOf(request, merchant_uid)).toMatchObject({ verdict: 'paid', shipped: true })
  })

  test('compares status, amount, currency and order', async ({ request }) => {
    for (const [payment, verdict] of [
      [{ amount: 140 }, 'mismatch'],
      [{ amount: 14001 }, 'mismatch'],
      [{ currency: 'USD' }, 'mismatch'],
      [{ status: 'failed' }, 'unpaid'],
      [{ status: 'ready' }, 'unpaid'],
      [{ status: 'ready', pay_method: 'vbank', ...account }, 'awaiting'],
      [{ status: 'ready', pay_method: 'vbank', amount: 1, ...account }, 'mismatch'],
      [{ customer_uid: 'card_1', customer_uid_usage: 'issue' }, 'registered'],
      [{ merchant_uid: 'another' }, 'mismatch'],
    ] as const) {
      const { merchant_uid } = await sell(request)
      const imp_uid = await ledger(request, { merchant_uid, ...payment })
      expect(await complete(request, { imp_uid, merchant_uid }), JSON.stringify(payment)).toMatchObject({
        status: 200,
        verdict,
      })
      expect(await orderOf(request, merchant_uid)).toMatchObject({ shipped: false })
    }
  })

  test('sees a refund in the console by reconcile alone, and refuses to refund more', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({ verdict: 'paid' })
    // The webhook of the payment looks once more, and must not be what sees the refund.
    await expect
      .poll(async () => (await orderOf(request, merchant_uid)).log)
      .toContainEqual(expect.objectContaining({ what: 'webhook' }))
    const tooMuch = await request.post('/demo/refund', { data: { merchant_uid, amount: 14001 } })
    expect(tooMuch.status()).toBe(409)
    await request.post('/demo/refund', { data: { merchant_uid, amount: 4000 } })
    expect(await orderOf(request, merchant_uid)).toMatchObject({ verdict: 'paid', refunded: 4000 })

    await request.post('/demo/refund-unheard', { data: { imp_uid } })
    expect(await orderOf(request, merchant_uid)).toMatchObject({ verdict: 'paid', refunded: 4000 })
    expect((await request.post('/demo/reconcile', { data: {} })).status()).toBe(200)
    expect(await orderOf(request, merchant_uid)).toMatchObject({ verdict: 'cancelled', refunded: 14000 })
  })

  test("a payment of the sandbox never pays a real account's order", async ({ request }) => {
    const { merchant_uid } = await sell(request, { cart: { beans: 1 }, isReal: true })
    const imp_uid = await ledger(request, { merchant_uid })
    // Nobody can be asked, so nothing is known.
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({ status: 503 })
    expect(await orderOf(request, merchant_uid)).toMatchObject({ verdict: null, shipped: false })
  })

  test('answers nonsense with 400', async ({ request }) => {
    const headers = { 'content-type': 'application/json' }
    for (const data of ['{', '[1', '"x"', 'null', '{"merchant_uid":1}']) {
      const reply = await request.post('/payments/complete', { headers, data: Buffer.from(data) })
      expect(reply.status()).toBe(400)
    }
  })
})
