/** Takes a payment in a single await, from the click to the proven order. */
import { demandSignal, demandVerify } from './check-options.ts'
import { lateResult } from './developer-texts.ts'
import { isPayError, type PayError, rejectWhatThrows } from './errors.ts'
import type { ShopOptions, VerifiedPaymentOptions } from './public-options.ts'
import { startedBefore, unfinishedEnd } from './redirect/take-up.ts'
import { requestPay } from './request-pay.ts'
import { pageState } from './sdk/page-state.ts'
import type { Needs } from './types/needs.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'
import type { VerifiedPayment, Verify } from './types/verified.ts'
import { asText } from './util/as-text.ts'
import { callListener } from './util/call-listener.ts'
import { inBrowser } from './util/device.ts'
import type { Heard } from './verification/conclude.ts'
import { concludeAndKeep, keepUnasked } from './verification/conclude-and-keep.ts'
import { forgetLanded, here } from './verification/kept-payments.ts'
import { concludingNow, shareEnd } from './verification/shared-end.ts'

type Options = ShopOptions & VerifiedPaymentOptions

/** The promise of each payment that is being concluded, by the promise of what the browser hears: two buttons share both. */
const concluding = new WeakMap<Promise<UnverifiedPayment>, Promise<VerifiedPayment>>()

class VerifiedPay {
  private wasCalled = false
  /** A success that the script reported after its payment had ended in the browser. */
  private late: UnverifiedPayment | undefined
  private end: 'none' | 'good' | 'bad' = 'none'

  constructor(
    private readonly verify: Verify,
    private readonly options: Options,
    private readonly merchant_uid: string,
  ) {}

  begin<Request extends KnownParameters>(request: Request & Needs<Request>): Promise<VerifiedPayment> {
    const { onProgress } = this.options
    const underWay = inBrowser() ? pageState().pending?.promise : undefined
    const before = startedBefore()
    const heard = requestPay<Request>(request, {
      ...this.options,
      onProgress: step => {
        if (step === 'opening') {
          this.wasCalled = true
          // A reload must not report the end of an earlier landing any more: it is not about this payment.
          forgetLanded(this.merchant_uid, here())
          // An order that has not come back yet is left for its own page, which asks the server about it.
          void unfinishedEnd(before, this.merchant_uid).then(error => error && keepUnasked(error))
        }
        onProgress?.(step)
      },
      onLateResult: outcome => this.hearLate(outcome),
    })
    const known = concluding.get(heard)
    if (known) return known
    // Another call has begun the payment, as one of another copy of the package or of `requestPay`, and has called the script.
    if (heard === underWay) this.wasCalled = true
    const promise = this.follow(heard)
    concluding.set(heard, promise)
    return promise
  }

  private async follow(promise: Promise<UnverifiedPayment>): Promise<VerifiedPayment> {
    const heard = await promise.then<Heard, Heard>(
      payment => ({ kind: 'success', payment }),
      (error: unknown) => {
        // Another copy of the package may have begun the payment. Its error has the same members.
        if (!isPayError(error)) throw error
        return { kind: 'failure', error, wasCalled: this.wasCalled }
      },
    )
    try {
      const verified = await this.conclude(heard)
      this.end = 'good'
      return verified
    } catch (error) {
      this.end = 'bad'
      if (this.late) void this.reportLate(this.late)
      throw error
    }
  }

  private async conclude(heard: Heard): Promise<VerifiedPayment> {
    const { verify, options, merchant_uid } = this
    const { signal } = options
    if (heard.kind === 'failure' && (!heard.wasCalled || signal?.aborted)) {
      // Nobody waits for an answer, where the shop's signal has ended the payment.
      if (heard.wasCalled) keepUnasked(heard.error)
      throw heard.error
    }
    const lateSuccess = (): UnverifiedPayment | null => this.late ?? null
    const shared = shareEnd(undefined, merchant_uid, leading =>
      concludeAndKeep(heard, { verify, lateSuccess, ...leading }),
    )
    // A payment that was heard of always has an end.
    return shared.join(options) as Promise<VerifiedPayment>
  }

  private hearLate(outcome: UnverifiedPayment | PayError): void {
    // A late failure changes nothing, because the server has the last word.
    if (!('via' in outcome)) return
    // The script may report another order's payment, which says nothing of this one.
    if (outcome.merchant_uid !== this.merchant_uid) {
      void this.reportLate(outcome)
      return
    }
    this.late = outcome
    if (this.end === 'bad') void this.reportLate(outcome)
  }

  /** Reports a late success, once the server calls it good. The page's signal was for the payment that has ended. */
  private async reportLate(payment: UnverifiedPayment): Promise<void> {
    if (payment === this.late) this.late = undefined
    const { onLateResult = (late: VerifiedPayment) => console.warn(lateResult, late) } = this.options
    try {
      const { verify } = this
      const shared = shareEnd(undefined, payment.merchant_uid, leading =>
        concludeAndKeep({ kind: 'success', payment }, { verify, lateSuccess: () => null, ...leading }),
      )
      const verified = await shared.join({})
      if (verified) callListener(onLateResult, verified)
    } catch {
      // The page has heard already that this payment did not go well.
    }
  }
}

/**
 * Takes a payment, and resolves only when the shop's server has said that it is good, whatever the browser heard, lost or
 * got from a forger. `IMP.request_pay` is called inside the click, as `requestPay` does.
 *
 * @throws PayError (as a rejection). `UNCONFIRMED`: the server could not be asked, or contradicts a success. `MISMATCH`: money
 * moved, but not as the order says. All other codes are those of `requestPay`.
 */
export const pay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
  options: Options,
): Promise<VerifiedPayment> =>
  rejectWhatThrows(() => {
    const verify = demandVerify(options?.verify)
    demandSignal(options.signal)
    const merchant_uid = asText(request?.merchant_uid)
    const begin = (): Promise<VerifiedPayment> =>
      new VerifiedPay(verify, options, merchant_uid).begin<Request>(request)
    // The buyer may have paid already: nothing opens until the server has said whether that is so.
    const underWay = inBrowser() ? concludingNow(merchant_uid) : undefined
    return underWay ? underWay.join(options).then(verified => verified ?? begin()) : begin()
  })
