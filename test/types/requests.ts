/** Compiled by `npm run check`, never run: what the types let pass and what they stop. */
import {
  createCheckout,
  type Gateway,
  isPayError,
  loadIamport,
  type PayRequest,
  prepare,
  requestPay,
  resumePay,
  type UnverifiedPayment,
} from '../../src/index.ts'
import { incomplete, samples } from '../support/manual-samples.ts'

const shop = { userCode: 'imp12345678' }
const base = { merchant_uid: 'm_1', amount: 1000, buyer_tel: '010' }
const buyer = { ...base, buyer_name: 'n', buyer_email: 'e' }
const products = [{ orderNumber: 'a', name: 'b', quantity: 1, amount: 1 }]
const naverProduct = { categoryType: 'PRODUCT', categoryId: 'GENERAL', uid: '1', name: '상품', count: 1 }

samples(requestPay)
// @ts-expect-error kiccProducts is missing
requestPay(incomplete.KICC, shop)
// @ts-expect-error kcpProducts is missing
requestPay(incomplete.KCP, shop)

// Escrow: products, and what else kicc wants.
requestPay({ ...buyer, pg: 'kicc', escrow: true, pay_method: 'vbank', kiccProducts: products }, shop)
requestPay({ ...buyer, pg: 'kicc', escrow: false, pay_method: 'card' }, shop)
requestPay({ ...buyer, pg: 'kcp.T0000', escrow: true, kcpProducts: products }, shop)
requestPay({ ...buyer, pg: 'html5_inicis', escrow: true }, shop)
// @ts-expect-error kiccProducts is missing
requestPay({ ...buyer, pg: 'kicc', escrow: true, pay_method: 'vbank' }, shop)
// @ts-expect-error kcpProducts is missing
requestPay({ ...buyer, pg: 'kcp.T0000', escrow: true }, shop)
requestPay(
  {
    ...buyer,
    pg: 'kicc',
    escrow: true,
    // @ts-expect-error kicc has escrow for trans and vbank only; the rest of the request is right
    pay_method: 'card',
    kiccProducts: products,
  },
  shop,
)
// @ts-expect-error buyer_name and buyer_email are missing
requestPay({ ...base, pg: 'kicc.T1', escrow: true, pay_method: 'vbank', kiccProducts: products }, shop)
const partial = [{ orderNumber: 'a', name: 'b', amount: 1 }]
// @ts-expect-error a product needs all four members
requestPay({ ...buyer, pg: 'kcp', escrow: true, kcpProducts: partial }, shop)

// Other gateways' needs.
requestPay({ ...base, pg: 'danal_tpay', pay_method: 'vbank', biz_num: '1234567890' }, shop)
// @ts-expect-error biz_num is missing
requestPay({ ...base, pg: 'danal_tpay.CPID', pay_method: 'vbank' }, shop)
requestPay({ ...base, pg: 'danal', pay_method: 'phone', digital: false }, shop)
requestPay({ ...base, pg: 'danal', pay_method: 'phone' }, shop)
requestPay({ ...base, pay_method: 'phone' }, shop)
// @ts-expect-error digital is missing
requestPay({ ...base, pg: 'nice_v2', pay_method: 'phone' }, shop)
// @ts-expect-error digital is missing
requestPay({ ...base, pg: 'smartro_v2.MID', pay_method: 'phone' }, shop)
// @ts-expect-error customer_uid is missing
requestPay({ ...base, pg: 'kcp_billing' }, shop)
requestPay({ ...base, pg: 'naverpay', naverProducts: [naverProduct] }, shop)
// @ts-expect-error naverProducts is missing
requestPay({ ...base, pg: 'naverpay' }, shop)
// @ts-expect-error these are products of the other shape
requestPay({ ...base, pg: 'naverco', naverProducts: [naverProduct] }, shop)

// What every request needs.
// @ts-expect-error merchant_uid is missing
requestPay({ amount: 1 }, shop)
// @ts-expect-error amount is a number
requestPay({ ...base, amount: '1000' }, shop)
// An action of KCP QuickPay that is no payment, at a channel whose gateway the types can't know.
const pinChange = { kcpQuick: { actionType: 'PinChange', memberID: 'member_1001' } } as const
requestPay({ channelKey: 'channel-key-1', merchant_uid: 'm_1', buyer_tel: '010', bypass: pinChange }, shop)
// @ts-expect-error userCode is missing
requestPay(base, {})
// @ts-expect-error it is channelKey
requestPay({ ...base, channel_key: 'c' }, shop)
// @ts-expect-error it is buyer_postcode
requestPay({ ...base, buyer_postalcode: '1' }, shop)
// @ts-expect-error no such script
requestPay(base, { ...shop, sdk: '2.0.0' })

// What nobody knew when this was written, texts from elsewhere, requests built step by step.
requestPay({ ...base, parameter_of_tomorrow: 1 }, shop)
requestPay({ ...base, pg: 'tomorrowpay', pay_method: 'tomorrow' }, shop)
requestPay({ ...base, pg: String(Math.random()), escrow: Math.random() > 0.5 }, shop)
const built: PayRequest = { ...base, pg: 'kicc', escrow: true }
requestPay(built, shop)
const later: PayRequest = { ...base, parameter_of_tomorrow: 1 }
requestPay(later, shop)
later['parameter_of_the_day_after'] = 2
interface ShopOrder {
  merchant_uid: string
  amount: number
  note: string
}
declare const shopOrder: ShopOrder
requestPay(shopOrder, shop)
const code: Gateway = 'kcp.T0000'
requestPay({ ...base, pg: code, escrow: null, name: undefined }, shop)

// createCheckout knows the same.
const checkout = createCheckout(shop)
checkout.requestPay({ ...base, pg: 'kcp' }, { redirectUrl: '/done' })
// @ts-expect-error kcpProducts is missing
checkout.requestPay({ ...base, pg: 'kcp', escrow: true })

// What comes back.
const paid = await requestPay(base, shop)
paid.imp_uid satisfies string | null
paid.merchant_uid satisfies string
paid.paid_amount satisfies number | undefined
paid.via satisfies 'callback' | 'redirect'
// @ts-expect-error a payment in a browser has no success
paid.success
const resumed: UnverifiedPayment | null = await resumePay()
resumed?.startedHere satisfies boolean | undefined
const imp = await loadIamport()
imp.certification({ merchant_uid: 'c_1' })
prepare(base, {}).leavesPage satisfies boolean
try {
  await requestPay(base, shop)
} catch (error) {
  if (isPayError(error)) {
    error.mayHavePaid satisfies boolean
    error.issues?.[0]?.path satisfies string | undefined
    error.code satisfies string
    // @ts-expect-error no such code
    error.code === 'FAILED'
  }
}
