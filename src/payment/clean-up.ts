/** Cleans up after a payment that was abandoned, so that the page is usable and the next payment shows its own order. */
import type { ShopOptions } from '../public-options.ts'
import { frames, hideDialog, onWindowChange, openDialog, removeOwnWindow } from '../sdk/dom.ts'
import { initOnce } from '../sdk/init.ts'
import { type LateWatch, pageState } from '../sdk/page-state.ts'
import { isV1 } from '../sdk/versions.ts'
import { hideDrawn } from './driver.ts'
import { areStale, framesAfter } from './stale-frames.ts'
import { isWindowOpen } from './watch-window.ts'
import type { Ending, WatchedPayment } from './watched-payment.ts'

/**
 * For how long after the script's frames have loaded a window that opens counts as the abandoned payment's, in ms. Until the
 * frames have loaded the script's queue may hold the order, however slow the network is. Afterwards a window is the page's own.
 */
const LATE = 60_000

/** The class of the dialog while it shows an identity check (`IMP.certification`). Such a window is no payment, and stays. */
const CERTIFICATION = /\bcertification-/

type Shop = Pick<ShopOptions, 'userCode' | 'tierCode'>

/** Has the script make its frames anew, so that no frame holds the abandoned order. */
const renewFrames = ({ imp }: WatchedPayment, { userCode, tierCode }: Shop): void => {
  const page = pageState()
  try {
    initOnce(imp, userCode, tierCode, true)
    page.stale = { kind: 'none' }
  } catch {
    // The next payment initialises the script once more, and reports why that fails.
  }
}

const closePopup = ({ popup }: WatchedPayment): void => {
  try {
    popup?.close()
  } catch {
    // A popup that can't be closed stays.
  }
}

/** Closes what an open payment shows. Frames are renewed now, because the next click has no time for that if a popup is to open. */
const closeWindow = (payment: WatchedPayment, shop: Shop): void => {
  const { imp } = payment
  closePopup(payment)
  hideDrawn(payment)
  removeOwnWindow()
  const wasOpen = !!openDialog()
  // `close` of `v1` waits a task, and asks for all channels once for each frame that was never shown.
  if (wasOpen && !isV1(imp)) {
    try {
      // With jQuery 3 `close` acts a task later, and then finds nothing open. With older ones it acts at once, and the script
      // renews its frames by itself.
      imp.close?.()
    } catch {}
  }
  const hasClosedItself = wasOpen && !openDialog()
  hideDialog()
  if (!hasClosedItself && areStale()) renewFrames(payment, shop)
}

/**
 * Calls back when all frames that the script has made have loaded. A frame that had loaded before needs no waiting: it opens the
 * order that waits for it at once. Nor does a frame that has gone, which loads no more.
 */
const whenFramesLoaded = (act: () => void): ((now: readonly Element[]) => void) => {
  const known = new Set<Element>()
  const loading = new Set<Element>()
  const remove = (frame: Element): void => {
    loading.delete(frame)
    if (!loading.size) act()
  }
  return now => {
    for (const frame of now) {
      if (known.has(frame)) continue
      known.add(frame)
      loading.add(frame)
      frame.addEventListener('load', () => remove(frame))
    }
    // While there are no frames at all the order waits for new ones.
    if (now.length) for (const frame of loading) if (!now.includes(frame)) remove(frame)
  }
}

/**
 * Watches for the window of an abandoned payment, because nothing makes the script forget an order that waits in its queue. The
 * watch goes on while a payment of the new way runs, whose window is another one. A payment of the old way replaces the order in
 * the queue, and ends the watch. While nobody knows which way the next payment goes the watch pauses, once that payment was sent.
 */
export const watchForLateWindow = (payment: WatchedPayment, shop: Shop): LateWatch => {
  const page = pageState()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPaused = false
  let isNextUnsent = (): boolean => false
  let isStopped = false
  const stop = (): void => {
    isStopped = true
    clearTimeout(timer)
    stopLooking()
    if (page.lateWatch === watch) page.lateWatch = undefined
  }
  const stopAfterwards = (): void => {
    clearTimeout(timer)
    if (isStopped) return
    timer = setTimeout(stop, LATE)
  }
  const noteFrames = whenFramesLoaded(stopAfterwards)
  const look = (): void => {
    noteFrames(frames())
    const dialog = openDialog()
    if ((isPaused && !isNextUnsent()) || !dialog || CERTIFICATION.test(dialog.className)) return
    // The watch goes on behind this window, because it may be that of an order which was abandoned before this one.
    const held = frames()
    page.stale = held.length ? { kind: 'frames', frames: held } : { kind: 'none' }
    closeWindow(payment, shop)
  }
  const stopLooking = onWindowChange(look)
  noteFrames(frames())
  const watch: LateWatch = {
    stop,
    pause: isUnsent => {
      isPaused = true
      isNextUnsent = isUnsent
    },
    goOn: () => {
      isPaused = false
      look()
    },
  }
  page.lateWatch?.stop()
  page.lateWatch = watch
  return watch
}

/**
 * Cleans up what the script shows of a payment that was abandoned: now, and later if its window opens after all.
 *
 * The script must not be made to renew its frames while it is asking for its channels: each answer replaces all frames, also
 * those with an open window.
 *
 * @returns the watch for a window that opens late, where there is one to wait for.
 */
export const cleanUp = (payment: WatchedPayment, ending: Ending, shop: Shop): LateWatch | undefined => {
  const page = pageState()
  const { code, by } = ending
  const isDialogOpen = !!openDialog()
  const isOpen = payment.hasOpened || isWindowOpen(payment)
  page.stale = framesAfter(payment, ending, isDialogOpen)
  // After a failure that it alerts the script has tidied up by itself. An open dialog shows that the alert was of another call.
  const isOver = by === 'alert' && !isDialogOpen
  // After WINDOW_CLOSED the callback may only be late, and new frames would lose it.
  if (isOpen && !isOver && code !== 'WINDOW_CLOSED') closeWindow(payment, shop)
  hideDialog()
  if (isOpen || (isOver && !payment.wasAlertedLater)) return undefined
  // After any other ending without a window the popup may be the page's own, and stays.
  if (code === 'ABORTED') closePopup(payment)
  return payment.way === 'new' ? undefined : watchForLateWindow(payment, shop)
}
