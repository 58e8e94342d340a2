/**
 * One payment, judged by itself: what would it mean for the order if it were the only one? The rules stand in the order
 * in which one would explain them, and the first that applies decides. A status or usage that no rule knows ends before the last
 * rule, which is the only one that says `paid` of a whole price.
 */
import { chargesOnRegistration } from '../util/charging-gateways.ts'
import { mayApproveLater } from '../util/late-gateways.ts'
import { fromUnits, toCurrency, toUnits } from './money.ts'
import type { Account } from './orders.ts'
import type { Payment } from './portone/payment.ts'
import type { Reason } from './reasons.ts'

/** What a payment is compared with. */
export interface Expected {
  merchant_uid: string
  /** The order's price in the smallest unit of `currency`. */
  price: number
  currency: string
  isClosed: boolean
  /** Whether payments of test channels count. */
  test: boolean
}

/** What one payment means for the order. Amounts in the main unit of `currency`. */
export interface Finding {
  imp_uid: string
  reason: Reason
  paid: number
  refunded: number
  currency: string
  discount?: number
  account?: Account
  /** Whether PortOne said of it whether its channel is a test channel. */
  isConfirmed: boolean
  /** When it was paid, else begun, in UNIX seconds. */
  time: number
}

/** A payment with what the rules ask about it. */
interface Facts {
  payment: Payment
  order: Expected
  currency: string | undefined
  /** In the smallest unit; NaN for what is no amount, and so equal to no price. */
  amount: number
  cancelled: number
  /** What the gateway has carried out of `cancelled`, and whether that is all of it. */
  carriedOut: number
  isFinal: boolean
  discount: number
  holdsMoney: boolean
  isCancelledWhole: boolean
  /** An account number or a slip was handed out, to be paid by. */
  isIssued: boolean
}

/** A payment that isn't over, and could still be worth something to the order. */
const isOpen = ({ payment, isCancelledWhole, isIssued }: Facts): boolean =>
  payment.status !== 'failed' && !isCancelledWhole && (payment.status !== 'ready' || isIssued)

const isLate = ({ payment }: Facts): boolean =>
  [payment.pg_provider, payment.emb_pg_provider].some(
    gateway => typeof gateway === 'string' && mayApproveLater(gateway),
  )

/** Those that get as far as the question whether a status is known. */
const KNOWN_STATUSES = ['ready', 'paid', 'cancelled']

/** A gateway's code, without the MID that may follow it. */
const codeOf = (provider: unknown): string =>
  typeof provider === 'string' ? provider.split('.', 1)[0]!.trim().toLowerCase() : ''

/** Gateways that carry a refund out later: done is only what its history has (V1 pages of paypal and paypal_v2). */
const REFUNDS_LATER = ['paypal', 'paypal_v2']

/** What a gateway has carried out of a refund, in the smallest unit, and whether that is all of it. */
const readRefund = (payment: Payment, cancelled: number, read: (sum: unknown) => number) => {
  const isLater = payment.status === 'cancelled' && REFUNDS_LATER.includes(codeOf(payment.pg_provider))
  if (!isLater) return { carriedOut: cancelled, isFinal: true }
  const history = Array.isArray(payment.cancel_history) ? payment.cancel_history : []
  // A history that can't be read proves nothing.
  const carriedOut = history.reduce((sum, entry) => sum + read(entry?.amount), 0) || 0
  return { carriedOut, isFinal: history.length > 0 && carriedOut >= cancelled }
}

/** Gateways that charge a phone bill as they register it, though they only show the amount of a card (V1 pages of them). */
const CHARGE_PHONES = ['mobilians_v2', 'galaxia', 'welcome']

/** Whether money may have come with a registration. 내통장결제 (`settle_acc`) may go by the name of its house, `settle`. */
const mayHaveCharged = ({ payment, amount, cancelled }: Facts): boolean => {
  const gateway = codeOf(payment.pg_provider)
  return (
    // What went back had come.
    cancelled !== 0 ||
    chargesOnRegistration(gateway === 'settle' ? 'settle_acc' : gateway, amount) ||
    (payment.pay_method === 'phone' && CHARGE_PHONES.includes(gateway))
  )
}

/** Sums that can't be read are another price. A promotion's discount is taken off the amount. */
const hasOtherPrice = ({ amount, cancelled, discount, order }: Facts): boolean =>
  Number.isNaN(cancelled) || (amount !== order.price && amount + discount !== order.price)

/** A rule says what a payment means, or nothing where it doesn't apply. */
type Rule = (facts: Facts) => Reason | undefined | false

