import { describe, expect, it } from 'vitest'
import {
  createSandboxApi,
  type NewPayment,
  type SandboxApiEvent,
  type SandboxApiOptions,
} from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { API, ask, DAY, makeApi, makeShop, NOON, tokenOf, WEBHOOK } from './support.ts'

describe('add', () => {
  it('makes a whole payment of nothing', () => {
    const payment = makeApi().add()
    expect(payment).toMatchObject({ status: 'paid', amount: 1000, currency: 'KRW', pay_method: 'card' })
    expect(payment.imp_uid).toMatch(/^imp_\d{12}$/)
    expect(expectWholePayments(payment)).toBe(1)
  })

  it('keeps every word of a whole one', () => {
    const { notice_url, ...whole }: NewPayment = makeApi().add({
      status: 'cancelled',
      cancel_amount: 400,
      pay_method: 'vbank',
      customer_uid: 'card-1',
      customer_uid_usage: 'payment',
      emb_pg_provider: 'naverpay',
      promotion: { id: 'promotion-id-1', discount: 100 },
    })
    expect(makeApi().add(whole)).toEqual(whole)
  })

  it.each<[string, NewPayment, NewPayment]>([
    ['what was given back', { cancel_amount: 400 }, { status: 'cancelled', cancelled_at: NOON }],
    ['all of it', { status: 'cancelled' }, { cancel_amount: 1000 }],
    [
      'its parts',
      { cancel_history: [{ amount: 100 }, { amount: 200, cancelled_at: NOON + 5 }] },
      { status: 'cancelled', cancel_amount: 300, cancelled_at: NOON + 5 },
    ],
    ['an account', { vbank_num: '123' }, { pay_method: 'vbank', status: 'paid', vbank_issued_at: NOON }],
    ['a paid account', { pay_method: 'vbank' }, { vbank_num: expect.any(String) as never }],
    [
      'a window for an account',
      { pay_method: 'vbank', status: 'ready' },
      { vbank_num: null, vbank_issued_at: null },
    ],
    ['a transfer', { pay_method: 'trans' }, { bank_code: expect.any(String) as never, apply_num: null }],
    ['PayPal', { pg_provider: 'paypal_v2' }, { currency: 'USD' }],
    [
      'a failure',
      { status: 'failed' },
      { failed_at: NOON, paid_at: 0, fail_reason: expect.any(String) as never },
    ],
    [
      'the words of a cancel',
      { status: 'cancelled', cancel_reason: '파손' },
      { cancel_reason: '파손', cancel_receipt_urls: [expect.any(String)] },
    ],
    [
      'a cancel without a receipt',
      { cancel_history: [{ amount: 5, receipt_url: null }] },
      { cancel_receipt_urls: [], cancel_history: [expect.objectContaining({ receipt_url: null })] },
    ],
    [
      'a free one',
      { status: 'cancelled', amount: 0, deposit_history: [{ amount: 5 }], cancel_amount: 5 },
      {},
    ],
    ['a week for an account', { vbank_num: '123' }, { vbank_date: NOON + 7 * DAY }],
    [
      'nothing of undefined',
      { currency: undefined, pg_id: undefined },
      { currency: 'KRW', pg_id: 'sandbox' },
    ],
    ['an earlier one', { paid_at: NOON - DAY }, { started_at: NOON - DAY }],
    [
      'a failed time',
      { status: 'failed', failed_at: NOON - 5 },
      { failed_at: NOON - 5, started_at: NOON - 5 },
    ],
  ])('works out %s', (_what, given, expected) => {
    const payment = makeApi().add(given)
    expect(payment).toMatchObject(expected)
    expect(expectWholePayments(payment)).toBe(1)
  })

  it.each<[NewPayment, RegExp]>([
    [{ status: 'paid', cancel_amount: 1 }, /"cancelled" from the first part on/],
    [{ cancel_amount: 1001 }, /"cancel_amount" is 1001, but only 1000/],
    [{ status: 'cancelled', cancel_amount: 0 }, /nothing was given back/],
    [{ cancel_amount: 5, cancel_history: [{ amount: 4 }] }, /"cancel_amount" is 5.* are 4/],
    [{ cancel_history: [{ amount: 0 }] }, /has the "amount" 0/],
    [{ status: 'ready', deposit_history: [{ amount: 5 }] }, /money came, but the status is "ready"/],
    [{ status: 'ready', paid_at: NOON }, /"paid_at" is given though the status is "ready"/],
    [{ status: 'paid', paid_at: 0 }, /"paid_at" is 0 though the status is "paid"/],
    [{ status: 'paid', failed_at: NOON }, /"failed_at" is given/],
    [{ status: 'failed', cancelled_at: NOON }, /"cancelled_at" is given/],
    [{ customer_uid_usage: 'issue' }, /no "customer_uid"/],
  ])('refuses the contradiction in %j', (given, message) => {
    const api = makeApi()
    expect(() => api.add(given)).toThrow(message)
    expect(api.payments()).toEqual([])
  })

  it.each<[object, RegExp]>([
    [{ marchant_uid: 'x' }, /^add: there is no "marchant_uid"\. Known: imp_uid, merchant_uid/],
    [{ amount: '1000' }, /^add: "amount" must be a number that is 0 or more, but is "1000"\.$/],
    [{ amount: -1 }, /"amount" must be/],
    [{ status: 'done' }, /"status" must be "ready" or "paid" or .* but is "done"/],
    [{ sandbox: 'true' }, /"sandbox" must be true or false/],
    [{ paid_at: 1.5 }, /"paid_at" must be a whole number/],
    [{ imp_uid: '' }, /"imp_uid" must be a text that is not empty/],
    [{ promotion: 'x' }, /"promotion" must be null, or an object/],
    [{ promotion: { id: 'x', discount: '1' } }, /promotion: "discount" must be/],
    [{ cancel_history: [{ amount: 'x' }] }, /cancel_history: "amount" must be/],
    [{ deposit_history: [{ sum: 1 }] }, /deposit_history: there is no "sum"/],
    [{ notice_url: [] }, /"notice_url" must be/],
  ])('refuses %j', (given, message) => {
    expect(() => makeApi().add(given as NewPayment)).toThrow(message)
    expect(() => makeApi().add(given as NewPayment)).toThrow(TypeError)
  })

  it('says in which call the mistake is', () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1' })
    const wrong = { sum: 1 } as never
    for (const [name, act] of Object.entries({
      add: () => api.add({}, wrong),
      issueVirtualAccount: () => api.issueVirtualAccount({}, wrong),
      deposit: () => api.deposit('imp_1', wrong),
      approve: () => api.approve('imp_0'),
      fail: () => api.fail('imp_0'),
      refundInConsole: () => api.refundInConsole('imp_1', wrong),
      completeCancel: () => api.completeCancel('imp_0'),
      changeEscrow: () => api.changeEscrow('imp_1', '3', wrong),
      registerCard: () => api.registerCard(wrong),
      addCertification: () => api.addCertification(wrong),
      overwrite: () => api.overwrite('imp_0', {}),
    }))
      expect(act).toThrow(new RegExp(`^${name}[:,]`))
  })

  it('refuses what is no object, and options that there aren’t', () => {
    expect(() => makeApi().add('imp_1' as never)).toThrow('add takes an object, but got "imp_1".')
    expect(() => makeApi().add({}, { webhooks: false } as never)).toThrow(/no "webhooks"\. Known: webhook\./)
  })

  it('doesn’t let a known payment be added once more', () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1' })
    expect(() => api.add({ imp_uid: 'imp_1' })).toThrow(/"imp_1" is there already/)
  })

  it('writes into nothing that it was given, and nobody writes into what it knows', () => {
    const api = makeApi()
    const given = Object.freeze({ merchant_uid: 'order-1' })
    const payment = api.add(given)
    Reflect.set(payment, 'status', 'failed')
    api.payments()[0] = undefined as never
    expect(api.find(payment.imp_uid)!.status).toBe('paid')
    expect(api.payments()).toHaveLength(1)
  })
})

