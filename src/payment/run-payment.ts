/** One payment, from a request without errors to its one ending. */
import { aborted, brokenSignal, busy, lateResult, scriptTooOld, sdkThrew } from '../developer-texts.ts'
import { isKnownCode, isPayError, PayError, type PayErrorDetails } from '../errors.ts'
import { codeOf, gatewayOf } from '../gateways/lookup.ts'
import type { Iamport, PaymentOptions, ProgressStep, ShopOptions } from '../public-options.ts'
import { unreportedDoubt } from '../response/doubt.ts'
import { saysNoChannels, saysNotInitialised } from '../response/reported-texts.ts'
import { frames, openDialog } from '../sdk/dom.ts'
import { initOnce } from '../sdk/init.ts'
import { obtainScript } from '../sdk/load.ts'
import { type LateWatch, pageState, type StaleFrames } from '../sdk/page-state.ts'
import { findLack, versionFor } from '../sdk/versions.ts'
import type { PayRequest } from '../types/request.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import { asText } from '../util/as-text.ts'
import { callListener } from '../util/call-listener.ts'
import { elements } from '../util/document.ts'
import { isBlank } from '../util/is-object.ts'
import { cleanUp, watchForLateWindow } from './clean-up.ts'
import { isFailure, type Outcome, readCallback } from './read-callback.ts'
import { areStale } from './stale-frames.ts'
import { noteStart, type StartedNote } from './started-note.ts'
import { warn } from './warn.ts'
import { warnIfCovered } from './warn-if-covered.ts'
import { watchAlerts } from './watch-alerts.ts'
import { watchFrameMessages } from './watch-frame-messages.ts'
import { watchLeaving } from './watch-leaving.ts'
import { watchOpening } from './watch-opening.ts'
import { watchPopups } from './watch-popups.ts'
import { watchTakingUp } from './watch-taking-up.ts'
import { isWindowOpen, mayHaveOpened, watchWindow } from './watch-window.ts'
import type { Ending, WatchedPayment, Watcher } from './watched-payment.ts'
import { wayOf } from './way.ts'

/** A request that may be sent. */
export interface PreparedPayment {
  readonly params: PayRequest
  readonly leavesPage: boolean
}

/** The watchers. Each notices one way in which a payment may go. */
const WATCHERS: readonly Watcher[] = [
  watchAlerts,
  watchPopups,
  watchFrameMessages,
  watchLeaving,
  watchWindow,
  watchOpening,
  watchTakingUp,
]

class Payment {
  readonly promise: Promise<UnverifiedPayment>
  private resolvePromise!: (payment: UnverifiedPayment) => void
  private rejectPromise!: (error: PayError) => void

  private readonly page = pageState()
  private readonly params: PayRequest
  private readonly merchant_uid: string
  /** With a merchant id, where the request has one. */
  private readonly gateway: string | undefined
  private note: StartedNote | undefined
  /** The payment as its watchers see it; undefined until they have started. */
  private running: WatchedPayment | undefined
  private lateWatch: LateWatch | undefined
  /** What the frames held when this payment was abandoned. */
  private staleFrames: StaleFrames | undefined
  /** The functions that undo, when the payment ends, what it has changed. */
  private readonly undo: (() => void)[] = []
  private isSettled = false
  /** Whether the script has called back with something that only a request which it has taken up can come to. */
  private wasTakenUp = false
  /** Whether a success was reported, in time or late. A failure behind a success says nothing. */
  private hasSucceeded = false
  private readonly reportedSteps = new Set<ProgressStep>()

  constructor(
    private readonly prepared: PreparedPayment,
    private readonly options: ShopOptions & PaymentOptions,
  ) {
    this.params = prepared.params
    this.merchant_uid = asText(this.params.merchant_uid)
    this.gateway = gatewayOf(this.params, options.provider) || undefined
    this.promise = new Promise((resolve, reject) => {
      this.resolvePromise = resolve
      this.rejectPromise = reject
    })
  }

