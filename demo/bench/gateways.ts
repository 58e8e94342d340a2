/** What the form knows of gateways: all of it is the package's own table. */
import { prepare } from 'iamport-checkout'
import { isMet } from '../../src/gateways/read-rule.ts'
import type { Rule } from '../../src/gateways/rule.ts'
import { type GatewayRow, gateways } from '../../src/gateways/table.ts'
import source from '../../src/gateways/table.ts?raw'
import type { GatewayCode } from '../../src/types/codes.ts'
import { type Currency, currencies } from '../shared/order.ts'
import type { Lang } from '../shared/ticket.ts'

export const gatewayCodes = Object.keys(gateways) as GatewayCode[]

const rowOf = (code: GatewayCode): GatewayRow => gateways[code]

/** The first lines of the rows' doc comments: the name in Korean and, where it is another, in English. */
const names = new Map<string, string[]>()
for (const [, comment, code] of source
  .split('export const gateways')[1]!
  .matchAll(/\/\*\*([\s\S]*?)\*\/\s*(\w+): \{/g)) {
  const lines = comment!.split('\n').map(line => line.replace(/^[\s*]+/, '').trim())
  names.set(code!, lines.find(line => line)?.split(' | ') ?? [])
}

export const nameOf = (code: GatewayCode, lang: Lang): string => {
  const [korean = code, english = korean] = names.get(code) ?? []
  return lang === 'ko' ? korean : english
}

/** Opened with `IMP.loadUI`: not what `requestPay` is for. */
export const isPayable = (code: GatewayCode): boolean => code !== 'paypal_v2'

/** The first script that knows the gateway, where that isn't the default one. */
export const sinceOf = (code: GatewayCode): 'v1' | undefined =>
  rowOf(code).since === 'v1' ? 'v1' : undefined

export const methodsOf = (code: GatewayCode): readonly string[] => rowOf(code).payMethods ?? []

/** Whether the gateway has, by its documents, a window that registers a card in place of a payment. */
export const hasBilling = (code: GatewayCode, method: string): boolean => {
  const { billing = 'none' } = rowOf(code)
  return billing !== 'none' && !/^(trans|vbank)$/.test(method)
}

/** The rules of a gateway whose conditions a request meets. */
const rulesOf = (code: GatewayCode, params: Record<string, unknown>, isPhone: boolean): Rule[] =>
  (rowOf(code).rules ?? []).filter(({ when }) => isMet(when, { params, isPhone }))

export interface Situation {
  pg: GatewayCode
  method: string
  escrow: boolean
  customer_uid: string | undefined
  isPhone: boolean
}

/**
 * The parameters that the gateway asks for, or has a use for, in this situation. Whether one must be given, the
 * validation says; what one must look like if it is given is no reason to ask for it.
 */
export const needsOf = ({ pg, method, escrow, customer_uid, isPhone }: Situation): string[] => {
  const params = { pay_method: method || 'card', escrow, customer_uid }
  return rulesOf(pg, params, isPhone).flatMap(rule => ('need' in rule ? [rule.need] : []))
}

/** The currencies to choose from: those of the gateway for which the shop has prices. */
export const currenciesOf = (code: GatewayCode): Currency[] => {
  const { currencies: listed, onlyCurrencies: taken = listed, notCurrency } = rowOf(code)
  return currencies.filter(currency => currency !== notCurrency && (!taken || taken.includes(currency)))
}

/** What the gateway takes where no currency is given, or all that the pay method takes, as far as the shop has prices for it. */
export const usualCurrency = ({ pg, method }: Pick<Situation, 'pg' | 'method'>): Currency => {
  const [only] = rulesOf(pg, { pay_method: method || 'card' }, false).flatMap(rule =>
    'allow' in rule && rule.allow === 'currency' ? rule.values : [],
  )
  const usual = only ?? rowOf(pg).defaultCurrency ?? 'KRW'
  const possible = currenciesOf(pg)
  return possible.find(currency => currency === usual) ?? possible[0] ?? 'KRW'
}

export const languagesOf = (code: GatewayCode): string[] => [...(rowOf(code).languages ?? [])]

/** The parameter that asks for a popup. */
export const popupOf = (code: GatewayCode): string | undefined => rowOf(code).popup

/** Whether the gateway takes this as the order's name. */
export const takesName = (code: GatewayCode, name: string): boolean =>
  prepare({ pg: code, merchant_uid: 'order', amount: 1, name }).issues.every(
    issue => issue.path !== 'name' || issue.code !== 'FORMAT',
  )
