// @vitest-environment jsdom
/**
 * Whether the buyer may pay again: what a script, a gateway or a server says of a failure, and what that means for the money.
 * Doubt comes before everything else that the words say.
 */
import { type PayError, parseRedirect, requestPay } from 'iamport-checkout'
import { describe, expect, it } from 'vitest'
import { order } from '../support/requests.ts'
import { stubImp } from '../support/stub-imp.ts'

type Response = Record<string, unknown>

/** Pays at a script that calls back with this. */
const callback = (response: Response, pg?: string): Promise<unknown> => {
  stubImp((_, call) => call(response))
  const request = { ...order, merchant_uid: 'm_1', currency: 'USD', ...(pg && { pg }) }
  return requestPay(request as typeof order, { userCode: 'imp12345678' }).catch(error => error)
}
/** Lands with it. */
const landing = (response: Response): unknown =>
  parseRedirect(
    `https://shop.test/done?${new URLSearchParams(Object.entries(response).map(([key, value]) => [key, String(value)]))}`,
  )

const ids = { imp_uid: 'imp_1', merchant_uid: 'm_1' }

/** The same from the callback and from a landing. */
const reads = (response: Response, expected: Partial<PayError>): void => {
  it('from the callback', async () => expect(await callback(response)).toMatchObject(expected))
  it('from a landing', () => expect(landing(response)).toMatchObject(expected))
}

describe('B1: what v1 says when it lost track of a payment is doubt', () => {
  describe.each<[what: string, response: Response]>([
    [
      'the transaction was over, its result was not understood',
      {
        merchant_uid: 'm_1',
        error_code: 'F500',
        error_msg: '올바르지 않은 결제 결과가 반환되었습니다.',
      },
    ],
    [
      'the same of a billing key',
      {
        merchant_uid: 'm_1',
        error_code: 'F500',
        error_msg: '올바르지 않은 빌링키 발급 결과가 반환되었습니다.',
      },
    ],
    [
      'the same of a billing key and pay',
      {
        merchant_uid: 'm_1',
        error_code: 'F500',
        error_msg: '올바르지 않은 빌링키 발급 및 결제 결과가 반환되었습니다.',
      },
    ],
    ...['F500', 'SERVER_ERROR', 'F400', '500'].map((error_code): [string, Response] => [
      `the popup was closed and the server could not be asked, with the code ${error_code}`,
      {
        ...ids,
        error_code,
        error_msg: '결제 팝업 종료 후 서버와 통신하는 과정에서 오류가 발생하였습니다. Failed to fetch',
      },
    ]),
    [
      'the same of a billing key',
      {
        ...ids,
        error_code: 'SERVER_ERROR',
        error_msg: '빌링키 팝업 종료 후 서버와 통신하는 과정에서 오류가 발생하였습니다. Failed to fetch',
      },
    ],
    ...['requestIssueBillingKeyAndPay', 'requestPaymentToV2'].map((name): [string, Response] => [
      `the popup was closed and nobody asked, in ${name}`,
      { merchant_uid: 'm_1', error_code: 'F500', error_msg: `V1 ${name}()에 onForceClose() 구현 필요` },
    ]),
    [
      'the state of the payment made no sense',
      {
        ...ids,
        error_code: 'F500',
        error_msg: '해당 결제 건의 상태 오류로 인해 요청을 처리할 수 없습니다.',
      },
    ],
  ])('%s', (_, response) => reads(response, { code: 'PAYMENT_FAILED', mayHavePaid: true, retryable: false }))

  describe.each<[what: string, response: Response]>([
    ...[
      '결제 창 호출에 실패하였습니다. oops',
      '빌링키 발급 창 호출에 실패하였습니다. oops',
      'Failed to fetch',
      '조건에 맞는 드라이버(pg/ksnet/payment/popup)가 없습니다.',
      '기능 실행을 위한 스크립트 로딩에 실패하였습니다. (드라이버 ID: pg/ksnet/payment/iframe)',
    ].map((error_msg): [string, Response] => [
      `nothing had been opened: ${error_msg}`,
      { merchant_uid: 'm_1', error_code: 'F500', error_msg },
    ]),
    [
      'there are no channels',
      {
        success: false,
        imp_uid: '',
        merchant_uid: 'm_1',
        error_code: 'NOT_READY',
        error_msg: '등록 된 PG 설정 정보를 찾을 수 없습니다.',
      },
    ],
    [
      'there is no such channel',
      {
        imp_success: false,
        imp_uid: '',
        merchant_uid: 'm_1',
        error_coe: 'F1001',
        error_msg: '등록되지 않은 PG',
      },
    ],
    [
      'the key of the channel is wrong',
      { error_code: 'F400', error_msg: 'channelKey 가 올바르지 않습니다.', merchant_uid: 'm_1' },
    ],
    ['the gateway refused', { ...ids, error_code: 'PG_PROVIDER_ERROR', error_msg: '한도초과' }],
    ['PortOne refused', { ...ids, error_code: 'PORTONE_ERROR', error_msg: '결제 금액이 올바르지 않습니다.' }],
    [
      'a failure without a code of the gateway’s',
      { ...ids, error_code: 'F400', error_msg: '카드 사용 정지' },
    ],
    ['the gateway’s own digits', { ...ids, error_code: '8326', error_msg: '[8326] 한도초과' }],
  ])('and this is none: %s', (_, response) =>
    reads(response, { code: 'PAYMENT_FAILED', mayHavePaid: false, retryable: true }),
  )
})

