/** What `complete` and `webhook` answer alike. */
import { PortOneError } from './portone/error.ts'
import { readBody } from './portone/read-body.ts'
import * as texts from './texts.ts'

/** Seconds after which to ask again, where PortOne doesn't say. */
const RETRY_AFTER = 2

/** No cache may keep what an order has come to. */
export const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })

/** A refusal that says why, to a developer. */
export const refuse = (status: number, error: string, headers?: Record<string, string>): Response =>
  json(status, { error }, headers)

/**
 * The text of a POST, or the answer to a request that isn't one: 405 for another method, 413 above 1 MB.
 */
export const readPost = async (request: Request): Promise<string | Response> => {
  if (request.method !== 'POST') return refuse(405, texts.wrongMethod, { allow: 'POST' })
  const text = await readBody(request)
  return text ?? refuse(413, texts.tooLarge)
}

/**
 * The answer where it can't be known: 503 and `Retry-After` where PortOne couldn't be asked, 500 for trouble of the shop's
 * own. Never 4xx, which PortOne's webhook takes for an end.
 */
export const answerTrouble = (error: unknown): Response => {
  if (!(error instanceof PortOneError)) return refuse(500, texts.ownTrouble)
  const retryAfter = error.retryAfter ?? RETRY_AFTER
  return json(503, { error: texts.tryLater, retryAfter }, { 'retry-after': String(retryAfter) })
}

/** JSON as an object, or undefined for anything else. */
export const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
