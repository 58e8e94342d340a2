/** What goes to a gateway as it is. The keys that PortOne's pages name are written down here; the gateway's documents have more. */
import type { Open } from './products.ts'

type YesNo = 'Y' | 'N' | (string & {})

/** 현금영수증 발급 유형. `unable`: none (toss_brandpay). */
export type CashReceiptType = 'anonymous' | 'personal' | 'corporate' | 'unable' | (string & {})

/** KCP 퀵페이 호출 유형. Only `Pay` moves money. */
export type KcpQuickAction =
  | 'Register'
  | 'UserRegister'
  | 'Deregister'
  | 'RegisterAutoPay'
  | 'RegisterFido'
  | 'Pay'
  | 'PinChange'
  | 'PinReset'
  | 'PinCheck'
  | 'PhoneChange'
  | 'SignUp'
  | 'Terminate'
  | 'Leave'
  | 'PrepaidRefundAccount'
  | 'PrepaidRefund'
  | 'PrepaidLimitRaise'
  | 'PrepaidKYC'
  | 'PrepaidAuth'
  | 'PrepaidOfflineUse'
  | 'PrepaidOfflinePaymentInfo'

/** KCP 퀵페이 (kcp_quick). */
export interface KcpQuickBypass {
  /** 호출 유형: which window. */
  actionType?: KcpQuickAction | (string & {}) | undefined
  /** 암호화된 CI. Wanted by all actions but `PrepaidOfflinePaymentInfo`. */
  encryptedCI?: string | undefined
  /** 사용자 식별값: 16 characters at most. */
  memberID?: string | undefined
  /** 디바이스 식별값: the device's own id. Default: the browser's user agent. */
  deviceID?: string | undefined
  /** 무인증 등록/결제: true skips the PIN from then on. */
  noAuth?: boolean | undefined
  /** 할부개월수, in months. Default: the lump sum. */
  installment?: number | undefined
  /** 카드사 포인트 사용. Default: false. */
  useCardPoint?: boolean | undefined
  /** 자동결제 Key 발급, with `Register`. Default: false. */
  registerAutoPay?: boolean | undefined
  /** 퀵페이 SDK 버전: a bare word that KCP has given, such as `v2`; with other signs the request fails. */
  sdkVersion?: string | undefined
  /** 선불머니 현장결제 내역 조회: what the action `PrepaidOfflinePaymentInfo` asks about. */
  prepaidOfflinePaymentInfoRequest?:
    | Open<{
        tradeId?: string | undefined
        tradeNo?: string | undefined
        point?: number | undefined
        useDt?: string | undefined
        btid?: string | undefined
      }>
    | undefined
  /** @deprecated KCP no longer takes it; use `encryptedCI`. */
  memberCI?: string | undefined
}

/** 나이스페이먼츠 (nice_v2). */
export interface NiceV2Bypass {
  /** 다이렉트 호출: `BANK` opens trans at once (not with escrow), `CELLPHONE` a phone bill. */
  DirectShowOpt?: 'BANK' | 'CARD' | 'CELLPHONE' | (string & {}) | undefined
  /** 회원 ID: required with cultureland. */
  MallUserID?: string | undefined
  /** 로고 이미지 URL: absolute. */
  LogoImage?: string | undefined
  /** 스크롤 미사용: on a PC. Default: `Y`. */
  NPDisableScroll?: YesNo | undefined
  /** 결제창 스킨 색상. */
  SkinType?: 'red' | 'green' | 'purple' | 'gray' | 'dark' | (string & {}) | undefined
  /** 사용자 CI: with cultureland, by agreement. */
  UserCI?: string | undefined
  /** 카드 쿠폰 자동 적용. Default: `N`. */
  DirectCouponYN?: YesNo | undefined
  /** 카드사별 호출 방식: `08:3|02:3`, issuer and kind of window. */
  CardShowOpt?: string | undefined
  /** 페이코 자동 로그인 클라이언트 ID: by agreement. */
  PaycoClientId?: string | undefined
  /** 페이코 자동 로그인 접속 토큰. */
  PaycoAccessToken?: string | undefined
  /** 삼성페이 가맹점 유형. Default: `99`. */
  SamPayMallType?: '01' | '99' | (string & {}) | undefined
}

