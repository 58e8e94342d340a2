import type { SandboxOutcome } from './options.ts'
import type { Order } from './order.ts'
import { makePanel, type PanelParts, palette, panelRules } from './panel.ts'
import { addRules } from './stage.ts'

/**
 * Opens the window as a modal dialog in an element of the page, or in a popup's body: the focus moves in and stays,
 * Esc closes.
 *
 * @returns how to put it away; the focus then goes back.
 */
export const openWindow = (
  host: HTMLElement,
  order: Order,
  parts: PanelParts,
  choose: (outcome: SandboxOutcome) => void,
): (() => void) => {
  const doc = host.ownerDocument
  const before = doc.activeElement
  const panel = makePanel(doc, order, parts)
  panel.setAttribute('role', 'dialog')
  panel.setAttribute('aria-modal', 'true')
  panel.setAttribute('aria-labelledby', 'imp-sandbox-title')
  panel.setAttribute('aria-describedby', 'imp-sandbox-notice')
  // Not the first button: an Enter that is still down from the shop's own button must not pay.
  panel.tabIndex = -1
  const buttons = [...panel.querySelectorAll<HTMLButtonElement>('button')]
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.disabled = true
      choose(button.dataset.outcome as SandboxOutcome)
    })
  }

  const onKey = (event: KeyboardEvent): void => {
    // The shop's page may have put the dialog away.
    if (!buttons.length || host.style.display === 'none') return
    if (event.key === 'Escape') {
      event.preventDefault()
      choose('close')
    }
    if (event.key !== 'Tab') return
    event.preventDefault()
    const at = buttons.indexOf(doc.activeElement as HTMLButtonElement)
    const step = event.shiftKey ? -1 : 1
    const next = at < 0 && event.shiftKey ? buttons.length - 1 : (at + step + buttons.length) % buttons.length
    buttons[next]!.focus()
  }

  const frame = doc.createElement('div')
  frame.style.cssText =
    'display:flex;box-sizing:border-box;min-width:280px;min-height:100%;padding:16px;margin:0;text-align:left'
  frame.append(panel)
  host.append(frame)
  const removeRules = addRules(doc, panelRules)
  doc.addEventListener('keydown', onKey)
  panel.focus({ preventScroll: true })

  return () => {
    doc.removeEventListener('keydown', onKey)
    removeRules()
    // A callback may have moved the focus already. A disabled button has lost it to the body.
    const isOurs = doc.activeElement === doc.body || frame.contains(doc.activeElement)
    frame.remove()
    if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
}

/** The body of a popup, made ready to hold the window; undefined where the popup can't be written into. */
export const popupHost = (popup: Window, { lang, texts }: PanelParts): HTMLElement | undefined => {
  try {
    const doc = popup.document
    // Ends the popup's own loading of its blank page, which would wipe away what stands in it.
    doc.open()
    doc.close()
    const html = doc.documentElement ?? doc.appendChild(doc.createElement('html'))
    if (!doc.body) html.append(doc.createElement('head'), doc.createElement('body'))
    html.lang = lang
    doc.title = texts.title
    html.style.height = '100%'
    doc.body.style.cssText = `height:100%;margin:0;background:${palette().field}`
    return doc.body
  } catch {
    return undefined
  }
}
