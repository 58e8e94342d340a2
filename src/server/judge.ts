/**
 * What all payments of an order come to. Pure, and closed to whatever it doesn't know: nothing but a payment that passes
 * every rule of judge-payment.ts is `paid`.
 *
 * All of them are looked at, never one. The newest may have failed where an earlier one was paid, a stranger's attempt
 * may stand first, and one order may have been paid twice.
 */
import type { Verdict } from '../types/verdict.ts'
import { type Expected, type Finding, judgePayment, secondsOf } from './judge-payment.ts'
import { toCurrency, toUnits } from './money.ts'
import type { Account, OtherPayment, PaymentRecord } from './orders.ts'
import { isPayment, type Payment } from './portone/payment.ts'
import { type Reason, rankOf, reasons } from './reasons.ts'
import { isSameRecord, readRecord } from './record.ts'
import * as texts from './texts.ts'

/** The order as the shop stored it. */
export interface JudgedOrder {
  merchant_uid: string
  /** The price in the currency's main unit. */
  amount: number
  /** @default 'KRW' */
  currency?: string | null | undefined
  /** The shop takes no money for it any more. */
  closed?: boolean | null | undefined
}

export interface JudgeOptions {
  /**
   * Payments of test channels count. Never where you sell: the page names the channel, so a buyer could choose one.
   * @default false
   */
  test?: boolean | undefined
  /** What is stored of the order. A payment that was found before stays found, even where a list lags behind. */
  record?: PaymentRecord | null | undefined
}

/** A payment that a person has to look at. */
export interface Review {
  imp_uid: string
  reason: Reason
}

/** What all payments of an order come to. Sums are in the currency's main unit. */
export interface Judgement {
  verdict: Verdict
  /**
   * Why; `describeReason` says it in words. `refund-not-final` beside `paid`: the money is on its way back, and still the order's until
   * the gateway has carried that out.
   */
  reason: Reason
  /** The payment that the verdict is about. */
  imp_uid: string | null
  /** What came of it. */
  paid: number
  /** What went back of it. */
  refunded: number
  /** The currency of `paid` and `refunded`. */
  currency: string
  /** Where the buyer has to pay in, with the verdict `awaiting`. */
  account?: Account
  /** Payments that need a person, and that `record` doesn't say were reviewed since money came of them. */
  reviews: Review[]
  /** What to store; undefined where there is nothing to say of the order yet. */
  record: PaymentRecord | undefined
  /** Whether `record` says something that the given one didn't. */
  isNew: boolean
  /**
   * Payments whose `sandbox` is missing, and which would be worth something were they known to be real: look them up by
   * `GET /payments/{imp_uid}`, which leaves out those of test channels.
   */
  unconfirmed: string[]
}

/**
 * What all payments of an order come to.
 *
 * @param payments all payments of the order, as `GET /payments/findAll/{merchant_uid}` lists them, in any order.
 * @param order as the shop stored it before the payment began; never from the browser.
 * @throws TypeError where `payments` is no list of payments, or the order's amount is no amount of its currency (text, say,
 *   as some database drivers give it).
 * @example
 * const { verdict, reason } = judge(await portone.findPayments('order_1'), { merchant_uid: 'order_1', amount: 14000 })
 */
export const judge = (
  payments: readonly Payment[],
  order: JudgedOrder,
  { test = false, record }: JudgeOptions = {},
): Judgement => {
  const expected = readOrder(order, test)
  const stored = readRecord(record)
  const found = judgeEach(payments, expected)
  const findings = stored ? withMemory(found, stored) : found
  const latest = new Map(payments.map(it => [it.imp_uid, it]))
  const refundedAt = secondsOf(latest.get(stored?.imp_uid ?? '')?.cancelled_at) || undefined
  const chosen = choose(candidatesOf(findings, stored, refundedAt), stored) ?? nothing(expected)
  const others = findings.filter(it => it !== chosen)
  const reviews = reviewsOf(chosen, others).filter(({ imp_uid }) => {
    const holdsMoney = findings.some(it => it.imp_uid === imp_uid && holdsOrHeldMoney(it))
    return !wasTold(stored, imp_uid, holdsMoney)
  })
  const next = recordOf(chosen, others, reviews, stored)
  const { verdict } = reasons[chosen.reason]
  return {
    verdict,
    reason: isRefundAsked(chosen, found) ? 'refund-not-final' : chosen.reason,
    // A payment of another order is no business of this one.
    imp_uid: chosen.reason === 'other-order' ? null : chosen.imp_uid || null,
    paid: chosen.paid,
    refunded: chosen.refunded,
    currency: chosen.currency,
    ...(chosen.account && { account: chosen.account }),
    reviews,
    record: next,
    isNew: next !== undefined && !isSameRecord(next, stored),
    unconfirmed: found
      .filter(it => it.reason === 'test-channel' && !it.isConfirmed)
      .filter(({ imp_uid }) => wouldTell(latest.get(imp_uid)!, expected, stored))
      .map(({ imp_uid }) => imp_uid),
  }
}

