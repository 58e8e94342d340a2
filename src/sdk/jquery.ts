/** The jQuery that scripts up to 1.2.x need. */
import { wrongJquery } from '../developer-texts.ts'
import { PayError } from '../errors.ts'
import type { SdkSource } from '../public-options.ts'
import { ownGlobal } from '../util/document.ts'
import { presentImp } from './present-imp.ts'
import { isOld } from './versions.ts'

export const JQUERY = 'https://code.jquery.com/jquery-3.7.1.min.js'
export const JQUERY_INTEGRITY = 'sha256-/JqT3SQfawRcv/BIHPThkBvs0OEvtFFmqPF/lYI/Cxo='

interface Jquery {
  fn?: { jquery?: string }
  noConflict?(deep: boolean): unknown
}

/** The release of the page's jQuery; undefined where it has none. An element with the id `jQuery` is none. */
const releaseOfPage = (): string | undefined => (ownGlobal('jQuery') as Jquery | undefined)?.fn?.jquery

/**
 * Gives a page's own `jQuery` and `$` back, where it had some before ours came: another library, a jQuery with plugins. Ours
 * is for the SDK, and stays where the names were free.
 */
export const giveNamesBack = (): void => {
  const page = window as unknown as { jQuery?: unknown; $?: unknown }
  const ours = ownGlobal('jQuery') as Jquery | undefined
  ours?.noConflict?.(true)
  // Another thing that may have stood there, such as an element with that id, is no jQuery.
  if (!releaseOfPage()) page.jQuery = ours
  page.$ ??= ours
}

/**
 * Whether the script has the jQuery that it needs, if it needs one.
 *
 * jQuery 4.0 lost the way in which the script asks for its channels, and slim builds (`3.7.1 -ajax,…`) never had it. An
 * unsuitable jQuery can't be replaced, because it is the page's.
 *
 * @throws PayError `SDK_INCOMPATIBLE`
 */
export const hasJquery = (jquery: SdkSource['jquery']): boolean => {
  const imp = presentImp()
  if (jquery === false || jquery === '' || (imp && !isOld(imp))) return true
  const release = releaseOfPage()
  if (release && !/^[123]\.(?!.* -ajax\b)/.test(release)) {
    throw new PayError('SDK_INCOMPATIBLE', wrongJquery(release))
  }
  return !!release
}
