/** Compiled by `npm run check`, never run: what the types of single parameters let pass and what they stop. */
import {
  type Bypass,
  type NaverOrderProduct,
  type OrderProduct,
  type PayRequest,
  requestPay,
  type StoreDetails,
} from '../../src/index.ts'

const shop = { userCode: 'imp12345678' }
const base = { merchant_uid: 'm_1', amount: 1000, buyer_tel: '010' }
declare const months: number | undefined
declare const text: string | undefined

// Parameters of few gateways, and those of old.
requestPay({ ...base, pg: 'tosspayments', locale: 'ko' }, shop)
// @ts-expect-error a text
requestPay({ ...base, pg: 'tosspayments', locale: 1 }, shop)
requestPay({ ...base, pg: 'kakao', kakaoOpenApp: true, proxyPath: '/proxy' }, shop)
// @ts-expect-error a boolean
requestPay({ ...base, pg: 'kakao', kakaoOpenApp: 'yes' }, shop)
// @ts-expect-error a text
requestPay({ ...base, pg: 'payco', proxyPath: true }, shop)
requestPay({ ...base, buyer_first_name_kana: 'ポート', buyer_last_name_kana: 'ワン' }, shop)
// @ts-expect-error a text
requestPay({ ...base, buyer_first_name_kana: 1 }, shop)
// @ts-expect-error a text
requestPay({ ...base, buyer_last_name_kana: true }, shop)
requestPay({ ...base, pg: 'paypal_v2', buyer_first_name: 'John', buyer_last_name: 'Doe' }, shop)
// @ts-expect-error a text
requestPay({ ...base, buyer_first_name: 1 }, shop)
// @ts-expect-error a text
requestPay({ ...base, buyer_last_name: 1 }, shop)
requestPay({ ...base, cvs: { payment_deadline: { valid_hours: 48 } } }, shop)
// @ts-expect-error a number
requestPay({ ...base, cvs: { payment_deadline: { valid_hours: '48' } } }, shop)

// Naver Pay: a billing key is of no product.
requestPay({ ...base, pg: 'naverpay', customer_uid: 'c_1', naverActionType: 'CHANGE' }, shop)
// @ts-expect-error NEW or CHANGE
requestPay({ ...base, pg: 'naverpay', customer_uid: 'c_1', naverActionType: 'RENEW' }, shop)
// @ts-expect-error naverProducts is missing
requestPay({ ...base, pg: 'naverpay.id', customer_uid: undefined }, shop)
// @ts-expect-error naverProducts is missing: an order has no billing key
requestPay({ ...base, pg: 'naverco', customer_uid: 'c_1' }, shop)
const booked = { categoryType: 'TRAVEL', categoryId: 'DOMESTIC', uid: '1', name: '호텔', count: 1 }
requestPay({ ...base, pg: 'naverpay', naverProducts: [{ ...booked, startDate: 20260117 }] }, shop)
// @ts-expect-error a text or a number
requestPay({ ...base, pg: 'naverpay', naverProducts: [{ ...booked, startDate: new Date() }] }, shop)
const item = {
  id: '1',
  name: '상품',
  basePrice: 1000,
  infoUrl: 'https://a.example',
  imageUrl: 'https://a.example',
}
const size = { optionQuantity: 1, optionPrice: -100, selectionCode: 'R', selections: [] }
const ordered: NaverOrderProduct[] = [
  { ...item, taxType: 'TAX', quantity: 1, giftName: text },
  { ...item, taxType: 'TAX_FREE', options: [size] },
  {
    ...item,
    taxType: 'TAX',
    quantity: 1,
    options: undefined,
    shipping: { method: 'DELIVERY', baseFee: 2500 },
  },
  // @ts-expect-error taxType is missing
  { ...item, quantity: 1 },
  // @ts-expect-error how many?
  { ...item, taxType: 'TAX' },
]
requestPay({ ...base, pg: 'naverco', naverProducts: ordered }, shop)

