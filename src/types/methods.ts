/** The parameters of cards and phone bills. */
import type { CardIssuer } from './codes.ts'

/** 카드사 다이렉트 호출: the window of one issuer. */
export interface DirectCard {
  /**
   * 카드사 코드, three digits: 361 BC, 381 KB, 367 Hyundai, 365 Samsung, 368 Lotte, 371 NH, 041 Woori, 374 Hana,
   * 045 Saemaul, 373 Jeju, 364 Gwangju, 366 Shinhan, 002 KDB, 369 Suhyup, 048 Shinhyup, 370 Citi, 071 Post, 089 K bank,
   * 372 Jeonbuk, 090 Kakao Bank, 092 Toss Bank (not at nice_v2). Foreign cards have five: 10001 to 10006.
   */
  code: CardIssuer | (string & {})
  /**
   * 할부개월수, in months; 0 is the lump sum. Required by nice_v2, smartro_v2, welcome and mobilians_v2. tosspayments
   * without: the lump sum. kcp: 60 more (Hyundai cards: 80 more) to pay with the issuer's points.
   */
  quota?: number | undefined
  /** 카드사 포인트: danal_tpay `'Y'`; mobilians_v2 true or false. Default: none, the buyer chooses. */
  usePoint?: string | boolean | undefined
}

/** What the window shows of one issuer. */
export interface CardDetail {
  /** 카드사 코드, as in `card.direct`. `*`: all. */
  card_code: string
  /** 노출 여부. */
  enabled?: boolean | undefined
  /** 상점부담 무이자 최대 개월수, in months: with `useFreeInterestFromMall`. */
  max_month?: number | undefined
}

/** 카드 정보: a card whose number the shop itself has asked for. */
export interface CardInfo {
  /** 카드번호. */
  number: string
  /** 유효기간: `YYYY-MM`. */
  expiry: string
  /** 보안코드: the three digits of the back. */
  cvc: string
}

/** `card`. */
export interface CardOptions {
  /**
   * 카드사 다이렉트 호출: the issuer's window without that of the gateway. By agreement with the gateway. Not with
   * `escrow` at smartro_v2.
   */
  direct?: DirectCard | undefined
  /** 카드사 노출: which issuers the window shows. Default: all. Not read by smartro_v2 and galaxia. */
  detail?: readonly CardDetail[] | undefined
  /** 카드 정보 (paymentwall): pays in the page, without a window. Default: none, the window asks. */
  info?: CardInfo | undefined
  /** 상점부담 무이자 (html5_inicis), in months: all cards are free of interest up to here, at the shop's cost. */
  interest_free?: number | undefined
  /** 할부 사용 여부: tosspay_v2; ksnet with the app card of KB, which has instalments only if true. */
  useInstallment?: boolean | undefined
}

/** Payments by card. */
export interface CardParameters {
  /** 카드 결제 옵션. */
  card?: CardOptions | null | undefined
  /** 상점부담 무이자: tosspayments, ksnet, nice_v2, welcome, html5_inicis. By agreement with the gateway. */
  useFreeInterestFromMall?: boolean | null | undefined
  /**
   * 카드사 포인트: tosspayments, mobilians_v2, welcome, which refuses false. Default: welcome asks the buyer. Not read by
   * smartro_v2, where the contract decides.
   */
  useCardPoint?: boolean | null | undefined
  /** 앱카드만: kcp, uplus, tosspayments, nice, ksnet, danal_tpay. Default: false. Not read by danal. */
  appCard?: boolean | null | undefined
  /** 키인 결제, `key-in`: kcp, kicc, danal_tpay. Default: the usual window. Not read by danal. */
  auth_mode?: 'key-in' | (string & {}) | null | undefined
}

/** 통신사. `KTF` is KT; `MVNO` the budget ones (welcome); `*` all (danal). */
export type Carrier = 'SKT' | 'KTF' | 'LGT' | 'CJH' | 'KCT' | 'SKL' | 'MVNO' | '*' | (string & {})

/** `phone`. */
export interface PhoneOptions {
  /** 통신사: the only one. */
  carrier?: Carrier | undefined
  /** 통신사 노출: which ones the window shows. welcome: not with a default carrier in `bypass.welcome`. */
  detail?: readonly { carrier: Carrier; enabled?: boolean | undefined }[] | undefined
}

/** Payments by phone bill. They need `digital` as well. */
export interface PhoneParameters {
  /** 통신사 설정: danal, daou, galaxia, mobilians_v2, welcome. Default: all carriers. */
  phone?: PhoneOptions | null | undefined
  /** 휴대폰번호 고정 (kcp, danal, daou): the number, without hyphens, which the buyer then can't change. Default: none. */
  prefill?: { phoneNumber?: string | undefined } | null | undefined
}
