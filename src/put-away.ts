import type { PayErrorCode } from './errors.ts'
import { initOnce } from './init.ts'
import { pageState } from './page.ts'
import { hasFrames, hideDialog, onWindowChange, openDialog } from './sdk-dom.ts'
import type { CheckoutOptions } from './types/options.ts'
import type { WatchedPayment } from './watch/payment.ts'

/**
 * How long a window that opens is taken for the one of a payment that was given up, in ms: as long as a slow network may
 * take to answer. The shop's own payment by `IMP.request_pay` comes hardly so soon, and takes the place in the queue.
 */
const LATE = 60_000

/** The class of the dialog while it shows an identity check (`IMP.certification`): that is another thing, and stays. */
const OTHER = /\bcertification-/

/**
 * Puts away what the SDK shows of a payment that was given up, now and should it open after all, so that the page is usable.
 *
 * A frame of the SDK's that has an order keeps it, and would show it in place of the next payment's. So the SDK has to
 * make its frames anew, but never while it is asking for its channels: each answer replaces all frames, also one with an
 * open window.
 *
 * @returns what ends the waiting for a window that opens late, where there is one to wait for.
 */
export const putAway = (
  { imp, opened, popup }: WatchedPayment,
  code: PayErrorCode,
  { userCode, tierCode }: CheckoutOptions,
): (() => void) | undefined => {
  const page = pageState()

  const hide = (): void => {
    page.isStale = hasFrames()
    hideDialog()
  }

  /** In time for the next click, for a popup has to open inside it. */
  const renew = (): void => {
    hide()
    try {
      // The SDK's own `close` doesn't know those of all gateways, and with jQuery 3 it comes too late for any.
      popup?.close()
      if (page.isStale) initOnce(imp, userCode, tierCode)
      else imp.close?.()
    } catch {
      // The next payment will try again, and tell.
    }
  }

  /** The SDK can't be told to forget what waits in its queue. */
  const keepAway = (): (() => void) => {
    const stopLooking = onWindowChange(() => {
      const dialog = openDialog()
      if (!dialog || OTHER.test(dialog.className)) return
      page.stopKeepingAway?.()
      renew()
    })
    const timer = setTimeout(stopLooking, LATE)
    const stop = (): void => {
      clearTimeout(timer)
      stopLooking()
    }
    page.stopKeepingAway = stop
    return stop
  }

  const isOpen = opened || openDialog()
  hide()
  // New frames would lose the callback of a window that is only late. After a failure of its own the SDK makes them itself.
  if (code === 'WINDOW_CLOSED' || code === 'SDK_ERROR') return undefined
  if (isOpen) {
    renew()
    return undefined
  }
  // Where its channels never came it doesn't ask again by itself.
  page.isStale ||= code === 'WINDOW_NOT_OPENED'
  try {
    // Another one may be the page's own.
    if (code === 'ABORTED') popup?.close()
    imp.close?.()
  } catch {}
  return keepAway()
}
