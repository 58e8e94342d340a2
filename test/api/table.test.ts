// @vitest-environment jsdom
/** Each rule of the table of gateways, by requests that are made from it. */
import { afterEach, describe, expect, it } from 'vitest'
import { PC, pose } from '../support/browser.ts'
import { ruleCases, runCase, titleOf } from '../support/rule-requests.ts'

afterEach(() => pose(PC))

describe('a rule of the table', () => {
  it.each(ruleCases.map(ruleCase => [titleOf(ruleCase), ruleCase] as const))(
    'fires once, and is silent when mended: %s',
    (_, ruleCase) => {
      const { expected, breaking, broken, keeping, mended } = runCase(ruleCase)
      expect(broken, JSON.stringify(breaking)).toEqual(expected)
      expect(mended, JSON.stringify(keeping)).toEqual([])
    },
  )
})
