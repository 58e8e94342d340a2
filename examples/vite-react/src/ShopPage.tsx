import { useNavigate } from 'react-router'
import { createOrder } from './orders'

export const ShopPage = () => {
  const navigate = useNavigate()
  const order = async () => {
    const { merchant_uid } = await createOrder()
    navigate(`/orders/${merchant_uid}`)
  }
  return (
    <>
      <h1>드립백 커피 10개</h1>
      <p>14,000원</p>
      <button type="button" onClick={order}>
        주문하기
      </button>
    </>
  )
}
