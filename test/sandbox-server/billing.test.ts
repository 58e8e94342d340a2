import { describe, expect, it } from 'vitest'
import type { ApiCustomer, ApiSchedule, SandboxApi } from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { ask, DAY, makeApi, makeShop, NOON, type Page, WEBHOOK } from './support.ts'

const refusal = { status: 200, code: 1, message: expect.stringMatching(/./), response: null }
const missing = { status: 404, code: -1, message: expect.stringMatching(/./), response: null }
const wrong = { status: 400, code: -1, message: expect.stringMatching(/./), response: null }

const card = { channel_key: 'channel-key-1', card_number: '1234-5678-9012-3456', expiry: '2030-12' }

describe('/subscribe/customers/{customer_uid}', () => {
  it('registers a card by its number, and gives it masked', async () => {
    const api = makeApi()
    const body = { ...card, customer_name: '구매자', customer_tel: '01012345678' }
    const { status, code, response } = await ask<ApiCustomer>(api, 'POST /subscribe/customers/card%201', body)
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    expect(response).toEqual({
      customer_uid: 'card 1',
      pg_provider: 'html5_inicis',
      pg_id: 'sandbox',
      sandbox: false,
      customer_id: null,
      card_name: expect.any(String),
      card_code: expect.any(String),
      card_issuer_code: null,
      card_issuer_name: null,
      card_publisher_code: null,
      card_publisher_name: null,
      card_number: '123456******3456',
      card_type: 0,
      customer_name: '구매자',
      customer_tel: '01012345678',
      customer_email: null,
      customer_addr: null,
      customer_postcode: null,
      inserted: NOON,
      updated: NOON,
    })
    expect((await ask(api, 'GET /subscribe/customers/card%201')).response).toEqual(response)
  })

  it('answers with the newest card', async () => {
    const api = makeApi()
    await ask(api, 'POST /subscribe/customers/card-1', card)
    await api.clock.advance(5000)
    await ask(api, 'POST /subscribe/customers/card-1', { ...card, card_number: '9999888877776666' })
    const { response } = await ask<ApiCustomer>(api, 'GET /subscribe/customers/card-1')
    expect(response).toMatchObject({ card_number: '999988******6666', inserted: NOON, updated: NOON + 5 })
  })

  it.each([
    { ...card, card_number: undefined },
    { ...card, expiry: undefined },
    { ...card, card_number: '12' },
    { ...card, expiry: '12/30' },
  ])('refuses %j', async body => {
    expect(await ask(makeApi(), 'POST /subscribe/customers/card-1', body)).toEqual(refusal)
  })

  it('deletes a card for good', async () => {
    const api = makeApi()
    api.registerCard({ customer_uid: 'card-1' })
    const { response } = await ask<ApiCustomer>(api, 'DELETE /subscribe/customers/card-1?reason=x')
    expect(response.customer_uid).toBe('card-1')
    expect(await ask(api, 'GET /subscribe/customers/card-1')).toEqual(missing)
    expect(await ask(api, 'DELETE /subscribe/customers/card-1')).toEqual(missing)
  })

  it('is there only for the sub-merchant that it belongs to', async () => {
    const api = makeApi()
    await ask(api, 'POST /subscribe/customers/card-1', card, { tier: 'ABC' })
    expect(await ask(api, 'GET /subscribe/customers/card-1')).toEqual(missing)
    expect((await ask(api, 'GET /subscribe/customers/card-1', undefined, { tier: 'ABC' })).status).toBe(200)
  })

  it('gives several, with 207 where some are missing', async () => {
    const api = makeApi()
    api.registerCard({ customer_uid: 'card-1' })
    api.registerCard({ customer_uid: 'card-2' })
    const several = (query: string) => ask<ApiCustomer[]>(api, `GET /subscribe/customers?${query}`)
    const all = await several('customer_uid[]=card-1&customer_uid[]=card-2')
    expect(all.status).toBe(200)
    expect(all.response.map(({ customer_uid }) => customer_uid)).toEqual(['card-1', 'card-2'])
    const some = await several('customer_uid[]=card-1&customer_uid[]=card-0')
    expect([some.status, some.response.length]).toEqual([207, 1])
    expect(await several('customer_uid[]=card-0')).toEqual(missing)
    expect(await several('')).toEqual(wrong)
  })

  it('lists the payments of a card', async () => {
    const api = makeApi()
    api.registerCard({ customer_uid: 'card-1' })
    const empty = await ask<Page>(api, 'GET /subscribe/customers/card-1/payments')
    expect(empty.response).toEqual({ total: 0, previous: 0, next: 0, list: [] })
    api.add({ imp_uid: 'imp_1', customer_uid: 'card-1', customer_uid_usage: 'payment' })
    api.add({ imp_uid: 'imp_2', customer_uid: 'card-2', customer_uid_usage: 'payment' })
    const page = await ask<Page>(api, 'GET /subscribe/customers/card-1/payments')
    expect(page.response.list.map(({ imp_uid }) => imp_uid)).toEqual(['imp_1'])
    expect(await ask(api, 'GET /subscribe/customers/card-0/payments')).toEqual(missing)
    expect(await ask(api, 'GET /subscribe/customers/card-1/payments?sorting=x')).toEqual(wrong)
  })
})

