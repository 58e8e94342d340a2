// @vitest-environment jsdom
/**
 * Each flow once, on a build as Node loads it: what a build can break is how its files find each other and what they
 * export. What the package does is tested by the specs in test/api, on the source and on the script.
 */
import {
  createCheckout,
  isPayError,
  loadIamport,
  PayError,
  parseRedirect,
  prepare,
  requestPay,
  resumePay,
} from 'iamport-checkout'
import { describeError as sentence } from 'iamport-checkout/messages'
import { installSandbox } from 'iamport-checkout/sandbox'
import { afterEach, describe, expect, it } from 'vitest'
import * as source from '../../src/index.ts'
import * as sourceMessages from '../../src/messages/index.ts'
import { goTo, IPHONE, PC, pose } from '../support/browser.ts'
import { kiccWithFaults, order } from '../support/requests.ts'

/** Its type would be refused, too. */
const faulty = kiccWithFaults as object as typeof order
const shop = { userCode: 'imp12345678' }
let sandbox: ReturnType<typeof installSandbox> | undefined

afterEach(() => {
  sandbox?.uninstall()
  pose(PC)
  goTo('/')
  sessionStorage.clear()
})

/** The names that a module exports, without those that Node adds where it imports a CommonJS module. */
const namesOf = (module: object): string[] =>
  Object.keys(module)
    .filter(name => name !== 'default' && name !== 'module.exports')
    .sort()

it('exports what the source does', async () => {
  expect(namesOf(await import('iamport-checkout'))).toEqual(namesOf(source))
  expect(namesOf(await import('iamport-checkout/messages'))).toEqual(namesOf(sourceMessages))
  // A copy of its own, not the source under another name.
  expect(PayError).not.toBe(source.PayError)
  expect(isPayError(new source.PayError('BUSY', ''))).toBe(true)
})

describe('a payment', () => {
  it('is approved', async () => {
    sandbox = installSandbox({ outcome: 'approve' })
    await expect(requestPay(order, shop)).resolves.toMatchObject({
      imp_uid: expect.stringMatching(/^imp_/),
      merchant_uid: order.merchant_uid,
      via: 'callback',
    })
    expect(sandbox.payments()).toHaveLength(1)
  })

  it.each([
    ['cancel', 'CANCELLED'],
    ['decline', 'PAYMENT_FAILED'],
    ['close', 'WINDOW_CLOSED'],
  ] as const)('by %s is rejected with %s, for which the messages have a sentence', async (outcome, code) => {
    sandbox = installSandbox({ outcome })
    const error = await requestPay(order, shop).catch(it => it)
    expect(error).toBeInstanceOf(PayError)
    expect(error).toMatchObject({ code, merchant_uid: order.merchant_uid })
    expect(sentence(error, 'en')).toBe(sourceMessages.describeError(error, 'en'))
  })

  it('is refused for what is wrong with it', async () => {
    const { issues } = prepare(faulty)
    expect(issues.filter(({ level }) => level === 'error')).toHaveLength(3)
    await expect(createCheckout(shop).requestPay(faulty)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    })
  })

  it('is aborted', async () => {
    sandbox = installSandbox({ outcome: 'hang' })
    await loadIamport(shop)
    const controller = new AbortController()
    const payment = requestPay(order, { ...shop, signal: controller.signal, onLateResult: () => undefined })
    controller.abort()
    await expect(payment).rejects.toMatchObject({ code: 'ABORTED' })
  })

  it('goes out with an address to come back to, and lands there', async () => {
    pose(IPHONE)
    goTo('/cart')
    expect(prepare(order).params).toMatchObject({ m_redirect_url: `${location.origin}/cart` })
    goTo('/cart?imp_uid=imp_1&merchant_uid=order_1&imp_success=true')
    const landed = { imp_uid: 'imp_1', merchant_uid: 'order_1', via: 'redirect' }
    expect(parseRedirect(location.href)).toMatchObject(landed)
    await expect(resumePay()).resolves.toMatchObject(landed)
    expect(location.href).toBe(`${location.origin}/cart`)
  })
})
