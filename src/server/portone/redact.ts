/** Keeps keys, secrets and tokens out of every text and error that leaves this entry. */

const HIDDEN = '[hidden]'

/** A function that takes the given words out of a text. Words of a few letters would tear other texts apart. */
export const redactor =
  (secrets: () => readonly (string | undefined)[]) =>
  (text: string): string => {
    let shown = text
    for (const secret of secrets()) {
      if (!secret || secret.length < 4) continue
      for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])) {
        shown = shown.split(form).join(HIDDEN)
      }
    }
    return shown
  }

/**
 * What can be told of an error that a foreign `fetch` threw. The error itself is not passed on: clients hang the whole
 * request on theirs, with its headers and its body.
 */
export const tellCause = (thrown: unknown, redact: (text: string) => string): Error => {
  const { name, message, code, cause } = (thrown ?? {}) as Error & { code?: unknown; cause?: unknown }
  const told = new Error(redact(typeof message === 'string' ? message : String(thrown)))
  if (typeof name === 'string') told.name = redact(name)
  // undici says "fetch failed", and why only in its cause: ECONNREFUSED, ENOTFOUND.
  const why = code ?? (cause as { code?: unknown } | undefined)?.code
  if (typeof why === 'string') Object.assign(told, { code: redact(why) })
  // Where it was thrown is a stranger's code, and some of them quote what they sent.
  told.stack = `${told.name}: ${told.message}`
  return told
}
