/**
 * What the package knows of each gateway: one row a gateway, in this table and nowhere else. Validation, the decision
 * about `m_redirect_url`, the types, the messages and docs/gateways.md are all made from it.
 *
 * A row's doc comment is part of the data: its first line is the name in Korean and, where it is another, in English; the
 * rest are notes for docs/gateways.md.
 * Facts are from the public iamport manual (github.com/iamport/iamport-manual) and the V1 pages of
 * developers.portone.io; where they contradict each other the note says so and the row is what is safe with both.
 */

/** The columns of the table. A list is its values with `|` in between, the pattern of a regular expression. */
export interface GatewayFacts {
  /** When the page is left for the gateway. Not given: on phones. */
  leaves?: 'always' | 'never'
  /** `[parameter, value]` with which it is the other way round: the page stays, or (with `never`) is left. */
  except?: readonly [parameter: string, value: unknown]
  /** The first script that knows the exception. Not given: all of them. */
  exceptSince?: string
  /** The first script that leaves the page; older ones keep it and call back. */
  leavesSince?: string
  /**
   * The pay methods its documents list, in the same order as in other rows and rare ones last, so that the lists compress
   * well. Not given: the gateway ignores `pay_method`, or no list is known.
   */
  methods?: string
  /** The pay methods it does escrow for. Not given: no restriction is documented. */
  escrow?: string
  /**
   * What a request must be, separated by spaces, each behind the conditions under which it must: `condition:condition:rule`.
   *
   * - `path` must not be blank; `path=pattern` must, where it is given, match that regular expression as a whole;
   *   `!path` must not be set, `!path=pattern` not to this. A pattern has neither spaces nor colons: `a|b` is a list of
   *   values, `[^…]*` is characters that must not be there.
   * - `path<=40` has at most that many characters, `path<=40b` bytes of UTF-8; `amount>=100` is the least amount.
   * - A condition is a pay method, `pc`, or the path of a parameter that is set (`path=pattern`: to this); `!` before it
   *   means not.
   * - A trailing `?` makes it a warning: documents disagree, or only a type says so. The stricter of two rules on one
   *   path comes first.
   */
  rules?: string
  /** The first script that knows the gateway. Not given: all of them. */
  since?: string
  /** The currencies its documents list. */
  currencies?: string
  /** The currencies it takes, refusing all others. */
  onlyCurrencies?: string
  /** The currency it refuses. */
  notCurrency?: string
  /** The currency when none is given. Not given: KRW. */
  currency?: string
  /** The languages its window has. */
  languages?: string
  /** How `vbank_due` may be written. Not given: in all the ways that any gateway documents. */
  due?: string
  /** The array whose `unitPrice` times `quantity` must add up to the amount. */
  sums?: string
  /** The parameter that asks for a popup, discouraged on phones because in-app browsers block it. */
  popup?: string
}

