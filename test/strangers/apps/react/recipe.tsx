/** The component of docs/cases/react.md, which setup.ts puts beside this file. Phones land on the page that they have left. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PayButton } from './PayButton'

const order = {
  pg: 'html5_inicis',
  merchant_uid: 'order_1',
  name: '주문명',
  amount: 14000,
  buyer_tel: '010-1234-5678',
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <PayButton order={order} />
  </StrictMode>,
)
