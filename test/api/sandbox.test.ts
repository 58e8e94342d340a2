// @vitest-environment jsdom

import { requestPay } from 'iamport-checkout'
import { installSandbox, type SandboxOptions } from 'iamport-checkout/sandbox'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { IPHONE } from '../support/browser.ts'

const BROKEN = '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.\n'

let alert: ReturnType<typeof vi.fn>
let sandbox: ReturnType<typeof installSandbox>
const navigate = vi.fn<(url: string) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  // jsdom neither goes anywhere nor tells where to.
  vi.stubGlobal('location', { assign: navigate })
  alert = vi.fn()
  vi.stubGlobal('alert', alert)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  sandbox?.uninstall()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  navigate.mockReset()
  document.body.replaceChildren()
})

const pass = (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.imp-dialog')!
const isShown = (): boolean => getComputedStyle(dialog()).display === 'block'
const button = (outcome: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[data-outcome=${outcome}]`)!
const onPhone = (): void => void vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(IPHONE)

/** Installs and initialises, until the channels are there. */
const ready = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = installSandbox({ locale: 'en', ...options })
  sandbox.IMP.init('imp12345678')
  await pass()
}
let uid = 0
const order = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  pg: 'danal_tpay',
  merchant_uid: `order-${++uid}`,
  amount: 25000,
  name: 'Two mugs',
  ...more,
})
/** Asks for a payment and lets time pass. */
const pay = async (params = order(), ms = 50) => {
  const callback = vi.fn<(response: Record<string, unknown>) => void>()
  sandbox.IMP.request_pay(params, callback)
  await pass(ms)
  return { params, callback, response: callback.mock.calls[0]?.[0] }
}
const fakePopup = () => {
  const popup = {
    document: document.implementation.createHTMLDocument(),
    closed: false,
    close: vi.fn(() => {
      popup.closed = true
    }),
  }
  vi.stubGlobal(
    'open',
    vi.fn(() => popup),
  )
  return popup
}
const landed = (): URL => new URL(navigate.mock.calls[0]![0])

describe('installing', () => {
  test('puts IMP on the page, and nothing else until init', () => {
    sandbox = installSandbox()
    expect((window as { IMP?: unknown }).IMP).toBe(sandbox.IMP)
    expect(dialog()).toBeNull()
    const members =
      'init agency request_pay certification communicate close payport naver_zzim loadUI updateLoadUIRequest loadModule'
    for (const name of members.split(' ')) expect(sandbox.IMP).toHaveProperty(name, expect.any(Function))
  })

  test('uninstall takes everything away, but not a foreign IMP', async () => {
    await ready({ outcome: 'approve' })
    await pay()
    expect(sandbox.payments()).toHaveLength(1)
    sandbox.uninstall()
    expect(window).not.toHaveProperty('IMP')
    expect(dialog()).toBeNull()
    expect(document.querySelector('style')).toBeNull()
    expect(sandbox.payments()).toEqual([])
    expect(sessionStorage).toHaveLength(0)
    await ready()
    const other = {}
    vi.stubGlobal('IMP', other)
    sandbox.uninstall()
    expect(window).toHaveProperty('IMP', other)
  })

  test.each<[string, object]>([
    ['outcome', { outcome: 'aprove' }],
    ['outcome', { outcome: null }],
    ['delay', { delay: '5' }],
    ['delay', { delay: -1 }],
    ['delay', { delay: Number.NaN }],
    ['misbehave', { misbehave: 'constructor' }],
    ['tamper', { tamper: 1 }],
    ['ledgerUrl', { ledgerUrl: ' ' }],
    ['locale', { locale: 'jp' }],
    ['outcom', { outcom: 'approve' }],
    ['toString', { toString: 1 }],
  ])('refuses the option %s, by name, where there is no such one: %j', (name, options) => {
    const before = (window as { IMP?: unknown }).IMP
    expect(() => installSandbox(options)).toThrow(new RegExp(`option ${name}\\b`))
    expect((window as { IMP?: unknown }).IMP).toBe(before)
    sandbox = installSandbox({ outcome: undefined })
    expect(() => sandbox.configure(options)).toThrow(TypeError)
  })

  test.each([5, true, 'approve', [], () => {}])('refuses what holds no options: %s', options => {
    expect(() => installSandbox(options as never)).toThrow(TypeError)
  })

  test('a second installation replaces the first and keeps the payments', async () => {
    await ready({ outcome: 'approve' })
    await pay()
    await ready()
    expect(document.querySelectorAll('.imp-dialog')).toHaveLength(1)
    expect(sandbox.payments()).toHaveLength(1)
  })

  test.each([
    ['uninstalling', () => sandbox.uninstall()],
    [
      'a second installation',
      () => {
        sandbox = installSandbox()
      },
    ],
  ])('%s ends what is under way, so that no test finds the page busy after another', async (_, takeAway) => {
    const failure = { success: false, imp_uid: null, error_code: 'F400' }
    // Before the channels are there.
    sandbox = installSandbox({ outcome: 'hang' })
    sandbox.IMP.init('imp12345678')
    const waiting = await pay(order(), 0)
    takeAway()
    expect(waiting.callback.mock.calls).toEqual([[expect.objectContaining(failure)]])
    expect(waiting.response).toBeUndefined()
    // With a window that nothing happens in.
    await ready({ outcome: 'hang' })
    const hanging = await pay()
    takeAway()
    expect(hanging.callback.mock.calls).toEqual([[expect.objectContaining(failure)]])
    // On a phone, in a test that no page follows on.
    onPhone()
    await ready({ outcome: 'approve' })
    const left = await pay(order({ pg: 'html5_inicis', m_redirect_url: 'https://shop.example/' }))
    expect(navigate).toHaveBeenCalledOnce()
    takeAway()
    expect(left.callback.mock.calls).toEqual([[expect.objectContaining(failure)]])
    await pass(60_000)
    for (const { callback } of [waiting, hanging, left]) expect(callback).toHaveBeenCalledOnce()
  })

  test('what has its end already hears nothing more when the sandbox goes', async () => {
    await ready({ outcome: 'close' })
    const closed = await pay()
    await ready({ outcome: 'approve' })
    const paid = await pay()
    await ready({ outcome: 'approve', misbehave: 'late' })
    const late = await pay()
    await ready({ outcome: 'hang', misbehave: 'popup-blocked' })
    vi.stubGlobal('open', () => null)
    const blocked = await pay()
    sandbox.uninstall()
    await pass(60_000)
    expect(paid.callback).toHaveBeenCalledOnce()
    for (const { callback } of [closed, late, blocked]) expect(callback).not.toHaveBeenCalled()
  })

  test('after it was taken away in the middle the next payment is not BUSY', async () => {
    const options = { userCode: 'imp12345678' }
    const request = { pg: 'danal_tpay', amount: 14000, name: '주문', buyer_tel: '010-1234-5678' }
    sandbox = installSandbox({ outcome: 'hang' })
    const first = requestPay({ ...request, merchant_uid: 'left open' }, options)
    sandbox.uninstall()
    sandbox = installSandbox({ outcome: 'approve' })
    const second = requestPay({ ...request, merchant_uid: 'next' }, options)
    await expect(first).rejects.toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: false })
    await pass()
    await expect(second).resolves.toMatchObject({ merchant_uid: 'next', status: 'paid' })
  })

  test('refused storage is no error', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('refused')
    })
    await ready({ outcome: 'approve' })
    expect((await pay()).response).toMatchObject({ success: true })
    expect(sandbox.payments()).toHaveLength(1)
  })
})

describe('init', () => {
  test('appends one hidden dialog, never at once', async () => {
    sandbox = installSandbox()
    sandbox.IMP.init('imp12345678')
    expect(dialog()).toBeNull()
    await pass()
    expect(dialog().className).toBe('imp-dialog customizable')
    expect(isShown()).toBe(false)
    sandbox.IMP.init('imp12345678')
    await pass()
    expect(document.querySelectorAll('.imp-dialog')).toHaveLength(1)
  })

  test('again: an open window is lost and its callback never comes', async () => {
    await ready({ outcome: 'approve', delay: 500 })
    const { callback } = await pay()
    expect(isShown()).toBe(true)
    sandbox.IMP.init('imp12345678')
    await pass(1000)
    expect(isShown()).toBe(false)
    expect(callback).not.toHaveBeenCalled()
  })

  test('without it: an alert, and the callback never', async () => {
    sandbox = installSandbox({ outcome: 'approve' })
    const { callback } = await pay()
    expect(alert).toHaveBeenCalledWith('판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.')
    expect(callback).not.toHaveBeenCalled()
  })

  test('of a sub-merchant', async () => {
    sandbox = installSandbox({ outcome: 'approve' })
    sandbox.IMP.agency('imp12345678', 'abc')
    const { params, response } = await pay()
    expect(params.tier_code).toBe('abc')
    expect(response).toMatchObject({ success: true })
  })
})

describe('request_pay', () => {
  test('with nothing: an alert and false', () => {
    sandbox = installSandbox()
    expect(sandbox.IMP.request_pay(undefined as never)).toBe(false)
    expect(alert).toHaveBeenCalledWith('결제요청 파라메터가 누락되었습니다.')
  })

  test("writes into the caller's object and returns nothing", async () => {
    await ready({ outcome: 'hang' })
    const params: Record<string, unknown> = { amount: 100 }
    expect(sandbox.IMP.request_pay(params)).toBeUndefined()
    expect(params).toEqual({ amount: 100 })
    await pass()
    expect(params).toMatchObject({
      merchant_uid: expect.stringMatching(/^nobody_\d{13}$/),
      request_id: expect.stringMatching(/^req_\d{13}$/),
      pay_method: 'card',
    })
    expect(params).toHaveProperty('tier_code')
  })

  test('before the channels are there, the last request replaces an earlier one', async () => {
    sandbox = installSandbox({ outcome: 'approve' })
    sandbox.IMP.init('imp12345678')
    const first = vi.fn()
    sandbox.IMP.request_pay(order(), first)
    const { callback } = await pay()
    expect(callback).toHaveBeenCalledOnce()
    expect(first).not.toHaveBeenCalled()
  })

  test('two on a ready page: both callbacks come', async () => {
    await ready({ outcome: 'approve' })
    const first = vi.fn()
    sandbox.IMP.request_pay(order(), first)
    const { callback } = await pay()
    expect(first).toHaveBeenCalledOnce()
    expect(callback).toHaveBeenCalledOnce()
  })

  test('shows the dialog; calls back first, hides it then, and takes a request made inside the callback', async () => {
    await ready({ outcome: 'approve', delay: 100 })
    const second = vi.fn()
    const first = vi.fn(() => {
      expect(isShown()).toBe(true)
      sandbox.IMP.request_pay(order(), second)
      throw new Error('the shop')
    })
    sandbox.IMP.request_pay(order({ pg: 'kcp.T0000' }), first)
    await pass(50)
    expect(dialog().className).toBe('imp-dialog customizable pc payment-kcp')
    expect(document.body.className).toBe('')
    await pass(60)
    expect(first).toHaveBeenCalledOnce()
    expect(console.log).toHaveBeenCalledWith(expect.objectContaining({ message: 'the shop' }))
    expect(isShown()).toBe(false)
    await pass(200)
    expect(second).toHaveBeenCalledOnce()
  })

  test('what cannot be sent breaks the script: an alert only', async () => {
    await ready({ outcome: 'approve' })
    const { callback } = await pay(order({ custom_data: 10n }))
    expect(alert).toHaveBeenCalledWith(BROKEN)
    expect(callback).not.toHaveBeenCalled()
  })
})

describe('outcomes', () => {
  test('approve', async () => {
    await ready({ outcome: 'approve' })
    const before = Math.floor(Date.now() / 1000)
    const { response, params } = await pay(order({ buyer_name: 'Kim', custom_data: { a: 1 } }))
    expect(response).toMatchObject({
      success: true,
      imp_uid: expect.stringMatching(/^imp_\d{12}$/),
      merchant_uid: params.merchant_uid,
      pay_method: 'card',
      paid_amount: 25000,
      status: 'paid',
      name: 'Two mugs',
      pg_provider: 'danal_tpay',
      pg_tid: expect.any(String),
      buyer_name: 'Kim',
      custom_data: { a: 1 },
      receipt_url: expect.any(String),
      currency: 'KRW',
      apply_num: expect.stringMatching(/^\d{8}$/),
    })
    expect(response?.['paid_at']).toBeGreaterThanOrEqual(before)
    expect(response?.['paid_at']).toBeLessThanOrEqual(Math.floor(Date.now() / 1000))
    expect(sandbox.find(String(response?.imp_uid))).toMatchObject({
      merchant_uid: params.merchant_uid,
      amount: 25000,
      status: 'paid',
      custom_data: '{"a":1}',
    })
  })

  test.each(['202612312359', '2026-12-31 23:59:00', '20261231235900'])(
    'approve of a virtual account until %s',
    async vbank_due => {
      await ready({ outcome: 'approve' })
      const { response } = await pay(order({ pay_method: 'vbank', vbank_due }))
      expect(response).toMatchObject({
        success: true,
        status: 'ready',
        paid_at: 0,
        vbank_num: expect.any(String),
        vbank_name: expect.any(String),
        vbank_holder: expect.any(String),
        vbank_date: Date.parse('2026-12-31T23:59:00+09:00') / 1000,
      })
      expect(sandbox.payments()).toMatchObject([{ status: 'ready' }])
    },
  )

  test.each([
    ['decline', '[SANDBOX] 한도초과로 승인이 거절되었습니다'],
    ['cancel', '[결제포기] 사용자가 결제를 취소하셨습니다'],
  ] as const)('%s', async (outcome, error_msg) => {
    await ready({ outcome })
    const { response, params } = await pay()
    const { merchant_uid } = params
    expect(response).toEqual({
      success: false,
      imp_uid: expect.stringMatching(/^imp_/),
      merchant_uid,
      error_code: 'F400',
      error_msg,
    })
    expect(sandbox.payments()).toMatchObject([{ status: 'failed', fail_reason: error_msg, paid_at: 0 }])
  })

  test('close hides the window without a word', async () => {
    await ready({ outcome: 'close', delay: 100 })
    const { callback } = await pay()
    expect(isShown()).toBe(true)
    await pass(1000)
    expect(isShown()).toBe(false)
    expect(callback).not.toHaveBeenCalled()
    expect(sandbox.payments()).toEqual([])
  })

  test('hang leaves it open', async () => {
    await ready({ outcome: 'hang' })
    const { callback } = await pay(order(), 60_000)
    expect(isShown()).toBe(true)
    expect(callback).not.toHaveBeenCalled()
    sandbox.IMP.close()
    expect(isShown()).toBe(false)
    await pass(1000)
    expect(callback).not.toHaveBeenCalled()
  })

  test('by a function, which may leave it to a person', async () => {
    await ready({ outcome: ({ amount }) => (amount === 1 ? 'decline' : undefined) })
    expect((await pay(order({ amount: 1 }))).response).toMatchObject({ error_code: 'F400' })
    await pay()
    expect(button('approve')).not.toBeNull()
  })

  test('a paid order cannot be paid again, a failed one can', async () => {
    await ready({ outcome: 'decline' })
    const { params } = await pay()
    sandbox.configure({ outcome: 'approve' })
    expect((await pay(params)).response).toMatchObject({ success: true })
    expect((await pay(params)).response).toEqual({
      success: false,
      imp_uid: null,
      merchant_uid: params.merchant_uid,
      error_code: 'F1002',
      error_msg: '이미 결제가 이루어진 거래건입니다.',
    })
  })

  test('a tampered amount is what is paid', async () => {
    await ready({ outcome: 'approve', tamper: () => 100 })
    const { response } = await pay()
    expect(response?.paid_amount).toBe(100)
    expect(sandbox.payments()).toMatchObject([{ amount: 100 }])
  })

  test('the ledger URL is told before the page, and its failure is ignored', async () => {
    let answer = (_: Response): void => undefined
    const fetch = vi.fn(() => new Promise<Response>(resolve => (answer = resolve)))
    vi.stubGlobal('fetch', fetch)
    await ready({ outcome: 'approve', ledgerUrl: '/ledger' })
    const { callback } = await pay()
    expect(fetch).toHaveBeenCalledWith(
      '/ledger',
      expect.objectContaining({ method: 'POST', keepalive: true }),
    )
    expect(callback).not.toHaveBeenCalled()
    answer(new Response())
    await pass()
    expect(callback).toHaveBeenCalledOnce()
    fetch.mockRejectedValueOnce(new Error('offline'))
    expect((await pay()).response).toMatchObject({ success: true })
  })

  test('an identity check is no payment', async () => {
    await ready({ outcome: 'approve' })
    const callback = vi.fn()
    sandbox.IMP.certification({ merchant_uid: 'c1' }, callback)
    await pass()
    expect(callback).toHaveBeenCalledWith(
      expect.objectContaining({ success: true, imp_uid: expect.any(String) }),
    )
    expect(sandbox.payments()).toEqual([])
  })
})

describe('a card that is registered', () => {
  const keys = (payment: object | undefined) => ({
    customer_uid: (payment as { customer_uid?: unknown }).customer_uid,
    customer_uid_usage: (payment as { customer_uid_usage?: unknown }).customer_uid_usage,
  })

  test('is told from a payment, as the REST API tells it', async () => {
    await ready({ outcome: 'approve' })
    const registration = await pay(order({ pg: 'kcp_billing', customer_uid: 'card-1', amount: 0 }))
    await pass()
    const payment = await pay()
    const [registered, paid] = sandbox.payments()
    expect(registered).toMatchObject({ status: 'paid', merchant_uid: registration.params.merchant_uid })
    expect(keys(registered)).toEqual({ customer_uid: 'card-1', customer_uid_usage: 'issue' })
    expect(paid).toMatchObject({ merchant_uid: payment.params.merchant_uid })
    expect(keys(paid)).toEqual({ customer_uid: null, customer_uid_usage: null })
    // No document has it among the fields of the response.
    expect(registration.response).not.toHaveProperty('customer_uid_usage')
  })

  test('is none where it was refused', async () => {
    await ready({ outcome: 'decline' })
    await pay(order({ pg: 'kcp_billing', customer_uid: 'card-1', amount: 0 }))
    expect(sandbox.payments()).toEqual([
      expect.objectContaining({ status: 'failed', customer_uid: 'card-1', customer_uid_usage: 'issue' }),
    ])
  })
})

describe('misbehaviour', () => {
  test('no-channels: silence, until they come after all', async () => {
    await ready({ outcome: 'approve', misbehave: 'no-channels' })
    const { callback } = await pay(order(), 60_000)
    expect(callback).not.toHaveBeenCalled()
    expect(alert).not.toHaveBeenCalled()
    expect(isShown()).toBe(false)
    sandbox.configure({ misbehave: undefined })
    await pass()
    expect(callback).toHaveBeenCalledOnce()
  })

  test('slow-channels', async () => {
    await ready({ outcome: 'approve', misbehave: 'slow-channels' })
    const { callback } = await pay(order(), 1400)
    expect(callback).not.toHaveBeenCalled()
    await pass(200)
    expect(callback).toHaveBeenCalledOnce()
  })

  test('slow-channels: a window that nobody waits for any more opens all the same', async () => {
    await ready({ misbehave: 'slow-channels' })
    const { callback } = await pay(order(), 1400)
    // As when openTimeout is over: the script keeps the request that waits.
    sandbox.IMP.close()
    await pass(1400)
    expect(isShown()).toBe(false)
    await pass(200)
    expect(isShown()).toBe(true)
    button('approve').click()
    await pass()
    expect(callback).toHaveBeenCalledOnce()
  })

  test('throw', async () => {
    await ready({ outcome: 'approve', misbehave: 'throw' })
    const { callback } = await pay(order(), 5000)
    expect(alert).toHaveBeenCalledWith(BROKEN)
    expect(isShown()).toBe(false)
    expect(callback).not.toHaveBeenCalled()
  })

  test('popup-blocked', async () => {
    vi.stubGlobal('open', () => null)
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('ko-KR')
    await ready({ outcome: 'approve', misbehave: 'popup-blocked' })
    const { callback } = await pay(order(), 5000)
    expect(alert).toHaveBeenCalledWith('팝업차단을 해제해주셔야 결제창이 나타납니다.')
    expect(isShown()).toBe(true)
    expect(callback).not.toHaveBeenCalled()
  })

  test('wrong-channel', async () => {
    await ready({ outcome: 'approve', misbehave: 'wrong-channel' })
    const { response, params } = await pay()
    expect(response).toEqual({
      imp_success: false,
      imp_uid: null,
      merchant_uid: params.merchant_uid,
      error_coe: 'F1001',
      error_msg: expect.stringMatching(/^등록되지 않은 PG모듈 정보입니다\./),
    })
  })

  test('bare', async () => {
    await ready({ outcome: request => (request.amount === 1 ? 'decline' : 'approve'), misbehave: 'bare' })
    expect(Object.keys((await pay()).response!)).toEqual(['imp_uid', 'merchant_uid'])
    const failure = (await pay(order({ amount: 1 }))).response!
    expect(Object.keys(failure)).toEqual(['imp_uid', 'merchant_uid', 'error_code', 'error_msg'])
  })

  test.each(['approve', 'close'] as const)('late, by %s', async outcome => {
    await ready({ outcome, misbehave: 'late' })
    const { callback } = await pay(order(), 2900)
    expect(isShown()).toBe(false)
    expect(callback).not.toHaveBeenCalled()
    await pass(200)
    expect(callback).toHaveBeenCalledWith(expect.objectContaining({ success: true }))
  })

  test('false-though-paid', async () => {
    await ready({ outcome: 'approve', misbehave: 'false-though-paid' })
    const { response, params } = await pay()
    const { merchant_uid } = params
    expect(response).toEqual({ success: false, imp_uid: expect.stringMatching(/^imp_/), merchant_uid })
    expect(sandbox.payments()).toMatchObject([{ status: 'paid' }])
  })
})

describe('popups', () => {
  test('hold the window, and the dialog stays behind', async () => {
    const popup = fakePopup()
    await ready()
    const { callback } = await pay(order({ pg: 'payco' }))
    expect(window.open).toHaveBeenCalledWith('about:blank', 'imp_payco', expect.any(String))
    expect(isShown()).toBe(true)
    expect(button('approve')).toBeNull()
    popup.document.querySelector<HTMLElement>('[data-outcome=approve]')!.click()
    await pass()
    expect(callback).toHaveBeenCalledWith(expect.objectContaining({ success: true, pg_provider: 'payco' }))
    expect(popup.closed).toBe(true)
    expect(isShown()).toBe(false)
  })

  test('closed by the buyer: a cancelled payment', async () => {
    const popup = fakePopup()
    await ready()
    const { callback } = await pay(order({ pg: 'payco' }))
    popup.closed = true
    await pass(500)
    expect(callback).toHaveBeenCalledWith(
      expect.objectContaining({ error_msg: expect.stringContaining('결제포기') }),
    )
  })

  test('are closed by IMP.close()', async () => {
    const popup = fakePopup()
    await ready()
    const { callback } = await pay(order({ pg: 'payco' }))
    sandbox.IMP.close()
    await pass(1000)
    expect(popup.closed).toBe(true)
    expect(callback).not.toHaveBeenCalled()
  })

  test('that cannot be written into leave the window in the dialog', async () => {
    vi.stubGlobal('open', () => ({ close: () => undefined }))
    await ready()
    await pay(order({ pg: 'payco' }))
    expect(dialog().contains(button('approve'))).toBe(true)
  })

  test("Naver's order form opens one, closes the dialog and never calls back", async () => {
    const popup = fakePopup()
    await ready()
    const { callback } = await pay(order({ pg: 'naverco', popup: true }))
    expect(isShown()).toBe(false)
    popup.document.querySelector<HTMLElement>('[data-outcome=approve]')!.click()
    await pass()
    expect(popup.closed).toBe(true)
    expect(callback).not.toHaveBeenCalled()
    expect(sandbox.payments()).toMatchObject([{ status: 'paid', pg_provider: 'naverco' }])
  })

  test.each([
    [{ pg: 'payco' }, true, false],
    [{ pg: 'tosspay' }, true, false],
    [{ pg: 'settle_acc.x' }, true, false],
    [{ pg: 'eximbay' }, true, true],
    [{ pg: 'eximbay', popup: false }, false, false],
    [{ pg: 'paypal' }, false, false],
    [{ pg: 'paypal', popup: true }, true, true],
    [{ pg: 'chai', popup: true }, true, true],
    [{ pg: 'naverpay', naverPopupMode: true }, true, true],
    [{ pg: 'naverpay', popup: true }, false, false],
    [{ pg: 'kcp' }, false, false],
    [{}, false, false],
  ])('%o: on a PC %s, on a phone %s', async (request, onPc, phone) => {
    URL.createObjectURL = () => 'blob:x'
    const isOpened = async (): Promise<boolean> => {
      fakePopup()
      await ready({ outcome: 'hang' })
      await pay({ ...order(), pg: undefined, ...request })
      return vi.mocked(window.open).mock.calls.length > 0
    }
    expect(await isOpened()).toBe(onPc)
    onPhone()
    expect(await isOpened()).toBe(phone)
  })
})

describe('leaving the page', () => {
  const url = 'https://shop.test/done?a=%20b&c=1#/x'

  test('a given outcome goes straight to the landing URL', async () => {
    onPhone()
    await ready({ outcome: 'approve' })
    const { callback, params } = await pay(order({ pg: 'kcp', m_redirect_url: url }))
    expect(document.body.className).toBe('imp-payment-progress')
    expect(dialog().className).toBe('imp-dialog customizable mobile payment-kcp')
    const [{ imp_uid } = { imp_uid: '' }] = sandbox.payments()
    expect(landed().href).toBe(
      `https://shop.test/done?a=%20b&c=1&imp_uid=${imp_uid}&merchant_uid=${params.merchant_uid}&imp_success=true#/x`,
    )
    expect(callback).not.toHaveBeenCalled()
  })

  test('a failure lands with code and text', async () => {
    onPhone()
    await ready({ outcome: 'decline' })
    await pay(order({ pg: 'kcp', m_redirect_url: url }))
    const keys = landed().searchParams
    expect(keys.get('imp_success')).toBe('false')
    expect(keys.get('error_code')).toBe('F400')
    expect(keys.get('error_msg')).toBe('[SANDBOX] 한도초과로 승인이 거절되었습니다')
  })

  test('a bare result lands without a flag', async () => {
    onPhone()
    await ready({ outcome: 'approve', misbehave: 'bare' })
    await pay(order({ pg: 'kcp', m_redirect_url: url }))
    expect(landed().searchParams.has('imp_success')).toBe(false)
  })

  test('slow-redirect closes the dialog first', async () => {
    onPhone()
    await ready({ outcome: 'approve', misbehave: 'slow-redirect', delay: 100 })
    await pay(order({ pg: 'kcp', m_redirect_url: url }))
    expect(isShown()).toBe(true)
    await pass(100)
    expect(isShown()).toBe(false)
    expect(document.body.className).toBe('')
    expect(navigate).not.toHaveBeenCalled()
    await pass(1500)
    expect(landed().searchParams.get('imp_success')).toBe('true')
  })

  test.each([
    [{}, url, /href="https:\/\/shop\.test\/done[^"]*imp_success=true#\/x"/],
    [{}, undefined, /m_redirect_url/],
    [{ pg: 'naverco' }, url, /ends at Naver/],
  ])('%o: to a page of the gateway', async (more, m_redirect_url, expected) => {
    onPhone()
    const made = vi.fn((_: Blob) => 'blob:x')
    URL.createObjectURL = made as never
    await ready()
    await pay(order({ pg: 'kcp', m_redirect_url, ...more }))
    expect(navigate).toHaveBeenCalledWith('blob:x')
    vi.useRealTimers()
    const html = await new Promise<string>(resolve => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result))
      reader.readAsText(made.mock.calls[0]![0])
    })
    expect(html).toMatch(expected)
    for (const outcome of ['approve', 'decline', 'cancel', 'close'])
      expect(html).toContain(`data-outcome="${outcome}"`)
    // A page is no window: one goes back from it.
    expect(html).toContain('>Go back without a result<')
  })

  test('a failure before it comes to the callback, or without one to the URL, whose separator gets lost', async () => {
    onPhone()
    await ready({ outcome: 'approve' })
    const params = order({ pg: 'kcp', m_redirect_url: url })
    await pay(params)
    // The page stays in jsdom, so the request is still under way.
    sandbox.IMP.init('imp12345678')
    await pass()
    expect((await pay(params)).response).toMatchObject({ error_code: 'F1002' })
    sandbox.IMP.request_pay(params)
    await pass()
    expect(navigate.mock.calls[1]![0]).toMatch(
      /\?a=%20b&c=1merchant_uid=.*&imp_success=false&error_code=F1002/,
    )
  })

  test('gateways that stay on a phone call back', async () => {
    onPhone()
    await ready({ outcome: 'approve' })
    expect((await pay()).response).toMatchObject({ success: true })
  })

  test('an unknown gateway is the default one, which stays on a PC', async () => {
    await ready({ outcome: 'approve' })
    const { response } = await pay(order({ pg: 'nobody', m_redirect_url: url }))
    expect(response).toMatchObject({ success: true, pg_provider: 'html5_inicis' })
  })

  test.each([
    ['kcp', '/a', '/a?', 'imp_success'],
    ['kcp', '/a?', '/a?', 'imp_success'],
    ['kcp_quick', '/a?', '/a?', 'imp_status'],
    ['kcp', '/a?b', '/a?b&', 'imp_success'],
  ])('%s lands at %s with the result after %s, its flag as %s', async (pg, given, path, flag) => {
    onPhone()
    await ready({ outcome: 'approve' })
    await pay(order({ pg, merchant_uid: 'm&', m_redirect_url: given }))
    const [{ imp_uid } = { imp_uid: '' }] = sandbox.payments()
    expect(navigate.mock.calls).toEqual([
      [`http://localhost:3000${path}imp_uid=${imp_uid}&merchant_uid=m%26&${flag}=true`],
    ])
  })

  // A browser takes tabs and line breaks out of a URL, so they hide no scheme.
  const scripts = ['javascript:alert(1)', 'java\tscript:alert(1)', '\u0001JavaScript\n:alert(1)']
  const others = ['data:text/html,x', 'blob:https://shop.test/1', 'https://[']
  test.each(['', ' ', null, undefined, ...scripts, ...others])('%j is nowhere to return to', async given => {
    onPhone()
    URL.createObjectURL = () => 'blob:x'
    await ready({ outcome: 'approve' })
    await pay(order({ pg: 'kcp', m_redirect_url: given }))
    expect(navigate.mock.calls).toEqual([['blob:x']])
  })
})

