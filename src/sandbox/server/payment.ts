/** The objects of PortOne's REST API, with its own field names. */

/**
 * `ready`: the payment window was opened; where an account number or a slip is there, money is awaited.
 * `pending`: the gateway decides later (PayPal, payletter). PortOne's description of the API doesn't list it,
 * its pages do. `cancelled`: at least a part went back; `cancel_amount` says how much.
 */
export type ApiPaymentStatus = 'ready' | 'paid' | 'pending' | 'failed' | 'cancelled'

/** A cancel. A payment that was given back in three parts has three. */
export interface ApiCancel {
  pg_tid: string
  /** In the currency's main unit. */
  amount: number
  /** Seconds since 1970. */
  cancelled_at: number
  reason: string
  /** The webhook of a cancel carries it, too. */
  cancellation_id: string
  receipt_url: string | null
}

/** A deposit into an account that takes any amount, any number of times (hecto, `fixed_unlimited_vbank`). */
export interface ApiDeposit {
  pg_tid: string
  amount: number
  depositor_name: string
  /** Seconds since 1970. */
  deposited_at: number
}

/**
 * All fields of `GET /payments/{imp_uid}`. Every one is there in every answer, `null` where there is nothing
 * to say.
 */
export interface ApiPayment {
  imp_uid: string
  /** The order's number. Several payments may have the same one: each attempt is a payment of its own. */
  merchant_uid: string
  pay_method: string | null
  /** How it was paid; PortOne's "channel" of a gateway is another thing. */
  channel: 'pc' | 'mobile' | 'api' | null
  pg_provider: string | null
  emb_pg_provider: string | null
  pg_tid: string | null
  pg_id: string | null
  /** Whether the gateway's channel is a test channel, which moves no money. */
  sandbox: boolean
  escrow: boolean
  apply_num: string | null
  bank_code: string | null
  bank_name: string | null
  card_code: string | null
  card_name: string | null
  card_issuer_code: string | null
  card_issuer_name: string | null
  card_publisher_code: string | null
  card_publisher_name: string | null
  card_quota: number | null
  card_number: string | null
  card_type: number | null
  vbank_code: string | null
  vbank_name: string | null
  vbank_num: string | null
  vbank_holder: string | null
  /** Until when to pay in, seconds since 1970. */
  vbank_date: number | null
  /** When the account was issued, seconds since 1970. */
  vbank_issued_at: number | null
  name: string | null
  /** The amount that was asked for, in the currency's main unit. A cancel doesn't change it. */
  amount: number
  /** The sum of what went back. */
  cancel_amount: number
  currency: string
  buyer_name: string | null
  buyer_email: string | null
  buyer_tel: string | null
  buyer_addr: string | null
  buyer_postcode: string | null
  /** JSON text. */
  custom_data: string | null
  user_agent: string | null
  status: ApiPaymentStatus
  /** When the window was opened, seconds since 1970. */
  started_at: number
  /** Seconds since 1970; 0 where it was never paid. */
  paid_at: number
  /** Seconds since 1970; 0 where it isn't failed. */
  failed_at: number
  /** Of the last cancel, seconds since 1970; 0 where nothing was cancelled. */
  cancelled_at: number
  fail_reason: string | null
  cancel_reason: string | null
  receipt_url: string | null
  cancel_history: readonly ApiCancel[]
  deposit_history: readonly ApiDeposit[]
  cancel_receipt_urls: readonly string[]
  cash_receipt_issued: boolean
  customer_uid: string | null
  /** `issue`: only a card was registered, whatever `amount` says. */
  customer_uid_usage: 'issue' | 'payment' | 'payment.scheduled' | null
  /** A discount of a card company, which is already taken off `amount`. */
  promotion: { id: string; discount: number } | null
}

/** `T` with members that may be left out, or be undefined, which means the same. */
export type Given<T> = { [Name in keyof T]?: T[Name] | undefined }

/** A cancel that a test hands over. */
export type NewCancel = Pick<ApiCancel, 'amount'> & Given<ApiCancel>
/** A deposit that a test hands over. */
export type NewDeposit = Pick<ApiDeposit, 'amount'> & Given<ApiDeposit>

