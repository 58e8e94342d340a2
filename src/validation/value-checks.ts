/** What the values of parameters must be: how to tell, and which expectation is broken if they aren't. */
import type { Expectation, IssueCode } from '../issue.ts'
import { absoluteUrl } from '../redirect/absolute-url.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, isRecord, type Members } from '../util/is-object.ts'

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
  // A date that does not exist is moved by the parser to one that does, or is null.
  return new Date(iso).toJSON() === iso
}

/** An absolute address that a server can call. */
export const isWebUrl = (value: unknown): boolean =>
  typeof value === 'string' && /^https?:\/\/[^/?#\s]/i.test(value) && absoluteUrl(value) !== null

/** Hosts that only this machine or its network knows. */
const PRIVATE_HOSTS = [
  // Names without a public ending: `localhost`, `shop.local`.
  /^[^.[]+$|\.(localhost|local|internal)$/i,
  // Loopback, private and link-local ranges of IPv4, and 0.0.0.0.
  /^(0|10|127)(\.\d+){3}$|^(169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+){2}$/,
  // The same of IPv6.
  /^\[(::1?\]|f[cd]|fe80)/i,
]

/** Whether an address is one that PortOne's servers can't reach. */
export const isPrivateUrl = (value: string): boolean => {
  const { hostname } = new URL(value)
  return PRIVATE_HOSTS.some(hosts => hosts.test(hostname))
}

/** Whether an address still has what samples leave for the shop to fill in: braces, angle brackets, spaces. */
export const hasPlaceholder = (address: string): boolean => {
  const [path = '', data = ''] = address.trim().split(/(?=[?#])(.*)/s)
  // A URL object writes the braces of a path otherwise. Behind the path braces may be a shop's own data: `?at={"a":1}`.
  return /[{}<>\s]|%7B/i.test(path) || /[<>\s]|\{[\p{L}\p{N}_. -]*\}/u.test(data)
}

/** How to tell a right value from a wrong one, and what to say of a wrong one. */
export interface ValueCheck {
  readonly expected: Expectation
  readonly isRight: (value: unknown, params: Members) => boolean
  /** Default: `TYPE`. */
  readonly code?: IssueCode
}

const text: ValueCheck = {
  expected: 'non-blank-text',
  isRight: value => typeof value === 'string' && !isBlank(value),
}
const amount: ValueCheck = { expected: 'non-negative-number', isRight: isAmount }
const yesOrNo: ValueCheck = { expected: 'boolean', isRight: value => typeof value === 'boolean' }
const list: ValueCheck = { expected: 'array', isRight: Array.isArray }

/** What the members of an escrow product must be. All four are needed. */
export const productChecks: Readonly<Record<string, ValueCheck>> = {
  orderNumber: text,
  name: text,
  quantity: { expected: 'positive-whole-number', isRight: value => isWhole(value) && value > 0 },
  amount,
}

/** What parameters must be wherever they are given, at every gateway. */
export const givenChecks: Readonly<Record<string, ValueCheck>> = {
  merchant_uid: text,
  amount,
  escrow: yesOrNo,
  digital: yesOrNo,
  naverProducts: list,
  tax_free: {
    expected: 'share-of-amount',
    isRight: (value, params) => isAmount(value) && !(isAmount(params['amount']) && value > params['amount']),
    code: 'VALUE',
  },
  'display.card_quota': {
    expected: 'whole-numbers',
    isRight: value => Array.isArray(value) && value.every(isWhole),
  },
}

/** What parameters must be where a rule of the gateway needs them, beyond being given. */
export const neededChecks: Readonly<Record<string, ValueCheck>> = {
  biz_num: { expected: 'ten-digits', isRight: value => /^\d{10}$/.test(asText(value)), code: 'FORMAT' },
  storeDetails: { expected: 'object', isRight: isRecord },
}
