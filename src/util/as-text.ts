/** A value as text, whatever it is. Not every object can be made one; those, and missing values, are an empty text. */
export const asText = (value: unknown): string => {
  try {
    return String(value ?? '')
  } catch {
    return ''
  }
}