const RULES: readonly Rule[] = [
  // Whoever asks may name any payment, and a buyer may change the order's number on the way to the gateway.
  it => it.payment.merchant_uid !== it.order.merchant_uid && (it.holdsMoney ? 'other-order' : 'no-payment'),

  // A buyer may choose the channel, too: the page names it. A test channel's money is none, so it buys nothing, and
  // a payment that doesn't say what its channel is counts as one.
  it => it.payment.sandbox !== false && !it.order.test && isOpen(it) && 'test-channel',
  it => it.payment.sandbox === true && !it.order.test && 'test-ended',

  // Failed is failed, but for gateways that change their mind.
  it => it.payment.status === 'failed' && (isLate(it) ? 'may-be-approved-later' : 'failed'),

  // Given back. From the first part on the status is `cancelled`: only the sum tells a part from all of it.
  it => !it.isFinal && 'refund-not-final',
  it => it.isCancelledWhole && 'refunded',

  // `ready` is written as the window opens, and says nothing without an account or a slip.
  it => !isOpen(it) && 'window-left',

  // PayPal and payletter decide later, and any status may be added: none that isn't known means paid.
  it => it.payment.status === 'pending' && 'gateway-decides-later',
  it => !KNOWN_STATUSES.includes(it.payment.status) && 'unknown-status',

  // A registered card shows the order's amount with status `paid`, and charges nothing.
  it =>
    it.holdsMoney &&
    it.payment.customer_uid_usage === 'issue' &&
    (mayHaveCharged(it) ? 'registered-with-charge' : 'card-registered'),
  it => it.holdsMoney && !isKnownUsage(it.payment.customer_uid_usage) && 'unknown-usage',

  // Currency and amount went through the browser as well. 14,000 is another sum in dollars.
  it => it.currency !== it.order.currency && 'currency-differs',
  it => hasOtherPrice(it) && 'amount-differs',
  // Nothing was paid by a payment of nothing, whatever its status says.
  it => it.holdsMoney && it.amount === 0 && 'unknown-usage',

  // The account or slip is right. Money hasn't come yet.
  it => it.isIssued && (it.payment.pay_method === 'cvs' ? 'slip-issued' : 'account-issued'),

  // The shop takes no money for the order any more.
  it => it.order.isClosed && 'order-closed',

  // What is left is the order's money.
  it => it.cancelled !== 0 && 'refunded-in-part',
  it => it.amount !== it.order.price && 'paid-with-promotion',
  () => 'paid',
]

/** `payment` and `payment.scheduled` charge a registered card; missing or blank is a payment without one. */
const isKnownUsage = (usage: Payment['customer_uid_usage']): boolean =>
  !usage || usage === 'payment' || usage === 'payment.scheduled'

const isIssued = ({ status, pay_method, vbank_num, vbank_issued_at }: Payment): boolean =>
  status === 'ready' && Boolean(vbank_num || vbank_issued_at || pay_method === 'cvs')

/** The sums of a payment, and whether they are with the shop. */
const readSums = (payment: Payment) => {
  const { status } = payment
  const currency = toCurrency(payment.currency)
  const read = (sum: unknown) =>
    currency === undefined ? Number.NaN : (toUnits(sum, currency) ?? Number.NaN)
  const amount = read(payment.amount)
  const cancelled = read(payment.cancel_amount ?? 0)
  // Sums that can't be read leave no part that could be called kept.
  const isPart = Boolean(cancelled && amount && cancelled < amount)
  const isCancelledWhole =
    (status === 'cancelled' && !isPart) || (status === 'paid' && Boolean(cancelled) && !isPart)
  return {
    currency,
    amount,
    cancelled,
    ...readRefund(payment, cancelled, read),
    discount: read(payment.promotion?.discount ?? 0) || 0,
    holdsMoney: (status === 'paid' || status === 'cancelled') && !isCancelledWhole,
    isCancelledWhole,
  }
}

/** Whether money of a payment is with the shop by what PortOne says: paid, and not wholly given back. */
export const holdsMoney = (payment: Payment): boolean => readSums(payment).holdsMoney

const readFacts = (payment: Payment, order: Expected): Facts => ({
  payment,
  order,
  ...readSums(payment),
  isIssued: isIssued(payment),
})

const firstReason = (facts: Facts): Reason => {
  for (const rule of RULES) {
    const reason = rule(facts)
    if (reason) return reason
  }
  // The last rule applies to every payment. Without it a payment would be none that anybody knows.
  return 'unknown-status'
}

/** Reasons with which the sums of a payment are money of the shop's, or were. */
const MONEY: readonly Reason[] = [
  'paid',
  'paid-with-promotion',
  'refunded-in-part',
  'amount-differs',
  'currency-differs',
  'order-closed',
  'registered-with-charge',
  'refund-not-final',
  'refunded',
]

/** What came and what went back, in the smallest unit. */
const sumsOf = (facts: Facts, reason: Reason) => {
  const { amount, cancelled, holdsMoney, isCancelledWhole } = facts
  if (!MONEY.includes(reason)) return [0, 0] as const
  if (reason === 'refund-not-final') return [amount || 0, Math.min(facts.carriedOut, amount || 0)] as const
  // An account that was closed before anybody paid is cancelled as well, and nothing went back.
  if (isCancelledWhole) return [cancelled || 0, cancelled || 0] as const
  return holdsMoney ? ([amount || 0, cancelled || 0] as const) : ([0, 0] as const)
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

const accountOf = ({ vbank_name, vbank_num, vbank_holder, vbank_date }: Payment): Account => ({
  bank: textOrNull(vbank_name),
  number: textOrNull(vbank_num),
  holder: textOrNull(vbank_holder),
  due: typeof vbank_date === 'number' && vbank_date > 0 ? vbank_date : null,
})

/** A time of PortOne's; 0 where it has none, or what is none. */
export const secondsOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0

/** Judges one payment as if it were the only one of the order. */
export const judgePayment = (payment: Payment, order: Expected): Finding => {
  const facts = readFacts(payment, order)
  const reason = firstReason(facts)
  const currency = facts.currency ?? order.currency
  const [paid, refunded] = sumsOf(facts, reason)
  return {
    imp_uid: payment.imp_uid,
    reason,
    paid: fromUnits(paid, currency),
    refunded: fromUnits(refunded, currency),
    currency,
    ...(paid && facts.discount && { discount: fromUnits(facts.discount, currency) }),
    ...(reason === 'account-issued' && { account: accountOf(payment) }),
    isConfirmed: typeof payment.sandbox === 'boolean',
    time: secondsOf(payment.paid_at) || secondsOf(payment.started_at),
  }
}
