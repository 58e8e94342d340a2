import { pageState } from './page.ts'

/** How a script ended that did not do what it was loaded for: it ran in vain, failed, or never answered. */
export type ScriptFailure = 'SDK_INCOMPATIBLE' | 'SDK_LOAD_FAILED' | 'SDK_LOAD_TIMEOUT'

/** A script to run and how to know that it did. */
export interface Script {
  urls: readonly string[]
  integrity?: string | undefined
  nonce?: string | undefined
  isReady(): unknown
}

/** How often to look, in ms, for what no event tells: a late tag of an earlier attempt, a dead tag of the page. */
const LOOK = 50
/** Looks in which a script that was fetched must have run. */
const GRACE = 6

interface UrlPolicy {
  createScriptURL(url: string): string
}

/** Where the page enforces Trusted Types: a policy with a name, for the shop's CSP to allow. */
const trusted = (url: string): string => {
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy }
  }
  if (!trustedTypes) return url
  const page = pageState()
  page.policy ??= trustedTypes.createPolicy('iamport-checkout', { createScriptURL: it => it })
  return page.policy.createScriptURL(url)
}

const add = <Name extends 'script' | 'link'>(name: Name, script: Partial<Script>, members: object) => {
  const element = Object.assign(document.createElement(name), {
    // A nonce of the page's own scripts lets ours pass the same policy.
    nonce: script.nonce ?? [...document.scripts].find(({ nonce }) => nonce)?.nonce ?? '',
    integrity: script.integrity ?? '',
    crossOrigin: script.integrity ? 'anonymous' : null,
    ...members,
  })
  // A document may have no head.
  ;(document.head ?? document.documentElement).append(element)
  return element
}

export const addScript = (url: string, script: Script) => add('script', script, { src: trusted(url) })

/** Tells the browser early what will be needed. */
export const preload = (script: Script) =>
  add('link', script, { rel: 'preload', as: 'script', href: script.urls[0] })
export const preconnect = (href: string) => add('link', {}, { rel: 'preconnect', href })

/**
 * Waits until the script is there, or its tag has settled, or time is up. A tag that is still in flight then is taken
 * away; that doesn't stop it, so if it runs after all, a later look finds it.
 */
export const awaitScript = (tag: HTMLScriptElement, { isReady }: Script, ms: number, isOurs: boolean) =>
  new Promise<ScriptFailure | undefined>(resolve => {
    const deadline = Date.now() + ms
    let looks = 0
    const end = (failure: ScriptFailure): void => {
      clearInterval(timer)
      const isThere = isReady()
      if (!isThere) tag.remove()
      resolve(isThere ? undefined : failure)
    }
    const timer = setInterval(() => {
      // A tag of the page may have failed before we could listen: then its request has ended, and it never runs.
      const isFetched = document.readyState !== 'loading' && performance.getEntriesByName(tag.src).length
      if (isReady() || (!isOurs && isFetched && ++looks > GRACE)) end('SDK_LOAD_FAILED')
      else if (!(Date.now() < deadline)) end('SDK_LOAD_TIMEOUT')
    }, LOOK)
    tag.addEventListener('load', () => end('SDK_INCOMPATIBLE'))
    tag.addEventListener('error', () => end('SDK_LOAD_FAILED'))
  })
