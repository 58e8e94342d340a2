/**
 * What the package knows of each gateway: one row a gateway, in this table and nowhere else. Validation, the decision
 * about `m_redirect_url`, the messages and docs/gateways.md are all made from it. Every name in it is typed, so that a
 * misspelt one does not compile.
 *
 * The doc comment of a row is part of the data: the first line is the name in Korean and, where it is another, in English;
 * then come notes for docs/gateways.md; each `@source` names a page and the day of its last change.
 *
 * Facts are from the public iamport manual (github.com/iamport/iamport-manual) and the V1 pages of
 * developers.portone.io. Where they contradict each other the note says so, and the row is what is safe with both.
 */
import type {
  DueDateForm,
  GatewayCode,
  KnownCurrency,
  KnownLanguage,
  KnownPayMethod,
  SdkVersion,
} from '../types/codes.ts'
import type { ParameterPath } from '../types/request.ts'
import type { Rule } from './rule.ts'

/** One value of a parameter with which a gateway leaves the page, or stays on it, other than it does without. */
export interface Exception {
  readonly parameter: ParameterPath
  /** The value, or `'given'` for any that is neither missing nor blank. */
  readonly is: boolean | 'given' | KnownPayMethod
  /** Whether the page is left with it, whatever the device. */
  readonly leaves: boolean
  /** The first script that knows the exception. Not given: all of them. */
  readonly since?: SdkVersion
}

/** What the package knows of one gateway. */
export interface GatewayRow {
  /** When the page is left for the gateway. Not given: on phones. */
  readonly leaves?: 'always' | 'never'
  readonly except?: Exception
  /** The first script that leaves the page; older ones keep it and call back. */
  readonly leavesSince?: SdkVersion
  /** The first script that knows the gateway. Not given: all of them. */
  readonly since?: SdkVersion
  /** The first release of `v1` (`IMP.slots.SDK_VERSION`) known to have it; an older one silently opens another channel. */
  readonly release?: string
  /** The pay methods that its documents list. Not given: the gateway ignores `pay_method`, or no list is known. */
  readonly payMethods?: readonly KnownPayMethod[]
  /** The pay methods that it does escrow for. Not given: no restriction is documented. */
  readonly escrow?: readonly KnownPayMethod[]
  /** The currencies that its documents list. */
  readonly currencies?: readonly KnownCurrency[]
  /** The currencies that it takes, refusing all others. */
  readonly onlyCurrencies?: readonly KnownCurrency[]
  /** The currency that it refuses. */
  readonly notCurrency?: KnownCurrency
  /** The currency when none is given. Not given: KRW. */
  readonly defaultCurrency?: KnownCurrency
  /** The languages that its window has. */
  readonly languages?: readonly KnownLanguage[]
  /** How `vbank_due` may be written. Not given: in all the ways that any gateway documents. */
  readonly dueDates?: readonly DueDateForm[]
  /** The array whose `unitPrice` times `quantity` must add up to the amount. */
  readonly sums?: 'products'
  /** The parameter that asks for a popup, discouraged on phones because in-app browsers block popups. */
  readonly popup?: 'popup' | 'naverPopupMode'
  /** What a request must be. */
  readonly rules?: readonly Rule[]
}

/** The pay methods of both modules of KG Inicis. */
const inicisMethods = [
  'card',
  'trans',
  'vbank',
  'phone',
  'cultureland',
  'smartculture',
  'booknlife',
  'happymoney',
  'applepay',
  'kakaopay',
  'naverpay',
  'payco',
  'lpay',
  'ssgpay',
  'tosspay',
  'samsung',
  'kpay',
] as const satisfies readonly KnownPayMethod[]

