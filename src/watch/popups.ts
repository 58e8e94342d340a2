import { popupBlocked } from '../texts.ts'
import { patch } from './patch.ts'
import type { Watcher } from './payment.ts'

/** Notices a popup that the browser refused. The SDK goes on as if it were open, and never calls back. */
export const watchPopups: Watcher = payment =>
  patch('open', original => (...args) => {
    const popup = original.apply(window, args)
    if (popup) payment.opened = true
    // With noopener a popup that did open gives null too.
    else if (!/noopener|noreferrer/.test(`${args[2]}`)) {
      setTimeout(() => payment.fail('POPUP_BLOCKED', popupBlocked))
    }
    return popup
  })