describe('D1: v1 1.28 answers a refused popup of tosspay: POPUP_BLOCKED', () => {
  it.each(['NOT READY', 'NOT_READY'])('with the code %s', async error_code => {
    const response = {
      imp_uid: null,
      merchant_uid: 'm_1',
      error_code,
      error_msg: '팝업을 호출하는데 실패하였습니다.',
    }
    expect(await callback(response, 'tosspay')).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false })
  })
})

describe('a driver whose popup was refused calls back with the failure in words of its own', () => {
  const answerOf = (fields: Response): Promise<unknown> => {
    window.open = () => null
    stubImp((_, call) => {
      if (!window.open('https://gateway.test/pay')) {
        call({ ...ids, success: false, error_code: 'F400', error_msg: 'popup is null', ...fields })
      }
    })
    return requestPay({ ...order, merchant_uid: 'm_1' }, { userCode: 'imp12345678' }).catch(error => error)
  }

  it('and nothing is paid: POPUP_BLOCKED', async () =>
    expect(await answerOf({})).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false }))

  it.each<[what: string, fields: Response]>([
    ['an approval number', { apply_num: '30001234' }],
    ['the state of a paid order', { status: 'paid' }],
  ])('but where it has %s it stays in doubt', async (_, fields) =>
    expect(await answerOf(fields)).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true }),
  )
})

describe('D2: v1 1.28 alerts a missing init and calls back in the same task: SDK_ERROR', () => {
  it.each(['판매자 코드가 설정되지 않았습니다. IMP.init() 또는 IMP.agency() 함수를 먼저 호출하세요.'])(
    '%s',
    async error_msg => {
      stubImp(
        (_, call) => {
          alert(error_msg)
          queueMicrotask(() => call({ error_code: 'F400', error_msg }))
        },
        { loadUI() {}, slots: { SDK_VERSION: '1.28.12' } },
      )
      window.alert = () => {}
      const ended = await requestPay(order, { userCode: 'imp12345678' }).catch(error => error)
      expect(ended).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: false, retryable: false })
    },
  )
})

describe('D5: a billing key that the buyer cancelled is CANCELLED', () => {
  describe.each([
    '사용자가 빌링키 발급을 취소하였습니다.',
    '사용자가 빌링키 발급을 취소하셨습니다',
    '[PORTONE] 사용자가 빌링키 발급을 취소했습니다',
  ])('%s', error_msg =>
    reads({ ...ids, error_code: 'F400', error_msg }, { code: 'CANCELLED', mayHavePaid: false }),
  )
})

