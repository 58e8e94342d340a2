/**
 * A day of a shop's server, by the built package, in whatever runs JavaScript: PortOne is the address that is given. What it
 * returns has to be the same everywhere.
 */
import {
  createPayments,
  describeReason,
  memoryOrders,
  PortOneError,
  testOrders,
} from '../../../dist/server.js'

const post = body =>
  new Request('https://shop.test/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** As much of an assertion library as `testOrders` asks for. */
const expect = actual => {
  const compare = expected => {
    const [a, b] = [actual, expected].map(it => JSON.stringify(it))
    if (a !== b) throw new Error(`${a} is not ${b}`)
  }
  return { toBe: compare, toEqual: compare }
}

export const runDay = async (api, key, secret) => {
  const orders = memoryOrders([
    { merchant_uid: 'order_1', amount: 14000 },
    { merchant_uid: 'order_2', amount: 14000 },
  ])
  const changes = []
  const payments = createPayments({
    key,
    secret,
    api,
    orders,
    timeout: 2000,
    onChange: ({ merchant_uid, verdict, refunded }) => changes.push([merchant_uid, verdict, refunded]),
    onError: () => {},
  })
  const claim = { merchant_uid: 'order_1', imp_uid: 'imp_1' }
  const day = {}
  await testOrders(
    order => {
      orders.add(order)
      return orders
    },
    { expect },
  )
  await payments.register({ merchant_uid: 'order_1', amount: 14000 })
  const complete = await payments.complete(post(claim))
  day.complete = [complete.status, await complete.json()]
  day.webhook = (await payments.webhook(post(claim))).status
  day.settled = (await Promise.all(Array.from({ length: 20 }, () => payments.settle(claim)))).map(
    it => it.verdict,
  )
  day.refund = await payments.refund({ merchant_uid: 'order_1', amount: 4000, reason: '부분 취소' })
  day.reason = describeReason(day.refund.reason, 'ko')
  day.reconcile = await payments.reconcile({ since: Date.now() - 60_000 })
  day.tooLarge = (await payments.complete(post({ more: 'x'.repeat(1_000_001) }))).status
  const wrong = createPayments({ key, secret: 'wrong', api, orders })
  const error = await wrong.settle({ merchant_uid: 'order_2' }).catch(it => it)
  day.error = [error instanceof PortOneError, error.code, String(error.stack).includes('wrong')]
  const redirected = createPayments({ key, secret, api: `${api}/redirect`, orders, onError: () => {} })
  day.redirect = (await redirected.complete(post({ merchant_uid: 'order_2', imp_uid: null }))).status
  const nobody = createPayments({ key, secret, api: 'http://127.0.0.1:1', orders, onError: () => {} })
  day.nobody = (await nobody.complete(post({ merchant_uid: 'order_2', imp_uid: null }))).status
  const hanging = createPayments({ key, secret, api: `${api}/hang`, orders, timeout: 300, onError: () => {} })
  day.hanging = (await hanging.complete(post({ merchant_uid: 'order_2', imp_uid: null }))).status
  day.changes = changes
  return day
}
