/** What goes to a gateway as it is. Only some of the keys are written down here; the gateway's documents have the rest. */
import type { Open } from './products.ts'

type YesNo = 'Y' | 'N' | (string & {})

/** Of `bypass` what has a name of its own. */
interface KnownBypass {
  /**
   * 현금영수증 발급 유형. Default: the buyer chooses. tosspayments, nice_v2, smartro_v2, toss_brandpay (also
   * `unable`); welcome: `anonymous` only. Required by nice_v2 with naverpay_point, ssgpay_bank, and trans called directly.
   * smartro_v2: not with escrow and trans.
   */
  cashReceiptType?: 'anonymous' | 'personal' | 'corporate' | (string & {}) | undefined
  /**
   * 현금영수증 식별번호: the buyer's phone number or the company's registration number. nice_v2, personal: a phone number
   * only. smartro_v2: required with `personal` and `corporate`, refused otherwise. Refused by welcome.
   */
  customerIdentifier?: string | undefined
  /** 문화비 여부: tosspayments, toss_brandpay. Default: false. */
  isCulturalExpense?: boolean | undefined

  /** 회원 ID (kcp): required with phone and vouchers, by newer documents. */
  shop_user_id?: string | undefined
  /** 포인트 기관 코드 (kcp): required with `pay_method: 'point'`. */
  pt_memcorp_cd?: string | undefined
  /** 로고 URL (kcp). */
  site_logo?: string | undefined
  /** 결제창 스킨 번호 (kcp). */
  skin_indx?: string | number | undefined
  /** 할인쿠폰 사용 (kcp): by agreement. */
  coupon_apply_yn?: YesNo | undefined
  /** 복합 포인트 결제 (kcp). */
  complex_pnt_yn?: YesNo | undefined
  /** 앱 여부 (kcp). */
  app_flag?: YesNo | undefined
  /** 생년월일 입력란 항상 표시 (kcp_billing). */
  batch_birth_day_yn?: YesNo | undefined
  /** KCP 퀵페이 (kcp_quick): required by it. */
  kcpQuick?:
    | Open<{
        /** 호출 유형: `Register`, `Pay`, `PinChange` … */
        actionType?: string | undefined
        /** 암호화된 CI. */
        encryptedCI?: string | undefined
        /** 사용자 식별값: 16 characters at most. */
        memberID?: string | undefined
      }>
    | undefined

  /** PC 옵션 (html5_inicis): `cardpoint`, `noeasypay` …; on phones `P_RESERVED`. */
  acceptmethod?: string | undefined
  /** 모바일 옵션 (html5_inicis): `cp_yn=Y` …; iOS with trans: `twotrs_bank=Y&iosapp=Y&app_scheme=name://`. */
  P_RESERVED?: string | undefined
  /** 카드 노출 (nice). */
  CardShowOpt?: string | undefined
  /** 위젯 코드 (paymentwall). */
  widget_code?: string | undefined
  /** 결제수단 (paymentwall): `all`, `test` or one of its codes. */
  ps?: string | undefined
  /** 국가 코드 (paymentwall): two letters; whose pay methods are shown. */
  country_code?: string | undefined

  /** 나이스페이먼츠 (nice_v2). */
  nice_v2?:
    | Open<{
        /** 다이렉트 호출: `BANK` opens trans at once, not with escrow. */
        DirectShowOpt?: 'BANK' | 'CARD' | (string & {}) | undefined
        /** 회원 ID: required with cultureland. */
        MallUserID?: string | undefined
      }>
    | undefined
  /** KG파이낸셜 (mobilians_v2). */
  mobilians_v2?:
    | Open<{
        pay_options?:
          | Open<{
              /** 계좌이체 다이렉트 호출: with escrow it needs `buyer_tel`, `buyer_email` and `ra_escrow_password`. */
              ra_direct?: YesNo | undefined
              /** 에스크로 비밀번호: wanted with `ra_direct` and escrow. */
              ra_escrow_password?: string | undefined
              /** 네이버페이 결제 유형 (naverpay): `C` pays by card, `P` by points, which needs a cash receipt. */
              cn_easypay_type?: 'C' | 'P' | (string & {}) | undefined
            }>
          | undefined
      }>
    | undefined
  /** KSNET (ksnet). */
  ksnet?:
    | Open<{
        /** 통신사: required by some issuers called directly on a phone. */
        tcode?: string | undefined
        /** 사이트 URL: required by most issuers called directly. */
        url?: string | undefined
        /** 간편결제 다이렉트 호출. Default: false. */
        easyPayDirect?: boolean | undefined
      }>
    | undefined
  /** 웰컴페이먼츠 (welcome). */
  welcome?:
    | Open<{
        /** PC 옵션: `below1000`, `paypopup`, `hppdefaultcorp(SKT)` … */
        acceptmethod?: string | readonly string[] | undefined
        /** 모바일 옵션: `below1000=Y`, `hpp_default_corp=SKT` … */
        P_RESERVED?: string | readonly string[] | undefined
      }>
    | undefined
  /** 페이레터 해외결제 (payletter_global). */
  payletter_global?:
    | Open<{
        /** 결제수단: in place of `pay_method`. Default: the buyer chooses. */
        pginfo?: string | undefined
        /** 서비스명: required with WeChat Pay and Alipay. */
        servicename?: string | undefined
      }>
    | undefined
  /** 토스페이먼츠. */
  tosspayments?: object | undefined
  /** 토스 브랜드페이: `methodId` pays at once. */
  toss_brandpay?: object | undefined
  /** 토스페이. */
  tosspay_v2?: object | undefined
  /** 스마트로. */
  smartro_v2?: object | undefined
  /** 키움페이: `PRODUCTCODE`, `CASHRECEIPTFLAG`. */
  daou?: object | undefined
  /** 다날. */
  danal?: object | undefined
  /** KICC. */
  kicc?: object | undefined
  /** 카카오페이. */
  kakaopay?: object | undefined
  /** 엑심베이. */
  eximbay?: object | undefined
  /** 헥토파이낸셜. */
  settle?: object | undefined
  /** 토스페이먼츠 (구모듈). */
  uplus?: object | undefined
  /** KG이니시스. */
  inicis?: object | undefined
  /** KG이니시스 일본: `paymentUI`. */
  inicis_jp?: object | undefined
  /** 페이팔: PayPal's own parameters, risk data too. */
  paypal_v2?: object | undefined
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
