/** The shop's orders and prices. In memory: a real shop has a database here. */
import { randomBytes } from 'node:crypto'
import { catalogue } from '../shared/catalogue.ts'
import type { Cart, LogEntry, Order, Product } from '../shared/order.ts'

/** What the server keeps beyond what the buyer may see. */
export interface StoredOrder extends Order {
  /**
   * Whether it is to be paid with a real account. Fixed when the order is made, so that a payment of the sandbox, which
   * anybody can make, never pays for a real order.
   */
  isReal: boolean
}

const orders = new Map<string, StoredOrder>()

/** Letters and digits only, because some gateways take nothing else; random, because a shop must not reuse one. */
const newNumber = (): string => `shop${Date.now().toString(36)}${randomBytes(3).toString('hex')}`

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100

/**
 * Makes an order. The browser says what it wants and how many; what that costs, only the server says.
 *
 * @returns undefined for an empty cart.
 */
export const addOrder = (
  wanted: unknown,
  { currency, isReal }: Pick<StoredOrder, 'currency' | 'isReal'>,
): StoredOrder | undefined => {
  const cart = Object.fromEntries(
    catalogue.map(({ id }) => {
      const count = (wanted as Partial<Record<Product['id'], unknown>> | undefined)?.[id]
      return [id, isCount(count) ? count : 0]
    }),
  ) as Cart
  const amount = catalogue.reduce((sum, { id, price }) => sum + cart[id] * price[currency], 0)
  if (!amount) return undefined
  const order: StoredOrder = {
    merchant_uid: newNumber(),
    cart,
    amount,
    currency,
    isReal,
    status: 'pending',
    imp_uid: undefined,
    handedOver: 0,
    refunded: 0,
    vbank: undefined,
    log: [],
  }
  orders.set(order.merchant_uid, order)
  note(order, 'ordered')
  return order
}

export const findOrder = (merchant_uid: unknown): StoredOrder | undefined => orders.get(String(merchant_uid))

export const note = (order: StoredOrder, what: LogEntry['what'], verdict?: LogEntry['verdict']): void => {
  order.log.push({ at: Date.now(), what, verdict })
}
