import type { Product } from './order.ts'

/** What the shop sells. In whole units of each currency, so that sums are exact. */
export const catalogue: readonly Product[] = [
  { id: 'beans', price: { KRW: 14000, USD: 10, JPY: 1500 } },
  { id: 'mug', price: { KRW: 18000, USD: 13, JPY: 1900 } },
  { id: 'filters', price: { KRW: 4000, USD: 3, JPY: 450 } },
]
