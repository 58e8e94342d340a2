/** A payment, from a request without errors to its one ending. */
import { aborted, busy, lateResult, scriptTooOld, sdkThrew, unreadableResponse } from '../developer-texts.ts'
import { isPayError, PayError, type PayErrorDetails } from '../errors.ts'
import { codeOf, gatewayOf } from '../gateways/lookup.ts'
import type { Iamport, PaymentOptions, ProgressStep, ShopOptions } from '../public-options.ts'
import { takeLock } from '../redirect/document-lock.ts'
import { forget, recall, remember, type StartedPayment } from '../redirect/tab-memory.ts'
import { unreportedDoubt } from '../response/doubt.ts'
import { readResponse } from '../response/read-response.ts'
import { driverScripts, frames, openDialog, ownWindow } from '../sdk/dom.ts'
import { initOnce } from '../sdk/init.ts'
import { obtainScript } from '../sdk/load.ts'
import { type LateWatch, pageState } from '../sdk/page-state.ts'
import { findLack, isV1, versionFor } from '../sdk/versions.ts'
import type { PayRequest } from '../types/request.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import { asText } from '../util/as-text.ts'
import { callListener } from '../util/call-listener.ts'
import { isRecord } from '../util/is-object.ts'
import { watchAlerts } from './alerts.ts'
import { cleanUp } from './clean-up.ts'
import { warnIfCovered } from './covered.ts'
import { watchLeaving } from './leaving.ts'
import { watchMessages } from './messages.ts'
import { watchOpening } from './opening.ts'
import { watchPopups } from './popups.ts'
import { areStale } from './stale-frames.ts'
import { warn } from './warn.ts'
import type { Ending, WatchedPayment, Watcher } from './watched-payment.ts'
import { wayOf } from './way.ts'
import { isWindowOpen, watchWindow } from './window.ts'

/** A request that may be sent. */
export interface PreparedPayment {
  readonly params: PayRequest
  readonly leavesPage: boolean
}

type Outcome = UnverifiedPayment | PayError

const isFailure = (outcome: Outcome): outcome is PayError => !('via' in outcome)

/** The watchers. Each notices one way in which a payment may go. */
const WATCHERS: readonly Watcher[] = [
  watchAlerts,
  watchPopups,
  watchMessages,
  watchLeaving,
  watchWindow,
  watchOpening,
]

class Payment {
  readonly promise: Promise<UnverifiedPayment>
  private resolvePromise!: (payment: UnverifiedPayment) => void
  private rejectPromise!: (error: PayError) => void

  private readonly page = pageState()
  private readonly params: PayRequest
  private readonly merchant_uid: string
  /** With a merchant id, where the request has one. */
  private readonly gateway: string
  /** The payment that this tab remembered before this one: perhaps an earlier attempt at the same order. */
  private readonly before = recall()
  private started: StartedPayment | undefined
  /** The payment as its watchers see it; undefined until they have started. */
  private running: WatchedPayment | undefined
  private lateWatch: LateWatch | undefined
  /** The functions that undo, when the payment ends, what it has changed. */
  private readonly undo: (() => void)[] = []
  private isSettled = false
  /** Whether a success was reported, in time or late. A failure behind a success says nothing. */
  private hasSucceeded = false
  private readonly reportedSteps = new Set<ProgressStep>()

  constructor(
    private readonly prepared: PreparedPayment,
    private readonly options: ShopOptions & PaymentOptions,
  ) {
    this.params = prepared.params
    this.merchant_uid = asText(this.params.merchant_uid)
    this.gateway = gatewayOf(this.params, options.provider)
    this.promise = new Promise((resolve, reject) => {
      this.resolvePromise = resolve
      this.rejectPromise = reject
    })
  }

  /** The steps of a payment. With the script already there all of them happen in this very call. */
  begin(): Promise<UnverifiedPayment> {
    this.page.pending = { merchant_uid: this.merchant_uid, promise: this.promise }
    this.listenToSignal()
    if (this.isSettled) return this.promise
    try {
      const { sdk = versionFor(this.params, this.gateway) } = this.options
      const script = obtainScript(this.options, sdk)
      if ('here' in script) this.start(script.here.imp)
      else {
        this.report('loading')
        script.loading.then(
          ({ imp }) => this.start(imp),
          thrown => this.failWith(thrown),
        )
      }
    } catch (thrown) {
      this.failWith(thrown)
    }
    return this.promise
  }

  private listenToSignal(): void {
    const { signal } = this.options
    const abort = (): void => this.abandon({ code: 'ABORTED', message: aborted, by: 'signal' })
    signal?.addEventListener('abort', abort)
    this.undo.push(() => signal?.removeEventListener('abort', abort))
    // The signal may have fired inside `addEventListener`.
    if (signal?.aborted) abort()
  }

