/** Small apps with the hooks, built by Vite from the packed package, with the oldest and the newest of each framework. */
import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { devices, expect, test } from '@playwright/test'
import { build } from 'vite'
import { becomes, button, choice, openShop, packages, type Shop, shown } from './shop.ts'

/** By the name of the project: the app, and what its framework is where it is not the repository's own. */
const versions: Record<string, { app: 'react' | 'vue'; version: RegExp; alias: Record<string, string> }> = {
  'React 18': {
    app: 'react',
    version: /^18\.0\.0/,
    alias: { react: packages('react18'), 'react-dom': packages('react-dom18') },
  },
  'React 19': { app: 'react', version: /^19\./, alias: {} },
  'Vue 3.3': {
    app: 'vue',
    version: /^3\.3\.0/,
    alias: { vue: packages('vue3.3/dist/vue.runtime.esm-bundler.js') },
  },
  'Vue 3': { app: 'vue', version: /^3\.[5-9]/, alias: {} },
}

/** Nobody listens there: everything is answered here. A page of localhost is a secure one, as a shop's is. */
const SHOP = 'http://localhost:9'
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }

/** The page of the app for every route, and the files that Vite has made. */
const serve = async (pathname: string) => {
  const type = TYPES[extname(pathname)]
  const body = await readFile(join(folder, type ? pathname : 'index.html'))
  return { body, contentType: type ?? 'text/html' }
}

let folder: string
let version: RegExp
test.beforeAll(async ({ browserName: _ }, { project: { name } }) => {
  const { app, alias, ...expected } = versions[name]!
  version = expected.version
  folder = resolve('.tmp/examples/apps', name)
  await build({
    root: resolve('test/examples/apps', app),
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: { outDir: folder, emptyOutDir: true },
  })
})

test.describe('on a PC', () => {
  let shop: Shop
  test.beforeEach(async ({ context }) => {
    shop = await openShop(context, SHOP, serve)
    await shop.page.goto(`${SHOP}/?order=order_a`)
    await becomes(shop.page, 'idle')
    await expect(shop.page.locator('html')).toHaveAttribute('data-version', version)
  })

  test('a double click and a second button are one payment', async () => {
    const { page, asked } = shop
    await button(page).dblclick()
    await becomes(page, 'open')
    // The window covers the page: a second button is pressed as a keyboard or a script does.
    await page.locator('section button').last().dispatchEvent('click')
    await choice(page, 'approve').click()
    for (const section of await page.locator('section').all()) {
      await expect(section).toHaveAttribute('data-status', 'done')
      await expect(section.locator('output')).toHaveText(/complete/)
    }
    expect(asked).toEqual(['order_a'])
    expect(await page.evaluate('window.calls')).toBe(1)
  })

  test('a cancelled payment may be paid', async () => {
    const { page, says } = shop
    says('unpaid')
    await button(page).click()
    await choice(page, 'cancel').click()
    await becomes(page, 'failed')
    await expect(shown(page)).toHaveAttribute('data-code', 'CANCELLED')
    says('paid')
    await button(page).click()
    await choice(page, 'approve').click()
    await becomes(page, 'done')
  })

  test('unmounted while the window is open, the payment goes on', async () => {
    const { page } = shop
    await button(page).click()
    await becomes(page, 'open')
    await page.locator('#toggle').dispatchEvent('click')
    await expect(page.locator('section')).toHaveCount(0)
    await choice(page, 'approve').click()
    await expect(choice(page, 'approve')).toHaveCount(0)
    await page.locator('#toggle').click()
    await becomes(page, 'done')
  })

  test('a reload while the server is asked takes the payment up', async () => {
    const { page, says, asked } = shop
    says('silent')
    await button(page).click()
    await choice(page, 'approve').click()
    await becomes(page, 'verifying')
    says('paid')
    await page.reload()
    await becomes(page, 'done')
    expect(asked).toEqual(['order_a', 'order_a'])
  })

  test('with the server down nobody is asked to pay again, and a reload asks the server again', async () => {
    const { page, says } = shop
    says('down')
    await button(page).click()
    await choice(page, 'approve').click()
    await becomes(page, 'failed')
    await expect(shown(page)).toHaveAttribute('data-code', 'UNCONFIRMED')
    await expect(shown(page)).toHaveAttribute('data-may-have-paid', 'true')
    says('paid')
    await page.reload()
    await becomes(page, 'done')
  })
})

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
  test.use(phone)

  test('leaves, and lands on another route, which a reload does not change', async ({ context }) => {
    const { page, asked } = await openShop(context, SHOP, serve)
    await page.goto(`${SHOP}/?order=order_a`)
    await button(page).click()
    await choice(page, 'approve').click()
    await page.waitForURL(`${SHOP}/landing`)
    await becomes(page, 'done')
    await expect(shown(page)).toHaveAttribute('data-order', 'order_a')
    await page.reload()
    await becomes(page, 'done')
    expect(asked).toEqual(['order_a'])
  })

  test('order B says nothing of an unfinished A; A, after Back, can be paid again', async ({ context }) => {
    const { page, asked, says } = await openShop(context, SHOP, serve)
    says('unpaid')
    await page.goto(`${SHOP}/?order=order_a`)
    await button(page).click()
    await choice(page, 'approve').waitFor()
    await page.goto(`${SHOP}/?order=order_b`)
    await becomes(page, 'idle')
    await page.waitForTimeout(1_000)
    await becomes(page, 'idle')
    expect(asked).toEqual([])

    await page.goto(`${SHOP}/?order=order_a`)
    await becomes(page, 'verifying')
    await becomes(page, 'failed')
    await expect(shown(page)).toHaveAttribute('data-code', 'RETURNED')
    await expect(shown(page)).toHaveAttribute('data-may-have-paid', 'false')
    await button(page).click()
    await choice(page, 'approve').waitFor()
    says('paid')
    await page.goBack()
    await becomes(page, 'done')
  })
})
