/** Reads what a callback or a landing says: the documented fields, and whether the payment went well. */
import {
  cancelled,
  duplicateOrder,
  paymentFailed,
  popupBlocked,
  reported,
  sdkAlerted,
} from '../developer-texts.ts'
import { PayError, type PayErrorCode } from '../errors.ts'
import type { NormalisedResponse, UnverifiedPayment } from '../types/response.ts'
import { asText } from '../util/as-text.ts'
import { reportedDoubt, type Seen } from './doubt.ts'
import { saysCancelled, saysDuplicate, saysNotInitialised, saysPopupBlocked } from './reported-texts.ts'

/** The names of response fields, those of the documents and those to come. A shop may have a `name` or a `status` of its own. */
export const FIELD =
  /^((pay|pg|buyer|card|vbank|paid)_\w+|apply_num|bank_name|emb_pg_provider|receipt_url|name|status|currency)$/
const NUMBER = /^(paid_(amount|at)|card_quota|vbank_date)$/

/** The facts about a payment that its response may lack. */
export interface ResponseContext {
  /** 주문번호 of the request, for a response without one; empty where it is not known. */
  readonly merchant_uid: string
  /** The gateway of the request. */
  readonly gateway?: string | undefined
  /** The page's view of the payment; not given for landings. */
  readonly seen?: Seen | undefined
}

/** Parses an object that came as JSON. Any other text, such as a number with many digits, stays as it is. */
const asData = (data: unknown): unknown => {
  try {
    return typeof data === 'string' && /^\s*[{[]/.test(data) ? JSON.parse(data) : data
  } catch {
    return data
  }
}

/** A point in time, written out as Korean time; undefined for any other text. */
const WRITTEN_OUT = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/
const KOREA = '+09:00'
/** By how much the clocks of Korea are ahead of UTC, in ms. */
const AHEAD = 9 * 3_600_000

/** A number, also from text; a date that is written out becomes seconds since 1970. */
const asNumber = (text: string): number | undefined => {
  if (Number.isFinite(Number(text))) return Number(text)
  const [, year, month, day, hour, minute, second = '00'] = WRITTEN_OUT.exec(text) ?? []
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const ms = Date.parse(`${written}${KOREA}`)
  // A day that does not exist is moved by the parser to one that does, or has no time at all.
  const isReal = !Number.isNaN(ms) && new Date(ms + AHEAD).toJSON().startsWith(written)
  return isReal ? ms / 1000 : undefined
}

/** The documented fields of a response, with their documented types. */
const readFields = (texts: Readonly<Record<string, string>>): Record<string, string | number> => {
  const fields: Record<string, string | number> = {}
  for (const [name, text] of Object.entries(texts)) {
    if (!text || !FIELD.test(name)) continue
    // Anybody can write a landing URL, and an address in it must not run code when the buyer clicks it.
    if (name === 'receipt_url' && !/^https?:\/\//i.test(text)) continue
    const value = NUMBER.test(name) ? asNumber(text) : text
    if (value !== undefined) fields[name] = value
  }
  return fields
}

/** The flag that says whether the payment went well: a boolean or its text; anything else is no flag. */
const readFlag = ({
  imp_success,
  success,
  imp_status,
}: Readonly<Record<string, string>>): boolean | undefined => {
  // KCP QuickPay has `imp_status`.
  const flag = [imp_success, success, imp_status].find(text => /^(true|false)$/i.test(text ?? ''))
  return flag === undefined ? undefined : /true/i.test(flag)
}

/** Whether a response names money that came, whatever its flag says. */
export const callsItselfPaid = ({ status, apply_num }: Partial<UnverifiedPayment> = {}): boolean =>
  status === 'paid' || !!apply_num

/** Which failure it is, by what was said. */
const classify = (
  said: string,
  gateways: readonly (string | undefined)[],
): readonly [PayErrorCode, string] => {
  if (saysDuplicate(said)) return ['DUPLICATE_ORDER', reported(duplicateOrder, said)]
  if (saysPopupBlocked(said)) return ['POPUP_BLOCKED', popupBlocked]
  if (saysNotInitialised(said)) return ['SDK_ERROR', sdkAlerted(said)]
  if (saysCancelled(said, gateways)) return ['CANCELLED', reported(cancelled, said)]
  return ['PAYMENT_FAILED', reported(paymentFailed, said)]
}

/**
 * Reads what the SDK's callback or a landing URL reports, the same way for both.
 *
 * @param source the callback's object, or the keys of the URL, decoded once.
 * @param raw what came, untouched.
 */
export const readResponse = (
  source: Readonly<Record<string, unknown>>,
  via: 'callback' | 'redirect',
  raw: unknown,
  { merchant_uid, gateway, seen }: ResponseContext,
): UnverifiedPayment | PayError => {
  const texts: Record<string, string> = {}
  for (const name in source) texts[name] = asText(source[name])
  const { imp_uid, txId, paymentId, error_code, error_coe, error_msg } = texts

  const payment: NormalisedResponse = {
    imp_uid: imp_uid || txId || null,
    merchant_uid: texts['merchant_uid'] || paymentId || merchant_uid,
    via,
    raw,
    ...readFields(texts),
  }
  const { custom_data: data } = source
  if (data != null && data !== '') payment.custom_data = asData(data)

  const flag = readFlag(texts)
  const code = error_code || error_coe || texts['code']
  const message = error_msg || texts['message']
  if (flag ?? !(code || message)) return payment

  if (code) payment.error_code = code
  if (message) payment.error_msg = message
  const gateways = [gateway, payment.pg_provider]
  const [ending, text] = classify([code, message].filter(Boolean).join(' '), gateways)
  const doubt = reportedDoubt({
    gateways,
    imp_uid: payment.imp_uid,
    code,
    message,
    claimsPaid: callsItselfPaid(payment),
    seen,
  })
  return new PayError(ending, text, {
    response: payment,
    merchant_uid: payment.merchant_uid || undefined,
    imp_uid: payment.imp_uid ?? undefined,
    gateway: gateway || undefined,
    // Without a reason for doubt the code decides, and DUPLICATE_ORDER is doubtful by itself.
    ...(doubt && { mayHavePaid: true }),
  })
}
