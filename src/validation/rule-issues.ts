import { rowsThatMayApply } from '../gateways/lookup.ts'
import { isMet, isWithoutOrder, pathOf } from '../gateways/read-rule.ts'
import type { Rule } from '../gateways/rule.ts'
import type { Issue } from '../issue.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, valueAt } from '../util/is-object.ts'
import { type Context, makeIssue } from './context.ts'
import { isAmount, neededChecks } from './value-checks.ts'

/**
 * Rules that hold at every gateway, in the language of the table.
 *
 * - `merchant_uid` is how the shop's server finds the order, and PortOne's documents have 40 characters at most.
 * - Some gateways fail without `buyer_tel`, and phone bills without `digital`, as the documents say in general.
 */
export const rulesForAll: readonly Rule[] = [
  { need: 'merchant_uid' },
  { need: 'buyer_tel', warn: true },
  { need: 'digital', when: { pay_method: 'phone' }, warn: true },
  { limit: 'merchant_uid', characters: 40 },
  { limit: 'name', characters: 40, warn: true },
]

/** Whether a gateway's row takes the place of a rule for all: by a limit of its own, or by a request that is of no order. */
const isReplaced = (rule: Rule, context: Context): boolean => {
  const { row, params } = context
  if ('need' in rule) {
    const mayBeWithoutOrder = rowsThatMayApply(row, params).some(it => isWithoutOrder(it, context))
    return rule.need === 'merchant_uid' && mayBeWithoutOrder
  }
  const own = row?.rules?.filter(({ when }) => isMet(when, context)) ?? []
  return 'limit' in rule && own.some(it => 'limit' in it && it.limit === rule.limit)
}

/** The length of a text in characters as people and databases count them, of which some are two units of a text. */
const charactersOf = (text: string): number => [...text].length
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The issue of one rule whose conditions are met; undefined where the request keeps it. */
const breach = (rule: Rule, { params }: Context, gateway: string | undefined): Issue | undefined => {
  const path = pathOf(rule)
  const value = valueAt(params, path)
  // No document says that a currency has to be in capitals.
  const text = path === 'currency' ? asText(value).toUpperCase() : asText(value)
  const level = rule.warn ? 'warning' : 'error'
  const issue = (code: Issue['code'], expected: Issue['expected'], limit?: string): Issue =>
    makeIssue(level, code, path, expected, value, { value: limit, gateway })

  if ('need' in rule) {
    if (isBlank(value)) return issue('REQUIRED', 'given')
    const check = neededChecks[path]
    return check && !check.isRight(value, params) ? issue(check.code ?? 'TYPE', check.expected) : undefined
  }
  if ('refuse' in rule) return value ? issue('REFUSED', 'absent') : undefined
  if ('forbid' in rule) return text === rule.value ? issue('VALUE', 'not', text) : undefined
  if ('atLeast' in rule) {
    const isLess = isAmount(value) && value > 0 && value < rule.atLeast
    return isLess ? issue('VALUE', 'min', String(rule.atLeast)) : undefined
  }
  if ('atMost' in rule) {
    const isMore = [value].flat().some(number => isAmount(number) && number > rule.atMost)
    return isMore ? issue('VALUE', 'max', String(rule.atMost)) : undefined
  }
  // The other rules are about values that are given.
  if (value == null) return undefined
  if ('allow' in rule) {
    const isAllowed = rule.values.some(allowed => String(allowed) === text)
    return isAllowed ? undefined : issue('VALUE', 'one-of', rule.values.join(', '))
  }
  if ('match' in rule)
    return rule.pattern.test(text) ? undefined : issue('FORMAT', 'pattern', rule.pattern.source)
  if ('avoid' in rule) {
    return rule.characters.test(text) ? issue('FORMAT', 'other-characters', rule.called) : undefined
  }
  if ('bytes' in rule) {
    return bytesOf(text) > rule.bytes ? issue('TOO_LONG', 'max-bytes', String(rule.bytes)) : undefined
  }
  const isTooLong = charactersOf(text) > rule.characters
  return isTooLong ? issue('TOO_LONG', 'max-characters', String(rule.characters)) : undefined
}

const issuesOf = (rules: readonly Rule[], context: Context, gateway?: string): Issue[] =>
  rules.filter(rule => isMet(rule.when, context)).flatMap(rule => breach(rule, context, gateway) ?? [])

/** What breaks a rule of the gateway. */
export const ruleIssues = (context: Context): Issue[] =>
  issuesOf(context.row?.rules ?? [], context, context.gateway)

/**
 * A rule for all as it holds for a request. A limit is no more than a warning where a channel key stands for a gateway that
 * nobody has named, because that may have a limit of its own: Galaxia takes 64 characters in merchant_uid, and the first
 * sample of PortOne's documents sends 44.
 */
const asItHolds = (rule: Rule, { gateway, params }: Context): Rule =>
  'limit' in rule && !gateway && params['channelKey'] ? { ...rule, warn: true } : rule

/** What breaks a rule that holds at every gateway. */
export const generalIssues = (context: Context): Issue[] => {
  const rules = rulesForAll.filter(rule => !isReplaced(rule, context))
  return issuesOf(
    rules.map(rule => asItHolds(rule, context)),
    context,
  )
}
