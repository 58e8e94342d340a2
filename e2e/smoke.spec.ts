/** Each flow once: for the builds that only differ from the source in how a page loads them. Back is in back.spec.ts. */
import { expect, type Page, test } from '@playwright/test'
import { kiccWithFaults } from '../test/support/requests.ts'
import { inWorker, shopPage } from './support/builds.ts'
import { ANDROID, openShop, order, read, routeScripts, SDK, sdkCalls, spyOnSdk } from './support/shop.ts'

const pay = async (page: Page, outcome: string): Promise<void> => {
  await openShop(page)
  await page.click('#pay')
  await page.locator(`[data-outcome=${outcome}]`).click()
}

test('a click loads the script, and approving resolves', async ({ page }) => {
  const { requests } = await routeScripts(page)
  await pay(page, 'approve')
  expect(await read(page, 'outcome')).toMatchObject({
    imp_uid: expect.stringMatching(/^imp_\d+$/),
    merchant_uid: order.merchant_uid,
    via: 'callback',
  })
  expect(requests.filter(url => url === SDK)).toHaveLength(1)
})

for (const [outcome, code] of [
  ['cancel', 'CANCELLED'],
  ['decline', 'PAYMENT_FAILED'],
  ['close', 'WINDOW_CLOSED'],
] as const) {
  test(`${outcome} rejects with ${code}`, async ({ page }) => {
    await routeScripts(page)
    await pay(page, outcome)
    expect(await read(page, 'outcome')).toMatchObject({
      name: 'PayError',
      code,
      retryable: expect.any(Boolean),
    })
  })
}

test('a request with faults is refused, and nothing is requested', async ({ page }) => {
  const { requests } = await routeScripts(page)
  await openShop(page, { request: kiccWithFaults })
  await page.click('#pay')
  const error = await read(page, 'outcome')
  expect(error).toMatchObject({ code: 'INVALID_REQUEST', mayHavePaid: false })
  expect(error.issues).toHaveLength(3)
  expect(requests).toEqual([])
})

test('a signal ends an open payment', async ({ page }) => {
  await routeScripts(page)
  await openShop(page, { sandbox: { outcome: 'hang' } })
  await page.evaluate(() => {
    const controller = new AbortController()
    window.shop.options.signal = controller.signal
    addEventListener('keydown', () => controller.abort())
  })
  await page.click('#pay')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('a')
  expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
  await expect(page.getByRole('dialog')).toBeHidden()
})

test.describe('a phone', () => {
  test.use({ userAgent: ANDROID, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('leaves the page and lands where it was', async ({ page, baseURL }) => {
    await routeScripts(page)
    await spyOnSdk(page)
    await openShop(page, { address: '?cart=1#step=2' })
    await page.click('#pay')
    await page.waitForURL(/^blob:/)
    await page.click('[data-outcome=approve]')
    await page.waitForURL(`**${shopPage()}*`)
    expect(await read(page, 'resumed')).toMatchObject({
      imp_uid: expect.stringMatching(/^imp_\d+$/),
      merchant_uid: order.merchant_uid,
      via: 'redirect',
    })
    const here = `${baseURL}${shopPage()}?cart=1#step=2`
    expect(page.url()).toBe(here)
    expect(await sdkCalls(page)).toMatchObject([{ m_redirect_url: here }])
  })
})

test('a worker loads it, and hears that it is no page', async ({ page, baseURL }) => {
  await page.goto(shopPage())
  const code = await page.evaluate(
    getPackage =>
      new Promise(resolve => {
        const source = `${getPackage}.then(({ loadIamport }) => loadIamport())
          .catch(error => postMessage(error.code))`
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
        worker.onmessage = event => resolve(event.data)
      }),
    inWorker(baseURL!),
  )
  expect(code).toBe('NOT_BROWSER')
})
