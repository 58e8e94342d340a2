// @vitest-environment jsdom

import { type KnownParameters, prepare } from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { goTo, IPHONE, PC, pose } from '../support/browser.ts'
import { incomplete, samples } from '../support/manual-samples.ts'

afterEach(() => pose(PC))

const requests = samples(request => request) as Record<string, () => KnownParameters>
const errorsOf = (request: KnownParameters) =>
  prepare(request).issues.filter(({ level }) => level === 'error')

describe.each(Object.entries(requests))('the sample %s', (_, make) => {
  it('has no error, and goes to the SDK as it is on a PC', () => {
    const request = make()
    expect(errorsOf(request)).toEqual([])
    expect(prepare(request).params).toEqual(request)
  })

  it('lands at its own m_redirect_url on a phone, or where it was', () => {
    pose(IPHONE)
    goTo('/cart')
    const request = make()
    const { params, leavesPage } = prepare(request)
    expect(leavesPage).toBe(true)
    expect(params).toEqual({ m_redirect_url: 'http://localhost:3000/cart', ...request })
  })
})

describe('the samples that the manual calls incomplete', () => {
  it('are refused for what they lack', () => {
    expect(errorsOf(incomplete.KICC)).toMatchObject([{ code: 'REQUIRED', path: 'kiccProducts' }])
    expect(errorsOf(incomplete.KCP)).toMatchObject([{ code: 'REQUIRED', path: 'kcpProducts' }])
  })
})
