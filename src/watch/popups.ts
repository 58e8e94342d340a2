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
    if (isSoon && popup) payment.popup = popup
    // With noopener a popup that did open gives null too.
    else if (isSoon && !isUnknownWindow(payment) && !/noopener|noreferrer/.test(`${args[2]}`)) {
      setTimeout(() => payment.fail('POPUP_BLOCKED', popupBlocked))
    }
    return popup
  })
