import { asText } from './as-text.ts'
import {
  ANYTHING,
  CHECKS,
  type Check,
  GIVEN,
  isAmount,
  isBlank,
  isObject,
  isWhole,
  type Params,
  PRODUCT,
  WEB_URL,
} from './checks.ts'
import { codeOf, factsOf, type GatewayFacts } from './gateways.ts'
import type { Issue, IssueCode } from './issue.ts'
import * as texts from './texts.ts'
import type { Iamport, LoadOptions } from './types/options.ts'
import { isAtLeast } from './versions.ts'

/** The rules that never stop a payment. Of the others some are mild for some gateways. */
const MILD = /^(UN|MIS|AMB|SDK|DIS)/

/** What holds for every gateway, as a row of the table. */
const EVERYONE: GatewayFacts = {
  needs: 'amount merchant_uid phone:digital buyer_tel?',
  longest: 'merchant_uid:40 name:40',
}

const MISSPELT = {
  channel_key: 'channelKey',
  buyer_postalcode: 'buyer_postcode',
  card_quota: 'display.card_quota',
}

/** The member at a path with dots. */
const at = (params: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), params)

const words = (list: string | undefined): string[] => list?.split(' ') ?? []

/** Whether a parameter is set, or set to this value. */
const isSet = (params: Params, path: string, value?: string): unknown =>
  value ? at(params, path) === value : at(params, path)

/**
 * Of rules like `condition:condition:path` the paths whose conditions are met. A condition is a pay method or a parameter;
 * `escrow` and what has a dot are parameters (`phone` is both, and means the pay method).
 */
export const applicable = (rules: string | undefined, method: string, params: Params): string[] =>
  words(rules).flatMap(rule => {
    const [path, ...conditions] = rule.split(':').reverse()
    const isMet = (condition: string): unknown =>
      condition === method ||
      (/escrow|\./.test(condition) && isSet(params, ...(condition.split('=') as [string, string?])))
    return conditions.every(isMet) ? [path!] : []
  })

/**
 * Whether the script that will be used is too old for the gateway. A warning in a dry run; `requestPay` refuses, because
 * an old script would open the default gateway instead.
 */
