/** Sees what happens on the page during a payment, for the timeline: the script's tag, its dialog, and the leaving. */
import { report } from './pay.ts'

const SCRIPT = /sandbox\.min\.js|iamport\.payment|\/iamport\.js/

const nameOf = (url: string): string => new URL(url, location.href).pathname.split('/').pop() ?? ''

const watchScript = (script: HTMLScriptElement): void => {
  if (!SCRIPT.test(script.src)) return
  report('requested', nameOf(script.src))
  script.addEventListener('load', () => report('loaded', nameOf(script.src)))
  script.addEventListener('error', () => report('loadFailed', nameOf(script.src)))
}

/** @param isPaying whether a payment is under way, so that the leaving is one for a gateway. */
export const watch = (isPaying: () => boolean): void => {
  let wasOpen = false
  const look = (records: MutationRecord[]): void => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLScriptElement) watchScript(node)
    }
    const dialog = document.querySelector<HTMLElement>('.imp-dialog')
    const isOpen = !!dialog && getComputedStyle(dialog).display !== 'none'
    if (isOpen && !wasOpen) report('opened')
    wasOpen = isOpen
  }
  const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ['style', 'class'] }
  new MutationObserver(look).observe(document.documentElement, changes)
  addEventListener('pagehide', () => isPaying() && report('left'))
}
