/**
 * PortOne's answers: an envelope of `code`, `message` and `response`. `code` 0 is success; HTTP 200 with
 * another code is a failure.
 */

export interface Answer {
  status: number
  code: number
  message: string | null
  response: unknown
}

export const success = (response: unknown, status: 200 | 207 = 200): Answer => ({
  status,
  code: 0,
  message: null,
  response,
})

/** A right request that PortOne or a gateway refuses: HTTP 200, and the message says why. */
export const refused = (message: string): Answer => ({ status: 200, code: 1, message, response: null })

/** A request that is answered with an HTTP status of its own. */
export const failure = (status: number, message: string): Answer => ({
  status,
  code: -1,
  message,
  response: null,
})

/** A parameter that is missing or wrong. */
export const badRequest = (message: string): Answer => failure(400, message)

export const notFound = (message: string): Answer => failure(404, message)

export const toResponse = ({ status, ...envelope }: Answer, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(envelope), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
