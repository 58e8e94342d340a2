/** What the package asks of the shop's own store, and what it keeps there. */
import type { Verdict } from '../types/verdict.ts'
import type { Reason } from './reasons.ts'

/**
 * The shop's orders. Two functions over a table that the shop has anyway, with two more columns: `payment` (JSON, null
 * at first) and `version` (a whole number that every save counts up).
 *
 * `save` is what makes goods go out exactly once: of many saves that began with the same version one wins. It has to be
 * **one** write that carries its own condition, never a look and then a write. `testOrders` tries that out.
 *
 * @example
 * const orders: Orders = {
 *   async find(merchant_uid) {
 *     const { rows } = await pool.query('select amount, payment, version from orders where id = $1', [merchant_uid])
 *     return rows[0]
 *   },
 *   async save(merchant_uid, payment, version) {
 *     const { rowCount } = await pool.query(
 *       'update orders set payment = $2, version = version + 1 where id = $1 and version = $3',
 *       [merchant_uid, payment, version],
 *     )
 *     return rowCount === 1
 *   },
 * }
 */
export interface Orders {
  /** The order as it was stored before its payment began. Reads from the primary, never from a replica. */
  find(merchant_uid: string): Promise<StoredOrder | null | undefined>
  /**
   * Writes `payment` where the version is still the one that `find` gave, and counts the version up.
   *
   * @returns whether this call wrote; false where the order is gone or somebody else wrote meanwhile.
   */
  save(merchant_uid: string, payment: PaymentRecord, version: number): Promise<boolean>
}

/**
 * An order as the shop stored it. None of it may come from the browser. Whatever changes its price, or closes it, counts `version` up in the
 * same statement: else a payment that is being looked at is judged by what the order was.
 */
export interface StoredOrder {
  /** 주문 금액 in the currency's main unit (14000 won, 12.5 dollars). A number, never text. */
  amount: number
  /** ISO 4217. @default 'KRW' */
  currency?: string | null | undefined
  /** The shop takes no more money for it (out of stock, cancelled): a payment is recorded and handed to a person. */
  closed?: boolean | null | undefined
  /** What `save` wrote last. */
  payment?: PaymentRecord | null | undefined
  version: number
}

/**
 * What is known of an order's payment: plain JSON for a column of the shop's. `verdict`, `imp_uid`, `paid`, `refunded`
 * and `account` are for the shop to read; the rest is this package's own.
 *
 * **Goods go out when `verdict` becomes `'paid'`**, in the same statement as `save`.
 */
export interface PaymentRecord {
  verdict: Verdict
  /** Why; `describeReason` says it in words. */
  reason: Reason
  /** The payment that `verdict` is about. Null where there is none. */
  imp_uid: string | null
  /** What came, in the main unit of `currency`. After a promotion it is less than the order's amount. */
  paid: number
  /** What of it went back. Equal to `paid` once `verdict` is `cancelled`. */
  refunded: number
  /** The currency of `paid` and `refunded`. */
  currency: string
  /** A promotion's discount. What can be refunded at PortOne counts it in. */
  discount?: number
  /** `awaiting`: where the buyer has to pay the money in. */
  account?: Account
  /** Other payments of this order that held money once, such as a second one. */
  others?: OtherPayment[]
  /** The payments that `onReview` was called for. */
  reviewed?: string[]
}

/** 가상계좌: an account that was issued for one order. What a gateway leaves out is null. */
export interface Account {
  bank: string | null
  number: string | null
  holder: string | null
  /** 입금기한, UNIX seconds (`new Date(due * 1000)`). */
  due: number | null
}

/** A payment of the order that isn't the one which `PaymentRecord.imp_uid` names. */
export interface OtherPayment {
  imp_uid: string
  reason: Reason
  paid: number
  refunded: number
  currency: string
  discount?: number
}
