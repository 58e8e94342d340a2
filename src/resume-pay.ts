/** Taking up a payment on the page that its redirect lands on. */
import { notBrowser } from './developer-texts.ts'
import { PayError, rejectWithPayError } from './errors.ts'
import type { ResumeOptions } from './public-options.ts'
import { takeUp } from './redirect/take-up.ts'
import { pageState } from './sdk/page-state.ts'
import type { UnverifiedPayment } from './types/response.ts'
import { inBrowser } from './util/device.ts'

/**
 * Takes up a payment that left the page, on the page that its redirect lands on: resolves or rejects as `requestPay`
 * would have. Safe to call on every page whose own addresses have none of the result's keys: a lone `merchant_uid` is
 * a documented landing. Keys that the `m_redirect_url` had itself are left out, where this tab began the payment.
 *
 * Calls in one task for one address share one result, as those of two components or of React's StrictMode. A later call finds
 * none, because the address bar is clean by then.
 *
 * @returns null where the URL is no payment result. `startedHere` on what comes says whether this tab began the payment;
 * a link that somebody sent has the keys too.
 * @throws PayError (as a rejection) for a failure that was reported; `RETURNED`, once, for a payment that was begun in this
 * tab and came back without a result; `NOT_BROWSER` on a server without `url`.
 *
 * @example
 * const payment = await resumePay()
 * if (payment) await askServer(payment.merchant_uid)
 */
export const resumePay = (options: ResumeOptions = {}): Promise<UnverifiedPayment | null> =>
  rejectWithPayError(() => {
    if (!inBrowser()) {
      if (options.url === undefined) throw new PayError('NOT_BROWSER', notBrowser)
      return takeUp(options)
    }
    const { resuming } = pageState()
    // The page's own address has no text here, because it changes as soon as the first call has cleaned it.
    const href = options.url === undefined ? '' : String(options.url)
    const shared = resuming.get(href) ?? rejectWithPayError(() => takeUp(options))
    if (!resuming.has(href)) setTimeout(() => resuming.delete(href))
    resuming.set(href, shared)
    return shared
  })
