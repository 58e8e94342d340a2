/** Naver Pay: `naverpay` (결제형), which is a payment, and `naverco` (주문형), which is an order. */

/** One product of a Naver Pay request (결제형). */
export interface NaverPayProduct {
  /** 상품 유형: 'BOOK', 'MUSIC', 'MOVIE', 'PRODUCT' … of Naver's list. */
  categoryType: string
  /** 상품 분류: Naver's category id. */
  categoryId: string
  /** 상품 ID: the shop's. */
  uid: string
  /** 상품명; not “… 외 3개”. */
  name: string
  /** 수량. */
  count: number
  /** 유입 경로: where the buyer came from. By contract. */
  payReferrer?: string | undefined
  /** 판매자 ID: letters and digits. By contract, for market places. */
  sellerId?: string | undefined
  /** 시작일, `YYYYMMDD`, text or number: for travel, shows, insurance and the like. */
  startDate?: string | number | undefined
  /** 종료일, `YYYYMMDD`, text or number. */
  endDate?: string | number | undefined
}

/** 선택한 옵션 of a Naver Pay order. */
export interface NaverOrderOption {
  /** 수량 with this option. */
  optionQuantity: number
  /** 추가금액, in KRW: added to `basePrice`; may be negative. */
  optionPrice: number
  /** 옵션조합 코드: the shop's. */
  selectionCode: string
  /** What was chosen. */
  selections: readonly { code: string; label: string; value: string }[]
}

/** One product of a Naver Pay order (주문형), but for how many. */
interface NaverOrderItem {
  /** 상품 ID: the shop's. */
  id: string
  /** 상품관리 ID. Default: `id`. */
  merchantProductId?: string | undefined
  /** 지식쇼핑 상품관리 ID. Default: `id`. */
  ecMallProductId?: string | undefined
  /** 상품명. */
  name: string
  /** 상품가격: the price of one, in KRW. */
  basePrice: number
  /** 부가세 부과 여부. */
  taxType: 'TAX' | 'TAX_FREE'
  /** 상품 상세 페이지 URL. */
  infoUrl: string
  /** 상품 이미지 URL. */
  imageUrl: string
  /** 사은품, if there is one. */
  giftName?: string | undefined
  /** 추가구성품. */
  supplements?: readonly { id: string; name: string; price: number; quantity: number }[] | undefined
  /**
   * 배송비 정책: `groupId`, `method` (DELIVERY, QUICK_SVC, DIRECT_DELIVERY, VISIT_RECEIPT, NOTHING), `baseFee` in KRW,
   * `feeRule`, `feePayType` (PREPAYED, CASH_ON_DELIVERY).
   */
  shipping?: object | undefined
}

/** One product of a Naver Pay order (주문형). Its `options`, where it has some, say how many; else `quantity` does. */
export type NaverOrderProduct = NaverOrderItem &
  (
    | {
        /** 수량. */
        quantity: number
        /** 선택한 옵션. */
        options?: readonly NaverOrderOption[] | undefined
      }
    | {
        quantity?: number | undefined
        options: readonly NaverOrderOption[]
      }
  )

/** naverpay and naverco. */
export interface NaverParameters {
  /** 상품 정보. Required by naverpay (but for billing keys) and naverco, each in its own shape. */
  naverProducts?: readonly (NaverPayProduct | NaverOrderProduct)[] | null | undefined
  /** 네이버페이 팝업: true opens a popup and calls back, otherwise the page is left. Default: false. Discouraged on phones. */
  naverPopupMode?: boolean | null | undefined
  /** 이용완료일: `YYYYMMDD`, today or later. By contract, and not without one. */
  naverUseCfm?: string | null | undefined
  /** 구매자 이름. By contract. */
  naverPurchaserName?: string | null | undefined
  /** 구매자 생년월일: `YYYYMMDD`. By contract. */
  naverPurchaserBirthday?: string | null | undefined
  /** 네이버페이 체인 ID. By contract. */
  naverChainId?: string | null | undefined
  /** 가맹점 사용자 키: the shop's key of the buyer, not a person's data. By contract. */
  naverMerchantUserKey?: string | null | undefined
  /** 도서·공연비 소득공제, for the order as a whole. Default: false. */
  naverCultureBenefit?: boolean | null | undefined
  /** 반복결제 상품코드 (billing keys): keeps a buyer from registering twice. Default: random, so that it does not. */
  naverProductCode?: string | null | undefined
  /** 반복결제 상품 수 (billing keys). */
  naverProductCount?: number | null | undefined
  /**
   * 신규 등록·수단 변경 (billing keys): `CHANGE` puts another means of payment behind the same `customer_uid`. Default: `NEW`.
   *
   * @deprecated gone from PortOne's page since June 2026.
   */
  naverActionType?: 'NEW' | 'CHANGE' | null | undefined
  /** 유입 경로 (naverco): Naver's cookies CPAValidator, NA_CO and NVADID. */
  naverInterface?:
    | {
        cpaInflowCode?: string | undefined
        naverInflowCode?: string | undefined
        saClickId?: string | undefined
      }
    | null
    | undefined
}
