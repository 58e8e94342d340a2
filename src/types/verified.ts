/** What the shop's server has proven. */
import type { UnverifiedPayment } from './response.ts'
import type { Verdict } from './verdict.ts'

/** The verdicts with which a payment has gone well. */
export type GoodVerdict = Extract<Verdict, 'paid' | 'awaiting' | 'pending' | 'registered'>

/** A payment that the shop's server has looked up, and calls good. */
export interface VerifiedPayment {
  /** `paid`: the money came. `awaiting`: a deposit is awaited. `pending`: the gateway decides later. `registered`: a card was registered. */
  verdict: GoodVerdict
  /** 주문번호. */
  merchant_uid: string
  /** 아임포트 거래번호, as far as the server or the browser was told one. */
  imp_uid: string | null
  /** What the browser heard; null where it heard of a failure, or of nothing. */
  payment: UnverifiedPayment | null
  /** What the server answered, whole. */
  answer: unknown
}

/** Which payment the server is asked about. */
export interface Claim {
  /** Null where the browser was told none: the server finds the payment by `merchant_uid`. */
  imp_uid: string | null
  merchant_uid: string
}

/**
 * How the shop's server is asked: an address, or a function of the shop's.
 *
 * An address gets a `POST` of `{ imp_uid, merchant_uid }` as JSON, with the credentials of its own origin, and answers
 * `{ verdict, retryAfter? }` (seconds). An answer that is not 2xx, no JSON or has an unknown verdict is none.
 *
 * @example
 * createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
 */
export type Verify =
  | string
  | URL
  | ((
      claim: Claim,
      signal: AbortSignal,
    ) => Promise<Verdict | { verdict: Verdict; retryAfter?: number | undefined }>)
