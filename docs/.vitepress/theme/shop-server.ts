/**
 * The demo's server: `createPayments` over PortOne's double, as a shop has them on a machine of its own. It runs in a worker of the
 * page, so that the built site needs none.
 */
import { createSandboxApi } from 'iamport-checkout/sandbox/server'
import { createPayments, memoryOrders } from 'iamport-checkout/server'

const api = createSandboxApi()
const orders = memoryOrders()
const payments = createPayments({ key: 'any', secret: 'any', orders, fetch: api.fetch })

/** What the page posts, by the address that a shop's page would post it to. */
export interface Posted {
  id: number
  path: '/orders' | '/ledger' | '/payments/complete'
  body: object
}

const post = (path: string, body: object): Request =>
  new Request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const answers: Record<Posted['path'], (body: object) => unknown> = {
  '/orders': order => orders.add(order as { merchant_uid: string; amount: number }),
  '/ledger': async payment => (await api.handle(post('/ledger', payment))).status,
  '/payments/complete': async claim => (await payments.complete(post('/payments/complete', claim))).json(),
}

addEventListener('message', async ({ data }: MessageEvent<Posted>) => {
  const answer = await answers[data.path](data.body)
  postMessage({ id: data.id, answer })
})
