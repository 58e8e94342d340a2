/** The one error that this package rejects with, and what each of its codes says about money. */
import type { Issue } from './issue.ts'
import type { NormalisedResponse } from './types/response.ts'
import type { Verdict } from './types/verdict.ts'
import { asText } from './util/as-text.ts'

/** How a payment can end without a result that looks like a success. Each has a section in docs/errors.md. */
export type PayErrorCode =
  /** There is no document: a server or a worker. */
  | 'NOT_BROWSER'
  /** No `userCode`, or an option that cannot be. */
  | 'INVALID_OPTIONS'
  /** The validation found errors; `issues` has all of them. Nothing was loaded or called. */
  | 'INVALID_REQUEST'
  /** Every source and attempt failed. */
  | 'SDK_LOAD_FAILED'
  /** Every source and attempt failed, the last one without any answer. */
  | 'SDK_LOAD_TIMEOUT'
  /** The script ran but there is no usable `IMP`; jQuery 4; another merchant code before; a newer script is needed. */
  | 'SDK_INCOMPATIBLE'
  /** The SDK threw, told the buyer of its own failure by `alert`, or reported that its page broke. */
  | 'SDK_ERROR'
  /** Nothing opened within `openTimeout`. */
  | 'WINDOW_NOT_OPENED'
  /** The browser refused the gateway's popup. */
  | 'POPUP_BLOCKED'
  /** Another payment is in progress on this page. */
  | 'BUSY'
  /** The gateway says that the buyer cancelled. Best effort: there is no common code, texts are compared. */
  | 'CANCELLED'
  /** This `merchant_uid` was paid before. */
  | 'DUPLICATE_ORDER'
  /** Any other failure that was reported. */
  | 'PAYMENT_FAILED'
  /** The window went away and no result came. */
  | 'WINDOW_CLOSED'
  /** The buyer came back from a gateway's page with no result. */
  | 'RETURNED'
  /** `signal` fired. */
  | 'ABORTED'
  /** `pay` and `resume`: the server could not be asked, does not know the order, or contradicts a success. */
  | 'UNCONFIRMED'
  /** `pay` and `resume`: money moved, but not as the order says. A person must look. */
  | 'MISMATCH'

/** What a code says where the error itself doesn't say more. */
interface CodeFacts {
  /** Money may have moved, whatever the browser saw. */
  readonly doubtful: boolean
  /** The same call on the same page cannot help. */
  readonly lasting: boolean
}

/** Every code has a row: a code that is added does not compile without one. */
const CODES: Readonly<Record<PayErrorCode, CodeFacts>> = {
  NOT_BROWSER: { doubtful: false, lasting: true },
  INVALID_OPTIONS: { doubtful: false, lasting: true },
  INVALID_REQUEST: { doubtful: false, lasting: true },
  SDK_LOAD_FAILED: { doubtful: false, lasting: false },
  SDK_LOAD_TIMEOUT: { doubtful: false, lasting: false },
  SDK_INCOMPATIBLE: { doubtful: false, lasting: true },
  SDK_ERROR: { doubtful: false, lasting: true },
  WINDOW_NOT_OPENED: { doubtful: true, lasting: false },
  POPUP_BLOCKED: { doubtful: false, lasting: false },
  BUSY: { doubtful: false, lasting: false },
  CANCELLED: { doubtful: false, lasting: false },
  DUPLICATE_ORDER: { doubtful: true, lasting: false },
  PAYMENT_FAILED: { doubtful: false, lasting: false },
  WINDOW_CLOSED: { doubtful: true, lasting: false },
  RETURNED: { doubtful: true, lasting: false },
  ABORTED: { doubtful: false, lasting: false },
  UNCONFIRMED: { doubtful: true, lasting: false },
  MISMATCH: { doubtful: true, lasting: true },
}

/** What is assumed of a code that a newer copy of the package, or nobody, has made: the safe answer to each question. */
const UNKNOWN: CodeFacts = { doubtful: true, lasting: true }

/** A code that every object has as a member, such as `constructor`, is an unknown one. */
const factsOf = (code: PayErrorCode): CodeFacts => (Object.keys(CODES).includes(code) ? CODES[code] : UNKNOWN)

