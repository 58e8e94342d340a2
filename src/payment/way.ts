/** Which way a script goes with a request. */
import { codeOf, rowOf } from '../gateways/lookup.ts'
import type { Iamport } from '../public-options.ts'
import { isOlderRelease, releaseOf } from '../sdk/versions.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, type Members } from '../util/is-object.ts'
import type { Way } from './watched-payment.ts'

/**
 * Which way the script goes. The script decides by the part of `pg` before the first dot. Only the server knows the way where
 * the channel decides: without `pg`, and with a `channelGroupId` whatever `pg` says. A billing key of tosspayments goes the old
 * way.
 */
export const wayOf = (imp: Iamport, params: Members): Way => {
  if (!imp.loadUI) return 'old'
  if (params['channelGroupId']) return 'unknown'
  const pg = asText(params['pg'])
  if (!pg) return params['channelKey'] ? 'unknown' : 'old'
  const gateway = codeOf(pg)
  if (gateway === 'tosspayments' && !isBlank(params['customer_uid'])) return 'old'
  const release = releaseOf(imp)
  const known = rowOf(gateway)
  if (known?.release && release) return isOlderRelease(release, known.release) ? 'old' : 'new'
  // A newer release may send this gateway the new way.
  return known && known.since !== 'v1' ? 'old' : 'unknown'
}
