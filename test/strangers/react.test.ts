/** A React app with the packed package: under StrictMode, and rendered on a server. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { build } from 'esbuild'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openBrowser, openPage, read } from './browser.ts'

const run = promisify(execFile)
const app = inject('app')
const root = join(app, 'react')
const landing = '?imp_uid=imp_1&merchant_uid=order_1&imp_success=true'
/** What a server made of the page `/?rendered=import`, and of that with `require`. */
const rendered: Record<string, string> = {}
let browser: Browser
let server: ViteDevServer
let address: string

/** The sandbox as the script, approving, and keeping count. */
const script = async (): Promise<string> => `
  window.__IAMPORT_SANDBOX__ = { outcome: 'approve' }
  ${await readFile(join(app, 'node_modules/iamport-checkout/dist/sandbox.min.js'), 'utf8')}
  const { init } = IMP
  IMP.init = userCode => {
    window.inits = [...(window.inits ?? []), userCode]
    init(userCode)
  }
`

const open = async () => {
  const { page, complaints } = await openPage(browser)
  const requests: string[] = []
  page.on('request', request => requests.push(new URL(request.url()).pathname))
  const answers: [RegExp, string][] = [
    [/\/sdk\.js$|\/iamport\.payment-/, await script()],
    [/\/jquery-3\.7\.1\.min\.js$/, await readFile('node_modules/jquery/dist/jquery.min.js', 'utf8')],
  ]
  const headers = { 'access-control-allow-origin': '*' }
  for (const [url, body] of answers) {
    await page.route(url, route => route.fulfill({ body, contentType: 'text/javascript', headers }))
  }
  return { page, complaints, requests }
}

const counts = (page: Page) =>
  page.evaluate(() => {
    const { inits, landings, preloads } = window as unknown as Record<string, unknown>
    const tags = document.querySelectorAll('script[src*="/sdk.js"], script[src*="/iamport.payment-"]').length
    return { inits, landings, preloads, tags }
  })
/** In development StrictMode runs each effect twice. */
const TWICE = { landings: 2, preloads: 2 }
const ONCE = { inits: ['imp12345678'], tags: 1 }

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', undefined)
  browser = await openBrowser()
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null },
    // Found late, as this one would be, a package makes the page load anew.
    optimizeDeps: { include: ['react/jsx-dev-runtime'], entries: ['*.html'] },
    plugins: [
      {
        name: 'server-render',
        transformIndexHtml(html, { originalUrl = '' }) {
          const [, way = ''] = /rendered=(\w+)/.exec(originalUrl) ?? []
          return html.replace('<!--rendered-->', () => rendered[way] ?? '')
        },
      },
    ],
  })
  await server.listen()
  address = server.resolvedUrls!.local[0]!
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

describe('under StrictMode, in development', () => {
  it('loads and initialises the script once, and pays', async () => {
    const { page, complaints, requests } = await open()
    await page.goto(address)
    await page.click('button:enabled')
    expect(await read(page, 'output')).toMatch(/^callback order_1 imp_\w+$/)
    expect(await counts(page)).toEqual({ ...ONCE, ...TWICE })
    expect(requests.filter(path => path === '/sdk.js')).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('gives the result of a landing once, and not again on a reload', async () => {
    const { page, complaints } = await open()
    await page.goto(address + landing)
    await page.locator('button:enabled').waitFor()
    expect(await page.locator('li').allTextContents()).toEqual(['redirect order_1 imp_1'])
    expect(await counts(page)).toEqual({ ...ONCE, ...TWICE })
    expect(page.url()).toBe(address)
    await page.reload()
    await page.locator('button:enabled').waitFor()
    expect(await page.locator('li').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('gives a failed landing’s sentence once', async () => {
    const { page, complaints } = await open()
    await page.goto(`${address}?imp_uid=imp_1&merchant_uid=order_1&imp_success=false&error_msg=limit`)
    expect(await read(page, 'li')).toMatch(/did not go through.*limit/)
    await page.locator('button:enabled').waitFor()
    expect(await page.locator('li').count()).toBe(1)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the button of docs/cases/react.md, as it is written there', () => {
  /** Its shop asks its server about a payment, and takes the script from where everybody does. */
  const openRecipe = async (query = '') => {
    const opened = await open()
    const verified: unknown[] = []
    await opened.page.route('**/payments/complete', route => {
      verified.push(route.request().postDataJSON())
      return route.fulfill({ json: { verdict: 'paid' } })
    })
    await opened.page.goto(`${address}recipe.html${query}`)
    return { ...opened, verified }
  }

  it('pays under StrictMode', async () => {
    const { page, complaints, verified } = await openRecipe()
    await page.click('button')
    await page.locator('#root [role=status]', { hasText: '결제가 완료되었습니다.' }).waitFor()
    expect(verified).toEqual([{ imp_uid: expect.stringMatching(/^imp_/), merchant_uid: 'order_1' }])
    expect(await counts(page)).toMatchObject(ONCE)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('lands under StrictMode', async () => {
    const { page, complaints, verified } = await openRecipe(landing)
    await page.getByText('결제가 완료되었습니다.').waitFor()
    expect(verified).toEqual([{ imp_uid: 'imp_1', merchant_uid: 'order_1' }])
    expect(complaints).toEqual([])
    await page.close()
  })
})

/** Renders the shop in Node, which gets all packages by `import` or by `require`. */
const render = async (way: 'import' | 'require') => {
  const file = join(root, way === 'import' ? 'shop.mjs' : 'shop.cjs')
  await build({
    entryPoints: [join(root, 'shop.tsx')],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: way === 'import' ? 'esm' : 'cjs',
    jsx: 'automatic',
  })
  const { stdout, stderr } = await run('node', [join(root, 'server.mjs'), way, file])
  return { ...JSON.parse(stdout), stderr }
}

describe.each(['import', 'require'] as const)('rendered on a server that gets the package by %s', way => {
  it('asks for no browser, leaves nothing behind, and pays only in one', async () => {
    expect(await render(way)).toEqual({
      html: expect.stringContaining('<button'),
      touched: [],
      left: [],
      code: 'NOT_BROWSER',
      // A payment does ask, and so shows that asking would be seen.
      touchedByPayment: true,
      isRequired: way === 'require',
      stderr: '',
    })
  })

  it('is hydrated without a word, lands and pays', async () => {
    const { html } = await render(way)
    rendered[way] = html
    const source = await (await fetch(`${address}?rendered=${way}`)).text()
    expect(source).toContain(`<div id="root">${html}</div>`)
    const { page, complaints } = await open()
    await page.goto(`${address}${landing}&rendered=${way}`)
    await page.click('button:enabled')
    expect(await read(page, 'output')).toMatch(/^callback order_1 imp_\w+$/)
    expect(await page.locator('li').allTextContents()).toEqual(['redirect order_1 imp_1'])
    expect(await counts(page)).toEqual({ ...ONCE, ...TWICE })
    expect(complaints).toEqual([])
    await page.close()
  })
})
