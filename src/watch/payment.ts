import type { PayErrorCode } from '../errors.ts'
import type { Iamport } from '../types/options.ts'

/** A payment that is in progress, as the watchers see it. */
export interface WatchedPayment {
  readonly imp: Iamport
  /** Whether the page is expected to be left. */
  readonly leaves: boolean
  /** Whether a window, a popup or a gateway's page was seen: from then on money may move. */
  opened: boolean
  /** Ends the payment, and puts the SDK's dialog away. */
  fail(code: PayErrorCode, message: string): void
}

/** Starts to watch; what it returns stops it and leaves nothing behind. */
export type Watcher = (payment: WatchedPayment) => () => void
