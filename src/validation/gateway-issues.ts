import { codeOf } from '../gateways/lookup.ts'
import { payMethodOf } from '../gateways/read-rule.ts'
import type { Issue } from '../issue.ts'
import { findLack } from '../sdk/versions.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, isRecord } from '../util/is-object.ts'
import { type Context, makeIssue } from './context.ts'
import { isAmount, isDueDate } from './value-checks.ts'

/** Whether the gateway is known, is what the request says twice, and is known to the script. */
export const channelIssues = ({ params, gateway, row, options, present }: Context): Issue[] => {
  const issues: Issue[] = []
  const { pg, channelKey } = params
  const { provider, sdk } = options
  const path = pg ? 'pg' : 'provider'
  if (gateway && !row) {
    issues.push(makeIssue('warning', 'UNKNOWN_GATEWAY', path, 'known-gateway', pg || provider))
  }
  // Beside a channelKey the pg decides; one that names another gateway than the key's opens the wrong kind of window.
  if (pg && channelKey && provider && codeOf(asText(pg)) !== codeOf(provider)) {
    issues.push(makeIssue('warning', 'AMBIGUOUS', 'pg', 'same-gateway', pg, { value: provider }))
  }
  const lack = findLack(params, gateway, sdk, present)
  if (lack) {
    const isAboutPg = pg && lack.what !== 'channelKey'
    // A key is refused by the payment itself, once it is sure which script the page has.
    const level = isAboutPg ? 'error' : 'warning'
    issues.push(
      makeIssue(level, 'SDK_TOO_OLD', isAboutPg ? 'pg' : 'channelKey', 'newer-sdk', lack.present, {
        value: lack.since,
        gateway: lack.what === 'channelKey' ? undefined : gateway,
      }),
    )
  }
  return issues
}

/** The sum of `unitPrice` times `quantity`; not a number where one of them is none. */
const sumOf = (items: readonly unknown[]): number =>
  items.reduce<number>((sum, item) => {
    const { unitPrice, quantity } = isRecord(item) ? item : {}
    return isAmount(unitPrice) && isAmount(quantity) ? sum + unitPrice * quantity : Number.NaN
  }, 0)

/** Prices have up to two decimals, and sums of them may be off by less than the smallest part. */
const HALF_A_CENT = 0.005

/** What the columns of the gateway's row say: lists of values, the form of a deadline, billing keys, sums, popups. */
export const rowIssues = ({ params, gateway, row, isPhone }: Context): Issue[] => {
  if (!row) return []
  const issues: Issue[] = []
  const report = (
    level: Issue['level'],
    code: Issue['code'],
    path: string,
    expected: Issue['expected'],
    value?: string,
  ): void => {
    issues.push(makeIssue(level, code, path, expected, params[path], { value, gateway }))
  }
  const checkList = (
    path: string,
    value: string,
    listed: readonly string[] | undefined,
    isStrict: boolean,
  ): void => {
    if (!listed || !value || listed.includes(value)) return
    report(
      isStrict ? 'error' : 'warning',
      isStrict ? 'VALUE' : 'UNDOCUMENTED',
      path,
      'one-of',
      listed.join(', '),
    )
  }

  const payMethod = payMethodOf(params)
  const escrow = params['escrow'] === true ? row.escrow : undefined
  if (escrow && !escrow.some(method => method === payMethod)) {
    report('error', 'VALUE', 'pay_method', 'one-of', escrow.join(', '))
  } else checkList('pay_method', payMethod, row.payMethods, false)
  checkList('language', asText(params['language']), row.languages, false)

  // No document says that a currency has to be in capitals.
  const currency = asText(params['currency']).toUpperCase()
  checkList('currency', currency, row.currencies, false)
  checkList('currency', currency, row.onlyCurrencies, true)
  if (currency && currency === row.notCurrency) report('error', 'VALUE', 'currency', 'not', currency)
  if (!currency && row.defaultCurrency) {
    report('warning', 'REQUIRED', 'currency', 'currency-given', row.defaultCurrency)
  }

  const due = asText(params['vbank_due'])
  // A deadline that is no date at all is reported for every gateway.
  const isDocumented = row.dueDates?.some(
    form => form.length === due.length && form.includes('-') === due.includes('-'),
  )
  if (row.dueDates && isDueDate(due) && !isDocumented) {
    report('warning', 'FORMAT', 'vbank_due', 'one-of', row.dueDates.join(', '))
  }

  const isForKey = !isBlank(params['customer_uid'])
  if (isForKey && row.billing === 'none') report('warning', 'REFUSED', 'customer_uid', 'no-billing-key')
  if (isForKey && row.billing === 'charged unless 0' && isAmount(params['amount']) && params['amount'] > 0) {
    report('warning', 'CHARGED', 'amount', 'zero-for-key')
  }

  const items = row.sums && params[row.sums]
  const { amount } = params
  // Prices that are no numbers have a sum that nobody can tell, and it differs from nothing.
  if (row.sums && Array.isArray(items) && isAmount(amount) && Math.abs(sumOf(items) - amount) > HALF_A_CENT) {
    report('error', 'VALUE', row.sums, 'sum-is-amount')
  }
  if (row.popup && isPhone && params[row.popup] === true) {
    report('warning', 'DISCOURAGED', row.popup, 'not-on-phones')
  }
  return issues
}
