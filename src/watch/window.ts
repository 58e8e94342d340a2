import { openDialog } from '../sdk-dom.ts'
import { returned, windowClosed } from '../texts.ts'
import type { Watcher } from './payment.ts'

/** The SDK hides the dialog before or after it calls back; it has this long, in ms. */
const GRACE = 1_000
/** Before a redirect the dialog closes first, and iPhones tell of the redirect only when the next page answers. */
const GRACE_LEAVING = 5_000
/** How long a page that has begun to leave may take. Links to a card app begin to leave, and don't. */
const LEAVING = 10_000

/** Follows the payment window: opened, gone without a word, left by the whole page, come back to with Back. */
export const watchWindow: Watcher = payment => {
  let closing: ReturnType<typeof setTimeout> | undefined
  let leavingUntil = 0

  const closeIn = (ms: number): void => {
    closing = setTimeout(() => {
      const remaining = leavingUntil - Date.now()
      if (remaining > 0) closeIn(remaining)
      else payment.fail('WINDOW_CLOSED', windowClosed)
    }, ms)
  }
  let wasOpen = false
  const look = (): void => {
    const isOpen = !!openDialog()
    if (isOpen === wasOpen) return
    wasOpen = isOpen
    clearTimeout(closing)
    if (isOpen) payment.opened = true
    else closeIn(payment.leaves ? GRACE_LEAVING : GRACE)
  }
  const leave = (event: Event): void => {
    payment.opened = true
    leavingUntil = Date.now() + LEAVING
    // Gone for good, or into the back/forward cache, where the clock runs on.
    if (event.type === 'pagehide') clearTimeout(closing)
  }
  const show = (event: PageTransitionEvent): void => {
    if (event.persisted) payment.fail('RETURNED', returned)
  }

  const observer = new MutationObserver(look)
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['style', 'class'],
  })
  look()
  addEventListener('beforeunload', leave)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', show)
  return () => {
    observer.disconnect()
    clearTimeout(closing)
    removeEventListener('beforeunload', leave)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', show)
  }
}
