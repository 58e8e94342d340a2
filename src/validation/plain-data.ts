import { refersToItself } from '../developer-texts.ts'
import { isObject, type Members } from '../util/is-object.ts'

/** What JSON makes of one value; undefined where JSON drops it. */
const plain = (value: unknown, name: string, above: readonly object[]): unknown => {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value === 'bigint') return String(value)
  if (!isObject(value)) return value
  // A method of the value's kind, such as a date's, says what the value is. One of its own is a function like any other.
  const { toJSON } = Object(Object.getPrototypeOf(value)) as { toJSON?: unknown }
  if (typeof toJSON === 'function') return plain(toJSON.call(value, name), name, [...above, value])
  if (above.includes(value)) throw new TypeError(refersToItself(name))
  const path = [...above, value]
  // JSON has null for a hole in a list, and for whatever else it can't write there.
  if (Array.isArray(value))
    return Array.from(value, (item, index) => plain(item, String(index), path) ?? null)
  return copyMembers(value, path)
}

const copyMembers = (value: Members, path: readonly object[]): Record<string, unknown> => {
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const member = plain(value[name], name, path)
    if (member === undefined) continue
    if (name !== '__proto__') copy[name] = member
    // An assignment to this one would set something else.
    else
      Object.defineProperty(copy, name, {
        value: member,
        writable: true,
        enumerable: true,
        configurable: true,
      })
  }
  return copy
}

/**
 * A deep copy of a request as JSON will make one, because as JSON the script sends it to the gateway: what was validated is
 * what is sent. Functions are dropped, also a `toJSON` that one object has of its own; the `toJSON` of a class is asked; a `bigint` becomes text. The caller's objects are only read, each
 * member once.
 *
 * @throws TypeError for data that refers to itself.
 */
export const toPlainData = (value: unknown): unknown => plain(value, 'The request', [])
