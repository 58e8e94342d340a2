import { asText } from './as-text.ts'
import {
  ANYTHING,
  CHECKS,
  type Check,
  GIVEN,
  isAmount,
  isBlank,
  isDueDate,
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

/** What holds for every gateway, as a row of the table. */
const EVERYONE: GatewayFacts = {
  rules: 'amount merchant_uid phone:digital buyer_tel? merchant_uid<=40 name<=40?',
}

const MISSPELT = {
  channel_key: 'channelKey',
  buyer_postalcode: 'buyer_postcode',
  card_quota: 'display.card_quota',
}

/** The member at a path with dots. */
const at = (params: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), params)

/** A list of the table as people write one. */
const listed = (list: string): string => list.replace(/\|/g, ', ')

/** Whether a text is, as a whole, what the table says. */
const fits = (text: string, pattern: string): boolean => new RegExp(`^(${pattern})$`, 's').test(text)

/** A rule or a condition in its parts. */
type Rule = readonly [
  text: string,
  not: string,
  path: string,
  operator: string,
  operand: string,
  mild: string,
]

export const RULE = /^(!?)([\w.|]+)(?:([<>]?=)(.*?))?(\??)$/

/** Whether a condition of the table is met: `escrow`, names of customers and what has a dot are parameters. */
const isMet = ([, not, name, , pattern]: Rule, method: string, params: Params, phone: boolean): boolean => {
  const value = at(params, name)
  const isParameter = /escrow|customer|\./.test(name)
  const isTrue =
    name === 'pc'
      ? !phone
      : !isParameter
        ? fits(method, name)
        : pattern
          ? fits(asText(value), pattern)
          : !!value
  return isTrue !== !!not
}

/** The rules whose conditions are met, without these. */
export const applicable = (
  rules: string | undefined,
  method: string,
  params: Params,
  phone = false,
): Rule[] =>
  (rules?.split(' ') ?? []).flatMap(text => {
    const conditions = text.split(':').map(part => RULE.exec(part) as unknown as Rule)
    const rule = conditions.pop()!
    return conditions.every(condition => isMet(condition, method, params, phone)) ? [rule] : []
  })

/**
 * Whether the script that will be used is too old for the gateway. A warning in a dry run; `requestPay` refuses, because
 * an old script would open the default gateway instead.
 */
export const tooOldFor = (gateway: string, sdk: LoadOptions['sdk'], present?: Partial<Iamport>) => {
  const since = factsOf(gateway)?.since
  return isAtLeast(since, sdk, present) ? undefined : since
}

