/**
 * What is known of the SDK's own elements, and nothing else: only these count as a payment window.
 *
 * - The old way, in all scripts: one `.imp-dialog` in the body with an iframe for each channel, shown while a payment window
 *   is open, and on phones a class on the body that hides everything else.
 * - The new way, in `v1` for newer gateways: a driver script at the end of the body, which draws a window of its own.
 * - `v1` by itself, in older releases: `#imp-iframe-wrapper` with an iframe.
 */
import { body, elements } from '../util/document.ts'

const DIALOG = '.imp-dialog'
/** The class of the SDK's frames, by which its dialog is known where a page has given it an element of its own. */
const FRAME = 'iframe.imp-frame'
const PROGRESS = 'imp-payment-progress'
const OWN_WINDOW = '#imp-iframe-wrapper'
/** Where `v1` has its drivers, whatever its host is called. */
const DRIVER = /^https:\/\/[^/]+\/drivers\/(?:pg\/)?\S+\.js/

/** The SDK's dialogs: children of the body, or elements with its frames in them. Another element of that class is the page's. */
const dialogs = (): HTMLElement[] =>
  elements(DIALOG).filter(dialog => dialog.parentElement === body() || dialog.querySelector(FRAME))

/** Whether the page has the SDK's dialog at all. */
export const hasDialog = (): boolean => dialogs().length > 0

/** The SDK's frames: it makes them once its channels are there, one for each, and anew when a payment is over. */
export const frames = (): Element[] => dialogs().flatMap(dialog => [...dialog.querySelectorAll('iframe')])

/** Whether the SDK still has some of these. */
export const hasStill = (some: readonly Element[]): boolean => some.some(frame => frame.isConnected)

/** A dialog is shown when it can be seen and has a frame: an empty one may merely lack the style that hides it. */
const isShown = (dialog: HTMLElement): boolean =>
  !!dialog.querySelector('iframe') && getComputedStyle(dialog)?.display !== 'none'

/** The dialog, while it is shown. */
export const openDialog = (): HTMLElement | undefined => dialogs().find(isShown)

/** Whether the window of a payment is there. These frames, or none in their place yet, are those of the payment before. */
export const isDialogOpen = (stale: readonly Element[]): boolean =>
  !!openDialog() && !(stale.length && frames().every(frame => stale.includes(frame)))

/** The window that `v1` draws by itself. */
export const ownWindow = (): HTMLElement | undefined => elements(OWN_WINDOW)[0]

/** The driver scripts that are in the page. One that belongs to a payment before may have stayed. */
export const driverScripts = (): HTMLScriptElement[] =>
  elements<HTMLScriptElement>('script').filter(({ src }) => DRIVER.test(src))

/** How a driver shows its window; its address says so. `other`: in a way that was not met yet. */
export type DriverKind = 'iframe' | 'popup' | 'redirection' | 'ui' | 'other'

export const driverKind = ({ src }: HTMLScriptElement): DriverKind =>
  (/\/(iframe|popup|redirection|ui)-[^/]*$/.exec(src)?.[1] as DriverKind | undefined) ?? 'other'

/** How often to look where no observer tells of a change: a style sheet or a class further up may hide a dialog, in ms. */
const LOOK_AGAIN = 1_000

/**
 * Calls back when the SDK's elements may have come, gone, or been shown. Returns what ends that.
 *
 * The document itself is observed, because a page may replace all that is in it.
 */
export const onWindowChange = (look: () => void): (() => void) => {
  const observer = new MutationObserver(look)
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['style', 'class'],
  })
  const timer = setInterval(look, LOOK_AGAIN)
  return () => {
    observer.disconnect()
    clearInterval(timer)
  }
}

/** Cleans the screen of what an unfinished payment of the old way left on it, so that the page is usable. */
export const hideDialog = (): void => {
  for (const dialog of dialogs()) dialog.style.display = 'none'
  body()?.classList.remove(PROGRESS)
}

/** Takes away the window that `v1` has drawn by itself, and lets the page scroll again. */
export const removeOwnWindow = (): void => {
  const wrapper = ownWindow()
  if (!wrapper) return
  wrapper.remove()
  const root = body()
  if (root?.style.overflow === 'hidden') root.style.overflow = ''
}