describe('what can’t happen', () => {
  it.each<[string, (api: ReturnType<typeof makeApi>) => unknown, RegExp]>([
    [
      'approve',
      api => api.approve('imp_1'),
      /^approve: the payment "imp_1" is paid, but must be ready or pending or failed/,
    ],
    ['fail', api => api.fail('imp_1'), /is paid, but must be ready or pending/],
    [
      'refund',
      api => api.refundInConsole('imp_1', { amount: 1001 }),
      /1001 can't go back.*the 1000 that is left/,
    ],
    ['refund nothing', api => api.refundInConsole('imp_1', { amount: 0 }), /more than 0/],
    ['unknown', api => api.approve('imp_0'), /there is no payment "imp_0"\. Add it first/],
    ['wrong option', api => api.refundInConsole('imp_1', { sum: 1 } as never), /no "sum"/],
    ['wrong deposit', api => api.deposit('imp_1', { amount: 'x' } as never), /"amount" must be/],
    ['card without a name', api => api.registerCard({} as never), /"customer_uid" is missing/],
    [
      'card with a typo',
      api => api.registerCard({ customer_uid: 'x', decline: true } as never),
      /no "decline"/,
    ],
    ['certification', api => api.addCertification({ gender: 'x' as never }), /"gender" must be/],
    ['escrow', api => api.changeEscrow('imp_1', '3'), /is no escrow payment/],
    ['overwrite', api => api.overwrite('imp_0', {}), /no payment "imp_0"/],
  ])('is refused: %s', (_what, act, message) => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1' })
    expect(() => act(api)).toThrow(message)
  })

  it('is refused: a clock that stands or goes back', async () => {
    await expect(makeApi().clock.advance(0)).rejects.toThrow(/"ms" must be more than 0, but is 0/)
    await expect(makeApi().clock.advance(Number.NaN)).rejects.toThrow(/more than 0/)
  })
})

