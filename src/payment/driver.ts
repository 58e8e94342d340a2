/**
 * Follows the driver script of a payment of the new way. What a driver draws is its own affair; what is known is its address,
 * which says how it shows its window, that the script leaves the page when the payment is over, and what came into the page
 * behind it.
 */
import { driverKind, driverScripts } from '../sdk/dom.ts'
import { elements } from '../util/document.ts'
import type { Driver, WatchedPayment } from './watched-payment.ts'

/** Notes a driver script that was not there when the payment began. */
export const noteDriver = (payment: WatchedPayment, look: () => void): void => {
  if (payment.driver) return
  const script = driverScripts().find(candidate => !payment.before.has(candidate))
  if (!script) return
  const driver: Driver = { script, state: 'loading', drawn: new Set() }
  payment.driver = driver
  const become = (state: Driver['state']) => (): void => {
    if (driver.state === 'loading') driver.state = state
    look()
  }
  script.addEventListener('load', become('loaded'))
  script.addEventListener('error', become('failed'))
}

/** Whether an element is as large as a window is: fixed, and over at least half of the view. A toast is not. */
const coversPage = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return getComputedStyle(element)?.position === 'fixed' && width * height * 2 >= innerWidth * innerHeight
}

/** Notes what came into the page behind the driver and looks like a window: with an iframe in it, or over the whole page. */
const noteDrawn = ({ script, drawn }: Driver, before: ReadonlySet<Element>): void => {
  for (const element of elements<Element>('body > *')) {
    if (element === script || before.has(element) || element.matches('.imp-dialog, script, style')) continue
    if (element.matches('iframe') || element.querySelector('iframe') || coversPage(element))
      drawn.add(element)
  }
}

/** Whether a payment of the new way shows its window, as far as that can be told. */
export const isDriverOpen = ({ driver, before, popup }: WatchedPayment): boolean => {
  if (driver?.state !== 'loaded' || !driver.script.isConnected) return false
  const kind = driverKind(driver.script)
  // A redirection shows when the page begins to leave.
  if (kind === 'redirection') return false
  if (popup) return !popup.closed
  if (kind === 'popup') return true
  noteDrawn(driver, before)
  return driver.drawn.size === 0 || [...driver.drawn].some(element => element.isConnected)
}

/** Puts what an abandoned payment of the new way has drawn out of sight. Its frames live on, so that a result is still heard. */
export const hideDrawn = ({ driver }: WatchedPayment): void => {
  for (const element of driver?.drawn ?? []) {
    if (element instanceof HTMLElement && (element.matches('iframe') || element.querySelector('iframe'))) {
      element.style.setProperty('display', 'none', 'important')
    }
  }
}
