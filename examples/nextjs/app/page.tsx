import { redirect } from 'next/navigation'
import { createOrder } from '../lib/orders'

/** An order is made before its payment, and its page has an address of its own: a reload finds it. */
const order = async () => {
  'use server'
  redirect(`/orders/${await createOrder()}`)
}

export default function ShopPage() {
  return (
    <>
      <h1>드립백 커피 10개</h1>
      <p>14,000원</p>
      <form action={order}>
        <button type="submit">주문하기</button>
      </form>
    </>
  )
}
