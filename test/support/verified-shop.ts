/** A shop that pays with `pay` on a page in jsdom: its order, the script, its server, and how a payment ended. */
import {
  createCheckout,
  type PayError,
  type ShopOptions,
  type Verdict,
  type VerifiedPayment,
} from 'iamport-checkout'
import { vi } from 'vitest'
import { goTo } from './browser.ts'

export type Response = Record<string, unknown>

export const order = {
  pg: 'html5_inicis',
  merchant_uid: 'order_1',
  name: '주문명',
  amount: 14000,
  currency: 'KRW',
  buyer_tel: '010-1234-5678',
}
export const paid: Response = { success: true, imp_uid: 'imp_1', merchant_uid: 'order_1' }
export const declined: Response = {
  success: false,
  imp_uid: 'imp_1',
  merchant_uid: 'order_1',
  error_msg: '한도초과',
}
/** A bare "no" to a payment with a number. */
export const doubtful: Response = { success: false, imp_uid: 'imp_1', merchant_uid: 'order_1' }

/** The script on the page. */
export const script = {
  /** How often it was asked for a payment. */
  called: 0,
  /** Calls the payment back, as the script does. */
  callBack: (_: Response): void => {},
}

/** A script without windows, whose callback the test calls. */
export const installScript = (answer?: Response): void => {
  script.called = 0
  const IMP = {
    init() {},
    agency() {},
    certification() {},
    request_pay(_: object, callback: (response: Response) => void) {
      script.called++
      script.callBack = callback
      if (answer) callback(answer)
    },
  }
  Object.assign(window, { IMP })
}

/** What the server says to one question: a verdict, or something that is no answer. */
export type Saying = Verdict | 'down' | 'unknown' | { verdict: Verdict; retryAfter?: number }

/** A server of the shop's that says these, one after the other, and the last one for ever. */
export const server = (...sayings: Saying[]) => {
  const times: number[] = []
  const claims: object[] = []
  const verify: ShopOptions['verify'] = async claim => {
    times.push(Date.now())
    claims.push(claim)
    const saying = sayings.length > 1 ? sayings.shift()! : sayings[0]!
    if (saying === 'down') throw new TypeError('Failed to fetch')
    return saying as Verdict
  }
  return { verify, times, claims }
}

export const checkoutWith = (verify: ShopOptions['verify'], options: Partial<ShopOptions> = {}) =>
  createCheckout({ userCode: 'imp12345678', ...(verify && { verify }), ...options })

export interface Ended {
  payment?: VerifiedPayment | null
  error?: PayError
  /** Milliseconds. */
  took: number
}

/** Waits for the end of a promise while time flies. */
export const endOf = async (promise: Promise<VerifiedPayment | null>): Promise<Ended> => {
  const begun = Date.now()
  let ended: Ended | undefined
  promise.then(
    payment => {
      ended = { payment, took: Date.now() - begun }
    },
    error => {
      ended = { error, took: Date.now() - begun }
    },
  )
  for (let i = 0; i < 400 && !ended; i++) await vi.advanceTimersByTimeAsync(100)
  if (!ended) throw new Error('pending after 40 seconds')
  return ended
}

/** What an end is in short: a verdict, or a code with its doubt. */
export const brief = ({ payment, error }: Ended): string =>
  error ? `${error.code} ${error.mayHavePaid}` : String(payment?.verdict)

/** Each test begins on a page that was just opened, in a new tab. */
export const openTab = (): void => {
  vi.useFakeTimers()
  sessionStorage.clear()
  goTo('/shop')
}
/** Loads the page anew: what the document remembers is gone, what the tab remembers is not. */
export const reload = (): void => {
  Reflect.deleteProperty(window, Symbol.for('iamport-checkout'))
}
export const closeTab = (): void => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  reload()
}
