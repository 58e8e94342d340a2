/** Types that turn the shape of a request into the paths that a rule of the table of gateways may name. */

/** The names that an object type has, without those that only an index signature allows. */
type NamesOf<Shape> = keyof {
  [Name in keyof Shape as string extends Name ? never : Name]: unknown
} &
  string

/**
 * A type without null and undefined. NonNullable won't do: it makes plain `string` of a union of known texts and any text,
 * and so forgets the known ones.
 */
type Given<Value> = Exclude<Value, null | undefined>

/** Whether a member has named members of its own: lists, texts, addresses and functions have none that a rule can name. */
type IsBranch<Value> = Value extends string | number | boolean | readonly unknown[] | URL ? false : true

/**
 * Every path into a shape, with dots: `display.card_quota`, `bypass.nice_v2.MallUserID`. Members that a type knows are the
 * only ones; `[member: string]` adds none.
 */
export type PathsOf<Shape> = Shape extends object
  ? {
      [Name in NamesOf<Shape>]:
        | Name
        | (IsBranch<Given<Shape[Name & keyof Shape]>> extends true
            ? `${Name}.${PathsOf<Given<Shape[Name & keyof Shape]>>}`
            : never)
    }[NamesOf<Shape>]
  : never

/** The type of the value at a path. */
export type ValueAt<Shape, Path extends string> = Shape extends object
  ? Path extends `${infer Name}.${infer Rest}`
    ? Name extends keyof Shape
      ? ValueAt<Given<Shape[Name]>, Rest>
      : never
    : Path extends keyof Shape
      ? Given<Shape[Path]>
      : never
  : never

/** The texts that a type lists by name. A type that takes any text as well lists those that editors complete. */
export type TextsOf<Value> = Value extends string ? (string extends Value ? never : Value) : never
