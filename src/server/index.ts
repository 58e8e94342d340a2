/** `iamport-checkout/server`: what proves a payment. For servers only: it holds the secret of the REST API. */

export type { Verdict } from '../types/verdict.ts'
export { createPayments, type Payments, type PaymentsOptions } from './create-payments.ts'
export { type JudgedOrder, type Judgement, type JudgeOptions, judge, type Review } from './judge.ts'
export type { Change, ConfirmEvent, ListenerOptions, Place, ReviewCase } from './listeners.ts'
export { type MemoryOrders, memoryOrders, type NewOrder } from './memory-orders.ts'
export type { Account, Orders, OtherPayment, PaymentRecord, StoredOrder } from './orders.ts'
export {
  type CallOptions,
  type CancelRequest,
  createPortOne,
  type ListedStatus,
  type ListOptions,
  type Period,
  type PortOne,
  type PreparedAmount,
} from './portone/create-portone.ts'
export { PortOneError, type PortOneErrorCode, type PortOneErrorDetails } from './portone/error.ts'
export type { Cancellation, Payment } from './portone/payment.ts'
export type { PortOneOptions } from './portone/portone-options.ts'
export type { Method } from './portone/send.ts'
export { describeReason } from './reason-texts.ts'
export type { Reason } from './reasons.ts'
export type { ReconcileOptions, Report } from './reconcile.ts'
export type { RefundRequest } from './refund.ts'
export type { RegisteredOrder } from './register.ts'
export type { Settlement } from './settlement.ts'
export { type Expect, type OrderToStore, testOrders } from './test-orders.ts'
