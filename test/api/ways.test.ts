// @vitest-environment jsdom
/**
 * Payments that go the ways of the genuine scripts, both ways of `v1` and drivers among them: random sequences, each on a page of its
 * own with one of the fakes of e2e/pages, against the books of who has paid. test/api/life.test.ts has the exact model of the old way;
 * here nothing is said of how a payment ends, only what must never be.
 */
import fc from 'fast-check'
import * as copy from 'iamport-checkout'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { stage } from '../support/life/page.ts'
import { useClock } from '../support/life/ways/clock.ts'
import { Play } from '../support/life/ways/play.ts'
import { acts, setup } from '../support/life/ways/sequences.ts'

/** A third of those of other properties, for one takes longer: `PROPERTY_RUNS=180000` plays 60,000 on `--project src`. */
const numRuns = Math.ceil(Number(process.env['PROPERTY_RUNS']) / 3)
/** The seed of a failure is in its message, and so is the smallest sequence that fails. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_260_101)

let leave: () => void
const { error, log } = console
beforeAll(() => {
  leave = stage()
  useClock()
  // The scripts say there what they tell nobody else.
  Object.assign(console, { error() {}, log() {} })
})
afterAll(() => {
  Object.assign(console, { error, log })
  leave()
})

describe('whichever way a payment goes', () => {
  it(
    'it ends, never says safe where money moved, and the next one is paid',
    async () => {
      await fc.assert(
        fc.asyncProperty(setup, acts, async (page, sequence) => {
          await new Play(copy, page).run(sequence)
        }),
        { numRuns, seed },
      )
    },
    60_000 + numRuns * 100,
  )
})
