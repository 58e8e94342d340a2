/** What the shop's server and its page tell each other. */
import type { Verdict } from 'iamport-checkout'

export const currencies = ['KRW', 'USD', 'JPY'] as const
export type Currency = (typeof currencies)[number]

export interface Product {
  id: 'beans' | 'mug' | 'filters'
  price: Record<Currency, number>
}

/** How many of each product. */
export type Cart = Record<Product['id'], number>

/** One entry of an order's history. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  at: number
  /** `stored`: what the order has come to was written down. */
  what: 'ordered' | 'complete' | 'landing' | 'webhook' | 'stored'
  /** What the server found out. */
  detail: string
}

/** An order as its buyer may see it. */
export interface Order {
  merchant_uid: string
  cart: Cart
  amount: number
  currency: Currency
  /** What the server has proven of its payment; null: nothing yet. */
  verdict: Verdict | null
  /** Why, in words of the shop's staff. */
  reason: Record<'ko' | 'en', string> | null
  imp_uid: string | null
  paid: number
  refunded: number
  /** Where the buyer has to pay in. */
  account: { bank: string | null; number: string | null; due: number | null } | null
  /** Whether the goods went out. */
  shipped: boolean
  log: LogEntry[]
}

/** Whether an order waits for a payment, or may be paid once more. */
export const isOpen = ({ verdict }: Order): boolean => verdict === null || verdict === 'unpaid'

/** All is as it should be, though a deposit or a gateway may still be waited for. */
export const isGood = (verdict: Verdict): boolean => /^(paid|awaiting|pending|registered)$/.test(verdict)
