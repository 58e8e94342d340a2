import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { findLightBrowser } from '../../scripts/browser.mjs'

export const openBrowser = (): Promise<Browser> => {
  const executablePath = findLightBrowser()
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A new page, and all that it complains of: errors, and what the console gets as an error or a warning. */
export const openPage = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> => {
  const page = await browser.newPage(options)
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (/^(error|warning|assert)$/.test(message.type())) complaints.push(message.text())
  })
  return { page, complaints }
}

/** The text of an element, once it has one. */
export const read = (page: Page, selector: string): Promise<string | null> =>
  page.locator(selector, { hasText: /./ }).textContent()
