import { asText } from './as-text.ts'
import { codeOf, factsOf, type GatewayFacts } from './gateways.ts'
import { type Issue, type IssueCode, makeIssue } from './issue.ts'
import { absoluteUrl } from './redirect-url.ts'
import type { Expectation } from './texts.ts'
import type { Iamport, LoadOptions } from './types/options.ts'
import { isAtLeast } from './versions.ts'

type Params = Readonly<Record<string, unknown>>
type Report = (
  level: Issue['level'],
  code: IssueCode,
  path: string,
  expected: Expectation,
  value?: string | number,
) => void

const MISSPELT = {
  channel_key: 'channelKey',
  buyer_postalcode: 'buyer_postcode',
  card_quota: 'display.card_quota',
}

const isBlank = (value: unknown): boolean =>
  typeof value === 'string' ? !value.trim() : Array.isArray(value) ? !value.length : value == null

const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null

const isAmount = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0

/** The member at a path with dots. */
const at = (params: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), params)

const words = (list: string | undefined): string[] => list?.split(' ') ?? []

/** A date in one of the five ways to write it that some gateway documents. 2026-02-30 is none. */
const isDueDate = (value: unknown): boolean => {
  const text = asText(value)
  if (!/^\d{4}(-\d\d-\d\d( \d\d:\d\d:\d\d)?|\d{4}(\d{4}(\d\d)?)?)$/.test(text)) return false
  const [, date, hours, minutes, seconds] = /^(\d{8})(\d\d)?(\d\d)?(\d\d)?/.exec(text.replace(/\D/g, ''))!
  const iso = `${date!.replace(/(....)(..)(..)/, '$1-$2-$3')}T${hours ?? '00'}:${minutes ?? '00'}:${seconds ?? '00'}`
  const time = new Date(`${iso}Z`)
  return !Number.isNaN(+time) && time.toISOString().startsWith(iso)
}

const checkOrder = (
  params: Params,
  report: Report,
  facts: GatewayFacts | undefined,
  reportGateway: Report,
): void => {
  const { amount, merchant_uid: uid } = params
  const currency = asText(params['currency'] ?? facts?.currency ?? 'KRW').toUpperCase()
  if (amount === undefined) report('error', 'REQUIRED', 'amount', 'amount')
  else if (!isAmount(amount)) report('error', 'TYPE', 'amount', 'amount')
  else if (amount === 0 && isBlank(params['customer_uid'])) report('error', 'VALUE', 'amount', 'paidAmount')
  else if (/^(KRW|JPY)$/.test(currency) && amount % 1) report('error', 'VALUE', 'amount', 'whole')
  else if (facts?.least && amount < facts.least)
    reportGateway('warning', 'VALUE', 'amount', 'atLeast', facts.least)

  if (isBlank(uid)) report('error', 'REQUIRED', 'merchant_uid', 'text')
  else if (typeof uid !== 'string') report('error', 'TYPE', 'merchant_uid', 'text')
  else if (uid.length > 40) report('error', 'TOO_LONG', 'merchant_uid', 'atMost', 40)
  else if (facts?.uid && !facts.uid.test(uid))
    reportGateway('error', 'FORMAT', 'merchant_uid', 'matching', facts.uid.source)

  const taxFree = params['tax_free']
  if (taxFree !== undefined && !(isAmount(taxFree) && !(isAmount(amount) && taxFree > amount))) {
    report('error', 'VALUE', 'tax_free', 'taxFree')
  }
}

