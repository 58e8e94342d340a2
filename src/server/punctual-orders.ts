/** The shop's store, held to a time limit: a connection that never answers would hold whoever asks for ever. */
import { within } from './deadline.ts'
import type { Orders } from './orders.ts'
import { PortOneError } from './portone/error.ts'
import * as texts from './texts.ts'

/** The same store, of which each call rejects after so many milliseconds. What it did by then, or does later, stays done. */
export const punctualOrders = (orders: Orders, ms: number): Orders => {
  const limited = <T>(merchant_uid: string, work: () => Promise<T>): Promise<T> =>
    within(ms, work, () => new PortOneError('TIMEOUT', texts.over(merchant_uid, ms)))
  return {
    find: merchant_uid => limited(merchant_uid, async () => orders.find(merchant_uid)),
    save: (merchant_uid, payment, version) =>
      limited(merchant_uid, async () => orders.save(merchant_uid, payment, version)),
  }
}
