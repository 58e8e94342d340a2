/** Taking up a payment on the page that it comes back to, with the server's word on it. */
import { demandVerify } from './check-options.ts'
import { notBrowser } from './developer-texts.ts'
import { isPayError, PayError, rejectWithPayError } from './errors.ts'
import type { ShopOptions, VerifiedResumeOptions } from './public-options.ts'
import { isThereSomething, takeUp } from './redirect/take-up.ts'
import { type Concluding, pageState } from './sdk/page-state.ts'
import type { VerifiedPayment } from './types/verified.ts'
import { callListener } from './util/call-listener.ts'
import { inBrowser } from './util/device.ts'
import { type Heard, orderOf } from './verification/conclude.ts'
import { concludeAndKeep } from './verification/conclude-and-keep.ts'
import { findLanded, findOpen, keepLanded, type Landed } from './verification/kept-payments.ts'

type Options = Partial<ShopOptions> & VerifiedResumeOptions

/** Hears the end that the page is the landing of; undefined where the page is no landing. The address bar is clean at once. */
const hear = (options: Options): Promise<Heard | undefined> => {
  const taken = rejectWithPayError(() => takeUp(options))
  return taken.then<Heard | undefined, Heard>(
    payment => (payment ? { kind: 'success', payment } : undefined),
    (error: unknown) => {
      if (!isPayError(error)) throw error
      return { kind: 'failure', error, wasCalled: true }
    },
  )
}

/** The page's address without its origin. The end of a landing is kept under it, so that a reload finds that end. */
const here = (): string => location.pathname + location.search + location.hash

const give = (landed: Landed): VerifiedPayment => {
  if ('error' in landed) throw landed.error
  return landed.verified
}

const run = async (options: Options, share: Concluding): Promise<VerifiedPayment | null> => {
  const { merchant_uid, signal, onProgress } = options
  const isSomething = isThereSomething(options) || !!findOpen(merchant_uid)
  const verify = isSomething ? demandVerify(options.verify) : undefined
  const heard = (await hear(options)) ?? findOpen(merchant_uid)
  if (!heard || verify === undefined) {
    const landed = findLanded(merchant_uid, here())
    return landed ? give(landed) : null
  }
  share.order = orderOf(heard)
  const keep = (landed: Landed): void => keepLanded(landed, here())
  try {
    const verified = await concludeAndKeep(heard, {
      verify,
      signal,
      onVerifying: () => callListener(onProgress, 'verifying'),
      lateImpUid: () => null,
    })
    keep({ verified })
    return verified
  } catch (error) {
    // Of a payment that the server is not sure of there is no end to keep. The next `resume` asks about it once more.
    if (isPayError(error) && !/^(UNCONFIRMED|ABORTED)$/.test(error.code)) keep({ error })
    throw error
  }
}

/** Whether a call is about the same as one under way: the same address in the same task, or later the same order. */
const isShared = (share: Concluding, key: string, merchant_uid: string | undefined): boolean =>
  share.key === key || (share.order !== undefined && (merchant_uid ?? share.order) === share.order)

/**
 * Takes up a payment on the page that it comes back to, and says what the shop's server has proven of it: on the page that a
 * redirect lands on, and on every page with a pay button, where a buyer may come back to without a result.
 *
 * A payment that the server was not sure of is taken up again; the end of a landing is given back after a reload of its page.
 * Calls in one task, as those of two components or of React's StrictMode, share one result and one question to the server.
 *
 * @returns null where there is nothing to say.
 * @throws PayError (as a rejection), as `pay` does; `RETURNED` where the buyer came back without a result, out of doubt where
 * the server knows of no money; `INVALID_OPTIONS` where something landed and `verify` is missing.
 */
export const resume = (options: Options = {}): Promise<VerifiedPayment | null> =>
  rejectWithPayError(() => {
    if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
    const page = pageState()
    // Without the option the key has no URL, because the page's own changes as soon as the first call has cleaned it.
    const { url = '', merchant_uid } = options
    const key = `${url} ${merchant_uid ?? ''}`
    if (page.concluding && isShared(page.concluding, key, merchant_uid)) return page.concluding.promise
    const share: Concluding = { key, order: undefined, promise: Promise.resolve(null) }
    const promise = run(options, share)
    share.promise = promise
    page.concluding = share
    const end = (): void => {
      if (page.concluding === share) page.concluding = undefined
    }
    // The call stays known until the end of this task, so that the task's other calls share it.
    promise.then(
      () => setTimeout(end),
      () => setTimeout(end),
    )
    return promise
  })