const withCard = (options: Parameters<typeof makeApi>[0] = {}) => {
  const shop = makeShop()
  const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch }, ...options })
  api.registerCard({ customer_uid: 'card-1', pg_provider: 'nice', customer_name: '카드주인' })
  return { api, shop }
}

const charge = { customer_uid: 'card-1', merchant_uid: 'order-1', amount: 9900, name: '구독' }

describe('POST /subscribe/payments/again', () => {
  it('charges a registered card, and tells the shop', async () => {
    const { api, shop } = withCard()
    const { status, code, response } = await ask(api, 'POST /subscribe/payments/again', {
      ...charge,
      custom_data: { box: 3 },
    })
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    expect(response).toMatchObject({
      imp_uid: expect.stringMatching(/^imps_\d{12}$/),
      merchant_uid: 'order-1',
      status: 'paid',
      amount: 9900,
      currency: 'KRW',
      channel: 'api',
      pg_provider: 'nice',
      name: '구독',
      buyer_name: '카드주인',
      custom_data: '{"box":3}',
      customer_uid: 'card-1',
      customer_uid_usage: 'payment',
    })
    expect(expectWholePayments(response)).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([{ imp_uid: response.imp_uid, merchant_uid: 'order-1', status: 'paid' }])
  })

  it('says success with a failed payment where the card is declined, and tells nobody else', async () => {
    const { api, shop } = withCard()
    api.registerCard({ customer_uid: 'card-1', declines: '잔액부족' })
    const { status, code, response } = await ask(api, 'POST /subscribe/payments/again', charge)
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    expect(response).toMatchObject({ status: 'failed', fail_reason: '잔액부족', failed_at: NOON, paid_at: 0 })
    expect(expectWholePayments(response)).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([])
    // The order isn't paid, so it can be tried again.
    api.registerCard({ customer_uid: 'card-1' })
    expect((await ask(api, 'POST /subscribe/payments/again', charge)).response.status).toBe('paid')
  })

  it.each([true, '한도초과'])('declines every card when it is told to: %j', async declineCards => {
    const { api } = withCard({ declineCards })
    expect((await ask(api, 'POST /subscribe/payments/again', charge)).response.status).toBe('failed')
  })

  it('refuses an order that was paid, given back or not', async () => {
    const { api } = withCard()
    await ask(api, 'POST /subscribe/payments/again', charge)
    expect(await ask(api, 'POST /subscribe/payments/again', charge)).toEqual(refusal)
    await ask(api, 'POST /payments/cancel', { merchant_uid: 'order-1' })
    expect(await ask(api, 'POST /subscribe/payments/again', charge)).toEqual(refusal)
  })

  it.each([
    [{ customer_uid: 'card-0' }, /등록되지 않은 customer_uid/],
    [{ customer_uid: '' }, /누락.*: customer_uid$/],
    [{ merchant_uid: undefined }, /누락.*: merchant_uid$/],
    [{ merchant_uid: 'x'.repeat(41) }, /올바르지.*: merchant_uid$/],
    [{ amount: undefined }, /누락.*: amount$/],
    [{ amount: 0 }, /올바르지.*: amount$/],
    [{ amount: 'x' }, /올바르지.*: amount$/],
    [{ name: '' }, /누락.*: name$/],
  ])('refuses %j, and says which of it', async (more, reason) => {
    const { api } = withCard()
    const answer = await ask(api, 'POST /subscribe/payments/again', { ...charge, ...more })
    expect(answer).toEqual({ ...refusal, message: expect.stringMatching(reason) })
    expect(api.payments()).toEqual([])
  })

  it('takes numbers of forty characters, and data of the shop’s own as they are', async () => {
    const { api } = withCard()
    const pay = (more: object) => ask(api, 'POST /subscribe/payments/again', { ...charge, ...more })
    expect((await pay({ merchant_uid: 'x'.repeat(40), custom_data: 'text' })).response).toMatchObject({
      custom_data: 'text',
      pay_method: 'card',
    })
    expect((await pay({ merchant_uid: 'order-2', custom_data: null })).response.custom_data).toBeNull()
  })

  it('needs a currency for PayPal', async () => {
    const { api } = withCard()
    api.registerCard({ customer_uid: 'card-1', pg_provider: 'paypal_v2' })
    expect(await ask(api, 'POST /subscribe/payments/again', charge)).toEqual(refusal)
    const { response } = await ask(api, 'POST /subscribe/payments/again', { ...charge, currency: 'USD' })
    expect(response).toMatchObject({ status: 'paid', currency: 'USD', pay_method: 'paypal' })
  })

  it('charges a card that a payment window registered, and only that registration moved no money', async () => {
    const { api } = withCard()
    const issue = { merchant_uid: 'issue-1', customer_uid: 'card-2', customer_uid_usage: 'issue' as const }
    expect(api.add({ ...issue, amount: 9900, pg_provider: 'kcp_billing' })).toMatchObject({ status: 'paid' })
    const body = { ...charge, customer_uid: 'card-2' }
    const { response } = await ask(api, 'POST /subscribe/payments/again', body)
    expect(response).toMatchObject({ status: 'paid', pg_provider: 'kcp_billing' })
  })

  it('knows of a card what its registration said', async () => {
    const { api } = withCard()
    const issue = { customer_uid: 'card-2', customer_uid_usage: 'issue' as const, tier_code: 'ABC' }
    api.add({ ...issue, pg_provider: 'nice', pg_id: 'MID', sandbox: true })
    const path = 'GET /subscribe/customers/card-2'
    expect(await ask(api, path)).toEqual(missing)
    const { response } = await ask<ApiCustomer>(api, path, undefined, { tier: 'ABC' })
    expect(response).toMatchObject({ pg_provider: 'nice', pg_id: 'MID', sandbox: true })
  })

  it.each(['payment', 'payment.scheduled', null] as const)(
    'registers no card by a use as %s',
    async usage => {
      const { api } = withCard()
      api.add({ customer_uid: 'card-2', customer_uid_usage: usage })
      expect(await ask(api, 'GET /subscribe/customers/card-2')).toEqual(missing)
    },
  )

  it('doesn’t charge a card whose registration failed', async () => {
    const { api } = withCard()
    api.add({ customer_uid: 'card-2', customer_uid_usage: 'issue', status: 'failed' })
    expect(await ask(api, 'POST /subscribe/payments/again', { ...charge, customer_uid: 'card-2' })).toEqual(
      refusal,
    )
  })

  it('tells the address of the request in place of the console’s', async () => {
    const { api, shop } = withCard()
    const notice_url = 'https://shop.example/other'
    await ask(api, 'POST /subscribe/payments/again', { ...charge, notice_url })
    await api.webhooks.settled()
    expect(shop.urls).toEqual([notice_url])
  })
})

