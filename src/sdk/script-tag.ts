/** Script tags: those that the package adds, and those that the page has. */
import { notBeingLoaded } from '../developer-texts.ts'
import type { PayErrorCode } from '../errors.ts'
import { createElement, elements, headOrRoot, isLoaded } from '../util/document.ts'
import { pageState } from './page-state.ts'

/** The address of the script in a tag of the page's own. The package's bundle has iamport in its name, too, and does not match. */
const SDK_FILE = /\/(v1\/iamport|iamport\.payment[^/]*)\.js/

/** The addresses that are being loaded by this copy of the package. */
const beingLoaded = new Set<string>()

/** Hosts of the official scripts. Another copy of the package may have made the policy, and has to let them pass. */
const OFFICIAL = /^https:\/\/((cdn|service)\.iamport\.kr|code\.jquery\.com)\//

interface UrlPolicy {
  createScriptURL(url: string): string
}

/** Passes only the addresses that are being loaded, because other code of the page can reach the policy. */
const createScriptURL = (url: string): string => {
  if (beingLoaded.has(url) || OFFICIAL.test(url)) return url
  throw new TypeError(notBeingLoaded(url))
}

/**
 * Where the page enforces Trusted Types: a policy with a name, for the shop's CSP to allow. A page may allow a name once
 * only; then the policy that another copy of the package has made is used, which passes the official addresses.
 */
const makePolicy = (): UrlPolicy | undefined => {
  const page = pageState()
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy }
  }
  try {
    return trustedTypes?.createPolicy('iamport-checkout', { createScriptURL })
  } catch (error) {
    if (page.policy) return page.policy
    throw error
  }
}

let ownPolicy: UrlPolicy | undefined

const trusted = (url: string): string => {
  const page = pageState()
  ownPolicy ??= makePolicy()
  page.policy ??= ownPolicy
  beingLoaded.add(url)
  try {
    return ownPolicy?.createScriptURL(url) ?? url
  } finally {
    beingLoaded.delete(url)
  }
}

/** All script tags of the page. */
const scripts = (): HTMLScriptElement[] => elements<HTMLScriptElement>('script')

/** How a script tag is added. */
interface TagOptions {
  readonly nonce: string | undefined
  /** Whether the script runs as soon as it is there. Otherwise it waits for the scripts that were added before it. */
  readonly async: boolean
  readonly integrity: string | undefined
  readonly onload: (() => void) | undefined
}

/** Adds a script tag, also to a document without a head. A nonce of the page's own is as good as one that was given. */
export const addScript = (
  url: string,
  { nonce, async, integrity, onload }: TagOptions,
): HTMLScriptElement => {
  const tag = createElement('script')
  Object.assign(tag, {
    src: trusted(url),
    nonce: nonce ?? scripts().find(script => script.nonce)?.nonce ?? '',
    async,
    ...(onload && { onload }),
    ...(integrity && { integrity, crossOrigin: '' }),
  })
  headOrRoot()?.append(tag)
  return tag
}

/** Opens a connection ahead of time. */
export const preconnect = (origin: string): void => {
  headOrRoot()?.append(Object.assign(createElement('link'), { rel: 'preconnect', href: origin }))
}

/** The page's own tag for the script, in whatever state. A tag of another type waits for a consent, and may never run. */
export const findTag = (urls: readonly string[]): HTMLScriptElement | undefined =>
  scripts().find(
    ({ src, type }) => (SDK_FILE.test(src) || urls.includes(src)) && /^$|\/javascript$|^module$/.test(type),
  )

/** How long a script that was fetched may take to run, in ms. */
const GRACE = 300

/**
 * Whether a tag of the page's own is surely over: it was fetched, its turn to run has come, and it had the time. Such a tag may
 * have failed before anybody listened, and then no event ever comes.
 */
const isOver = ({ src, async }: HTMLScriptElement): boolean => {
  const [entry] = performance.getEntriesByName(src) as PerformanceResourceTiming[]
  return (async || isLoaded()) && !!entry && entry.responseEnd < performance.now() - GRACE
}

/** The failure that a tag ended with, unless it brought what it should: only the caller knows that. */
export const settled = (tag: HTMLScriptElement, ms: number, isOfPage: boolean): Promise<PayErrorCode> =>
  new Promise(resolve => {
    const end = (code: PayErrorCode): void => {
      clearTimeout(timer)
      clearInterval(looking)
      resolve(code)
    }
    const timer = setTimeout(end, ms, 'SDK_LOAD_TIMEOUT')
    const looking = setInterval(() => {
      if (isOfPage && isOver(tag)) end('SDK_LOAD_FAILED')
    }, GRACE)
    tag.addEventListener('load', () => end('SDK_INCOMPATIBLE'))
    tag.addEventListener('error', () => end('SDK_LOAD_FAILED'))
  })
