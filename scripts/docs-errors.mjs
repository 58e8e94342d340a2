/**
 * The prose of docs/errors.md and docs/ko/errors.md. What can be read from src is not here: the first line of each section, `mayHavePaid`,
 * `retryable`, and the sentences for buyers.
 */

/**
 * @typedef {object} Ending
 * @property {string} happened what a developer should know beyond the doc comment, in English
 * @property {string} todo what to do, in English
 * @property {string} brief what happened, in Korean, as one sentence
 * @property {string} ko what to know and to do beyond that, in Korean
 * @property {string} [either] where `mayHavePaid` is false as a rule, when it is true
 * @property {string} [eitherKo] the same in Korean
 * @property {string} [unless] where `mayHavePaid` is true as a rule, when it is false
 * @property {string} [unlessKo] the same in Korean
 */

const LOOK_FIRST =
  'Nobody pays again until your server knows. `pay()` and `resume()` have asked it already, and it could not say: the webhook or `reconcile()` will. Behind `requestPay()` ask with `payments.settle({ merchant_uid })`. Once the server calls the order unpaid the buyer may pay again, with the same `merchant_uid`.'
const LOOK_FIRST_KO =
  '서버가 확인할 때까지 다시 결제하게 하지 마세요. `pay()`와 `resume()`은 이미 서버에 물었지만 답을 얻지 못한 것이니 웹훅이나 `reconcile()`을 기다리세요. `requestPay()`라면 서버에서 `payments.settle({ merchant_uid })`로 조회하세요. 서버가 미결제라고 하면 같은 `merchant_uid`로 다시 결제하게 하세요.'