/** KG파이낸셜 (mobilians_v2). */
export interface MobiliansV2Bypass {
  /** 로고 표기, of a logo that the gateway has: not with vouchers. Default: `N`. */
  cp_logo?: YesNo | undefined
  /** 결제창 색상, as HTML writes it: not with vouchers. */
  css_type?: string | undefined
  /** 로고 표시: with vouchers. Default: `N`. */
  LOGO_YN?: YesNo | undefined
  /** 이메일 입력란 숨김 (cultureland). */
  EMAIL_HIDDEN?: YesNo | undefined
  pay_options?:
    | Open<{
        /** 계좌이체 다이렉트 호출: it needs a cash receipt; with escrow `buyer_tel`, `buyer_email` and `ra_escrow_password`, too. */
        ra_direct?: YesNo | undefined
        /** 에스크로 비밀번호: wanted with `ra_direct` and escrow. */
        ra_escrow_password?: string | undefined
        /** 간편결제 결제수단 (naverpay): `C` pays by card, `P` by points, which needs a cash receipt. `M`: money (kakaopay, tosspay). */
        ep_pay_type?: 'C' | 'P' | 'M' | (string & {}) | undefined
        /** WON 카드·뱅킹만 (card). Default: `N`. */
        cn_pay_app_use_yn?: YesNo | undefined
        /** WON 카드 `01`, WON 뱅킹 `02`: with `cn_pay_app_use_yn`. */
        cn_pay_app_use_cd?: '01' | '02' | (string & {}) | undefined
        /** 휴대폰번호 고정 (phone): `Y` needs `buyer_tel`. */
        mc_fix_no?: YesNo | undefined
        /** ARS 인증 (phone). */
        mc_safe_call?: YesNo | undefined
        /** 현금영수증 노출 (vbank). Default: `Y`. */
        va_cash_receipt?: YesNo | undefined
        /** 이메일 입력 필수 (vbank). Default: `Y`. */
        va_email?: YesNo | undefined
      }>
    | undefined
  hidden_options?:
    | Open<{
        /** footer 미노출 (phone). Default: `N`. */
        footer_area?: YesNo | undefined
        /** 상품 정보 미노출 (phone). Default: `N`. */
        product_area?: YesNo | undefined
        /** 이메일 입력 미노출. Default: `N`. */
        email_area?: YesNo | undefined
      }>
    | undefined
}

/** KSNET (ksnet). */
export interface KsnetBypass {
  /** 통신사: required by some issuers called directly on a phone. */
  tcode?: string | undefined
  /** 사이트 URL: required by most issuers called directly. */
  url?: string | undefined
  /** 간편결제 다이렉트 호출: naverpay, kakaopay, payco, lpay. Default: false. */
  easyPayDirect?: boolean | undefined
  /** 카드 결제창의 간편결제 표시: `1` shows it. */
  sndQpayType?: '0' | '1' | (string & {}) | undefined
  /** 카카오페이 결제수단: the only one. */
  sndKakaopayType?: 'CARD' | 'MONEY' | (string & {}) | undefined
}

/** 웰컴페이먼츠 (welcome). */
export interface WelcomeBypass {
  /** PC 옵션: `below1000`, `paypopup`, `hppdefaultcorp(SKT)` … */
  acceptmethod?: string | readonly string[] | undefined
  /** 모바일 옵션: `below1000=Y`, `hpp_default_corp=SKT` … */
  P_RESERVED?: string | readonly string[] | undefined
  /** 로고 URL: on a PC. */
  logo_url?: string | undefined
  /** 두 번째 로고 URL: on a PC. */
  logo_2nd?: string | undefined
  /** 모바일 카드 옵션: `selcode=14` … */
  P_CARD_OPTION?: string | undefined
}

