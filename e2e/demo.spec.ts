import { expect } from '@playwright/test'
import { approve, choose, flag, open, outcome, step, test, verdict } from './support/demo.ts'

test('a newcomer gets to a paid, verified order in three clicks', async ({ page }) => {
  const shop = await open(page)
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(verdict(page, 'paid')).toBeVisible()
  // Page and webhook both asked, in whatever order.
  await expect(step(page, 'webhook')).toContainText('paid')
  for (const name of ['clicked', 'validated', 'opened', 'verifying', 'complete', 'stored', 'verified']) {
    await expect(step(page, name)).toHaveCount(1)
  }
})

for (const device of ['pc', 'iphone']) {
  test(`the tampered amount is refused on ${device}`, async ({ page }) => {
    const shop = await open(page)
    if (device !== 'pc') await choose(page, { device })
    await choose(page, { device, trouble: 'tampered' })
    await expect(shop.locator('#pay')).toContainText('180원')
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    // The browser was told of a success, and pay() rejects all the same.
    await expect(outcome(page, 'MISMATCH')).toHaveAttribute('data-from', device === 'pc' ? 'pay' : 'resume')
    await expect(flag(page, 'MISMATCH', 'mayHavePaid')).toHaveText('true')
    await expect(verdict(page, 'mismatch')).toContainText('180원')
    await expect(verdict(page, 'mismatch')).toContainText('출고하지 않습니다')
    await expect(shop.locator('[data-verdict=mismatch]')).toContainText('18,000원')
    await expect(step(page, 'refused')).toHaveCount(1)
    await expect(step(page, 'verified')).toHaveCount(0)
  })
}

test('an amount changed in the form is refused as well', async ({ page }) => {
  const shop = await open(page)
  await page.fill('#f-amount', '17999')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(verdict(page, 'mismatch')).toBeVisible()
})

test('a phone leaves, comes back with Back, and the server is asked', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  await page.click('#back')
  await expect(outcome(page, 'RETURNED')).toHaveAttribute('data-from', 'resume')
  // The server has looked, so that the buyer may pay again.
  await expect(flag(page, 'RETURNED', 'mayHavePaid')).toHaveText('false')
  await expect(verdict(page, 'unpaid')).toBeVisible()
  for (const name of ['left', 'returned']) await expect(step(page, name)).toHaveCount(1)
  // The same order may be paid now.
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(step(page, 'returned')).toContainText('imp_uid=')
})

for (const device of ['android', 'ipad']) {
  test(`${device} pays through to "verified", with and without leaving the page`, async ({ page }) => {
    const shop = await open(page)
    await choose(page, { device })
    for (const code of ['kcp', 'danal_tpay', 'paypal']) {
      await page.selectOption('#f-pg', code)
      await shop.locator('#pay').click()
      await shop.locator(approve).click()
      await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
      await expect(step(page, 'left')).toHaveCount(code === 'danal_tpay' ? 0 : 1)
      await expect(outcome(page, '')).toHaveAttribute('data-from', code === 'danal_tpay' ? 'pay' : 'resume')
    }
  })
}

test('a redirect can land at the server', async ({ page }) => {
  const shop = await open(page)
  await page.check('#landing-server')
  await choose(page, { device: 'android' })
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(step(page, 'landing')).toContainText('paid')
  // The server was the first to look; the page has taken it up from there.
  await expect(step(page, 'returned')).toContainText('imp_uid=')
  await expect(outcome(page, '')).toHaveAttribute('data-from', 'resume')
  await expect(verdict(page, 'paid')).toBeVisible()

  // But where the buyer goes back from the next one, there is none.
  await shop.locator('#again').click()
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  await page.click('#back')
  await expect(outcome(page, 'RETURNED')).toBeVisible()
})

test('a decline is told on the landing, and the order can be paid again', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await shop.locator('[data-outcome=decline]').click()
  await expect(outcome(page, 'PAYMENT_FAILED')).toHaveAttribute('data-from', 'resume')
  await expect(shop.locator('.note')).toContainText('한도초과')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
})

test('a virtual account waits for the money, which a webhook tells of', async ({ page }) => {
  const shop = await open(page)
  await page.selectOption('#f-pay_method', 'vbank')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(verdict(page, 'awaiting')).toBeVisible()
  await shop.locator('#deposit').click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(step(page, 'webhook').last()).toContainText('paid')
  await expect(verdict(page, 'paid')).toBeVisible()
  await expect(verdict(page, 'awaiting')).toHaveCount(0)
})

for (const [pg, customer_uid] of [
  ['kcp_billing', ''],
  ['html5_inicis', 'card_1'],
] as const) {
  test(`${pg} registers a card, which is no payment`, async ({ page }) => {
    const shop = await open(page)
    await page.selectOption('#f-pg', pg)
    await expect(page.locator('#f-customer_uid-hint')).toContainText('카드(빌링키)와 1:1로 대응하는 값')
    if (customer_uid) await page.fill('#f-customer_uid', customer_uid)
    await expect(shop.locator('#pay')).toHaveText('카드 등록하기')
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    const end = shop.locator('[data-verdict=registered]')
    await expect(end).toContainText('카드가 등록되었습니다')
    await expect(end).not.toContainText('원')
    await expect(verdict(page, 'registered')).toBeVisible()
    await expect(step(page, 'webhook')).toContainText('registered')
  })
}

for (const way of ['all', 'console'] as const) {
  test(`the shop gives the money back: ${way}`, async ({ page }) => {
    const shop = await open(page)
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    await expect(verdict(page, 'paid')).toContainText('상품 출고')
    await page.click('#staff')
    if (way === 'all') {
      await page.click('#staff-half')
      await expect(verdict(page, 'paid')).toContainText('18,000원 중 9,000원 환불')
      await expect(shop.locator('[data-verdict=paid]')).toContainText('9,000원')
      await page.click('#staff-all')
    } else {
      // Nobody has told the shop.
      await page.click('#staff-console')
      await expect(page.locator('#said')).toContainText('완료')
      await expect(verdict(page, 'paid')).toBeVisible()
      await page.click('#staff-reconcile')
    }
    await expect(verdict(page, 'cancelled')).toContainText('18,000원 중 18,000원 환불')
    await expect(shop.locator('[data-verdict=cancelled]')).toContainText('환불되었습니다')
    await expect(page.locator('#staff')).toHaveCount(0)
  })
}

test('says what it is, and where one reads on', async ({ page }) => {
  await open(page)
  await expect(page.locator('.intro')).toContainText('서버 검증까지')
  for (const link of await page.locator('#links a[href^="/"]').all()) {
    const reply = await page.request.get((await link.getAttribute('href'))!)
    expect(reply.status()).toBe(200)
    expect(await reply.text()).toContain('iamport-checkout')
  }
})
