/** The components of docs/recipes.md, which setup.ts puts beside this file. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Landing } from './Landing'
import { PayButton } from './PayButton'

const request = {
  pg: 'html5_inicis',
  merchant_uid: 'order_1',
  name: '주문명',
  amount: 14000,
  buyer_tel: '010-1234-5678',
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>{location.search ? <Landing /> : <PayButton request={request} />}</StrictMode>,
)
