/** A payment whose end the shop's server is being asked about, for all calls of `pay` and `resume` on the page that are about it. */
import { abortedWhileVerifying } from '../developer-texts.ts'
import { PayError } from '../errors.ts'
import type { PaymentOptions } from '../public-options.ts'
import { type Concluding, pageState } from '../sdk/page-state.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { callListener } from '../util/call-listener.ts'

type End = Promise<VerifiedPayment | null>
type CallOptions = Pick<PaymentOptions, 'signal' | 'onProgress'>

/** How the questions to the server are led. */
export interface Leading {
  /** Fires once no call waits for the answer any more. */
  readonly signal: AbortSignal
  /** Tells all calls that the server is asked. */
  onVerifying(): void
}

class SharedEnd implements Concluding {
  private readonly controller = new AbortController()
  private readonly listeners: (() => void)[] = []
  private readonly promise: End
  private isVerifying = false
  private hasEnded = false
  private waiting = 0

  constructor(
    readonly key: string | undefined,
    readonly order: string | undefined,
    run: (leading: Leading) => End,
  ) {
    const { signal } = this.controller
    this.promise = run({ signal, onVerifying: () => this.noteVerifying() }).finally(() => {
      this.hasEnded = true
    })
    const { concluding } = pageState()
    concluding.add(this)
    const forget = (): unknown => concluding.delete(this)
    // The address is clean by then, so a call of `resume` stays known until the end of the task, for the task's other calls.
    const forgetInTime = (): unknown => (key === undefined ? forget() : setTimeout(forget))
    this.promise.then(forgetInTime, forgetInTime)
  }

  get isOver(): boolean {
    return this.hasEnded || this.isGivenUp
  }

  get isGivenUp(): boolean {
    return this.controller.signal.aborted
  }

  join({ signal, onProgress }: CallOptions): End {
    const listener = (): void => callListener(onProgress, 'verifying')
    if (this.isVerifying) listener()
    else this.listeners.push(listener)
    this.waiting++
    return signal ? this.untilAborted(signal) : this.promise
  }

  private untilAborted(signal: AbortSignal): End {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.leave()
        const merchant_uid = this.order || undefined
        reject(new PayError('ABORTED', abortedWhileVerifying, { merchant_uid, mayHavePaid: true }))
      }
      const stopListening = (): void => signal.removeEventListener('abort', abort)
      this.promise.then(resolve, reject).then(stopListening)
      signal.addEventListener('abort', abort)
      if (signal.aborted) abort()
    })
  }

  /** A call no longer waits. React's StrictMode calls again within the task, so the questions go on until then. */
  private leave(): void {
    this.waiting--
    setTimeout(() => {
      if (!this.waiting) this.controller.abort()
    })
  }

  private noteVerifying(): void {
    this.isVerifying = true
    for (const listener of this.listeners) listener()
  }
}

/**
 * Begins to conclude a payment, for all calls that are about it.
 *
 * @param key of `resume`: the address, and the order that was asked for.
 * @param order 주문번호, empty where a landing has none; undefined where there is nothing to conclude.
 */
export const shareEnd = (
  key: string | undefined,
  order: string | undefined,
  run: (leading: Leading) => End,
): Concluding => new SharedEnd(key, order, run)

/** The payment of this order that is being concluded at this moment. */
export const concludingNow = (order: string): Concluding | undefined =>
  order ? [...pageState().concluding].find(it => it.order === order && !it.isOver) : undefined
