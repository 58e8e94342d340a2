// @vitest-environment jsdom
import { isPayError, PayError, parseRedirect, requestPay } from 'iamport-checkout'
import { describe, expect, it } from 'vitest'

/** What is expected: the ending's code or `ok`, and the fields that matter. */
interface Shape {
  it: string
  response: Record<string, unknown>
  ends: string
  imp_uid?: string | null
  merchant_uid?: string
  mayHavePaid?: boolean
  code?: string
  text?: string
  /** The callback can have it, a URL can't. */
  callbackOnly?: boolean
  /** Only a URL can have a key twice. */
  landingOnly?: boolean
}

const ids = { imp_uid: 'imp_1', merchant_uid: 'm_1' }

const shapes: Shape[] = [
  { it: 'success true', response: { ...ids, success: true }, ends: 'ok' },
  { it: 'imp_success true', response: { ...ids, imp_success: true }, ends: 'ok' },
  { it: 'text true', response: { ...ids, imp_success: 'true' }, ends: 'ok' },
  { it: 'text TRUE', response: { ...ids, imp_success: 'TRUE' }, ends: 'ok' },
  { it: 'text True under success', response: { ...ids, success: 'True' }, ends: 'ok' },
  {
    it: 'imp_success wins over success',
    response: { ...ids, imp_success: true, success: false },
    ends: 'ok',
  },
  {
    it: 'imp_success false wins over success',
    response: { ...ids, imp_success: false, success: true, error_msg: 'x' },
    ends: 'PAYMENT_FAILED',
  },
  {
    it: 'an empty imp_success leaves it to success',
    response: { ...ids, imp_success: '', success: true },
    ends: 'ok',
  },
  { it: 'no flag, only ids (newest script)', response: ids, ends: 'ok' },
  { it: 'no flag, only merchant_uid', response: { merchant_uid: 'm_1' }, ends: 'ok', imp_uid: null },
  { it: 'no flag, only imp_uid', response: { imp_uid: 'imp_1' }, ends: 'ok', merchant_uid: '' },
  { it: 'a flag that is neither is none', response: { ...ids, success: 'maybe' }, ends: 'ok' },
  { it: 'flag true with an error text', response: { ...ids, success: true, error_msg: 'note' }, ends: 'ok' },
  { it: 'flag true with an empty code', response: { ...ids, success: true, error_code: '' }, ends: 'ok' },
  {
    it: 'no flag, empty code and text (KCP)',
    response: { ...ids, error_code: '', error_msg: '' },
    ends: 'ok',
  },
  {
    it: 'null imp_uid on success',
    response: { ...ids, imp_uid: null, success: true },
    ends: 'ok',
    imp_uid: null,
  },
  {
    it: 'success false with code and text',
    response: { ...ids, success: false, error_code: 'F400', error_msg: '한도초과' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: false,
    code: 'F400',
    text: '한도초과',
  },
  {
    it: 'text false',
    response: { ...ids, imp_success: 'false', error_msg: '카드 사용 정지' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: false,
  },
  { it: 'text FALSE', response: { ...ids, success: 'FALSE', error_msg: 'x' }, ends: 'PAYMENT_FAILED' },
  {
    it: 'no flag but a code',
    response: { ...ids, error_code: 'F400' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: false,
    code: 'F400',
  },
  {
    it: 'F500 for a payment with a number: its approval was asked for, and nobody knows what became of it',
    response: { ...ids, error_code: 'F500', error_msg: 'Failed to fetch' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: true,
    code: 'F500',
  },
  {
    it: 'F500 before there was a number',
    response: { merchant_uid: 'm_1', error_code: 'F500', error_msg: 'Failed to fetch' },
    ends: 'PAYMENT_FAILED',
    imp_uid: null,
    mayHavePaid: false,
    code: 'F500',
  },
  { it: 'no flag but a text', response: { ...ids, error_msg: '오류' }, ends: 'PAYMENT_FAILED', text: '오류' },
  {
    it: 'the misspelt error_coe of 1.2.0',
    response: {
      imp_success: false,
      imp_uid: null,
      merchant_uid: 'm_1',
      error_coe: 'F1001',
      error_msg: '등록되지 않은',
    },
    ends: 'PAYMENT_FAILED',
    imp_uid: null,
    code: 'F1001',
  },
  {
    it: 'error_code wins over error_coe and code',
    response: { ...ids, error_code: 'A', error_coe: 'B', code: 'C' },
    ends: 'PAYMENT_FAILED',
    code: 'A',
  },
  {
    it: 'code and message of newer scripts',
    response: { ...ids, code: 'X1', message: 'no' },
    ends: 'PAYMENT_FAILED',
    code: 'X1',
    text: 'no',
  },
  {
    it: 'error_msg wins over message',
    response: { ...ids, error_msg: 'a', message: 'b' },
    ends: 'PAYMENT_FAILED',
    text: 'a',
  },
  {
    it: 'txId and paymentId',
    response: { txId: 'tx_1', paymentId: 'pay_1' },
    ends: 'ok',
    imp_uid: 'tx_1',
    merchant_uid: 'pay_1',
  },
  { it: 'imp_uid wins over txId', response: { ...ids, txId: 'tx_1', paymentId: 'pay_1' }, ends: 'ok' },
  {
    it: 'an empty imp_uid leaves it to txId',
    response: { imp_uid: '', txId: 'tx_1', merchant_uid: 'm_1' },
    ends: 'ok',
    imp_uid: 'tx_1',
  },
  {
    it: 'a bare false with an imp_uid',
    response: { ...ids, success: false },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: true,
  },
  {
    it: 'a bare false without imp_uid',
    response: { merchant_uid: 'm_1', imp_success: 'false' },
    ends: 'PAYMENT_FAILED',
    imp_uid: null,
    mayHavePaid: false,
  },
  {
    it: 'a false with empty texts is bare',
    response: { ...ids, success: false, error_code: '', error_msg: '' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: true,
  },
  {
    it: 'daou says no to paid orders',
    response: { ...ids, imp_success: false, error_msg: '승인 실패', pg_provider: 'daou' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: true,
  },
  {
    it: 'F1002',
    response: {
      ...ids,
      success: false,
      error_code: 'F1002',
      error_msg: '이미 결제가 이루어진 거래건입니다.',
    },
    ends: 'DUPLICATE_ORDER',
    mayHavePaid: true,
  },
  {
    it: 'F400 for an approved order',
    response: { ...ids, success: false, error_code: 'F400', error_msg: '이미 승인 완료된 거래' },
    ends: 'DUPLICATE_ORDER',
    mayHavePaid: true,
  },
  {
    it: 'cancel: 결제포기',
    response: {
      ...ids,
      success: false,
      error_code: 'F400',
      error_msg: '[결제포기] 사용자가 결제를 취소하셨습니다',
    },
    ends: 'CANCELLED',
    mayHavePaid: false,
  },
  {
    it: 'cancel: 취소하셨습니다',
    response: { ...ids, success: false, error_msg: '사용자가 결제를 취소하셨습니다' },
    ends: 'CANCELLED',
  },
  {
    it: 'cancel: 취소하였습니다',
    response: { ...ids, success: false, error_msg: '사용자가 결제를 취소하였습니다' },
    ends: 'CANCELLED',
  },
  {
    it: 'cancel: 중단되었습니다 with a prefix',
    response: { ...ids, success: false, error_msg: '[KCP] 결제가 중단되었습니다' },
    ends: 'CANCELLED',
  },
  {
    it: 'not a cancel: 알 수 없는 이유',
    response: { ...ids, success: false, error_msg: '알 수 없는 이유로 결제가 중단되었습니다.' },
    ends: 'PAYMENT_FAILED',
  },
  {
    it: 'not a cancel: 취소 of something else',
    response: { ...ids, success: false, error_msg: '승인취소 실패' },
    ends: 'PAYMENT_FAILED',
  },
  {
    it: 'cancel: PAY_CANCEL',
    response: { ...ids, success: false, error_code: 'PAY_CANCEL' },
    ends: 'CANCELLED',
  },
  {
    it: 'cancel: PAY_PROCESS_CANCELED',
    response: { ...ids, error_code: 'PAY_PROCESS_CANCELED' },
    ends: 'CANCELLED',
  },
  {
    it: 'cancel: [PAY_PROCESS_ABORTED] in the text',
    response: { ...ids, error_msg: '[PAY_PROCESS_ABORTED] 취소' },
    ends: 'CANCELLED',
  },
  { it: 'cancel: USER_CANCEL', response: { ...ids, code: 'USER_CANCEL' }, ends: 'CANCELLED' },
  {
    it: 'a text with percent signs',
    response: { ...ids, error_msg: '100% 할인 %E3 불가 %' },
    ends: 'PAYMENT_FAILED',
    text: '100% 할인 %E3 불가 %',
  },
  {
    it: 'a text with plus and ampersand',
    response: { ...ids, error_msg: 'a+b & c=d' },
    ends: 'PAYMENT_FAILED',
    text: 'a+b & c=d',
  },
  { it: 'a doubled key', response: { ...ids, merchant_uid: ['m_0', 'm_1'] }, ends: 'ok', landingOnly: true },
  {
    it: 'a doubled key whose last is empty',
    response: { ...ids, merchant_uid: ['m_1', ''] },
    ends: 'ok',
    landingOnly: true,
  },
  { it: 'a number as code', response: { ...ids, error_code: 500 }, ends: 'PAYMENT_FAILED', code: '500' },
  { it: 'a certification', response: { ...ids, success: true, pg_type: 'certification' }, ends: 'ok' },
  { it: "KCP QuickPay's imp_status true", response: { ...ids, imp_status: 'true' }, ends: 'ok' },
  {
    it: "KCP QuickPay's imp_status false",
    response: { ...ids, imp_status: 'false', kcp_action: 'pay' },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: true,
  },
  {
    it: 'not a cancel: could not be cancelled',
    response: { ...ids, success: false, error_msg: '결제를 취소하지 못했습니다' },
    ends: 'PAYMENT_FAILED',
  },
  {
    it: 'paid before, without a space',
    response: { ...ids, success: false, error_msg: '이미결제된 주문입니다' },
    ends: 'DUPLICATE_ORDER',
    mayHavePaid: true,
  },
  {
    it: 'handled before',
    response: { ...ids, success: false, error_msg: '이미 처리된 거래입니다' },
    ends: 'DUPLICATE_ORDER',
    mayHavePaid: true,
  },
  ...[
    ...['기결제된 주문입니다', '[8001] 기 승인 거래', '이미 지불된 주문입니다'],
    ...['This order has already been paid', 'Already paid', 'ALREADY_PAID'],
  ].map(error_msg => ({
    it: `paid before: ${error_msg}`,
    response: { ...ids, success: false, error_msg },
    ends: 'DUPLICATE_ORDER',
    mayHavePaid: true,
  })),
  ...[
    ...['정기결제 승인 실패', '정기 결제 불가', 'already refunded', '단말기 결제 오류', '초기 처리 오류'],
    ...['PG사 대기 승인 실패', '결제하기 완료 전 종료'],
  ].map(error_msg => ({
    it: `not paid before: ${error_msg}`,
    response: { ...ids, success: false, error_msg },
    ends: 'PAYMENT_FAILED',
    mayHavePaid: false,
  })),
  {
    it: 'cancel: given up, and that was handled',
    response: { ...ids, success: false, error_msg: '결제포기 처리되었습니다' },
    ends: 'CANCELLED',
  },
  { it: 'nothing at all', response: {}, ends: 'ok', imp_uid: null, merchant_uid: '', callbackOnly: true },
]

/** Pays at a script that calls back with this response. */
const payFor = (response: object, merchant_uid = 'm_1', pg?: string): Promise<unknown> => {
  const IMP = {
    init() {},
    request_pay(_: object, callback: (response: object) => void) {
      callback(response)
    },
  }
  Object.assign(window, { IMP })
  return requestPay(
    { merchant_uid, amount: 1000, buyer_tel: '010', ...(pg && { pg }) },
    { userCode: 'imp12345678' },
  ).catch(error => error)
}

const toUrl = (response: Record<string, unknown>): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(response)) {
    for (const one of [value].flat()) query.append(key, one === null ? '' : String(one))
  }
  return `https://shop.test/done?${query}`
}

const check = (outcome: unknown, shape: Shape): void => {
  const { ends, imp_uid = 'imp_1', merchant_uid = 'm_1' } = shape
  if (ends === 'ok') {
    expect(outcome).not.toBeInstanceOf(Error)
    expect(outcome).toMatchObject({ imp_uid, merchant_uid })
    return
  }
  expect(isPayError(outcome)).toBe(true)
  const error = outcome as PayError
  expect(error.code).toBe(ends)
  expect(error.response).toMatchObject({ imp_uid, merchant_uid })
  if (shape.mayHavePaid !== undefined) expect(error.mayHavePaid).toBe(shape.mayHavePaid)
  expect(error.retryable).toBe(!error.mayHavePaid)
  if (shape.code) expect(error.response?.error_code).toBe(shape.code)
  if (shape.text) expect(error.response?.error_msg).toBe(shape.text)
}

describe('how a response is read', () => {
  it('is tried on at least 40 shapes', () => expect(shapes.length).toBeGreaterThanOrEqual(40))

  describe.each(shapes)('$it', shape => {
    // What the response doesn't name, the request does. What names another order is no end of this one.
    if (!shape.landingOnly) {
      const merchant_uid = (shape.merchant_uid ?? 'm_1') || 'm_asked'
      it('from the callback', async () =>
        check(await payFor(shape.response, merchant_uid), { ...shape, merchant_uid }))
    }
    if (!shape.callbackOnly) {
      it('from the landing URL', () => check(parseRedirect(toUrl(shape.response)), shape))
    }
  })
})

describe('the normalised payment', () => {
  const paid = {
    ...ids,
    success: true,
    pay_method: 'card',
    paid_amount: 14000,
    status: 'paid',
    name: '주문명',
    pg_provider: 'html5_inicis',
    pg_tid: 'T1',
    buyer_name: '이름',
    buyer_email: 'a@b.test',
    buyer_tel: '010',
    buyer_addr: '서울',
    buyer_postcode: '1',
    custom_data: { cart: [1] },
    paid_at: 1_700_000_000,
    receipt_url: 'https://r.test/1',
    apply_num: '123',
  }

  it('has the documented fields with their types, and no success', async () => {
    const { success, ...fields } = paid
    const outcome = await payFor(paid)
    expect(outcome).toEqual({ ...fields, via: 'callback', raw: paid })
    expect((outcome as { raw: unknown }).raw).toBe(paid)
    expect(success).toBe(true)
  })

  it('has numbers as numbers from a URL too', () => {
    const url = toUrl({ ...paid, custom_data: '{"cart":[1]}', vbank_date: '1700000001', card_quota: '0' })
    expect(parseRedirect(url)).toMatchObject({
      paid_amount: 14000,
      paid_at: 1_700_000_000,
      vbank_date: 1_700_000_001,
      card_quota: 0,
      custom_data: { cart: [1] },
      via: 'redirect',
      raw: url,
    })
  })

  it('leaves out what is empty, null, or no number', async () => {
    const response = { ...ids, paid_amount: '', paid_at: 'soon', vbank_holder: null, name: '' }
    expect(await payFor(response)).toEqual({ ...ids, via: 'callback', raw: response })
  })

  it('leaves out a number without an end, and what can’t be made text', async () => {
    const response = { ...ids, paid_amount: 'Infinity', card_name: Object.create(null) }
    expect(await payFor(response)).toEqual({ ...ids, via: 'callback', raw: response })
  })

  it('takes no key of a shop for a field that only begins or ends like one', () => {
    const keys = 'my_pay_method=1&card=1&names=1&username=1&currency_rate=1&no_apply_num=1&receipt_urls=1'
    const url = `/?imp_uid=imp_1&merchant_uid=m_1&${keys}`
    expect(parseRedirect(url)).toEqual({ ...ids, via: 'redirect', raw: url })
  })

  it('takes no text for a number that only has a number’s name in its own', async () => {
    const response = {
      ...ids,
      ...{
        card_paid_by: 'point',
        card_quota_name: '3 months',
        card_expiry_date: '2027-01',
        paid_by: 'point',
      },
    }
    expect(await payFor(response)).toEqual({ ...response, via: 'callback', raw: response })
  })

  it.each([undefined, null, ''])('has no custom_data where it came as %j', async custom_data => {
    expect(await payFor({ ...ids, custom_data })).not.toHaveProperty('custom_data')
  })

  it('has custom_data that is a text with something like an object in it as it came', async () => {
    const custom_data = 'order {"cart":[1]}'
    expect(await payFor({ ...ids, custom_data })).toMatchObject({ custom_data })
  })

  it('makes a number only of what is documented as one', async () => {
    const fields = { buyer_card_quota: '3', card_quota_max: '3' }
    expect(await payFor({ ...ids, ...fields })).toMatchObject(fields)
  })

  it('has custom_data that is no text as it came', async () => {
    // Its text would be JSON.
    const custom_data = ['[1]']
    expect(((await payFor({ ...ids, custom_data })) as { custom_data: unknown }).custom_data).toBe(
      custom_data,
    )
    expect(await payFor({ ...ids, custom_data: 7 })).toMatchObject({ custom_data: 7 })
  })

  it('takes nothing for a flag that only has one in it', async () => {
    for (const success of ['untrue', 'falsehood', 'not false'])
      expect(await payFor({ ...ids, success })).toMatchObject({ imp_uid: 'imp_1', via: 'callback' })
  })

  it.each(['{oops', '9007199254740993', '1e3', 'true', '0123', '"x"'])(
    'keeps custom_data that is %j to the letter',
    async custom_data => {
      expect(await payFor({ ...ids, custom_data })).toMatchObject({ custom_data })
    },
  )

  it.each([
    ['{"a":1}', { a: 1 }],
    [' [1]', [1]],
  ])('has custom_data that came as the text %s as data', async (custom_data, data) => {
    expect(await payFor({ ...ids, custom_data })).toMatchObject({ custom_data: data })
  })

  it('takes the merchant_uid of the request where the response has none', async () => {
    expect(await payFor({ imp_uid: 'imp_1' }, 'm_9')).toMatchObject({ merchant_uid: 'm_9' })
  })

  it('knows a doubtful gateway from the request', async () => {
    const response = { ...ids, success: false, error_msg: '실패' }
    expect(await payFor(response, 'm_1', 'daou.CPID')).toMatchObject({ mayHavePaid: true })
    expect(await payFor(response, 'm_1', 'kcp')).toMatchObject({ mayHavePaid: false })
    expect(await payFor({ ...response, pg_provider: 'paymentwall' })).toMatchObject({ mayHavePaid: true })
    expect(await payFor(response, 'm_1', 'new.daou')).toMatchObject({ mayHavePaid: false })
  })
})

describe('a failure', () => {
  const read = (keys: string): PayError =>
    parseRedirect(`/?imp_uid=imp_1&imp_success=false&${keys}`) as PayError

  it('has the words of the gateway in its message', () => {
    expect(read('error_code=F400&error_msg=no').message).toContain('“F400 no”')
    expect(read('error_msg=no').message).toContain('“no”')
    expect(read('').message).not.toContain('says')
  })

  it('has no code and no text where there was none', () => {
    expect(Object.keys(read('error_msg=no').response!)).not.toContain('error_code')
    expect(Object.keys(read('error_code=F400').response!)).not.toContain('error_msg')
  })

  it('has no imp_uid where there was none', () => {
    const error = parseRedirect('/?merchant_uid=m_1&imp_success=false') as PayError
    expect(error.imp_uid).toBeUndefined()
    expect(error.response!.imp_uid).toBeNull()
  })

  it('names the gateway of the request, where there is one', async () => {
    const failed = (pg?: string) => payFor({ ...ids, success: false }, 'm_1', pg) as Promise<PayError>
    expect(await failed('kcp.T0000')).toMatchObject({ code: 'PAYMENT_FAILED', gateway: 'kcp.T0000' })
    expect(Object.keys(await failed())).not.toContain('gateway')
  })
})

describe('PayError', () => {
  it('is recognised across copies and realms, and nothing else is', () => {
    expect(isPayError(new PayError('BUSY', 'x'))).toBe(true)
    // As a store or a log keeps it.
    const kept = { ...new PayError('BUSY', 'x', { merchant_uid: 'm_1', gateway: 'kcp' }) }
    for (const copy of [kept, structuredClone(kept), JSON.parse(JSON.stringify(kept))]) {
      expect(isPayError(copy)).toBe(true)
      expect(copy).toMatchObject({ code: 'BUSY', mayHavePaid: false, retryable: true, merchant_uid: 'm_1' })
    }
    for (const other of [null, undefined, 'BUSY', new Error('x'), { code: 'BUSY' }])
      expect(isPayError(other)).toBe(false)
  })

  it('has only the members that it was given', () => {
    expect(Object.keys(new PayError('BUSY', 'x'))).toEqual(['name', 'code', 'mayHavePaid', 'retryable'])
  })
})
