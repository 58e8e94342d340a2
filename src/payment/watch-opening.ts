/** Notices that no payment window opens. */
import { windowNotOpened } from '../developer-texts.ts'
import { frames, hasDialog } from '../sdk/dom.ts'
import { isV1 } from '../sdk/versions.ts'
import { isWindowOpen } from './watch-window.ts'
import type { WatchedPayment, Watcher } from './watched-payment.ts'

/** When to look for a payment that may take for ever to open, in ms: a dialog that was open when it began is its own by then. */
const LOOK_ANYWAY = 30_000
/** How long until the next look while the page may be leaving, in ms. */
const LOOK_AGAIN = 1_000

/**
 * Whether it is known that no request went out. `v1` asks for its channels once, at `init`, and waits for the answer. Where that
 * made no frames, a request of the old way stays in the script's queue for ever.
 */
const isKnownUnsent = ({ imp, way }: WatchedPayment): boolean =>
  isV1(imp) && way === 'old' && hasDialog() && frames().length === 0

/** Whether a popup is all that has opened, on a page without a dialog that would tell more. The popup may be the gateway's. */
const isPopupAllThereIs = ({ popup }: WatchedPayment): boolean => !!popup && !popup.closed && !hasDialog()

/** Abandons the payment when no window has opened in time. The usual cause is a list of channels that never came. */
export const watchOpening: Watcher = payment => {
  const { openTimeout } = payment
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (ms: number): void => {
    timer = setTimeout(() => {
      if (payment.hasOpened || isWindowOpen(payment)) return payment.open()
      if (openTimeout === false) return undefined
      if (payment.isLeaving || isPopupAllThereIs(payment)) return wait(LOOK_AGAIN)
      payment.fail({
        code: 'WINDOW_NOT_OPENED',
        message: windowNotOpened(openTimeout),
        by: 'watcher',
        situation: isKnownUnsent(payment) ? 'request-unsent' : undefined,
      })
    }, ms)
  }
  wait(openTimeout || LOOK_ANYWAY)
  return () => clearTimeout(timer)
}
