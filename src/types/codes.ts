/**
 * The names that the field has for gateways, pay methods, currencies and card issuers. The table of gateways, the
 * parameters and the rules are typed by these lists, so that a misspelt name does not compile.
 */

/** The code of every gateway that the package knows, without a merchant id. The table in gateways/ has a row for each. */
export type GatewayCode =
  | 'html5_inicis'
  | 'inicis'
  | 'inicis_jp'
  | 'smartro'
  | 'smartro_v2'
  | 'kcp'
  | 'kcp_billing'
  | 'kcp_quick'
  | 'nice'
  | 'nice_v2'
  | 'kicc'
  | 'kicc_v2'
  | 'tosspay'
  | 'tosspay_v2'
  | 'tosstest'
  | 'settle'
  | 'settle_firm'
  | 'settle_acc'
  | 'chai'
  | 'naverpay'
  | 'naverco'
  | 'hyphen'
  | 'payple'
  | 'tosspayments'
  | 'toss_brandpay'
  | 'uplus'
  | 'danal'
  | 'danal_tpay'
  | 'eximbay'
  | 'kakao'
  | 'kakaopay'
  | 'payco'
  | 'paypal'
  | 'paypal_v2'
  | 'welcome'
  | 'kpn'
  | 'smilepay'
  | 'alipay'
  | 'syrup'
  | 'payletter_global'
  | 'bluewalnut'
  | 'jtnet'
  | 'mobilians'
  | 'mobilians_v2'
  | 'ksnet'
  | 'paymentwall'
  | 'daou'
  | 'galaxia'

/**
 * A gateway: its code (`kcp`), or its code and the merchant id that the gateway gave (`kcp.T0000`).
 * Editors complete the known codes; any text is accepted, because gateways are added without asking us.
 */
export type Gateway = GatewayCode | `${GatewayCode}.${string}` | (string & {})

/** 결제수단: every pay method that some gateway documents. */
export type KnownPayMethod =
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

/** 결제수단. Which of them a gateway has is in docs/gateways.md. Any text is accepted. */
export type PayMethod = KnownPayMethod | (string & {})

/** The currencies that some gateway documents. */
export type KnownCurrency =
  | 'KRW'
  | 'USD'
  | 'EUR'
  | 'GBP'
  | 'JPY'
  | 'CNY'
  | 'THB'
  | 'SGD'
  | 'RUB'
  | 'HKD'
  | 'CAD'
  | 'AUD'

/** The languages that some gateway's window has. `jp` is Eximbay's own name for Japanese. */
export type KnownLanguage = 'ko' | 'en' | 'zh' | 'jp'

/** 화폐단위. Which of them a gateway takes is in docs/gateways.md. Any text is accepted. */
export type Currency = KnownCurrency | (string & {})

/** 결제창 언어. Which of them a gateway's window has is in docs/gateways.md. Any text is accepted. */
export type Language = KnownLanguage | (string & {})

/** 카드사 코드: the three digits of a Korean card issuer; foreign cards have five. */
export type CardIssuer =
  /** BC */
  | '361'
  /** KB */
  | '381'
  /** Hyundai */
  | '367'
  /** Samsung */
  | '365'
  /** Lotte */
  | '368'
  /** NH */
  | '371'
  /** Woori */
  | '041'
  /** Hana */
  | '374'
  /** Saemaul (MG) */
  | '045'
  /** Jeju */
  | '373'
  /** Gwangju */
  | '364'
  /** Shinhan */
  | '366'
  /** KDB */
  | '002'
  /** Suhyup */
  | '369'
  /** Shinhyup */
  | '048'
  /** Citi */
  | '370'
  /** Post office */
  | '071'
  /** K bank */
  | '089'
  /** Jeonbuk */
  | '372'
  /** Kakao Bank */
  | '090'
  /** Toss Bank */
  | '092'
  /** Foreign cards */
  | '10001'
  | '10002'
  | '10003'
  | '10004'
  | '10005'
  | '10006'

/** The ways in which documents write the deadline of a virtual account (`vbank_due`). */
export type DueDateForm =
  | 'YYYYMMDD'
  | 'YYYYMMDDhhmm'
  | 'YYYYMMDDHHmmss'
  | 'YYYY-MM-DD'
  | 'YYYY-MM-DD HH:mm:ss'

/** The releases of the script. `v1` is `cdn.iamport.kr/v1/iamport.js` (documented as 1.3.0), the only one without jQuery. */
export type SdkVersion = '1.1.5' | '1.1.6' | '1.1.7' | '1.1.8' | '1.2.0' | '1.2.1' | 'v1'
