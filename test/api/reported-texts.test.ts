/** What gateways and scripts say of a payment that ended, each text with where it was met, and what is made of it. */
import { PayError, parseRedirect } from 'iamport-checkout'
import { describe, expect, it } from 'vitest'

interface Ending {
  code: string
  mayHavePaid: boolean
}

/** What a landing is read as that reports a failure: with a number of the payment unless told otherwise. */
const endingOf = (keys: Record<string, string>, imp_uid = 'imp_1'): Ending => {
  const query = new URLSearchParams({ imp_uid, merchant_uid: 'order_1', imp_success: 'false', ...keys })
  const outcome = parseRedirect(`https://shop.test/done?${query}`)
  if (!(outcome instanceof PayError)) throw new Error('a failure was expected')
  const { code, mayHavePaid } = outcome
  return { code, mayHavePaid }
}

const CANCELLED = { code: 'CANCELLED', mayHavePaid: false }
const DUPLICATE = { code: 'DUPLICATE_ORDER', mayHavePaid: true }
const FAILED = { code: 'PAYMENT_FAILED', mayHavePaid: false }
const DOUBT = { code: 'PAYMENT_FAILED', mayHavePaid: true }

describe('the buyer cancelled', () => {
  it.each([
    ['kakaopay, kcp, html5_inicis', '[결제포기] 사용자가 결제를 취소하셨습니다'],
    ['html5_inicis on phones, smilepay, v1', '사용자가 결제를 취소하였습니다.'],
    ['inicis on phones', '[01] 사용자가 결제를 취소 하였습니다.'],
    ['inicis on phones', 'F0005:결제가 중단되었습니다(imp_1).01 | 사용자가 결제를 취소 하였습니다.'],
    ['inicis transfers', '사용자에 의한 취소입니다.(091)'],
    ['tosspayments in Internet Explorer', '사용자가결제를취소하였습니다'],
    ['kcp 3001, danal K 2110', '사용자 취소'],
    ['danal 4119', '사용자가 취소한 거래입니다.'],
    ['danal 898', '사용자 요청에 의해 거래가 중단 되었습니다.'],
    ['naverpay', '결제를 취소하셨습니다. 주문 내용 확인 후 다시 결제해주세요.'],
    ['html5_inicis, by REST', '사용자가 결제를 취소함'],
    ['v1, a billing key', '사용자가 빌링키 발급을 취소하였습니다.'],
    ['tosspayments', '사용자에 의해 결제가 취소되었습니다.'],
    ['kcp', '[KCP] 결제가 중단되었습니다'],
    ['tosspayments', '[PAY_PROCESS_ABORTED] 취소'],
    ['a shop’s code', '고객이 취소'],
    ['a shop’s code', '구매자가 결제를 취소했습니다'],
    ['overseas', 'Payment cancelled by user'],
  ])('%s: %s', (_, error_msg) => expect(endingOf({ error_msg })).toEqual(CANCELLED))

  it.each(['PAY_CANCEL', 'PAY_PROCESS_CANCELED', 'PAY_PROCESS_ABORTED', 'USER_CANCEL', 'userCancel'])(
    'by the code %s',
    error_code => expect(endingOf({ error_code })).toEqual(CANCELLED),
  )

  it('in a text whose letters are still percent-encoded', () => {
    const error_msg = encodeURIComponent('사용자가 결제를 취소하였습니다').replace(/%20/g, ' ')
    expect(endingOf({ error_msg })).toEqual(CANCELLED)
    expect(endingOf({ error_msg: `${error_msg} 100%` })).toEqual(FAILED)
  })

  it.each([
    ['nice', 'STOP'],
    ['nice.MID', '[STOP]'],
    ['nice_v2', 'F400 [1009]'],
    ['nice_v2.MID', 'F400 1009'],
  ])('by a code of %s alone: %s', (pg_provider, error_msg) => {
    expect(endingOf({ error_msg, pg_provider })).toEqual(CANCELLED)
    expect(endingOf({ error_msg, pg_provider: 'kcp' })).toEqual(FAILED)
    expect(endingOf({ error_msg })).toEqual(FAILED)
  })
})

