/** The server of a shop: asks PortOne what has become of an order, and keeps the answer in the shop's own store. */
import { type CompleteContext, createComplete } from './complete.ts'
import { createListeners, type ListenerOptions } from './listeners.ts'
import type { Orders } from './orders.ts'
import { refuseBrowsers } from './platform.ts'
import { createPortOne, type PortOne } from './portone/create-portone.ts'
import { checkPortOneOptions, type PortOneOptions } from './portone/portone-options.ts'
import { punctualOrders } from './punctual-orders.ts'
import { createReconcile, type ReconcileOptions, type Report } from './reconcile.ts'
import { createRefund, type RefundRequest } from './refund.ts'
import { createRegister, type RegisteredOrder } from './register.ts'
import { createSettle } from './settle.ts'
import type { Settlement } from './settlement.ts'
import * as texts from './texts.ts'
import { createWebhook } from './webhook.ts'

/** What `createPayments` takes. */
export interface PaymentsOptions extends PortOneOptions, ListenerOptions {
  /** The shop's own store. */
  orders: Orders
}

/** What the shop's server does with payments. Every function may be called on its own, without `this`. */
export interface Payments {
  /**
   * Asks PortOne for all payments of an order, judges them, and stores what is new. As often as one likes, and at once.
   *
   * @param question.imp_uid a payment to look up by its own number, for lists may lag behind.
   * @returns null for an order that the shop doesn't have.
   * @throws PortOneError where PortOne can't be asked (nothing is known then), TypeError for numbers that aren't text, and
   *   whatever the store throws.
   * @example
   * const settlement = await payments.settle({ merchant_uid: 'order_1' })
   * if (settlement?.verdict === 'paid') console.log(settlement.paid - settlement.refunded)
   */
  settle(question: { merchant_uid: string; imp_uid?: string | null }): Promise<Settlement | null>

  /**
   * The page's question, `POST { imp_uid, merchant_uid }`: `verify` of `createCheckout`. Answers
   * `{ verdict, merchant_uid, imp_uid, reason }`, a paid order from the store. 400 for a bad body, 404 for an unknown order, 405,
   * 413 above 1 MB, 503 with `Retry-After` where PortOne can't be asked, 500 where the store fails. Never rejects.
   *
   * @example
   * // app/payments/complete/route.ts (Next.js); Hono, Bun, Deno and Workers take it as it is, too
   * export const POST = payments.complete
   */
  complete(request: Request): Promise<Response>

  /**
   * PortOne's webhook, as JSON or as a form. 200 for what is stored and for what is no order of the shop's, 503 or 500 for
   * trouble, so that PortOne comes again. Never rejects.
   *
   * @example
   * export const POST = payments.webhook
   */
  webhook(request: Request): Promise<Response>

  /**
   * Looks at all that changed at PortOne since a time, and settles what the store doesn't know. Run it every few minutes
   * with the time of its last good run, and once a day with two days. Refunds made in a gateway's own admin are not in it:
   * PortOne is never told of them.
   *
   * @throws PortOneError where PortOne's lists can't be had: keep `since` for the next run. TypeError for a bad `since`.
   * @example
   * const { changed, failed } = await payments.reconcile({ since: Date.now() - 10 * 60_000 })
   */
  reconcile(options: ReconcileOptions): Promise<Report>

  /**
   * Registers the price at PortOne (결제 정보 사전 등록), which then opens no window for the order with another amount. As often as one
   * likes: a changed price is changed there. No replacement of `settle`: a buyer may change the order's number as well.
   *
   * @throws PortOneError where it could not be done, TypeError for a price that is none.
   * @example
   * await payments.register({ merchant_uid: 'order_1', amount: 14000 })
   */
  register(order: RegisteredOrder): Promise<void>

  /**
   * Refunds all that is left of an order's payment, or a part. Payment and checksum come from the record. Waits for 60
   * seconds at most and is never repeated by itself.
   *
   * @throws PortOneError: `INVALID` where nothing was sent (no amount, more than is left, unknown order), `REFUSED` where PortOne
   *   said no. With `mayHaveHappened` the money may have gone back: webhook or `reconcile` tells; look before trying again.
   * @example
   * await payments.refund({ merchant_uid: 'order_1', amount: 4000, reason: '부분 취소' })
   * await payments.refund({ merchant_uid: 'order_2', reason: '구매자 요청', refund_holder: '홍길동', refund_bank: '88', refund_account: '110123456789' })
   */
  refund(request: RefundRequest): Promise<Settlement>

  /** PortOne's REST API itself, for all other calls. */
  readonly portone: PortOne
}

const checkOrders = (orders: unknown): void => {
  const { find, save } = (orders ?? {}) as Partial<Orders>
  if (typeof find !== 'function' || typeof save !== 'function') {
    throw new TypeError(texts.badOption('orders', 'a store with the functions find and save', orders))
  }
}

const checkListeners = (options: ListenerOptions): void => {
  for (const name of ['onChange', 'onReview', 'onConfirm', 'onError'] as const) {
    const listener = options[name]
    if (listener !== undefined && typeof listener !== 'function') {
      throw new TypeError(texts.badOption(name, 'a function', listener))
    }
  }
}

/**
 * The payments of a shop: everything that its server does about them, over its own orders.
 *
 * @throws TypeError on a page (`window` and `document` are both there), and for an option of the wrong shape. A missing key or
 *   secret throws only when PortOne is asked, so that a build without them still builds.
 * @example
 * export const payments = createPayments({
 *   key: process.env.IMP_KEY,
 *   secret: process.env.IMP_SECRET,
 *   orders, // find and save over the shop's own table
 *   onReview: ({ merchant_uid, reason }) => tellStaff(`${merchant_uid}: ${describeReason(reason, 'ko')}`),
 * })
 */
export const createPayments = (options: PaymentsOptions): Payments => {
  refuseBrowsers()
  const { test, timeout } = checkPortOneOptions(options)
  checkOrders(options.orders)
  checkListeners(options)

  const orders = punctualOrders(options.orders, timeout)
  const portone = createPortOne(options)
  const listeners = createListeners(options)
  const { settle, settleBy, review } = createSettle({ orders, portone, test, timeout, listeners })
  const handlers: CompleteContext = { orders, settle, listeners }
  return {
    settle: async ({ merchant_uid, imp_uid }) => settle({ merchant_uid, imp_uid: imp_uid || undefined }),
    complete: createComplete(handlers),
    webhook: createWebhook({ settle, review, listeners, timeout }),
    reconcile: createReconcile({ orders, portone, settle, test }),
    register: createRegister(portone),
    refund: createRefund({ orders, portone, settle, settleBy }),
    portone,
  }
}
