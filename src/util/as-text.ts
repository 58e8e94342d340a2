/** Any value as text. A missing value, and an object that can't be made a text, is an empty text. */
export const asText = (value: unknown): string => {
  try {
    return String(value ?? '')
  } catch {
    return ''
  }
}
