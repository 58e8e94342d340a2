/** Sentences in Korean and English: for buyers about how a payment ended, for developers about what a request lacks. */
export { describe } from './describe.ts'
export { describeIssue } from './describe-issue.ts'
