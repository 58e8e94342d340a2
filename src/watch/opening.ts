import { hasDialog, isUnknownWindow, isWindowOpen } from '../sdk-dom.ts'
import { notOpened } from '../texts.ts'
import type { Watcher } from './payment.ts'

/** When to look where nothing is given up, in ms. */
const LOOK = 30_000

/**
 * Gives up when no window opened in time: the channel list never came, and the SDK waits for it for ever. A popup alone
 * counts only where there is no dialog to tell; it may be the page's own. The newest script (it alone has `loadUI`) may
 * draw its window in a way that is not known here; then nothing is done.
 */
export const watchOpening: Watcher = payment => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (remaining: number): void => {
    timer = setTimeout(() => {
      // One that was open before, of somebody else's making, is ours as well by now.
      if (isWindowOpen(payment.old)) payment.opened ||= Date.now()
      const isUnknown = payment.popup ? payment.imp.loadUI || !hasDialog() : isUnknownWindow(payment)
      if (!payment.openTimeout || payment.opened || isUnknown) return
      const leaving = payment.leavingUntil - Date.now()
      if (leaving > 0) wait(leaving)
      else payment.fail('WINDOW_NOT_OPENED', notOpened)
    }, remaining)
  }
  wait(payment.openTimeout || LOOK)
  return () => clearTimeout(timer)
}
