import type { Verdict } from 'iamport-checkout'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { type Order, readOrder } from './orders'
import { PayButton } from './PayButton'

const texts: { [Name in Verdict]?: string } = {
  paid: '결제가 완료된 주문입니다.',
  awaiting: '입금을 기다리고 있습니다.',
}

/** The order is the server's, and its number is in the address: a reload finds it. */
export const OrderPage = () => {
  const { merchant_uid = '' } = useParams()
  const [order, setOrder] = useState<Order>()
  useEffect(() => {
    let isGone = false
    readOrder(merchant_uid).then(read => isGone || setOrder(read), console.error)
    return () => {
      isGone = true
    }
  }, [merchant_uid])
  if (!order || order.merchant_uid !== merchant_uid) return null
  return (
    <>
      <h1>{order.name}</h1>
      <p>{order.amount.toLocaleString('ko-KR')}원</p>
      {/^(unpaid|cancelled)$/.test(order.verdict) ? (
        <PayButton order={order} />
      ) : (
        <p role="status">{texts[order.verdict] ?? '결제를 확인하고 있습니다.'}</p>
      )}
      <Link to="/">다른 주문</Link>
    </>
  )
}
