/** What docs/gateways.md and docs/ko/gateways.md say around the facts of the table, in each language. */

import { inKorean } from './docs-gateways-ko.mjs'
import { code } from './docs-markdown.mjs'

const listOf = items => (Array.isArray(items) ? items : [items])
const any = word => items => listOf(items).map(code).join(` ${word} `)

/** Several names as people say them. */
const or = any('or')
const 또는 = any('또는')

export const english = {
  /** A note or a reason of the table, which is written in English. */
  said: text => text,
  title: 'Gateways PG사',
  headings: {
    overview: 'Overview 한눈에 보기',
    money: 'Where money may surprise 돈에 관한 주의',
    general: 'Every gateway 모든 PG사',
    each: 'One by one PG사별',
  },
  intro:
    defaultVersion => `What \`iamport-checkout\` knows of each gateway. \`prepare()\`, \`requestPay()\` and \`pay()\` check requests against it, and decide by
it whether a request needs \`m_redirect_url\`. A merchant id behind a dot is cut off before a gateway is looked up:
\`kcp.T0000\` is \`kcp\`. 한국어 페이지: [ko/gateways.md](ko/gateways.md).

How to read it:

- **stays**: the payment window is on the page (or a popup) and the promise of \`requestPay()\` settles.
- **leaves**: the whole page goes to the gateway, and the result arrives at \`m_redirect_url\`, where \`resumePay()\` reads it.
  Only failures before the page leaves settle the promise.
- A gateway that is **not in this table**, or no \`pg\` at all, counts as leaving on every device. With a \`channelKey\` the
  option \`provider\` says which row applies.
- What is said of a phone is also true of an iPad that poses as a Mac.
- **Errors**: nothing is opened, and the promise rejects with \`INVALID_REQUEST\`. Behind each stands what happens without it, as far as
  its sources say.
- **Warnings**: the payment goes on. The documents disagree, only a type says so, or a real request without it works somewhere.
- A **pay method**, currency or language that is not listed is a warning: gateways add them without asking us.
- The default **currency** is \`KRW\`, unless another is named.
- **Script**: without one named, every script will do, also the default \`${defaultVersion}\`.
- **Sources**: each with the day on which the page was last changed.`,
  place: leaves => (leaves ? 'leaves' : 'stays'),
  pages: (pc, phone) => `${pc} on PC, ${phone} on phone`,
  other: (setting, place, { pc, phone }) =>
    `with ${setting} it ${place} (${[pc && 'PC', phone && 'phone'].filter(Boolean).join(' and ')})`,
  staysBefore: version => `scripts before ${version} stay on phones, too`,
  added: (pc, phone) => [pc && 'on PCs', phone && 'on phones'].filter(Boolean).join(' and ') || 'no',
  columns: {
    page: 'Page',
    redirect: '`m_redirect_url` added',
    methods: 'Pay methods',
    billing: 'Billing keys',
    withoutAmount: 'Needs no `amount`',
    withoutOrder: 'Needs no `merchant_uid`',
    failures: 'Failures',
    currencies: 'Currencies',
    languages: 'Languages',
    due: '`vbank_due`',
    popup: 'Popup',
    script: 'Script',
    errors: 'Errors',
    warnings: 'Warnings',
    sources: 'Sources',
  },
  noMethods: 'no list: the gateway ignores `pay_method`, or none is known',
  billing: {
    shown: '`amount` is only shown, nothing is charged',
    charged: '**`amount` is charged although `customer_uid` is given**',
    'charged unless 0':
      '**`amount` is charged although `customer_uid` is given**, and 0 makes the key alone: more than 0 is a warning',
    none: 'no window for billing keys: `customer_uid` is a warning',
  },
  approvesLater: '**May approve later**: a failure leaves `mayHavePaid` true, and a webhook is needed',
  isUnreliable: '**May report failures of what was paid**: a failure leaves `mayHavePaid` true',
  only: items => `${items} only`,
  anyBut: item => `any but ${item}`,
  defaultCurrency: item => `default ${item}, so that a missing one is a warning`,
  fractionsOfWon: 'fractions of a won are a warning',
  due: forms => `like ${forms}; another form is a warning`,
  popup: setting => `${setting} is discouraged on phones`,
  newer: script => `${script} or newer`,
  release: (script, release) => `${script}, ${release} or newer: an older one opens another channel`,
  sums: (sums, total) =>
    `${code('unitPrice')} × ${code('quantity')} of ${code(sums)} adds up to ${code(total)}`,
  overview: ['`pg`', '이름', 'PC', 'Phone', 'Script'],
  overviewNote: '\\* It depends on a parameter or on the script: see the gateway’s section.',
  money: {
    head: ['What', 'Gateways'],
    charged: '`amount` is charged although `customer_uid` is given',
    chargedUnless0: 'The same, unless it is 0',
    noWindow: 'There is no window for billing keys',
    approvesLater: 'May approve after a failure was reported',
    isUnreliable: 'May report failures of what was paid',
    otherCurrency: 'Takes an amount without `currency` for another one than won',
    note: 'Billing keys by phone bill are charged wherever there are some (danal, mobilians, mobilians_v2, galaxia, welcome).',
  },
  conditions: {
    escrow: `with ${code('escrow: true')}`,
    methods: (methods, isNot) => (isNot ? `with any pay method but ${or(methods)}` : `with ${or(methods)}`),
    given: (path, isNot) => `${isNot ? 'without' : 'with'} ${code(path)}`,
    is: (path, values, isNot) => `${isNot ? 'unless' : 'where'} ${code(path)} is ${or(values)}`,
    has: (path, values, isNot) => `${isNot ? 'unless' : 'where'} ${code(path)} has ${or(values)}`,
    pc: 'on a PC',
    phone: 'on a phone',
    all: conditions =>
      conditions
        .join(' and ')
        .replace(/ and (with|unless) /g, (_, word) => ` and ${word === 'with' ? '' : 'unless '}`),
  },
  rules: {
    needs: paths => `needs ${paths}`,
    takesNo: paths => `takes no ${paths}`,
    isNot: (path, value) => `${path} is not ${code(value)}`,
    is: (path, values) => `${path} is ${or(values)}`,
    matches: (path, pattern) => `${path} matches ${pattern}`,
    avoids: (path, called) => `${path} has none of ${code(called)}`,
    bytes: (path, count) => `${path} has ${count} bytes at most`,
    characters: (path, count) => `${path} has ${count} characters at most`,
    atLeast: (path, number) => `${path} is ${number} or more`,
    atMost: (path, number) => `${path} is ${number} or less`,
  },
}