/**
 * A payment that a test or a page hands over: what is left out is filled in, so that the whole is consistent.
 */
export interface NewPayment extends Given<Omit<ApiPayment, 'cancel_history' | 'deposit_history'>> {
  cancel_history?: readonly NewCancel[] | undefined
  deposit_history?: readonly NewDeposit[] | undefined
  /** Where its webhooks go, in place of the address of the settings. The SDK's parameter of this name. */
  notice_url?: string | readonly string[] | null | undefined
  /** Who is asked before it is approved. The SDK's parameter of this name. */
  confirm_url?: string | null | undefined
  /** The sub-merchant that it belongs to: only requests with this `Tier` header see it. */
  tier_code?: string | null | undefined
  /** The gateway's raw fields, which `?extension=true` gives. */
  extension?: Readonly<Record<string, unknown>> | null | undefined
}

/** A registered card, in the shape of `GET /subscribe/customers/{customer_uid}`. */
export interface ApiCustomer {
  customer_uid: string
  pg_provider: string
  pg_id: string
  /** Whether it was registered by way of a test channel. */
  sandbox: boolean
  customer_id: string | null
  card_name: string
  card_code: string | null
  card_issuer_code: string | null
  card_issuer_name: string | null
  card_publisher_code: string | null
  card_publisher_name: string | null
  /** Masked. */
  card_number: string | null
  card_type: number | null
  customer_name: string | null
  customer_tel: string | null
  customer_email: string | null
  customer_addr: string | null
  customer_postcode: string | null
  /** Seconds since 1970. */
  inserted: number
  /** Seconds since 1970. */
  updated: number
}

/** A card that a test registers: what is left out is filled in. */
export interface NewCard extends Given<Omit<ApiCustomer, 'customer_uid'>> {
  customer_uid: string
  /** Whether charges are declined: true, or the reason. Default: false. */
  declines?: boolean | string | undefined
}

/** A payment that is to happen later, in the shape of `GET /subscribe/payments/schedule/{merchant_uid}`. */
export interface ApiSchedule {
  customer_uid: string
  merchant_uid: string
  /** `null` until it is executed. */
  imp_uid: string | null
  pg_provider: string | null
  pg_id: string | null
  customer_id: string | null
  /** Seconds since 1970. */
  schedule_at: number
  /** Seconds since 1970; 0 until it is executed. */
  executed_at: number
  /** Seconds since 1970; 0 unless it was revoked. */
  revoked_at: number
  amount: number
  currency: string
  name: string | null
  buyer_name: string | null
  buyer_email: string | null
  buyer_tel: string | null
  buyer_addr: string | null
  buyer_postcode: string | null
  custom_data: string | null
  schedule_status: 'scheduled' | 'executed' | 'revoked'
  /** The status of the payment; `null` until it is executed. */
  payment_status: 'paid' | 'failed' | 'cancelled' | null
  fail_reason: string | null
  promotion_id: string | null
}

/** The result of an identity check, in the shape of `GET /certifications/{imp_uid}`. */
export interface ApiCertification {
  imp_uid: string
  merchant_uid: string | null
  pg_tid: string | null
  pg_provider: string
  name: string | null
  gender: 'male' | 'female' | null
  /** `YYYY-MM-DD` */
  birthday: string | null
  foreigner: boolean
  foreigner_v2: boolean | null
  phone: string | null
  carrier: string | null
  certified: boolean
  /** Seconds since 1970; 0 until it is certified. */
  certified_at: number
  /** 연계정보(CI): the same person has the same one in every shop. */
  unique_key: string | null
  /** 중복가입확인정보(DI): the same person has the same one in this shop. */
  unique_in_site: string | null
  origin: string | null
}

/** A gateway's channel, in the shape of `GET /users/pg`. */
export interface ApiChannel {
  pg_provider: string
  pg_id: string
  sandbox: boolean
  type: 'payment' | 'api_payment' | 'certification'
  channel_name: string
  channel_key: string
}
