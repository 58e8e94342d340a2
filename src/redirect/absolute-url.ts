/**
 * Makes an address absolute, as the gateway needs it. An absolute address stays to the letter, because normalising would
 * change its encoding; a relative address is resolved against the page like a link.
 *
 * @returns null for an address that no gateway can send a browser to: `javascript:`, `data:`, `blob:`, a blank one, or no URL.
 */
export const absoluteUrl = (value: unknown, base?: string): string | null => {
  const text = typeof value === 'string' || value instanceof URL ? String(value).trim() : ''
  if (!text) return null
  try {
    // Without a base, on a server, a relative address stays as it is.
    const url = new URL(text, base ?? 'https://relative.invalid')
    const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(text)
    // `localhost:3000/done` looks as if it had the scheme `localhost`, and leads nowhere.
    if (/^(javascript|data|blob):$/.test(url.protocol) || (isAbsolute && !/^[^/?#]*:\/\//.test(text)))
      return null
    return isAbsolute || base === undefined ? text : url.href
  } catch {
    return null
  }
}
