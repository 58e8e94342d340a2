/**
 * An address as the gateway has to get it: absolute. An absolute one stays to the letter, because normalising would change
 * its encoding; a relative one is resolved against the page like a link.
 *
 * @returns null for what no gateway can send a browser to: `javascript:`, `data:`, `blob:`, a blank one, or no URL at all.
 */
export const absoluteUrl = (value: unknown, base?: string): string | null => {
  const text = typeof value === 'string' || value instanceof URL ? String(value).trim() : ''
  if (!text) return null
  try {
    // On a server there is no base: a relative address stays as it is.
    const url = new URL(text, base ?? 'https://relative.invalid')
    const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(text)
    // `localhost:3000/done` has a scheme by its looks, and gets nobody anywhere.
    if (/^(javascript|data|blob):$/.test(url.protocol) || (isAbsolute && !/^[^/?#]*:\/\//.test(text)))
      return null
    return isAbsolute || base === undefined ? text : url.href
  } catch {
    return null
  }
}
