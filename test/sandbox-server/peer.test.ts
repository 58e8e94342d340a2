/**
 * Where another double of the same API (samchon's fake-iamport-server) departs from PortOne's description,
 * this one follows the description: one test for each point.
 */
import { describe, expect, it } from 'vitest'
import { API, ask, makeApi, makeShop, NOON, type Page, send, tokenOf, WEBHOOK } from './support.ts'

describe('follows PortOne’s description', () => {
  it('POST success is 200', async () => {
    const api = makeApi()
    expect((await ask(api, 'POST /payments/prepare', { merchant_uid: 'order-1', amount: 1 })).status).toBe(
      200,
    )
  })

  it('errors come in the envelope, with a code', async () => {
    const error = await ask(makeApi(), 'GET /payments/imp_0')
    expect(Object.keys(error)).toEqual(['status', 'code', 'message', 'response'])
    expect(error.code).not.toBe(0)
  })

  it('no token, and one that has expired, are 401; a token ends after now', async () => {
    const api = makeApi()
    const { response } = await send<{ access_token: string; expired_at: number; now: number }>(
      api,
      '/users/getToken',
      { method: 'POST', body: new URLSearchParams({ imp_key: 'key', imp_secret: 'secret' }) },
    )
    expect(response.expired_at).toBeGreaterThan(response.now)
    expect((await send(api, '/payments/imp_1')).status).toBe(401)
    await api.clock.advance(31 * 60_000)
    const headers = { authorization: response.access_token }
    expect((await send(api, '/payments/imp_1', { headers })).status).toBe(401)
  })

  it('“Bearer ” is allowed, as is the bare token', async () => {
    const api = makeApi()
    const token = await tokenOf(api)
    for (const authorization of [`Bearer ${token}`, token])
      expect((await send(api, '/users/pg', { headers: { authorization } })).status).toBe(200)
  })

  it('a form body is allowed', async () => {
    const api = makeApi()
    const { imp_uid } = api.add({ amount: 5000 })
    const answer = await send(api, '/payments/cancel', {
      method: 'POST',
      headers: { authorization: await tokenOf(api) },
      body: new URLSearchParams({ imp_uid, amount: '2000', checksum: '5000' }),
    })
    expect(answer).toMatchObject({ status: 200, code: 0, response: { cancel_amount: 2000 } })
  })

  it('it has find, findAll, status lists, several, prepare, schedule, balance, users/pg and PUT', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', pg_provider: 'payco' })
    api.registerCard({ customer_uid: 'card-1' })
    const prepared = { merchant_uid: 'order-2', amount: 1 }
    const schedules = [{ merchant_uid: 'order-3', schedule_at: NOON + 60, amount: 1, name: 'x' }]
    for (const [request, body] of [
      ['GET /payments/find/order-1'],
      ['GET /payments/findAll/order-1'],
      ['GET /payments/status/paid'],
      ['GET /payments?imp_uid[]=imp_1'],
      ['POST /payments/prepare', prepared],
      ['PUT /payments/prepare', prepared],
      ['POST /subscribe/payments/schedule', { customer_uid: 'card-1', schedules }],
      ['GET /payments/imp_1/balance'],
      ['GET /users/pg'],
    ] as const)
      expect([request, await ask(api, request, body)]).toMatchObject([request, { status: 200, code: 0 }])
  })

  it('`sandbox`, `include_sandbox` and `cancellation_id` are there', async () => {
    const api = makeApi()
    const { imp_uid } = api.add({ sandbox: true })
    await ask(api, 'POST /payments/cancel', { imp_uid })
    expect((await ask(api, `GET /payments/${imp_uid}`)).status).toBe(404)
    const { response } = await ask(api, `GET /payments/${imp_uid}?include_sandbox=true`)
    expect(response.sandbox).toBe(true)
    expect(response.cancel_history[0]!.cancellation_id).toMatch(/./)
  })

  it('imp_uid is `imp_…`', async () => {
    const api = makeApi()
    expect(api.add().imp_uid).toMatch(/^imp_\d{12}$/)
    api.registerCard({ customer_uid: 'card-1' })
    const body = { customer_uid: 'card-1', merchant_uid: 'order-1', amount: 1, name: 'x' }
    expect((await ask(api, 'POST /subscribe/payments/again', body)).response.imp_uid).toMatch(/^imps_\d{12}$/)
  })

  it('times are whole seconds, those of accounts too', async () => {
    const api = makeApi({ now: () => NOON * 1000 + 789 })
    const { imp_uid } = api.issueVirtualAccount()
    const paid = api.deposit(imp_uid)
    expect(paid).toMatchObject({ started_at: NOON, vbank_issued_at: NOON, paid_at: NOON })
    expect(Number.isInteger(paid.vbank_date)).toBe(true)
  })

  it('a cancel needs imp_uid alone, looks at the checksum, and refuses with 200 and a code', async () => {
    const api = makeApi()
    const { imp_uid } = api.add({ amount: 5000 })
    const cancel = (body: object) => ask(api, 'POST /payments/cancel', { imp_uid, ...body })
    expect(await cancel({ checksum: 4000 })).toMatchObject({ status: 200, code: 1, response: null })
    expect(await cancel({ amount: 5001 })).toMatchObject({ status: 200, code: 1, response: null })
    expect(await cancel({})).toMatchObject({ status: 200, code: 0 })
  })

  it('an account carries no use of a card', () => {
    expect(makeApi().issueVirtualAccount()).toMatchObject({ customer_uid: null, customer_uid_usage: null })
  })

  it('a webhook is no matter of every change: API cancels send none', async () => {
    const shop = makeShop()
    const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } })
    const { imp_uid } = api.add()
    await ask(api, 'POST /payments/cancel', { imp_uid })
    await api.webhooks.settled()
    expect(shop.bodies.map(({ status }) => status)).toEqual(['paid'])
  })

  it('records stay', async () => {
    const api = makeApi()
    const { imp_uid } = api.add()
    await api.clock.advance(365 * 24 * 60 * 60_000)
    expect((await ask<Page>(api, `GET /payments/${imp_uid}`)).status).toBe(200)
    expect((await api.fetch(`${API}/users/pg`)).status).toBe(401)
  })
})
