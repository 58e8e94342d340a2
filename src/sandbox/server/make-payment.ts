/** Makes a whole payment of what a test or a page says of it, so that nothing in it contradicts the rest. */
import type { Clock } from './clock.ts'
import type { Identifiers } from './identifiers.ts'
import { sum } from './money.ts'
import type {
  ApiCancel,
  ApiDeposit,
  ApiPayment,
  Given,
  NewCancel,
  NewDeposit,
  NewPayment,
} from './payment.ts'
import { checkNewPayment, paymentFields } from './payment-shapes.ts'
import { complaints, values } from './texts.ts'

/** The tools that a new payment is made with. */
export interface Maker {
  clock: Clock
  ids: Identifiers
  /** Whether a payment that doesn't say so is of a test channel. */
  isTestChannel: boolean
}

export const receiptUrl = (number: string): string => `https://sandbox.invalid/receipts/${number}`

/** A week, in seconds: how long a virtual account waits for its deposit. */
export const ACCOUNT_LIFE = 7 * 24 * 60 * 60

/** The fields that a payment gets once money came; they depend on the means. */
export const fieldsOnceApproved = (
  payment: Pick<ApiPayment, 'imp_uid' | 'pay_method'>,
  ids: Identifiers,
): Partial<ApiPayment> => ({
  receipt_url: receiptUrl(payment.imp_uid),
  ...(payment.pay_method === 'card' && {
    apply_num: ids.approvalNumber(),
    card_code: values.cardCode,
    card_name: values.cardName,
    card_number: '1234********5678',
    card_quota: 0,
    card_type: 0,
  }),
  ...(payment.pay_method === 'trans' && { bank_code: values.bankCode, bank_name: values.bankName }),
})

/** The fields that a payment gets once an account was issued to pay into. */
export const fieldsOnceIssued = (ids: Identifiers, at: number): Partial<ApiPayment> => ({
  vbank_code: values.bankCode,
  vbank_name: values.bankName,
  vbank_num: ids.accountNumber(),
  vbank_holder: values.holderName,
  vbank_date: at + ACCOUNT_LIFE,
  vbank_issued_at: at,
})

/** A cancel, as it is written down. */
export const makeCancel = (
  given: NewCancel & Pick<ApiCancel, 'cancelled_at'>,
  ids: Identifiers,
): ApiCancel => {
  const pg_tid = given.pg_tid ?? ids.gatewayNumber()
  return {
    pg_tid,
    amount: given.amount,
    cancelled_at: given.cancelled_at,
    reason: given.reason || values.cancelReason,
    cancellation_id: given.cancellation_id ?? ids.cancellationId(),
    receipt_url: given.receipt_url === undefined ? receiptUrl(pg_tid) : given.receipt_url,
  }
}

/** The cancels so far, which a test gives as a list, as a sum, or just by the status. */
const cancelsOf = (given: NewPayment, amount: number, at: number, ids: Identifiers): ApiCancel[] => {
  const { status, cancel_amount, cancel_history, cancelled_at, cancel_reason } = given
  if (cancel_history?.length)
    return cancel_history.map(cancel =>
      makeCancel({ ...cancel, cancelled_at: cancel.cancelled_at ?? at }, ids),
    )
  const wholeSum = cancel_amount ?? (status === 'cancelled' ? amount : 0)
  if (!wholeSum) return []
  const reason = cancel_reason ?? values.cancelReason
  return [makeCancel({ amount: wholeSum, cancelled_at: cancelled_at || at, reason }, ids)]
}

/** A deposit, as it is written down. */
export const makeDeposit = (
  { pg_tid, amount, depositor_name, deposited_at }: NewDeposit,
  { clock, ids }: Pick<Maker, 'clock' | 'ids'>,
): ApiDeposit => ({
  pg_tid: pg_tid ?? ids.gatewayNumber(),
  amount,
  depositor_name: depositor_name ?? values.depositorName,
  deposited_at: deposited_at ?? clock.seconds(),
})

