import { describe, expect, it } from 'vitest'
import type { ApiPayment, NewPayment, SandboxApiOptions } from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { ask, DAY, makeApi, makeShop, NOON, WEBHOOK } from './support.ts'

const withPaid = (payment: NewPayment = {}, options: SandboxApiOptions = {}) => {
  const api = makeApi(options)
  const { imp_uid, merchant_uid } = api.add({
    imp_uid: 'imp_1',
    merchant_uid: 'order-1',
    amount: 14000,
    ...payment,
  })
  const cancel = (body: object = {}) => ask(api, 'POST /payments/cancel', { imp_uid, ...body })
  return { api, cancel, imp_uid, merchant_uid }
}

/** HTTP 200, and still no. */
const refusal = { status: 200, code: 1, message: expect.stringMatching(/./), response: null }
const refusalFor = (reason: RegExp) => ({ ...refusal, message: expect.stringMatching(reason) })

describe('POST /payments/cancel', () => {
  it.each([
    [{}],
    [{ amount: null }],
    [{ amount: '' }],
    [{ amount: 0 }],
    [{ amount: '0' }],
    [{ amount: 14000 }],
  ])('gives all back for %j', async body => {
    const { cancel } = withPaid()
    const { status, code, message, response } = await cancel({ ...body, reason: '변심' })
    expect({ status, code, message }).toEqual({ status: 200, code: 0, message: null })
    expect(response).toMatchObject({
      status: 'cancelled',
      amount: 14000,
      cancel_amount: 14000,
      paid_at: NOON,
      cancelled_at: NOON,
      cancel_reason: '변심',
    })
    expect(response.cancel_history).toEqual([
      {
        pg_tid: expect.any(String),
        amount: 14000,
        cancelled_at: NOON,
        reason: '변심',
        cancellation_id: expect.any(String),
        receipt_url: expect.any(String),
      },
    ])
    expect(expectWholePayments(response)).toBe(1)
  })

  it('calls a payment cancelled from the first part on, and keeps each part', async () => {
    const { api, cancel } = withPaid()
    const { response: first } = await cancel({ amount: 4000 })
    expect(first).toMatchObject({ status: 'cancelled', amount: 14000, cancel_amount: 4000 })
    await api.clock.advance(1000)
    const { response: second } = await cancel({ amount: 3000 })
    expect(second).toMatchObject({ status: 'cancelled', cancel_amount: 7000, cancelled_at: NOON + 1 })
    expect(second.cancel_history.map(({ amount }) => amount)).toEqual([4000, 3000])
    expect(second.cancel_history[0]).toEqual(first.cancel_history[0])
    const { response: last } = await cancel()
    expect(last.cancel_amount).toBe(14000)
    expect(last.cancel_history.map(({ amount }) => amount)).toEqual([4000, 3000, 7000])
    expect(expectWholePayments([first, second, last])).toBe(3)
  })

  it('refuses what was given back already, without content', async () => {
    const { cancel } = withPaid()
    await cancel()
    expect(await cancel()).toEqual(refusal)
    expect(await cancel({ amount: 1 })).toEqual(refusal)
  })

  it('refuses more than is left', async () => {
    const { api, cancel } = withPaid()
    expect(await cancel({ amount: 14001 })).toEqual(refusal)
    await cancel({ amount: 10000 })
    expect(await cancel({ amount: 4001 })).toEqual(refusal)
    expect(api.find('imp_1')!.cancel_amount).toBe(10000)
  })

  it('refuses a checksum that is not what is left by PortOne’s books, and goes on without one', async () => {
    const { api, cancel } = withPaid()
    expect(await cancel({ amount: 4000, checksum: 13000 })).toEqual(refusal)
    expect((await cancel({ amount: 4000, checksum: 14000 })).code).toBe(0)
    // The same request once more: only the checksum keeps it from being done twice.
    expect(await cancel({ amount: 4000, checksum: 14000 })).toEqual(refusal)
    expect((await cancel({ amount: 4000 })).code).toBe(0)
    expect((await cancel({ amount: 1000, checksum: null })).code).toBe(0)
    expect(api.find('imp_1')!.cancel_amount).toBe(9000)
    expect(await cancel({ checksum: 0 })).toEqual(refusal)
  })

  it.each([{ amount: -1 }, { amount: 'all' }, { amount: true }, { checksum: 'x' }, { amount: {} }])(
    'refuses %j',
    async body => {
      const { api, cancel } = withPaid()
      expect(await cancel(body)).toEqual(refusalFor(new RegExp(Object.keys(body)[0]!)))
      expect(api.find('imp_1')!.status).toBe('paid')
    },
  )

  it('takes numbers as text, as a form has them', async () => {
    const { cancel } = withPaid()
    expect((await cancel({ amount: '4000', checksum: '14000' })).response.cancel_amount).toBe(4000)
  })

  it.each(['ready', 'failed', 'pending'] as const)('refuses where the payment is %s', async status => {
    expect(await withPaid({ status }).cancel()).toEqual(refusalFor(/결제완료 상태가 아니/))
  })

  it('refuses where there is none, and where it isn’t said which', async () => {
    const { api } = withPaid()
    expect(await ask(api, 'POST /payments/cancel', { imp_uid: 'imp_0' })).toEqual(refusal)
    expect(await ask(api, 'POST /payments/cancel', { merchant_uid: 'order-0' })).toEqual(refusal)
    expect(await ask(api, 'POST /payments/cancel', {})).toEqual(refusal)
  })

  it('goes by imp_uid before merchant_uid, also where it is wrong', async () => {
    const { api } = withPaid()
    expect(await ask(api, 'POST /payments/cancel', { imp_uid: 'imp_0', merchant_uid: 'order-1' })).toEqual(
      refusal,
    )
    const { response } = await ask(api, 'POST /payments/cancel', {
      imp_uid: 'imp_1',
      merchant_uid: 'order-0',
    })
    expect(response.status).toBe('cancelled')
  })

  it('goes by merchant_uid where there is one attempt, or the newest is the one', async () => {
    const { api } = withPaid()
    api.add({ imp_uid: 'imp_2', merchant_uid: 'order-1' })
    const byOrder = () => ask(api, 'POST /payments/cancel', { merchant_uid: 'order-1' })
    expect((await byOrder()).response.imp_uid).toBe('imp_2')
    api.add({ imp_uid: 'imp_3', merchant_uid: 'order-1', started_at: NOON - 5 })
    expect(await byOrder()).toEqual(refusalFor(/이미 전액취소/))
    api.add({ imp_uid: 'imp_4', merchant_uid: 'order-1', tier_code: 'ABC' })
    expect(await byOrder()).toEqual(refusalFor(/이미 전액취소/))
  })

  it('is ambiguous by merchant_uid where there are several attempts', async () => {
    const { api } = withPaid({ started_at: NOON - 10 })
    api.add({ merchant_uid: 'order-1', status: 'failed' })
    expect(await ask(api, 'POST /payments/cancel', { merchant_uid: 'order-1' })).toEqual(refusal)
    expect(api.find('imp_1')!.status).toBe('paid')
  })

  it('adds cents without dust', async () => {
    const { cancel } = withPaid({ amount: 0.3, currency: 'USD', pg_provider: 'paypal_v2' })
    await cancel({ amount: 0.1 })
    const { response } = await cancel({ amount: 0.2, checksum: 0.2 })
    expect(response).toMatchObject({ cancel_amount: 0.3 })
  })
})

