/** What a shop is told, and how. A listener of the shop's can't undo what was stored, so its failure ends nothing. */
import type { Verdict } from '../types/verdict.ts'
import type { Reason } from './reasons.ts'
import type { Settlement } from './settlement.ts'
import * as texts from './texts.ts'

/** An order's payment has become something else, and that is stored. */
export interface Change extends Settlement {
  merchant_uid: string
  /** What was stored before; null where nothing was. */
  previous: Verdict | null
}

/** A payment that a person has to look at: another amount, a second payment, a status that nobody knows. */
export interface ReviewCase {
  merchant_uid: string
  imp_uid: string
  /** Why; `describeReason(reason, 'ko')` says it in words. */
  reason: Reason
}

/** A gateway asks whether it may go on, and takes a 200 for a yes. */
export interface ConfirmEvent {
  /** PortOne's name of the event: `Galaxia.Cvs.Confirm`. */
  event: string
  merchant_uid: string
  imp_uid: string | null
  /** What PortOne says of the order at this moment. */
  settlement: Settlement
}

/** Where something failed. */
export type Place = 'complete' | 'webhook' | 'onChange' | 'onReview' | 'onConfirm'

export interface ListenerOptions {
  /**
   * Called after a save that changed verdict, payment or sums. **At most once**: where the process dies in between, it is
   * never called. What must happen exactly once belongs into the statement of `save`.
   */
  onChange?: ((change: Change) => unknown) | undefined
  /**
   * Called once a payment, and once more where money came of one that was told of before. The record remembers it. At most once,
   * as `onChange`.
   */
  onReview?: ((found: ReviewCase) => unknown) | undefined
  /**
   * Whether a gateway that asks for consent may go on (Galaxia's slips for convenience stores). Without it the webhook
   * answers 503, which is no consent, and `onReview` is called.
   */
  onConfirm?: ((event: ConfirmEvent) => boolean | Promise<boolean>) | undefined
  /**
   * What `complete`, `webhook` and the listeners caught, for they answer in any case.
   * @default console.error
   */
  onError?: ((error: unknown, place: Place, merchant_uid: string | null) => unknown) | undefined
}

export interface Listeners {
  onChange(change: Change): Promise<void>
  onReview(found: ReviewCase): Promise<void>
  /** Undefined where the shop has no such listener. */
  onConfirm: ((event: ConfirmEvent) => Promise<boolean>) | undefined
  onError(error: unknown, place: Place, merchant_uid: string | null): void
}

export const createListeners = ({ onChange, onReview, onConfirm, onError }: ListenerOptions): Listeners => {
  const report: Listeners['onError'] = (error, place, merchant_uid) => {
    if (!onError) return console.error(texts.failedIn(place), merchant_uid ?? '', error)
    try {
      // It may be an async function, whose rejection nobody else would hear.
      Promise.resolve(onError(error, place, merchant_uid)).catch(() => {})
    } catch {
      // A listener for errors that fails itself has nobody left to tell.
    }
  }
  const call = async (place: Place, merchant_uid: string, run: () => unknown): Promise<void> => {
    try {
      await run()
    } catch (error) {
      report(error, place, merchant_uid)
    }
  }
  return {
    onChange: change => call('onChange', change.merchant_uid, () => onChange?.(change)),
    onReview: found => call('onReview', found.merchant_uid, () => onReview?.(found)),
    // Only `true` is consent.
    onConfirm: onConfirm && (async event => (await onConfirm(event)) === true),
    onError: report,
  }
}
