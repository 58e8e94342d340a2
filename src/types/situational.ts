/** The parameters that only some situations need. A gateway's name in a comment is the code that `pg` begins with. */
import type { EscrowProduct, Open, OrderProduct, StoreDetails } from './products.ts'

/** 서비스 제공기간. */
export interface ServicePeriod {
  /** The first day. */
  from?: string | undefined
  /** The last day. */
  to?: string | undefined
  /** nice: `month` or `year`. welcome: `1m` or `1y`, in place of `from` and `to`. */
  interval?: 'month' | 'year' | '1m' | '1y' | (string & {}) | undefined
  /** danal: the period in words, shown for phone bills that are charged each month. */
  text?: string | undefined
}

/** 알리페이 플러스의 지갑: the wallets behind Alipay+ (kicc_v2). */
export type AlipayPlusWallet =
  | 'alipay'
  | 'true_money'
  | 'alipay_hk'
  | 'touch_n_go'
  | 'gcash'
  | 'dana'
  | 'rabbit_line_pay'
  | 'bpi'
  | 'boost'
  | 'bill_ease'
  | 'tinaba'
  | 'mpay'
  | 'kredivo'

/** The parameters that only some situations need. */
export interface SituationalParameters {
  /**
   * 컨텐츠 여부: true for digital goods, false for others. Default: false. Required with `pay_method: 'phone'` by nice_v2 and
   * smartro_v2, whose windows don't open without; wanted with it by all others, and by daou with every pay method.
   * nice_v2, smartro_v2, daou, ksnet: as the contract has it. paypal_v2: true hides the delivery.
   */
  digital?: boolean | null | undefined
  /**
   * 가상계좌 입금기한, Korean time. Default: the gateway's; html5_inicis and nice 30 days, mobilians 5. Required with
   * `pay_method: 'vbank'` by the gateways of the first four lines:
   * - nice_v2, welcome: `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss`, `YYYYMMDDHHmmss`; welcome makes the seconds 59.
   * - galaxia, mobilians_v2: `YYYY-MM-DD`, `YYYYMMDD`.
   * - smartro_v2: `YYYYMMDD` or `YYYY-MM-DD`, where its documents disagree; always until 23:59:59.
   * - ksnet: no form is documented.
   * - kcp, uplus: `YYYYMMDD`, `YYYYMMDDHHmmss`; kcp without a time until 23:59:59.
   * - nice: `YYYYMMDD`, `YYYYMMDDHHmm`.
   * - html5_inicis, danal_tpay, settle, mobilians: `YYYYMMDD`.
   *
   * The 2017 manual knows `YYYYMMDDhhmm` only, newer documents the forms of nice_v2 for all.
   */
  vbank_due?: string | null | undefined
  /**
   * 모바일 결제 후 돌아올 주소. Where the gateway leaves the page, its result arrives here and nowhere else.
   * Not given: `requestPay` adds one where it is needed (option `redirectUrl`, else the current page).
   */
  m_redirect_url?: string | URL | null | undefined
  /**
   * 앱 URL scheme: the app to return to from a card app. Default: none. Required in a WebView, daou's documents say so of
   * every app. `name`, to which `://` is added (one at the end is cut off by this package), or `name://path?query`, called
   * as it is. Only on iOS: kakaopay, galaxia, welcome; these last two not from a browser. smilepay: as registered.
   * Not read by paypal_v2.
   */
  app_scheme?: string | null | undefined
  /** 사업자등록번호: 10 digits without hyphens. Default: none. Required by danal_tpay with vbank. */
  biz_num?: string | null | undefined
  /**
   * 빌링키: the shop's id of a means of payment. Given, the call is one for a billing key; given again, the new key takes
   * the old one's place. Default: none. Required by kcp_billing. What becomes of `amount`: most gateways only show it.
   * paymentwall, payletter_global and phone bills charge it; kakaopay, danal_tpay, mobilians_v2, settle_acc and jtnet do
   * where it is more than 0 (danal_tpay for 0: 10 KRW, given back after half an hour). docs/gateways.md has it for each.
   */
  customer_uid?: string | null | undefined
  /**
   * 고객 식별자: the shop's id of the buyer. Default: none. Required by galaxia (20 characters at most), smartro_v2 with easy
   * pay and billing keys (20 characters), mobilians_v2 with vouchers (20 bytes) and card billing keys; for billing keys by
   * nice_v2 and tosspay_v2 (50 characters); by inicis_jp through SBPS (30 characters). Wanted by toss_brandpay, where it must
   * not be a running number. tosspayments: random without.
   */
  customer_id?: string | null | undefined
  /**
   * 팝업 여부. What true and false do, the default first:
   * - payco: false stays in the page on phones, true is a popup there; on a PC it always is one.
   * - paypal: false leaves the page, true is a popup that calls back.
   * - eximbay: true is a popup, false leaves the page, for WebViews (scripts since 1.1.8).
   * - naverco: false leaves the page, true is a new tab (scripts since 1.1.8).
   * - chai: false leaves the page; a popup since script 1.2.0.
   * - inicis_jp: no default; true is required on a PC.
   *
   * WebViews block popups, and browsers those that no click asked for. naverpay has `naverPopupMode`.
   */
  popup?: boolean | null | undefined
  /** NHN KCP: the products of an escrow order. Required by kcp with escrow. */
  kcpProducts?: readonly EscrowProduct[] | null | undefined
  /** KICC: the products of an escrow order. Required by kicc with escrow. */
  kiccProducts?: readonly EscrowProduct[] | null | undefined
  /**
   * 상품 정보: the items of the order. Default: none. tosspayments: with escrow only, to deliver them apart. paypal_v2: the
   * sum of `unitPrice` × `quantity` must be `amount`.
   */
  products?: readonly Open<OrderProduct>[] | null | undefined
  /**
   * 서비스 제공기간, `YYYYMMDD`; welcome also takes `YYYY-MM-DD`, which ksnet's sample has. Default: none.
   * html5_inicis, inicis, danal_tpay, nice, ksnet; nice_v2, smartro and smartro_v2 want both `from` and `to`; welcome wants
   * both or `interval`, not all, and nothing with phone bills on phones. Not read by paypal_v2.
   */
  period?: ServicePeriod | null | undefined
  /** 프로모션 적용 (PortOne promotions): true for one of the shop's, with `card.direct`. Default: false. */
  isPromotion?: boolean | null | undefined
  /** 프로모션 ID (PortOne promotions): which one. */
  promotion_id?: string | null | undefined
  /** 국가 (paypal_v2): the buyer's, in test mode only: two letters. Default: where the buyer is. */
  country?: string | null | undefined
  /** 나이스 신규 모바일 (nice): the newer mobile module, which does not lose results. Default: false. */
  niceMobileV2?: boolean | null | undefined
  /** 상점 정보. Required by inicis_jp, and by ksnet with most of `card.direct` and with easy pay called directly. */
  storeDetails?: Open<StoreDetails> | null | undefined
  /** 결제창 언어 (tosspayments): its sample has `'ko'` here, no document explains it. Others: `language`. */
  locale?: string | null | undefined
  /** 구매자 이름 (paypal_v2): the given name, better than `buyer_name`, for buyers without an account. Default: none. */
  buyer_first_name?: string | null | undefined
  /** 구매자 성 (paypal_v2): the family name, with `buyer_first_name`. Default: none. */
  buyer_last_name?: string | null | undefined
  /** 주문자 이름 후리가나 (inicis_jp): the given name in katakana. Required with `pay_method: 'cvs'`. */
  buyer_first_name_kana?: string | null | undefined
  /** 주문자 성 후리가나 (inicis_jp): the family name in katakana. Required with `pay_method: 'cvs'`. */
  buyer_last_name_kana?: string | null | undefined
  /**
   * 편의점 결제 (inicis_jp): how long it may be paid, `valid_hours` in hours or `due_date` in the form of ISO 8601. One of
   * them is required with `pay_method: 'cvs'`.
   */
  cvs?:
    | {
        payment_deadline?: { valid_hours?: number | undefined; due_date?: string | undefined } | undefined
      }
    | null
    | undefined
  /** 테스트 결제수단 (paymentwall). Default: false. */
  use_test_method?: boolean | null | undefined
  /** 고위험 결제 정보 (paypal): PayPal's risk data. Default: none. */
  optional?: { use_stc_api?: boolean | undefined; stc_data?: unknown } | null | undefined
  /** 주문 상세 (kicc_v2): what the order is. Required with `pay_method: 'alipay_plus'`. */
  order_description?: string | null | undefined
  /** 알리페이 플러스 (kicc_v2): which wallet. Default: the buyer chooses. */
  alipay_plus?: { wallet?: AlipayPlusWallet | (string & {}) | undefined } | null | undefined
  /** 모바일에서 PC 결제창 (kakaopay): a phone gets the PC window. Default: false. */
  kakaopayMobileAsPC?: boolean | null | undefined
  /**
   * 카카오톡 실행 (kakao): true, on iOS.
   *
   * @deprecated kakao ended in May 2018.
   */
  kakaoOpenApp?: boolean | null | undefined
  /**
   * 프록시 경로 (payco): of script 1.1.4.
   *
   * @deprecated payco has needed none since August 2017.
   */
  proxyPath?: string | null | undefined
}
