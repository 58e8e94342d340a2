/**
 * Brings what is stored of an order up to what PortOne says: find, ask, judge, save. In this order, and from the
 * beginning where somebody else has written meanwhile: an answer is then never older than what it is compared with.
 */
import { forEach } from './at-once.ts'
import { upTo, within } from './deadline.ts'
import { isId } from './ids.ts'
import { type JudgedOrder, type Judgement, judge } from './judge.ts'
import { holdsMoney } from './judge-payment.ts'
import type { Listeners } from './listeners.ts'
import { createRounds, type Named } from './one-at-a-time.ts'
import type { Orders, PaymentRecord, StoredOrder } from './orders.ts'
import type { PortOne } from './portone/create-portone.ts'
import { PortOneError } from './portone/error.ts'
import type { Payment } from './portone/payment.ts'
import { type Reason, reasons } from './reasons.ts'
import { readRecord } from './record.ts'
import { type Settlement, settlementOf } from './settlement.ts'
import * as texts from './texts.ts'

/** What the handlers and jobs settle orders by: asks PortOne. Null for an order that the shop doesn't have. */
export type Settle = (question: {
  merchant_uid: string
  imp_uid?: string | undefined
  isCancelled?: boolean | undefined
  mayShare?: boolean | undefined
}) => Promise<Settlement | null>

/** Swaps that are lost one after another until a store is held to be broken. */
const MOST_TRIES = 50
/** Payments without `sandbox` that are looked up one by one. Since 2026-01-26 PortOne leaves it out nowhere. */
const MOST_UNCONFIRMED = 20

/** The order as `find` gave it, or undefined where there is none. */
export const findOrder = async (orders: Orders, merchant_uid: string): Promise<StoredOrder | undefined> => {
  const order = await orders.find(merchant_uid)
  if (order === undefined || order === null) return undefined
  if (order.version === undefined || order.version === null) {
    throw new TypeError(texts.badOrder(merchant_uid, order))
  }
  return order
}

/**
 * Swaps what is stored. Returns whether it was written.
 *
 * @throws TypeError for any other answer, such as a database's whole result: taken for a yes, a lost swap would pass for stored.
 */
const saveOrder = async (
  orders: Orders,
  merchant_uid: string,
  record: PaymentRecord,
  version: number,
): Promise<boolean> => {
  const saved: unknown = await orders.save(merchant_uid, record, version)
  if (typeof saved !== 'boolean') throw new TypeError(texts.badSave(saved))
  return saved
}

/**
 * Whether a list says all that there is to say of a payment that somebody named. Lists may lag behind: what they call begun,
 * failed or undecided may be paid by now, and what they call paid may have gone back.
 */
const isConclusive = (listed: Payment | undefined, isCancelled: boolean): boolean => {
  if (listed?.status === 'paid') return !isCancelled
  // A part that went back may have been followed by another.
  return listed?.status === 'cancelled' && (!isCancelled || listed.cancel_amount === listed.amount)
}

const isWorthTelling = (before: PaymentRecord | undefined, now: PaymentRecord): boolean =>
  before?.verdict !== now.verdict ||
  before.imp_uid !== now.imp_uid ||
  before.paid !== now.paid ||
  before.refunded !== now.refunded

/** What the payments that were named came to, of those that the order's list did not tell of. */
interface NamedAnswers {
  /** Those that hold money and belong to another order. */
  readonly foreign: ReadonlySet<string>
  /** Those that could not be looked up, with the reason. Anybody may name any: it is the trouble of who did. */
  readonly unanswered: ReadonlyMap<string, unknown>
}

const NOTHING_NAMED: NamedAnswers = { foreign: new Set(), unanswered: new Map() }

interface Outcome {
  settlement: Settlement
  named: NamedAnswers
  /** Ends when the shop's listeners have ended, or have had their time. The next round doesn't wait for it: a listener may settle the same order. */
  told: Promise<void>
}

/** Outcomes whose write a call has claimed. */
const written = new WeakSet<Outcome>()

/** The settlement, for one of the calls that share a round. One of them wrote, not all: whoever counts them would count too many. */
const claimed = (outcome: Outcome): Settlement => {
  const { settlement } = outcome
  if (!written.has(outcome)) {
    written.add(outcome)
    return settlement
  }
  return { ...settlement, changed: false }
}

const NOTHING_TOLD = Promise.resolve()

export interface SettleContext {
  orders: Orders
  portone: PortOne
  test: boolean
  timeout: number
  listeners: Listeners
}

