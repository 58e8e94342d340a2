/** What can go wrong, each with the code it ends in, and with what the buyer is told. */
import { expect, type Page } from '@playwright/test'
import { type TroubleId, troubleOf } from '../demo/shared/troubles.ts'
import { approve, choose, flag, open, outcome, step, test, verdict } from './support/demo.ts'

const AGAIN = '다시 시도해 주세요'
const DONT = '다시 결제하지 마시고'

/** Presses the button of a shop that has this trouble. */
const pay = async (page: Page, trouble: TroubleId) => {
  const shop = await open(page)
  await choose(page, { trouble })
  await shop.locator('#pay').click()
  return shop
}

/** `isKnown`: whether the server has proven that nothing was paid. */
const plain: [TroubleId, isCalled: boolean, isKnown: boolean][] = [
  ['popup-blocked', true, false],
  ['window-closed', true, true],
  ['script-blocked', false, false],
  ['script-hangs', false, false],
  ['no-channels', true, true],
  ['script-throws', true, false],
]
for (const [trouble, isCalled, isKnown] of plain) {
  test(trouble, async ({ page }) => {
    const shop = await pay(page, trouble)
    const { ends } = troubleOf(trouble)
    await expect(outcome(page, ends)).toBeVisible()
    await expect(shop.locator(`[data-code=${ends}]`)).toContainText('다')
    // Where money might have moved, the server has looked, and it is out of doubt now.
    await expect(flag(page, ends, 'mayHavePaid')).toHaveText('false')
    await expect(verdict(page, 'unpaid')).toHaveCount(isKnown ? 1 : 0)
    // The server is asked as soon as the script was called, and not before.
    await expect(step(page, 'complete').first()).toBeVisible({ visible: isCalled })
    await expect(shop.locator('#pay')).toBeEnabled()
    await expect(shop.locator('.note')).not.toContainText(DONT)
    await expect(shop.locator('.note')).toContainText(AGAIN)
  })
}

test('double-click', async ({ page }) => {
  const shop = await pay(page, 'double-click')
  await expect(outcome(page, 'BUSY')).toHaveAttribute('data-from', 'pay (2)')
  // A payment is open: whatever else, to pay again is not safe.
  await expect(outcome(page, 'BUSY')).toContainText('열려 있는 결제가 끝난 뒤에만')
  await expect(step(page, 'second')).toContainText('BUSY')
  await shop.locator(approve).click()
  await expect(verdict(page, 'paid')).toBeVisible()
})

test('uid-twice', async ({ page }) => {
  const shop = await pay(page, 'uid-twice')
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=paid]')).toContainText('주문해 주셔서 감사합니다')
  await shop.locator('#pay-again').click()
  // The script refuses it. The order is paid, and that is what the buyer hears.
  await expect(outcome(page, '')).toContainText('브라우저에는 성공이 전달되지 않았지만')
  await expect(verdict(page, 'paid')).toContainText('한 번뿐')
  await expect(shop.locator('[data-verdict=paid]')).not.toContainText(DONT)
})

test('false-though-paid', async ({ page }) => {
  const shop = await pay(page, 'false-though-paid')
  await shop.locator(approve).click()
  await expect(outcome(page, '')).toContainText('브라우저에는 성공이 전달되지 않았지만')
  await expect(verdict(page, 'paid')).toBeVisible()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(shop.locator('[data-verdict=paid]')).not.toContainText(DONT)
})

test('late-result', async ({ page }) => {
  const shop = await pay(page, 'late-result')
  await shop.locator(approve).click()
  await expect(shop.locator('#pay')).toHaveText('결제를 확인하고 있습니다')
  await expect(shop.locator('#pay')).toBeDisabled()
  // Nobody is invited to pay what is paid a moment later.
  await expect(shop.locator('[data-verdict=paid]').or(shop.locator('.note'))).toBeVisible()
  await expect(shop.locator('.note')).toHaveCount(0)
  await expect(outcome(page, '')).toHaveAttribute('data-from', 'pay')
  await expect(step(page, 'complete').first()).toContainText('unpaid')
  await expect(verdict(page, 'paid')).toBeVisible()
})

test('api-down', async ({ page }) => {
  const shop = await pay(page, 'api-down')
  await shop.locator(approve).click()
  await expect(flag(page, 'UNCONFIRMED', 'mayHavePaid')).toHaveText('true')
  await expect(step(page, 'complete').first()).toContainText('HTTP 503')
  await expect(shop.locator('.note')).toContainText(DONT)
  // What may be paid can't be paid once more, not after a reload either.
  await expect(shop.locator('#pay')).toHaveCount(0)
  await page.click('#reload')
  await expect(shop.locator('#pay')).toBeDisabled()
  await expect(shop.locator('#check')).toBeVisible()
  await shop.locator('#check').click()
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(verdict(page, 'paid')).toContainText('한 번뿐')
})
