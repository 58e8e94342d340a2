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

/** The answers of a code, where the error itself does not override them. */
interface CodeFacts {
  /** Whether money may have moved. */
  readonly doubtful: boolean
  /** Whether the same call on the same page fails again. */
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

/** The answers for a code that only a newer copy of the package knows, or nobody: the safe ones. */
const UNKNOWN: CodeFacts = { doubtful: true, lasting: true }

/** Whether this is a code of this copy of the package. A member that every object has, such as `constructor`, is none. */
export const isKnownCode = (code: unknown): boolean => Object.keys(CODES).some(known => known === code)

const factsOf = (code: PayErrorCode): CodeFacts => (isKnownCode(code) ? CODES[code] : UNKNOWN)

/** The details that a PayError can carry beside its code. */
export interface PayErrorDetails {
  /** Overrides the answer of the code. */
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

/** Takes the address of a section off a message that comes from another error. */
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
  /** How the payment ended. */
  declare readonly code: PayErrorCode
  /** Whether the server must look before the buyer pays again. */
  declare readonly mayHavePaid: boolean
  /** Whether the same call on the same page may succeed, with no doubt about money. */
  declare readonly retryable: boolean
  /** `INVALID_REQUEST`: all problems of the request. */
  declare readonly issues?: readonly Issue[]
  /** The gateway's report, where there was one. */
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
  /** The value that was thrown underneath. */
  declare readonly cause?: unknown

  /**
   * @param code how the payment ended.
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

/** Makes the same error with other details. */
export const withDetails = (error: PayError, details: PayErrorDetails): PayError =>
  new PayError(error.code, error.message, { ...error, ...details })

/**
 * Whether this is a PayError, also one made by another copy of the package or in another window, where `instanceof`
 * fails. A thing whose members can't be read is no PayError.
 */
export const isPayError = (value: unknown): value is PayError => {
  try {
    return (value as PayError).name === 'PayError' && 'mayHavePaid' in (value as PayError)
  } catch {
    return false
  }
}

/**
 * Runs a function so that its failure is a rejection with a PayError. Anything else that is thrown is the fault of options that
 * no type allows, such as null or a getter that throws.
 */
export const rejectWithPayError = async <Value>(run: () => Value | Promise<Value>): Promise<Value> => {
  try {
    return await run()
  } catch (cause) {
    throw isPayError(cause) ? cause : new PayError('INVALID_OPTIONS', `${asText(cause)}.`, { cause })
  }
}

/** Returns a function's promise as it is, so that callers share it, and turns what the function throws into a rejection. */
export const rejectWhatThrows = <Value>(run: () => Promise<Value>): Promise<Value> => {
  try {
    return run()
  } catch (error) {
    return rejectWithPayError(() => Promise.reject(error))
  }
}
