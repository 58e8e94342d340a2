import type { Iamport } from './types/options.ts'
import type { UnverifiedPayment } from './types/response.ts'

/** What all copies of the package on a page have to share: there is one script, one merchant, one payment at a time. */
export interface PageState {
  /** The load that is under way, for every call that comes meanwhile. */
  loading?: Promise<Iamport> | undefined
  /** What the load that is under way, or the last one, was for. */
  asked?: string
  /** URLs that were requested; a repeated one is changed, because Chromium joins it to a request that hangs. */
  tried: Set<string>
  /** The `IMP` that was initialised, and for whom. A sandbox or a test may put another `IMP` in its place. */
  imp?: Iamport
  merchant?: string
  /** The SDK's frames, of which one may hold a payment that was given up; none where it never got its channels. */
  old?: readonly Element[] | undefined
  /** The payment in progress. */
  pending?: { merchant_uid: string; promise: Promise<UnverifiedPayment> } | undefined
  /** Stops what puts the window of a given up payment away, should it open after all. */
  stopKeepingAway?: (() => void) | undefined
  /** What a landing page's calls of this task get. */
  resuming?: Promise<UnverifiedPayment | null> | undefined
  /** The payment without a result that the calls of this task are told of. */
  unfinished?: { merchant_uid: string } | undefined
  /** Warnings that were shown. */
  told?: Set<string>
  /** A policy of a name can be made once. */
  policy?: { createScriptURL(url: string): string } | undefined
}

/** A symbol, because an element with an id is a member of the window, too. */
const KEY = Symbol.for('iamport-checkout')

/** The state of this page. On the window, because hot reload and a second copy have module variables of their own. */
export const pageState = (): PageState => ((window as { [KEY]?: PageState })[KEY] ??= { tried: new Set() })

/** The SDK, if a usable one is there. `<div id="IMP">` is a `window.IMP` too, but can't take payments. */
export const presentImp = (): Iamport | undefined => {
  const { IMP } = window as { IMP?: Iamport }
  return typeof IMP?.request_pay === 'function' ? IMP : undefined
}
