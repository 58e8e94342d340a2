/** What the values of parameters must be: how to tell, and the words for it. */
import { asText } from './as-text.ts'
import type { IssueCode } from './issue.ts'
import { absoluteUrl } from './redirect-url.ts'
import * as texts from './texts.ts'

export type Params = Readonly<Record<string, unknown>>

/** What a value must be, how to tell, and which rule is broken if it isn't. */
export type Check = readonly [texts.Expectation, (value: unknown, params: Params) => unknown, IssueCode?]

export const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null

/** An object that is no list. */
export const isRecord = (value: unknown): value is Params => isObject(value) && !Array.isArray(value)

/** Missing, a text of spaces, an empty list. */
export const isBlank = (value: unknown): boolean =>
  value == null || (Array.isArray(value) ? !value.length : typeof value === 'string' && !value.trim())

export const isAmount = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0

export const isWhole = (value: unknown): value is number => isAmount(value) && value % 1 === 0

/** A date in one of the five ways to write it that some gateway documents. 2026-02-30 is none. */
export const isDueDate = (value: unknown): boolean => {
  const text = asText(value)
  if (!/^\d{4}(-\d\d-\d\d( \d\d:\d\d:\d\d)?|\d{4}(\d{4}(\d\d)?)?)$/.test(text)) return false
  const iso = `${text.replace(/\D/g, '')}000000`.replace(
    /(....)(..)(..)(..)(..)(..).*/,
    '$1-$2-$3T$4:$5:$6.000Z',
  )
  // null where there is no such date.
  return new Date(iso).toJSON() === iso
}

const TEXT: Check = [texts.aText, value => typeof value === 'string' && value.trim()]
const AMOUNT: Check = [texts.anAmount, isAmount]
/** The server that calls it knows no page to resolve it against. */
export const WEB_URL: Check = [
  texts.aUrl,
  value => /^https?:\/\/[^/?#\s]/i.test(asText(value)) && absoluteUrl(asText(value)),
  'URL',
]
export const ANYTHING: Check = [texts.something, () => true]

export const PRODUCT: Record<string, Check> = {
  orderNumber: TEXT,
  name: TEXT,
  quantity: [texts.aQuantity, value => isWhole(value) && value],
  amount: AMOUNT,
}

/** What a parameter must be where it is needed. */
export const CHECKS: Record<string, Check> = {
  amount: AMOUNT,
  merchant_uid: TEXT,
  buyer_tel: [texts.aText, () => true],
  naverProducts: [texts.anArray, Array.isArray],
  digital: [texts.aBoolean, value => typeof value === 'boolean'],
  biz_num: [texts.tenDigits, value => /^\d{10}$/.test(asText(value)), 'FORMAT'],
}

/** What a parameter must be where it is given. */
export const GIVEN: Record<string, Check> = {
  tax_free: [
    texts.aShare,
    (value, { amount }) => isAmount(value) && !(isAmount(amount) && value > amount),
    'VALUE',
  ],
  vbank_due: [texts.aDate, isDueDate, 'FORMAT'],
  m_redirect_url: [texts.aUrl, value => absoluteUrl(value), 'URL'],
  app_scheme: TEXT,
  'display.card_quota': [texts.months, value => Array.isArray(value) && value.every(isWhole)],
}
