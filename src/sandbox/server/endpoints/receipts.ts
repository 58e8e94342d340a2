/** 현금영수증: receipts for cash, of payments and of sales that PortOne doesn't know. */
import { type Answer, badRequest, failure, notFound, success } from '../answers.ts'
import { type Fields, numberOf, textOf } from '../fields.ts'
import { receiptUrl } from '../make-payment.ts'
import { leftOf } from '../payment-changes.ts'
import type { Platform, Receipt } from '../platform.ts'
import { messages } from '../texts.ts'
import { channelOf } from './channels.ts'
import type { Handler } from './handler.ts'
import { findPayment } from './payments.ts'

/** Gateways by which PortOne issues receipts of their payments. */
const ISSUING =
  /^(html5_inicis|kcp|nice|kicc|settle|daou|tosspayments|ksnet|smartro|smartro_v2|nice_v2|welcome)$/
/** Gateways by which PortOne takes them back. */
const REVOKING = /^(html5_inicis|kcp|settle|nice|daou|tosspayments|nice_v2|ksnet|smartro_v2|welcome)$/

const make = (amount: number, body: Fields, { ids, clock }: Platform): Receipt => {
  const receipt_tid = ids.gatewayNumber()
  const taxed = amount - (numberOf(body['tax_free']) ?? 0)
  return {
    receipt_tid,
    apply_num: ids.approvalNumber(),
    type: textOf(body['type']) ?? 'person',
    amount,
    vat: numberOf(body['vat_amount']) ?? Math.round(taxed / 11),
    receipt_url: receiptUrl(receipt_tid),
    applied_at: clock.seconds(),
    cancelled_at: 0,
  }
}

/** The reason to refuse a request for a receipt of either kind, if there is one. */
const trouble = (body: Fields): string | undefined => {
  if (!textOf(body['identifier'])) return messages.missing('identifier')
  if (!/^(person|company)$/.test(textOf(body['type']) ?? 'person')) return messages.wrong('type')
  for (const name of ['tax_free', 'vat_amount'])
    if (!((numberOf(body[name]) ?? 0) >= 0)) return messages.wrong(name)
  return undefined
}

const isIssued = (receipt: Receipt | undefined): receipt is Receipt => !!receipt && !receipt.cancelled_at

/** POST /receipts/{imp_uid}: of a bank transfer or a deposit, for what was not given back. */
export const issueReceipt: Handler = (call, platform): Answer => {
  const { body, params } = call
  const record = findPayment(call, platform, params['imp_uid']!)
  if (!record) return badRequest(messages.noPayment)
  const { payment } = record
  if (!ISSUING.test(payment.pg_provider ?? '')) return failure(501, messages.notThisGateway)
  const wrong = trouble(body)
  if (wrong) return badRequest(wrong)
  const isCash = /^(vbank|trans)$/.test(payment.pay_method ?? '')
  if (!isCash || leftOf(payment) <= 0) return badRequest(messages.noReceiptPossible)
  if (isIssued(platform.receipts.get(payment.imp_uid))) return badRequest(messages.alreadyReceipt)
  const receipt = make(leftOf(payment), body, platform)
  platform.receipts.set(payment.imp_uid, receipt)
  return success({ imp_uid: payment.imp_uid, ...receipt })
}

/** GET /receipts/{imp_uid} */
export const getReceipt: Handler = (call, platform) => {
  const imp_uid = call.params['imp_uid']!
  const receipt = findPayment(call, platform, imp_uid) && platform.receipts.get(imp_uid)
  return receipt ? success({ imp_uid, ...receipt }) : notFound(messages.noReceipt)
}

/** DELETE /receipts/{imp_uid} */
export const revokeReceipt: Handler = (call, platform) => {
  const imp_uid = call.params['imp_uid']!
  const record = findPayment(call, platform, imp_uid)
  const receipt = record && platform.receipts.get(imp_uid)
  if (!isIssued(receipt)) return badRequest(messages.noReceipt)
  if (!REVOKING.test(record!.payment.pg_provider ?? '')) return failure(501, messages.notThisGateway)
  const revoked = { ...receipt, cancelled_at: platform.clock.seconds() }
  platform.receipts.set(imp_uid, revoked)
  return success({ imp_uid, ...revoked })
}

/** POST /receipts/external/{merchant_uid} */
export const issueExternalReceipt: Handler = (call, platform): Answer => {
  const { body, params } = call
  const merchant_uid = params['merchant_uid']!
  const wrong = trouble(body)
  if (wrong) return badRequest(wrong)
  const amount = numberOf(body['amount'])
  if (!textOf(body['name'])) return badRequest(messages.missing('name'))
  if (amount === undefined) return badRequest(messages.missing('amount'))
  if (!Number.isInteger(amount) || amount <= 0) return badRequest(messages.wrong('amount'))
  const channel = channelOf(body, platform)
  if (!channel) return badRequest(messages.noChannel)
  if (!ISSUING.test(channel.pg_provider)) return failure(501, messages.notThisGateway)
  if (isIssued(platform.externalReceipts.get(merchant_uid))) return badRequest(messages.alreadyReceipt)
  const receipt = make(amount, body, platform)
  platform.externalReceipts.set(merchant_uid, receipt)
  return success({ merchant_uid, ...receipt })
}

/** GET /receipts/external/{merchant_uid} */
export const getExternalReceipt: Handler = ({ params }, { externalReceipts }) => {
  const merchant_uid = params['merchant_uid']!
  const receipt = externalReceipts.get(merchant_uid)
  return receipt ? success({ merchant_uid, ...receipt }) : notFound(messages.noReceipt)
}

/** DELETE /receipts/external/{merchant_uid} */
export const revokeExternalReceipt: Handler = ({ params }, { externalReceipts, clock }) => {
  const merchant_uid = params['merchant_uid']!
  const receipt = externalReceipts.get(merchant_uid)
  if (!isIssued(receipt)) return notFound(messages.noReceipt)
  const revoked = { ...receipt, cancelled_at: clock.seconds() }
  externalReceipts.set(merchant_uid, revoked)
  return success({ merchant_uid, ...revoked })
}
