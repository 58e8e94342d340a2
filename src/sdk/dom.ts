/**
 * The script's own elements in the page, as far as they are known. Only these count as a payment window.
 *
 * - The old way, in all scripts: one `.imp-dialog` in the body with an iframe for each channel, shown while a payment window
 *   is open, and on phones a class on the body that hides everything else.
 * - The new way, in `v1` for newer gateways: a driver script at the end of the body, which draws a window of its own.
 * - `v1` by itself, in older releases: `#imp-iframe-wrapper` with an iframe.
 */
import type { Iamport } from '../public-options.ts'
import { body, elements } from '../util/document.ts'

const DIALOG = '.imp-dialog'
/** The script's frames. By them its dialog is known where the page has given the script an element to use as the dialog. */
const FRAME = 'iframe.imp-frame'
const PROGRESS = 'imp-payment-progress'
const OWN_WINDOW = '#imp-iframe-wrapper'
/** Where `v1` has its drivers, unless it names another host. */
const DRIVERS = 'https://cdn.portone.io/drivers'

/** The script's dialogs: children of the body, or elements with its frames in them. Others of that class are the page's. */
const dialogs = (): HTMLElement[] =>
  elements(DIALOG).filter(dialog => dialog.parentElement === body() || dialog.querySelector(FRAME))

/** Whether the page has the script's dialog, shown or hidden. */
export const hasDialog = (): boolean => dialogs().length > 0

/**
 * The script's frames, one for each channel. The script makes them once its channels are there, and replaces them when a payment
 * is over; only 1.1.5 loads the same ones again.
 */
export const frames = (): Element[] => dialogs().flatMap(dialog => [...dialog.querySelectorAll('iframe')])

/** Whether some of these frames are still in the page. */
export const hasStill = (some: readonly Element[]): boolean => some.some(frame => frame.isConnected)

/** The class that the script gives its dialog for what it shows: `payment-kcp`, `certification-danal`. It stays afterwards. */
const PURPOSE = /\b(payment|certification|zzim)-/

/**
 * A dialog is shown when it is visible, has a frame, and the script has shown it: by its own style, or, where the page's rules
 * make it visible all the time, by the class of what it shows. Without that it merely lacks the style that hides it.
 */
const isShown = (dialog: HTMLElement): boolean => {
  const { display } = dialog.style
  if (display === 'none' || !dialog.querySelector('iframe')) return false
  return getComputedStyle(dialog)?.display !== 'none' && (!!display || PURPOSE.test(dialog.className))
}

/** The dialog that is shown, if one is. */
export const openDialog = (): HTMLElement | undefined => dialogs().find(isShown)

/** Whether a dialog is shown for this payment. A dialog with stale frames alone in it shows the payment before. */
export const isDialogOpen = (stale: readonly Element[]): boolean =>
  !!openDialog() && !(stale.length && frames().every(frame => stale.includes(frame)))

/** The window that `v1` draws by itself. */
export const ownWindow = (): HTMLElement | undefined => elements(OWN_WINDOW)[0]

/** The driver scripts that are in the page. Some of an earlier payment may have stayed. */
export const driverScripts = ({ slots }: Pick<Iamport, 'slots'>): HTMLScriptElement[] =>
  elements<HTMLScriptElement>('script').filter(({ src }) =>
    src.startsWith(`${slots?.DRIVER_SERVE_URL ?? DRIVERS}/`),
  )

/** How a driver shows its window, by its address. `other`: in a way that nobody has met yet. */
export type DriverKind = 'iframe' | 'popup' | 'redirection' | 'ui' | 'other'

export const driverKind = ({ src }: HTMLScriptElement): DriverKind =>
  (/\/(iframe|popup|redirection|ui)-[^/]*$/.exec(src)?.[1] as DriverKind | undefined) ?? 'other'

/** The gateway whose driver a script is, by its address, in the spelling of `pg`; undefined where the address names none. */
export const driverGateway = ({ src }: HTMLScriptElement): string | undefined =>
  /\/pg\/([^/]+)\//.exec(src)?.[1]?.replace(/-/g, '_')

/** How often to look at what no observer reports, in ms: a style sheet, or a class further up, may hide a dialog. */
const LOOK_AGAIN = 1_000

/**
 * Calls back when the script's elements may have come, gone, or been shown. Returns a function that ends the watch.
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

/** Hides the dialog of an unfinished payment and shows the rest of the page, so that the page is usable. */
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
