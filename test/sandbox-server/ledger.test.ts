// @vitest-environment jsdom

/** Reports of the browser sandbox, and what becomes of them. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { installSandbox, type SandboxPayment } from '../../src/sandbox/index.ts'
import type { SandboxApi } from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { API, ask, makeApi, makeShop, NOON, read, WEBHOOK } from './support.ts'

const withShop = () => {
  const shop = makeShop()
  return { shop, api: makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } }) }
}

const reported: SandboxPayment = {
  imp_uid: 'imp_123456789012',
  merchant_uid: 'order-1',
  amount: 14000,
  currency: 'KRW',
  status: 'paid',
  pay_method: 'card',
  pg_provider: 'danal_tpay',
  pg_tid: 'sandbox_123456789012',
  escrow: false,
  channel: 'mobile',
  name: '머그',
  buyer_name: '구매자',
  buyer_email: null,
  buyer_tel: '01012345678',
  buyer_addr: null,
  buyer_postcode: null,
  custom_data: null,
  customer_uid: null,
  customer_uid_usage: null,
  paid_at: NOON - 2,
  failed_at: 0,
  fail_reason: null,
  receipt_url: 'https://sandbox.invalid/receipts/1',
  apply_num: '12345678',
}

const report = async (api: SandboxApi, body: object | string) =>
  read(
    await api.fetch(`${API}/ledger`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

describe('POST /ledger', () => {
  it('takes a payment, word for word, and tells the shop', async () => {
    const { api, shop } = withShop()
    expect(await report(api, reported)).toMatchObject({ status: 200, code: 0 })
    const { response } = await ask(api, `GET /payments/${reported.imp_uid}`)
    expect(response).toMatchObject({ ...reported, started_at: NOON - 2, sandbox: false, cancel_history: [] })
    expect(expectWholePayments(response)).toBe(1)
    await api.webhooks.settled()
    const { imp_uid, merchant_uid } = reported
    expect(shop.bodies).toEqual([{ imp_uid, merchant_uid, status: 'paid' }])
  })

  it('takes an account that was issued, and a deposit afterwards', async () => {
    const { api, shop } = withShop()
    const { apply_num, ...rest } = reported
    const account = {
      ...{ status: 'ready', pay_method: 'vbank', paid_at: 0, receipt_url: null },
      ...{ vbank_num: '123-456', vbank_name: '은행', vbank_holder: '상점', vbank_date: NOON + 100 },
    }
    await report(api, { ...rest, ...account })
    await report(api, { ...rest, ...account })
    expect(api.find(reported.imp_uid)).toMatchObject({ ...account, vbank_issued_at: NOON })
    expect(api.deposit(reported.imp_uid).status).toBe('paid')
    expect(expectWholePayments(api.payments())).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies.map(({ status }) => status)).toEqual(['ready', 'paid'])
  })

  it('takes a failure without a word to the shop, and registers a card that can be charged', async () => {
    const { api, shop } = withShop()
    await report(api, { ...reported, status: 'failed', paid_at: 0, failed_at: NOON, fail_reason: '한도초과' })
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([])
    const issue = { customer_uid: 'card-1', customer_uid_usage: 'issue' }
    await report(api, { ...reported, ...issue, imp_uid: 'imp_2', merchant_uid: 'order-2' })
    const body = { customer_uid: 'card-1', merchant_uid: 'order-3', amount: 1, name: 'x' }
    expect((await ask(api, 'POST /subscribe/payments/again', body)).response.pg_provider).toBe('danal_tpay')
  })

  it('sent again changes nothing, and what comes late doesn’t take money back', async () => {
    const { api, shop } = withShop()
    await report(api, reported)
    await report(api, reported)
    api.refundInConsole(reported.imp_uid)
    expect(await report(api, reported)).toMatchObject({ code: 0, response: { status: 'cancelled' } })
    await report(api, { ...reported, status: 'failed', paid_at: 0, failed_at: NOON })
    expect(api.payments()).toMatchObject([{ status: 'cancelled' }])
    await api.webhooks.settled()
    expect(shop.bodies.map(({ status }) => status)).toEqual(['paid', 'cancelled'])
  })

  it('goes on from what was open', async () => {
    const { api, shop } = withShop()
    await report(api, { ...reported, status: 'ready', paid_at: 0, receipt_url: null })
    await api.clock.advance(1000)
    await report(api, { ...reported, paid_at: NOON + 1 })
    expect(api.payments()).toMatchObject([{ status: 'paid', started_at: NOON, paid_at: NOON + 1 }])
    await api.webhooks.settled()
    expect(shop.bodies.map(({ status }) => status)).toEqual(['paid'])
    expect(await report(api, { ...reported, merchant_uid: 'order-9' })).toMatchObject({ status: 400 })
  })

  it('lets nobody pay another amount than was registered', async () => {
    const { api } = withShop()
    await ask(api, 'POST /payments/prepare', { merchant_uid: 'order-1', amount: 14000, currency: 'KRW' })
    expect(await report(api, { ...reported, amount: 100 })).toMatchObject({ status: 409, response: null })
    expect(await report(api, { ...reported, currency: 'USD' })).toMatchObject({ status: 409 })
    expect(api.payments()).toEqual([])
    expect((await report(api, reported)).code).toBe(0)
    await ask(api, 'POST /payments/prepare', { merchant_uid: 'order-2', amount: 14000 })
    const other = { ...reported, imp_uid: 'imp_2', merchant_uid: 'order-2', currency: 'USD' }
    expect((await report(api, other)).code).toBe(0)
  })

  it('leaves out what PortOne doesn’t have, and takes where webhooks are to go', async () => {
    const { api, shop } = withShop()
    await report(api, { ...reported, novelty: 1, notice_url: 'https://shop.example/own' })
    expect(api.find(reported.imp_uid)).not.toHaveProperty('novelty')
    await api.webhooks.settled()
    expect(shop.urls).toEqual(['https://shop.example/own'])
  })

  it.each([
    '{',
    '{}',
    JSON.stringify({ ...reported, imp_uid: '' }),
    JSON.stringify({ ...reported, merchant_uid: undefined }),
    JSON.stringify({ ...reported, amount: '14000' }),
    JSON.stringify({ ...reported, status: 'done' }),
    JSON.stringify({ ...reported, failed_at: NOON }),
    JSON.stringify({ ...reported, imp_uid: { a: 1 } }),
  ])('answers %s with 400 and says why', async body => {
    const { api } = withShop()
    expect(await report(api, body)).toEqual({
      status: 400,
      code: -1,
      message: expect.stringMatching(/./),
      response: null,
    })
    expect(api.payments()).toEqual([])
  })

  it('is open to pages of every origin, and nothing else is', async () => {
    const { api } = withShop()
    const preflight = await api.fetch(`${API}/ledger`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    const headers = Object.fromEntries(preflight.headers)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
      'access-control-allow-private-network': 'true',
    })
    const answer = await api.fetch(`${API}/ledger`, { method: 'POST', body: '{}' })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect((await api.fetch(`${API}/ledger`)).status).toBe(405)
    const other = await api.fetch(`${API}/users/pg`)
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the browser sandbox', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('tells it before the page hears of a payment', async () => {
    const { api } = withShop()
    vi.stubGlobal('fetch', api.fetch)
    const sandbox = installSandbox({ outcome: 'approve', ledgerUrl: `${API}/ledger` })
    sandbox.IMP.init('imp12345678')
    const request = { pg: 'danal_tpay', merchant_uid: 'order-1', amount: 25000, name: '머그 둘' }
    const known = await new Promise(resolve => {
      sandbox.IMP.request_pay(request, ({ imp_uid }) => resolve(api.find(String(imp_uid))))
    })
    expect(known).toMatchObject({ merchant_uid: 'order-1', status: 'paid', amount: 25000 })
    expect(expectWholePayments(api.payments())).toBe(1)
    sandbox.uninstall()
  })
})
