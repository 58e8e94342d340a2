/** Reads what a store gives back. A JSON column may change the order of keys, so records are compared by what they say. */
import type { OtherPayment, PaymentRecord } from './orders.ts'
import { isReason, reasons } from './reasons.ts'
import * as texts from './texts.ts'

const isSum = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0

/**
 * The record of an order, or undefined where none was stored.
 *
 * @throws TypeError for what no `save` was given: JSON that is still text, a record that somebody has edited by hand.
 */
export const readRecord = (value: unknown): PaymentRecord | undefined => {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') throw new TypeError(texts.recordIsText)
  const record = value as PaymentRecord
  const isWhole =
    isReason(record.reason) &&
    reasons[record.reason].verdict === record.verdict &&
    isSum(record.paid) &&
    isSum(record.refunded) &&
    typeof record.currency === 'string' &&
    (record.imp_uid === null || typeof record.imp_uid === 'string')
  if (!isWhole) throw new TypeError(texts.badRecord)
  return record
}

const otherAsList = ({
  imp_uid,
  reason,
  paid,
  refunded,
  currency,
  discount,
}: OtherPayment | PaymentRecord) => [imp_uid, reason, paid, refunded, currency, discount ?? 0]

/** All that a record says, in an order of its own. */
const asText = (record: PaymentRecord): string => {
  const { account, others = [], reviewed = [] } = record
  return JSON.stringify([
    record.verdict,
    ...otherAsList(record),
    account && [account.bank, account.number, account.holder, account.due],
    others.map(otherAsList),
    reviewed,
  ])
}

export const isSameRecord = (a: PaymentRecord, b: PaymentRecord | undefined): boolean =>
  b !== undefined && asText(a) === asText(b)
