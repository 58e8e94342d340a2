/** Which release of the script is asked for, and which one is on the page. */
import { codeOf, rowOf } from '../gateways/lookup.ts'
import type { Iamport, LoadOptions, SdkVersion } from '../public-options.ts'
import { asText } from '../util/as-text.ts'
import type { Members } from '../util/is-object.ts'

/** The releases of the type `SdkVersion`, without `v1`. As texts they sort by age, and `v1` sorts behind all of them. */
export const VERSION = /^1\.(1\.[5-8]|2\.[01])$/

/** The release that is loaded when the shop asks for none and the request needs no newer one. */
export const defaultVersion: SdkVersion = '1.2.0'

/** The first release of `v1` that may read `channelKey`: 1.19 does not, 1.28 does, those between were not seen. */
const CHANNEL_KEY_RELEASE = '1.20.0'

/** Whether a script is surely older than `v1`: all scripts have `certification`, stubs don't, and `loadUI` came with `v1`. */
export const isOld = (imp: Partial<Iamport>): boolean => !!imp.certification && !imp.loadUI

/** The release that a `v1` says it is, `1.28.12`; undefined for older scripts, and for stubs. */
export const releaseOf = (imp: Partial<Iamport>): string | undefined => {
  const release = imp.slots?.SDK_VERSION
  return /^\d+\.\d+/.test(asText(release)) ? release : undefined
}

/** Whether a script is a genuine `v1`, by what only it has. */
export const isV1 = (imp: Partial<Iamport>): boolean => !!imp.slots && !!imp.loadUI

/** Whether one release is older than another, part by part: 1.5.0 is older than 1.19.0. */
export const isOlderRelease = (release: string, than: string): boolean => {
  const [a, b] = [release, than].map(text => text.split('.').map(part => Number.parseInt(part, 10) || 0))
  const index = b!.findIndex((part, at) => part !== (a![at] ?? 0))
  return index >= 0 && (a![index] ?? 0) < b![index]!
}

/**
 * Whether the script is at least this release. A script on the page is judged by its members, whatever was asked: `close`
 * came with 1.2.0, `loadUI` with `v1`. All of them have `certification`; for a stub, which lacks it, the release that was
 * asked for counts. A script of the shop's own may be any release. Without `since` every script is new enough.
 */
export const isAtLeast = (
  since: SdkVersion | undefined,
  asked: LoadOptions['sdk'] = defaultVersion,
  present?: Partial<Iamport>,
): boolean => {
  if (!since || present?.loadUI || (present?.close && since !== 'v1')) return true
  return !present?.certification && (typeof asked === 'object' || asked >= since)
}

/** Whether a request names its channel in a way that only `v1` reads. */
const usesChannelKey = (params: Members): boolean =>
  !params['pg'] && !!(params['channelKey'] || params['channelGroupId'])

/** The script to load for a request, where the shop asked for none. */
export const versionFor = (params: Members, gateway: string): SdkVersion =>
  params['channelKey'] || params['channelGroupId'] || rowOf(gateway)?.since === 'v1' ? 'v1' : defaultVersion

/** A need of a request that the script does not meet. */
export interface Lack {
  /** The gateway's code, or the parameter. */
  readonly what: string
  /** The first script that has it. */
  readonly since: string
  /** The script that is there or was asked for. */
  readonly present: string
}

const nameOf = (imp: Partial<Iamport> | undefined, asked: LoadOptions['sdk']): string => {
  if (!imp) return asText(asked)
  return isOld(imp) ? (imp.close ? '1.2.x' : '1.1.x') : `v1 ${releaseOf(imp) ?? ''}`.trim()
}

/**
 * Whether a script is too old for a request: it would not read the `channelKey`, or not know the gateway, and would open
 * another channel's window without a word.
 *
 * @param asked the option `sdk`, where the shop gave one.
 * @param present the script on the page, if there is one.
 */
export const findLack = (
  params: Members,
  gateway: string,
  asked: LoadOptions['sdk'],
  present?: Partial<Iamport>,
): Lack | undefined => {
  const sdk = asked ?? versionFor(params, gateway)
  const lacks = (what: string, since: string): Lack => ({ what, since, present: nameOf(present, sdk) })
  const { since, release } = rowOf(gateway) ?? {}
  if (since && !isAtLeast(since, sdk, present)) return lacks(codeOf(gateway), since)
  const byKey = usesChannelKey(params)
  if (byKey && !isAtLeast('v1', sdk, present)) return lacks('channelKey', 'v1')
  const here = present && releaseOf(present)
  if (here && byKey && isOlderRelease(here, CHANNEL_KEY_RELEASE))
    return lacks('channelKey', `v1 ${CHANNEL_KEY_RELEASE}`)
  if (here && release && isOlderRelease(here, release)) return lacks(codeOf(gateway), `v1 ${release}`)
  return undefined
}
