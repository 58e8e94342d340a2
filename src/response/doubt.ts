/**
 * Answers `mayHavePaid`, in one place: from how a payment ended, what had opened, what was said and by which gateway. Whatever is
 * not named here is what the code alone says (errors.ts).
 *
 * | ending | money may have moved | here |
 * |---|---|---|
 * | a failure that was reported | for one of the reasons there | `reportedDoubt` |
 * | a callback with no response in it | always | `unreadable-response` |
 * | `SDK_ERROR` | once a window had opened | `unreportedDoubt` |
 * | `SDK_ERROR`, because a frame reported that its page broke | always | `frame-broke` |
 * | `POPUP_BLOCKED` | once a window had opened | `unreportedDoubt` |
 * | `POPUP_BLOCKED`, and `window.open` was seen to give null | never, where no window had opened before it | `popup-refused` |
 * | `POPUP_BLOCKED`, though `window.open` gave no answer | always | `popup-unseen` |
 * | `WINDOW_NOT_OPENED` | always | errors.ts |
 * | `WINDOW_NOT_OPENED`, and it is known that no request went out | never | `request-unsent` |
 * | `ABORTED` | once anything may have opened | `unreportedDoubt` |
 *
 * With `pay` and `resume` the server has the last word: verification/conclude.ts.
 */
import type { PayErrorCode } from '../errors.ts'
import { isUnreliable } from '../gateways/unreliable.ts'
import { saysCancelled, saysNoAnswer, saysNothing, saysUnknown } from './reported-texts.ts'

/** How much of a payment the page had seen when it ended. */
export interface Seen {
  /** Whether a payment window had been open, or the page may have been leaving. */
  readonly window: boolean
  /** Whether a popup that had opened is closed, by the buyer or by the script. */
  readonly popupClosed: boolean
}

/** Everything in a response that bears on money. */
export interface Said {
  /** The gateway of the request, and the one that the response names. */
  readonly gateways: readonly (string | undefined)[]
  readonly imp_uid: string | null
  readonly code: string | undefined
  readonly message: string | undefined
  /** Whether the response calls itself paid in another member: `status: 'paid'`, an approval number. */
  readonly claimsPaid: boolean
  /** The page's view of the payment; not given for landings. */
  readonly seen?: Seen | undefined
}

/** Codes that `v1` gives to a state that it knows: what its server found out, a failure without a code, a missing channel. */
const KNOWN_STATE = /^(PG_PROVIDER_ERROR|PORTONE_ERROR|F400|F1001)$/

/**
 * Whether money may have moved although a failure was reported. A text of cancellation takes no doubt away: a gateway that
 * reports falsely uses such texts, too.
 */
export const reportedDoubt = ({ gateways, imp_uid, code, message, claimsPaid, seen }: Said): boolean => {
  const said = [code, message].filter(Boolean).join(' ')
  // The gateway is known to report failures although the money was taken, or to decide later.
  if (gateways.some(isUnreliable)) return true
  // The response contradicts itself.
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

/** A situation that says more about money than the code of the ending does. */
export type Situation =
  /** The script called back with something that is no response. */
  | 'unreadable-response'
  /** The page in the payment window reported that it broke; it may have had the order. */
  | 'frame-broke'
  /** The browser refused the popup, and nothing had opened before. A dialog that opens with it shows nothing to pay with. */
  | 'popup-refused'
  /** The script alerted a failure that may be an earlier request's, while this payment's request is on its way. */
  | 'alert-of-other'
  /** `window.open` gave neither a window nor null: a popup may be open. */
  | 'popup-unseen'
  /** It is known that the script never sent the request. */
  | 'request-unsent'

const SITUATIONS: Readonly<Record<Situation, boolean>> = {
  'unreadable-response': true,
  'frame-broke': true,
  'popup-refused': false,
  'alert-of-other': true,
  'popup-unseen': true,
  'request-unsent': false,
}

/** The page's view of a payment that ended without a response. */
export interface Observed {
  readonly situation?: Situation | undefined
  /** Whether a window had been open. */
  readonly hasOpened: boolean
  /** Whether a window may have opened, or may still open where the page can't reach it. */
  readonly mayHaveOpened: boolean
}

/** Whether money may have moved where nobody reported anything; undefined where the code alone says so. */
export const unreportedDoubt = (
  code: PayErrorCode,
  { situation, hasOpened, mayHaveOpened }: Observed,
): boolean | undefined => {
  if (situation) return SITUATIONS[situation]
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
