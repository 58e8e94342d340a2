/**
 * The parameters of `IMP.request_pay`, under the SDK's own names, so that code pasted from the Korean documents works.
 * Sources: the iamport manual (인증결제, 비인증결제, NAVERPAY) and the V1 pages of developers.portone.io.
 */
import type { GatewayCode } from '../gateways.ts'
import type { BypassParameters, CardParameters, NaverParameters, PhoneParameters } from './situational.ts'

/**
 * A gateway: its code (`kcp`), or its code and the merchant id that the gateway gave (`kcp.T0000`).
 * Editors complete the known codes; any text is accepted, because gateways are added without asking us.
 */
export type Gateway = GatewayCode | `${GatewayCode}.${string}` | (string & {})

/** 결제수단. Which of them a gateway has is in docs/gateways.md. */
export type PayMethod =
  | 'card'
  | 'trans'
  | 'vbank'
  | 'phone'
  | 'samsung'
  | 'samsungpay'
  | 'kpay'
  | 'kakaopay'
  | 'naverpay'
  | 'naverpay_card'
  | 'naverpay_point'
  | 'naverpay_bridge'
  | 'payco'
  | 'lpay'
  | 'ssgpay'
  | 'ssgpay_bank'
  | 'skpay'
  | 'pinpay'
  | 'tosspay'
  | 'tosspay_card'
  | 'tosspay_money'
  | 'toss_brandpay'
  | 'applepay'
  | 'paypal'
  | 'alipay'
  | 'alipay_plus'
  | 'wechat'
  | 'unionpay'
  | 'tenpay'
  | 'molpay'
  | 'paysbuy'
  | 'econtext'
  | 'point'
  | 'moneytree'
  | 'cultureland'
  | 'culturegift'
  | 'smartculture'
  | 'happymoney'
  | 'booknlife'
  | 'cvs'
  | 'paypay'
  | 'amazonpay'
  | 'rakutenpay'
  | 'merpay'
  | 'aupay'
  | 'dbarai'
  | (string & {})

/** One product of an escrow payment, so that parts of an order can be delivered apart. KCP and KICC want all four. */
export interface EscrowProduct {
  /** 상품주문번호: the shop's number for this line of the order. */
  orderNumber: string
  /** 상품명. */
  name: string
  /** 수량: a whole number, 1 or more. */
  quantity: number
  /** 상품 가격, in the request's currency. The sum is *not* compared with the request's `amount`, by nobody. */
  amount: number
}

/** What the payment window shows. */
export interface DisplayOptions {
  /**
   * 할부개월수: the instalments a buyer may choose, in months, from 50 000 KRW up.
   * Not given: the gateway's own list. `[]`: lump sum only. `[2, 3, 6]`: lump sum and these (some gateways: up to the largest).
   */
  card_quota?: readonly number[] | null | undefined
  /** tosspayments: only the listed months, without the lump sum. */
  only_installment?: boolean | null | undefined
}

/** The parameters every gateway knows. */
export interface CommonParameters {
  /** 주문번호: the shop's own order number, new for every order, 40 characters at most. One that was paid cannot be paid again. */
  merchant_uid: string
  /** 결제금액, in the currency's main unit (KRW: won). A number, not a text. 0 only with `customer_uid`. */
  amount: number
  /** PG사: the gateway, `html5_inicis` or `html5_inicis.INIpayTest`. Not given: the default gateway of the admin console. */
  pg?: Gateway | null | undefined
  /** 채널키: the newer way to name a gateway, for the `v1` script. Takes the place of `pg`. See the option `provider`. */
  channelKey?: string | null | undefined
  /** 결제수단. Default: `card`. */
  pay_method?: PayMethod | null | undefined
  /** 에스크로 결제여부. Default: false. kicc and kcp then want their products. */
  escrow?: boolean | null | undefined
  /** 주문명, shown in the payment window. About 16 characters are recommended, 40 are the limit. */
  name?: string | null | undefined
  /** 면세공급가액: the part of `amount` that is free of tax. VAT is (amount − tax_free) / 11. Default: 0. */
  tax_free?: number | null | undefined
  /** 부가세. @deprecated since 2017; use `tax_free`. */
  vat?: number | null | undefined
  /** 부가세 직접 지정: nice, inicis, tosspay_v2, settle_acc, galaxia, welcome, mobilians_v2; kakaopay refuses it. */
  vat_amount?: number | null | undefined
  /** 화폐단위: KRW, USD, EUR, JPY … Default: KRW; paypal, alipay and eximbay: USD. */
  currency?: string | null | undefined
  /** 결제창 언어. Default: `ko`. inicis, uplus, nice, kcp: `ko`, `en`; eximbay also `zh`, `jp`; paypal: two letters. */
  language?: string | null | undefined
  /** 주문자명. */
  buyer_name?: string | null | undefined
  /** 주문자 연락처. Required by the documents; several gateways fail when it is missing or blank. */
  buyer_tel?: string | null | undefined
  /** 주문자 이메일. */
  buyer_email?: string | null | undefined
  /** 주문자 주소. */
  buyer_addr?: string | null | undefined
  /** 주문자 우편번호. */
  buyer_postcode?: string | null | undefined
  /** 가맹점 임의 데이터: stored with the payment as JSON and handed back. */
  custom_data?: unknown
  /** 웹훅 URL: absolute. Replaces the address of the admin console for this payment. */
  notice_url?: string | readonly string[] | null | undefined
  /** 결제 승인 전 확인 URL: the server gets a POST before the approval and may stop it. Enabled by PortOne's support. */
  confirm_url?: string | null | undefined
  /** 결제창 표시 옵션. */
  display?: DisplayOptions | null | undefined
  /** 상호: the shop's name in the window (kcp, kicc, danal, settle). */
  company?: string | null | undefined
  /** The shop's name in English (settle, phone). */
  company_en?: string | null | undefined
}