const checkProducts = (params: Params, report: Report, gateway: string | undefined): void => {
  for (const path of ['kcpProducts', 'kiccProducts']) {
    const products = params[path]
    // Other gateways don't read them.
    if (products === undefined || (gateway && factsOf(gateway) && `${codeOf(gateway)}Products` !== path))
      continue
    if (!Array.isArray(products)) {
      report('error', 'TYPE', path, 'array')
      continue
    }
    for (const [index, product] of products.entries()) {
      const here = `${path}[${index}]`
      if (!isObject(product)) {
        report('error', 'TYPE', here, 'object')
        continue
      }
      const check = (name: string, isRight: (value: unknown) => boolean, expected: Expectation): void => {
        const value = product[name]
        if (isBlank(value)) report('error', 'REQUIRED', `${here}.${name}`, expected)
        else if (!isRight(value)) report('error', 'TYPE', `${here}.${name}`, expected)
      }
      check('orderNumber', value => typeof value === 'string', 'text')
      check('name', value => typeof value === 'string', 'text')
      check('quantity', value => Number.isInteger(value) && (value as number) > 0, 'quantity')
      check('amount', isAmount, 'amount')
    }
  }
}

/** What the gateway's row asks for. */
const checkGateway = (
  params: Params,
  report: Report,
  facts: GatewayFacts,
  method: string,
  phone: boolean,
): void => {
  for (const need of words(facts.needs)) {
    const [path, condition] = need.split(':').reverse() as [string, string?]
    const name = path.replace('?', '')
    if (condition && !(condition === 'escrow' ? params['escrow'] : condition === method)) continue
    // The manual's own sample for PAYCO through KCP has no products.
    const isMild = path !== name || (name === 'kcpProducts' && method === 'payco')
    if (isBlank(at(params, name))) report(isMild ? 'warning' : 'error', 'REQUIRED', name, 'filled')
    else if (name === 'biz_num' && !/^\d{10}$/.test(asText(params[name])))
      report('error', 'FORMAT', name, 'bizNum')
  }
  for (const path of words(facts.refuses)) if (at(params, path)) report('error', 'REFUSED', path, 'nothing')

  const list = (
    path: string,
    allowed: string | undefined,
    value: unknown,
    level: Issue['level'],
    code: IssueCode,
  ) => {
    if (!allowed || value === undefined) return false
    const isIn = words(allowed).includes(asText(value))
    if (!isIn) report(level, code, path, 'oneOf', words(allowed).join(', '))
    return !isIn
  }
  if (!(params['escrow'] && list('pay_method', facts.escrow, method, 'error', 'VALUE'))) {
    list('pay_method', facts.methods, method, 'warning', 'UNDOCUMENTED')
  }
  list('language', facts.languages, params['language'], 'warning', 'UNDOCUMENTED')
  const { currency } = params
  if (facts.currencies?.[0] !== '-') list('currency', facts.currencies, currency, 'warning', 'UNDOCUMENTED')
  else if (facts.currencies.slice(1) === asText(currency).toUpperCase())
    report('error', 'VALUE', 'currency', 'notThis', 'KRW')

  const name = asText(params['name'])
  if (facts.name?.test(name)) report('warning', 'FORMAT', 'name', 'characters')
  if (facts.nameBytes && new TextEncoder().encode(name).length > facts.nameBytes) {
    report('warning', 'TOO_LONG', 'name', 'atMostBytes', facts.nameBytes)
  }
  if (facts.customerId && asText(params['customer_id']).length > facts.customerId) {
    report('warning', 'TOO_LONG', 'customer_id', 'atMost', facts.customerId)
  }
  if (phone && facts.popup && params[facts.popup]) report('warning', 'DISCOURAGED', facts.popup, 'phone')
}

