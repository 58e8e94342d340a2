import type { PayError } from './errors.ts'
import { readOutcome } from './outcome.ts'
import { notUrl } from './texts.ts'
import type { UnverifiedPayment } from './types/response.ts'

/** Keys that only a payment result has. The last two are KCP QuickPay's. */
const OURS =
  /^(imp_uid|merchant_uid|imp_success|error_code|error_coe|error_msg|txId|paymentId|imp_status|kcp_action)$/

type Keys = Record<string, string>

/** The last non-empty value of each key, in the query and in one inside the fragment (hash routers). */
export const readKeys = (url: string): Keys => {
  const keys: Keys = {}
  for (const [key, value] of new URLSearchParams(url.replace(/^[^?#]*\??([^#]*)#?[^?]*\??/, '$1&'))) {
    // Servers write an absent value as the word for it.
    if (/^(null|undefined)?$/.test(value)) continue
    // A documented landing URL has the flag under a second `imp_uid`.
    keys[key === 'imp_uid' && /^(true|false)$/i.test(value) ? 'imp_success' : key] = value
  }
  return keys
}

/** Internal: `parseRedirect` for a payment of which the gateway is known. */
export const readLanding = (
  keys: Keys,
  url: string,
  gateway?: string,
): UnverifiedPayment | PayError | null =>
  keys.imp_uid || keys.merchant_uid || keys.imp_success || keys.txId || keys.paymentId
    ? readOutcome(keys, 'redirect', url, '', gateway)
    : null

/**
 * Reads a landing URL of a redirect. Pure: no browser is needed, a server can call it with `req.url`.
 *
 * @param url absolute or relative; the query is read, and a query inside the fragment.
 * @returns null where the URL is no payment result; a PayError where it reports a failure. Neither is proof: verify.
 * @throws TypeError on anything but a text or a URL.
 */
export const parseRedirect = (url: string | URL): UnverifiedPayment | PayError | null => {
  if (typeof url !== 'string' && !(url instanceof URL)) throw new TypeError(notUrl)
  const href = String(url)
  return readLanding(readKeys(href), href)
}

/**
 * The URL without the payment result in it; everything else stays to the letter. `success`, `code` and `message` go only
 * where they were read as the result, for a shop may have keys of these names.
 */
export const withoutResult = (url: string, keys = readKeys(url)): string => {
  const outcome = readLanding(keys, url)
  if (!outcome) return url
  const { error_code, error_msg } = (outcome as PayError).response ?? {}
  const isResult = ([key, value]: [string, string]): boolean =>
    OURS.test(key) ||
    (key === 'success' && keys.success && !keys.imp_success && /^(true|false)$/i.test(value)) ||
    (key === 'code' && value === error_code) ||
    (key === 'message' && value === error_msg)
  return url
    .split(/(#.*)/s)
    .map(part =>
      part.replace(/\?(.*)/s, (_, query: string) => {
        const rest = query.split('&').filter(pair => ![...new URLSearchParams(pair)].some(isResult))
        return rest.length ? `?${rest.join('&')}` : ''
      }),
    )
    .join('')
}
