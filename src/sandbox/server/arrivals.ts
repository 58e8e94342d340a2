/** How a payment that no endpoint made gets to PortOne: from the browser sandbox, or from a test. */
import type { Answer } from './answers.ts'
import { badRequest, failure, success } from './answers.ts'
import { registerCustomer } from './endpoints/customers.ts'
import { isAsPrepared } from './endpoints/prepare.ts'
import type { Fields } from './fields.ts'
import { makePayment } from './make-payment.ts'
import type { NewPayment } from './payment.ts'
import { answerOf, givenBackOf, type PaymentRecord } from './payment-book.ts'
import { newPaymentFields } from './payment-shapes.ts'
import { makerOf, type Platform } from './platform.ts'
import { complaints, messages } from './texts.ts'

/**
 * Does what follows from a payment's state: a registered card can be charged, and the shop hears of money and
 * accounts.
 */
const announce = (platform: Platform, record: PaymentRecord, isToldOf: boolean): void => {
  const { payment, tier } = record
  const { status, customer_uid, customer_uid_usage, pg_provider, pg_id, sandbox, vbank_num } = payment
  if (status === 'paid' && customer_uid && customer_uid_usage === 'issue') {
    const gateway = { ...(pg_provider && { pg_provider }), ...(pg_id && { pg_id }), sandbox }
    registerCustomer(platform, { customer_uid, ...gateway }, { tier })
  }
  const isAccount = status === 'ready' && payment.pay_method === 'vbank' && vbank_num !== null
  if (isToldOf && (status === 'paid' || isAccount)) platform.webhooks.send(record)
}

/**
 * A new payment.
 *
 * @param where the call that the developer wrote, for messages.
 * @param isToldOf whether the shop's webhook hears of it, where it is of a kind that PortOne tells of.
 */
export const arrive = (
  platform: Platform,
  where: string,
  given: NewPayment,
  isToldOf: boolean,
): PaymentRecord => {
  const made = makePayment(where, given, makerOf(platform))
  if (platform.payments.find(made.imp_uid)) throw new Error(complaints.isKnown(where, made.imp_uid))
  const record = platform.payments.open(made, given)
  announce(platform, record, isToldOf)
  return record
}

/** Fields that PortOne doesn't have are left out: a newer browser sandbox may know more. */
const knownFields = (body: Fields): NewPayment =>
  Object.fromEntries(newPaymentFields.flatMap(field => (field in body ? [[field, body[field]]] : [])))

/**
 * POST /ledger: what the browser sandbox reports before its page hears of it. Sent again, it changes nothing.
 */
export const takeFromLedger = (body: Fields, platform: Platform): Answer => {
  for (const name of ['imp_uid', 'merchant_uid', 'amount', 'status'])
    if (body[name] === undefined || body[name] === '') return badRequest(messages.missing(name))
  const given = knownFields(body)
  const known = platform.payments.find(String(given.imp_uid))
  try {
    const made = makePayment('POST /ledger', given, makerOf(platform))
    if (!known) {
      if (!isAsPrepared(platform, made)) return failure(409, messages.otherThanPrepared)
      return success(answerOf(arrive(platform, 'POST /ledger', given, true)))
    }
    if (known.payment.merchant_uid !== made.merchant_uid) return badRequest(messages.wrong('merchant_uid'))
    // Once money came, a page has nothing to say any more.
    const isOver = known.payment.paid_at > 0 || known.payment.status === made.status
    if (!isOver) {
      const payment = platform.payments.change(known, { ...made, started_at: known.payment.started_at })
      // It is another payment by now: what was known of the one before, such as that an account takes any amount, is over.
      known.givenBack = givenBackOf(payment)
      known.takesAnyDeposit = payment.deposit_history.length > 0
      announce(platform, known, true)
    }
    return success(answerOf(known))
  } catch (error) {
    return badRequest(String(error instanceof Error ? error.message : error))
  }
}
