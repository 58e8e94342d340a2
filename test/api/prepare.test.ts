// @vitest-environment jsdom

import { prepare } from 'iamport-checkout'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANDROID, goTo, IPAD, IPHONE, MAC, PC, pose } from '../support/browser.ts'
import { kcpEscrow, kiccEscrow, order } from '../support/requests.ts'

const PAGE = 'http://localhost:3000/cart?item=1#pay'
const redirectOf = (request: object, options = {}) =>
  prepare(request as typeof order, options).params.m_redirect_url

beforeEach(() => {
  goTo('/cart?item=1#pay')
  pose(PC)
})
afterEach(() => pose(PC))

describe('m_redirect_url', () => {
  const redirecting = ['inicis', 'html5_inicis', 'uplus', 'kcp', 'nice', 'jtnet', 'kicc']
  const staying = ['kakao', 'danal', 'danal_tpay', 'payco', 'eximbay', 'toss_brandpay']

  describe.each([
    ['iPhone', IPHONE],
    ['Android', ANDROID],
    ['iPad', IPAD],
  ])('on %s', (_, userAgent) => {
    beforeEach(() => pose(userAgent))

    it.each(redirecting.flatMap(code => [code, `${code}.MID01`]))('is added for %s', pg => {
      expect(redirectOf({ ...order, pg })).toBe(PAGE)
      expect(prepare({ ...order, pg }).leavesPage).toBe(true)
    })

    it.each(staying.flatMap(code => [code, `${code}.MID01`]))('is not added for %s', pg => {
      expect(redirectOf({ ...order, pg })).toBeUndefined()
      expect(prepare({ ...order, pg }).leavesPage).toBe(false)
    })

    it.each(['mobilians', 'mobilians.MID'])('is not added for %s by phone bill, but for its cards', pg => {
      expect(redirectOf({ ...order, pg, pay_method: 'phone', digital: true })).toBeUndefined()
      expect(redirectOf({ ...order, pg })).toBe(PAGE)
    })
  })

  it.each(redirecting)('is not added on a PC for %s', pg => {
    expect(redirectOf({ ...order, pg })).toBeUndefined()
    expect(prepare({ ...order, pg }).leavesPage).toBe(false)
  })

  it.each([
    ['paypal', { pg: 'paypal', currency: 'USD' }, true],
    ['paypal as a popup', { pg: 'paypal', popup: true }, false],
    ['alipay', { pg: 'alipay' }, true],
    ['chai', { pg: 'chai' }, true],
    ['chai as a popup, which old scripts do not know', { pg: 'chai', popup: true }, true],
    ['naverpay', { pg: 'naverpay' }, true],
    ['naverpay as a popup', { pg: 'naverpay', naverPopupMode: true }, false],
    ['eximbay', { pg: 'eximbay' }, false],
    ['eximbay without popup', { pg: 'eximbay', popup: false }, true],
    ['an unknown gateway', { pg: 'tomorrowpay' }, true],
    ['a gateway named like a member of all objects', { pg: 'constructor' }, true],
    ['a missing gateway', { pg: undefined }, true],
    ['a channelKey', { pg: undefined, channelKey: 'channel-key-1' }, true],
  ])('on a PC: %s', (_, members, leaves) => {
    expect(redirectOf({ ...order, ...members })).toBe(leaves ? PAGE : undefined)
  })

  it('asks the script version for a popup of PayPal, whose callback came with 1.1.7', () => {
    const request = { ...order, pg: 'paypal', currency: 'USD', popup: true }
    expect(redirectOf(request)).toBeUndefined()
    expect(redirectOf(request, { sdk: '1.1.7' })).toBeUndefined()
    expect(redirectOf(request, { sdk: '1.1.6' })).toBe(PAGE)
    expect(redirectOf({ ...request, pg: 'eximbay', popup: false }, { sdk: '1.1.5' })).toBe(PAGE)
  })

  it('asks the script version for kakaopay', () => {
    pose(IPHONE)
    const request = { ...order, pg: 'kakaopay' }
    expect(redirectOf(request)).toBe(PAGE)
    expect(redirectOf(request, { sdk: '1.1.8' })).toBe(PAGE)
    expect(redirectOf(request, { sdk: '1.1.7' })).toBeUndefined()
    expect(redirectOf(request, { sdk: { src: '/own.js' } })).toBe(PAGE)
  })

  it('follows provider where a channelKey hides the gateway, or pg is missing', () => {
    pose(IPHONE)
    const channel = { ...order, pg: undefined, channelKey: 'channel-key-1' }
    expect(redirectOf(channel, { provider: 'danal' })).toBeUndefined()
    expect(redirectOf(channel, { provider: 'kcp' })).toBe(PAGE)
    expect(redirectOf({ ...order, pg: undefined }, { provider: 'danal.MID' })).toBeUndefined()
    expect(redirectOf({ ...order, pg: 'kcp' }, { provider: 'danal' })).toBe(PAGE)
  })

  it('counts an iPad that poses as a Mac as a phone, and a Mac not', () => {
    pose(MAC, 5)
    expect(redirectOf(order)).toBe(PAGE)
    pose(MAC, 0)
    expect(redirectOf(order)).toBeUndefined()
  })

  it('that is given wins, to the letter', () => {
    pose(IPHONE)
    const given = 'https://www.my-service.com/payments/complete/mobile?a=가&b=%EA%B0%80+1#x/y?z'
    expect(redirectOf({ ...order, m_redirect_url: given }, { redirectUrl: '/other' })).toBe(given)
    pose(PC)
    expect(redirectOf({ ...order, m_redirect_url: given })).toBe(given)
  })

  it('is resolved where it is relative', () => {
    pose(IPHONE)
    expect(redirectOf({ ...order, m_redirect_url: '/done?a=1#b' })).toBe('http://localhost:3000/done?a=1#b')
    expect(redirectOf(order, { redirectUrl: '../done' })).toBe('http://localhost:3000/done')
    expect(redirectOf(order, { redirectUrl: '//shop.test/done' })).toBe('http://shop.test/done')
    expect(redirectOf(order, { redirectUrl: new URL('https://shop.test/done?x') })).toBe(
      'https://shop.test/done?x',
    )
  })

  it('has nothing of an earlier payment', () => {
    pose(IPHONE)
    goTo('/cart?item=1&imp_uid=imp_1&merchant_uid=m_1&imp_success=false&error_msg=no&coupon=%EA%B0%80#pay')
    expect(redirectOf(order)).toBe('http://localhost:3000/cart?item=1&coupon=%EA%B0%80#pay')
  })

  it('has nothing of an earlier payment where it is relative to the page, either', () => {
    pose(IPHONE)
    goTo('/cart?item=1&imp_uid=imp_1&merchant_uid=m_1&error_msg=no')
    expect(redirectOf(order, { redirectUrl: '#done' })).toBe('http://localhost:3000/cart?item=1#done')
  })

  it.each([
    ...['javascript:alert(1)', 'data:text/html,x', 'blob:http://localhost/1', 'https://', 'http://['],
    ...['localhost:3000/done', 'https:done', 'mailto:a@b.test'],
  ])('is an error as %s', url => {
    for (const [request, options] of [
      [{ ...order, m_redirect_url: url }, {}],
      [{ ...order, pg: 'alipay', currency: 'USD' }, { redirectUrl: url }],
    ] as const) {
      expect(prepare(request, options).issues).toContainEqual(
        expect.objectContaining({ level: 'error', code: 'URL', path: 'm_redirect_url' }),
      )
    }
  })
})

