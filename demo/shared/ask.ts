/** How the demo's pages ask the shop's server. */
import type { Order } from './order.ts'

export const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** @returns undefined where there is no such order, or the server can't be asked. */
export const fetchOrder = async (merchant_uid: string): Promise<Order | undefined> => {
  try {
    const reply = await fetch(`/orders/${encodeURIComponent(merchant_uid)}`)
    return reply.ok ? ((await reply.json()) as Order) : undefined
  } catch {
    return undefined
  }
}
