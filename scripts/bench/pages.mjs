/** Pages of a browser that asks no network for anything. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from '../browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SHOP = 'https://shop.test'

/** With these a page's clock ticks every 5 µs; without, every 100. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

export const openBrowser = () => {
  const executablePath = findBrowser()
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** Answers with a script, as a CDN does: any page may have it. */
export const fulfillScript = (route, body) =>
  route.fulfill({
    body,
    contentType: 'text/javascript; charset=utf-8',
    headers: { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' },
  })

/**
 * Opens a page in a context, and so a process, of its own.
 *
 * @param html what the page has.
 * @param answer answers requests to other hosts; without it they are refused.
 */
export const withPage = async (browser, html, act, answer = route => route.abort()) => {
  const context = await browser.newContext()
  const requests = []
  await context.route('**/*', async route => {
    const url = route.request().url()
    if (url === `${SHOP}/`)
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers: ISOLATED })
    if (url.startsWith(`${SHOP}/dist/`))
      return fulfillScript(route, readFileSync(root + url.slice(SHOP.length + 1)))
    requests.push(url)
    // A page may be closed before its answer comes.
    return Promise.resolve(answer(route, url)).catch(() => {})
  })
  try {
    const page = await context.newPage()
    await page.goto(`${SHOP}/`)
    if (!(await page.evaluate(() => crossOriginIsolated)))
      throw new Error('the clock of the page is too coarse')
    return await act(page, requests)
  } finally {
    await context.close()
  }
}
