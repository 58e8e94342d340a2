/** PortOne's REST API (V1), asked so that every answer is either its own word or an error that says what happened. */
import { pause, within } from '../deadline.ts'
import { canShareRequests, refuseBrowsers } from '../platform.ts'
import * as texts from '../texts.ts'
import { PortOneError } from './error.ts'
import { isPayment, type Payment } from './payment.ts'
import { checkPortOneOptions, type PortOneOptions } from './portone-options.ts'
import { redactor } from './redact.ts'
import { createSend, type Method, pathOf } from './send.ts'
import { createTokens } from './token.ts'

/** What belongs to one call. */
export interface CallOptions {
  /** Ends the call, which then rejects with `TIMEOUT`. */
  signal?: AbortSignal | undefined
  /** Milliseconds, retries included. @default `timeout` of createPortOne; 60 000 for `cancel` */
  timeout?: number | undefined
}

/** What belongs to the reading of a list. */
export interface ListOptions extends CallOptions {
  /** Called for what is no payment in a list, which is then read on without it. Without this such a list is no answer. */
  onOdd?: ((value: unknown) => void) | undefined
}

/** `POST /payments/cancel`. Amounts in the main unit of the payment's currency. */
export interface CancelRequest {
  imp_uid: string
  /** PortOne takes 0 and nothing for all of it, so always say it. */
  amount: number
  /** What can still be cancelled by your books. PortOne refuses where its own differ: the only guard against doing it twice. */
  checksum: number
  /** 취소 사유. naverpay demands it. */
  reason: string
  /** Of `amount`; needed where the payment had it, at kcp, kcp_quick, kicc, nice and payco. */
  tax_free?: number
  /** Of `amount`; needed where the payment had it, at nice, html5_inicis, welcome and nice_v2. */
  vat_amount?: number
  /** 가상계좌: whose account the money goes to, at which bank (the gateway's code), under which number. */
  refund_holder?: string
  refund_bank?: string
  refund_account?: string
  /** smartro and smartro_v2 want it for virtual accounts. */
  refund_tel?: string
  retain_promotion?: boolean
  /** Whether the webhook tells of this cancel, too. @default false */
  enable_webhook?: boolean
  extra?: { requester?: 'customer' | 'admin' }
}

/** `/payments/prepare`: an amount that PortOne holds the window to. */
export interface PreparedAmount {
  merchant_uid: string
  amount: number
  currency: string
}

/** Lists of payments, by status. Each is ordered and limited by the time of that status. */
export type ListedStatus = 'all' | 'ready' | 'paid' | 'cancelled' | 'failed'

/** A stretch of time in UNIX seconds, at most 90 days. */
export interface Period {
  from: number
  to: number
}

/**
 * PortOne's REST API. Everything rejects with a `PortOneError`. Calls that only read are tried once more where no answer
 * came; what moves money or writes is never repeated.
 */
export interface PortOne {
  /** `GET /payments/{imp_uid}`, or null where PortOne knows no such payment. One of a test channel is one with `test` only. */
  findPayment(imp_uid: string, options?: CallOptions): Promise<Payment | null>
  /** `GET /payments/findAll/{merchant_uid}`: all attempts of an order, those of test channels too. Empty for none. */
  findPayments(merchant_uid: string, options?: CallOptions): Promise<Payment[]>
  /** `GET /payments/status/{status}`, page after page of a hundred, or of fewer where a hundred are too large. */
  listPayments(status: ListedStatus, period: Period, options?: ListOptions): AsyncGenerator<Payment[], void>
  /** `POST /payments/cancel`. Resolves with the payment as it is then, or null where PortOne says nothing of it. */
  cancel(request: CancelRequest, options?: CallOptions): Promise<Payment | null>
  /** `POST`, `PUT` or `GET /payments/prepare`. `payments.register()` puts them together. */
  prepare(amount: PreparedAmount, options?: CallOptions & { method?: 'POST' | 'PUT' }): Promise<void>
  findPrepared(merchant_uid: string, options?: CallOptions): Promise<PreparedAmount | null>
  /**
   * Any other call. Resolves with `response` of PortOne's envelope.
   *
   * @param path with a leading slash. Ids that come from elsewhere belong in `encodeURIComponent`.
   * @example
   * const card = await portone.request('GET', '/subscribe/customers/card_1')
   * const payment = await portone.request<Payment>('POST', '/subscribe/payments/again', {
   *   customer_uid, merchant_uid, amount: 9900, name: '월간 이용권',
   * })
   * payment.status // it may be 'failed': PortOne answers code 0 for a card that was refused, too
   */
  request<T = unknown>(method: Method, path: string, body?: object, options?: CallOptions): Promise<T>
}

