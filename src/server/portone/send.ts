/** One HTTP call, and what its answer is by itself: PortOne's own word, or none. */
import * as texts from '../texts.ts'
import { PortOneError, type PortOneErrorDetails } from './error.ts'
import { MAX_BYTES, readBody } from './read-body.ts'
import { tellCause } from './redact.ts'

/** `fetch`, as this package calls it: an address as text, and plain options. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** The methods of PortOne's V1 API. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Call {
  method: Method
  /** With a leading slash, its ids encoded: see `pathOf`. */
  path: string
  body?: object | undefined
  headers?: Record<string, string>
  signal: AbortSignal
  /** Whether the call may have done something where no answer comes. */
  hasEffect?: boolean
}

interface Envelope {
  code: number
  message: string
  response: unknown
}

/**
 * Next.js up to 14 caches what a GET gets, so that a cron job would see the payment of yesterday; `no-store` cures it.
 * Workers with a compatibility date before 2024-11-11 throw on the option, and have no such property either.
 */
const UNCACHED: RequestInit =
  typeof Request === 'function' && 'cache' in Request.prototype ? { cache: 'no-store' } : {}

/** The longest pause that an answer may ask for, in seconds. Nobody waits for a day. */
const LONGEST_PAUSE = 60

/** `Retry-After` as seconds: it is a number of them, or a date. */
const retryAfterOf = (answer: Response): number | undefined => {
  const text = answer.headers.get('retry-after')
  if (!text) return undefined
  const seconds = /^\d+$/.test(text.trim()) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_PAUSE) : undefined
}

/**
 * PortOne's has all three members, and codes of its own. A gateway before it may answer `{ "code": 404, "message": "no Route" }`, never
 * with a code below zero.
 */
const readEnvelope = (text: string): Envelope | undefined => {
  try {
    const { code, message, ...rest } = JSON.parse(text)
    if (typeof code !== 'number' || !('response' in rest || code < 0)) return undefined
    return { code, message: typeof message === 'string' ? message : '', response: rest['response'] ?? null }
  } catch {
    return undefined
  }
}

/**
 * A path of parts that come from elsewhere: `pathOf('payments', imp_uid)`.
 *
 * @throws PortOneError `INVALID` for what no encoding can carry. Addresses swallow `.` and `..`, encoded or not.
 */
export const pathOf = (...parts: readonly string[]): string =>
  parts
    .map(part => {
      if (typeof part !== 'string' || !part.trim() || part === '.' || part === '..') {
        throw new PortOneError('INVALID', texts.badId(part))
      }
      try {
        return `/${encodeURIComponent(part)}`
      } catch {
        // Half of a surrogate pair is no text.
        throw new PortOneError('INVALID', texts.badId(part))
      }
    })
    .join('')

export const createSend = ({
  api,
  fetch,
  redact,
}: {
  api: string
  fetch: Fetch
  redact: (text: string) => string
}) => {
  /** Sends one call. Resolves with PortOne's `response`, rejects with what the answer means instead. */
  const send = async ({ method, path, body, headers, signal, hasEffect = false }: Call): Promise<unknown> => {
    const call = redact(`${method} ${path}`)
    const fail = (code: PortOneError['code'], message: string, details: PortOneErrorDetails = {}) =>
      new PortOneError(code, message, { call, ...details })

    let answer: Response
    let text: string | undefined
    try {
      answer = await fetch(api + path, {
        method,
        // Followed, a redirect would carry the secret to wherever it points. Workers don't know `error`.
        redirect: 'manual',
        signal,
        headers: {
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
        ...UNCACHED,
      })
      text = await readBody(answer)
    } catch (thrown) {
      const cause = tellCause(thrown, redact)
      const why = (cause as { code?: string }).code ?? cause.message
      throw fail('UNREACHABLE', texts.unreachable(call, why), { cause, mayHaveHappened: hasEffect })
    }

    const { status } = answer
    const none = (why: string, more: PortOneErrorDetails = {}) =>
      fail('NO_ANSWER', texts.noAnswer(call, status, why), { status, mayHaveHappened: hasEffect, ...more })
    if (answer.type === 'opaqueredirect' || (status >= 300 && status < 400)) throw none(texts.isRedirect)
    if (text === undefined) throw none(texts.isTooLarge(MAX_BYTES), { isTooLarge: true })

    const envelope = readEnvelope(text)
    const message = redact(envelope?.message ?? '')
    const retryAfter = retryAfterOf(answer)
    const details: PortOneErrorDetails = {
      status,
      ...(retryAfter && { retryAfter }),
      ...(envelope && { portoneCode: envelope.code, portoneMessage: message }),
    }
    // Busy and broken say the same, with an envelope or without. Being too busy, PortOne did nothing.
    if (status === 429 || status >= 500) {
      const mayHaveHappened = hasEffect && status !== 429
      throw fail('UNAVAILABLE', texts.unavailable(call, status, message), { ...details, mayHaveHappened })
    }
    // A refusal that is a proxy's says nothing of what PortOne has done before it.
    const isProxys = !envelope && hasEffect
    if ((status === 401 || status === 403) && !isProxys) {
      throw fail('UNAUTHORIZED', texts.unauthorized(call, status, message), details)
    }
    // A 404 without the envelope is a proxy's, or another host's, and says nothing of the payment.
    if (!envelope) throw none(texts.isNoEnvelope)
    if (status === 404) throw fail('NOT_FOUND', texts.notFound(call, message), details)
    // HTTP 200 with another code is a failure as well.
    if (!answer.ok || envelope.code !== 0) {
      throw fail('REFUSED', texts.refused(call, status, envelope.code, message), details)
    }
    return envelope.response
  }
  return send
}
