import { useCheckout } from 'iamport-checkout/react'
import { Link } from 'react-router'
import { checkout } from './checkout'

/** Where a phone comes back to. Whichever order it was, the address and this tab know. */
export const Landing = () => {
  const { status, payment, error, text } = useCheckout(checkout)
  const merchant_uid = payment?.merchant_uid ?? error?.merchant_uid
  return (
    <>
      <h1>결제 결과</h1>
      <p role="status">{status === 'verifying' ? '결제를 확인하고 있습니다.' : text}</p>
      <Link to={merchant_uid ? `/orders/${merchant_uid}` : '/'}>주문서로</Link>
    </>
  )
}
