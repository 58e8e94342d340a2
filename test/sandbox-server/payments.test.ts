import { describe, expect, it } from 'vitest'
import type { ApiPayment } from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { ask, DAY, type Envelope, makeApi, NOON, type Page } from './support.ts'

const idsOf = ({ response }: Envelope<Page>): string[] => response.list.map(({ imp_uid }) => imp_uid)

describe('GET /payments/{imp_uid}', () => {
  it('gives the whole payment', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 14000, name: '머그', buyer_name: '구매자' })
    const { status, code, message, response } = await ask(api, 'GET /payments/imp_1')
    expect({ status, code, message }).toEqual({ status: 200, code: 0, message: null })
    expect(response).toEqual({
      imp_uid: 'imp_1',
      merchant_uid: 'order-1',
      pay_method: 'card',
      channel: 'pc',
      pg_provider: 'html5_inicis',
      emb_pg_provider: null,
      pg_tid: expect.any(String),
      pg_id: 'sandbox',
      sandbox: false,
      escrow: false,
      apply_num: expect.stringMatching(/^\d{8}$/),
      bank_code: null,
      bank_name: null,
      card_code: expect.any(String),
      card_name: expect.any(String),
      card_issuer_code: null,
      card_issuer_name: null,
      card_publisher_code: null,
      card_publisher_name: null,
      card_quota: 0,
      card_number: expect.stringContaining('*'),
      card_type: 0,
      vbank_code: null,
      vbank_name: null,
      vbank_num: null,
      vbank_holder: null,
      vbank_date: null,
      vbank_issued_at: null,
      name: '머그',
      amount: 14000,
      cancel_amount: 0,
      currency: 'KRW',
      buyer_name: '구매자',
      buyer_email: null,
      buyer_tel: null,
      buyer_addr: null,
      buyer_postcode: null,
      custom_data: null,
      user_agent: null,
      status: 'paid',
      started_at: NOON,
      paid_at: NOON,
      failed_at: 0,
      cancelled_at: 0,
      fail_reason: null,
      cancel_reason: null,
      receipt_url: expect.stringContaining('imp_1'),
      cancel_history: [],
      deposit_history: [],
      cancel_receipt_urls: [],
      cash_receipt_issued: false,
      customer_uid: null,
      customer_uid_usage: null,
      promotion: null,
    })
    expect(expectWholePayments(response)).toBe(1)
  })

  it('doesn’t know what there isn’t', async () => {
    expect(await ask(makeApi(), 'GET /payments/imp_0')).toEqual({
      status: 404,
      code: -1,
      message: '존재하지 않는 결제정보입니다.',
      response: null,
    })
  })

  it('hides payments of test channels unless they are asked for', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', sandbox: true })
    expect((await ask(api, 'GET /payments/imp_1')).status).toBe(404)
    expect((await ask(api, 'GET /payments/imp_1?include_sandbox=false')).status).toBe(404)
    const { response } = await ask(api, 'GET /payments/imp_1?include_sandbox=true')
    expect(response.sandbox).toBe(true)
  })

  it('has only here the gateway’s raw fields, when they are asked for', async () => {
    const api = makeApi()
    const extension = { REMITTER: '홍길동' }
    api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', pg_provider: 'daou', extension })
    expect((await ask(api, 'GET /payments/imp_1?extension=true')).response).toMatchObject({ extension })
    expect((await ask(api, 'GET /payments/imp_1')).response).not.toHaveProperty('extension')
    expect((await ask(api, 'GET /payments/find/order-1?extension=true')).response).not.toHaveProperty(
      'extension',
    )
  })

  it('takes numbers with characters that a path has to encode', async () => {
    const api = makeApi()
    const merchant_uid = 'order/1 ?#%25 주문'
    api.add({ merchant_uid })
    const { response } = await ask(api, `GET /payments/find/${encodeURIComponent(merchant_uid)}`)
    expect(response.merchant_uid).toBe(merchant_uid)
  })
})

