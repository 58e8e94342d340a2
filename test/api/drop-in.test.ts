// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { IPHONE } from '../support/browser.ts'

interface Imp {
  init(code: string): void
  request_pay(request: object, callback?: (response: Record<string, unknown>) => void): void
}
const alert = vi.fn()
const navigate = vi.fn<(url: string) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('alert', alert)
  // jsdom neither goes anywhere nor tells where to.
  vi.stubGlobal('location', { assign: navigate })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  alert.mockReset()
  navigate.mockReset()
  delete (window as { IMP?: unknown }).IMP
  sessionStorage.clear()
  document.body.replaceChildren()
})

const pass = (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const isShown = (): boolean =>
  getComputedStyle(document.querySelector<HTMLElement>('.imp-dialog')!).display === 'block'
const order = {
  pg: 'danal_tpay',
  merchant_uid: 'order-1',
  amount: 25000,
  name: 'Two mugs',
  m_redirect_url: 'https://shop.test/done?a=1',
}

/** Runs the script anew, as a tag does. */
const load = async (): Promise<Imp> => {
  vi.resetModules()
  await import('iamport-checkout/dist/sandbox.min.js')
  return (window as never)['IMP']
}

/** Loads it with these options of the page, and asks for a payment. */
const pay = async (options: object, more: object = {}) => {
  vi.stubGlobal('__IAMPORT_SANDBOX__', { locale: 'en', ...options })
  const IMP = await load()
  IMP.init('imp12345678')
  const callback = vi.fn<(response: Record<string, unknown>) => void>()
  IMP.request_pay({ ...order, ...more }, callback)
  await pass()
  return callback
}

describe('the drop-in', () => {
  test('installs itself with the options of the page or of its tag', async () => {
    const tag = document.createElement('script')
    Object.assign(tag.dataset, { outcome: 'decline', delay: '5' })
    vi.spyOn(document, 'currentScript', 'get').mockReturnValue(tag)
    const callback = await pay({ outcome: 'approve', misbehave: 'bare' })
    expect(Object.keys(callback.mock.calls[0]![0])).toEqual([
      'imp_uid',
      'merchant_uid',
      'error_code',
      'error_msg',
    ])
  })

  test('leaves alone what is there, an element too', async () => {
    // What `window.IMP` is in a browser where a `<div id="IMP">` stands.
    const element = document.createElement('div')
    vi.stubGlobal('IMP', element)
    expect(await load()).toBe(element)
  })

  const paid = { success: true, status: 'paid', paid_amount: 25000, merchant_uid: 'order-1' }
  const failed = { success: false, merchant_uid: 'order-1', error_code: 'F400' }

  test.each([
    [{ outcome: 'approve' }, paid],
    [
      { outcome: () => 'approve', tamper: () => 100 },
      { ...paid, paid_amount: 100 },
    ],
    [{ outcome: 'decline' }, failed],
    [{ outcome: 'cancel' }, { ...failed, error_msg: expect.stringContaining('[결제포기]') }],
    [{ misbehave: 'wrong-channel' }, { imp_success: false, error_coe: 'F1001' }],
    [
      { outcome: 'approve', misbehave: 'false-though-paid' },
      { success: false, merchant_uid: 'order-1' },
    ],
  ])('%o: calls back, and the window has gone', async (options, expected) => {
    const callback = await pay(options)
    expect(callback).toHaveBeenCalledOnce()
    expect(callback).toHaveBeenCalledWith(expect.objectContaining(expected))
    expect(isShown()).toBe(false)
  })

  test.each([
    [{ outcome: 'hang' }, true, 0],
    [{ outcome: 'close' }, false, 0],
    [{ outcome: 'approve', misbehave: 'no-channels' }, false, 0],
    [{ outcome: 'approve', misbehave: 'throw' }, false, 1],
  ])('%o: no callback; the window is open: %s; alerts: %i', async (options, isOpen, alerts) => {
    const callback = await pay(options)
    await pass(60_000)
    expect(callback).not.toHaveBeenCalled()
    expect(isShown()).toBe(isOpen)
    expect(alert).toHaveBeenCalledTimes(alerts)
  })

  test('lets a person choose', async () => {
    const callback = await pay({})
    expect(isShown()).toBe(true)
    document.querySelector<HTMLElement>('[data-outcome=approve]')!.click()
    await pass()
    expect(callback).toHaveBeenCalledWith(expect.objectContaining(paid))
    expect(isShown()).toBe(false)
  })

  test('leaves the page on a phone', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(IPHONE)
    const callback = await pay({ outcome: 'approve' }, { pg: 'kcp' })
    expect(callback).not.toHaveBeenCalled()
    expect(navigate.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^https:\/\/shop\.test\/done\?a=1&imp_uid=imp_\d+&merchant_uid=order-1&imp_success=true$/,
        ),
      ],
    ])
  })

  test('refuses to have an order paid twice, also after a reload', async () => {
    await pay({ outcome: 'approve' })
    delete (window as { IMP?: unknown }).IMP
    document.body.replaceChildren()
    const callback = await pay({ outcome: 'approve' })
    expect(callback).toHaveBeenCalledWith(expect.objectContaining({ success: false, error_code: 'F1002' }))
  })
})
