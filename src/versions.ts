import type { Iamport, LoadOptions, SdkVersion } from './types/options.ts'

/** All releases that can be asked for: the type `SdkVersion`. As text they sort by age. */
export const VERSION = /^(1\.1\.[5-8]|1\.2\.[01]|v1)$/

/** The one that is loaded when none is asked for. */
export const defaultVersion: SdkVersion = '1.2.0'

/**
 * Whether the script is at least this release: the one that is asked for, unless the one on the page shows by its
 * members that it is newer. A script of one's own may be any release, so it counts as new enough.
 */
export const isAtLeast = (
  since: string | undefined,
  asked: LoadOptions['sdk'] = defaultVersion,
  present?: Partial<Iamport>,
): boolean =>
  !since ||
  typeof asked === 'object' ||
  asked >= since ||
  !!(present?.loadUI || (present?.close && since !== 'v1'))
