/** What a payment ends in, as far as a browser can know. */

/** 결제상태. `ready`: a virtual account was issued and nothing is paid yet. */
export type PaymentStatus = 'ready' | 'paid' | 'cancelled' | 'failed' | (string & {})

/**
 * The response fields of the documents, under their own names. Which of them come depends on script and gateway; the `v1`
 * script leaves out most. Numbers are numbers, also where they came as text. Text in place of a number, such as a date
 * written out, is left out here, and only in `raw`.
 */
export interface ResponseFields {
  /** 결제수단 that was used; may differ from what was asked, such as with kakaopay, payco, smilepay and wallets in kcp. */
  pay_method?: string
  /** 결제금액: approved, or awaited on a virtual account. In the currency's main unit. Compare it on the server, not here. */
  paid_amount?: number
  /** 결제상태. */
  status?: PaymentStatus
  /** 주문명. */
  name?: string
  /** The gateway that approved or tried. */
  pg_provider?: string
  /** The wallet inside the gateway's window. */
  emb_pg_provider?: string
  /** PG사 거래번호. */
  pg_tid?: string
  /** `payment`, in the documents' sample. */
  pg_type?: string
  buyer_name?: string
  buyer_email?: string
  buyer_tel?: string
  buyer_addr?: string
  buyer_postcode?: string
  /** What the request had; parsed where it came as JSON text. */
  custom_data?: unknown
  /** 결제승인시각: a Unix timestamp in seconds (`new Date(paid_at * 1000)`). */
  paid_at?: number
  /** 매출전표 URL. */
  receipt_url?: string
  currency?: string
  /** 카드 승인번호 (cards only). */
  apply_num?: string
  card_name?: string
  card_number?: string
  /** 할부개월수, in months; 0 is the lump sum. */
  card_quota?: number
  bank_name?: string
  /** 가상계좌 계좌번호, as the gateway writes it; may have dashes. */
  vbank_num?: string
  /** 가상계좌 은행명. */
  vbank_name?: string
  /** 가상계좌 예금주; some gateways give none. */
  vbank_holder?: string
  /** 가상계좌 입금기한: a Unix timestamp in seconds (`new Date(vbank_date * 1000)`). */
  vbank_date?: number
}

/**
 * A payment that the browser was told of. **Nothing here proves that money moved.** Send `imp_uid` and `merchant_uid`
 * to your server; it asks the REST API (`GET /payments/{imp_uid}`) and compares status and amount with the order.
 */
export interface UnverifiedPayment extends ResponseFields {
  /** 아임포트 거래번호. Null where none was reported, which is not a failure: look the order up by `merchant_uid`. */
  imp_uid: string | null
  /** 주문번호. Empty where a landing URL had none. */
  merchant_uid: string
  /** Whether the SDK called back on this page, or a redirect landed on it. */
  via: 'callback' | 'redirect'
  /** `resumePay` only: whether the payment was begun in this tab. */
  startedHere?: boolean
  /** What came, untouched: the callback's object, or the landing URL as text. */
  raw: unknown
}

/** A response, success or not, with its fields normalised. What `PayError.response` holds. */
export interface NormalisedResponse extends UnverifiedPayment {
  /** The gateway's own code: `error_code`, else `error_coe` (so spelt by the script), else `code`. */
  error_code?: string
  /** The gateway's own text. naverpay demands that it is shown unchanged. */
  error_msg?: string
}
