/** `useCheckout` for React 18 and newer. */
import type { Checkout } from 'iamport-checkout'
import { useSyncExternalStore } from 'react'
import {
  type CheckoutState,
  idle,
  type Pay,
  storeOf,
  textOf,
  type UseCheckoutOptions,
} from '../hooks/store.ts'

export type { CheckoutState, CheckoutStatus, Pay, UseCheckoutOptions } from '../hooks/store.ts'

/** What `useCheckout` gives: the state of the payment, and functions that stay the same ones from render to render. */
export type UseCheckout = CheckoutState & {
  /** With `done` and `failed`: a sentence for the buyer, in the page's language. Else empty. */
  readonly text: string
  /**
   * Takes a payment: to be called in the click handler, before any `await`. Does not reject: how the payment ended is in the
   * state.
   */
  readonly pay: Pay
  /** Back to `idle`, unless a payment is under way. */
  readonly reset: () => void
}

const idleState = (): CheckoutState => idle

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
 * const checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
 *
 * const PayButton = ({ order }) => {
 *   const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: order.merchant_uid })
 *   const mayPay = status === 'idle' || (status === 'failed' && !error.mayHavePaid)
 *   return <>
 *     <button disabled={!mayPay} onClick={() => pay({ pg: 'html5_inicis', ...order })}>결제하기</button>
 *     <p role="status">{text}</p>
 *   </>
 * }
 */
export const useCheckout = (checkout: Checkout, options: UseCheckoutOptions = {}): UseCheckout => {
  const store = storeOf(checkout, options)
  const state = useSyncExternalStore(store.subscribe, store.state, idleState)
  return { ...state, text: textOf(state, options), pay: store.pay, reset: store.reset }
}
