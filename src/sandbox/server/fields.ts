/** Reads the fields of a request, whether it came as JSON, as a form or in the query. */

export type Fields = Readonly<Record<string, unknown>>

/** `constructor` and the like are fields like any other, so the objects have no prototype. */
const makeFields = (): Record<string, unknown> => Object.create(null)

/** `schedules[0][name]` is the path `schedules`, `0`, `name`; `imp_uid[]` is `imp_uid` and an empty one. */
const pathOf = (key: string): string[] => {
  const [, head = key, rest = ''] = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(key) ?? []
  return [head, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, part]) => part!)]
}

/** An object whose keys are 0, 1, 2 … is an array that was written as a form. */
const asArrays = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length && entries.every(([key], place) => key === String(place)))
    return entries.map(([, member]) => asArrays(member))
  const fields = makeFields()
  for (const [key, member] of entries) fields[key] = asArrays(member)
  return fields
}

/** The fields of a form or a query. A key that comes twice is a list. */
export const fieldsOfForm = (pairs: URLSearchParams): Fields => {
  const root = makeFields()
  for (const [key, value] of pairs) {
    const path = pathOf(key)
    let place = root
    path.forEach((part, depth) => {
      const name = part || String(Object.keys(place).length)
      if (depth === path.length - 1) {
        const before = place[name]
        place[name] = before === undefined ? value : [before, value].flat()
        return
      }
      if (typeof place[name] !== 'object') place[name] = makeFields()
      place = place[name] as Record<string, unknown>
    })
  }
  return asArrays(root) as Fields
}

/** A text, or undefined where there is none. Numbers count as text: forms know no other. */
export const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return text || undefined
}

/** A number; undefined where none was given, NaN where something else was. */
export const numberOf = (value: unknown): number | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
}

export const isTrue = (value: unknown): boolean => value === true || /^(true|1)$/i.test(String(value))

/** A list, where a field may hold one value or several. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value]

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
