/** Loads the script: once for all calls of a page, retried, and never for ever. */
import { demand, demandCount, demandTime } from '../check-options.ts'
import { loadFailed, notBrowser, otherScriptIsUsed } from '../developer-texts.ts'
import { isPayError, PayError, type PayErrorCode } from '../errors.ts'
import type { LoadOptions, SdkSource } from '../public-options.ts'
import { asText } from '../util/as-text.ts'
import { inBrowser } from '../util/device.ts'
import { baseAddress } from '../util/document.ts'
import { giveNamesBack, hasJquery, JQUERY, JQUERY_INTEGRITY } from './jquery.ts'
import { type Loaded, pageState } from './page-state.ts'
import { presentImp } from './present-imp.ts'
import { addScript, findTag, preconnect, settled } from './script-tag.ts'
import { defaultVersion, isOld, VERSION } from './versions.ts'

const CDN = 'https://cdn.iamport.kr'
/** The older host, documented as the fallback of the CDN. It also serves the payment windows. */
const SERVICE = 'https://service.iamport.kr'

/** The pause before the second round of attempts, in ms. Each later one is longer by as much. */
const PAUSE = 500

/** Where the script that is asked for is. */
const sourceOf = (sdk: LoadOptions['sdk'] = defaultVersion): SdkSource => {
  if (sdk === 'v1') return { src: `${CDN}/v1/iamport.js`, jquery: '' }
  const path = `/js/iamport.payment-${sdk}.js`
  const source = VERSION.test(asText(sdk)) ? { src: [CDN + path, SERVICE + path] } : (sdk as SdkSource)
  demand(source?.src?.length, 'sdk', "a version such as '1.2.0' or 'v1', or an object with src", sdk)
  return source
}

/** An absolute address, as `script.src` would report it. */
const absolute = (url: string): string => new URL(url, baseAddress()).href

/** A file that has to be loaded: where it is, and how to tell that it is there. */
interface File {
  readonly isHere: () => boolean
  readonly address: string
  readonly integrity?: string | undefined
  readonly onload?: (() => void) | undefined
}

const isScriptHere = (): boolean => !!presentImp()

/** A load, from its first attempt to its end. */
class Load {
  private readonly journal: string[] = []
  private lastFailure: PayErrorCode = 'SDK_LOAD_FAILED'
  /** On a retry, and in a call after a failed one, a tag runs as soon as it is there, and not behind a tag that hangs. */
  private isRetry = pageState().tried.size > 0
  private readonly timeout: number
  private readonly retries: number

  constructor(
    private readonly source: SdkSource,
    private readonly options: LoadOptions,
  ) {
    this.timeout = options.timeout ?? 10_000
    this.retries = options.retries ?? 2
  }

  async run(): Promise<Loaded> {
    try {
      const urls = [this.source.src].flat().map(absolute)
      // `<div id="IMP">` is in the way of the script, which begins with `window.IMP ||`.
      if (!isScriptHere()) (window as { IMP?: unknown }).IMP = undefined
      const tag = isScriptHere() ? undefined : findTag(urls)
      const jquery = tag ? await this.waitForTagOfPage(tag) : this.source.jquery
      for (let round = 0; round < this.rounds(urls); round++) {
        if (round) await new Promise(resolve => setTimeout(resolve, PAUSE * round))
        await Promise.all([this.tryFile(this.jqueryFile(jquery)), this.tryFile(this.scriptFile(urls, round))])
        this.isRetry = true
        const imp = presentImp()
        if (imp && hasJquery(jquery)) return { imp }
      }
    } catch (thrown) {
      if (isPayError(thrown)) throw thrown
      // Trusted Types that do not allow the package's policy throw here, for example.
      this.journal.push(asText(thrown))
      throw new PayError(this.lastFailure, loadFailed(this.journal), { cause: thrown })
    }
    throw new PayError(this.lastFailure, loadFailed(this.journal))
  }

