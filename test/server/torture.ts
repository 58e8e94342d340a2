/**
 * A bad day: a thousand calls of the page, the webhook and the job at once, while PortOne is slow, answers out of order,
 * refuses its own tokens, is busy, broken, or sends HTML. Goods go out once all the same.
 */
import { createPayments, type Orders, type Payment, PortOneError } from '../../src/server/index.ts'
import {
  createPortOneApi,
  envelope,
  html,
  KEY,
  payment,
  post,
  SECRET,
  type Trouble,
} from '../support/portone-api.ts'

/** Numbers that look like chance and come again with the same seed. */
export const randomWith = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const after = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** What goes wrong, by turns. */
export const badDay = (api: { token: string }, random: (below: number) => number): Trouble => {
  let tokens = 1
  return async () => {
    // Answers overtake each other.
    await after(random(15))
    switch (random(12)) {
      case 0:
        return envelope(null, { status: 500, code: -1, message: 'down' })
      case 1:
        return new Response('', { status: 429 })
      case 2:
        return html(502)
      case 3:
        return html(404)
      case 4:
        tokens += 1
        api.token = `token-${tokens}`
        return undefined
      case 5:
        throw new TypeError('fetch failed')
      case 6:
        await after(40)
        return undefined
      default:
        return undefined
    }
  }
}

/** The orders of a bad day, and what PortOne knows of them before it begins: nothing is paid yet. */
export const ordersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ merchant_uid: `order_${index}`, amount: 14_000 }))

/** What happens at PortOne while everybody asks: a failed try, then the payment, then a part of it back. */
export const happen = (
  payments: Payment[],
  cancelled: (it: Payment, amount: number) => void,
  count: number,
) => {
  const each = (act: (merchant_uid: string, index: number) => void) => {
    for (let index = 0; index < count; index += 1) act(`order_${index}`, index)
  }
  const uidOf = (index: number) => `imp_${index}`
  return [
    () =>
      each((merchant_uid, index) =>
        payments.unshift(payment({ imp_uid: `imp_f${index}`, merchant_uid, status: 'failed' })),
      ),
    () => each((merchant_uid, index) => payments.unshift(payment({ imp_uid: uidOf(index), merchant_uid }))),
    () => each((_, index) => cancelled(payments.find(it => it.imp_uid === uidOf(index))!, 4000)),
  ]
}

/** One of the calls that come in. What is not known is said so; whatever else goes wrong is thrown. */
export const callOnce = async (
  payments: ReturnType<typeof createPayments>,
  count: number,
  random: (below: number) => number,
): Promise<void> => {
  const index = random(count)
  const claim = { merchant_uid: `order_${index}`, imp_uid: random(3) ? `imp_${index}` : null }
  const kind = random(20)
  if (kind === 0) {
    await payments.reconcile({ since: Date.now() - 60_000 }).catch(error => {
      if (!(error instanceof PortOneError)) throw error
    })
    return
  }
  const response = await (kind < 10 ? payments.complete(post(claim)) : payments.webhook(post(claim)))
  if (response.status !== 200 && response.status !== 503) throw new Error(`answered by ${response.status}`)
  await response.text()
}

/** What has to be stored in the end. */
export const settled = (index: number) => ({
  verdict: 'paid',
  reason: 'refunded-in-part',
  imp_uid: `imp_${index}`,
  paid: 14_000,
  refunded: 4000,
  currency: 'KRW',
})

/** Runs a bad day over a store, in this process, and has everything in order afterwards. */
export const runBadDay = async (orders: Orders, count: number, seed: number, calls = 1000) => {
  const api = createPortOneApi()
  const random = randomWith(seed)
  const changes: [string, string | null, string][] = []
  const errors: unknown[] = []
  const payments = createPayments({
    key: KEY,
    secret: SECRET,
    orders,
    fetch: api.fetch,
    onChange: ({ merchant_uid, previous, verdict }) => changes.push([merchant_uid, previous, verdict]),
    onError: error => {
      if (!(error instanceof PortOneError)) errors.push(error)
    },
  })
  api.trouble = badDay(api, random)
  const events = happen(api.payments, api.cancelled, count)
  const all: Promise<void>[] = []
  for (let call = 0; call < calls; call += 1) {
    if (call % Math.floor(calls / 4) === 0) events.shift()?.()
    all.push(callOnce(payments, count, random))
    if (call % 10 === 0) await after(1)
  }
  await Promise.all(all)
  for (const event of events) event()

  api.trouble = undefined
  const report = await payments.reconcile({ since: Date.now() - 60_000 })
  return { changes, errors, report, api, payments }
}
