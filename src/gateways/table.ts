/**
 * What a request to each gateway needs, and what becomes of the page: one row a gateway. Validation, the decision about
 * `m_redirect_url`, the messages and docs/gateways.md are all made from it. Every name in it is typed, so that a misspelt one does
 * not compile.
 *
 * What is known of a gateway's answers stands where answers are read, for a page that only lands must not carry this table: which
 * gateways approve late (util/late-gateways.ts), charge on registration (util/charging-gateways.ts) or report false failures
 * (gateways/unreliable.ts), and in which words they cancel (response/reported-texts.ts).
 *
 * The comments are part of the data, and docs/gateways.md prints them:
 *
 * - The doc comment of a row begins with the name in Korean and, where it is another, in English; then come notes. Each
 *   `@source` names a page and the day of its last change.
 * - The comment right above a rule, or above a column that refuses something, says what happens where it is broken. Every
 *   rule that is an error has one.
 *
 * `developers.portone.io` is PortOne's documentation (github.com/portone-io/developers.portone.io), `iamport-manual` is
 * github.com/iamport/iamport-manual, of which `at 2017` and the like are earlier revisions. Where they contradict each other
 * the note says so, and the row is what is safe with both.
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
import type { Rule, When } from './rule.ts'

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
  readonly release?: `${number}.${number}.${number}`
  /** The pay methods that its documents list. Not given: the gateway ignores `pay_method`, or no list is known. */
  readonly payMethods?: readonly KnownPayMethod[]
  /** The pay methods that it does escrow for. Not given: no restriction is documented. */
  readonly escrow?: readonly KnownPayMethod[]
  /**
   * What becomes of `amount` where `customer_uid` asks for a billing key: it is only `shown`, it is `charged`, or it is charged
   * unless it is 0. `none`: the gateway has no window for billing keys. Not given: nothing is documented.
   */
  readonly billing?: 'shown' | 'charged' | 'charged unless 0' | 'none'
  /** The requests that need no `amount`. Not given: those for billing keys (`customer_uid`). */
  readonly withoutAmount?: When
  /** The requests that need no `merchant_uid`. */
  readonly withoutOrder?: When
  /** The currencies that its documents list. */
  readonly currencies?: readonly KnownCurrency[]
  /** The currencies that it takes, refusing all others. */
  readonly onlyCurrencies?: readonly KnownCurrency[]
  /** The currency that it refuses. */
  readonly notCurrency?: KnownCurrency
  /** The currency when none is given. Not given: KRW. */
  readonly defaultCurrency?: KnownCurrency
  /** Its documents have a price in won with a fraction, so that such a price is a warning here. */
  readonly fractionsOfWon?: true
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

/**
 * The card issuers (`card.direct.code`) that KSNET opens only with the shop's data: Woori, Samsung, Shinhan, Hyundai, Lotte,
 * Citi, NH and Hana.
 */
const ksnetWithAddress = ['041', '365', '366', '367', '368', '370', '371', '374'] as const

/** The same, and KB, which needs the data of the shop alone. */
const ksnetWithShop = ['041', '365', '366', '367', '368', '370', '371', '374', '381'] as const

/** The card issuers that KSNET opens on a phone only with the buyer's carrier: Kakao Bank, BC, Gwangju, Suhyup and Jeonbuk. */
const ksnetWithCarrier = ['090', '361', '364', '369', '372'] as const

/** The pay methods of vouchers. */
const vouchers = ['cultureland', 'smartculture', 'booknlife'] as const

/** The pay methods of Mobilians that are no cards. */
const mobiliansWithoutCards = [
  'trans',
  'vbank',
  'phone',
  'payco',
  'cultureland',
  'smartculture',
  'booknlife',
] as const

