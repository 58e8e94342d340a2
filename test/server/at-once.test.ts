/** A thousand calls at once on a bad day, with a store in memory that counts the goods. */
import { describe, expect, it } from 'vitest'
import { memoryOrders, type Orders } from '../../src/server/index.ts'
import { ordersOf, runBadDay, settled } from './torture.ts'

/** A store that takes its time, and hands goods out in the step that saves. */
const countingOrders = (count: number) => {
  const inner = memoryOrders(ordersOf(count))
  const goods: string[] = []
  const orders: Orders = {
    async find(merchant_uid) {
      await new Promise(resolve => setImmediate(resolve))
      return inner.find(merchant_uid)
    },
    async save(merchant_uid, payment, version) {
      await new Promise(resolve => setImmediate(resolve))
      const before = (await inner.find(merchant_uid))?.payment?.verdict
      const isSaved = await inner.save(merchant_uid, payment, version)
      if (isSaved && payment.verdict === 'paid' && before !== 'paid') goods.push(merchant_uid)
      return isSaved
    },
  }
  return { orders, goods }
}

describe.each([1, 50])('a thousand calls at once on %d orders, on a bad day', count => {
  it.each([1, 2])(
    'hand out goods exactly once, and store what is right (seed %d)',
    async seed => {
      const { orders, goods } = countingOrders(count)
      const { report, errors, changes, api } = await runBadDay(orders, count, seed)
      expect(errors).toEqual([])
      expect(report).toMatchObject({ orders: count, failed: [] })
      expect(goods.sort()).toEqual(
        ordersOf(count)
          .map(it => it.merchant_uid)
          .sort(),
      )
      for (const [index, { merchant_uid }] of ordersOf(count).entries()) {
        expect((await orders.find(merchant_uid))?.payment).toEqual(settled(index))
      }
      // Every order became paid once by what the listener heard.
      expect(changes.filter(([, previous, verdict]) => previous === null && verdict === 'paid')).toHaveLength(
        count,
      )
      expect(api.mostInFlight).toBe(1)
    },
    120_000,
  )
})
