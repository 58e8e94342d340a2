/**
 * Whether an order is paid. The heart of a shop's server: the same steps whether the page asks (`POST
 * /payments/complete`), the buyer lands (`m_redirect_url`) or PortOne calls (webhook), however often and in whatever
 * order they come. The numbers are the steps of the manual, 2.2 and 2.4.
 */
import type { Verdict, VerdictCode } from '../shared/order.ts'
import { findOrder, note, type StoredOrder } from './orders.ts'
import type { Payment, PortOne } from './portone.ts'

/** What anybody may have sent us. Nothing in it is believed: it only says which payment to look up. */
export interface Claim {
  imp_uid?: string | null | undefined
  merchant_uid?: string | undefined
}

/** What a payment means for its order. */
const judge = (order: StoredOrder, payment: Payment): VerdictCode => {
  // Somebody else's payment, or a second one for an order that is paid already.
  if (payment.merchant_uid !== order.merchant_uid) return 'WRONG_ORDER'
  if (order.handedOver && order.imp_uid !== payment.imp_uid) return 'WRONG_ORDER'

  // A registered card is `paid` too, and has the amount that was only shown: no goods for that.
  if (payment.status === 'paid' && payment.customer_uid_usage === 'issue') return 'CARD_REGISTERED'

  // 4. Status `paid` and the amount that should be paid? The amount went to the gateway by way of the buyer's browser,
  //    where it can be changed. Ten dollars are not ten won either, so the currency is compared as well.
  const isAmountRight = payment.amount === order.amount && payment.currency === order.currency
  const isVbank = payment.pay_method === 'vbank'
  if (payment.status === 'paid') return isAmountRight ? 'PAID' : 'AMOUNT_MISMATCH'
  if (payment.status === 'ready' && isVbank) return isAmountRight ? 'VBANK_ISSUED' : 'AMOUNT_MISMATCH'
  return payment.status === 'cancelled' ? 'CANCELLED' : 'NOT_PAID'
}

/** Whether it is an attempt that says nothing of the others. That the payment that is written down was cancelled does. */
const isInVain = (order: StoredOrder, payment: Payment): boolean => {
  const verdict = judge(order, payment)
  const isOther = order.imp_uid !== payment.imp_uid
  return verdict === 'NOT_PAID' || verdict === 'WRONG_ORDER' || (verdict === 'CANCELLED' && isOther)
}

/**
 * Whether an answer is older than what is written of its payment. Two requests at once get theirs in any order, and paid is
 * followed by nothing but cancelled, and that by nothing.
 */
const isOutdated = (order: StoredOrder, payment: Payment, verdict: VerdictCode): boolean =>
  order.imp_uid === payment.imp_uid &&
  (order.status === 'cancelled' || (order.status === 'paid' && verdict !== 'CANCELLED'))

/** 5. Writes it down, and does what there is to do. Repeated, it changes nothing. */
const apply = (order: StoredOrder, payment: Payment, verdict: VerdictCode): void => {
  if (verdict === 'WRONG_ORDER' || verdict === 'NOT_PAID') return
  order.imp_uid = payment.imp_uid
  if (verdict === 'PAID') {
    order.status = 'paid'
    // Page and webhook both come here, and the goods go out once.
    if (!order.handedOver) order.handedOver++
  } else if (verdict === 'VBANK_ISSUED') {
    order.status = 'waiting'
    const { vbank_name: name, vbank_num: number, vbank_date: due } = payment
    order.vbank = { name: name ?? '', number: number ?? '', due: due ?? 0 }
  } else if (verdict === 'CARD_REGISTERED') {
    // From here on the server can charge the card: POST /subscribe/payments/again with the `customer_uid`.
    order.status = 'registered'
  } else if (verdict === 'AMOUNT_MISMATCH') {
    // Here a shop gives the money back: POST /payments/cancel. The demo leaves it to a person.
    order.status = 'refused'
  } else {
    order.status = 'cancelled'
    // Only ever more: an answer may come late.
    order.refunded = Math.max(order.refunded, payment.cancel_amount ?? 0)
  }
}

const look = async (
  claim: Claim,
  portOneOf: (order: StoredOrder) => PortOne | undefined,
): Promise<Verdict> => {
  // The order is the shop's own record, and so is the amount to be paid.
  const order = findOrder(claim.merchant_uid)
  if (!order) return { code: 'UNKNOWN_ORDER' }
  const portOne = portOneOf(order)
  if (!portOne) return { code: 'NO_API_KEY', order }

  // 3. Look the payment up, by its own number or by the order's.
  let payment: Payment | undefined
  try {
    payment = claim.imp_uid
      ? await portOne.findPayment(claim.imp_uid)
      : await portOne.findByOrder(order.merchant_uid)
    // Before a buyer hears "not paid", and pays again: another attempt may have paid, and this one was refused or taken back
    // for it.
    if (!payment || isInVain(order, payment))
      payment = (await portOne.findPaid(order.merchant_uid)) ?? payment
  } catch (error) {
    // The order stays as it was; page and webhook will ask again.
    console.error(error)
    return { code: 'API_FAILED', order }
  }
  if (!payment) return { code: 'NO_PAYMENT', order }

  // From here on nothing waits, so that two requests at once come one after the other.
  const verdict = judge(order, payment)
  const isPaid = order.status === 'paid'
  const code = isOutdated(order, payment, verdict) ? (isPaid ? 'PAID' : 'CANCELLED') : verdict
  apply(order, payment, code)
  return { code, order, ...(code === 'AMOUNT_MISMATCH' && { paidAmount: payment.amount }) }
}

/** Verifies a claim, and notes it down in the order's history. */
export const verify = async (
  claim: Claim,
  what: 'complete' | 'landing' | 'webhook',
  portOneOf: (order: StoredOrder) => PortOne | undefined,
): Promise<Verdict> => {
  const verdict = await look(claim, portOneOf)
  if (verdict.order) note(verdict.order as StoredOrder, what, verdict.code)
  return verdict
}
