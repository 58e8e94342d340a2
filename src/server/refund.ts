/**
 * Gives money back. PortOne has no key by which it would know a call that is made twice; its `checksum` is the only guard,
 * so payment and checksum come from the record, and nothing is sent again by itself.
 */

import { fromUnits, toUnits } from './money.ts'
import type { Orders, OtherPayment, PaymentRecord } from './orders.ts'
import type { CancelRequest, PortOne } from './portone/create-portone.ts'
import { PortOneError } from './portone/error.ts'
import type { Payment } from './portone/payment.ts'
import { readRecord } from './record.ts'
import { findOrder, type Settle } from './settle.ts'
import type { Settlement } from './settlement.ts'
import * as texts from './texts.ts'

export interface RefundRequest extends Omit<CancelRequest, 'imp_uid' | 'amount' | 'checksum'> {
  merchant_uid: string
  /**
   * In the main unit of the payment's currency, above 0 and at most what is left; with a promotion it counts before the
   * discount.
   * @default all that is left
   */
  amount?: number | undefined
  /** Another payment of this order than the one it was paid by: a second one, say, that `onReview` told of. */
  imp_uid?: string | undefined
  /**
   * What can still be refunded by the caller's own books, in place of the record's: from the page on which somebody clicked
   * "refund", so that two clicks aren't two refunds.
   */
  checksum?: number | undefined
}

export interface RefundContext {
  orders: Orders
  portone: PortOne
  settle: Settle
  /** Stores what a payment has become, as PortOne answered. */
  settleBy(merchant_uid: string, payment: Payment): Promise<Settlement | null>
}

const invalid = (message: string) => new PortOneError('INVALID', message)

/** The payment to refund, by the record. */
const refundedPayment = (record: PaymentRecord | undefined, imp_uid: string | undefined) => {
  if (!record) return undefined
  const all: (OtherPayment | PaymentRecord)[] = [record, ...(record.others ?? [])]
  return imp_uid === undefined ? record : all.find(it => it.imp_uid === imp_uid)
}

export const createRefund = ({ orders, portone, settle, settleBy }: RefundContext) => {
  const readOrder = async (merchant_uid: string) => {
    const order = await findOrder(orders, merchant_uid)
    if (!order) throw invalid(texts.unknownOrder(merchant_uid))
    return readRecord(order.payment)
  }

  /** Whether PortOne has taken a refund, and nothing of it has gone back yet: PayPal and others carry it out later. */
  const isUnderWay = async (merchant_uid: string, before: OtherPayment | PaymentRecord): Promise<boolean> => {
    // What was stored is stored. A store that fails now changes nothing of it.
    const record = await readOrder(merchant_uid).catch(() => undefined)
    const now = refundedPayment(record, before.imp_uid ?? undefined)
    return now !== undefined && now.reason !== 'refunded' && now.refunded <= before.refunded
  }

  return async (request: RefundRequest): Promise<Settlement> => {
    const { merchant_uid, imp_uid, amount: asked, checksum: expected, reason, ...rest } = request
    if (typeof reason !== 'string' || !reason.trim()) throw invalid(texts.badReason(reason))

    let record = await readOrder(merchant_uid)
    const known = refundedPayment(record, imp_uid)
    if (!known?.paid || known.reason === 'refund-not-final') {
      // Paid, perhaps, or refunded by now, and no webhook told of it yet.
      await settle({ merchant_uid, imp_uid: imp_uid ?? known?.imp_uid ?? undefined })
      record = await readOrder(merchant_uid)
    }
    const payment = refundedPayment(record, imp_uid)
    if (!payment) {
      throw invalid(
        imp_uid === undefined ? texts.nothingLeft(merchant_uid) : texts.notItsPayment(imp_uid, merchant_uid),
      )
    }
    if (payment.reason === 'refund-not-final') throw invalid(texts.refundUnderWay(merchant_uid))
    const { currency } = payment
    const units = (sum: number) => toUnits(sum, currency) ?? 0
    // PortOne counts before a promotion's discount, which goes back to whoever gave it.
    const left = units(payment.paid) + units(payment.discount ?? 0) - units(payment.refunded)
    if (payment.imp_uid === null || left <= 0 || payment.reason === 'refunded') {
      throw invalid(texts.nothingLeft(merchant_uid))
    }
    const amount = asked === undefined ? left : toUnits(asked, currency)
    if (!amount || amount > left) throw invalid(texts.badAmount(asked, fromUnits(left, currency), currency))
    const checksum = expected === undefined ? left : toUnits(expected, currency)
    if (!checksum) throw invalid(texts.badAmount(expected, fromUnits(left, currency), currency))

    let cancelled: Payment | null
    try {
      cancelled = await portone.cancel({
        ...rest,
        imp_uid: payment.imp_uid,
        amount: fromUnits(amount, currency),
        checksum: fromUnits(checksum, currency),
        reason,
      })
    } catch (error) {
      // Refused: the record may be behind, such as after a refund in the console. The next call should know.
      if (error instanceof PortOneError && error.code === 'REFUSED') {
        await settle({ merchant_uid, imp_uid: payment.imp_uid, isCancelled: true }).catch(() => {})
      }
      throw error
    }
    // The money is on its way. What is stored of it comes from the answer, so that nothing more has to go well.
    const isItsOwn = cancelled?.imp_uid === payment.imp_uid && cancelled.merchant_uid === merchant_uid
    try {
      const settlement =
        cancelled && isItsOwn
          ? await settleBy(merchant_uid, cancelled)
          : await settle({ merchant_uid, imp_uid: payment.imp_uid, isCancelled: true })
      if (!settlement) throw invalid(texts.unknownOrder(merchant_uid))
      return (await isUnderWay(merchant_uid, payment))
        ? { ...settlement, reason: 'refund-not-final' }
        : settlement
    } catch (thrown) {
      const cause = thrown instanceof Error ? thrown : new Error(String(thrown))
      throw new PortOneError('CONFLICT', texts.refundNotSaved(merchant_uid), { mayHaveHappened: true, cause })
    }
  }
}