/** 페이팔 (paypal_v2): PayPal's own parameters, risk data too. */
export interface PaypalV2Bypass {
  /** How PayPal's buttons look. */
  style?: object | undefined
  'enable-funding'?: string | undefined
  'disable-funding'?: string | undefined
  /** Where the order goes: one at most. */
  purchase_units?:
    | readonly Open<{
        shipping?: Open<{ address?: object | undefined; name?: object | undefined }> | undefined
      }>[]
    | undefined
  /** The buyer, as PayPal's documents have it. */
  payer?: object | undefined
  /** Risk data, as pairs. */
  additional_data?: readonly { key: string; value: string }[] | undefined
  /** Where a subscription's goods go. */
  shipping_address?:
    | Open<{
        recipient_name?: string | undefined
        line1?: string | undefined
        line2?: string | undefined
        city?: string | undefined
        state?: string | undefined
        postal_code?: string | undefined
        country_code?: string | undefined
      }>
    | undefined
}

/** 브랜드페이 결제창 모양. */
export interface TossBrandpayLook {
  buttonStyle?: 'default' | 'full' | (string & {}) | undefined
  highlightColor?: string | undefined
  navigationBar?: { visible?: boolean | undefined; paddingTop?: number | undefined } | undefined
  labels?: { oneTouchPay?: string | undefined } | undefined
}

/** 브랜드페이 위젯의 프로모션 영역: what of it is shown. */
export interface TossPromotionSection {
  summary?: { visible?: boolean | undefined } | undefined
  description?: { visible?: boolean | undefined; defaultOpen?: boolean | undefined } | undefined
}

/** 토스 브랜드페이 (toss_brandpay). */
export interface TossBrandpayBypass {
  /** 결제수단 ID: pays with it at once. */
  methodId?: string | undefined
  /** 카드사 즉시 할인 코드. */
  discountCode?: string | undefined
  /** 결제창 설정. */
  brandpayOptions?: Open<{ ui?: Open<TossBrandpayLook> | undefined }> | undefined
  /** 위젯 설정: of `IMP.loadUI`. */
  widgetOptions?:
    | Open<{
        methodType?: '카드' | '계좌' | (string & {}) | undefined
        methodId?: string | undefined
        ui?: Open<{ promotionSection?: TossPromotionSection | undefined }> | undefined
      }>
    | undefined
}

/** Of `bypass` what has a name of its own. */
interface KnownBypass {
  /**
   * 현금영수증 발급 유형. Default: the buyer chooses. tosspayments (trans and vbank), nice_v2, smartro_v2 (not with vbank),
   * toss_brandpay (also `unable`); welcome: `anonymous` only. Required by nice_v2 with naverpay_point, ssgpay_bank, and trans
   * called directly. smartro_v2: not with escrow and trans.
   */
  cashReceiptType?: CashReceiptType | undefined
  /**
   * 현금영수증 식별번호: the buyer's phone number or the company's registration number. nice_v2, personal: a phone number
   * only. smartro_v2: required with `personal` and `corporate`, refused otherwise. Refused by welcome.
   */
  customerIdentifier?: string | undefined
  /** 문화비 여부: tosspayments (trans and vbank), toss_brandpay. Default: false. */
  isCulturalExpense?: boolean | undefined

  /** 회원 ID (kcp): wanted with phone and vouchers. */
  shop_user_id?: string | undefined
  /** 포인트 기관 코드 (kcp): wanted with `pay_method: 'point'`. */
  pt_memcorp_cd?: string | undefined
  /** 로고 URL (kcp, kcp_billing): on a PC. */
  site_logo?: string | undefined
  /** 결제창 스킨 번호 (kcp), 1 to 11: on a PC. */
  skin_indx?: string | number | undefined
  /** 할인쿠폰 사용 (kcp): by agreement. */
  coupon_apply_yn?: YesNo | undefined
  /** 복합 포인트 결제 (kcp): on a PC. */
  complex_pnt_yn?: YesNo | undefined
  /** 앱 여부 (kcp): `S` on phones only. */
  app_flag?: 'S' | YesNo | undefined
  /** 생년월일 입력란 항상 표시 (kcp_billing): on a PC. */
  batch_birth_day_yn?: YesNo | undefined
  /** KCP 퀵페이 (kcp_quick): required by it. */
  kcpQuick?: Open<KcpQuickBypass> | undefined