  /** Hands the request to the script. */
  private start(imp: Iamport): void {
    if (this.isSettled) return
    try {
      this.demandScriptFits(imp)
      const staleFrames = this.prepareScript(imp)
      // `init` may have run code of the page's that aborts the payment.
      if (this.isSettled) return
      const running = this.watch(imp, staleFrames)
      // A payment of the old way replaces an abandoned order in the script's queue. A payment of the new way leaves it there.
      if (running.way !== 'new') this.page.lateWatch?.stop()
      this.rememberStart()
      this.report('opening')
      if (this.isSettled) return
      imp.request_pay(this.params, response => this.hear(response))
    } catch (thrown) {
      this.failWith(thrown)
    }
  }

  private demandScriptFits(imp: Iamport): void {
    const lack = findLack(this.params, this.gateway, this.options.sdk, imp)
    if (lack) throw this.error('SDK_INCOMPATIBLE', scriptTooOld(lack.what, lack.since, lack.present))
  }

  /**
   * Initialises the script unless that was done, and has it make its frames anew where they hold an abandoned order.
   *
   * @returns the frames that are about to go. A dialog that shows these does not show this payment.
   */
  private prepareScript(imp: Iamport): readonly Element[] {
    const { userCode, tierCode } = this.options
    const force = areStale()
    // `v1` replaces its frames a task later, too, and shows no dialog until then.
    const staleFrames = force && this.page.imp === imp && !isV1(imp) ? frames() : []
    initOnce(imp, userCode, tierCode, force)
    this.page.stale = { kind: 'none' }
    return staleFrames
  }

  private watch(imp: Iamport, staleFrames: readonly Element[]): WatchedPayment {
    const { openTimeout = 30_000 } = this.options
    const own = ownWindow()
    const running: WatchedPayment = {
      imp,
      gateway: codeOf(this.gateway),
      way: wayOf(imp, this.params),
      leaves: this.prepared.leavesPage,
      openTimeout,
      staleFrames,
      before: new Set<Element>([
        ...driverScripts(),
        ...(own ? [own] : []),
        ...document.querySelectorAll('body > *'),
      ]),
      hasOpened: false,
      isBeyondPopups: false,
      mayHavePopup: false,
      isLeaving: false,
      open: () => this.noteOpen(),
      leave: () => this.report('leaving'),
      fail: ending => this.abandon(ending),
    }
    this.running = running
    // Each one is noted before the next one starts: if that throws, the ones before it are stopped all the same.
    for (const watcher of WATCHERS) this.undo.push(watcher(running))
    return running
  }

  private noteOpen(): void {
    const { running } = this
    if (!running || running.hasOpened) return
    running.hasOpened = true
    this.report('open')
    this.undo.push(warnIfCovered(running, issue => warn(issue, this.options.onWarning)))
  }

  /** Notes the payment in this tab before anything opens: a phone may discard the page, and no event says so. */
  private rememberStart(): void {
    const lock = takeLock()
    if (lock) {
      this.undo.push(lock.release)
      addEventListener('pagehide', lock.release)
      this.undo.push(() => removeEventListener('pagehide', lock.release))
    }
    this.started = {
      merchant_uid: this.merchant_uid,
      gateway: this.gateway,
      sentTo: asText(this.params.m_redirect_url) || undefined,
      lock: lock?.name,
    }
    remember(this.started)
  }

  private report(step: ProgressStep): void {
    if (this.isSettled || this.reportedSteps.has(step)) return
    this.reportedSteps.add(step)
    callListener(this.options.onProgress, step)
  }

  private error(code: PayError['code'], message: string, details?: PayErrorDetails): PayError {
    return new PayError(code, message, {
      merchant_uid: this.merchant_uid,
      gateway: this.gateway || undefined,
      ...details,
    })
  }

  // --- endings -----------------------------------------------------------------------------------------------------

  /** The script called back. It swallows whatever its callback throws, so nothing may be thrown here. */
  private hear(response: unknown): void {
    this.lateWatch?.stop()
    const outcome = this.read(response)
    const isOfOtherOrder = outcome.merchant_uid !== undefined && outcome.merchant_uid !== this.merchant_uid
    if (isOfOtherOrder) this.reportLate(outcome)
    else this.settle(outcome)
  }