/** @type {Record<string, Ending>} */
export const endings = {
  NOT_BROWSER: {
    happened:
      'Importing the package is safe anywhere, calling `pay()`, `requestPay()`, `resume()` and `loadIamport()` is not. On a server `prepare()` and `parseRedirect()` work, and `resumePay()` does with a `url`.',
    todo: 'Call it in a click handler or an effect, not while a page is rendered on the server.',
    brief: '서버나 워커처럼 document가 없는 환경에서 호출했습니다.',
    ko: '렌더링 중이 아니라 클릭 핸들러나 effect 안에서 호출하세요. import는 어디서나 안전합니다.',
  },
  INVALID_OPTIONS: {
    happened:
      'The message names the option, what was expected and what came. The usual one is a `userCode` from an environment variable that was not set. A `timeout` or `openTimeout` of 0 is refused (`openTimeout: false` never gives up), and so is a `signal` among the options of the shop. `pay()`, and `resume()` where something landed, need `verify`.',
    todo: 'Correct the option. Nothing was loaded or called.',
    brief: '`userCode`가 없거나 옵션 값이 잘못되었습니다.',
    ko: '메시지에 옵션 이름과 기대한 값, 받은 값이 있습니다. 환경 변수가 설정되지 않아 `userCode`가 비어 있는 경우가 가장 흔합니다. `pay()`와, 결제 결과가 돌아온 페이지의 `resume()`에는 `verify`가 필요합니다.',
  },
  INVALID_REQUEST: {
    happened:
      '`issues` lists every problem at once, errors and warnings, each with `code`, `path`, what was expected and what came. Also the ending of a request that is no object, or that JSON can’t hold. [gateways.md](gateways.md) has all rules, with what happens without each.',
    todo: 'Show `describeIssue(issue, locale)` while you develop. Call `prepare()` to find issues before a buyer does. If the buyer can fix it (a blank `buyer_tel`, say), point at the field by `issue.path`.',
    brief: '요청 검증에서 오류가 발견되었습니다.',
    ko: '`issues`에 모든 문제가 들어 있습니다. 아무것도 불러오거나 호출하지 않았습니다. 개발 중에는 `describeIssue()`로 내용을 확인하세요. 규칙과 그 이유는 [gateways.md](gateways.md)에 있습니다.',
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
    todo: 'Let the buyer try again. If it happens often, preload with `checkout.load()` when the checkout page opens.',
    brief: '스크립트를 불러오지 못했고, 마지막 시도는 `timeout` 안에 응답조차 없었습니다.',
    ko: '다시 시도하게 하세요. 자주 생기면 결제 페이지가 열릴 때 `checkout.load()`로 미리 불러오세요.',
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
    either: 'once a payment window had opened, and where its page reported that it broke',
    eitherKo: '결제창이 열린 뒤이거나, 결제창 페이지가 스스로 오류를 알린 경우',
    todo: `Where \`mayHavePaid\` is false, ask the buyer to reload the page. If it happens again and again, look at the message: the script says that a merchant code or a parameter is missing in its own words. Where it is true, look first. ${LOOK_FIRST}`,
    brief: '스크립트가 예외를 던졌거나 `alert`로만 실패를 알렸습니다.',
    ko: `스크립트의 \`alert\`는 그대로 표시되며, 그 문구는 메시지에도 담깁니다. 페이지를 새로고침하도록 안내하세요. \`mayHavePaid\`가 true면 ${LOOK_FIRST_KO}`,
  },
  WINDOW_NOT_OPENED: {
    happened:
      'Usually the list of channels never came: a wrong `userCode`, or `service.iamport.kr` out of reach. The script waits for it indefinitely and says nothing. A window may have opened unseen, so this is in doubt. The next call asks for the channels again. `openTimeout: false` never gives up.',
    unless: 'it is known that no request went out: `v1` has no frame of its own to send one from',
    unlessKo: '`v1` 스크립트가 요청을 보낼 프레임을 만들지 못해 요청이 나가지 않은 것이 확실한 경우',
    todo: LOOK_FIRST,
    brief: '`openTimeout` 안에 결제창이 열리지 않았습니다.',
    ko: `\`userCode\`가 틀렸거나 채널 목록을 받지 못한 경우가 많습니다. ${LOOK_FIRST_KO}`,
  },
  POPUP_BLOCKED: {
    happened:
      'A popup may only be opened soon after a click. Safari gives up when the script takes more than about a second to load, and every `await` before `pay()` takes time, too. Whoever asked for the popup: the script, or a driver of `v1`.',
    either:
      'where something of the gateway’s may be open all the same, such as behind a `window.open` of the page’s own',
    eitherKo: '페이지가 바꿔 놓은 `window.open` 등으로 PG사의 창이 이미 열렸을 수 있는 경우',
    todo: 'Preload with `checkout.load()` when the checkout page opens, create the order before the click, and call `pay()` first thing in the click handler. Then ask the buyer to click again.',
    brief: '브라우저가 PG사의 팝업을 차단했습니다.',
    ko: '결제 페이지가 열릴 때 `checkout.load()`로 미리 불러오고, 주문은 클릭 전에 만들고, 클릭 핸들러에서 `await` 없이 바로 `pay()`를 호출하세요.',
  },
  BUSY: {
    happened:
      'A second call for the same `merchant_uid` gets the promise of the first; this is one for another order.',
    todo: 'The payment in progress has to be finished first: let the buyer complete or cancel it in its window. Disable the button while the promise is pending, and where several parts of a page pay, let one wait for the other.',
    brief: '이 페이지에서 다른 결제가 진행 중입니다.',
    ko: '진행 중인 결제를 먼저 마치거나 취소해야 합니다. Promise가 끝날 때까지 버튼을 비활성화하세요. 같은 `merchant_uid`로 다시 호출하면 같은 Promise를 돌려받습니다.',
  },
  CANCELLED: {
    happened:
      'Recognised by the codes and texts that are known (`src/response/reported-texts.ts`). A gateway may report a declined card in the same words, and may report a cancellation as `PAYMENT_FAILED`. With `pay()` also the ending of a payment that the server calls given back in full.',
    either:
      'for the gateways and responses that leave a [PAYMENT_FAILED](#payment_failed) in doubt, which is looked at first',
    eitherKo: '[PAYMENT_FAILED](#payment_failed)에서 결제되었을 수 있는 것으로 보는 PG사나 응답인 경우',
    todo: `Leave the buyer on the checkout page. Paying again with the same \`merchant_uid\` is fine. Where \`mayHavePaid\` is true, look first. ${LOOK_FIRST}`,
    brief: '구매자가 결제를 취소한 것으로 보입니다.',
    ko: `공통 코드가 없어 알려진 코드와 문구로 판단하므로 완벽하지 않습니다. 결제 페이지에 그대로 두고, 같은 \`merchant_uid\`로 다시 결제할 수 있게 하세요. \`mayHavePaid\`가 true면 ${LOOK_FIRST_KO}`,
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
      '`response.error_code` and `response.error_msg` are the gateway’s own, which has no common table of codes. Naver Pay’s contract wants `error_msg` shown unchanged; `describeError()` does that.',
    either:
      'for gateways that may approve later or report failures of what was paid (daou, paymentwall, paypal, paypal_v2, payletter_global, kicc_v2); where the response contradicts itself (`status: paid`, an approval number); where the script or the gateway says that it lost track; and, once there is an `imp_uid`, where there is neither code nor text, `F500`, or a time-out',
    eitherKo:
      '나중에 승인되거나 결제된 주문도 실패로 알릴 수 있는 PG사(daou, paymentwall, paypal, paypal_v2, payletter_global, kicc_v2)이거나, 응답이 스스로 모순되거나(`status: paid`, 승인번호), 스크립트나 PG사가 결과를 알 수 없다고 알렸거나, `imp_uid`는 있는데 오류 코드와 문구가 없거나 `F500`이나 시간 초과인 경우',
    todo: `Where \`mayHavePaid\` is false, let the buyer try again or choose another pay method. Where it is true, look first. ${LOOK_FIRST}`,
    brief: 'PG사가 결제 실패를 알렸습니다.',
    ko: `원문은 \`response.error_code\`와 \`response.error_msg\`에 있습니다. \`mayHavePaid\`가 false면 다시 시도하게 하세요. true면 ${LOOK_FIRST_KO}`,
  },
  WINDOW_CLOSED: {
    happened:
      'The window disappeared, and no callback came in the seconds after that. The buyer may have closed it, a browser extension may have upset it, or the page’s own code called `IMP.init`, which takes its frames away. A result that comes later goes to `onLateResult`.',
    unless: '`pay()` has asked the server, and it knows of no money',
    unlessKo: '`pay()`가 서버에 물어 결제되지 않은 것을 확인한 경우',
    todo: LOOK_FIRST,
    brief: '결제창이 닫혔는데 결과가 오지 않았습니다.',
    ko: `늦게 온 결과는 \`onLateResult\`로 전달됩니다. ${LOOK_FIRST_KO}`,
  },
  RETURNED: {
    happened:
      'Either the browser restored the page as it was when it left for the gateway, and the promise of the payment ends; or it loaded a page anew, and `resumePay()` and `resume()` reject with it, once, for a payment that was begun in this tab. The leftovers of the payment window were cleaned away, so the page can be used.',
    unless: '`pay()` or `resume()` has asked the server, and it knows of no money',
    unlessKo: '`pay()`나 `resume()`이 서버에 물어 결제되지 않은 것을 확인한 경우',
    todo: LOOK_FIRST,
    brief: '구매자가 결과 없이 PG사 페이지에서 돌아왔습니다.',
    ko: `남아 있던 결제창은 정리되어 페이지를 그대로 쓸 수 있습니다. 페이지가 새로 열린 경우에는 \`resumePay()\`와 \`resume()\`이 한 번 이 코드로 reject합니다. ${LOOK_FIRST_KO}`,
  },
  ABORTED: {
    happened:
      'The window is closed, and a popup that was open by then; a window that `v1` draws elsewhere stays. A gateway that was already working on the payment is not stopped by it. While the server is asked, the payment stays in this tab, and the next `resume()` asks about it.',
    either:
      'once anything may have opened: with the script `v1`, which draws the windows of newer gateways elsewhere, as soon as it was called for one of these; and while `pay()` or `resume()` asks the server',
    eitherKo:
      '결제창이 열렸을 수 있는 뒤에 중단한 경우(`v1` 스크립트의 신모듈 PG사는 호출한 뒤 전부)와, `pay()`나 `resume()`이 서버에 묻는 동안 중단한 경우',
    todo: `Where \`mayHavePaid\` is false, nothing. Where it is true, look first. ${LOOK_FIRST}`,
    brief: '`signal`로 결제를 중단했습니다.',
    ko: `이미 진행 중이던 PG사의 처리까지 멈추지는 않습니다. \`mayHavePaid\`가 true면 ${LOOK_FIRST_KO}`,
  },
  UNCONFIRMED: {
    happened:
      'The browser heard of a success, and for some ten seconds the shop’s server could not be reached, gave no verdict, or called the order unpaid. The message says what the server did, `verdict` what it said last, `cause` what was thrown. The payment is kept in this tab, and the next `resume()` asks about it again; until the server has settled it, a further attempt on the order that reaches the gateway and fails is in doubt, too.',
    todo: 'Don’t let the buyer pay again, and don’t say that it failed. Say that the payment is being confirmed, look at the server’s log, and let the webhook or `reconcile()` settle the order.',
    brief: '브라우저는 결제 성공을 들었지만 서버가 확인해 주지 못했습니다.',
    ko: '약 10초 동안 서버에 연결하지 못했거나, 판정이 없었거나, 미결제라고 답했습니다. 다시 결제하게 하지 말고 확인 중이라고 안내하세요. 서버가 어떻게 답했는지는 `message`에, 던져진 오류는 `cause`에 있습니다. 이 탭의 다음 `resume()`이 다시 확인하고, 그때까지는 같은 주문을 다시 시도해 PG사에서 실패해도 안전하다고 하지 않습니다. 웹훅이나 `reconcile()`로도 정리됩니다.',
  },
  MISMATCH: {
    happened:
      'The server has found money that is not this order’s: another amount or currency, another order’s payment, two payments, or a test channel where real ones count. A changed request in the browser is one cause.',
    todo: 'A person must look, and give the money back or correct the order. Don’t ship, and don’t let the buyer pay again before that.',
    brief: '돈은 움직였지만 주문과 일치하지 않습니다.',
    ko: '금액·화폐·주문이 다르거나, 두 번 결제되었거나, 테스트 채널의 결제입니다. 사람이 확인해 환불하거나 주문을 바로잡아야 합니다. 그 전에는 배송하지도, 다시 결제하게 하지도 마세요.',
  },
}
