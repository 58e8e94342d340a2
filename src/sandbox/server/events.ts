/** The events that `onEvent` hears. */
import type { ApiPayment, ApiPaymentStatus } from './payment.ts'

/** A webhook, and what became of it. */
export interface SentWebhook {
  /** Counted from 1. */
  id: number
  /**
   * The fields that are sent: `imp_uid`, `merchant_uid`, `status`; of a cancel `cancellation_id`, of events
   * `event` and `extra`.
   */
  body: Readonly<Record<string, unknown>>
  url: string
  /**
   * `held`: until `release()`. `waiting`: until its time comes. `sending`: not answered yet. `answered`: see
   * `answer`. `failed`: the shop could not be reached. `lost`: never sent, as configured.
   */
  state: 'held' | 'waiting' | 'sending' | 'answered' | 'failed' | 'lost'
  /** The status that the shop answered with. */
  answer: number | null
  /** How often it was sent. */
  attempts: number
}

/** A request that the shop's server made. */
export interface ReceivedRequest {
  method: string
  /** With its query. */
  path: string
  /** The status of the answer; `null` where there was none. */
  status: number | null
  /** `code` of the answer; `null` where it wasn't PortOne's. */
  code: number | null
  message: string | null
}

export type SandboxApiEvent =
  | ({ type: 'request' } & ReceivedRequest)
  | { type: 'payment'; payment: Readonly<ApiPayment>; before: ApiPaymentStatus | null }
  | { type: 'webhook'; webhook: Readonly<SentWebhook> }
