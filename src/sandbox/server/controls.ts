/** Changes of payments that the shop's server didn't ask for, as a test makes them happen. */
import type { ApiCertification, ApiCustomer, ApiPayment, Given, NewCard, NewPayment } from './payment.ts'

/** 에스크로 상태, as KG Inicis tells it. */
export const ESCROW_STATUSES = ['2', '3', '31', '32', '4', '8', '10'] as const

/**
 * `2` sent, `3` confirmed by the buyer, `31` confirmed by time, `32` confirmed by force, `4` refused by the
 * buyer, `8` cancelled, `10` refusal accepted.
 */
export type EscrowStatus = (typeof ESCROW_STATUSES)[number]

export interface ArrivalOptions {
  /** Whether PortOne tells the shop of it, where it is of a kind that it tells of. Default: true. */
  webhook?: boolean | undefined
}

export interface AccountOptions extends ArrivalOptions {
  /**
   * 무제한: whether it takes any amount, any number of times, as hecto's may. Its `amount` is 0. Default: false.
   */
  unlimited?: boolean | undefined
}

export interface DepositOptions {
  /**
   * In the currency's main unit. Default: the payment's amount, and nothing else is taken unless the account
   * is unlimited.
   */
  amount?: number | undefined
  depositor_name?: string | undefined
}

export interface RefundOptions {
  /** How much, in the currency's main unit. Default: all that is left. */
  amount?: number | undefined
  reason?: string | undefined
}

export interface ConfirmOptions {
  /** How the buyer wants to pay at the till. Default: `card`. */
  payType?: 'card' | 'cash' | undefined
}

export interface EscrowOptions {
  /** Why the buyer refuses the goods. */
  denied_reason?: string | undefined
}

/**
 * Everything that can happen to payments. All but `confirm` happens at once; webhooks are on their way
 * afterwards.
 */
export interface SandboxApiControls {
  /**
   * Lets PortOne know a payment: an attempt of an order. Give what the test is about; the rest is filled in,
   * so that the whole is one that PortOne could give. A second one for the same `merchant_uid` is a second
   * attempt.
   *
   * @param payment Default: 1,000 won, paid by card. With `status: 'ready'` and nothing else: a window that
   * was opened and left.
   * @returns the whole payment.
   * @throws {TypeError} at a field that there isn't, or of the wrong shape.
   * @throws {Error} where two fields contradict each other.
   *
   * @example
   * const { imp_uid } = api.add({ merchant_uid: 'order-1', amount: 14000 })
   * api.add({ merchant_uid: 'order-2', amount: 14000, cancel_amount: 4000 }) // 4,000 of it went back
   */
  add(payment?: NewPayment, options?: ArrivalOptions): Readonly<ApiPayment>
  /**
   * 가상계좌: the buyer gets an account to pay into. With the `imp_uid` of a window that was opened, that one's.
   * The webhook says `ready`.
   */
  issueVirtualAccount(payment?: NewPayment, options?: AccountOptions): Readonly<ApiPayment>
  /** The buyer pays into the account, or pays the slip at the till. The webhook says `paid`. */
  deposit(imp_uid: string, options?: DepositOptions): Readonly<ApiPayment>
  /**
   * The gateway approves: a window that is open, a `pending` payment, or one that was called `failed` before
   * its review was over (PayPal, paymentwall, kicc_v2). The webhook says `paid`.
   */
  approve(imp_uid: string): Readonly<ApiPayment>
  /**
   * The gateway refuses. PortOne tells the shop only of what was `pending`: failures of a window it keeps to
   * itself.
   */
  fail(imp_uid: string, reason?: string): Readonly<ApiPayment>
  /**
   * Somebody gives money back in PortOne's console. The webhook says `cancelled`, with the `cancellation_id`.
   */
  refundInConsole(imp_uid: string, options?: RefundOptions): Readonly<ApiPayment>
  /**
   * The gateway does what `POST /payments/cancel` asked for while `cancels` was `pending`. The webhook says
   * `cancelled`.
   */
  completeCancel(imp_uid: string): Readonly<ApiPayment>
  /**
   * Asks the payment's `confirm_url` just before the approval, and goes on as the shop says: 200 is a yes. A
   * no makes it `failed` with the shop's `reason`; a slip of Galaxia's stays as it was, and can be tried
   * again. Without a `confirm_url` nobody is asked.
   */
  confirm(imp_uid: string, options?: ConfirmOptions): Promise<Readonly<ApiPayment>>
  /** An escrow payment goes on. The webhook is the event `Inicis.Escrow.Changed`. */
  changeEscrow(imp_uid: string, status: EscrowStatus, options?: EscrowOptions): Readonly<ApiPayment>
  /**
   * A card that `POST /subscribe/payments/again` can charge. With `declines` it can't: true, or the reason.
   */
  registerCard(card: NewCard): Readonly<ApiCustomer>
  /** The result of an identity check. */
  addCertification(certification?: Given<ApiCertification>): Readonly<ApiCertification>
  /**
   * Answers a payment with these fields whatever it is, from now on: what PortOne may add, or leave out, one
   * day. Unchecked.
   *
   * @param fields `undefined` leaves a field out.
   *
   * @example
   * api.overwrite(imp_uid, { status: 'on_hold', sandbox: undefined })
   */
  overwrite(imp_uid: string, fields: Readonly<Record<string, unknown>>): void
  /** Ends all tokens at once, as a new secret in the console does. */
  expireTokens(): void
}
