/** A request as the endpoints see it. */
import { type Answer, badRequest, failure } from './answers.ts'
import { type Fields, fieldsOfForm } from './fields.ts'
import { messages } from './texts.ts'

export interface ApiRequest {
  method: string
  /** Decoded, without the slashes around. */
  segments: readonly string[]
  /** As it was asked for, with the query. */
  path: string
  query: Fields
  body: Fields
  headers: Headers
  /** The sub-merchant that it speaks for. */
  tier: string | null
}

/** More than any request to PortOne has, in characters. */
const LONGEST_BODY = 1_000_000

const bodyOf = (text: string, type: string): Fields => {
  if (!text.trim()) return {}
  if (/x-www-form-urlencoded/i.test(type)) return fieldsOfForm(new URLSearchParams(text))
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object')
  return value as Fields
}

const decoded = (path: string): string[] =>
  path
    .split('/')
    .filter(Boolean)
    .map(part => decodeURIComponent(part))

/** The request, or what to answer where it can't be read. */
export const readRequest = async (request: Request): Promise<ApiRequest | Answer> => {
  const { pathname, search, searchParams } = new URL(request.url)
  const { method, headers } = request
  let segments: string[]
  try {
    segments = decoded(pathname)
  } catch {
    return badRequest(messages.badPath)
  }
  const text = await request.text()
  if (text.length > LONGEST_BODY) return failure(413, messages.tooLong)
  let body: Fields
  let query: Fields
  try {
    body = bodyOf(text, headers.get('content-type') ?? '')
    query = fieldsOfForm(searchParams)
  } catch {
    return badRequest(messages.badBody)
  }
  return { method, segments, path: pathname + search, query, body, headers, tier: headers.get('tier') }
}

export const isAnswer = (read: ApiRequest | Answer): read is Answer => 'status' in read
