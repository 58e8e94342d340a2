import { useCheckout } from 'iamport-checkout/vue'
import { defineComponent, h } from 'vue'
import { checkout } from '../shop.ts'

/** Where a phone comes back to. Whichever order it was, the address and this tab know. */
export const Landing = defineComponent(() => {
  const { status, payment, error, text } = useCheckout(checkout)
  return () => {
    const order = payment.value?.merchant_uid ?? error.value?.merchant_uid
    return h('section', { 'data-status': status.value, 'data-order': order }, [h('output', text.value)])
  }
})
