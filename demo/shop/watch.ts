/** Sees the script being loaded, for the timeline: its tag says more than the package's own `loading`. */
import { report } from './report.ts'

const SCRIPT = /sandbox\.min\.js|iamport\.payment|\/iamport\.js/

const nameOf = (url: string): string => new URL(url, location.href).pathname.split('/').pop() ?? ''

const watchScript = (script: HTMLScriptElement): void => {
  if (!SCRIPT.test(script.src)) return
  report('requested', nameOf(script.src))
  script.addEventListener('load', () => report('loaded', nameOf(script.src)))
  script.addEventListener('error', () => report('loadFailed', nameOf(script.src)))
}

export const watchScripts = (): void => {
  const look = (records: MutationRecord[]): void => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLScriptElement) watchScript(node)
    }
  }
  new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true })
}
