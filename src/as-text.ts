/** A value as text, whatever it is: not every object can be made one, and what is missing is an empty one. */
export const asText = (value: unknown): string => {
  try {
    return String(value ?? '')
  } catch {
    return ''
  }
}
