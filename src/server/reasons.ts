/**
 * Every reason that a verdict can have, in the order in which they speak for an order that was tried several times: the
 * first that any of its payments gives is the order's. Beside each its verdict, and whether a person has to look. The words
 * for them are in reason-texts.ts.
 */
import type { Verdict } from '../types/verdict.ts'

interface ReasonRow {
  readonly verdict: Verdict
  /** Whether `onReview` is called, once a payment. `alone`: only where no other payment speaks for the order. */
  readonly review?: true | 'alone'
}

const rows = {
  // The order's own money.
  paid: {
    verdict: 'paid',
  },
  'paid-with-promotion': {
    verdict: 'paid',
  },
  'refunded-in-part': {
    verdict: 'paid',
  },

  // Money that moved and isn't as the order says.
  'amount-differs': {
    verdict: 'mismatch',
    review: true,
  },
  'currency-differs': {
    verdict: 'mismatch',
    review: true,
  },
  'order-closed': {
    verdict: 'mismatch',
    review: true,
  },

  // Money that may still come by itself.
  'unknown-status': {
    verdict: 'pending',
    review: true,
  },
  'unknown-usage': {
    verdict: 'pending',
    review: true,
  },
  'registered-with-charge': {
    verdict: 'pending',
    review: true,
  },
  'refund-not-final': {
    verdict: 'pending',
  },
  'gateway-decides-later': {
    verdict: 'pending',
  },

  // A deposit that the buyer still has to make, a card that was registered.
  'account-issued': {
    verdict: 'awaiting',
  },
  'slip-issued': {
    verdict: 'awaiting',
  },
  'card-registered': {
    verdict: 'registered',
  },

  // Little hope, or no money of this order.
  'may-be-approved-later': {
    verdict: 'pending',
  },
  'other-order': {
    verdict: 'mismatch',
  },

  // No money, or none that is real.
  refunded: {
    verdict: 'cancelled',
  },
  'test-channel': {
    verdict: 'mismatch',
    review: 'alone',
  },
  failed: {
    verdict: 'unpaid',
  },
  'window-left': {
    verdict: 'unpaid',
  },
  'test-ended': {
    verdict: 'unpaid',
  },
  'no-payment': {
    verdict: 'unpaid',
  },

  // What only `onReview` says: these are about a payment beside the order's own, or about a question.
  'second-payment': {
    verdict: 'paid',
    review: true,
  },
  'consent-asked': {
    verdict: 'pending',
    review: true,
  },
} as const satisfies Record<string, ReasonRow>

/**
 * Why a verdict is what it is. Stable words for programs; `describeReason` gives the sentence.
 *
 * @example 'amount-differs'
 */
export type Reason = keyof typeof rows

/** All reasons with what belongs to them. */
export const reasons: Readonly<Record<Reason, ReasonRow>> = rows

/** Where a reason stands among all: a lower number speaks first. */
export const rankOf = (reason: Reason): number => RANKS[reason]

const RANKS = Object.fromEntries(Object.keys(rows).map((reason, rank) => [reason, rank])) as Record<
  Reason,
  number
>

export const isReason = (value: unknown): value is Reason =>
  typeof value === 'string' && Object.keys(rows).includes(value)
