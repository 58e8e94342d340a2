/**
 * Whether an object that a developer gives has the members that it may have, each of the shape that it must
 * have.
 */
import { complaints } from './texts.ts'

/** Says what was expected where a value is not of the shape, else nothing. */
export type Check = (value: unknown) => string | undefined

/** A check for each member. A member that is left out, or undefined, is fine. */
export type Shape<T> = { [Name in keyof Required<T>]: Check }

export const describeValue = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value) return 'an object'
  return String(value)
}

const is =
  (expected: string, test: (value: unknown) => boolean): Check =>
  value =>
    test(value) ? undefined : expected

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isHttpUrl = (value: unknown): boolean => {
  try {
    return /^https?:$/.test(new URL(String(value)).protocol)
  } catch {
    return false
  }
}

export const aBoolean = is('true or false', value => typeof value === 'boolean')
export const aFunction = is('a function', value => typeof value === 'function')
export const aText = is('a text that is not empty', value => typeof value === 'string' && value !== '')
export const anUrl = is('an absolute http(s) address', isHttpUrl)
export const anAmount = is(
  'a number that is 0 or more',
  value => Number.isFinite(value) && Number(value) >= 0,
)
export const aCount = is(
  'a whole number that is 0 or more',
  value => Number.isInteger(value) && Number(value) >= 0,
)
export const anObject = is('an object', isObject)

export const oneOf = (...values: readonly unknown[]): Check =>
  is(values.map(describeValue).join(' or '), value => values.includes(value))

export const either =
  (...checks: readonly Check[]): Check =>
  value => {
    const expected = checks.map(check => check(value))
    return expected.includes(undefined) ? undefined : expected.join(', or ')
  }

export const listOf =
  (check: Check): Check =>
  value => {
    if (!Array.isArray(value) || !value.length) return 'an array that is not empty'
    const expected = value.map(check).find(Boolean)
    return expected && `an array, each member ${expected}`
  }

/** `null` says as much as leaving it out. */
export const orNull = (check: Check): Check => either(oneOf(null), check)

/**
 * Throws where something can't be meant.
 *
 * @param where the call that the developer wrote, for the message.
 */
export const checkShape = <T>(where: string, given: unknown, shape: Shape<T>): void => {
  if (!isObject(given)) throw new TypeError(complaints.noObject(where, describeValue(given)))
  for (const [name, value] of Object.entries(given)) {
    const check = Object.keys(shape).includes(name) ? shape[name as keyof T] : undefined
    if (!check) throw new TypeError(complaints.unknown(where, name, Object.keys(shape)))
    const expected = value === undefined ? undefined : check(value)
    if (expected) throw new TypeError(complaints.shape(where, name, expected, describeValue(value)))
  }
}
