/** Two buttons for the order that the route names. Both the page and the buttons wait for something in `Suspense`. */
import { useCheckout } from 'iamport-checkout/vue'
import { computed, defineComponent, h, type PropType, ref } from 'vue'
import { useRoute } from 'vue-router'
import { checkout, orderNamed } from '../shop.ts'

const serverAnswers = () => new Promise(resolve => setTimeout(resolve, 50))

const PayButton = defineComponent({
  props: { order: { type: Object as PropType<ReturnType<typeof orderNamed>>, required: true } },
  async setup(props) {
    const { pay, status, error, text } = useCheckout(checkout, {
      merchant_uid: () => props.order.merchant_uid,
    })
    await serverAnswers()
    return () =>
      h(
        'section',
        {
          'data-status': status.value,
          'data-code': error.value?.code,
          'data-may-have-paid': error.value?.mayHavePaid,
          'data-order': props.order.merchant_uid,
        },
        [h('button', { type: 'button', onClick: () => pay(props.order) }, 'Pay'), h('output', text.value)],
      )
  },
})

export default defineComponent({
  async setup() {
    const route = useRoute()
    const order = computed(() => orderNamed(String(route.query['order'] ?? 'order_a')))
    const isThere = ref(true)
    const toggle = () => {
      isThere.value = !isThere.value
    }
    await serverAnswers()
    return () =>
      h('main', [
        h('button', { type: 'button', id: 'toggle', onClick: toggle }, 'Toggle'),
        isThere.value && [1, 2].map(key => h(PayButton, { key, order: order.value })),
      ])
  },
})
