/** What both apps are about. */
import { createCheckout } from 'iamport-checkout'

export const checkout = createCheckout({
  userCode: 'imp12345678',
  redirectUrl: '/landing',
  verify: '/payments/complete',
})

export const orderNamed = (merchant_uid: string) => ({
  pg: 'html5_inicis',
  merchant_uid,
  name: '주문명',
  amount: 14000,
  buyer_tel: '010-1234-5678',
})

/** The order that the address names. */
export const orderOfPage = () => orderNamed(new URLSearchParams(location.search).get('order') ?? 'order_a')

export const isLanding = location.pathname === '/landing'
