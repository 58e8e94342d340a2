import { test as base, expect, type FrameLocator, type Page } from '@playwright/test'
import axe from 'axe-core'
import { createServer } from 'vite'
import { type GatewayCode, gateways } from '../src/gateways.ts'
import { type TroubleId, troubleOf } from '../demo/shared/troubles.ts'

/** Starts the demo as `npm start` does, on a port of its own. */
const startDemo = async () => {
  const server = await createServer({
    configFile: 'demo/vite.config.ts',
    logLevel: 'error',
    // Files that a build next door writes must not reload the page.
    server: { port: 0, host: 'localhost', hmr: false, watch: null },
  })
  await server.listen()
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() }
}

const test = base.extend<object, { demo: string }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const { url, close } = await startDemo()
      await use(url)
      await close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => use(demo),
  locale: 'ko-KR',
})

const shopOf = (page: Page): FrameLocator => page.frameLocator('#frame')

const open = async (page: Page): Promise<FrameLocator> => {
  await page.goto('/')
  await expect(page.locator('#bench')).toHaveAttribute('data-ready', 'true')
  return shopOf(page)
}

/** Chooses a device or a trouble, and waits until the shop's page has begun anew for it. */
const choose = async (page: Page, what: { device?: string; trouble?: TroubleId }): Promise<void> => {
  const { device, trouble } = what
  if (device) await page.locator(`#device-${device}`).check()
  if (trouble) await page.selectOption('#trouble', trouble)
  await expect(page.locator('#address')).toContainText(`device=${device ?? 'pc'}`)
  await expect(shopOf(page).locator('#pay')).toBeEnabled()
}

const approve = '[data-outcome=approve]'

/** What the workbench says of the last payment. */
const outcome = (page: Page, code: string) => page.locator(`#outcome [data-code="${code}"]`)
const verdict = (page: Page, code: string) => page.locator(`#outcome [data-verdict=${code}]`)
const flag = (page: Page, code: string, name: string) => outcome(page, code).locator(`[data-flag=${name}]`)
const step = (page: Page, name: string) => page.locator(`.timeline [data-step=${name}]`)

const payable = (Object.keys(gateways) as GatewayCode[]).filter(code => code !== 'paypal_v2')
/** Two halves, for two workers. */
const halves = [payable.filter((_, index) => index % 2), payable.filter((_, index) => !(index % 2))]

for (const device of ['pc', 'iphone']) {
  for (const [half, codes] of halves.entries()) {
    test(`every gateway pays through to "verified" on ${device}, part ${half + 1}`, async ({ page }) => {
      test.setTimeout(90_000)
      const shop = await open(page)
      if (device !== 'pc') await choose(page, { device })
      // Popups are the gateway's.
      page.context().on('page', popup => popup.locator(approve).click())
      for (const code of codes) {
        await test.step(code, async () => {
          await page.selectOption('#f-pg', code)
          await expect(page.locator('#issue-count')).not.toHaveAttribute('data-level', 'error')
          const popups = page.context().pages().length
          await shop.locator('#pay').click()
          const window = shop.locator(approve)
          const isOver = shop.locator('[data-verdict]')
          if (popups) await expect(window.or(isOver)).toBeVisible()
          if (await window.isVisible()) await window.click()
          if (code === 'naverco') {
            await expect(shop.locator('[role=status]')).not.toBeEmpty()
            await page.click('#back')
          }
          await expect(shop.locator('[data-verdict=PAID], [data-verdict=VBANK_ISSUED]')).toBeVisible()
          await expect(step(page, 'verified')).toHaveCount(1)
        })
      }
    })
  }
}