  /** The steps of a payment. With the script already there all of them happen in this very call. */
  begin(): Promise<UnverifiedPayment> {
    this.page.pending = { merchant_uid: this.merchant_uid, promise: this.promise }
    try {
      this.listenToSignal()
      if (this.isSettled) return this.promise
      const { sdk = versionFor(this.params, this.gateway ?? '') } = this.options
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
    let hasFired: boolean | undefined
    try {
      signal?.addEventListener('abort', abort)
      this.undo.push(() => signal?.removeEventListener('abort', abort))
      // The signal may have fired inside `addEventListener`.
      hasFired = signal?.aborted
    } catch (cause) {
      throw new PayError('INVALID_OPTIONS', brokenSignal(cause), { cause })
    }
    if (hasFired) abort()
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
      this.takeOverQueue(running)
      this.rememberStart()
      this.report('opening')
      if (this.isSettled) return
      running.isBeingAsked = true
      imp.request_pay(this.params, response => this.hear(response, running))
      running.isBeingAsked = false
    } catch (thrown) {
      this.failWith(thrown)
    }
  }

  private demandScriptFits(imp: Iamport): void {
    const lack = findLack(this.params, this.gateway ?? '', this.options.sdk, imp)
    if (lack) throw this.makeError('SDK_INCOMPATIBLE', scriptTooOld(lack.what, lack.since, lack.present))
  }

  /**
   * Initialises the script unless that was done, and has it make its frames anew where they hold an abandoned order.
   *
   * @returns the frames that are about to go. A dialog that shows these does not show this payment.
   */
  private prepareScript(imp: Iamport): readonly Element[] {
    const { userCode, tierCode } = this.options
    const force = areStale()
    const staleFrames = force && this.page.imp === imp ? frames() : []
    initOnce(imp, userCode, tierCode, force)
    this.page.stale = { kind: 'none' }
    return staleFrames
  }

  private watch(imp: Iamport, staleFrames: readonly Element[]): WatchedPayment {
    const { openTimeout = 30_000 } = this.options
    const way = wayOf(imp, this.params)
    const running: WatchedPayment = {
      imp,
      gateway: codeOf(this.gateway ?? ''),
      way,
      leaves: this.prepared.leavesPage,
      openTimeout,
      staleFrames,
      before: new Set<Element>([...elements('body > *'), ...elements('script')]),
      hasOpened: false,
      isBeyondPopups: false,
      mayHavePopup: false,
      isPopupRefused: false,
      isWatched: true,
      isBeingAsked: false,
      wasAlertedLater: false,
      isTakenUp: false,
      isLeaving: false,
      // The script writes the gateway into the request once it knows the channel, and only then sends it.
      isUnsent: () => way === 'unknown' && isBlank(this.params.pg),
      open: () => this.becomeOpen(),
      leave: () => this.report('leaving'),
      fail: ending => this.abandon(ending),
    }
    this.running = running
    // Each one is noted before the next one starts: if that throws, the ones before it are stopped all the same.
    for (const watcher of WATCHERS) this.undo.push(watcher(running))
    return running
  }

  /**
   * A payment of the old way replaces an abandoned order in the script's queue, unless the script refuses it before. A payment of the new
   * way leaves it there.
   */
  private takeOverQueue({ way, isUnsent }: WatchedPayment): void {
    if (way !== 'new') this.page.lateWatch?.pause(isUnsent)
  }

  /** Says what a payment without a driver has done to the queue, once it is over. */
  private releaseQueue(): void {
    const { running } = this
    const { lateWatch } = this.page
    if (!running || running.way === 'new' || running.driver) return
    try {
      const hasOpened = running.hasOpened || isWindowOpen(running)
      if (hasOpened || (running.way === 'old' && this.wasTakenUp)) lateWatch?.stop()
      else lateWatch?.goOn()
    } catch {
      // On a page that breaks the functions used here no window can be seen, nor put away.
    }
  }

  private becomeOpen(): void {
    const { running } = this
    if (!running || running.hasOpened) return
    running.hasOpened = true
    this.report('open')
    this.undo.push(warnIfCovered(running, issue => warn(issue, this.options.onWarning)))
  }

  private rememberStart(): void {
    const note = noteStart({
      merchant_uid: this.merchant_uid,
      gateway: this.gateway,
      sentTo: asText(this.params.m_redirect_url) || undefined,
    })
    this.undo.push(note.release)
    this.note = note
  }

