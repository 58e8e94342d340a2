/** Taking up a payment on the page that its redirect lands on. */
import { notBrowser, returned } from './developer-texts.ts'
import { PayError, rejectWithPayError } from './errors.ts'
import type { ResumeOptions } from './public-options.ts'
import { isHeld } from './redirect/document-lock.ts'
import { type Landing, readLanding } from './redirect/landing-url.ts'
import { forget, recall, remember, type StartedPayment } from './redirect/tab-memory.ts'
import { pageState } from './sdk/page-state.ts'
import type { UnverifiedPayment } from './types/response.ts'
import { inBrowser } from './util/device.ts'

/** A landing, and whether its payment was begun in this tab. */
interface Found extends Landing {
  readonly startedHere: boolean
}

/** Reads an address with what this tab remembers of the payment that it began. */
const find = (href: string, started: StartedPayment | undefined): Found | undefined => {
  if (started) {
    const { merchant_uid, gateway, sentTo } = started
    const landing = readLanding(href, { merchant_uid, gateway, sentTo })
    // All that looks like a result was in the address before: the buyer came back to it without one.
    if (!landing) return undefined
    if (landing.outcome.merchant_uid === merchant_uid) return { ...landing, startedHere: true }
  }
  // The landing of another order has nothing to do with the address that this one was sent to.
  const landing = readLanding(href)
  return landing && { ...landing, startedHere: false }
}

/** Takes the result out of the address bar, where the address is the page's own. */
const cleanAddressBar = (href: string, cleanUrl: string): void => {
  try {
    if (new URL(href, location.href).href !== location.href) return
    history.replaceState(history.state, '', new URL(cleanUrl, location.href).href)
  } catch {
    // No URL, or a document that may not change its address: a reload will report the result again.
  }
}

/**
 * What to say where there is no result: of a payment that was begun in this tab and came back without one, once; else
 * nothing.
 */
const findUnfinished = async (started: StartedPayment | undefined): Promise<null> => {
  // A payment that is still open on this very page is not unfinished yet.
  if (!started || started.told || (inBrowser() && pageState().pending)) return null
  if (await isHeld(started.lock)) {
    // The payment is another tab's, and this tab is a copy of it.
    if (recall()?.lock === started.lock) forget()
    return null
  }
  remember({ ...started, told: true })
  const { merchant_uid, gateway } = started
  throw new PayError('RETURNED', returned, { merchant_uid, gateway, startedHere: true })
}

/** Reads the landing, tells the tab's memory, cleans the address bar. */
const read = ({ url, clean = true }: ResumeOptions): UnverifiedPayment | Promise<null> => {
  const href = String(url ?? location.href)
  const started = recall()
  const found = find(href, started)
  if (!found) return findUnfinished(started)
  const { outcome, cleanUrl, startedHere } = found
  if (started && startedHere) remember({ ...started, told: true })
  if (clean && inBrowser()) cleanAddressBar(href, cleanUrl)
  const result = Object.assign(outcome, { startedHere })
  if (result instanceof PayError) throw result
  return result
}

/**
 * Takes up a payment that left the page, on the page that its redirect lands on: resolves or rejects as `requestPay`
 * would have. Safe to call on every page whose own addresses have none of the result's keys: a lone `merchant_uid` is
 * a documented landing. Keys that the `m_redirect_url` had itself are left out, where this tab began the payment.
 *
 * Calls in one task share one result, as those of two components or of React's StrictMode; a later call finds none, for
 * the address bar is clean by then.
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
    if (options.url !== undefined) return read(options)
    if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
    const page = pageState()
    if (!page.resuming) {
      page.resuming = rejectWithPayError(() => read(options))
      setTimeout(() => {
        page.resuming = undefined
      })
    }
    return page.resuming
  })