/** The table. */
export const gateways: Readonly<Record<GatewayCode, GatewayRow>> = {
  /**
   * KG이니시스 (웹표준) | KG Inicis (web standard)
   * With `customer_uid` the documents disagree whether a phone leaves the page, so both ways are prepared for.
   */
  html5_inicis: {
    payMethods: inicisMethods,
    languages: ['ko', 'en'],
    rules: [{ need: 'buyer_tel' }],
  },
  /**
   * KG이니시스 일본 | KG Inicis Japan
   * Documented with a channelKey only. On a PC it needs `popup: true`. Its second kind (SBPS) takes `customer_id` in place of
   * `storeDetails`.
   */
  inicis_jp: {
    since: 'v1',
    payMethods: ['card', 'amazonpay', 'paypay', 'cvs', 'rakutenpay', 'merpay', 'dbarai', 'aupay'],
    onlyCurrencies: ['JPY'],
    defaultCurrency: 'JPY',
    rules: [
      { need: 'storeDetails', when: { not: { given: 'customer_id' } } },
      { need: 'currency' },
      { need: 'buyer_name', warn: true },
      { need: 'popup', when: { device: 'pc' }, warn: true },
      { allow: 'popup', values: [true], when: { device: 'pc' }, warn: true },
      { match: 'merchant_uid', pattern: /^[!-~]+$/, warn: true },
      { need: 'cvs.payment_deadline', when: { pay_method: 'cvs' } },
      { need: 'buyer_first_name_kana', when: { pay_method: 'cvs' } },
      { need: 'buyer_last_name_kana', when: { pay_method: 'cvs' } },
      { match: 'buyer_first_name_kana', pattern: /^[ァ-ー]+$/, warn: true },
      { match: 'buyer_last_name_kana', pattern: /^[ァ-ー]+$/, warn: true },
      { match: 'display.card_quota', pattern: /^((0|3|5|6|10|12)(,|$))*$/, warn: true },
      { avoid: 'name', characters: /[가-힣]/, warn: true },
      { limit: 'customer_id', characters: 30, warn: true },
    ],
  },
  /**
   * KG이니시스 (일반) | KG Inicis (legacy)
   * The 2017 manual means the ActiveX window, newer documents key-in and recurring payments. `inicis_unified` is another thing,
   * the identity check of `IMP.certification`.
   */
  inicis: {
    payMethods: inicisMethods,
    languages: ['ko', 'en'],
    rules: [{ need: 'buyer_tel' }],
  },
  /** 스마트로 (구모듈) | Smartro (old) */
  smartro: {
    since: '1.2.0',
    payMethods: ['card', 'trans', 'vbank'],
  },
  /** 스마트로 (신모듈) | Smartro */
  smartro_v2: {
    since: 'v1',
    release: '1.5.0',
    payMethods: ['card', 'trans', 'vbank', 'phone', 'kakaopay', 'naverpay', 'payco', 'lpay', 'pinpay'],
    escrow: ['card', 'trans', 'vbank'],
    onlyCurrencies: ['KRW', 'USD'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD'],
    rules: [
      { need: 'buyer_tel' },
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'customer_id', when: { pay_method: ['kakaopay', 'naverpay', 'payco', 'lpay', 'pinpay'] } },
      { need: 'customer_id', when: { given: 'customer_uid' } },
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      { need: 'card.direct.code', when: { given: 'card.direct.quota' } },
      { match: 'merchant_uid', pattern: /^[A-Za-z0-9]+$/ },
      {
        need: 'bypass.customerIdentifier',
        when: { text: { path: 'bypass.cashReceiptType', is: ['personal', 'corporate'] } },
      },
      { need: 'period.to', when: { given: 'period.from' }, warn: true },
      { need: 'period.from', when: { given: 'period.to' }, warn: true },
      { refuse: 'card.direct', when: { escrow: true, pay_method: 'card' } },
      { refuse: 'bypass.cashReceiptType', when: { escrow: true, pay_method: 'trans' } },
      { refuse: 'bypass.customerIdentifier', when: { escrow: true, pay_method: 'trans' } },
      {
        refuse: 'bypass.customerIdentifier',
        when: { not: { text: { path: 'bypass.cashReceiptType', is: ['personal', 'corporate'] } } },
      },
      { refuse: 'display.card_quota', warn: true },
      { limit: 'customer_id', characters: 20, warn: true },
    ],
  },
  /**
   * NHN KCP
   * Newer documents ask for `bypass.shop_user_id` with phones and vouchers, the 2017 manual does not. Its sample for
   * PAYCO through KCP has escrow without `kcpProducts`, so there their absence is a warning. Wallets are reported as `card` or
   * `point` since September 2024. KB cards fail in its test mode.
   */
  kcp: {
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'smartculture',
      'booknlife',
      'happymoney',
      'applepay',
      'kakaopay',
      'naverpay',
      'payco',
      'lpay',
      'ssgpay',
      'tosspay',
      'samsung',
      'point',
      'naverpay_bridge',
    ],
    languages: ['ko', 'en'],
    dueDates: ['YYYYMMDD', 'YYYYMMDDHHmmss'],
    rules: [
      { need: 'kcpProducts', when: { escrow: true, not: { pay_method: 'payco' } } },
      { need: 'kcpProducts', when: { escrow: true, pay_method: 'payco' }, warn: true },
      { need: 'buyer_name', when: { pay_method: 'phone' }, warn: true },
      {
        need: 'bypass.shop_user_id',
        when: { pay_method: ['phone', 'cultureland', 'smartculture', 'booknlife', 'happymoney'] },
        warn: true,
      },
      { need: 'bypass.pt_memcorp_cd', when: { pay_method: 'point' }, warn: true },
    ],
  },
  /**
   * NHN KCP 정기결제 | NHN KCP recurring
   * Opens a window that makes a billing key; the amount is only shown.
   */
  kcp_billing: {
    payMethods: ['card'],
    rules: [{ need: 'customer_uid' }],
  },
  /**
   * NHN KCP 퀵페이 | NHN KCP QuickPay
   * The landing URL has `imp_status` and `kcp_action` in place of `imp_success`.
   */
  kcp_quick: {
    since: '1.2.0',
    payMethods: ['card', 'trans'],
    rules: [
      { need: 'bypass.kcpQuick.actionType' },
      { need: 'bypass.kcpQuick.memberID' },
      { need: 'bypass.kcpQuick.encryptedCI', warn: true },
      { limit: 'bypass.kcpQuick.memberID', characters: 16, warn: true },
    ],
  },
  /**
   * 나이스페이먼츠 (구모듈) | NICE Payments (old)
   * The older mobile module may lose results; `niceMobileV2: true` opts into the newer one.
   */
  nice: {
    payMethods: ['card', 'trans', 'vbank', 'phone', 'kakaopay'],
    languages: ['ko', 'en'],
    dueDates: ['YYYYMMDD', 'YYYYMMDDhhmm'],
  },
  /**
   * 나이스페이먼츠 (신모듈) | NICE Payments
   * Naver Pay is `naverpay_card` or `naverpay_point`; `naverpay` makes a billing key only. When its window does not open, it
   * doesn't say why.
   */
  nice_v2: {
    since: 'v1',
    release: '1.19.0',
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'applepay',
      'kakaopay',
      'payco',
      'lpay',
      'ssgpay',
      'alipay',
      'naverpay_point',
      'ssgpay_bank',
      'naverpay_card',
      'tosspay_card',
      'tosspay_money',
      'skpay',
      'samsungpay',
    ],
    escrow: ['card', 'trans', 'vbank'],
    currencies: ['KRW', 'USD'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD', 'YYYYMMDDHHmmss', 'YYYY-MM-DD HH:mm:ss'],
    rules: [
      { need: 'buyer_tel' },
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      { need: 'period.to', when: { given: 'period.from' } },
      { need: 'period.from', when: { given: 'period.to' } },
      { need: 'customer_id', when: { given: 'customer_uid' } },
      { need: 'bypass.nice_v2.MallUserID', when: { pay_method: 'cultureland' } },
      { match: 'merchant_uid', pattern: /^[A-Za-z0-9]+$/, when: { pay_method: 'ssgpay_bank' } },
      { need: 'bypass.cashReceiptType', when: { pay_method: ['naverpay_point', 'ssgpay_bank'] } },
      {
        need: 'bypass.cashReceiptType',
        when: { pay_method: 'trans', text: { path: 'bypass.nice_v2.DirectShowOpt', is: 'BANK' } },
      },
      {
        match: 'bypass.customerIdentifier',
        pattern: /^01[\d-]{8,11}$/,
        when: { text: { path: 'bypass.cashReceiptType', is: 'personal' } },
      },
      { forbid: 'bypass.nice_v2.DirectShowOpt', value: 'BANK', when: { escrow: true, pay_method: 'trans' } },
      { forbid: 'pay_method', value: 'naverpay', when: { not: { given: 'customer_uid' } } },
      { forbid: 'card.direct.code', value: '092' },
      { limit: 'name', bytes: 40, warn: true },
      { avoid: 'name', characters: /[%&|$+=[\]-]/, warn: true },
    ],
  },
  /**
   * KICC (한국정보통신) | KICC
   * Escrow is for cash-like pay methods only, and stops without the three buyer fields and the products.
   */
  kicc: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
    escrow: ['trans', 'vbank'],
    rules: [
      { need: 'buyer_tel' },
      { need: 'buyer_name', when: { escrow: true } },
      { need: 'buyer_email', when: { escrow: true } },
      { need: 'kiccProducts', when: { escrow: true } },
    ],
  },
  /**
   * KICC 해외결제 | KICC overseas
   * Documented with a channelKey only. A QR payment may be approved after the window closed: a webhook is needed. WeChat wants
   * the shop's domain registered.
   */
  kicc_v2: {
    since: 'v1',
    payMethods: ['wechat', 'alipay_plus'],
    rules: [{ need: 'order_description', when: { pay_method: 'alipay_plus' } }],
  },
  /** 토스페이 (구모듈) | Toss Pay (old) */
  tosspay: {
    since: '1.2.0',
    payMethods: ['card', 'trans'],
    rules: [{ need: 'name' }],
  },
  /**
   * 토스페이 (신모듈) | Toss Pay
   * A billing key may be made although the window was closed: a webhook is needed.
   */
  tosspay_v2: {
    since: 'v1',
    release: '1.19.0',
    payMethods: ['tosspay', 'tosspay_card', 'tosspay_money'],
    rules: [
      { need: 'customer_id', when: { given: 'customer_uid' } },
      { limit: 'customer_id', characters: 50, warn: true },
    ],
  },
  /**
   * 토스페이 테스트 | Toss Pay test
   * The test code of `tosspay`. On a PC its results do not arrive reliably.
   */
  tosstest: {
    since: '1.2.0',
    payMethods: ['card', 'trans'],
    rules: [{ need: 'name' }],
  },
  /**
   * 헥토파이낸셜 (세틀뱅크) | Hecto Financial (Settlebank)
   * Scripts before 1.1.7 may have its popup blocked on a PC.
   */
  settle: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
    dueDates: ['YYYYMMDD'],
    rules: [
      { need: 'buyer_tel' },
      { need: 'company', when: { pay_method: 'vbank' } },
      { need: 'name', when: { pay_method: 'phone' } },
      { need: 'company', when: { pay_method: 'phone' } },
      { need: 'company_en', when: { pay_method: 'phone' } },
    ],
  },
  /**
   * 헥토파이낸셜 (펌뱅킹) | Hecto Financial (firm banking)
   * Only its code is documented.
   */
  settle_firm: {},
  /**
   * 헥토파이낸셜 내통장결제 | Hecto Financial My Account
   * Documents disagree whether a phone leaves the page, so both ways are prepared for.
   */
  settle_acc: {
    payMethods: ['trans'],
    rules: [{ need: 'buyer_tel' }],
  },
  /** 차이 | Chai */
  chai: {
    leaves: 'always',
    payMethods: ['trans'],
  },
  /**
   * 네이버페이 결제형 | Naver Pay
   * Its contract demands that `error_msg` is shown unchanged. A billing key (`customer_uid`) needs no `naverProducts`.
   */
  naverpay: {
    leaves: 'always',
    except: { parameter: 'naverPopupMode', is: true, leaves: false },
    popup: 'naverPopupMode',
    rules: [
      { need: 'naverProducts', when: { not: { given: 'customer_uid' } } },
      { need: 'buyer_tel' },
      { atLeast: 10, of: 'amount', warn: true },
    ],
  },
  /**
   * 네이버페이 주문형 | Naver Pay order form
   * The order ends at Naver: neither the callback nor `m_redirect_url` is called, with `popup: true` neither. Only the server
   * learns of it.
   */
  naverco: {
    leaves: 'always',
    except: { parameter: 'popup', is: true, leaves: false },
    popup: 'popup',
    rules: [{ need: 'naverProducts' }, { need: 'buyer_tel' }],
  },
  /**
   * 하이픈 | Hyphen
   * Removed in November 2025.
   */
  hyphen: {
    since: 'v1',
    release: '1.28.12',
    payMethods: ['trans'],
    rules: [{ need: 'buyer_name' }, { match: 'merchant_uid', pattern: /^\w+$/ }],
  },
  /**
   * 페이플 | Payple
   * Only its code is documented.
   */
  payple: {},
  /**
   * 토스페이먼츠 (신모듈) | Toss Payments
   * The console has to be set to its API of 2022-07-27. The callback has only `imp_uid` and `merchant_uid`. ISP cards fail in
   * Safari, and popup blockers of Safari and Firefox stop paybook, `vbank` and `phone`.
   */
  tosspayments: {
    except: { parameter: 'customer_uid', is: 'given', leaves: true },
    since: 'v1',
    release: '1.5.0',
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'smartculture',
      'booknlife',
      'applepay',
      'kakaopay',
      'naverpay',
      'payco',
      'lpay',
      'ssgpay',
      'tosspay',
      'samsungpay',
    ],
    rules: [{ need: 'buyer_name', warn: true }],
  },
  /**
   * 토스 브랜드페이 | Toss BrandPay
   * `customer_id` has to be random, so that nobody can guess another's. Its widget is opened with `IMP.loadUI`.
   */
  toss_brandpay: {
    leaves: 'never',
    since: 'v1',
    release: '1.19.0',
    payMethods: ['toss_brandpay'],
    onlyCurrencies: ['KRW'],
    rules: [{ need: 'customer_id' }],
  },
  /**
   * LG유플러스 (토스페이먼츠 구모듈) | LG U+ (Toss Payments, old)
   * The code stayed when Toss Payments took the gateway over.
   */
  uplus: {
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'smartculture',
      'booknlife',
      'applepay',
      'kakaopay',
      'naverpay',
      'payco',
      'lpay',
      'tosspay',
      'samsung',
    ],
    languages: ['ko', 'en'],
    dueDates: ['YYYYMMDD', 'YYYYMMDDHHmmss'],
  },
  /** 다날 휴대폰 소액결제 | Danal phone bill */
  danal: {
    leaves: 'never',
    payMethods: ['phone'],
    rules: [{ need: 'buyer_tel' }, { refuse: 'tax_free', warn: true }],
  },
  /**
   * 다날 일반결제 | Danal
   * A billing key with `amount: 0` costs the buyer 10 won, given back half an hour later.
   */
  danal_tpay: {
    leaves: 'never',
    payMethods: ['card', 'trans', 'vbank', 'cultureland', 'happymoney'],
    rules: [{ need: 'buyer_tel' }, { need: 'biz_num', when: { pay_method: 'vbank' } }],
  },
  /**
   * 엑심베이 | Eximbay
   * `econtext` is reported as a virtual account whose number is `unknown`.
   */
  eximbay: {
    leaves: 'never',
    except: { parameter: 'popup', is: false, leaves: true },
    payMethods: ['card', 'wechat', 'alipay', 'tenpay', 'molpay', 'econtext', 'unionpay', 'paysbuy'],
    currencies: ['KRW', 'USD', 'EUR', 'GBP', 'JPY', 'THB', 'SGD', 'RUB', 'HKD', 'CAD', 'AUD'],
    languages: ['ko', 'en', 'zh', 'jp'],
    defaultCurrency: 'USD',
    popup: 'popup',
    rules: [
      { need: 'buyer_tel' },
      { need: 'buyer_name', warn: true },
      { need: 'currency', when: { pay_method: 'econtext' }, warn: true },
      { allow: 'currency', values: ['JPY'], when: { pay_method: 'econtext' }, warn: true },
    ],
  },
  /**
   * 카카오페이 (LGCNS) | KakaoPay (LG CNS)
   * Ended in May 2018; `kakaopay` took its place.
   */
  kakao: {
    leaves: 'never',
    payMethods: ['card'],
  },
  /**
   * 카카오페이 | KakaoPay
   * The manual says that a phone stays on the page; scripts since 1.1.8 leave it.
   */
  kakaopay: {
    leavesSince: '1.1.8',
    rules: [{ match: 'display.card_quota', pattern: /^\d+$/, warn: true }, { refuse: 'vat_amount' }],
  },
  /**
   * 페이코 | PAYCO
   * A popup on a PC: it must be asked for inside the click. Newer documents require `name`, the 2017 manual does not.
   */
  payco: {
    leaves: 'never',
    popup: 'popup',
    rules: [{ need: 'buyer_tel' }, { need: 'name', warn: true }],
  },
  /** 페이팔 Express Checkout | PayPal Express Checkout */
  paypal: {
    leaves: 'always',
    except: { parameter: 'popup', is: true, leaves: false, since: '1.1.7' },
    payMethods: ['card'],
    notCurrency: 'KRW',
    defaultCurrency: 'USD',
    popup: 'popup',
  },
  /**
   * 페이팔 SPB / RT | PayPal SPB / RT
   * Opened with `IMP.loadUI`, not with `request_pay`: for this one only `prepare` is of use. The page must have no element with
   * the id `paypal`. A payment may stay pending for a while.
   */
  paypal_v2: {
    leaves: 'never',
    since: 'v1',
    payMethods: ['paypal'],
    defaultCurrency: 'USD',
    sums: 'products',
    rules: [{ allow: 'pay_method', values: ['paypal'] }, { refuse: 'tax_free' }],
  },
  /**
   * 웰컴페이먼츠 | Welcome Payments
   * Amounts under 1000 need `below1000` in `bypass.welcome.acceptmethod`, on phones in `bypass.welcome.P_RESERVED`.
   * On a PC only a lump sum is offered unless `display.card_quota` says more.
   */
  welcome: {
    since: 'v1',
    release: '1.19.0',
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'culturegift',
      'kakaopay',
      'naverpay',
      'payco',
      'lpay',
      'tosspay',
    ],
    escrow: ['card', 'trans', 'vbank'],
    onlyCurrencies: ['KRW'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD', 'YYYYMMDDHHmmss', 'YYYY-MM-DD HH:mm:ss'],
    rules: [
      { need: 'buyer_name' },
      { need: 'buyer_tel' },
      { need: 'name' },
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      { allow: 'useCardPoint', values: [true] },
      { need: 'period.to', when: { given: 'period.from' } },
      { need: 'period.from', when: { given: 'period.to' } },
      { allow: 'period.interval', values: ['1m', '1y'] },
      { allow: 'bypass.cashReceiptType', values: ['anonymous'] },
      { refuse: 'period.interval', when: { given: 'period.from' } },
      { refuse: 'bypass.customerIdentifier' },
      {
        refuse: 'phone.detail',
        when: { text: { path: 'bypass.welcome.acceptmethod', matches: /hppdefaultcorp/ } },
        warn: true,
      },
      {
        refuse: 'phone.detail',
        when: { text: { path: 'bypass.welcome.P_RESERVED', matches: /hpp_default_corp/ } },
        warn: true,
      },
      {
        atLeast: 1000,
        of: 'amount',
        when: {
          not: [
            { text: { path: 'bypass.welcome.acceptmethod', matches: /below1000/ } },
            { text: { path: 'bypass.welcome.P_RESERVED', matches: /below1000/ } },
          ],
        },
        warn: true,
      },
    ],
  },
  /**
   * KPN
   * Only its code is documented.
   */
  kpn: {},
  /**
   * 스마일페이 | SmilePay
   * Documents disagree whether a phone leaves the page, so both ways are prepared for. In an app its `app_scheme` has to be
   * registered with LG CNS, and a WebView of iOS needs www.mysmilepay.com as its base address.
   */
  smilepay: {
    rules: [{ need: 'buyer_tel' }],
  },
  /** 알리페이 (나이스) | Alipay (NICE) */
  alipay: {
    leaves: 'always',
    onlyCurrencies: ['USD', 'KRW'],
    defaultCurrency: 'USD',
  },
  /**
   * 시럽페이 | Syrup Pay
   * Only its code is documented.
   */
  syrup: {},
  /** 페이레터 해외결제 | Payletter overseas */
  payletter_global: {
    since: 'v1',
    rules: [
      { need: 'buyer_email' },
      { need: 'currency', warn: true },
      { match: 'merchant_uid', pattern: /^[A-Za-z0-9]+$/ },
      {
        need: 'bypass.payletter_global.servicename',
        when: { text: { path: 'bypass.payletter_global.pginfo', matches: /WeChat|Alipay/ } },
      },
    ],
  },
  /**
   * 블루월넛 | Bluewalnut
   * Documents disagree whether a phone leaves the page, so both ways are prepared for.
   */
  bluewalnut: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
  },
  /** JTNet */
  jtnet: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
  },
  /**
   * 모빌리언스 (KG파이낸셜 구모듈) | Mobilians (KG Financial, old)
   * The manual says that a phone stays on the page, newer documents that it leaves; phone bills stay in both readings.
   */
  mobilians: {
    except: { parameter: 'pay_method', is: 'phone', leaves: false },
    payMethods: ['card', 'phone'],
  },
  /** KG파이낸셜 (신모듈) | KG Financial */
  mobilians_v2: {
    since: 'v1',
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'smartculture',
      'booknlife',
      'applepay',
      'kakaopay',
      'naverpay',
      'payco',
      'lpay',
      'ssgpay',
      'tosspay',
      'samsung',
    ],
    escrow: ['trans', 'vbank'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD'],
    rules: [
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'buyer_tel', when: { pay_method: 'ssgpay' } },
      { need: 'customer_id', when: { pay_method: ['cultureland', 'smartculture', 'booknlife'] } },
      { need: 'customer_id', when: { pay_method: 'card', given: 'customer_uid' } },
      { need: 'buyer_name', when: { escrow: true, pay_method: 'trans' } },
      { need: 'buyer_name', when: { pay_method: 'trans' }, warn: true },
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      { match: 'merchant_uid', pattern: /^.{4,}$/s },
      {
        need: 'buyer_tel',
        when: {
          escrow: true,
          pay_method: 'trans',
          text: { path: 'bypass.mobilians_v2.pay_options.ra_direct', is: 'Y' },
        },
      },
      {
        need: 'buyer_email',
        when: {
          escrow: true,
          pay_method: 'trans',
          text: { path: 'bypass.mobilians_v2.pay_options.ra_direct', is: 'Y' },
        },
      },
      {
        need: 'bypass.mobilians_v2.pay_options.ra_escrow_password',
        when: {
          escrow: true,
          pay_method: 'trans',
          text: { path: 'bypass.mobilians_v2.pay_options.ra_direct', is: 'Y' },
        },
        warn: true,
      },
      {
        need: 'bypass.cashReceiptType',
        when: { pay_method: 'trans', text: { path: 'bypass.mobilians_v2.pay_options.ra_direct', is: 'Y' } },
        warn: true,
      },
      {
        need: 'bypass.cashReceiptType',
        when: {
          pay_method: 'naverpay',
          text: { path: 'bypass.mobilians_v2.pay_options.cn_easypay_type', is: 'P' },
        },
        warn: true,
      },
      { refuse: 'tax_free', when: { pay_method: ['trans', 'vbank', 'phone', 'payco'] }, warn: true },
      {
        refuse: 'confirm_url',
        when: { pay_method: ['cultureland', 'smartculture', 'booknlife'] },
        warn: true,
      },
      { limit: 'customer_id', bytes: 20, warn: true },
      { atLeast: 100, of: 'amount', warn: true },
    ],
  },
  /** KSNET */
  ksnet: {
    since: 'v1',
    release: '1.5.0',
    payMethods: ['card', 'trans', 'vbank', 'phone', 'kakaopay', 'naverpay', 'payco', 'lpay', 'ssgpay'],
    currencies: ['KRW', 'USD'],
    rules: [
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'buyer_email', when: { escrow: true } },
      { need: 'buyer_name', when: { given: 'card.direct' } },
      { need: 'buyer_name', when: { given: 'bypass.ksnet.easyPayDirect' } },
      {
        need: 'storeDetails.businessName',
        when: {
          text: {
            path: 'card.direct.code',
            is: ['041', '365', '366', '367', '368', '370', '371', '374', '381'],
          },
        },
      },
      {
        need: 'storeDetails.businessRegistrationNumber',
        when: {
          text: {
            path: 'card.direct.code',
            is: ['041', '365', '366', '367', '368', '370', '371', '374', '381'],
          },
        },
      },
      {
        need: 'bypass.ksnet.url',
        when: {
          text: { path: 'card.direct.code', is: ['041', '365', '366', '367', '368', '370', '371', '374'] },
        },
      },
      {
        need: 'buyer_tel',
        when: {
          device: 'phone',
          text: { path: 'card.direct.code', is: ['090', '361', '364', '369', '372'] },
        },
      },
      {
        need: 'bypass.ksnet.tcode',
        when: {
          device: 'phone',
          text: { path: 'card.direct.code', is: ['090', '361', '364', '369', '372'] },
        },
      },
      {
        need: 'buyer_email',
        when: { pay_method: ['kakaopay', 'payco'], given: 'bypass.ksnet.easyPayDirect' },
      },
      { need: 'buyer_tel', when: { pay_method: ['kakaopay', 'payco'], given: 'bypass.ksnet.easyPayDirect' } },
      {
        need: 'storeDetails.ceoFullName',
        when: { pay_method: 'kakaopay', given: 'bypass.ksnet.easyPayDirect' },
      },
      { need: 'storeDetails.address', when: { pay_method: 'kakaopay', given: 'bypass.ksnet.easyPayDirect' } },
      {
        need: 'storeDetails.phoneNumber',
        when: { pay_method: 'kakaopay', given: 'bypass.ksnet.easyPayDirect' },
      },
      {
        need: 'storeDetails.businessName',
        when: { pay_method: ['naverpay', 'payco'], given: 'bypass.ksnet.easyPayDirect' },
      },
      {
        need: 'storeDetails.businessRegistrationNumber',
        when: { pay_method: 'payco', given: 'bypass.ksnet.easyPayDirect' },
      },
      { need: 'buyer_name', warn: true },
      { need: 'currency', warn: true },
      { need: 'tax_free', warn: true },
    ],
  },
  /**
   * 페이먼트월 | Paymentwall
   * `buyer_name` is "First Last". A failed payment may turn into a paid one later.
   */
  paymentwall: {
    rules: [
      { need: 'buyer_email' },
      { need: 'name' },
      { need: 'buyer_name' },
      { need: 'currency' },
      { match: 'amount', pattern: /^\d+$/ },
      { match: 'buyer_name', pattern: /\S\s+\S/, warn: true },
    ],
  },
  /**
   * 다우데이타 (키움페이) | Daou Data (Kiwoom Pay)
   * May report a failure although the money was taken. Texts must be ones that EUC-KR can write.
   */
  daou: {
    since: '1.2.0',
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'smartculture',
      'booknlife',
      'applepay',
      'kakaopay',
      'naverpay',
      'payco',
      'samsung',
    ],
    escrow: ['trans', 'vbank'],
    rules: [
      { refuse: 'tax_free', when: { pay_method: ['trans', 'vbank'] }, warn: true },
      { avoid: 'name', characters: /[\ud800-\udfff]/, warn: true },
      { avoid: 'buyer_name', characters: /[\ud800-\udfff]/, warn: true },
    ],
  },
  /** 갤럭시아머니트리 | Galaxia Moneytree */
  galaxia: {
    since: 'v1',
    payMethods: [
      'card',
      'trans',
      'vbank',
      'phone',
      'cultureland',
      'smartculture',
      'booknlife',
      'happymoney',
      'applepay',
      'kakaopay',
      'naverpay',
      'payco',
      'tosspay',
      'samsungpay',
      'moneytree',
    ],
    escrow: ['trans', 'vbank'],
    onlyCurrencies: ['KRW'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD'],
    rules: [
      { need: 'customer_id' },
      { need: 'name' },
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'buyer_name', when: { pay_method: 'trans' } },
      { limit: 'customer_id', characters: 20, warn: true },
    ],
  },
}
