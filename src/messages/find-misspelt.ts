import type { Issue } from '../issue.ts'
import { isRecord } from '../util/is-object.ts'
import { makeIssue } from '../validation/context.ts'
import { parameterNames } from '../validation/parameter-names.ts'

/** Shorter names are one letter away from too many others: a shop's own `cart` is no misspelt `card`. */
const SHORTEST = 5

/** A name without what people write otherwise: `merchantUid` and `MERCHANT_UID` are `merchant_uid`. */
const bare = (name: string): string => name.replace(/_/g, '').toLowerCase()

/** Whether two texts are the same but for one letter that is missing, too many, another, or two that changed places. */
const isOneLetterAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rests = (fromA: number, fromB: number): boolean => a.slice(start + fromA) === b.slice(start + fromB)
  const areSwapped = a[start] === b[start + 1] && a[start + 1] === b[start]
  return rests(1, 0) || rests(0, 1) || rests(1, 1) || (areSwapped && rests(2, 2))
}

/** The parameter that a name was most likely meant to be; undefined where it is one, or like none. */
const meantBy = (name: string): string | undefined => {
  if (parameterNames.includes(name)) return undefined
  const written = bare(name)
  const longer = parameterNames.filter(known => known.length >= SHORTEST)
  return (
    longer.find(known => bare(known) === written) ??
    longer.find(known => isOneLetterAway(bare(known), written))
  )
}

/**
 * Parameters whose names are one letter away from known ones (`buyer_adrr`), or written in another way (`merchantUid`): the
 * script reads neither. For development: parameters that nobody knew when this was written pass `prepare` without a word, and
 * this is the only place where the names of all known ones are.
 *
 * @returns a warning for each, to be shown with `describeIssue`.
 *
 * @example
 * if (import.meta.env.DEV) for (const issue of findMisspelt(request)) console.warn(describeIssue(issue, 'ko'))
 */
export const findMisspelt = (request: object): Issue[] =>
  Object.entries(isRecord(request) ? request : {}).flatMap(([name, value]) => {
    const right = value == null ? undefined : meantBy(name)
    return right ? [makeIssue('warning', 'MISSPELT', name, 'correct-name', value, { value: right })] : []
  })