describe('what gateways refuse', () => {
  const account = { refund_holder: '홍길동', refund_bank: '88', refund_account: '1234567890' }

  it('gives a virtual account’s money back only to an account', async () => {
    const { cancel } = withPaid({ pay_method: 'vbank' })
    expect(await cancel()).toEqual(refusal)
    for (const name of Object.keys(account)) expect(await cancel({ ...account, [name]: '' })).toEqual(refusal)
    expect((await cancel(account)).response.cancel_amount).toBe(14000)
  })

  it('wants an account and a phone number for Smartro’s transfers, a phone number for its accounts', async () => {
    const transfer = withPaid({ pay_method: 'trans', pg_provider: 'smartro_v2' })
    expect(await transfer.cancel()).toEqual(refusalFor(/refund_account/))
    expect(await transfer.cancel(account)).toEqual(refusalFor(/refund_tel/))
    const card = withPaid({ pay_method: 'card', pg_provider: 'smartro_v2' })
    expect((await card.cancel()).code).toBe(0)
    const elsewhere = withPaid({ pay_method: 'trans', pg_provider: 'kcp' })
    expect((await elsewhere.cancel()).code).toBe(0)
    expect((await transfer.cancel({ ...account, refund_tel: '01012345678' })).code).toBe(0)
    const old = withPaid({ pay_method: 'vbank', pg_provider: 'smartro' })
    expect(await old.cancel(account)).toEqual(refusal)
    expect((await old.cancel({ ...account, refund_tel: '01012345678' })).code).toBe(0)
    expect((await withPaid({ pay_method: 'card', pg_provider: 'smartro' }).cancel()).code).toBe(0)
  })

  it('wants a reason for Naver Pay', async () => {
    const { cancel } = withPaid({ pg_provider: 'naverpay', pay_method: 'naverpay' })
    expect(await cancel()).toEqual(refusal)
    expect((await cancel({ reason: '변심' })).code).toBe(0)
  })

  it('gives a phone bill back only in its month, by Korean time; KCP later to an account', async () => {
    const endOfMonth = Date.parse('2026-02-28T23:59:59+09:00') / 1000
    const earlier = { pay_method: 'phone', started_at: endOfMonth, paid_at: endOfMonth }
    expect(await withPaid(earlier).cancel()).toEqual(refusal)
    expect(await withPaid(earlier).cancel(account)).toEqual(refusal)
    expect((await withPaid({ ...earlier, pay_method: 'card' }).cancel()).code).toBe(0)
    const kcp = withPaid({ ...earlier, pg_provider: 'kcp' })
    expect(await kcp.cancel()).toEqual(refusal)
    expect((await kcp.cancel(account)).code).toBe(0)
    const thisMonth = { pay_method: 'phone', started_at: endOfMonth, paid_at: endOfMonth + 1 }
    expect((await withPaid(thisMonth).cancel()).code).toBe(0)
  })

  it.each([
    [{ pay_method: 'phone', pg_provider: 'danal' }, false],
    [{ pay_method: 'phone', pg_provider: 'html5_inicis' }, true],
    [{ pay_method: 'phone', pg_provider: 'kcp' }, true],
    [{ pay_method: 'cultureland', pg_provider: 'kcp' }, false],
    [{ pay_method: 'booknlife', pg_provider: 'kcp' }, false],
    [{ escrow: true }, false],
  ])('gives a part of %j back: %s', async (payment, isDone) => {
    const { cancel } = withPaid(payment)
    expect((await cancel({ amount: 4000 })).code).toBe(isDone ? 0 : 1)
    expect((await cancel()).code).toBe(0)
  })

  it('gives a part of an escrow payment back once the buyer has confirmed', async () => {
    const { api, cancel } = withPaid({ escrow: true })
    api.changeEscrow('imp_1', '2')
    expect(await cancel({ amount: 4000 })).toEqual(refusal)
    api.changeEscrow('imp_1', '3')
    expect((await cancel({ amount: 4000 })).code).toBe(0)
  })

  it('gives nothing back of a Japanese slip, and no tenth part at KSNET', async () => {
    expect(await withPaid({ pg_provider: 'inicis_jp', pay_method: 'cvs' }).cancel()).toEqual(refusal)
    expect((await withPaid({ pg_provider: 'inicis_jp' }).cancel()).code).toBe(0)
    expect((await withPaid({ pg_provider: 'galaxia', pay_method: 'cvs' }).cancel()).code).toBe(0)
    const elsewhere = withPaid({ pg_provider: 'nice' })
    for (let part = 1; part <= 10; part++) expect((await elsewhere.cancel({ amount: 100 })).code).toBe(0)
    const { cancel } = withPaid({ pg_provider: 'ksnet' })
    for (let part = 1; part <= 9; part++) expect((await cancel({ amount: 100 })).code).toBe(0)
    expect(await cancel({ amount: 100 })).toEqual(refusal)
  })

  it('refuses for want of settlement money when it is told to', async () => {
    const { api, cancel } = withPaid({}, { cancels: 'refused' })
    expect(await cancel()).toEqual(refusal)
    api.configure({ cancels: undefined })
    expect((await cancel()).code).toBe(0)
  })
})

