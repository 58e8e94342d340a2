/** A landing link of a megabyte, which somebody sent: what it costs is measured, so nothing else runs meanwhile. */
import { expect, test } from '@playwright/test'
import { shopPage } from './support/builds.ts'
import { openWithSdk, order } from './support/sdk.ts'
import { ANDROID } from './support/shop.ts'

test.use({ userAgent: ANDROID })

test.describe('H16: a landing link of a megabyte', () => {
  const long = 1_000_000
  for (const [what, heap] of [
    ['keys', '&a'.repeat(long / 2)],
    ['escapes', '%61'.repeat(long / 3)],
    ['question marks', '?a&'.repeat(long / 3)],
    ['keys as long as ours', '&abcdefgh'.repeat(long / 9)],
    ['our own keys', '&error_msg=a'.repeat(long / 12)],
    ['one value', `&error_msg=${'a'.repeat(long)}`],
  ] as const) {
    test(`of ${what} takes none of the page’s time, nor of a later payment’s`, async ({ page }) => {
      await openWithSdk(page, '1.2.0', { request: { ...order, pg: 'kcp' } })
      const cost = await page.evaluate(
        async ([at, tail]) => {
          const { resumePay, prepare } = window.IamportCheckout
          const measure = async (run: () => unknown): Promise<number> => {
            const before = performance.now()
            await run()
            return performance.now() - before
          }
          history.replaceState(null, '', `${at}?imp_uid=imp_1&merchant_uid=order_1#?${tail}`)
          const landing = await measure(() => resumePay({ clean: false }).catch(() => {}))
          await new Promise(resolve => setTimeout(resolve, 10))
          const payment = await measure(() => prepare(window.shop.request))
          const cleaning = await measure(() => resumePay().catch(() => {}))
          return Math.max(landing, payment, cleaning)
        },
        [shopPage(), heap] as const,
      )
      // A tenth of that on a machine that has nothing else to do.
      expect(cost).toBeLessThan(1_000)
    })
  }
})
