import type { Expectation } from './texts.ts'

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
 * - `UNKNOWN_GATEWAY`: not in the table; the SDK would silently open the default gateway.
 * - `UNDOCUMENTED`: the gateway's documents don't list this value.
 * - `MISSPELT`: the SDK reads another name.
 * - `AMBIGUOUS`: two parameters that say the same thing.
 * - `SDK_TOO_OLD`: the script doesn't know this gateway or parameter.
 * - `DISCOURAGED`: works on some devices only.
 */
export type IssueCode =
  | 'REQUIRED'
  | 'TYPE'
  | 'VALUE'
  | 'FORMAT'
  | 'TOO_LONG'
  | 'URL'
  | 'REFUSED'
  | 'UNKNOWN_GATEWAY'
  | 'UNDOCUMENTED'
  | 'MISSPELT'
  | 'AMBIGUOUS'
  | 'SDK_TOO_OLD'
  | 'DISCOURAGED'

/** One thing that is wrong with a request, or looks so. */
export interface Issue {
  /** An error stops the payment before anything is loaded; a warning doesn't. */
  level: 'error' | 'warning'
  /** Which rule. */
  code: IssueCode
  /** Which parameter: `amount`, `kiccProducts[1].quantity`. */
  path: string
  /** For developers, in English: what is expected. */
  message: string
  /** What would be right; `describeIssue` has a sentence for it. */
  expected: Expectation
  /** What belongs to `expected`: the list of allowed values, the greatest length. */
  value?: string
  /** The gateway whose rule it is, for rules that not all gateways have. */
  gateway?: string
}