/**
 * Payments of one page of a list. A hundred are some 200 kB, but buyers may send anything along (`custom_data`): where a page is larger
 * than a body may be, it is asked for in smaller ones. Each size divides the one before, so that pages begin where others end.
 */
const PAGE_SIZES = [100, 20, 5, 1]
/** Pages of more attempts of one order than a buyer makes. Beyond them the paid and cancelled ones are asked for by themselves. */
const MOST_PAGES = 10
/** Before a call that only reads is made again, in ms. */
const RETRY_PAUSE = 200
/** PortOne waits for gateways and banks before it answers a cancel, in ms. */
const CANCEL_TIMEOUT = 60_000

const strange = (call: string) =>
  new PortOneError('NO_ANSWER', texts.noAnswer(call, 200, texts.isStrange), { call })

/** Runs a call whose 404 is an answer: there is no such thing. */
const orNull = async <T>(call: Promise<T>): Promise<T | null> => {
  try {
    return await call
  } catch (error) {
    if (error instanceof PortOneError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

/**
 * PortOne's REST API, with a token that is kept for half an hour.
 *
 * @throws TypeError on a page (`window` and `document` are both there), and for an option of the wrong shape.
 * @example
 * const portone = createPortOne({ key: process.env.IMP_KEY, secret: process.env.IMP_SECRET })
 * const payment = await portone.findPayment('imp_123456789012')
 */
export const createPortOne = (options: PortOneOptions): PortOne => {
  refuseBrowsers()
  const { key, secret, tierCode, test, fetch, api, timeout } = checkPortOneOptions(options)
  const redact = redactor(() => [secret, key, ...tokens.used()])
  const send = createSend({ api, fetch, redact })
  const tier: Record<string, string> = tierCode ? { tier: tierCode } : {}

  /** Gives a call that only reads a second try: most failures of a moment are over by then. */
  const tryTwice = async <T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      const isWorthIt =
        error instanceof PortOneError && error.retryable && !error.retryAfter && !error.isTooLarge
      if (!isWorthIt || signal.aborted) throw error
      await pause(RETRY_PAUSE, signal)
      return run()
    }
  }

  const askToken = (): Promise<unknown> => {
    if (!key || !secret) throw new PortOneError('UNAUTHORIZED', texts.noKeys)
    const call = 'POST /users/getToken'
    const body = { imp_key: key, imp_secret: secret }
    return within(
      timeout,
      signal =>
        tryTwice(
          () => send({ method: 'POST', path: '/users/getToken', body, headers: tier, signal }),
          signal,
        ),
      () => new PortOneError('TIMEOUT', texts.timedOut(call, timeout), { call }),
    )
  }
  const tokens = createTokens(async () => askToken(), canShareRequests())

  /** One call with a token, and once more with a new one where it was refused: tokens expire on their way. */
  const sendWithToken = async (call: {
    method: Method
    path: string
    body?: object | undefined
    signal: AbortSignal
  }): Promise<unknown> => {
    const hasEffect = call.method !== 'GET'
    const attempt = (token: string) =>
      send({ ...call, hasEffect, headers: { ...tier, authorization: `Bearer ${token}` } })
    const token = await tokens.get()
    // Whoever has stopped waiting for the token wants nothing to happen afterwards.
    if (call.signal.aborted) throw call.signal.reason
    try {
      return await attempt(token)
    } catch (error) {
      if (!(error instanceof PortOneError && error.code === 'UNAUTHORIZED' && error.status === 401))
        throw error
      tokens.drop(token)
      const renewed = await tokens.get()
      if (call.signal.aborted) throw call.signal.reason
      return attempt(renewed)
    }
  }

  const request = async <T>(
    method: Method,
    path: string,
    body?: object,
    { signal, timeout: ms = timeout }: CallOptions = {},
  ): Promise<T> => {
    if (typeof path !== 'string' || !path.startsWith('/')) {
      throw new PortOneError('INVALID', texts.badPath(path))
    }
    const call = redact(`${method} ${path}`)
    const isRead = method === 'GET'
    return within(
      ms,
      async inner => {
        const run = () => sendWithToken({ method, path, body, signal: inner })
        return (await (isRead ? tryTwice(run, inner) : run())) as T
      },
      () => new PortOneError('TIMEOUT', texts.timedOut(call, ms), { call, mayHaveHappened: !isRead }),
      signal,
    )
  }

  /** One page of a list, and whether there are more. */
  const readPage = async (
    path: string,
    query: Record<string, string | number>,
    limit: number,
    page: number,
    options: ListOptions = {},
  ): Promise<{ payments: Payment[]; isMore: boolean }> => {
    const isByStatus = path.startsWith('/payments/status/')
    const search = Object.entries({ ...query, limit, page }).map(([name, value]) => `${name}=${value}`)
    let response: unknown
    try {
      response = await request('GET', `${path}?${search.join('&')}`, undefined, options)
    } catch (error) {
      // Nothing there is a 404, a page beyond the end a 400. Of an order's first page a 400 is a question asked wrongly;
      // of a list by status it may be that nothing happened in that time. A 400 of a proxy is neither.
      const isEmpty =
        error instanceof PortOneError &&
        (error.code === 'NOT_FOUND' ||
          (error.code === 'REFUSED' && error.status === 400 && (page > 1 || isByStatus)))
      if (isEmpty) return { payments: [], isMore: false }
      throw error
    }
    const { list, next } = (response ?? {}) as { list?: unknown; next?: unknown }
    if (!Array.isArray(list)) throw strange(`GET ${path}`)
    const { onOdd } = options
    if (!onOdd && !list.every(isPayment)) throw strange(`GET ${path}`)
    for (const it of list) if (!isPayment(it)) onOdd?.(it)
    // A list that names no further page, or none that lies ahead, has ended.
    const isMore = list.length > 0 && typeof next === 'number' && next > page
    return { payments: list.filter(isPayment), isMore }
  }

  async function* readPages(
    path: string,
    query: Record<string, string | number>,
    options?: ListOptions,
  ): AsyncGenerator<Payment[], void> {
    /** Pages that begin here. Where one was too large the smaller ones are tried, until a large one may begin again. */
    const sizesAt = (offset: number) => PAGE_SIZES.filter(size => offset % size === 0)
    let isMore = true
    let offset = 0
    let sizes = sizesAt(offset)
    while (isMore) {
      const [size, ...smaller] = sizes as [number, ...number[]]
      try {
        const page = await readPage(path, query, size, offset / size + 1, options)
        if (page.payments.length > 0) yield page.payments
        isMore = page.isMore
        offset += size
        sizes = sizesAt(offset)
      } catch (error) {
        if (!(error instanceof PortOneError && error.isTooLarge) || smaller.length === 0) throw error
        sizes = smaller
      }
    }
  }

  const findPayment: PortOne['findPayment'] = async (imp_uid, options) => {
    const path = pathOf('payments', imp_uid)
    const payment = await orNull(
      request<unknown>('GET', test ? `${path}?include_sandbox=true` : path, undefined, options),
    )
    if (payment === null) return null
    if (!isPayment(payment) || payment.imp_uid !== imp_uid) throw strange(`GET ${path}`)
    // Asked without include_sandbox, PortOne answers 404 to a test channel's payment. So this one is real.
    return !test && typeof payment.sandbox !== 'boolean' ? { ...payment, sandbox: false } : payment
  }

  const findPayments: PortOne['findPayments'] = async (merchant_uid, options) => {
    const path = pathOf('payments', 'findAll', merchant_uid)
    const found: Payment[] = []
    let pages = 0
    for await (const page of readPages(path, {}, options)) {
      found.push(...page)
      pages += 1
      if (pages < MOST_PAGES) continue
      // Somebody opens windows for this order by the thousand. What counts is told apart from them.
      for (const status of ['paid', 'cancelled']) {
        for await (const some of readPages(`${path}/${status}`, {}, options)) found.push(...some)
      }
      break
    }
    return found
  }

  return {
    findPayment,
    findPayments,
    listPayments: (status, { from, to }, options) =>
      readPages(`/payments/status/${status}`, { from, to }, options),
    async cancel(body, options) {
      // JSON makes null of what is no number, and PortOne takes null and 0 for all of it.
      for (const name of ['amount', 'checksum'] as const) {
        if (!(Number.isFinite(body?.[name]) && body[name] > 0)) {
          throw new PortOneError('INVALID', texts.badCancel(name, body?.[name]))
        }
      }
      const payment = await request<unknown>('POST', '/payments/cancel', body, {
        timeout: CANCEL_TIMEOUT,
        ...options,
      })
      return isPayment(payment) ? payment : null
    },
    async prepare(body, { method = 'POST', ...options } = {}) {
      await request(method, '/payments/prepare', body, options)
    },
    async findPrepared(merchant_uid, options) {
      return orNull(
        request<PreparedAmount>('GET', pathOf('payments', 'prepare', merchant_uid), undefined, options),
      )
    },
    request,
  }
}
