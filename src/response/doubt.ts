/**
 * The one place that answers `mayHavePaid`: from how a payment ended, what had opened, what was said and by which gateway.
 * Each line can be held against the contract; whatever is not named here is what the code alone says (errors.ts).
 *
 * | ending | money may have moved |
 * |---|---|
 * | a failure that was reported | see `reportedDoubt` |
 * | `SDK_ERROR` | once a window had opened, or when the frame reported that its page broke |
 * | `POPUP_BLOCKED` | where something of the gateway's may be open all the same |
 * | `WINDOW_NOT_OPENED` | unless it is known that no request went out |
 * | `ABORTED` | once anything may have opened |
 */
import type { PayErrorCode } from '../errors.ts'
import { isUnreliable } from '../gateways/unreliable.ts'
import { saysCancelled, saysNoAnswer, saysNothing, saysUnknown } from './reported-texts.ts'

/** How much of a payment had been seen when it ended. */
export interface Seen {
  /** A payment window was open. */
  readonly window: boolean
  /** A popup that had opened was closed again, by the buyer or by the script. */
  readonly popupClosed: boolean
}

/** What a response says that bears on money. */
export interface Said {
  /** The gateway of the request, and the one that the response names. */
  readonly gateways: readonly (string | undefined)[]
  readonly imp_uid: string | null
  readonly code: string | undefined
  readonly message: string | undefined
  /** The response calls itself paid in another member: `status: 'paid'`, an approval number. */
  readonly claimsPaid: boolean
  /** What had been seen; not given for landings. */
  readonly seen?: Seen | undefined
}

/** Codes by which `v1` passes on what its server has found out. */
const KNOWN_STATE = /^(PG_PROVIDER_ERROR|PORTONE_ERROR|F400|F1001)$/

/**
 * Whether money may have moved although a failure was reported. It is asked before the failure is called a cancellation:
 * a gateway that reports falsely does so with those texts, too.
 */
export const reportedDoubt = ({ gateways, imp_uid, code, message, claimsPaid, seen }: Said): boolean => {
  const said = [code, message].filter(Boolean).join(' ')
  // Known to report failures although the money was taken, or to decide later.
  if (gateways.some(isUnreliable)) return true
  // A response that contradicts itself.
  if (claimsPaid) return true
  // The script or the gateway says that it lost track.
  if (saysUnknown(said)) return true
  // A bare "no" to a payment that has a number may be a lost answer.
  if (imp_uid && saysNothing(said)) return true
  // `F500` is the script's own code for an answer that it didn't get. Before a number and a window nothing was asked.
  if (code === 'F500' && (imp_uid || seen?.window || seen?.popupClosed)) return true
  // Nobody answered a question about money.
  if (imp_uid && saysNoAnswer(said)) return true
  // The popup was closed, and the server would not call the payment failed: perhaps because it has just been paid.
  return !!imp_uid && !!seen?.popupClosed && !KNOWN_STATE.test(code ?? '') && !saysCancelled(said, gateways)
}

/** What the page has seen of a payment that ended without the SDK's callback. */
export interface Observed {
  /** A window was open. */
  readonly hasOpened: boolean
  /** A window may have opened, or may still open where the page can't reach it. */
  readonly mayHaveOpened: boolean
}

/**
 * Whether money may have moved where nobody reported anything; undefined where the code alone says so.
 */
export const unreportedDoubt = (
  code: PayErrorCode,
  { hasOpened, mayHaveOpened }: Observed,
): boolean | undefined => {
  switch (code) {
    // Another call of the page's may have made the script alert, under the open window of this payment.
    case 'SDK_ERROR':
    case 'POPUP_BLOCKED':
      return hasOpened
    case 'ABORTED':
      return mayHaveOpened
    default:
      return undefined
  }
}
