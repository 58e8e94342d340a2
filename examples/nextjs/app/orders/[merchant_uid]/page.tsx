import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readOrder } from '../../../lib/orders'
import { PayButton } from './pay-button'

export default async function OrderPage({ params }: { params: Promise<{ merchant_uid: string }> }) {
  const { merchant_uid } = await params
  const order = await readOrder(merchant_uid)
  if (!order) notFound()
  return (
    <>
      <h1>{order.name}</h1>
      <p>{order.amount.toLocaleString('ko-KR')}원</p>
      <PayButton order={order} />
      <Link href="/">다른 주문</Link>
    </>
  )
}