const table = {
  /**
   * KG이니시스 (웹표준) | KG Inicis (web standard)
   * With `customer_uid` the documents disagree whether a phone leaves the page, so both ways are prepared for.
   */
  html5_inicis: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|happymoney|applepay|kakaopay|naverpay|payco|lpay|ssgpay|tosspay|samsung|kpay',
    rules: 'buyer_tel',
    languages: 'ko|en',
  },
  /**
   * KG이니시스 일본 | KG Inicis Japan
   * Documented with a channelKey only. On a PC it needs `popup: true`. Its second kind (SBPS) takes `customer_id` in place of
   * `storeDetails`.
   */
  inicis_jp: {
    methods: 'card|amazonpay|paypay|cvs|rakutenpay|merpay|dbarai|aupay',
    rules:
      '!customer_id:storeDetails currency buyer_name? pc:popup? pc:popup=true? merchant_uid=[!-~]+? ' +
      'cvs:cvs.payment_deadline cvs:buyer_first_name_kana cvs:buyer_last_name_kana ' +
      'buyer_first_name_kana=[ァ-ー]+? buyer_last_name_kana=[ァ-ー]+? ' +
      'display.card_quota=((0|3|5|6|10|12)(,|$))*? name=[^가-힣]*? customer_id<=30?',
    since: 'v1',
    onlyCurrencies: 'JPY',
    currency: 'JPY',
  },
  /**
   * KG이니시스 (일반) | KG Inicis (legacy)
   * The 2017 manual means the ActiveX window, newer documents key-in and recurring payments. `inicis_unified` is another thing,
   * the identity check of `IMP.certification`.
   */
  inicis: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|happymoney|applepay|kakaopay|naverpay|payco|lpay|ssgpay|tosspay|samsung|kpay',
    rules: 'buyer_tel',
    languages: 'ko|en',
  },
  /** 스마트로 (구모듈) | Smartro (old) */
  smartro: { methods: 'card|trans|vbank', since: '1.2.0' },
  /** 스마트로 (신모듈) | Smartro */
  smartro_v2: {
    methods: 'card|trans|vbank|phone|kakaopay|naverpay|payco|lpay|pinpay',
    escrow: 'card|trans|vbank',
    rules:
      'buyer_tel vbank:vbank_due kakaopay|naverpay|payco|lpay|pinpay:customer_id customer_uid:customer_id ' +
      'card:card.direct:card.direct.quota card.direct.quota:card.direct.code merchant_uid=[A-Za-z0-9]+ ' +
      'bypass.cashReceiptType=personal|corporate:bypass.customerIdentifier ' +
      'period.from:period.to? period.to:period.from? ' +
      'escrow:card:!card.direct escrow:trans:!bypass.cashReceiptType escrow:trans:!bypass.customerIdentifier ' +
      '!bypass.cashReceiptType=personal|corporate:!bypass.customerIdentifier !display.card_quota? ' +
      'customer_id<=20?',
    since: 'v1',
    onlyCurrencies: 'KRW|USD',
    due: 'YYYYMMDD|YYYY-MM-DD',
  },
  /**
   * NHN KCP
   * Newer documents ask for `bypass.shop_user_id` with phones and vouchers, the 2017 manual does not. Its sample for
   * PAYCO through KCP has escrow without `kcpProducts`, so there their absence is a warning. Wallets are reported as `card` or
   * `point` since September 2024. KB cards fail in its test mode.
   */
  kcp: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|happymoney|applepay|kakaopay|naverpay|payco|lpay|ssgpay|tosspay|samsung|point|naverpay_bridge',
    rules:
      'escrow:!payco:kcpProducts escrow:payco:kcpProducts? phone:buyer_name? ' +
      'phone|cultureland|smartculture|booknlife|happymoney:bypass.shop_user_id? point:bypass.pt_memcorp_cd?',
    languages: 'ko|en',
    due: 'YYYYMMDD|YYYYMMDDHHmmss',
  },
  /**
   * NHN KCP 정기결제 | NHN KCP recurring
   * Opens a window that makes a billing key; the amount is only shown.
   */
  kcp_billing: { methods: 'card', rules: 'customer_uid' },
  /**
   * NHN KCP 퀵페이 | NHN KCP QuickPay
   * The landing URL has `imp_status` and `kcp_action` in place of `imp_success`.
   */
  kcp_quick: {
    methods: 'card|trans',
    rules:
      'bypass.kcpQuick.actionType bypass.kcpQuick.memberID bypass.kcpQuick.encryptedCI? ' +
      'bypass.kcpQuick.memberID<=16?',
    since: '1.2.0',
  },
  /**
   * 나이스페이먼츠 (구모듈) | NICE Payments (old)
   * The older mobile module may lose results; `niceMobileV2: true` opts into the newer one.
   */
  nice: { methods: 'card|trans|vbank|phone|kakaopay', languages: 'ko|en', due: 'YYYYMMDD|YYYYMMDDhhmm' },
  /**
   * 나이스페이먼츠 (신모듈) | NICE Payments
   * Naver Pay is `naverpay_card` or `naverpay_point`; `naverpay` makes a billing key only. When its window does not open, it
   * doesn't say why.
   */
  nice_v2: {
    methods:
      'card|trans|vbank|phone|cultureland|applepay|kakaopay|payco|lpay|ssgpay|alipay|naverpay_point|ssgpay_bank|naverpay_card|tosspay_card|tosspay_money|skpay|samsungpay',
    escrow: 'card|trans|vbank',
    rules:
      'buyer_tel vbank:vbank_due card:card.direct:card.direct.quota period.from:period.to period.to:period.from ' +
      'customer_uid:customer_id cultureland:bypass.nice_v2.MallUserID ssgpay_bank:merchant_uid=[A-Za-z0-9]+ ' +
      'naverpay_point|ssgpay_bank:bypass.cashReceiptType ' +
      'trans:bypass.nice_v2.DirectShowOpt=BANK:bypass.cashReceiptType ' +
      'bypass.cashReceiptType=personal:bypass.customerIdentifier=01[\\d-]{8,11} ' +
      'escrow:trans:!bypass.nice_v2.DirectShowOpt=BANK !customer_uid:!pay_method=naverpay ' +
      '!card.direct.code=092 name<=40b? name=[^%&|$+=[\\]-]*?',
    since: 'v1',
    currencies: 'KRW|USD',
    due: 'YYYYMMDD|YYYY-MM-DD|YYYYMMDDHHmmss|YYYY-MM-DD HH:mm:ss',
  },
  /**
   * KICC (한국정보통신) | KICC
   * Escrow is for cash-like pay methods only, and stops without the three buyer fields and the products.
   */
  kicc: {
    methods: 'card|trans|vbank|phone',
    escrow: 'trans|vbank',
    rules: 'buyer_tel escrow:buyer_name escrow:buyer_email escrow:kiccProducts',
  },
  /**
   * KICC 해외결제 | KICC overseas
   * Documented with a channelKey only. A QR payment may be approved after the window closed: a webhook is needed. WeChat wants
   * the shop's domain registered.
   */
  kicc_v2: { methods: 'wechat|alipay_plus', rules: 'alipay_plus:order_description', since: 'v1' },
  /** 토스페이 (구모듈) | Toss Pay (old) */
  tosspay: { methods: 'card|trans', rules: 'name', since: '1.2.0' },
  /**
   * 토스페이 (신모듈) | Toss Pay
   * A billing key may be made although the window was closed: a webhook is needed.
   */
  tosspay_v2: {
    methods: 'tosspay|tosspay_card|tosspay_money',
    rules: 'customer_uid:customer_id customer_id<=50?',
    since: 'v1',
  },
  /**
   * 토스페이 테스트 | Toss Pay test
   * The test code of `tosspay`. On a PC its results do not arrive reliably.
   */
  tosstest: { methods: 'card|trans', rules: 'name', since: '1.2.0' },
  /**
   * 헥토파이낸셜 (세틀뱅크) | Hecto Financial (Settlebank)
   * Scripts before 1.1.7 may have its popup blocked on a PC.
   */
  settle: {
    methods: 'card|trans|vbank|phone',
    rules: 'buyer_tel vbank:company phone:name phone:company phone:company_en',
    due: 'YYYYMMDD',
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
  settle_acc: { methods: 'trans', rules: 'buyer_tel' },
  /** 차이 | Chai */
  chai: { leaves: 'always', methods: 'trans' },
  /**
   * 네이버페이 결제형 | Naver Pay
   * Its contract demands that `error_msg` is shown unchanged. A billing key (`customer_uid`) needs no `naverProducts`.
   */
  naverpay: {
    leaves: 'always',
    except: ['naverPopupMode', true],
    rules: '!customer_uid:naverProducts buyer_tel amount>=10?',
    popup: 'naverPopupMode',
  },
  /**
   * 네이버페이 주문형 | Naver Pay order form
   * The order ends at Naver: neither the callback nor `m_redirect_url` is called, with `popup: true` neither. Only the server
   * learns of it.
   */
  naverco: { leaves: 'always', except: ['popup', true], rules: 'naverProducts buyer_tel', popup: 'popup' },
  /**
   * 하이픈 | Hyphen
   * Removed in November 2025.
   */
  hyphen: { methods: 'trans', rules: 'buyer_name merchant_uid=\\w+', since: 'v1' },
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
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|applepay|kakaopay|naverpay|payco|lpay|ssgpay|tosspay|samsungpay',
    rules: 'buyer_name?',
    since: 'v1',
  },
  /**
   * 토스 브랜드페이 | Toss BrandPay
   * `customer_id` has to be random, so that nobody can guess another's. Its widget is opened with `IMP.loadUI`.
   */
  toss_brandpay: {
    leaves: 'never',
    methods: 'toss_brandpay',
    rules: 'customer_id',
    since: 'v1',
    onlyCurrencies: 'KRW',
  },
  /**
   * LG유플러스 (토스페이먼츠 구모듈) | LG U+ (Toss Payments, old)
   * The code stayed when Toss Payments took the gateway over.
   */
  uplus: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|applepay|kakaopay|naverpay|payco|lpay|tosspay|samsung',
    languages: 'ko|en',
    due: 'YYYYMMDD|YYYYMMDDHHmmss',
  },
  /** 다날 휴대폰 소액결제 | Danal phone bill */
  danal: { leaves: 'never', methods: 'phone', rules: 'buyer_tel !tax_free?' },
  /**
   * 다날 일반결제 | Danal
   * A billing key with `amount: 0` costs the buyer 10 won, given back half an hour later.
   */
  danal_tpay: {
    leaves: 'never',
    methods: 'card|trans|vbank|cultureland|happymoney',
    rules: 'buyer_tel vbank:biz_num',
  },
  /**
   * 엑심베이 | Eximbay
   * `econtext` is reported as a virtual account whose number is `unknown`.
   */
  eximbay: {
    leaves: 'never',
    except: ['popup', false],
    methods: 'card|wechat|alipay|tenpay|molpay|econtext|unionpay|paysbuy',
    rules: 'buyer_tel buyer_name? econtext:currency? econtext:currency=JPY?',
    currencies: 'KRW|USD|EUR|GBP|JPY|THB|SGD|RUB|HKD|CAD|AUD',
    currency: 'USD',
    languages: 'ko|en|zh|jp',
    popup: 'popup',
  },
  /**
   * 카카오페이 (LGCNS) | KakaoPay (LG CNS)
   * Ended in May 2018; `kakaopay` took its place.
   */
  kakao: { leaves: 'never', methods: 'card' },
  /**
   * 카카오페이 | KakaoPay
   * The manual says that a phone stays on the page; scripts since 1.1.8 leave it.
   */
  kakaopay: { leavesSince: '1.1.8', rules: 'display.card_quota=\\d+? !vat_amount' },
  /**
   * 페이코 | PAYCO
   * A popup on a PC: it must be asked for inside the click. Newer documents require `name`, the 2017 manual does not.
   */
  payco: { leaves: 'never', rules: 'buyer_tel name?', popup: 'popup' },
  /** 페이팔 Express Checkout | PayPal Express Checkout */
  paypal: {
    leaves: 'always',
    except: ['popup', true],
    exceptSince: '1.1.7',
    methods: 'card',
    notCurrency: 'KRW',
    currency: 'USD',
    popup: 'popup',
  },
  /**
   * 페이팔 SPB / RT | PayPal SPB / RT
   * Opened with `IMP.loadUI`, not with `request_pay`: for this one only `prepare` is of use. The page must have no element with
   * the id `paypal`. A payment may stay pending for a while.
   */
  paypal_v2: {
    leaves: 'never',
    methods: 'paypal',
    rules: 'pay_method=paypal !tax_free',
    since: 'v1',
    currency: 'USD',
    sums: 'products',
  },
  /**
   * 웰컴페이먼츠 | Welcome Payments
   * Amounts under 1000 need `below1000` in `bypass.welcome.acceptmethod`, on phones in `bypass.welcome.P_RESERVED`.
   * On a PC only a lump sum is offered unless `display.card_quota` says more.
   */
  welcome: {
    methods: 'card|trans|vbank|phone|culturegift|kakaopay|naverpay|payco|lpay|tosspay',
    escrow: 'card|trans|vbank',
    rules:
      'buyer_name buyer_tel name vbank:vbank_due card:card.direct:card.direct.quota useCardPoint=true ' +
      'period.from:period.to period.to:period.from period.interval=1m|1y bypass.cashReceiptType=anonymous ' +
      'period.from:!period.interval !bypass.customerIdentifier ' +
      'bypass.welcome.acceptmethod=.*hppdefaultcorp.*:!phone.detail? ' +
      'bypass.welcome.P_RESERVED=.*hpp_default_corp.*:!phone.detail? ' +
      '!bypass.welcome.acceptmethod=.*below1000.*:!bypass.welcome.P_RESERVED=.*below1000.*:amount>=1000?',
    since: 'v1',
    onlyCurrencies: 'KRW',
    due: 'YYYYMMDD|YYYY-MM-DD|YYYYMMDDHHmmss|YYYY-MM-DD HH:mm:ss',
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
  smilepay: { rules: 'buyer_tel' },
  /** 알리페이 (나이스) | Alipay (NICE) */
  alipay: { leaves: 'always', onlyCurrencies: 'USD|KRW', currency: 'USD' },
  /**
   * 시럽페이 | Syrup Pay
   * Only its code is documented.
   */
  syrup: {},
  /** 페이레터 해외결제 | Payletter overseas */
  payletter_global: {
    rules:
      'buyer_email currency? merchant_uid=[A-Za-z0-9]+ ' +
      'bypass.payletter_global.pginfo=.*(WeChat|Alipay).*:bypass.payletter_global.servicename',
    since: 'v1',
  },
  /**
   * 블루월넛 | Bluewalnut
   * Documents disagree whether a phone leaves the page, so both ways are prepared for.
   */
  bluewalnut: { methods: 'card|trans|vbank|phone' },
  /** JTNet */
  jtnet: { methods: 'card|trans|vbank|phone' },
  /**
   * 모빌리언스 (KG파이낸셜 구모듈) | Mobilians (KG Financial, old)
   * The manual says that a phone stays on the page, newer documents that it leaves; phone bills stay in both readings.
   */
  mobilians: { except: ['pay_method', 'phone'], methods: 'card|phone' },
  /** KG파이낸셜 (신모듈) | KG Financial */
  mobilians_v2: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|applepay|kakaopay|naverpay|payco|lpay|ssgpay|tosspay|samsung',
    escrow: 'trans|vbank',
    rules:
      'vbank:vbank_due ssgpay:buyer_tel cultureland|smartculture|booknlife:customer_id card:customer_uid:customer_id ' +
      'escrow:trans:buyer_name trans:buyer_name? card:card.direct:card.direct.quota merchant_uid=.{4,} ' +
      'escrow:trans:bypass.mobilians_v2.pay_options.ra_direct=Y:buyer_tel ' +
      'escrow:trans:bypass.mobilians_v2.pay_options.ra_direct=Y:buyer_email ' +
      'escrow:trans:bypass.mobilians_v2.pay_options.ra_direct=Y:bypass.mobilians_v2.pay_options.ra_escrow_password? ' +
      'trans:bypass.mobilians_v2.pay_options.ra_direct=Y:bypass.cashReceiptType? ' +
      'naverpay:bypass.mobilians_v2.pay_options.cn_easypay_type=P:bypass.cashReceiptType? ' +
      'trans|vbank|phone|payco:!tax_free? cultureland|smartculture|booknlife:!confirm_url? ' +
      'customer_id<=20b? amount>=100?',
    since: 'v1',
    due: 'YYYYMMDD|YYYY-MM-DD',
  },
  /** KSNET */
  ksnet: {
    methods: 'card|trans|vbank|phone|kakaopay|naverpay|payco|lpay|ssgpay',
    rules:
      'vbank:vbank_due escrow:buyer_email card.direct:buyer_name bypass.ksnet.easyPayDirect:buyer_name ' +
      'card.direct.code=041|365|366|367|368|370|371|374|381:storeDetails.businessName ' +
      'card.direct.code=041|365|366|367|368|370|371|374|381:storeDetails.businessRegistrationNumber ' +
      'card.direct.code=041|365|366|367|368|370|371|374:bypass.ksnet.url ' +
      '!pc:card.direct.code=090|361|364|369|372:buyer_tel ' +
      '!pc:card.direct.code=090|361|364|369|372:bypass.ksnet.tcode ' +
      'kakaopay|payco:bypass.ksnet.easyPayDirect:buyer_email kakaopay|payco:bypass.ksnet.easyPayDirect:buyer_tel ' +
      'kakaopay:bypass.ksnet.easyPayDirect:storeDetails.ceoFullName ' +
      'kakaopay:bypass.ksnet.easyPayDirect:storeDetails.address ' +
      'kakaopay:bypass.ksnet.easyPayDirect:storeDetails.phoneNumber ' +
      'naverpay|payco:bypass.ksnet.easyPayDirect:storeDetails.businessName ' +
      'payco:bypass.ksnet.easyPayDirect:storeDetails.businessRegistrationNumber ' +
      'buyer_name? currency? tax_free?',
    since: 'v1',
    currencies: 'KRW|USD',
  },
  /**
   * 페이먼트월 | Paymentwall
   * `buyer_name` is "First Last". A failed payment may turn into a paid one later.
   */
  paymentwall: { rules: 'buyer_email name buyer_name currency amount=\\d+ buyer_name=.*\\S\\s+\\S.*?' },
  /**
   * 다우데이타 (키움페이) | Daou Data (Kiwoom Pay)
   * May report a failure although the money was taken. Texts must be ones that EUC-KR can write.
   */
  daou: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|applepay|kakaopay|naverpay|payco|samsung',
    escrow: 'trans|vbank',
    // EUC-KR can't write these. Of all that it can't only what is common, emoji.
    rules: 'trans|vbank:!tax_free? name=[^\\ud800-\\udfff]*? buyer_name=[^\\ud800-\\udfff]*?',
    since: '1.2.0',
  },
  /** 갤럭시아머니트리 | Galaxia Moneytree */
  galaxia: {
    methods:
      'card|trans|vbank|phone|cultureland|smartculture|booknlife|happymoney|applepay|kakaopay|naverpay|payco|tosspay|samsungpay|moneytree',
    escrow: 'trans|vbank',
    rules: 'customer_id name vbank:vbank_due trans:buyer_name customer_id<=20?',
    since: 'v1',
    onlyCurrencies: 'KRW',
    due: 'YYYYMMDD|YYYY-MM-DD',
  },
} as const satisfies Record<string, GatewayFacts>

/** The codes of all gateways that the package knows, without a merchant id. */
export type GatewayCode = keyof typeof table

/** The table, for a lookup by any text. */
export const gateways: Readonly<Record<GatewayCode, GatewayFacts>> = table

/** `kcp.T0000` is the gateway `kcp` with the merchant id `T0000`. */
export const codeOf = (pg: string): string => pg.split('.')[0]!

/** What is known of a gateway, by its code with or without a merchant id; undefined for one that isn't in the table. */
export const factsOf = (pg: string): GatewayFacts | undefined =>
  // Own members only: `pg: 'constructor'` must not find Object's.
  Object.entries(gateways).find(([code]) => code === codeOf(pg))?.[1]
