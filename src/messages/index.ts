/** Sentences in Korean and English: for buyers about how a payment ended, for developers about what a request lacks. */
export { describeError } from './describe-error.ts'
export { describeIssue } from './describe-issue.ts'
export { describePayment } from './describe-payment.ts'
export { findMisspelt } from './find-misspelt.ts'