describe('POST /subscribe/payments/onetime', () => {
  const once = { ...card, merchant_uid: 'order-1', amount: 5000, name: '한 번' }

  it('charges a card by its number, and remembers nothing', async () => {
    const { api } = withCard()
    const { response } = await ask(api, 'POST /subscribe/payments/onetime', once)
    expect(response).toMatchObject({
      imp_uid: expect.stringMatching(/^imp_\d{12}$/),
      status: 'paid',
      channel: 'api',
      customer_uid: null,
      customer_uid_usage: null,
    })
    expect(expectWholePayments(response)).toBe(1)
    expect(response.pay_method).toBe('card')
    // Neither under a name nor under none.
    const body = { customer_uid: '', merchant_uid: 'order-2', amount: 1, name: 'x' }
    expect(await ask(api, 'POST /subscribe/payments/again', body)).toEqual(refusal)
    expect(await ask(api, 'GET /subscribe/customers?customer_uid[]=')).toEqual(missing)
  })

  it('is of the currency and the sub-merchant of the request', async () => {
    const { api } = withCard()
    const body = { ...once, currency: 'USD', customer_uid: 'card-9' }
    const tier = { tier: 'ABC' }
    const { response } = await ask(api, 'POST /subscribe/payments/onetime', body, tier)
    expect(response.currency).toBe('USD')
    expect((await ask(api, `GET /payments/${response.imp_uid}`)).status).toBe(404)
    expect(await ask(api, 'GET /subscribe/customers/card-9')).toEqual(missing)
    expect((await ask(api, 'GET /subscribe/customers/card-9', undefined, tier)).status).toBe(200)
    expect((await ask(api, `GET /payments/${response.imp_uid}`, undefined, tier)).status).toBe(200)
  })

  it('registers the card with a customer_uid, once it has paid', async () => {
    const { api } = withCard()
    const body = { ...once, customer_uid: 'card-9' }
    api.configure({ declineCards: true })
    expect((await ask(api, 'POST /subscribe/payments/onetime', body)).response.status).toBe('failed')
    expect(await ask(api, 'GET /subscribe/customers/card-9')).toEqual(missing)
    api.configure({ declineCards: false })
    expect((await ask(api, 'POST /subscribe/payments/onetime', body)).response).toMatchObject({
      status: 'paid',
      customer_uid: 'card-9',
      customer_uid_usage: 'payment',
    })
    expect((await ask(api, 'GET /subscribe/customers/card-9')).status).toBe(200)
  })

  it.each([
    { ...once, card_number: '' },
    { ...once, amount: -1 },
    { ...once, merchant_uid: '' },
  ])('refuses %j', async body => {
    expect(await ask(withCard().api, 'POST /subscribe/payments/onetime', body)).toEqual(refusal)
  })
})