/** The parameters that only some situations need. */
export interface SituationalParameters {
  /** 컨텐츠 여부: true for digital goods. Required with `pay_method: 'phone'`, and must say the truth. */
  digital?: boolean | null | undefined
  /**
   * 가상계좌 입금기한, Korean time: `YYYYMMDDhhmm`, `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss` or `YYYYMMDDHHmmss`.
   * nice_v2, smartro_v2, welcome, galaxia, mobilians_v2 and ksnet require it; the others have a default.
   */
  vbank_due?: string | null | undefined
  /**
   * 모바일 결제 후 돌아올 주소. Where the gateway leaves the page, its result arrives here and nowhere else.
   * Not given: `requestPay` adds one where it is needed (option `redirectUrl`, else the current page).
   */
  m_redirect_url?: string | URL | null | undefined
  /** 앱 URL scheme: the app to return to from a card app, in a WebView. Without `://`. */
  app_scheme?: string | null | undefined
  /** 사업자등록번호: 10 digits. Required by danal_tpay with vbank. */
  biz_num?: string | null | undefined
  /** 빌링키: makes the call one for a billing key. Required by kcp_billing. */
  customer_uid?: string | null | undefined
  /** 고객 식별자: the shop's id of the buyer (galaxia, smartro_v2, nice_v2, tosspay_v2, mobilians_v2, toss_brandpay). */
  customer_id?: string | null | undefined
  /** 팝업 여부: payco, paypal, eximbay, naverco, chai, inicis_jp. Each has its own default. */
  popup?: boolean | null | undefined
  /** NHN KCP: the products of an escrow order. */
  kcpProducts?: readonly EscrowProduct[] | null | undefined
  /** KICC: the products of an escrow order. */
  kiccProducts?: readonly EscrowProduct[] | null | undefined
  /** tosspayments (escrow) and paypal_v2: the items of the order. */
  products?: readonly Readonly<Record<string, unknown>>[] | null | undefined
  /** 서비스 제공기간: `YYYYMMDD`. */
  period?: { from?: string; to?: string; interval?: string } | null | undefined
  /** nice: the newer mobile module, which does not lose results. Default: false. */
  niceMobileV2?: boolean | null | undefined
  /** ksnet, inicis_jp: the shop's details. */
  storeDetails?: Readonly<Record<string, unknown>> | null | undefined
  /** paymentwall: test methods. */
  use_test_method?: boolean | null | undefined
  /** paypal: risk data. */
  optional?: { use_stc_api?: boolean; stc_data?: unknown } | null | undefined
  /** kicc_v2, alipay_plus: what the order is. */
  order_description?: string | null | undefined
  /** kicc_v2: which wallet. */
  alipay_plus?: { wallet?: string } | null | undefined
  /** inicis_jp: how long a convenience store payment may be paid. */
  cvs?: { payment_deadline?: { valid_hours?: number; due_date?: string } } | null | undefined
  /** kakaopay: a phone gets the PC window. */
  kakaopayMobileAsPC?: boolean | null | undefined
}

/** Names that people misspell: written down so that the compiler tells them before the buyer does. */
export interface Misspelt {
  /** It is `channelKey`. */
  channel_key?: never
  /** It is `buyer_postcode`. */
  buyer_postalcode?: never
  /** It goes inside `display`. */
  card_quota?: never
}

/** Every parameter that the documents name. */
export interface KnownParameters
  extends CommonParameters,
    SituationalParameters,
    CardParameters,
    PhoneParameters,
    NaverParameters,
    BypassParameters,
    Misspelt {}

/** What `requestPay` takes: every documented parameter, and those that nobody knew when this was written, as they are. */
export type PayRequest = KnownParameters & { readonly [parameter: string]: unknown }