/** The table. */
export const gateways: Readonly<Record<GatewayCode, GatewayRow>> = {
  /**
   * KG이니시스 (웹표준) | KG Inicis (web standard)
   * With `customer_uid` the documents disagree whether a phone leaves the page, so both ways are prepared for. `kpay` is in the
   * manual only. `tax_free: 0` with `vat_amount: 0` is for a MID of zero rate.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/inicis · 2026-04-27
   * @source iamport-manual 인증결제/sample/inicis · 2021-10-06
   * @source iamport-manual 비인증결제/example/inicis-request-billing-key · 2022-04-25
   * @source iamport-manual at 2017, README · 2017-10-26
   */
  html5_inicis: {
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
      'kpay',
    ],
    billing: 'shown',
    languages: ['ko', 'en'],
    rules: [
      // The window of KG Inicis opens with an error. For a billing key the page calls it optional.
      { need: 'buyer_tel', when: { not: { given: 'customer_uid' } } },
    ],
  },
  /**
   * KG이니시스 일본 | KG Inicis Japan
   * Documented with a channelKey only. On a PC it opens popups only and needs `popup: true`. Its second kind (SBPS: `card` and
   * `paypay`) takes `customer_id` in place of `storeDetails`. A payment of `cvs` cannot be cancelled. `display.card_quota: [0]`
   * is the lump sum.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/inicis-jp · 2026-04-27
   */
  inicis_jp: {
    since: 'v1',
    payMethods: ['card', 'amazonpay', 'paypay', 'cvs', 'rakutenpay', 'merpay', 'dbarai', 'aupay'],
    billing: 'none',
    // The gateway takes yen only.
    onlyCurrencies: ['JPY'],
    rules: [
      // Required by the page for the one kind of contract, as `customer_id` is for the other; it does not say what happens without both.
      { need: 'storeDetails', when: { not: { given: 'customer_id' } } },
      // The script takes an amount without a currency for won, which this gateway has not.
      { need: 'currency' },
      // Required by the page for convenience stores, which print the deadline; it does not say what happens without it.
      { need: 'cvs.payment_deadline', when: { pay_method: 'cvs' } },
      // Required by the page for convenience stores, which print the name; it does not say what happens without it.
      { need: 'buyer_first_name_kana', when: { pay_method: 'cvs' } },
      { need: 'buyer_last_name_kana', when: { pay_method: 'cvs' } },
      {
        need: 'cvs.payment_deadline.valid_hours',
        when: { given: 'cvs.payment_deadline', not: { given: 'cvs.payment_deadline.due_date' } },
        warn: true,
      },
      { need: 'storeDetails.storeName', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.storeNameKana', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.storeNameEn', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.storeNameShort', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.contactName', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.email', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.phoneNumber', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.openingHours.open', when: { given: 'storeDetails' }, warn: true },
      { need: 'storeDetails.openingHours.close', when: { given: 'storeDetails' }, warn: true },
      { need: 'buyer_name', warn: true },
      { need: 'popup', when: { device: 'pc' }, warn: true },
      { allow: 'popup', values: [true], when: { device: 'pc' }, warn: true },
      { match: 'merchant_uid', pattern: /^[!-~]+$/, warn: true },
      { match: 'buyer_first_name_kana', pattern: /^[ァ-ー]+$/, warn: true },
      { match: 'buyer_last_name_kana', pattern: /^[ァ-ー]+$/, warn: true },
      { match: 'display.card_quota', pattern: /^((0|3|5|6|10|12)(,|$))*$/, warn: true },
      { avoid: 'name', characters: /[가-힣]/, called: '한글', warn: true },
      { limit: 'customer_id', characters: 30, warn: true },
    ],
  },
  /**
   * KG이니시스 (일반) | KG Inicis (legacy)
   * The 2017 manual means the ActiveX window, newer documents key-in and recurring payments. `inicis_unified` is another thing,
   * the identity check of `IMP.certification`.
   *
   * @source developers.portone.io sdk/ko/v1-sdk/javascript-sdk/payrq · 2026-04-02
   * @source iamport-manual at 2017, README · 2017-10-26
   */
  inicis: {
    payMethods: ['card', 'trans', 'vbank', 'phone', 'samsung', 'kpay'],
    languages: ['ko', 'en'],
    rules: [
      // The window of KG Inicis opens with an error.
      { need: 'buyer_tel' },
    ],
  },
  /**
   * 스마트로 (구모듈) | Smartro (old)
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/smartro · 2026-04-27
   */
  smartro: {
    since: '1.2.0',
    payMethods: ['card', 'trans', 'vbank'],
    billing: 'none',
    languages: ['ko', 'en'],
  },
  /**
   * 스마트로 (신모듈) | Smartro
   * Its two pages disagree about the form of `vbank_due`; the deadline is always 23:59:59. The contract decides about currency,
   * instalments and points, whatever the request says. Issuers 372 and 090 can be called directly on Windows only.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/smartro-v2/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/smartro-v2/caution · 2025-11-12
   * @source developers.portone.io opi/ko/integration/pg/v1/smartro-v2/api · 2024-08-28
   */
  smartro_v2: {
    since: 'v1',
    release: '1.5.0',
    payMethods: ['card', 'trans', 'vbank', 'phone', 'kakaopay', 'naverpay', 'payco', 'lpay', 'pinpay'],
    // The page has escrow for these only; what is not agreed on fails, or comes back as a payment without escrow.
    escrow: ['card', 'trans', 'vbank'],
    billing: 'shown',
    // The window does not open, with the text "스마트로가 지원하지 않는 화폐입니다".
    onlyCurrencies: ['KRW', 'USD'],
    languages: ['ko', 'en'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD'],
    rules: [
      // Required by the page for a payment, and not for a billing key; it does not say what happens without it.
      { need: 'buyer_tel', when: { not: { given: 'customer_uid' } } },
      // The window does not open.
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      // The window does not open; with a value other than the contract's a popup says so, and nothing can be paid.
      { need: 'digital', when: { pay_method: 'phone' } },
      // Required by the page for easy pay and billing keys: under this id Smartro knows a buyer whose phone it has verified.
      { need: 'customer_id', when: { pay_method: ['kakaopay', 'naverpay', 'payco', 'lpay', 'pinpay'] } },
      { need: 'customer_id', when: { given: 'customer_uid' } },
      // The page takes both or neither: an issuer is called directly with instalments that are fixed.
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      { need: 'card.direct.code', when: { given: 'card.direct.quota' } },
      // The page takes letters and digits only; it does not say what happens with others.
      { match: 'merchant_uid', pattern: /^[A-Za-z0-9]+$/ },
      // The number is cut off there, and landing and webhook bring another one than the shop's.
      { limit: 'merchant_uid', characters: 40 },
      // The window does not open: a number belongs to a receipt for a person or a company, and to no other.
      {
        need: 'bypass.customerIdentifier',
        when: {
          text: { path: 'bypass.cashReceiptType', is: ['personal', 'corporate'] },
          not: { pay_method: 'vbank' },
        },
      },
      {
        refuse: 'bypass.customerIdentifier',
        when: { not: { text: { path: 'bypass.cashReceiptType', is: ['personal', 'corporate'] } } },
      },
      // The window does not open: an issuer cannot be called directly with escrow.
      { refuse: 'card.direct', when: { escrow: true, pay_method: 'card' } },
      // The window does not open: a transfer with escrow has no cash receipt by request.
      { refuse: 'bypass.cashReceiptType', when: { escrow: true, pay_method: 'trans' } },
      { refuse: 'bypass.customerIdentifier', when: { escrow: true, pay_method: 'trans' } },
      { refuse: 'bypass.cashReceiptType', when: { pay_method: 'vbank' }, warn: true },
      { forbid: 'currency', value: 'USD', warn: true },
      { forbid: 'language', value: 'en', when: { given: 'customer_uid' }, warn: true },
      { need: 'period.to', when: { given: 'period.from' }, warn: true },
      { need: 'period.from', when: { given: 'period.to' }, warn: true },
      { refuse: 'display.card_quota', warn: true },
      { refuse: 'card.detail', warn: true },
      { refuse: 'useCardPoint', warn: true },
      { limit: 'customer_id', characters: 20, warn: true },
    ],
  },
  /**
   * NHN KCP
   * Newer documents ask for `bypass.shop_user_id` with phones and vouchers, the 2017 manual does not. Its sample for
   * PAYCO through KCP has escrow without `kcpProducts`, so there their absence is a warning. Wallets are reported as `card` or
   * `point` since September 2024. KB cards fail in its test mode. `kcp_v2` is an identity check, and no payment of V1.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/nhn-kcp/readme · 2026-06-09
   * @source iamport-manual 인증결제/sample/kcp · 2022-09-19
   * @source iamport-manual at 2017, KCP · 2017-10-17
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
      // The payment does not proceed, says the manual of 2017; newer pages want the products of carts, to deliver them apart.
      { need: 'kcpProducts', when: { escrow: true, not: { pay_method: 'payco' } } },
      { need: 'kcpProducts', when: { escrow: true, pay_method: 'payco' }, warn: true },
      { need: 'buyer_name', when: { pay_method: 'phone' }, warn: true },
      {
        need: 'bypass.shop_user_id',
        when: { pay_method: ['phone', 'happymoney', 'cultureland', 'smartculture', 'booknlife'] },
        warn: true,
      },
      { need: 'bypass.pt_memcorp_cd', when: { pay_method: 'point' }, warn: true },
    ],
  },
  /**
   * NHN KCP 정기결제 | NHN KCP recurring
   * Opens a window that makes a billing key; the amount is only shown, and on a PC not even that.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/nhn-kcp/readme · 2026-06-09
   * @source iamport-manual 비인증결제/example/kcp-request-billing-key · 2022-09-19
   */
  kcp_billing: {
    payMethods: ['card'],
    billing: 'shown',
    rules: [
      // The gateway makes billing keys and nothing else, and keeps the key under this id.
      { need: 'customer_uid' },
    ],
  },
  /**
   * NHN KCP 퀵페이 | NHN KCP QuickPay
   * Each action has a window of its own, and only `Pay` moves money. The landing URL has `imp_status` and `kcp_action` in place
   * of `imp_success`. `PrepaidOfflinePaymentInfo` calls back only where it fails, and is no payment: it has no order either.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/nhn-kcp/kcp-quickpay · 2026-07-10
   */
  kcp_quick: {
    since: '1.2.0',
    payMethods: ['card', 'trans'],
    withoutAmount: {
      given: 'bypass.kcpQuick.actionType',
      not: { text: { path: 'bypass.kcpQuick.actionType', is: 'Pay' } },
    },
    withoutOrder: { text: { path: 'bypass.kcpQuick.actionType', is: 'PrepaidOfflinePaymentInfo' } },
    rules: [
      // Required by the page: the action says which window opens.
      { need: 'bypass.kcpQuick.actionType' },
      // Required by the page for every action: KCP keeps a buyer's cards under this id.
      { need: 'bypass.kcpQuick.memberID' },
      {
        need: 'bypass.kcpQuick.encryptedCI',
        when: { not: { text: { path: 'bypass.kcpQuick.actionType', is: 'PrepaidOfflinePaymentInfo' } } },
        warn: true,
      },
      {
        need: 'pay_method',
        when: { text: { path: 'bypass.kcpQuick.actionType', is: ['Pay', 'Register'] } },
        warn: true,
      },
      {
        need: 'customer_uid',
        when: { text: { path: 'bypass.kcpQuick.actionType', is: ['Pay', 'Register', 'Deregister'] } },
        warn: true,
      },
      { refuse: 'bypass.kcpQuick.memberCI', warn: true },
      { match: 'bypass.kcpQuick.sdkVersion', pattern: /^[A-Za-z0-9][\w-]*$/, warn: true },
      { limit: 'bypass.kcpQuick.memberID', characters: 16, warn: true },
    ],
  },
  /**
   * 나이스페이먼츠 (구모듈) | NICE Payments (old)
   * The older mobile module may lose results, because they come in another session; `niceMobileV2: true` opts into the newer
   * one. `tax_free: 0` with `vat_amount: 0` is for a MID of zero rate.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/nice · 2026-04-27
   * @source iamport-manual 인증결제/sample/nice · 2021-10-06
   */
  nice: {
    payMethods: ['card', 'trans', 'vbank', 'phone', 'kakaopay'],
    billing: 'none',
    currencies: ['KRW', 'USD'],
    languages: ['ko', 'en', 'zh'],
    dueDates: ['YYYYMMDD', 'YYYYMMDDhhmm'],
    rules: [{ allow: 'period.interval', values: ['month', 'year'], warn: true }],
  },
  /**
   * 나이스페이먼츠 (신모듈) | NICE Payments
   * Naver Pay is `naverpay_card` or `naverpay_point`. When its window does not open for another reason than those below, it only
   * says "알 수 없는 이유로 결제가 중단되었습니다". In one incident payments by PAYCO were paid and stored as failed.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/nice-v2/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/nice-v2/payment-caution · 2025-10-23
   * @source developers.portone.io opi/ko/integration/pg/v1/nice-v2/billing-api-caution · 2026-04-27
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
    // The page has escrow for these only; it does not say what happens with others.
    escrow: ['card', 'trans', 'vbank'],
    billing: 'shown',
    currencies: ['KRW', 'USD'],
    languages: ['ko', 'en', 'zh'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD', 'YYYYMMDDHHmmss', 'YYYY-MM-DD HH:mm:ss'],
    rules: [
      // Required by the page; the window does not open, and does not say what it misses.
      { need: 'buyer_tel' },
      // The window does not open, with the text "나이스페이 V2 가상계좌 발급시 유효한 입금 기한을 필수로 입력해야 합니다."
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      // The window does not open; with a value other than the contract's it fails with "CPID 설정 오류".
      { need: 'digital', when: { pay_method: 'phone' } },
      // The page takes an issuer called directly with fixed instalments only; the window does not say what it misses.
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      // The page takes a period with both ends only; the window does not say what it misses.
      { need: 'period.to', when: { given: 'period.from' } },
      { need: 'period.from', when: { given: 'period.to' } },
      // Required by the page for billing keys; it does not say what happens without it.
      { need: 'customer_id', when: { given: 'customer_uid' } },
      // Required by the page for this voucher; the window does not say what it misses.
      { need: 'bypass.nice_v2.MallUserID', when: { pay_method: 'cultureland' } },
      // The window does not open, with a text that says so: cash receipts of these are asked for beforehand.
      { need: 'bypass.cashReceiptType', when: { pay_method: ['naverpay_point', 'ssgpay_bank'] } },
      {
        need: 'bypass.cashReceiptType',
        when: { pay_method: 'trans', text: { path: 'bypass.nice_v2.DirectShowOpt', is: 'BANK' } },
      },
      // The window does not open, with the text "현금영수증 식별 번호가 올바르지 않습니다.": only phone numbers are taken.
      {
        match: 'bypass.customerIdentifier',
        pattern: /^01[\d-]{8,11}$/,
        when: { text: { path: 'bypass.cashReceiptType', is: 'personal' } },
      },
      // The page takes no special characters with this pay method; the window does not say what is wrong.
      { match: 'merchant_uid', pattern: /^[A-Za-z0-9]+$/, when: { pay_method: 'ssgpay_bank' } },
      // The window does not open, with a text that says so: a transfer with escrow cannot be called directly.
      { forbid: 'bypass.nice_v2.DirectShowOpt', value: 'BANK', when: { escrow: true, pay_method: 'trans' } },
      // No window opens: Naver Pay is `naverpay_card` or `naverpay_point` here.
      { forbid: 'pay_method', value: 'naverpay', when: { not: { given: 'customer_uid' } } },
      // Toss Bank cannot be called directly; the window does not say what is wrong.
      { forbid: 'card.direct.code', value: '092' },
      {
        allow: 'pay_method',
        values: ['naverpay_card', 'naverpay_point', 'kakaopay'],
        when: { given: 'customer_uid' },
        warn: true,
      },
      { limit: 'name', bytes: 40, warn: true },
      { avoid: 'name', characters: /[%&|$+=[\]-]/, called: '% & | $ + = [ ] -', warn: true },
    ],
  },
  /**
   * KICC (한국정보통신) | KICC
   * Escrow is for cash-like pay methods only.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/kicc · 2026-04-27
   * @source iamport-manual 인증결제/sample/kicc · 2021-10-06
   * @source iamport-manual 비인증결제/example/kicc-request-billing-key · 2021-10-06
   * @source iamport-manual at 2019, KICC · 2019-06-26
   */
  kicc: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
    // The payment does not proceed: escrow is for pay methods like cash.
    escrow: ['trans', 'vbank'],
    billing: 'shown',
    rules: [
      // The authentication of a card may fail. For a billing key the page calls it optional.
      { need: 'buyer_tel', when: { not: { given: 'customer_uid' } } },
      // The payment does not proceed, says the manual of 2019, also where it is an empty text.
      { need: 'buyer_tel', when: { escrow: true } },
      { need: 'buyer_name', when: { escrow: true } },
      { need: 'buyer_email', when: { escrow: true } },
      { need: 'kiccProducts', when: { escrow: true } },
    ],
  },
  /**
   * KICC 해외결제 | KICC overseas
   * Documented with a channelKey only. A QR payment may be approved after the window closed: a webhook is needed. WeChat wants
   * the shop's domain registered, or phones see a page of errors; its test MID is for PCs only. Another currency than KRW and
   * USD is charged as won.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/kicc-v2 · 2026-07-09
   */
  kicc_v2: {
    since: 'v1',
    payMethods: ['wechat', 'alipay_plus'],
    billing: 'none',
    currencies: ['KRW', 'USD'],
    languages: ['ko', 'en', 'zh'],
    rules: [
      // Required by the page for Alipay+; it does not say what happens without it.
      { need: 'order_description', when: { pay_method: 'alipay_plus' } },
      { need: 'buyer_name', warn: true },
      { need: 'buyer_email', warn: true },
      {
        allow: 'alipay_plus.wallet',
        values: [
          'alipay',
          'true_money',
          'alipay_hk',
          'touch_n_go',
          'gcash',
          'dana',
          'rabbit_line_pay',
          'bpi',
          'boost',
          'bill_ease',
          'tinaba',
          'mpay',
          'kredivo',
        ],
        warn: true,
      },
    ],
  },
  /**
   * 토스페이 (구모듈) | Toss Pay (old)
   * `trans` is in the manual only.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/tosspay · 2026-04-27
   * @source iamport-manual 인증결제/sample/tosspay · 2022-07-27
   */
  tosspay: {
    since: '1.2.0',
    payMethods: ['card', 'trans'],
    billing: 'none',
    rules: [
      // Required by the manual; it does not say what happens without it.
      { need: 'name' },
    ],
  },
  /**
   * 토스페이 (신모듈) | Toss Pay
   * A billing key may be made although the window was closed: a webhook is needed. It needs no `amount`.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/tosspay-v2/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/tosspay-v2/caution · 2024-08-28
   */
  tosspay_v2: {
    since: 'v1',
    release: '1.19.0',
    payMethods: ['tosspay', 'tosspay_card', 'tosspay_money'],
    billing: 'shown',
    rules: [
      // Required by the page for billing keys; it does not say what happens without it.
      { need: 'customer_id', when: { given: 'customer_uid' } },
      { limit: 'customer_id', characters: 50, warn: true },
    ],
  },
  /**
   * 토스페이 테스트 | Toss Pay test
   * The test code of `tosspay`. On a PC its results do not arrive reliably.
   *
   * @source iamport-manual 인증결제/sample/tosspay · 2022-07-27
   */
  tosstest: {
    since: '1.2.0',
    payMethods: ['card', 'trans'],
    billing: 'none',
    rules: [
      // Required by the manual; it does not say what happens without it.
      { need: 'name' },
    ],
  },
  /**
   * 헥토파이낸셜 (세틀뱅크) | Hecto Financial (Settlebank)
   * Scripts before 1.1.7 may have its popup blocked on a PC. `company` with `vbank` is what banks recommend.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/settle/readme · 2026-04-27
   * @source iamport-manual 인증결제/sample/settle · 2022-08-10
   */
  settle: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
    billing: 'none',
    dueDates: ['YYYYMMDD'],
    rules: [
      // The window shows an error, says PortOne's sample.
      { need: 'buyer_tel' },
      // Required by the page for phone bills; it does not say what happens without it.
      { need: 'name', when: { pay_method: 'phone' } },
      { need: 'company', when: { pay_method: 'phone' } },
      { need: 'company_en', when: { pay_method: 'phone' } },
      { need: 'company', when: { pay_method: 'vbank' }, warn: true },
    ],
  },
  /**
   * 헥토파이낸셜 (펌뱅킹) | Hecto Financial (firm banking)
   * Only its code is known.
   *
   * @source iamport-android, its list of gateways · read 2026-08-06
   */
  settle_firm: {},
  /**
   * 헥토파이낸셜 내통장결제 | Hecto Financial My Account
   * A popup on a PC. Documents disagree whether a phone leaves the page, so both ways are prepared for. With another buyer's CI
   * in `bypass.settle.custCi` the payment stops.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/settle/mybank · 2026-04-27
   */
  settle_acc: {
    payMethods: ['trans'],
    billing: 'charged unless 0',
    rules: [
      // Required by the page for a payment, and not for a billing key; it does not say what happens without it.
      { need: 'buyer_tel', when: { not: { given: 'customer_uid' } } },
    ],
  },
  /**
   * 차이 | Chai
   * Gone from PortOne's documents.
   *
   * @source iamport-manual 인증결제/sample/chai · 2021-10-06
   * @source iamport-manual 비인증결제/example/chai-request-billing-key · 2021-10-06
   */
  chai: {
    leaves: 'always',
    payMethods: ['trans'],
    billing: 'shown',
  },
  /**
   * 네이버페이 결제형 | Naver Pay
   * Its contract demands that `error_msg` is shown unchanged, and that less than 10 won are refused by the shop. A billing key
   * (`customer_uid`) needs no `naverProducts`; without `naverProductCode` a buyer can register twice. `naverUseCfm` only where it
   * is in the contract.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/naver · 2026-06-10
   * @source iamport-manual NAVERPAY/sample/naverpay-pg · 2022-10-14
   * @source iamport-manual NAVERPAY/sample/naverpay-recurring · 2022-07-27
   * @source iamport-manual NAVERPAY/README · 2025-06-23
   */
  naverpay: {
    leaves: 'always',
    except: { parameter: 'naverPopupMode', is: true, leaves: false },
    billing: 'shown',
    popup: 'naverPopupMode',
    rules: [
      // Naver's inspection of the shop fails, and before that the shop cannot go live.
      { need: 'naverProducts', when: { not: { given: 'customer_uid' } } },
      { need: 'naverProductCode', when: { given: 'customer_uid' }, warn: true },
      { atLeast: 10, of: 'amount', warn: true },
    ],
  },
  /**
   * 네이버페이 주문형 | Naver Pay order form
   * The order ends at Naver: neither the callback nor `m_redirect_url` is called, with `popup: true` neither. Only the server
   * learns of it.
   *
   * @source iamport-manual NAVERPAY/sample/naverpay-order · 2022-11-30
   * @source iamport-manual NAVERPAY/sample/naverpay-schema · 2021-10-08
   * @source iamport-manual NAVERPAY/README · 2025-06-23
   */
  naverco: {
    leaves: 'always',
    except: { parameter: 'popup', is: true, leaves: false },
    popup: 'popup',
    rules: [
      // Naver has nothing to put on the order form: the manual has no order without.
      { need: 'naverProducts' },
      // Required by the manual; it does not say what happens without it.
      { need: 'buyer_tel' },
    ],
  },
  /**
   * 하이픈 | Hyphen
   * Removed from PortOne's documents on 2025-11-18.
   *
   * @source developers.portone.io at 2025, opi/ko/integration/pg/v1/hyphen · 2025-11-18
   */
  hyphen: {
    since: 'v1',
    release: '1.28.12',
    payMethods: ['trans'],
    rules: [
      // Required by the page, before it was removed.
      { need: 'buyer_name' },
      // The page took letters, digits and `_` only, before it was removed.
      { match: 'merchant_uid', pattern: /^\w+$/ },
    ],
  },
  /**
   * 페이플 | Payple
   * Only its code is known.
   *
   * @source iamport-android, its list of gateways · read 2026-08-06
   */
  payple: {},
  /**
   * 토스페이먼츠 (신모듈) | Toss Payments
   * The console has to be set to its API of 2022-07-27. The callback has only `imp_uid` and `merchant_uid`. ISP cards fail in
   * Safari, and popup blockers of Safari and Firefox stop paybook, `vbank` and `phone`. `card.direct` without `quota` is the lump
   * sum. Without a contract for escrow the payment is none of escrow.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/newtoss/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/newtoss/warning · 2024-08-28
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
    billing: 'shown',
    rules: [
      { need: 'buyer_name', when: { not: { given: 'customer_uid' } }, warn: true },
      { refuse: 'bypass.cashReceiptType', when: { not: { pay_method: ['trans', 'vbank'] } }, warn: true },
      { refuse: 'bypass.isCulturalExpense', when: { not: { pay_method: ['trans', 'vbank'] } }, warn: true },
    ],
  },
  /**
   * 토스 브랜드페이 | Toss BrandPay
   * `customer_id` has to be random, so that nobody can guess another's; one of PortOne's own samples does without. Its widget is
   * opened with `IMP.loadUI`. `display.card_quota` has one number, paid with at once.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/toss-brandpay/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/toss-brandpay/module · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/toss-brandpay/warning · 2024-08-28
   */
  toss_brandpay: {
    leaves: 'never',
    since: 'v1',
    release: '1.19.0',
    payMethods: ['toss_brandpay'],
    billing: 'none',
    // The page offers won only; it does not say what happens with others.
    onlyCurrencies: ['KRW'],
    rules: [{ need: 'customer_id', warn: true }],
  },
  /**
   * LG유플러스 (토스페이먼츠 구모듈) | LG U+ (Toss Payments, old)
   * The code stayed when Toss Payments took the gateway over.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/toss · 2026-04-27
   * @source iamport-manual 인증결제/sample/uplus · 2021-10-06
   * @source iamport-manual at 2017, LGU+ · 2017-06-19
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
    billing: 'none',
    languages: ['ko', 'en'],
    dueDates: ['YYYYMMDD', 'YYYYMMDDHHmmss'],
  },
  /**
   * 다날 휴대폰 소액결제 | Danal phone bill
   * The code is also that of Danal's identity check, `IMP.certification`.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/danal · 2026-04-27
   * @source iamport-manual 인증결제/sample/danal · 2021-10-06
   * @source iamport-manual 비인증결제/example/danal-phone-request-billing-key · 2021-10-06
   * @source iamport-manual at 2017, README · 2017-10-26
   */
  danal: {
    leaves: 'never',
    payMethods: ['phone'],
    billing: 'charged',
    rules: [
      // The payment may fail in the window, says the page.
      { need: 'buyer_tel' },
      { refuse: 'tax_free', warn: true },
      { refuse: 'appCard', warn: true },
      { refuse: 'auth_mode', warn: true },
    ],
  },
  /**
   * 다날 일반결제 | Danal
   * A billing key with `amount: 0` costs the buyer 10 won, given back half an hour later. Phone bills are `danal`.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/danal · 2026-04-27
   * @source iamport-manual 인증결제/sample/danal · 2021-10-06
   * @source iamport-manual 비인증결제/example/danal-card-request-billing-key · 2021-10-06
   */
  danal_tpay: {
    leaves: 'never',
    payMethods: ['card', 'trans', 'vbank', 'cultureland', 'happymoney'],
    billing: 'charged unless 0',
    rules: [
      // The payment may fail in the window, says the page, which calls it optional for a billing key.
      { need: 'buyer_tel', when: { not: { given: 'customer_uid' } } },
      // Required by the documents to issue an account, as 10 digits; they do not say what happens without it.
      { need: 'biz_num', when: { pay_method: 'vbank' } },
    ],
  },
  /**
   * 엑심베이 | Eximbay
   * `econtext` is reported as a virtual account whose number is `unknown`. Korean cards are
   * `bypass.eximbay.issuercountry: 'KR'`; PortOne's sample of that has 14.2 won.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/eximbay · 2026-04-27
   * @source developers.portone.io sdk/ko/v1-sdk/javascript-sdk/payrt · 2026-04-02
   * @source iamport-manual 인증결제/sample/eximbay · 2021-10-06
   */
  eximbay: {
    leaves: 'never',
    except: { parameter: 'popup', is: false, leaves: true },
    payMethods: ['card', 'wechat', 'alipay', 'tenpay', 'molpay', 'econtext', 'unionpay', 'paysbuy'],
    billing: 'none',
    currencies: ['KRW', 'USD', 'EUR', 'GBP', 'JPY', 'THB', 'SGD', 'RUB', 'HKD', 'CAD', 'AUD'],
    defaultCurrency: 'USD',
    fractionsOfWon: true,
    languages: ['ko', 'en', 'zh', 'jp'],
    popup: 'popup',
    rules: [
      // Required by the page; it does not say what happens without it.
      { need: 'buyer_tel' },
      { need: 'buyer_name', warn: true },
      { allow: 'currency', values: ['JPY'], when: { pay_method: 'econtext' }, warn: true },
      {
        allow: 'currency',
        values: ['KRW'],
        when: { text: { path: 'bypass.eximbay.issuercountry', is: 'KR' } },
        warn: true,
      },
    ],
  },
  /**
   * 카카오페이 (LGCNS) | KakaoPay (LG CNS)
   * Ended in May 2018; `kakaopay` took its place.
   *
   * @source iamport-manual 인증결제/sample/kakao · 2021-10-06
   */
  kakao: {
    leaves: 'never',
    payMethods: ['card'],
  },
  /**
   * 카카오페이 | KakaoPay
   * The manual says that a phone stays on the page; scripts since 1.1.8 leave it. `vat_amount` is not supported.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/kakaopay · 2026-04-27
   * @source iamport-manual 인증결제/sample/kakao · 2021-10-06
   * @source iamport-manual 비인증결제/example/kakaopay-request-billing-key · 2021-10-06
   */
  kakaopay: {
    leavesSince: '1.1.8',
    billing: 'charged unless 0',
    rules: [
      { match: 'display.card_quota', pattern: /^\d+$/, warn: true },
      { refuse: 'vat_amount', warn: true },
    ],
  },
  /**
   * 페이코 | PAYCO
   * A popup on a PC: it must be asked for inside the click. Newer documents require `name`, the 2017 manual does not.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/payco · 2026-04-27
   * @source iamport-manual 인증결제/sample/payco · 2022-06-07
   * @source iamport-manual 비인증결제/example/payco-request-billing-key · 2021-10-06
   */
  payco: {
    leaves: 'never',
    billing: 'shown',
    popup: 'popup',
    rules: [
      // Required by the page for a payment, and not for a billing key; it does not say what happens without it.
      { need: 'buyer_tel', when: { not: { given: 'customer_uid' } } },
      { need: 'name', warn: true },
    ],
  },
  /**
   * 페이팔 Express Checkout | PayPal Express Checkout
   * No longer offered to new shops.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/paypal · 2026-04-27
   * @source iamport-manual 인증결제/sample/paypal · 2021-12-07
   */
  paypal: {
    leaves: 'always',
    except: { parameter: 'popup', is: true, leaves: false, since: '1.1.7' },
    payMethods: ['card'],
    billing: 'none',
    // PayPal does not take won.
    notCurrency: 'KRW',
    defaultCurrency: 'USD',
    popup: 'popup',
  },
  /**
   * 페이팔 SPB / RT | PayPal SPB / RT
   * Opened with `IMP.loadUI`, not with `request_pay`: for this one only `prepare` is of use. The page must have no element with
   * the id `paypal`. A payment may stay pending for a while.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/spb/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/spb/warning · 2025-02-10
   * @source developers.portone.io opi/ko/integration/pg/v1/rt/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/rt/warning · 2025-11-12
   */
  paypal_v2: {
    leaves: 'never',
    since: 'v1',
    payMethods: ['paypal'],
    billing: 'shown',
    // An error is shown in place of the window: PayPal does not take won.
    notCurrency: 'KRW',
    defaultCurrency: 'USD',
    // An error is shown in place of the window.
    sums: 'products',
    rules: [
      // An error is shown in place of the window.
      { allow: 'pay_method', values: ['paypal'] },
      { refuse: 'tax_free' },
    ],
  },
  /**
   * 웰컴페이먼츠 | Welcome Payments
   * Amounts under 1000 need `below1000` in `bypass.welcome.acceptmethod`, on phones in `bypass.welcome.P_RESERVED`.
   * On a PC only a lump sum is offered unless `display.card_quota` says more. Billing keys by phone bill are charged. The shop
   * cannot cancel a payment with escrow at will.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/welcome/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/welcome/caution · 2025-02-06
   * @source developers.portone.io opi/ko/integration/pg/v1/welcome/api · 2024-08-28
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
    // The page has escrow for these only; what is not agreed on fails, or comes back as a payment without escrow.
    escrow: ['card', 'trans', 'vbank'],
    billing: 'shown',
    // The page offers won only; it does not say what happens with others.
    onlyCurrencies: ['KRW'],
    languages: ['ko', 'en', 'zh'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD', 'YYYYMMDDHHmmss', 'YYYY-MM-DD HH:mm:ss'],
    rules: [
      // Required by the page; it does not say what happens without it.
      { need: 'buyer_name' },
      { need: 'name' },
      { need: 'buyer_tel', when: { device: 'pc' } },
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      // The page takes an issuer called directly with fixed instalments only; it does not say what happens without.
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      // The window does not open on phones, which offer 36 months at most.
      { atMost: 36, of: 'display.card_quota', when: { device: 'phone' } },
      { atMost: 36, of: 'card.direct.quota', when: { device: 'phone' } },
      // The window does not open, with a text that says so: points cannot be switched off.
      { allow: 'useCardPoint', values: [true] },
      // The window does not open, with a text that says so: a period is both ends, or an interval of a month or a year.
      { need: 'period.to', when: { given: 'period.from' } },
      { need: 'period.from', when: { given: 'period.to' } },
      { allow: 'period.interval', values: ['1m', '1y'] },
      { refuse: 'period.interval', when: { given: 'period.from' } },
      // The window does not open, with a text that says so: only anonymous receipts are offered, which have no number.
      { allow: 'bypass.cashReceiptType', values: ['anonymous'] },
      { refuse: 'bypass.customerIdentifier' },
      { refuse: 'period', when: { device: 'phone', pay_method: 'phone' }, warn: true },
      { refuse: 'tax_free', when: { given: 'customer_uid' }, warn: true },
      { refuse: 'vat_amount', when: { given: 'customer_uid' }, warn: true },
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
   * Only its code is known.
   *
   * @source iamport-android, its list of gateways · read 2026-08-06
   */
  kpn: {},
  /**
   * 스마일페이 | SmilePay
   * Documents disagree whether a phone leaves the page, so both ways are prepared for. In an app its `app_scheme` has to be
   * registered with LG CNS, and a WebView of iOS needs www.mysmilepay.com as its base address.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/smilepay · 2026-04-27
   * @source iamport-manual 인증결제/sample/smilepay · 2021-10-06
   */
  smilepay: {
    rules: [
      // Required by the page; it does not say what happens without it.
      { need: 'buyer_tel' },
    ],
  },
  /**
   * 알리페이 (나이스) | Alipay (NICE)
   * Removed from PortOne's documents on 2024-04-18. The manual's sample has no currency, and so asks for dollars.
   *
   * @source iamport-manual 인증결제/sample/alipay · 2021-10-06
   */
  alipay: {
    leaves: 'always',
    // The manual has these only; it does not say what happens with others.
    onlyCurrencies: ['USD', 'KRW'],
    defaultCurrency: 'USD',
  },
  /**
   * 시럽페이 | Syrup Pay
   * Only its code is known.
   *
   * @source iamport-manual at 2017, README · 2017-10-26
   */
  syrup: {},
  /**
   * 페이레터 해외결제 | Payletter overseas
   * Documented with a channelKey only. The buyer's means of payment is `bypass.payletter_global.pginfo`, not `pay_method`. A
   * payment may stay pending: a webhook is needed. A billing key is made together with a payment, by cards only.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/payletter-global · 2026-04-27
   */
  payletter_global: {
    since: 'v1',
    billing: 'charged',
    currencies: ['KRW', 'USD', 'JPY', 'CNY'],
    rules: [
      // Required by the page; it does not say what happens without it.
      { need: 'buyer_email' },
      // The page takes letters and digits only; it does not say what happens with others.
      { match: 'merchant_uid', pattern: /^[A-Za-z0-9]+$/ },
      // Required by the page for WeChat Pay and Alipay; it does not say what happens without it.
      {
        need: 'bypass.payletter_global.servicename',
        when: { text: { path: 'bypass.payletter_global.pginfo', matches: /WeChat|Alipay/ } },
      },
      { need: 'currency', warn: true },
      {
        refuse: 'customer_uid',
        when: { text: { path: 'bypass.payletter_global.pginfo', matches: /WeChat|Alipay/ } },
        warn: true,
      },
    ],
  },
  /**
   * 블루월넛 | Bluewalnut
   * Documents disagree whether a phone leaves the page, so both ways are prepared for.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/blue · 2026-04-27
   * @source iamport-manual 인증결제/sample/bluewalnut · 2021-10-06
   */
  bluewalnut: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
    billing: 'none',
  },
  /**
   * JTNet
   * Removed from PortOne's documents on 2024-04-18.
   *
   * @source iamport-manual 인증결제/sample/jtnet · 2021-10-06
   * @source iamport-manual 비인증결제/example/jtnet-request-billing-key · 2021-10-06
   * @source iamport-manual at 2017, JTNet · 2017-03-16
   */
  jtnet: {
    payMethods: ['card', 'trans', 'vbank', 'phone'],
    billing: 'charged unless 0',
  },
  /**
   * 모빌리언스 (KG파이낸셜 구모듈) | Mobilians (KG Financial, old)
   * The manual says that a phone stays on the page, newer documents that it leaves; phone bills stay in both readings. A phone
   * bill with `customer_uid` is charged each month, on the same day and with the same amount.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/kg · 2026-04-27
   * @source iamport-manual 비인증결제/example/mobilians-phone-request-billing-key · 2021-10-06
   * @source iamport-manual at 2017, README · 2017-10-26
   */
  mobilians: {
    except: { parameter: 'pay_method', is: 'phone', leaves: false },
    payMethods: ['card', 'phone'],
    billing: 'charged',
  },
  /**
   * KG파이낸셜 (신모듈) | KG Financial
   * Documented with a channelKey only. A popup on a PC. With escrow a transfer is one of escrow, a virtual account only shows it.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/kg-mobilians-v2 · 2026-04-02
   */
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
    // The page has escrow for these only; it does not say what happens with others.
    escrow: ['trans', 'vbank'],
    billing: 'charged unless 0',
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD'],
    rules: [
      // Required by the page for this pay method; it does not say what happens without it.
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'buyer_tel', when: { pay_method: 'ssgpay' } },
      { need: 'customer_id', when: { pay_method: vouchers } },
      { need: 'card.direct.quota', when: { pay_method: 'card', given: 'card.direct' } },
      // Required by the page where no more than a key is made; it does not say what happens without it.
      {
        need: 'customer_id',
        when: { pay_method: 'card', given: 'customer_uid', not: { given: 'amount' } },
      },
      // Required by the page for a transfer with escrow; it does not say what happens without it.
      { need: 'buyer_name', when: { escrow: true, pay_method: 'trans' } },
      // Required by the page for a transfer with escrow that is called directly; it does not say what happens without it.
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
      // The page takes 4 characters or more; it does not say what happens with fewer.
      { match: 'merchant_uid', pattern: /^.{4,}$/s },
      // The page takes 40 characters at most; it does not say what happens with more.
      { limit: 'merchant_uid', characters: 40 },
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
        need: 'bypass.customerIdentifier',
        when: { pay_method: 'trans', text: { path: 'bypass.mobilians_v2.pay_options.ra_direct', is: 'Y' } },
        warn: true,
      },
      {
        need: 'bypass.cashReceiptType',
        when: {
          pay_method: 'naverpay',
          text: { path: 'bypass.mobilians_v2.pay_options.ep_pay_type', is: 'P' },
        },
        warn: true,
      },
      {
        need: 'bypass.customerIdentifier',
        when: {
          pay_method: 'naverpay',
          text: { path: 'bypass.mobilians_v2.pay_options.ep_pay_type', is: 'P' },
        },
        warn: true,
      },
      {
        need: 'buyer_tel',
        when: { text: { path: 'bypass.mobilians_v2.pay_options.mc_fix_no', is: 'Y' } },
        warn: true,
      },
      {
        refuse: 'bypass.mobilians_v2.pay_options.cn_pay_app_use_cd',
        when: { not: { text: { path: 'bypass.mobilians_v2.pay_options.cn_pay_app_use_yn', is: 'Y' } } },
        warn: true,
      },
      { refuse: 'bypass.mobilians_v2.cp_logo', when: { pay_method: vouchers }, warn: true },
      { refuse: 'bypass.mobilians_v2.css_type', when: { pay_method: vouchers }, warn: true },
      {
        refuse: 'bypass.mobilians_v2.hidden_options.footer_area',
        when: { not: { pay_method: 'phone' } },
        warn: true,
      },
      {
        refuse: 'bypass.mobilians_v2.hidden_options.product_area',
        when: { not: { pay_method: 'phone' } },
        warn: true,
      },
      {
        refuse: 'bypass.mobilians_v2.EMAIL_HIDDEN',
        when: { not: { pay_method: 'cultureland' } },
        warn: true,
      },
      { need: 'customer_id', when: { pay_method: 'card', given: 'customer_uid' }, warn: true },
      { need: 'buyer_name', when: { pay_method: 'trans' }, warn: true },
      {
        refuse: 'tax_free',
        when: { pay_method: mobiliansWithoutCards },
        warn: true,
      },
      {
        refuse: 'vat_amount',
        when: { pay_method: mobiliansWithoutCards },
        warn: true,
      },
      { refuse: 'confirm_url', when: { pay_method: vouchers }, warn: true },
      { limit: 'customer_id', bytes: 20, warn: true },
      { atLeast: 100, of: 'amount', warn: true },
    ],
  },
  /**
   * KSNET
   * A MID for digital goods wants `digital: true` with every payment. In dollars only foreign cards pay. The app card of KB has
   * instalments only with `card.useInstallment: true`. `[0]` in `display.card_quota` is the lump sum.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/ksnet/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/ksnet/warning · 2024-11-21
   */
  ksnet: {
    since: 'v1',
    release: '1.5.0',
    payMethods: ['card', 'trans', 'vbank', 'phone', 'kakaopay', 'naverpay', 'payco', 'lpay', 'ssgpay'],
    billing: 'none',
    currencies: ['KRW', 'USD'],
    rules: [
      // The account's deadline is one that nobody can tell, and it may go wrong, says the page.
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      // Required by the page for escrow: the buyer is asked there to confirm the delivery.
      { need: 'buyer_email', when: { escrow: true } },
      // Required by the page for every direct call; it does not say what happens without it.
      { need: 'buyer_name', when: { given: 'card.direct' } },
      { need: 'buyer_name', when: { given: 'bypass.ksnet.easyPayDirect' } },
      // The page offers direct calls for won only; it does not say what happens with others.
      { allow: 'currency', values: ['KRW'], when: { given: 'card.direct' } },
      // Required by the page for this issuer called directly; it does not say what happens without it.
      {
        need: 'storeDetails.businessName',
        when: { text: { path: 'card.direct.code', is: ksnetWithShop } },
      },
      {
        need: 'storeDetails.businessRegistrationNumber',
        when: { text: { path: 'card.direct.code', is: ksnetWithShop } },
      },
      { need: 'bypass.ksnet.url', when: { text: { path: 'card.direct.code', is: ksnetWithAddress } } },
      {
        need: 'buyer_tel',
        when: { device: 'phone', text: { path: 'card.direct.code', is: ksnetWithCarrier } },
      },
      {
        need: 'bypass.ksnet.tcode',
        when: { device: 'phone', text: { path: 'card.direct.code', is: ksnetWithCarrier } },
      },
      // Required by the page for this wallet called directly; it does not say what happens without it.
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
      { need: 'storeDetails.ceoFullName', when: { pay_method: 'kakaopay' }, warn: true },
      { need: 'storeDetails.address', when: { pay_method: 'kakaopay' }, warn: true },
      { need: 'storeDetails.phoneNumber', when: { pay_method: 'kakaopay' }, warn: true },
      { need: 'buyer_name', warn: true },
      { need: 'currency', warn: true },
      { need: 'tax_free', warn: true },
      { refuse: 'tax_free', when: { pay_method: 'vbank' }, warn: true },
      {
        refuse: 'display.card_quota',
        when: { text: { path: 'card.direct.code', is: ksnetWithAddress } },
        warn: true,
      },
      { refuse: 'bypass.ksnet.easyPayDirect', when: { pay_method: 'ssgpay' }, warn: true },
    ],
  },
  /**
   * 페이먼트월 | Paymentwall
   * `buyer_name` is "First Last". A failed payment may turn into a paid one later. With `card.info` it is paid in the page,
   * without a window.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/paymentwall · 2026-04-27
   * @source iamport-manual 인증결제/sample/paymentwall · 2022-09-07
   * @source iamport-manual 비인증결제/example/paymentwall-request-billing-key · 2022-12-01
   */
  paymentwall: {
    billing: 'charged',
    rules: [
      // Required by the documents; they do not say what happens without it.
      { need: 'buyer_email' },
      { need: 'name' },
      { need: 'buyer_name' },
      // The page takes whole numbers only; it does not say what happens with others.
      { match: 'amount', pattern: /^\d+$/ },
      { need: 'currency', warn: true },
      { match: 'buyer_name', pattern: /\S\s+\S/, warn: true },
    ],
  },
  /**
   * 다우데이타 (키움페이) | Daou Data (Kiwoom Pay)
   * May report a failure although the money was taken, because it confirms in three steps. Texts must be ones that EUC-KR can
   * write. `digital` must be as the contract has it, or the payment is refused. An app needs `app_scheme`.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/daou/readme · 2026-04-27
   * @source developers.portone.io opi/ko/integration/pg/v1/daou/undefined · 2025-08-14
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
    // The page has escrow for these only; it does not say what happens with others.
    escrow: ['trans', 'vbank'],
    billing: 'none',
    rules: [
      { need: 'digital', warn: true },
      { refuse: 'tax_free', when: { pay_method: ['trans', 'vbank'] }, warn: true },
      { avoid: 'name', characters: /[\ud800-\udfff]/, called: 'emoji', warn: true },
      { avoid: 'buyer_name', characters: /[\ud800-\udfff]/, called: 'emoji', warn: true },
    ],
  },
  /**
   * 갤럭시아머니트리 | Galaxia Moneytree
   * A billing key without an `amount` shows 1000 won to the buyer; a key by phone bill is charged. `moneytree` is in the list of
   * the page's box only. `app_scheme` is for apps of iOS only.
   *
   * @source developers.portone.io opi/ko/integration/pg/v1/galaxia · 2026-07-08
   */
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
    // The page has escrow for these only; it does not say what happens with others.
    escrow: ['trans', 'vbank'],
    billing: 'shown',
    // The page offers won only; it does not say what happens with others.
    onlyCurrencies: ['KRW'],
    dueDates: ['YYYYMMDD', 'YYYY-MM-DD'],
    rules: [
      // Required by the page; it does not say what happens without it.
      { need: 'customer_id' },
      { need: 'name' },
      // Required by the page for this pay method; it does not say what happens without it.
      { need: 'vbank_due', when: { pay_method: 'vbank' } },
      { need: 'buyer_name', when: { pay_method: 'trans' } },
      // The page takes 64 characters at most, where PortOne's general limit is 40; it does not say what happens with more.
      { limit: 'merchant_uid', characters: 64 },
      { limit: 'customer_id', characters: 20, warn: true },
    ],
  },
}
