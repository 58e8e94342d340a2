/** What the shop's server and its page tell each other. */

export const currencies = ['KRW', 'USD', 'JPY'] as const
export type Currency = (typeof currencies)[number]

export interface Product {
  id: 'beans' | 'mug' | 'filters'
  price: Record<Currency, number>
}

/** How many of each product. */
export type Cart = Record<Product['id'], number>

/**
 * - `pending`: nothing is paid; the buyer may pay, also after a failure.
 * - `waiting`: a virtual account was issued, and the shop waits for the money.
 * - `paid`: verified; the goods may go out.
 * - `refused`: money moved, but not as ordered. A person has to look at it.
 * - `registered`: a card was registered, and nothing paid.
 * - `cancelled`: paid, and since given back, all or a part of it; or an account that nobody paid into was taken back.
 */
export type OrderStatus = 'pending' | 'waiting' | 'paid' | 'refused' | 'registered' | 'cancelled'

/** One entry of an order's history. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  at: number
  what: 'ordered' | 'complete' | 'landing' | 'webhook'
  verdict: VerdictCode | undefined
}

/** An order as its buyer may see it. */
export interface Order {
  merchant_uid: string
  cart: Cart
  amount: number
  currency: Currency
  status: OrderStatus
  imp_uid: string | undefined
  /** How often goods went out: must never be more than once. */
  handedOver: number
  /** What of it was given back. */
  refunded: number
  vbank: { name: string; number: string; due: number } | undefined
  log: LogEntry[]
}

export type VerdictCode =
  /** Status `paid`, and amount and currency are the order's. */
  | 'PAID'
  /** Status `ready` of a virtual account: not paid yet. */
  | 'VBANK_ISSUED'
  /** Another amount or currency than the order's. */
  | 'AMOUNT_MISMATCH'
  /** A billing key was made. With it the shop's server can charge the card later. */
  | 'CARD_REGISTERED'
  /** Any other status. */
  | 'NOT_PAID'
  /** It was cancelled: `refunded` of the order says how much of it. */
  | 'CANCELLED'
  /** PortOne knows of no such payment. */
  | 'NO_PAYMENT'
  /** The payment belongs to another order, or the order was paid by another payment. */
  | 'WRONG_ORDER'
  /** The shop has no such order. */
  | 'UNKNOWN_ORDER'
  /** Nobody can be asked: IMP_KEY and IMP_SECRET are not set. */
  | 'NO_API_KEY'
  /** PortOne didn't answer as documented. */
  | 'API_FAILED'

/** What the server found out. */
export interface Verdict {
  code: VerdictCode
  /** What PortOne says was paid, where it says so. */
  paidAmount?: number
  order?: Order
}

/** All is as it should be, though a virtual account has still to be paid into. */
export const isGood = (code: VerdictCode): boolean =>
  code === 'PAID' || code === 'VBANK_ISSUED' || code === 'CARD_REGISTERED'

/** Nothing was paid so far. */
export const isUnpaid = (code: VerdictCode): boolean => code === 'NOT_PAID' || code === 'NO_PAYMENT'
