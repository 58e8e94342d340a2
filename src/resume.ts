/** Taking up a payment on the page that it comes back to, with the server's word on it. */
import { demandSignal, demandVerify } from './check-options.ts'
import { abortedWhileVerifying, notBrowser } from './developer-texts.ts'
import { isPayError, PayError, rejectWithPayError } from './errors.ts'
import type { ShopOptions, VerifiedResumeOptions } from './public-options.ts'
import { orderThere, takeUp } from './redirect/take-up.ts'
import { type Concluding, pageState } from './sdk/page-state.ts'
import type { VerifiedPayment } from './types/verified.ts'
import { asText } from './util/as-text.ts'
import { callListener } from './util/call-listener.ts'
import { inBrowser } from './util/device.ts'
import { type Heard, orderOf } from './verification/conclude.ts'
import { concludeAndKeep } from './verification/conclude-and-keep.ts'
import {
  findLanded,
  findOpen,
  here,
  keepLanded,
  type Landed,
  type Open,
} from './verification/kept-payments.ts'

type Options = Partial<ShopOptions> & VerifiedResumeOptions

/** Hears the end that the page is the landing of; undefined where the page is no landing. The address bar is clean at once. */
const hear = async (options: Options): Promise<Open | undefined> => {
  const taken = rejectWithPayError(() => takeUp(options))
  const path = here()
  const heard = await taken.then<Heard | undefined, Heard>(
    payment => (payment ? { kind: 'success', payment } : undefined),
    (error: unknown) => {
      if (!isPayError(error)) throw error
      return { kind: 'failure', error, wasCalled: true }
    },
  )
  if (!heard) return undefined
  const hasLanded = heard.kind === 'success' || heard.error.code !== 'RETURNED'
  return { heard, path: hasLanded ? path : undefined }
}

const give = (landed: Landed): VerifiedPayment => {
  if ('error' in landed) throw landed.error
  return landed.verified
}

/** What all calls of `resume` share that are about the same payment. Each has its own signal, and its own listener. */
class SharedResume implements Concluding {
  readonly promise: Promise<VerifiedPayment | null>
  isOver = false
  /** Ends the questions to the server, once no call waits for the answer any more. */
  private readonly controller = new AbortController()
  private readonly listeners: (() => void)[] = []
  private isVerifying = false
  private waiting = 0

  /** @param order 주문번호 of what is taken up, empty where a landing has none; undefined where there is nothing. */
  constructor(
    readonly key: string,
    readonly order: string | undefined,
    private readonly options: Options,
  ) {
    this.promise = this.run().finally(() => {
      this.isOver = true
    })
  }

  /** Adds a call. Its promise ends with the shared one, or when its own signal fires. */
  join({ signal, onProgress }: Options): Promise<VerifiedPayment | null> {
    const listener = (): void => callListener(onProgress, 'verifying')
    if (this.isVerifying) listener()
    else this.listeners.push(listener)
    this.waiting++
    return signal ? this.untilAborted(signal) : this.promise
  }

  private untilAborted(signal: AbortSignal): Promise<VerifiedPayment | null> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.leave()
        const { order } = this
        reject(new PayError('ABORTED', abortedWhileVerifying, { merchant_uid: order, mayHavePaid: true }))
      }
      const end = (): void => signal.removeEventListener('abort', abort)
      this.promise.then(resolve, reject).then(end, end)
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

  private async run(): Promise<VerifiedPayment | null> {
    const { options } = this
    const { merchant_uid } = options
    const verify = this.order === undefined ? undefined : demandVerify(options.verify)
    const open = (await hear(options)) ?? findOpen(merchant_uid)
    if (!open || verify === undefined) {
      const landed = findLanded(merchant_uid, here())
      return landed ? give(landed) : null
    }
    const { heard, path } = open
    const keep = (landed: Landed): void => {
      if (path) keepLanded(landed, path)
    }
    try {
      const questions = {
        verify,
        signal: this.controller.signal,
        onVerifying: () => this.noteVerifying(),
        lateSuccess: () => null,
      }
      const verified = await concludeAndKeep(heard, questions, path)
      keep({ verified })
      return verified
    } catch (error) {
      // Of a payment that is still open there is no end to keep. The next `resume` asks about it once more.
      if (isPayError(error) && !findOpen(orderOf(heard))) keep({ error })
      throw error
    }
  }

  private noteVerifying(): void {
    this.isVerifying = true
    for (const listener of this.listeners) listener()
  }
}

/** Begins to take up a payment, for all calls that are about it. */
const begin = (key: string, order: string | undefined, options: Options): SharedResume => {
  const { concluding } = pageState()
  const shared = new SharedResume(key, order, options)
  concluding.add(shared)
  // The call stays known until the end of this task, so that the task's other calls share it.
  const endAfterTask = (): unknown => setTimeout(() => concluding.delete(shared))
  shared.promise.then(endAfterTask, endAfterTask)
  return shared
}

/** The call under way that is about the same: the same order, or nothing at the same address in the same task. */
const findShared = (
  key: string,
  order: string | undefined,
  landed: string | undefined,
): Concluding | undefined =>
  [...pageState().concluding].find(it =>
    it.order === undefined
      ? it.key === key && landed === undefined
      : (order ?? landed ?? it.order) === it.order,
  )

/**
 * Takes up a payment on the page that it comes back to, and says what the shop's server has proven of it: on the page that a
 * redirect lands on, and on every page with a pay button, where a buyer may come back to without a result.
 *
 * A payment that the server was not sure of is taken up again; the end of a landing is given back after a reload of its page.
 * Calls in one task, as those of two components or of React's StrictMode, share one result and one question to the server.
 *
 * @returns null where there is nothing to say.
 * @throws PayError (as a rejection), as `pay` does; `RETURNED` where the buyer came back without a result, out of doubt where
 * the server knows of no money; `INVALID_OPTIONS` where something landed and `verify` is missing.
 */
export const resume = (given: Options = {}): Promise<VerifiedPayment | null> =>
  rejectWithPayError(() => {
    if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
    demandSignal(given.signal)
    const merchant_uid = given.merchant_uid == null ? undefined : asText(given.merchant_uid)
    const options = { ...given, merchant_uid }
    // Without the option the key has no URL, because the page's own changes as soon as the first call has cleaned it.
    const key = `${options.url ?? ''} ${merchant_uid ?? ''}`
    const landed = orderThere(options)
    const shared = findShared(key, merchant_uid, landed)
    if (shared) return shared.join(options)
    const open = findOpen(merchant_uid)
    const order = landed ?? (open && orderOf(open.heard))
    // `pay` may be asking about it at this moment.
    const paying = order && pageState().verifying.get(order)
    if (!paying) return begin(key, order, options).join(options)
    callListener(options.onProgress, 'verifying')
    return paying
  })
