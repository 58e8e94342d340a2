/** What is bought, and who sells it. */

/** Members that nobody knew when this was written pass, too; those that are known keep their types. */
export type Open<Known> = Known | (Known & { readonly [member: string]: unknown })

/** One product of an escrow payment, so that parts of an order can be delivered apart. KCP and KICC want all four. */
export interface EscrowProduct {
  /** 상품주문번호: the shop's number for this line of the order. */
  orderNumber: string
  /** 상품명. */
  name: string
  /** 수량: a whole number, 1 or more. */
  quantity: number
  /** 상품 가격, in the request's currency. The sum is *not* compared with the request's `amount`, by anybody. */
  amount: number
}

/** One item of `products`: tosspayments (escrow), paypal_v2. */
export interface OrderProduct {
  /** 상품 고유 ID: the shop's id of the product. */
  id?: string | undefined
  /** 상품명. paypal_v2 shows it, with `quantity` and `unitPrice`. */
  name?: string | undefined
  /** 상품 코드: a text, digits included. */
  code?: string | undefined
  /** 상품 단위 가격: the price of one, in the request's currency. */
  unitPrice?: number | undefined
  /** 수량. */
  quantity?: number | undefined
  /** A mark of the shop's own (paypal_v2). */
  tag?: string | undefined
}

/** The shop, for gateways that ask again: ksnet the members up to `address`, inicis_jp the others; both `phoneNumber`. */
export interface StoreDetails {
  /**
   * 사업자명: ksnet, required by most card issuers called directly (`card.direct`), and by naverpay and payco called
   * directly.
   */
  businessName?: string | undefined
  /** 사업자등록번호: digits only. ksnet, required by most card issuers called directly, and by payco called directly. */
  businessRegistrationNumber?: string | undefined
  /** 대표자명: ksnet, required by kakaopay called directly. */
  ceoFullName?: string | undefined
  /** 사업장 주소: ksnet, required by kakaopay called directly. */
  address?: string | undefined
  /** 전화번호: required by inicis_jp, and by ksnet with kakaopay called directly. */
  phoneNumber?: string | undefined
  /** 상점명: required by inicis_jp. */
  storeName?: string | undefined
  /** 상점명 (후리가나), in katakana: required by inicis_jp. */
  storeNameKana?: string | undefined
  /** 상점명 (영문), in Latin letters: required by inicis_jp. */
  storeNameEn?: string | undefined
  /** 상점명 (약어): required by inicis_jp. */
  storeNameShort?: string | undefined
  /** 연락처 이름, such as that of the help desk: required by inicis_jp. */
  contactName?: string | undefined
  /** 상점 이메일: required by inicis_jp. */
  email?: string | undefined
  /** 영업시간, each `HH:mm` from 00:00 to 23:59: required by inicis_jp. */
  openingHours?: { open?: string | undefined; close?: string | undefined } | undefined
}
