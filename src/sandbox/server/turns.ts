/** The one value, or of several the one whose turn it is. */
export const takeTurn = <T>(values: T | readonly T[], turn: number): T =>
  Array.isArray(values) ? (values[turn % values.length] as T) : (values as T)