describe('a sub-merchant’s payment', () => {
  it('is there only for requests with its Tier, and the agency’s only for those without', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', tier_code: 'ABC' })
    api.add({ imp_uid: 'imp_2', merchant_uid: 'order-1' })
    const tier = { tier: 'ABC' }
    expect((await ask(api, 'GET /payments/imp_1')).status).toBe(404)
    expect((await ask(api, 'GET /payments/imp_1', undefined, { tier: 'XYZ' })).status).toBe(404)
    expect((await ask(api, 'GET /payments/imp_1', undefined, tier)).status).toBe(200)
    expect((await ask(api, 'GET /payments/imp_2', undefined, tier)).status).toBe(404)
    const own = await ask<Page>(api, 'GET /payments/findAll/order-1', undefined, tier)
    expect(idsOf(own)).toEqual(['imp_1'])
    expect(idsOf(await ask<Page>(api, 'GET /payments/findAll/order-1'))).toEqual(['imp_2'])
    const cancel = await ask(api, 'POST /payments/cancel', { imp_uid: 'imp_1' })
    expect(cancel.code).toBe(1)
    expect(api.find('imp_1')!.status).toBe('paid')
  })
})

describe('GET /payments?imp_uid[]=…&merchant_uid[]=…', () => {
  const withThree = () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1' })
    api.add({ imp_uid: 'imp_2', merchant_uid: 'order-2', sandbox: true })
    api.add({ imp_uid: 'imp_3', merchant_uid: 'order-2' })
    return api
  }
  const several = async (query: string) => ask<ApiPayment[]>(withThree(), `GET /payments?${query}`)

  it('gives all that were asked for, those of test channels too', async () => {
    const { status, code, response } = await several('imp_uid[]=imp_1&imp_uid[]=imp_2')
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    expect(response.map(({ imp_uid }) => imp_uid)).toEqual(['imp_1', 'imp_2'])
    expect(expectWholePayments(response)).toBe(2)
  })

  it('takes the newest attempt for an order', async () => {
    const { response } = await several('merchant_uid[]=order-2')
    expect(response.map(({ imp_uid }) => imp_uid)).toEqual(['imp_3'])
  })

  it('gives a payment that is asked for twice once', async () => {
    expect((await several('imp_uid[]=imp_1&merchant_uid[]=order-1')).response).toHaveLength(1)
  })

  it('says 207 where some are missing', async () => {
    const { status, response } = await several('imp_uid[]=imp_1&imp_uid[]=imp_0&merchant_uid[]=order-0')
    expect(status).toBe(207)
    expect(response.map(({ imp_uid }) => imp_uid)).toEqual(['imp_1'])
  })

  it('says 404 where all are missing, or none is asked for', async () => {
    expect(await several('imp_uid[]=imp_0')).toMatchObject({ status: 404, code: -1, response: null })
    expect((await several('')).status).toBe(404)
  })

  it('takes a hundred at most', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `imp_uid[]=imp_${at}`).join('&')
    expect((await several(ids(100))).status).toBe(207)
    expect((await several(ids(101))).status).toBe(400)
    expect((await several(`${ids(60)}&${ids(60).replace(/imp_uid/g, 'merchant_uid')}`)).status).toBe(400)
  })
})

/** Three attempts of one order: a failed one, the paid one, and a newer failed one. */
const withAttempts = () => {
  const api = makeApi()
  const merchant_uid = 'order-1'
  api.add({ imp_uid: 'imp_1', merchant_uid, status: 'failed', started_at: NOON - 300, failed_at: NOON - 290 })
  api.add({ imp_uid: 'imp_2', merchant_uid, started_at: NOON - 200, paid_at: NOON - 100, sandbox: true })
  api.add({ imp_uid: 'imp_3', merchant_uid, status: 'failed', started_at: NOON - 150, failed_at: NOON - 140 })
  return api
}

