/** Every combination of what a payment can say, judged: none is paid that isn't. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, type Payment, type PaymentRecord } from '../../src/server/index.ts'
import { payment } from '../support/portone-api.ts'
import { ORDER } from './support.ts'

/** The same inputs in every run: what a new one finds is looked for with another seed, and not in the middle of a release. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) })

/** Runs of each property. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 2000)

describe('every combination', () => {
  const statuses = ['ready', 'paid', 'cancelled', 'failed', 'pending', 'soon', '', undefined]
  const methods = ['card', 'vbank', 'phone', 'cvs', null]
  const gateways = ['html5_inicis', 'paypal', 'galaxia']
  const sandboxes = [false, true, null, undefined]
  const usages = [null, undefined, '', 'issue', 'payment', 'payment.scheduled', 'soon']
  const amounts = [14_000, 13_000]
  const cancels = [0, 4000, 14_000]
  const numbers = ['110-123', null]
  const choices = { statuses, methods, gateways, sandboxes, usages, amounts, cancels, numbers }

  const product = <T extends Record<string, readonly unknown[]>>(
    lists: T,
  ): { [K in keyof T]: T[K][number] }[] =>
    Object.entries(lists).reduce(
      (rows, [name, list]) => rows.flatMap(row => list.map(value => ({ ...row, [name]: value }))),
      [{}],
    ) as never

  /** Written anew, in one sentence, and not by the rules: what a shop would sign before goods go out. */
  const isProven = (it: Payment): boolean =>
    it.sandbox === false &&
    it.amount === 14_000 &&
    [null, undefined, '', 'payment', 'payment.scheduled'].includes(it.customer_uid_usage as never) &&
    ((it.status === 'paid' && (it.cancel_amount ?? 0) < 14_000) ||
      (it.status === 'cancelled' &&
        it.cancel_amount === 4000 &&
        // PayPal has no history of it here, so that it isn't carried out.
        it.pg_provider !== 'paypal'))

  it('of status, method, gateway, channel, usage, amount and refund: paid is exactly what is proven', () => {
    const all = product(choices)
    expect(all.length).toBe(8 * 5 * 3 * 4 * 7 * 2 * 3 * 2)
    let paid = 0
    const wrong: unknown[] = []
    for (const row of all) {
      const it = {
        ...payment(),
        status: row.statuses,
        pay_method: row.methods,
        pg_provider: row.gateways,
        sandbox: row.sandboxes,
        customer_uid_usage: row.usages,
        amount: row.amounts,
        cancel_amount: row.cancels,
        vbank_num: row.numbers,
      } as Payment
      const { verdict, paid: came, refunded } = judge([it], ORDER)
      if (verdict === 'paid') paid += 1
      const isRight = (verdict === 'paid') === isProven(it)
      // Whoever is told that nothing came may pay again: never where money may be with the shop.
      const mayHaveMoney = it.status === 'paid' && (it.cancel_amount ?? 0) < it.amount
      const isSafe = !(mayHaveMoney && (verdict === 'unpaid' || verdict === 'cancelled'))
      const isSummed = verdict === 'paid' ? came === 14_000 && refunded === (it.cancel_amount ?? 0) : true
      if (!isRight || !isSafe || !isSummed) wrong.push([row, verdict, came, refunded])
    }
    expect(wrong).toEqual([])
    expect(paid).toBe(400)
  }, 60_000)

  it('with anything at all in it is judged, and paid only where it is proven', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(Number.NaN, undefined, -0, 1e300))
    const field = <T>(...values: T[]) => fc.oneof(fc.constantFrom(...values), anything)
    const any = fc.record({
      imp_uid: fc.constantFrom('imp_1', 'imp_2', 'imp_3'),
      merchant_uid: fc.constantFrom('order_1', 'order_2'),
      status: field('paid', 'ready', 'cancelled', 'failed'),
      amount: field(14_000),
      cancel_amount: field(0),
      currency: field('KRW'),
      sandbox: field(false),
      customer_uid_usage: field(null, 'issue'),
      promotion: field(null, { discount: 1000 }),
      vbank_num: anything,
      vbank_issued_at: anything,
      paid_at: anything,
      started_at: anything,
      pay_method: anything,
      pg_provider: anything,
      emb_pg_provider: anything,
      cancel_history: anything,
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), payments => {
        const { verdict, imp_uid } = judge(payments as never, ORDER)
        if (verdict !== 'paid') return
        const chosen = payments.filter(it => it.imp_uid === imp_uid).pop()!
        expect(chosen).toMatchObject({
          merchant_uid: 'order_1',
          sandbox: false,
          currency: expect.stringMatching(/^krw$/i),
        })
        expect(['paid', 'cancelled']).toContain(chosen.status)
        expect(chosen.customer_uid_usage || 'none').not.toBe('issue')
      }),
      { numRuns: RUNS },
    )
  }, 60_000)

  it('of many payments judged one after another: the record comes to the same, and sums only grow', () => {
    const step = fc.record({
      imp_uid: fc.constantFrom('imp_1', 'imp_2'),
      status: fc.constantFrom('ready', 'paid', 'failed', 'cancelled'),
      amount: fc.constantFrom(14_000, 100),
      cancel_amount: fc.constantFrom(0, 50, 4000, 14_000),
      sandbox: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), steps => {
        let record: PaymentRecord | undefined
        for (const it of steps) {
          const before = record
          const judgement = judge([payment(it)], ORDER, { record })
          record = judgement.record
          // Judged again nothing is new.
          expect(judge([payment(it)], ORDER, { record })).toMatchObject({ isNew: false, reviews: [] })
          if (!before || !record) continue
          if (before.imp_uid === record.imp_uid && before.paid > 0) {
            expect(record.refunded).toBeGreaterThanOrEqual(before.refunded)
            expect(record.paid).toBeGreaterThan(0)
          }
          // Money that was there doesn't vanish: it is the order's, or among the others.
          const uids = (from: PaymentRecord) =>
            [...(from.paid ? [from.imp_uid] : []), ...(from.others ?? []).map(other => other.imp_uid)].sort()
          expect(uids(record)).toEqual(expect.arrayContaining(uids(before)))
        }
      }),
      { numRuns: RUNS },
    )
  }, 60_000)
})
