import type { PayError } from './errors.ts'
import { initOnce } from './init.ts'
import { pageState } from './page.ts'
import { frames, hasStill, hideDialog, isWindowOpen, onWindowChange, openDialog } from './sdk-dom.ts'
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
 * Whether the SDK has to make its frames anew before the next payment: one that has an order keeps it, and would show it in
 * place of the next one's. Where it never had any it doesn't ask for its channels again by itself.
 */
export const areFramesOld = (): boolean => {
  const { old } = pageState()
  return !!old && (old.length ? hasStill(old) : !frames().length)
}

/**
 * Puts away what the SDK shows of a payment that was given up, now and should it open after all, so that the page is usable.
 *
 * The SDK must not make new frames while it is asking for its channels already: each answer replaces all frames, also one
 * with an open window.
 *
 * @returns what ends the waiting for a window that opens late, where there is one to wait for.
 */
export const putAway = (
  { imp, opened, frames: ours, old: before, popup }: WatchedPayment,
  error: PayError,
  { userCode, tierCode }: CheckoutOptions,
): (() => void) | undefined => {
  const page = pageState()
  const { code } = error

  /** What it had when the window opened: it may have made new ones since. */
  const note = (old: readonly Element[]): void => {
    page.old = old.length || code === 'WINDOW_NOT_OPENED' ? old : undefined
  }

  /** Closes what is open, in time for the next click: a popup has to open inside it. */
  const close = (): void => {
    const wasOpen = openDialog()
    try {
      // The SDK's own `close` doesn't know those of all gateways.
      popup?.close()
      // With jQuery 3 it comes a task later, and then does nothing, because nothing is open any more. Where it doesn't
      // wait, the SDK asks for new frames by itself.
      imp.close?.()
    } catch {}
    const hasClosed = wasOpen && !openDialog()
    hideDialog()
    try {
      if (hasClosed || !areFramesOld()) return
      initOnce(imp, userCode, tierCode, true)
      page.old = undefined
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
      note(frames())
      close()
    })
    const timer = setTimeout(stopLooking, LATE)
    const stop = (): void => {
      clearTimeout(timer)
      stopLooking()
    }
    page.stopKeepingAway = stop
    return stop
  }

  note(ours ?? frames())
  // After a failure that it tells of itself the SDK makes new frames, and has nothing in its queue.
  const isOver = code === 'SDK_ERROR' && !('cause' in error)
  if (isOver) page.old = undefined
  const isOpen = opened || isWindowOpen(before)
  // New frames would lose the callback of a window that is only late.
  if (isOpen && !isOver && code !== 'WINDOW_CLOSED') close()
  hideDialog()
  if (isOpen || isOver) return undefined
  try {
    // Another one may be the page's own.
    if (code === 'ABORTED') popup?.close()
    // A window in a frame is open by the time that this comes, and then the SDK makes new frames, as we do.
    if (!page.old?.length || imp.loadUI) imp.close?.()
  } catch {}
  return keepAway()
}
