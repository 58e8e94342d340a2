/** Finds the script on the page. */
import type { Iamport } from '../public-options.ts'
import { pageState } from './page-state.ts'
import { isV1 } from './versions.ts'

/** `window.IMP`, if it can take payments. `<div id="IMP">` is a `window.IMP` too, and can't. */
const impOfWindow = (): Iamport | undefined => {
  try {
    const { IMP } = window as { IMP?: Iamport }
    return typeof IMP?.request_pay === 'function' ? IMP : undefined
  } catch {
    // A revoked Proxy throws here, for example.
    return undefined
  }
}

/**
 * The SDK, if a usable one is there.
 *
 * A `v1` that was initialised stays the one that is used, also when a second tag has put a fresh `v1` in its place: both listen
 * to the same frames, and two initialised ones would submit each order twice.
 */
export const presentImp = (): Iamport | undefined => {
  const imp = impOfWindow()
  const { imp: initialised } = pageState()
  return imp && initialised && isV1(imp) && isV1(initialised) ? initialised : imp
}
