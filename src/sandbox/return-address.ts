import { absoluteUrl } from '../redirect/absolute-url.ts'
import type { SandboxResponse } from './order.ts'

/** A URL that can be returned to, absolute; undefined where there is none. */
export const returnUrl = (m_redirect_url: unknown): string | undefined =>
  (String(m_redirect_url ?? '').trim() && absoluteUrl(m_redirect_url, document.baseURI)) || undefined

/**
 * Appends a result to the shop's own query, in front of a fragment.
 *
 * @param flag the key that says true or false; KCP QuickPay has another one.
 * @param isEarly a failure before the page leaves: there the genuine script forgets the separator where the query
 * already has two keys or more.
 */
export const landingUrl = (url: string, response: SandboxResponse, flag: string, isEarly = false): string => {
  const [, path, query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url)!
  const { imp_uid, merchant_uid, success, imp_success = success, error_code, error_coe, error_msg } = response
  const keys = { imp_uid, merchant_uid, [flag]: imp_success, error_code: error_code ?? error_coe, error_msg }
  const result = Object.entries(keys)
    .filter(([, value]) => value != null)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
  const separator = !query ? '?' : /[?&]$/.test(query) || (isEarly && query.includes('&')) ? '' : '&'
  return path + query + separator + result.join('&') + fragment
}
