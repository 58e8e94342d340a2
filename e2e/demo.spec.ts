import { expect } from '@playwright/test'
import { type TroubleId, troubleOf } from '../demo/shared/troubles.ts'
import { approve, choose, DONT, flag, open, outcome, SAFE, step, test, verdict } from './support/demo.ts'

test('a newcomer gets to a paid, verified order in three clicks', async ({ page }) => {
  const shop = await open(page)
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(verdict(page, 'PAID')).toBeVisible()
  // Page and webhook both asked, in whatever order.
  await expect(step(page, 'webhook')).toContainText('PAID')
  for (const name of ['clicked', 'validated', 'opened', 'settled', 'complete', 'verified']) {
    await expect(step(page, name)).toHaveCount(1)
  }
})

test('each misbehaviour ends in its code', async ({ page }) => {
  test.setTimeout(120_000)
  const shop = await open(page)
  const plain: [TroubleId, mayHavePaid: boolean][] = [
    ['popup-blocked', false],
    ['window-closed', true],
    ['script-blocked', false],
    ['script-hangs', false],
    ['no-channels', true],
    ['script-throws', false],
  ]
  for (const [trouble, mayHavePaid] of plain) {
    await test.step(trouble, async () => {
      await choose(page, { trouble })
      await shop.locator('#pay').click()
      const { ends } = troubleOf(trouble)
      await expect(outcome(page, ends)).toBeVisible({ timeout: 10_000 })
      await expect(flag(page, ends, 'mayHavePaid')).toHaveText(String(mayHavePaid))
      await expect(shop.locator(`[data-code=${ends}]`)).toContainText('다')
      // Only where money may have moved the server was asked.
      await expect(verdict(page, 'NO_PAYMENT')).toHaveCount(mayHavePaid ? 1 : 0)
      await expect(shop.locator('#pay')).toBeEnabled()
      // One or the other, never both.
      await expect(shop.locator('.note')).not.toContainText(DONT)
      if (mayHavePaid) await expect(shop.locator('.note')).toContainText(SAFE)
    })
  }

  await test.step('double-click', async () => {
    await choose(page, { trouble: 'double-click' })
    await shop.locator('#pay').click()
    await expect(outcome(page, 'BUSY')).toHaveAttribute('data-from', 'requestPay (2)')
    // A payment is open: whatever else, to pay again is not safe.
    await expect(outcome(page, 'BUSY')).toContainText('브라우저가 아는 한 결제되지 않았습니다.')
    await expect(outcome(page, 'BUSY')).not.toContainText('안전')
    await shop.locator(approve).click()
    await expect(verdict(page, 'PAID')).toBeVisible()
  })

  await test.step('uid-twice', async () => {
    await choose(page, { trouble: 'uid-twice' })
    await shop.locator('#pay').click()
    await expect(flag(page, 'DUPLICATE_ORDER', 'mayHavePaid')).toHaveText('true')
    await expect(verdict(page, 'PAID')).toBeVisible()
    await expect(shop.locator('[data-verdict=PAID]')).toContainText('추가로 결제되지 않았습니다')
  })

  await test.step('false-though-paid', async () => {
    await choose(page, { trouble: 'false-though-paid' })
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    await expect(flag(page, 'PAYMENT_FAILED', 'mayHavePaid')).toHaveText('true')
    await expect(verdict(page, 'PAID')).toBeVisible()
    await expect(shop.locator('[data-verdict=PAID]')).not.toContainText(DONT)
  })

  await test.step('late-result', async () => {
    await choose(page, { trouble: 'late-result' })
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    await expect(outcome(page, 'WINDOW_CLOSED')).toBeVisible()
    await expect(verdict(page, 'NO_PAYMENT')).toBeVisible()
    await expect(shop.locator('.note')).toContainText('아직 결제 내역이 확인되지 않습니다')
    await expect(shop.locator('#pay')).toBeDisabled()
    // Nobody is invited to pay what is paid a moment later.
    const invited = shop.locator('.note', { hasText: SAFE })
    const paid = shop.locator('[data-verdict=PAID]')
    await expect(paid.or(invited)).toBeVisible()
    await expect(invited).toHaveCount(0)
    await expect(page.locator('[data-from=onLateResult]')).toBeVisible({ timeout: 10_000 })
    await expect(verdict(page, 'PAID')).toBeVisible()
  })
})