describe('H5: doubt is looked at before what the words say', () => {
  const cancelled = '사용자가 결제를 취소하셨습니다'

  describe.each<[what: string, fields: Response]>([
    ['paid, and an approval number', { status: 'paid', apply_num: '30001234' }],
    ['paid', { status: 'paid' }],
    ['an approval number', { apply_num: '30001234' }],
    ['paid, with the words of a cancellation', { status: 'paid', error_code: 'F400', error_msg: cancelled }],
    [
      'an approval number, with a refusal',
      { apply_num: '30001234', error_code: 'F400', error_msg: '한도초과' },
    ],
  ])('a false flag beside %s', (_, fields) =>
    reads({ ...ids, success: false, ...fields }, { mayHavePaid: true, retryable: false }),
  )

  describe.each<[what: string, fields: Response]>([
    ['failed', { status: 'failed' }],
    ['ready, which is no money', { status: 'ready' }],
    ['an empty approval number', { status: 'failed', apply_num: '' }],
    ['the time 0', { status: 'failed', paid_at: 0 }],
  ])('but not beside %s', (_, fields) =>
    reads({ ...ids, success: false, error_msg: '한도초과', ...fields }, { mayHavePaid: false }),
  )

  it.each(['daou', 'daou.CPID', 'paymentwall', 'paypal', 'kicc_v2'])(
    'a cancellation at %s, which may say no to a paid order or decide later',
    async pg => {
      const response = { ...ids, success: false, error_msg: cancelled }
      expect(await callback(response, pg)).toMatchObject({ code: 'CANCELLED', mayHavePaid: true })
    },
  )

  describe.each(['daou', 'paymentwall', 'paypal', 'paypal_v2', 'payletter_global', 'kicc_v2'])(
    'a cancellation that is reported of %s',
    pg_provider =>
      reads(
        { ...ids, success: false, pg_provider, error_msg: cancelled },
        { code: 'CANCELLED', mayHavePaid: true },
      ),
  )

  describe.each(['paypal', 'paypal_v2', 'payletter_global', 'kicc_v2'])('a refusal of %s', pg_provider =>
    reads(
      { ...ids, success: false, pg_provider, error_msg: 'PAYMENT_PENDING' },
      { code: 'PAYMENT_FAILED', mayHavePaid: true },
    ),
  )

  describe('a cancellation under the code of a lost answer', () =>
    reads(
      { ...ids, success: false, error_code: 'F500', error_msg: cancelled },
      { code: 'CANCELLED', mayHavePaid: true },
    ))

  describe.each([
    'Order has already been processed',
    'This payment has already been completed.',
    'Transaction already approved',
    'ORDER_ALREADY_PROCESSED',
    '주문번호 중복',
    '[9999] 중복된 주문번호입니다.',
    '주문번호가 중복되었습니다',
    '이미 사용된 주문번호입니다.',
    'Duplicate order number',
    'duplicated merchant_uid',
  ])('paid before, in other words: %s', error_msg =>
    reads({ ...ids, success: false, error_code: 'F400', error_msg }, { mayHavePaid: true }),
  )

  describe.each([
    '승인 응답 시간 초과',
    '[8061] 승인응답 시간초과',
    '카드사 응답 지연으로 결과를 확인할 수 없습니다',
    'Read timed out',
    'Gateway Timeout',
    'java.net.SocketTimeoutException',
    '타임아웃',
    '망취소 실패',
    '망취소가 실패하였습니다',
    '알 수 없는 오류가 발생했습니다',
    'Unknown error',
    '결제 결과 확인 불가',
  ])('of a payment that has a number, nobody knows: %s', error_msg =>
    reads(
      { ...ids, success: false, error_code: 'F400', error_msg },
      { code: 'PAYMENT_FAILED', mayHavePaid: true },
    ),
  )

  describe.each([
    '한도초과',
    '1회 결제 한도 초과',
    '유효기간 만료',
    '비밀번호 입력 횟수 초과',
    '카드사 점검 시간입니다',
    '중복 할부는 선택할 수 없습니다',
    '승인취소 실패',
    '알 수 없는 카드번호입니다',
    'Card expired',
  ])('a plain refusal stays one: %s', error_msg =>
    reads(
      { ...ids, success: false, error_code: 'F400', error_msg },
      { code: 'PAYMENT_FAILED', mayHavePaid: false },
    ),
  )
})

describe('C2, H22: a failure behind a success of the same payment', () => {
  const paid = { ...ids, success: true }

  it.each<[what: string, response: unknown]>([
    ['of a driver', { merchant_uid: 'm_1', error_code: 'F500', error_msg: 'Failed to fetch' }],
    ['of the gateway', { ...ids, success: false, error_code: 'F400', error_msg: '한도초과' }],
    ['of the buyer', { ...ids, success: false, error_msg: '사용자가 결제를 취소하셨습니다' }],
    [
      'that there was no popup',
      { ...ids, error_code: 'NOT READY', error_msg: '팝업을 호출하는데 실패하였습니다.' },
    ],
    ['that is no object', 'error'],
  ])('%s is not told as one after which the buyer may pay again', async (_, failure) => {
    const late: PayError[] = []
    stubImp((__, call) => {
      call(paid)
      setTimeout(call, 0, failure)
    })
    const payment = await requestPay(
      { ...order, merchant_uid: 'm_1' },
      { userCode: 'imp12345678', onLateResult: it => late.push(it as PayError) },
    )
    expect(payment).toMatchObject(ids)
    await new Promise(resolve => setTimeout(resolve, 20))
    for (const { mayHavePaid } of late) expect(mayHavePaid).toBe(true)
  })

  it('but a success behind a failure is told', async () => {
    const late: unknown[] = []
    stubImp((_, call) => {
      call({ ...ids, success: false, error_msg: '한도초과' })
      setTimeout(call, 0, paid)
    })
    const options = { userCode: 'imp12345678', onLateResult: (it: unknown) => late.push(it) }
    await requestPay({ ...order, merchant_uid: 'm_1' }, options).catch(() => {})
    await expect.poll(() => late).toMatchObject([ids])
  })
})
