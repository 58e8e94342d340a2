import type { Iamport } from '../public-options.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { isV1 } from './versions.ts'

/**
 * A script, in a box: an `IMP` that has a member named `then`, which a Proxy has, would be taken for a promise and never
 * come out of one.
 */
export interface Loaded {
  readonly imp: Iamport
}

/**
 * What the SDK's frames hold of a payment that was abandoned. A frame that was given an order keeps it, and would show that
 * order in the next payment's place.
 */
export type StaleFrames =
  /** Nothing. */
  | { readonly kind: 'none' }
  /** The SDK had no frames yet, and its queue may hold the order until there are some. */
  | { readonly kind: 'notBuiltYet' }
  /** One of these may hold the order. */
  | { readonly kind: 'frames'; readonly frames: readonly Element[] }

/** What a call of `resume` is doing, for other calls to share. */
export interface Concluding {
  /** The address, and the order that was asked for. */
  readonly key: string
  /** The order that it is about, once that is known. */
  order: string | undefined
  promise: Promise<VerifiedPayment | null>
}

/** A watch for the window of an abandoned payment. */
export interface LateWatch {
  stop(): void
}

/** What all copies of the package on a page have to share: there is one script, one merchant, one payment at a time. */
export interface PageState {
  /** The load that is under way, for every call that comes meanwhile. */
  loading?: Promise<Loaded> | undefined
  /** What the load that is under way, or the last one, was for. */
  asked?: string
  /** URLs that were requested; a repeated one is changed, because Chromium joins it to a request that hangs. */
  readonly tried: Set<string>
  /** The `IMP` that was initialised, and for whom. A sandbox or a test may put another `IMP` in its place. */
  imp?: Iamport | undefined
  merchant?: string | undefined
  /** What the SDK's frames hold of an abandoned payment. */
  stale: StaleFrames
  /** The payment in progress. */
  pending?: { merchant_uid: string; promise: Promise<UnverifiedPayment> } | undefined
  /** The watch for the window of an abandoned payment, which may open late. */
  lateWatch?: LateWatch | undefined
  /** What a landing page's calls of this task get, for one address; an empty one is the page's own. */
  resuming?: { readonly href: string; readonly promise: Promise<UnverifiedPayment | null> } | undefined
  /** What `resume` is asking the server about. */
  concluding?: Concluding | undefined
  /** Warnings that were shown on the console. */
  readonly warned: Set<string>
  /** A Trusted Types policy of a name can be made once a page. */
  policy?: { createScriptURL(url: string): string } | undefined
}

/** A symbol, because an element with an id is a member of the window, too. */
const KEY = Symbol.for('iamport-checkout')

/** The state of this page. It is on the window, because hot reload and a second copy have module variables of their own. */
export const pageState = (): PageState => {
  const holder = window as { [KEY]?: PageState }
  holder[KEY] ??= { tried: new Set(), warned: new Set(), stale: { kind: 'none' } }
  return holder[KEY]
}

/** `window.IMP`, if it can take payments. `<div id="IMP">` is a `window.IMP` too, and can't. */
const impOfWindow = (): Iamport | undefined => {
  try {
    const { IMP } = window as { IMP?: Iamport }
    return typeof IMP?.request_pay === 'function' ? IMP : undefined
  } catch {
    // A revoked Proxy, say.
    return undefined
  }
}

/**
 * The SDK, if a usable one is there.
 *
 * A `v1` that was initialised stays the one, also when a second tag has put a fresh one in its place: both listen to the
 * same frames, and with two that are initialised each order would be submitted twice.
 */
export const presentImp = (): Iamport | undefined => {
  const imp = impOfWindow()
  const { imp: initialised } = pageState()
  return imp && initialised && isV1(imp) && isV1(initialised) ? initialised : imp
}