for (const device of ['pc', 'iphone']) {
  test(`the tampered amount is refused on ${device}`, async ({ page }) => {
    const shop = await open(page)
    if (device !== 'pc') await choose(page, { device })
    await choose(page, { device, trouble: 'tampered' })
    await expect(shop.locator('#pay')).toContainText('180원')
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    // The browser was told of a success.
    await expect(outcome(page, '')).toBeVisible()
    await expect(verdict(page, 'AMOUNT_MISMATCH')).toContainText('180원')
    await expect(shop.locator('[data-verdict=AMOUNT_MISMATCH]')).toContainText('18,000원')
    await expect(step(page, 'refused')).toHaveCount(1)
    await expect(step(page, 'verified')).toHaveCount(0)
  })
}

test('an amount changed in the form is refused as well', async ({ page }) => {
  const shop = await open(page)
  await page.fill('#f-amount', '17999')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(verdict(page, 'AMOUNT_MISMATCH')).toBeVisible()
})

test('a phone leaves, comes back with Back, and the server is asked', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  await page.click('#back')
  await expect(page.locator('[data-from=onUnfinished]')).toBeVisible()
  await expect(verdict(page, 'NO_PAYMENT')).toBeVisible()
  for (const name of ['left', 'returned']) await expect(step(page, name)).toHaveCount(1)
  // The same order may be paid now.
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
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
      await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
      await expect(step(page, 'left')).toHaveCount(code === 'danal_tpay' ? 0 : 1)
      await expect(outcome(page, '')).toHaveAttribute(
        'data-from',
        code === 'danal_tpay' ? 'requestPay' : 'resumePay',
      )
    }
  })
}

test('a redirect can land at the server', async ({ page }) => {
  const shop = await open(page)
  await page.check('#landing-server')
  await choose(page, { device: 'android' })
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(step(page, 'landing')).toContainText('PAID')
  // The server has seen the result: nothing came back without one.
  await expect(verdict(page, 'PAID')).toBeVisible()
  await expect(page.locator('[data-from=onUnfinished]')).toHaveCount(0)

  // But where the buyer goes back from the next one, there is none.
  await shop.locator('#again').click()
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  await page.click('#back')
  await expect(page.locator('[data-from=onUnfinished]')).toBeVisible()
})

test('a decline is told on the landing, and the order can be paid again', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await shop.locator('[data-outcome=decline]').click()
  await expect(outcome(page, 'PAYMENT_FAILED')).toHaveAttribute('data-from', 'resumePay')
  await expect(shop.locator('.note')).toContainText('한도초과')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
})

test('a virtual account waits for the money, which a webhook tells of', async ({ page }) => {
  const shop = await open(page)
  await page.selectOption('#f-pay_method', 'vbank')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(verdict(page, 'VBANK_ISSUED')).toBeVisible()
  await shop.locator('#deposit').click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(step(page, 'webhook').last()).toContainText('PAID')
  await expect(verdict(page, 'PAID')).toBeVisible()
  await expect(verdict(page, 'VBANK_ISSUED')).toHaveCount(0)
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
    const end = shop.locator('[data-verdict=CARD_REGISTERED]')
    await expect(end).toContainText('카드가 등록되었습니다')
    await expect(end).not.toContainText('원')
    await expect(verdict(page, 'CARD_REGISTERED')).toBeVisible()
    await expect(step(page, 'webhook')).toContainText('CARD_REGISTERED')
  })
}
