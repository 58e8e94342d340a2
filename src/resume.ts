/** Taking up a payment on the page that it comes back to, with the server's word on it. */
import { demandSignal, demandVerify } from './check-options.ts'
import { notBrowser } from './developer-texts.ts'
import { isPayError, PayError, rejectWithPayError } from './errors.ts'
import type { ShopOptions, VerifiedResumeOptions } from './public-options.ts'
import { orderThere, takeUp } from './redirect/take-up.ts'
import { type Concluding, pageState } from './sdk/page-state.ts'
import type { VerifiedPayment } from './types/verified.ts'
import { asText } from './util/as-text.ts'
import { inBrowser } from './util/device.ts'
import { type Heard, orderOf } from './verification/conclude.ts'
import { concludeAndKeep } from './verification/conclude-and-keep.ts'
import {
  findLanded,
  findOpen,
  here,
  isOpen,
  keepLanded,
  type Landed,
  type Open,
} from './verification/kept-payments.ts'
import { type Leading, shareEnd } from './verification/shared-end.ts'

type Options = Partial<ShopOptions> & VerifiedResumeOptions

/** Hears the end that the page is the landing of; undefined where the page is no landing. The address bar is clean at once. */
const hear = async (options: Options): Promise<Pick<Open, 'heard' | 'path'> | undefined> => {
  const taken = rejectWithPayError(() => takeUp(options))
  const path = here()
  const heard = await taken.then<Heard | undefined, Heard>(
    payment => (payment ? { kind: 'success', payment } : undefined),
    (error: unknown) => {
      if (!isPayError(error)) throw error
      return { kind: 'failure', error, wasCalled: true }
    },
  )
  if (!heard) return undefined
  const hasLanded = heard.kind === 'success' || heard.error.code !== 'RETURNED'
  return { heard, path: hasLanded ? path : undefined }
}

const give = (landed: Landed): VerifiedPayment => {
  if ('error' in landed) throw landed.error
  return landed.verified
}

/** The order whose window is open: whatever is kept of it, its end is not there yet. */
const orderInWindow = (): string | undefined => pageState().pending?.merchant_uid

/**
 * The payment that the server was not sure of, for this page to ask about. A page that knows how its own landing ended says that, and
 * leaves another order for the order's page.
 */
const findOpenHere = (merchant_uid: string | undefined): Open | undefined => {
  const open = findOpen(merchant_uid, orderInWindow())
  const isOfOtherPage = merchant_uid === undefined && open?.path !== here()
  return isOfOtherPage && findLanded(undefined, here()) ? undefined : open
}

/** Takes up what is there, and asks the server. */
const run = async (
  options: Options,
  isSomething: boolean,
  { signal, onVerifying }: Leading,
): Promise<VerifiedPayment | null> => {
  const { merchant_uid } = options
  const verify = isSomething ? demandVerify(options.verify) : undefined
  const found = (await hear(options)) ?? findOpenHere(merchant_uid)
  if (!found || verify === undefined) {
    const landed = findLanded(merchant_uid, here())
    return landed ? give(landed) : null
  }
  const { heard, path } = found
  let open: Open | undefined
  const keep = (landed: Landed): void => {
    if (path) keepLanded(landed, path)
  }
  try {
    const questions = { verify, signal, onVerifying, lateSuccess: () => null }
    const verified = await concludeAndKeep(heard, questions, path, kept => {
      open = kept
    })
    keep({ verified })
    return verified
  } catch (error) {
    // Of a payment that is still open there is no end to keep. The next `resume` asks about it once more.
    if (isPayError(error) && !(open && isOpen(open))) keep({ error })
    throw error
  }
}

/** The payment under way that a call is about: the same order, or nothing at the same address in the same task. */
const findShared = (
  key: string,
  order: string | undefined,
  landed: string | undefined,
): Concluding | undefined =>
  [...pageState().concluding].find(it => {
    if (it.isGivenUp) return false
    if (it.order === undefined) return it.key === key && landed === undefined
    return (order ?? landed ?? it.order) === it.order
  })

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
export const resume = (given: Options = {}): Promise<VerifiedPayment | null> =>
  rejectWithPayError(() => {
    if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
    demandSignal(given.signal)
    const merchant_uid = given.merchant_uid == null ? undefined : asText(given.merchant_uid)
    const options = { ...given, merchant_uid }
    // Without the option the key has no URL, because the page's own changes as soon as the first call has cleaned it.
    const key = `${options.url ?? ''} ${merchant_uid ?? ''}`
    const landed = orderThere(options)
    const shared = findShared(key, merchant_uid, landed)
    if (shared) return shared.join(options)
    const open = findOpenHere(merchant_uid)
    const order = landed ?? (open && (orderOf(open.heard) ?? ''))
    return shareEnd(key, order, leading => run(options, order !== undefined, leading)).join(options)
  })
