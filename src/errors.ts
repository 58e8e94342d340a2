import { asText } from './as-text.ts'
import type { Issue } from './issue.ts'
import type { NormalisedResponse } from './types/response.ts'

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
  /** The SDK threw, or told the buyer of its own failure by `alert`. */
  | 'SDK_ERROR'
  /** Nothing opened in `openTimeout`. */
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

/** What a PayError can carry beside its code. */
export interface PayErrorDetails {
  /** Overrides what the code says. */
  mayHavePaid?: boolean
  issues?: readonly Issue[]
  response?: NormalisedResponse
  merchant_uid?: string | undefined
  gateway?: string
  imp_uid?: string | undefined
  startedHere?: boolean
  cause?: unknown
}

/** The codes, by a word that only they have, where money may have moved, whatever the browser saw. */
const DOUBTFUL = /WINDOW|RETURNED|DUPLICATE/
/** Those of what the same call on the same page won't mend. */
const LASTING = /NOT_BROWSER|INVALID|INCOMPATIBLE|SDK_ERROR/

/**
 * The one error that this package rejects with.
 *
 * `mayHavePaid` answers what a shop has to know: is it safe to let the buyer pay again (`false`), or must the server
 * look first (`true`)? `false` is as far as a browser can know; it does not prove that no money moved.
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
  declare readonly merchant_uid?: string
  /** The gateway of the request, where it is known: `kcp.T0000`. */
  declare readonly gateway?: string
  declare readonly imp_uid?: string
  /** `resumePay` only: whether the payment was begun in this tab. */
  declare readonly startedHere?: boolean
  /** What was thrown underneath. */
  declare readonly cause?: unknown

  constructor(code: PayErrorCode, message: string, details?: PayErrorDetails) {
    super(message)
    this.name = 'PayError'
    this.code = code
    this.mayHavePaid = DOUBTFUL.test(code)
    Object.assign(this, details)
    this.retryable = !this.mayHavePaid && !LASTING.test(code)
  }
}

/**
 * Runs a function so that it rejects with a PayError and never throws. What else can be thrown comes of options that no
 * type allows: a getter that throws, null.
 */
export const rejectWithPayError = async <T>(run: () => T | Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (cause) {
    throw isPayError(cause) ? cause : new PayError('INVALID_OPTIONS', asText(cause), { cause })
  }
}

/** Lets a promise through as it is, so that callers share it, and makes a rejection of what is thrown instead. */
export const rejectWhatThrows = <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return run()
  } catch (error) {
    return rejectWithPayError(() => Promise.reject(error))
  }
}

/**
 * Whether this is a PayError, also one made by another copy of the package or in another window, where `instanceof`
 * fails.
 */
export const isPayError = (value: unknown): value is PayError =>
  (value as PayError | undefined)?.name === 'PayError' && 'mayHavePaid' in (value as PayError)
