import { expect, test } from '@playwright/test'
import { shopPage } from './support/builds.ts'
import { ANDROID, IPHONE, openShop, order, read, routeScripts, sdkCalls, spyOnSdk } from './support/shop.ts'

const redirecting = ['inicis', 'html5_inicis', 'uplus', 'kcp', 'nice', 'jtnet', 'kicc']
const staying = [
  { pg: 'kakao', pay_method: 'card' },
  { pg: 'danal', pay_method: 'phone', digital: true },
  { pg: 'danal_tpay.MID', pay_method: 'card' },
  { pg: 'mobilians', pay_method: 'phone', digital: false },
]

for (const [device, userAgent] of [
  ['iPhone', IPHONE],
  ['Android', ANDROID],
] as const) {
  test.describe(device, () => {
    test.use({ userAgent, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

    for (const pg of redirecting) {
      test(`${pg} leaves the page and lands where it was`, async ({ page, baseURL }) => {
        await routeScripts(page)
        await spyOnSdk(page)
        const address = `?cart=%EA%B0%80+1&flag#step=2`
        await openShop(page, { address, request: { ...order, pg } })
        await page.click('#pay')
        await page.waitForURL(/^blob:/)
        await page.click('[data-outcome=approve]')
        await page.waitForURL(`**${shopPage()}*`)

        expect(await read(page, 'resumed')).toMatchObject({
          imp_uid: expect.stringMatching(/^imp_\d+$/),
          merchant_uid: order.merchant_uid,
          via: 'redirect',
          startedHere: true,
        })
        const here = baseURL + shopPage() + address
        expect(page.url()).toBe(here)
        const calls = await sdkCalls(page)
        expect(calls).toHaveLength(1)
        expect(calls[0]).toMatchObject({ m_redirect_url: here })

        await page.reload()
        expect(await read(page, 'resumed')).toBeNull()
      })

      test(`${pg} lands where the request says`, async ({ page, baseURL }) => {
        await routeScripts(page)
        await spyOnSdk(page)
        const m_redirect_url = `${baseURL}${shopPage()}?landing=1`
        await openShop(page, { request: { ...order, pg, m_redirect_url }, sandbox: { outcome: 'approve' } })
        await page.click('#pay')
        await page.waitForURL(/landing=1/)
        expect(await read(page, 'resumed')).toMatchObject({
          merchant_uid: order.merchant_uid,
          via: 'redirect',
        })
        expect(page.url()).toBe(m_redirect_url)
        expect((await sdkCalls(page))[0]).toMatchObject({ m_redirect_url })
      })
    }

    test('a failure at the gateway rejects on the landing', async ({ page }) => {
      await routeScripts(page)
      await openShop(page, { sandbox: { outcome: 'decline' } })
      await page.click('#pay')
      await expect(page.locator('#resumed')).toContainText('PayError')
      expect(await read(page, 'resumed')).toMatchObject({
        name: 'PayError',
        code: 'PAYMENT_FAILED',
        response: { error_code: 'F400' },
        startedHere: true,
      })
    })

    test('a failure before the redirect rejects on the page that called', async ({ page, baseURL }) => {
      await routeScripts(page)
      await openShop(page, { address: '?a=1&b=2', sandbox: { misbehave: 'wrong-channel' } })
      await page.click('#pay')
      expect(await read(page, 'outcome')).toMatchObject({
        code: 'PAYMENT_FAILED',
        response: { error_code: 'F1001', imp_uid: null },
      })
      expect(page.url()).toBe(`${baseURL}${shopPage()}?a=1&b=2`)
    })

    for (const gateway of staying) {
      test(`${gateway.pg} calls back, and gets no m_redirect_url`, async ({ page }) => {
        await routeScripts(page)
        await spyOnSdk(page)
        await openShop(page, { request: { ...order, ...gateway } })
        await page.click('#pay')
        await page.click('[data-outcome=approve]')
        expect(await read(page, 'outcome')).toMatchObject({
          merchant_uid: order.merchant_uid,
          via: 'callback',
        })
        expect((await sdkCalls(page))[0]).not.toHaveProperty('m_redirect_url')
      })
    }
  })
}
