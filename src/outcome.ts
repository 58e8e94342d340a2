import { asText } from './as-text.ts'
import { PayError, type PayErrorCode } from './errors.ts'
import { cancelled, duplicate, failed } from './texts.ts'
import type { NormalisedResponse, UnverifiedPayment } from './types/response.ts'

/** What the names of response fields look like, those of the documents and those to come. Hardly any key of a shop's does. */
const FIELD =
  /^((pay|pg|buyer|card|vbank|paid)_\w+|apply_num|bank_name|emb_pg_provider|receipt_url|name|status|currency)$/
const NUMBER = /^(paid_amount|paid_at|card_quota|vbank_date)$/

/** The script's own code for a paid order, and the texts of gateways. */
const DUPLICATE = /F1002|(이미|(^|[^가-힣])기) *(결제|승인|처리|완료|지불)|already.{0,9}paid/i
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
const UNRELIABLE = /^(daou|paymentwall)\b/

/** An object that came as text. What only looks like JSON, a number with many digits, stays as it is. */
const asData = (text: string): unknown => {
  try {
    return /^\s*[{[]/.test(text) ? JSON.parse(text) : text
  } catch {
    return text
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
    names.map(name => asText(source[name])).find(Boolean)

  const payment: NormalisedResponse & Record<string, unknown> = {
    imp_uid: pick('imp_uid', 'txId') ?? null,
    merchant_uid: pick('merchant_uid', 'paymentId') ?? merchant_uid,
    via,
    raw,
  }
  for (const name of Object.keys(source).filter(key => FIELD.test(key) && pick(key))) {
    const text = asText(source[name])
    if (!NUMBER.test(name)) payment[name] = text
    else if (Number.isFinite(+text)) payment[name] = +text
  }
  const { custom_data: data } = source
  if (data != null && data !== '') payment.custom_data = typeof data === 'string' ? asData(data) : data

  // A flag is a boolean or its text; anything else is no flag. The last one is KCP QuickPay's.
  const flag = ['imp_success', 'success', 'imp_status']
    .map(name => asText(source[name]).toLowerCase())
    .find(text => /^(true|false)$/.test(text))
  const code = pick('error_code', 'error_coe', 'code')
  const message = pick('error_msg', 'message')
  if (flag ? flag === 'true' : !(code || message)) return payment

  if (code) payment.error_code = code
  if (message) payment.error_msg = message
  const said = [code, message].filter(Boolean).join(' ')
  const [ending, text]: [PayErrorCode, string] = DUPLICATE.test(said)
    ? ['DUPLICATE_ORDER', duplicate]
    : CANCELLED.test(said)
      ? ['CANCELLED', cancelled]
      : ['PAYMENT_FAILED', failed]
  return new PayError(ending, said ? `${text} (${said})` : text, {
    response: payment,
    merchant_uid: payment.merchant_uid,
    imp_uid: payment.imp_uid ?? undefined,
    ...(gateway && { gateway }),
    ...(ending === 'PAYMENT_FAILED' && {
      // A bare "no" for a payment that has a number may be a lost answer.
      mayHavePaid:
        [gateway, payment.pg_provider].some(name => UNRELIABLE.test(asText(name))) ||
        (!said && !!payment.imp_uid),
    }),
  })
}