/** All that is wrong with the parameters, or looks so. */
export const findIssues = (
  params: Params,
  gateway: string,
  phone: boolean,
  isLeaving: boolean,
  sdk: LoadOptions['sdk'],
  present?: Iamport,
): Issue[] => {
  const issues: Issue[] = []
  const facts = factsOf(gateway)
  const { amount, pg, channelKey, pay_method = 'card', notice_url: notices } = params
  // A list of one would look like its text.
  const method = typeof pay_method === 'string' ? pay_method : ''
  /** The gateway whose rule it is, for rules that not all gateways have. */
  let owner = ''

  const report = (
    code: IssueCode,
    path: string,
    expected: texts.Expectation,
    isMild?: unknown,
    value = '',
  ): void => {
    // A rule of the gateway's own comes before everyone's, and the stricter one before the milder.
    if (issues.some(issue => issue.path === path && issue.code === code)) return
    issues.push({
      level: isMild ? 'warning' : 'error',
      code,
      path,
      message: texts.issueText(path, expected, value, owner),
      expected,
      ...(value && { value }),
      ...(owner && { gateway: owner }),
    })
  }

  const check = (path: string, value: unknown, [expected, isRight, code]: Check, isMild?: unknown): void => {
    if (isBlank(value)) report('REQUIRED', path, expected, isMild)
    else if (!isRight(value, params)) report(code ?? 'TYPE', path, expected)
  }

  const checkList = (path: string, value: unknown, allowed: string | undefined, isMild: boolean): void => {
    if (allowed && value != null && !fits(asText(value), allowed)) {
      report(isMild ? 'UNDOCUMENTED' : 'VALUE', path, texts.oneOf, isMild, listed(allowed))
    }
  }

  const judge = (row: GatewayFacts): void => {
    for (const [, not, path, operator, operand, isMild] of applicable(row.rules, method, params, phone)) {
      const value = at(params, path)
      const text = asText(value)
      if (not && operand) {
        if (fits(text, operand)) report('VALUE', path, texts.notThis, isMild, text)
      } else if (not) {
        if (value) report('REFUSED', path, texts.nothing, isMild)
      } else if (!operand) check(path, value, CHECKS[path] ?? ANYTHING, isMild)
      else if (operator === '<=') {
        const isOfBytes = operand.endsWith('b')
        const most = operand.replace('b', '')
        // Characters as people and databases count them, of which some are two units of a text.
        if ((isOfBytes ? new TextEncoder().encode(text) : [...text]).length > +most) {
          report('TOO_LONG', path, isOfBytes ? texts.atMostBytes : texts.atMost, isMild, most)
        }
      } else if (operator === '>=') {
        if (isAmount(value) && value < +operand) report('VALUE', path, texts.atLeast, isMild, operand)
      } else if (value != null && !fits(text, operand)) {
        // A list of values, characters that must not be there, or what it must look like.
        if (/^[\w|]+$/.test(operand)) report('VALUE', path, texts.oneOf, isMild, listed(operand))
        else if (operand.startsWith('[^')) report('FORMAT', path, texts.otherSigns, isMild)
        else report('FORMAT', path, texts.matching, isMild, operand)
      }
    }

    const escrow = params['escrow'] ? row.escrow : undefined
    checkList('pay_method', method, escrow || row.methods, !escrow)
    checkList('language', params['language'], row.languages, true)
    // Nobody says that they have to be capitals.
    const currency = asText(params['currency']).toUpperCase() || undefined
    checkList('currency', currency, row.currencies, true)
    checkList('currency', currency, row.onlyCurrencies, false)
    if (currency && currency === row.notCurrency) report('VALUE', 'currency', texts.notThis, false, currency)

    const due = asText(params['vbank_due'])
    // One that is no date at all is another rule's.
    if (row.due && isDueDate(due) && !fits(due, row.due.replace(/\w/g, '.'))) {
      report('FORMAT', 'vbank_due', texts.oneOf, true, listed(row.due))
    }
    const items = params[row.sums!]
    if (Array.isArray(items) && isAmount(amount)) {
      // What is no number makes a sum that nobody can tell, and Number() throws for some of it.
      const sum = items.reduce(
        (total, item) =>
          Number.isFinite(item?.unitPrice) && Number.isFinite(item?.quantity)
            ? total + item.unitPrice * item.quantity
            : Number.NaN,
        0,
      )
      // Prices have up to two decimals.
      if (Math.abs(sum - amount) > 0.005) report('VALUE', row.sums!, texts.addingUp)
    }
    if (phone && row.popup && params[row.popup]) report('DISCOURAGED', row.popup, texts.notOnPhones, true)
  }

  // Before the gateway's least amount, which is only a warning.
  if (isAmount(amount)) {
    const currency = asText(params['currency'] ?? facts?.currency ?? 'KRW')
    if (!amount && isBlank(params['customer_uid'])) report('VALUE', 'amount', texts.aPrice)
    else if (/^(krw|jpy)$/i.test(currency) && !isWhole(amount)) report('VALUE', 'amount', texts.aWhole)
  }

  owner = codeOf(gateway)
  if (facts) judge(facts)
  else if (gateway) report('UNKNOWN_GATEWAY', pg ? 'pg' : 'provider', texts.known, true)
  const since = tooOldFor(gateway, sdk, present)
  if (since) report('SDK_TOO_OLD', pg ? 'pg' : 'channelKey', texts.newer, true, since)

  // A default gateway may stay on the page.
  if (isLeaving && params['m_redirect_url'] == null) {
    report('REQUIRED', 'm_redirect_url', texts.aUrl, !facts)
  }

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
      for (const [index, product] of products.entries()) {
        const here = `${path}[${index}]`
        if (!isObject(product)) report('TYPE', here, texts.anObject)
        else for (const [name, rule] of Object.entries(PRODUCT)) check(`${here}.${name}`, product[name], rule)
      }
    }
  }
  for (const notice of [notices ?? []].flat()) check('notice_url', notice, WEB_URL)
  for (const [wrong, right] of Object.entries(MISSPELT)) {
    if (params[wrong] != null) report('MISSPELT', wrong, texts.thisName, true, right)
  }
  if (pg && channelKey) report('AMBIGUOUS', 'pg', texts.ignored, true, 'channelKey')
  if (channelKey && !isAtLeast('v1', sdk, present))
    report('SDK_TOO_OLD', 'channelKey', texts.newer, true, 'v1')
  return issues
}
