import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { type Order, readOrder } from './orders'
import { PayButton } from './PayButton'

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
      <PayButton order={order} />
      <Link to="/">다른 주문</Link>
    </>
  )
}
