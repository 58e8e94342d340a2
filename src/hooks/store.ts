/**
 * The state of a payment as a page shows it, for the hooks of every framework: one store for each checkout and order, so that
 * two buttons of a page share one payment, and the page of order B hears nothing of order A.
 */
import type {
  Checkout,
  KnownParameters,
  Needs,
  PayError,
  ProgressStep,
  VerifiedPayment,
} from 'iamport-checkout'
import { isPayError } from 'iamport-checkout'
import { describeError, describePayment } from 'iamport-checkout/messages'

/**
 * How far the payment of a page is.
 *
 * - `idle`: none was begun, and none has come back to this page.
 * - `loading`: it was begun, and its window is not open yet.
 * - `open`: the payment window is open.
 * - `leaving`: the page is being left for the gateway's.
 * - `verifying`: the shop's server is being asked.
 * - `done`: the server calls it good.
 * - `failed`: it has ended otherwise.
 */
export type CheckoutStatus = 'idle' | 'loading' | 'open' | 'leaving' | 'verifying' | 'done' | 'failed'

/** What a page shows of a payment. */
export interface CheckoutState {
  readonly status: CheckoutStatus
  /** With `done`: what the server has proven. */
  readonly payment: VerifiedPayment | null
  /** With `failed`: how it ended. `mayHavePaid` says whether the buyer may pay again. */
  readonly error: PayError | null
  /** With `done` and `failed`: a sentence for the buyer, in the page's language. */
  readonly text: string
}

/** Which payment a hook is about. */
export interface UseCheckoutOptions {
  /**
   * The order that the page is about. The unfinished payment of another order is left for its own page.
   *
   * @default whatever order there is
   */
  merchant_uid?: string | undefined
  /**
   * The language of `text`.
   *
   * @default Korean where the page's is (`<html lang>`, else the browser's), else English
   */
  locale?: 'ko' | 'en' | undefined
}

/** Takes a payment, inside the click. Never rejects: how it ended is in the state. */
export type Pay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
) => Promise<VerifiedPayment | null>

/** One store. */
export interface Store {
  state(): CheckoutState
  /** Calls back at each change. Returns what ends that. */
  subscribe(listener: () => void): () => void
  /** What a page does when it opens: preloads the script, and takes up a payment that comes back to it. */
  open(): void
  readonly pay: Pay
  /** Back to `idle`, unless a payment is under way. */
  readonly reset: () => void
}

export const idle: CheckoutState = { status: 'idle', payment: null, error: null, text: '' }

/** The status of each step. `opening` is still no window to be seen. */
const STATUS: Readonly<Record<ProgressStep, CheckoutStatus>> = {
  loading: 'loading',
  opening: 'loading',
  open: 'open',
  leaving: 'leaving',
  verifying: 'verifying',
}

const pageLocale = (): 'ko' | 'en' =>
  /^ko\b/i.test(document.documentElement.lang || navigator.language) ? 'ko' : 'en'

const makeStore = (checkout: Checkout, { merchant_uid, locale }: UseCheckoutOptions): Store => {
  let state = idle
  /** How many payments and landings are being followed: the same one may be, for two buttons. */
  let running = 0
  const listeners = new Set<() => void>()

  const become = (next: Partial<CheckoutState>): void => {
    state = { ...idle, ...next }
    for (const listener of [...listeners]) listener()
  }

  const onProgress = (step: ProgressStep): void => become({ status: STATUS[step] })

  const follow = async (promise: Promise<VerifiedPayment | null>): Promise<VerifiedPayment | null> => {
    running++
    try {
      const payment = await promise
      if (payment) {
        become({ status: 'done', payment, text: describePayment(payment, locale ?? pageLocale()) })
      }
      return payment
    } catch (error) {
      // Anything else is a bug of the package's, and has to be heard of.
      if (!isPayError(error)) throw error
      // Another order is being paid: what this page shows is that one.
      if (error.code !== 'BUSY' || running === 1) {
        become({ status: 'failed', error, text: describeError(error, locale ?? pageLocale()) })
      }
      return null
    } finally {
      running--
    }
  }

  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        // A page that is left for good leaves nothing behind; StrictMode and Fast Refresh come back within the task.
        setTimeout(() => {
          if (!listeners.size && !running) state = idle
        })
      }
    },
    open: () => {
      void checkout.load().catch(() => {})
      if (state.status === 'idle' && !running) void follow(checkout.resume({ merchant_uid, onProgress }))
    },
    pay: request => {
      if (!running) become({ status: 'loading' })
      return follow(checkout.pay(request, { onProgress }))
    },
    reset: () => {
      if (!running) become(idle)
    },
  }
}

const stores = new WeakMap<Checkout, Map<string, Store>>()

/** The store of a checkout, an order and a language. */
export const storeOf = (checkout: Checkout, options: UseCheckoutOptions = {}): Store => {
  const { merchant_uid = '', locale = '' } = options
  const key = `${locale} ${merchant_uid}`
  const ofCheckout = stores.get(checkout) ?? new Map<string, Store>()
  stores.set(checkout, ofCheckout)
  const store = ofCheckout.get(key) ?? makeStore(checkout, options)
  ofCheckout.set(key, store)
  return store
}
