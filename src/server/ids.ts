/** 주문번호 has at most 64 characters at any gateway, and 거래번호 some twenty. */
const LONGEST = 200

/**
 * Whether a value can be an order's or a payment's number: text that isn't blank. Control characters make databases throw
 * (Postgres takes no U+0000), halves of surrogate pairs can't be encoded, and addresses swallow `.` and `..`.
 */
export const isId = (value: unknown): value is string => {
  if (typeof value !== 'string' || !value.trim() || value.length > LONGEST) return false
  if (value === '.' || value === '..') return false
  try {
    return !/%[01][\dA-F]|%7F/.test(encodeURIComponent(value))
  } catch {
    return false
  }
}
