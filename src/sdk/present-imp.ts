/** Finds the script on the page. */
import type { Iamport } from '../public-options.ts'
import { hasDialog } from './dom.ts'
import { pageState } from './page-state.ts'
import { isOld, isV1 } from './versions.ts'

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

/** Whether a script is a genuine one. A stub may have the members of an older script, and has no dialog in the page. */
const isGenuine = (imp: Iamport): boolean => isV1(imp) || (isOld(imp) && hasDialog())

/**
 * The SDK, if a usable one is there.
 *
 * A genuine script that was initialised stays the one that is used, also when a second tag has put another in its place: both
 * would listen to the same frames, and two initialised ones submit each order twice. A stub or a sandbox takes its place.
 */
export const presentImp = (): Iamport | undefined => {
  const imp = impOfWindow()
  const { imp: initialised } = pageState()
  return imp && initialised && isGenuine(imp) && isGenuine(initialised) ? initialised : imp
}
