import { describe, expect, it } from 'vitest'
import type { SandboxApi } from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { ask, DAY, makeApi, makeShop, NOON, type Page, WEBHOOK } from './support.ts'

const refusal = { status: 200, code: 1, message: expect.stringMatching(/./), response: null }
const missing = { status: 404, code: -1, message: expect.stringMatching(/./), response: null }
const wrong = { status: 400, code: -1, message: expect.stringMatching(/./), response: null }

const withShop = (answers?: Parameters<typeof makeShop>[0]) => {
  const shop = makeShop(answers)
  return { shop, api: makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } }) }
}

const account = {
  channel_key: 'channel-key-1',
  merchant_uid: 'order-1',
  amount: 14000,
  vbank_code: '088',
  vbank_due: NOON + DAY,
}
const issue = (api: SandboxApi, more: object = {}) => ask(api, 'POST /vbanks', { ...account, ...more })

describe('POST /vbanks', () => {
  it('issues an account, and tells the shop', async () => {
    const { api, shop } = withShop()
    const { status, code, response } = await issue(api, { vbank_holder: '예금주', buyer_name: '구매자' })
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    expect(response).toMatchObject({
      merchant_uid: 'order-1',
      status: 'ready',
      amount: 14000,
      pay_method: 'vbank',
      channel: 'api',
      vbank_num: expect.stringMatching(/^\d+$/),
      vbank_code: '088',
      vbank_holder: '예금주',
      vbank_date: NOON + DAY,
      vbank_issued_at: NOON,
      paid_at: 0,
      buyer_name: '구매자',
      customer_uid_usage: null,
    })
    expect(expectWholePayments(response)).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([{ imp_uid: response.imp_uid, merchant_uid: 'order-1', status: 'ready' }])
  })

  it('lets several accounts wait for one order', async () => {
    const { api } = withShop()
    const { response: first } = await issue(api)
    const { response: second } = await issue(api)
    expect(first.vbank_num).not.toBe(second.vbank_num)
    const page = await ask<Page>(api, 'GET /payments/findAll/order-1')
    expect(page.response.total).toBe(2)
    // Both are paid into: nobody stops that.
    api.deposit(first.imp_uid)
    api.deposit(second.imp_uid)
    expect((await ask<Page>(api, 'GET /payments/findAll/order-1/paid')).response.total).toBe(2)
  })

  it.each([
    { merchant_uid: '' },
    { merchant_uid: 'x'.repeat(41) },
    { amount: undefined },
    { amount: 0 },
    { amount: 'x' },
    { vbank_code: '' },
    { vbank_due: undefined },
    { vbank_due: 'tomorrow' },
    { fixed_unlimited_vbank: true },
  ])('refuses %j', async more => {
    const { api } = withShop()
    expect(await issue(api, more)).toEqual(refusal)
    expect(api.payments()).toEqual([])
  })

  it('refuses an order that is paid', async () => {
    const { api } = withShop()
    api.add({ merchant_uid: 'order-1' })
    expect(await issue(api)).toEqual(refusal)
  })
})

describe('a deposit', () => {
  it('makes the payment paid, and tells the shop', async () => {
    const { api, shop } = withShop()
    const { response } = await issue(api)
    await api.clock.advance(5000)
    const paid = api.deposit(response.imp_uid)
    expect(paid).toMatchObject({ status: 'paid', paid_at: NOON + 5, vbank_num: response.vbank_num })
    expect(expectWholePayments(paid)).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies.map(({ status }) => status)).toEqual(['ready', 'paid'])
    expect(() => api.deposit(response.imp_uid)).toThrow(/is paid, but must be ready/)
  })

  it('is of the amount and no other', async () => {
    const { api } = withShop()
    const { imp_uid } = api.issueVirtualAccount({ amount: 14000 })
    expect(() => api.deposit(imp_uid, { amount: 13000 })).toThrow(/takes 14000 and nothing else, but 13000/)
    expect(api.deposit(imp_uid, { amount: 14000 }).status).toBe('paid')
  })

  it('needs an account', () => {
    const { api } = withShop()
    const { imp_uid } = api.add({ status: 'ready', pay_method: 'vbank' })
    expect(() => api.deposit(imp_uid)).toThrow(/no account or slip/)
    api.issueVirtualAccount({ imp_uid })
    expect(api.deposit(imp_uid).status).toBe('paid')
  })
})

