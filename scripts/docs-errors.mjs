/**
 * The prose of docs/errors.md. What can be read from src is not here: the first line of each section, `mayHavePaid`,
 * `retryable`, and the sentences for buyers.
 */

/**
 * @typedef {object} Ending
 * @property {string} happened what a developer should know beyond the doc comment, in English
 * @property {string} todo what to do, in English
 * @property {string} brief what happened, in Korean, as one sentence
 * @property {string} ko what to know and to do beyond that, in Korean
 * @property {string} [either] when `mayHavePaid` can be either, when it is true
 * @property {string} [eitherKo] the same in Korean
 */

const LOOK_FIRST =
  'Send `merchant_uid` to your server and let it ask the REST API. Only when that knows of no payment, some seconds later either, may the buyer pay again, with the same `merchant_uid`.'
const LOOK_FIRST_KO =
  '`merchant_uid`를 서버로 보내 REST API로 먼저 조회하세요. 몇 초 뒤에도 결제 내역이 없을 때만, 같은 `merchant_uid`로 다시 결제하게 하세요.'

/** @type {Record<string, Ending>} */
export const endings = {
  NOT_BROWSER: {
    happened:
      'Importing the package is safe anywhere, calling `requestPay()` and `loadIamport()` is not. On a server `prepare()` and `parseRedirect()` work, and `resumePay()` does with a `url`.',
    todo: 'Call it in a click handler or an effect, not while a page is rendered on the server.',
    brief: '서버나 워커처럼 document가 없는 환경에서 호출했습니다.',
    ko: '렌더링 중이 아니라 클릭 핸들러나 effect 안에서 호출하세요. import는 어디서나 안전합니다.',
  },
  INVALID_OPTIONS: {
    happened:
      'The message names the option. The usual one is a `userCode` from an environment variable that was not set.',
    todo: 'Correct the option. Nothing was loaded or called.',
    brief: '`userCode`가 없거나 옵션 값이 잘못되었습니다.',
    ko: '메시지에 옵션 이름이 있습니다. 환경 변수가 설정되지 않아 `userCode`가 비어 있는 경우가 가장 흔합니다.',
  },
  INVALID_REQUEST: {
    happened:
      '`issues` lists every problem at once, errors and warnings, each with `code`, `path` and what was expected. Also the ending of a request that is no object.',
    todo: 'Show `describeIssue(issue, locale)` while you develop. Call `prepare()` to find issues before a buyer does. If the buyer can fix it (a blank `buyer_tel`, say), point at the field by `issue.path`.',
    brief: '요청 검증에서 오류가 발견되었습니다.',
    ko: '`issues`에 모든 문제가 들어 있습니다. 아무것도 불러오거나 호출하지 않았습니다. 개발 중에는 `describeIssue()`로 내용을 확인하세요.',
  },
  SDK_LOAD_FAILED: {
    happened:
      'The message says which addresses were tried, how each ended and after how long, and whether the browser believes that it is online. Ad blockers and a Content-Security-Policy are the usual causes where it is.',
    todo: 'Let the buyer try again: a failed load is forgotten, and the next call starts anew.',
    brief: '모든 주소에서, 재시도까지 했지만 스크립트를 불러오지 못했습니다.',
    ko: '메시지에 시도한 주소와 걸린 시간이 있습니다. 온라인인데도 실패한다면 광고 차단 확장 프로그램이나 CSP를 확인하세요. 다시 호출하면 처음부터 새로 불러옵니다.',
  },
  SDK_LOAD_TIMEOUT: {
    happened: 'As `SDK_LOAD_FAILED`, but the last attempt got no answer at all in `timeout` milliseconds.',
    todo: 'Let the buyer try again. If it happens often, preload with `loadIamport()` when the checkout page opens.',
    brief: '스크립트를 불러오지 못했고, 마지막 시도는 `timeout` 안에 응답조차 없었습니다.',
    ko: '다시 시도하게 하세요. 자주 생기면 결제 페이지가 열릴 때 `loadIamport()`로 미리 불러오세요.',
  },
  SDK_INCOMPATIBLE: {
    happened:
      'One of: an answer arrived but defines no `IMP` (an error page, a proxy); the page has jQuery 4 or a slim build, which the scripts up to 1.2.x can’t run with; the page was initialised for another `userCode` or `tierCode`; the gateway or a `channelKey` needs a newer script than the one that is used.',
    todo: "The message says which. For jQuery, a `channelKey` and newer gateways `sdk: 'v1'` is the way out. For another merchant code reload the page: the script can’t change it.",
    brief: '스크립트가 이 페이지나 이 결제와 맞지 않습니다.',
    ko: "`IMP`가 없거나, jQuery 4 또는 slim 빌드이거나, 다른 가맹점 식별코드로 이미 초기화되었거나, `channelKey`나 PG사가 더 새로운 스크립트를 요구하는 경우입니다. 어느 경우인지는 메시지에 있습니다. jQuery, `channelKey`, 새 PG사는 `sdk: 'v1'`로 해결되고, 다른 가맹점 식별코드로 결제하려면 페이지를 새로고침해야 합니다.",
  },
  SDK_ERROR: {
    happened:
      'The script’s own `alert` is shown as ever; its text is in the message, too. What was thrown, if something was, is the `cause`.',
    todo: 'Ask the buyer to reload the page. If it happens again and again, look at the message: the script says that a merchant code or a parameter is missing in its own words.',
    brief: '스크립트가 예외를 던졌거나 `alert`로만 실패를 알렸습니다.',
    ko: '스크립트의 `alert`는 그대로 표시되며, 그 문구는 메시지에도 담깁니다. 페이지를 새로고침하도록 안내하세요.',
  },
  WINDOW_NOT_OPENED: {
    happened:
      'Usually the list of channels never came: a wrong `userCode`, or `service.iamport.kr` out of reach. The script waits for it indefinitely and says nothing. A window may have opened unseen, so this is in doubt. With `v1`, which draws some windows elsewhere, the package waits on where anything came into the page, rather than guess. The next call asks for the channels again.',
    todo: LOOK_FIRST,
    brief: '`openTimeout` 안에 결제창이 열리지 않았습니다.',
    ko: `\`userCode\`가 틀렸거나 채널 목록을 받지 못한 경우가 많습니다. ${LOOK_FIRST_KO}`,
  },
  POPUP_BLOCKED: {
    happened:
      'A popup may only be opened soon after a click. Safari gives up when the script takes more than about a second to load, and every `await` before `requestPay()` takes time, too.',
    todo: 'Preload with `loadIamport({ userCode })` when the checkout page opens, create the order before the click, and call `requestPay()` first thing in the click handler. Then ask the buyer to click again.',
    brief: '브라우저가 PG사의 팝업을 차단했습니다.',
    ko: '결제 페이지가 열릴 때 `loadIamport({ userCode })`로 미리 불러오고, 주문은 클릭 전에 만들고, 클릭 핸들러에서 `await` 없이 바로 `requestPay()`를 호출하세요.',
  },
  BUSY: {
    happened:
      'A second call for the same `merchant_uid` gets the promise of the first; this is one for another order, or a window that other code on the page has opened.',
    todo: 'The payment in progress has to be finished first: let the buyer complete or cancel it in its window. Disable the button while the promise is pending, and where several parts of a page pay, let one wait for the other.',
    brief: '이 페이지에서 다른 결제가 진행 중입니다.',
    ko: '진행 중인 결제를 먼저 마치거나 취소해야 합니다. Promise가 끝날 때까지 버튼을 비활성화하세요. 같은 `merchant_uid`로 다시 호출하면 같은 Promise를 돌려받습니다.',
  },
  CANCELLED: {
    happened:
      'Recognised by the codes and texts that are known. A gateway may report a declined card in the same words, and may report a cancellation as `PAYMENT_FAILED`.',
    todo: 'Leave the buyer on the checkout page. Paying again with the same `merchant_uid` is fine.',
    brief: '구매자가 결제를 취소한 것으로 보입니다.',
    ko: '공통 코드가 없어 알려진 코드와 문구로 판단하므로 완벽하지 않습니다. 결제 페이지에 그대로 두고, 같은 `merchant_uid`로 다시 결제할 수 있게 하세요.',
  },
  DUPLICATE_ORDER: {
    happened:
      'The gateway refuses to take money twice for one `merchant_uid`, which is what protects a buyer who clicks again.',
    todo: 'Let your server look `merchant_uid` up and show the order. Don’t make up a new `merchant_uid` for the same order: that would charge the buyer twice.',
    brief: '이미 결제된 `merchant_uid`입니다.',
    ko: '서버에서 조회해 주문 내역을 보여 주세요. 같은 주문에 새 `merchant_uid`를 만들어 다시 결제하면 이중 결제가 됩니다.',
  },
  PAYMENT_FAILED: {
    happened:
      '`response.error_code` and `response.error_msg` are the gateway’s own, which has no common table of codes. Naver Pay’s contract wants `error_msg` shown unchanged; `describe()` does that.',
    either:
      'for gateways that are known to report failures of orders that were paid (daou), and where there is an `imp_uid` but neither code nor text, or `F500`: the script got no answer to the approval',
    eitherKo:
      '결제된 주문도 실패로 알리는 것으로 알려진 PG사(daou)이거나, `imp_uid`는 있는데 오류 코드와 문구가 없거나 코드가 `F500`(승인 요청의 응답을 받지 못함)인 경우',
    todo: `Where \`mayHavePaid\` is false, let the buyer try again or choose another pay method. Where it is true, look first. ${LOOK_FIRST}`,
    brief: 'PG사가 결제 실패를 알렸습니다.',
    ko: `원문은 \`response.error_code\`와 \`response.error_msg\`에 있습니다. \`mayHavePaid\`가 false면 다시 시도하게 하세요. true면 ${LOOK_FIRST_KO}`,
  },
  WINDOW_CLOSED: {
    happened:
      'The window disappeared, and no callback came in the second after that (five seconds where the page was to be left). The buyer may have closed it, a browser extension may have upset it, or the page’s own code called `IMP.init`, which takes its frames away. A result that comes later goes to `onLateResult`.',
    todo: LOOK_FIRST,
    brief: '결제창이 닫혔는데 결과가 오지 않았습니다.',
    ko: `늦게 온 결과는 \`onLateResult\`로 전달됩니다. ${LOOK_FIRST_KO}`,
  },
  RETURNED: {
    happened:
      'The browser restored the page as it was when it left for the gateway. The leftovers of the payment window were cleaned away, so the page can be used. Where a browser loads the page anew instead, `resumePay({ onUnfinished })` tells you.',
    todo: LOOK_FIRST,
    brief: '구매자가 결과 없이 PG사 페이지에서 돌아왔습니다.',
    ko: `남아 있던 결제창은 정리되어 페이지를 그대로 쓸 수 있습니다. 페이지가 새로 열린 경우에는 \`resumePay({ onUnfinished })\`로 알 수 있습니다. ${LOOK_FIRST_KO}`,
  },
  ABORTED: {
    happened:
      'The window is closed, and a popup that was open by then; a window that `v1` draws elsewhere stays. A gateway that was already working on the payment is not stopped by it.',
    either:
      'once a payment window was seen, and with the script `v1`, which draws the windows of newer gateways elsewhere, once it was called for one of these',
    eitherKo:
      '결제창이 열린 뒤에 중단한 경우. `v1` 스크립트의 신모듈 PG사는 결제창이 열렸는지 알 수 없으므로, 호출한 뒤에 중단하면 모두 해당합니다',
    todo: `Where \`mayHavePaid\` is false, nothing. Where it is true, look first. ${LOOK_FIRST}`,
    brief: '`signal`로 결제를 중단했습니다.',
    ko: `이미 진행 중이던 PG사의 처리까지 멈추지는 않습니다. \`mayHavePaid\`가 true면 ${LOOK_FIRST_KO}`,
  },
}
