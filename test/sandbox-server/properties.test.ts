/**
 * Whatever happens to whatever payments, in whatever order: every payment that the double gives is whole,
 * every answer is an envelope, and what went back, the webhooks and the lists say the same.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { NewPayment, SandboxApi, TroubleAnswer } from '../../src/sandbox/server/index.ts'
import { expectWholePayments } from './invariants.ts'
import { API, ask, makeApi, makeShop, NOON, type Page, WEBHOOK } from './support.ts'

/** The same inputs in every run: what a new one finds is looked for with another seed, and not in the middle of a release. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) })

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 100)

const status = fc.constantFrom('ready', 'paid', 'pending', 'failed', 'cancelled')
const amount = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(0.1, 0.3, 10.01, 999.99))
const order = fc.constantFrom('order-1', 'order-2', 'order/3 주문')

/** Any payment that a test may add. Parts that contradict each other are refused, which is as good. */
const payment: fc.Arbitrary<NewPayment> = fc.record(
  {
    merchant_uid: order,
    status,
    amount,
    cancel_amount: fc.oneof(fc.constant(0), amount),
    pay_method: fc.constantFrom('card', 'trans', 'vbank', 'phone', 'cvs', 'cultureland', 'point'),
    pg_provider: fc.constantFrom(
      'html5_inicis',
      'settle',
      'kcp',
      'paypal_v2',
      'smartro_v2',
      'ksnet',
      'payco',
    ),
    escrow: fc.boolean(),
    sandbox: fc.boolean(),
    customer_uid: fc.constantFrom('card-1', 'card-2'),
    customer_uid_usage: fc.constantFrom('issue', 'payment', 'payment.scheduled', null),
    promotion: fc.constantFrom(null, { id: 'promotion-id-1', discount: 500 }),
    paid_at: fc.integer({ min: NOON - 1000, max: NOON + 1000 }),
    vbank_num: fc.constantFrom(null, '110-123'),
  },
  { requiredKeys: ['merchant_uid'] },
) as fc.Arbitrary<NewPayment>

interface Step {
  what: string
  which: number
  amount: number
  order: string
  flag: boolean
  payment: NewPayment
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(
      ...['add', 'add', 'add', 'account', 'unlimited', 'deposit', 'approve', 'fail', 'refund', 'confirm'],
      ...['escrow', 'cancel', 'cancel', 'pending', 'complete', 'again', 'onetime', 'schedule', 'vbank'],
      ...['cvs', 'close', 'change', 'ledger', 'time', 'decline', 'read'],
    ),
    which: fc.nat(9),
    amount,
    order,
    flag: fc.boolean(),
    payment,
  }),
  { minLength: 1, maxLength: 25 },
)