describe('overwrite', () => {
  it('answers with what PortOne may say one day, everywhere', async () => {
    const api = makeApi()
    const { imp_uid } = api.add({ merchant_uid: 'order-1' })
    api.overwrite(imp_uid, { status: 'on_hold', sandbox: undefined, novel: 1 })
    for (const path of [`/payments/${imp_uid}`, '/payments/find/order-1']) {
      const { response } = await ask(api, `GET ${path}`)
      expect(response).toMatchObject({ status: 'on_hold', novel: 1, amount: 1000 })
      expect(response).not.toHaveProperty('sandbox')
    }
    api.overwrite(imp_uid, { status: 'paid' })
    expect((await ask(api, `GET /payments/${imp_uid}`)).response).toMatchObject({ status: 'paid', novel: 1 })
  })
})

describe('options', () => {
  it.each<[object, RegExp]>([
    [{ webhook: WEBHOOK }, /^createSandboxApi: there is no "webhook"\. Known: webhooks, trouble/],
    [{ webhooks: WEBHOOK }, /"webhooks" must be an object, but is "https/],
    [{ webhooks: { uri: WEBHOOK } }, /createSandboxApi, webhooks: there is no "uri"\. Known: url/],
    [{ webhooks: { url: '/webhook' } }, /"url" must be an absolute http\(s\) address, but is "\/webhook"/],
    [{ webhooks: { url: 'ftp://shop.example' } }, /absolute http/],
    [{ webhooks: { type: 'xml' } }, /"type" must be "json" or "form"/],
    [{ webhooks: { retries: 6 } }, /"retries" must be 0 or 1 or/],
    [
      { webhooks: { delay: [] } },
      /"delay" must be a number that is 0 or more, or an array that is not empty/,
    ],
    [{ webhooks: { lose: -1 } }, /"lose" must be/],
    [{ trouble: 'down' }, /"trouble" must be "ok" or "unauthorized"/],
    [{ trouble: { answer: 'html' } }, /createSandboxApi, trouble: there is no "answer"\. Known: answers/],
    [{ trouble: { answers: ['html', 'down'] } }, /"answers" must be/],
    [{ trouble: [{ times: 1.5 }] }, /"times" must be a whole number/],
    [{ trouble: { path: 1 } }, /"path" must be a text that is not empty, or a RegExp/],
    [{ listLag: '1' }, /"listLag" must be/],
    [{ emptyList: 404 }, /"emptyList" must be 200 or 400/],
    [{ cancels: 'late' }, /"cancels" must be "done" or "pending" or "refused"/],
    [{ declineCards: '' }, /"declineCards" must be/],
    [{ testChannel: 1 }, /"testChannel" must be true or false, but is 1/],
    [{ origin: 'api.iamport.kr' }, /"origin" must be an absolute/],
    [{ now: 0 }, /"now" must be a function/],
    [{ random: 0.5 }, /"random" must be a function/],
    [{ channels: [] }, /"channels" must be an array that is not empty/],
    [{ channels: [{ provider: 'kcp' }] }, /channels: there is no "provider"/],
    [{ onEvent: [] }, /"onEvent" must be a function, but is an array/],
    [{ key: '' }, /"key" must be/],
  ])('%j is refused', (options, message) => {
    expect(() => createSandboxApi(options as SandboxApiOptions)).toThrow(message)
    expect(() => createSandboxApi(options as SandboxApiOptions)).toThrow(TypeError)
  })

  it('are refused by configure as well, and then nothing changes', async () => {
    const api = makeApi()
    expect(() => api.configure({ testChannel: true, listlag: 1 } as never)).toThrow(
      /configure: there is no "listlag"/,
    )
    expect(() => api.configure({ now: Date.now } as never)).toThrow(/no "now"/)
    expect(api.add().sandbox).toBe(false)
    expect(() => createSandboxApi('x' as never)).toThrow(/takes an object/)
  })

  it('may be undefined', () => {
    expect(() => createSandboxApi({ webhooks: undefined, now: undefined, key: undefined })).not.toThrow()
  })

  it('make payments of a test channel unless they say otherwise', () => {
    const api = makeApi({ testChannel: true })
    expect([api.add().sandbox, api.add({ sandbox: false }).sandbox]).toEqual([true, false])
  })

  it('of webhooks are changed one by one', async () => {
    const shop = makeShop()
    const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } })
    api.configure({ webhooks: { type: 'form' } })
    api.add()
    await api.webhooks.settled()
    expect([shop.urls, shop.types]).toEqual([[WEBHOOK], ['application/x-www-form-urlencoded']])
    api.configure({ webhooks: undefined })
    api.add()
    await api.webhooks.settled()
    expect(shop.urls).toHaveLength(1)
  })
})

