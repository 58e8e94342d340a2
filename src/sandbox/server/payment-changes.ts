/**
 * How a payment changes: each function makes the payment anew, whole, so that status, times and sums always
 * agree. None of them knows who asked for the change; they don't look whether it may be.
 */
import type { Identifiers } from './identifiers.ts'
import { fieldsOnceApproved, fieldsOnceIssued, makeCancel, receiptsOf } from './make-payment.ts'
import { round, sum } from './money.ts'
import type { ApiCancel, ApiDeposit, ApiPayment } from './payment.ts'

/** Money came, or the gateway has decided for it. */
export const approved = (payment: ApiPayment, at: number, ids: Identifiers): ApiPayment => ({
  ...payment,
  ...fieldsOnceApproved(payment, ids),
  status: 'paid',
  paid_at: at,
  failed_at: 0,
  fail_reason: null,
})

export const failed = (payment: ApiPayment, at: number, reason: string): ApiPayment => ({
  ...payment,
  status: 'failed',
  failed_at: at,
  fail_reason: reason,
})

/** The buyer got an account to pay into. */
export const issued = (payment: ApiPayment, at: number, ids: Identifiers): ApiPayment => ({
  ...payment,
  ...fieldsOnceIssued(ids, at),
  pay_method: 'vbank',
})

/**
 * Money came into an account that takes any amount. A payment that was cancelled stays so: PortOne's pages
 * say that it must be read from the two histories.
 */
export const depositedInto = (payment: ApiPayment, deposit: ApiDeposit, ids: Identifiers): ApiPayment => ({
  ...(payment.status === 'ready' ? approved(payment, deposit.deposited_at, ids) : payment),
  deposit_history: [...payment.deposit_history, deposit],
})

/** The money that came in: the amount, or where an account takes any amount, all deposits. */
export const cameIn = ({ amount, paid_at, deposit_history }: ApiPayment): number => {
  if (!paid_at) return 0
  return deposit_history.length ? sum(deposit_history.map(deposit => deposit.amount)) : amount
}

/** The money that can still go back. */
export const leftOf = (payment: ApiPayment): number => round(cameIn(payment) - payment.cancel_amount)

/** A part, or the rest, went back. */
export const cancelled = (
  payment: ApiPayment,
  cancel: Pick<ApiCancel, 'amount' | 'cancelled_at' | 'reason'>,
  ids: Identifiers,
): ApiPayment => {
  const cancel_history = [...payment.cancel_history, makeCancel(cancel, ids)]
  const last = cancel_history[cancel_history.length - 1]!
  return {
    ...payment,
    status: 'cancelled',
    cancel_amount: sum(cancel_history.map(({ amount }) => amount)),
    cancelled_at: last.cancelled_at,
    cancel_reason: last.reason,
    cancel_history,
    cancel_receipt_urls: receiptsOf(cancel_history),
  }
}
