/** What a buyer does in each of the shops of examples/, which have the same buttons. */
import { type Browser, devices, expect, type Page, test } from '@playwright/test'

const payButton = (page: Page) => page.getByRole('button', { name: '결제하기' })
const status = (page: Page) => page.getByRole('status')
/** A button of the sandbox's window, or of its gateway's page. */
const choose = (page: Page, outcome: 'approve' | 'cancel' | 'close') =>
  page.locator(`[data-outcome=${outcome}]`).click()

const PAID = /결제가 완료/
const VERIFYING = '결제를 확인하고 있습니다.'

/** Opens the shop on another device, where gateways leave the page. */
const onPhone = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext(devices['Pixel 7'])
  return context.newPage()
}

/** Orders, and gives the order's number. */
const order = async (page: Page): Promise<string> => {
  await page.goto('/')
  await page.getByRole('button', { name: '주문하기' }).click()
  await expect(payButton(page)).toBeEnabled()
  return /\w{32}/.exec(page.url())![0]
}

/** What the page complains of: its own failures, and what the console gets as an error. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

// The first question opens the database, which takes seconds, and more of them on a busy machine.
test.beforeAll(async ({ playwright }, { project }) => {
  const request = await playwright.request.newContext({ baseURL: project.use.baseURL! })
  await request.post('/payments/complete', { data: { imp_uid: null, merchant_uid: 'none' }, timeout: 80_000 })
  await request.dispose()
})

test('on a PC: pays, and a reload says that it is paid', async ({ page }) => {
  const complaints = complaintsOf(page)
  await order(page)
  await payButton(page).click()
  await choose(page, 'approve')
  await expect(status(page)).toHaveText(PAID)
  await page.reload()
  await expect(status(page)).toHaveText(PAID)
  expect(complaints).toEqual([])
})

test('on a PC: cancels, and pays then', async ({ page }) => {
  await order(page)
  await payButton(page).dblclick()
  await choose(page, 'cancel')
  await expect(status(page)).toHaveText(/취소/)
  await expect(payButton(page)).toBeEnabled()
  await payButton(page).click()
  await choose(page, 'approve')
  await expect(status(page)).toHaveText(PAID)
})

test('on a phone: leaves, lands, pays, and a reload says the same', async ({ browser }) => {
  const page = await onPhone(browser)
  const complaints = complaintsOf(page)
  await order(page)
  const shop = new URL(page.url()).origin
  await payButton(page).click()
  await choose(page, 'approve')
  await page.waitForURL(`${shop}/**`)
  await expect(status(page)).toHaveText(PAID)
  expect(page.url()).not.toMatch(/imp_uid/)
  await page.reload()
  await expect(status(page)).toHaveText(PAID)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('on a phone: Back is no end, order B says nothing of A, and both can be paid', async ({ browser }) => {
  const page = await onPhone(browser)
  const a = await order(page)
  const addressOfA = page.url()
  await payButton(page).click()
  await page.locator('[data-outcome=approve]').waitFor()

  const b = await order(page)
  expect(b).not.toBe(a)
  await expect(status(page)).toHaveText('')
  await payButton(page).click()
  await choose(page, 'approve')
  await expect(status(page)).toHaveText(PAID)

  await page.goto(addressOfA)
  await expect(payButton(page)).toBeEnabled()
  await payButton(page).click()
  await page.locator('[data-outcome=approve]').waitFor()
  await page.goBack()
  // The server is asked for ten seconds before it is sure that nothing was paid.
  await expect(status(page)).toHaveText(VERIFYING)
  await expect(payButton(page)).toBeDisabled()
  await expect(status(page)).toHaveText(/다시 시도/)
  await expect(payButton(page)).toBeEnabled()
  await payButton(page).click()
  await choose(page, 'approve')
  await expect(status(page)).toHaveText(PAID)
  await page.context().close()
})

test('with the server down: nobody is asked to pay again, and the webhook has told by the next visit', async ({
  page,
}) => {
  await order(page)
  await page.route('**/payments/complete', route => route.abort())
  await payButton(page).click()
  await choose(page, 'approve')
  await expect(status(page)).toHaveText(VERIFYING)
  await expect(payButton(page)).toBeDisabled()
  await expect(status(page)).toHaveText(/다시 결제하지 마시고/)
  await expect(payButton(page)).toBeDisabled()
  await page.unroute('**/payments/complete')
  await page.reload()
  await expect(status(page)).toHaveText(PAID)
})

test('a payment that no page and no webhook told of is found by reconcile', async ({ page, request }) => {
  const merchant_uid = await order(page)
  await request.post('/sandbox/configure', { data: { webhooks: { lose: true } } })
  await request.post('/sandbox/add', { data: { merchant_uid, amount: 14_000 } })
  await request.get('/payments/reconcile', { headers: { authorization: 'Bearer only-for-the-sandbox' } })
  await expect(async () => {
    await page.reload()
    await expect(status(page)).toHaveText(PAID, { timeout: 2_000 })
  }).toPass()
  await request.post('/sandbox/configure', { data: { webhooks: { lose: false } } })
})
