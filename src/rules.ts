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
const MILD = /^(UNKNOWN_GATEWAY|UNDOCUMENTED|MISSPELT|AMBIGUOUS|SDK_TOO_OLD|DISCOURAGED)$/

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

/** Whether a text is, as a whole, what the table says. */
const fits = (text: string, pattern: string): boolean => new RegExp(`^(${pattern})$`, 's').test(text)

/** Whether a parameter is set, or set to what the pattern says. */
const isSet = (params: Params, path: string, pattern?: string): boolean => {
  const value = at(params, path)
  return pattern ? fits(asText(value), pattern) : !!value
}

/** Whether a condition of the table is met: `escrow`, names of customers and what has a dot are parameters. */
const isMet = (condition: string, method: string, params: Params, phone: boolean): boolean => {
  const [name, pattern] = condition.replace('!', '').split('=') as [string, string?]
  const isTrue =
    name === 'pc'
      ? !phone
      : /escrow|customer|\./.test(name)
        ? isSet(params, name, pattern)
        : fits(method, name)
  return isTrue !== condition.startsWith('!')
}

/** The rules of a row whose conditions are met, without these: `path`, `path=pattern`, with `?` where it is mild. */
export const applicable = (
  rules: string | undefined,
  method: string,
  params: Params,
  phone = false,
): string[] =>
  words(rules).flatMap(rule => {
    const [path, ...conditions] = rule.split(':').reverse()
    return conditions.every(condition => isMet(condition, method, params, phone)) ? [path!] : []
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

  /** The rules of a list that hold for this request, in their parts. */
  const ruled = (rules: string | undefined): [path: string, pattern: string | undefined, isMild: boolean][] =>
    applicable(rules, method, params, phone).map(rule => {
      const [path, pattern] = rule.replace(/\?$/, '').split('=')
      return [path!, pattern, rule.endsWith('?')]
    })

  const judge = (row: GatewayFacts): void => {
    for (const [path, pattern, isMild] of ruled(row.needs)) {
      const value = at(params, path)
      if (!pattern) check(path, value, CHECKS[path] ?? ANYTHING, isMild)
      else if (value != null && !fits(asText(value), pattern)) {
        // A list of values, or what they must look like.
        if (/^[\w|]+$/.test(pattern)) report('VALUE', path, texts.oneOf, pattern.replace(/\|/g, ', '), isMild)
        else report('FORMAT', path, texts.matching, pattern, isMild)
      }
    }
    for (const [path, pattern, isMild] of ruled(row.refuses)) {
      if (!isSet(params, path, pattern)) continue
      if (pattern) report('VALUE', path, texts.notThis, asText(at(params, path)), isMild)
      else report('REFUSED', path, texts.nothing, '', isMild)
    }
    for (const [path, length] of words(row.longest).map(rule => rule.split(':') as [string, string])) {
      const text = asText(at(params, path))
      const most = Number.parseInt(length, 10)
      const isOfBytes = length.endsWith('b')
      // Characters as people and databases count them, of which some are two units of a text.
      if ((isOfBytes ? new TextEncoder().encode(text) : [...text]).length > most) {
        report('TOO_LONG', path, isOfBytes ? texts.atMostBytes : texts.atMost, most, path !== 'merchant_uid')
      }
    }

    const escrow = params['escrow'] ? row.escrow : undefined
    checkList('pay_method', method, escrow || row.methods, escrow ? 'VALUE' : 'UNDOCUMENTED')
    checkList('language', params['language'], row.languages, 'UNDOCUMENTED')
    // Nobody says that they have to be capitals.
    const currency = asText(params['currency']).toUpperCase() || undefined
    const [, sign, currencies] = /^([=-]?)(.*)/.exec(row.currencies ?? '')!
    if (sign !== '-') checkList('currency', currency, currencies, sign ? 'VALUE' : 'UNDOCUMENTED')
    else if (currency === currencies) report('VALUE', 'currency', texts.notThis, currencies)

    for (const [path, signs] of Object.entries(row.signs ?? {})) {
      if (signs.test(asText(params[path]))) report('FORMAT', path, texts.otherSigns, '', true)
    }
    const { vbank_due: due } = params
    // One that is no date at all is another rule's.
    if (
      row.due &&
      GIVEN['vbank_due']![1](due, params) &&
      !words(row.due).some(form => form.length === asText(due).length)
    ) {
      report('FORMAT', 'vbank_due', texts.oneOf, row.due.replace(/ /g, ', ').replace('_', ' '), true)
    }
    const isAgreed = words(row.agreed).some(condition => isMet(condition, method, params, phone))
    if (isAmount(amount) && amount < row.least! && !isAgreed) {
      report('VALUE', 'amount', texts.atLeast, row.least, true)
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

  // A default gateway may stay on the page.
  if (isLeaving && params['m_redirect_url'] == null) {
    report('REQUIRED', 'm_redirect_url', texts.aUrl, '', !facts)
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
      // Spread, because forEach goes over holes.
      ;[...products].forEach((product: unknown, index) => {
        const here = `${path}[${index}]`
        if (!isObject(product)) report('TYPE', here, texts.anObject)
        else for (const [name, rule] of Object.entries(PRODUCT)) check(`${here}.${name}`, product[name], rule)
      })
    }
  }
  for (const notice of [notices ?? []].flat()) check('notice_url', notice, WEB_URL)
  for (const [wrong, right] of Object.entries(MISSPELT)) {
    if (params[wrong] != null) report('MISSPELT', wrong, texts.thisName, right)
  }
  if (pg && channelKey) report('AMBIGUOUS', 'pg', texts.ignored, 'channelKey')
  if (channelKey && !isAtLeast('v1', sdk, present)) report('SDK_TOO_OLD', 'channelKey', texts.newer, 'v1')
  return issues
}
