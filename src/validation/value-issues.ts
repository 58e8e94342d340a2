import { payMethodOf } from '../gateways/read-rule.ts'
import type { Issue } from '../issue.ts'
import { isBlank, isObject, type Members, valueAt } from '../util/is-object.ts'
import { type Context, makeIssue } from './context.ts'
import { givenChecks, isDueDate, productChecks } from './value-checks.ts'

/** Texts that are what a program writes for a value it hasn't got. */
const NOT_A_NUMBER = /^(null|undefined|NaN|\[object Object\])$/
/** Characters that nobody sees, also those that turn the direction of a text. */
const CONTROL_CHARACTER = /[\p{Cc}\p{Cf}]/u

/** The order's number: a text that can stand for one order. */
const orderNumberIssues = ({ params, request }: Context): Issue[] => {
  const { merchant_uid } = params
  if (typeof request['merchant_uid'] === 'number' && typeof merchant_uid === 'string') {
    return [makeIssue('warning', 'CONVERTED', 'merchant_uid', 'non-blank-text', request['merchant_uid'])]
  }
  if (typeof merchant_uid !== 'string') return []
  if (NOT_A_NUMBER.test(merchant_uid.trim())) {
    return [makeIssue('warning', 'VALUE', 'merchant_uid', 'order-number', merchant_uid)]
  }
  if (CONTROL_CHARACTER.test(merchant_uid)) {
    return [
      makeIssue('warning', 'FORMAT', 'merchant_uid', 'other-characters', merchant_uid, {
        value: 'line breaks and the like',
      }),
    ]
  }
  return []
}

/** Parameters that are given, and are not of the type that the SDK takes. */
export const valueIssues = (context: Context): Issue[] => {
  const { params } = context
  const issues = orderNumberIssues(context)
  for (const [path, { expected, isRight, code = 'TYPE' }] of Object.entries(givenChecks)) {
    const value = valueAt(params, path)
    // A blank merchant_uid or list is a missing one, which the rules report; amount has checks of its own.
    if (value == null || path === 'amount' || (isBlank(value) && /^(merchant_uid|naverProducts)$/.test(path)))
      continue
    if (!isRight(value, params)) issues.push(makeIssue('error', code, path, expected, value))
  }
  const due = params['vbank_due']
  if (due != null && !isDueDate(due)) {
    // With other pay methods nobody reads it.
    const level = payMethodOf(params) === 'vbank' ? 'error' : 'warning'
    issues.push(makeIssue(level, 'FORMAT', 'vbank_due', 'real-date', due))
  }
  return issues
}

/** One product of an escrow order, at its path: `kiccProducts[1]`. */
const issuesOfProduct = (product: unknown, path: string, params: Members): Issue[] => {
  if (!isObject(product)) return [makeIssue('error', 'TYPE', path, 'object', product)]
  return Object.entries(productChecks).flatMap(([name, { expected, isRight, code = 'TYPE' }]) => {
    const value = product[name]
    if (!isBlank(value) && isRight(value, params)) return []
    return [makeIssue('error', isBlank(value) ? 'REQUIRED' : code, `${path}.${name}`, expected, value)]
  })
}

/** The products of an escrow order, of the gateway that reads them. */
export const productIssues = ({ params, row, gateway }: Context): Issue[] =>
  ['kcpProducts', 'kiccProducts'].flatMap(list => {
    const products = params[list]
    // Other gateways don't read them.
    if (products == null || (row && `${gateway}Products` !== list)) return []
    if (!Array.isArray(products)) return [makeIssue('error', 'TYPE', list, 'array', products)]
    // A loop over the indices, because a list may have holes.
    return Array.from(products, (product, index) =>
      issuesOfProduct(product, `${list}[${index}]`, params),
    ).flat()
  })
