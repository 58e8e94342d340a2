import { cancelled, popupBlocked, reported, sdkAlerted } from '../developer-texts.ts'
import { asText } from '../util/as-text.ts'
import { patch } from './patch.ts'
import type { Ending, WatchedPayment, Watcher } from './watched-payment.ts'

/** The SDK's own failures, which it tells nobody but the buyer. In its words, which are the same since 1.1.5. */
const OWN_FAILURE =
  /판매자 코드가 설정되지|결제요청 파라메터가 누락|결제모듈 구동 중에 오류|등록 된 PG 설정 정보를 찾을 수 없|등록되지 않은 PG모듈|슈퍼빌링키 발급이 불가능/
/** The script picks one of three by the browser's language. Of the Korean one what shops don't say of popups of their own. */
const POPUP_BLOCKED = /주셔야 결제창이|ポップアップブロック|disable "Block pop-ups"/
/** The one gateway whose cancellation the script only alerts. */
const CANCELLED_BY_ALERT = 'smilepay'
const CANCELLED = /사용자가 결제를 취소하였습니다/

/** What an alert says of the payment; undefined where it says nothing of it. */
const endingOf = (text: string, { gateway, mayHavePopup }: WatchedPayment): Ending | undefined => {
  if (POPUP_BLOCKED.test(text)) {
    return {
      code: 'POPUP_BLOCKED',
      message: popupBlocked,
      by: 'alert',
      // The script took a wrapper's missing answer for a refusal.
      ...(mayHavePopup && { mayHavePaid: true }),
    }
  }
  if (OWN_FAILURE.test(text)) return { code: 'SDK_ERROR', message: sdkAlerted(text), by: 'alert' }
  if (gateway === CANCELLED_BY_ALERT && CANCELLED.test(text)) {
    return { code: 'CANCELLED', message: reported(cancelled, text), by: 'alert' }
  }
  return undefined
}

/** Turns what the SDK only alerts into the end of the payment. The buyer sees the alert all the same. */
export const watchAlerts: Watcher = payment =>
  patch('alert', (original, isWatching) => (...args) => {
    const ending = isWatching() ? endingOf(asText(args[0]).trim(), payment) : undefined
    if (ending) {
      payment.alerted ??= ending
      // The SDK has not finished when it alerts; what it does next must not outlive the payment.
      setTimeout(() => payment.fail(ending))
    }
    // Last, because one of the page's own may throw.
    original.apply(window, args)
  })
