import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Landing } from './Landing'
import { OrderPage } from './OrderPage'
import { ShopPage } from './ShopPage'
import './shop.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<ShopPage />} />
        <Route path="/orders/:merchant_uid" element={<OrderPage />} />
        <Route path="/payments/landing" element={<Landing />} />
      </Routes>
    </BrowserRouter>
  </StrictMode>,
)
