/** What can go wrong, each with the code it ends in, and with what the buyer is told. */
import { expect, type Page } from '@playwright/test'
import { type TroubleId, troubleOf } from '../demo/shared/troubles.ts'
import { approve, choose, flag, open, outcome, step, test, verdict } from './support/demo.ts'

const SAFE = '다시 결제하셔도 됩니다'
const DONT = '다시 결제하지 마시고'

/** Presses the button of a shop that has this trouble. */
const pay = async (page: Page, trouble: TroubleId) => {
  const shop = await open(page)
  await choose(page, { trouble })
  await shop.locator('#pay').click()
  return shop
}

const plain: [TroubleId, mayHavePaid: boolean][] = [
  ['popup-blocked', false],
  ['window-closed', true],
  ['script-blocked', false],
  ['script-hangs', false],
  ['no-channels', true],
  ['script-throws', false],
]
for (const [trouble, mayHavePaid] of plain) {
  test(trouble, async ({ page }) => {
    const shop = await pay(page, trouble)
    const { ends } = troubleOf(trouble)
    await expect(outcome(page, ends)).toBeVisible()
    await expect(flag(page, ends, 'mayHavePaid')).toHaveText(String(mayHavePaid))
    await expect(shop.locator(`[data-code=${ends}]`)).toContainText('다')
    // Only where money may have moved the server was asked.
    await expect(verdict(page, 'NO_PAYMENT')).toHaveCount(mayHavePaid ? 1 : 0)
    await expect(shop.locator('#pay')).toBeEnabled()
    // The script covers the page; that a window opened behind a blocked popup nobody saw.
    if (trouble === 'popup-blocked') await expect(step(page, 'opened')).toContainText('결제 레이어 표시')
    // One or the other, never both.
    await expect(shop.locator('.note')).not.toContainText(DONT)
    if (mayHavePaid) await expect(shop.locator('.note')).toContainText(SAFE)
  })
}

test('double-click', async ({ page }) => {
  const shop = await pay(page, 'double-click')
  await expect(outcome(page, 'BUSY')).toHaveAttribute('data-from', 'requestPay (2)')
  // A payment is open: whatever else, to pay again is not safe.
  await expect(outcome(page, 'BUSY')).toContainText('브라우저가 아는 한 결제되지 않았습니다.')
  await expect(step(page, 'second')).toContainText('BUSY')
  await shop.locator(approve).click()
  await expect(verdict(page, 'PAID')).toBeVisible()
})

test('uid-twice', async ({ page }) => {
  const shop = await pay(page, 'uid-twice')
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toContainText('주문해 주셔서 감사합니다')
  await shop.locator('#pay-again').click()
  await expect(flag(page, 'DUPLICATE_ORDER', 'mayHavePaid')).toHaveText('true')
  await expect(verdict(page, 'PAID')).toBeVisible()
  await expect(shop.locator('[data-verdict=PAID]')).toContainText('추가로 결제되지 않았습니다')
  await expect(shop.locator('[data-verdict=PAID]')).not.toContainText(DONT)
})

test('false-though-paid', async ({ page }) => {
  const shop = await pay(page, 'false-though-paid')
  await shop.locator(approve).click()
  await expect(flag(page, 'PAYMENT_FAILED', 'mayHavePaid')).toHaveText('true')
  await expect(verdict(page, 'PAID')).toBeVisible()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(shop.locator('[data-verdict=PAID]')).not.toContainText(DONT)
})

test('late-result', async ({ page }) => {
  const shop = await pay(page, 'late-result')
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
  await expect(page.locator('[data-from=onLateResult]')).toBeVisible()
  await expect(verdict(page, 'PAID')).toBeVisible()
})
