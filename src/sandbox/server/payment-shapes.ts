/** The fields of everything that a test or a page may hand over, and what each may be. */
import {
  aBoolean,
  aCount,
  anAmount,
  anObject,
  aText,
  checkShape,
  either,
  listOf,
  oneOf,
  orNull,
  type Shape,
} from './check-shape.ts'
import type { ApiCancel, ApiCertification, ApiDeposit, ApiPayment, NewCard, NewPayment } from './payment.ts'

const text = orNull(either(aText, oneOf('')))
const wholeNumber = orNull(aCount)
const aList = either(listOf(anObject), value => (Array.isArray(value) ? undefined : 'an array'))

/** Every field, with what it may be. The order is that of the answers. */
const paymentShape: Shape<ApiPayment> = {
  imp_uid: aText,
  merchant_uid: aText,
  pay_method: text,
  channel: oneOf('pc', 'mobile', 'api', null),
  pg_provider: text,
  emb_pg_provider: text,
  pg_tid: text,
  pg_id: text,
  sandbox: aBoolean,
  escrow: aBoolean,
  apply_num: text,
  bank_code: text,
  bank_name: text,
  card_code: text,
  card_name: text,
  card_issuer_code: text,
  card_issuer_name: text,
  card_publisher_code: text,
  card_publisher_name: text,
  card_quota: wholeNumber,
  card_number: text,
  card_type: wholeNumber,
  vbank_code: text,
  vbank_name: text,
  vbank_num: text,
  vbank_holder: text,
  vbank_date: wholeNumber,
  vbank_issued_at: wholeNumber,
  name: text,
  amount: anAmount,
  cancel_amount: anAmount,
  currency: aText,
  buyer_name: text,
  buyer_email: text,
  buyer_tel: text,
  buyer_addr: text,
  buyer_postcode: text,
  custom_data: text,
  user_agent: text,
  status: oneOf('ready', 'paid', 'pending', 'failed', 'cancelled'),
  started_at: aCount,
  paid_at: aCount,
  failed_at: aCount,
  cancelled_at: aCount,
  fail_reason: text,
  cancel_reason: text,
  receipt_url: text,
  cancel_history: aList,
  deposit_history: aList,
  cancel_receipt_urls: aList,
  cash_receipt_issued: aBoolean,
  customer_uid: text,
  customer_uid_usage: oneOf('issue', 'payment', 'payment.scheduled', null),
  promotion: orNull(anObject),
}

export const paymentFields = Object.keys(paymentShape) as readonly (keyof ApiPayment)[]

const newPaymentShape: Shape<NewPayment> = {
  ...paymentShape,
  notice_url: orNull(either(text, listOf(aText))),
  confirm_url: text,
  tier_code: text,
  extension: orNull(anObject),
}
export const newPaymentFields = Object.keys(newPaymentShape) as readonly (keyof NewPayment)[]

const cancelShape: Shape<ApiCancel> = {
  pg_tid: aText,
  amount: anAmount,
  cancelled_at: aCount,
  reason: text,
  cancellation_id: aText,
  receipt_url: text,
}

const depositShape: Shape<ApiDeposit> = {
  pg_tid: aText,
  amount: anAmount,
  depositor_name: text,
  deposited_at: aCount,
}

const promotionShape: Shape<{ id: string; discount: number }> = { id: aText, discount: anAmount }

/**
 * Throws where a test or a page gives what no payment can have.
 *
 * @param where the call that the developer wrote, for the message.
 * @throws {TypeError}
 */
export const checkNewPayment = (where: string, given: NewPayment): void => {
  checkShape(where, given, newPaymentShape)
  for (const cancel of given.cancel_history ?? []) checkShape(`${where}, cancel_history`, cancel, cancelShape)
  for (const deposit of given.deposit_history ?? [])
    checkShape(`${where}, deposit_history`, deposit, depositShape)
  if (given.promotion) checkShape(`${where}, promotion`, given.promotion, promotionShape)
}

/** A card that a test registers. */
export const cardShape: Shape<NewCard> = {
  customer_uid: aText,
  pg_provider: aText,
  pg_id: aText,
  sandbox: aBoolean,
  customer_id: text,
  card_name: aText,
  card_code: text,
  card_issuer_code: text,
  card_issuer_name: text,
  card_publisher_code: text,
  card_publisher_name: text,
  card_number: text,
  card_type: orNull(anAmount),
  customer_name: text,
  customer_tel: text,
  customer_email: text,
  customer_addr: text,
  customer_postcode: text,
  inserted: anAmount,
  updated: anAmount,
  declines: value => (typeof value === 'boolean' ? undefined : aText(value) && 'true, false or a reason'),
}

/** The result of an identity check that a test adds. */
export const certificationShape: Shape<ApiCertification> = {
  imp_uid: aText,
  merchant_uid: text,
  pg_tid: text,
  pg_provider: aText,
  name: text,
  gender: oneOf('male', 'female', null),
  birthday: text,
  foreigner: aBoolean,
  foreigner_v2: orNull(aBoolean),
  phone: text,
  carrier: text,
  certified: aBoolean,
  certified_at: anAmount,
  unique_key: text,
  unique_in_site: text,
  origin: text,
}
