/** Members by name, of an object that may be anything. */
export type Members = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

/** An object that is no list. */
export const isRecord = (value: unknown): value is Members => isObject(value) && !Array.isArray(value)

/** Whether a value is missing, a text of spaces, or an empty list. */
export const isBlank = (value: unknown): boolean =>
  value == null || (Array.isArray(value) ? !value.length : typeof value === 'string' && !value.trim())

/** The member at a path with dots; undefined where there is none. */
export const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((branch, name) => (isObject(branch) ? branch[name] : undefined), value)
