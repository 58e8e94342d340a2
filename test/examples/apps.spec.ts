/** Small apps with the hooks, built by Vite from the packed package, with the oldest and the newest of each framework. */
import { devices, expect, test } from '@playwright/test'
import { type App, buildApp, SHOP } from './apps.ts'
import { becomes, button, choice, type Shop, shown } from './shop.ts'

let app: App
test.beforeAll(async ({ browserName: _ }, { project: { name } }) => {
  app = await buildApp(name, 'payments')
})

test.describe('on a PC', () => {
  let shop: Shop
  test.beforeEach(async ({ context }) => {
    shop = await app.open(context)
    await shop.page.goto(`${SHOP}/?order=order_a`)
    await becomes(shop.page, 'idle')
    await expect(shop.page.locator('html')).toHaveAttribute('data-version', app.version)
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
    // The page that is left asks once more where the machine is slow: only the next one may hear the answer.
    page.once('framenavigated', () => {
      asked.length = 0
      says('paid')
    })
    await page.reload()
    await becomes(page, 'done')
    expect(asked).toEqual(['order_a'])
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
    const { page, asked } = await app.open(context)
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
    const { page, asked, says } = await app.open(context)
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
