/** What the form knows of gateways: all of it is the package's own table. */
import { prepare } from 'iamport-checkout'
import { factsOf, type GatewayCode, gateways } from '../../src/gateways.ts'
import source from '../../src/gateways.ts?raw'
import { applicable } from '../../src/rules.ts'
import { type Currency, currencies } from '../shared/order.ts'
import type { Lang } from '../shared/ticket.ts'

export const gatewayCodes = Object.keys(gateways) as GatewayCode[]

/** The first lines of the rows' doc comments: the name in Korean and, where it is another, in English. */
const names = new Map<string, string[]>()
for (const [, comment, code] of source
  .split('const table = {')[1]!
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
  factsOf(code)?.since === 'v1' ? 'v1' : undefined

const words = (list: string | undefined): string[] => list?.split('|') ?? []

export const methodsOf = (code: GatewayCode): string[] => words(factsOf(code)?.methods)

/** Gateways that have, by their documents, a window that registers a card. */
const BILLING =
  /^(html5_inicis|inicis|kcp_billing|nice_v2|tosspayments|tosspay_v2|smartro_v2|kakaopay|naverpay|danal_tpay|danal|mobilians|mobilians_v2|paymentwall)$/

/** Whether a card can be registered in place of a payment. */
export const hasBilling = (code: GatewayCode, method: string): boolean =>
  BILLING.test(code) && !/^(trans|vbank)$/.test(method)

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
  const rules = applicable(factsOf(pg)?.rules, method || 'card', { escrow, customer_uid }, isPhone)
  return rules.filter(([, not, , operator]) => !not && !operator).map(([, , path]) => path)
}

/** The currencies to choose from: those of the gateway for which the shop has prices. */
export const currenciesOf = (code: GatewayCode): Currency[] => {
  const { currencies: listed, onlyCurrencies: taken = listed, notCurrency } = factsOf(code) ?? {}
  return currencies.filter(
    currency => currency !== notCurrency && (!taken || words(taken).includes(currency)),
  )
}

/** What the gateway takes where no currency is given, or all that the pay method takes, as far as the shop has prices for it. */
export const usualCurrency = ({ pg, method }: Pick<Situation, 'pg' | 'method'>): Currency => {
  const rules = applicable(factsOf(pg)?.rules, method, {})
  const [, , , , only] = rules.find(([, , path, operator]) => path === 'currency' && operator) ?? []
  const usual = only ?? factsOf(pg)?.currency ?? 'KRW'
  const possible = currenciesOf(pg)
  return possible.find(currency => currency === usual) ?? possible[0] ?? 'KRW'
}

export const languagesOf = (code: GatewayCode): string[] => words(factsOf(code)?.languages)

/** The parameter that asks for a popup. */
export const popupOf = (code: GatewayCode): string | undefined => factsOf(code)?.popup

/** Whether the gateway takes this as the order's name. */
export const takesName = (code: GatewayCode, name: string): boolean =>
  prepare({ pg: code, merchant_uid: 'order', amount: 1, name }).issues.every(
    issue => issue.path !== 'name' || issue.code !== 'FORMAT',
  )