describe('the window', () => {
  test('says what it is and shows the order', async () => {
    await ready()
    await pay(order({ merchant_uid: 'order-x', escrow: true, pay_method: 'trans' }))
    const text = dialog().textContent
    const facts = [
      'No money moves',
      'Two mugs',
      '₩25,000',
      'danal_tpay',
      'Bank transfer (trans)',
      'order-x',
      'EscrowYes',
    ]
    for (const fact of facts) expect(text).toContain(fact)
    sandbox.IMP.close()
    sandbox.configure({ locale: 'ko' })
    await pass()
    await pay(order({ currency: 'nonsense' }))
    expect(dialog().textContent).toContain('실제로 결제되지 않습니다')
    expect(dialog().textContent).toContain('25000 nonsense')
  })

  test.each([
    ['ko', 'en-US', undefined, '결제 승인'],
    ['en', 'ko-KR', undefined, 'Approve'],
    ['kok', 'ko-KR', undefined, 'Approve'],
    ['', 'ko-KR', undefined, '결제 승인'],
    ['', 'de', undefined, 'Approve'],
    ['en', 'en-US', 'ko', '결제 승인'],
  ] as const)(
    'on a page in %j, in a browser in %s, told %s, says %s',
    async (page, browser, locale, label) => {
      document.documentElement.lang = page
      vi.spyOn(navigator, 'language', 'get').mockReturnValue(browser)
      await ready({ locale })
      await pay(order())
      document.documentElement.lang = ''
      expect(dialog().querySelector('[data-outcome=approve]')?.textContent).toBe(label)
      if (label === '결제 승인') expect(dialog().textContent).toContain('25,000원')
    },
  )

  test.each([
    ['approve', { success: true }],
    ['decline', { error_code: 'F400' }],
    ['cancel', { error_code: 'F400' }],
  ])('its button %s', async (outcome, expected) => {
    await ready()
    const { callback } = await pay()
    button(outcome).click()
    button('approve').click()
    await pass()
    expect(callback).toHaveBeenCalledOnce()
    expect(callback).toHaveBeenCalledWith(expect.objectContaining(expected))
  })

  test('has no role that a shop looks for in its own page', async () => {
    // A page's one `getByRole('status')` would find two while a payment is open.
    await ready({ outcome: 'approve', delay: 1000 })
    await pay()
    expect(dialog().textContent).toContain('Working')
    expect(dialog().querySelector('[role=status], [role=alert]')).toBeNull()
    expect(dialog().querySelector('[aria-live=polite]')?.textContent).toBe('Working…')
  })

  test('closes by its button and by Esc, without a result', async () => {
    await ready()
    const first = await pay()
    button('close').click()
    expect(isShown()).toBe(false)
    await pass()
    const second = await pay()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(isShown()).toBe(false)
    await pass()
    for (const { callback } of [first, second]) expect(callback).not.toHaveBeenCalled()
  })

  test('is a modal dialog: named, the focus moves in, stays and goes back', async () => {
    const before = document.createElement('button')
    document.body.append(before)
    before.focus()
    await ready()
    await pay()
    const panel = document.querySelector('[role=dialog]')!
    expect(panel.getAttribute('aria-modal')).toBe('true')
    expect(document.getElementById(panel.getAttribute('aria-labelledby')!)?.textContent).toBe(
      'Sandbox payment',
    )
    expect(document.activeElement).toBe(panel)
    const press = (shiftKey = false) =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, cancelable: true }))
    press()
    expect(document.activeElement).toBe(button('approve'))
    press(true)
    expect(document.activeElement).toBe(button('close'))
    press()
    expect(document.activeElement).toBe(button('approve'))
    button('close').click()
    expect(document.activeElement).toBe(before)
  })

  test('leaves the keyboard alone once the page has put the dialog away', async () => {
    await ready()
    await pay()
    dialog().style.display = 'none'
    const tab = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true })
    document.dispatchEvent(tab)
    expect(tab.defaultPrevented).toBe(false)
  })

  test('without a choice while the outcome is given; with one where a function gives none that there is', async () => {
    await ready({ outcome: 'hang' })
    await pay()
    expect(dialog().textContent).toContain('Working')
    expect(button('approve')).toBeNull()
    sandbox.configure({ outcome: () => 'aprove' as never })
    await pass()
    await pay()
    expect(button('approve')).not.toBeNull()
  })
})

