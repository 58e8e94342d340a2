import type { Iamport } from './types/options.ts'

/**
 * What is known of the SDK's own elements: one `.imp-dialog` in the body, shown while a payment window is open, and on
 * phones a class on the body that hides everything else. So in the scripts 1.1.5 and 1.2.0; of
 * 1.3.0 only the same style sheet is known.
 */
const DIALOG = '.imp-dialog'
const PROGRESS = 'imp-payment-progress'

const dialogs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(DIALOG)]

/** Whether the page has the SDK's dialog at all. Without it nothing can be told from the DOM. */
export const hasDialog = (): boolean => dialogs().length > 0

/** The dialog, while it is shown. */
export const openDialog = (): HTMLElement | undefined =>
  dialogs().find(dialog => getComputedStyle(dialog).display !== 'none')

/** Whether the window of this script may be drawn in a way that is not known here, so that nothing can be told from the DOM. */
export const isUnknownWindow = (imp: Iamport): boolean => !!imp.loadUI && !hasDialog()

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
