import type { PayErrorCode } from './errors.ts'
import { pageState } from './page.ts'

/** How often to look, in ms, for what no event tells: a tag of an earlier attempt that came late. */
const LOOK = 50

/** The SDK in a tag of the page's own. Our bundle has iamport in its name too, and is none. */
const SDK_FILE = /\/iamport(\.payment[^/]*)?\.js/

interface UrlPolicy {
  createScriptURL(url: string): string
}

/** Where the page enforces Trusted Types: a policy with a name, for the shop's CSP to allow. */
export const trusted = (url: string): string => {
  const page = pageState()
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy }
  }
  page.policy ??= trustedTypes?.createPolicy('iamport-checkout', { createScriptURL: it => it })
  return page.policy?.createScriptURL(url) ?? url
}

/** Adds a tag or a link that the page's policies let pass. */
export const addElement = <Name extends 'script' | 'link'>(name: Name, members: object, nonce?: string) => {
  const element = Object.assign(document.createElement(name), members, {
    // A nonce of the page's own scripts is as good as one that was given.
    nonce: nonce ?? [...document.scripts].find(script => script.nonce)?.nonce ?? '',
  })
  // A document may have no head.
  ;(document.head ?? document.documentElement).append(element)
  return element
}

/** The page's own tag for the SDK, in whatever state. One of another type waits for a consent, and may never run. */
export const findTag = (urls: readonly string[]): HTMLScriptElement | undefined =>
  [...document.scripts].find(
    ({ src, type }) => (SDK_FILE.test(src) || urls.includes(src)) && /^$|script|module/.test(type),
  )

/**
 * Waits until the script is there, or its tag has settled, or time is up. A tag that is still in flight then is taken
 * away; that doesn't stop it, so if it runs after all, a later look finds it.
 */
export const settle = (tag: HTMLScriptElement, isReady: () => unknown, ms: number): Promise<PayErrorCode> =>
  new Promise(resolve => {
    const deadline = Date.now() + ms
    const end = (failure: PayErrorCode): void => {
      clearInterval(timer)
      if (!isReady()) tag.remove()
      resolve(failure)
    }
    const timer = setInterval(() => {
      if (isReady() || Date.now() > deadline) end('SDK_LOAD_TIMEOUT')
    }, LOOK)
    tag.addEventListener('load', () => end('SDK_INCOMPATIBLE'))
    tag.addEventListener('error', () => end('SDK_LOAD_FAILED'))
  })
