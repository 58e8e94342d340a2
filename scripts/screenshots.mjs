/**
 * Pictures of the demo, in both languages, light and dark, on phones and on a desktop, into the ignored folder
 * screenshots/. `npm run build && node scripts/screenshots.mjs`; with words, only pictures whose names have one of them.
 */
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import { findBrowser } from './browser.mjs'

const FOLDER = 'screenshots'
const wanted = process.argv.slice(2)

const approve = '[data-outcome=approve]'
const shopOf = page => page.frameLocator('#frame')
const view = (page, name) => page.locator(`#view-${name}`).evaluate(button => button.click())

/** Chooses a device or a trouble, and waits for the shop's page that begins anew. */
const choose = async (page, device, trouble) => {
  await view(page, 'stage')
  await page.locator(`#device-${device}`).check()
  await page.selectOption('#trouble', trouble)
  await page.locator(`#frame[data-ready="${device} ${trouble}"]`).waitFor()
}

/** What can be seen, and how to get there. */
const scenes = {
  start: async () => undefined,
  form: async page => {
    await view(page, 'form')
    await page.selectOption('#f-pg', 'kicc')
    await page.check('#f-escrow')
    await page.selectOption('#f-pay_method', 'trans')
    await page.fill('[id="f-kiccProducts[0].quantity"]', '0.5')
    await page.fill('#f-buyer_email', '')
  },
  window: async page => {
    await shopOf(page).locator('#pay').click()
    await shopOf(page).locator(approve).waitFor()
  },
  paid: async page => {
    await shopOf(page).locator('#pay').click()
    await shopOf(page).locator(approve).click()
    await page.locator('.timeline [data-step=webhook]').waitFor({ state: 'attached' })
  },
  result: async page => {
    await scenes.paid(page)
    await view(page, 'inspector')
  },
  phone: async page => {
    await choose(page, 'iphone', 'none')
  },
  gateway: async page => {
    await scenes.phone(page)
    await shopOf(page).locator('#pay').click()
    await shopOf(page).locator(approve).waitFor()
  },
  vbank: async page => {
    await view(page, 'form')
    await page.selectOption('#f-pay_method', 'vbank')
    await view(page, 'stage')
    await scenes.paid(page)
  },
  tampered: async page => {
    await choose(page, 'pc', 'tampered')
    await shopOf(page).locator('#pay').click()
    await shopOf(page).locator(approve).click()
    await shopOf(page).locator('[data-verdict]').waitFor()
  },
  /** Nobody knows yet whether it is paid. */
  asking: async page => {
    await choose(page, 'pc', 'window-closed')
    await shopOf(page).locator('#pay').click()
    await shopOf(page).locator('.note').waitFor()
  },
  unpaid: async page => {
    await scenes.asking(page)
    await shopOf(page).locator('.note[data-focus]').waitFor()
  },
  error: async page => {
    await scenes.unpaid(page)
    await view(page, 'inspector')
  },
  invalid: async page => {
    await view(page, 'form')
    await page.fill('#f-buyer_tel', '')
    await view(page, 'stage')
    await shopOf(page).locator('#fix').waitFor()
  },
  card: async page => {
    await view(page, 'form')
    await page.selectOption('#f-pg', 'kcp_billing')
    await view(page, 'stage')
    await shopOf(page).locator('#pay').click()
    await shopOf(page).locator(approve).click()
    await shopOf(page).locator('[data-verdict]').waitFor()
  },
  code: async page => {
    await view(page, 'inspector')
    await page.click('#tab-code')
  },
  sent: async page => {
    await choose(page, 'android', 'none')
    await view(page, 'inspector')
    await page.click('#tab-sent')
  },
  account: async page => {
    await page.click('#open-account')
    await page.fill('#user-code', 'imp12345678')
  },
  real: async page => {
    await scenes.account(page)
    await page.click('#use-account')
    await page.locator('#own-window').waitFor()
  },
}

const server = await createServer({
  configFile: 'demo/vite.config.ts',
  logLevel: 'error',
  server: { port: 0, host: 'localhost', hmr: false, watch: null },
})
await server.listen()
const [url] = server.resolvedUrls.local
const executablePath = findBrowser()
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
mkdirSync(FOLDER, { recursive: true })

let count = 0
for (const lang of ['ko', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 390, 1280]) {
      for (const [scene, act] of Object.entries(scenes)) {
        const name = `${scene}-${lang}-${colorScheme}-${width}`
        if (wanted.length && !wanted.some(word => name.includes(word))) continue
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        await page.goto(`${url}?lang=${lang}`)
        await page.locator('#bench[data-ready]').waitFor()
        await shopOf(page).locator('#pay').waitFor()
        await act(page)
        await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true })
        await page.close()
        count++
      }
    }
  }
}
await browser.close()
await server.close()
console.log(`${count} pictures in ${FOLDER}/`)