/** What a PayError can carry beside its code. */
export interface PayErrorDetails {
  /** Overrides what the code says. */
  mayHavePaid?: boolean | undefined
  issues?: readonly Issue[] | undefined
  response?: NormalisedResponse | undefined
  merchant_uid?: string | undefined
  gateway?: string | undefined
  imp_uid?: string | undefined
  startedHere?: boolean | undefined
  verdict?: Verdict | undefined
  cause?: unknown
}

/** A message without the address of a section, which another error may bring with it. */
const withoutAddress = (message: string): string => message.replace(/ See docs\/errors\.md#\w*$/, '')

/**
 * The one error that this package rejects with.
 *
 * `mayHavePaid` answers what a shop has to know: is it safe to let the buyer pay again (`false`), or must the server
 * look first (`true`)? `false` is as far as a browser can know; it does not prove that no money moved.
 *
 * @example
 * try {
 *   await requestPay(request, options)
 * } catch (error) {
 *   if (isPayError(error) && error.mayHavePaid) await askServer(error.merchant_uid)
 * }
 */
export class PayError extends Error {
  /** Which ending. */
  declare readonly code: PayErrorCode
  /** Whether the server must look before the buyer pays again. */
  declare readonly mayHavePaid: boolean
  /** Whether the same call on the same page may succeed, with no doubt about money. */
  declare readonly retryable: boolean
  /** `INVALID_REQUEST`: all problems of the request. */
  declare readonly issues?: readonly Issue[]
  /** What the gateway reported, where it did. */
  declare readonly response?: NormalisedResponse
  /** 주문번호 of the request or of the response. */
  declare readonly merchant_uid?: string
  /** The gateway of the request, where it is known: `kcp.T0000`. */
  declare readonly gateway?: string
  /** 아임포트 거래번호, where one was reported. */
  declare readonly imp_uid?: string
  /** Landings only: whether the payment was begun in this tab. */
  declare readonly startedHere?: boolean
  /** `pay` and `resume`: the server's verdict, where it gave one. */
  declare readonly verdict?: Verdict
  /** What was thrown underneath. */
  declare readonly cause?: unknown

  /**
   * @param code which ending.
   * @param message a sentence for developers: what happened, what was expected and what came, what to do. The address of
   * the code's section in the documents is added to it.
   */
  constructor(code: PayErrorCode, message: string, details: PayErrorDetails = {}) {
    super(`${withoutAddress(message)} See docs/errors.md#${asText(code).toLowerCase()}`.trim())
    const { doubtful, lasting } = factsOf(code)
    const given = Object.entries(details).filter(([, value]) => value !== undefined)
    this.name = 'PayError'
    this.code = code
    this.mayHavePaid = doubtful
    Object.assign(this, Object.fromEntries(given))
    this.retryable = !this.mayHavePaid && !lasting
  }
}

/** The same error with other details. */
export const withDetails = (error: PayError, details: PayErrorDetails): PayError =>
  new PayError(error.code, error.message, { ...error, ...details })

/**
 * Whether this is a PayError, also one made by another copy of the package or in another window, where `instanceof`
 * fails. A thing whose members can't be read is none.
 */
export const isPayError = (value: unknown): value is PayError => {
  try {
    return (value as PayError).name === 'PayError' && 'mayHavePaid' in (value as PayError)
  } catch {
    return false
  }
}

/**
 * Runs a function so that it rejects with a PayError and never throws. What else can be thrown comes of options that no
 * type allows: a getter that throws, null.
 */
export const rejectWithPayError = async <Value>(run: () => Value | Promise<Value>): Promise<Value> => {
  try {
    return await run()
  } catch (cause) {
    throw isPayError(cause) ? cause : new PayError('INVALID_OPTIONS', `${asText(cause)}.`, { cause })
  }
}

/** Lets a promise through as it is, so that callers share it, and makes a rejection of what is thrown instead. */
export const rejectWhatThrows = <Value>(run: () => Promise<Value>): Promise<Value> => {
  try {
    return run()
  } catch (error) {
    return rejectWithPayError(() => Promise.reject(error))
  }
}