describe('issueVirtualAccount', () => {
  it('gives a buyer an account, or the one whose window is open', async () => {
    const { api, shop } = withShop()
    const { imp_uid } = api.add({ merchant_uid: 'order-1', status: 'ready', pay_method: 'vbank' })
    const made = api.issueVirtualAccount({ imp_uid, vbank_num: '123', vbank_date: NOON + 9 })
    expect(made).toMatchObject({ imp_uid, merchant_uid: 'order-1', vbank_num: '123', vbank_date: NOON + 9 })
    const other = api.issueVirtualAccount({ merchant_uid: 'order-2' }, { webhook: false })
    expect(other).toMatchObject({ status: 'ready', pay_method: 'vbank', vbank_num: expect.any(String) })
    expect(expectWholePayments([made, other])).toBe(2)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([{ imp_uid, merchant_uid: 'order-1', status: 'ready' }])
    api.deposit(imp_uid)
    expect(() => api.issueVirtualAccount({ imp_uid })).toThrow(/is paid, but must be ready/)
    await api.webhooks.settled()
    shop.bodies.length = 0
    const own = api.issueVirtualAccount({ imp_uid: 'imp_1', vbank_num: '9', buyer_name: '구매자' })
    expect(own).toMatchObject({ imp_uid: 'imp_1', vbank_num: '9', buyer_name: '구매자' })
    await api.webhooks.settled()
    expect(shop.bodies).toHaveLength(1)
  })
})

describe('an account that takes any deposit', () => {
  it('keeps each one, and what comes after a cancel leaves it cancelled', async () => {
    const { api, shop } = withShop()
    api.configure({ testChannel: false })
    const more = { fixed_unlimited_vbank: true, channel_key: '', pg: 'settle.MID', amount: undefined }
    const { response } = await issue(api, more)
    expect(response).toMatchObject({ status: 'ready', amount: 0, pg_provider: 'settle' })
    const { imp_uid } = response
    expect(() => api.deposit(imp_uid)).toThrow(/needs to be told the "amount"/)
    api.deposit(imp_uid, { amount: 3000, depositor_name: '구매자' })
    await api.clock.advance(1000)
    const twice = api.deposit(imp_uid, { amount: 2000 })
    expect(twice).toMatchObject({ status: 'paid', amount: 0, paid_at: NOON })
    expect(twice.deposit_history).toEqual([
      { pg_tid: expect.any(String), amount: 3000, depositor_name: '구매자', deposited_at: NOON },
      {
        pg_tid: expect.any(String),
        amount: 2000,
        depositor_name: expect.any(String),
        deposited_at: NOON + 1,
      },
    ])
    expect(api.refundInConsole(imp_uid)).toMatchObject({ status: 'cancelled', cancel_amount: 5000 })
    const late = api.deposit(imp_uid, { amount: 100 })
    expect(late).toMatchObject({ status: 'cancelled', cancel_amount: 5000 })
    expect(late.deposit_history).toHaveLength(3)
    expect(expectWholePayments([twice, late])).toBe(2)
    await api.webhooks.settled()
    expect(shop.bodies.map(({ status }) => status)).toEqual([
      'ready',
      'paid',
      'paid',
      'cancelled',
      'cancelled',
    ])
  })

  it('can be a test’s own', () => {
    const { imp_uid } = makeApi().issueVirtualAccount({ pg_provider: 'settle' }, { unlimited: true })
    expect(imp_uid).toMatch(/^imp_/)
    const api = makeApi()
    const made = api.issueVirtualAccount({ amount: 5000 }, { unlimited: true })
    expect(made.amount).toBe(0)
    expect(api.deposit(made.imp_uid, { amount: 700 }).status).toBe('paid')
    // An account that was paid into before is one of these.
    const used = api.add({ pay_method: 'vbank', amount: 0, deposit_history: [{ amount: 300 }] })
    expect(api.deposit(used.imp_uid, { amount: 700 }).deposit_history).toMatchObject([
      { amount: 300, depositor_name: expect.any(String), deposited_at: NOON },
      { amount: 700 },
    ])
  })
})

