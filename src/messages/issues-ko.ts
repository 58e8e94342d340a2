import type { Expectation } from '../issue.ts'

/**
 * What each expectation asks for, in Korean. Parameter names are followed by a noun of ours, because which particle a name
 * takes depends on how it is read.
 */
export const expectationsKo: Readonly<Record<Expectation, (value: string) => string>> = {
  object: () => '값은 객체여야 합니다',
  array: () => '값은 배열이어야 합니다',
  'non-blank-text': () => '값은 비어 있지 않은 문자열이어야 합니다',
  boolean: () => '값은 true 또는 false여야 합니다',
  'non-negative-number': () => '값은 0 이상의 숫자여야 합니다',
  'price-or-customer-uid': () => '값은 customer_uid 없이 결제하려면 0보다 커야 합니다',
  'whole-number': () => '값은 이 화폐에서는 소수점이 없는 정수여야 합니다',
  'two-decimals': () => '값은 소수점 아래 두 자리까지만 쓰는 것이 좋습니다',
  'exact-number': () => '값은 JavaScript가 정확히 표현할 수 있는 9007199254740991 이하의 숫자여야 합니다',
  'positive-whole-number': () => '값은 1 이상의 정수여야 합니다',
  'whole-numbers': () => '값은 개월 수를 나타내는 정수의 배열이어야 합니다',
  'share-of-amount': () => '값은 0 이상, amount 이하의 숫자여야 합니다',
  'real-date': () =>
    '값은 YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDHHmmss, YYYY-MM-DD, YYYY-MM-DD HH:mm:ss 중 한 가지 형식의 실제 날짜여야 합니다',
  'ten-digits': () => '값은 기호 없는 숫자 10자리여야 합니다',
  'redirect-url': () => '값은 브라우저가 이동할 수 있는 주소여야 합니다',
  'absolute-redirect-url': () =>
    '값은 http(s)://로 시작하는 주소이거나, 이 사이트의 경로라면 /로 시작하는 것이 좋습니다',
  'url-other-than-app-scheme': () => '값은 앱 scheme이 아니라 페이지의 주소인 것이 좋습니다',
  'web-url': () => '값은 http 또는 https로 시작하는 절대 주소여야 합니다',
  'public-url': () => '값은 포트원 서버가 접근할 수 있는 주소인 것이 좋습니다',
  'no-placeholder': () => '값이 예제의 자리 표시 그대로입니다. 실제 값을 넣어야 합니다',
  'json-value': () => '값은 JSON으로 나타낼 수 있어야 합니다',
  given: () => '값이 있어야 합니다',
  absent: () => '파라미터는 보내지 않아야 합니다',
  'one-of': value => `값은 다음 중 하나여야 합니다: ${value}`,
  not: value => `값은 ${value}일 수 없습니다`,
  'max-characters': value => `값은 최대 ${value}자까지 쓸 수 있습니다`,
  'max-bytes': value => `값은 UTF-8 기준 최대 ${value}바이트까지 쓸 수 있습니다`,
  min: value => `값은 ${value} 이상이어야 합니다`,
  max: value => `값은 ${value} 이하여야 합니다`,
  'sum-is-amount': () => '값의 unitPrice × quantity 합계가 amount와 같아야 합니다',
  'other-characters': value => `값에는 다음 문자를 쓸 수 없습니다: ${value}`,
  pattern: value => `값은 다음 정규식에 맞아야 합니다: ${value}`,
  'known-gateway': () => '값은 알려진 PG사 코드가 아니어서, 스크립트가 기본 PG사의 결제창을 엽니다',
  'correct-name': value => `파라미터는 스크립트가 읽지 않습니다. 올바른 이름은 ${value}입니다`,
  'same-gateway': value => `값이 channelKey의 PG사(${value})와 다릅니다`,
  'newer-sdk': value => `값을 쓰려면 결제 스크립트 ${value} 이상이 필요합니다`,
  'currency-given': value => `값이 없으면 이 PG사는 ${value}로 결제하므로 넣어 주는 것이 좋습니다`,
  'not-on-phones': () => '값은 인앱 브라우저가 팝업을 막으므로 모바일에서는 빼는 것이 좋습니다',
  'no-billing-key': () => '값은 이 PG사에 빌링키 발급창이 없으므로 빼는 것이 좋습니다',
  'zero-for-key': () => '값은 customer_uid가 있어도 결제됩니다. 빌링키만 발급하려면 0이어야 합니다',
  'order-number': () => '값이 비어 있는 값처럼 보입니다. 주문 하나의 번호여야 합니다',
  'uncovered-window': () =>
    '위에 페이지의 다른 요소(예: 모달 <dialog>)가 있어 구매자가 누를 수 없습니다. 먼저 닫아 주세요',
}
