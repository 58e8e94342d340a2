import { describe, expect, it } from 'vitest'
import { kiccWithFaults } from '../../test/support/requests.ts'
import { builds, describeFlows, isSmoke, order } from './shop.ts'

const endings = [
  ['cancel', { code: 'CANCELLED', mayHavePaid: false }],
  ['decline', { code: 'PAYMENT_FAILED', mayHavePaid: false }],
  ['close', { code: 'WINDOW_CLOSED', mayHavePaid: true }],
] as const

describeFlows('pc', context => {
  describe.each(builds)('a PC, %s', build => {
    it('loads both scripts once on the click, opens the window, and resolves when it is approved', async () => {
      const { shop } = context
      await shop.open({ build })
      expect(shop.requests.filter(path => path.startsWith('/cdn/'))).toEqual([])
      await shop.click('#pay')
      await expect.poll(shop.hasWindow).toBe(true)
      await shop.click('[data-outcome=approve]')

      expect(await shop.read('outcome')).toMatchObject({
        imp_uid: expect.stringMatching(/^imp_\d+$/),
        merchant_uid: order.merchant_uid,
        paid_amount: 14000,
        status: 'paid',
        via: 'callback',
      })
      await expect.poll(shop.hasWindow).toBe(false)
      expect(shop.requests.filter(path => path.startsWith('/cdn/')).sort()).toEqual([
        '/cdn/iamport.payment-1.2.0.js',
        '/cdn/jquery-3.7.1.min.js',
      ])
    })

    it.each(isSmoke(build) ? endings.slice(0, 1) : endings)('%s rejects with %o', async (choice, error) => {
      const { shop } = context
      await shop.open({ build })
      await shop.click('#pay')
      await shop.click(`[data-outcome=${choice}]`)
      expect(await shop.read('outcome')).toMatchObject({
        name: 'PayError',
        merchant_uid: order.merchant_uid,
        ...error,
      })
    })

    if (isSmoke(build)) return

    it('has called IMP.request_pay when requestPay returns, with the script there', async () => {
      const { shop } = context
      await shop.open({ build, sandbox: { outcome: 'approve' } })
      await shop.preload()
      await shop.click('#pay')
      expect(await shop.read('outcome')).toMatchObject({ merchant_uid: order.merchant_uid })
      expect(await shop.evaluate(() => window.shop.calledAtOnce, null)).toBe(true)
    })

    it('hands the request on and leaves it as it was', async () => {
      const { shop } = context
      const request = {
        ...order,
        pg: 'kcp',
        escrow: true,
        kcpProducts: [{ orderNumber: 'xxxx', name: '상품A', quantity: 3, amount: 1000 }],
        custom_data: { cart: [1, { a: null }] },
      }
      await shop.open({ build, request, sandbox: { outcome: 'approve' } })
      await shop.click('#pay')
      await shop.read('outcome')
      expect(await shop.calls()).toEqual([request])
      expect(await shop.evaluate(() => window.shop.request, null)).toEqual(request)
    })

    it('refuses a KICC escrow request with all three of its faults, and requests nothing', async () => {
      const { shop } = context
      await shop.open({ build, request: kiccWithFaults })
      const before = [...shop.requests]
      await shop.click('#pay')
      const { code, issues } = await shop.read('outcome')
      expect(code).toBe('INVALID_REQUEST')
      expect(issues.map(({ path }: { path: string }) => path).sort()).toEqual([
        'buyer_email',
        'kiccProducts[0].quantity',
        'pay_method',
      ])
      expect(shop.requests).toEqual(before)
    })
  })
})
