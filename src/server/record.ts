/** Reads what a store gives back. A JSON column may change the order of keys, so records are compared by what they say. */
import { isAmount } from './money.ts'
import type { OtherPayment, PaymentRecord } from './orders.ts'
import { isReason, reasons } from './reasons.ts'
import * as texts from './texts.ts'

/**
 * The record of an order, or undefined where none was stored.
 *
 * @throws TypeError for what no `save` was given: JSON that is still text, a record that somebody has edited by hand.
 */
export const readRecord = (value: unknown): PaymentRecord | undefined => {
  if ((value ?? null) === null) return undefined
  if (typeof value === 'string') throw new TypeError(texts.recordIsText)
  const record = value as PaymentRecord
  const isWhole =
    isReason(record.reason) &&
    reasons[record.reason].verdict === record.verdict &&
    isAmount(record.paid) &&
    isAmount(record.refunded) &&
    typeof record.currency === 'string' &&
    (record.imp_uid === null || typeof record.imp_uid === 'string')
  if (!isWhole) throw new TypeError(texts.badRecord)
  return record
}

const paymentAsList = (it: OtherPayment | PaymentRecord) => [
  it.imp_uid,
  it.reason,
  it.paid,
  it.refunded,
  it.currency,
  it.discount,
]

/** All that a record says, in an order of its own. Its reason says its verdict, too. */
const asText = (record: PaymentRecord): string => {
  const { account, others, reviewed } = record
  return JSON.stringify([
    paymentAsList(record),
    account && [account.bank, account.number, account.holder, account.due],
    others?.map(paymentAsList),
    reviewed,
  ])
}

export const isSameRecord = (a: PaymentRecord, b: PaymentRecord | undefined): boolean =>
  b !== undefined && asText(a) === asText(b)
