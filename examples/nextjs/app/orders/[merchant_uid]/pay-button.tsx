'use client'

import { useCheckout } from 'iamport-checkout/react'
import { checkout } from '../../../lib/checkout'

interface Order {
  merchant_uid: string
  name: string
  amount: number
}

export const PayButton = ({ order }: { order: Order }) => {
  const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: order.merchant_uid })
  const mayPay = status === 'idle' || (status === 'failed' && !error.mayHavePaid)
  const request = { ...order, buyer_tel: '010-1234-5678' }
  return (
    <>
      <button type="button" disabled={!mayPay} onClick={() => pay({ pg: 'html5_inicis', ...request })}>
        결제하기
      </button>
      <p role="status">{text}</p>
      <p className="hint">
        휴대폰(또는 개발자 도구의 기기 모드)에서는 결제사 페이지로 이동했다가 돌아옵니다.
      </p>
    </>
  )
}
