/** Two buttons for an order, which can be taken away, and a landing on a route of its own. */
import { useCheckout } from 'iamport-checkout/react'
import { createElement as h, StrictMode, useState, version } from 'react'
import { createRoot } from 'react-dom/client'
import { checkout, isLanding } from '../shop.ts'
import { PayButton } from './pay-button.tsx'

const OrderPage = () => {
  const [isThere, setThere] = useState(true)
  return h(
    'main',
    null,
    h('button', { type: 'button', id: 'toggle', onClick: () => setThere(!isThere) }, 'Toggle'),
    isThere && h(PayButton, { key: 1 }),
    isThere && h(PayButton, { key: 2 }),
  )
}

const Landing = () => {
  const { status, payment, error, text } = useCheckout(checkout)
  const order = payment?.merchant_uid ?? error?.merchant_uid
  return h('section', { 'data-status': status, 'data-order': order }, h('output', null, text))
}

document.documentElement.dataset.version = version
createRoot(document.getElementById('root')!).render(h(StrictMode, null, h(isLanding ? Landing : OrderPage)))