// Cards and phone bills.
requestPay({ ...base, card: { interest_free: 7 } }, shop)
// @ts-expect-error a number of months
requestPay({ ...base, card: { interest_free: '7' } }, shop)
requestPay({ ...base, card: { direct: { code: '10001', quota: months, usePoint: 'Y' } } }, shop)
// @ts-expect-error a code is a text: 041 is none as a number
requestPay({ ...base, card: { direct: { code: 41 } } }, shop)
requestPay({ ...base, card: { detail: [{ card_code: '366', max_month: 5 }] }, auth_mode: 'key-in' }, shop)
// @ts-expect-error whose?
requestPay({ ...base, card: { detail: [{ max_month: 5 }] } }, shop)
requestPay({ ...base, phone: { carrier: undefined, detail: [{ carrier: 'SKT', enabled: true }] } }, shop)
// @ts-expect-error a list
requestPay({ ...base, phone: { detail: { carrier: 'SKT' } } }, shop)

// Nested: undefined is as good as missing, null is not, for it would be sent.
requestPay(
  {
    ...base,
    period: { from: text, to: text, interval: undefined },
    prefill: { phoneNumber: text },
    optional: { use_stc_api: undefined },
    alipay_plus: { wallet: text },
    naverInterface: { saClickId: text },
    display: { card_quota: undefined, only_installment: undefined },
  },
  shop,
)
requestPay({ ...base, display: null, card: null, period: null, bypass: null, products: null }, shop)
// @ts-expect-error null is no list
requestPay({ ...base, display: { card_quota: null } }, shop)
// @ts-expect-error null is no number
requestPay({ ...base, card: { direct: { code: '361', quota: null } } }, shop)
// @ts-expect-error null is no text
requestPay({ ...base, period: { from: null } }, shop)

// Products and the shop: known members have types, others pass, interfaces do as well.
interface CartLine {
  id: string
  unitPrice: number
  quantity: number
  colour: string
}
declare const cart: CartLine[]
const line = { id: '1', name: '상품', code: '01', unitPrice: 5700, quantity: 2, tag: 'TAG-1' }
const products: OrderProduct[] = [line, {}, { tag: text }]
requestPay({ ...base, pg: 'tosspayments', escrow: true, products }, shop)
requestPay({ ...base, products: cart }, shop)
requestPay({ ...base, products: [line, { ...line, colour: 'red' }] }, shop)
// @ts-expect-error a code is a text
requestPay({ ...base, products: [{ ...line, code: 1 }] }, shop)
// @ts-expect-error a price is a number
requestPay({ ...base, products: [{ ...line, unitPrice: '5700' }] }, shop)
const details: StoreDetails = {
  businessName: '상호',
  businessRegistrationNumber: '1234567890',
  address: text,
}
requestPay({ ...base, pg: 'ksnet', storeDetails: details }, shop)
requestPay(
  { ...base, storeDetails: { storeName: '店', openingHours: { open: '11:00', close: '23:00' } } },
  shop,
)
requestPay({ ...base, storeDetails: { tomorrow: 1 } }, shop)
// @ts-expect-error hours are texts
requestPay({ ...base, storeDetails: { openingHours: { open: 11 } } }, shop)
// @ts-expect-error a text of digits
requestPay({ ...base, storeDetails: { businessRegistrationNumber: 1234567890 } }, shop)
const typed: PayRequest = {
  ...base,
  products: [{ ...line, colour: 'red' }],
  storeDetails: { businessName: '상호', tomorrow: 1 },
  bypass: { tomorrow: 1, nice_v2: { DirectShowOpt: 'BANK', Tomorrow: 1 }, tomorrowpay: {} },
}
requestPay(typed, shop)

// What goes to a gateway as it is.
const bypass: Bypass = { cashReceiptType: 'personal', customerIdentifier: text, tosspayments: { any: 1 } }
requestPay({ ...base, bypass }, shop)
requestPay({ ...base, bypass: { welcome: { acceptmethod: ['below1000'] }, shop_user_id: 'u' } }, shop)
requestPay({ ...base, bypass: { kcpQuick: { actionType: 'Pay', noAuth: true } } }, shop)
// @ts-expect-error a text
requestPay({ ...base, bypass: { cashReceiptType: 1 } }, shop)
// @ts-expect-error a text: 010… is none as a number
requestPay({ ...base, bypass: { customerIdentifier: 1012345678 } }, shop)
// @ts-expect-error an object
requestPay({ ...base, bypass: { nice_v2: 'BANK' } }, shop)
// @ts-expect-error an object
requestPay({ ...base, bypass: 'acceptmethod=below1000' }, shop)
