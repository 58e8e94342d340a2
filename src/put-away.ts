import type { PayErrorCode } from './errors.ts'
import { initOnce } from './init.ts'
import { pageState } from './page.ts'
import { hideDialog, onWindowChange, openDialog } from './sdk-dom.ts'
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
 * A frame of the SDK's that has an order keeps it, and would show it in place of the next payment's; and without channels
 * it never asks again. So before the next payment it has to make its frames anew.
 *
 * @returns what ends the waiting for a window that opens late, where there is one to wait for.
 */
export const putAway = (
  { imp, opened, popup }: WatchedPayment,
  code: PayErrorCode,
  { userCode, tierCode }: CheckoutOptions,
): (() => void) | undefined => {
  const page = pageState()

  const close = (): void => {
    try {
      imp.close?.()
    } catch {}
    hideDialog()
  }

  /** In time for the next click, for a popup has to open inside it. */
  const renew = (): void => {
    page.isStale = true
    try {
      popup?.close()
      initOnce(imp, userCode, tierCode)
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
      close()
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

  page.isStale = true
  if (!opened) {
    close()
    // One that failed by itself has nothing in its queue.
    return code === 'SDK_ERROR' ? undefined : keepAway()
  }
  hideDialog()
  // New frames would lose the callback of a window that is only late.
  if (code !== 'WINDOW_CLOSED') renew()
  return undefined
}
