import { asText } from './as-text.ts'
import { inBrowser } from './device.ts'
import { PayError, rejectWithPayError } from './errors.ts'
import { readKeys, readLanding, withoutResult } from './landing.ts'
import { pageState } from './page.ts'
import { recall, remember } from './started.ts'
import { tell } from './tell.ts'
import { notBrowser } from './texts.ts'
import type { ResumeOptions } from './types/options.ts'
import type { UnverifiedPayment } from './types/response.ts'

/** Tells of a payment that was begun in this tab and came back without a result: once, but every call of the task. */
const tellUnfinished = (listener: ResumeOptions['onUnfinished']): void => {
  if (!listener) return
  const page = inBrowser() ? pageState() : undefined
  const started = recall()
  // One that is still open on this very page is not unfinished yet.
  const unfinished = page?.unfinished ?? (started?.told || page?.pending ? undefined : started)
  if (!started || !unfinished) return
  // What came since the first call of the task was told is another payment.
  if (!page?.unfinished) remember({ ...started, told: true })
  if (page) {
    page.unfinished = unfinished
    setTimeout(() => {
      page.unfinished = undefined
    })
  }
  tell(listener, { merchant_uid: unfinished.merchant_uid })
}

/** Reads the landing URL, and takes the result out of the address bar. */
const read = (options: ResumeOptions): UnverifiedPayment | null => {
  const { url, clean = true, onUnfinished } = options
  const href = String(url ?? location.href)
  const started = recall()
  const keys = readKeys(href)
  const first = readLanding(keys, href)
  if (!first) {
    tellUnfinished(onUnfinished)
    return null
  }
  let gateway = ''
  const startedHere = !!started && first.merchant_uid === started.merchant_uid
  if (startedHere) {
    remember({ ...started, told: true })
    gateway = asText(started.gateway)
    // A shop may have keys of these names, of a login or a coupon. What was there before, the gateway didn't say.
    const own = readKeys(asText(started.sentTo))
    for (const key of ['success', 'code', 'message']) if (keys[key] === own[key]) delete keys[key]
  }
  // Once more, now that more is known.
  const outcome = Object.assign(readLanding(keys, href, gateway)!, { startedHere })
  if (clean && inBrowser()) {
    try {
      if (new URL(href, location.href).href === location.href) {
        history.replaceState(history.state, '', withoutResult(location.href, keys))
      }
    } catch {
      // No URL, or a document that may not change its address: it will report the result again on a reload.
    }
  }
  if (outcome instanceof PayError) throw outcome
  return outcome
}

/**
 * Takes up a payment that left the page, on the page that its redirect lands on: resolves or rejects as `requestPay`
 * would have. Safe to call on every page whose own addresses have none of the result's keys: a lone `merchant_uid` is
 * a documented landing. What the `m_redirect_url` had itself of `code`, `message` and `success` is left out, where this tab
 * began the payment.
 *
 * Calls in one task share one result, as those of two components or of React's StrictMode; a later one finds none, for
 * the address bar is clean by then.
 *
 * @returns null where the URL is no payment result. `startedHere` on what comes says whether this tab began the payment;
 * a link that somebody sent has the keys too.
 * @throws PayError (as a rejection) for a failure that was reported, and `NOT_BROWSER` on a server without `url`.
 */
export const resumePay = (options: ResumeOptions = {}): Promise<UnverifiedPayment | null> =>
  rejectWithPayError(() => {
    if (options.url !== undefined) return read(options)
    if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
    const page = pageState()
    const { onUnfinished } = options
    if (page.resuming) {
      page.resuming.then(
        outcome => outcome || tellUnfinished(onUnfinished),
        () => {},
      )
    } else {
      page.resuming = rejectWithPayError(() => read(options))
      setTimeout(() => {
        page.resuming = undefined
      })
    }
    return page.resuming
  })