describe('the channel of a request', () => {
  const settle = {
    pg_provider: 'nice',
    pg_id: 'MID',
    sandbox: true,
    type: 'api_payment' as const,
    channel_name: 'nice',
    channel_key: 'channel-key-nice',
  }
  const once = { ...card, merchant_uid: 'order-1', amount: 5000, name: '한 번' }
  const pay = (api: SandboxApi, more: object) =>
    ask(api, 'POST /subscribe/payments/onetime', { ...once, ...more })

  it('is one of those that the double was told of, and decides whether money moves', async () => {
    const { response } = await pay(makeApi({ channels: [settle] }), { channel_key: 'channel-key-nice' })
    expect(response).toMatchObject({ pg_provider: 'nice', pg_id: 'MID', sandbox: true })
    expect(await pay(makeApi({ channels: [settle] }), { channel_key: 'other' })).toEqual(refusal)
    expect((await pay(makeApi({ channels: [settle] }), { channel_key: '', pg: 'nice.MID' })).code).toBe(0)
    expect(await pay(makeApi({ channels: [settle] }), { channel_key: '', pg: 'nice.OTHER' })).toEqual(refusal)
  })

  it('may have any key where the double was told of none', async () => {
    expect((await pay(makeApi(), { channel_key: 'mine' })).response.pg_provider).toBe('html5_inicis')
    expect((await pay(makeApi(), { channel_key: '', pg: 'kcp.MID' })).response).toMatchObject({
      pg_provider: 'kcp',
      pg_id: 'MID',
    })
  })
})

