/** `useCheckout` for React 18 and newer. */
import type { Checkout } from 'iamport-checkout'
import { useEffect, useSyncExternalStore } from 'react'
import { type CheckoutState, idle, type Pay, storeOf, type UseCheckoutOptions } from '../hooks/store.ts'

export type { CheckoutState, CheckoutStatus, Pay, UseCheckoutOptions } from '../hooks/store.ts'

/** What `useCheckout` gives. `pay` and `reset` stay the same functions from render to render. */
export interface UseCheckout extends CheckoutState {
  /** Takes a payment; call it in the click handler, before any `await`. Never rejects: how it ended is in the state. */
  pay: Pay
  /** Back to `idle`, unless a payment is under way. */
  reset(): void
}

const idleState = (): CheckoutState => idle

/**
 * A payment as a component shows it. On mount the script is preloaded, and a payment that comes back to the page is taken up,
 * once. Unmounting ends nothing: the window stays open, and the payment goes on.
 *
 * Components with the same checkout and order share one payment. On a server it renders as `idle`.
 *
 * @param checkout of `createCheckout`, with `verify`; made once, outside of the component.
 *
 * @example
 * const checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
 *
 * const PayButton = ({ order }) => {
 *   const { pay, status, text } = useCheckout(checkout, { merchant_uid: order.merchant_uid })
 *   return <>
 *     <button disabled={status !== 'idle' && status !== 'failed'} onClick={() => pay(order)}>결제하기</button>
 *     <p role="status">{text}</p>
 *   </>
 * }
 */
export const useCheckout = (checkout: Checkout, options: UseCheckoutOptions = {}): UseCheckout => {
  const store = storeOf(checkout, options)
  const state = useSyncExternalStore(store.subscribe, store.state, idleState)
  useEffect(() => store.open(), [store])
  return { ...state, pay: store.pay, reset: store.reset }
}
