/**
 * Every text of the main entry that a developer reads, in English, each as a sentence, or as a part that stands beside the sentence
 * which it goes into: what happened, what was expected and what came, what to do. Sentences for buyers, and Korean, are in `messages`. They are separate exports, so that a page that
 * only loads the script carries only its texts.
 */
import type { Expectation, Issue } from './issue.ts'
import { asText } from './util/as-text.ts'

// --- errors -------------------------------------------------------------------------------------------------------

export const notBrowser =
  'There is no document here. Call this in a browser: in a click handler or an effect, not while a server renders.'

export const wrongOption = (name: string, expected: string, received: unknown) =>
  `The option ${name} has to be ${expected}, and is ${received === undefined ? 'missing' : shown(received)}.`

export const brokenSignal = (thrown: unknown) =>
  `The option signal has to be an AbortSignal, and could not be listened to: ${asText(thrown) || 'it threw'}.`

export const brokenRequest = (messages: readonly string[]) =>
  `The request was not sent, because of ${messages.length === 1 ? 'a fault' : `${messages.length} faults`}: ${messages.join(' ')}`

export const loadFailed = (journal: readonly string[]) =>
  `The payment script could not be loaded; an ad blocker, a Content-Security-Policy or a wrong file are the usual causes. ` +
  `navigator.onLine is ${navigator.onLine}. Tried:\n${journal.join('\n')}\n`

export const notBeingLoaded = (url: string) =>
  `iamport-checkout: ${url} is no address that this package is loading.`

export const otherScriptIsUsed = (asked: unknown) =>
  `iamport-checkout: The page has a payment script already, and it is used in place of the one that was asked for (${asked}).`

export const otherMerchant = (was: unknown, asked: string) =>
  `The payment script of this page was initialised for ${was}, and can't be for ${asked} as well. Reload the page.`

export const wrongJquery = (version: string) =>
  `The page has jQuery ${version}, and scripts up to 1.2.x need 1.0 to 3.x with ajax. Set the option sdk to 'v1', which needs none.`

export const scriptTooOld = (what: string, since: string, present: string) =>
  `${what} needs the payment script ${since} or newer, and the page has ${present}. Load a newer script, or it would open another gateway's window.`

export const sdkThrew = (thrown: unknown) =>
  `The payment script failed: ${asText(thrown) || 'it threw nothing that can be read'}. Let the buyer reload the page.`

export const sdkAlerted = (text: string) =>
  `The payment script told the buyer of its own failure: “${text}”. Let the buyer reload the page.`

export const frameBroke =
  'The page in the payment window reported that it broke, and no result will come. Ask your server what became of the order.'

export const windowNotOpened = (ms: number) =>
  `No payment window opened within ${ms} ms; a wrong userCode or an unreachable service.iamport.kr are the usual causes. Ask your server what became of the order.`

export const popupBlocked =
  'The browser refused the popup of the gateway. Preload the script, call this first thing in the click handler, and let the buyer allow popups and click again.'

export const busy =
  'Another payment is in progress on this page. Wait until it has ended, or until its window is closed.'

/** How a sentence about a reported ending begins: `reported` completes it. */
export const cancelled = 'The buyer cancelled the payment'
export const duplicateOrder = 'This merchant_uid was paid before; ask your server before anything else'
export const paymentFailed = 'The payment failed at the gateway'

/** An ending that the gateway reported, with its own code and text. */
export const reported = (what: string, said: string) =>
  said ? `${what}. The gateway says: “${said}”.` : `${what}.`

export const unreadableResponse =
  'The payment script called back with something that is no response. Ask your server what became of the order.'

export const windowClosed =
  'The payment window went away, and no result came. Ask your server what became of the order before the buyer pays again.'

export const returned =
  'The buyer came back from the gateway, and no result came. Ask your server what became of the order before the buyer pays again.'

export const aborted = 'The payment was abandoned, because its signal fired.'

export const abortedWhileVerifying =
  'The payment was abandoned while the server was being asked, because its signal fired. Ask your server what became of the order.'

/** How a sentence about the server goes on that gave no verdict. */
export const silent = 'did not answer in time'
export const answeredStatus = (status: number) => `answered with the HTTP status ${status}`
export const failedToAnswer = (cause: unknown) =>
  `could not be asked, or its answer is no JSON (${asText(cause)})`
export const unknownVerdict = (verdict: unknown) =>
  `gave no verdict that is known: ${shown(verdict)}. \`verify\` has to give a verdict, or an object with one`

export const callsOrder = (verdict: string) => `calls the order ${verdict}`

/** @param server what the server did, as one of the texts above. */
export const unconfirmed = (server: string) =>
  `The gateway reported a success, and the server ${server}. Let the server look again before the buyer pays again.`

export const mismatch =
  'Money moved, and not as the order says: another amount, currency, order, or a test channel. A person must look at it.'

