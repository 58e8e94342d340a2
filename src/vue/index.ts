/** `useCheckout` for Vue 3.3 and newer. */
import type { Checkout, PayError, VerifiedPayment } from 'iamport-checkout'
import {
  type ComputedRef,
  computed,
  getCurrentInstance,
  type MaybeRefOrGetter,
  onMounted,
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
} from 'vue'
import { type CheckoutStatus, idle, type Pay, storeOf, type UseCheckoutOptions } from '../hooks/store.ts'

export type { CheckoutState, CheckoutStatus, Pay } from '../hooks/store.ts'

/** Which payment it is about; the order may change while the component lives. */
export interface VueCheckoutOptions extends Omit<UseCheckoutOptions, 'merchant_uid'> {
  /**
   * The order that the page is about. The unfinished payment of another order is left for its own page.
   *
   * @default whatever order there is
   */
  merchant_uid?: MaybeRefOrGetter<string | undefined>
}

/** What `useCheckout` gives: refs, and functions. */
export interface UseCheckout {
  status: ComputedRef<CheckoutStatus>
  payment: ComputedRef<VerifiedPayment | null>
  error: ComputedRef<PayError | null>
  text: ComputedRef<string>
  /** Takes a payment; call it in the click handler, before any `await`. Never rejects: how it ended is in the refs. */
  pay: Pay
  /** Back to `idle`, unless a payment is under way. */
  reset(): void
}

/**
 * A payment as a component shows it. On mount the script is preloaded, and a payment that comes back to the page is taken up,
 * once. Unmounting ends nothing: the window stays open, and the payment goes on.
 *
 * Components with the same checkout and order share one payment. On a server it renders as `idle`.
 *
 * @param checkout of `createCheckout`, with `verify`; made once, outside of the component.
 *
 * @example
 * const { pay, status, text } = useCheckout(checkout, { merchant_uid: () => props.order.merchant_uid })
 */
export const useCheckout = (checkout: Checkout, options: VueCheckoutOptions = {}): UseCheckout => {
  const { locale } = options
  const store = () => storeOf(checkout, { merchant_uid: toValue(options.merchant_uid), locale })
  const state = shallowRef(idle)
  let unsubscribe = (): void => {}

  const follow = (): void => {
    unsubscribe()
    const current = store()
    const look = (): void => {
      state.value = current.state()
    }
    unsubscribe = current.subscribe(look)
    look()
    current.open()
  }

  // A component follows it from its mount on, which a server never comes to.
  if (getCurrentInstance()) onMounted(follow)
  else if (typeof document === 'object') follow()
  watch(() => toValue(options.merchant_uid), follow)
  onScopeDispose(() => unsubscribe())

  return {
    status: computed(() => state.value.status),
    payment: computed(() => state.value.payment),
    error: computed(() => state.value.error),
    text: computed(() => state.value.text),
    pay: request => store().pay(request),
    reset: () => store().reset(),
  }
}
