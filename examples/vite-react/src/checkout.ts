import { createCheckout } from 'iamport-checkout'

/** One for the whole app. */
export const checkout = createCheckout({
  userCode: 'imp12345678', // 가맹점 식별코드
  redirectUrl: '/payments/landing', // where gateways that leave the page come back to
  verify: '/payments/complete',
})