export const createSettle = ({ orders, portone, test, timeout, listeners }: SettleContext) => {
  /** All payments of an order, and what those that were named came to. */
  const ask = async (merchant_uid: string, asked: Named, signal: AbortSignal) => {
    const payments = await portone.findPayments(merchant_uid, { signal })
    const listed = new Map(payments.map(payment => [payment.imp_uid, payment]))
    const foreign = new Set<string>()
    const unanswered = new Map<string, unknown>()
    const doubtful = [...asked].filter(
      ([imp_uid, isCancelled]) => !isConclusive(listed.get(imp_uid), isCancelled),
    )
    await forEach(doubtful, async ([imp_uid]) => {
      try {
        const payment = await portone.findPayment(imp_uid, { signal })
        if (payment?.merchant_uid === merchant_uid) payments.push(payment)
        else if (payment && holdsMoney(payment)) foreign.add(imp_uid)
      } catch (error) {
        if (signal.aborted) throw error
        unanswered.set(imp_uid, error)
      }
    })
    return { payments, named: { foreign, unanswered } }
  }

  /** The judgement, and once more where PortOne didn't say of a payment whether it is a test channel's. */
  const judgeConfirmed = async (
    payments: readonly Payment[],
    order: JudgedOrder,
    record: PaymentRecord | undefined,
    signal: AbortSignal,
  ): Promise<Judgement> => {
    const judgement = judge(payments, order, { test, record })
    const unconfirmed = judgement.unconfirmed.slice(0, MOST_UNCONFIRMED)
    if (unconfirmed.length === 0) return judgement
    const confirmed: Payment[] = []
    await forEach(unconfirmed, async imp_uid => {
      const payment = await portone.findPayment(imp_uid, { signal })
      if (payment?.merchant_uid === order.merchant_uid) confirmed.push(payment)
    })
    // The later of two readings of a payment counts.
    return judge([...payments, ...confirmed], order, { test, record })
  }

  /**
   * Brings one order up to date: find, ask, judge, save, and from the beginning until a save wins.
   *
   * @returns null for an order that isn't there.
   */
  const bringUpToDate = async (
    merchant_uid: string,
    look: () => Promise<{ payments: readonly Payment[]; named: NamedAnswers }>,
    signal: AbortSignal,
  ): Promise<Outcome | null> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const order = await findOrder(orders, merchant_uid)
      if (!order) return null
      const before = readRecord(order.payment)
      const { payments, named } = await look()
      const { amount, currency, closed } = order
      const asked = { merchant_uid, amount, currency, closed }
      const judgement = await judgeConfirmed(payments, asked, before, signal)
      const { record, isNew, reviews } = judgement
      if (!record || !isNew) {
        return { settlement: settlementOf(order, judgement), named, told: NOTHING_TOLD }
      }
      if (!(await saveOrder(orders, merchant_uid, record, order.version))) continue
      const settlement = settlementOf(order, judgement, true)
      const tell = async () => {
        if (isWorthTelling(before, record)) {
          const change = { merchant_uid, previous: before?.verdict ?? null, ...settlement }
          await upTo(timeout, listeners.onChange(change))
        }
        for (const review of reviews) await upTo(timeout, listeners.onReview({ merchant_uid, ...review }))
      }
      return { settlement, named, told: tell() }
    }
    throw new PortOneError('CONFLICT', texts.conflict(merchant_uid, MOST_TRIES))
  }

  const timedOut = (merchant_uid: string) => () =>
    new PortOneError('TIMEOUT', texts.over(merchant_uid, timeout))

  const ofRound = createRounds((merchant_uid: string, named: Named) =>
    within(
      timeout,
      signal => bringUpToDate(merchant_uid, () => ask(merchant_uid, named, signal), signal),
      timedOut(merchant_uid),
    ),
  )

  /** Runs the work within the budget, and lets the shop's listeners have what is left of it: what is stored is stored. */
  const settleWithin = async (
    merchant_uid: string,
    work: (signal: AbortSignal) => Promise<Outcome | null>,
  ): Promise<Outcome | null> => {
    const end = Date.now() + timeout
    const outcome = await within(timeout, work, timedOut(merchant_uid))
    if (outcome) await upTo(Math.max(0, end - Date.now()), outcome.told)
    return outcome
  }

  const settle: Settle = async ({ merchant_uid, imp_uid, isCancelled, mayShare }) => {
    if (!isId(merchant_uid) || (imp_uid !== undefined && !isId(imp_uid))) {
      throw new TypeError(texts.badQuestion(merchant_uid))
    }
    const outcome = await settleWithin(merchant_uid, signal =>
      ofRound({ merchant_uid, imp_uid, isCancelled, mayShare, signal }),
    )
    if (!outcome) return null
    const { named } = outcome
    const settlement = claimed(outcome)
    // Paid is paid. Any other verdict may change by the payment that this call came to tell of.
    const isSure = settlement.verdict === 'paid' && !isCancelled
    if (imp_uid && !isSure && named.unanswered.has(imp_uid)) throw named.unanswered.get(imp_uid)
    const isHopeless = settlement.verdict === 'unpaid' || settlement.verdict === 'cancelled'
    // Money moved, only not for this order. It is told to whoever named it, and stored nowhere: anybody may name any.
    if (imp_uid && isHopeless && named.foreign.has(imp_uid)) {
      const reason = 'other-order'
      return { ...settlement, verdict: reasons[reason].verdict, reason, imp_uid: null, paid: 0, refunded: 0 }
    }
    return settlement
  }

  /** Stores what a payment has become by a call of this shop's own, without asking again. */
  const settleBy = async (merchant_uid: string, payment: Payment): Promise<Settlement | null> => {
    const look = async () => ({ payments: [payment], named: NOTHING_NAMED })
    const outcome = await settleWithin(merchant_uid, signal => bringUpToDate(merchant_uid, look, signal))
    return outcome?.settlement ?? null
  }

  /** Hands a payment to a person, unless that was done before. */
  const review = async (merchant_uid: string, imp_uid: string, reason: Reason): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const order = await findOrder(orders, merchant_uid)
      const record = order && readRecord(order.payment)
      // Without a record there is nothing to remember it in: no payment of the order has come to anything yet.
      if (!record || record.reviewed?.includes(imp_uid)) return
      const reviewed = [...(record.reviewed ?? []), imp_uid]
      if (!(await saveOrder(orders, merchant_uid, { ...record, reviewed }, order.version))) continue
      return upTo(timeout, listeners.onReview({ merchant_uid, imp_uid, reason }))
    }
    throw new PortOneError('CONFLICT', texts.conflict(merchant_uid, MOST_TRIES))
  }

  return { settle, settleBy, review }
}