const checkRest = (params: Params, report: Report, method: string): void => {
  const {
    digital,
    vbank_due: due,
    app_scheme: scheme,
    m_redirect_url: redirect,
    display,
    notice_url: notices,
  } = params
  if (method === 'phone' && typeof digital !== 'boolean') {
    report('error', digital === undefined ? 'REQUIRED' : 'TYPE', 'digital', 'boolean')
  }
  if (due !== undefined && !isDueDate(due)) report('error', 'FORMAT', 'vbank_due', 'due')
  if (redirect !== undefined) {
    if (isBlank(redirect)) report('error', 'REQUIRED', 'm_redirect_url', 'url')
    else if (typeof redirect !== 'string' && !(redirect instanceof URL))
      report('error', 'TYPE', 'm_redirect_url', 'url')
    else if (absoluteUrl(redirect, undefined) === null) report('error', 'URL', 'm_redirect_url', 'url')
  }
  if (scheme !== undefined && (typeof scheme !== 'string' || isBlank(scheme))) {
    report('error', isBlank(scheme) ? 'REQUIRED' : 'TYPE', 'app_scheme', 'text')
  }
  const quota = at(display, 'card_quota')
  if (
    quota != null &&
    !(Array.isArray(quota) && quota.every(months => Number.isInteger(months) && months >= 0))
  ) {
    report('error', 'TYPE', 'display.card_quota', 'wholeMonths')
  }
  const isArray = Array.isArray(notices)
  ;(isArray ? notices : notices === undefined ? [] : [notices]).forEach((notice: unknown, index: number) => {
    // The server that calls it knows no page to resolve it against.
    if (!/^https?:\/\/[^/?#\s]/i.test(asText(notice)) || absoluteUrl(notice, undefined) === null) {
      report('error', 'URL', isArray ? `notice_url[${index}]` : 'notice_url', 'url')
    }
  })
  if (asText(params['name']).length > 40) report('warning', 'TOO_LONG', 'name', 'atMost', 40)
  for (const [wrong, right] of Object.entries(MISSPELT)) {
    if (params[wrong] !== undefined) report('warning', 'MISSPELT', wrong, 'name', right)
  }
}

/**
 * Whether the script that will be used is too old for the gateway. A warning in a dry run; `requestPay` refuses, because
 * an old script would open the default gateway instead.
 */
export const tooOldFor = (
  gateway: string | undefined,
  sdk: LoadOptions['sdk'],
  present?: Partial<Iamport>,
) => {
  const since = gateway && factsOf(gateway)?.since
  return since && !isAtLeast(since, sdk, present) ? since : undefined
}

/** All that is wrong with the parameters, or looks so. */
export const findIssues = (
  params: Params,
  gateway: string | undefined,
  phone: boolean,
  sdk: LoadOptions['sdk'],
  present?: Iamport,
): Issue[] => {
  const issues: Issue[] = []
  const facts = gateway ? factsOf(gateway) : undefined
  const report = (
    level: Issue['level'],
    code: IssueCode,
    path: string,
    expected: Expectation,
    value?: unknown,
  ) => {
    issues.push(makeIssue(level, code, path, expected, value === undefined ? value : String(value)))
  }
  const reportGateway: Report = (level, code, path, expected, value) => {
    issues.push(
      makeIssue(level, code, path, expected, value === undefined ? value : String(value), codeOf(gateway!)),
    )
  }
  const method = asText(params['pay_method'] ?? 'card')

  checkOrder(params, report, facts, reportGateway)
  if (facts) checkGateway(params, reportGateway, facts, method, phone)
  else if (gateway) reportGateway('warning', 'UNKNOWN_GATEWAY', params['pg'] ? 'pg' : 'provider', 'known')
  if (isBlank(params['buyer_tel']) && !issues.some(({ path }) => path === 'buyer_tel')) {
    report('warning', 'REQUIRED', 'buyer_tel', 'text')
  }
  checkProducts(params, report, gateway)
  checkRest(params, report, method)

  const { pg, channelKey } = params
  if (pg && channelKey) report('warning', 'AMBIGUOUS', 'pg', 'instead', 'channelKey')
  const since = tooOldFor(gateway, sdk, present)
  if (since) reportGateway('warning', 'SDK_TOO_OLD', pg ? 'pg' : 'channelKey', 'newer', since)
  else if (channelKey && !isAtLeast('v1', sdk, present))
    report('warning', 'SDK_TOO_OLD', 'channelKey', 'newer', 'v1')
  return issues
}
