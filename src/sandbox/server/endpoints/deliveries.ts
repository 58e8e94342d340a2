/** 에스크로 배송정보: how an escrow payment's goods are sent. */
import { type Answer, badRequest, failure, notFound, success } from '../answers.ts'
import { fieldsOf, numberOf, textOf } from '../fields.ts'
import type { PaymentRecord } from '../payment-book.ts'
import type { Delivery, Platform } from '../platform.ts'
import { messages } from '../texts.ts'
import type { Call, Handler } from './handler.ts'
import { findPayment } from './payments.ts'

const REGISTERING = /^(html5_inicis|kcp|daou|ksnet|smartro_v2|nice_v2|welcome)$/
const CHANGING = /^(html5_inicis|daou|ksnet|smartro_v2|welcome)$/

/** The payment, where its gateway has escrow, or what to answer. */
const find = (call: Call, platform: Platform, gateways: RegExp): PaymentRecord | Answer => {
  const record = findPayment(call, platform, call.params['imp_uid']!)
  if (!record) return notFound(messages.noPayment)
  if (!gateways.test(record.payment.pg_provider ?? '')) return badRequest(messages.notThisGateway)
  return record
}

/** The delivery that a body describes, or the refusal of it. */
const read = ({ body }: Call, platform: Platform): Delivery | Answer => {
  for (const name of ['sender', 'receiver', 'logis']) {
    if (!Object.keys(fieldsOf(body[name])).length) return badRequest(messages.missing(name))
  }
  const logis = fieldsOf(body['logis'])
  const company = textOf(logis['company'])
  const invoice = textOf(logis['invoice'])
  const sent_at = numberOf(logis['sent_at'])
  if (!company) return badRequest(messages.missing('logis.company'))
  if (!invoice) return badRequest(messages.missing('logis.invoice'))
  if (sent_at === undefined) return badRequest(messages.missing('logis.sent_at'))
  if (!Number.isInteger(sent_at)) return badRequest(messages.wrong('logis.sent_at'))
  return { company, invoice, sent_at, applied_at: platform.clock.seconds() }
}

/** POST /escrows/logis/{imp_uid} */
export const registerDelivery: Handler = (call, platform) => {
  const record = find(call, platform, REGISTERING)
  if ('code' in record) return record
  const delivery = read(call, platform)
  if ('code' in delivery) return delivery
  const { escrow, status, imp_uid } = record.payment
  if (!escrow || status !== 'paid') return failure(409, messages.noDeliveryPossible)
  if (platform.deliveries.has(imp_uid)) return failure(409, messages.alreadyDelivered)
  platform.deliveries.set(imp_uid, delivery)
  return success(delivery)
}

/** PUT /escrows/logis/{imp_uid} */
export const changeDelivery: Handler = (call, platform) => {
  const record = find(call, platform, CHANGING)
  if ('code' in record) return record
  const delivery = read(call, platform)
  if ('code' in delivery) return delivery
  if (!platform.deliveries.has(record.payment.imp_uid)) return failure(409, messages.noDelivery)
  platform.deliveries.set(record.payment.imp_uid, delivery)
  return success(delivery)
}

/** GET /escrows/logis/{imp_uid} */
export const getDelivery: Handler = (call, platform) => {
  const record = find(call, platform, REGISTERING)
  if ('code' in record) return record
  const delivery = platform.deliveries.get(record.payment.imp_uid)
  return delivery ? success(delivery) : failure(409, messages.noDelivery)
}
