/**
 * A payment as PortOne's REST API tells it (`GET /payments/{imp_uid}`). One order may have many: every window that is
 * opened makes one. Only the first seven are always there; any other may be null or missing, and new fields, values and
 * statuses may be added any time.
 */
export interface Payment {
  /** 포트원 거래번호. Opaque text. */
  imp_uid: string
  /** 주문번호: the number that the page sent along, so it says whose payment it claims to be. */
  merchant_uid: string
  /**
   * `ready` is written as the window opens and left so when the buyer leaves; with an account number it waits for a
   * deposit. `cancelled` comes with the first part that goes back. Statuses that are not known must never mean paid.
   */
  status: 'ready' | 'paid' | 'cancelled' | 'failed' | (string & {})
  /** What was asked for, in the currency's main unit (14000 won, 12.5 dollars). A partial cancel leaves it as it is. */
  amount: number
  /** The sum of what went back, in the same unit; 0 where nothing did. */
  cancel_amount: number
  /** ISO 4217: KRW, USD. */
  currency: string
  /** Whether the channel is a test channel, which moves no money. Sent since 2026-01-26. */
  sandbox?: boolean | null

  /** 결제수단. An open set: card, trans, vbank, phone, cvs, kakaopay … */
  pay_method?: string | null
  /** `pc`, `mobile` or `api`: how it was paid, which is not what PortOne's console calls a channel. */
  channel?: string | null
  pg_provider?: string | null
  /** The wallet inside the gateway's window. */
  emb_pg_provider?: string | null
  /** The merchant id (MID) at the gateway. */
  pg_id?: string | null
  pg_tid?: string | null
  apply_num?: string | null
  escrow?: boolean | null

  customer_uid?: string | null
  /**
   * `issue`: a card was registered, and `amount` was only shown. `payment` and `payment.scheduled`: a registered card
   * was charged. Missing for payments that have nothing to do with registered cards.
   */
  customer_uid_usage?: 'issue' | 'payment' | 'payment.scheduled' | (string & {}) | null

  /** 할인: taken off `amount`, for partners of PortOne's promotions. */
  promotion?: { id?: string | null; discount?: number | null } | null

  /** 가상계좌. The number is there once the account is issued. */
  vbank_num?: string | null
  vbank_code?: string | null
  vbank_name?: string | null
  vbank_holder?: string | null
  /** 입금기한, UNIX seconds. */
  vbank_date?: number | null
  /** When the account was issued, UNIX seconds. */
  vbank_issued_at?: number | null

  /** UNIX seconds; 0, and not null, where it isn't so. */
  started_at?: number | null
  paid_at?: number | null
  failed_at?: number | null
  cancelled_at?: number | null
  fail_reason?: string | null
  cancel_reason?: string | null
  cancel_history?: readonly Cancellation[] | null
  receipt_url?: string | null

  /** Of the browser's request, as are all `buyer_…`: never trust them. */
  name?: string | null
  custom_data?: string | null
  buyer_name?: string | null
  buyer_email?: string | null
  buyer_tel?: string | null
  buyer_addr?: string | null
  buyer_postcode?: string | null

  card_code?: string | null
  card_name?: string | null
  card_number?: string | null
  card_quota?: number | null
  card_type?: number | string | null
  bank_code?: string | null
  bank_name?: string | null
  cash_receipt_issued?: boolean | null
  user_agent?: string | null
}

/** One entry of `cancel_history`. */
export interface Cancellation {
  cancellation_id?: string | null
  pg_tid?: string | null
  amount: number
  /** UNIX seconds. */
  cancelled_at: number
  reason?: string | null
  receipt_url?: string | null
}

/** Whether a value is a payment, as far as that has to be known before it is judged: it names itself and an order. */
export const isPayment = (value: unknown): value is Payment => {
  const { imp_uid, merchant_uid } = (value ?? {}) as Partial<Payment>
  return typeof imp_uid === 'string' && imp_uid !== '' && typeof merchant_uid === 'string'
}
