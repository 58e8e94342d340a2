/** The one reader of the language of the table: validation, the documents and the demo ask here what a rule is about. */
import type { ParameterPath } from '../types/request.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, type Members, valueAt } from '../util/is-object.ts'
import type { Rule, When } from './rule.ts'
import type { Exception, GatewayRow } from './table.ts'

/** What the conditions of rules are asked of. */
export interface Situation {
  readonly params: Members
  readonly isPhone: boolean
}

/** The pay method of a request; a list, or anything else that is no text, is none. */
export const payMethodOf = ({ pay_method = 'card' }: Members): string =>
  typeof pay_method === 'string' ? pay_method : ''

const anyOf = <Item>(items: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(items) ? items : [items as Item]

/** Whether a parameter says anything: false, 0 and blank texts are ways to say nothing. */
const isGiven = (value: unknown): boolean => !!value && !isBlank(value)

/** Whether all conditions are met. No conditions are always met. */
export const isMet = (when: When | undefined, situation: Situation): boolean => {
  if (!when) return true
  const { pay_method, device, escrow, given, text, not } = when
  const { params, isPhone } = situation
  if (pay_method && !anyOf<string>(pay_method).includes(payMethodOf(params))) return false
  if (device && (device === 'phone') !== isPhone) return false
  if (escrow && params['escrow'] !== true) return false
  if (given && !isGiven(valueAt(params, given))) return false
  if (text) {
    const value = asText(valueAt(params, text.path))
    if (!('is' in text ? anyOf<string>(text.is).includes(value) : text.matches.test(value))) return false
  }
  return !not || !anyOf(not).some(condition => isMet(condition, situation))
}

/** The parameter that a rule is about. */
export const pathOf = (rule: Rule): ParameterPath => {
  if ('need' in rule) return rule.need
  if ('refuse' in rule) return rule.refuse
  if ('forbid' in rule) return rule.forbid
  if ('allow' in rule) return rule.allow
  if ('match' in rule) return rule.match
  if ('avoid' in rule) return rule.avoid
  if ('limit' in rule) return rule.limit
  return rule.of
}

/** Whether a request has what makes the exception of a gateway. */
export const isException = ({ parameter, is }: Exception, params: Members): boolean => {
  const value = valueAt(params, parameter)
  return is === 'given' ? !isBlank(value) : value === is
}

/** Whether a request moves no money, so that it needs no `amount`. */
export const isWithoutAmount = (row: GatewayRow | undefined, situation: Situation): boolean =>
  row?.withoutAmount ? isMet(row.withoutAmount, situation) : !isBlank(situation.params['customer_uid'])

/** Whether a request is of no order, so that it needs no `merchant_uid`. */
export const isWithoutOrder = (row: GatewayRow | undefined, situation: Situation): boolean =>
  !!row?.withoutOrder && isMet(row.withoutOrder, situation)
