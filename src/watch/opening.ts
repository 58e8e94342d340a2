import { hasDialog, openDialog } from '../sdk-dom.ts'
import { notOpened } from '../texts.ts'
import type { WatchedPayment } from './payment.ts'

/**
 * Gives up when no window opened in time: the channel list never came, and the SDK waits for it for ever. A popup alone
 * counts only where there is no dialog to tell; it may be the page's own. The newest script (it alone has `loadUI`) may
 * draw its window in a way that is not known here; then nothing is done.
 */
export const watchOpening = (payment: WatchedPayment, ms: number): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (remaining: number): void => {
    timer = setTimeout(() => {
      if (payment.opened || openDialog() || (!hasDialog() && (payment.popup || payment.imp.loadUI))) return
      const leaving = payment.leavingUntil - Date.now()
      if (leaving > 0) wait(leaving)
      else payment.fail('WINDOW_NOT_OPENED', notOpened(ms))
    }, remaining)
  }
  if (ms > 0) wait(ms)
  return () => clearTimeout(timer)
}
