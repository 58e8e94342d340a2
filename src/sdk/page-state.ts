/** The state that all copies of the package on a page share, and the script that is on the page. */
import type { Iamport, PaymentOptions } from '../public-options.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import type { VerifiedPayment } from '../types/verified.ts'

/**
 * A script in a box, so that a promise can carry it. An `IMP` that has a member named `then`, which a Proxy has, would be taken
 * for a promise and never come out of one.
 */
export interface Loaded {
  readonly imp: Iamport
}

/**
 * The state of the script's frames after a payment was abandoned. A frame that was given an order keeps it, and would show
 * that order in the next payment's place.
 */
export type StaleFrames =
  /** No frame holds an order. */
  | { readonly kind: 'none' }
  /** The script had no frames yet, and its queue may hold the order until there are some. */
  | { readonly kind: 'notBuiltYet' }
  /** Any of these frames may hold the order. */
  | { readonly kind: 'frames'; readonly frames: readonly Element[] }

/** A payment whose end the shop's server is being asked about, for all calls to share that are about it. */
export interface Concluding {
  /** Of a call of `resume`: the address, and the order that was asked for. */
  readonly key: string | undefined
  /** The order that is concluded, empty where a landing has none; undefined where there is nothing. */
  readonly order: string | undefined
  /** Whether it has ended, or is given up. */
  readonly isOver: boolean
  /** Whether all calls have left it: it ends without an answer, and no other call may join. */
  readonly isGivenUp: boolean
  /** Adds a call. Its promise ends with the shared one, or when its own signal fires. */
  join(options: Pick<PaymentOptions, 'signal' | 'onProgress'>): Promise<VerifiedPayment | null>
}

/** A watch for the window of an abandoned payment. */
export interface LateWatch {
  stop(): void
  /**
   * Waits while nobody knows whether a dialog that opens is the abandoned payment's or the next one's.
   *
   * @param isUnsent whether the next payment can have no dialog yet: one that opens is then the abandoned payment's.
   */
  pause(isUnsent: () => boolean): void
  /** Goes on after a pause: the dialog is the abandoned payment's. */
  goOn(): void
}

/** The state that all copies of the package on a page share: there is one script, one merchant, one payment at a time. */
export interface PageState {
  /** The load that is under way, for every call that comes meanwhile. */
  loading?: Promise<Loaded> | undefined
  /** The sources that the load under way, or the last load, was asked for. */
  asked?: string
  /** The URLs that were requested. A repeated URL is changed, because Chromium would join the request to one that hangs. */
  readonly tried: Set<string>
  /** The `IMP` that was initialised, and its merchant. A sandbox or a test may put another `IMP` in its place. */
  imp?: Iamport | undefined
  merchant?: string | undefined
  /** The scripts whose dialog was seen. If such a script has no dialog any more, somebody has taken it away. */
  readonly seenWithDialog: WeakSet<object>
  /** The state of the script's frames after an abandoned payment. */
  stale: StaleFrames
  /** The payment in progress. */
  pending?: { merchant_uid: string; promise: Promise<UnverifiedPayment> } | undefined
  /** The watch for the window of an abandoned payment, which may open late. */
  lateWatch?: LateWatch | undefined
  /** The promises that all calls of `resumePay` in this task get, by address. An empty address is the page's own. */
  readonly resuming: Map<string, Promise<UnverifiedPayment | null>>
  /** The payments whose end the server is being asked about. */
  readonly concluding: Set<Concluding>
  /** The warnings that were shown on the console, by code and path. */
  readonly warned: Set<string>
  /** The Trusted Types policy. A page can make one policy of a name. */
  policy?: { createScriptURL(url: string): string } | undefined
}

/** A symbol, because an element with an id is a member of the window, too. */
const KEY = Symbol.for('iamport-checkout')

/** The state of this page. The window holds it, because a hot reload or a second copy has module variables of its own. */
export const pageState = (): PageState => {
  const holder = window as { [KEY]?: PageState }
  holder[KEY] ??= {
    tried: new Set(),
    warned: new Set(),
    concluding: new Set(),
    resuming: new Map(),
    seenWithDialog: new WeakSet(),
    stale: { kind: 'none' },
  }
  return holder[KEY]
}