// --- what is given ------------------------------------------------------------------------------------------------

const readOrder = (order: JudgedOrder, test: boolean): Expected => {
  const { merchant_uid, amount, closed } = order ?? {}
  if (typeof merchant_uid !== 'string' || !merchant_uid)
    throw new TypeError(texts.badOrderNumber(merchant_uid))
  const currency = toCurrency(order.currency ?? 'KRW')
  if (!currency) throw new TypeError(texts.badCurrency(order.currency))
  const price = toUnits(amount, currency)
  if (price === undefined) throw new TypeError(texts.badPrice(amount, currency))
  return { merchant_uid, price, currency, isClosed: Boolean(closed), test: test === true }
}

/** Each payment once. Lists that shift while they are read give one twice, and the later reading is the newer. */
const judgeEach = (payments: readonly Payment[], expected: Expected): Finding[] => {
  if (!Array.isArray(payments)) throw new TypeError(texts.badPayments(payments))
  const byUid = new Map<string, Finding>()
  for (const payment of payments) {
    if (!isPayment(payment)) throw new TypeError(texts.badPayments(payment))
    byUid.set(payment.imp_uid, judgePayment(payment, expected))
  }
  return [...byUid.values()]
}

// --- what was known before ----------------------------------------------------------------------------------------

/** A payment as the record remembers it. */
const remembered = (it: OtherPayment & { account?: Account }): Finding => ({
  ...it,
  isConfirmed: true,
  time: 0,
})

const holdsOrHeldMoney = ({ paid }: Finding): boolean => paid > 0

/**
 * What a payment means, by what was known of it and by what is told of it now. Money that came has come: a list that lags
 * behind, or a slow answer, doesn't take it away, and what went back doesn't come again.
 */
const merge = (before: Finding, now: Finding | undefined): Finding => {
  if (!now) return before
  if (!holdsOrHeldMoney(before)) return now
  if (before.reason === 'refunded' || now.reason === 'refunded') {
    return { ...before, reason: 'refunded', refunded: before.paid, time: now.time }
  }
  const refunded = Math.max(before.refunded, now.refunded)
  // Paid stays paid, whatever becomes of the order's price; only its own refund changes it.
  const isKept = reasons[before.reason].verdict === 'paid' || !holdsOrHeldMoney(now)
  const finding = isKept ? { ...before, time: now.time } : now
  const isInPart = refunded > 0 && reasons[finding.reason].verdict === 'paid'
  return { ...finding, refunded, reason: isInPart ? 'refunded-in-part' : finding.reason }
}

/** All payments that the record remembers. */
const knownOf = (stored: PaymentRecord): Finding[] => {
  const { imp_uid, reason, paid, refunded, currency, discount, account } = stored
  const known = (stored.others ?? []).map(remembered)
  if (imp_uid) {
    known.push(
      remembered({
        imp_uid,
        reason,
        paid,
        refunded,
        currency,
        ...(discount && { discount }),
        ...(account && { account }),
      }),
    )
  }
  return known
}

/** The findings, and with them what the record remembers. */
const withMemory = (found: readonly Finding[], stored: PaymentRecord): Finding[] => {
  const findings = new Map(found.map(it => [it.imp_uid, it]))
  for (const before of knownOf(stored))
    findings.set(before.imp_uid, merge(before, findings.get(before.imp_uid)))
  return [...findings.values()]
}

/** Whether a payment whose `sandbox` is missing would say more than the record does, were it known to be real. */
const wouldTell = (payment: Payment, expected: Expected, stored: PaymentRecord | undefined): boolean => {
  const before = stored && knownOf(stored).find(it => it.imp_uid === payment.imp_uid)
  if (!before) return true
  const after = merge(before, judgePayment({ ...payment, sandbox: false }, expected))
  return after.reason !== before.reason || after.refunded !== before.refunded
}

/** Whether money of a paid order is on its way back: the gateway was asked, and has not carried it out yet. */
const isRefundAsked = ({ imp_uid, reason }: Finding, found: readonly Finding[]): boolean =>
  reasons[reason].verdict === 'paid' &&
  found.some(it => it.imp_uid === imp_uid && it.reason === 'refund-not-final')

// --- which payment speaks for the order ---------------------------------------------------------------------------

const nothing = ({ currency }: Expected): Finding => ({
  imp_uid: '',
  reason: 'no-payment',
  paid: 0,
  refunded: 0,
  currency,
  isConfirmed: true,
  time: 0,
})

/** Reasons that say that money isn't as the order says, or an account or slip, before anybody paid by it. */
const DIFFERS: readonly Reason[] = ['amount-differs', 'currency-differs', 'order-closed']

/**
 * Where a finding stands among all. Reasons that say the same with another word stand on one step, so that their time decides. An account
 * over another sum, which any stranger can open for an order, stands behind all that money or hope is behind.
 */
