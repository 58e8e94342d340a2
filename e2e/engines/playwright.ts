import { chromium, firefox, webkit } from '@playwright/test'
import type { EngineName, OpenTab } from './tab.ts'

const types = { chromium, firefox, webkit }

const chromiumOnly = {
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  // Playwright turns the back/forward cache off.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}

export const openTab =
  (name: EngineName): OpenTab =>
  async ({ path }, userAgent) => {
    const browser = await types[name].launch({
      executablePath: path,
      ...(name === 'chromium' && chromiumOnly),
    })
    const page = await browser.newPage(userAgent ? { userAgent } : {})
    return {
      version: `${name} ${browser.version()}`,
      goto: async url => {
        await page.goto(url)
      },
      click: selector => page.click(selector),
      evaluate: <Given, Result>(run: (given: Given) => Result, given: Given) =>
        page.evaluate(run as (given: unknown) => Result, given as unknown),
      // A page that comes out of the cache doesn't load.
      back: async () => {
        await page.goBack({ waitUntil: 'commit' })
      },
      reload: async () => {
        await page.reload()
      },
      close: () => browser.close(),
    }
  }
