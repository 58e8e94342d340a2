import { asText } from './as-text.ts'
import { PayError, type PayErrorCode } from './errors.ts'
import { cancelled, duplicate, failed } from './texts.ts'
import type { NormalisedResponse, UnverifiedPayment } from './types/response.ts'

/** What the names of response fields look like, those of the documents and those to come. Hardly any key of a shop's does. */
const FIELD =
  /^((pay|pg|buyer|card|vbank|paid)_\w+|apply_num|bank_name|emb_pg_provider|receipt_url|name|status|currency)$/
const NUMBER = /^(paid_(amount|at)|card_quota|vbank_date)$/

/** The script's own code for a paid order, and the texts of gateways. */
const DUPLICATE = /F1002|(이미|(^|[^가-힣])기) *(결제|승인|처리|완료|지불)|already.{0,9}paid/i
/**
 * There is no common code for a cancelled payment, only these codes and texts. `F400` is not one of them: it also
 * stands for payments that were approved before. 알 수 없는 이유 ("for unknown reasons") is not the buyer.
 */
const CANCELLED =
  /(PAY|USER|PAY_PROCESS)_CANCEL|PAY_PROCESS_ABORTED|결제포기|결제를 취소(하[셨였]|했)|^(?!.*알 수 없는).*결제가 중단/

/**
 * Gateways that may report a failure although the money was taken. Not a column of the table, because a server that
 * only reads landing URLs goes without the table.
 */
const UNRELIABLE = /^(daou|paymentwall)\b/

/** An object may come as text. What only looks like JSON, a number with many digits, stays as it is. */
const asData = (data: unknown): unknown => {
  try {
    return typeof data === 'string' && /^\s*[{[]/.test(data) ? JSON.parse(data) : data
  } catch {
    return data
  }
}

/**
 * Reads what the SDK's callback or a landing URL reports, the same way for both.
 *
 * @param source the callback's object, or the keys of the URL, decoded once.
 * @param merchant_uid of the request, or an empty text.
 * @param gateway of the request, where it is known.
 */
export const readOutcome = (
  source: Readonly<Record<string, unknown>>,
  via: 'callback' | 'redirect',
  raw: unknown,
  merchant_uid: string,
  gateway?: string,
): UnverifiedPayment | PayError => {
  const texts: Record<string, string | undefined> = {}
  const fields: Record<string, string | number> = {}
  for (const name in source) {
    const text = asText(source[name])
    texts[name] = text
    if (!text || !FIELD.test(name)) continue
    if (!NUMBER.test(name)) fields[name] = text
    else if (Number.isFinite(+text)) fields[name] = +text
  }

  const payment: NormalisedResponse = {
    imp_uid: texts.imp_uid || texts.txId || null,
    merchant_uid: texts.merchant_uid || texts.paymentId || merchant_uid,
    via,
    raw,
    ...fields,
  }
  const { custom_data: data } = source
  if (data != null && data !== '') payment.custom_data = asData(data)

  // A flag is a boolean or its text; anything else is no flag. The last one is KCP QuickPay's.
  const flag = [texts.imp_success, texts.success, texts.imp_status].find(text =>
    /^(true|false)$/i.test(text!),
  )
  const code = texts.error_code || texts.error_coe || texts.code
  const message = texts.error_msg || texts.message
  if (flag ? /true/i.test(flag) : !(code || message)) return payment

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
      // For a payment that has a number a bare "no" may be a lost answer, and `F500` is the script's own: it, or its
      // server, got none to the approval.
      mayHavePaid:
        [gateway, payment.pg_provider].some(name => UNRELIABLE.test(name!)) ||
        (!!payment.imp_uid && (!said || code === 'F500')),
    }),
  })
}
