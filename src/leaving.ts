import { factsOf } from './gateways.ts'
import type { Iamport, LoadOptions } from './types/options.ts'
import { isAtLeast } from './versions.ts'

/**
 * Whether this payment leaves the page, so that its result arrives at `m_redirect_url` and not in the callback.
 *
 * A script on the page may be of any release, so it counts as one that leaves: an address too many harms nobody.
 *
 * An unknown or missing gateway counts as leaving, on every device: the SDK opens the default gateway of the admin
 * console, which may be one that does, and an address that is not needed is ignored.
 */
export const leavesPage = (
  gateway: string,
  params: Readonly<Record<string, unknown>>,
  phone: boolean,
  sdk?: LoadOptions['sdk'],
  present?: Iamport,
): boolean => {
  const facts = factsOf(gateway)
  if (!facts) return true
  const leaves = facts.leaves
    ? facts.leaves === 'always'
    : phone && (!!present || isAtLeast(facts.leavesSince, sdk))
  const { except, exceptSince } = facts
  const isException = !!except && params[except[0]] === except[1] && isAtLeast(exceptSince, sdk, present)
  // Two exceptions meet on a phone only: `mobilians` by phone bill stays there, and on a PC it stays anyway.
  return isException ? facts.leaves === 'never' : leaves
}
