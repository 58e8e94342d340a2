import { popupBlocked, unreadableResponse } from '../developer-texts.ts'
import { PayError, type PayErrorCode } from '../errors.ts'
import { unreportedDoubt } from '../response/doubt.ts'
import { callsItselfPaid, readResponse } from '../response/read-response.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import { isRecord } from '../util/is-object.ts'
import { mayHaveOpened } from './watch-window.ts'
import type { WatchedPayment } from './watched-payment.ts'

/** How a payment ended: well, or with an error. */
export type Outcome = UnverifiedPayment | PayError

/** `instanceof` would not know an error of another copy of the package. */
export const isFailure = (outcome: Outcome): outcome is PayError => !('via' in outcome)

/** The order, and the gateway with a merchant id where the request has one. */
export interface OrderInfo {
  readonly merchant_uid: string
  readonly gateway: string | undefined
}

/**
 * Whether a failure is the driver's way to say that its popup was refused. Nothing else has opened then, and the words are of the
 * driver's own making. A buyer's cancellation, an order that was paid before, and a response that calls itself paid, by its status or by an approval
 * number, stay what they are.
 */
const isAboutPopup = ({ code, response }: PayError, { isPopupRefused, popup }: WatchedPayment): boolean => {
  return isPopupRefused && !popup && code === 'PAYMENT_FAILED' && !callsItselfPaid(response)
}

/** The same failure under the code of what was seen on the page. */
const withCode = (
  { response, imp_uid }: PayError,
  info: OrderInfo,
  code: PayErrorCode,
  message: string,
  mayHavePaid: boolean | undefined,
): PayError => new PayError(code, message, { ...info, response, imp_uid, mayHavePaid })

/**
 * Reads what the script calls back, with what was seen of the payment. The script swallows whatever its callback throws, so nothing
 * is thrown here: a response that can't be read is an ending in doubt.
 */
export const readCallback = (
  response: unknown,
  { merchant_uid, gateway }: OrderInfo,
  payment: WatchedPayment,
): Outcome => {
  const { hasOpened, isLeaving, isWatched, popup, alerted, way } = payment
  try {
    if (!isRecord(response)) throw response
    // A driver may have come, and drawn its window, when nobody watched any more.
    const mayHaveDriver = way !== 'old' && !isWatched
    const seen = { window: hasOpened || isLeaving || mayHaveDriver, popupClosed: !!popup?.closed }
    const outcome = readResponse(response, 'callback', response, { merchant_uid, gateway, seen })
    if (!isFailure(outcome)) return outcome
    if (isAboutPopup(outcome, payment)) {
      return withCode(outcome, { merchant_uid, gateway }, 'POPUP_BLOCKED', popupBlocked, false)
    }
    if (!alerted || outcome.imp_uid) return outcome
    // The script alerted the failure, and calls back as well, with less information.
    const { code, message, situation } = alerted
    const doubt = unreportedDoubt(code, { situation, hasOpened, mayHaveOpened: mayHaveOpened(payment) })
    return withCode(outcome, { merchant_uid, gateway }, code, message, outcome.mayHavePaid || doubt)
  } catch (cause) {
    return new PayError('PAYMENT_FAILED', unreadableResponse, {
      merchant_uid,
      gateway,
      mayHavePaid: unreportedDoubt('PAYMENT_FAILED', {
        situation: 'unreadable-response',
        hasOpened,
        mayHaveOpened: true,
      }),
      cause,
    })
  }
}
