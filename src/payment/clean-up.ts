/** Cleans up after a payment that was abandoned, so that the page is usable and the next payment shows its own order. */
import type { ShopOptions } from '../public-options.ts'
import { frames, hideDialog, onWindowChange, openDialog, removeOwnWindow } from '../sdk/dom.ts'
import { initOnce } from '../sdk/init.ts'
import { type LateWatch, pageState } from '../sdk/page-state.ts'
import { isV1 } from '../sdk/versions.ts'
import { hideDrawn } from './driver.ts'
import { areStale, framesAfter } from './stale-frames.ts'
import type { Ending, WatchedPayment } from './watched-payment.ts'
import { isWindowOpen } from './window.ts'

/**
 * How long after the SDK's frames have loaded a window that opens is taken for the one of an abandoned payment, in ms. Before
 * that its queue may hold the order, for as long as a slow network takes; afterwards a window is the page's own.
 */
const LATE = 60_000

/** The class of the dialog while it shows an identity check (`IMP.certification`), which is another thing, and stays. */
const CERTIFICATION = /\bcertification-/

type Shop = Pick<ShopOptions, 'userCode' | 'tierCode'>

/** Has the SDK make its frames anew, so that none holds the abandoned order. */
const renewFrames = ({ imp }: WatchedPayment, { userCode, tierCode }: Shop): void => {
  const page = pageState()
  try {
    initOnce(imp, userCode, tierCode, true)
    page.stale = { kind: 'none' }
  } catch {
    // The next payment will try again, and report why it can't.
  }
}

const closePopup = ({ popup }: WatchedPayment): void => {
  try {
    popup?.close()
  } catch {
    // A window that can't be closed stays.
  }
}

/** Closes what an open payment shows, in time for the next click: a popup has to open inside it. */
const closeWindow = (payment: WatchedPayment, shop: Shop): void => {
  const { imp } = payment
  closePopup(payment)
  hideDrawn(payment)
  removeOwnWindow()
  const wasOpen = !!openDialog()
  // `v1` asks for all channels once for each frame that was never shown, and closes nothing at once.
  if (wasOpen && !isV1(imp)) {
    try {
      // With jQuery 3 it comes a task later, and then finds nothing open. Where it doesn't wait, the SDK renews its frames
      // by itself.
      imp.close?.()
    } catch {}
  }
  const hasClosedItself = wasOpen && !openDialog()
  hideDialog()
  if (!hasClosedItself && areStale()) renewFrames(payment, shop)
}

/** Calls back once all frames that the SDK has made have loaded. A frame that had loaded before opens its request at once. */
const whenFramesLoaded = (act: () => void): ((now: readonly Element[]) => void) => {
  const known = new Set<Element>()
  const loading = new Set<Element>()
  return now => {
    for (const frame of now) {
      if (known.has(frame)) continue
      known.add(frame)
      loading.add(frame)
      frame.addEventListener('load', () => {
        loading.delete(frame)
        if (!loading.size) act()
      })
    }
  }
}

/**
 * Watches for the window of an abandoned payment: the SDK can't be told to forget what waits in its queue. The watch goes on
 * while a payment of the new way runs, for that one has another window; a payment of the old way takes the place in the queue.
 */
const watchForLateWindow = (payment: WatchedPayment, shop: Shop): LateWatch => {
  const page = pageState()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    stopLooking()
    if (page.lateWatch === watch) page.lateWatch = undefined
  }
  const stopAfterwards = (): void => {
    clearTimeout(timer)
    timer = setTimeout(stop, LATE)
  }
  const noteFrames = whenFramesLoaded(stopAfterwards)
  const stopLooking = onWindowChange(() => {
    noteFrames(frames())
    const dialog = openDialog()
    if (!dialog || CERTIFICATION.test(dialog.className)) return
    stop()
    const held = frames()
    page.stale = held.length ? { kind: 'frames', frames: held } : { kind: 'none' }
    closeWindow(payment, shop)
  })
  noteFrames(frames())
  const watch: LateWatch = { stop }
  page.lateWatch?.stop()
  page.lateWatch = watch
  return watch
}

/**
 * Cleans up what the SDK shows of a payment that was abandoned, now and should its window open after all.
 *
 * The SDK must not make new frames while it is asking for its channels already: each answer replaces all frames, also one
 * with an open window.
 *
 * @returns the watch for a window that opens late, where there is one to wait for.
 */
export const cleanUp = (payment: WatchedPayment, ending: Ending, shop: Shop): LateWatch | undefined => {
  const page = pageState()
  const { code, by } = ending
  const isDialogOpen = !!openDialog()
  const isOpen = payment.hasOpened || isWindowOpen(payment)
  page.stale = framesAfter(payment, ending, isDialogOpen)
  // After a failure that it alerts the SDK has tidied up by itself, unless another call made it alert.
  const isOver = by === 'alert' && !isDialogOpen
  // New frames would lose the callback of a window that is only late.
  if (isOpen && !isOver && code !== 'WINDOW_CLOSED') closeWindow(payment, shop)
  hideDialog()
  if (isOpen || isOver) return undefined
  // Another popup may be the page's own.
  if (code === 'ABORTED') closePopup(payment)
  return payment.way === 'new' ? undefined : watchForLateWindow(payment, shop)
}
