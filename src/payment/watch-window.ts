/** Follows the payment window. */
import { windowClosed } from '../developer-texts.ts'
import {
  frames,
  hasStill,
  hideDialog,
  isDialogOpen,
  onWindowChange,
  openDialog,
  ownWindow,
} from '../sdk/dom.ts'
import { isDriverOpen, noteDriver } from './driver.ts'
import type { WatchedPayment, Watcher } from './watched-payment.ts'

/** How long the script may take to call back once it has hidden its dialog, in ms. */
const GRACE = 1_000
/**
 * The same where the page leaves, in ms: some gateways hide the dialog first, and an iPhone reports that the page leaves
 * only when the next page answers.
 */
const GRACE_LEAVING = 5_000
/**
 * The same on the new way, in ms: when a popup was closed `v1` asks its server what became of the payment, six times in 4
 * seconds and more. The time is long enough for a result that comes six seconds after the window went.
 */
const GRACE_NEW_WAY = 15_000
/** How long after its dialog the script may still ask for a popup, in ms. */
const SOON = 2_000

/** Whether a window of the new way is open: a driver's, or the one that `v1` draws by itself. */
const isNewWayOpen = (payment: WatchedPayment): boolean => {
  const own = ownWindow()
  return isDriverOpen(payment) || (!!own && !payment.before.has(own))
}

/** Watches whether the window opens, goes without a result, or loses its frames to somebody else's `init`. */
export const watchWindow: Watcher = payment => {
  let closing: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  // A dialog that is open already belongs to the payment before.
  let wasOpen = !!openDialog()
  let isNewWay = false

  const isOldWayOpen = (): boolean => {
    if (payment.way === 'new' || payment.isUnsent() || !isDialogOpen(payment.staleFrames)) return false
    if (!wasOpen) payment.frames ??= frames()
    // If anyone re-initialises the script, it replaces the frames, and this payment's callback is lost.
    return !payment.frames?.length || hasStill(payment.frames)
  }

  const grace = (): number => {
    if (isNewWay) return GRACE_NEW_WAY
    return payment.leaves ? GRACE_LEAVING : GRACE
  }

  const closeIn = (ms: number): void => {
    clearTimeout(closing)
    closing = setTimeout(() => {
      // While the page may be leaving, nobody knows whether the window has gone for good.
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
    // The script takes up an abandoned order after all, a task before it makes its frames anew.
    if (openDialog() && !isDialogOpen(payment.staleFrames)) hideDialog()
    const isNow = isNewWayOpen(payment)
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
      // On a page that breaks the functions used here the window can't be seen any more, and the payment is in doubt.
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

/** Whether the window of a payment is open now. */
export const isWindowOpen = (payment: WatchedPayment): boolean =>
  isNewWayOpen(payment) || (payment.way !== 'new' && !payment.isUnsent() && isDialogOpen(payment.staleFrames))

/** Whether a window may have opened, or may still open where the page can't reach it. */
export const mayHaveOpened = (payment: WatchedPayment): boolean => {
  const { hasOpened, popup, mayHavePopup, isLeaving, driver, way } = payment
  // The script may be asking for a driver, and nothing stops that.
  if (hasOpened || popup || mayHavePopup || isLeaving || driver || way !== 'old') return true
  try {
    return !!openDialog() || isWindowOpen(payment)
  } catch {
    return true
  }
}