describe('determinism', () => {
  it('gives the same numbers and times in every run', async () => {
    const run = async () => {
      const api = makeApi()
      const { imp_uid } = api.add({ amount: 5000 })
      await ask(api, 'POST /payments/cancel', { imp_uid, amount: 2000 })
      api.issueVirtualAccount()
      return [api.payments(), await tokenOf(api)]
    }
    expect(await run()).toEqual(await run())
  })

  it('gives no number twice, even where nothing is random', () => {
    const api = createSandboxApi({ random: () => 0.5 })
    const numbers = Array.from({ length: 1000 }, () => api.add().imp_uid)
    expect(new Set(numbers).size).toBe(1000)
    for (const number of numbers) expect(number).toMatch(/^imp_\d{12}$/)
  })

  it('shares nothing between two of them', async () => {
    const [one, other] = [makeApi(), makeApi()]
    const { imp_uid } = one.add()
    expect(other.find(imp_uid)).toBeUndefined()
    const authorization = await tokenOf(one)
    expect((await other.fetch(`${API}/users/pg`, { headers: { authorization } })).status).toBe(401)
  })

  it('goes by the machine’s clock unless it is told otherwise', async () => {
    const api = createSandboxApi()
    const before = Math.floor(Date.now() / 1000)
    const { paid_at } = api.add()
    expect(paid_at).toBeGreaterThanOrEqual(before)
    expect(paid_at).toBeLessThanOrEqual(Date.now() / 1000)
    const now = api.clock.now()
    await api.clock.advance(DAY * 1000)
    expect(api.clock.now() - now).toBeGreaterThanOrEqual(DAY * 1000)
  })
})

describe('reset', () => {
  it('forgets everything but the settings', async () => {
    const shop = makeShop()
    const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch, delay: 1000 }, testChannel: true })
    const authorization = await tokenOf(api)
    api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1' })
    api.registerCard({ customer_uid: 'card-1' })
    const schedules = [{ merchant_uid: 'order-2', schedule_at: NOON + 10, amount: 1, name: 'x' }]
    await ask(api, 'POST /subscribe/payments/schedule', { customer_uid: 'card-1', schedules })
    await ask(api, 'POST /payments/prepare', { merchant_uid: 'order-3', amount: 1 })
    api.reset()
    expect([api.payments(), api.requests(), api.webhooks.log()]).toEqual([[], [], []])
    expect((await api.fetch(`${API}/users/pg`, { headers: { authorization } })).status).toBe(401)
    expect((await ask(api, 'GET /payments/findAll/order-1')).status).toBe(404)
    expect((await ask(api, 'GET /payments/prepare/order-3')).status).toBe(404)
    expect((await ask(api, 'GET /subscribe/customers/card-1')).status).toBe(404)
    await api.clock.advance(60_000)
    expect([api.payments(), shop.bodies]).toEqual([[], []])
    expect(api.add().sandbox).toBe(true)
  })
})

describe('onEvent', () => {
  it('hears of requests, changes and webhooks', async () => {
    const events: SandboxApiEvent[] = []
    const shop = makeShop()
    const api = makeApi({
      webhooks: { url: WEBHOOK, fetch: shop.fetch },
      onEvent: event => events.push(event),
    })
    const { imp_uid } = api.add({ status: 'ready' })
    api.approve(imp_uid)
    await api.webhooks.settled()
    await api.fetch(`${API}/nothing`)
    expect(events).toMatchObject([
      { type: 'payment', before: null, payment: { imp_uid, status: 'ready' } },
      { type: 'payment', before: 'ready', payment: { imp_uid, status: 'paid' } },
      {
        type: 'webhook',
        webhook: { url: WEBHOOK, state: 'answered', answer: 200, body: { status: 'paid' } },
      },
      { type: 'request', method: 'GET', path: '/nothing', status: 404, code: -1 },
    ])
  })
})
