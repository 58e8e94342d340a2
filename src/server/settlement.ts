/** What a shop is told of an order. */
import type { Verdict } from '../types/verdict.ts'
import type { Judgement } from './judge.ts'
import type { Account, PaymentRecord, StoredOrder } from './orders.ts'
import type { Reason } from './reasons.ts'

/** What an order has come to. Sums are in the main unit of `currency`. */
export interface Settlement {
  verdict: Verdict
  /** Why; `describeReason(reason, 'ko')` says it in words. */
  reason: Reason
  /** The payment that the verdict is about. */
  imp_uid: string | null
  /** The order's price. */
  amount: number
  /** What came. With a promotion it is less than `amount`. */
  paid: number
  /** What of it went back. A part is still `paid`; all of it is `cancelled`. */
  refunded: number
  /** The currency of `paid` and `refunded`: the order's, but for a payment in another one. */
  currency: string
  /** `awaiting`: where the buyer has to pay in. */
  account?: Account
  /** Whether this call has written it. */
  changed: boolean
}

/** What is stored, as an answer. */
export const settlementOf = (
  { amount }: StoredOrder,
  it: PaymentRecord | Judgement,
  changed = false,
): Settlement => ({
  verdict: it.verdict,
  reason: it.reason,
  imp_uid: it.imp_uid,
  amount,
  paid: it.paid,
  refunded: it.refunded,
  currency: it.currency,
  ...(it.account && { account: it.account }),
  changed,
})