const stepOf = (finding: Finding): number => {
  const { reason } = finding
  if (reasons[reason].verdict === 'paid') return 0
  if (DIFFERS.includes(reason) && !holdsOrHeldMoney(finding)) return rankOf('refunded') + 0.5
  return rankOf(reason)
}

/**
 * The findings that may speak for the order. One whose money was given back in full stays cancelled beside what was begun before that: an
 * account that was left over, say, doesn't make it wait for a deposit again. What was begun since then is the buyer's next try.
 *
 * @param refundedAt when the stored payment was given back, in UNIX seconds; undefined where PortOne doesn't say.
 */
const candidatesOf = (
  findings: readonly Finding[],
  stored: PaymentRecord | undefined,
  refundedAt: number | undefined,
): readonly Finding[] => {
  if (stored?.verdict !== 'cancelled' || stored.paid === 0) return findings
  const isSince = ({ time }: Finding): boolean => refundedAt !== undefined && time > refundedAt
  return findings.filter(
    it =>
      it.imp_uid === stored.imp_uid ||
      holdsOrHeldMoney(it) ||
      isSince(it) ||
      // Another order's money is a person's matter, whatever became of this order.
      it.reason === 'other-order',
  )
}

/**
 * The finding that speaks for the order: the reason that stands first in reasons.ts. Of several the one that is stored
 * already, so that a second payment doesn't take the first one's place; else the earliest of those that hold money, and
 * the newest of those that don't.
 */
const choose = (findings: readonly Finding[], stored: PaymentRecord | undefined): Finding | undefined => {
  const isStored = ({ imp_uid }: Finding): number => Number(imp_uid === stored?.imp_uid)
  const compare = (a: Finding, b: Finding): number =>
    stepOf(a) - stepOf(b) ||
    Number(holdsOrHeldMoney(b)) - Number(holdsOrHeldMoney(a)) ||
    // Behind this line both hold money, or neither does.
    (holdsOrHeldMoney(a) ? isStored(b) - isStored(a) : 0) ||
    (holdsOrHeldMoney(a) ? a.time - b.time : b.time - a.time) ||
    (a.imp_uid < b.imp_uid ? -1 : 1)
  return [...findings].sort(compare)[0]
}

/**
 * Whether a person was told of a payment: once, and once more where money has come since. Who heard of a slip that nobody had
 * paid, or of a status nobody knows, knows nothing of the second payment that it became.
 */
const wasTold = (stored: PaymentRecord | undefined, imp_uid: string, holdsMoney: boolean): boolean => {
  if (!stored?.reviewed?.includes(imp_uid)) return false
  const known = [stored, ...(stored.others ?? [])].find(it => it.imp_uid === imp_uid)
  return !holdsMoney || Boolean(known?.paid)
}

/** Reasons of money that went back, or is about to. */
const GOES_BACK: readonly Reason[] = ['refunded', 'refund-not-final']

/** What a person has to look at. */
const reviewsOf = (chosen: Finding, others: readonly Finding[]): Review[] => {
  const isPaid = reasons[chosen.reason].verdict === 'paid'
  const reviews: Review[] = []
  if (reasons[chosen.reason].review) reviews.push({ imp_uid: chosen.imp_uid, reason: chosen.reason })
  for (const { imp_uid, reason, paid } of others) {
    const isSecond = isPaid && paid > 0 && !GOES_BACK.includes(reason)
    if (isSecond) reviews.push({ imp_uid, reason: 'second-payment' })
    // Nobody has paid by an account over another sum, and another payment speaks for the order.
    else if (reasons[reason].review === true && !(DIFFERS.includes(reason) && paid === 0))
      reviews.push({ imp_uid, reason })
  }
  return reviews
}

const recordOf = (
  chosen: Finding,
  others: readonly Finding[],
  reviews: readonly Review[],
  stored: PaymentRecord | undefined,
): PaymentRecord | undefined => {
  const { imp_uid, reason, paid, refunded, currency, discount, account } = chosen
  const { verdict } = reasons[reason]
  // An order nobody has paid has nothing to store, and one more failed try is no news. Another order's payment is none.
  const isNoNews = verdict === 'unpaid' && (stored === undefined || stored.verdict === 'unpaid')
  if (isNoNews || reason === 'other-order') return stored
  const money = others.filter(holdsOrHeldMoney)
  const reviewed = [...new Set([...(stored?.reviewed ?? []), ...reviews.map(it => it.imp_uid)])]
  return {
    verdict,
    reason,
    imp_uid: imp_uid || null,
    paid,
    refunded,
    currency,
    ...(discount && { discount }),
    ...(account && { account }),
    ...(money.length && { others: money.map(toOther).sort((a, b) => (a.imp_uid < b.imp_uid ? -1 : 1)) }),
    ...(reviewed.length && { reviewed }),
  }
}

const toOther = ({ imp_uid, reason, paid, refunded, currency, discount }: Finding): OtherPayment => ({
  imp_uid,
  reason,
  paid,
  refunded,
  currency,
  ...(discount && { discount }),
})
