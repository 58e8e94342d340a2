/** The endpoints that read payments. */
import { badRequest, failure, notFound, success } from '../answers.ts'
import { isTrue, listOf, numberOf, textOf } from '../fields.ts'
import { round } from '../money.ts'
import type { ApiPayment } from '../payment.ts'
import { answerOf, asListed, type PaymentRecord } from '../payment-book.ts'
import type { Platform } from '../platform.ts'
import { messages } from '../texts.ts'
import type { Call, Handler } from './handler.ts'
import { type Listed, pageOf, sorted } from './paging.ts'

/** How many payments can be asked for at once. */
const MOST_AT_ONCE = 100
/** The longest time that a list by status spans, in seconds. */
const LONGEST_RANGE = 90 * 24 * 60 * 60

/** The payment, where it is this merchant's. */
export const findPayment = (
  call: Call,
  { payments }: Platform,
  imp_uid: string,
): PaymentRecord | undefined => {
  const record = payments.find(imp_uid)
  return record?.tier === call.tier ? record : undefined
}

/** The payments as lists show them, which may be behind. */
const listedOf = (call: Call, { settings, clock }: Platform, records: readonly PaymentRecord[]): Listed[] =>
  records.flatMap(record => {
    const version = record.tier === call.tier && asListed(record, settings.listLag ?? 0, clock.now())
    return version ? [{ record, ...version }] : []
  })

const answerOfListed = ({ record, payment }: Listed): ApiPayment => answerOf(record, payment)

/** GET /payments/{imp_uid}: the only one that hides payments of test channels, and that is never behind. */
export const getPayment: Handler = (call, platform) => {
  const record = findPayment(call, platform, call.params['imp_uid']!)
  const answer = record && answerOf(record)
  if (!answer || (answer.sandbox && !isTrue(call.query['include_sandbox'])))
    return notFound(messages.noPayment)
  return success(isTrue(call.query['extension']) ? { ...answer, extension: record.extension } : answer)
}

/**
 * GET /payments?imp_uid[]=…&merchant_uid[]=…
 *
 * Which attempt stands for an order is documented nowhere. Here it is the newest, as in `find`.
 */
export const getSeveral: Handler = (call, platform) => {
  const impUids = listOf(call.query['imp_uid'])
  const merchantUids = listOf(call.query['merchant_uid'])
  if (impUids.length + merchantUids.length > MOST_AT_ONCE) return badRequest(messages.tooManyAsked)
  const { payments } = platform
  const asked = [
    ...impUids.map(imp_uid => listedOf(call, platform, [payments.find(String(imp_uid)) ?? []].flat())[0]),
    ...merchantUids.map(merchant_uid => {
      const attempts = listedOf(call, platform, payments.ofOrder(String(merchant_uid)))
      return sorted(attempts, {})?.[0]
    }),
  ]
  const found = new Map(asked.flatMap(one => (one ? [[one.record, one] as const] : [])))
  if (!found.size) return notFound(messages.noPayment)
  return success([...found.values()].map(answerOfListed), asked.includes(undefined) ? 207 : 200)
}

const STATUSES = ['ready', 'paid', 'cancelled', 'failed']

/** The attempts of an order with this status, as the query sorts them; or what is wrong with the question. */
const attemptsOf = (call: Call, platform: Platform): Listed[] | string => {
  const { merchant_uid, payment_status } = call.params
  if (payment_status && !STATUSES.includes(payment_status)) return messages.badStatus
  const all = listedOf(call, platform, platform.payments.ofOrder(merchant_uid!))
  const asked = payment_status ? all.filter(({ payment }) => payment.status === payment_status) : all
  return sorted(asked, call.query) ?? messages.wrong('sorting')
}

/** GET /payments/find/{merchant_uid}/{payment_status}: the first of the attempts. */
export const findOne: Handler = (call, platform) => {
  const attempts = attemptsOf(call, platform)
  if (typeof attempts === 'string') return badRequest(attempts)
  return attempts[0] ? success(answerOfListed(attempts[0])) : notFound(messages.noPayment)
}

/** GET /payments/findAll/{merchant_uid}/{payment_status}: all of them. */
export const findAll: Handler = (call, platform) => {
  const attempts = attemptsOf(call, platform)
  if (typeof attempts === 'string') return badRequest(attempts)
  if (!attempts.length) return notFound(messages.noPayment)
  return pageOf(attempts, call.query, answerOfListed, false)
}

/** By which of its times a list by status has a payment. */
const timeOf = ({ status, started_at, paid_at, cancelled_at, failed_at }: ApiPayment): number => {
  if (status === 'paid') return paid_at
  if (status === 'cancelled') return cancelled_at
  return status === 'failed' ? failed_at : started_at
}

/** GET /payments/status/{payment_status} */
export const listByStatus: Handler = (call, platform) => {
  const { query, params } = call
  const status = params['payment_status']!
  if (status !== 'all' && !STATUSES.includes(status)) return badRequest(messages.badStatus)
  const to = numberOf(query['to']) ?? platform.clock.seconds()
  const from = numberOf(query['from']) ?? to - LONGEST_RANGE
  if (!Number.isInteger(to)) return badRequest(messages.wrong('to'))
  if (!Number.isInteger(from) || from > to) return badRequest(messages.wrong('from'))
  if (to - from > LONGEST_RANGE) return badRequest(messages.badRange)
  const found = listedOf(call, platform, platform.payments.all()).filter(({ payment }) => {
    const time = timeOf(payment)
    return (status === 'all' || payment.status === status) && from <= time && time <= to
  })
  const inOrder = sorted(found, query)
  if (!inOrder) return badRequest(messages.wrong('sorting'))
  return pageOf(inOrder, query, answerOfListed, platform.settings.emptyList !== 400)
}

/** The parts of an amount, as PAYCO tells them: here all of it is taxed, at a tenth. */
const taxed = (amount: number) => {
  const vat = round(Math.round(amount / 11))
  return { tax_free: 0, supply: round(amount - vat), vat, service: 0 }
}

/** GET /payments/{imp_uid}/balance: PAYCO's alone. */
export const getBalance: Handler = (call, platform) => {
  const record = findPayment(call, platform, call.params['imp_uid']!)
  if (!record) return notFound(messages.noPayment)
  const { payment } = record
  if (payment.pg_provider !== 'payco' && payment.pay_method !== 'payco')
    return failure(405, messages.noBalance)
  const left = taxed(round(payment.paid_at ? payment.amount - payment.cancel_amount : 0))
  const none = taxed(0)
  const parts = { cash_receipt: none, primary: left, secondary: none, discount: none }
  return success({
    amount: payment.amount,
    ...parts,
    histories: payment.paid_at
      ? [{ ...parts, primary: taxed(payment.amount), created: payment.paid_at }]
      : [],
  })
}

/** GET /subscribe/customers/{customer_uid}/payments */
export const listOfCustomer: Handler = (call, platform) => {
  const customer_uid = textOf(call.params['customer_uid'])!
  const record = platform.customers.get(customer_uid)
  if (record?.tier !== call.tier) return notFound(messages.noCustomer)
  const all = listedOf(call, platform, platform.payments.all())
  const found = sorted(
    all.filter(({ payment }) => payment.customer_uid === customer_uid),
    call.query,
  )
  if (!found) return badRequest(messages.wrong('sorting'))
  return pageOf(found, call.query, answerOfListed, true)
}