/** Does one thing. Gives what came of it; what can't be is refused with an Error, and so is its own proof. */
const take = async (api: SandboxApi, step: Step): Promise<unknown> => {
  const known = api.payments()
  const imp_uid = known[step.which % Math.max(known.length, 1)]?.imp_uid ?? 'imp_0'
  const { amount, flag, order } = step
  const account = { refund_holder: 'x', refund_bank: '88', refund_account: '1', refund_tel: '1', reason: 'x' }
  const charge = { merchant_uid: order, amount, name: 'x', currency: 'KRW' }
  const card = { card_number: '1234-5678-9012-3456', expiry: '2030-12' }
  switch (step.what) {
    case 'add':
      return api.add(step.payment)
    case 'account':
      return api.issueVirtualAccount(flag ? { imp_uid } : { merchant_uid: order, amount })
    case 'unlimited':
      return api.issueVirtualAccount({ merchant_uid: order, pg_provider: 'settle' }, { unlimited: true })
    case 'deposit':
      return api.deposit(imp_uid, flag ? {} : { amount })
    case 'approve':
      return api.approve(imp_uid)
    case 'fail':
      return api.fail(imp_uid)
    case 'refund':
      return api.refundInConsole(imp_uid, flag ? {} : { amount })
    case 'confirm':
      return api.confirm(imp_uid)
    case 'escrow':
      return api.changeEscrow(imp_uid, flag ? '3' : '4')
    case 'cancel':
      return ask(api, 'POST /payments/cancel', { imp_uid, ...(flag && { amount }), ...account })
    case 'pending':
      return api.configure({ cancels: flag ? 'pending' : 'done' })
    case 'complete':
      return api.completeCancel(imp_uid)
    case 'again':
      return ask(api, 'POST /subscribe/payments/again', { ...charge, customer_uid: 'card-1' })
    case 'onetime':
      return ask(api, 'POST /subscribe/payments/onetime', { ...charge, ...card, customer_uid: 'card-2' })
    case 'schedule': {
      const schedules = [{ ...charge, schedule_at: Math.floor(api.clock.now() / 1000) + 50 }]
      return ask(api, 'POST /subscribe/payments/schedule', { customer_uid: 'card-1', schedules })
    }
    case 'vbank':
      return ask(api, 'POST /vbanks', { ...charge, pg: 'settle', vbank_code: '088', vbank_due: NOON })
    case 'cvs':
      return ask(api, 'POST /cvs', charge)
    case 'close':
      return ask(api, `DELETE /${flag ? 'vbanks' : 'cvs'}/${imp_uid}`)
    case 'change':
      return ask(api, `PUT /vbanks/${imp_uid}`, { amount })
    case 'ledger':
      return api.fetch(`${API}/ledger`, {
        method: 'POST',
        body: JSON.stringify({ ...step.payment, imp_uid, amount }),
      })
    case 'time':
      return api.clock.advance(30_000)
    case 'decline':
      return api.configure({ declineCards: flag })
    default:
      return Promise.all([
        ask(api, `GET /payments/${imp_uid}?include_sandbox=true&extension=true`),
        ask(api, `GET /payments/find/${encodeURIComponent(order)}`),
        ask(api, `GET /payments/findAll/${encodeURIComponent(order)}?limit=1000`),
        ask(api, `GET /payments?imp_uid[]=${imp_uid}`),
        ask(api, 'GET /subscribe/customers/card-1/payments'),
      ])
  }
}

it('gives whole payments, whatever happens', async () => {
  let seen = 0
  let done = 0
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const shop = makeShop()
      const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } })
      api.registerCard({ customer_uid: 'card-1' })
      for (const step of all) {
        try {
          const came = await take(api, step)
          seen += expectWholePayments(came)
          done++
        } catch (error) {
          // A control says that this can't happen now. A failed expectation is no such word.
          if (!(error instanceof Error) || error.name === 'AssertionError') throw error
        }
        seen += expectWholePayments(api.payments())
      }
      await api.webhooks.settled()
      const known = new Map(api.payments().map(one => [one.imp_uid, one]))
      for (const { imp_uid, merchant_uid, cancellation_id } of shop.bodies) {
        const told = known.get(String(imp_uid))!
        expect(told.merchant_uid).toBe(merchant_uid)
        if (cancellation_id !== undefined)
          expect(told.cancel_history.map(part => part.cancellation_id)).toContain(cancellation_id)
      }
      // Each payment is in exactly the list of its status, and in that of all.
      await api.clock.advance(3_600_000)
      const ids = async (what: string) => {
        const page = await ask<Page>(api, `GET /payments/status/${what}?limit=1000`)
        return page.response.list.map(({ imp_uid }) => imp_uid)
      }
      expect(new Set(await ids('all'))).toEqual(new Set(api.payments().map(({ imp_uid }) => imp_uid)))
      for (const what of ['ready', 'paid', 'failed', 'cancelled']) {
        const expected = api.payments().filter(one => one.status === what)
        expect(new Set(await ids(what))).toEqual(new Set(expected.map(({ imp_uid }) => imp_uid)))
      }
    }),
    { numRuns: RUNS },
  )
  // The steps are not all refused.
  expect(done).toBeGreaterThan(RUNS)
  expect(seen).toBeGreaterThan(RUNS)
}, 300_000)

