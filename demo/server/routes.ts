/** The shop's server: what it answers, and, at the end, what only the demo needs. */
import { parseRedirect } from 'iamport-checkout'
import { currencies, type Verdict, type VerdictCode } from '../shared/order.ts'
import type { Call, Reply, Route } from './http.ts'
import { addOrder, findOrder, type StoredOrder } from './orders.ts'
import { type Payment, type PortOne, portOne } from './portone.ts'
import { deposit, pretendPortOne, record } from './pretend-portone.ts'
import { type Claim, verify } from './verify.ts'

const { IMP_KEY: key, IMP_SECRET: secret, IMP_TEST, IMP_API: host } = process.env
const realPortOne = key && secret ? portOne({ key, secret, isTest: !!IMP_TEST, host }) : undefined

/** An order that was made for the real account is never verified by the sandbox's word. */
const portOneOf = (order: StoredOrder): PortOne | undefined => (order.isReal ? realPortOne : pretendPortOne)

/** Of what is no word on the payment. A page reads the word of an answer that is ok. */
const STATUS: Partial<Record<VerdictCode, number>> = {
  UNKNOWN_ORDER: 404,
  NO_API_KEY: 503,
  API_FAILED: 502,
}
/** What a buyer's page has to know of it, in the words of docs/recipes.md: a page works with either server. */
const WORD: Partial<Record<VerdictCode, string>> = {
  PAID: 'paid',
  VBANK_ISSUED: 'awaiting',
  CARD_REGISTERED: 'registered',
  NOT_PAID: 'unpaid',
  NO_PAYMENT: 'unpaid',
  CANCELLED: 'cancelled',
  AMOUNT_MISMATCH: 'tampered',
  WRONG_ORDER: 'foreign',
}
const answer = (found: Verdict): Reply => ({
  status: STATUS[found.code] ?? 200,
  json: { ...found, verdict: WORD[found.code] },
})

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const claimOf = (body: Call['body']): Claim => ({
  imp_uid: text(body['imp_uid']),
  merchant_uid: text(body['merchant_uid']),
})

export const routes: Record<string, Route> = {
  /** Before the payment window: the order with its price goes into the shop's books. */
  'POST /orders': ({ body }) => {
    const currency = currencies.find(it => it === body['currency']) ?? 'KRW'
    const isReal = body['isReal'] === true
    const order = addOrder(body['cart'], { currency, isReal })
    return order ? { status: 201, json: order } : { status: 400, json: { code: 'EMPTY_CART' } }
  },

  'GET /orders/*': ({ url }) => {
    const order = findOrder(url.pathname.split('/').pop())
    return order ? { json: order } : answer({ code: 'UNKNOWN_ORDER' })
  },

  /** 2.2.a: the page sends what its promise resolved with. */
  'POST /payments/complete': async ({ body }) => answer(await verify(claimOf(body), 'complete', portOneOf)),

  /**
   * 2.2.b: a phone lands here where `m_redirect_url` names the server. What the URL says of success is not looked at.
   * The page that follows finds the order in its tab, and asks for its status.
   */
  'GET /payments/landing': async ({ url }) => {
    const device = encodeURIComponent(url.searchParams.get('device') ?? 'pc')
    const outcome = parseRedirect(url)
    if (outcome) await verify(outcome, 'landing', portOneOf)
    return { location: `/shop.html?device=${device}&landed=${outcome ? 1 : 0}` }
  },

  /**
   * 2.3: PortOne's notification, for buyers whose browser never came back and for virtual accounts. Anybody can call it,
   * so its `status` is not believed. PortOne repeats what isn't answered with 200: only what could not be looked up.
   */
  'POST /payments/webhook': async ({ body }) => {
    const verdict = await verify(claimOf(body), 'webhook', portOneOf)
    const isTaken = !/^(UNKNOWN_ORDER|NO_API_KEY|API_FAILED)$/.test(verdict.code)
    return isTaken ? { json: { code: verdict.code } } : answer(verdict)
  },

  // --- the demo's own ---------------------------------------------------------------------------------------------

  /** Whether real orders can be verified. Says so, and no more: the key stays here. */
  'GET /demo/server': () => ({ json: { hasKey: !!realPortOne } }),

  /** The sandbox reports a payment to "PortOne". */
  'POST /demo/ledger': ({ body, origin }) => {
    record(body as unknown as Payment, origin)
    return { status: 201 }
  },

  /** The buyer pays into a virtual account. */
  'POST /demo/deposit': ({ body, origin }) =>
    deposit(body['imp_uid'], origin) ? { json: {} } : { status: 404, json: { code: 'NO_PAYMENT' } },

  /** Scripts that don't arrive: refused, and never answered. */
  '* /demo/blocked/*': () => ({ status: 403, json: { code: 'BLOCKED' } }),
  '* /demo/hanging/*': () => undefined,
}
