/** Apps that go from one order to the next without a new page, whose parts wait for data in `Suspense`. */
import { devices, expect, test } from '@playwright/test'
import { type App, buildApp, SHOP } from './apps.ts'
import { becomes, button, choice, shown } from './shop.ts'

let app: App
test.beforeAll(async ({ browserName: _ }, { project: { name } }) => {
  app = await buildApp(name, 'routes')
})

test('the route of order B says nothing of A, and pays B', async ({ context }) => {
  const { page, asked, says } = await app.open(context)
  says('unpaid')
  await page.goto(`${SHOP}/?order=order_a`)
  await becomes(page, 'idle')
  await button(page).click()
  await choice(page, 'cancel').click()
  await becomes(page, 'failed')

  await page.locator('#to-b').click()
  await expect(shown(page)).toHaveAttribute('data-order', 'order_b')
  await becomes(page, 'idle')
  await expect(shown(page).locator('output')).toBeEmpty()
  says('paid')
  await button(page).click()
  await choice(page, 'approve').click()
  await becomes(page, 'done')
  expect(asked).toEqual(['order_a', 'order_b'])

  await page.goBack()
  await expect(shown(page)).toHaveAttribute('data-order', 'order_a')
  await becomes(page, 'failed')
})

test('a payment goes on when its route is left while the server is asked', async ({ context }) => {
  const { page, asked, says } = await app.open(context)
  says('silent')
  await page.goto(`${SHOP}/?order=order_a`)
  await becomes(page, 'idle')
  await button(page).click()
  await choice(page, 'approve').click()
  await becomes(page, 'verifying')
  await page.locator('#to-b').click()
  await expect(shown(page)).toHaveAttribute('data-order', 'order_b')
  await becomes(page, 'idle')
  says('paid')
  await page.goBack()
  await expect(shown(page)).toHaveAttribute('data-order', 'order_a')
  await becomes(page, 'done')
  expect(new Set(asked)).toEqual(new Set(['order_a']))
})

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
  test.use(phone)

  test('the route that is landed on says the same after the next one and Back', async ({ context }) => {
    const { page, asked } = await app.open(context)
    await page.goto(`${SHOP}/?order=order_a`)
    await button(page).click()
    await choice(page, 'approve').click()
    await page.waitForURL(`${SHOP}/landing`)
    await becomes(page, 'done')

    await page.locator('#to-b').click()
    await expect(shown(page)).toHaveAttribute('data-order', 'order_b')
    await becomes(page, 'idle')
    await page.goBack()
    await expect(shown(page)).toHaveAttribute('data-order', 'order_a')
    await becomes(page, 'done')
    await page.reload()
    await becomes(page, 'done')
    await expect(page).toHaveURL(`${SHOP}/landing`)
    // Vue Router writes the address that it began with back into the history, and with it the result: it is asked about again.
    expect(new Set(asked)).toEqual(new Set(['order_a']))
  })
})
