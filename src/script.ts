import type { PayErrorCode } from './errors.ts'
import { pageState } from './page.ts'

/** The SDK in a tag of the page's own. Our bundle has iamport in its name too, and is none. */
const SDK_FILE = /\/(v1\/iamport|iamport\.payment[^/]*)\.js/

interface UrlPolicy {
  createScriptURL(url: string): string
}

/** Where the page enforces Trusted Types: a policy with a name, for the shop's CSP to allow. It can be made once. */
export const trusted = (url: string): string => {
  const page = pageState()
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy }
  }
  page.policy ??= trustedTypes?.createPolicy('iamport-checkout', { createScriptURL: it => it })
  return page.policy?.createScriptURL(url) ?? url
}

/** Adds an element, also to a document without a head. */
export const addElement = <Name extends 'script' | 'link'>(name: Name, members: object) => {
  const element = Object.assign(document.createElement(name), members)
  ;(document.head ?? document.documentElement).append(element)
  return element
}

/** The page's own tag for the SDK, in whatever state. One of another type waits for a consent, and may never run. */
export const findTag = (urls: readonly string[]): HTMLScriptElement | undefined =>
  [...document.scripts].find(
    ({ src, type }) => (SDK_FILE.test(src) || urls.includes(src)) && /^$|\/javascript$|^module$/.test(type),
  )

/** How long a script that was fetched may take to run, in ms. */
const GRACE = 300

/**
 * Whether a tag is surely over: fetched, its turn to run has come and it had time to. A page's own may have failed before
 * anybody listened, and then no event ever comes.
 */
const isOver = ({ src, async }: HTMLScriptElement): boolean =>
  (async || document.readyState === 'complete') &&
  (performance.getEntriesByName(src)[0] as PerformanceResourceTiming)?.responseEnd < performance.now() - GRACE

/** How a tag ended that did not bring what it should: only who asks knows whether it did. */
export const settled = (tag: HTMLScriptElement, ms: number, isOfPage: boolean): Promise<PayErrorCode> =>
  new Promise(resolve => {
    const end = (code: PayErrorCode): void => {
      clearTimeout(timer)
      clearInterval(looking)
      resolve(code)
    }
    const fail = (): void => end('SDK_LOAD_FAILED')
    const timer = setTimeout(end, ms, 'SDK_LOAD_TIMEOUT')
    const looking = setInterval(() => isOfPage && isOver(tag) && fail(), GRACE)
    tag.addEventListener('load', () => end('SDK_INCOMPATIBLE'))
    tag.addEventListener('error', fail)
  })
