import { windowNotOpened } from '../developer-texts.ts'
import { frames, hasDialog } from '../sdk/dom.ts'
import { isV1 } from '../sdk/versions.ts'
import type { WatchedPayment, Watcher } from './watched-payment.ts'
import { isWindowOpen } from './window.ts'

/** When to look again while the page may be leaving, in ms. */
const LOOK_AGAIN = 1_000

/**
 * Whether it is known that no request went out: `v1` asks for its channels once, at `init`; where no frame came of that, a
 * request of the old way waits in its queue for ever.
 */
const isKnownUnsent = ({ imp, way }: WatchedPayment): boolean =>
  isV1(imp) && way === 'old' && hasDialog() && frames().length === 0

/** Whether the only thing that opened is a popup, on a page that has no dialog to tell more. It may be the gateway's. */
const isPopupAllThereIs = ({ popup }: WatchedPayment): boolean => !!popup && !popup.closed && !hasDialog()

/** Abandons the payment when no window opened in time: the channel list never came, and the SDK waits for it for ever. */
export const watchOpening: Watcher = payment => {
  const { openTimeout } = payment
  if (openTimeout === false) return () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (ms: number): void => {
    timer = setTimeout(() => {
      if (payment.hasOpened || isWindowOpen(payment)) return payment.open()
      if (payment.isLeaving || isPopupAllThereIs(payment)) return wait(LOOK_AGAIN)
      payment.fail({
        code: 'WINDOW_NOT_OPENED',
        message: windowNotOpened(openTimeout),
        by: 'watcher',
        mayHavePaid: !isKnownUnsent(payment),
      })
    }, ms)
  }
  wait(openTimeout)
  return () => clearTimeout(timer)
}
