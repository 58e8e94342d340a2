import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { Shop } from './shop.tsx'

const root = document.getElementById('root')!
// At the root: further down React 19 runs the effects of the first render once.
const app = (
  <StrictMode>
    <Shop />
  </StrictMode>
)
if (root.firstElementChild) hydrateRoot(root, app)
else createRoot(root).render(app)
