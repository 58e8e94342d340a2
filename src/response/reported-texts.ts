/**
 * The codes and texts by which scripts and gateways say how a payment ended. There is no common list: PortOne passes on what
 * the gateway says (payrt, 2026-04-02). Each text here was met in a document, in a script or in public code, and is named with
 * where it came from; a text that is like one of them and means something else is named where it was met.
 *
 * The sheets are those of codes that PortOne links from `support/code-info/pg-3` (2026-04-02): of KG Inicis, NHN KCP, Toss
 * Payments (uplus), Danal, KG Mobilians and KakaoPay.
 */

/** Whether what was said, code and message in one text, means something when these gateways say it. */
type Recognise = (said: string, gateways?: readonly (string | undefined)[]) => boolean

/** A text in which letters are still percent-encoded, as Toss Payments reports it in Internet Explorer, made legible. */
const legible = (said: string): string => {
  try {
    return /%[EF][\dA-F]%/i.test(said) ? decodeURIComponent(said) : said
  } catch {
    return said
  }
}

const anyOf =
  (patterns: readonly RegExp[], except?: RegExp): Recognise =>
  said => {
    const text = legible(said)
    return patterns.some(pattern => pattern.test(text)) && !except?.test(text)
  }

/**
 * The order was paid before.
 *
 * Not, where 기 is the last syllable of another word: "정기결제 승인 실패", "초기 처리 오류", "대기 승인 실패".
 *
 * Not, of a refund: "이미 취소된 거래", "기승인 취소된 거래" (kcp 8023, danal 2249), "이미 처리된 부분매입취소 요청건", "이미 취소 성공된
 * 거래입니다". Not, of other things than an order: "이미 결제된 바코드", "이미 사용된 쿠폰 번호", "이미 등록된 카드", "TID 중복 오류",
 * "현금영수증 중복발급".
 */
export const saysDuplicate = /* @__PURE__ */ anyOf([
  // The script's own code: "이미 결제가 이루어진 거래건입니다." (iamport-manual#6).
  /\bF1002\b/,
  // 이미 결제·승인·처리·완료·지불: the script, kakaopay, danal -702, mobilians 0051, tosspayments ALREADY_PROCESSED_PAYMENT.
  // 기결제, 기승인: kcp, kicc.
  /(이미|(^|[^가-힣])기) *(결제|승인|처리|완료|지불)(?![^.]{0,12}(취소|코드|진행))/,
  // uplus S007: "이미 성공된 거래입니다". tosspay 070016: "이미 존재하는 결제입니다." kcp 9152: "이미 이체가 완료 되었습니다".
  /이미 (성공된|존재하는 결제|이체가 완료)/,
  // inicis R201: "승인요청 완료건으로 재승인 요청 불가" (INIMobile-Manual#12).
  /완료건으로 재승인/,
  // uplus A016 and tosspay 070015: "중복된 주문번호입니다." kcp 8338, 9167, danal 1156, inicis *619: "주문번호 중복".
  // kakaopay 1022, 1027: "중복된벤더주문번호", "중복주문번호".
  /주문 ?번호.{0,6}중복|중복.{0,6}주문 ?번호/,
  // uplus S021: "이미 사용된 주문번호입니다." mobilians 0052: "상점거래번호 중복으로 결제가 불가한 거래입니다".
  /이미 사용된 주문 ?번호|거래번호 중복/,
  // tosspayments: ALREADY_PROCESSED_PAYMENT, DUPLICATED_ORDER_ID. Overseas gateways: "already been paid".
  /already.{0,20}(paid|processed|approved|completed)/i,
  /duplicated?.{0,9}(order|merchant_?uid)|(order|merchant_?uid).{0,9}duplicated?/i,
])

/** Codes that only one gateway uses in this sense: nice `STOP`, and nice_v2 `F400` with 1009 in its text. */
const cancelCodes: readonly (readonly [gateway: string, code: RegExp])[] = [
  ['nice', /^STOP\b|\[STOP\]/],
  ['nice_v2', /(^|[^\d])1009(?!\d)/],
]

