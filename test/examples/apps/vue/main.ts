/** Two buttons for an order, which can be taken away, and a landing on a route of its own. */
import { useCheckout } from 'iamport-checkout/vue'
import { createApp, defineComponent, h, ref, version } from 'vue'
import { checkout, isLanding, orderOfPage } from '../shop.ts'
import { Landing } from './landing.ts'

const order = orderOfPage()

const PayButton = defineComponent(() => {
  const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: () => order.merchant_uid })
  return () =>
    h(
      'section',
      {
        'data-status': status.value,
        'data-code': error.value?.code,
        'data-may-have-paid': error.value?.mayHavePaid,
      },
      [h('button', { type: 'button', onClick: () => pay(order) }, 'Pay'), h('output', text.value)],
    )
})

const OrderPage = defineComponent(() => {
  const isThere = ref(true)
  const toggle = () => {
    isThere.value = !isThere.value
  }
  return () =>
    h('main', [
      h('button', { type: 'button', id: 'toggle', onClick: toggle }, 'Toggle'),
      isThere.value && [h(PayButton, { key: 1 }), h(PayButton, { key: 2 })],
    ])
})

document.documentElement.dataset.version = version
createApp(isLanding ? Landing : OrderPage).mount('#root')
