/** POST /payments/cancel: money goes back. */
import { type Answer, refused, success } from '../answers.ts'
import { type Fields, isTrue, numberOf, textOf } from '../fields.ts'
import { round, sum } from '../money.ts'
import { answerOf, type PaymentRecord, priceOf } from '../payment-book.ts'
import { cancelled, leftOf } from '../payment-changes.ts'
import type { Platform } from '../platform.ts'
import { messages, values } from '../texts.ts'
import type { Call, Handler } from './handler.ts'
import { findPayment } from './payments.ts'

/** The month of a time in Korea. */
const koreanMonth = (seconds: number): string =>
  new Date((seconds + 9 * 60 * 60) * 1000).toISOString().slice(0, 7)

/** A request to give money back. */
interface CancelRequest {
  record: PaymentRecord
  body: Fields
  /** Whether something stays. */
  isPart: boolean
  /** Seconds since 1970. */
  now: number
}

interface Rule {
  /** Why a gateway refuses. */
  message: string
  applies(request: CancelRequest): boolean
}

const lacksAny = (body: Fields, ...names: string[]): boolean => names.some(name => !textOf(body[name]))

/** The refusals of gateways, as PortOne's pages and its help centre document them. */
const rules: readonly Rule[] = [
  {
    message: messages.needsRefundAccount,
    applies: ({ record: { payment }, body }) =>
      (payment.pay_method === 'vbank' ||
        (payment.pg_provider === 'smartro_v2' && payment.pay_method === 'trans')) &&
      lacksAny(body, 'refund_holder', 'refund_bank', 'refund_account'),
  },
  {
    message: messages.needsRefundTel,
    applies: ({ record: { payment }, body }) =>
      ((payment.pg_provider === 'smartro' && payment.pay_method === 'vbank') ||
        (payment.pg_provider === 'smartro_v2' && /^(vbank|trans)$/.test(payment.pay_method ?? ''))) &&
      lacksAny(body, 'refund_tel'),
  },
  {
    message: messages.needsReason,
    applies: ({ record: { payment }, body }) =>
      payment.pg_provider === 'naverpay' && lacksAny(body, 'reason'),
  },
  {
    message: messages.noPhoneOfEarlierMonth,
    applies: ({ record: { payment }, body, now }) =>
      payment.pay_method === 'phone' &&
      koreanMonth(payment.paid_at) !== koreanMonth(now) &&
      !(payment.pg_provider === 'kcp' && !lacksAny(body, 'refund_holder', 'refund_bank', 'refund_account')),
  },
  {
    message: messages.noPart,
    applies: ({ record: { payment }, isPart }) =>
      isPart &&
      (/^(cultureland|smartculture|booknlife|happymoney)$/.test(payment.pay_method ?? '') ||
        (payment.pay_method === 'phone' && !/^(html5_inicis|kcp)$/.test(payment.pg_provider ?? ''))),
  },
  {
    message: messages.noPartOfEscrow,
    applies: ({ record, isPart }) => isPart && record.payment.escrow && !record.isConfirmed,
  },
  {
    message: messages.noCancelAtAll,
    applies: ({ record: { payment } }) => payment.pg_provider === 'inicis_jp' && payment.pay_method === 'cvs',
  },
  {
    message: messages.noMoreParts,
    applies: ({ record: { payment } }) =>
      payment.pg_provider === 'ksnet' && payment.cancel_history.length >= 9,
  },
]

/**
 * The payment that is meant. `imp_uid` counts before `merchant_uid`, also where it is wrong. Of several
 * attempts the newest stands for the order, though it may have failed where an older one was paid: whoever
 * cancels by `merchant_uid` finds out here.
 */
const meant = (call: Call, platform: Platform): PaymentRecord | undefined => {
  const imp_uid = textOf(call.body['imp_uid'])
  if (imp_uid) return findPayment(call, platform, imp_uid)
  const merchant_uid = textOf(call.body['merchant_uid'])
  const attempts = merchant_uid ? platform.payments.ofOrder(merchant_uid) : []
  const [newest] = attempts
    .filter(record => record.tier === call.tier)
    .sort((a, b) => b.payment.started_at - a.payment.started_at || b.turn - a.turn)
  return newest
}

/**
 * The part of the price that can still be asked back. The caller counts a promotion's discount as part of the
 * price.
 */
export const cancelableOf = ({ payment, givenBack, pendingCancels }: PaymentRecord): number =>
  round(priceOf(payment) - givenBack - sum(pendingCancels.map(({ asked }) => asked)))

/** Gives back so much of the price, and says by which cancel. */
export const carryOutCancel = (
  { payments, clock, ids }: Platform,
  record: PaymentRecord,
  { asked, reason }: { asked: number; reason: string },
): { cancellation_id: string } => {
  const { payment } = record
  const left = leftOf(payment)
  // The buyer gets what the buyer paid: the rest of the price came from the card company.
  const amount = Math.min(asked, left)
  record.givenBack = amount === left ? priceOf(payment) : round(record.givenBack + asked)
  const cancel = { amount, cancelled_at: clock.seconds(), reason }
  const { cancel_history } = payments.change(record, cancelled(payment, cancel, ids))
  return { cancellation_id: cancel_history[cancel_history.length - 1]!.cancellation_id }
}

export const cancelPayment: Handler = (call, platform): Answer => {
  const { body } = call
  const { settings, clock, webhooks } = platform
  const record = meant(call, platform)
  if (!record) return refused(messages.nothingToCancel)

  const wanted = numberOf(body['amount']) || 0
  const checksum = numberOf(body['checksum'])
  if (Number.isNaN(numberOf(body['amount'])) || wanted < 0) return refused(messages.wrong('amount'))
  if (Number.isNaN(checksum)) return refused(messages.wrong('checksum'))

  if (!record.payment.paid_at) return refused(messages.notPaid)
  const cancelable = cancelableOf(record)
  if (cancelable <= 0) return refused(messages.alreadyCancelled)
  if (checksum !== undefined && round(checksum) !== cancelable) return refused(messages.wrongChecksum)
  // No amount, and an amount of 0, mean all that is left.
  const asked = wanted || cancelable
  if (asked > cancelable) return refused(messages.cancelsTooMuch)

  const request = { record, body, isPart: asked < cancelable, now: clock.seconds() }
  const rule = rules.find(({ applies }) => applies(request))
  if (rule) return refused(rule.message)
  if (settings.cancels === 'refused') return refused(messages.cancelRefused)

  const reason = textOf(body['reason']) ?? values.cancelReason
  if (settings.cancels === 'pending') {
    record.pendingCancels.push({ asked, reason })
    return success(answerOf(record))
  }
  const more = carryOutCancel(platform, record, { asked, reason })
  if (isTrue(body['enable_webhook'])) webhooks.send(record, more)
  return success(answerOf(record))
}
