/** Whoever requires the package: declarations of their own, with the same rules. */
import checkout = require('iamport-checkout')

import { describeError, describeIssue } from 'iamport-checkout/messages'

import sandbox = require('iamport-checkout/sandbox')
import double = require('iamport-checkout/sandbox/server')

const shop: checkout.ShopOptions = { userCode: 'imp12345678' }
const order = { merchant_uid: 'order_1', amount: 14000 }

export const payment: Promise<checkout.UnverifiedPayment> = checkout.requestPay(order, shop)
export const explain = (error: unknown): string =>
  checkout.isPayError(error) ? describeError(error, 'ko') : ''
export const sentences: string[] = checkout.prepare(order).issues.map(issue => describeIssue(issue, 'en'))
export const api: double.SandboxApi = double.createSandboxApi()
export const installed: sandbox.Sandbox = sandbox.installSandbox({ outcome: 'approve' })

// @ts-expect-error escrow with KCP needs kcpProducts
checkout.requestPay({ ...order, pg: 'kcp', escrow: true }, shop)
// @ts-expect-error a payment in a browser has no success
payment.then(({ success }) => success)
// @ts-expect-error there is no such language
describeError(new checkout.PayError('CANCELLED', ''), 'fr')
// @ts-expect-error there is no such ending
sandbox.installSandbox({ outcome: 'refuse' })
// @ts-expect-error there is no such way
double.createSandboxApi({ cancels: 'never' })
