import { describe, expect, it } from 'vitest'
import { keepsPages } from './engines.ts'
import { builds, describeFlows } from './shop.ts'

/** What the tests leave in the page, and the script that is told how to go on. */
interface Marked {
  marker?: number
  fakeSdk(scenario: string): void
}

const scripts: [name: string, gateway: RegExp, scenario: string | undefined][] = [
  ['the sandbox', /^blob:/, undefined],
  // As the genuine one: with a dialog that stays open, and a class on the body.
  ['a script that tidies nothing', /gateway\.html/, 'leave'],
]

describeFlows('phone', (context, engine) => {
  describe.each(builds)('Back from the gateway, %s', build => {
    it.skipIf(!keepsPages(engine)).each(scripts)(
      '%s: RETURNED, page usable',
      async (_, gateway, scenario) => {
        const { shop } = context
        const fake = { sdk: { src: `${shop.cdn}/cdn/fake.js`, jquery: false } }
        await shop.open({ build, ...(scenario && { options: fake }) })
        await shop.preload()
        const marker = Math.random()
        await shop.evaluate(
          given => {
            const page = window as unknown as Marked
            page.marker = given.marker
            if (given.scenario) page.fakeSdk(given.scenario)
          },
          { marker, scenario },
        )
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

        await shop.click('#pay')
        await shop.waitForUrl(gateway)
      },
    )
  })
})
