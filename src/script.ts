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
  const rules: UrlPolicy = { createScriptURL: it => it }
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy }
  }
  page.policy ??= trustedTypes?.createPolicy('iamport-checkout', rules) ?? rules
  return page.policy.createScriptURL(url)
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
    ({ src, type }) => (SDK_FILE.test(src) || urls.includes(src)) && /^$|\/javascript$|^module$/.test(type),
  )

/**
 * Waits until a tag has settled, or is known to be over, or time is up, and takes it away if it was in vain. That doesn't stop one that is still
 * in flight, so if it runs after all, the next look finds it.
 */
export const settle = (
  tag: HTMLScriptElement,
  isReady: () => unknown,
  ms: number,
  over?: Promise<unknown>,
): Promise<PayErrorCode> =>
  new Promise(resolve => {
    const end = (failure: PayErrorCode) => () => {
      clearTimeout(timer)
      if (!isReady()) tag.remove()
      resolve(failure)
    }
    const timer = setTimeout(end('SDK_LOAD_TIMEOUT'), ms)
    tag.addEventListener('load', end('SDK_INCOMPATIBLE'))
    tag.addEventListener('error', end('SDK_LOAD_FAILED'))
    void over?.then(end('SDK_LOAD_FAILED'))
  })
