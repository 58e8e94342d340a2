/** The options of the public functions, and the part of the SDK that the package touches. */
import type { PayError } from './errors.ts'
import type { Issue } from './issue.ts'
import type { Gateway, SdkVersion } from './types/codes.ts'
import type { UnverifiedPayment } from './types/response.ts'
import type { VerifiedPayment, Verify } from './types/verified.ts'

export type { SdkVersion } from './types/codes.ts'

/** A script of your own: a self-hosted copy, or the sandbox. */
export interface SdkSource {
  /** The address of the script. Several addresses are tried in turn. */
  src: string | readonly string[]
  /**
   * The address of jQuery, if the page has none. Default: jQuery 3.7.1 from its own CDN. `''`: this script needs no jQuery, but
   * an older script that the page has already may need it, and then the default is loaded. `false`: jQuery is never loaded.
   */
  jquery?: string | false | undefined
  /** The subresource integrity of `src`. */
  integrity?: string | undefined
}

/** How the script is loaded. */
export interface LoadOptions {
  /** 가맹점 식별코드, `imp12345678`. With it the SDK is also initialised, so that its channels are warm. */
  userCode?: string | undefined
  /** 하위상점 코드: `IMP.agency(userCode, tierCode)` takes the place of `IMP.init`. */
  tierCode?: string | undefined
  /**
   * The script to load. A usable `window.IMP` on the page is used as it is, whatever is asked here.
   *
   * @default '1.2.0', but 'v1' where the request needs it: a `channelKey`, or a gateway that only `v1` knows
   */
  sdk?: SdkVersion | SdkSource | undefined
  /**
   * The nonce of the page's Content-Security-Policy.
   *
   * @default that of a script on the page
   */
  nonce?: string | undefined
  /**
   * How long one attempt at one script may take, in ms, more than 0.
   *
   * @default 10_000
   */
  timeout?: number | undefined
  /**
   * How many attempts follow the first one. Every source is tried at least once.
   *
   * @default 2
   */
  retries?: number | undefined
}

/** The options of a shop, which are the same for all of its payments. `createCheckout` takes them. */
export interface ShopOptions extends LoadOptions {
  userCode: string
  /**
   * The address that gateways which leave the page come back to.
   *
   * @default the current page, without the result of an earlier payment
   */
  redirectUrl?: string | URL | undefined
  /** The gateway that a `channelKey`, or a missing `pg`, stands for, so that its rules apply. */
  provider?: Gateway | undefined
  /**
   * How long the payment window may take to open, in ms, more than 0. `false`: for ever.
   *
   * @default 30_000
   */
  openTimeout?: number | false | undefined
  /**
   * How the shop's server is asked what it knows of a payment: an address, or a function. `pay` and `resume` need it.
   *
   * @example '/payments/complete'
   */
  verify?: Verify | undefined
  /**
   * Called for each warning: of the validation, and of a payment window that can't be clicked.
   *
   * @default console.warn, each code and path once a page
   */
  onWarning?: ((issue: Issue) => void) | undefined
}

/**
 * How far a payment is.
 *
 * - `loading`: the script is being loaded.
 * - `opening`: `IMP.request_pay` was called.
 * - `open`: the payment window is open.
 * - `leaving`: the page is being left for the gateway's.
 * - `verifying`: the shop's server is being asked.
 */
export type ProgressStep = 'loading' | 'opening' | 'open' | 'leaving' | 'verifying'

/** The options of one payment, which may differ from one to the next. */
export interface PaymentOptions {
  /** Abandons the payment: the promise ends with `ABORTED`. */
  signal?: AbortSignal | undefined
  /** Called as the payment proceeds, each step once and in their order. A step that does not happen is left out. */
  onProgress?: ((step: ProgressStep) => void) | undefined
  /**
   * Called with a result that came after the promise had settled.
   *
   * @default console.warn, so that no result is lost without a word
   */
  onLateResult?: ((outcome: UnverifiedPayment | PayError) => void) | undefined
}

/** The options of one payment, for `pay`. */
export interface VerifiedPaymentOptions extends Omit<PaymentOptions, 'onLateResult'> {
  /**
   * Called with a payment that turned out to be good after the promise had rejected, once the server has said so.
   *
   * @default console.warn, so that no payment is lost without a word
   */
  onLateResult?: ((payment: VerifiedPayment) => void) | undefined
}

/** How a page takes up a payment, for `resume`. */
export interface VerifiedResumeOptions extends ResumeOptions, Pick<PaymentOptions, 'signal' | 'onProgress'> {
  /**
   * The order that this page is about. The unfinished payment of another order is left for its own page.
   *
   * @default whatever order there is
   */
  merchant_uid?: string | undefined
}

/** The options that `prepare` reads. */
export type PrepareOptions = Partial<Pick<ShopOptions, 'redirectUrl' | 'provider' | 'sdk'>>

/** How a landing page is read. */
export interface ResumeOptions {
  /**
   * The URL to read.
   *
   * @default that of the current page
   */
  url?: string | URL | undefined
  /**
   * Whether to take the result out of the address bar, so that a reload does not report it twice.
   *
   * @default true
   */
  clean?: boolean | undefined
  /**
   * Whether the server has rendered this landing, and has shown the buyer how the payment ended. Then this tab's payment is not
   * reported as `RETURNED`, although the address has no keys any more.
   *
   * @default false
   */
  told?: boolean | undefined
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
  /** Only in a source text of 1.2.0; the minified file has no such member. */
  payport?(params: object, callback?: SdkCallback): void
  /** Since 1.2.0: Naver Pay's wish list. */
  naver_zzim?(params: object): void
  /** `v1` only: takes everything away that `init` made, and forgets the merchant. */
  deinit?(): void
  /** `v1` only: shows a gateway's own button in an element of the page. */
  loadUI?(type: string, params: object, callback?: SdkCallback): void
  /** `v1` only: changes the request behind such a button. */
  updateLoadUIRequest?(type: string, params: object): void
  /** `v1` only: loads a gateway's own module. 1.5.0 has no such member. */
  loadModule?(name: string, ...options: unknown[]): Promise<unknown>
  /** `v1` only: the script's hosts and its release. */
  slots?: { readonly SDK_VERSION?: string; readonly DRIVER_SERVE_URL?: string } & Readonly<
    Record<string, unknown>
  >
}
