/** Which endpoint answers which request. */
import { type Answer, failure, notFound } from './answers.ts'
import type { ApiRequest } from './api-request.ts'
import { changeAccount, closeAccount, closeSlip, issueAccount, issueSlip } from './endpoints/accounts.ts'
import { cancelPayment } from './endpoints/cancel.ts'
import { confirmOtp, deleteCertification, getCertification, requestOtp } from './endpoints/certifications.ts'
import { listChannels } from './endpoints/channels.ts'
import { chargeAgain, chargeOnce } from './endpoints/charges.ts'
import { deleteCustomer, getCustomer, getCustomers, saveCustomer } from './endpoints/customers.ts'
import { changeDelivery, getDelivery, registerDelivery } from './endpoints/deliveries.ts'
import type { Handler } from './endpoints/handler.ts'
import {
  findAll,
  findOne,
  getBalance,
  getPayment,
  getSeveral,
  listByStatus,
  listOfCustomer,
} from './endpoints/payments.ts'
import { changePrepared, getPrepared, prepare } from './endpoints/prepare.ts'
import {
  getExternalReceipt,
  getReceipt,
  issueExternalReceipt,
  issueReceipt,
  revokeExternalReceipt,
  revokeReceipt,
} from './endpoints/receipts.ts'
import { listSchedules, listSchedulesOfCustomer } from './endpoints/schedule-lists.ts'
import {
  changeSchedule,
  getSchedule,
  reschedule,
  retrySchedule,
  schedulePayments,
  unschedule,
} from './endpoints/schedules.ts'
import { issueToken } from './endpoints/token.ts'
import type { Platform } from './platform.ts'
import { messages } from './texts.ts'

type Route = readonly [method: string, path: string, handler: Handler]

/** Endpoints that PortOne describes and the double doesn't play: gateways' own orders and lists of codes. */
const notPlayed: Handler = () => failure(501, messages.notPlayed)

/**
 * The first one that fits answers. `{name}` is any one part of the path, `{name?}` may be missing, `**` is
 * any rest.
 */
