/** Notices a popup of the gateway that the browser refuses. */
import { popupBlocked } from '../developer-texts.ts'
import { driverKind } from '../sdk/dom.ts'
import { patch } from './patch.ts'
import type { WatchedPayment, Watcher } from './watched-payment.ts'

/** How long a driver whose popup was refused may take to say so itself, in ms. */
const DRIVER_ANSWERS = 2_500

/**
 * Whether a popup that is opened now may be the gateway's. The old way opens its only popup before its dialog or right behind
 * it. On the new way a driver asks for it, which may do so before its script tells that it has loaded.
 */
const mayBeOfSdk = ({ popup, way, driver, isBeyondPopups }: WatchedPayment): boolean => {
  if (popup) return false
  if (!driver) return way !== 'new' && !isBeyondPopups
  return driver.state !== 'failed' && !/^(iframe|redirection)$/.test(driverKind(driver.script))
}

/** Watches `window.open`. After a refusal the script goes on as if the popup were open, and never calls back. */
export const watchPopups: Watcher = payment => {
  let timer: ReturnType<typeof setTimeout> | undefined

  const refuse = (): void => {
    // A window that was open before may be paid in: then the popup is another call's of the page.
    const { hasOpened, driver } = payment
    payment.isPopupRefused = !hasOpened || (!!driver && driverKind(driver.script) === 'popup')
    const wait = payment.driver ? DRIVER_ANSWERS : 0
    timer ??= setTimeout(() => {
      payment.fail({
        code: 'POPUP_BLOCKED',
        message: popupBlocked,
        by: 'watcher',
        situation: payment.isPopupRefused ? 'popup-refused' : undefined,
      })
    }, wait)
  }

  const unpatch = patch('open', (original, isWatching) => (...args) => {
    const opened: Window | null | undefined = original.apply(window, args)
    if (!isWatching()) return opened as Window | null
    if (mayBeOfSdk(payment)) {
      // With the target `_self` the opened window is this very page.
      if (opened && opened !== window) payment.popup = opened
      else if (opened === undefined) payment.mayHavePopup = true
      // With `noopener` a popup that has opened gives null, too.
      else if (opened === null && !/noopener|noreferrer/.test(String(args[2]))) refuse()
    }
    return opened as Window | null
  })
  return () => {
    clearTimeout(timer)
    unpatch()
  }
}
