import type { Iamport } from './types/options.ts'

/**
 * What is known of the SDK's own elements: one `.imp-dialog` in the body, shown while a payment window is open, and on
 * phones a class on the body that hides everything else. So in the scripts 1.1.5 and 1.2.0. `v1` has it, too, but draws
 * the windows of newer gateways elsewhere in the page, each in its own way, and which ones these are changes.
 */
const DIALOG = '.imp-dialog'
const PROGRESS = 'imp-payment-progress'

const dialogs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(DIALOG)]

/** Whether the page has the SDK's dialog at all. Without it nothing can be told from the DOM. */
export const hasDialog = (): boolean => dialogs().length > 0

/** The SDK's frames: it makes them once its channels are there, one for each, and anew when a payment is over. */
export const frames = (): Element[] => [...document.querySelectorAll(`${DIALOG} iframe`)]

/** Whether the SDK still has some of these. */
export const hasStill = (some: readonly Element[]): boolean => some.some(frame => frame.isConnected)

/** The dialog, while it is shown. */
export const openDialog = (): HTMLElement | undefined =>
  dialogs().find(dialog => getComputedStyle(dialog).display !== 'none')

/** Whether the window of a payment is there. These frames, or none in their place yet, are those of the one before. */
export const isWindowOpen = (old: readonly Element[]): boolean =>
  !!openDialog() && !(old.length && frames().every(frame => old.includes(frame)))

/** What the page has last beside the dialog: another one, where a window or what draws it was added. */
export const lastElement = (): Element | undefined =>
  [...document.querySelectorAll('body > :not(.imp-dialog)')].pop()

/**
 * Whether the window of this script may be drawn in a way that is not known here, so that nothing can be told from the
 * dialog: where there is none, or it is not shown and something else came since the payment began.
 */
export const isUnknownWindow = ({ imp, last }: { imp: Iamport; last?: Element | undefined }): boolean =>
  !!imp.loadUI && !openDialog() && (!hasDialog() || lastElement() !== last)

/** Calls back when the dialog may have opened or closed. Returns what ends that. */
export const onWindowChange = (look: () => void): (() => void) => {
  const observer = new MutationObserver(look)
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['style', 'class'],
  })
  return () => observer.disconnect()
}

/** Puts away what an unfinished payment left on the screen, so that the page is usable. */
export const hideDialog = (): void => {
  for (const dialog of dialogs()) dialog.style.display = 'none'
  document.body?.classList.remove(PROGRESS)
}
