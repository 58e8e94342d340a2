/**
 * Every text of the main entry that a person reads, in English; they are for developers and logs. Sentences for buyers,
 * and Korean, are in `messages`. Separate exports, so that a page that only loads the script carries only its texts.
 */
import type { IssueCode } from './issue.ts'

// --- errors -------------------------------------------------------------------------------------------------------

export const notBrowser = 'Call this in the browser'
export const badOption = (name: string, value: unknown) => `Option ${name}: not ${value}`
export const badUserCode = 'Option userCode: a merchant code, imp12345678'
export const badRequest = (issues: readonly { message: string }[]) =>
  issues.map(({ message }) => message).join('; ')

export const loadFailed = (log: readonly string[], online: boolean) =>
  `${log}, onLine ${online}: ad blocker or CSP?`
export const otherScript = (asked: string) => `iamport-checkout: not ${asked}, another script is here`
export const otherMerchant = (was: string) => `Reload the page, it is for ${was}`
export const badJquery = (version: string) => `jQuery ${version} can't run it, use sdk 'v1'`
export const tooOld = (gateway: string, since: string) => `${gateway} needs sdk '${since}'`

export const sdkThrew = 'Reload the page, the SDK failed'
export const notOpened = (ms: number) => `No window in ${ms} ms: is userCode right? Ask your server`
export const popupBlocked =
  'The browser blocked the popup: preload the script, call requestPay inside the click'
export const busy = 'A payment is in progress'
export const cancelled = 'Cancelled by the buyer'
export const duplicate = 'Paid before: ask your server'
export const failed = 'Failed at the gateway'
export const windowClosed = 'The window closed without a result: ask your server'
export const returned = 'Back from the gateway without a result: ask your server'
export const aborted = 'Given up by signal'
export const lateResult = 'iamport-checkout: late result, pass onLateResult to get it'

// --- misuse by type -----------------------------------------------------------------------------------------------

export const notRequest = 'expected an object of payment parameters'
export const notUrl = 'expected a URL'

// --- issues -------------------------------------------------------------------------------------------------------

/** What is expected of a parameter. The keys are stable; `messages` has them in Korean too. */
export const expectations = {
  object: 'an object',
  text: 'a text that is not blank',
  filled: 'something',
  boolean: 'true or false',
  amount: 'a number, 0 or more',
  paidAmount: 'more than 0, unless customer_uid is given',
  whole: 'a whole number',
  quantity: 'a whole number, 1 or more',
  wholeMonths: 'an array of whole numbers',
  array: 'an array',
  taxFree: 'a number from 0 to amount',
  due: 'a real date as YYYYMMDDhhmm, YYYY-MM-DD, YYYYMMDD, YYYY-MM-DD HH:mm:ss or YYYYMMDDHHmmss',
  bizNum: '10 digits',
  url: 'an http(s) address',
  oneOf: 'one of',
  notThis: 'anything but',
  nothing: 'nothing',
  known: 'a gateway of docs/gateways.md: the SDK would open the default one',
  atMost: 'at most, in characters,',
  atMostBytes: 'at most, in bytes,',
  atLeast: 'at least',
  characters: 'other characters',
  matching: 'a text that matches',
  name: 'the name',
  instead: 'nothing, for it is ignored beside',
  newer: 'the script',
  phone: 'nothing on phones',
} as const
export type Expectation = keyof typeof expectations

/** One line for one issue. */
export const issueText = (
  code: IssueCode,
  path: string,
  expected: Expectation,
  value?: string,
  gateway?: string,
) =>
  `${path}: expected ${expectations[expected]}${value ? ` ${value}` : ''}${gateway ? ` (${gateway})` : ''} [${code}]`
