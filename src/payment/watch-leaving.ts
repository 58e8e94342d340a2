/** Notices the page that leaves for the gateway, and the page that comes back with Back. */
import { returned } from '../developer-texts.ts'
import type { Watcher } from './watched-payment.ts'

/** How long a page that has begun to leave may take, in ms. After a link to an app, which begins in the same way, it stays. */
export const LEAVING = 10_000

/** Watches the page itself: whether it leaves, and whether the browser restores it. */
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
    // The page came out of the back/forward cache. A fresh load of it is the affair of `resumePay`.
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
