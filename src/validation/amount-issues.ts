import { rowsThatMayApply } from '../gateways/lookup.ts'
import { isWithoutAmount } from '../gateways/read-rule.ts'
import type { Issue } from '../issue.ts'
import { asText } from '../util/as-text.ts'
import { isBlank } from '../util/is-object.ts'
import { type Context, makeIssue } from './context.ts'
import { isAmount, isWhole } from './value-checks.ts'

/** Currencies without cents. */
const isWholeCurrency = (currency: string): boolean => /^(krw|jpy)$/i.test(currency)

/** What is wrong with the price itself, whatever the gateway. */
export const amountIssues = (context: Context): Issue[] => {
  const { params, request, row } = context
  const { amount } = params
  const rows = rowsThatMayApply(row, params)
  const isNeeded = !rows.some(it => isWithoutAmount(it, context))
  const issue = (level: Issue['level'], code: Issue['code'], expected: Issue['expected']): Issue[] => [
    makeIssue(level, code, 'amount', expected, amount),
  ]
  if (isBlank(amount)) return isNeeded ? issue('error', 'REQUIRED', 'non-negative-number') : []
  if (!isAmount(amount)) return issue('error', 'TYPE', 'non-negative-number')
  const { currency: given } = params
  const currency = asText(isBlank(given) ? (row?.defaultCurrency ?? 'KRW') : given)
  if (!amount && isNeeded && isBlank(params['customer_uid']))
    return issue('error', 'VALUE', 'price-or-customer-uid')
  if (amount > Number.MAX_SAFE_INTEGER) return issue('error', 'VALUE', 'exact-number')
  if (isWholeCurrency(currency) && !isWhole(amount)) {
    const isKnownToWork = rows.some(it => it?.fractionsOfWon) && /^krw$/i.test(currency)
    return issue(isKnownToWork ? 'warning' : 'error', 'VALUE', 'whole-number')
  }
  if (Number(amount.toFixed(2)) !== amount) return issue('warning', 'VALUE', 'two-decimals')
  if (typeof request['amount'] === 'string') {
    return [makeIssue('warning', 'CONVERTED', 'amount', 'non-negative-number', request['amount'])]
  }
  return []
}
