import { asText } from './as-text.ts'
import { inBrowser } from './device.ts'
import { isPayError, PayError, type PayErrorCode, rejectWithPayError } from './errors.ts'
import { initOnce } from './init.ts'
import { demand, demandNumber } from './options.ts'
import { pageState, presentImp } from './page.ts'
import { addElement, findTag, settled, trusted } from './script.ts'
import { badJquery, loadFailed, notBrowser, otherScript } from './texts.ts'
import type { Iamport, LoadOptions, SdkSource } from './types/options.ts'
import { defaultVersion, isOld, VERSION } from './versions.ts'

const CDN = 'https://cdn.iamport.kr'
/** The older host, documented as the fallback of the CDN. It also serves the payment windows. */
const SERVICE = 'https://service.iamport.kr'

const JQUERY = 'https://code.jquery.com/jquery-3.7.1.min.js'
const JQUERY_INTEGRITY = 'sha256-/JqT3SQfawRcv/BIHPThkBvs0OEvtFFmqPF/lYI/Cxo='

/** The pause before the second round of attempts, in ms. Each later one is longer by as much. */
const PAUSE = 500

const sourceOf = (sdk: LoadOptions['sdk'] = defaultVersion): SdkSource => {
  if (sdk === 'v1') return { src: `${CDN}/v1/iamport.js`, jquery: '' }
  const path = `/js/iamport.payment-${sdk}.js`
  const source = VERSION.test(sdk as string) ? { src: [CDN + path, SERVICE + path] } : (sdk as SdkSource)
  demand(source?.src?.length, 'sdk')
  return source
}

interface Jquery {
  fn?: { jquery: string }
  noConflict?(deep: boolean): Jquery
}
type JqueryPage = { jQuery?: Jquery | undefined; $?: unknown }

/** Ours is for the SDK. What had its names before is the page's: another `$`, a jQuery with plugins that came meanwhile. */
const giveBackNames = (): void => {
  const page = window as JqueryPage
  const ours = page.jQuery?.noConflict?.(true)
  page.jQuery ??= ours
  page.$ ??= ours
}

/**
 * Whether the script has the jQuery that it needs, if it needs one.
 *
 * jQuery 4.0 lost what the channel list is asked with. Slim builds never had it: `3.7.1 -ajax,…`. One that is there and
 * won't do can't be replaced: it is the page's.
 */
const hasJquery = (jquery: SdkSource['jquery']): boolean => {
  const imp = presentImp()
  if (jquery === false || jquery === '' || (imp && !isOld(imp))) return true
  const version = (window as JqueryPage).jQuery?.fn?.jquery
  if (version && !/^[123]\.(?!.* -ajax\b)/.test(version))
    throw new PayError('SDK_INCOMPATIBLE', badJquery(version))
  return !!version
}

/** As a tag has it. */
const absolute = (url: string): string => new URL(url, document.baseURI).href

const start = async (
  { src, jquery, integrity: sdkIntegrity }: SdkSource,
  { nonce, timeout = 10_000, retries = 2 }: LoadOptions,
): Promise<Iamport> => {
  const { tried } = pageState()
  let isRetry = !!tried.size
  const log: string[] = []
  let failure: PayErrorCode = 'SDK_LOAD_FAILED'
  let cause: unknown

  /** Tries an address, or waits for the page's own tag. One that was in vain is taken away. */
  const attempt = async (
    isReady: () => unknown,
    address: string,
    integrity?: string,
    onload?: () => void,
    tagOfPage?: HTMLScriptElement,
  ) => {
    if (isReady()) return
    const known = absolute(address)
    const url = tried.has(known) ? known.replace(/\?|$/, `?retry=${tried.size}&`) : known
    tried.add(url)
    const begun = Date.now()
    const tag =
      tagOfPage ??
      addElement('script', {
        src: trusted(url),
        // One of the page's own is as good as one that was given.
        nonce: nonce ?? [...document.scripts].find(script => script.nonce)?.nonce ?? '',
        // Fetched at once, run in turn; not on a retry or in a later call, which would queue behind the tag that
        // hangs.
        async: isRetry,
        onload,
        ...(integrity && { integrity, crossOrigin: '' }),
      })
    const ending = await settled(tag, timeout, !!tagOfPage)
    if (isReady()) return
    failure = ending
    log.push(`${tag.src} ${ending} ${Date.now() - begun} ms`)
    // That doesn't stop one that is still in flight. If it runs after all, the next look finds it.
    tag.remove()
  }

  try {
    const urls = [src].flat().map(absolute)
    // `<div id="IMP">` is in the way of the script, which begins with `window.IMP ||`.
    if (!presentImp()) (window as { IMP?: unknown }).IMP = undefined
    const tag = findTag(urls)
    if (tag) {
      await attempt(presentImp, tag.src, '', undefined, tag)
      // Whatever was asked for, the one that came may be old.
      if (jquery === '' && presentImp()) jquery = undefined
    }

    for (let round = 0; round <= retries || urls[round]; round++) {
      // What failed quickly is often a network that comes back.
      if (round) await new Promise(resolve => setTimeout(resolve, PAUSE * round))
      await Promise.all([
        attempt(() => hasJquery(jquery), jquery || JQUERY, jquery ? '' : JQUERY_INTEGRITY, giveBackNames),
        attempt(presentImp, urls[round % urls.length]!, sdkIntegrity),
      ])
      isRetry = true
      const imp = presentImp()
      if (imp && hasJquery(jquery)) return imp
    }
  } catch (thrown) {
    // Trusted Types without our policy, say.
    cause = thrown
    log.push(asText(thrown))
  }
  throw isPayError(cause) ? cause : new PayError(failure, loadFailed(log), { cause })
}

/**
 * The SDK, at once where it is there. All calls on a page share one load; one that failed is forgotten.
 * Throws what can't be mended by waiting.
 */
export const getImp = (options: LoadOptions): Iamport | Promise<Iamport> => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  demandNumber(options.timeout, 'timeout')
  demandNumber(options.retries, 'retries')
  const source = sourceOf(options.sdk)
  const isWhole = hasJquery(source.jquery)
  const page = pageState()
  const isFirst = !page.tried.size
  const asked = String(source.src)
  // What the page brought is used as it is. What we load is whole with its jQuery.
  const imp = ((isWhole || isFirst) && presentImp()) || page.loading
  page.asked = (imp && page.asked) ?? asked
  if (imp) {
    if (options.sdk && (page.asked !== asked || (options.sdk === 'v1' && isOld(imp as Iamport)))) {
      console.warn(otherScript(asked))
    }
    return imp
  }
  page.loading = start(source, options).finally(() => {
    page.loading = undefined
  })
  // After the scripts, which are what is waited for.
  if (isFirst) addElement('link', { rel: 'preconnect', href: SERVICE })
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
