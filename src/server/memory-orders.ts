/** Orders in memory, for tests and first steps. They are gone with the process, and each process has its own. */
import type { Orders, PaymentRecord, StoredOrder } from './orders.ts'

/** What `memoryOrders` is given: an order as the shop creates it. */
export interface NewOrder {
  merchant_uid: string
  /** The price in the currency's main unit. */
  amount: number
  /** @default 'KRW' */
  currency?: string | undefined
  closed?: boolean | undefined
}

export interface MemoryOrders extends Orders {
  /** Adds an order, or changes the price, the currency or `closed` of one that is there; its payment stays. */
  add(order: NewOrder): void
}

/** What comes out of a database is nobody else's object. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/**
 * A store that keeps orders in memory. **Not for a shop**: a restart forgets who has paid.
 *
 * @example
 * const orders = memoryOrders([{ merchant_uid: 'order_1', amount: 14000 }])
 * const payments = createPayments({ key: 'any', secret: 'any', orders, fetch: api.fetch })
 */
export const memoryOrders = (orders: Iterable<NewOrder> = []): MemoryOrders => {
  const stored = new Map<string, StoredOrder>()
  const add = ({ merchant_uid, amount, currency, closed }: NewOrder): void => {
    const { payment, version = 0 } = stored.get(merchant_uid) ?? {}
    stored.set(merchant_uid, {
      amount,
      ...(currency !== undefined && { currency }),
      ...(closed !== undefined && { closed }),
      ...(payment && { payment }),
      version: version + 1,
    })
  }
  for (const order of orders) add(order)
  return {
    add,
    async find(merchant_uid) {
      const order = stored.get(merchant_uid)
      return order && copy(order)
    },
    async save(merchant_uid: string, payment: PaymentRecord, version: number) {
      const order = stored.get(merchant_uid)
      // Nothing waits between the look and the write, so this is one step.
      if (!order || order.version !== version) return false
      stored.set(merchant_uid, { ...order, payment: copy(payment), version: version + 1 })
      return true
    },
  }
}
