import { isRecord } from './checks.ts'
import { isPayError, PayError, type PayErrorCode, type PayErrorDetails } from './errors.ts'
import { factsOf } from './gateways.ts'
import { initOnce } from './init.ts'
import { getImp } from './load.ts'
import { readOutcome } from './outcome.ts'
import { pageState } from './page.ts'
import { gatewayOf, type Prepared } from './prepare.ts'
import { areFramesOld, putAway } from './put-away.ts'
import { tooOldFor } from './rules.ts'
import { frames, isUnknownWindow, lastElement, openDialog } from './sdk-dom.ts'
import { forget, recall, remember } from './started.ts'
import { tell } from './tell.ts'
import { aborted, busy, failed, lateResult, sdkFailed, tooOld } from './texts.ts'
import type { CheckoutOptions, Iamport } from './types/options.ts'
import type { UnverifiedPayment } from './types/response.ts'
import { isOld } from './versions.ts'
import { watchAlerts } from './watch/alerts.ts'
import { watchOpening } from './watch/opening.ts'
import type { WatchedPayment } from './watch/payment.ts'
import { watchPopups } from './watch/popups.ts'
import { watchWindow } from './watch/window.ts'

type Outcome = UnverifiedPayment | PayError

/** One payment, from a request without errors to its one ending. */
export const pay = (
  { params, leavesPage }: Prepared,
  options: CheckoutOptions,
): Promise<UnverifiedPayment> => {
  const { signal, provider, sdk, openTimeout = 30_000, onLateResult } = options
  const { merchant_uid } = params
  const gateway = gatewayOf(params, provider)
  const page = pageState()
  /** What an earlier attempt at the same order left. */
  const before = recall()
  /** What to do when it ends. */
  const stops: (() => void)[] = []
  /** What the SDK is doing with it; undefined until it was called. */
  let running: WatchedPayment | undefined
  let isSettled = false
  /** Its own: a late result of an earlier payment says nothing of the window of this one. */
  let stopKeepingAway: (() => void) | undefined
  let finish!: (outcome: Outcome) => void

  const error = (code: PayErrorCode, message: string, details?: PayErrorDetails): PayError =>
    new PayError(code, message, { merchant_uid, ...(gateway && { gateway }), ...details })

  if (page.pending) {
    if (page.pending.merchant_uid === merchant_uid) return page.pending.promise
    throw error('BUSY', busy)
  }
  if (signal?.aborted) throw error('ABORTED', aborted)

  const promise = new Promise<UnverifiedPayment>((resolve, reject) => {
    // Not `instanceof`: the load may be another copy's, and so may its error.
    finish = outcome => ('via' in outcome ? resolve(outcome) : reject(outcome))
  })
  const begun = { merchant_uid, gateway, sentTo: params.m_redirect_url }

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
    page.pending = undefined
    finish(outcome)
    // With money in doubt, now or since an earlier attempt, a landing may still follow, and has to be known as this tab's.
    const isResult = 'via' in outcome
    if (!isResult && outcome.mayHavePaid) remember({ ...begun, told: true })
    else if (!isResult && before?.merchant_uid === merchant_uid) remember({ ...before, told: true })
    else if (recall()?.merchant_uid === merchant_uid) forget()
  }

  /** Ends it before the SDK did. */
  const giveUp = (outcome: PayError): void => {
    if (isSettled) return
    settle(outcome)
    if (running) stopKeepingAway = putAway(running, outcome, options)
  }

  // The SDK swallows what its callback throws, so nothing may be thrown here.
  const read = (response: unknown): Outcome => {
    let cause = response
    try {
      if (isRecord(response)) {
        return readOutcome(response, 'callback', response, merchant_uid, gateway)
      }
    } catch (thrown) {
      cause = thrown
    }
    return error('PAYMENT_FAILED', failed, { mayHavePaid: true, cause })
  }

  // What goes wrong after the payment was given up is no late result.
  const end = (thrown: unknown): void => {
    const { code, message, cause } = isPayError(thrown)
      ? thrown
      : error('SDK_ERROR', sdkFailed(thrown), { cause: thrown })
    giveUp(error(code, message, { cause }))
  }

  const start = (imp: Iamport): void => {
    if (isSettled) return
    try {
      const since = tooOldFor(gateway, sdk, imp)
      if (since) throw error('SDK_INCOMPATIBLE', tooOld(gateway!, since))
      // It would not read it, and open the default gateway.
      if (params.channelKey && !params.pg && isOld(imp))
        throw error('SDK_INCOMPATIBLE', tooOld('channelKey', 'v1'))
      const again = areFramesOld()
      // Those of another IMP, and of `v1`, need not go.
      const old = again && page.imp === imp && !imp.loadUI ? frames() : []
      initOnce(imp, options.userCode, options.tierCode, again)
      page.old = undefined
      // What runs inside of `init` may abort, too.
      if (isSettled) return
      page.stopKeepingAway?.()
      running = {
        imp,
        last: lastElement(),
        leaves: leavesPage,
        openTimeout,
        old,
        opened: 0,
        leavingUntil: 0,
        fail: (code, message) => giveUp(error(code, message)),
      }
      // One by one: should one of them fail to start, those before it are stopped all the same.
      for (const watch of [watchAlerts, watchPopups, watchWindow, watchOpening]) stops.push(watch(running))
      // Before anything opens, whether the page is left or not: a phone may discard it, and no event tells of that.
      remember(begun)
      imp.request_pay(params, response => {
        stopKeepingAway?.()
        settle(read(response))
      })
    } catch (thrown) {
      end(thrown)
    }
  }

  const abort = (): void => {
    const hasOpened =
      running &&
      (running.opened ||
        running.popup ||
        running.leavingUntil ||
        openDialog() ||
        isUnknownWindow(running) ||
        // `v1` draws these gateways' windows elsewhere, and can't be told not to.
        (running.imp.loadUI &&
          (params.channelKey || (gateway && (factsOf(gateway) ?? { since: 'v1' }).since === 'v1'))))
    giveUp(error('ABORTED', aborted, { mayHavePaid: !!hasOpened }))
  }
  signal?.addEventListener('abort', abort)
  stops.push(() => signal?.removeEventListener('abort', abort))
  page.pending = { merchant_uid, promise }

  try {
    const imp = getImp(options)
    // At once where the script is there: a popup belongs to the click only now. (Not `instanceof`: libraries replace
    // the global Promise, and the load is an async function's.)
    if ('then' in imp) imp.then(start, end)
    else start(imp)
  } catch (thrown) {
    end(thrown)
  }
  return promise
}