describe('not cancelled by the buyer', () => {
  it.each([
    ['an issuer', '한도초과로 승인이 취소되었습니다'],
    ['an issuer', '한도 초과로 승인 실패 되었습니다(거래 취소)'],
    ['tosspayments', '결제 진행 중 승인에 실패하여 결제가 중단되었습니다.'],
    ['tosspayments', '[PAY_PROCESS_ABORTED] Toss Payments와 계약된 결제수단(SSG)이 아닙니다.'],
    ['tosspayments', '[PAY_PROCESS_ABORTED] 한도초과로 승인이 취소되었습니다'],
    ['iamport-manual#71', 'F0005:결제가 중단되었습니다(imp_1).01 | 정상적 인증 처리가 되지 않았습니다.'],
    ['nice_v2', '알 수 없는 이유로 결제가 중단되었습니다. 나이스페이로 문의(1661-0808)하세요.'],
    ['confirm_url', '고객사 요청에 의해 결제를 중단합니다. (상세사유 : 재고 없음)'],
    ['danal 201', '통신사 서버 점검으로 결제가 취소 되었습니다'],
    ['danal 480', '시간 지연으로 거래가 자동 취소되었습니다'],
    ['danal 481', '승인 번호가 일치하지 않아 자동 취소되었습니다'],
    ['danal 483', '거래 시도 횟수 초과로 인하여 자동 취소'],
    ['uplus C030', '자동취소되었습니다'],
    ['uplus C089', '강제취소되었습니다'],
    ['all sheets', '이미 취소된 거래'],
    ['all sheets', '기취소거래'],
    ['all sheets', '취소불가 거래입니다'],
    ['all sheets', '승인취소 실패'],
    ['all sheets', '부분취소 불가'],
    ['kcp 1006', '주문취소새로고침후재시도요망'],
    ['a refund', '사용자 취소 실패'],
    ['a refund', '고객이 취소할 수 없는 거래입니다'],
    ['a shop', '결제를 취소하지 못했습니다'],
    ['danal 422', '고객 요청에 의한 휴대폰결제 차단 상태입니다'],
    ['danal', '휴대폰결제를 중단하였습니다'],
    ['inicis K1555', '시스템사정으로 10분간 거래가 중단됩니다'],
    ['a certification', '본인확인 인증 시간 초과로 거래가 자동취소'],
  ])('%s: %s', (_, error_msg) => expect(endingOf({ error_msg })).toEqual(FAILED))
})

describe('the order was paid before', () => {
  it.each([
    ['the script', '이미 결제가 이루어진 거래건입니다.'],
    ['kakaopay', '이미 승인 완료된 거래'],
    ['danal -702', '이미 결제 완료된 TID'],
    ['danal T-money 1110', '이미 결제 완료된 거래건 입니다'],
    ['mobilians 0051', '이미 결제완료된 자료입니다'],
    ['tosspayments', '이미 처리된 결제 입니다.'],
    ['kcp', '[8001] 기 승인 거래'],
    ['uplus S007', '이미 성공된 거래입니다'],
    ['uplus A016', '중복된 주문번호입니다.'],
    ['uplus S021', '이미 사용된 주문번호입니다. 다른 번호로 시도해 주세요'],
    ['tosspay 070016', '이미 존재하는 결제입니다.'],
    ['inicis *619', '상점주문번호 중복 오류'],
    ['inicis R201', '승인요청 완료건으로 재승인 요청 불가'],
    ['kcp 8338', '주문번호 중복 거래'],
    ['kcp 9167', '주문번호 중복 입니다'],
    ['kcp 9152', '해당주문은 이미 이체가 완료 되었습니다'],
    ['danal 1156', '가맹점 주문번호 중복 거래 요청입니다.'],
    ['mobilians 0052', '상점거래번호 중복으로 결제가 불가한 거래입니다'],
    ['kakaopay 1022', '중복된벤더주문번호'],
    ['kakaopay 1027', '중복주문번호'],
    ['overseas', 'This order has already been processed'],
    ['overseas', 'duplicate merchant_uid'],
    ['with what to do', '이미 결제된 주문입니다. 취소하시려면 문의해 주세요'],
  ])('%s: %s', (_, error_msg) => expect(endingOf({ error_msg })).toEqual(DUPLICATE))

  it.each(['F1002', 'ALREADY_PROCESSED_PAYMENT', 'ALREADY_PAID', 'DUPLICATED_ORDER_ID'])(
    'by the code %s',
    error_code => expect(endingOf({ error_code })).toEqual(DUPLICATE),
  )
})

describe('not paid before', () => {
  it.each([
    ['kcp 8023', '기승인 취소된 거래'],
    ['a refund', '이미 환불된 거래'],
    ['a refund', '이미 취소 성공된 거래입니다'],
    ['a refund', '이미 처리된 부분매입취소 요청건'],
    ['a refund', '취소 중복 시도'],
    ['inicis 500127', '부분취소 처리 실패(중복요청여부확인요망)'],
    ['kcp', '재승인거절(이미 재승인된 거래)'],
    ['inicis', 'TID 중복 오류'],
    ['inicis', 'CAVV 중복'],
    ['a receipt', '현금영수증 중복발급'],
    ['a voucher', '이미 사용된 쿠폰 번호'],
    ['a voucher', '이미 결제된 바코드'],
    ['a card', '이미 등록된 카드'],
    ['a certification', '이미 인증이 완료된 이력'],
    ['an account', '이미 존재하는 사용자ID'],
    ['danal 420', '중복 결제가 존재하여 결제 서비스 이용이 일시 차단'],
    ['a subscription', '정기결제 승인 실패'],
    ['a machine', '초기 처리 오류'],
    ['a machine', 'PG사 대기 승인 실패'],
  ])('%s: %s', (_, error_msg) => expect(endingOf({ error_msg })).toEqual(FAILED))
})