describe('payments that are to happen later', () => {
  const at = (days: number, merchant_uid = 'order-1', more: object = {}) => ({
    merchant_uid,
    schedule_at: NOON + days * DAY,
    amount: 9900,
    name: '구독',
    ...more,
  })
  const plan = (api: SandboxApi, ...schedules: object[]) =>
    ask<ApiSchedule[]>(api, 'POST /subscribe/payments/schedule', { customer_uid: 'card-1', schedules })
  const get = (api: SandboxApi, merchant_uid = 'order-1') =>
    ask<ApiSchedule>(api, `GET /subscribe/payments/schedule/${merchant_uid}`)

  it('are written down, and happen when the clock is there', async () => {
    const { api, shop } = withCard()
    const { status, code, response } = await plan(api, at(30, 'order-1', { buyer_name: '구매자' }))
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    const planned = {
      customer_uid: 'card-1',
      merchant_uid: 'order-1',
      imp_uid: null,
      pg_provider: 'nice',
      pg_id: 'sandbox',
      customer_id: null,
      schedule_at: NOON + 30 * DAY,
      executed_at: 0,
      revoked_at: 0,
      amount: 9900,
      currency: 'KRW',
      name: '구독',
      buyer_name: '구매자',
      buyer_email: null,
      buyer_tel: null,
      buyer_addr: null,
      buyer_postcode: null,
      custom_data: null,
      schedule_status: 'scheduled',
      payment_status: null,
      fail_reason: null,
      promotion_id: null,
    }
    expect(response).toEqual([planned])
    expect((await get(api)).response).toEqual(planned)

    await api.clock.advance(30 * DAY * 1000 - 1)
    expect(api.payments()).toEqual([])
    await api.clock.advance(1)
    const [payment] = api.payments()
    expect(payment).toMatchObject({
      imp_uid: expect.stringMatching(/^imps_/),
      status: 'paid',
      buyer_name: '구매자',
      paid_at: NOON + 30 * DAY,
      customer_uid: 'card-1',
      customer_uid_usage: 'payment.scheduled',
    })
    expect(expectWholePayments(payment)).toBe(1)
    expect(shop.bodies).toEqual([{ imp_uid: payment!.imp_uid, merchant_uid: 'order-1', status: 'paid' }])
    expect((await get(api)).response).toEqual({
      ...planned,
      imp_uid: payment!.imp_uid,
      executed_at: NOON + 30 * DAY,
      schedule_status: 'executed',
      payment_status: 'paid',
    })
    await ask(api, 'POST /payments/cancel', { imp_uid: payment!.imp_uid })
    expect((await get(api)).response.payment_status).toBe('cancelled')
  })

  it('happen in their order, each at its own time, however far the clock is moved', async () => {
    const { api, shop } = withCard()
    await plan(api, at(2, 'order-2'), at(1, 'order-1'), at(3, 'order-3'))
    await api.clock.advance(10 * DAY * 1000)
    expect(shop.bodies.map(({ merchant_uid }) => merchant_uid)).toEqual(['order-1', 'order-2', 'order-3'])
    expect(api.payments().map(({ paid_at }) => (paid_at - NOON) / DAY)).toEqual([1, 2, 3])
  })

  it('tell of failures too', async () => {
    const { api, shop } = withCard()
    await plan(api, at(1))
    api.registerCard({ customer_uid: 'card-1', declines: true })
    await api.clock.advance(DAY * 1000)
    expect(shop.bodies).toEqual([{ imp_uid: expect.any(String), merchant_uid: 'order-1', status: 'failed' }])
    expect((await get(api)).response).toMatchObject({
      schedule_status: 'executed',
      payment_status: 'failed',
      fail_reason: expect.any(String),
    })
  })

  it('fail where the card was deleted, or the order was paid meanwhile', async () => {
    const { api } = withCard()
    api.registerCard({ customer_uid: 'card-2' })
    await plan(api, at(1, 'order-1'), at(1, 'order-2'))
    api.add({ merchant_uid: 'order-2' })
    await ask(api, 'DELETE /subscribe/customers/card-1')
    await api.clock.advance(DAY * 1000)
    expect((await get(api, 'order-1')).response.payment_status).toBe('failed')
    expect((await get(api, 'order-2')).response.payment_status).toBe('failed')
    expect(expectWholePayments(api.payments())).toBe(3)
  })

  it('are all written down or none', async () => {
    const { api } = withCard()
    expect(await plan(api, at(1, 'order-1'), at(-1, 'order-2'))).toEqual(refusal)
    expect(await get(api)).toEqual(missing)
    expect(await plan(api, at(1, 'order-1'), at(2, 'order-1'))).toEqual(refusal)
    expect(await get(api)).toEqual(missing)
  })

  it.each([
    ['no schedules', []],
    ['the past', [at(0)]],
    ['no time', [at(1, 'order-1', { schedule_at: undefined })]],
    ['half a second', [at(1, 'order-1', { schedule_at: NOON + 10.5 })]],
    ['no name', [at(1, 'order-1', { name: '' })]],
    ['no amount', [at(1, 'order-1', { amount: undefined })]],
    ['no number', [at(1, '')]],
  ])('refuse %s', async (_what, schedules) => {
    expect(await plan(withCard().api, ...schedules)).toEqual(refusal)
  })

  it('refuse an order that waits already, or is paid', async () => {
    const { api } = withCard()
    api.add({ merchant_uid: 'order-2' })
    await plan(api, at(1))
    expect(await plan(api, at(2))).toEqual(refusal)
    expect(await plan(api, at(2, 'order-2'))).toEqual(refusal)
  })

  it('need a registered card, or one that the request brings', async () => {
    const { api } = withCard()
    const body = { customer_uid: 'card-9', schedules: [at(1)] }
    const schedule = (more: object) => ask(api, 'POST /subscribe/payments/schedule', { ...body, ...more })
    expect(await schedule({})).toEqual(refusal)
    expect(await schedule({ customer_uid: '' })).toEqual(refusal)
    api.configure({ declineCards: true })
    expect(await schedule({ ...card, checking_amount: 100 })).toEqual(refusal)
    expect((await schedule({ ...card, checking_amount: 0 })).code).toBe(0)
    expect((await ask(api, 'GET /subscribe/customers/card-9')).status).toBe(200)
  })

  it('can be called off, those of a card or those of some orders', async () => {
    const { api, shop } = withCard()
    const unschedule = (body: object) => ask<ApiSchedule[]>(api, 'POST /subscribe/payments/unschedule', body)
    await plan(api, at(1, 'order-1'), at(2, 'order-2'), at(3, 'order-3'))
    const one = await unschedule({ customer_uid: 'card-1', merchant_uid: 'order-2' })
    expect(one.response).toMatchObject([
      { merchant_uid: 'order-2', schedule_status: 'revoked', revoked_at: NOON, imp_uid: null },
    ])
    expect((await unschedule({ merchant_uid: ['order-3'] })).response).toHaveLength(1)
    expect((await unschedule({ customer_uid: 'card-1' })).response).toMatchObject([
      { merchant_uid: 'order-1' },
    ])
    expect(await unschedule({ customer_uid: 'card-1' })).toEqual(refusal)
    expect(await unschedule({ merchant_uid: ['order-0'] })).toEqual(refusal)
    expect(await unschedule({})).toEqual(refusal)
    await api.clock.advance(10 * DAY * 1000)
    expect([api.payments(), shop.bodies]).toEqual([[], []])
  })

  it('can be put off while they wait', async () => {
    const { api } = withCard()
    await plan(api, at(1))
    const put = (body: object, merchant_uid = 'order-1') =>
      ask<ApiSchedule>(api, `PUT /subscribe/payments/schedule/${merchant_uid}`, body)
    expect((await put({ schedule_at: NOON + 2 * DAY })).response.schedule_at).toBe(NOON + 2 * DAY)
    expect(await put({})).toEqual(wrong)
    expect(await put({ schedule_at: NOON })).toEqual(wrong)
    expect(await put({ schedule_at: 'x' })).toEqual(wrong)
    expect(await put({ schedule_at: NOON + DAY }, 'order-0')).toEqual(missing)
    await api.clock.advance(DAY * 1000)
    expect(api.payments()).toEqual([])
    await api.clock.advance(DAY * 1000)
    expect(api.payments()).toHaveLength(1)
    expect(await put({ schedule_at: NOON + 9 * DAY })).toEqual(wrong)
  })

  it('can be tried again, now or later, once they have failed or were called off', async () => {
    const { api, shop } = withCard()
    await plan(api, at(1))
    const path = 'POST /subscribe/payments/schedule/order-1'
    expect(await ask(api, `${path}/retry`)).toEqual(wrong)
    expect(await ask(api, `${path}/reschedule`, { schedule_at: NOON + 5 * DAY })).toEqual(wrong)
    api.registerCard({ customer_uid: 'card-1', declines: true })
    await api.clock.advance(DAY * 1000)

    const again = await ask(api, `${path}/retry`)
    expect(again).toMatchObject({ status: 200, code: 0, response: { status: 'failed' } })
    const later = await ask<ApiSchedule>(api, `${path}/reschedule`, { schedule_at: NOON + 3 * DAY })
    expect(later.response).toMatchObject({
      schedule_status: 'scheduled',
      payment_status: null,
      imp_uid: null,
      executed_at: 0,
      fail_reason: null,
    })
    await ask(api, 'POST /subscribe/payments/unschedule', { merchant_uid: 'order-1' })
    api.registerCard({ customer_uid: 'card-1' })
    expect((await ask(api, `${path}/retry`)).response.status).toBe('paid')
    expect((await get(api)).response).toMatchObject({ schedule_status: 'executed', revoked_at: 0 })
    expect(await ask(api, `${path}/retry`)).toEqual(wrong)
    await api.clock.advance(5 * DAY * 1000)
    expect(shop.bodies.map(({ status }) => status)).toEqual(['failed', 'failed', 'paid'])
  })

  it('can’t be tried again without the card', async () => {
    const { api } = withCard()
    await plan(api, at(1))
    await ask(api, 'POST /subscribe/payments/unschedule', { customer_uid: 'card-1' })
    await ask(api, 'DELETE /subscribe/customers/card-1')
    expect(await ask(api, 'POST /subscribe/payments/schedule/order-1/retry')).toEqual(missing)
    expect(await ask(api, 'POST /subscribe/payments/schedule/order-0/retry')).toEqual(missing)
  })

  it('are listed by time, status and card', async () => {
    const { api } = withCard()
    api.registerCard({ customer_uid: 'card-2' })
    await plan(api, at(2, 'order-2'), at(1, 'order-1'))
    await ask(api, 'POST /subscribe/payments/schedule', {
      customer_uid: 'card-2',
      schedules: [at(3, 'order-3')],
    })
    await ask(api, 'POST /subscribe/payments/unschedule', { merchant_uid: 'order-2' })
    const list = async (path: string) => {
      const { status, response } = await ask<ApiSchedule[]>(api, `GET /subscribe/${path}`)
      return status === 200 ? response.map(({ merchant_uid }) => merchant_uid) : status
    }
    const range = `schedule_from=${NOON}&schedule_to=${NOON + 10 * DAY}`
    expect(await list(`payments/schedule?${range}`)).toEqual(['order-1', 'order-2', 'order-3'])
    expect(await list(`payments/schedule?${range}&schedule_status=revoked`)).toEqual(['order-2'])
    expect(await list(`payments/schedule?${range}&limit=2&page=2`)).toEqual(['order-3'])
    // The end isn't included.
    expect(await list(`payments/schedule?schedule_from=${NOON + DAY}&schedule_to=${NOON + 2 * DAY}`)).toEqual(
      ['order-1'],
    )
    const rest = `from=${NOON}&to=${NOON + 10 * DAY}`
    expect(await list(`payments/schedule/customers/card-1?${rest}`)).toEqual(['order-1', 'order-2'])
    expect(await list(`customers/card-2/schedules?${rest}`)).toEqual(['order-3'])
    expect(await list(`customers/card-1/schedules?${rest}&schedule-status=scheduled`)).toEqual(['order-1'])
    for (const query of [
      '',
      `schedule_from=${NOON}`,
      `schedule_from=${NOON}&schedule_to=${NOON - 1}`,
      `schedule_from=${NOON}&schedule_to=${NOON + 93 * DAY}`,
      `${range}&schedule_status=x`,
      `${range}&page=0`,
      `${range}&limit=1001`,
    ])
      expect([query, await list(`payments/schedule?${query}`)]).toEqual([query, 400])
  })
})
