/** The demo as `npm start` starts it, and how a test uses it. */
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test'
import { createServer } from 'vite'
import type { TroubleId } from '../../demo/shared/troubles.ts'

/** Starts the demo as `npm start` does, on a port of its own, with orders that nobody keeps. */
export const startDemo = async () => {
  process.env['DATABASE_URL'] = 'memory://'
  // The server looks for what it was not told when a test asks it to, and not in the middle of another.
  process.env['RECONCILE_EVERY'] = '86400000'
  const server = await createServer({
    configFile: 'demo/vite.config.ts',
    logLevel: 'error',
    // Files that a build next door writes must not reload the page.
    server: { port: 0, host: 'localhost', hmr: false, watch: null },
  })
  await server.listen()
  // The database takes its time to start, which is no test's.
  await fetch(new URL('/orders/none', server.resolvedUrls!.local[0]))
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() }
}

export const test = base.extend<object, { demo: string }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const { url, close } = await startDemo()
      await use(url)
      await close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ demo }, use) => use(demo),
  locale: 'ko-KR',
})

export const shopOf = (page: Page): FrameLocator => page.frameLocator('#frame')

export const open = async (page: Page): Promise<FrameLocator> => {
  await page.goto('/')
  await expect(page.locator('#bench')).toHaveAttribute('data-ready', 'true')
  return shopOf(page)
}

/** Chooses a device or a trouble, and waits until the shop's page has begun anew for it. */
export const choose = async (page: Page, what: { device?: string; trouble?: TroubleId }): Promise<void> => {
  const { device = 'pc', trouble = 'none' } = what
  await page.locator(`#device-${device}`).check()
  await page.selectOption('#trouble', trouble)
  await expect(page.locator('#frame')).toHaveAttribute('data-ready', `${device} ${trouble}`)
}

export const approve = '[data-outcome=approve]'

/** What the workbench says of the last payment. */
export const outcome = (page: Page, code: string) => page.locator(`#outcome [data-code="${code}"]`)
export const verdict = (page: Page, code: string) => page.locator(`#outcome [data-verdict=${code}]`)
export const flag = (page: Page, code: string, name: string) =>
  outcome(page, code).locator(`[data-flag=${name}]`)
export const step = (page: Page, name: string) => page.locator(`.timeline [data-step=${name}]`)
