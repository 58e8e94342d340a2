/** Reading a landing URL without a browser. */
import { notUrl } from './developer-texts.ts'
import type { PayError } from './errors.ts'
import { readLanding } from './redirect/landing-url.ts'
import type { UnverifiedPayment } from './types/response.ts'

/**
 * Reads a landing URL of a redirect. Pure: no browser is needed, a server can call it with `req.url`.
 *
 * @param url absolute or relative; the query is read, and a query inside the fragment.
 * @returns null where the URL is no payment result; a PayError where it reports a failure. Neither is proof, for anybody can
 * write a link: verify with the REST API.
 * @throws TypeError on anything but a text or a URL.
 *
 * @example
 * const result = parseRedirect('/done?imp_uid=imp_1&merchant_uid=order_1&imp_success=true')
 */
export const parseRedirect = (url: string | URL): UnverifiedPayment | PayError | null => {
  if (typeof url !== 'string' && !(url instanceof URL)) throw new TypeError(notUrl)
  return readLanding(String(url))?.outcome ?? null
}
