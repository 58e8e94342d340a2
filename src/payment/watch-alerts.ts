/** Turns what the script only alerts into the end of the payment. */
import { cancelled, popupBlocked, reported, sdkAlerted } from '../developer-texts.ts'
import type { Situation } from '../response/doubt.ts'
import { saysNoChannels } from '../response/reported-texts.ts'
import { asText } from '../util/as-text.ts'
import { patch } from './patch.ts'
import type { Ending, WatchedPayment, Watcher } from './watched-payment.ts'

/** The script's own failures, which it reports to nobody but the buyer. A pattern fits the text of all releases that have it. */
const OWN_FAILURE =
  /판매자 코드가 설정되지|결제요청 파라메터가 누락|결제모듈 구동 중에 오류|등록되지 않은 PG모듈|슈퍼빌링키 발급이 불가능/
/**
 * Newer scripts pick one of three texts by the browser's language, 1.1.5 has the Korean one alone. Of the Korean text the
 * pattern takes the part that shops don't write about popups of their own.
 */
const POPUP_BLOCKED = /주셔야 결제창이|ポップアップブロック|disable "Block pop-ups"/
/** The only gateway whose cancellation the script alerts without calling back. */
const CANCELLED_BY_ALERT = 'smilepay'
const CANCELLED = /사용자가 결제를 취소하였습니다/

const popupSituation = ({ isPopupRefused, mayHavePopup }: WatchedPayment): Situation | undefined => {
  // A wrapper of `window.open` gave no answer, and the script took that for a refusal: the popup may be open.
  if (mayHavePopup) return 'popup-unseen'
  // Without a refusal that was seen the alert may be about another call of the page's, under the open window of this payment.
  return isPopupRefused ? 'popup-refused' : undefined
}

/** The ending that an alert reports; undefined for an alert about something else. */
const endingOf = (text: string, payment: WatchedPayment): Ending | undefined => {
  if (POPUP_BLOCKED.test(text)) {
    const situation = popupSituation(payment)
    return { code: 'POPUP_BLOCKED', message: popupBlocked, by: 'alert', situation }
  }
  if (OWN_FAILURE.test(text) || saysNoChannels(text)) {
    // On the new way the script alerts inside the call, or not at all. Later it alerts about an abandoned request of the old way.
    const situation = payment.way === 'new' && !payment.isBeingAsked ? 'alert-of-other' : undefined
    return { code: 'SDK_ERROR', message: sdkAlerted(text), by: 'alert', situation }
  }
  if (payment.gateway === CANCELLED_BY_ALERT && CANCELLED.test(text)) {
    return { code: 'CANCELLED', message: reported(cancelled, text), by: 'alert' }
  }
  return undefined
}

/** Watches `alert` for the script's own failures. The buyer sees the alert all the same. */
export const watchAlerts: Watcher = payment =>
  patch('alert', (original, isWatching) => (...args) => {
    const ending = isWatching() ? endingOf(asText(args[0]).trim(), payment) : undefined
    if (ending) {
      if (!payment.alerted) {
        payment.alerted = ending
        payment.wasAlertedLater = !payment.isBeingAsked
      }
      // The script has not finished when it alerts, and the clean-up has to come behind what it does next.
      setTimeout(() => payment.fail(ending))
    }
    // The original is called last, because an `alert` of the page's own may throw.
    original.apply(window, args)
  })
