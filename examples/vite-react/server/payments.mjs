/** The shop's payments. Without an account the sandbox plays PortOne, and needs no network. */
import { createSandboxApi } from 'iamport-checkout/sandbox/server'
import { createPayments } from 'iamport-checkout/server'
import { orders } from './orders.mjs'

const { IMP_KEY, IMP_SECRET, PORT = '3000', RECONCILE_SECONDS = '300' } = process.env

export const sandbox = IMP_KEY
  ? undefined
  : createSandboxApi({ webhooks: { url: `http://localhost:${PORT}/payments/webhook` } })

export const payments = createPayments({
  ...(sandbox ? { key: 'any', secret: 'any', fetch: sandbox.fetch } : { key: IMP_KEY, secret: IMP_SECRET }),
  orders,
  onReview: ({ merchant_uid, imp_uid, reason }) =>
    console.warn('Look at this one:', merchant_uid, imp_uid, reason),
})

// Finds what no webhook told. A shop also runs it once a day with two days.
let since = Date.now() - 60 * 60_000
setInterval(async () => {
  const begun = Date.now()
  try {
    const { failed } = await payments.reconcile({ since })
    if (!failed.length) since = begun
  } catch (error) {
    console.error(error)
  }
}, Number(RECONCILE_SECONDS) * 1000).unref()