const part = fc.constantFrom(
  ...['payments', 'find', 'findAll', 'status', 'cancel', 'prepare', 'subscribe', 'customers', 'schedule'],
  ...['vbanks', 'cvs', 'users', 'pg', 'receipts', 'external', 'escrows', 'logis', 'certifications', 'otp'],
  ...[
    'imp_1',
    'order-1',
    'card-1',
    'paid',
    'again',
    'balance',
    'naver',
    '%20',
    '..',
    'constructor',
    '__proto__',
  ],
)
const anything = fc.anything({ withNullPrototype: false })
const body = fc.dictionary(
  fc.constantFrom(
    ...[
      'imp_uid',
      'merchant_uid',
      'amount',
      'checksum',
      'customer_uid',
      'schedules',
      'notice_url',
      'vbank_due',
    ],
    ...[
      'sender',
      'receiver',
      'logis',
      'card_number',
      'expiry',
      'name',
      'currency',
      'extra[requester]',
      'a[][b]',
    ],
  ),
  fc.oneof(anything, fc.constantFrom('imp_1', 'order-1', 'card-1', 1, -1, '5', '2030-12')),
)

it('answers anything with an envelope, and never with a crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
      fc.array(part, { maxLength: 5 }),
      fc.dictionary(
        fc.constantFrom('page', 'limit', 'sorting', 'from', 'to', 'imp_uid[]', 'a[b'),
        fc.string(),
      ),
      body,
      fc.boolean(),
      async (method, parts, query, fields, isForm) => {
        const api = makeApi()
        api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1' })
        api.registerCard({ customer_uid: 'card-1' })
        const path = `/x/../${parts.join('/')}?${new URLSearchParams(query)}`
        const headers = { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }
        const text = isForm
          ? new URLSearchParams(Object.entries(fields).map(([k, v]) => [k, String(JSON.stringify(v))]))
          : JSON.stringify(fields)
        const token = await ask<{ access_token: string }>(api, 'POST /users/getToken', {
          imp_key: 'key',
          imp_secret: 'secret',
        })
        const response = await api.fetch(API + path, {
          method,
          headers: { ...headers, authorization: token.response.access_token },
          ...(method !== 'GET' && { body: text }),
        })
        if (new URL(API + path).pathname === '/') return
        const envelope = (await response.json()) as Record<string, unknown>
        expect(Object.keys(envelope)).toEqual(['code', 'message', 'response'])
        expect(response.status).not.toBe(500)
        expect(envelope['code'] === 0).toBe(envelope['message'] === null)
        expect(response.status >= 400).toBe(envelope['code'] === -1)
        expectWholePayments(envelope)
      },
    ),
    { numRuns: RUNS * 3 },
  )
}, 300_000)

it('never takes back what is paid, however troubled the answers are', async () => {
  const answers = fc.array(
    fc.constantFrom<TroubleAnswer>('ok', 'unauthorized', 'server-error', 'html', 'network', 'cut-off'),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(answers, fc.boolean(), async (turns, carriedOut) => {
      const api = makeApi()
      api.add({ imp_uid: 'imp_1', amount: 10_000 })
      const { response } = await ask<{ access_token: string }>(api, 'POST /users/getToken', {
        imp_key: 'key',
        imp_secret: 'secret',
      })
      api.configure({ trouble: { answers: turns, carriedOut } })
      let carried = 0
      for (let at = 0; at < 6; at++) {
        await api
          .fetch(`${API}/payments/cancel`, {
            method: 'POST',
            headers: { authorization: response.access_token, 'content-type': 'application/json' },
            body: JSON.stringify({ imp_uid: 'imp_1', amount: 1000 }),
          })
          .catch(() => undefined)
        if (carriedOut || turns[at % turns.length] === 'ok') carried++
      }
      expect(api.find('imp_1')!.cancel_amount).toBe(carried * 1000)
      expect(expectWholePayments(api.payments())).toBe(1)
    }),
    { numRuns: 50 },
  )
})
