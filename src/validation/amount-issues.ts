import type { Issue } from '../issue.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, type Members } from '../util/is-object.ts'
import { type Context, makeIssue } from './context.ts'
import { isAmount, isWhole } from './value-checks.ts'

/** KCP QuickPay's actions register a card or change a PIN; only `Pay` moves money. */
const isPriceless = (gateway: string, params: Members): boolean => {
  if (!isBlank(params['customer_uid'])) return true
  if (gateway !== 'kcp_quick') return false
  const action = (params['bypass'] as { kcpQuick?: { actionType?: unknown } } | undefined)?.kcpQuick
    ?.actionType
  return !isBlank(action) && action !== 'Pay'
}

/** Currencies without cents. */
const isWholeCurrency = (currency: string): boolean => /^(krw|jpy)$/i.test(currency)

/** What is wrong with the price itself, whatever the gateway. */
export const amountIssues = ({ params, request, gateway, row }: Context): Issue[] => {
  const { amount } = params
  const issue = (level: Issue['level'], code: Issue['code'], expected: Issue['expected']): Issue[] => [
    makeIssue(level, code, 'amount', expected, amount),
  ]
  if (isBlank(amount))
    return isPriceless(gateway, params) ? [] : issue('error', 'REQUIRED', 'non-negative-number')
  if (!isAmount(amount)) return issue('error', 'TYPE', 'non-negative-number')
  const currency = asText(params['currency'] ?? row?.defaultCurrency ?? 'KRW')
  if (!amount && !isPriceless(gateway, params)) return issue('error', 'VALUE', 'price-or-customer-uid')
  if (amount > Number.MAX_SAFE_INTEGER) return issue('error', 'VALUE', 'exact-number')
  if (isWholeCurrency(currency) && !isWhole(amount)) return issue('error', 'VALUE', 'whole-number')
  if (Number(amount.toFixed(2)) !== amount) return issue('warning', 'VALUE', 'two-decimals')
  if (typeof request['amount'] === 'string') {
    return [makeIssue('warning', 'CONVERTED', 'amount', 'non-negative-number', request['amount'])]
  }
  return []
}
