/** The double's own pages, for a person and for tests in other languages: `/`, `/ledger` and `/sandbox/…`. */
import { type Answer, badRequest, failure, notFound, success, toResponse } from './answers.ts'
import { isAnswer, readRequest } from './api-request.ts'
import { takeFromLedger } from './arrivals.ts'
import type { EscrowStatus } from './controls.ts'
import { type Fields, numberOf, textOf } from './fields.ts'
import type { NewCard, NewPayment } from './payment.ts'
import type { Platform } from './platform.ts'
import type { SandboxApi } from './sandbox-api.ts'
import type { SandboxApiSettings } from './settings.ts'
import { statusPage } from './status-page.ts'
import { complaints, messages } from './texts.ts'

/** Pages of any origin may report payments: the shop's page is on another port. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
}

const pathOf = (request: Request): string => new URL(request.url).pathname.replace(/(.)\/+$/, '$1')

export const isForConsole = (request: Request): boolean =>
  /^\/(ledger|sandbox(\/.*)?)?$/.test(pathOf(request))

const amountOf = ({ amount }: Fields): { amount?: number } =>
  numberOf(amount) === undefined ? {} : { amount: numberOf(amount)! }

type Action = (fields: Fields, api: SandboxApi) => unknown

/** The actions of `POST /sandbox/…`. Their fields are those of the functions of `SandboxApi`. */
const actions: Record<string, Action> = {
  add: (fields, api) => api.add({ ...fields } as NewPayment),
  'issue-virtual-account': (fields, api) => api.issueVirtualAccount({ ...fields } as NewPayment),
  deposit: (fields, api) => api.deposit(String(fields['imp_uid']), amountOf(fields)),
  approve: (fields, api) => api.approve(String(fields['imp_uid'])),
  fail: (fields, api) => api.fail(String(fields['imp_uid']), textOf(fields['reason'])),
  refund: (fields, api) => {
    const reason = textOf(fields['reason'])
    return api.refundInConsole(String(fields['imp_uid']), { ...amountOf(fields), ...(reason && { reason }) })
  },
  'complete-cancel': (fields, api) => api.completeCancel(String(fields['imp_uid'])),
  confirm: (fields, api) => api.confirm(String(fields['imp_uid'])),
  'change-escrow': (fields, api) =>
    api.changeEscrow(String(fields['imp_uid']), String(fields['escrow_status']) as EscrowStatus),
  'register-card': (fields, api) => api.registerCard({ ...fields } as unknown as NewCard),
  'resend-webhooks': (fields, api) => api.webhooks.resend(String(fields['imp_uid'])),
  'release-webhooks': (_fields, api) => api.webhooks.release(),
  'expire-tokens': (_fields, api) => api.expireTokens(),
  configure: (fields, api) => api.configure({ ...fields } as SandboxApiSettings),
  advance: (fields, api) => api.clock.advance(numberOf(fields['ms']) ?? 0),
  reset: (_fields, api) => api.reset(),
}

const act = async (name: string, fields: Fields, api: SandboxApi): Promise<Answer> => {
  const action = Object.keys(actions).includes(name) ? actions[name]! : undefined
  if (!action) return notFound(complaints.unknown('POST /sandbox/…', name, Object.keys(actions)))
  try {
    return success((await action(fields, api)) ?? null)
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : String(error))
  }
}

/** Whether another site's page is behind it. It may report payments, but do nothing else. */
const isFromElsewhere = (request: Request): boolean => {
  const origin = request.headers.get('origin')
  return origin !== null && origin !== new URL(request.url).origin
}

const answerLedger = async (request: Request, platform: Platform): Promise<Response> => {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS })
  if (request.method !== 'POST') return toResponse(failure(405, messages.wrongMethod), CORS)
  const read = await readRequest(request)
  return toResponse(isAnswer(read) ? read : takeFromLedger(read.body, platform), CORS)
}

const answerSandbox = async (request: Request, api: SandboxApi): Promise<Response> => {
  if (isFromElsewhere(request)) return toResponse(failure(403, complaints.fromElsewhere))
  const name = pathOf(request).slice('/sandbox/'.length)
  if (!name && request.method === 'GET')
    return toResponse(
      success({ payments: api.payments(), webhooks: api.webhooks.log(), requests: api.requests() }),
    )
  if (request.method !== 'POST') return toResponse(failure(405, messages.wrongMethod))
  const read = await readRequest(request)
  if (isAnswer(read)) return toResponse(read)
  const answer = await act(name, read.body, api)
  // A person pressed a button on the page.
  const isForm = /x-www-form-urlencoded/i.test(request.headers.get('content-type') ?? '')
  if (isForm && answer.code === 0 && /text\/html/.test(request.headers.get('accept') ?? ''))
    return new Response(null, { status: 303, headers: { location: '/' } })
  return toResponse(answer)
}

export const answerConsole = async (
  request: Request,
  api: SandboxApi,
  platform: Platform,
): Promise<Response> => {
  const path = pathOf(request)
  if (path === '/ledger') return answerLedger(request, platform)
  if (path !== '/') return answerSandbox(request, api)
  return request.method === 'GET'
    ? statusPage(platform.payments)
    : toResponse(failure(405, messages.wrongMethod))
}