describe('nobody knows', () => {
  it.each([
    ['v1', '올바르지 않은 결제 결과가 반환되었습니다.'],
    ['v1', '올바르지 않은 빌링키 발급 및 결제 결과가 반환되었습니다.'],
    ['v1', '결제 팝업 종료 후 서버와 통신하는 과정에서 오류가 발생하였습니다'],
    ['v1', '빌링키 팝업 종료 후 서버와 통신하는 과정에서 오류가 발생하였습니다'],
    ['v1', 'onForceClose() 구현 필요'],
    ['v1', '해당 결제 건의 상태 오류로 인해 요청을 처리할 수 없습니다.'],
    ['paypal', 'PAYMENT_PENDING'],
    ['paymentwall', '(PG사 결제 장애) Internal error'],
    ['kcp 9047', 'KCP에서는 결제 성공 했으나 해당건은 취소 되었습니다.'],
    ['uplus C088', '결제는 성공했으나, 결과를 전달하는데 실패하여 거래가 자동취소 되었습니다'],
    ['uplus S062', '결제결과 수신 서버와 통신에러가 발생하였습니다.'],
    ['uplus S018', '자동 롤백 실패'],
    ['kcp 8094', '중복 거래요청, 처음부터 재시도 요망'],
    ['kcp 8128', '신용카드 중복거래 요청 거절'],
    ['kakaopay 0504', '중복 결제'],
    ['inicis', 'ISP오류:중복결제'],
    ['mobilians 0051', '유효한 결제 내역이 존재 합니다'],
    ['uplus', '현재 결제처리중 입니다'],
    ['uplus 9889', '이미 결제 프로세스가 진행중입니다'],
    ['a variant', '중복된 결제 요청입니다'],
    ['a variant', '중복 승인 요청입니다'],
    ['a variant', '동일한 주문번호로 승인된 거래가 존재합니다'],
    ['a variant', '이미 진행 중인 결제건입니다'],
    ['overseas', 'Duplicate transaction'],
  ])('%s: %s', (_, error_msg) => {
    expect(endingOf({ error_msg })).toEqual(DOUBT)
    expect(endingOf({ error_msg }, '')).toEqual(DOUBT)
  })

  it.each([
    ['kcp CC72', '카드사 TIMEOUT'],
    ['inicis 1200I1', 'Timeout 에 의한 취소'],
    ['danal', 'VAN 통신 시간 초과'],
    ['danal', 'VAN사와의 통신 타임아웃'],
    ['kcp', '카드사무응답 지연응답'],
    ['kakaopay 1023', '응답대기타임아웃'],
    ['kakaopay', '은행시스템타임아웃'],
    ['any', '승인 응답 시간 초과'],
    ['any', '망취소 실패'],
    ['kakaopay 5041', '망취소 오류'],
    ['inicis', '망취소불가'],
    ['inicis PB0022', '처리시간 초과(거래내역 확인 후 다시 거래하십시오)'],
    ['banks', '정상거래여부를 반드시 확인'],
    ['banks', '이체거래시 반드시 잔액조회'],
    ['uplus', '상점서버나 통신에 문제가 있어 자동취소 되었습니다'],
    ['nice', '에러코드 : '],
    ['a variant', '결제 결과를 확인할 수 없습니다.'],
    ['a variant', '카드사로부터 응답을 받지 못했습니다'],
    ['a variant', '결제 결과 미수신'],
    ['a variant', '카드사 통신 장애'],
    ['overseas', 'No response from issuer'],
    ['tosspayments', 'UNKNOWN_PAYMENT_ERROR'],
  ])('%s, once the payment has a number: %s', (_, error_msg) => {
    expect(endingOf({ error_msg })).toEqual(DOUBT)
    expect(endingOf({ error_msg }, '')).toEqual(FAILED)
  })
})

describe('certain', () => {
  it.each([
    ['v1', '결제 창 호출에 실패하였습니다. 다시 시도해 주세요.'],
    ['v1', '조건에 맞는 드라이버가 없습니다'],
    ['v1', '기능 실행을 위한 스크립트 로딩에 실패하였습니다'],
    ['naverpay', 'API 호출 권한이 없습니다'],
    ['nice_v2', 'CPID 설정 오류'],
    ['nice_v2', '나이스페이 V2 휴대폰 소액결제시 상품 유형 파라미터는 필수 입력입니다.'],
    ['smartro_v2', '스마트로가 지원하지 않는 화폐입니다'],
    ['any', '인증 시간 초과'],
    ['inicis', '모바일ISP 인증 시간초과'],
    ['danal', '공인인증서 유효성 검증 시간 초과'],
    ['danal', '결제 시간 초과 하였습니다. 다시 시작해 주세요.'],
    ['any', '거래시도 횟수 초과'],
    ['any', '취소 기간 초과'],
    ['any', '한도초과'],
  ])('%s: %s', (_, error_msg) => expect(endingOf({ error_msg })).toEqual(FAILED))
})
