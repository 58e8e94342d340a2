/*
 * The texts that the genuine scripts show or call back with. Tests and the package compare texts, so these are to the letter.
 */

export const NO_INIT = '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.'
export const NO_INIT_NEW =
  '판매자 코드가 설정되지 않았습니다. IMP.init() 또는 IMP.agency() 함수를 먼저 호출하세요.'
export const NO_PARAMS = '결제요청 파라메터가 누락되었습니다.'
export const BROKEN = '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.'
export const NO_CHANNELS = '등록 된 PG 설정 정보를 찾을 수 없습니다.'
export const NO_CHANNEL =
  '등록되지 않은 PG모듈 정보입니다. 아임포트 관리자페이지에서 PG모듈 정보를 설정하신 후 다시 시도해주세요.'
export const CANCELLED = '사용자가 결제를 취소하였습니다.'
export const WRONG_ZZIM = '네이버페이 주문형으로 다시 시도해주세요.'
export const POPUP_NOT_READY = '팝업을 호출하는데 실패하였습니다.'
export const BLOCKED_CERTIFICATION = '팝업차단을 해제해주셔야 인증창이 나타납니다.'

const BLOCKED_KO = '팝업차단을 해제해주셔야 결제창이 나타납니다.'
const BLOCKED_JA = 'ポップアップブロックを解除すると、決済画面が表示されます'

/**
 * What a buyer is told whose browser refused the gateway's popup. 1.1.5 knows Korean only.
 *
 * @param release of the script
 * @param fallback the language for browsers that speak none of the three
 */
export const blocked = (release, fallback = 'ko') => {
  if (release.isEarly) return BLOCKED_KO
  const which = release.isAtLeast('1.19') ? 'a payment window' : 'the Paypal payment window'
  const texts = {
    ko: BLOCKED_KO,
    ja: BLOCKED_JA,
    en: `To enable ${which}, please disable "Block pop-ups" in browser settings`,
  }
  return texts[navigator.language.toLowerCase().slice(0, 2)] ?? texts[fallback]
}

// --- the new way of v1 ------------------------------------------------------------------------------------------------

export const BAD_RESULT = '올바르지 않은 결제 결과가 반환되었습니다.'
export const BAD_BILLING_KEY = '올바르지 않은 빌링키 발급 결과가 반환되었습니다.'
export const BAD_BILLING_KEY_AND_PAY = '올바르지 않은 빌링키 발급 및 결제 결과가 반환되었습니다.'
export const notPrepared = text => `결제 창 호출에 실패하였습니다. ${text}`
export const billingKeyNotPrepared = text => `빌링키 발급 창 호출에 실패하였습니다. ${text}`
export const noDriver = id => `조건에 맞는 드라이버(${id})가 없습니다.`
export const driverNotLoaded = id => `기능 실행을 위한 스크립트 로딩에 실패하였습니다. (드라이버 ID: ${id})`
export const popupLeftUnanswered = text =>
  `결제 팝업 종료 후 서버와 통신하는 과정에서 오류가 발생하였습니다. ${text}`
export const billingKeyPopupLeftUnanswered = text =>
  `빌링키 팝업 종료 후 서버와 통신하는 과정에서 오류가 발생하였습니다. ${text}`
export const BILLING_KEY_CANCELLED = '사용자가 빌링키 발급을 취소하였습니다.'
export const BAD_STATUS = '해당 결제 건의 상태 오류로 인해 요청을 처리할 수 없습니다.'
export const notImplemented = name => `V1 ${name}()에 onForceClose() 구현 필요`
export const unknownWindow = type => `지원하지 않는 결제창 유형(${type})입니다.`
export const unsupportedGateway = provider => `지원하지 않는 PG사(${provider})입니다`
export const failNotSent = text => `결제 실패 처리 과정에서 문제가 발생하였습니다. ${text}`
export const NO_UI = '결제 UI 로딩을 지원하지 않는 PG사이거나, 모듈 로딩 과정에서 오류가 발생하였습니다.'
export const NO_CALLBACK = '콜백 함수 호출에 실패하였습니다.'
export const BAD_CHANNEL_KEY = 'channelKey 가 올바르지 않습니다.'
export const NO_SUPER_BILLING_KEY = '결제창 빌링키 발급은 슈퍼빌링키 발급이 불가능합니다.'
