/** Every text of PortOne's double that a person reads. */

/** The API's `message`s, in the language in which PortOne writes them. */
export const messages = {
  noKey: 'imp_key와 imp_secret을 보내야 합니다.',
  wrongKey: '인증에 실패하였습니다. API키와 secret을 확인하세요.',
  noToken: 'Unauthorized: 인증 토큰이 전달되지 않았습니다.',
  badToken: 'Unauthorized: 인증 토큰이 유효하지 않거나 만료되었습니다.',

  noSuchPath: '존재하지 않는 API입니다.',
  wrongMethod: '허용되지 않는 HTTP METHOD입니다.',
  notPlayed: '샌드박스가 제공하지 않는 API입니다.',
  badBody: '요청 본문을 읽을 수 없습니다. JSON 또는 application/x-www-form-urlencoded로 보내야 합니다.',
  badPath: '요청 경로를 읽을 수 없습니다.',
  missing: (name: string) => `필수 파라메터가 누락되었습니다: ${name}`,
  wrong: (name: string) => `파라메터가 올바르지 않습니다: ${name}`,

  noPayment: '존재하지 않는 결제정보입니다.',
  tooManyAsked: '한 번에 최대 100건까지 조회할 수 있습니다.',
  badStatus: '유효하지 않은 결제상태입니다.',
  badRange: '조회 기간은 최대 90일입니다.',
  pageBeyondEnd: '조회 가능한 페이지 범위를 벗어났습니다.',
  noBalance: 'PAYCO 결제 건만 조회할 수 있습니다.',

  alreadyPrepared: '이미 등록된 merchant_uid입니다.',
  notPrepared: '사전등록된 결제정보가 존재하지 않습니다.',
  otherThanPrepared: '사전등록된 금액과 결제금액이 달라 결제창이 열리지 않습니다.',

  nothingToCancel: '취소할 결제건이 존재하지 않습니다.',
  notPaid: '결제완료 상태가 아니어서 취소할 수 없습니다.',
  alreadyCancelled: '이미 전액취소된 주문입니다.',
  wrongChecksum: '취소 가능 잔액이 checksum과 일치하지 않습니다.',
  cancelsTooMuch: '취소 요청 금액이 취소 가능 잔액보다 큽니다.',
  cancelRefused: '[SANDBOX] 정산 대금이 부족하여 취소할 수 없습니다.',
  needsRefundAccount: '환불 계좌 정보가 필요합니다: refund_holder, refund_bank, refund_account',
  needsRefundTel: '환불 계좌 예금주 연락처가 필요합니다: refund_tel',
  needsReason: '취소 사유가 필요합니다: reason',
  noPart: '부분취소할 수 없는 결제수단입니다.',
  noPartOfEscrow: '구매확정 전의 에스크로 결제는 부분취소할 수 없습니다.',
  noPhoneOfEarlierMonth: '휴대폰 소액결제는 결제한 달에만 취소할 수 있습니다.',
  noCancelAtAll: '취소를 제공하지 않는 결제수단입니다.',
  noMoreParts: '부분취소는 최대 9회까지 가능합니다.',

  alreadyPaid: '이미 결제가 이루어진 merchant_uid입니다.',
  noChannel: '존재하지 않는 채널입니다.',
  noCustomer: '등록되지 않은 customer_uid입니다.',
  badCard: '카드 정보가 올바르지 않습니다.',
  declined: '[SANDBOX] 한도초과로 승인이 거절되었습니다',
  noSchedule: '존재하지 않는 결제예약입니다.',
  alreadyScheduled: '이미 예약된 merchant_uid입니다.',
  inThePast: '예약시각이 현재 시각보다 과거입니다.',
  notScheduled: '실행 전의 예약이 아닙니다.',
  notFailed: '실패했거나 취소된 예약이 아닙니다.',

  notThisGateway: '지원하지 않는 PG사입니다.',
  noAccount: '입금대기 중인 가상계좌 결제가 아닙니다.',
  accountClosed: '계좌말소',
  slipClosed: '수납번호 말소',
  noCertification: '본인인증 결과를 찾을 수 없습니다.',
  alreadyCertified: '이미 인증이 완료되었습니다.',
  noDelivery: '등록된 배송정보가 존재하지 않습니다.',
  noDeliveryPossible: '배송정보를 등록할 수 없는 거래입니다.',
  alreadyDelivered: '이미 배송정보가 등록되었습니다.',
  noReceipt: '발행된 현금영수증이 없습니다.',
  alreadyReceipt: '이미 현금영수증이 발행되었습니다.',
  noReceiptPossible: '현금영수증을 발행할 수 없는 거래입니다.',

  crash: '[SANDBOX] 서버 오류가 발생했습니다.',
  tooLong: '요청 본문이 너무 큽니다.',
} as const

