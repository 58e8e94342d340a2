import type { Page } from '@playwright/test'
import { BUNDLE, withBuild } from './builds.ts'

export { BUNDLE }

/** Code of a page that calls the package as early as it can: at once, or when the module is there. */
export const early = (code: string): string =>
  `<script>{ const run = () => { ${code} }; if (window.IamportCheckout) run(); else addEventListener('checkout', run) }</script>`

/** Opens a page that exists only here, from the server's own origin, so that it reaches the built files. */
export const openHtml = async (
  page: Page,
  html: string,
  headers: Record<string, string> = {},
): Promise<void> => {
  await page.route('**/page.html', route =>
    route.fulfill({ body: withBuild(html), contentType: 'text/html; charset=utf-8', headers }),
  )
  await page.goto('/page.html', { waitUntil: 'domcontentloaded' })
}

/** A page in which nothing but our bundle is loaded. */
export const openBare = (page: Page): Promise<void> =>
  openHtml(page, `<!doctype html><html><head><title>bare</title>${BUNDLE}</head><body></body></html>`)

/** Loads the SDK on the page; says how that ended, and how long it took. */
export const load = (page: Page, options: object = {}) =>
  page.evaluate(async given => {
    const start = performance.now()
    const took = () => Math.round(performance.now() - start)
    try {
      const imp = await window.IamportCheckout.loadIamport(given)
      return { ok: typeof imp.request_pay === 'function', took: took() }
    } catch (error) {
      const { code, message, cause } = error as { code?: string; message: string; cause?: unknown }
      return { ok: false, code, message, cause: String(cause), took: took() }
    }
  }, options)

/** Tags and links on the page that have to do with loading the SDK. */
export const tags = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link')]
      .map(tag => ('src' in tag ? tag.src : `${tag.rel} ${tag.href}`))
      .filter(address => !address.includes(location.origin)),
  )
