/**
 * Every text of the main entry that a person reads, in English; they are for developers and logs. Sentences for buyers,
 * and Korean, are in `messages`. Separate exports, so that a page that only loads the script carries only its texts.
 */

import { asText } from './as-text.ts'

// --- errors -------------------------------------------------------------------------------------------------------

export const notBrowser = 'No document: call this in a browser'
export const badOption = (name: string) => `Missing or wrong option: ${name}`
export const badRequest = (issues: readonly { message: string }[]) =>
  issues.map(({ message }) => message).join('; ')

export const loadFailed = (log: readonly string[]) =>
  `No usable IMP (ad blocker, CSP, wrong file?), navigator.onLine is ${navigator.onLine}:\n${log.join('\n')}`
export const otherScript = (asked: unknown) => `iamport-checkout: not ${asked}, a script is here`
export const otherMerchant = (was: unknown) => `Reload the page: it is initialised for ${was}`
export const badJquery = (version: string) => `jQuery ${version}: use sdk 'v1'`
export const tooOld = (gateway: string, since: string) =>
  `${gateway} needs sdk '${since}', and no older script on the page`

export const sdkFailed = (why: unknown) => `The SDK failed, reload the page (${asText(why)})`
export const notOpened = 'No window opened, wrong userCode? Ask your server'
export const popupBlocked = 'Popup blocked: preload the script, call requestPay inside the click'
export const busy = 'Another payment is in progress: let it end first'
export const cancelled = 'Cancelled by the buyer, who may pay again'
export const duplicate = 'Paid before: ask your server'
export const failed = 'Failed at the gateway: show its text, or ask your server'
export const windowClosed = 'Window closed, no result: ask your server'
export const returned = 'Back from the gateway, no result: ask your server'
export const aborted = 'Given up by signal: see mayHavePaid'
export const lateResult = 'iamport-checkout: late result, pass onLateResult to get it'
export const warning = (issue: string) => `iamport-checkout: ${issue}`

// --- misuse by type -----------------------------------------------------------------------------------------------

export const notRequest = 'expected an object of payment parameters'
export const notUrl = 'expected a URL'

// --- issues -------------------------------------------------------------------------------------------------------

/** What is expected of a parameter. The words are keys, too: `messages` has a sentence for each, in English and Korean. */
export const anObject = 'an object'
export const anArray = 'an array'
export const aText = 'a text that is not blank'
export const aBoolean = 'true or false'
export const anAmount = 'a number, 0 or more'
export const aPrice = 'more than 0, or a customer_uid'
export const aWhole = 'a whole number'
export const aQuantity = 'a whole number, 1 or more'
export const months = 'an array of whole numbers'
export const aShare = 'a number from 0 to amount'
export const aDate = 'a real date like YYYYMMDD'
export const tenDigits = '10 digits'
export const aUrl = 'an http(s) address'
export const something = 'needed'
export const nothing = 'refused'
export const oneOf = 'one of'
export const notThis = 'not'
export const atMost = 'at most, in characters,'
export const atMostBytes = 'at most, in bytes,'
export const atLeast = 'at least'
export const addingUp = 'must add up to amount'
export const otherSigns = 'has forbidden characters'
export const matching = 'must match'
export const known = 'unknown, the default gateway would open'
export const thisName = 'the name is'
export const ignored = 'ignored beside'
export const newer = 'needs sdk'
export const notOnPhones = 'not on phones'

export type Expectation =
  | typeof anObject
  | typeof anArray
  | typeof aText
  | typeof aBoolean
  | typeof anAmount
  | typeof aPrice
  | typeof aWhole
  | typeof aQuantity
  | typeof months
  | typeof aShare
  | typeof aDate
  | typeof tenDigits
  | typeof aUrl
  | typeof something
  | typeof nothing
  | typeof oneOf
  | typeof notThis
  | typeof atMost
  | typeof atMostBytes
  | typeof atLeast
  | typeof addingUp
  | typeof otherSigns
  | typeof matching
  | typeof known
  | typeof thisName
  | typeof ignored
  | typeof newer
  | typeof notOnPhones

/** One line for one issue. */
export const issueText = (path: string, expected: Expectation, value: unknown, gateway: string) =>
  `${gateway && `${gateway}: `}${path}: ${expected} ${value}`.trim()
