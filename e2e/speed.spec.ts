import { expect, test } from '@playwright/test'
import { pageWith, payInTurn } from '../scripts/bench/calls.mjs'
import { median } from '../scripts/bench/numbers.mjs'
import { ISOLATED } from '../scripts/bench/pages.mjs'
import { openHtml } from './support/html.ts'

const CALLS = 1_000
const LIMIT = 1.5

test(`a loaded requestPay() takes at most ${LIMIT} times the bare promise, median of ${CALLS} calls`, async ({
  page,
}) => {
  test.setTimeout(240_000)
  await openHtml(page, pageWith('sandbox'), ISOLATED)
  const { ours, bare } = await page.evaluate(payInTurn, CALLS)
  expect([ours.length, bare.length]).toEqual([CALLS, CALLS])
  const ratio = median(ours) / median(bare)
  console.log(
    `loaded requestPay(): ${median(ours).toFixed(2)} ms, bare promise ${median(bare).toFixed(2)} ms, ratio ${ratio.toFixed(2)}`,
  )
  expect(ratio).toBeLessThanOrEqual(LIMIT)
})
