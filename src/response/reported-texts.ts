/**
 * The codes and texts by which scripts and gateways say how a payment ended. There is no common list: each was met in
 * documents, in the script itself or in public code, and is named with the gateway it came from. A text that is like one of
 * them and means something else is named where it was met.
 */

/** Whether what was said, code and message in one text, means something. */
type Recognise = (said: string) => boolean

const anyOf =
  (patterns: readonly RegExp[], except?: RegExp): Recognise =>
  said =>
    patterns.some(pattern => pattern.test(said)) && !except?.test(said)

/**
 * The order was paid before.
 *
 * Not: "기존 결제수단 완료 처리 실패" and the like, where 기 is the first syllable of another word.
 */
export const saysDuplicate = anyOf([
  // The script's own code: "이미 결제가 이루어진 거래건입니다."
  /\bF1002\b/,
  // 이미 결제·승인·처리·완료·지불: inicis, nice, the script.
  /이미 *(결제|승인|처리|완료|지불)/,
  // 기결제, 기승인: kcp, kicc.
  /(^|[^가-힣])기 *(결제|승인|처리|완료|지불)/,
  // 주문번호 중복, 중복된 주문번호: tosspayments, smartro.
  /주문 ?번호.{0,6}중복|중복.{0,6}주문 ?번호/,
  // Overseas gateways.
  /already.{0,20}(paid|processed|approved|completed)/i,
  /duplicated?.{0,9}(order|merchant_?uid)|(order|merchant_?uid).{0,9}duplicated?/i,
])

/**
 * The buyer cancelled. `F400` is not among them: it also stands for payments that were approved before.
 *
 * Not: "한도초과로 승인이 취소되었습니다" (the issuer's), "알 수 없는 이유로 결제가 중단되었습니다" (nice_v2: nobody knows),
 * "취소 실패" (a failed reversal).
 */
export const saysCancelled = anyOf(
  [
    // tosspayments, kakaopay, the script, naverpay.
    /(PAY|USER|PAY_PROCESS)_CANCEL|PAY_PROCESS_ABORTED|userCancel/i,
    // html5_inicis: "[결제포기] 사용자가 결제를 취소하셨습니다".
    /결제 ?포기/,
    // Most gateways, and v1 by itself where a popup was closed.
    /결제를 취소(하[셨였]|했)/,
    // v1, for a billing key.
    /발급을 취소(하[셨였]|했)/,
    // "사용자에 의한 취소입니다.(091)", "사용자 취소", "구매자가 취소", "고객이 취소": nice, smartro, danal.
    /(사용자|구매자|고객)(님)?(에 의한|에 의해|가|이|께서|의)? ?(결제)?(를|을)? ?(요청)?(으로|에 의해)? ?취소/,
    // kcp, uplus: "결제가 중단되었습니다".
    /결제가 중단/,
    // nice: the code STOP; nice_v2: F400 with 1009 in its text.
    /^STOP\b|\(1009\)|\[1009\]|^F400 .*\b1009\b/,
    // Overseas gateways.
    /cancell?ed by (the )?(user|buyer|customer)|(user|buyer|customer) cancell?ed/i,
  ],
  /알 수 없는/,
)

/** The browser refused the popup. v1 1.28 calls back so for tosspay, with the code "NOT READY". */
export const saysPopupBlocked = anyOf([/팝업을 호출하는데 실패/])

/** The script was called before `IMP.init`. v1 1.28 calls back so. */
export const saysNotInitialised = anyOf([/IMP\.(init|agency)\(\) ?.*먼저 호출/])

/**
 * The script or the gateway has lost track: the payment may have gone through.
 *
 * Not: "결제 창 호출에 실패하였습니다" (nothing was opened), "조건에 맞는 드라이버가 없습니다" and "기능 실행을 위한 스크립트 로딩에
 * 실패하였습니다" (nothing was shown).
 */
export const saysUnknown = anyOf([
  // v1: the transaction is over, and its result was not understood.
  /올바르지 않은 .*결과가 반환/,
  // v1: the popup was closed, and the server could not be asked.
  /팝업 종료 후 서버와 통신/,
  // v1: the popup was closed, and nobody asks the server.
  /onForceClose/,
  // v1: a state that it has no answer to.
  /상태 오류로 인해 요청을 처리할 수 없/,
  // PayPal under review: paid days later, as PortOne's help centre says.
  /PAYMENT_PENDING|\bPENDING\b/i,
])

/** No answer came to a question about money. In doubt once the payment has a number, for before that nothing was asked. */
export const saysNoAnswer = anyOf([
  // "승인 응답 시간 초과", "통신 오류", "응답 없음": gateways behind inicis, nice, kcp.
  /(시간 ?초과|타임 ?아웃|time-?d? ?-?out)/i,
  /(응답|통신).{0,6}(없|실패|오류|지연|불가|두절)/,
  // A reversal that failed leaves the money where it is.
  /망 ?취소.{0,6}(실패|오류)/,
  // "확인 불가", "결과를 알 수 없", "unknown".
  /결과.{0,6}(확인.{0,4}(불가|못|안)|알 ?수 ?없)|unknown (result|state|status)/i,
])
