import type { Verdict } from 'iamport-checkout'

export interface Order {
  merchant_uid: string
  name: string
  amount: number
  verdict: Verdict
}

const json = async (response: Response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response.json()
}

export const createOrder = async (): Promise<Order> => json(await fetch('/api/orders', { method: 'POST' }))
export const readOrder = async (merchant_uid: string): Promise<Order> =>
  json(await fetch(`/api/orders/${merchant_uid}`))