describe('GET /payments/find/{merchant_uid}', () => {
  it('gives the newest window, though it may have failed and an older one is paid', async () => {
    const { response } = await ask(withAttempts(), 'GET /payments/find/order-1')
    expect(response).toMatchObject({ imp_uid: 'imp_3', status: 'failed' })
  })

  it.each([
    ['paid', 'imp_2'],
    ['failed', 'imp_3'],
  ])('gives the newest one that is %s', async (status, imp_uid) => {
    const { response } = await ask(withAttempts(), `GET /payments/find/order-1/${status}`)
    expect(response.imp_uid).toBe(imp_uid)
  })

  it.each([
    ['-started', 'imp_3'],
    ['started', 'imp_1'],
    ['-paid', 'imp_2'],
  ])('gives the first by %s', async (sorting, imp_uid) => {
    expect(
      (await ask(withAttempts(), `GET /payments/find/order-1?sorting=${sorting}`)).response.imp_uid,
    ).toBe(imp_uid)
  })

  it('gives the one that changed last, or first', async () => {
    const api = withAttempts()
    await api.clock.advance(1000)
    api.approve('imp_1')
    expect((await ask(api, 'GET /payments/find/order-1?sorting=-updated')).response.imp_uid).toBe('imp_1')
    expect((await ask(api, 'GET /payments/find/order-1?sorting=updated')).response.imp_uid).toBe('imp_2')
  })

  it('says 404 where there is none, or none of this status', async () => {
    expect((await ask(withAttempts(), 'GET /payments/find/order-0')).status).toBe(404)
    expect((await ask(withAttempts(), 'GET /payments/find/order-1/cancelled')).status).toBe(404)
  })

  it('says 400 to a status or a sorting that there isn’t', async () => {
    expect((await ask(withAttempts(), 'GET /payments/find/order-1/pending')).status).toBe(400)
    expect((await ask(withAttempts(), 'GET /payments/find/order-1?sorting=name')).status).toBe(400)
    expect((await ask(withAttempts(), 'GET /payments/find/order-1?sorting=constructor')).status).toBe(400)
  })
})

describe('GET /payments/findAll/{merchant_uid}', () => {
  const all = (query = '', api = withAttempts()) => ask<Page>(api, `GET /payments/findAll/order-1${query}`)

  it('gives all attempts, the newest window first, with those of test channels', async () => {
    const page = await all()
    expect(page).toMatchObject({ status: 200, code: 0, response: { total: 3, previous: 0, next: 0 } })
    expect(idsOf(page)).toEqual(['imp_3', 'imp_2', 'imp_1'])
    expect(expectWholePayments(page)).toBe(3)
  })

  it('gives them in another order', async () => {
    expect(idsOf(await all('?sorting=started'))).toEqual(['imp_1', 'imp_2', 'imp_3'])
    expect(idsOf(await all('?sorting=-paid'))[0]).toBe('imp_2')
  })

  it('gives the one that came last first where times are equal', async () => {
    const api = makeApi()
    for (const imp_uid of ['imp_1', 'imp_2', 'imp_3']) api.add({ imp_uid, merchant_uid: 'order-1' })
    expect(idsOf(await all('', api))).toEqual(['imp_3', 'imp_2', 'imp_1'])
    expect(idsOf(await all('?sorting=started', api))).toEqual(['imp_1', 'imp_2', 'imp_3'])
  })

  it('gives those of one status, and with an empty one all', async () => {
    expect(idsOf(await all('/failed'))).toEqual(['imp_3', 'imp_1'])
    expect((await all('/')).response.total).toBe(3)
  })

  it('gives pages', async () => {
    const first = await all('?limit=2')
    expect(first.response).toMatchObject({ total: 3, previous: 0, next: 2 })
    expect(idsOf(first)).toEqual(['imp_3', 'imp_2'])
    const second = await all('?limit=2&page=2')
    expect(second.response).toMatchObject({ total: 3, previous: 1, next: 0 })
    expect(idsOf(second)).toEqual(['imp_1'])
  })

  it('has twenty on a page, and a thousand at most', async () => {
    const api = makeApi()
    for (let count = 0; count < 21; count++) api.add({ merchant_uid: 'order-1' })
    const page = await all('', api)
    expect(page.response.list).toHaveLength(20)
    expect(page.response.next).toBe(2)
    expect((await all('?limit=1000', api)).response.list).toHaveLength(21)
  })

  it.each([
    '?limit=0',
    '?limit=-1',
    '?page=-1',
    '?limit=1001',
    '?limit=x',
    '?page=0',
    '?page=2',
    '?page=1.5',
    '/nothing',
    '?sorting=x',
  ])('says 400 to %s', async query => {
    expect(await all(query)).toMatchObject({ status: 400, code: -1, response: null })
  })

  it('says 404 where there is none', async () => {
    expect(await ask(makeApi(), 'GET /payments/findAll/order-1')).toMatchObject({ status: 404, code: -1 })
    expect((await all('/cancelled')).status).toBe(404)
  })
})

