import { useCheckout } from 'iamport-checkout/react'
import { checkout } from './checkout'
import type { Order } from './orders'

/** What the server knows already, say from the webhook. Only an order without a line can be paid. */
const known: Record<Order['verdict'], string> = {
  unpaid: '',
  paid: '결제가 완료된 주문입니다.',
  awaiting: '입금을 기다리고 있습니다.',
  pending: '결제를 확인하고 있습니다.',
  registered: '결제수단이 등록된 주문입니다.',
  cancelled: '결제가 취소되어 환불된 주문입니다.',
  mismatch: '고객센터에서 확인하고 있는 주문입니다.',
}

export const PayButton = ({ order: { merchant_uid, name, amount, verdict } }: { order: Order }) => {
  const { pay, status, error, text } = useCheckout(checkout, { merchant_uid })
  const mayPay = !known[verdict] && (status === 'idle' || (status === 'failed' && !error.mayHavePaid))
  const request = { merchant_uid, name, amount, buyer_tel: '010-1234-5678' }
  return (
    <>
      <button type="button" disabled={!mayPay} onClick={() => pay({ pg: 'html5_inicis', ...request })}>
        결제하기
      </button>
      <p role="status">{status === 'verifying' ? known.pending : text || known[verdict]}</p>
      <p className="hint">
        휴대폰(또는 개발자 도구의 기기 모드)에서는 결제사 페이지로 이동했다가 돌아옵니다.
      </p>
    </>
  )
}
