import { describe, expect, it } from 'vitest'
import { keepsPages } from './engines.ts'
import { builds, type Flows, isSmoke, order, type Setup, type Shop } from './shop.ts'

/** What the tests leave in the page. */
interface Marked {
  marker?: number
}

const scripts: [name: string, file: string | undefined, gateway: RegExp, next: RegExp][] = [
  ['the sandbox', undefined, /^blob:/, /^blob:/],
  // With a dialog that stays open, and a class on the body; all three have frames that would show the order that they had.
  ['1.1.5, which tidies nothing', 'legacy-1.1.5', /gateway\.html.*order_1/, /gateway\.html.*order_2/],
  [
    '1.2.0, which closes its dialog first',
    'legacy-1.2.0',
    /gateway\.html.*order_1/,
    /gateway\.html.*order_2/,
  ],
  ['v1', 'v1', /gateway\.html.*order_1/, /gateway\.html.*order_2/],
]

/** More than a browser that keeps pages ever needs, also on a busy machine. */
const MOST_TRIES = 5

/**
 * Pays, leaves for the gateway, and goes back until the browser gives the page as it was left. Whether it keeps a page is its own
 * choice each time: where it made a new one there was no page for these tests to be about.
 */
const comeBackToKeptPage = async (shop: Shop, setup: Setup, gateway: RegExp): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await shop.open(setup)
    await shop.preload()
    const marker = Math.random()
    await shop.evaluate(it => {
      ;(window as unknown as Marked).marker = it
    }, marker)
    await shop.click('#pay')
    await shop.waitForUrl(gateway)
    await shop.back()
    await shop.waitForUrl(/\/(iife|esm)\.html/)
    if ((await shop.evaluate(() => (window as unknown as Marked).marker, null)) === marker) return
  }
  throw new Error(`The browser kept the page in none of ${MOST_TRIES} tries.`)
}

/** The button of a phone that goes back. */
export const backFlows: Flows = (context, engine) => {
  describe.each(builds)('Back from the gateway, %s', build => {
    it.skipIf(!keepsPages(engine)).each(isSmoke(build) ? scripts.slice(0, 1) : scripts)(
      '%s: RETURNED, page usable',
      async (_, file, gateway, next) => {
        const { shop } = context
        const sdk = { src: `${shop.cdn}/cdn/${file}.js`, jquery: false }
        const request = { ...order, merchant_uid: 'order_1' }
        const setup = { build, request, ...(file && { options: { sdk } }) }
        await comeBackToKeptPage(shop, setup, gateway)
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
