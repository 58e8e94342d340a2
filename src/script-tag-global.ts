/** The members of the script tag's global: all of the main entry, and the sentences for buyers. */
export * from './index.ts'
export { describeError } from './messages/describe-error.ts'
export { describePayment } from './messages/describe-payment.ts'