  /** PC 옵션 (html5_inicis): `cardpoint`, `noeasypay` …; on phones `P_RESERVED`. */
  acceptmethod?: string | undefined
  /** 모바일 옵션 (html5_inicis): `cp_yn=Y` …; iOS with trans: `twotrs_bank=Y&iosapp=Y&app_scheme=name://`. */
  P_RESERVED?: string | undefined
  /** 현대카드 Payshot 고객 Key (html5_inicis): on a PC. */
  ini_PAYSHOT_KEY?: string | undefined
  /** 현대카드 Payshot 고객 Key (html5_inicis): on phones. */
  P_PAYSHOT_KEY?: string | undefined
  /** 카드 결제창의 간편결제 목록 (welcome): on phones. */
  P_ONLY_EASYPAYCODE?: string | undefined
  /** 카드 노출 (nice): on phones, with `niceMobileV2`. */
  CardShowOpt?: string | undefined
  /** 위젯 코드 (paymentwall). */
  widget_code?: string | undefined
  /** 결제수단 (paymentwall): `all`, `test` or one of its codes. */
  ps?: string | undefined
  /** 국가 코드 (paymentwall): two letters; whose pay methods are shown. */
  country_code?: string | undefined
  /** 로고 URL (paymentwall). */
  logo_url?: string | undefined
  /** 프로젝트 이름 (paymentwall). */
  project_name?: string | undefined
  /** 세전 가격 (paymentwall), in the request's currency. */
  product_price_without_tax?: number | undefined
  /** 세금 (paymentwall), in the request's currency. */
  sales_tax?: number | undefined
  /** 배송지 (eximbay): the street. */
  shipTo_street1?: string | undefined
  /** 배송지 (eximbay): the postal code. */
  shipTo_postalCode?: string | undefined

