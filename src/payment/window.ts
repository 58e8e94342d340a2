import { windowClosed } from '../developer-texts.ts'
import { frames, hasStill, isDialogOpen, onWindowChange, openDialog, ownWindow } from '../sdk/dom.ts'
import { isDriverOpen, noteDriver } from './driver.ts'
import type { WatchedPayment, Watcher } from './watched-payment.ts'

/** The SDK hides the dialog before or after it calls back; it has this long, in ms. */
const GRACE = 1_000
/** Before a redirect the dialog closes first, and iPhones tell of the redirect only when the next page answers. */
const GRACE_LEAVING = 5_000
/**
 * After a window of the new way is gone `v1` asks its server what became of the payment, six times within 4 seconds and more,
 * and drivers were seen to report six seconds later.
 */
const GRACE_NEW_WAY = 15_000
/** How long after its own window the SDK may still ask for a popup, in ms. */
const SOON = 2_000

/** Follows the payment window: opened, gone without a word, taken over by somebody else's `init`. */
export const watchWindow: Watcher = payment => {
  let closing: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  // A dialog that is still open is of the payment before.
  let wasOpen = !!openDialog()
  let isNewWay = false

  const isOldWayOpen = (): boolean => {
    if (payment.way === 'new' || !isDialogOpen(payment.staleFrames)) return false
    if (!wasOpen) payment.frames ??= frames()
    // If anyone re-initialises the SDK, the frames are others, and this payment's callback is lost.
    return !payment.frames?.length || hasStill(payment.frames)
  }

  const isNewWayOpen = (): boolean => {
    const own = ownWindow()
    return isDriverOpen(payment) || (!!own && !payment.before.has(own))
  }

  const grace = (): number => {
    if (isNewWay) return GRACE_NEW_WAY
    return payment.leaves ? GRACE_LEAVING : GRACE
  }

  const closeIn = (ms: number): void => {
    clearTimeout(closing)
    closing = setTimeout(() => {
      // While the page may be leaving it is not known whether the window went for good.
      if (payment.isLeaving) closeIn(GRACE)
      else payment.fail({ code: 'WINDOW_CLOSED', message: windowClosed, by: 'watcher' })
    }, ms)
  }

  const opened = (): void => {
    clearTimeout(closing)
    payment.open()
    soon ??= setTimeout(() => {
      payment.isBeyondPopups = true
    }, SOON)
  }

  const follow = (): void => {
    noteDriver(payment, look)
    const isNow = isNewWayOpen()
    if (isNow) isNewWay = true
    const isOpen = isNow || isOldWayOpen()
    if (isOpen === wasOpen) return
    wasOpen = isOpen
    if (isOpen) opened()
    else if (payment.hasOpened) closeIn(grace())
  }

  const look = (): void => {
    try {
      follow()
    } catch (cause) {
      // A page that breaks what is asked here leaves the window unseen, and the payment in doubt.
      payment.fail({ code: 'WINDOW_CLOSED', message: windowClosed, by: 'watcher', cause })
    }
  }

  const stopLooking = onWindowChange(look)
  return () => {
    stopLooking()
    clearTimeout(closing)
    clearTimeout(soon)
  }
}

/** Whether the window of a payment is there now. */
export const isWindowOpen = (payment: WatchedPayment): boolean => {
  const own = ownWindow()
  return (
    isDriverOpen(payment) ||
    (!!own && !payment.before.has(own)) ||
    (payment.way !== 'new' && isDialogOpen(payment.staleFrames))
  )
}