/** Values that the double writes into payments. */
export const values = {
  bankName: '샌드박스은행',
  bankCode: '999',
  holderName: '샌드박스',
  depositorName: '홍길동',
  cardName: '샌드박스카드',
  cardCode: '999',
  failReason: '[SANDBOX] 결제가 실패했습니다',
  cancelReason: '[SANDBOX] 취소',
  consoleReason: '[SANDBOX] 관리자 콘솔에서 취소',
  confirmRefused: (reason: string) => `고객사 요청에 의해 결제를 중단합니다. (상세사유 : ${reason})`,
  unknownReason: '알 수 없음',
} as const

/** Errors for the developer who calls the double wrongly. */
export const complaints = {
  unknown: (where: string, name: string, known: readonly string[]) =>
    `${where}: there is no "${name}". Known: ${known.join(', ')}.`,
  shape: (where: string, name: string, expected: string, received: string) =>
    `${where}: "${name}" must be ${expected}, but is ${received}.`,
  noObject: (where: string, received: string) => `${where} takes an object, but got ${received}.`,
  noPayment: (where: string, imp_uid: string) =>
    `${where}: there is no payment "${imp_uid}". Add it first, by add(), by POST /ledger or by the API.`,
  isKnown: (where: string, imp_uid: string) =>
    `${where}: the payment "${imp_uid}" is there already. A second attempt has an imp_uid of its own.`,
  wrongStatus: (where: string, imp_uid: string, status: string, expected: string) =>
    `${where}: the payment "${imp_uid}" is ${status}, but must be ${expected}.`,
  noAccount: (where: string, imp_uid: string) =>
    `${where}: the payment "${imp_uid}" has no account or slip to pay into. Call issueVirtualAccount({ imp_uid }) first.`,
  wrongDeposit: (where: string, amount: number, expected: number) =>
    `${where}: the bank takes ${expected} and nothing else, but ${amount} was paid in. Only unlimited accounts take any amount.`,
  needsAmount: (where: string) => `${where}: an unlimited account needs to be told the "amount".`,
  cannotRefund: (where: string, asked: number, left: number) =>
    `${where}: ${asked} can't go back: it must be more than 0 and at most the ${left} that is left.`,
  nothingPending: (where: string, imp_uid: string) =>
    `${where}: no cancel of "${imp_uid}" is pending. Ask for one while configure({ cancels: 'pending' }) holds.`,
  noEscrow: (where: string, imp_uid: string) => `${where}: the payment "${imp_uid}" is no escrow payment.`,
  needsCustomerUid: (where: string) => `${where}: "customer_uid" is missing.`,
  nothingToResend: (where: string, imp_uid: string) =>
    `${where}: no webhook of "${imp_uid}" was sent so far.`,
  noWebhookUrl: (where: string) => `${where}: there is no address. Configure webhooks.url first.`,
  fromElsewhere: 'A page of another site may report payments to /ledger, but do nothing else.',
  contradiction: (where: string, what: string) => `${where}: ${what}.`,
  otherOrigin: (asked: string, origin: string) =>
    `The sandbox plays ${origin} and nothing else, but ${asked} was asked for. It needs no network, and reaches none.`,
  unreachable: 'fetch failed: the sandbox plays a network that is down (configure({ trouble })).',
} as const

/** Texts of the status page. */
export const pageTexts = {
  title: 'iamport-checkout sandbox',
  paragraphs: [
    'This plays PortOne V1’s REST API. No money moves, and nothing is kept when it stops. ' +
      '<span lang="ko">포트원 V1 REST API를 흉내 내는 샌드박스입니다. 실제로 결제되지 않습니다.</span>',
    'Your server asks this address in place of <code>https://api.iamport.kr</code>, with any key and secret. ' +
      "Your page tells it of payments: <code>installSandbox({ ledgerUrl: '…/ledger' })</code>.",
  ],
  payments: 'Payments (결제 내역)',
  none: 'None so far. (아직 없습니다.)',
  test: 'test channel',
  columns: [
    'imp_uid',
    'merchant_uid',
    'status',
    'amount',
    'pay_method',
    'pg_provider',
    'channel',
    'last change (UTC)',
    '',
  ],
  buttons: {
    deposit: 'Deposit (입금)',
    approve: 'Approve (승인)',
    fail: 'Fail (실패)',
    refund: 'Refund in console (콘솔 취소)',
  },
} as const