export const korean = {
  said: inKorean,
  title: 'PG사',
  headings: {
    overview: '한눈에 보기',
    money: '돈에 관한 주의',
    general: '모든 PG사',
    each: 'PG사별',
  },
  intro:
    defaultVersion => `\`iamport-checkout\`이 PG사마다 알고 있는 내용입니다. \`prepare()\`, \`requestPay()\`, \`pay()\`는 이 표로 요청을 검증하고
\`m_redirect_url\`이 필요한지 판단합니다. PG사를 찾을 때 점 뒤의 상점 아이디는 뺍니다. \`kcp.T0000\`은 \`kcp\`입니다.
English: [gateways.md](../gateways.md).

읽는 방법:

- **머무름**: 결제창이 페이지 안이나 팝업에 열리고 \`requestPay()\`의 Promise로 결과를 받습니다.
- **이동**: 페이지 전체가 PG사로 이동하고 결과는 \`m_redirect_url\`로 돌아와 \`resumePay()\`가 읽습니다. 이동하기 전의 실패만
  Promise로 받습니다.
- 표에 **없는 PG사**이거나 \`pg\`를 쓰지 않으면 모든 기기에서 이동하는 것으로 봅니다. \`channelKey\`를 쓸 때는 옵션
  \`provider\`로 어느 행을 적용할지 알려 줍니다.
- 휴대폰에 관한 내용은 Mac으로 보이는 iPad에도 해당합니다.
- **오류**: 결제창을 열지 않고 \`INVALID_REQUEST\`로 reject합니다. 그 뒤에는 지키지 않으면 어떻게 되는지를 출처가 말하는 만큼 적었습니다.
- **경고**: 결제는 그대로 진행됩니다. 문서끼리 다르거나, 타입에만 있거나, 그것 없이 되는 실제 요청이 있는 경우입니다.
- 목록에 없는 **결제수단**, 화폐, 언어는 경고입니다. PG사가 예고 없이 추가하기 때문입니다.
- 따로 적지 않았으면 기본 **화폐**는 \`KRW\`입니다.
- **스크립트**를 적지 않았으면 기본값인 \`${defaultVersion}\`을 포함한 모든 버전에서 됩니다.
- **출처**에는 그 페이지가 마지막으로 바뀐 날짜를 적었습니다.`,
  place: leaves => (leaves ? '이동' : '머무름'),
  pages: (pc, phone) => `PC ${pc}, 휴대폰 ${phone}`,
  other: (setting, place, { pc, phone }) =>
    `${setting} 사용 시 ${[pc && 'PC', phone && '휴대폰'].filter(Boolean).join('와 ')} ${place}`,
  staysBefore: version => `${version}보다 오래된 스크립트는 휴대폰에서도 머무름`,
  added: (pc, phone) => [pc && 'PC', phone && '휴대폰'].filter(Boolean).join(', ') || '없음',
  columns: {
    page: '페이지 이동',
    redirect: '`m_redirect_url` 자동 추가',
    methods: '결제수단',
    billing: '빌링키',
    withoutAmount: '`amount` 생략 가능',
    withoutOrder: '`merchant_uid` 생략 가능',
    failures: '실패 알림',
    currencies: '화폐',
    languages: '언어',
    due: '`vbank_due`',
    popup: '팝업',
    script: '스크립트',
    errors: '오류',
    warnings: '경고',
    sources: '출처',
  },
  noMethods: '목록 없음(`pay_method`를 무시하거나 알려진 것이 없음)',
  billing: {
    shown: '`amount`는 표시만 되고 결제되지 않음',
    charged: '**`customer_uid`가 있어도 `amount`가 결제됨**',
    'charged unless 0':
      '**`customer_uid`가 있어도 `amount`가 결제됨**. 0이면 빌링키만 발급하며, 0보다 크면 경고',
    none: '빌링키 발급창 없음(`customer_uid`는 경고)',
  },
  approvesLater: '**실패로 알린 뒤에도 승인될 수 있음**: 실패해도 `mayHavePaid`가 true이며 웹훅이 필요',
  isUnreliable: '**결제된 주문도 실패로 알릴 수 있음**: 실패해도 `mayHavePaid`가 true',
  only: items => `${items}만 가능`,
  anyBut: item => `${item} 제외`,
  defaultCurrency: item => `기본값 ${item}(생략하면 경고)`,
  fractionsOfWon: '원 단위 소수는 경고',
  due: forms => `${forms} 형식. 다른 형식은 경고`,
  popup: setting => `휴대폰에서 ${setting} 비권장`,
  newer: script => `${script} 이상`,
  release: (script, release) => `${script}, ${release} 이상. 더 오래된 것은 다른 채널을 엶`,
  sums: (sums, total) => `${code(sums)}의 ${code('unitPrice')} × ${code('quantity')} 합계는 ${code(total)}`,
  overview: ['`pg`', '이름', 'PC', '휴대폰', '스크립트'],
  overviewNote: '\\* 파라미터나 스크립트에 따라 다릅니다. PG사별 설명을 확인하세요.',
  money: {
    head: ['내용', 'PG사'],
    charged: '`customer_uid`가 있어도 `amount`가 결제됩니다',
    chargedUnless0: '`amount`가 0이 아니면 결제됩니다',
    noWindow: '빌링키 발급창이 없습니다',
    approvesLater: '실패로 알린 뒤에 승인될 수 있습니다',
    isUnreliable: '결제된 주문을 실패로 알릴 수 있습니다',
    otherCurrency: '`currency`가 없으면 원화가 아닌 화폐로 결제합니다',
    note: '휴대폰 결제의 빌링키는 발급과 동시에 결제됩니다(danal, mobilians, mobilians_v2, galaxia, welcome).',
  },
  conditions: {
    escrow: `${code('escrow: true')} 사용 시`,
    methods: (methods, isNot) =>
      isNot ? `${또는(methods)} 외의 결제수단 사용 시` : `${또는(methods)} 사용 시`,
    given: (path, isNot) => `${code(path)} ${isNot ? '없을' : '있을'} 때`,
    is: (path, values, isNot) => `${code(path)} 값이 ${또는(values)}${isNot ? ' 아닐' : '일'} 때`,
    has: (path, values, isNot) => `${code(path)} 값에 ${또는(values)} ${isNot ? '없을' : '있을'} 때`,
    pc: 'PC에서',
    phone: '휴대폰에서',
    all: conditions => conditions.join(', '),
  },
  rules: {
    needs: paths => `${paths} 필수`,
    takesNo: paths => `${paths} 사용 불가`,
    isNot: (path, value) => `${path} 값은 ${code(value)} 불가`,
    is: (path, values) => `${path} 값은 ${또는(values)}`,
    matches: (path, pattern) => `${path} 형식은 ${pattern}`,
    avoids: (path, called) => `${path}에 ${code(called)} 사용 불가`,
    bytes: (path, count) => `${path} 최대 ${count}바이트`,
    characters: (path, count) => `${path} 최대 ${count}자`,
    atLeast: (path, number) => `${path} ${number} 이상`,
    atMost: (path, number) => `${path} ${number} 이하`,
  },
}
