/** The groups of parameters that belong to one kind of payment or one gateway. */

/** One product of a Naver Pay request (결제형). */
export interface NaverPayProduct {
  /** 'BOOK', 'MUSIC', 'MOVIE', 'PRODUCT' … of Naver's list. */
  categoryType: string
  /** Naver's category id. */
  categoryId: string
  /** The shop's id of the product. */
  uid: string
  /** The product's name; not "… and 3 more". */
  name: string
  /** How many. */
  count: number
  /** Where the buyer came from. */
  payReferrer?: string
  /** The shop's id of the seller. */
  sellerId?: string
  /** `YYYYMMDD`. */
  startDate?: string
  /** `YYYYMMDD`. */
  endDate?: string
}

/** One product of a Naver Pay order (주문형). */
export interface NaverOrderProduct {
  id: string
  name: string
  /** The price of one, in KRW. */
  basePrice: number
  taxType?: 'TAX' | 'TAX_FREE'
  quantity: number
  infoUrl: string
  imageUrl: string
  giftName?: string
  options?: readonly Readonly<Record<string, unknown>>[]
  supplements?: readonly Readonly<Record<string, unknown>>[]
  shipping?: Readonly<Record<string, unknown>>
}

/** naverpay and naverco. */
export interface NaverParameters {
  /** 상품 정보. Required by naverpay and naverco, each in its own shape. */
  naverProducts?: readonly (NaverPayProduct | NaverOrderProduct)[] | null | undefined
  /** 네이버페이 팝업: true opens a popup and calls back, otherwise the page is left. Discouraged on phones. */
  naverPopupMode?: boolean | null | undefined
  /** 이용완료일: `YYYYMMDD`, today or later. */
  naverUseCfm?: string | null | undefined
  naverPurchaserName?: string | null | undefined
  /** `YYYYMMDD`. */
  naverPurchaserBirthday?: string | null | undefined
  naverChainId?: string | null | undefined
  naverMerchantUserKey?: string | null | undefined
  naverCultureBenefit?: boolean | null | undefined
  /** Billing keys. */
  naverProductCode?: string | null | undefined
  /** Billing keys. */
  naverProductCount?: number | null | undefined
  /** naverco: inflow codes. */
  naverInterface?: { cpaInflowCode?: string; naverInflowCode?: string; saClickId?: string } | null | undefined
}

/** Payments by card. */
export interface CardParameters {
  card?:
    | {
        /** 카드사 다이렉트 호출: `code` is the issuer's three digits, `quota` the months (0: lump sum). */
        direct?: { code: string; quota?: number; usePoint?: string }
        /** Which issuers the window shows; `card_code: '*'` are all. */
        detail?: readonly { card_code: string; enabled: boolean; max_month?: number }[]
        /** inicis: the months free of interest at the shop's cost. */
        interest_free?: unknown
        /** tosspay_v2, ksnet. */
        useInstallment?: boolean
      }
    | null
    | undefined
  /** 상점부담 무이자: tosspayments, ksnet, nice_v2, welcome, inicis. */
  useFreeInterestFromMall?: boolean | null | undefined
  /** 카드사 포인트: tosspayments, mobilians_v2, welcome. */
  useCardPoint?: boolean | null | undefined
  /** 앱카드만: kcp, uplus, tosspayments, nice, ksnet, danal. Default: false. */
  appCard?: boolean | null | undefined
  /** `key-in`: kcp, kicc, danal. */
  auth_mode?: string | null | undefined
}

/** Payments by phone bill. */
export interface PhoneParameters {
  /** 통신사: SKT, KTF, LGT, CJH, KCT, SKL. */
  phone?: { carrier?: string; detail?: readonly { carrier: string; enabled: boolean }[] } | null | undefined
  /** kcp, danal, daou: the number is fixed. No hyphens. */
  prefill?: { phoneNumber?: string } | null | undefined
}

/** What goes to a gateway as it is. */
export interface BypassParameters {
  /** PG사 원본 파라미터. kcp, inicis and old nice read keys of its root, newer gateways one under their own name. */
  bypass?: Readonly<Record<string, unknown>> | null | undefined
}
