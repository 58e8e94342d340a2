import { expect, test } from '@playwright/test'
import { openBare } from './support/html.ts'
import { JQUERY, SDK, serve } from './support/shop.ts'

test('jQuery and the SDK arrive together: at most 0.65 of what one after the other takes', async ({
  page,
}) => {
  for (const [url, file] of [
    [SDK, 'stub'],
    [JQUERY, 'jquery'],
  ] as const) {
    await page.route(url, async route => {
      await new Promise(resolve => setTimeout(resolve, 200))
      await serve(route, file)
    })
  }
  const measure = async (how: 'ours' | 'tutorial'): Promise<number> => {
    await openBare(page)
    return page.evaluate(
      async ([kind, jquery, sdk]) => {
        const start = performance.now()
        if (kind === 'ours') await window.IamportCheckout.loadIamport()
        else {
          const add = (src: string) =>
            new Promise(resolve => {
              const tag = document.createElement('script')
              tag.src = src
              tag.onload = resolve
              document.head.append(tag)
            })
          await add(jquery)
          await add(sdk)
        }
        return performance.now() - start
      },
      [how, JQUERY, SDK] as const,
    )
  }
  const ours: number[] = []
  const tutorial: number[] = []
  for (let round = 0; round < 5; round++) {
    ours.push(await measure('ours'))
    tutorial.push(await measure('tutorial'))
  }
  // The best of five: what else the machine does can only add.
  const best = (list: number[]): number => Math.min(...list)
  const ratio = best(ours) / best(tutorial)
  console.log(
    `cold load: ${best(ours).toFixed(0)} ms, tutorial ${best(tutorial).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
  )
  expect(ratio).toBeLessThanOrEqual(0.65)
})
