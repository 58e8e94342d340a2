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
    // A shop has numbers of its own, and these names are not rare.
    for (const own of [
      '?paymentId=77',
      '?txId=9&x=1',
      '?merchant_uid=a&paymentId=77',
      '#/done?paymentId=77',
    ]) {
      const address = `https://shop.test/done${own}`
      expect(redirectOf({ ...order, m_redirect_url: address })).toBe(address)
      expect(redirectOf(order, { redirectUrl: address })).toBe(address)
    }
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

  it('are what JSON makes of them, as which they are sent', () => {
    const at = new Date(0)
    const hole = Object.assign(['a'], { 2: 'c' })
    const custom_data = {
      at,
      list: [at, () => 1],
      nothing: null,
      run: () => 1,
      big: 10n,
      hole,
      no: undefined,
    }
    const { params } = prepare({
      ...order,
      custom_data,
      notice_url: new URL('https://shop.test/hook') as never,
    })
    const written = '1970-01-01T00:00:00.000Z'
    expect(params.custom_data).toEqual({
      at: written,
      list: [written, null],
      nothing: null,
      big: '10',
      hole: ['a', null, 'c'],
    })
    expect(params.notice_url).toBe('https://shop.test/hook')
    expect(Object.getOwnPropertyDescriptor(params.custom_data, 'at')).toEqual({
      ...{ value: written, configurable: true, enumerable: true, writable: true },
    })
  })

  it('are validated as they are sent', () => {
    class Won {
      toJSON() {
        return -1
      }
    }
    const amount = new Won() as never
    const { params, issues } = prepare({ ...order, amount, merchant_uid: (() => 'order_1') as never })
    expect(params.amount).toBe(-1)
    expect(issues.map(({ path }) => path)).toEqual(['amount', 'merchant_uid'])
  })

  it('may not point back at themselves, for JSON has no way to write that', () => {
    const custom_data: Record<string, unknown> = { a: 1 }
    custom_data['self'] = custom_data
    expect(() => prepare({ ...order, custom_data })).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('self') }),
    )
    const cart: object[] = []
    for (let index = 0; index < 1000; index++) cart.push({ cart, siblings: cart, index })
    const begun = performance.now()
    expect(() => prepare({ ...order, custom_data: { cart } })).toThrow(TypeError)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('may name one thing twice', () => {
    const item = { id: 1 }
    const { params } = prepare({ ...order, custom_data: { first: item, again: [item, item] } })
    expect(params.custom_data).toEqual({ first: item, again: [item, item] })
  })

  it('are not a prototype, whatever a member is called', () => {
    const custom_data = JSON.parse('{"__proto__":{"a":1}}')
    const copy = prepare({ ...order, custom_data }).params.custom_data as object
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1}}')
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

  it('is provider where a channelKey hides it, but that of pg beside one', () => {
    const hidden = { ...needsProducts, pg: undefined, channelKey: 'c' }
    expect(paths(hidden, 'kicc')).toContain('kiccProducts')
    expect(paths(hidden, 'kcp')).not.toContain('kiccProducts')
    expect(paths({ ...needsProducts, channelKey: 'c' })).toContain('kiccProducts')
    expect(paths({ ...needsProducts, pg: 'html5_inicis', channelKey: 'c' }, 'kicc')).toEqual(['pg'])
  })
})

describe('what is no request', () => {
  it.each([null, undefined, 'order', 5, [order]])('%j throws a TypeError that says so', request => {
    expect(() => prepare(request as unknown as typeof order)).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('object') }),
    )
  })
})

describe('an m_redirect_url that is none', () => {
  it.each(['', ' '])('stays %j, for the validation to find', url => {
    for (const [userAgent, level] of [
      [PC, 'warning'],
      [IPHONE, 'error'],
    ] as const) {
      pose(userAgent)
      const { params, issues } = prepare({ ...order, m_redirect_url: url })
      expect(params.m_redirect_url).toBe(url)
      expect(issues).toEqual([expect.objectContaining({ level, path: 'm_redirect_url' })])
    }
  })

  it.each(['{redirect URL}', 'https://shop.test/r/{id}', 'https://shop.test/done?x=<id>', '/r/{id}'])(
    'stays the words of a sample: %s',
    url => {
      const once = prepare({ ...order, m_redirect_url: url })
      expect(once.params.m_redirect_url).toBe(url)
      expect(once.issues).toEqual([expect.objectContaining({ level: 'error', expected: 'no-placeholder' })])
      expect(prepare(once.params)).toEqual(once)
    },
  )

  it('is one with braces in its query that were encoded, but not in its path', () => {
    const data = 'https://shop.test/done?order=%7B%22a%22%3A1%7D'
    expect(prepare({ ...order, m_redirect_url: data }).issues).toEqual([])
    const path = new URL('https://shop.test/r/{id}')
    expect(prepare({ ...order, m_redirect_url: path }).issues).toEqual([
      expect.objectContaining({ level: 'error', expected: 'no-placeholder' }),
    ])
  })
})
