import puppeteer from 'puppeteer-core'
import type { OpenTab } from './tab.ts'

export const openTab: OpenTab = async ({ path }, userAgent) => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    extraPrefsFirefox: userAgent ? { 'general.useragent.override': userAgent } : {},
  })
  const [page = await browser.newPage()] = await browser.pages()
  return {
    version: await browser.version(),
    goto: async url => {
      await page.goto(url)
    },
    click: selector => page.locator(selector).click(),
    evaluate: <Given, Result>(run: (given: Given) => Result, given: Given) =>
      page.evaluate(run as (given: unknown) => Result, given as unknown) as Promise<Result>,
    // `goBack` waits for a load, and a page that comes out of the cache doesn't load.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    reload: async () => {
      await page.reload()
    },
    close: () => browser.close(),
  }
}
