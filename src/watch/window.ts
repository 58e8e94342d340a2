import { frames, hasStill, isWindowOpen, onWindowChange, openDialog } from '../sdk-dom.ts'
import { returned, windowClosed } from '../texts.ts'
import type { Watcher } from './payment.ts'

/** The SDK hides the dialog before or after it calls back; it has this long, in ms. */
const GRACE = 1_000
/** Before a redirect the dialog closes first, and iPhones tell of the redirect only when the next page answers. */
const GRACE_LEAVING = 5_000
/** How long a page that has begun to leave may take. */
const LEAVING = 10_000

/** Follows the payment window: opened, gone without a word, left by the whole page, come back to with Back. */
export const watchWindow: Watcher = payment => {
  let closing: ReturnType<typeof setTimeout> | undefined
  // One that is still open is of the payment before.
  let wasOpen = !!openDialog()

  const isOpen = (): boolean => {
    if (!isWindowOpen(payment.old)) return false
    if (!wasOpen) payment.frames ??= frames()
    // Whoever has the SDK make new ones, its callback is lost. `v1` is not known so well.
    return !payment.frames?.length || hasStill(payment.frames) || !!payment.imp.loadUI
  }

  const closeIn = (ms: number): void => {
    closing = setTimeout(() => {
      const remaining = payment.leavingUntil - Date.now()
      if (remaining > 0) closeIn(remaining)
      else payment.fail('WINDOW_CLOSED', windowClosed)
    }, ms)
  }
  const look = (): void => {
    if (isOpen() === wasOpen) return
    wasOpen = !wasOpen
    clearTimeout(closing)
    if (wasOpen) payment.opened ||= Date.now()
    else if (payment.opened) closeIn(payment.leaves ? GRACE_LEAVING : GRACE)
  }
  const leave = (event: Event): void => {
    payment.leavingUntil = Date.now() + LEAVING
    // Gone for good, or into the back/forward cache, where the clock runs on.
    if (event.type === 'pagehide') clearTimeout(closing)
  }
  const show = (event: PageTransitionEvent): void => {
    if (event.persisted) payment.fail('RETURNED', returned)
  }

  const stopLooking = onWindowChange(look)
  addEventListener('beforeunload', leave)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', show)
  return () => {
    stopLooking()
    clearTimeout(closing)
    removeEventListener('beforeunload', leave)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', show)
  }
}
