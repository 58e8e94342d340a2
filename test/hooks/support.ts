/** A page with a hook on it, in each framework, and the script and the server that it meets. */
import {
  type Checkout,
  createCheckout,
  type PayError,
  type ShopOptions,
  type Verdict,
  type VerifiedPayment,
} from 'iamport-checkout'
import { type UseCheckout, type UseCheckoutOptions, useCheckout } from 'iamport-checkout/react'
import { useCheckout as useVueCheckout } from 'iamport-checkout/vue'
import { createElement, type ReactElement, StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { vi } from 'vitest'
import { createApp, defineComponent, h, ref } from 'vue'

export const orderA = {
  pg: 'html5_inicis',
  merchant_uid: 'order_a',
  name: '주문명',
  amount: 14000,
  currency: 'KRW',
  buyer_tel: '010-1234-5678',
}
export const orderB = { ...orderA, merchant_uid: 'order_b' }

export type Response = Record<string, unknown>
export const paid = (merchant_uid = 'order_a'): Response => ({
  success: true,
  imp_uid: `imp_${merchant_uid}`,
  merchant_uid,
})
export const cancelled = (merchant_uid = 'order_a'): Response => ({
  success: false,
  imp_uid: `imp_${merchant_uid}`,
  merchant_uid,
  error_msg: '사용자가 결제를 취소하셨습니다',
})

/** A script without windows, whose callback the test calls. */
export interface Script {
  /** The orders that `IMP.request_pay` was called for. */
  readonly called: string[]
  /** Calls the newest request back. */
  answer(response: Response): void
  /** Ends the request that is still open, if there is one, so that no payment outlives its test. */
  giveUp(): void
}

export const installScript = (): Script => {
  const called: string[] = []
  let callBack: (response: Response) => void = () => {}
  let open: string | undefined
  const IMP = {
    init() {},
    agency() {},
    certification() {},
    request_pay({ merchant_uid }: { merchant_uid: string }, callback: (response: Response) => void) {
      called.push(merchant_uid)
      open = merchant_uid
      callBack = callback
    },
  }
  Object.assign(window, { IMP })
  const answer = (response: Response): void => {
    open = undefined
    callBack(response)
  }
  return { called, answer, giveUp: () => open && answer(cancelled(open)) }
}

type Saying = Verdict | 'down' | 'silent'

/** A shop whose server says these, one after the other, and the last one for ever. */
export const shop = (...sayings: Saying[]) => {
  const claims: string[] = []
  const verify: ShopOptions['verify'] = async ({ merchant_uid }) => {
    claims.push(merchant_uid)
    const saying = sayings.length > 1 ? sayings.shift()! : sayings[0]!
    if (saying === 'down') throw new TypeError('Failed to fetch')
    if (saying === 'silent') return new Promise(() => {})
    return saying
  }
  return { checkout: createCheckout({ userCode: 'imp12345678', verify }), claims }
}

/** A component with the hook, as a test sees it. */
export interface Shown {
  readonly status: UseCheckout['status']
  readonly payment: VerifiedPayment | null
  readonly error: PayError | null
  readonly text: string
  readonly pay: UseCheckout['pay']
  readonly reset: UseCheckout['reset']
}

export interface Page {
  /** What the component shows now. */
  shown(): Shown
  /** Every status that it has rendered, one after the other. */
  readonly statuses: string[]
  /** The component is about another order from now on. */
  show(options: UseCheckoutOptions): void
  unmount(): void
}

export type Framework = 'React' | 'React, StrictMode' | 'Vue'

const note = (statuses: string[], status: string): void => {
  if (statuses.at(-1) !== status) statuses.push(status)
}

/** Each page is also an element of the document, so that unmounting takes it away. */
const place = (): HTMLElement => document.body.appendChild(document.createElement('div'))

const reactPage = (checkout: Checkout, options: UseCheckoutOptions, isStrict: boolean): Page => {
  const statuses: string[] = []
  let shown: Shown
  const Button = (given: UseCheckoutOptions): null => {
    shown = useCheckout(checkout, given)
    note(statuses, shown.status)
    return null
  }
  const root: Root = createRoot(place())
  const show = (given: UseCheckoutOptions): void => {
    const button: ReactElement = createElement(Button, given)
    flushSync(() => root.render(isStrict ? createElement(StrictMode, null, button) : button))
  }
  show(options)
  return { shown: () => shown, statuses, show, unmount: () => flushSync(() => root.unmount()) }
}

const vuePage = (checkout: Checkout, options: UseCheckoutOptions): Page => {
  const statuses: string[] = []
  const given = ref(options)
  let refs!: ReturnType<typeof useVueCheckout>
  const Button = defineComponent(() => {
    refs = useVueCheckout(checkout, {
      merchant_uid: () => given.value.merchant_uid,
      locale: () => given.value.locale,
    })
    return () => {
      note(statuses, refs.status.value)
      return h('button', refs.text.value)
    }
  })
  const app = createApp(Button)
  app.mount(place())
  return {
    shown: () => ({
      status: refs.status.value,
      payment: refs.payment.value,
      error: refs.error.value,
      text: refs.text.value,
      pay: refs.pay,
      reset: refs.reset,
    }),
    statuses,
    show: next => {
      given.value = next
    },
    unmount: () => app.unmount(),
  }
}

export const openPage = (framework: Framework, checkout: Checkout, options: UseCheckoutOptions = {}): Page =>
  framework === 'Vue'
    ? vuePage(checkout, options)
    : reactPage(checkout, options, framework === 'React, StrictMode')

/** Lets time pass, and whatever is due in it happen. */
export const pass = (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

/** Loads the page anew: what the document remembers is gone, what the tab remembers is not. */
export const reload = (): void => {
  Reflect.deleteProperty(window, Symbol.for('iamport-checkout'))
}
