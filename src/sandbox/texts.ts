/** Every text that a person reads: what the genuine script says (so that it is recognised), and the window's own. */

/** What the script says by `alert`. */
export const alerts = {
  noParams: '결제요청 파라메터가 누락되었습니다.',
  noMerchant: '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.',
  broken: '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.\n',
}

const blocked = {
  ko: '팝업차단을 해제해주셔야 결제창이 나타납니다.',
  ja: 'ポップアップブロックを解除すると、決済画面が表示されます',
  en: 'To enable the Paypal payment window, please disable "Block pop-ups" in browser settings',
}

/** In the browser's language, whatever the window's is. */
export const popupBlocked = (): string =>
  blocked[navigator.language.slice(0, 2) as keyof typeof blocked] ?? blocked.en

/** Code and text of each failure. */
export const failures = {
  duplicate: ['F1002', '이미 결제가 이루어진 거래건입니다.'],
  wrongChannel: ['F1001', '등록되지 않은 PG모듈 정보입니다. 관리자 콘솔의 채널 설정을 확인해주세요.'],
  decline: ['F400', '[SANDBOX] 한도초과로 승인이 거절되었습니다'],
  cancel: ['F400', '[결제포기] 사용자가 결제를 취소하셨습니다'],
  removed: ['F400', '[SANDBOX] 결제가 끝나기 전에 샌드박스가 제거되었습니다'],
} as const

export const bankName = '샌드박스은행'
export const holderName = '샌드박스'

const ko = {
  title: '샌드박스 결제창',
  identityTitle: '샌드박스 본인인증',
  notice: '테스트용 화면입니다. 실제로 결제되지 않습니다.',
  noName: '(주문명 없음)',
  gateway: 'PG사',
  defaultGateway: '기본 PG',
  payMethod: '결제수단',
  order: '주문번호',
  escrow: '에스크로',
  yes: '사용',
  no: '사용 안 함',
  methods: { card: '신용카드', trans: '계좌이체', vbank: '가상계좌', phone: '휴대폰 소액결제' },
  choices: { approve: '결제 승인', decline: '승인 거절', cancel: '결제 취소', close: '결과 없이 창 닫기' },
  goBack: '결과 없이 뒤로 가기',
  working: '처리하고 있습니다…',
  useBack: '쇼핑몰로 돌아가려면 브라우저의 뒤로 가기를 누르세요.',
  nowhere: '요청에 m_redirect_url이 없어 돌아갈 곳이 없습니다. 쇼핑몰은 결과를 받지 못합니다.',
  naverOrder: '네이버페이 주문형은 네이버에서 끝나며, 쇼핑몰 페이지는 결과를 받지 않습니다.',
  recorded: '기록되었습니다. 이 결과는 쇼핑몰 페이지로 전달되지 않습니다.',
}

const en: typeof ko = {
  title: 'Sandbox payment',
  identityTitle: 'Sandbox identity check',
  notice: 'This is a test window. No money moves.',
  noName: '(no order name)',
  gateway: 'Gateway',
  defaultGateway: 'default',
  payMethod: 'Pay method',
  order: 'Order',
  escrow: 'Escrow',
  yes: 'Yes',
  no: 'No',
  methods: { card: 'Card', trans: 'Bank transfer', vbank: 'Virtual account', phone: 'Phone bill' },
  choices: { approve: 'Approve', decline: 'Decline', cancel: 'Cancel', close: 'Close without a result' },
  goBack: 'Go back without a result',
  working: 'Working…',
  useBack: "To return to the shop, use the browser's Back button.",
  nowhere: 'The request had no m_redirect_url, so there is nowhere to return to. The shop gets no result.',
  naverOrder: "Naver's order form ends at Naver. The shop's page gets no result.",
  recorded: "Recorded. The shop's page is not told of it.",
}

export type WindowTexts = typeof ko
export const windowTexts: Record<'ko' | 'en', WindowTexts> = { ko, en }

/** The language to speak where none is chosen: the page's, which the buyer is reading, else the browser's. */
export const windowLanguage = (chosen: string | undefined): 'ko' | 'en' =>
  /^ko\b/i.test(chosen ?? (document.documentElement.lang || navigator.language)) ? 'ko' : 'en'

/** For the developer who installs it where there is no page. */
export const needsPage = 'installSandbox() needs a page: call it in a browser or in jsdom.'

/** For the developer whose server does not hear of the sandbox's payments. */
export const ledgerUnreachable = (url: string) =>
  `iamport-checkout sandbox: the ledger at ${url} could not be reached. Is the server there, and does it allow requests of another origin (CORS)?`
export const ledgerRefused = (url: string, status: number) =>
  `iamport-checkout sandbox: the ledger at ${url} answered ${status}.`
export const ledgerSilent = (url: string, ms: number) =>
  `iamport-checkout sandbox: the ledger at ${url} did not answer within ${ms} ms, and the payment went on.`

/** For the developer who passes options that there are not. */
export const unknownOption = (name: string, known: readonly string[]) =>
  `installSandbox: there is no option ${name}. The options are ${known.join(', ')}.`
export const wrongOption = (name: string, expected: string, received: unknown) =>
  `installSandbox: the option ${name} has to be ${expected}, and is ${typeof received === 'string' ? `"${received}"` : String(received)}.`
