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
  /** `requestPay`, and then the word of the shop's server: resolves only with a payment that it calls good. */
  pay<Request extends KnownParameters>(
    request: Request & Needs<Request>,
    options?: VerifiedPaymentOptions & Partial<ShopOptions>,
  ): Promise<VerifiedPayment>
  /** The same for the page that a redirect lands on, and for every page with a pay button. */
  resume(options?: VerifiedResumeOptions): Promise<VerifiedPayment | null>
  /** `requestPay`; options that are given here win over the shop's. */
  requestPay<Request extends KnownParameters>(
    request: Request & Needs<Request>,
    options?: PaymentOptions & Partial<ShopOptions>,
  ): Promise<UnverifiedPayment>
  /** `resumePay`. */
  resumePay(options?: ResumeOptions): Promise<UnverifiedPayment | null>
  /** `loadIamport`, initialised. */
  load(): Promise<Iamport>
  /** `prepare`. */
  prepare<Request extends KnownParameters>(request: Request & KnownParameters): Prepared
}

/** A signal that all payments share would end every later one. */
const demandOfShop = (options: ShopOptions): void =>
  demand(!options || !('signal' in options), 'signal', 'an option of one payment, not of the shop', undefined)

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
      return pay(request, { ...options, ...ofPayment })
    }),
  resume: ofPage => resume({ ...options, ...ofPage }),
  requestPay: (request, ofPayment) =>
    rejectWhatThrows(() => {
      demandOfShop(options)
      return requestPay(request, { ...options, ...ofPayment })
    }),
  resumePay,
  load: () =>
    rejectWithPayError(() => {
      const { sdk = versionFor({}, asText(options.provider)) } = options
      return loadIamport({ ...options, sdk })
    }),
  prepare: request => prepare(request, options),
})
