import { asText } from '../as-text.ts'
import { popupBlocked, sdkFailed } from '../texts.ts'
import { patch } from './patch.ts'
import type { Watcher } from './payment.ts'

/** The SDK's own failures, which it tells nobody but the buyer. In its words, which are the same since 1.1.5. */
const OWN_FAILURE = /판매자 코드가 설정되지|결제요청 파라메터가 누락|결제모듈 구동 중에 오류/
/** It picks one of three by the browser's language. Of the Korean one what shops don't say of popups of their own. */
const BLOCKED = /주셔야 결제창이|ポップアップブロック|disable "Block pop-ups"/

/** Turns what the SDK only alerts into the end of the payment. The buyer sees it all the same. */
export const watchAlerts: Watcher = payment =>
  patch('alert', original => (...args) => {
    const text = asText(args[0]).trim()
    // The SDK has not finished when it alerts; what it does next must not outlive the payment.
    if (BLOCKED.test(text)) setTimeout(() => payment.fail('POPUP_BLOCKED', popupBlocked))
    else if (OWN_FAILURE.test(text)) setTimeout(() => payment.fail('SDK_ERROR', sdkFailed(text)))
    // Last: one of the page's own may throw.
    original.apply(window, args)
  })
