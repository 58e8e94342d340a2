/**
 * The amount of an order, registered before its payment window opens: PortOne opens none for another amount.
 */
import { type Answer, notFound, refused, success } from '../answers.ts'
import { type Fields, numberOf, textOf } from '../fields.ts'
import type { Platform, Prepared } from '../platform.ts'
import { messages } from '../texts.ts'
import type { Handler } from './handler.ts'

/** The amount that a body registers, or the refusal of it. */
const read = (body: Fields): Prepared | Answer => {
  const merchant_uid = textOf(body['merchant_uid'])
  const amount = numberOf(body['amount'])
  if (!merchant_uid) return refused(messages.missing('merchant_uid'))
  if (merchant_uid.length > 40) return refused(messages.wrong('merchant_uid'))
  if (amount === undefined) return refused(messages.missing('amount'))
  if (!(amount >= 0)) return refused(messages.wrong('amount'))
  return { merchant_uid, amount, currency: textOf(body['currency']) ?? null }
}

/** POST /payments/prepare */
export const prepare: Handler = ({ body }, { prepared }) => {
  const wanted = read(body)
  if ('code' in wanted) return wanted
  if (prepared.has(wanted.merchant_uid)) return refused(messages.alreadyPrepared)
  prepared.set(wanted.merchant_uid, wanted)
  return success(wanted)
}

/** PUT /payments/prepare */
export const changePrepared: Handler = ({ body }, { prepared }) => {
  const wanted = read(body)
  if ('code' in wanted) return wanted
  if (!prepared.has(wanted.merchant_uid)) return notFound(messages.notPrepared)
  prepared.set(wanted.merchant_uid, wanted)
  return success(wanted)
}

/** GET /payments/prepare/{merchant_uid} */
export const getPrepared: Handler = ({ params }, { prepared }) => {
  const found = prepared.get(params['merchant_uid']!)
  return found ? success(found) : notFound(messages.notPrepared)
}

/** Whether PortOne would open a window for this amount. */
export const isAsPrepared = (
  { prepared }: Platform,
  { merchant_uid, amount, currency }: { merchant_uid: string; amount: number; currency: string },
): boolean => {
  const registered = prepared.get(merchant_uid)
  if (!registered) return true
  return registered.amount === amount && (registered.currency === null || registered.currency === currency)
}
