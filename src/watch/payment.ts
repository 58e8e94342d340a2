import type { PayErrorCode } from '../errors.ts'
import type { Iamport } from '../types/options.ts'

/** A payment that is in progress, as the watchers see it. */
export interface WatchedPayment {
  readonly imp: Iamport
  /** What the page had last when it began. */
  readonly last?: Element | undefined
  /** Whether the page is expected to be left. */
  readonly leaves: boolean
  /** How long it may take until its window opens, in ms; 0 is for ever. */
  readonly openTimeout: number
  /** The SDK's frames of the payment before, which go when it makes them anew. What they show is not this one. */
  readonly old: readonly Element[]
  /** When the SDK's window was first seen, in ms since 1970; 0 before. */
  opened: number
  /** The SDK's frames at that time; one of them has the order. */
  frames?: readonly Element[]
  /** The popup that opened while the SDK may ask for one. */
  popup?: Window
  /** Until when the page may be leaving, in ms since 1970; 0 before it began to. Links to an app begin to leave, and don't. */
  leavingUntil: number
  /** Ends the payment, and puts the SDK's dialog away. */
  fail(code: PayErrorCode, message: string): void
}

/** Starts to watch; what it returns stops it and leaves nothing behind. */
export type Watcher = (payment: WatchedPayment) => () => void
