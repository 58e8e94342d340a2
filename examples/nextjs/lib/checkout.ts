import { createCheckout } from 'iamport-checkout'

/** One for the whole app. Gateways that leave the page come back to the page of the order. */
export const checkout = createCheckout({
  userCode: 'imp12345678', // 가맹점 식별코드
  verify: '/payments/complete',
})
