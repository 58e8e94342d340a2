import { describe, expect, it } from 'vitest'
import { keepsPages } from './engines.ts'
import { builds, type Flows, isSmoke, order } from './shop.ts'

/** What the tests leave in the page, and the script that is told how to go on. */
interface Marked {
  marker?: number
  fakeSdk?(scenario: string): void
}

const scripts: [name: string, file: string | undefined, gateway: RegExp, next: RegExp][] = [
  ['the sandbox', undefined, /^blob:/, /^blob:/],
  // As the genuine one: with a dialog that stays open, and a class on the body.
  ['a script that tidies nothing', 'fake', /gateway\.html/, /gateway\.html/],
  // As the genuine one: what came back would show the order that it had.
  ['a script whose frames keep their order', 'framed', /gateway\.html\?order_1$/, /gateway\.html\?order_2$/],
]

/** The button of a phone that goes back. */
export const backFlows: Flows = (context, engine) => {
  describe.each(builds)('Back from the gateway, %s', build => {
    it.skipIf(!keepsPages(engine)).each(isSmoke(build) ? scripts.slice(0, 1) : scripts)(
      '%s: RETURNED, page usable',
      async (_, file, gateway, next) => {
        const { shop } = context
        const sdk = { src: `${shop.cdn}/cdn/${file}.js`, jquery: false }
        const request = { ...order, merchant_uid: 'order_1' }
        await shop.open({ build, request, ...(file && { options: { sdk } }) })
        await shop.preload()
        const marker = Math.random()
        await shop.evaluate(it => {
          const page = window as unknown as Marked
          page.marker = it
          page.fakeSdk?.('leave')
        }, marker)
        await shop.click('#pay')
        await shop.waitForUrl(gateway)
        await shop.back()
        await shop.waitForUrl(/\/(iife|esm)\.html/)

        // The same document, not a new one: this is what the test is about.
        expect(await shop.evaluate(() => (window as unknown as Marked).marker, null)).toBe(marker)
        expect(await shop.read('outcome')).toMatchObject({ code: 'RETURNED', mayHavePaid: true })
        const left = await shop.evaluate(
          () => ({
            progress: document.body.classList.contains('imp-payment-progress'),
            alert: String(window.alert).includes('[native code]'),
          }),
          null,
        )
        expect({ ...left, window: await shop.hasWindow() }).toEqual({
          progress: false,
          alert: true,
          window: false,
        })

        await shop.evaluate(() => {
          window.shop.request.merchant_uid = 'order_2'
        }, null)
        await shop.click('#pay')
        await shop.waitForUrl(next)
      },
    )
  })
}
