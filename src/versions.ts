import type { Iamport, LoadOptions, SdkVersion } from './types/options.ts'

/** The releases that can be asked for, but for `v1`: the type `SdkVersion`. As text they all sort by age. */
export const VERSION = /^1\.(1\.[5-8]|2\.[01])$/

/** The one that is loaded when none is asked for. */
export const defaultVersion: SdkVersion = '1.2.0'

/** Whether this is surely an older one than `v1`: all have `certification`, stubs don't, and `loadUI` came with it. */
export const isOld = (imp: Partial<Iamport>): boolean => !!imp.certification && !imp.loadUI

/**
 * Whether the script is at least this release. One on the page is judged by its members, whatever was asked: `close`
 * came with 1.2.0, `loadUI` with `v1`, and `certification` all of them have, so that without it (a stub) the release
 * that was asked for counts. A script of one's own may be any release. Without `since` all are.
 */
export const isAtLeast = (
  since: string | undefined,
  asked: LoadOptions['sdk'] = defaultVersion,
  present?: Partial<Iamport>,
): boolean => {
  if (!since || present?.loadUI || (present?.close && since !== 'v1')) return true
  return !present?.certification && (typeof asked === 'object' || asked >= since)
}
