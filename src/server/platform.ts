/** What the package has to know of where it runs. */
import * as texts from './texts.ts'

/**
 * Throws where there is a page around: the secret of the REST API would be in everybody's hands. jsdom is a page as
 * well, so tests of a server run in the environment `node`.
 */
export const refuseBrowsers = (): void => {
  if (typeof window !== 'undefined' && typeof document !== 'undefined') throw new TypeError(texts.inBrowser)
}

/**
 * Whether one request may wait for what another one began. In Cloudflare's Workers a promise that belongs to another
 * request may never settle, and its connections die with that request.
 */
export const canShareRequests = (): boolean =>
  !(typeof navigator !== 'undefined' && /Cloudflare-Workers/.test(navigator.userAgent ?? ''))
