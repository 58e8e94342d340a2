import { expect } from '@playwright/test'
import { gateways } from '../src/gateways/table.ts'
import type { GatewayCode } from '../src/types/codes.ts'
import { approve, choose, open, step, test } from './support/demo.ts'

const payable = (Object.keys(gateways) as GatewayCode[]).filter(code => code !== 'paypal_v2')
/** Two halves, for two workers. */
const halves = [payable.filter((_, index) => index % 2), payable.filter((_, index) => !(index % 2))]

for (const device of ['pc', 'iphone', 'android', 'ipad']) {
  for (const [half, codes] of halves.entries()) {
    test(`every gateway pays through to "verified" on ${device}, part ${half + 1}`, async ({ page }) => {
      test.setTimeout(300_000)
      const shop = await open(page)
      if (device !== 'pc') await choose(page, { device })
      let popups = 0
      page.context().on('page', popup => {
        popups++
        return popup.locator(approve).click()
      })
      for (const code of codes) {
        await test.step(code, async () => {
          await page.selectOption('#f-pg', code)
          await expect(page.locator('#issue-count')).not.toHaveAttribute('data-level', 'error')
          await shop.locator('#pay').click()
          const window = shop.locator(approve)
          const isOver = shop.locator('[data-verdict]')
          await expect(window.or(isOver)).toBeVisible()
          if (await window.isVisible()) await window.click()
          if (code === 'naverco') {
            await expect(shop.locator('[aria-live]')).not.toBeEmpty()
            await page.click('#back')
          }
          await expect(
            shop.locator(
              '[data-verdict=paid], [data-verdict=awaiting], [data-verdict=registered], [data-verdict=pending]',
            ),
          ).toBeVisible()
          await expect(step(page, 'verified')).toHaveCount(1)
        })
      }
      if (device === 'pc') expect(popups).toBeGreaterThan(0)
    })
  }
}
