/**
 * Looks at all that changed at PortOne in a time, and settles the orders that don't know of it: webhooks that were lost,
 * refunds in the console, second payments, deposits of a night in which the shop was down.
 */
import { forEach } from './at-once.ts'
import { pause } from './deadline.ts'
import { isId } from './ids.ts'
import { judge } from './judge.ts'
import type { Orders } from './orders.ts'
import type { ListedStatus, Period, PortOne } from './portone/create-portone.ts'
import { isNoWord, PortOneError } from './portone/error.ts'
import type { Payment } from './portone/payment.ts'
import { readRecord } from './record.ts'
import { findOrder, type Settle } from './settle.ts'
import * as texts from './texts.ts'

export interface ReconcileOptions {
  /**
   * From when on to look: a Date, or milliseconds as of `Date.now()`. Four hours before it are looked at as well.
   */
  since: Date | number
}

/** What a run of `reconcile` has found. */
export interface Report {
  /** Orders of the shop's that something happened to, whether they knew of it or not. */
  orders: number
  /** Orders that this run wrote. */
  changed: number
  /** Orders that could not be settled. The next run looks at them again, if its `since` isn't later. */
  failed: { merchant_uid: string; error: unknown }[]
}

/**
 * PortOne's lists have once been three hours behind (2024-02-13), clocks differ, and a list that shifts while it is read
 * may skip a payment. So each run looks at these seconds before `since` again; an order that knows costs no call.
 */
const OVERLAP = 4 * 3600
/** PortOne allows 90 days for one list. A day less leaves room for time zones. */
const LONGEST_PERIOD = 89 * 86_400
/** There is no payment before: 2014-01-01. */
const EARLIEST = Date.UTC(2014, 0, 1) / 1000
/** Numbers in this range, as milliseconds, lie in 1970; as seconds they are a date of these years. */
const LOOKS_LIKE_SECONDS = [1_000_000_000, 100_000_000_000] as const
/** What can have changed, each ordered by the time at which it did. */
const STATUSES: readonly ListedStatus[] = ['paid', 'cancelled', 'ready', 'failed']
/** Pauses before a list that couldn't be had is read again, in ms. */
const PAUSES = [1000, 2000, 4000]

/** @returns UNIX seconds. */
const readSince = (since: unknown): number => {
  const ms = since instanceof Date ? since.getTime() : since
  if (typeof ms !== 'number' || !Number.isFinite(ms)) throw new TypeError(texts.badSince(since))
  const [from, to] = LOOKS_LIKE_SECONDS
  if (!(since instanceof Date) && ms >= from && ms < to) throw new TypeError(texts.badSince(since))
  return Math.floor(ms / 1000)
}

/** The time from `since` to now in pieces that PortOne allows, the newest first. */
const periodsSince = (since: number): Period[] => {
  const now = Math.ceil(Date.now() / 1000)
  const start = Math.max(since - OVERLAP, EARLIEST)
  const periods: Period[] = []
  for (let to = now; to > start; to -= LONGEST_PERIOD) {
    periods.push({ from: Math.max(start, to - LONGEST_PERIOD), to })
  }
  return periods
}

const byOrder = (payments: readonly Payment[]): Map<string, Payment[]> => {
  const orders = new Map<string, Payment[]>()
  for (const payment of payments) {
    const { merchant_uid } = payment
    orders.set(merchant_uid, [...(orders.get(merchant_uid) ?? []), payment])
  }
  return orders
}

export interface ReconcileContext {
  orders: Orders
  portone: PortOne
  settle: Settle
  test: boolean
}

const NOT_OURS = { isOurs: false, isSettled: false, isChanged: false }

export const createReconcile = ({ orders, portone, settle, test }: ReconcileContext) => {
  /**
   * Settles one order, unless it knows already. Returns whether it is the shop's, whether PortOne was asked about all of it, and whether
   * it was written.
   */
  const look = async (merchant_uid: string, payments: readonly Payment[]) => {
    // Of another shop with the same account, perhaps, whose numbers this one's database need not bear.
    if (!isId(merchant_uid)) return NOT_OURS
    const order = await findOrder(orders, merchant_uid)
    if (!order) return NOT_OURS
    const { amount, currency, closed } = order
    const record = readRecord(order.payment)
    const asked = { merchant_uid, amount, currency, closed }
    const { isNew, unconfirmed, imp_uid } = judge(payments, asked, { test, record })
    if (!isNew && unconfirmed.length === 0) return { isOurs: true, isSettled: false, isChanged: false }
    // The order's own list may be further behind than the one that it was found in.
    const isCancelled = payments.some(it => it.imp_uid === imp_uid && it.status === 'cancelled')
    const settlement = await settle({ merchant_uid, imp_uid: imp_uid ?? undefined, isCancelled })
    return { isOurs: true, isSettled: true, isChanged: settlement?.changed ?? false }
  }

  return async ({ since }: ReconcileOptions): Promise<Report> => {
    const periods = periodsSince(readSince(since))
    const ours = new Set<string>()
    const changed = new Set<string>()
    const failed = new Map<string, unknown>()
    /** Orders of which a list has a payment that can't be read. */
    const oddOrders = new Map<string, unknown>()
    /** A list that holds a payment larger than a body may be. The other lists are read all the same. */
    let tooLarge: PortOneError | undefined

    const lookAt = async ([merchant_uid, payments]: [string, Payment[]]): Promise<void> => {
      try {
        const { isOurs, isSettled, isChanged } = await look(merchant_uid, payments)
        if (isOurs) ours.add(merchant_uid)
        if (isChanged) changed.add(merchant_uid)
        // An attempt that is no news says nothing of another one, at which the order failed before.
        if (isSettled) failed.delete(merchant_uid)
      } catch (error) {
        // The trouble of one order doesn't stop the rest.
        ours.add(merchant_uid)
        failed.set(merchant_uid, error)
      }
    }
    /** One odd payment of a list doesn't stop the rest, either. Whose it is is said, if it names an order. */
    const onOdd = (odd: unknown): void => {
      const { merchant_uid } = (odd ?? {}) as { merchant_uid?: unknown }
      if (!isId(merchant_uid)) return
      oddOrders.set(merchant_uid, new PortOneError('NO_ANSWER', texts.oddPayment(merchant_uid)))
    }
    const readList = async (status: ListedStatus, period: Period): Promise<void> => {
      for await (const page of portone.listPayments(status, period, { onOdd })) {
        await forEach(byOrder(page), lookAt)
      }
    }

    for (const period of periods) {
      for (const status of STATUSES) {
        for (let tries = 0; ; tries += 1) {
          try {
            await readList(status, period)
            break
          } catch (error) {
            if (error instanceof PortOneError && error.isTooLarge) {
              tooLarge ??= error
              break
            }
            const wait = PAUSES[tries]
            if (!isNoWord(error) || wait === undefined) throw error
            await pause(Math.max(wait, (error.retryAfter ?? 0) * 1000))
          }
        }
      }
    }
    if (tooLarge) throw tooLarge
    return {
      orders: ours.size,
      changed: changed.size,
      failed: [...new Map([...oddOrders, ...failed])].map(([merchant_uid, error]) => ({
        merchant_uid,
        error,
      })),
    }
  }
}
