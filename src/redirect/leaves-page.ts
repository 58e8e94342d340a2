/** The decision whether a payment leaves the page. */
import { rowOf } from '../gateways/lookup.ts'
import { isException } from '../gateways/read-rule.ts'
import type { Iamport, LoadOptions } from '../public-options.ts'
import { isAtLeast } from '../sdk/versions.ts'
import type { Members } from '../util/is-object.ts'

/**
 * Whether this payment leaves the page, so that its result arrives at `m_redirect_url` and not in the callback.
 *
 * A script on the page may be of any release, so a phone counts as leaving with it: an address too many harms nobody.
 *
 * An unknown or missing gateway counts as leaving, on every device: the script opens the default gateway of the admin
 * console, which may be one that leaves, and an address that is not needed is ignored.
 */
export const leavesPage = (
  gateway: string,
  params: Members,
  isPhone: boolean,
  sdk?: LoadOptions['sdk'],
  present?: Iamport,
): boolean => {
  const row = rowOf(gateway)
  if (!row) return true
  const { leaves, except, leavesSince } = row
  if (except && isException(except, params) && isAtLeast(except.since, sdk, present)) return except.leaves
  if (leaves) return leaves === 'always'
  return isPhone && (!!present || isAtLeast(leavesSince, sdk))
}
