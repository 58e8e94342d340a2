import type { PayErrorCode } from '../errors.ts'
import type { Iamport } from '../types/options.ts'

/** A payment that is in progress, as the watchers see it. */
export interface WatchedPayment {
  readonly imp: Iamport
  /** What the page had last when it began. */
  readonly last?: Element | undefined
  /** Whether the page is expected to be left. */
  readonly leaves: boolean
  /** When the SDK's window was first seen, in ms since 1970; 0 before. */
  opened: number
  /** The popup that opened while the SDK may ask for one. */
  popup?: Window
  /** Until when the page may be leaving, in ms since 1970; 0 before it began to. Links to an app begin to leave, and don't. */
  leavingUntil: number
  /** Ends the payment, and puts the SDK's dialog away. */
  fail(code: PayErrorCode, message: string): void
}

/** Starts to watch; what it returns stops it and leaves nothing behind. */
export type Watcher = (payment: WatchedPayment) => () => void
