import { expect, type Page, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { shopPage } from './support/builds.ts'
import { useHomeHosts } from './support/home-hosts.ts'
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

/** What is on the page, and where the gateway is for an order. A script that keeps the order of the one before would show it. */
const scripts = {
  sandbox: { url: '/dist/sandbox.min.js', gateway: () => /^blob:/ },
  '1.1.5': {
    url: '/.tmp/pages/legacy-sdk.js?1.1.5',
    gateway: (order: string) => RegExp(`gateway\\.html.*${order}`),
  },
  '1.2.0': {
    url: '/.tmp/pages/legacy-sdk.js?1.2.0',
    gateway: (order: string) => RegExp(`gateway\\.html.*${order}`),
  },
  v1: { url: '/.tmp/pages/v1-sdk.js', gateway: (order: string) => RegExp(`gateway\\.html.*${order}`) },
}

/** More than a browser that keeps pages ever needs, also on a busy machine. */
const MOST_TRIES = 5

/**
 * Pays, leaves for the gateway, and goes back until the browser gives the same document, not a new one: this is what the test is about,
 * and whether a page is kept is the browser's own choice each time.
 */
const comeBackToKeptPage = async (page: Page, script: string, gateway: RegExp): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await page.goto(shopPage())
    const marker = Math.random()
    await page.evaluate(it => Object.assign(window, { marker: it }), marker)
    await page.addScriptTag({ url: script })
    await page.click('#pay')
    await page.waitForURL(gateway)
    await page.goBack({ waitUntil: 'commit' })
    await expect(page).toHaveURL(shopPage())
    if ((await page.evaluate(() => (window as unknown as { marker?: number }).marker)) === marker) return
  }
  throw new Error(`The browser kept the page in none of ${MOST_TRIES} tries.`)
}

for (const [sdk, { url, gateway }] of Object.entries(scripts)) {
  test(`Back from the gateway, out of the back/forward cache, with the ${sdk}: RETURNED, and the page works`, async ({
    page,
  }) => {
    await page.addInitScript(useHomeHosts)
    await page.addInitScript(
      request => Object.assign(window, { shop: { request, options: { userCode: 'imp12345678' } } }),
      order,
    )
    await comeBackToKeptPage(page, url, gateway('order_1'))
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
    await page.waitForURL(gateway('order_2'))
  })
}
