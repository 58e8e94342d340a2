import { asText } from './as-text.ts'
import { inBrowser } from './device.ts'
import {
  isPayError,
  PayError,
  type PayErrorCode,
  type PayErrorDetails,
  rejectWithPayError,
} from './errors.ts'
import { initOnce } from './init.ts'
import type { Issue } from './issue.ts'
import { getImp } from './load.ts'
import { demand, demandNumber } from './options.ts'
import { readOutcome } from './outcome.ts'
import { pageState, presentImp } from './page.ts'
import { gatewayOf, type Prepared, prepare } from './prepare.ts'
import { tooOldFor } from './rules.ts'
import { hideDialog } from './sdk-dom.ts'
import { forget, recall, remember } from './started.ts'
import { tell } from './tell.ts'
import {
  aborted,
  badRequest,
  busy,
  failed,
  lateResult,
  notBrowser,
  notRequest,
  sdkThrew,
  tooOld,
} from './texts.ts'
import type { Needs } from './types/needs.ts'
import type { CheckoutOptions, Iamport } from './types/options.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'
import { watchAlerts } from './watch/alerts.ts'
import { watchOpening } from './watch/opening.ts'
import type { WatchedPayment } from './watch/payment.ts'
import { watchPopups } from './watch/popups.ts'
import { watchWindow } from './watch/window.ts'

type Outcome = UnverifiedPayment | PayError

const warnOnce = (issue: Issue): void => {
  const page = pageState()
  page.told ??= new Set()
  const key = issue.code + issue.path
  if (!page.told.has(key)) console.warn(`iamport-checkout: ${issue.message}`)
  page.told.add(key)
}

/** Validates; what has errors goes no further. */
const check = (request: KnownParameters, options: CheckoutOptions): Prepared => {
  let prepared: Prepared
  try {
    prepared = prepare(request, options)
  } catch (cause) {
    throw new PayError('INVALID_REQUEST', notRequest, { cause })
  }
  const { issues } = prepared
  for (const issue of issues) if (issue.level === 'warning') tell(options.onWarning ?? warnOnce, issue)
  const errors = issues.filter(({ level }) => level === 'error')
  if (errors.length) throw new PayError('INVALID_REQUEST', badRequest(errors), { issues })
  return prepared
}

