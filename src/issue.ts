/** The problems that validation reports. */

/**
 * Which rule was broken. Stable: code that shows issues to people can rely on them.
 *
 * - `REQUIRED`: missing or blank.
 * - `TYPE`: of another type than the SDK takes.
 * - `VALUE`: of the right type, but not a value that is allowed.
 * - `FORMAT`: a text that is not written as it must be.
 * - `TOO_LONG`: more characters or bytes than are allowed.
 * - `URL`: not an address that a browser or a server can be sent to.
 * - `REFUSED`: the gateway refuses this parameter.
 * - `CONVERTED`: passed as another type; the package sends the type that the SDK wants.
 * - `UNKNOWN_GATEWAY`: not in the table; the SDK would silently open the default gateway.
 * - `UNDOCUMENTED`: the gateway's documents don't list this value.
 * - `MISSPELT`: the SDK reads another name.
 * - `AMBIGUOUS`: two parameters that contradict each other.
 * - `SDK_TOO_OLD`: the script doesn't know this gateway or parameter.
 * - `DISCOURAGED`: works on some devices only.
 * - `CHARGED`: money moves where a shop may think that none does.
 * - `COVERED`: the payment window is open, and lies under something of the page.
 */
export type IssueCode =
  | 'REQUIRED'
  | 'TYPE'
  | 'VALUE'
  | 'FORMAT'
  | 'TOO_LONG'
  | 'URL'
  | 'REFUSED'
  | 'CONVERTED'
  | 'UNKNOWN_GATEWAY'
  | 'UNDOCUMENTED'
  | 'MISSPELT'
  | 'AMBIGUOUS'
  | 'SDK_TOO_OLD'
  | 'DISCOURAGED'
  | 'CHARGED'
  | 'COVERED'

/** The demand on a parameter, as an identifier. `describeIssue` has a sentence for each. */
export type Expectation =
  | 'object'
  | 'array'
  | 'non-blank-text'
  | 'boolean'
  | 'non-negative-number'
  | 'price-or-customer-uid'
  | 'whole-number'
  | 'two-decimals'
  | 'exact-number'
  | 'positive-whole-number'
  | 'whole-numbers'
  | 'share-of-amount'
  | 'real-date'
  | 'ten-digits'
  | 'redirect-url'
  | 'absolute-redirect-url'
  | 'url-other-than-app-scheme'
  | 'web-url'
  | 'public-url'
  | 'no-placeholder'
  | 'json-value'
  | 'given'
  | 'absent'
  | 'one-of'
  | 'not'
  | 'max-characters'
  | 'max-bytes'
  | 'min'
  | 'max'
  | 'sum-is-amount'
  | 'other-characters'
  | 'pattern'
  | 'known-gateway'
  | 'correct-name'
  | 'same-gateway'
  | 'newer-sdk'
  | 'currency-given'
  | 'not-on-phones'
  | 'no-billing-key'
  | 'zero-for-key'
  | 'order-number'
  | 'uncovered-window'

/** A thing that is wrong with a request, or looks so. */
export interface Issue {
  /** An error stops the payment before anything is loaded. With a warning the payment goes on. */
  level: 'error' | 'warning'
  /** The kind of rule that was broken. */
  code: IssueCode
  /** The parameter: `amount`, `kiccProducts[1].quantity`. */
  path: string
  /** For developers, in English: the parameter, the gateway, what was expected and what came. */
  message: string
  /** The demand that the parameter does not meet. */
  expected: Expectation
  /** The value that `expected` speaks of: the list of allowed values, the greatest length, the right name. */
  value?: string
  /** The received value, in short: `nothing`, `"14,000"`, `-1`, `a list`. */
  received?: string
  /** The gateway whose rule it is, for rules that not all gateways have. */
  gateway?: string
}
