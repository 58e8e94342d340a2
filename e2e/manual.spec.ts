import { expect, test } from '@playwright/test'
import { samples } from '../test/support/manual-samples.ts'
import { shopPage } from './support/builds.ts'
import { ANDROID, openShop, read, routeScripts, sdkCalls, spyOnSdk } from './support/shop.ts'

/** What the samples pass to the function in place of `IMP.request_pay`. */
const requests = samples(request => request) as Record<string, () => Record<string, unknown>>

test.describe('the samples of the manual on a PC', () => {
  for (const [name, make] of Object.entries(requests)) {
    test(name, async ({ page }) => {
      await routeScripts(page)
      await spyOnSdk(page)
      const request = make()
      await openShop(page, { request, sandbox: { outcome: 'approve' } })
      await page.click('#pay')
      expect(await read(page, 'outcome')).toMatchObject({
        merchant_uid: request['merchant_uid'],
        via: 'callback',
      })
      expect(await sdkCalls(page)).toEqual([request])
    })
  }
})

test.describe('the samples of the manual on a phone', () => {
  test.use({ userAgent: ANDROID, viewport: { width: 390, height: 844 } })

  for (const [name, make] of Object.entries(requests)) {
    test(name, async ({ page, baseURL }) => {
      await routeScripts(page)
      // The addresses of the samples are other people's: here they are pages of ours.
      await page.route(/my-?service\.com/, route =>
        route.fulfill({ body: '<h1>landed</h1>', contentType: 'text/html' }),
      )
      const request = make()
      await openShop(page, { request, sandbox: { outcome: 'approve' } })
      await page.click('#pay')
      const given = request['m_redirect_url'] as string | undefined
      if (given) {
        await page.waitForURL(url => url.href.startsWith(given))
        const landed = new URL(page.url())
        expect(landed.searchParams.get('imp_uid')).toMatch(/^imp_/)
        expect(landed.searchParams.get('merchant_uid')).toBe(request['merchant_uid'])
        return
      }
      await expect(page.locator('#resumed')).toContainText('imp_')
      expect(await read(page, 'resumed')).toMatchObject({
        merchant_uid: request['merchant_uid'],
        via: 'redirect',
      })
      expect(page.url()).toBe(baseURL + shopPage())
    })
  }
})