export const tooOldFor = (
  gateway: string | undefined,
  sdk: LoadOptions['sdk'],
  present?: Partial<Iamport>,
) => {
  const since = factsOf(gateway)?.since
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
  const facts = factsOf(gateway)
  const method = asText(params['pay_method'] ?? 'card')
  const { amount, pg, channelKey, notice_url: notices } = params
  /** The gateway whose rule it is, for rules that not all gateways have. */
  let owner = ''

  const report = (
    code: IssueCode,
    path: string,
    expected: texts.Expectation,
    value: unknown = '',
    isMild: unknown = MILD.test(code),
  ): void => {
    // A rule of the gateway's own comes before everyone's, and the stricter one before the milder.
    if (issues.some(issue => issue.path === path && issue.code === code)) return
    issues.push({
      level: isMild ? 'warning' : 'error',
      code,
      path,
      message: texts.issueText(path, expected, value, owner),
      expected,
      ...(value !== '' && { value: `${value}` }),
      ...(owner && { gateway: owner }),
    })
  }

  const check = (path: string, value: unknown, [expected, isRight, code]: Check, isMild?: boolean): void => {
    if (isBlank(value)) report('REQUIRED', path, expected, '', isMild)
    else if (!isRight(value, params)) report(code ?? 'TYPE', path, expected)
  }

  const checkList = (path: string, value: unknown, allowed: string | undefined, code: IssueCode): void => {
    if (allowed && value != null && !words(allowed).includes(asText(value))) {
      report(code, path, texts.oneOf, allowed.replace(/ /g, ', '))
    }
  }

  const judge = (row: GatewayFacts): void => {
    for (const need of applicable(row.needs, method, params)) {
      const [path, wanted] = need.replace('?', '').split('=') as [string, string?]
      const value = at(params, path)
      // The manual's own sample for PAYCO through KCP has no products.
      const isMild = need.endsWith('?') || (path === 'kcpProducts' && method === 'payco')
      if (!wanted) check(path, value, CHECKS[path] ?? ANYTHING, isMild)
      else if (value != null && asText(value) !== wanted) report('VALUE', path, texts.oneOf, wanted, isMild)
    }
    for (const [path, value] of applicable(row.refuses, method, params).map(rule => rule.split('='))) {
      if (isSet(params, path!, value)) report('REFUSED', path!, texts.nothing)
    }
    for (const [path, length] of words(row.longest).map(rule => rule.split(':'))) {
      if (asText(params[path!]).length > +length!)
        report('TOO_LONG', path!, texts.atMost, length, path !== 'merchant_uid')
    }

    const escrow = params['escrow'] ? row.escrow : undefined
    checkList('pay_method', method, escrow || row.methods, escrow ? 'VALUE' : 'UNDOCUMENTED')
    checkList('language', params['language'], row.languages, 'UNDOCUMENTED')
    if (row.currencies !== '-KRW') checkList('currency', params['currency'], row.currencies, 'UNDOCUMENTED')
    else if (/krw/i.test(asText(params['currency']))) report('VALUE', 'currency', texts.notThis, 'KRW')

    const uid = params['merchant_uid']
    if (typeof uid === 'string' && row.uid?.test(uid) === false)
      report('FORMAT', 'merchant_uid', texts.matching, row.uid.source)
    const name = asText(params['name'])
    if (row.name?.test(name)) report('FORMAT', 'name', texts.otherSigns, '', true)
    if (new TextEncoder().encode(name).length > row.nameBytes!)
      report('TOO_LONG', 'name', texts.atMostBytes, row.nameBytes, true)
    // Where welcome agreed to smaller amounts.
    const isSmall = asText(at(params, 'bypass.welcome.acceptmethod')).includes('below1000')
    if (isAmount(amount) && amount < row.least! && !isSmall)
      report('VALUE', 'amount', texts.atLeast, row.least, true)
    if (phone && row.popup && params[row.popup]) report('DISCOURAGED', row.popup, texts.notOnPhones)
  }

  // Before the gateway's least amount, which is only a warning.
  if (isAmount(amount)) {
    const currency = asText(params['currency'] ?? facts?.currency ?? 'KRW')
    if (!amount && isBlank(params['customer_uid'])) report('VALUE', 'amount', texts.aPrice)
    else if (/^(krw|jpy)$/i.test(currency) && !isWhole(amount)) report('VALUE', 'amount', texts.aWhole)
  }

  if (gateway) owner = codeOf(gateway)
  if (facts) judge(facts)
  else if (gateway) report('UNKNOWN_GATEWAY', pg ? 'pg' : 'provider', texts.known)
  const since = tooOldFor(gateway, sdk, present)
  if (since) report('SDK_TOO_OLD', pg ? 'pg' : 'channelKey', texts.newer, since)

  owner = ''
  judge(EVERYONE)
  for (const [path, [expected, isRight, code = 'TYPE']] of Object.entries(GIVEN)) {
    const value = at(params, path)
    if (value != null && !isRight(value, params)) report(code, path, expected)
  }
  for (const path of ['kcpProducts', 'kiccProducts']) {
    const products = params[path]
    // Other gateways don't read them.
    if (products == null || (facts && `${codeOf(gateway!)}Products` !== path)) continue
    if (!Array.isArray(products)) report('TYPE', path, texts.anArray)
    else {
      products.forEach((product: unknown, index) => {
        const here = `${path}[${index}]`
        if (!isObject(product)) report('TYPE', here, texts.anObject)
        else for (const [name, rule] of Object.entries(PRODUCT)) check(`${here}.${name}`, product[name], rule)
      })
    }
  }
  ;[notices ?? []].flat().forEach((notice: unknown, index) => {
    check(Array.isArray(notices) ? `notice_url[${index}]` : 'notice_url', notice, WEB_URL)
  })
  for (const [wrong, right] of Object.entries(MISSPELT)) {
    if (params[wrong] != null) report('MISSPELT', wrong, texts.thisName, right)
  }
  if (pg && channelKey) report('AMBIGUOUS', 'pg', texts.ignored, 'channelKey')
  if (channelKey && !isAtLeast('v1', sdk, present)) report('SDK_TOO_OLD', 'channelKey', texts.newer, 'v1')
  return issues
}
