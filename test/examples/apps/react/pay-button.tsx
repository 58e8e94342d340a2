import { useCheckout } from 'iamport-checkout/react'
import { createElement as h } from 'react'
import { checkout, orderOfPage } from '../shop.ts'

const order = orderOfPage()

export const PayButton = () => {
  const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: order.merchant_uid })
  return h(
    'section',
    { 'data-status': status, 'data-code': error?.code, 'data-may-have-paid': error?.mayHavePaid },
    h('button', { type: 'button', onClick: () => pay(order) }, 'Pay'),
    h('output', null, text),
  )
}
