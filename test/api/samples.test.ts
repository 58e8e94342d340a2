// @vitest-environment jsdom
import { type Issue, type KnownParameters, type PrepareOptions, prepare } from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { IPHONE, PC, pose } from '../support/browser.ts'
import { type PortoneSample, portoneSamples } from '../support/portone-samples.ts'
import { brief } from '../support/rules.ts'

afterEach(() => pose(PC))

const devices = [
  ['a PC', PC],
  ['a phone', IPHONE],
] as const

/** Where a page has words between braces in place of an address of the shop's. */
const ADDRESSES = ['m_redirect_url', 'notice_url'] as const
const isPlaceholder = (value: unknown): boolean => /^\{.*\}$/.test(String(value))
const placeholdersOf = ({ params }: PortoneSample): string[] =>
  ADDRESSES.filter(name => isPlaceholder(params[name]))

/** The call with an address in each place that a page leaves to its reader. */
const filledIn = (sample: PortoneSample): PortoneSample['params'] => ({
  ...sample.params,
  ...Object.fromEntries(placeholdersOf(sample).map(name => [name, 'https://shop.test/payments/landing'])),
})

/** The gateway is named where the call itself does not, as a shop with a channel key does. */
const errorsOf = (params: PortoneSample['params'], { gateway }: PortoneSample): string[] => {
  const options: PrepareOptions = params.pg ? {} : { provider: gateway }
  const { issues } = prepare(params as KnownParameters, options)
  return brief(issues.filter(({ level }: Issue) => level === 'error'))
}

const titleOf = ({ source, shows }: PortoneSample): string => `${source}: ${shows}`

describe('the calls that PortOne publishes', () => {
  it('are as many as its pages have', () => {
    const countOf = (start: string): number =>
      portoneSamples.filter(({ source }) => source.startsWith(start)).length
    expect(countOf('iamport-manual/')).toBe(39 + 34)
    expect(countOf('developers.portone.io/')).toBe(75)
  })

  it('are each named once', () => {
    const titles = portoneSamples.map(titleOf)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})

describe.each(portoneSamples.map(sample => [titleOf(sample), sample] as const))('%s', (_, sample) => {
  it.each(devices)('has no error on %s', (_device, userAgent) => {
    pose(userAgent)
    expect(errorsOf(filledIn(sample), sample)).toEqual([])
  })

  it.each(devices)(
    'has no error on %s where nobody names the gateway of its channel',
    (_device, userAgent) => {
      pose(userAgent)
      const { issues } = prepare(filledIn(sample) as KnownParameters)
      expect(brief(issues.filter(({ level }: Issue) => level === 'error'))).toEqual([])
    },
  )

  const left = placeholdersOf(sample)
  if (left.length) {
    it.each(devices)('has an error for words left in place of an address on %s', (_device, userAgent) => {
      pose(userAgent)
      expect(errorsOf(sample.params, sample)).toEqual(left.map(name => `error URL ${name}`))
    })
  }
})
