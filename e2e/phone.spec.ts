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

    // As tosspayments lands: without a flag. Of a login or a coupon, say, the address has such keys already.
    for (const own of ['?code=LOGIN&state=1', '?message=hi', '#/cart?code=LOGIN']) {
      test(`what the address had before the payment, ${own}, is no result`, async ({ page, baseURL }) => {
        await routeScripts(page)
        await openShop(page, { address: own })
        await page.click('#pay')
        await page.waitForURL(/^blob:/)
        const ids = 'imp_uid=imp_1&merchant_uid=order_1'
        const landing = own.startsWith('#') ? `?${ids}${own}` : `${own}&${ids}`
        await page.goto(shopPage() + landing)
        expect(await read(page, 'resumed')).toMatchObject({ imp_uid: 'imp_1', startedHere: true })
        expect(page.url()).toBe(baseURL + shopPage() + own)
      })
    }

    test('what the gateway says under a key of the shop’s counts', async ({ page, baseURL }) => {
      await routeScripts(page)
      await openShop(page, { address: '?code=LOGIN&success=true' })
      await page.click('#pay')
      await page.waitForURL(/^blob:/)
      await page.goto(`${shopPage()}?code=LOGIN&success=true&imp_uid=imp_1&merchant_uid=order_1&code=F400`)
      expect(await read(page, 'resumed')).toMatchObject({
        code: 'PAYMENT_FAILED',
        response: { error_code: 'F400' },
      })
      expect(page.url()).toBe(`${baseURL}${shopPage()}?code=LOGIN&success=true`)
    })

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
