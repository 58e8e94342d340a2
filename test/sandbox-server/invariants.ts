/**
 * Invariants of every payment that PortOne gives: the fields of its description, and how they hang together.
 */
import { expect } from 'vitest'
import type { ApiPayment } from '../../src/sandbox/server/index.ts'

const total = (parts: readonly { amount: number }[]): number =>
  Number(parts.reduce((sum, { amount }) => sum + amount, 0).toFixed(3))

const isWhole = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

/** All that is wrong with a payment; nothing, if all is well. */
export const troublesOf = (payment: ApiPayment): string[] => {
  const troubles: string[] = []
  const must = (isSo: boolean, what: string): void => {
    if (!isSo) troubles.push(`${what}: ${JSON.stringify(payment)}`)
  }
  const { status, amount, cancel_amount, cancel_history, deposit_history } = payment
  const came = deposit_history.length ? total(deposit_history) : amount

  must(/^imps?_[\w-]+$/.test(payment.imp_uid), 'imp_uid is imp_… or imps_…')
  must(typeof payment.merchant_uid === 'string' && payment.merchant_uid !== '', 'merchant_uid is a text')
  must(Number.isFinite(amount) && amount >= 0, 'amount is a number')
  must(Number.isFinite(cancel_amount) && cancel_amount >= 0, 'cancel_amount is a number')
  must(typeof payment.currency === 'string' && payment.currency !== '', 'currency is a text')
  must(['ready', 'paid', 'pending', 'failed', 'cancelled'].includes(status), 'status is one of five')
  must(typeof payment.sandbox === 'boolean', 'sandbox is a boolean')
  must(!Object.values(payment).includes(undefined as never), 'nothing is undefined')

  for (const name of ['started_at', 'paid_at', 'failed_at', 'cancelled_at'] as const)
    must(isWhole(payment[name]), `${name} is whole seconds`)
  must(payment.started_at > 0, 'a window was opened')
  must(payment.paid_at > 0 === (status === 'paid' || status === 'cancelled'), 'paid_at says that money came')
  must(payment.failed_at > 0 === (status === 'failed'), 'failed_at says that it failed')
  must(payment.cancelled_at > 0 === (status === 'cancelled'), 'cancelled_at says that something went back')
  must((payment.fail_reason !== null) === (status === 'failed'), 'fail_reason belongs to failed ones')
  must(
    (payment.cancel_reason !== null) === (status === 'cancelled'),
    'cancel_reason belongs to cancelled ones',
  )

  must(cancel_history.length > 0 === (status === 'cancelled'), 'cancelled from the first part on')
  must(total(cancel_history) === cancel_amount, 'cancel_amount is the sum of the parts')
  must(cancel_amount <= came, 'no more goes back than came')
  must(
    payment.cancelled_at === (cancel_history[cancel_history.length - 1]?.cancelled_at ?? 0),
    'the last part',
  )
  const numbers = cancel_history.map(({ cancellation_id }) => cancellation_id)
  must(new Set(numbers).size === numbers.length, 'each part has a number of its own')
  for (const part of cancel_history) {
    const texts = [part.pg_tid, part.reason, part.cancellation_id]
    must(
      texts.every(text => typeof text === 'string' && text !== ''),
      'a part has its numbers and a reason',
    )
    must(isWhole(part.cancelled_at) && part.cancelled_at > 0, 'a part has its time')
    must(part.amount > 0, 'a part is money')
  }
  must(
    payment.cancel_receipt_urls.length === cancel_history.filter(part => part.receipt_url).length,
    'a receipt a part',
  )
  must(
    (payment.vbank_num === null) === (payment.vbank_issued_at === null),
    'an account was issued at some time',
  )
  must(payment.customer_uid_usage === null || payment.customer_uid !== null, 'a use is the use of something')
  return troubles
}

/** Everything in an answer that is a payment. */
const paymentsIn = (value: unknown): ApiPayment[] => {
  if (Array.isArray(value)) return value.flatMap(paymentsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('cancel_history' in value) return [value as ApiPayment]
  return Object.values(value).flatMap(paymentsIn)
}

/** Fails where a payment in it is not as it must be. Returns how many were looked at. */
export const expectWholePayments = (value: unknown): number => {
  const found = paymentsIn(value)
  expect(found.flatMap(troublesOf)).toEqual([])
  return found.length
}
