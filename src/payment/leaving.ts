import { returned } from '../developer-texts.ts'
import type { Watcher } from './watched-payment.ts'

/** How long a page that has begun to leave may take, in ms. Links to an app begin to leave the page, and don't. */
const LEAVING = 10_000

/** Follows the page itself: left for the gateway, come back to with Back. */
export const watchLeaving: Watcher = payment => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = (): void => {
    payment.leave()
    payment.isLeaving = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      payment.isLeaving = false
    }, LEAVING)
  }
  const show = (event: PageTransitionEvent): void => {
    // Out of the back/forward cache. A fresh load of the page is `resumePay`'s affair.
    if (event.persisted) payment.fail({ code: 'RETURNED', message: returned, by: 'watcher' })
  }
  addEventListener('beforeunload', leave)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', show)
  return () => {
    clearTimeout(timer)
    removeEventListener('beforeunload', leave)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', show)
  }
}