export const cancelledByServer = 'The server says that the payment was given back in full.'

// --- warnings on the console --------------------------------------------------------------------------------------

export const lateResult =
  'iamport-checkout: A late result came, after its payment had ended. Pass onLateResult to hear of it.'

export const warning = (issue: string) => `iamport-checkout: ${issue}`

// --- misuse by type -----------------------------------------------------------------------------------------------

export const notRequest = 'The request has to be an object of payment parameters.'
export const refersToItself = (name: string) => `${name} refers to itself, and can't be written as JSON.`
export const notUrl = 'The address has to be a string or a URL.'

// --- issues -------------------------------------------------------------------------------------------------------

/** A value as a developer would write it, in short; long ones are cut. */
export const shown = (value: unknown): string => {
  if (value == null) return 'nothing'
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list'
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`
  if (typeof value === 'object') return 'an object'
  return asText(value)
}

/** The demand of each expectation, as the end of a sentence that begins with the parameter. */
const expectations: Readonly<Record<Expectation, (value: string) => string>> = {
  object: () => 'has to be an object',
  array: () => 'has to be a list',
  'non-blank-text': () => 'has to be a text that is not blank',
  boolean: () => 'has to be true or false',
  'non-negative-number': () => 'has to be a number, 0 or more',
  'price-or-customer-uid': () => 'has to be more than 0, unless customer_uid is given',
  'whole-number': () => 'has to be a whole number in this currency',
  'two-decimals': () => 'should have two decimals at most',
  'exact-number': () =>
    'has to be a number that JavaScript can tell from its neighbours, 9007199254740991 at most',
  'positive-whole-number': () => 'has to be a whole number, 1 or more',
  'whole-numbers': () => 'has to be a list of whole numbers, in months',
  'share-of-amount': () => 'has to be a number from 0 to amount',
  'real-date': () =>
    'has to be a date that exists, as YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDHHmmss, YYYY-MM-DD or YYYY-MM-DD HH:mm:ss',
  'ten-digits': () => 'has to be 10 digits',
  'redirect-url': () => 'has to be an address that a browser can be sent to',
  'absolute-redirect-url': () => 'should begin with http(s)://, or with / for a path of this site',
  'url-other-than-app-scheme': () => 'should be the address of a page, and not the app’s scheme',
  'web-url': () => 'has to be an absolute http(s) address',
  'public-url': () => 'should be an address that PortOne’s servers can reach',
  'no-placeholder': () => 'has to be a real value, and not the placeholder of a sample',
  'json-value': () => 'has to be something that JSON can hold',
  given: () => 'has to be given',
  absent: () => 'must not be given',
  'one-of': value => `has to be one of ${value}`,
  not: value => `must not be ${value}`,
  'max-characters': value => `can have ${value} characters at most`,
  'max-bytes': value => `can have ${value} bytes of UTF-8 at most`,
  min: value => `has to be ${value} or more`,
  max: value => `has to be ${value} or less`,
  'sum-is-amount': () => 'has to add up to amount (unitPrice × quantity)',
  'other-characters': value => `must not have any of these characters: ${value}`,
  pattern: value => `has to match ${value}`,
  'known-gateway': () => 'is no gateway that is known, and the script would open the default one',
  'correct-name': value => `is not read by the script, whose name for it is ${value}`,
  'same-gateway': value => `names another gateway than the channelKey, which is of ${value}`,
  'newer-sdk': value => `needs the payment script ${value} or newer`,
  'currency-given': value => `should be given, because this gateway’s default is ${value}`,
  'not-on-phones': () => 'should be left out on phones, where in-app browsers block popups',
  'no-billing-key': () => 'should be left out, because this gateway has no window for billing keys',
  'zero-for-key': () => 'is charged although customer_uid is given, and 0 makes no more than the billing key',
  'order-number': () => 'looks like a missing value, and has to be the number of one order',
  'uncovered-window': () =>
    'lies under something of the page, such as a modal <dialog>, which has to be closed before the buyer can click',
}

/** What came in place of what was expected, as the end of the sentence. */
const cameInstead = (expected: Expectation, received: string | undefined): string => {
  if (!received) return ''
  if (expected === 'newer-sdk') return `; it would get ${received}`
  return received === shown(undefined) ? '; it is missing' : `; it is ${received}`
}

/** The sentence of one issue; undefined where it is of a newer copy of the package, and expects something unknown. */
export const issueSentence = ({
  path,
  expected,
  value = '',
  received,
  gateway,
}: Pick<Issue, 'path' | 'expected' | 'value' | 'received' | 'gateway'>): string | undefined => {
  // Own members only: an issue of a newer copy of the package may expect anything, also `constructor`.
  const expectation = Object.keys(expectations).includes(expected) ? expectations[expected] : undefined
  const of = gateway ? ` (${gateway})` : ''
  return expectation && `${path}${of} ${expectation(value)}${cameInstead(expected, received)}.`
}
