/** The functions of this package with the shop's options filled in. */
import { demand } from './check-options.ts'
import { rejectWhatThrows, rejectWithPayError } from './errors.ts'
import { loadIamport } from './load-iamport.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { Iamport, PaymentOptions, ResumeOptions, ShopOptions } from './public-options.ts'
import { requestPay } from './request-pay.ts'
import { resumePay } from './resume-pay.ts'
import { versionFor } from './sdk/versions.ts'
import type { Needs } from './types/needs.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'
import { asText } from './util/as-text.ts'

/** The functions of this package with the shop's options filled in. */
export interface Checkout {
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

/**
 * Keeps the shop's options in one place. Does nothing by itself: wrong options show when a payment is asked for.
 *
 * @example
 * const checkout = createCheckout({ userCode: 'imp12345678' })
 * const payment = await checkout.requestPay({ pg: 'kakaopay', merchant_uid: 'order_1', amount: 14000 })
 */
export const createCheckout = (options: ShopOptions): Checkout => ({
  requestPay: (request, ofPayment) =>
    rejectWhatThrows(() => {
      // A shared signal would end every later payment.
      demand(
        !options || !('signal' in options),
        'signal',
        'an option of one payment, not of the shop',
        undefined,
      )
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
