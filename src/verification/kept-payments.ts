/**
 * The tab's memory of `pay` and `resume`, across reloads: payments that the server was not sure of, and the ends of the newest
 * landings. The browser may refuse storage; then nothing is kept, and nothing breaks.
 */
import { isPayError, PayError, type PayErrorDetails } from '../errors.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { asText } from '../util/as-text.ts'
import { isRecord } from '../util/is-object.ts'
import type { Heard } from './conclude.ts'

const KEYS = { open: 'iamport-checkout-open', landed: 'iamport-checkout-landed' } as const

type Stored = Readonly<Record<string, unknown>>

const write = (key: string, value: unknown): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch {}
}

/** By what a payment is found again: its order's number, or its own where a landing had no other. */
const keyOf = ({
  merchant_uid,
  imp_uid,
}: {
  merchant_uid?: string | undefined
  imp_uid?: string | null | undefined
}) => merchant_uid || imp_uid || ''

/** The stored entries that can be found again. */
const read = (key: string): Stored[] => {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key)!)
    return Array.isArray(stored) ? stored.filter(entry => isRecord(entry) && !!entry['key']) : []
  } catch {
    return []
  }
}

/** Packs an error in a form that JSON keeps, message included. */
const packError = (error: PayError): unknown => ({
  ...error,
  message: error.message,
  cause: undefined,
  ...(error.response && { response: withoutBuyer(error.response) }),
})

/** Unpacks an error; undefined where something else is stored. */
const unpackError = (stored: unknown): PayError | undefined => {
  if (!isRecord(stored) || !isPayError(stored)) return undefined
  const { code, message, ...details } = stored as PayError & { message: string }
  return new PayError(code, message, details as PayErrorDetails)
}

/** A payment without what the page was told of the buyer: it is kept to be asked about, and to be shown again. */
const withoutBuyer = (payment: UnverifiedPayment): unknown =>
  Object.fromEntries(
    Object.entries(payment).filter(
      ([name]) => name !== 'raw' && name !== 'custom_data' && !/^(buyer|card)_/.test(name),
    ),
  )

// --- a payment that the server was not sure of --------------------------------------------------------------------

/** How many payments are kept; the oldest goes first. */
const MOST = 5

/** A payment that the server was not sure of. */
export interface Open {
  /** Which entry of the memory it is. */
  readonly id: string
  readonly heard: Heard
  /** Where it landed; undefined for one that did not. */
  readonly path: string | undefined
}

const withoutOpen = (isGone: (entry: Stored) => boolean): Stored[] =>
  read(KEYS.open).filter(entry => !isGone(entry))

const keyOfHeard = (heard: Heard): string => keyOf(heard.kind === 'success' ? heard.payment : heard.error)

/** Keeps what was heard of a payment, for as long as the server is not sure of it, in the place of what was kept of its order. */
export const keepOpen = (heard: Heard, path: string | undefined): Open => {
  const id = Math.random().toString(36).slice(2)
  const key = keyOfHeard(heard)
  const what =
    heard.kind === 'success' ? { payment: withoutBuyer(heard.payment) } : { error: packError(heard.error) }
  if (key)
    write(KEYS.open, [...withoutOpen(it => it['key'] === key), { key, id, path, ...what }].slice(-MOST))
  return { id, heard, path }
}

/**
 * The payment that the server was not sure of: that of the order, or the newest of all.
 *
 * @param except an order that is left out, because its window is open.
 */
export const findOpen = (merchant_uid?: string, except?: string): Open | undefined => {
  const [stored] = read(KEYS.open)
    .filter(({ key }) => (merchant_uid === undefined || key === merchant_uid) && key !== except)
    .slice(-1)
  if (!stored) return undefined
  const { payment } = stored
  const place = { id: asText(stored['id']), path: asText(stored['path']) || undefined }
  if (isRecord(payment)) {
    return { heard: { kind: 'success', payment: payment as unknown as UnverifiedPayment }, ...place }
  }
  const error = unpackError(stored['error'])
  return error && { heard: { kind: 'failure', error, wasCalled: true }, ...place }
}

/** Whether a payment is still kept. */
export const isOpen = ({ id }: Open): boolean => read(KEYS.open).some(entry => entry['id'] === id)

/** Forgets one payment. What another call has kept of its order since stays. */
export const forgetOpen = ({ id }: Open): void =>
  write(
    KEYS.open,
    withoutOpen(entry => entry['id'] === id),
  )

/** Forgets all that is kept of the order of a payment, because the server calls the order good. */
export const forgetOrder = (heard: Heard): void => {
  const key = keyOfHeard(heard)
  write(
    KEYS.open,
    withoutOpen(entry => entry['key'] === key),
  )
}

// --- the end of a landing -----------------------------------------------------------------------------------------

/** How a landing ended. */
export type Landed = { readonly verified: VerifiedPayment } | { readonly error: PayError }

const withoutLanded = (isGone: (entry: Stored) => boolean): Stored[] =>
  read(KEYS.landed).filter(entry => !isGone(entry))

/** Keeps the end of a landing for a reload of its page. */
export const keepLanded = (landed: Landed, path: string): void => {
  const isGood = 'verified' in landed
  const key = keyOf(isGood ? landed.verified : landed.error)
  const end = isGood
    ? {
        verified: {
          ...landed.verified,
          payment: landed.verified.payment && withoutBuyer(landed.verified.payment),
        },
      }
    : { error: packError(landed.error) }
  const others = withoutLanded(entry => entry['key'] === key || entry['path'] === path)
  write(KEYS.landed, [...others, { key, path, ...end }].slice(-MOST))
}

/** The end that was kept: that of the order, or, where no order is named, that of a landing on this path. */
export const findLanded = (merchant_uid: string | undefined, path: string): Landed | undefined => {
  const [stored] = read(KEYS.landed)
    .filter(entry => (merchant_uid === undefined ? entry['path'] === path : entry['key'] === merchant_uid))
    .slice(-1)
  if (!stored) return undefined
  const { verified } = stored
  if (isRecord(verified) && asText(verified['verdict'])) {
    return { verified: verified as unknown as VerifiedPayment }
  }
  const error = unpackError(stored['error'])
  return error && { error }
}

/** Forgets how the order, and whatever landed on this path, ended: a payment of the order begins here. */
export const forgetLanded = (merchant_uid: string, path: string): void =>
  write(
    KEYS.landed,
    withoutLanded(entry => entry['key'] === merchant_uid || entry['path'] === path),
  )

/** The page's address without its origin, under which the end of a landing is kept. */
export const here = (): string => location.pathname + location.search + location.hash
