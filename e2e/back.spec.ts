import { expect, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { shopPage } from './support/builds.ts'
import { ANDROID, order } from './support/shop.ts'

const executablePath = findBrowser()

// Playwright turns the back/forward cache off, and its routes keep pages out of it: so there are none here.
test.use({
  reuseContext: false,
  userAgent: ANDROID,
  viewport: { width: 390, height: 844 },
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
})

for (const sdk of ['sandbox', 'fake', 'framed'] as const) {
  test(`Back from the gateway, out of the back/forward cache, with the ${sdk}: RETURNED, and the page works`, async ({
    page,
  }) => {
    await page.addInitScript(
      request => Object.assign(window, { shop: { request, options: { userCode: 'imp12345678' } } }),
      order,
    )
    await page.goto(shopPage())
    const marker = Math.random()
    await page.evaluate(it => Object.assign(window, { marker: it }), marker)
    if (sdk === 'sandbox') await page.addScriptTag({ url: '/dist/sandbox.min.js' })
    else await page.addScriptTag({ url: `/e2e/pages/${sdk}-sdk.js` })
    if (sdk === 'fake') {
      await page.evaluate(() => (window as unknown as { fakeSdk(name: string): void }).fakeSdk('leave'))
    }

    await page.click('#pay')
    await page.waitForURL(sdk === 'sandbox' ? /^blob:/ : /gateway\.html/)
    await page.goBack({ waitUntil: 'commit' })
    await expect(page).toHaveURL(shopPage())

    // The same document, not a new one: this is what the test is about.
    expect(await page.evaluate(() => (window as unknown as { marker: number }).marker)).toBe(marker)
    await expect(page.locator('#outcome')).toContainText('RETURNED')
    expect(JSON.parse((await page.locator('#outcome').textContent())!)).toMatchObject({ mayHavePaid: true })
    await expect(page.locator('#pay')).toBeVisible()
    const left = await page.evaluate(() => ({
      progress: document.body.classList.contains('imp-payment-progress'),
      shown: [...document.querySelectorAll<HTMLElement>('.imp-dialog')].some(
        it => it.style.display === 'block',
      ),
      alert: String(window.alert).includes('[native code]'),
      open: String(window.open).includes('[native code]'),
    }))
    expect(left).toEqual({ progress: false, shown: false, alert: true, open: true })

    // The next order, not what a frame of the script's kept of this one.
    await page.evaluate(() => {
      window.shop.request.merchant_uid = 'order_2'
    })
    await page.click('#pay')
    await page.waitForURL(
      { sandbox: /^blob:/, fake: /gateway\.html/, framed: /gateway\.html\?order_2$/ }[sdk],
    )
  })
}
