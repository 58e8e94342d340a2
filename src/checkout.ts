/** The functions of this package with the shop's options filled in. */
import { demand } from './check-options.ts'
import { rejectWhatThrows, rejectWithPayError } from './errors.ts'
import { loadIamport } from './load-iamport.ts'
import { pay } from './pay.ts'
import { type Prepared, prepare } from './prepare.ts'
import type {
  Iamport,
  PaymentOptions,
  ResumeOptions,
  ShopOptions,
  VerifiedPaymentOptions,
  VerifiedResumeOptions,
} from './public-options.ts'
import { requestPay } from './request-pay.ts'
import { resume } from './resume.ts'
import { resumePay } from './resume-pay.ts'
import { versionFor } from './sdk/versions.ts'
import type { Needs } from './types/needs.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'
import type { VerifiedPayment } from './types/verified.ts'
import { asText } from './util/as-text.ts'

/** The functions of this package with the shop's options filled in. */
export interface Checkout {
  /** Takes a payment as `requestPay` does, asks the shop's server, and resolves only with a payment that it calls good. */
  pay<Request extends KnownParameters>(
    request: Request & Needs<Request>,
    options?: VerifiedPaymentOptions & Partial<ShopOptions>,
  ): Promise<VerifiedPayment>
  /** Takes up a payment, and asks the server: on the page that a redirect lands on, and on every page with a pay button. */
  resume(options?: VerifiedResumeOptions): Promise<VerifiedPayment | null>
  /** `requestPay` with the shop's options. Options that are given here win over the shop's. */
  requestPay<Request extends KnownParameters>(
    request: Request & Needs<Request>,
    options?: PaymentOptions & Partial<ShopOptions>,
  ): Promise<UnverifiedPayment>
  /** `resumePay` as it is: it needs none of the shop's options. */
  resumePay(options?: ResumeOptions): Promise<UnverifiedPayment | null>
  /** `loadIamport` with the shop's options: the script is loaded and initialised. */
  load(): Promise<Iamport>
  /** `prepare` with the shop's options. */
  prepare<Request extends KnownParameters>(request: Request & KnownParameters): Prepared
}

/** Refuses a signal in the shop's options: all payments would share it, and once it fired it would end every later payment. */
const demandOfShop = (options: ShopOptions): void =>
  demand(!options || !('signal' in options), 'signal', 'an option of one payment, not of the shop', undefined)

/** The shop's options with those of one call over them. One that is undefined leaves the shop's as it is. */
const withDefaults = <Own extends object>(options: ShopOptions, own: Own | undefined): ShopOptions & Own => {
  const given = Object.entries(own ?? {}).filter(([, value]) => value !== undefined)
  return { ...options, ...(Object.fromEntries(given) as Own) }
}

/**
 * Keeps the shop's options in one place. Does nothing by itself: wrong options show when a payment is asked for.
 *
 * @example
 * const checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
 * const { verdict } = await checkout.pay({ pg: 'kakaopay', merchant_uid: 'order_1', amount: 14000 })
 */
export const createCheckout = (options: ShopOptions): Checkout => ({
  pay: (request, ofPayment) =>
    rejectWhatThrows(() => {
      demandOfShop(options)
      return pay(request, withDefaults(options, ofPayment))
    }),
  resume: ofPage => rejectWhatThrows(() => resume(withDefaults(options, ofPage))),
  requestPay: (request, ofPayment) =>
    rejectWhatThrows(() => {
      demandOfShop(options)
      return requestPay(request, withDefaults(options, ofPayment))
    }),
  resumePay,
  load: () =>
    rejectWithPayError(() => {
      const { sdk = versionFor({}, asText(options.provider)) } = options
      return loadIamport({ ...options, sdk })
    }),
  prepare: request => prepare(request, options),
})
