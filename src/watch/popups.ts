import { popupBlocked } from '../texts.ts'
import { patch } from './patch.ts'
import type { Watcher } from './payment.ts'

/**
 * Notices a popup that the browser refused. The SDK goes on as if it were open, and never calls back. It opens popups
 * before its own window; what is refused later is the page's own affair.
 */
export const watchPopups: Watcher = payment =>
  patch('open', original => (...args) => {
    const popup = original.apply(window, args)
    if (popup) payment.popup = true
    // With noopener a popup that did open gives null too.
    else if (!payment.opened && !/noopener|noreferrer/.test(`${args[2]}`)) {
      setTimeout(() => payment.fail('POPUP_BLOCKED', popupBlocked))
    }
    return popup
  })
