/** What the shop's page asks its server. */
import type { UnverifiedPayment } from 'iamport-checkout'
import { fetchOrder, post } from '../shared/ask.ts'
import type { Order, Verdict } from '../shared/order.ts'

/** Sends the two numbers, and nothing else: whatever more the browser knows is no proof. */
export const complete = async ({
  imp_uid,
  merchant_uid,
}: Pick<UnverifiedPayment, 'imp_uid' | 'merchant_uid'>): Promise<Verdict> => {
  try {
    const reply = await post('/payments/complete', { imp_uid, merchant_uid })
    // A refusal is an answer too.
    return (await reply.json()) as Verdict
  } catch {
    return { code: 'API_FAILED' }
  }
}

/** Plays the buyer who pays into the virtual account, and waits until the webhook has told the shop. */
export const deposit = async ({ imp_uid, merchant_uid }: Order): Promise<Order | undefined> => {
  await post('/demo/deposit', { imp_uid })
  for (let attempt = 0; attempt < 20; attempt++) {
    const order = await fetchOrder(merchant_uid)
    if (order?.status !== 'waiting') return order
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return undefined
}
