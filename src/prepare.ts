/** The dry run: what would be sent, and what is wrong with it. */
import { notRequest } from './developer-texts.ts'
import { codeOf, gatewayOf, rowOf } from './gateways/lookup.ts'
import type { GatewayRow } from './gateways/table.ts'
import type { Issue } from './issue.ts'
import type { PrepareOptions } from './public-options.ts'
import { absoluteUrl } from './redirect/absolute-url.ts'
import { withoutEarlierResult } from './redirect/landing-url.ts'
import { leavesPage } from './redirect/leaves-page.ts'
import { presentImp } from './sdk/present-imp.ts'
import type { KnownParameters, PayRequest } from './types/request.ts'
import { asText } from './util/as-text.ts'
import { inBrowser, isPhone } from './util/device.ts'
import { baseAddress } from './util/document.ts'
import { isRecord } from './util/is-object.ts'
import { findIssues } from './validation/find-issues.ts'
import { toPlainData } from './validation/plain-data.ts'
import { hasPlaceholder } from './validation/value-checks.ts'

/** The outcome of a dry run. */
export interface Prepared {
  /**
   * The parameters that `IMP.request_pay` would get, with those that the package adds and without those that it drops. They are
   * a copy, as JSON would make one, because the request reaches the gateway as JSON.
   */
  params: PayRequest
  /** Everything that is wrong with the request, or looks so. With an error among the issues `requestPay` rejects. */
  issues: Issue[]
  /** Whether the result arrives at `m_redirect_url` rather than in the promise. */
  leavesPage: boolean
}

/** Gives an amount in digits and a numeric order number the types that the script wants. Each can mean one thing only. */
const convert = (params: Record<string, unknown>): void => {
  const { amount, merchant_uid } = params
  if (typeof amount === 'string' && /^\d{1,15}$/.test(amount)) params['amount'] = Number(amount)
  if (typeof merchant_uid === 'number' && Number.isSafeInteger(merchant_uid) && merchant_uid >= 0) {
    params['merchant_uid'] = String(merchant_uid)
  }
}

/** The page's own address. No gateway can send a browser back to a file in an app, or to a document without an address. */
const pageAddress = (): string | undefined =>
  /^(file|about|data|blob):/.test(location.href) ? undefined : withoutEarlierResult(location.href, 'page')

/**
 * Where the gateway has to send the buyer back to: the address that was given, made absolute; else one that is added where
 * the page is left. An address that is none stays as it is, for the validation to find.
 */
const redirectAddress = (given: unknown, isLeaving: boolean, redirectUrl: unknown): unknown => {
  const base = inBrowser() ? withoutEarlierResult(baseAddress(), 'page') : undefined
  const address = given ?? (isLeaving ? redirectUrl : undefined)
  if (address == null) return isLeaving ? pageAddress() : undefined
  const absolute = absoluteUrl(address, base)
  const isAddress = absolute !== null && !hasPlaceholder(asText(address))
  return isAddress ? withoutEarlierResult(absolute, 'shop') : address
}

/** Cuts `://` off an app's scheme for gateways whose documents want none. Those of the newer modules want it. */
const appScheme = (scheme: string, row: GatewayRow | undefined): string =>
  row && row.since !== 'v1' ? scheme.replace(/:\/\/$/, '') : scheme

/**
 * A dry run: what would be sent, and what is wrong with it. Calls nothing and loads nothing. Device and page are those
 * of the browser it runs in; without one it takes a PC and adds no `m_redirect_url`. Unlike `requestPay` it takes a request
 * that lacks something, at compile time as well: saying so is its job.
 *
 * @example
 * const { issues } = prepare({ pg: 'kicc', escrow: true, pay_method: 'card', merchant_uid: 'order_1', amount: 14000 })
 * for (const issue of issues) console.log(issue.level, issue.message)
 *
 * @throws TypeError where the request is no object, or can't be read.
 */
export const prepare = <Request extends KnownParameters>(
  request: Request & KnownParameters,
  options: PrepareOptions = {},
): Prepared => {
  const plain = isRecord(request) ? toPlainData(request) : undefined
  if (!isRecord(plain)) throw new TypeError(notRequest)
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null))
  const params: Record<string, unknown> = { ...given }
  convert(params)
  const { redirectUrl, sdk, provider } = options
  const present = inBrowser() ? presentImp() : undefined
  const gateway = gatewayOf(params, provider)
  const row = rowOf(gateway)
  const leaves = leavesPage(gateway, params, isPhone(), sdk, present)
  const isLeaving = inBrowser() && leaves

  const address = redirectAddress(params['m_redirect_url'], isLeaving, redirectUrl)
  if (address !== undefined) params['m_redirect_url'] = address
  const { app_scheme: scheme } = params
  if (typeof scheme === 'string') params['app_scheme'] = appScheme(scheme, row)

  const issues = findIssues({
    params,
    request: given,
    gateway: codeOf(gateway),
    row,
    isPhone: isPhone(),
    isLeaving,
    options: { sdk, provider },
    present,
  })
  return { params: params as PayRequest, issues, leavesPage: leaves }
}