describe('GET /payments/status/{payment_status}', () => {
  const withAll = () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_ready', status: 'ready', started_at: NOON - 10 * DAY })
    api.add({ imp_uid: 'imp_paid', started_at: NOON - 11 * DAY, paid_at: NOON - 3 * DAY })
    api.add({
      imp_uid: 'imp_failed',
      status: 'failed',
      started_at: NOON - 12 * DAY,
      failed_at: NOON - 2 * DAY,
    })
    api.add({
      imp_uid: 'imp_cancelled',
      status: 'cancelled',
      started_at: NOON - 13 * DAY,
      paid_at: NOON - 12 * DAY,
      cancelled_at: NOON - DAY,
    })
    api.add({ imp_uid: 'imp_pending', status: 'pending', started_at: NOON - 14 * DAY })
    api.add({ imp_uid: 'imp_old', started_at: NOON - 100 * DAY, paid_at: NOON - 91 * DAY })
    return api
  }
  const list = (rest: string, api = withAll()) => ask<Page>(api, `GET /payments/status/${rest}`)

  it.each(['ready', 'paid', 'failed', 'cancelled'])(
    'lists what is %s, of the last ninety days',
    async status => {
      const page = await list(status)
      expect(page).toMatchObject({ status: 200, code: 0, response: { total: 1, previous: 0, next: 0 } })
      expect(idsOf(page)).toEqual([`imp_${status}`])
      expect(expectWholePayments(page)).toBe(1)
    },
  )

  it('lists all, what is pending too', async () => {
    expect(idsOf(await list('all'))).toEqual([
      'imp_ready',
      'imp_paid',
      'imp_failed',
      'imp_cancelled',
      'imp_pending',
    ])
  })

  it.each([
    ['ready', 10],
    ['paid', 3],
    ['failed', 2],
    ['cancelled', 1],
  ])('finds what is %s by the time of just that, both ends included', async (status, days) => {
    const at = NOON - days * DAY
    const total = async (from: number, to: number) =>
      (await list(`${status}?from=${from}&to=${to}`)).response.total
    expect(await total(at, at)).toBe(1)
    expect(await total(at - 50, at - 1)).toBe(0)
    expect(await total(at + 1, at + 50)).toBe(0)
  })

  it('looks further back by ninety days at a time', async () => {
    const to = NOON - 90 * DAY
    expect(idsOf(await list(`paid?to=${to}`))).toEqual(['imp_old'])
    expect((await list(`paid?from=${NOON - 90 * DAY}&to=${NOON}`)).status).toBe(200)
    expect((await list(`paid?from=${NOON - 90 * DAY - 1}&to=${NOON}`)).status).toBe(400)
  })

  it('ends with the present', async () => {
    const api = makeApi()
    api.add({ paid_at: NOON + 10, started_at: NOON })
    expect((await list('paid', api)).response.total).toBe(0)
    await api.clock.advance(10_000)
    expect((await list('paid', api)).response.total).toBe(1)
  })

  it('gives pages, and 400 past the last one', async () => {
    const first = await list('all?limit=3')
    expect(first.response).toMatchObject({ total: 5, previous: 0, next: 2 })
    const second = await list('all?limit=3&page=2')
    expect(second.response).toMatchObject({ total: 5, previous: 1, next: 0 })
    expect([...idsOf(first), ...idsOf(second)]).toHaveLength(5)
    expect(await list('all?limit=3&page=3')).toMatchObject({ status: 400, code: -1, response: null })
  })

  it('answers an empty list as it is told, because nobody knows how PortOne does', async () => {
    const api = makeApi()
    expect(await list('paid', api)).toMatchObject({
      status: 200,
      response: { total: 0, previous: 0, next: 0, list: [] },
    })
    api.configure({ emptyList: 400 })
    expect((await list('paid', api)).status).toBe(400)
  })

  it.each([
    'pending',
    'nothing',
    'paid?sorting=x',
    'paid?limit=1001',
    'paid?from=x',
    'paid?to=1.5',
    'paid?from=2&to=1',
  ])('says 400 to %s', async rest => {
    expect((await list(rest)).status).toBe(400)
  })
})

