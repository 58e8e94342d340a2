import { expect, type Page } from '@playwright/test'
import { approve, choose, open, outcome, shopOf, step, test, verdict } from './support/demo.ts'

const isGone = (page: Page) => page.locator('#bench').count()

test("Back and Reload do nothing that they can't do", async ({ page }) => {
  const shop = await open(page)
  const back = page.locator('#back')
  const reload = page.locator('#reload')
  // Here Back would leave the workbench.
  await expect(back).toBeDisabled()
  await back.dispatchEvent('click')
  await expect(reload).toBeEnabled()
  await reload.click()
  await expect(shop.locator('#pay')).toBeEnabled()
  expect(await isGone(page)).toBe(1)

  await choose(page, { device: 'iphone' })
  await expect(back).toBeDisabled()
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  // The gateway's page was made on the spot: there is nothing to load again.
  await expect(reload).toBeDisabled()
  await reload.dispatchEvent('click')
  await expect(back).toBeEnabled()
  await expect(shop.locator(approve)).toBeVisible()
  await back.focus()
  await page.keyboard.press('Enter')
  await expect(shop.locator('.note')).toBeVisible()
  await expect(back).toBeDisabled()
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(shop.locator('#pay')).toBeEnabled()
  await shop.locator('#pay').click()
  await shop.locator('[data-outcome=close]').click()
  await expect(shop.locator('.note')).toBeVisible()
  await expect(back).toBeDisabled()
  await back.dispatchEvent('click')

  await expect(shop.locator('#pay')).toBeEnabled()
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  // Before this page was the gateway's, which is no more.
  await expect(back).toBeDisabled()
  await expect(reload).toBeEnabled()
  expect(page.url()).toMatch(/localhost:\d+\/$/)
})

test('what is chosen on a page that leads nowhere is seen to be taken', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 850 })
  const shop = await open(page)
  await page.selectOption('#f-pg', 'naverco')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[aria-live]')).toContainText('기록되었습니다')
  await expect(shop.locator('[aria-live]')).toBeInViewport({ ratio: 1 })
  for (const outcome of ['approve', 'decline', 'cancel'])
    await expect(shop.locator(`[data-outcome=${outcome}]`)).toBeDisabled()
  await shop.getByRole('button', { name: '결과 없이 뒤로 가기' }).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
})

test('another language is another text, not another payment', async ({ page }) => {
  const shop = await open(page)
  await shop.locator('#pay').click()
  await expect(shop.locator('[role=dialog]')).toBeVisible()
  await page.click('#lang')
  await expect(shop.locator('#pay')).toHaveText('Continue in the payment window')
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid] h1')).toHaveText('Your order is paid')
  await expect(outcome(page, '')).toHaveAttribute('data-from', 'pay')
  await page.click('#lang')
  await expect(shop.locator('[data-verdict=paid] h1')).toHaveText('주문이 완료되었습니다')
  await expect(step(page, 'verified')).toHaveCount(1)

  await shop.locator('#again').click()
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await expect(shop.locator(approve)).toBeVisible()
  await page.click('#lang')
  await expect(page.locator('#address')).toHaveText("The gateway's page (sandbox)")
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid] h1')).toHaveText('Your order is paid')
  await expect(outcome(page, 'RETURNED')).toHaveCount(0)
})

test("the window speaks the page's language, and writes money as the shop does", async ({
  browser,
  demo,
}) => {
  const page = await browser.newPage({ baseURL: demo, locale: 'en-US' })
  await page.goto('/?lang=ko')
  const shop = shopOf(page)
  for (const device of ['pc', 'iphone']) {
    if (device !== 'pc') await choose(page, { device })
    await shop.locator('#pay').click()
    await expect(shop.locator(approve)).toHaveText('결제 승인')
    await expect(shop.locator('.imp-sandbox')).toContainText('18,000원')
    await expect(shop.locator('.imp-sandbox')).not.toContainText('₩')
  }
  await page.close()
})

test('a result goes with the request that it is of', async ({ page }) => {
  const shop = await open(page)
  await page.fill('#f-buyer_tel', '')
  await shop.locator('#pay').click()
  await expect(outcome(page, 'INVALID_REQUEST')).toBeVisible()
  await expect(shop.locator('[data-code=INVALID_REQUEST]')).toBeVisible()
  await page.selectOption('#f-pg', 'kcp')
  await expect(outcome(page, 'INVALID_REQUEST')).toHaveCount(0)
  await expect(page.locator('.timeline')).toHaveCount(0)
  await expect(shop.locator('[data-code=INVALID_REQUEST]')).toHaveCount(0)

  await shop.locator('#pay').click()
  await shop.locator('[data-outcome=decline]').click()
  await expect(outcome(page, 'PAYMENT_FAILED')).toBeVisible()
  await page.selectOption('#f-pay_method', 'trans')
  await expect(outcome(page, 'PAYMENT_FAILED')).toHaveCount(0)

  // What is under way stays.
  await shop.locator('#pay').click()
  await expect(shop.locator('[role=dialog]')).toBeVisible()
  await page.selectOption('#f-pg', 'jtnet')
  await shop.locator(approve).click()
  await expect(verdict(page, 'paid')).toBeVisible()
  await expect(step(page, 'clicked')).toHaveCount(1)
})