  /** Every address is tried at least once. */
  private rounds(urls: readonly string[]): number {
    return Math.max(this.retries + 1, urls.length)
  }

  private jqueryFile(jquery: SdkSource['jquery']): File {
    return {
      isHere: () => hasJquery(jquery),
      address: jquery || JQUERY,
      integrity: jquery ? undefined : JQUERY_INTEGRITY,
      onload: giveNamesBack,
    }
  }

  private scriptFile(urls: readonly string[], round: number): File {
    return {
      isHere: isScriptHere,
      address: urls[round % urls.length]!,
      integrity: this.source.integrity,
    }
  }

  /**
   * Waits for a tag of the page's own.
   *
   * @returns the jQuery that is needed now: whatever was asked for, the script that came may be an old one.
   */
  private async waitForTagOfPage(tag: HTMLScriptElement): Promise<SdkSource['jquery']> {
    const { jquery } = this.source
    pageState().tried.add(tag.src)
    await this.awaitTag(tag, isScriptHere, true)
    return jquery === '' && isScriptHere() ? undefined : jquery
  }

  /** Tries an address once. A repeated address is changed, because Chromium would join the request to one that hangs. */
  private async tryFile({ isHere, address, integrity, onload }: File): Promise<void> {
    if (isHere()) return
    const { tried } = pageState()
    const known = absolute(address)
    const url = tried.has(known) ? known.replace(/\?|$/, `?retry=${tried.size}&`) : known
    tried.add(url)
    const tag = addScript(url, { nonce: this.options.nonce, async: this.isRetry, integrity, onload })
    await this.awaitTag(tag, isHere, false)
  }

  /** Waits for a tag, and removes a tag that brought nothing. If it runs after all, the next look finds what it brought. */
  private async awaitTag(tag: HTMLScriptElement, isHere: () => boolean, isOfPage: boolean): Promise<void> {
    const begun = performance.now()
    const ending = await settled(tag, this.timeout, isOfPage)
    if (isHere()) return
    this.lastFailure = ending
    this.journal.push(`${tag.src} ${ending} after ${Math.round(performance.now() - begun)} ms`)
    tag.remove()
  }
}

/** The script that is on the page, or the load that brings it. */
export type Script = { readonly here: Loaded } | { readonly loading: Promise<Loaded> }

/** Says on the console that a script is used which was not asked for. */
const warnOfOtherScript = (sdk: LoadOptions['sdk'], wasAsked: string | undefined, asked: string): void => {
  const present = presentImp()
  const isOther = wasAsked !== undefined && wasAsked !== asked
  const isOlder = sdk === 'v1' && !!present && isOld(present)
  if (sdk && (isOther || isOlder)) console.warn(otherScriptIsUsed(asked))
}

/**
 * The SDK, at once where it is there. All calls on a page share one load; one that failed is forgotten.
 *
 * @param sdk which script to load, where the shop asked for none: the one that a request needs.
 * @throws PayError for what waiting can't mend.
 */
export const obtainScript = (options: LoadOptions, sdk: LoadOptions['sdk'] = options.sdk): Script => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  demandTime(options.timeout, 'timeout')
  demandCount(options.retries, 'retries')
  const source = sourceOf(sdk)
  const isWhole = hasJquery(source.jquery)
  const page = pageState()
  const isFirst = !page.tried.size
  const asked = String(source.src)
  // A script that the page brought is used as it is. A script that the package loads is usable once its jQuery is there, too.
  const present = isWhole || isFirst ? presentImp() : undefined
  if (present || page.loading) {
    warnOfOtherScript(options.sdk, page.asked, asked)
    page.asked ??= asked
    return present ? { here: { imp: present } } : { loading: page.loading! }
  }
  page.asked = asked
  const loading = new Load(source, options).run().finally(() => {
    page.loading = undefined
  })
  page.loading = loading
  // The connection is opened behind the scripts, because the payment waits for those first.
  if (isFirst) preconnect(SERVICE)
  return { loading }
}
