/** The store in memory, and the kit by which a shop tries out its own. */
import { describe, expect, it } from 'vitest'
import {
  describeReason,
  memoryOrders,
  type Orders,
  type PaymentRecord,
  type StoredOrder,
  testOrders,
} from '../../src/server/index.ts'
import { reasons } from '../../src/server/reasons.ts'

/** Time for another caller to come in between, as a database takes it. */
const wait = () => new Promise(resolve => setTimeout(resolve, 1))

/** A store of a shop's, that keeps its rows here and takes its time. `save` is what people write. */
const storeWith =
  (
    save: (rows: Map<string, StoredOrder>) => Orders['save'],
    find?: (rows: Map<string, StoredOrder>) => Orders['find'],
  ) =>
  (order: { merchant_uid: string; amount: number; currency: string }): Orders => {
    const { merchant_uid, amount, currency } = order
    const rows = new Map<string, StoredOrder>([
      [merchant_uid, { amount, currency, payment: null, version: 0 }],
    ])
    return {
      find:
        find?.(rows) ??
        (async id => {
          await wait()
          const row = rows.get(id)
          return row && { ...row }
        }),
      save: save(rows),
    }
  }

const right =
  (rows: Map<string, StoredOrder>): Orders['save'] =>
  async (id, payment, version) => {
    await wait()
    const row = rows.get(id)
    if (!row || row.version !== version) return false
    rows.set(id, { ...row, payment, version: version + 1 })
    return true
  }

describe('testOrders', () => {
  it('passes a store that is right, in memory and elsewhere', async () => {
    await testOrders(order => memoryOrders([order]), { expect })
    await testOrders(storeWith(right), { expect })
    await testOrders(async order => storeWith(right)(order), { expect })
  })

  const wrong: [
    string,
    (order: { merchant_uid: string; amount: number; currency: string }) => Orders,
    string,
  ][] = [
    [
      'doesn’t check the version',
      storeWith(rows => async (id, payment, version) => {
        await wait()
        const row = rows.get(id)
        if (!row) return false
        rows.set(id, { ...row, payment, version: version + 1 })
        return true
      }),
      'save() says that it wrote',
    ],
    [
      'looks first, and writes then',
      storeWith(rows => async (id, payment, version) => {
        const row = rows.get(id)
        if (!row || row.version !== version) return false
        await wait()
        rows.set(id, { ...row, payment, version: version + 1 })
        return true
      }),
      'of 40 saves at once',
    ],
    [
      'compares what was there, as SQL does with null',
      storeWith(rows => {
        const save = right(rows)
        return async (id, payment, version) => (rows.get(id)?.payment ? save(id, payment, version) : false)
      }),
      'save() says that it wrote',
    ],
    [
      'always says that it wrote',
      storeWith(rows => async (id, payment, version) => {
        await right(rows)(id, payment, version)
        return true
      }),
      'save() says that it wrote',
    ],
    [
      'forgets',
      storeWith(rows => async (id, _, version) => {
        await wait()
        const row = rows.get(id)
        if (!row || row.version !== version) return false
        rows.set(id, { ...row, version: version + 1 })
        return true
      }),
      'imp_1',
    ],
    [
      'doesn’t count the version up',
      storeWith(rows => async (id, payment, version) => {
        await wait()
        const row = rows.get(id)
        if (!row || row.version !== version) return false
        rows.set(id, { ...row, payment })
        return true
      }),
      'save() changes the version',
    ],
    [
      'says 1 and 0, as drivers do',
      storeWith(
        rows => async (id, payment, version) => ((await right(rows)(id, payment, version)) ? 1 : 0) as never,
      ),
      'save() says that it wrote',
    ],
    [
      'makes an order of one that isn’t there',
      storeWith(rows => async (id, payment, version) => {
        if (rows.has(id)) return right(rows)(id, payment, version)
        rows.set(id, { amount: 0, payment, version: 1 })
        return true
      }),
      'save() says that it wrote',
    ],
    [
      'gives numbers as text',
      storeWith(right, rows => async id => {
        const row = rows.get(id)
        return row && { ...row, amount: String(row.amount) as never }
      }),
      '14000',
    ],
    [
      'gives no version',
      storeWith(right, rows => async id => rows.get(id) && { ...rows.get(id)!, version: undefined as never }),
      'find() gives a version',
    ],
    [
      'gives the payment as text',
      storeWith(right, rows => async id => {
        const row = rows.get(id)
        return row && { ...row, payment: row.payment && (JSON.stringify(row.payment) as never) }
      }),
      'imp_1',
    ],
    ['finds nothing', storeWith(right, () => async () => undefined), 'find() gives the order'],
    [
      'loses a part of the record',
      storeWith(
        rows =>
          async (id, { others: _, ...payment }, version) =>
            right(rows)(id, payment as PaymentRecord, version),
      ),
      'imp_2',
    ],
    [
      'forgets the order’s number as it writes',
      storeWith(rows => async (_, payment, version) => {
        const row = [...rows.values()].find(it => it.version === version)
        if (!row) return false
        Object.assign(row, { payment: structuredClone(payment), version: version + 1 })
        return true
      }),
      'save() says that it wrote',
    ],
    [
      'forgets the order’s number as it writes, and says that it didn’t',
      storeWith(rows => async (id, payment, version) => {
        const row = [...rows.values()].find(it => it.version === version)
        if (!row) return false
        Object.assign(row, { payment: structuredClone(payment), version: version + 1 })
        return rows.has(id)
      }),
      'imp_missing',
    ],
    [
      'loses a discount',
      storeWith(
        rows =>
          async (id, { discount: _, ...payment }, version) =>
            right(rows)(id, payment as PaymentRecord, version),
      ),
      'discount',
    ],
    ['finds any order', storeWith(right, rows => async () => [...rows.values()][0]), 'undefined'],
  ]
  it.each(wrong)('finds a store that %s', async (_, makeOrders, told) => {
    const error = await testOrders(makeOrders, { expect }).catch(it => it)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('AssertionError')
    const { actual, expected } = error
    expect(`${error.message} ${JSON.stringify([actual, expected])} ${expected}`).toContain(told)
  })

  it('uses nothing of an assertion library but toBe and toEqual', async () => {
    const bare = (actual: unknown) => ({
      toBe: (expected: unknown) => expect(actual).toBe(expected),
      toEqual: (expected: unknown) => expect(actual).toEqual(expected),
    })
    await testOrders(order => memoryOrders([order]), { expect: bare })
    const forgetful = storeWith(() => async () => true)
    await expect(testOrders(forgetful, { expect: bare })).rejects.toThrow()
  })

  it('hands over another order each time, so that one table does', async () => {
    const numbers: string[] = []
    const orders = memoryOrders()
    const make = (order: { merchant_uid: string; amount: number }) => {
      numbers.push(order.merchant_uid)
      orders.add(order)
      return orders
    }
    await testOrders(make, { expect })
    await testOrders(make, { expect })
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(Math.max(...numbers.map(it => it.length))).toBeLessThanOrEqual(40)
  })
})

