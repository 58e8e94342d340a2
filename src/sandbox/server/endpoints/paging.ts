/** Sorting, and pages of what was found. */
import { type Answer, badRequest, success } from '../answers.ts'
import { type Fields, numberOf } from '../fields.ts'
import type { ApiPayment } from '../payment.ts'
import type { PaymentRecord } from '../payment-book.ts'
import { messages } from '../texts.ts'

/** A payment in the state in which lists show it. */
export interface Listed {
  record: PaymentRecord
  payment: Readonly<ApiPayment>
  /** When it came into this state, ms since 1970. */
  since: number
}

const sortings: Record<string, (listed: Listed) => number> = {
  started: ({ payment }) => payment.started_at,
  paid: ({ payment }) => payment.paid_at,
  updated: ({ since }) => since,
}

/**
 * The payments in the order that the query asks for; the newest window first where it doesn't say. Undefined:
 * no such order.
 */
export const sorted = (all: readonly Listed[], query: Fields): Listed[] | undefined => {
  const [, minus, name] = /^(-?)(\w+)$/.exec(String(query['sorting'] || '-started')) ?? []
  const key = Object.keys(sortings).includes(name ?? '') ? sortings[name!]! : undefined
  if (!key) return undefined
  const ascending = [...all].sort((a, b) => key(a) - key(b) || a.record.turn - b.record.turn)
  return minus ? ascending.reverse() : ascending
}

/** A whole number of the query within bounds; undefined where it is none. */
const wholeNumber = (value: unknown, fallback: number, most: number): number | undefined => {
  const number = numberOf(value) ?? fallback
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

/**
 * A page of a list, with the numbers of the pages beside it.
 *
 * @param answerOf what is answered of each.
 * @param isEmptyPage whether page 1 of nothing is a page.
 */
export const pageOf = <T>(
  found: readonly T[],
  query: Fields,
  answerOf: (one: T) => unknown,
  isEmptyPage: boolean,
): Answer => {
  const page = wholeNumber(query['page'], 1, Number.MAX_SAFE_INTEGER)
  const limit = wholeNumber(query['limit'], 20, 1000)
  if (!page) return badRequest(messages.wrong('page'))
  if (!limit) return badRequest(messages.wrong('limit'))
  const pages = Math.ceil(found.length / limit)
  if (page > pages && !(page === 1 && isEmptyPage)) return badRequest(messages.pageBeyondEnd)
  return success({
    total: found.length,
    previous: page - 1,
    next: page < pages ? page + 1 : 0,
    list: found.slice((page - 1) * limit, page * limit).map(answerOf),
  })
}
