/** scripts/docs-general.mjs in Korean, row by row: test/agree.test.ts holds that both speak of the same. */
import { PAYRQ } from './docs-markdown.mjs'

export const generalInKorean = {
  head: ['파라미터', '오류인 경우', '지키지 않으면', '출처'],
  errors: [
    [
      'amount',
      '없음(빌링키 발급과 결제가 아닌 kcp_quick 동작은 제외), 0 이상의 숫자가 아님, `customer_uid` 없이 0, 원·엔 단위의 소수',
      '금액을 문자열로 보내면 결제가 실패하고, 없으면 결제할 것이 없습니다. 숫자로만 된 문자열은 변환하고 경고합니다.',
      'PortOne 릴리스 노트, 2024-03-15',
    ],
    [
      'merchant_uid',
      '없거나 비었거나 문자열이 아니거나 40자 초과. 정수는 변환하고 경고합니다. PG사를 알 수 없는 `channelKey`에서는 긴 번호가 경고입니다',
      '서버가 결제를 다시 찾지 못합니다. 번호를 잘라 다른 번호로 돌려주는 PG사도 있습니다.',
      PAYRQ,
    ],
    [
      '`escrow`, `digital`',
      '값이 있는데 true나 false가 아님',
      "문서에는 true와 false만 있습니다. `'false'` 같은 문자열은 참으로 처리되어 에스크로나 디지털 상품 결제창이 열릴 수 있습니다.",
      PAYRQ,
    ],
    [
      'tax_free',
      '0부터 `amount`까지의 숫자가 아님',
      '부가세를 (amount − tax_free) / 11로 계산하므로 틀린 값이 됩니다.',
      PAYRQ,
    ],
    [
      'vbank_due',
      "`pay_method: 'vbank'`에서 문서에 있는 형식의 실제 날짜가 아님",
      '결제창이 열리지 않습니다(nice_v2, smartro_v2). 다른 PG사는 문서에 설명이 없습니다.',
      'nice-v2/payment-caution, 2025-10-23; smartro-v2/caution, 2025-11-12',
    ],
    [
      '`notice_url`, `confirm_url`',
      '절대 http(s) 주소가 아님(목록이면 하나하나). 이 컴퓨터에서만 통하는 주소는 경고입니다',
      'PortOne 서버가 호출하지 못합니다. 이 주소가 관리자 콘솔의 웹훅을 대신하므로 그 웹훅도 오지 않고, 승인 여부를 확인하지 못한 결제는 취소됩니다.',
      PAYRQ,
    ],
    [
      '`m_redirect_url`, `app_scheme`',
      '코드를 실행하는 주소(`javascript:`), 예제의 자리 표시자(중괄호, 공백)가 그대로 남음, 페이지를 떠나는데 비어 있음',
      '구매자가 쇼핑몰로 돌아오지 못하고 결과를 잃습니다.',
      PAYRQ,
    ],
    [
      'display.card_quota',
      '정수 목록이 아님',
      '문서에는 숫자 목록만 있고 다른 값이 어떻게 되는지는 설명이 없습니다.',
      PAYRQ,
    ],
    [
      '`kcpProducts`, `kiccProducts`',
      '상품에 `orderNumber`, `name`, `quantity`(1 이상), `amount`(0 이상) 중 빠진 것이 있음. 합계는 `amount`와 비교하지 않습니다',
      '결제가 진행되지 않습니다.',
      'iamport-manual 2017년판 KCP, 2017-10-17; 2019년판 KICC, 2019-06-26',
    ],
    [
      'pg',
      '새 스크립트에만 있는 PG사인데 페이지에 있거나 요청한 스크립트가 오래됨',
      '스크립트가 아무 말 없이 관리자 콘솔의 기본 채널을 엽니다.',
      '스크립트 자체',
    ],
  ],
  label: '경고:',
  warnings: [
    '`buyer_tel`이 없음. 없으면 실패하는 PG사가 있습니다.',
    "`pay_method: 'phone'`인데 `digital`이 없음.",
    '`name`이 40자를 넘음.',
    '`amount`가 소수점 아래 두 자리를 넘음.',
    '`pg`가 이 표에 없거나 `channelKey`의 PG사와 다름(옵션 `provider`).',
    '흔히 잘못 쓰는 파라미터 이름(`channel_key`). `iamport-checkout/messages`의 `findMisspelt()`는 더 많이 찾아냅니다.',
  ],
}
