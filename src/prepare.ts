import { asText } from './as-text.ts'
import { isObject, isRecord } from './checks.ts'
import { inBrowser, isPhone } from './device.ts'
import type { Issue } from './issue.ts'
import { withoutResult } from './landing.ts'
import { leavesPage } from './leaving.ts'
import { presentImp } from './page.ts'
import { absoluteUrl } from './redirect-url.ts'
import { findIssues } from './rules.ts'
import { notRequest } from './texts.ts'
import type { PrepareOptions } from './types/options.ts'
import type { KnownParameters, PayRequest } from './types/request.ts'

/** What `requestPay` would do with a request. */
export interface Prepared {
  /**
   * What `IMP.request_pay` would get, with what the package adds and without what it drops. Plain objects and arrays are
   * copies; instances of classes are the caller's own.
   */
  params: PayRequest
  /** All that is wrong or looks so. With an error among them `requestPay` rejects. */
  issues: Issue[]
  /** Whether the result arrives at `m_redirect_url` rather than in the promise. */
  leavesPage: boolean
}

/**
 * A deep copy of plain data, so that the SDK, which writes into what it gets, can't reach the caller's plain objects and
 * arrays. Instances of classes are passed as they are.
 */
const copy = (value: unknown, seen = new Map<unknown, unknown>()): unknown => {
  if (!isObject(value)) return value
  if (seen.has(value)) return seen.get(value)
  const prototype = Object.getPrototypeOf(value)
  const isList = Array.isArray(value)
  // Dates, URLs and the like are no plain data.
  if (!isList && prototype && Object.getPrototypeOf(prototype)) return value
  // With all members from the start: to set one named __proto__ that isn't there yet would do something else.
  const made: Record<string, unknown> = isList ? Object.assign([], value) : { ...value }
  seen.set(value, made)
  for (const key of Object.keys(made)) made[key] = copy(made[key], seen)
  return made
}

/** No gateway can send a browser back to a file in an app, or to a document without an address. */
const pageAddress = (): string | undefined => {
  const here = withoutResult(location.href)
  return /^(file|about|data|blob):/.test(here) ? undefined : here
}

/** The gateway whose rules apply: `provider` where a channelKey hides it or `pg` is missing. */
export const gatewayOf = (
  params: Readonly<Record<string, unknown>>,
  provider: string | undefined,
): string => {
  const pg = asText(params['pg'])
  const other = asText(provider)
  return params['channelKey'] ? other || pg : pg || other
}

/**
 * A dry run: what would be sent, and what is wrong with it. Calls nothing and loads nothing. Device and page are those
 * of the browser it runs in; without one it takes a PC and adds no `m_redirect_url`. Unlike `requestPay` it takes a request
 * that lacks something, at compile time as well: saying so is its job.
 *
 * @throws TypeError where the request is no object.
 */
export const prepare = <Request extends KnownParameters>(
  request: Request & KnownParameters,
  options: PrepareOptions = {},
): Prepared => {
  if (!isRecord(request)) {
    throw new TypeError(`prepare: ${notRequest}`)
  }
  const { redirectUrl, sdk, provider } = options
  const params = copy(
    Object.fromEntries(Object.entries(request).filter(([, value]) => value != null)),
  ) as Record<string, unknown>
  // What an earlier payment left in the address must not come back with `#done`.
  const [base, imp] = inBrowser() ? [withoutResult(document.baseURI), presentImp()] : []
  const phone = isPhone()
  const gateway = gatewayOf(params, provider)
  const leaves = leavesPage(gateway, params, phone, sdk, imp)

  const isLeaving = base !== undefined && leaves
  const redirect = params['m_redirect_url'] ?? (isLeaving ? (redirectUrl ?? pageAddress()) : undefined)
  // Blank ones, and what is no address at all, stay for the validation to find.
  if (redirect !== undefined) params['m_redirect_url'] = absoluteUrl(redirect, base) ?? redirect
  const { app_scheme: scheme } = params
  // The gateway appends it.
  if (typeof scheme === 'string') params['app_scheme'] = scheme.replace(/:\/\/$/, '')

  return {
    params: params as PayRequest,
    issues: findIssues(params, gateway, phone, isLeaving, sdk, imp),
    leavesPage: leaves,
  }
}
