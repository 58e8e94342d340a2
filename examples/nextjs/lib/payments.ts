/** The shop's payments. Without an account the sandbox plays PortOne, and needs no network. */
import { createSandboxApi } from 'iamport-checkout/sandbox/server'
import { createPayments } from 'iamport-checkout/server'
import { once } from './once'
import { orders } from './orders'

const { IMP_KEY, IMP_SECRET, PORT = '3000' } = process.env

export const sandbox = IMP_KEY
  ? undefined
  : once('shop-sandbox', () =>
      createSandboxApi({ webhooks: { url: `http://localhost:${PORT}/payments/webhook` } }),
    )

export const payments = once('shop-payments', () =>
  createPayments({
    ...(sandbox ? { key: 'any', secret: 'any', fetch: sandbox.fetch } : { key: IMP_KEY, secret: IMP_SECRET }),
    orders,
    onReview: ({ merchant_uid, imp_uid, reason }) =>
      console.warn('Look at this one:', merchant_uid, imp_uid, reason),
  }),
)
