import type { Iamport, LoadOptions, SdkVersion } from './types/options.ts'

/** All releases that can be asked for, oldest first. */
export const versions: readonly SdkVersion[] = ['1.1.5', '1.1.6', '1.1.7', '1.1.8', '1.2.0', '1.2.1', 'v1']

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
  versions.indexOf(asked) >= versions.indexOf(since as SdkVersion) ||
  !!(present?.loadUI || (present?.close && since !== 'v1'))