  private report(step: ProgressStep): void {
    if (this.isSettled || this.reportedSteps.has(step)) return
    this.reportedSteps.add(step)
    callListener(this.options.onProgress, step)
  }

  private makeError(code: PayError['code'], message: string, details?: PayErrorDetails): PayError {
    const { merchant_uid, gateway } = this
    return new PayError(code, message, { merchant_uid, gateway, ...details })
  }

  // --- endings -----------------------------------------------------------------------------------------------------

  /** The script called back. */
  private hear(response: unknown, running: WatchedPayment): void {
    const { merchant_uid, gateway } = this
    this.lateWatch?.stop()
    // Behind its callback the script makes new frames by itself. If it were made to do so once more by the next payment, the
    // second list of channels would take the frames away from under that payment's window.
    if (this.page.stale === this.staleFrames) this.page.stale = { kind: 'none' }
    const outcome = readCallback(response, { merchant_uid, gateway }, running)
    const isOfOtherOrder = outcome.merchant_uid !== undefined && outcome.merchant_uid !== merchant_uid
    if (isOfOtherOrder) this.callLateListener(outcome)
    else {
      this.wasTakenUp = !isFailure(outcome) || !saysNotInitialised(outcome.message)
      this.settle(outcome)
    }
    if (isFailure(outcome) && saysNoChannels(outcome.message)) this.expectChannels(running)
  }

  /**
   * Has the next payment ask for the channels once more. The script keeps this order in its queue: if somebody else has it ask before,
   * it opens this order's window, which the buyer has given up and nobody expects.
   */
  private expectChannels(running: WatchedPayment): void {
    this.page.imp = undefined
    if (!this.page.pending && !openDialog()) this.lateWatch = watchForLateWindow(running, this.options)
  }

  /** Ends the payment with what was thrown: by the script, by the load, or by the package itself. */
  private failWith(thrown: unknown): void {
    if (isPayError(thrown) && isKnownCode(thrown.code)) {
      // Another copy of the package may have thrown it. The payment ends with an error of this copy's class.
      const { code, message, cause } = thrown
      this.abandon({ code, message, by: 'exception', cause })
    } else {
      this.abandon({ code: 'SDK_ERROR', message: sdkThrew(thrown), by: 'exception', cause: thrown })
    }
  }

  /** Whether money may have moved with an ending that nobody reported; undefined where its code alone says so. */
  private doubtOf({ code, situation }: Ending): boolean | undefined {
    const { running } = this
    return unreportedDoubt(code, {
      situation,
      hasOpened: !!running?.hasOpened,
      mayHaveOpened: !!running && mayHaveOpened(running),
    })
  }

  /** Ends the payment before the script did, and cleans up. */
  private abandon(ending: Ending): void {
    if (this.isSettled) return
    const { code, message, cause } = ending
    this.settle(this.makeError(code, message, { mayHavePaid: this.doubtOf(ending), cause }))
    try {
      if (this.running) this.lateWatch = cleanUp(this.running, ending, this.options)
      this.staleFrames = this.page.stale
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
    if (this.running) this.running.isWatched = false
    for (const undo of this.undo) {
      try {
        undo()
      } catch {
        // The page forbids to put the original function back. The payment ends all the same.
      }
    }
    this.releaseQueue()
    this.page.pending = undefined
    // Somebody called `deinit`: the next payment has to initialise the script.
    if (isFailure(outcome) && saysNotInitialised(outcome.message)) this.page.imp = undefined
    this.note?.close(isFailure(outcome) && outcome.mayHavePaid, !isFailure(outcome))
    if (isFailure(outcome)) this.rejectPromise(outcome)
    else {
      this.hasSucceeded = true
      this.resolvePromise(outcome)
    }
  }

  /** Reports a result that came after the end. A failure behind a success is dropped: the script may call back twice. */
  private reportLate(outcome: Outcome): void {
    if (isFailure(outcome) && this.hasSucceeded) return
    if (!isFailure(outcome)) this.hasSucceeded = true
    this.callLateListener(outcome)
  }

  private callLateListener(outcome: Outcome): void {
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
export const runPayment = (
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