const saysCancelledAnywhere = /* @__PURE__ */ anyOf(
  [
    // tosspayments PAY_PROCESS_CANCELED, toss_brandpay USER_CANCEL, the script PAY_CANCEL, naverpay userCancel.
    /(PAY|USER|PAY_PROCESS)_CANCEL|userCancel/i,
    // The code alone, or with a text that speaks of a cancellation. Toss Payments reports refusals by it, too: "결제 진행 중 승인에
    // 실패하여 결제가 중단되었습니다." and "계약된 결제수단이 아닙니다." (newtoss/warning, 2024-08-28).
    /PAY_PROCESS_ABORTED[^\p{L}]*($|(결제가? ?)?취소)/u,
    // kakaopay, kcp, html5_inicis: "[결제포기] 사용자가 결제를 취소하셨습니다".
    /결제 ?포기/,
    // html5_inicis on phones, smilepay, v1: "결제를 취소하였습니다". naverpay: "결제를 취소하셨습니다. 주문 내용 확인 후 …".
    // inicis on phones: "취소 하였습니다". tosspayments in Internet Explorer loses the spaces.
    /결제를? ?취소 ?(하[셨였]|했)/,
    // v1, for a billing key: "사용자가 빌링키 발급을 취소하였습니다."
    /발급을? ?취소 ?(하[셨였]|했)/,
    // inicis transfers: "사용자에 의한 취소입니다.(091)" (INIMobile-Manual#24). kcp 3001, danal K 2110: "사용자 취소". danal 4119:
    // "사용자가 취소한 거래입니다." danal 898: "사용자 요청에 의해 거래가 중단 되었습니다." tosspayments: "사용자에 의해 결제가
    // 취소되었습니다." html5_inicis: "사용자가 결제를 취소함". The shop (고객사) is no buyer (고객).
    /(사용자|구매자|고객(?!사))님?(가|이|께서|의|에 ?의[한해])? ?(요청(으로|에 ?의해)? ?)?((결제|거래)[를을가]? ?)?(취소|중단 ?되)(?! ?(실패|불가|가능|할|될|하지))/,
    // kcp, uplus: "[KCP] 결제가 중단되었습니다", and nothing else.
    /^[^가-힣|]*결제가 중단 ?되었습니다[^가-힣|]*$/,
    // Overseas gateways.
    /cancell?ed by (the )?(user|buyer|customer)|(user|buyer|customer) cancell?ed/i,
  ],
  // nice_v2, where nobody knows why.
  /알 수 없는/,
)

/**
 * The buyer cancelled. `F400` is not among the codes: it also stands for payments that were approved before.
 *
 * Not, by a machine: "한도초과로 승인이 취소되었습니다", "통신사 서버 점검으로 결제가 취소 되었습니다", "시간 지연으로 거래가 자동
 * 취소되었습니다", "강제취소되었습니다". Not, by the shop: "고객사 요청에 의해 결제를 중단합니다." Not, of a refund: "취소불가",
 * "승인취소 실패", "이미 취소된 거래". Not, where nobody knows: "알 수 없는 이유로 결제가 중단되었습니다", and
 * "F0005:결제가 중단되었습니다(…).01 | 정상적 인증 처리가 되지 않았습니다." (iamport-manual#71).
 */
export const saysCancelled: Recognise = (said, gateways = []) =>
  saysCancelledAnywhere(said) ||
  cancelCodes.some(
    ([gateway, code]) => code.test(said) && gateways.some(asked => asked?.split('.')[0] === gateway),
  )

/** The browser refused the popup. v1 1.28 calls back so for tosspay, with the code "NOT READY". */
export const saysPopupBlocked = /* @__PURE__ */ anyOf([/팝업을 호출하는데 실패/])

/** The script was called before `IMP.init`. v1 1.28 calls back so. */
export const saysNotInitialised = /* @__PURE__ */ anyOf([/IMP\.(init|agency)\(\) ?.{0,40}먼저 호출/])

/**
 * The script has no list of channels, because the server refused it. The script asks for none once more, and leaves the request in its
 * queue.
 */
export const saysNoChannels = /* @__PURE__ */ anyOf([/등록 된 PG 설정 정보를 찾을 수 없/])

