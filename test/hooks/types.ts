/** Compiled by `npm run check`, never run: the checks of a literal request reach through the `pay` of the hooks. */
import { type Checkout, createCheckout, type PayError, type VerifiedPayment } from 'iamport-checkout'
import { useCheckout } from 'iamport-checkout/react'
import { useCheckout as useVueCheckout } from 'iamport-checkout/vue'
import { ref } from 'vue'

const checkout: Checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
const base = { merchant_uid: 'm_1', amount: 1000, buyer_tel: '010' }
const kcpProducts = [{ orderNumber: 'a', name: 'b', quantity: 1, amount: 1 }]
interface ShopOrder {
  merchant_uid: string
  amount: number
  note: string
}
declare const shopOrder: ShopOrder

const react = useCheckout(checkout, { merchant_uid: 'm_1' })
const vue = useVueCheckout(checkout, { merchant_uid: () => 'm_1' })
for (const { pay } of [react, vue]) {
  pay({ pg: 'kakaopay', ...base }) satisfies Promise<VerifiedPayment | null>
  pay({ pg: 'kcp', ...base, escrow: true, kcpProducts })
  pay({ ...base, brand_new_parameter: 1 })
  pay(shopOrder)
  // @ts-expect-error kcpProducts is missing
  pay({ pg: 'kcp', ...base, escrow: true })
  // @ts-expect-error biz_num is missing
  pay({ pg: 'danal_tpay', pay_method: 'vbank', ...base })
  // @ts-expect-error digital is missing
  pay({ pg: 'nice_v2', pay_method: 'phone', ...base })
  // @ts-expect-error merchant_uid is missing
  pay({ amount: 1000 })
  // @ts-expect-error amount is a number
  pay({ ...base, amount: '1000' })
  // @ts-expect-error it is channelKey
  pay({ ...base, channel_key: 'c' })
}

// React: the status says which of the others are there.
if (react.status === 'done') react.payment satisfies VerifiedPayment
else react.payment satisfies null
if (react.status === 'failed') react.error satisfies PayError
else react.error satisfies null
const { status, error } = useCheckout(checkout)
status satisfies 'idle' | 'loading' | 'open' | 'leaving' | 'verifying' | 'done' | 'failed'
const mayPay = status === 'idle' || (status === 'failed' && !error.mayHavePaid)
mayPay satisfies boolean

// Vue: the order may be text, a ref or a function, and may be unknown.
useVueCheckout(checkout)
useVueCheckout(checkout, { merchant_uid: 'm_1', locale: 'ko' })
useVueCheckout(checkout, { merchant_uid: ref('m_1'), locale: ref<'ko' | 'en'>('en') })
useVueCheckout(checkout, { merchant_uid: () => undefined })
vue.status.value satisfies string
vue.payment.value satisfies VerifiedPayment | null
vue.error.value satisfies PayError | null
vue.text.value satisfies string

// @ts-expect-error an order's number is text
useCheckout(checkout, { merchant_uid: 5 })
// @ts-expect-error misspelt
useCheckout(checkout, { merchantUid: 'm_1' })
// @ts-expect-error misspelt
useVueCheckout(checkout, { merchantUid: 'm_1' })
