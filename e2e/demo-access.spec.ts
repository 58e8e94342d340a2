import { expect } from '@playwright/test'
import axe from 'axe-core'
import { approve, choose, open, outcome, shopOf, test, verdict } from './support/demo.ts'

test('pays with the keyboard alone', async ({ page }) => {
  const shop = await open(page)
  const isAt = (selector: string) =>
    shop.locator(selector).evaluate(element => element === document.activeElement)
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await isAt(selector)) return
    }
    throw new Error(`Tab doesn't reach ${selector}`)
  }
  await tabTo('#pay')
  await page.keyboard.press('Enter')
  await expect(shop.locator('[role=dialog]')).toBeFocused()
  await tabTo(approve)
  await page.keyboard.press('Enter')
  await expect(shop.locator('[data-verdict=paid] h1')).toBeFocused()
  await tabTo('#again')
  await page.keyboard.press('Enter')
  await expect(shop.locator('#pay')).toBeEnabled()
})

for (const lang of ['ko', 'en']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious: ${lang}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`/?lang=${lang}`)
      await expect(page.locator('html')).toHaveAttribute('data-scheme', colorScheme)
      const shop = shopOf(page)
      const scan = async (where: string) => {
        for (const frame of page.frames()) {
          await frame.evaluate(axe.source)
          const found = await frame.evaluate(async () => {
            const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
              iframes: false,
            })
            return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
          })
          expect(found, `${where} ${frame.url()}`).toEqual([])
        }
      }
      await expect(shop.locator('#pay')).toBeEnabled()
      await page.selectOption('#f-pg', 'kicc')
      await page.check('#f-escrow')
      await page.fill('#f-buyer_email', '')
      await scan('with issues')
      await page.selectOption('#f-pay_method', 'vbank')
      await page.fill('#f-buyer_email', 'buyer@shop.example')
      await shop.locator('#pay').click()
      await shop.locator(approve).click()
      await expect(verdict(page, 'awaiting')).toBeVisible()
      await scan('with a result')
      await page.click('#tab-sent')
      await scan('sent')
      await page.click('#tab-code')
      await choose(page, { trouble: 'window-closed' })
      await shop.locator('#pay').click()
      await expect(outcome(page, 'WINDOW_CLOSED')).toBeVisible()
      await scan('with an error')
      await page.click('#open-account')
      await scan('dialog')
    })
  }
}

test('dark and light are chosen with a button, for all there is to see', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const shop = await open(page)
  await page.click('#scheme')
  await expect(page.locator('#scheme')).toHaveAttribute('aria-pressed', 'true')
  for (const document of [page.locator('body'), shop.locator('body')]) {
    await expect(document).toHaveCSS('color', 'rgb(236, 238, 242)')
  }
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
})

test('in the dark a control that can be used looks so', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  const styleOf = (selector: string) =>
    page.locator(selector).evaluate(element => {
      const { backgroundColor, appearance } = getComputedStyle(element)
      const [red = 0, green = 0, blue = 0] = backgroundColor.match(/[\d.]+/g)?.map(Number) ?? []
      return { light: red + green + blue, appearance }
    })
  // Not the browser's own, which is grey.
  expect((await styleOf('#f-escrow')).appearance).toBe('none')
  const chosen = await styleOf('#device-pc + span')
  const track = await styleOf('.segments:has(#device-pc)')
  expect(chosen.light).toBeGreaterThan(track.light)
  await page.check('#f-escrow')
  const mark = await page.locator('#f-escrow').evaluate(box => getComputedStyle(box, '::before').content)
  expect(mark).toBe('""')
})

for (const lang of ['ko', 'en']) {
  for (const width of [320, 390]) {
    test(`${width} px are enough, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 568 })
      await page.goto(`/?lang=${lang}`)
      const shop = shopOf(page)
      const top = (selector: string) => page.locator(selector).evaluate(it => it.getBoundingClientRect().top)
      expect(Math.abs((await top('.tools')) - (await top('#head h1'))), 'one line').toBeLessThan(12)
      await shop.locator('#pay').click()
      await shop.locator('[data-outcome=close]').waitFor()
      const cut = await shop
        .locator('.imp-dialog')
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
      expect(cut, 'of the window, in pixels').toBe(0)
      const badge = shop.locator('.imp-sandbox span', { hasText: 'SANDBOX' })
      expect(await badge.evaluate(it => it.getBoundingClientRect().height), 'one line').toBeLessThan(28)
      await shop.locator(approve).click()
      await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
      await page.click('#view-inspector')
      await page.click('#tab-sent')
      // The table may be drawn anew at any moment, and what was drawn before has no lines at all.
      const lines = () => page.locator('.ditto').evaluateAll(all => all.map(it => it.getClientRects().length))
      await expect.poll(async () => [...new Set(await lines())]).toEqual([1])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    })
  }
}

test('a message of several lines is shown as such', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { trouble: 'script-blocked' })
  await shop.locator('#pay').click()
  const message = outcome(page, 'SDK_LOAD_FAILED').locator('.lines')
  await expect(message).toHaveCSS('white-space', 'pre-wrap')
  await expect(message).toHaveAttribute('lang', 'en')
})

test('without colours one still sees what is chosen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const shop = await open(page)
  await shop.locator('#pay').waitFor()
  /** Lines are all that is left: backgrounds and shadows are not drawn. */
  const lines = (selector: string) =>
    page.locator(selector).evaluate(element => {
      const { borderBottomWidth, outlineStyle, outlineWidth } = getComputedStyle(element)
      return (
        Number.parseFloat(borderBottomWidth) + (outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth))
      )
    })
  expect(await lines('#device-pc + span')).toBeGreaterThan(await lines('#device-ipad + span'))
  expect(await lines('#tab-timeline')).toBeGreaterThan(await lines('#tab-sent'))
  const dot = await page
    .locator('.timeline li')
    .first()
    .evaluate(element => {
      const { width, borderLeftWidth } = getComputedStyle(element, '::before')
      return Number.parseFloat(width) + 2 * Number.parseFloat(borderLeftWidth)
    })
  expect(dot).toBe(10)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await lines('#view-stage')).toBeGreaterThan(await lines('#view-form'))
})

test('labels are words of their own, and hints belong to their fields', async ({ page }) => {
  const shop = await open(page)
  const amount = page.locator('#f-amount')
  await expect(amount).toHaveAccessibleName('결제 금액 필수 amount')
  await expect(amount).toHaveAccessibleDescription(/서버가 정합니다/)
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(page.locator('.timeline [data-step=complete] .name')).toHaveText(
    'POST /payments/complete 서버',
  )
})
