/**
 * Stale frames: a frame of the script that was given an order keeps it, and would show that order in place of the next
 * payment's. After a result the script makes new frames by itself. After a payment that was abandoned the package has to make the script do
 * so, and not too early: a frame that is thrown away can't report a late result any more.
 *
 * | how the payment ended | what the frames hold | when new ones are made |
 * |---|---|---|
 * | the script alerted its failure, and its dialog is gone | nothing: the script has tidied up by itself | – |
 * | `WINDOW_CLOSED` | maybe the order | by the next payment, for a late callback may come |
 * | `WINDOW_NOT_OPENED` | maybe the order, or the queue has it | by the next payment, for the window may only be late |
 * | any other, window open | the order | at once, so that the next click need not wait |
 * | any other, window not open | maybe the order, or the queue has it | by the next payment, or when the window opens late |
 * | `WINDOW_NOT_OPENED`, and the frames never finished loading | the queue has the order | by the next payment |
 * | any other, with `v1`, before it has taken the request up | soon the order | by the next payment, or when the window opens late |
 * | any other, with `v1`, and no window was seen | nothing: `v1` shows a frame in the task in which the frame gets the order | – |
 * | `WINDOW_NOT_OPENED`, and there are no frames | nothing yet, the queue has the order | by the next payment |
 * | any, and the script has called back late | nothing: the script has tidied up by itself (run-payment.ts) | – |
 * | any, where the payment went the new way | nothing: no frame was given the order | – |
 */
import { frames, hasStill } from '../sdk/dom.ts'
import { pageState, type StaleFrames } from '../sdk/page-state.ts'
import { isV1 } from '../sdk/versions.ts'
import type { Ending, WatchedPayment } from './watched-payment.ts'

/** Looks up what the script's frames hold after a payment was abandoned. */
export const framesAfter = (
  { imp, way, frames: ofPayment, driver, hasOpened, isTakenUp }: WatchedPayment,
  { code, by }: Ending,
  isDialogOpen: boolean,
): StaleFrames => {
  if (way === 'new' || (driver && !isDialogOpen && !ofPayment)) return { kind: 'none' }
  if (by === 'alert' && !isDialogOpen) return { kind: 'none' }
  const held = ofPayment ?? frames()
  const holdsNothing = isV1(imp) && isTakenUp && !hasOpened && code !== 'WINDOW_NOT_OPENED'
  if (held.length && !holdsNothing) return { kind: 'frames', frames: held }
  // A script that never got its channels does not ask for them once more by itself: the next payment has to initialise it.
  return code === 'WINDOW_NOT_OPENED' && !held.length ? { kind: 'notBuiltYet' } : { kind: 'none' }
}

/** Whether the script has to make its frames anew before the next payment. */
export const areStale = (): boolean => {
  const { stale } = pageState()
  if (stale.kind === 'none') return false
  return stale.kind === 'frames' ? hasStill(stale.frames) : !frames().length
}