describe('PUT and DELETE /vbanks/{imp_uid}', () => {
  const withAccount = async (pg: string) => {
    const { api } = withShop()
    const { response } = await issue(api, { channel_key: '', pg })
    return { api, path: `/vbanks/${response.imp_uid}`, imp_uid: response.imp_uid }
  }

  it('changes amount and due time at hecto', async () => {
    const { api, path } = await withAccount('settle')
    const { status, response } = await ask(api, `PUT ${path}`, { amount: 9000, vbank_due: NOON + 2 * DAY })
    expect(status).toBe(200)
    expect(response).toMatchObject({ status: 'ready', amount: 9000, vbank_date: NOON + 2 * DAY })
    expect(expectWholePayments(response)).toBe(1)
    expect(await ask(api, `PUT ${path}`, { amount: 0 })).toEqual(wrong)
    expect(await ask(api, `PUT ${path}`, { vbank_due: 'x' })).toEqual(wrong)
  })

  it('changes nothing elsewhere', async () => {
    const { api, path } = await withAccount('nice')
    expect(await ask(api, `PUT ${path}`, { amount: 9000 })).toEqual(wrong)
  })

  it('closes an account, which counts as failed', async () => {
    const { api, path, imp_uid } = await withAccount('nice')
    const { status, response } = await ask(api, `DELETE ${path}`)
    expect(status).toBe(200)
    expect(response).toMatchObject({ imp_uid, status: 'failed', fail_reason: '계좌말소', failed_at: NOON })
    expect(expectWholePayments(response)).toBe(1)
    expect(() => api.deposit(imp_uid)).toThrow(/is failed/)
    expect(await ask(api, `DELETE ${path}`)).toEqual(wrong)
  })

  it('closes none at a gateway that can’t', async () => {
    const { api, path } = await withAccount('kcp')
    expect(await ask(api, `DELETE ${path}`)).toEqual(wrong)
  })

  it.each(['PUT', 'DELETE'])(
    '%s says 404 where there is none, 400 where it is none that waits',
    async method => {
      const { api } = withShop()
      api.add({ imp_uid: 'imp_1', pg_provider: 'settle' })
      api.add({ imp_uid: 'imp_2', pg_provider: 'settle', status: 'ready', pay_method: 'vbank' })
      expect(await ask(api, `${method} /vbanks/imp_0`)).toEqual(missing)
      expect(await ask(api, `${method} /vbanks/imp_1`)).toEqual(wrong)
      expect(await ask(api, `${method} /vbanks/imp_2`)).toEqual(wrong)
    },
  )
})

describe('/cvs', () => {
  const CONFIRM = 'https://shop.example/confirm'
  const slip = { channel_key: 'channel-key-1', merchant_uid: 'order-1', amount: 5000 }

  it('issues a slip that waits for the till, and doesn’t tell of it', async () => {
    const { api, shop } = withShop()
    const { response } = await ask(api, 'POST /cvs', slip)
    expect(response).toMatchObject({
      status: 'ready',
      pay_method: 'cvs',
      pg_provider: 'galaxia',
      vbank_num: null,
    })
    expect(expectWholePayments(response)).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([])
    expect(api.deposit(response.imp_uid).status).toBe('paid')
  })

  it('asks the shop before the buyer pays: 200 is consent', async () => {
    const { api, shop } = withShop()
    const { response } = await ask(api, 'POST /cvs', { ...slip, barcode: '11222222', confirm_url: CONFIRM })
    const paid = await api.confirm(response.imp_uid, { payType: 'cash' })
    expect(paid.status).toBe('paid')
    await api.webhooks.settled()
    expect(shop.urls).toEqual([CONFIRM, WEBHOOK])
    expect(shop.bodies[0]).toEqual({
      event: 'Galaxia.Cvs.Confirm',
      imp_uid: response.imp_uid,
      merchant_uid: 'order-1',
      status: 'ready',
      extra: { barcode: '11222222', payType: 'cash' },
    })
  })

  it('says how the buyer pays: by card, unless the test says cash', async () => {
    const { api, shop } = withShop()
    const { response } = await ask(api, 'POST /cvs', { ...slip, confirm_url: CONFIRM })
    await api.confirm(response.imp_uid)
    expect(shop.bodies[0]).toMatchObject({
      extra: { barcode: expect.stringMatching(/^\d+$/), payType: 'card' },
    })
    const own = api.add({ status: 'ready', pay_method: 'cvs', confirm_url: CONFIRM })
    await api.confirm(own.imp_uid)
    expect(shop.bodies.find(({ imp_uid }) => imp_uid === own.imp_uid)).toMatchObject({
      extra: { barcode: '' },
    })
  })

  it.each([201, 204, 400, 503])('leaves the slip as it was where the shop answers %i', async status => {
    const { api } = withShop(() => status)
    const { response } = await ask(api, 'POST /cvs', { ...slip, confirm_url: CONFIRM })
    expect(await api.confirm(response.imp_uid)).toMatchObject({ status: 'ready' })
    // The buyer can try again.
    expect(api.deposit(response.imp_uid).status).toBe('paid')
  })

  it('takes a slip back, once', async () => {
    const { api } = withShop()
    const { response } = await ask(api, 'POST /cvs', slip)
    const path = `DELETE /cvs/${response.imp_uid}`
    expect((await ask(api, path)).response).toMatchObject({
      status: 'failed',
      fail_reason: expect.any(String),
    })
    expect(await ask(api, path)).toEqual(refusal)
    expect(await ask(api, 'DELETE /cvs/imp_0')).toEqual(refusal)
  })

  it.each([{ merchant_uid: '' }, { amount: 0 }, { amount: undefined }])('refuses %j', async more => {
    expect(await ask(withShop().api, 'POST /cvs', { ...slip, ...more })).toEqual(refusal)
  })
})
