/** Virtual accounts and convenience store slips that the shop's server issues. */
import { type Answer, badRequest, notFound, refused, success } from '../answers.ts'
import { isTrue, numberOf, textOf } from '../fields.ts'
import { makePayment } from '../make-payment.ts'
import { answerOf, type PaymentRecord } from '../payment-book.ts'
import { failed } from '../payment-changes.ts'
import { makerOf, type Platform } from '../platform.ts'
import { messages, values } from '../texts.ts'
import { channelOf } from './channels.ts'
import { describedBy, isPaidOrder, noticeUrlsOf } from './charges.ts'
import type { Call, Handler } from './handler.ts'
import { findPayment } from './payments.ts'

/** Gateways whose accounts can be closed. */
const CLOSING =
  /^(html5_inicis|uplus|danal|nice|kicc|settle|smartro|tosspayments|ksnet|smartro_v2|nice_v2|welcome)$/

/** The fields that accounts and slips share: an order that isn't paid yet, an amount, a channel. */
const readOrder = ({ body }: Call, platform: Platform, isAmountNeeded: boolean) => {
  const merchant_uid = textOf(body['merchant_uid'])
  const amount = numberOf(body['amount'])
  if (!merchant_uid) return refused(messages.missing('merchant_uid'))
  if (merchant_uid.length > 40) return refused(messages.wrong('merchant_uid'))
  if (isAmountNeeded && amount === undefined) return refused(messages.missing('amount'))
  if (isAmountNeeded && !(amount! > 0)) return refused(messages.wrong('amount'))
  if (isPaidOrder(platform, merchant_uid)) return refused(messages.alreadyPaid)
  const channel = channelOf(body, platform)
  if (!channel) return refused(messages.noChannel)
  return { merchant_uid, amount: amount ?? 0, channel }
}

/** POST /vbanks. Several accounts may wait for one order. */
export const issueAccount: Handler = (call, platform) => {
  const { body, tier } = call
  const takesAnyDeposit = isTrue(body['fixed_unlimited_vbank'])
  const order = readOrder(call, platform, !takesAnyDeposit)
  if ('code' in order) return order
  const vbank_due = numberOf(body['vbank_due'])
  if (!textOf(body['vbank_code'])) return refused(messages.missing('vbank_code'))
  if (vbank_due === undefined) return refused(messages.missing('vbank_due'))
  if (!Number.isInteger(vbank_due) || vbank_due < 0) return refused(messages.wrong('vbank_due'))
  if (takesAnyDeposit && order.channel.pg_provider !== 'settle') return refused(messages.notThisGateway)
  const { ids, payments, webhooks } = platform
  const payment = makePayment(
    'POST /vbanks',
    {
      ...describedBy(body),
      merchant_uid: order.merchant_uid,
      amount: takesAnyDeposit ? 0 : order.amount,
      status: 'ready',
      channel: 'api',
      pay_method: 'vbank',
      pg_provider: order.channel.pg_provider,
      pg_id: order.channel.pg_id,
      sandbox: order.channel.sandbox,
      vbank_num: textOf(body['vbank_num']) ?? ids.accountNumber(),
      vbank_code: textOf(body['vbank_code'])!,
      vbank_holder: textOf(body['vbank_holder']) ?? values.holderName,
      vbank_date: vbank_due,
    },
    makerOf(platform),
  )
  const record = payments.open(payment, { notice_url: noticeUrlsOf(body), tier_code: tier })
  record.takesAnyDeposit = takesAnyDeposit
  webhooks.send(record)
  return success(answerOf(record))
}

const isWaiting = ({ payment }: PaymentRecord): boolean =>
  payment.status === 'ready' && payment.pay_method === 'vbank' && payment.vbank_num !== null

/** PUT /vbanks/{imp_uid}: another amount or due time; hecto's alone. */
export const changeAccount: Handler = (call, platform): Answer => {
  const record = findPayment(call, platform, call.params['imp_uid']!)
  if (!record) return notFound(messages.noPayment)
  if (!isWaiting(record)) return badRequest(messages.noAccount)
  if (record.payment.pg_provider !== 'settle') return badRequest(messages.notThisGateway)
  const amount = numberOf(call.body['amount'])
  const vbank_due = numberOf(call.body['vbank_due'])
  if (amount !== undefined && !(amount > 0)) return badRequest(messages.wrong('amount'))
  if (vbank_due !== undefined && !Number.isInteger(vbank_due)) return badRequest(messages.wrong('vbank_due'))
  platform.payments.change(record, {
    ...record.payment,
    ...(amount !== undefined && !record.takesAnyDeposit && { amount }),
    ...(vbank_due !== undefined && { vbank_date: vbank_due }),
  })
  return success(answerOf(record))
}

/** DELETE /vbanks/{imp_uid}: closes the account. PortOne counts that as a failed payment. */
export const closeAccount: Handler = (call, platform) => {
  const record = findPayment(call, platform, call.params['imp_uid']!)
  if (!record) return notFound(messages.noPayment)
  if (!isWaiting(record)) return badRequest(messages.noAccount)
  if (!CLOSING.test(record.payment.pg_provider ?? '')) return badRequest(messages.notThisGateway)
  const { payments, clock } = platform
  payments.change(record, failed(record.payment, clock.seconds(), messages.accountClosed))
  return success(answerOf(record))
}

/** POST /cvs: a slip that is paid at the till; Galaxia's alone. */
export const issueSlip: Handler = (call, platform) => {
  const { body, tier } = call
  const order = readOrder(call, platform, true)
  if ('code' in order) return order
  const { payments, ids } = platform
  const payment = makePayment(
    'POST /cvs',
    {
      ...describedBy(body),
      merchant_uid: order.merchant_uid,
      amount: order.amount,
      status: 'ready',
      channel: 'api',
      pay_method: 'cvs',
      pg_provider: 'galaxia',
      pg_id: order.channel.pg_id,
      sandbox: order.channel.sandbox,
    },
    makerOf(platform),
  )
  const barcode = textOf(body['barcode']) ?? ids.accountNumber()
  const confirm_url = textOf(body['confirm_url'])
  const details = { notice_url: noticeUrlsOf(body), confirm_url, tier_code: tier, extension: { barcode } }
  return success(answerOf(payments.open(payment, details)))
}

/** DELETE /cvs/{imp_uid} */
export const closeSlip: Handler = (call, platform) => {
  const record = findPayment(call, platform, call.params['imp_uid']!)
  if (!record) return refused(messages.noPayment)
  const { payment } = record
  if (payment.pay_method !== 'cvs' || payment.status !== 'ready') return refused(messages.noAccount)
  platform.payments.change(record, failed(payment, platform.clock.seconds(), messages.slipClosed))
  return success(answerOf(record))
}
