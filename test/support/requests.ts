/** A request without a fault, to break in one place at a time. */
export const order = {
  pg: 'html5_inicis',
  pay_method: 'card',
  merchant_uid: 'order_20260101_0001',
  name: '주문명:결제테스트',
  amount: 14000,
  buyer_email: 'buyer@shop.test',
  buyer_name: '구매자이름',
  buyer_tel: '010-1234-5678',
  buyer_addr: '서울특별시 강남구 삼성동',
  buyer_postcode: '123-456',
}

export const products = [
  { orderNumber: 'xxxx', name: '상품A', quantity: 3, amount: 1000 },
  { orderNumber: 'yyyy', name: '상품B', quantity: 2, amount: 3000 },
]

/** An order with escrow at KICC that has all it needs. */
export const kiccEscrow = { ...order, pg: 'kicc', pay_method: 'vbank', escrow: true, kiccProducts: products }
/** An order with escrow at KCP that has all it needs. */
export const kcpEscrow = { ...order, pg: 'kcp', escrow: true, kcpProducts: products }

/** A KICC escrow request with three faults: paid by card, without an e-mail, a product without its quantity. */
export const kiccWithFaults = {
  ...kiccEscrow,
  pay_method: 'card',
  buyer_email: '',
  kiccProducts: [{ orderNumber: 'xxxx', name: '상품A', amount: 1000 }],
}
