import { hasDialog } from '../sdk-dom.ts'
import { notOpened } from '../texts.ts'
import type { WatchedPayment } from './payment.ts'

/**
 * Gives up when no window opened in time: the channel list never came, and the SDK waits for it for ever.
 * The newest script (it alone has `loadUI`) may draw its window in a way that is not known here; then nothing is done.
 */
export const watchOpening = (payment: WatchedPayment, ms: number): (() => void) => {
  const timer =
    ms > 0 &&
    setTimeout(() => {
      if (!payment.opened && (hasDialog() || !payment.imp.loadUI))
        payment.fail('WINDOW_NOT_OPENED', notOpened(ms))
    }, ms)
  return () => clearTimeout(timer || undefined)
}
