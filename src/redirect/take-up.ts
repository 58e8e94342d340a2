/** Takes up the payment that a page is the landing of, or that came back to it without a result. */
import { returned } from '../developer-texts.ts'
import { PayError } from '../errors.ts'
import type { ResumeOptions } from '../public-options.ts'
import { pageState } from '../sdk/page-state.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import { inBrowser } from '../util/device.ts'
import { isHeld } from './document-lock.ts'
import { type Landing, readLanding } from './landing-url.ts'
import { forget, recall, remember, type StartedPayment } from './tab-memory.ts'

/** A landing, and whether its payment was begun in this tab. */
interface Found extends Landing {
  readonly startedHere: boolean
}

/**
 * Reads an address with what this tab remembers of the payment that it began.
 *
 * @param provider the gateway of the shop, where neither this tab nor the address knows another.
 */
const read = (
  href: string,
  started: StartedPayment | undefined,
  provider: string | undefined,
): Found | undefined => {
  if (started) {
    const { merchant_uid, gateway = provider, sentTo } = started
    const landing = readLanding(href, { merchant_uid, gateway, sentTo })
    // Every key that looks like a result was in the address before: the buyer came back without a result.
    if (!landing) return undefined
    if (landing.outcome.merchant_uid === merchant_uid) return { ...landing, startedHere: true }
  }
  // The landing of another order has nothing to do with the address that this one was sent to.
  const landing = readLanding(href, { gateway: provider })
  return landing && { ...landing, startedHere: false }
}

/** Takes the result out of the address bar, where the address is the page's own. */
const cleanAddressBar = (href: string, cleanUrl: string): void => {
  try {
    if (new URL(href, location.href).href !== location.href) return
    history.replaceState(history.state, '', new URL(cleanUrl, location.href).href)
  } catch {
    // The address is no URL, or the document may not change it: a reload will report the result a second time.
  }
}

const returnedOf = ({ merchant_uid, gateway }: StartedPayment): PayError =>
  new PayError('RETURNED', returned, { merchant_uid, gateway, startedHere: true })

/** The payment that this tab began last, as it stands before another one takes its place. */
export const startedBefore = (): StartedPayment | undefined => (inBrowser() ? recall() : undefined)

/**
 * The end of a payment of this tab that another order's has taken the place of before it came back; undefined where the page has heard how
 * it ended, and where it is another tab's, whose copy this one is.
 */
export const unfinishedEnd = async (
  started: StartedPayment | undefined,
  merchant_uid: string,
): Promise<PayError | undefined> => {
  if (!started || started.told || started.merchant_uid === merchant_uid) return undefined
  return (await isHeld(started.lock)) ? undefined : returnedOf(started)
}

/**
 * Where there is no result, reports a payment that was begun in this tab and came back without one, once. Else there is
 * nothing to report.
 */
const findUnfinished = async (started: StartedPayment | undefined): Promise<null> => {
  // A payment that is still open on this very page is not unfinished yet.
  if (!started || started.told || (inBrowser() && pageState().pending)) return null
  if (await isHeld(started.lock)) {
    // The payment is in another tab, and this tab is a copy of that one.
    if (recall()?.lock === started.lock) forget()
    return null
  }
  // The look at the lock took a while: a payment that was begun meanwhile has a note of its own.
  if (pageState().pending) return null
  remember({ ...started, told: true })
  throw returnedOf(started)
}

/** The options of `resumePay`, and the order that `resume` may name. */
export interface TakeUpOptions extends ResumeOptions {
  /** The order that the page is about: the payment of another one is left for its own page. */
  readonly merchant_uid?: string | undefined
  /** The shop's only gateway, as `createCheckout` has it. */
  readonly provider?: string | undefined
}

const addressOf = ({ url }: TakeUpOptions): string => String(url ?? location.href)

/** 주문번호 of what there is to take up, empty where a landing has none; undefined where there is nothing. The call changes nothing. */
export const orderThere = (options: TakeUpOptions): string | undefined => {
  const started = recall()
  const { merchant_uid, told } = options
  const found = read(addressOf(options), started, options.provider)
  const isUnfinished = started && !started.told && !told && !pageState().pending
  const unfinished = isUnfinished ? started.merchant_uid : undefined
  const order = found ? (found.outcome.merchant_uid ?? '') : unfinished
  return merchant_uid === undefined || order === merchant_uid ? order : undefined
}

/**
 * Reads the landing, notes in the tab's memory that its end was reported, and cleans the address bar.
 *
 * @throws PayError for a failure that was reported
 */
export const takeUp = (options: TakeUpOptions): UnverifiedPayment | null | Promise<null> => {
  const { clean = true, merchant_uid, told } = options
  const href = addressOf(options)
  const started = recall()
  const found = read(href, started, options.provider)
  const order = found ? found.outcome.merchant_uid : started?.merchant_uid
  if (merchant_uid !== undefined && order !== merchant_uid) return null
  if (!found) {
    if (!told) return findUnfinished(started)
    if (started) remember({ ...started, told: true })
    return null
  }
  const { outcome, cleanUrl, startedHere } = found
  if (started && startedHere) remember({ ...started, told: true })
  if (clean && inBrowser()) cleanAddressBar(href, cleanUrl)
  const result = Object.assign(outcome, { startedHere })
  if (result instanceof PayError) throw result
  return result
}
