import { isUnknownWindow } from '../sdk-dom.ts'
import { popupBlocked } from '../texts.ts'
import { patch } from './patch.ts'
import type { Watcher } from './payment.ts'

/** How long after its own window the SDK may still ask for a popup, in ms. What is refused later is the page's own affair. */
const SOON = 2_000

/** Notices a popup that the browser refused. The SDK goes on as if it were open, and never calls back. */
export const watchPopups: Watcher = payment =>
  patch('open', original => (...args) => {
    const popup = original.apply(window, args)
    const isSoon = !payment.opened || Date.now() - payment.opened < SOON
    if (isSoon && popup) {
      // With `_self` it is this very page.
      if (popup !== window) payment.popup ??= popup
    }
    // With noopener a popup that did open gives null too.
    else if (isSoon && !/noopener|noreferrer/.test(`${args[2]}`)) {
      // The dialog comes after the popup.
      setTimeout(() => isUnknownWindow(payment) || payment.fail('POPUP_BLOCKED', popupBlocked))
    }
    return popup
  })