/** There is a code and a text, and nothing in them. nice, easy pay in its window: "에러코드 : " (iamport-react-native#152). */
export const saysNothing: Recognise = said => /^(에러 ?코드)?[^\p{L}\p{N}]*$/u.test(said)

/**
 * The script or the gateway has lost track, or is still at it: the payment may have gone through.
 *
 * Not: "결제 창 호출에 실패하였습니다" (nothing was opened), "조건에 맞는 드라이버가 없습니다" and "기능 실행을 위한 스크립트 로딩에
 * 실패하였습니다" (nothing was shown), "중복 결제가 존재하여 결제 서비스 이용이 일시 차단" (danal 420: a buyer is blocked).
 */
export const saysUnknown = /* @__PURE__ */ anyOf([
  // v1: the transaction is over, and its result was not understood.
  /올바르지 않은 .{0,40}결과가 반환/,
  // v1: the popup was closed, and the server could not be asked.
  /팝업 종료 후 서버와 통신/,
  // v1: the popup was closed, and nobody asks the server.
  /onForceClose/,
  // v1: a state that it has no answer to.
  /상태 오류로 인해 요청을 처리할 수 없/,
  // PayPal under review: paid days later, as PortOne's help centre says (paypal-payment-status).
  /PAYMENT_PENDING|\bPENDING\b/i,
  // paymentwall: "(PG사 결제 장애) Internal error", paid later by pingback (webhook page, 2026-07-28).
  /PG사 결제 장애/,
  // kcp 9047, 9048, uplus C088: the payment succeeded, and its cancellation may have failed.
  /(결제|승인)(는|은|이)? ?성공 ?했으나/,
  // uplus S062, S018.
  /결과 수신 서버와 통신 ?에러|롤백 ?실패/,
  // kcp 8094, 8128, kakaopay 0504, ISP: the same payment is under way, or was made.
  /중복된? ?(거래|결제|승인)(?!가)|동일한? ?주문 ?번호.{0,6}(승인|결제)|duplicated? (transaction|payment|request)/i,
  // mobilians 0051: "유효한 결제 내역이 존재 합니다". uplus 9889: "이미 결제 프로세스가 진행중입니다", "현재 결제처리중 입니다".
  /결제 ?내역이 존재|결제 ?(처리|프로세스가 진행) ?중|진행 ?중인 ?(결제|거래|승인)/,
])

/**
 * No answer came to a question about money. In doubt once the payment has a number, for before that nothing was asked.
 *
 * Not, before the money was asked for: "인증 시간 초과", "모바일ISP 인증 시간초과", "공인인증서 유효성 검증 시간 초과", "결제 시간 초과
 * 하였습니다. 다시 시작해 주세요."
 */
export const saysNoAnswer = /* @__PURE__ */ anyOf(
  [
    // "승인 응답 시간 초과"; kcp 8041 to 8046, CC72; inicis 120010; danal: "VAN 통신 시간 초과"; kakaopay 1023: "응답대기타임아웃".
    /(시간 ?초과|타임 ?아웃|time-?d? ?-?out)/i,
    // "통신 오류", "응답 없음", kcp: "카드사무응답 지연응답", uplus: "통신에 문제가 있어 자동취소 되었습니다".
    /(응답|통신).{0,6}(없|못|실패|오류|에러|지연|불가|두절|문제|장애)|(무|지연) ?응답|미수신|no response/i,
    // A reversal that failed leaves the money where it is: kakaopay 5041, inicis.
    /망 ?취소.{0,6}(실패|오류|불가)/,
    // "확인 불가", "결과를 확인할 수 없", "결과를 알 수 없", "unknown". tosspayments: UNKNOWN_PAYMENT_ERROR.
    /결과.{0,6}((확인.{0,4}(불가|못|안))|(확인할|알) ?수 ?없)|알 ?수 ?없는 (오류|에러)|unknown.(result|state|status|(payment.)?error)/i,
    // Banks, behind transfers of inicis: "정상거래여부를 반드시 확인", "거래내역 확인 후 다시 거래하십시오", "반드시 잔액조회".
    /거래 ?여부를? ?(반드시 )?확인|거래 ?내역 ?확인 후|잔액 ?조회/,
  ],
  /(인증|검증) ?시간 ?초과|결제 시간 초과 ?하였/,
)