describe('a cancel that is pending', () => {
  it('is answered as success with the payment as it was, and done only later', async () => {
    const shop = makeShop()
    const { api, cancel } = withPaid(
      { pg_provider: 'paypal_v2', amount: 20 },
      { cancels: 'pending', webhooks: { url: WEBHOOK, fetch: shop.fetch } },
    )
    const { code, response } = await cancel({ amount: 15, reason: '변심' })
    expect(code).toBe(0)
    expect(response).toMatchObject({ status: 'paid', cancel_amount: 0, cancel_history: [] })
    // Money that is on its way back can't be asked back once more.
    expect(await cancel({ amount: 6 })).toEqual(refusal)
    expect(await cancel({ checksum: 20 })).toEqual(refusal)
    await api.webhooks.settled()
    shop.bodies.length = 0

    const done = api.completeCancel('imp_1')
    expect(done).toMatchObject({ status: 'cancelled', cancel_amount: 15, cancel_reason: '변심' })
    expect(expectWholePayments(done)).toBe(1)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([
      {
        imp_uid: 'imp_1',
        merchant_uid: 'order-1',
        status: 'cancelled',
        cancellation_id: done.cancel_history[0]!.cancellation_id,
      },
    ])
    expect(() => api.completeCancel('imp_1')).toThrow(/no cancel of "imp_1" is pending/)
  })
})

