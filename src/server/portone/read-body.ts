/** No body is worth more: a page's question is two numbers, and a hundred payments are some 200 kB. */
export const MAX_BYTES = 1_000_000

/**
 * The text of a request's or an answer's body, or undefined where it is larger than `MAX_BYTES`. It is counted as it
 * arrives, for `Content-Length` may be missing or wrong.
 */
export const readBody = async (from: Request | Response): Promise<string | undefined> => {
  if (!from.body) {
    // Some test doubles give a text and no stream.
    const text = await from.text()
    return text.length > MAX_BYTES ? undefined : text
  }
  const reader = from.body.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > MAX_BYTES) {
      // Nobody waits for the other end to agree.
      reader.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