  private read(response: unknown): Outcome {
    const { running } = this
    try {
      if (!isRecord(response)) throw response
      const outcome = readResponse(response, 'callback', response, {
        merchant_uid: this.merchant_uid,
        gateway: this.gateway,
        seen: {
          window: !!running?.hasOpened || !!running?.isLeaving,
          popupClosed: !!running?.popup?.closed,
        },
      })
      const alerted = running?.alerted
      if (!alerted || !isFailure(outcome) || outcome.imp_uid) return outcome
      // The script alerted the failure, and calls back as well, with less information.
      return this.error(alerted.code, alerted.message, {
        response: outcome.response,
        mayHavePaid: outcome.mayHavePaid || this.doubtOf(alerted),
      })
    } catch (cause) {
      return this.error('PAYMENT_FAILED', unreadableResponse, { mayHavePaid: true, cause })
    }
  }

  /** Ends the payment with what was thrown: by the script, by the load, or by the package itself. */
  private failWith(thrown: unknown): void {
    if (!isPayError(thrown)) {
      this.abandon({ code: 'SDK_ERROR', message: sdkThrew(thrown), by: 'exception', cause: thrown })
      return
    }
    // Another copy of the package may have thrown it. The payment ends with an error of this copy's class.
    const { code, message, mayHavePaid, cause } = thrown
    this.abandon({ code, message, by: 'exception', mayHavePaid, cause })
  }

  /** Whether money may have moved: an ending that says yes decides, else what the page has seen, else what the ending says. */
  private doubtOf({ code, mayHavePaid }: Ending): boolean | undefined {
    if (mayHavePaid) return true
    return (
      unreportedDoubt(code, {
        hasOpened: !!this.running?.hasOpened,
        mayHaveOpened: this.mayHaveOpened(),
      }) ?? mayHavePaid
    )
  }

  /** Whether a window may have opened, or may open where the page can't reach it. */
  private mayHaveOpened(): boolean {
    const { running } = this
    if (!running) return false
    try {
      return (
        running.hasOpened ||
        !!running.popup ||
        running.mayHavePopup ||
        running.isLeaving ||
        !!running.driver ||
        !!openDialog() ||
        isWindowOpen(running) ||
        // The script may be asking for a driver, and nothing stops that.
        running.way !== 'old'
      )
    } catch {
      return true
    }
  }

  /** Ends the payment before the SDK did, and cleans up. Failures after that are not reported as late results. */
  private abandon(ending: Ending): void {
    if (this.isSettled) return
    const { code, message, cause } = ending
    const mayHavePaid = this.doubtOf(ending)
    this.settle(this.error(code, message, { mayHavePaid, cause }))
    try {
      if (this.running) this.lateWatch = cleanUp(this.running, ending, this.options)
    } catch {
      // A page that can't be cleaned up has ended its payment all the same.
    }
  }

  private settle(outcome: Outcome): void {
    if (this.isSettled) {
      this.reportLate(outcome)
      return
    }
    this.isSettled = true
    for (const undo of this.undo) {
      try {
        undo()
      } catch {
        // The page forbids to put the original function back. The payment ends all the same.
      }
    }
    this.page.pending = undefined
    this.keepMemory(outcome)
    if (isFailure(outcome)) this.rejectPromise(outcome)
    else {
      this.hasSucceeded = true
      this.resolvePromise(outcome)
    }
  }

  /** While money is in doubt, now or since an earlier attempt, a landing may follow, and the tab has to know it as its own. */
  private keepMemory(outcome: Outcome): void {
    const { started, before, merchant_uid } = this
    if (isFailure(outcome) && outcome.mayHavePaid && started) remember({ ...started, told: true })
    else if (isFailure(outcome) && before?.merchant_uid === merchant_uid) remember({ ...before, told: true })
    else if (recall()?.merchant_uid === merchant_uid) forget()
  }

  /** Reports a result that came after the end. A failure behind a success is dropped: the script may call back twice. */
  private reportLate(outcome: Outcome): void {
    if (isFailure(outcome) && this.hasSucceeded) return
    if (!isFailure(outcome)) this.hasSucceeded = true
    const { onLateResult = (late: Outcome) => console.warn(lateResult, late) } = this.options
    // The listener gets a task of its own, because scripts tear down a payment that is begun inside their callback.
    setTimeout(() => callListener(onLateResult, outcome))
  }
}

/**
 * Takes a payment, or gives away the promise of the pending payment of the same order.
 *
 * @throws PayError `BUSY`, `ABORTED`
 */
export const pay = (
  prepared: PreparedPayment,
  options: ShopOptions & PaymentOptions,
): Promise<UnverifiedPayment> => {
  const { pending } = pageState()
  const merchant_uid = asText(prepared.params.merchant_uid)
  const gateway = gatewayOf(prepared.params, options.provider) || undefined
  if (pending?.merchant_uid === merchant_uid) return pending.promise
  if (pending) throw new PayError('BUSY', busy, { merchant_uid, gateway })
  if (options.signal?.aborted) throw new PayError('ABORTED', aborted, { merchant_uid, gateway })
  return new Payment(prepared, options).begin()
}
