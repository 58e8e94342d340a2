/**
 * Follows the driver script of a payment of the new way. A driver draws whatever it likes. A page can tell three things: the
 * script's address, which says how the driver shows its window; that the script is removed when the payment is over; and which
 * elements came into the page behind the script.
 */
import { driverGateway, driverKind, driverScripts } from '../sdk/dom.ts'
import { pageState } from '../sdk/page-state.ts'
import { elements } from '../util/document.ts'
import type { Driver, WatchedPayment } from './watched-payment.ts'

/**
 * Notes the driver script of a payment. One that was there when the payment began is an earlier payment's that has stayed. Of several
 * that come since then, all but one are of payments that were abandoned before their driver came: this payment's names its gateway,
 * and was asked for last. A payment that goes the old way by all that is known has none, unless a newer script sends its gateway the
 * new way.
 */
export const noteDriver = (payment: WatchedPayment, look: () => void): void => {
  const { before, driver: known, gateway, way } = payment
  const isNew = (script: HTMLScriptElement): boolean =>
    script !== known?.script && !before.has(script) && !known?.before.has(script)
  const arrived = driverScripts(payment.imp).filter(isNew)
  const isNamed = (script: HTMLScriptElement): boolean => driverGateway(script) === gateway
  const named = arrived.filter(isNamed)
  const hasToBeNamed = way === 'old' || named.length > 0 || (known && isNamed(known.script))
  const candidates = hasToBeNamed ? named : arrived
  const script = candidates.pop()
  if (!script) return
  const ofOthers = known ? [...known.before, known.script, ...known.drawn, ...arrived] : arrived
  const driver: Driver = {
    script,
    state: 'loading',
    drawn: new Set(),
    before: new Set<Element>(ofOthers.filter(element => element !== script)),
  }
  payment.driver = driver
  // This payment goes the new way, so that a dialog is an abandoned payment's.
  pageState().lateWatch?.goOn()
  const become = (state: Driver['state']) => (): void => {
    if (driver.state === 'loading') driver.state = state
    look()
  }
  script.addEventListener('load', become('loaded'))
  script.addEventListener('error', become('failed'))
}

/** Whether an element is as large as a payment window: fixed, and over at least half of the view. A toast is smaller. */
const coversPage = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return getComputedStyle(element)?.position === 'fixed' && width * height * 2 >= innerWidth * innerHeight
}

/** Notes the elements that came into the page behind the driver and look like a window: with an iframe, or as large as one. */
const noteDrawn = ({ script, drawn, before }: Driver, beforePayment: ReadonlySet<Element>): void => {
  for (const element of elements<Element>('body > *')) {
    const isEarlier = before.has(element) || beforePayment.has(element)
    if (element === script || isEarlier || element.matches('.imp-dialog, script, style')) continue
    if (element.matches('iframe') || element.querySelector('iframe') || coversPage(element))
      drawn.add(element)
  }
}

/** Whether a payment of the new way shows its window. A driver that drew nothing a page can see counts as open until it ends. */
export const isDriverOpen = ({ driver, before, popup }: WatchedPayment): boolean => {
  if (driver?.state !== 'loaded' || !driver.script.isConnected) return false
  const kind = driverKind(driver.script)
  // A redirection has no window: the page begins to leave.
  if (kind === 'redirection') return false
  if (popup) return !popup.closed
  if (kind === 'popup') return true
  noteDrawn(driver, before)
  return driver.drawn.size === 0 || [...driver.drawn].some(element => element.isConnected)
}

/** Hides the elements with a frame that an abandoned payment of the new way has drawn. A hidden frame still reports a late result. */
export const hideDrawn = ({ driver }: WatchedPayment): void => {
  for (const element of driver?.drawn ?? []) {
    if (element instanceof HTMLElement && (element.matches('iframe') || element.querySelector('iframe'))) {
      element.style.setProperty('display', 'none', 'important')
    }
  }
}
