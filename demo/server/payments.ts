/** The shop's payments: whether an order is paid, PortOne's REST API says, and nobody else. */
import { createPayments } from 'iamport-checkout/server'
import { note, ordersOf } from './orders.ts'
import { api } from './sandbox.ts'

const { IMP_KEY, IMP_SECRET, IMP_TEST, IMP_API } = process.env

/** Whether the payments of a merchant's own account can be verified. */
export const hasKey = !!(IMP_KEY && IMP_SECRET)

/** The sandbox: PortOne's double answers in place of api.iamport.kr. */
export const sandboxPayments = createPayments({
  key: 'any',
  secret: 'any',
  fetch: api.fetch,
  orders: ordersOf('sandbox'),
  onChange: ({ merchant_uid, verdict }) => note(merchant_uid, 'stored', verdict),
  // What goes wrong here was asked for.
  onError: (error, place) => console.warn(`${place}: ${(error as Error).message}`),
})

/** A merchant's own account. Key and secret are the server's alone: whoever has them can cancel every payment. */
export const realPayments = createPayments({
  key: IMP_KEY,
  secret: IMP_SECRET,
  // Payments of test channels move no money. They count only where one tries things out.
  test: !!IMP_TEST,
  ...(IMP_API && { api: IMP_API }),
  orders: ordersOf('real'),
  onChange: ({ merchant_uid, verdict }) => note(merchant_uid, 'stored', verdict),
})

/** Each order belongs to one of the two accounts, and the other one says that it doesn't know it. */
export const complete = async (request: Request): Promise<Response> => {
  const answer = await sandboxPayments.complete(request.clone())
  return answer.status === 404 ? realPayments.complete(request) : answer
}

/** PortOne's notification, for buyers whose browser never came back, for deposits, and for refunds in its console. */
export const webhook = async (request: Request): Promise<Response> => {
  const answer = await sandboxPayments.webhook(request.clone())
  const { result } = await answer.clone().json()
  return result === 'ignored' ? realPayments.webhook(request) : answer
}

/** The same question, from the shop's own server. */
export const settle = async (question: { merchant_uid: string; imp_uid: string | null }) =>
  (await sandboxPayments.settle(question)) ?? (await realPayments.settle(question))

const MINUTE = 60_000

/** Every minute: what no webhook told of. It looks back further than that, for lists of PortOne's may lag behind. */
export const reconcile = async (since = Date.now() - 10 * MINUTE) => {
  const reports = [await sandboxPayments.reconcile({ since })]
  if (hasKey) reports.push(await realPayments.reconcile({ since }))
  return reports
}

setInterval(() => reconcile().catch(console.error), Number(process.env['RECONCILE_EVERY'] ?? MINUTE)).unref()
