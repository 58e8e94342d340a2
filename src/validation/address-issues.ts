import type { Issue } from '../issue.ts'
import { absoluteUrl } from '../redirect/absolute-url.ts'
import { asText } from '../util/as-text.ts'
import { isBlank } from '../util/is-object.ts'
import { type Context, makeIssue } from './context.ts'
import { hasPlaceholder, isPrivateUrl, isWebUrl } from './value-checks.ts'

/** Endings of files, which a first path segment with a dot may have instead of being a host. */
const FILE = /\.(html?|php|jspx?|aspx?|do|cgi|action)$/i

/** `done`, or `shop.example/done`: resolved as a link it ends up somewhere below the current page. */
const looksIncomplete = (address: string): boolean => {
  if (/^([a-z][a-z\d+.-]*:|[/.?#])/i.test(address)) return false
  const [first = '', ...rest] = address.split(/[/?#]/)
  return rest.length === 0 ? !FILE.test(first) : first.includes('.') && !FILE.test(first)
}

/** Where the gateway sends the buyer back to. */
export const redirectIssues = ({ params, request, row, isLeaving }: Context): Issue[] => {
  const address = request['m_redirect_url'] ?? params['m_redirect_url']
  const issue = (level: Issue['level'], code: Issue['code'], expected: Issue['expected']): Issue[] => [
    makeIssue(level, code, 'm_redirect_url', expected, address),
  ]
  // The default gateway of the admin console may be one that stays.
  if (address == null) return isLeaving ? issue(row ? 'error' : 'warning', 'REQUIRED', 'redirect-url') : []
  const text = asText(address).trim()
  if (!text) return issue(isLeaving ? 'error' : 'warning', 'URL', 'redirect-url')
  if (absoluteUrl(address) === null) return issue('error', 'URL', 'redirect-url')
  if (hasPlaceholder(text)) return issue('error', 'URL', 'no-placeholder')
  if (looksIncomplete(text)) return issue('warning', 'URL', 'absolute-redirect-url')
  const scheme = asText(request['app_scheme'])
  const isScheme = !isBlank(scheme) && text.split('://')[0] === scheme.split('://')[0]
  return isScheme ? issue('warning', 'URL', 'url-other-than-app-scheme') : []
}

/** The app that a card app returns to. */
export const appSchemeIssues = ({ params, isPhone }: Context): Issue[] => {
  const { app_scheme: scheme } = params
  if (scheme == null) return []
  const issue = (
    code: Issue['code'],
    expected: Issue['expected'],
    level: Issue['level'] = 'error',
  ): Issue[] => [makeIssue(level, code, 'app_scheme', expected, scheme)]
  // No app is called from a PC, so there a blank one costs nothing.
  if (typeof scheme !== 'string') return issue('TYPE', 'non-blank-text')
  if (isBlank(scheme)) return issue('TYPE', 'non-blank-text', isPhone ? 'error' : 'warning')
  if (/^(javascript|data|blob)(:|$)/i.test(scheme.trim())) return issue('URL', 'redirect-url')
  return hasPlaceholder(scheme) ? issue('URL', 'no-placeholder') : []
}

/** Addresses that PortOne's servers call: each has to be absolute, and should be one that they can reach. */
export const serverUrlIssues = ({ params }: Context): Issue[] =>
  ['notice_url', 'confirm_url'].flatMap(path =>
    [params[path] ?? []].flat().flatMap(address => {
      if (!isWebUrl(address)) return [makeIssue('error', 'URL', path, 'web-url', address)]
      return isPrivateUrl(asText(address)) ? [makeIssue('warning', 'URL', path, 'public-url', address)] : []
    }),
  )
