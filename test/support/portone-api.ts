/**
 * A stand-in for PortOne's REST API, as small as the tests of the server need it: it answers as the OpenAPI description
 * says, counts the calls, and fails on request.
 */
import type { Payment } from '../../src/server/index.ts'

export const KEY = 'key-of-the-shop'
export const SECRET = 'secret-of-the-shop'

export interface SeenCall {
  method: string
  path: string
  headers: Headers
  body: Record<string, unknown>
}

/** Answers a call in place of the API, or gives undefined to let it pass. */
export type Trouble = (
  call: SeenCall,
  signal: AbortSignal | undefined,
) => Response | undefined | Promise<Response | undefined>

/** A payment of order_1 as a card pays it, and what is different about it. */
export const payment = (changes: Partial<Payment> = {}): Payment => {
  const { status = 'paid' } = changes
  const at = (it: string): number => (status === it ? seconds() : 0)
  return {
    imp_uid: 'imp_1',
    merchant_uid: 'order_1',
    status,
    amount: 14000,
    cancel_amount: 0,
    currency: 'KRW',
    sandbox: false,
    pay_method: 'card',
    pg_provider: 'html5_inicis',
    customer_uid_usage: null,
    started_at: seconds() - 60,
    paid_at: status === 'cancelled' ? seconds() - 30 : at('paid'),
    failed_at: at('failed'),
    cancelled_at: at('cancelled'),
    cancel_history: [],
    ...changes,
  }
}

/** A sum of two decimals without the noise of binary fractions. */
const exact = (sum: number): number => Math.round(sum * 100) / 100

export const seconds = (): number => Math.floor(Date.now() / 1000)

/** A virtual account that was issued and waits for the deposit. */
export const account = (changes: Partial<Payment> = {}): Payment =>
  payment({
    status: 'ready',
    pay_method: 'vbank',
    vbank_num: '110-123-456789',
    vbank_name: '신한은행',
    vbank_holder: '(주)상점',
    vbank_date: seconds() + 86_400,
    vbank_issued_at: seconds(),
    ...changes,
  })

export const envelope = (
  response: unknown,
  {
    status = 200,
    code = 0,
    message = null,
  }: { status?: number; code?: number; message?: string | null } = {},
): Response => Response.json({ code, message, response }, { status })

const notFound = (message = '존재하지 않는 결제정보입니다.') =>
  envelope(null, { status: 404, code: -1, message })
const refused = (message: string) => envelope(null, { code: 1, message })

export const html = (status = 502): Response =>
  new Response('<html><body>Bad Gateway</body></html>', { status, headers: { 'content-type': 'text/html' } })

