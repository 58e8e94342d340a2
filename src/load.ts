import { inBrowser } from './device.ts'
import { PayError } from './errors.ts'
import { initOnce } from './init.ts'
import { checkOptions } from './options.ts'
import { pageState, presentImp } from './page.ts'
import { addScript, awaitScript, preconnect, preload, type Script, type ScriptFailure } from './script.ts'
import { badJquery, loadFailed, notBrowser, otherScript } from './texts.ts'
import type { Iamport, LoadOptions, SdkSource } from './types/options.ts'
import { defaultVersion } from './versions.ts'

const CDN = 'https://cdn.iamport.kr'
/** The older host, documented as the fallback of the CDN. It also serves the payment windows. */
const SERVICE = 'https://service.iamport.kr'

const JQUERY = {
  urls: [
    'https://code.jquery.com/jquery-3.7.1.min.js',
    'https://cdn.jsdelivr.net/npm/jquery@3.7.1/dist/jquery.min.js',
  ],
  integrity: 'sha256-/JqT3SQfawRcv/BIHPThkBvs0OEvtFFmqPF/lYI/Cxo=',
}

/** The SDK in a tag of the page's own. Our bundle has iamport in its name too, and is none. */
const SDK_FILE = /\/iamport(\.payment[^/]*)?\.js/

const sourceOf = (sdk: NonNullable<LoadOptions['sdk']>): SdkSource => {
  if (typeof sdk === 'object') return sdk
  if (sdk === 'v1') return { src: `${CDN}/v1/iamport.js`, jquery: false }
  const path = `/js/iamport.payment-${sdk}.js`
  return { src: [CDN + path, SERVICE + path] }
}

const pageJquery = () => (window as { jQuery?: { ajax?: unknown; fn?: { jquery?: string } } }).jQuery

/** Whether the page's jQuery can run the script. 4.0 lost what the channel list is asked with, slim builds never had it. */
const isJqueryReady = (): boolean => /^[123]\./.test(pageJquery()?.fn?.jquery ?? '') && !!pageJquery()?.ajax

/** The page's own tag for the script, in whatever state. Of another type, it waits for a consent and never runs. */
const findTag = ({ urls }: Script): HTMLScriptElement | undefined =>
  [...document.scripts].find(
    ({ src, type }) =>
      /^$|script|module/.test(type) &&
      (SDK_FILE.test(src) || urls.some(url => new URL(url, document.baseURI).href === src)),
  )

/** Runs a script: the page's own tag first, if there is one, then each source in turn until the attempts run out. */
const run = async (
  script: Script,
  { timeout = 10_000, retries = 2 }: LoadOptions,
  pageTag?: HTMLScriptElement,
) => {
  const { tried } = pageState()
  const { urls } = script
  const log: string[] = []
  let failure: ScriptFailure = 'SDK_LOAD_FAILED'
  let cause: unknown
  for (let attempt = pageTag ? -1 : 0; attempt <= retries || attempt < urls.length; attempt++) {
    // What failed quickly is often a network that comes back.
    if (attempt > 0) await new Promise(resolve => setTimeout(resolve, 200 * 2 ** attempt))
    const isOurs = attempt >= 0
    let url = isOurs ? urls[attempt % urls.length]! : pageTag!.src
    if (isOurs && tried.has(url)) url += `${url.includes('?') ? '&' : '?'}retry=${tried.size}`
    tried.add(url)
    const start = Date.now()
    try {
      const ended = await awaitScript(isOurs ? addScript(url, script) : pageTag!, script, timeout, isOurs)
      if (!ended) return
      failure = ended
    } catch (error) {
      // Trusted Types without our policy, say.
      cause = error
    }
    log.push(`${url} ${failure} ${Date.now() - start} ms`)
  }
  throw new PayError(failure, loadFailed(log.join(', '), navigator.onLine), { cause })
}

const start = async (options: LoadOptions): Promise<Iamport> => {
  const { sdk = defaultVersion, nonce } = options
  const { src, jquery, integrity } = sourceOf(sdk)
  const script: Script = { urls: [src].flat(), integrity, nonce, isReady: presentImp }
  const { tried } = pageState()
  const runJquery = async () => {
    if (jquery === false || isJqueryReady()) return
    await run({ ...(jquery ? { urls: [jquery] } : JQUERY), nonce, isReady: isJqueryReady }, options)
  }

  if (typeof sdk === 'string' && !tried.size) preconnect(SERVICE)
  // `<div id="IMP">` is in the way of the script, which begins with `window.IMP ||`.
  if (!presentImp()) (window as { IMP?: unknown }).IMP = undefined

  const pageTag = findTag(script)
  if (pageTag) {
    // The page's own jQuery is on its way as well, more likely than not.
    await run(script, options, pageTag)
    await runJquery()
  } else {
    // Both are fetched at once, yet the SDK runs second. The browser's own queue for that would hold up the page's
    // other scripts behind a jQuery that never arrives.
    const link = tried.has(script.urls[0]!) ? undefined : preload(script)
    await runJquery().finally(() => link?.remove())
    await run(script, options)
  }
  return presentImp()!
}

/**
 * The SDK, at once where it is there. All calls on a page share one load; one that failed is forgotten.
 * Throws what can't be mended by waiting.
 */
export const getImp = (options: LoadOptions): Iamport | Promise<Iamport> => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  checkOptions(options)
  const { sdk } = options
  const imp = presentImp()
  const needsJquery = imp ? !imp.loadUI : sourceOf(sdk ?? defaultVersion).jquery !== false
  const jquery = pageJquery()
  if (needsJquery && typeof jquery === 'function' && !isJqueryReady()) {
    throw new PayError(
      'SDK_INCOMPATIBLE',
      badJquery(String((jquery as ReturnType<typeof pageJquery>)?.fn?.jquery)),
    )
  }
  const page = pageState()
  const asked = sdk && String(typeof sdk === 'object' ? sdk.src : sdk)
  if (asked && page.asked && page.asked !== asked) console.warn(otherScript(asked))
  if (imp) return imp
  page.asked ??= asked ?? defaultVersion
  page.loading ??= start(options).finally(() => {
    page.loading = undefined
    if (!presentImp()) page.asked = undefined
  })
  return page.loading
}

/**
 * Loads the script ahead of time, and with `userCode` initialises it, so that its channels are warm. Do so when the
 * checkout page opens: a popup may only be opened soon after a click, and loading takes that time away.
 *
 * @returns `window.IMP`, also for `IMP.certification` and the like.
 * @throws PayError (as a rejection) `NOT_BROWSER`, `INVALID_OPTIONS`, `SDK_LOAD_FAILED`, `SDK_LOAD_TIMEOUT`,
 * `SDK_INCOMPATIBLE`, `SDK_ERROR`, `BUSY`.
 */
export const loadIamport = async (options: LoadOptions = {}): Promise<Iamport> => {
  const imp = await getImp(options)
  if (options.userCode !== undefined) initOnce(imp, options.userCode, options.tierCode)
  return imp
}