describe('gateways of the new way', () => {
  const own = (): HTMLElement | null => document.querySelector('#imp-iframe-wrapper')

  test.each(['tosspayments', 'nice_v2', 'tosspay_v2', 'welcome'])(
    '%s has a window of its own, and only the two numbers in the response',
    async pg => {
      await ready()
      const params = order({ pg })
      const { callback } = await pay(params)
      expect(own()!.querySelector('iframe#imp-iframe')).not.toBeNull()
      expect(isShown()).toBe(false)
      button('approve').click()
      await pass()
      expect(callback.mock.calls).toEqual([
        [{ imp_uid: expect.stringMatching(/^imp_/), merchant_uid: params.merchant_uid }],
      ])
      expect(own()).toBeNull()
    },
  )

  test('a failure has its code and text beside them, and no flag', async () => {
    await ready({ outcome: 'decline' })
    const { response } = await pay(order({ pg: 'ksnet' }))
    expect(Object.keys(response!).sort()).toEqual(['error_code', 'error_msg', 'imp_uid', 'merchant_uid'])
  })

  test('a billing key of tosspayments goes the old way', async () => {
    await ready()
    await pay(order({ pg: 'tosspayments', customer_uid: 'card_1' }))
    expect(own()).toBeNull()
    expect(isShown()).toBe(true)
  })

  test('requestPay takes the window for what it is: closed without a result it ends in doubt', async () => {
    await ready({ outcome: 'close', delay: 100 })
    const promise = requestPay(
      { ...order({ pg: 'nice_v2', buyer_tel: '010' }), amount: 1000, merchant_uid: 'n1' } as never,
      { userCode: 'imp12345678' },
    ).catch(error => error)
    await pass(60_000)
    expect(await promise).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
  })
})

describe('a ledger that does not hear', () => {
  const warned = async (fetch: () => Promise<unknown>): Promise<string> => {
    vi.stubGlobal('fetch', vi.fn(fetch))
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await ready({ outcome: 'approve', ledgerUrl: 'https://shop.test/ledger' })
    const { response } = await pay(order(), 3_000)
    expect(response).toMatchObject({ success: true })
    return String(warn.mock.calls[0]?.[0] ?? '')
  }

  test.each<[string, () => Promise<unknown>]>([
    ['could not be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['answered 500', async () => new Response('', { status: 500 })],
    ['did not answer', () => new Promise(() => {})],
  ])('is a warning: it %s', async (text, fetch) => {
    expect(await warned(fetch)).toContain(text)
  })

  test('is none where the ledger is fine', async () => {
    expect(await warned(async () => Response.json({}))).toBe('')
  })
})
