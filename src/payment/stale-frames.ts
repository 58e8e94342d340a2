/**
 * Stale frames: an SDK frame that was given an order keeps it, and would show that order in place of the next payment's. After
 * a result the SDK makes new frames by itself. After a payment that was abandoned the package has to have it make some, and not
 * too early: a frame that is thrown away can't report a late result any more.
 *
 * | how the payment ended | what the frames hold | when new ones are made |
 * |---|---|---|
 * | the SDK alerted its failure, and its dialog is gone | nothing: it tidies up by itself | – |
 * | `WINDOW_CLOSED` | maybe the order | by the next payment, for a late callback may come |
 * | `WINDOW_NOT_OPENED` | maybe the order, or the queue has it | by the next payment, for the window may only be late |
 * | any other, window open | the order | at once, so that the next click need not wait |
 * | any other, window not open | maybe the order, or the queue has it | by the next payment, or when the window opens late |
 * | any, where the payment went the new way | nothing: no frame of the SDK had it | – |
 */
import { frames, hasStill } from '../sdk/dom.ts'
import { pageState, type StaleFrames } from '../sdk/page-state.ts'
import { isV1 } from '../sdk/versions.ts'
import type { Ending, WatchedPayment } from './watched-payment.ts'

/** What the SDK's frames hold after a payment was abandoned. */
export const framesAfter = (
  { imp, way, frames: ofPayment, driver, hasOpened }: WatchedPayment,
  { code, by }: Ending,
  isDialogOpen: boolean,
): StaleFrames => {
  if (way === 'new' || (driver && !isDialogOpen && !ofPayment)) return { kind: 'none' }
  if (by === 'alert' && !isDialogOpen) return { kind: 'none' }
  const held = ofPayment ?? frames()
  if (held.length && !(isV1(imp) && !hasOpened)) return { kind: 'frames', frames: held }
  // A script that never got its channels does not ask for them again by itself.
  return code === 'WINDOW_NOT_OPENED' && !held.length ? { kind: 'notBuiltYet' } : { kind: 'none' }
}

/** Whether the SDK has to make its frames anew before the next payment. */
export const areStale = (): boolean => {
  const { stale } = pageState()
  if (stale.kind === 'none') return false
  return stale.kind === 'frames' ? hasStill(stale.frames) : !frames().length
}
