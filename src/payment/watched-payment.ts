import type { PayErrorCode } from '../errors.ts'
import type { Iamport } from '../public-options.ts'

/** How a payment ends before the SDK has called back. */
export interface Ending {
  readonly code: PayErrorCode
  readonly message: string
  /**
   * Who noticed. The SDK tidies up by itself after a failure that it alerts; after an exception, and after what only a watcher
   * or the page noticed, it does not.
   */
  readonly by: 'alert' | 'exception' | 'watcher' | 'signal'
  /** Money may have moved; where it is not given the code and what was seen decide. */
  readonly mayHavePaid?: boolean
  readonly cause?: unknown
}

/** A payment that is in progress, as its watchers see it and write down what they see. */
export interface WatchedPayment {
  readonly imp: Iamport
  /** The gateway's code, without a merchant id; empty where it is not known. */
  readonly gateway: string
  /** Whether it goes the old way of the dialog, the new way of drivers, or may go either. */
  readonly way: Way
  /** Whether the page is expected to be left. */
  readonly leaves: boolean
  /** How long it may take until its window opens, in ms; false is for ever. */
  readonly openTimeout: number | false
  /** The SDK's frames that hold an abandoned order, and go when it makes them anew. What they show is not this payment. */
  readonly staleFrames: readonly Element[]
  /** What was in the page before, and so is not this payment's: driver scripts, a window that `v1` drew by itself. */
  readonly before: ReadonlySet<Element>
  /** A window was seen. */
  hasOpened: boolean
  /** The window has been open for so long that a popup which is refused now is the page's own affair. */
  isBeyondPopups: boolean
  /** The SDK's frames when the dialog opened; one of them has the order. */
  frames?: readonly Element[]
  /** The driver script of this payment. */
  driver?: Driver
  /** The popup that opened while the SDK may ask for one. */
  popup?: Window
  /** A `window.open` gave neither a window nor null, as a wrapper or an app's web view may: a popup may be open. */
  mayHavePopup: boolean
  /** The page may be leaving. Links to an app begin to leave it, and don't. */
  isLeaving: boolean
  /** What the SDK alerted of its own failure, which will end the payment a task later. */
  alerted?: Ending
  /** Called when the window was seen first. */
  open(): void
  /** Called when the page begins to leave. */
  leave(): void
  /** Ends the payment, and cleans up after it. */
  fail(ending: Ending): void
}

/** Which way a script goes with a request: see `sdk/dom.ts`. */
export type Way = 'old' | 'new' | 'unknown'

/** The driver script by which `v1` shows a window of the new way. */
export interface Driver {
  readonly script: HTMLScriptElement
  state: 'loading' | 'loaded' | 'failed'
  /** What came into the page after it that may be its window. */
  readonly drawn: Set<Element>
}

/** Starts to watch; what it returns stops it and leaves nothing behind. */
export type Watcher = (payment: WatchedPayment) => () => void