const begin = (request: KnownParameters, options: CheckoutOptions): Promise<UnverifiedPayment> => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  demand(options?.userCode?.trim?.(), 'userCode')
  demandNumber(options.openTimeout, 'openTimeout')
  // The controller in place of its signal.
  demand(!options.signal || options.signal.addEventListener, 'signal')
  const { params, leavesPage } = check(request, options)
  const { signal, provider, sdk, openTimeout = 30_000, onLateResult } = options
  const { merchant_uid } = params
  const gateway = gatewayOf(params, asText(provider) || undefined)
  const error = (code: PayErrorCode, message: string, details?: PayErrorDetails): PayError =>
    new PayError(code, message, { merchant_uid, ...(gateway && { gateway }), ...details })
  const abortedError = (mayHavePaid: boolean): PayError => error('ABORTED', aborted, { mayHavePaid })
  const refuseOld = (sdkObject: Iamport): void => {
    const since = tooOldFor(gateway, sdk, sdkObject)
    if (since) throw error('SDK_INCOMPATIBLE', tooOld(gateway!, since))
  }
  if (signal?.aborted) throw abortedError(false)
  const present = presentImp()
  if (present) refuseOld(present)
  const imp = getImp(options)
  const page = pageState()
  if (page.pending) {
    if (page.pending.merchant_uid === merchant_uid) return page.pending.promise
    throw error('BUSY', busy)
  }

  let finish!: { resolve(payment: UnverifiedPayment): void; reject(error: PayError): void }
  const promise = new Promise<UnverifiedPayment>((resolve, reject) => {
    finish = { resolve, reject }
  })
  const pending = { merchant_uid, promise }
  const stops: (() => void)[] = []
  let isSettled = false

  const settle = (outcome: Outcome): void => {
    if (isSettled) {
      tell<Outcome>(onLateResult ?? (late => console.warn(lateResult, late)), outcome)
      return
    }
    isSettled = true
    for (const stop of stops) {
      try {
        stop()
      } catch {
        // The page has forbidden meanwhile to put back what was patched. The payment ends all the same.
      }
    }
    if (page.pending === pending) page.pending = undefined
    // Not `instanceof`: the load may be another copy's, and so may its error.
    if ('via' in outcome) finish.resolve(outcome)
    else finish.reject(outcome)
    // With money in doubt a landing may still follow, which then has to be known as this tab's.
    if ('mayHavePaid' in outcome && outcome.mayHavePaid) remember({ merchant_uid, gateway, told: true })
    else if (recall()?.merchant_uid === merchant_uid) forget()
  }
  const fail = (code: PayErrorCode, message: string, details?: PayErrorDetails): void =>
    settle(error(code, message, details))

  // The SDK swallows what its callback throws, so nothing may be thrown here.
  const read = (response: unknown): Outcome => {
    let cause = response
    try {
      if (typeof response === 'object' && response && !Array.isArray(response)) {
        return readOutcome(response as Record<string, unknown>, 'callback', response, merchant_uid, gateway)
      }
    } catch (thrown) {
      cause = thrown
    }
    return error('PAYMENT_FAILED', failed, { mayHavePaid: true, cause })
  }

  const start = (sdkObject: Iamport): void => {
    if (isSettled) return
    refuseOld(sdkObject)
    initOnce(sdkObject, options.userCode, options.tierCode)
    const putAway = (): void => {
      try {
        sdkObject.close?.()
      } catch {}
      hideDialog()
    }
    const payment: WatchedPayment = {
      imp: sdkObject,
      leaves: leavesPage,
      opened: false,
      popup: false,
      leavingUntil: 0,
      fail(code, message) {
        if (isSettled) return
        fail(code, message)
        // Closing by the SDK's own means would also drop the callback of a window that is only late.
        if (code === 'WINDOW_CLOSED') hideDialog()
        else putAway()
      },
    }
    abort = () => {
      settle(abortedError(payment.opened || payment.popup || payment.leavingUntil > 0 || !!sdkObject.loadUI))
      putAway()
    }
    // One by one: should one of them fail to start, those before it are stopped all the same.
    for (const watch of [watchAlerts, watchPopups, watchWindow]) stops.push(watch(payment))
    stops.push(watchOpening(payment, openTimeout))
    // Before anything opens, whether the page is left or not: a phone may discard it, and no event tells of that.
    remember({ merchant_uid, gateway })
    try {
      sdkObject.request_pay(params, response => settle(read(response)))
    } catch (cause) {
      if (isSettled) return
      fail('SDK_ERROR', sdkThrew, { cause })
      putAway()
    }
  }

  let abort = (): void => settle(abortedError(false))
  const onAbort = (): void => abort()
  signal?.addEventListener('abort', onAbort)
  stops.push(() => signal?.removeEventListener('abort', onAbort))
  page.pending = pending

  // What goes wrong after the payment was given up is no late result.
  const end = (thrown: unknown): void => {
    if (!isSettled) settle(isPayError(thrown) ? thrown : error('SDK_ERROR', sdkThrew, { cause: thrown }))
  }
  const guardedStart = (sdkObject: Iamport): void => {
    try {
      start(sdkObject)
    } catch (error) {
      end(error)
    }
  }
  // At once where the script is there: a popup belongs to the click only now. (Not `instanceof`: libraries replace
  // the global Promise, and the load is an async function's.)
  if ('then' in imp) imp.then(guardedStart, end)
  else guardedStart(imp)
  return promise
}

/**
 * Takes a payment. Validates the request, loads the script unless it is there, adds `m_redirect_url` where the gateway
 * leaves the page, calls `IMP.request_pay`, and settles exactly once, whatever happens.
 *
 * Where the gateway leaves the page the promise never gets to settle: the result is at the landing page's `resumePay`.
 * With the script already there, `IMP.request_pay` has been called when this returns, so that popups belong to the click.
 *
 * @param request the parameters of `IMP.request_pay`. It is not written to.
 * @returns what the browser was told. It proves nothing: have your server verify `imp_uid` and `merchant_uid`.
 * @throws PayError (as a rejection, never synchronously). `mayHavePaid` says whether the server must look before the
 * buyer may pay again.
 */
export const requestPay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
  options: CheckoutOptions,
): Promise<UnverifiedPayment> => {
  try {
    return begin(request, options)
  } catch (error) {
    return rejectWithPayError(() => Promise.reject(error))
  }
}
