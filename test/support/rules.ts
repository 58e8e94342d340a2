import { type Issue, type PrepareOptions, prepare } from 'iamport-checkout'
import { describe, expect, it } from 'vitest'
import { IPHONE, pose } from './browser.ts'
import { order } from './requests.ts'

export const issuesOf = (request: object, options: PrepareOptions = {}): Issue[] =>
  prepare(request as typeof order, options).issues
export const brief = (issues: Issue[]): string[] =>
  issues.map(({ level, code, path }) => `${level} ${code} ${path}`)

/** `members` break `base` in one way; `mended` is the other side of the rule. */
export interface Rule {
  it: string
  base?: object
  members: object
  says: string[]
  mended?: object
  options?: PrepareOptions
  phone?: true
}

/** A test for each side of each rule. */
export const checkRules = (rules: readonly Rule[]): void => {
  describe.each(rules)('$it', ({ base, members, says, mended, options, phone }) => {
    it('is reported', () => {
      if (phone) pose(IPHONE)
      expect(brief(issuesOf({ ...order, ...base, ...members }, options))).toEqual(says)
    })

    if (mended) {
      it('is fine when mended', () => {
        if (phone) pose(IPHONE)
        expect(brief(issuesOf({ ...order, ...base, ...mended }, options))).toEqual([])
      })
    }
  })
}
