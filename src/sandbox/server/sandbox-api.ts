/** The interface of the double. */
import type { SandboxApiControls } from './controls.ts'
import type { ReceivedRequest, SentWebhook } from './events.ts'
import type { ApiPayment } from './payment.ts'
import type { SandboxApiSettings } from './settings.ts'

/** The clock of the double. Tokens, time-outs of PortOne's and scheduled payments go by it. */
export interface SandboxApiClock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Moves it forward, and does what was to happen meanwhile: scheduled payments, webhooks that are late or
   * sent again. Resolves when all of it is done, the shop's answers included.
   *
   * @param ms more than 0.
   */
  advance(ms: number): Promise<void>
}

export interface SandboxApiWebhooks {
  /** All webhooks so far, oldest first, and what became of each. */
  log(): SentWebhook[]
  /**
   * Resolves once the shop has answered all that were sent. What waits for its time is not waited for: see
   * `clock.advance`.
   */
  settled(): Promise<void>
  /**
   * Sends those that are held (`configure({ webhooks: { hold: true } })`), one after the other. Resolves once
   * they are answered.
   */
  release(options?: { order?: 'same' | 'reverse' | undefined }): Promise<void>
  /** Loses those that are held. Returns how many. */
  drop(): number
  /** Sends a payment's webhooks once more, to the address of then, as somebody at the console does. */
  resend(imp_uid: string): Promise<void>
  /** The console's test button: calls the address with numbers that are no order's. */
  test(): Promise<SentWebhook>
}

/** PortOne V1's REST API without a network, and the world around it. */
export interface SandboxApi extends SandboxApiControls {
  /**
   * Answers what `https://api.iamport.kr` would: put it in where a server takes its `fetch`. Any other
   * address is out of reach.
   *
   * @example
   * const api = createSandboxApi()
   * const payments = createPayments({ key: 'key', secret: 'secret', orders, fetch: api.fetch })
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /**
   * The same for a server that passes on what it is asked, under whatever address: the API, `POST /ledger`
   * for the browser sandbox, `GET /` for people, and `POST /sandbox/…` for tests in other languages. Rejects
   * where the network is to be down.
   */
  readonly handle: (request: Request) => Promise<Response>
  /** All payments, oldest first. */
  payments(): Readonly<ApiPayment>[]
  /** A payment by its number, of a test channel or not. */
  find(imp_uid: string): Readonly<ApiPayment> | undefined
  /** All requests to the API so far, oldest first, with how each was answered. */
  requests(): ReceivedRequest[]
  readonly webhooks: SandboxApiWebhooks
  readonly clock: SandboxApiClock
  /**
   * Changes the settings that are given; `undefined` takes one back. Those of `webhooks` are changed one by
   * one, too.
   */
  configure(settings: SandboxApiSettings): void
  /** Forgets all payments, cards, tokens, webhooks and requests. Settings and clock stay. */
  reset(): void
}