it('says which parameter of a list is wrong', async () => {
  for (const name of ['from', 'to', 'limit', 'page', 'sorting'])
    expect((await ask(makeApi(), `GET /payments/status/all?${name}=x`)).message).toMatch(
      new RegExp(`: ${name}$`),
    )
  const api = withAttempts()
  expect((await ask(api, 'GET /payments/findAll/order-1?sorting=x')).message).toMatch(/: sorting$/)
})

describe('lists that are behind', () => {
  it('show what was so some time ago, while the payment itself is known at once', async () => {
    const api = makeApi({ listLag: 5000 })
    const { imp_uid } = api.add({ merchant_uid: 'order-1', status: 'ready' })
    expect((await ask(api, `GET /payments/${imp_uid}`)).status).toBe(200)
    for (const path of ['find/order-1', 'findAll/order-1', `?imp_uid[]=${imp_uid}`])
      expect([path, (await ask(api, `GET /payments/${path}`)).status]).toEqual([path, 404])
    expect((await ask<Page>(api, 'GET /payments/status/all')).response.total).toBe(0)

    await api.clock.advance(5000)
    api.approve(imp_uid)
    expect((await ask(api, `GET /payments/${imp_uid}`)).response.status).toBe('paid')
    expect((await ask(api, 'GET /payments/find/order-1')).response.status).toBe('ready')
    expect((await ask<Page>(api, 'GET /payments/status/paid')).response.total).toBe(0)

    await api.clock.advance(5000)
    expect((await ask(api, 'GET /payments/find/order-1')).response.status).toBe('paid')
    expect((await ask<Page>(api, 'GET /payments/status/paid')).response.total).toBe(1)
  })
})

describe('GET /payments/{imp_uid}/balance', () => {
  it('is for PAYCO alone', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1' })
    expect(await ask(api, 'GET /payments/imp_1/balance')).toMatchObject({ status: 405, code: -1 })
    expect((await ask(api, 'GET /payments/imp_0/balance')).status).toBe(404)
  })

  it('is for what was paid by PAYCO in another gateway’s window, too', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', pay_method: 'payco', pg_provider: 'html5_inicis' })
    expect((await ask(api, 'GET /payments/imp_1/balance')).status).toBe(200)
    const window = api.add({ pg_provider: 'payco', status: 'ready' })
    expect((await ask(api, `GET /payments/${window.imp_uid}/balance`)).response).toMatchObject({
      histories: [],
    })
  })

  it('says what is left, and what it is made of', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1', pg_provider: 'payco', amount: 11000 })
    api.refundInConsole('imp_1', { amount: 5500 })
    const none = { tax_free: 0, supply: 0, vat: 0, service: 0 }
    const { status, response } = await ask<object>(api, 'GET /payments/imp_1/balance')
    expect(status).toBe(200)
    expect(response).toEqual({
      amount: 11000,
      cash_receipt: none,
      primary: { tax_free: 0, supply: 5000, vat: 500, service: 0 },
      secondary: none,
      discount: none,
      histories: [
        {
          cash_receipt: none,
          primary: { tax_free: 0, supply: 10000, vat: 1000, service: 0 },
          secondary: none,
          discount: none,
          created: NOON,
        },
      ],
    })
  })
})
