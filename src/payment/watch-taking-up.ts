/** Notices when the script has taken the request up. */
import type { Watcher } from './watched-payment.ts'

/**
 * Waits two tasks. `v1` takes a request up a task after it got it, and its newest release counts from when the promises of this
 * task are done. Until then no frame has the order and no queue, and one of them will.
 */
export const watchTakingUp: Watcher = payment => {
  let timer = setTimeout(() => {
    timer = setTimeout(() => {
      payment.isTakenUp = true
    })
  })
  return () => clearTimeout(timer)
}
