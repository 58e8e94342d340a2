/** The types by which a payment, its watchers and its clean-up speak with each other. */
import type { PayErrorCode } from '../errors.ts'
import type { Iamport } from '../public-options.ts'
import type { Situation } from '../response/doubt.ts'

/** How a payment ends before the script has called back. */
export interface Ending {
  readonly code: PayErrorCode
  readonly message: string
  /**
   * Who noticed. The script tidies up by itself after a failure that it alerts, and only then.
   */
  readonly by: 'alert' | 'exception' | 'watcher' | 'signal'
  /** Where it says more about money than the code does. */
  readonly situation?: Situation | undefined
  readonly cause?: unknown
}

/** A payment that is in progress, as its watchers see it, with what they have noted. */
export interface WatchedPayment {
  readonly imp: Iamport
  /** The gateway's code, without a merchant id; empty where it is not known. */
  readonly gateway: string
  /** Whether the script goes the old way of the dialog with it, or the new way of drivers, or may go either. */
  readonly way: Way
  /** Whether the page is expected to be left. */
  readonly leaves: boolean
  /** How long the window may take to open, in ms; false: for ever. */
  readonly openTimeout: number | false
  /** The frames that hold an abandoned order and are about to go. A dialog with these alone does not show this payment. */
  readonly staleFrames: readonly Element[]
  /** The elements that were there when the payment began: driver scripts, the own window of `v1`, all children of the body. */
  readonly before: ReadonlySet<Element>
  /** Whether a payment window was seen. */
  hasOpened: boolean
  /** Whether the window has been open for so long that a popup which is refused now is the page's own. */
  isBeyondPopups: boolean
  /** The script's frames when the dialog opened. One of them has the order. */
  frames?: readonly Element[]
  /** The driver of this payment, on the new way. */
  driver?: Driver
  /** The popup that opened while the script may have asked for one. */
  popup?: Window
  /** Whether `window.open` gave neither a window nor null, as a wrapper or a web view may: a popup may be open. */
  mayHavePopup: boolean
  /** Whether the browser refused the popup that was to be this payment's window. */
  isPopupRefused: boolean
  /** Whether the payment is followed: once it has ended for the page nobody sees what its window does. */
  isWatched: boolean
  /** Whether the call of `IMP.request_pay` is running: what the script says meanwhile is about this payment. */
  isBeingAsked: boolean
  /** Whether the script has had the time to take the request up, after which a frame or its queue has the order. */
  isTakenUp: boolean
  /** Whether the page may be leaving. A link to an app begins to leave it, too, and the page stays. */
  isLeaving: boolean
  /** The failure that the script has alerted. It ends the payment a task later. */
  alerted?: Ending
  /** Whether that alert came behind the call: then it may be about another call, and this payment's window may still open. */
  wasAlertedLater: boolean
  /** Whether the script is still asking whose channel the request names, so that no dialog is this payment's. */
  isUnsent(): boolean
  /** Called when the window is seen for the first time. */
  open(): void
  /** Called when the page begins to leave. */
  leave(): void
  /** Ends the payment, and cleans up after it. */
  fail(ending: Ending): void
}

/** Which way a script goes with a request. What the two ways are is told in `sdk/dom.ts`. */
export type Way = 'old' | 'new' | 'unknown'

/** The driver script by which `v1` shows a window of the new way. */
export interface Driver {
  readonly script: HTMLScriptElement
  state: 'loading' | 'loaded' | 'failed'
  /** The elements that came into the page behind the script and may be its window. */
  readonly drawn: Set<Element>
  /** The driver scripts of abandoned payments that have come since this one began, and what they have drawn until this script came. */
  readonly before: ReadonlySet<Element>
}

/** Starts to watch a payment. Returns a function that stops the watch and leaves nothing behind. */
export type Watcher = (payment: WatchedPayment) => () => void
