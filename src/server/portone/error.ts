/**
 * What went wrong, as a word for programs.
 *
 * | code | what happened | what to do |
 * |---|---|---|
 * | `UNREACHABLE` | no connection: DNS, TLS, a firewall | ask again later; log it |
 * | `TIMEOUT` | no answer in the time, or the order could not be settled in it | ask again later |
 * | `UNAVAILABLE` | 429 or 5xx: busy, or in trouble | ask again after `retryAfter` seconds |
 * | `NO_ANSWER` | not PortOne's answer: HTML, a redirect, a proxy's 404, more than 1 MB | ask again later; look at `api` |
 * | `UNAUTHORIZED` | key, secret or address refused, also with a new token; or none was given | mend the configuration |
 * | `REFUSED` | PortOne understood and said no: `portoneCode`, `portoneMessage` | read the message; never repeat it unread |
 * | `NOT_FOUND` | PortOne knows no such thing | for a payment: not there yet, or of a test channel |
 * | `INVALID` | nothing was sent, because what was asked for can't be right | mend the call |
 * | `CONFLICT` | `save` kept saying that somebody else had written | try `testOrders` on the store |
 */
export type PortOneErrorCode =
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'NO_ANSWER'
  | 'UNAUTHORIZED'
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'

/** What a PortOneError can carry beside its code. */
export interface PortOneErrorDetails {
  /** Method and path of the call: `GET /payments/imp_1`. No key or token is ever in it. */
  call?: string
  /** The HTTP status, where there was an answer. */
  status?: number
  /** `code` of PortOne's envelope. */
  portoneCode?: number
  /** `message` of PortOne's envelope, in Korean most often. */
  portoneMessage?: string
  /** Seconds after which to ask again, where the answer said so. */
  retryAfter?: number
  /** Whether the call may have done something though no answer came. */
  mayHaveHappened?: boolean
  /** Whether the answer was larger than the 1 MB that is read: one that asks for less may fit. */
  isTooLarge?: boolean
  cause?: Error
}

const RETRYABLE: readonly PortOneErrorCode[] = [
  'UNREACHABLE',
  'TIMEOUT',
  'UNAVAILABLE',
  'NO_ANSWER',
  'CONFLICT',
]

/**
 * The error that everything of this entry rejects with, but for misuse by type (TypeError) and for what the shop's own
 * store throws, which passes through as it is.
 *
 * None of its texts, fields or causes has a key, a secret or a token in it: it can be logged as it is.
 *
 * @example
 * try {
 *   await payments.refund({ merchant_uid, amount: 4000, reason: '구매자 요청' })
 * } catch (error) {
 *   if (!(error instanceof PortOneError)) throw error
 *   if (error.mayHaveHappened) await payments.settle({ merchant_uid }) // look, before anybody tries again
 *   else log(error.message)
 * }
 */
export class PortOneError extends Error {
  readonly code: PortOneErrorCode
  /** Whether the same call may succeed later. Never repeat one that `mayHaveHappened` before you have looked. */
  readonly retryable: boolean
  /** Whether the call may have moved money, or written something else, though no answer came. */
  readonly mayHaveHappened: boolean
  declare readonly call?: string
  declare readonly status?: number
  declare readonly portoneCode?: number
  declare readonly portoneMessage?: string
  declare readonly retryAfter?: number
  /** Whether the answer was larger than the 1 MB that is read. */
  declare readonly isTooLarge?: boolean
  declare readonly cause?: Error

  constructor(code: PortOneErrorCode, message: string, details: PortOneErrorDetails = {}) {
    super(message)
    this.name = 'PortOneError'
    this.code = code
    this.mayHaveHappened = false
    Object.assign(this, details)
    this.retryable = RETRYABLE.includes(code) && !this.mayHaveHappened
  }
}

/** Whether an error says that PortOne couldn't be asked, so that nothing is known and the same question may be repeated. */
export const isNoWord = (error: unknown): error is PortOneError =>
  error instanceof PortOneError && error.retryable
