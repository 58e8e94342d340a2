/** Disturbances on request: which request they befall, and how its answer looks then. */

import { failure, refused, toResponse } from './answers.ts'
import type { ApiRequest } from './api-request.ts'
import { type SandboxApiSettings, type Trouble, type TroubleAnswer, troublesOf } from './settings.ts'
import { complaints, messages } from './texts.ts'
import { takeTurn } from './turns.ts'

/** The disturbance of one request. */
export interface Befallen {
  answer: TroubleAnswer
  /** Milliseconds until the answer. */
  delay: number
  /** Whether the request has its effect all the same. */
  isCarriedOut: boolean
}

export interface Troubles {
  /** The disturbance of this request, if there is any. Each call counts as a request. */
  next(request: ApiRequest): Befallen | undefined
}

const concerns = ({ path, method }: Trouble, request: ApiRequest): boolean => {
  if (method && method.toUpperCase() !== request.method) return false
  if (path instanceof RegExp)
    return new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(request.path)
  return path === undefined || request.path.startsWith(path)
}

/** @param trouble counted from 0 from here on. */
export const makeTroubles = (trouble: SandboxApiSettings['trouble']): Troubles => {
  const counted = troublesOf(trouble).map(one => ({ one, count: 0 }))
  return {
    next: request => {
      const isOfToken = request.segments.join('/') === 'users/getToken'
      const found = counted.find(
        ({ one, count }) => concerns(one, request) && count < (one.times ?? Number.POSITIVE_INFINITY),
      )
      if (!found) return undefined
      const turn = found.count++
      const { answers = 'ok', delay = 0, carriedOut = false } = found.one
      const answer = takeTurn<TroubleAnswer>(answers, turn)
      return {
        // A token that has expired is no reason to refuse a new one.
        answer: answer === 'unauthorized' && isOfToken ? 'ok' : answer,
        delay: takeTurn(delay, turn),
        isCarriedOut: carriedOut,
      }
    },
  }
}

const page = (status: number, title: string): Response =>
  new Response(`<!doctype html><title>${title}</title><h1>${title}</h1>`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })

/** Resolves after so many ms. Rejects as `fetch` does where the caller gives up before. */
export const wait = (ms: number | 'for ever', signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      clearTimeout(timer)
      reject(signal!.reason)
    }
    const timer =
      ms === 'for ever'
        ? undefined
        : setTimeout(() => {
            signal?.removeEventListener('abort', giveUp)
            resolve()
          }, ms)
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })

/** The answer in place of the right one. Rejects where there is none. */
export const troubledResponse = async (
  answer: Exclude<TroubleAnswer, 'ok'>,
  signal: AbortSignal | undefined,
): Promise<Response> => {
  switch (answer) {
    case 'unauthorized':
      return toResponse(failure(401, messages.badToken))
    case 'too-many-requests':
      return new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '1' } })
    case 'server-error':
      return toResponse(failure(500, messages.crash))
    case 'failure-code':
      return toResponse(refused(messages.crash))
    case 'html':
      return page(502, '502 Bad Gateway')
    case 'foreign-404':
      return page(404, '404 Not Found')
    case 'cut-off':
      return new Response('{"code":0,"message":null,"respon', {
        headers: { 'content-type': 'application/json; charset=utf-8' },
      })
    case 'network':
      throw new TypeError(complaints.unreachable)
    case 'hang':
      await wait('for ever', signal)
      throw new TypeError(complaints.unreachable)
  }
}
