import { rejectWhatThrows } from './errors.ts'
import { loadIamport } from './load.ts'
import { type Prepared, prepare } from './prepare.ts'
import { requestPay } from './request-pay.ts'
import { resumePay } from './resume-pay.ts'
import type { Needs } from './types/needs.ts'
import type { CheckoutOptions, Iamport, ResumeOptions } from './types/options.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'

/** The functions of this package with the shop's options filled in. */
export interface Checkout {
  /** `requestPay`; `overrides` win over the options, also where they are `undefined`: then the default holds again. */
  requestPay<Request extends KnownParameters>(
    request: Request & Needs<Request>,
    overrides?: Partial<CheckoutOptions>,
  ): Promise<UnverifiedPayment>
  /** `resumePay`. */
  resumePay(overrides?: ResumeOptions): Promise<UnverifiedPayment | null>
  /** `loadIamport`, initialised. */
  load(): Promise<Iamport>
  /** `prepare`. */
  prepare<Request extends KnownParameters>(request: Request & KnownParameters): Prepared
}

/** Keeps the options in one place. Does nothing by itself: wrong options show when a payment is asked for. */
export const createCheckout = (options: CheckoutOptions): Checkout => ({
  requestPay: (request, overrides) =>
    rejectWhatThrows(() => requestPay(request, { ...options, ...overrides })),
  resumePay,
  load: () => loadIamport(options),
  prepare: request => prepare(request, options),
})
