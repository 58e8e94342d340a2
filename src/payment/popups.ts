import { popupBlocked } from '../developer-texts.ts'
import { driverKind } from '../sdk/dom.ts'
import { patch } from './patch.ts'
import type { WatchedPayment, Watcher } from './watched-payment.ts'

/** How long a driver whose popup was refused may take to say so itself, in ms. */
const DRIVER_ANSWERS = 2_500

/** Whether a popup that is opened now may be the SDK's: it opens one, before its window or right behind it. */
const mayBeOfSdk = ({ popup, way, driver, isBeyondPopups }: WatchedPayment): boolean => {
  if (popup) return false
  if (!driver) return way !== 'new' && !isBeyondPopups
  return driver.state === 'loaded' && !/^(iframe|redirection)$/.test(driverKind(driver.script))
}

/** Notices a popup that the browser refused. The SDK goes on as if it were open, and never calls back. */
export const watchPopups: Watcher = payment => {
  let timer: ReturnType<typeof setTimeout> | undefined

  const refuse = (): void => {
    const wait = payment.driver ? DRIVER_ANSWERS : 0
    timer ??= setTimeout(() => {
      payment.fail({ code: 'POPUP_BLOCKED', message: popupBlocked, by: 'watcher' })
    }, wait)
  }

  const unpatch = patch('open', (original, isWatching) => (...args) => {
    const opened: Window | null | undefined = original.apply(window, args)
    if (!isWatching()) return opened as Window | null
    if (mayBeOfSdk(payment)) {
      // With `_self` it is this very page.
      if (opened && opened !== window) payment.popup = opened
      else if (opened === undefined) payment.mayHavePopup = true
      // With noopener a popup that did open gives null, too.
      else if (opened === null && !/noopener|noreferrer/.test(String(args[2]))) refuse()
    }
    return opened as Window | null
  })
  return () => {
    clearTimeout(timer)
    unpatch()
  }
}