/** A sentence about two fields that contradict each other, if there are any. */
const contradictionIn = (given: NewPayment, made: ApiPayment): string | undefined => {
  const { status, amount, cancel_amount, deposit_history } = made
  const came = deposit_history.length ? sum(deposit_history.map(deposit => deposit.amount)) : amount
  if (cancel_amount > came) return `"cancel_amount" is ${cancel_amount}, but only ${came} can have come`
  if (given.cancel_amount !== undefined && given.cancel_amount !== cancel_amount)
    return `"cancel_amount" is ${given.cancel_amount}, but the parts of "cancel_history" are ${cancel_amount}`
  if (cancel_amount > 0 && status !== 'cancelled')
    return `"status" is "${status}" though something was given back: PortOne says "cancelled" from the first part on`
  if (status === 'cancelled' && cancel_amount === 0 && came > 0)
    return '"status" is "cancelled" though nothing was given back'
  if (made.cancel_history.some(cancel => cancel.amount === 0))
    return 'a part of "cancel_history" has the "amount" 0'
  if (deposit_history.length && !made.paid_at)
    return `"deposit_history" says that money came, but the status is "${status}"`
  for (const [field, isRight] of [
    ['paid_at', status === 'paid' || status === 'cancelled'],
    ['failed_at', status === 'failed'],
    ['cancelled_at', status === 'cancelled'],
  ] as const) {
    if (given[field] && !isRight) return `"${field}" is given though the status is "${status}"`
    if (given[field] === 0 && isRight) return `"${field}" is 0 though the status is "${status}"`
  }
  if (made.customer_uid_usage && !made.customer_uid)
    return '"customer_uid_usage" is given, but no "customer_uid"'
  return undefined
}

/**
 * A whole payment. What is not given follows from what is; what can't be is refused.
 *
 * @param where the call that the developer wrote, for messages.
 * @throws {TypeError} at a field that doesn't exist, or is of the wrong shape.
 * @throws {Error} where two fields contradict each other.
 */
export const makePayment = (where: string, given: NewPayment, maker: Maker): ApiPayment => {
  const { clock, ids, isTestChannel } = maker
  checkNewPayment(where, given)
  const now = clock.seconds()
  const amount = given.amount ?? 1000
  const cancel_history = cancelsOf(given, amount, now, ids)
  const cancel_amount = sum(cancel_history.map(cancel => cancel.amount))
  const status = given.status ?? (cancel_amount ? 'cancelled' : 'paid')
  const imp_uid = given.imp_uid ?? ids.impUid()
  const pay_method = given.pay_method ?? (given.vbank_num ? 'vbank' : 'card')
  const pg_provider = given.pg_provider ?? 'html5_inicis'
  const isPaid = status === 'paid' || status === 'cancelled'
  // An account that is waited for has to be given: a window that was opened and left has none.
  const hasAccount = !!given.vbank_num || (isPaid && pay_method === 'vbank' && given.vbank_num === undefined)
  const lastCancel = cancel_history[cancel_history.length - 1]
  const times = [given.started_at, given.paid_at, given.failed_at, given.vbank_issued_at, now].filter(Boolean)
  const started_at = given.started_at ?? Math.min(...(times as number[]))

  const made: Given<ApiPayment> = {
    channel: 'pc',
    pg_tid: ids.gatewayNumber(),
    pg_id: 'sandbox',
    sandbox: isTestChannel,
    escrow: false,
    currency: /^paypal/.test(pg_provider) ? 'USD' : 'KRW',
    cash_receipt_issued: false,
    ...(isPaid && fieldsOnceApproved({ imp_uid, pay_method }, ids)),
    ...(hasAccount && fieldsOnceIssued(ids, started_at)),
    ...withoutUndefined(given),
    vbank_issued_at: hasAccount ? (given.vbank_issued_at ?? started_at) : null,
    imp_uid,
    merchant_uid: given.merchant_uid ?? ids.merchantUid(),
    pay_method,
    pg_provider,
    amount,
    status,
    cancel_amount,
    cancel_history,
    deposit_history: (given.deposit_history ?? []).map(deposit => makeDeposit(deposit, maker)),
    cancel_receipt_urls: given.cancel_receipt_urls ?? receiptsOf(cancel_history),
    started_at,
    paid_at: isPaid ? given.paid_at || now : 0,
    failed_at: status === 'failed' ? given.failed_at || now : 0,
    cancelled_at: status === 'cancelled' ? (lastCancel?.cancelled_at ?? now) : 0,
    fail_reason: status === 'failed' ? (given.fail_reason ?? values.failReason) : null,
    cancel_reason: status === 'cancelled' ? (lastCancel?.reason ?? null) : null,
  }
  const whole = Object.fromEntries(
    paymentFields.map(field => [field, made[field] ?? null]),
  ) as unknown as ApiPayment
  const contradiction = contradictionIn(given, whole)
  if (contradiction) throw new Error(complaints.contradiction(where, contradiction))
  return whole
}

export const receiptsOf = (cancels: readonly ApiCancel[]): string[] =>
  cancels.flatMap(({ receipt_url }) => receipt_url ?? [])

const withoutUndefined = (given: NewPayment): NewPayment =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
