/**
 * A test kit for a shop's own store. `save` decides whether goods go out once or twice, and stores that look right are
 * wrong in ways that show on a busy day only.
 */
import type { Orders, PaymentRecord } from './orders.ts'

/** What `testOrders` uses of an assertion library. vitest's and Jest's `expect` fit as they are. */
export type Expect = (actual: unknown) => {
  toBe(expected: unknown): unknown
  toEqual(expected: unknown): unknown
}

/** An order as `testOrders` hands it over, to be stored before the test begins. */
export interface OrderToStore {
  merchant_uid: string
  amount: number
  currency: string
}

/** Enough that a look and a write of different callers cross. */
const AT_ONCE = 40

/** A record with all that a store could lose: nested lists, null, a fraction, Korean, signs that SQL knows. */
const recordOf = (imp_uid: string): PaymentRecord => ({
  verdict: 'paid',
  reason: 'refunded-in-part',
  imp_uid,
  paid: 59.97,
  refunded: 19.99,
  currency: 'USD',
  discount: 0.03,
  account: { bank: '신한은행 \'"\\%$1?', number: '110-123-456789', holder: null, due: 1_785_596_399 },
  others: [
    { imp_uid: 'imp_2', reason: 'amount-differs', paid: 100, refunded: 0, currency: 'KRW', discount: 7 },
  ],
  reviewed: ['imp_2'],
})

/**
 * Tries out a shop's store. Finds those that don't compare the version, that look first and write then, that never match
 * a payment that is null, that always say true, and that forget.
 *
 * @param makeOrders makes the store with **the order that it is handed** in it. It is called several times, each time with
 *   a number that was never there before, so one table does for all.
 * @param tools.expect vitest's or Jest's; only `toBe` and `toEqual` are used.
 * @returns rejects with what `expect` throws.
 * @example
 * it('stores orders', () =>
 *   testOrders(async order => {
 *     await pool.query('insert into orders (id, amount) values ($1, $2)', [order.merchant_uid, order.amount])
 *     return orders
 *   }, { expect }))
 */
export const testOrders = async (
  makeOrders: (order: OrderToStore) => Orders | Promise<Orders>,
  { expect }: { expect: Expect },
): Promise<void> => {
  const run = crypto.randomUUID().slice(0, 8)
  let made = 0
  const make = async () => {
    made += 1
    const order = { merchant_uid: `test_orders_${run}_${made}`, amount: 14_000, currency: 'KRW' }
    return { order, orders: await makeOrders(order) }
  }
  const isSaved = (saved: unknown) => ({ 'save() says that it wrote': saved })

  /** The order as the store has it. */
  const found = async (orders: Orders, merchant_uid: string) => {
    const order = await orders.find(merchant_uid)
    expect({ 'find() gives the order': Boolean(order) }).toEqual({ 'find() gives the order': true })
    return order!
  }

  // An order that was stored is found with its price, as a number, and with no payment.
  {
    const { order, orders } = await make()
    const { amount, currency, payment, version } = await found(orders, order.merchant_uid)
    expect({ amount, currency: currency ?? 'KRW', payment: payment ?? null }).toEqual({
      amount: 14_000,
      currency: 'KRW',
      payment: null,
    })
    expect({ 'find() gives a version': version !== undefined && version !== null }).toEqual({
      'find() gives a version': true,
    })
  }

  // What was saved is found again, all of it, and the version has changed. The first save meets a payment that is null.
  {
    const { order, orders } = await make()
    const { version } = await found(orders, order.merchant_uid)
    expect(isSaved(await orders.save(order.merchant_uid, recordOf('imp_1'), version))).toEqual(isSaved(true))
    const first = await found(orders, order.merchant_uid)
    expect(first.payment).toEqual(recordOf('imp_1'))
    expect(first.amount).toBe(14_000)
    expect({ 'save() changes the version': first.version !== version }).toEqual({
      'save() changes the version': true,
    })
    expect(isSaved(await orders.save(order.merchant_uid, recordOf('imp_3'), first.version))).toEqual(
      isSaved(true),
    )
    expect((await found(orders, order.merchant_uid)).payment).toEqual(recordOf('imp_3'))

    // A version that is no longer the order's loses, and nothing is written.
    for (const stale of [version, first.version]) {
      expect(isSaved(await orders.save(order.merchant_uid, recordOf('imp_stale'), stale))).toEqual(
        isSaved(false),
      )
    }
    expect((await found(orders, order.merchant_uid)).payment).toEqual(recordOf('imp_3'))

    // An order that isn't there is not found, and saving it writes nothing.
    const missing = `${order.merchant_uid}_missing`
    expect((await orders.find(missing)) ?? undefined).toBe(undefined)
    // Its version is the real order's, which a store that forgets the number in its condition would write.
    const { version: current } = await found(orders, order.merchant_uid)
    expect(isSaved(await orders.save(missing, recordOf('imp_missing'), current))).toEqual(isSaved(false))
    expect((await orders.find(missing)) ?? undefined).toBe(undefined)
    expect((await found(orders, order.merchant_uid)).payment).toEqual(recordOf('imp_3'))
  }

  // Of many that save at once, exactly one wins, and what it wrote is what is found. So it is with the first save of an
  // order, and with a later one.
  {
    const { order, orders } = await make()
    for (const round of ['first', 'second']) {
      const { version } = await found(orders, order.merchant_uid)
      const uids = Array.from({ length: AT_ONCE }, (_, index) => `imp_${round}_${index}`)
      const saved = await Promise.all(uids.map(it => orders.save(order.merchant_uid, recordOf(it), version)))
      const winners = uids.filter((_, index) => saved[index] === true)
      const told = { [`of ${AT_ONCE} saves at once, in the ${round} round, win`]: winners.length }
      expect(told).toEqual({ [Object.keys(told)[0]!]: 1 })
      expect((await found(orders, order.merchant_uid)).payment).toEqual(recordOf(winners[0]!))
    }
  }
}
