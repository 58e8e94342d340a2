import { asText } from './as-text.ts'
import { PayError, type PayErrorCode } from './errors.ts'
import { cancelled, duplicate, failed } from './texts.ts'
import type { NormalisedResponse, UnverifiedPayment } from './types/response.ts'

const TEXTS =
  'pay_method status name pg_provider emb_pg_provider pg_tid pg_type buyer_name buyer_email buyer_tel buyer_addr buyer_postcode receipt_url currency apply_num card_name card_number bank_name vbank_num vbank_name vbank_holder'
const NUMBERS = 'paid_amount paid_at card_quota vbank_date'

/** The script's own code for a paid order, and the texts of gateways. */
const DUPLICATE = /F1002|이미 *(결제|승인|처리|완료)/
/**
 * There is no common code for a cancelled payment, only these codes and texts. `F400` is not one of them: it also
 * stands for payments that were approved before. 알 수 없는 이유 ("for unknown reasons") is not the buyer.
 */
const CANCELLED =
  /PAY_CANCEL|PAY_PROCESS_(CANCELED|ABORTED)|USER_CANCEL|결제포기|결제를 취소(하[셨였]|했)|^(?!.*알 수 없는).*결제가 중단/

/**
 * Gateways that may report a failure although the money was taken. Not a column of the table, because a server that
 * only reads landing URLs goes without the table.
 */
const DOUBTFUL = /^daou\b/
export const isDoubtful = (gateway = ''): boolean => DOUBTFUL.test(gateway)

const has = (value: unknown): boolean => value != null && value !== ''

/** A key that came twice counts once, the last non-empty one. */
const single = (value: unknown): unknown => (Array.isArray(value) ? value.filter(has).pop() : value)

/** A flag is a boolean or its text; anything else is no flag. */
const asFlag = (value: unknown): boolean | undefined => {
  const text = asText(value).toLowerCase()
  return text === 'true' || (text === 'false' ? false : undefined)
}

const asData = (value: unknown): unknown => {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value
  } catch {
    return value
  }
}

/**
 * Reads what the SDK's callback or a landing URL reports, the same way for both.
 *
 * @param source the callback's object, or the keys of the URL, decoded once.
 * @param merchant_uid of the request, where it is known.
 * @param gateway of the request, where it is known.
 */
export const readOutcome = (
  source: Readonly<Record<string, unknown>>,
  via: 'callback' | 'redirect',
  raw: unknown,
  merchant_uid = '',
  gateway?: string,
): UnverifiedPayment | PayError => {
  const pick = (...names: string[]): string | undefined =>
    names.map(name => asText(single(source[name]))).find(has)

  const imp_uid = pick('imp_uid', 'txId') ?? null
  const payment: NormalisedResponse = {
    imp_uid,
    merchant_uid: pick('merchant_uid', 'paymentId') ?? merchant_uid,
    via,
    raw,
  }
  const fields = payment as unknown as Record<string, unknown>
  for (const name of TEXTS.split(' ')) {
    const text = pick(name)
    if (text) fields[name] = text
  }
  for (const name of NUMBERS.split(' ')) {
    const number = Number(pick(name) ?? NaN)
    if (Number.isFinite(number)) fields[name] = number
  }
  if (has(source['custom_data'])) payment.custom_data = asData(source['custom_data'])

  // The last one is KCP QuickPay's.
  const flag = asFlag(source['imp_success']) ?? asFlag(source['success']) ?? asFlag(source['imp_status'])
  const code = pick('error_code', 'error_coe', 'code')
  const message = pick('error_msg', 'message')
  if (flag ?? !(code || message)) return payment

  if (code) payment.error_code = code
  if (message) payment.error_msg = message
  const said = [code, message].filter(Boolean).join(' ')
  const ending = (name: PayErrorCode, text: string, mayHavePaid?: boolean): PayError =>
    new PayError(name, said ? `${text} (${said})` : text, {
      response: payment,
      merchant_uid: payment.merchant_uid,
      imp_uid,
      ...(gateway && { gateway }),
      ...(mayHavePaid && { mayHavePaid }),
    })
  if (DUPLICATE.test(said)) return ending('DUPLICATE_ORDER', duplicate)
  if (CANCELLED.test(said)) return ending('CANCELLED', cancelled)
  // A bare "no" for a payment that has a number may be a lost answer; see DOUBTFUL for gateways.
  const unsure = isDoubtful(gateway) || isDoubtful(payment.pg_provider) || (!said && !!imp_uid)
  return ending('PAYMENT_FAILED', failed, unsure)
}
