/** Compiled by `npm run check`, never run: the functions as others call them, wrap them and hand them options. */
import {
  createCheckout,
  type KnownParameters,
  loadIamport,
  type Needs,
  type PaymentOptions,
  type PayRequest,
  prepare,
  requestPay,
  type SdkSource,
  type ShopOptions,
  type UnverifiedPayment,
} from '../../src/index.ts'

const shop = { userCode: 'imp12345678' }
const base = { merchant_uid: 'm_1', amount: 1000, buyer_tel: '010' }
const checkout = createCheckout(shop)

// A dry run takes what requestPay takes, and what lacks something, too.
prepare({ ...base, brand_new_parameter: 1 })
prepare({ ...base, brand_new_parameter: 1, products: [{ brand_new_member: 1 }] }, { provider: 'ksnet' })
prepare({ ...base, pg: 'kcp', escrow: true }).issues.length satisfies number
const built: PayRequest = { ...base, brand_new_parameter: 1 }
prepare(built)
checkout.prepare({ ...base, brand_new_parameter: 1 })
checkout.prepare({ ...base, pg: 'kcp', escrow: true }).params satisfies PayRequest
checkout.requestPay({ ...base, brand_new_parameter: 1 })
interface ShopOrder {
  merchant_uid: string
  amount: number
  note: string
}
declare const shopOrder: ShopOrder
prepare(shopOrder)
checkout.prepare(shopOrder)
checkout.requestPay(shopOrder)
// @ts-expect-error merchant_uid is missing
prepare({ amount: 1 })
// @ts-expect-error amount is a number
prepare({ ...base, amount: '1000' })
// @ts-expect-error amount is a number
checkout.prepare({ ...base, amount: '1000' })
// @ts-expect-error it is channelKey
prepare({ ...base, channel_key: 'c' })
// @ts-expect-error no request
prepare('m_1')

// A wrapper asks for what requestPay asks for.
const pay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
  overrides: PaymentOptions & Partial<ShopOptions> = {},
): Promise<UnverifiedPayment> => requestPay<Request>(request, { ...shop, ...overrides })
const payLater = <Request extends KnownParameters>(request: Request & Needs<Request>) =>
  checkout.requestPay<Request>(request)
const kcpProducts = [{ orderNumber: 'a', name: 'b', quantity: 1, amount: 1 }]
pay({ ...base, pg: 'kcp', escrow: true, kcpProducts, brand_new_parameter: 1 }, { openTimeout: false })
payLater({ ...base, pg: 'kcp', escrow: true, kcpProducts })
// @ts-expect-error kcpProducts is missing
pay({ ...base, pg: 'kcp', escrow: true })
// @ts-expect-error kcpProducts is missing
payLater({ ...base, pg: 'kcp.T0000', escrow: true })
// @ts-expect-error digital is missing
pay({ ...base, pg: 'nice_v2', pay_method: 'phone' })
// @ts-expect-error amount is missing
pay({ merchant_uid: 'm_1' })
/** One that promises nothing of its request must not be able to pass it on. */
const careless = <Request extends KnownParameters>(request: Request) =>
  // @ts-expect-error what it needs is unknown
  requestPay<Request>(request, shop)
careless(base)
/** One that takes any request leaves the needs to run time. */
const late = (request: PayRequest) => requestPay(request, shop)
late({ ...base, pg: 'kcp', escrow: true })

// Where the script comes from.
const source = { src: ['/a.js', '/b.js'], jquery: false } as const
source satisfies SdkSource
loadIamport({ sdk: source })
checkout.requestPay(base, { sdk: { src: '/a.js', jquery: '', integrity: undefined } })
// @ts-expect-error addresses are texts
loadIamport({ sdk: { src: [1] } })
// @ts-expect-error where is it?
loadIamport({ sdk: { jquery: '/jquery.js' } })
// @ts-expect-error false, or where it is
loadIamport({ sdk: { src: '/a.js', jquery: true } })

// The SDK itself: an interface is as good as a literal.
interface Certification {
  merchant_uid: string
  min_age?: number
}
declare const certification: Certification
const imp = await loadIamport()
imp.certification(certification, ({ imp_uid }) => imp_uid satisfies unknown)
imp.request_pay(shopOrder)
imp.loadUI?.('paypal-spb', shopOrder)
imp.updateLoadUIRequest?.('paypal-spb', shopOrder)
// @ts-expect-error an object
imp.certification('c_1')
// @ts-expect-error an object
imp.loadUI?.('paypal-spb', 'c_1')
