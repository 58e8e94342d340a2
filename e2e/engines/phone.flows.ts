import { describe, expect, it } from 'vitest'
import { backFlows } from './back.ts'
import { builds, describeFlows, isSmoke, order } from './shop.ts'

const redirecting = ['html5_inicis', 'uplus', 'kcp', 'nice', 'jtnet', 'kicc', 'inicis']
const staying: [pg: string, needs: object][] = [
  ['kakao', { pay_method: 'card' }],
  ['danal', { pay_method: 'phone', digital: true }],
  ['danal_tpay.MID', { pay_method: 'card' }],
  ['mobilians', { pay_method: 'phone', digital: false }],
]

describeFlows('phone', (context, engine) => {
  backFlows(context, engine)

  describe.each(builds)('a phone, %s', build => {
    const address = '?cart=%EA%B0%80+1&flag#step=2'

    it.each(isSmoke(build) ? redirecting.slice(0, 1) : redirecting)(
      '%s leaves the page and lands where it was',
      async pg => {
        const { shop } = context
        const here = `${shop.origin}/e2e/pages/${build}.html${address}`
        await shop.open({ build, address, request: { ...order, pg } })
        await shop.click('#pay')
        await shop.waitForUrl(/^blob:/)
        await shop.click('[data-outcome=approve]')
        await shop.waitForUrl(/e2e\/pages/)

        expect(await shop.read('resumed')).toMatchObject({
          imp_uid: expect.stringMatching(/^imp_\d+$/),
          merchant_uid: order.merchant_uid,
          via: 'redirect',
          startedHere: true,
        })
        expect(await shop.url()).toBe(here)
        expect(await shop.calls()).toEqual([{ ...order, pg, m_redirect_url: here }])

        await shop.reload()
        expect(await shop.read('resumed')).toBeNull()
      },
    )

    if (isSmoke(build)) return

    it.each(redirecting)('%s lands where the request says', async pg => {
      const { shop } = context
      const m_redirect_url = `${shop.origin}/e2e/pages/${build}.html?landing=1`
      const request = { ...order, pg, m_redirect_url }
      await shop.open({ build, request, sandbox: { outcome: 'approve' } })
      await shop.click('#pay')
      await shop.waitForUrl(/landing=1/)
      expect(await shop.read('resumed')).toMatchObject({
        merchant_uid: order.merchant_uid,
        via: 'redirect',
        startedHere: true,
      })
      expect(await shop.url()).toBe(m_redirect_url)
      expect(await shop.calls()).toEqual([request])
    })

    it('rejects on the landing what failed at the gateway', async () => {
      const { shop } = context
      await shop.open({ build, address })
      await shop.click('#pay')
      await shop.waitForUrl(/^blob:/)
      await shop.click('[data-outcome=decline]')
      await shop.waitForUrl(/e2e\/pages/)
      expect(await shop.read('resumed')).toMatchObject({
        name: 'PayError',
        code: 'PAYMENT_FAILED',
        merchant_uid: order.merchant_uid,
        startedHere: true,
      })
      expect(await shop.url()).toBe(`${shop.origin}/e2e/pages/${build}.html${address}`)
    })

    it('rejects on the page that called what failed before the redirect', async () => {
      const { shop } = context
      await shop.open({ build, address, sandbox: { misbehave: 'wrong-channel' } })
      await shop.click('#pay')
      expect(await shop.read('outcome')).toMatchObject({
        code: 'PAYMENT_FAILED',
        merchant_uid: order.merchant_uid,
        response: { error_code: 'F1001' },
      })
      expect(await shop.url()).toBe(`${shop.origin}/e2e/pages/${build}.html${address}`)
    })

    it.each(staying)('%s calls back, and gets no m_redirect_url', async (pg, needs) => {
      const { shop } = context
      const request = { ...order, pg, ...needs }
      await shop.open({ build, request })
      await shop.click('#pay')
      await shop.click('[data-outcome=approve]')
      expect(await shop.read('outcome')).toMatchObject({
        merchant_uid: order.merchant_uid,
        via: 'callback',
      })
      expect(await shop.calls()).toEqual([request])
    })
  })
})