describe('memoryOrders', () => {
  const record = {
    verdict: 'paid',
    reason: 'paid',
    imp_uid: 'imp_1',
    paid: 1,
    refunded: 0,
    currency: 'KRW',
  } as const

  it('gives copies, and keeps copies', async () => {
    const orders = memoryOrders([{ merchant_uid: 'order_1', amount: 1, currency: 'USD', closed: true }])
    const found = await orders.find('order_1')
    expect(found).toEqual({ amount: 1, currency: 'USD', closed: true, version: 1 })
    found!.amount = 9
    const saved: PaymentRecord = { ...record, reviewed: ['imp_1'] }
    await orders.save('order_1', saved, 1)
    saved.reviewed!.push('imp_2')
    expect(await orders.find('order_1')).toMatchObject({
      amount: 1,
      payment: { reviewed: ['imp_1'] },
      version: 2,
    })
  })

  it('changes an order that is added again, and keeps its payment', async () => {
    const orders = memoryOrders([{ merchant_uid: 'order_1', amount: 1 }])
    await orders.save('order_1', record, 1)
    orders.add({ merchant_uid: 'order_1', amount: 2, closed: true })
    expect(await orders.find('order_1')).toEqual({ amount: 2, closed: true, payment: record, version: 3 })
    // What was read before the change is over.
    expect(await orders.save('order_1', record, 2)).toBe(false)
  })

  it('bears numbers that objects have', async () => {
    const orders = memoryOrders()
    for (const merchant_uid of ['__proto__', 'constructor', 'toString']) {
      expect(await orders.find(merchant_uid)).toBe(undefined)
      orders.add({ merchant_uid, amount: 1 })
      expect(await orders.find(merchant_uid)).toMatchObject({ amount: 1 })
    }
  })
})

describe('describeReason', () => {
  it.each(Object.keys(reasons) as (keyof typeof reasons)[])(
    '%s has a sentence in Korean and in English',
    reason => {
      expect(describeReason(reason, 'ko')).toMatch(/[가-힣].*\.$/)
      expect(describeReason(reason, 'en')).toMatch(/^[A-Z][ -~]+\.$/)
    },
  )
})
