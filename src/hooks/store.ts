/**
 * What a page shows of a payment, for the hooks of every framework: one store for each checkout and order, so that the buttons
 * of a page share one payment, and the page of order B hears nothing of order A.
 */
import type {
  Checkout,
  KnownParameters,
  Needs,
  ProgressStep,
  VerifiedPayment,
  VerifiedPaymentOptions,
} from 'iamport-checkout'
import { isPayError, PayError } from 'iamport-checkout'
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
export type CheckoutStatus = CheckoutState['status']

/** A payment as a page shows it. `status` says which of the other members are there. */
export type CheckoutState =
  | {
      readonly status: 'idle' | 'loading' | 'open' | 'leaving' | 'verifying'
      readonly payment: null
      readonly error: null
    }
  | {
      readonly status: 'done'
      /** What the server has proven. */
      readonly payment: VerifiedPayment
      readonly error: null
    }
  | {
      readonly status: 'failed'
      readonly payment: null
      /** How it ended. `mayHavePaid` says whether the buyer may pay again. */
      readonly error: PayError
    }

/** Which payment a hook is about. */
export interface UseCheckoutOptions {
  /**
   * The order that the page is about. The unfinished payment of another order is left for its own page, and `pay` refuses
   * another order. An empty text is an order that the page does not know yet.
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

/**
 * Takes a payment: to be called in the click handler, before any `await`. The promise has the payment that the server calls
 * good, and null where there is none. It does not reject: how a payment ended is in the state.
 *
 * Another call for the order of a payment that is under way, or done, gets that payment. While one is under way, a call for
 * another order begins nothing, and gives null.
 */
export type Pay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
) => Promise<VerifiedPayment | null>

/** The store of one checkout and order. Its functions are the same ones for as long as the page lives. */
export interface Store {
  readonly state: () => CheckoutState
  /**
   * Calls back at each change, until the returned function is called. The first subscriber opens the store: the script is
   * preloaded, and a payment that has come back to the page is taken up.
   */
  readonly subscribe: (listener: () => void) => () => void
  readonly pay: Pay
  /** Back to `idle`, unless a payment is under way. */
  readonly reset: () => void
}

const unfinished = (status: 'idle' | 'loading' | 'open' | 'leaving' | 'verifying'): CheckoutState => ({
  status,
  payment: null,
  error: null,
})

export const idle = unfinished('idle')

/** The state behind a payment that has gone well; undefined where there was none. */
const done = (payment: VerifiedPayment | null): CheckoutState | undefined =>
  payment ? { status: 'done', payment, error: null } : undefined

/** The state behind a failure. Anything but a PayError is a fault of the package, and has to be heard of. */
const failed = (error: unknown): CheckoutState => {
  if (!isPayError(error)) throw error
  return { status: 'failed', payment: null, error }
}

/** The payment whose steps the state shows. */
interface Current {
  /** Its order; undefined for a landing on a page that names none. */
  readonly order: string | undefined
  readonly end: Promise<VerifiedPayment | null>
}

const makeStore = (checkout: Checkout, merchant_uid: string | undefined): Store => {
  let state = idle
  let current: Current | undefined
  const listeners = new Set<() => void>()

  const become = (next: CheckoutState): void => {
    state = next
    for (const listener of [...listeners]) listener()
  }

  /** `opening` is no window to be seen yet. */
  const showStep = (step: ProgressStep): void => {
    const status = step === 'opening' ? 'loading' : step
    if (status !== state.status) become(unfinished(status))
  }

  /** Waits for the end of a payment and shows it, unless the state shows another payment by then. */
  const conclude = async (
    promise: Promise<VerifiedPayment | null>,
    isShown = () => true,
  ): Promise<VerifiedPayment | null> => {
    const next = await promise.then(done, failed)
    if (isShown()) {
      current = undefined
      if (next) become(next)
    }
    return next?.payment ?? null
  }

  const takeUp = (): void => {
    if (current) return
    let settle: (end: Promise<VerifiedPayment | null>) => void = () => {}
    // The first step may come inside of the call, before there is a promise to know the payment by.
    const taken: Current = { order: merchant_uid, end: new Promise(resolve => (settle = resolve)) }
    const isShown = (): boolean => !current || current === taken
    const onProgress = (step: ProgressStep): void => {
      // A payment that was begun meanwhile hears the server's word at its own end.
      if (!isShown()) return
      current = taken
      showStep(step)
    }
    settle(conclude(checkout.resume({ merchant_uid, onProgress }), isShown))
  }

  const options: VerifiedPaymentOptions = {
    onProgress: showStep,
    // A payment that is under way by then hears the server's word at its own end.
    onLateResult: payment => {
      if (!current) become(done(payment)!)
    },
  }

  const otherOrder = (order: string): PayError =>
    new PayError('INVALID_REQUEST', `useCheckout is about the order "${merchant_uid}", not "${order}".`, {
      merchant_uid: order,
    })

  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      if (listeners.size === 1) {
        // A payment loads the script again, and says what is wrong with it.
        checkout.load().catch(() => {})
        takeUp()
      }
      return () => {
        listeners.delete(listener)
        // The next page may be about another order. StrictMode and Fast Refresh come back within the task.
        setTimeout(() => {
          if (merchant_uid === undefined && !listeners.size && !current) state = idle
        })
      }
    },
    // Nothing is awaited before the script is called, because popups belong to the click.
    pay: async request => {
      const order = String(request?.merchant_uid)
      if (current) return current.order === order ? current.end : null
      if (state.payment?.merchant_uid === order) return state.payment
      const isMeant = order === (merchant_uid ?? order)
      showStep('loading')
      const end = conclude(isMeant ? checkout.pay(request, options) : Promise.reject(otherOrder(order)))
      current = { order, end }
      return end
    },
    reset: () => {
      if (!current) become(idle)
    },
  }
}

const stores = new WeakMap<Checkout, Map<string | undefined, Store>>()

/**
 * The store of a checkout and an order. A server makes a new one for each page that it renders, because it would keep the
 * orders of all buyers.
 */
export const storeOf = (checkout: Checkout, { merchant_uid: given }: UseCheckoutOptions): Store => {
  // Plain JavaScript may name the order by a number, which the request converts as well.
  const merchant_uid = given == null ? undefined : String(given)
  if (typeof document === 'undefined') return makeStore(checkout, merchant_uid)
  const ofCheckout = stores.get(checkout) ?? new Map<string | undefined, Store>()
  stores.set(checkout, ofCheckout)
  const store = ofCheckout.get(merchant_uid) ?? makeStore(checkout, merchant_uid)
  ofCheckout.set(merchant_uid, store)
  return store
}

const pageLocale = (): 'ko' | 'en' =>
  /^ko\b/i.test(document.documentElement.lang || navigator.language) ? 'ko' : 'en'

/** The sentence for the buyer; empty until a payment has ended. */
export const textOf = ({ payment, error }: CheckoutState, { locale }: UseCheckoutOptions): string => {
  if (payment) return describePayment(payment, locale ?? pageLocale())
  return error ? describeError(error, locale ?? pageLocale()) : ''
}
