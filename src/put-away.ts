import { pageState } from './page.ts'
import { hideDialog, onWindowChange, openDialog } from './sdk-dom.ts'
import type { Iamport } from './types/options.ts'

/**
 * How long a window that opens is taken for the one of a payment that was given up, in ms: as long as a slow network may
 * take to answer. The shop's own payment by `IMP.request_pay` comes hardly so soon, and takes the place in the queue.
 */
const LATE = 60_000

/** The class of the dialog while it shows an identity check (`IMP.certification`): that is another thing, and stays. */
const OTHER = /\bcertification-/

/** Puts away what the SDK shows of a payment that was given up. */
export const putAway = (imp: Iamport, isClosed: boolean): void => {
  try {
    // Closing by the SDK's own means would also drop the callback of a window that is only late.
    if (!isClosed) imp.close?.()
  } catch {}
  hideDialog()
}

/** Puts away its window, should it open after all: the SDK can't be told to forget what waits in its queue. */
export const keepAway = (imp: Iamport): void => {
  const page = pageState()
  const stopLooking = onWindowChange(() => {
    const dialog = openDialog()
    if (!dialog || OTHER.test(dialog.className)) return
    page.stopKeepingAway?.()
    putAway(imp, false)
  })
  const timer = setTimeout(stopLooking, LATE)
  page.stopKeepingAway = () => {
    clearTimeout(timer)
    stopLooking()
  }
}
