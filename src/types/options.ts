/** The options of the public functions, and the part of the SDK that the package touches. */
import type { PayError } from '../errors.ts'
import type { Issue } from '../issue.ts'
import type { Gateway } from './codes.ts'
import type { UnverifiedPayment } from './response.ts'

/** The releases of the script. `v1` is `cdn.iamport.kr/v1/iamport.js` (1.3.0), the only one without jQuery. */
export type SdkVersion = '1.1.5' | '1.1.6' | '1.1.7' | '1.1.8' | '1.2.0' | '1.2.1' | 'v1'

/** A script of your own: a self-hosted copy, or the sandbox. */
export interface SdkSource {
  /** Where it is; several are tried in turn. */
  src: string | readonly string[]
  /**
   * Where jQuery is, if the page has none. Default: jQuery 3.7.1 from its own CDN. `''`: this script needs none, but an older
   * one that the page has already may, and then the default is loaded for it. `false`: none is loaded, whatever there is.
   */
  jquery?: string | false | undefined
  /** Subresource integrity of `src`. */
  integrity?: string | undefined
}

/** How the script is loaded. */
export interface LoadOptions {
  /** 가맹점 식별코드, `imp12345678`. With it the SDK is also initialised, so that its channels are warm. */
  userCode?: string | undefined
  /** 하위상점 코드: `IMP.agency(userCode, tierCode)` takes the place of `IMP.init`. */
  tierCode?: string | undefined
  /** Which script. Default: `1.2.0`. A usable `window.IMP` on the page is used as it is, whatever is asked here. */
  sdk?: SdkVersion | SdkSource | undefined
  /** CSP nonce. Default: that of a script on the page. */
  nonce?: string | undefined
  /** Milliseconds for one attempt at one script. Default: 10 000. 0 is none at all, not for ever. */
  timeout?: number | undefined
  /** Further attempts after the first; every source is tried at least once. Default: 2. */
  retries?: number | undefined
}

/** What `requestPay` needs to know of the shop and the page. */
export interface CheckoutOptions extends LoadOptions {
  userCode: string
  /** Where gateways that leave the page come back to. Default: the current page. */
  redirectUrl?: string | URL | undefined
  /** Which gateway a `channelKey`, or a missing `pg`, stands for, so that its rules apply. */
  provider?: Gateway | undefined
  /** Milliseconds until the payment window must have opened. Default: 30 000. 0, unlike `timeout`, never gives up. */
  openTimeout?: number | undefined
  /** Gives the payment up: the promise ends with `ABORTED`. */
  signal?: AbortSignal | undefined
  /** Called for each warning of the validation. Default: `console.warn`, each code and path once a page. */
  onWarning?: ((issue: Issue) => void) | undefined
  /** A result that came after the promise had settled. Default: `console.warn`, so that none is lost without a word. */
  onLateResult?: ((outcome: UnverifiedPayment | PayError) => void) | undefined
}

/** What `prepare` reads of the options. */
export type PrepareOptions = Partial<Pick<CheckoutOptions, 'redirectUrl' | 'provider' | 'sdk'>>

/** How a landing page is read. */
export interface ResumeOptions {
  /** Which URL. Default: the current page's. */
  url?: string | URL | undefined
  /** Take the result out of the address bar, so that a reload doesn't report it twice. Default: true. */
  clean?: boolean | undefined
  /** Called when there is no result but a payment was begun in this tab: the buyer came back without one. */
  onUnfinished?: ((started: { merchant_uid: string }) => void) | undefined
}

/** The callback of the SDK. */
export type SdkCallback = (response: Record<string, unknown>) => void

/** `window.IMP`. The first script on a page defines it; which members it has depends on its version. */
export interface Iamport {
  init(userCode: string): void
  agency(userCode: string, tierCode: string): void
  /** Writes into `params`, returns nothing. */
  request_pay(params: object, callback?: SdkCallback): void
  /** 본인인증. */
  certification(params: object, callback?: SdkCallback): void
  communicate(message: unknown): void
  /** Since 1.2.0: closes the window without calling back. */
  close?(): void
  /** 1.2.0. */
  payport?(params: object, callback?: SdkCallback): void
  /** 1.2.0: Naver Pay's wish list. */
  naver_zzim?(params: object): void
  /** Since 1.3.0 (`v1`). */
  loadUI?(type: string, params: object, callback?: SdkCallback): void
  /** Since 1.3.0 (`v1`). */
  updateLoadUIRequest?(type: string, params: object): void
  /** Since 1.3.0 (`v1`). */
  loadModule?(name: string, ...options: unknown[]): Promise<unknown>
}
