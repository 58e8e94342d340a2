/**
 * What `dist/sandbox.min.js` is: a drop-in for iamport.payment.js. As with the genuine file, the first one on a page
 * wins, and an element with the id `IMP` is in its way.
 *
 * Options are read from the tag (`data-outcome`, `data-delay`, `data-ledger-url`, `data-misbehave`, `data-locale`); for
 * pages whose loader makes the tag, from an object `window.__IAMPORT_SANDBOX__`, which can hold all options.
 */
import { installSandbox } from './index.ts'
import type { SandboxOptions } from './options.ts'

const page = window as unknown as { IMP?: unknown; __IAMPORT_SANDBOX__?: SandboxOptions }

const fromTag = (tag: HTMLOrSVGScriptElement | null): Record<string, unknown> => {
  const { outcome, delay, ledgerUrl, misbehave, locale } = tag?.dataset ?? {}
  const options = { outcome, delay: delay && Number(delay), ledgerUrl, misbehave, locale }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value))
}

/** A page with a misspelt option is told so, and gets a sandbox all the same: a person chooses in its window. */
const install = (options: SandboxOptions): void => {
  try {
    installSandbox(options)
  } catch (error) {
    console.error(error)
    installSandbox()
  }
}

if (!page.IMP) install({ ...page.__IAMPORT_SANDBOX__, ...fromTag(document.currentScript) })