const routes: readonly Route[] = [
  ['POST', '/users/getToken', issueToken],
  ['GET', '/users/pg', listChannels],

  ['GET', '/payments', getSeveral],
  ['GET', '/payments/find/{merchant_uid}/{payment_status?}', findOne],
  ['GET', '/payments/findAll/{merchant_uid}/{payment_status?}', findAll],
  ['GET', '/payments/status/{payment_status}', listByStatus],
  ['POST', '/payments/cancel', cancelPayment],
  ['POST', '/payments/prepare', prepare],
  ['PUT', '/payments/prepare', changePrepared],
  ['GET', '/payments/prepare/{merchant_uid}', getPrepared],
  ['GET', '/payments/{imp_uid}/balance', getBalance],
  ['GET', '/payments/{imp_uid}', getPayment],

  ['POST', '/subscribe/payments/again', chargeAgain],
  ['POST', '/subscribe/payments/onetime', chargeOnce],
  ['GET', '/subscribe/payments/schedule', listSchedules],
  ['POST', '/subscribe/payments/schedule', schedulePayments],
  ['POST', '/subscribe/payments/unschedule', unschedule],
  ['GET', '/subscribe/payments/schedule/customers/{customer_uid}', listSchedulesOfCustomer],
  ['POST', '/subscribe/payments/schedule/{merchant_uid}/retry', retrySchedule],
  ['POST', '/subscribe/payments/schedule/{merchant_uid}/reschedule', reschedule],
  ['GET', '/subscribe/payments/schedule/{merchant_uid}', getSchedule],
  ['PUT', '/subscribe/payments/schedule/{merchant_uid}', changeSchedule],

  ['GET', '/subscribe/customers', getCustomers],
  ['GET', '/subscribe/customers/{customer_uid}/payments', listOfCustomer],
  ['GET', '/subscribe/customers/{customer_uid}/schedules', listSchedulesOfCustomer],
  ['GET', '/subscribe/customers/{customer_uid}', getCustomer],
  ['POST', '/subscribe/customers/{customer_uid}', saveCustomer],
  ['DELETE', '/subscribe/customers/{customer_uid}', deleteCustomer],

  ['POST', '/vbanks', issueAccount],
  ['PUT', '/vbanks/{imp_uid}', changeAccount],
  ['DELETE', '/vbanks/{imp_uid}', closeAccount],
  ['POST', '/cvs', issueSlip],
  ['DELETE', '/cvs/{imp_uid}', closeSlip],

  ['POST', '/certifications/otp/request', requestOtp],
  ['POST', '/certifications/otp/confirm/{imp_uid}', confirmOtp],
  ['GET', '/certifications/{imp_uid}', getCertification],
  ['DELETE', '/certifications/{imp_uid}', deleteCertification],

  ['GET', '/escrows/logis/{imp_uid}', getDelivery],
  ['POST', '/escrows/logis/{imp_uid}', registerDelivery],
  ['PUT', '/escrows/logis/{imp_uid}', changeDelivery],

  ['GET', '/receipts/external/{merchant_uid}', getExternalReceipt],
  ['POST', '/receipts/external/{merchant_uid}', issueExternalReceipt],
  ['DELETE', '/receipts/external/{merchant_uid}', revokeExternalReceipt],
  ['GET', '/receipts/{imp_uid}', getReceipt],
  ['POST', '/receipts/{imp_uid}', issueReceipt],
  ['DELETE', '/receipts/{imp_uid}', revokeReceipt],

  ['*', '/banks/**', notPlayed],
  ['*', '/benepia/**', notPlayed],
  ['*', '/cards/**', notPlayed],
  ['*', '/kcpquick/**', notPlayed],
  ['*', '/naver/**', notPlayed],
  ['*', '/partners/**', notPlayed],
  ['*', '/payco/**', notPlayed],
  ['*', '/payments/{imp_uid}/naver/**', notPlayed],
  ['*', '/paymentwall/**', notPlayed],
  ['*', '/tiers/**', notPlayed],
]

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

const patterns = routes.map(([method, path, handler]) => ({ method, parts: partsOf(path), handler }))

/** The values at the places of the pattern, or undefined where the path doesn't fit. */
const match = (parts: readonly string[], segments: readonly string[]): Record<string, string> | undefined => {
  const params: Record<string, string> = {}
  for (const [place, part] of parts.entries()) {
    if (part === '**') return params
    const segment = segments[place]
    const isParameter = part.startsWith('{')
    if (segment === undefined) return part.endsWith('?}') ? params : undefined
    if (!isParameter && part !== segment) return undefined
    if (isParameter) params[part.replace(/[{?}]/g, '')] = segment
  }
  return segments.length === parts.length ? params : undefined
}

/** The token that a request brings: after `Bearer`, or bare as PortOne's own clients send it. */
const tokenOf = (headers: Headers): string =>
  (headers.get('authorization') ?? '').trim().replace(/^bearer\s+/i, '')

/** Answers as PortOne would. */
export const answerRequest = (request: ApiRequest, platform: Platform): Answer => {
  const fitting = patterns.flatMap(({ method, parts, handler }) => {
    const params = match(parts, request.segments)
    return params ? [{ method, handler, params }] : []
  })
  if (!fitting.length) return notFound(messages.noSuchPath)
  const route = fitting.find(({ method }) => method === request.method || method === '*')
  if (!route) return failure(405, messages.wrongMethod)
  if (route.handler !== issueToken) {
    const token = tokenOf(request.headers)
    if (!token) return failure(401, messages.noToken)
    if (!platform.tokens.isValid(token)) return failure(401, messages.badToken)
  }
  return route.handler({ ...request, params: route.params }, platform)
}