for (const width of [1280, 390]) {
  test(`what stops a payment stands by the button, with a way to it, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const view = (name: string) => page.locator(`#view-${name}`).evaluate((it: HTMLElement) => it.click())
    const shop = await open(page)
    await expect(shop.locator('#fix')).toHaveCount(0)
    await view('form')
    await page.fill('#f-buyer_tel', '')
    await page.locator('details > summary', { hasText: '다른 파라미터' }).click()
    await page.fill('#f-tax_free', '-1')
    await page.locator('details > summary', { hasText: '다른 파라미터' }).click()
    await view('stage')
    await expect(shop.locator('#fine')).toContainText('오류가 2개')
    await expect(shop.locator('#pay')).toHaveAccessibleDescription(/buyer_tel/)
    await shop.locator('#fix').click()
    await expect(page.locator('#f-buyer_tel')).toBeFocused()
    await page.locator('#f-buyer_tel').pressSequentially('010-1234-5678')
    await view('stage')
    await shop.locator('#fix').click()
    await expect(page.locator('#f-tax_free')).toBeFocused()
    await page.fill('#f-tax_free', '')
    await view('stage')
    await expect(shop.locator('#fix')).toHaveCount(0)
    await expect(shop.locator('#fine')).toContainText('실제로 결제되지 않습니다')
  })
}

test('a phone is a phone, and is not called a PC', async ({ browser, demo }) => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36'
  const page = await browser.newPage({ baseURL: demo, locale: 'ko-KR', userAgent })
  const shop = await open(page)
  const device = page.locator('label', { has: page.locator('#device-pc') })
  await expect(device).toHaveText('이 기기')
  await expect(page.locator('option[value=late-result]')).toBeDisabled()
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  await page.close()
})

test('loaded again, the shop shows how the order stands', async ({ page }) => {
  const shop = await open(page)
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await page.click('#reload')
  await expect(shop.locator('#pay, [data-verdict]').first()).toBeVisible()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await shop.locator('#again').click()
  await page.selectOption('#f-pay_method', 'vbank')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('#deposit')).toBeVisible()
  await page.click('#reload')
  // The account that the money has to go to is not lost.
  await expect(shop.locator('[data-verdict=awaiting]')).toContainText('입금 계좌')
  await shop.locator('#deposit').click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
})

test("the browser's own Back does not end at a gateway's page that is no more", async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await shop.locator('[data-outcome=decline]').click()
  await expect(outcome(page, 'PAYMENT_FAILED')).toBeVisible()
  // Playwright would wait for a page that can't be loaded.
  await page.evaluate(() => history.back())
  // The shop still knows how the order's payment ended.
  await expect(shop.locator('.note')).toContainText('한도초과')
  await expect(shop.locator('#pay')).toBeEnabled()
  await expect(page.locator('#address')).toContainText('/shop.html?device=iphone')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
})

for (const [width, height] of [
  [1366, 650],
  [1280, 720],
] as const) {
  test(`the shop's button is within reach on a window of ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const shop = await open(page)
    for (const device of ['pc', 'iphone']) {
      await choose(page, { device })
      await page.evaluate(() => scrollTo(0, 0))
      // The form is far longer than the shop, and nobody looks for the button at its end.
      await page.mouse.move(100, 300)
      await page.mouse.wheel(0, 400)
      await expect(shop.locator('#pay')).toBeInViewport({ ratio: 0.99 })
    }
  })
}

for (const lang of ['ko', 'en']) {
  test(`at 1280 by 800 nothing covers anything, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`/?lang=${lang}`)
    const shop = shopOf(page)
    await expect(shop.locator('#pay')).toBeInViewport({ ratio: 1 })
    await expect(shop.locator('#fine')).toBeInViewport({ ratio: 1 })
    // The last line of the order ends where the bar with the button begins, or above it.
    const bottom = (box: { y: number; height: number } | null) => box!.y + box!.height
    const content = shop.locator('.content')
    expect(await content.evaluate(it => it.scrollHeight - it.clientHeight)).toBe(0)
    const end = bottom(await content.locator('dl').boundingBox())
    expect(end).toBeLessThanOrEqual((await shop.locator('.paybar').boundingBox())!.y)
    for (const device of ['iphone', 'android']) {
      await choose(page, { device })
      await page.evaluate(() => scrollTo(0, 0))
      await expect(shop.locator('#pay')).toBeInViewport({ ratio: 0.99 })
      expect(await content.evaluate(it => it.scrollHeight - it.clientHeight)).toBe(0)
    }
  })
}