  nice_v2?: Open<NiceV2Bypass> | undefined
  mobilians_v2?: Open<MobiliansV2Bypass> | undefined
  ksnet?: Open<KsnetBypass> | undefined
  welcome?: Open<WelcomeBypass> | undefined
  /** 페이레터 해외결제 (payletter_global). */
  payletter_global?:
    | Open<{
        /** 결제수단: in place of `pay_method`. Default: the buyer chooses. */
        pginfo?:
          | 'PLCreditCard'
          | 'PLCreditCardMpi'
          | 'PLUnionPay_HC'
          | 'WeChatPayQRCodePayment'
          | 'WeChatPayH5Payment'
          | 'ICBAlipay'
          | (string & {})
          | undefined
        /** 서비스명: required with WeChat Pay and Alipay. */
        servicename?: string | undefined
      }>
    | undefined
  /** 토스페이먼츠 (tosspayments), for cards. */
  tosspayments?:
    | Open<{
        /** 해외카드 결제: true opens a window in English, for foreign cards. Default: false. */
        useInternationalCardOnly?: boolean | undefined
        /** 카드사 할인코드. */
        discountCode?: string | undefined
      }>
    | undefined
  toss_brandpay?: Open<TossBrandpayBypass> | undefined
  /** 토스페이 (tosspay_v2). */
  tosspay_v2?:
    | Open<{
        /** 결제 만료 시각: `yyyy-MM-dd HH:mm:ss`. Default: after 15 minutes; 60 at most. */
        expiredTime?: string | undefined
        /** 현금영수증 발급 대상 타입. */
        cashReceiptTradeOption?: 'GENERAL' | 'CULTURE' | 'PUBLIC_TP' | (string & {}) | undefined
        /** 암호화된 CI. */
        encryptedUserCi?: string | undefined
      }>
    | undefined
  /** 스마트로 (smartro_v2). */
  smartro_v2?:
    | Open<{
        /** 상품 개수. */
        GoodsCnt?: number | undefined
        /** 결제창 색상. Default: `RED`. */
        SkinColor?: 'RED' | 'GREEN' | 'BLUE' | 'PURPLE' | (string & {}) | undefined
        /** 결제창 언어: `EN` is the window for foreign cards. Default: `KR`. */
        OpenType?: 'KR' | 'EN' | (string & {}) | undefined
        /** 결제 비밀번호 등록 생략 (billing keys). */
        IsPwdPass?: YesNo | undefined
      }>
    | undefined
  /** 키움페이 (daou). */
  daou?:
    | Open<{
        /** 결제 상품 고유 번호. Default: `iamport`. */
        PRODUCTCODE?: string | undefined
        /** 현금영수증 발급: 1 or 0 with trans and vbank, `Y` or `N` with kakaopay. */
        CASHRECEIPTFLAG?: number | string | undefined
        /** 간편결제 다이렉트 호출: `Y` leaves out the gateway's own page. */
        DIRECT_YN?: 'Y' | (string & {}) | undefined
        /** 카드사별 할부개월수: `CCBC-0:2:3^CCNH-0:2`, by the gateway's codes of issuers. */
        CARDQUOTA?: string | undefined
      }>
    | undefined
  /** 다날 (danal, danal_tpay). */
  danal?:
    | Open<{
        /** 결제창 색상 (danal_tpay). */
        COLOR?: string | undefined
        /** 현금영수증 입력란 (danal_tpay, trans and vbank): `N` hides it. */
        ISCASHRECEIPTUI?: 'N' | (string & {}) | undefined
      }>
    | undefined
  /** KICC (kicc). */
  kicc?:
    | Open<{
        /** 현금영수증 노출. */
        disp_cash_yn?: YesNo | undefined
      }>
    | undefined
  /** 카카오페이 (kakaopay). */
  kakaopay?:
    | Open<{
        /** 결제수단 제한. */
        payment_method_type?: 'CARD' | 'MONEY' | (string & {}) | undefined
        /** 결제창에 표시할 문구. */
        custom_message?: string | undefined
      }>
    | undefined
  /** 엑심베이 (eximbay). */
  eximbay?:
    | Open<{
        /** 카드 발급 국가: `KR` for Korean cards, which settle in KRW only. */
        issuercountry?: 'KR' | (string & {}) | undefined
        /** 외화 표시 통화. */
        siteforeigncur?: string | undefined
        shipTo_city?: string | undefined
        shipTo_country?: string | undefined
        shipTo_firstName?: string | undefined
        shipTo_lastName?: string | undefined
        shipTo_phoneNumber?: string | undefined
        shipTo_state?: string | undefined
        billTo_city?: string | undefined
        billTo_country?: string | undefined
        billTo_firstName?: string | undefined
        billTo_lastName?: string | undefined
        billTo_phoneNumber?: string | undefined
        billTo_postalCode?: string | undefined
        billTo_state?: string | undefined
        billTo_street1?: string | undefined
      }>
    | undefined
  /** 헥토파이낸셜 (settle, settle_acc). */
  settle?:
    | Open<{
        /** 구매자 CI (settle_acc): another buyer's stops the payment. */
        custCi?: string | undefined
        /** 추가 공제 (settle_acc): `Y` for public transport, `C` for books and shows. */
        addDeductionYn?: 'Y' | 'C' | 'N' | (string & {}) | undefined
        /** 현금영수증 발급 가능 여부 (settle_acc). */
        criPsblYn?: YesNo | undefined
        /** 결제 한도 코드 (settle_acc). */
        payLimitCd?: string | undefined
        /** 010 가상계좌 (settle). */
        vbank010?: boolean | undefined
      }>
    | undefined
  /** 토스페이먼츠 구모듈 (uplus). */
  uplus?:
    | Open<{
        /** 카드 프로모션 자동 적용. */
        LGD_AUTO_DISCOUNT?: string | undefined
      }>
    | undefined
  /** KG이니시스 (html5_inicis). */
  inicis?:
    | Open<{
        /** 빌링키 발급창 표시 구분: on phones. */
        authtype?: '01' | (string & {}) | undefined
      }>
    | undefined
  /** KG이니시스 일본 (inicis_jp). */
  inicis_jp?:
    | Open<{
        /** 결제창 모양: `colorTheme` `red1` to `red4`, `orange`, `yellow`, `black`, `purple`, `green`, `blue1` to `blue6`. */
        paymentUI?: Open<{ colorTheme?: string | undefined; logoUrl?: string | undefined }> | undefined
      }>
    | undefined
  paypal_v2?: Open<PaypalV2Bypass> | undefined
}

/**
 * `bypass`: PG사 원본 파라미터. kcp, inicis, nice and paymentwall read keys of its root, newer gateways an object under their
 * own name. Keys that are not known here pass.
 */
export type Bypass = Open<KnownBypass>

/** What goes to a gateway as it is. */
export interface BypassParameters {
  /** PG사 원본 파라미터: what the gateway's own documents name. Default: none. */
  bypass?: Bypass | null | undefined
}
