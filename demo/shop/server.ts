/** What the shop's page asks its server for, beside the package's own question. */
import { fetchOrder, post } from '../shared/ask.ts'
import type { Order } from '../shared/order.ts'

/** Plays the buyer who pays into the virtual account, and waits until the webhook has told the shop. */
export const deposit = async ({ imp_uid, merchant_uid }: Order): Promise<Order | undefined> => {
  await post('/demo/deposit', { imp_uid })
  for (let attempt = 0; attempt < 20; attempt++) {
    const order = await fetchOrder(merchant_uid)
    if (order?.verdict !== 'awaiting') return order
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return undefined
}

/** Has PortOne's API be out of reach for an order, or answer again. */
export const setOutage = (merchant_uid: string, isOut: boolean): Promise<unknown> =>
  post('/demo/outage', { merchant_uid, isOut })