describe('the parameters', () => {
  it('lose null and undefined members, and nothing else', () => {
    const request = {
      ...order,
      escrow: null,
      tax_free: undefined,
      digital: false,
      future_parameter: { a: [null] },
    }
    const { escrow: _, tax_free: __, ...rest } = request
    expect(prepare(request).params).toEqual(rest)
  })

  it('are a copy, all the way down', () => {
    const before = structuredClone(kcpEscrow)
    const { params } = prepare(kcpEscrow)
    params.kcpProducts![0]!.name = 'written by the SDK'
    Object.assign(params, { request_id: 'req_1' })
    expect(kcpEscrow).toEqual(before)
  })

  it('are plain after that, and what is no plain data stays what it is', () => {
    const at = new Date(0)
    const { params } = prepare({ ...order, custom_data: { at, list: [at], nothing: null } })
    const copy = params.custom_data as { at: Date; list: Date[]; nothing: null }
    expect(copy.at).toBe(at)
    expect(copy.list[0]).toBe(at)
    expect(copy.nothing).toBeNull()
    expect(Object.getOwnPropertyDescriptor(copy, 'at')).toEqual({
      ...{ value: at, configurable: true, enumerable: true, writable: true },
    })
  })

  it('may point back at themselves many times, as carts of view models do', () => {
    const cart: object[] = []
    for (let index = 0; index < 1000; index++) cart.push({ cart, siblings: cart, index })
    const begun = performance.now()
    prepare({ ...order, custom_data: { cart } })
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('may point back at themselves', () => {
    const custom_data: Record<string, unknown> = { a: 1 }
    custom_data['self'] = custom_data
    const copy = prepare({ ...order, custom_data }).params.custom_data as typeof custom_data
    expect(copy['self']).toBe(copy)
    expect(copy).not.toBe(custom_data)
  })

  it.each([
    ['iamporttest', 'iamporttest'],
    ['iamporttest://', 'iamporttest'],
    ['iamporttest://pay?x=1', 'iamporttest://pay?x=1'],
  ])('app_scheme %s becomes %s', (given, sent) => {
    expect(prepare({ ...order, app_scheme: given }).params.app_scheme).toBe(sent)
  })

  it('are the same when prepared again', () => {
    pose(IPHONE)
    for (const request of [
      order,
      kiccEscrow,
      kcpEscrow,
      { ...order, app_scheme: 'a://', m_redirect_url: '/x' },
    ]) {
      const once = prepare(request)
      expect(prepare(once.params)).toEqual(once)
    }
  })

  it.each([[null], [undefined], ['text'], [42], [[order]]])('throws on %s', request => {
    expect(() => prepare(request as never)).toThrow(TypeError)
  })
})

describe('the gateway whose rules apply', () => {
  const needsProducts = { ...kiccEscrow, kiccProducts: [] }
  const paths = (request: object, provider?: string) =>
    prepare(request as typeof order, { ...(provider && { provider }), sdk: 'v1' }).issues.map(
      ({ path }) => path,
    )

  it('is that of pg', () => {
    expect(paths(needsProducts)).toContain('kiccProducts')
    expect(paths(needsProducts, 'html5_inicis')).toContain('kiccProducts')
  })

  it('is provider where pg is missing', () => {
    expect(paths({ ...needsProducts, pg: undefined }, 'kicc')).toContain('kiccProducts')
  })

  it('is provider where a channelKey hides it, even beside a pg', () => {
    expect(paths({ ...needsProducts, pg: 'html5_inicis', channelKey: 'c' }, 'kicc')).toContain('kiccProducts')
    expect(paths({ ...needsProducts, channelKey: 'c' })).toContain('kiccProducts')
  })
})

describe('what is no request', () => {
  it.each([null, undefined, 'order', 5, [order]])('%j throws a TypeError that says so', request => {
    expect(() => prepare(request as unknown as typeof order)).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('object') }),
    )
  })
})

describe('a blank m_redirect_url', () => {
  it.each(['', ' '])('stays %j, for the validation to find', url => {
    const { params, issues } = prepare({ ...order, m_redirect_url: url })
    expect(params.m_redirect_url).toBe(url)
    expect(issues).toContainEqual(expect.objectContaining({ level: 'error', path: 'm_redirect_url' }))
  })
})