export const createPortOneApi = (payments: Payment[] = []) => {
  const calls: SeenCall[] = []
  const prepared = new Map<string, { amount: number; currency: string | null }>()
  const state = {
    payments,
    calls,
    prepared,
    token: 'token-1',
    /** Seconds that a token lasts. */
    lifetime: 1800,
    trouble: undefined as Trouble | undefined,
    /** Payments that the lists don't have yet. */
    unlisted: new Set<string>(),
    /** Payments as the lists have them, which are behind. */
    listed: new Map<string, Payment>(),
    /** Calls that are being answered, by order. */
    inFlight: new Map<string, number>(),
    mostInFlight: 0,
  }

  const page = (list: Payment[], query: URLSearchParams): Response => {
    const limit = Number(query.get('limit') ?? 20)
    const number = Number(query.get('page') ?? 1)
    const shown = list.slice((number - 1) * limit, number * limit)
    if (shown.length === 0 && number > 1) return envelope(null, { status: 400, code: -1, message: 'page' })
    const next = number * limit < list.length ? number + 1 : 0
    return envelope({ total: list.length, previous: number - 1, next, list: shown })
  }

  const timeOf = (it: Payment): number =>
    (it.status === 'paid'
      ? it.paid_at
      : it.status === 'cancelled'
        ? it.cancelled_at
        : it.status === 'failed'
          ? it.failed_at
          : it.started_at) ?? 0

  const cancel = (body: Record<string, unknown>): Response => {
    const found = state.payments.find(it => it.imp_uid === body['imp_uid'])
    if (!found) return notFound()
    const left = exact(found.amount - found.cancel_amount)
    if (found.status === 'cancelled' && left <= 0) return refused('이미 전액취소된 주문입니다.')
    if (found.status !== 'paid' && found.status !== 'cancelled')
      return refused('취소할 수 없는 결제건입니다.')
    if (body['checksum'] !== undefined && body['checksum'] !== left)
      return refused('취소 가능 잔액이 일치하지 않습니다.')
    const amount = Number(body['amount'] || left)
    if (amount > left) return refused('취소 가능 금액을 초과하였습니다.')
    cancelled(found, amount)
    return envelope(structuredClone(found))
  }

  /** What a refund makes of a payment, whoever asked for it. */
  const cancelled = (found: Payment, amount: number): void => {
    Object.assign(found, {
      status: 'cancelled',
      cancel_amount: exact(found.cancel_amount + amount),
      cancelled_at: seconds(),
      cancel_history: [
        ...(found.cancel_history ?? []),
        { amount, cancelled_at: seconds(), pg_tid: 'tid', reason: '', cancellation_id: 'c' },
      ],
    })
  }

  const prepare = (method: string, id: string | undefined, body: Record<string, unknown>): Response => {
    if (method === 'GET') {
      const found = prepared.get(id!)
      return found
        ? envelope({ merchant_uid: id, ...found })
        : notFound('사전등록된 결제정보가 존재하지 않습니다.')
    }
    const merchant_uid = String(body['merchant_uid'])
    if (method === 'POST' && prepared.has(merchant_uid)) return refused('이미 등록된 merchant_uid입니다')
    if (method === 'PUT' && !prepared.has(merchant_uid)) return notFound()
    prepared.set(merchant_uid, {
      amount: Number(body['amount']),
      currency: (body['currency'] as string | undefined) ?? null,
    })
    return envelope({ merchant_uid, ...prepared.get(merchant_uid) })
  }

  const answer = (call: SeenCall): Response => {
    const url = new URL(call.path, 'https://api.iamport.kr')
    const [, first, second, third, fourth] = url.pathname.split('/').map(decodeURIComponent)
    if (first === 'users' && second === 'getToken') {
      if (call.body['imp_key'] !== KEY || call.body['imp_secret'] !== SECRET) {
        return envelope(null, {
          status: 401,
          code: -1,
          message: `인증에 실패하였습니다. ${call.body['imp_secret']}`,
        })
      }
      return envelope({ access_token: state.token, now: 1000, expired_at: 1000 + state.lifetime })
    }
    if (call.headers.get('authorization') !== `Bearer ${state.token}`) {
      return envelope(null, { status: 401, code: -1, message: 'Unauthorized' })
    }
    if (first !== 'payments') return envelope({ asked: call.path })
    if (second === 'cancel') return cancel(call.body)
    if (second === 'prepare') return prepare(call.method, third, call.body)
    if (second === 'findAll') {
      const list = state.payments
        .filter(it => it.merchant_uid === third && !state.unlisted.has(it.imp_uid))
        .map(it => state.listed.get(it.imp_uid) ?? it)
        .filter(it => !fourth || it.status === fourth)
      return list.length ? page(structuredClone(list), url.searchParams) : notFound()
    }
    if (second === 'status') {
      const [from, to] = ['from', 'to'].map(name => Number(url.searchParams.get(name))) as [number, number]
      if (to - from > 90 * 86_400) return envelope(null, { status: 400, code: -1, message: '90일' })
      const list = state.payments.filter(
        it => (third === 'all' || it.status === third) && timeOf(it) >= from && timeOf(it) <= to,
      )
      return page(structuredClone(list), url.searchParams)
    }
    const found = state.payments.find(it => it.imp_uid === second)
    const isHidden = found?.sandbox === true && url.searchParams.get('include_sandbox') !== 'true'
    return found && !isHidden ? envelope(structuredClone(found)) : notFound()
  }

  const fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input)
    const call: SeenCall = {
      method: init.method ?? 'GET',
      path: url.pathname + url.search,
      headers: new Headers(init.headers),
      body: init.body ? JSON.parse(String(init.body)) : {},
    }
    calls.push(call)
    const order = /\/findAll\/([^/?]+)/.exec(call.path)?.[1]
    if (order) {
      const now = (state.inFlight.get(order) ?? 0) + 1
      state.inFlight.set(order, now)
      state.mostInFlight = Math.max(state.mostInFlight, now)
    }
    try {
      return (await state.trouble?.(call, init.signal ?? undefined)) ?? answer(call)
    } finally {
      if (order) state.inFlight.set(order, state.inFlight.get(order)! - 1)
    }
  }

  /** Answers a server's request, for an API that has an address. */
  const handle = async (request: Request): Promise<Response> => {
    const { url, method, headers, signal } = request
    const body = await request.text()
    return fetch(url, { method, headers, signal, ...(body && { body }) })
  }

  return Object.assign(state, {
    fetch,
    handle,
    cancelled,
    /** Paths of the calls that were not for a token. */
    asked: () => calls.map(({ method, path }) => `${method} ${path}`).filter(it => !it.includes('getToken')),
    tokens: () => calls.filter(({ path }) => path === '/users/getToken').length,
  })
}

export type PortOneApi = ReturnType<typeof createPortOneApi>

/** A call that never ends, but for its signal. */
export const hang = (_: SeenCall, signal: AbortSignal | undefined): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

export const post = (
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) =>
  new Request('https://shop.test/payments', {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