describe('a payment with a promotion', () => {
  const promotion = { id: 'promotion-id-1', discount: 1000 }

  it('counts amount and checksum before the discount, and gives back what was paid', async () => {
    const { cancel } = withPaid({ amount: 9000, promotion })
    expect(await cancel({ checksum: 9000 })).toEqual(refusal)
    const { response: part } = await cancel({ amount: 4000, checksum: 10000 })
    expect(part.cancel_amount).toBe(4000)
    const { response: rest } = await cancel({ amount: 6000, checksum: 6000 })
    expect(rest).toMatchObject({ amount: 9000, cancel_amount: 9000 })
    expect(rest.cancel_history.map(({ amount }) => amount)).toEqual([4000, 5000])
    expect(await cancel()).toEqual(refusal)
    expect(expectWholePayments([part, rest])).toBe(2)
  })

  it('is given back whole once the buyer has all that was paid', async () => {
    const { cancel } = withPaid({ amount: 9000, promotion })
    const { response } = await cancel({ amount: 9500 })
    expect(response.cancel_amount).toBe(9000)
    expect(await cancel({ amount: 500 })).toEqual(refusal)
  })
})

describe('the webhook of a cancel', () => {
  const withShop = (payment: NewPayment = {}) => {
    const shop = makeShop()
    const made = withPaid(payment, { webhooks: { url: WEBHOOK, fetch: shop.fetch } })
    const after = async (body: object): Promise<{ payment: ApiPayment; bodies: object[] }> => {
      await made.api.webhooks.settled()
      shop.bodies.length = 0
      const { response } = await made.cancel(body)
      await made.api.webhooks.settled()
      return { payment: response, bodies: shop.bodies }
    }
    return { after, shop }
  }

  it.each([[{}], [{ enable_webhook: false }], [{ enable_webhook: 'false' }]])(
    'isn’t sent for %j',
    async body => {
      expect((await withShop().after(body)).bodies).toEqual([])
    },
  )

  it.each([true, 'true'])('is sent where it is asked for: %j', async enable_webhook => {
    const { payment, bodies } = await withShop().after({ enable_webhook })
    const { cancellation_id } = payment.cancel_history[0]!
    expect(bodies).toEqual([
      { imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'cancelled', cancellation_id },
    ])
  })

  it('isn’t sent for what was refused', async () => {
    expect((await withShop().after({ enable_webhook: true, amount: 14001 })).bodies).toEqual([])
  })
})

it('looks at nothing and changes nothing in between: of many at once only one gets the rest', async () => {
  const { api, cancel } = withPaid()
  await ask(api, 'GET /payments/imp_1')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => cancel({ amount: 5000, checksum: 14000 })),
  )
  expect(answers.filter(({ code }) => code === 0)).toHaveLength(1)
  expect(api.find('imp_1')!.cancel_amount).toBe(5000)
})

it('knows what went back of a payment that a test adds', async () => {
  const { cancel } = withPaid({ cancel_amount: 4000, paid_at: NOON - DAY, started_at: NOON - DAY })
  expect((await cancel({ checksum: 10000, amount: 1000 })).response.cancel_amount).toBe(5000)
  expect(await withPaid({ status: 'cancelled' }).cancel()).toEqual(refusal)
  const promotion = { id: 'promotion-id-1', discount: 1000 }
  expect(await withPaid({ status: 'cancelled', promotion }).cancel()).toEqual(refusal)
})
