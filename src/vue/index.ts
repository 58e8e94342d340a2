/** `useCheckout` for Vue 3.3 and newer. */
import type { Checkout, PayError, VerifiedPayment } from 'iamport-checkout'
import {
  type ComputedRef,
  computed,
  getCurrentInstance,
  type MaybeRefOrGetter,
  onMounted,
  shallowRef,
  toValue,
  watch,
} from 'vue'
import { type CheckoutStatus, idle, type Pay, type Store, storeOf, textOf } from '../hooks/store.ts'

export type { CheckoutStatus, Pay } from '../hooks/store.ts'

/** Which payment it is about. Each may be a ref, or a function such as `() => props.order.merchant_uid`. */
export interface UseCheckoutOptions {
  /**
   * The order that the page is about. The unfinished payment of another order is left for its own page, and `pay` refuses
   * another order. An empty text is an order that the page does not know yet.
   *
   * @default whatever order there is
   */
  merchant_uid?: MaybeRefOrGetter<string | undefined>
  /**
   * The language of `text`.
   *
   * @default Korean where the page's is (`<html lang>`, else the browser's), else English
   */
  locale?: MaybeRefOrGetter<'ko' | 'en' | undefined>
}

/** What `useCheckout` gives: refs, and functions. */
export interface UseCheckout {
  readonly status: ComputedRef<CheckoutStatus>
  /** With `done`: what the server has proven. */
  readonly payment: ComputedRef<VerifiedPayment | null>
  /** With `failed`: how it ended. `mayHavePaid` says whether the buyer may pay again. */
  readonly error: ComputedRef<PayError | null>
  /** With `done` and `failed`: a sentence for the buyer, in the page's language. Else empty. */
  readonly text: ComputedRef<string>
  /**
   * Takes a payment: to be called in the click handler, before any `await`. Does not reject: how the payment ended is in the
   * refs.
   */
  readonly pay: Pay
  /** Back to `idle`, unless a payment is under way. */
  readonly reset: () => void
}

/**
 * The payment of an order as a component shows it. On mount the script is preloaded, and a payment that comes back to the page
 * (a redirect, the Back button, a reload while the server was asked) is taken up, once. Unmounting ends nothing: the window
 * stays open, the payment goes on, and the component finds its end when it is there again.
 *
 * Components with the same checkout and order share one payment. On a server it renders as `idle`.
 *
 * The script is chosen before the first request is known: with a `channelKey`, or a gateway that only `v1` knows, give
 * `createCheckout` the option `sdk: 'v1'`, or `provider`.
 *
 * @param checkout of `createCheckout`, with `verify`; made once, outside of the component.
 *
 * @example
 * const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: () => props.order.merchant_uid })
 * const mayPay = computed(() => status.value === 'idle' || error.value?.mayHavePaid === false)
 */
export const useCheckout = (checkout: Checkout, options: UseCheckoutOptions = {}): UseCheckout => {
  const plain = () => ({ merchant_uid: toValue(options.merchant_uid), locale: toValue(options.locale) })
  const store = (): Store => storeOf(checkout, plain())
  const state = shallowRef(idle)

  /** Shows the store of the order, and that of the next order when it changes, until the component's scope is disposed. */
  const follow = (): void => {
    const show = (current: Store, _: unknown, onCleanup: (end: () => void) => void): void => {
      const look = (): void => {
        state.value = current.state()
      }
      onCleanup(current.subscribe(look))
      look()
    }
    watch(store, show, { immediate: true })
  }
  // A component follows the store from its mount on, which does not happen on a server.
  if (getCurrentInstance()) onMounted(follow)
  else if (typeof document === 'object') follow()

  return {
    status: computed(() => state.value.status),
    payment: computed(() => state.value.payment),
    error: computed(() => state.value.error),
    text: computed(() => textOf(state.value, plain())),
    pay: request => store().pay(request),
    reset: () => store().reset(),
  }
}
