import { inBrowser } from './device.ts'
import { PayError, type PayErrorCode, rejectWithPayError } from './errors.ts'
import { initOnce } from './init.ts'
import { checkLoadOptions } from './options.ts'
import { pageState, presentImp } from './page.ts'
import { addElement, findTag, settle, trusted } from './script.ts'
import { badJquery, loadFailed, notBrowser, otherScript } from './texts.ts'
import type { Iamport, LoadOptions, SdkSource } from './types/options.ts'
import { defaultVersion } from './versions.ts'

const CDN = 'https://cdn.iamport.kr'
/** The older host, documented as the fallback of the CDN. It also serves the payment windows. */
const SERVICE = 'https://service.iamport.kr'

/** How long a script that was fetched may take to run, in ms. */
const GRACE = 300
/** The longest pause between two attempts, in ms. */
const LONGEST_PAUSE = 5_000

const JQUERY = 'https://code.jquery.com/jquery-3.7.1.min.js'
const JQUERY_INTEGRITY = 'sha256-/JqT3SQfawRcv/BIHPThkBvs0OEvtFFmqPF/lYI/Cxo='

const sourceOf = (sdk: LoadOptions['sdk'] = defaultVersion): SdkSource => {
  if (typeof sdk === 'object') return sdk
  if (sdk === 'v1') return { src: `${CDN}/v1/iamport.js`, jquery: false }
  const path = `/js/iamport.payment-${sdk}.js`
  return { src: [CDN + path, SERVICE + path] }
}

const pageJquery = () => (window as { jQuery?: { ajax?: unknown; fn?: { jquery: string } } }).jQuery

/** Whether the page's jQuery can run the script. 4.0 lost what the channel list is asked with, slim builds never had it. */
const isJqueryReady = (): unknown => /^[123]\./.test(pageJquery()?.fn?.jquery as string) && pageJquery()!.ajax

/** Whether jQuery is needed: by the script on the page, else by the one that will be loaded. */
const needsJquery = ({ sdk }: LoadOptions): boolean => {
  if (typeof sdk === 'object' && sdk.jquery === false) return false
  const imp = presentImp()
  // The newest script needs none, and it alone has `loadUI`.
  return imp ? !imp.loadUI : sdk !== 'v1'
}

/** Whether the script on the page can't begin for want of jQuery. What has no `certification` is a stub, and needs none. */
const lacksJquery = (options: LoadOptions): boolean =>
  !!presentImp()?.certification && needsJquery(options) && !isJqueryReady()

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/**
 * When a tag of the page is surely over, once it was fetched and its turn to run has come. It may have failed before
 * anybody listened, and then no event ever comes.
 */
const isOver = async (tag: HTMLScriptElement): Promise<void> => {
  // A page is loaded when all scripts that it began with have run or failed.
  if (!tag.async && document.readyState !== 'complete') {
    await new Promise(resolve => addEventListener('load', resolve, { once: true }))
  } else if (!performance.getEntriesByName(tag.src)[0]) return new Promise(() => {})
  return pause(GRACE)
}

const start = async ({ src, jquery, integrity }: SdkSource, options: LoadOptions): Promise<Iamport> => {
  const { nonce, timeout = 10_000, retries = 2 } = options
  const urls = [src].flat()
  const { tried } = pageState()
  const log: string[] = []
  let failure: PayErrorCode = 'SDK_LOAD_FAILED'
  let cause: unknown
  const hasJquery = () => isJqueryReady() || !(presentImp() ? lacksJquery(options) : needsJquery(options))

  const attempt = async (url: string, hash: string | undefined, isReady: () => unknown, isRetry: boolean) => {
    if (isReady()) return
    const address = tried.has(url) ? url.replace(/\?|$/, `?retry=${tried.size}&`) : url
    tried.add(address)
    const begun = Date.now()
    try {
      const members = {
        src: trusted(address),
        // Fetched at once, run in turn; not on a retry, which would queue behind the tag that hangs.
        async: isRetry,
        ...(hash && { integrity: hash, crossOrigin: 'anonymous' }),
      }
      const ended = await settle(addElement('script', members, nonce), isReady, timeout)
      if (isReady()) return
      failure = ended
    } catch (error) {
      // Trusted Types without our policy, say.
      cause = error
    }
    log.push(`${address} ${failure} ${Date.now() - begun} ms`)
  }

  if (!tried.size) addElement('link', { rel: 'preconnect', href: SERVICE })
  // `<div id="IMP">` is in the way of the script, which begins with `window.IMP ||`.
  if (!presentImp()) (window as { IMP?: unknown }).IMP = undefined

  const tag = findTag(urls)
  if (tag && !presentImp()) {
    tried.add(tag.src)
    await settle(tag, presentImp, timeout, isOver(tag))
  }
  for (let round = 0; round <= retries || urls[round]; round++) {
    // What failed quickly is often a network that comes back.
    if (round) await pause(Math.min(200 * 2 ** round, LONGEST_PAUSE))
    await Promise.all([
      attempt(jquery || JQUERY, jquery ? '' : JQUERY_INTEGRITY, hasJquery, !!round),
      attempt(urls[round % urls.length]!, integrity, presentImp, !!round),
    ])
    const imp = presentImp()
    if (imp && hasJquery()) return imp
  }
  throw new PayError(failure, loadFailed(log, navigator.onLine), { cause })
}

/**
 * The SDK, at once where it is there. All calls on a page share one load; one that failed is forgotten.
 * Throws what can't be mended by waiting.
 */
export const getImp = (options: LoadOptions): Iamport | Promise<Iamport> => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  checkLoadOptions(options)
  const { sdk } = options
  const source = sourceOf(sdk)
  const jquery = pageJquery()
  if (needsJquery(options) && jquery?.fn && !isJqueryReady()) {
    throw new PayError('SDK_INCOMPATIBLE', badJquery(jquery.fn.jquery))
  }
  const page = pageState()
  const asked = String(source.src)
  // One that lacks jQuery is no use yet: it is loaded for it, or is being loaded.
  const there = lacksJquery(options) ? page.loading : (presentImp() ?? page.loading)
  if (there) {
    if (sdk && page.asked && page.asked !== asked) console.warn(otherScript(asked))
    return there
  }
  page.asked = asked
  page.loading = start(source, options).finally(() => {
    page.loading = undefined
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
export const loadIamport = (options: LoadOptions = {}): Promise<Iamport> =>
  rejectWithPayError(async () => {
    const imp = await getImp(options)
    if (options.userCode !== undefined) initOnce(imp, options.userCode, options.tierCode)
    return imp
  })
