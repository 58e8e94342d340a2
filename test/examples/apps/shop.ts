/** What both apps are about. */
import { createCheckout } from 'iamport-checkout'

export const checkout = createCheckout({
  userCode: 'imp12345678',
  redirectUrl: '/landing',
  verify: '/payments/complete',
})

/** The order that the address names. */
export const orderOfPage = () => ({
  pg: 'html5_inicis',
  merchant_uid: new URLSearchParams(location.search).get('order') ?? 'order_a',
  name: '주문명',
  amount: 14000,
  buyer_tel: '010-1234-5678',
})

export const isLanding = location.pathname === '/landing'
