// @vitest-environment jsdom
import { prepare } from 'iamport-checkout'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IPHONE, PC, pose } from '../support/browser.ts'
import { order } from '../support/requests.ts'
import { brief } from '../support/rules.ts'

beforeEach(() => vi.stubGlobal('location', { href: 'file:///android_asset/pay.html' }))
afterEach(() => {
  vi.unstubAllGlobals()
  pose(PC)
})

// The local HTML of an app: no gateway can send a browser back to it.
describe('a page without an address of its own', () => {
  it('is not where a payment comes back to: an address is needed', () => {
    pose(IPHONE)
    const { params, issues } = prepare(order)
    expect(params).not.toHaveProperty('m_redirect_url')
    expect(brief(issues)).toEqual(['error REQUIRED m_redirect_url'])
  })

  it('takes any address that was given', () => {
    pose(IPHONE)
    const m_redirect_url = 'https://shop.test/done'
    expect(prepare({ ...order, m_redirect_url })).toMatchObject({ params: { m_redirect_url }, issues: [] })
    const { params, issues } = prepare(order, { redirectUrl: m_redirect_url })
    expect({ params, issues }).toMatchObject({ params: { m_redirect_url }, issues: [] })
  })

  it('is not one whose address only has such a word in it', () => {
    const href = 'https://shop.test/pay?from=data:1&file:2'
    vi.stubGlobal('location', { href })
    pose(IPHONE)
    expect(prepare(order)).toMatchObject({ params: { m_redirect_url: href }, issues: [] })
  })

  it('says which address it wants', () => {
    pose(IPHONE)
    expect(prepare(order).issues[0]).toMatchObject({
      path: 'm_redirect_url',
      expected: 'redirect-url',
      message: expect.stringMatching(/m_redirect_url has to be an address that a browser can be sent to/),
    })
  })

  it('needs none where the page is not left', () => {
    expect(prepare(order).issues).toEqual([])
  })

  it('warns where the gateway is not known', () => {
    expect(brief(prepare({ ...order, pg: undefined }).issues)).toEqual(['warning REQUIRED m_redirect_url'])
  })
})
