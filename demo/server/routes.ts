/** What the server answers: the shop's addresses, and, at the end, what only the demo needs. */
import { parseRedirect } from 'iamport-checkout'
import { currencies, type LogEntry } from '../shared/order.ts'
import type { Route } from './http.ts'
import { addOrder, findOrder, note } from './orders.ts'
import { complete, hasKey, reconcile, sandboxPayments, settle, webhook } from './payments.ts'
import { api, refundUnheard, sendWebhooksTo, setOutage } from './sandbox.ts'

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** The fields of a body, JSON or form. */
const fieldsOf = async (request: Request): Promise<Record<string, unknown>> => {
  const text = await request.clone().text()
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return Object.fromEntries(new URLSearchParams(text))
  }
}

/** Notes down what the handler answered, for the workbench's timeline. */
const noted =
  (what: LogEntry['what'], handle: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    const { merchant_uid } = await fieldsOf(request)
    const response = await handle(request)
    const { verdict, result } = await response.clone().json()
    const isKnown = typeof merchant_uid === 'string' && response.status !== 404 && result !== 'ignored'
    if (isKnown) await note(merchant_uid, what, verdict ?? result ?? `HTTP ${response.status}`)
    return response
  }

/** A refusal of the package's says what was wrong. */
const attempt = async (act: () => unknown): Promise<Response> => {
  try {
    return json((await act()) ?? {})
  } catch (error) {
    return json({ error: error instanceof Error ? error.message : String(error) }, 409)
  }
}

const notedWebhook = noted('webhook', webhook)
sendWebhooksTo(notedWebhook)

export const routes: Record<string, Route> = {
  /** Before the payment window: the order with its price goes into the shop's books. */
  'POST /orders': async request => {
    const { cart, currency, isReal } = await fieldsOf(request)
    const order = await addOrder(cart, {
      currency: currencies.find(it => it === currency) ?? 'KRW',
      isReal: isReal === true,
    })
    return order ? json(order, 201) : json({ error: 'The cart is empty.' }, 400)
  },

  'GET /orders/*': async request => {
    const order = await findOrder(new URL(request.url).pathname.split('/').pop()!)
    return order ? json(order) : json({ error: 'There is no such order.' }, 404)
  },

  'POST /payments/complete': noted('complete', complete),
  'POST /payments/webhook': notedWebhook,

  /**
   * A phone lands here where `m_redirect_url` names the server: the payment is looked up before any page is loaded. The page
   * gets the same address, and `resume` takes it from there.
   */
  'GET /payments/landing': async request => {
    const { search } = new URL(request.url)
    const { merchant_uid, imp_uid } = parseRedirect(request.url) ?? {}
    if (merchant_uid) {
      const settlement = await settle({ merchant_uid, imp_uid: imp_uid ?? null }).catch(() => undefined)
      if (settlement !== null) await note(merchant_uid, 'landing', settlement?.verdict)
    }
    return new Response(null, { status: 303, headers: { location: `/shop.html${search}` } })
  },

  // --- the demo's own ---------------------------------------------------------------------------------------------

  /** Whether real orders can be verified. Says so, and no more: the key stays here. */
  'GET /demo/server': () => json({ hasKey }),

  /** The browser's sandbox reports a payment to "PortOne". */
  'POST /demo/ledger': async request =>
    api.handle(
      new Request(new URL('/ledger', request.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: await request.text(),
      }),
    ),

  /** The buyer pays into a virtual account. */
  'POST /demo/deposit': async request => {
    const { imp_uid } = await fieldsOf(request)
    return attempt(() => api.deposit(String(imp_uid)))
  },

  /** What a shop's staff does. A real shop asks for a login here. */
  'POST /demo/refund': async request => {
    const { merchant_uid, amount } = await fieldsOf(request)
    return attempt(() =>
      sandboxPayments.refund({
        merchant_uid: String(merchant_uid),
        ...(typeof amount === 'number' && { amount }),
        reason: 'demo',
      }),
    )
  },
  'POST /demo/refund-unheard': async request => {
    const { imp_uid } = await fieldsOf(request)
    return attempt(() => refundUnheard(String(imp_uid)))
  },
  'POST /demo/reconcile': () => attempt(() => reconcile()),

  /** PortOne is out of reach, or answers again. */
  'POST /demo/outage': async request => {
    const { merchant_uid, isOut } = await fieldsOf(request)
    setOutage(String(merchant_uid), isOut === true)
    return json({})
  },

  /** Scripts that don't arrive: refused, and never answered. */
  'GET /demo/blocked/*': () => json({}, 403),
  'GET /demo/hanging/*': () => undefined,
}
