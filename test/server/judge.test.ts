/** What all payments of an order come to. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gateways } from '../../src/gateways/table.ts'
import {
  type Judgement,
  type JudgeOptions,
  judge,
  type Payment,
  type PaymentRecord,
} from '../../src/server/index.ts'
import { account, payment } from '../support/portone-api.ts'
import { ORDER } from './support.ts'

/** The same inputs in every run: what a new one finds is looked for with another seed, and not in the middle of a release. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) })

const whole = { status: 'cancelled', cancel_amount: 14_000 }
const verdictOf = (payments: Payment[], order = {}, options?: JudgeOptions): string =>
  judge(payments, { ...ORDER, ...order }, options).verdict

describe('one payment', () => {
  it.each<[string, Partial<Payment>, string, string]>([
    ['paid', {}, 'paid', 'paid'],
    ['of another order', { merchant_uid: 'order_2' }, 'mismatch', 'other-order'],
    [
      'of another order, in part given back',
      { merchant_uid: 'order_2', status: 'cancelled', cancel_amount: 1 },
      'mismatch',
      'other-order',
    ],
    ['of another order, failed', { merchant_uid: 'order_2', status: 'failed' }, 'unpaid', 'no-payment'],
    ['of another order, given back', { merchant_uid: 'order_2', ...whole }, 'unpaid', 'no-payment'],
    ['of a test channel', { sandbox: true }, 'mismatch', 'test-channel'],
    ['of a test channel, failed', { sandbox: true, status: 'failed' }, 'unpaid', 'test-ended'],
    [
      'of a test channel, failed at paypal',
      { sandbox: true, status: 'failed', pg_provider: 'paypal' },
      'unpaid',
      'test-ended',
    ],
    ['of a test channel, given back', { sandbox: true, ...whole }, 'unpaid', 'test-ended'],
    [
      'of a test channel, in part given back',
      { sandbox: true, status: 'cancelled', cancel_amount: 1 },
      'mismatch',
      'test-channel',
    ],
    ['of a test channel, the window left', { sandbox: true, status: 'ready' }, 'unpaid', 'test-ended'],
    [
      'of a test channel, with a slip',
      { sandbox: true, status: 'ready', pay_method: 'cvs' },
      'mismatch',
      'test-channel',
    ],
    ['of a test channel, pending', { sandbox: true, status: 'pending' }, 'mismatch', 'test-channel'],
    ['of a channel that nobody names', { sandbox: null }, 'mismatch', 'test-channel'],
    ['of a channel named by text', { sandbox: 'false' as never }, 'mismatch', 'test-channel'],
    [
      'failed, of a channel that nobody names',
      { sandbox: null, status: 'failed', pg_provider: 'paypal' },
      'pending',
      'may-be-approved-later',
    ],
    ['given back, of a channel that nobody names', { sandbox: null, ...whole }, 'cancelled', 'refunded'],
    ['failed', { status: 'failed' }, 'unpaid', 'failed'],
    ['failed, at no gateway', { status: 'failed', pg_provider: null }, 'unpaid', 'failed'],
    [
      'failed, at a gateway within another',
      { status: 'failed', pg_provider: 'nice', emb_pg_provider: 'paypal' },
      'pending',
      'may-be-approved-later',
    ],
    ['given back', whole, 'cancelled', 'refunded'],
    ['given back, more than came', { status: 'cancelled', cancel_amount: 15_000 }, 'cancelled', 'refunded'],
    [
      'given back, nobody knows how much',
      { status: 'cancelled', cancel_amount: undefined as never },
      'cancelled',
      'refunded',
    ],
    ['given back, in text', { status: 'cancelled', cancel_amount: '4000' as never }, 'cancelled', 'refunded'],
    ['called paid, and wholly given back', { cancel_amount: 14_000 }, 'cancelled', 'refunded'],
    ['called paid, and given back in part', { cancel_amount: 4000 }, 'paid', 'refunded-in-part'],
    ['called paid, and given back in text', { cancel_amount: '4000' as never }, 'mismatch', 'amount-differs'],
    ['called paid, with no word of what went back', { cancel_amount: undefined as never }, 'paid', 'paid'],
    ['given back in part', { status: 'cancelled', cancel_amount: 4000 }, 'paid', 'refunded-in-part'],
    [
      'of another amount, given back in part',
      { status: 'cancelled', amount: 13_000, cancel_amount: 4000 },
      'mismatch',
      'amount-differs',
    ],
    [
      'given back at paypal, and not carried out',
      { ...whole, pg_provider: 'paypal', cancel_history: [] },
      'pending',
      'refund-not-final',
    ],
    [
      'given back at paypal_v2, and not carried out',
      { ...whole, pg_provider: 'paypal_v2', cancel_history: null },
      'pending',
      'refund-not-final',
    ],
    [
      'given back at paypal',
      { ...whole, pg_provider: 'paypal', cancel_history: [{ amount: 14_000, cancelled_at: 1 }] },
      'cancelled',
      'refunded',
    ],
    [
      'given back at paypal, and carried out in part',
      { ...whole, pg_provider: 'paypal', cancel_history: [{ amount: 4000, cancelled_at: 1 }] },
      'pending',
      'refund-not-final',
    ],
    [
      'given back in part at paypal, and carried out',
      {
        status: 'cancelled',
        cancel_amount: 4000,
        pg_provider: 'paypal',
        cancel_history: [
          { amount: 1000, cancelled_at: 1 },
          { amount: 3000, cancelled_at: 2 },
        ],
      },
      'paid',
      'refunded-in-part',
    ],
    [
      'given back at paypal, with a history that can’t be read',
      { ...whole, pg_provider: 'paypal', cancel_history: [{ amount: '14000', cancelled_at: 1 }] as never },
      'pending',
      'refund-not-final',
    ],
    [
      'given back at a gateway of another name, without a history',
      { ...whole, pg_provider: 'paypal_v3', cancel_history: [] },
      'cancelled',
      'refunded',
    ],
    [
      'a phone’s registration at a gateway of another name',
      { customer_uid_usage: 'issue', pg_provider: 'galaxia_v2', pay_method: 'phone' },
      'registered',
      'card-registered',
    ],
    [
      'a registration at settle_firm',
      { customer_uid_usage: 'issue', pg_provider: 'settle_firm' },
      'registered',
      'card-registered',
    ],
    [
      'a registration at settle',
      { customer_uid_usage: 'issue', pg_provider: 'settle' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a phone’s registration at mobilians',
      { customer_uid_usage: 'issue', pg_provider: 'mobilians', pay_method: 'phone' },
      'pending',
      'registered-with-charge',
    ],
    [
      'given back at payco, without a history',
      { ...whole, pg_provider: 'payco', cancel_history: null },
      'cancelled',
      'refunded',
    ],
    ['ready', { status: 'ready' }, 'unpaid', 'window-left'],
    [
      'ready, with an account',
      { status: 'ready', pay_method: 'vbank', vbank_num: '110' },
      'awaiting',
      'account-issued',
    ],
    [
      'ready, with an account of no number (toss)',
      { status: 'ready', pay_method: 'vbank', vbank_issued_at: 1 },
      'awaiting',
      'account-issued',
    ],
    [
      'ready, with an account of nothing',
      { status: 'ready', pay_method: 'vbank', vbank_num: '', vbank_issued_at: 0 },
      'unpaid',
      'window-left',
    ],
    [
      'ready, with an account for another amount',
      { status: 'ready', vbank_num: '110', amount: 100 },
      'mismatch',
      'amount-differs',
    ],
    [
      'ready, with an account in another currency',
      { status: 'ready', vbank_num: '110', currency: 'JPY' },
      'mismatch',
      'currency-differs',
    ],
    ['pending', { status: 'pending' }, 'pending', 'gateway-decides-later'],
    ['of an unknown status', { status: 'partial_paid' }, 'pending', 'unknown-status'],
    ['a card’s registration', { customer_uid_usage: 'issue' }, 'registered', 'card-registered'],
    [
      'a card’s registration of another amount, which is only shown',
      { customer_uid_usage: 'issue', amount: 0 },
      'registered',
      'card-registered',
    ],
    [
      'a card’s registration that was given back in part',
      { customer_uid_usage: 'issue', cancel_amount: 10 },
      'pending',
      'registered-with-charge',
    ],
    [
      'a phone’s registration at galaxia',
      { customer_uid_usage: 'issue', pg_provider: 'galaxia', pay_method: 'phone' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a phone’s registration at welcome',
      { customer_uid_usage: 'issue', pg_provider: 'welcome', pay_method: 'phone' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a phone’s registration at mobilians_v2',
      { customer_uid_usage: 'issue', pg_provider: 'mobilians_v2', pay_method: 'phone' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a card’s registration at galaxia',
      { customer_uid_usage: 'issue', pg_provider: 'galaxia' },
      'registered',
      'card-registered',
    ],
    [
      'a phone’s registration at danal',
      { customer_uid_usage: 'issue', pg_provider: 'danal', pay_method: 'phone' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a registration at settle_acc',
      { customer_uid_usage: 'issue', pg_provider: 'settle_acc' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a registration at settle, of nothing',
      { customer_uid_usage: 'issue', pg_provider: 'settle', amount: 0 },
      'registered',
      'card-registered',
    ],
    [
      'a registration at paymentwall with its MID',
      { customer_uid_usage: 'issue', pg_provider: 'paymentwall.MID' },
      'pending',
      'registered-with-charge',
    ],
    [
      'a registration of an amount that can’t be read at kakaopay',
      { customer_uid_usage: 'issue', pg_provider: 'kakaopay', amount: '0' as never },
      'pending',
      'registered-with-charge',
    ],
    [
      'a registration at no gateway',
      { customer_uid_usage: 'issue', pg_provider: null },
      'registered',
      'card-registered',
    ],
    ['a registration that failed', { customer_uid_usage: 'issue', status: 'failed' }, 'unpaid', 'failed'],
    [
      'by a deposit into an account',
      { pay_method: 'vbank', vbank_num: '110', vbank_issued_at: 1 },
      'paid',
      'paid',
    ],
    ['at a till', { pay_method: 'cvs' }, 'paid', 'paid'],
    ['at paypal', { pg_provider: 'paypal', cancel_history: [] }, 'paid', 'paid'],
    [
      'pending, though something is said to have gone back',
      { status: 'pending', ...{ cancel_amount: 14_000 } },
      'pending',
      'gateway-decides-later',
    ],
    ['of currencies', { currency: ['KRW'] as never }, 'mismatch', 'currency-differs'],
    ['by a registered card', { customer_uid_usage: 'payment' }, 'paid', 'paid'],
    ['by a registered card, as planned', { customer_uid_usage: 'payment.scheduled' }, 'paid', 'paid'],
    ['of a blank usage', { customer_uid_usage: '' }, 'paid', 'paid'],
    ['of an unknown usage', { customer_uid_usage: 'issue.trial' }, 'pending', 'unknown-usage'],
    ['of another currency', { currency: 'USD' }, 'mismatch', 'currency-differs'],
    ['of a currency in small letters', { currency: 'krw' }, 'paid', 'paid'],
    ['of no currency', { currency: null as never }, 'mismatch', 'currency-differs'],
    ['of another amount', { amount: 13_999 }, 'mismatch', 'amount-differs'],
    ['of a little more', { amount: 14_001 }, 'mismatch', 'amount-differs'],
    ['of half a won more', { amount: 14_000.5 }, 'mismatch', 'amount-differs'],
    ['of an amount in text', { amount: '14000' as never }, 'mismatch', 'amount-differs'],
    ['of no amount', { amount: undefined as never }, 'mismatch', 'amount-differs'],
    [
      'with a promotion',
      { amount: 13_000, promotion: { id: 'p', discount: 1000 } },
      'paid',
      'paid-with-promotion',
    ],
    ['with a promotion that took nothing off', { promotion: { discount: 1000 } }, 'paid', 'paid'],
    [
      'with a promotion, given back in part',
      { amount: 13_000, cancel_amount: 1, promotion: { discount: 1000 } },
      'paid',
      'refunded-in-part',
    ],
    [
      'with a promotion that doesn’t add up',
      { amount: 13_000, promotion: { discount: 999 } },
      'mismatch',
      'amount-differs',
    ],
    [
      'with a promotion of text',
      { amount: 13_000, promotion: { discount: '1000' as never } },
      'mismatch',
      'amount-differs',
    ],
    [
      'with a promotion of nothing',
      { amount: 13_000, promotion: { discount: null } },
      'mismatch',
      'amount-differs',
    ],
    [
      'with a negative promotion',
      { amount: 15_000, promotion: { discount: -1000 } },
      'mismatch',
      'amount-differs',
    ],
    ['with no promotion', { promotion: null }, 'paid', 'paid'],
  ])('%s', (_, changes, verdict, reason) => {
    expect(judge([{ ...payment(), ...changes }], ORDER)).toMatchObject({ verdict, reason })
  })

  it.each(Object.entries(gateways))(
    'a registration at %s has come to what the table says',
    (pg_provider, row) => {
      const registered = (amount: number) =>
        judge([payment({ customer_uid_usage: 'issue', pg_provider, amount })], ORDER).reason
      const { billing } = row
      const isCharged = { 'charged unless 0': [true, false], charged: [true, true] }[String(billing)] ?? [
        false,
        false,
      ]
      // 내통장결제, which has a row of its own, may be reported by the name of its house.
      if (pg_provider === 'settle') isCharged[0] = true
      expect([14_000, 0].map(amount => registered(amount) === 'registered-with-charge')).toEqual(isCharged)
    },
  )

  it('of nothing for an order of nothing is no payment', () => {
    expect(judge([payment({ amount: 0 })], { ...ORDER, amount: 0 })).toMatchObject({
      verdict: 'pending',
      reason: 'unknown-usage',
    })
    const registered = payment({ amount: 0, customer_uid_usage: 'issue' })
    expect(verdictOf([registered], { amount: 0 })).toBe('registered')
  })

  it('for a closed order is recorded, and goes to a person', () => {
    expect(judge([payment()], { ...ORDER, closed: true })).toMatchObject({
      verdict: 'mismatch',
      reason: 'order-closed',
      paid: 14_000,
      reviews: [{ imp_uid: 'imp_1', reason: 'order-closed' }],
      record: { verdict: 'mismatch', paid: 14_000 },
    })
    const inPart = payment({ status: 'cancelled', cancel_amount: 1 })
    expect(judge([inPart], { ...ORDER, closed: true })).toMatchObject({ verdict: 'mismatch', refunded: 1 })
    // Nothing has come yet.
    expect(verdictOf([account()], { closed: true })).toBe('awaiting')
  })

  it('of a test channel counts where it is asked to', () => {
    const tested = { test: true }
    expect(verdictOf([payment({ sandbox: true })], {}, tested)).toBe('paid')
    expect(verdictOf([payment({ sandbox: null })], {}, tested)).toBe('paid')
    expect(verdictOf([payment({ sandbox: true, status: 'failed' })], {}, tested)).toBe('unpaid')
    // Only `true` does.
    expect(verdictOf([payment({ sandbox: true })], {}, { test: 'no' as never })).toBe('mismatch')
  })

  it('names what has to be confirmed, because it doesn’t say what its channel is', () => {
    const unknown = { sandbox: null }
    expect(judge([payment(unknown)], ORDER).unconfirmed).toEqual(['imp_1'])
    expect(judge([payment({ sandbox: true })], ORDER).unconfirmed).toEqual([])
    expect(judge([payment({ ...unknown, status: 'failed' })], ORDER).unconfirmed).toEqual([])
    expect(judge([payment(unknown)], ORDER, { test: true }).unconfirmed).toEqual([])
  })

  it('has the account that the buyer pays into', () => {
    const due = 1_785_596_399
    const { account: shown, record } = judge([account({ vbank_date: due })], ORDER)
    expect(shown).toEqual({ bank: '신한은행', number: '110-123-456789', holder: '(주)상점', due })
    expect(record?.account).toEqual(shown)
    const bare = account({ vbank_name: null, vbank_holder: '', vbank_date: 0 })
    expect(judge([bare], ORDER).account).toEqual({
      bank: null,
      number: '110-123-456789',
      holder: null,
      due: null,
    })
    const odd = account({ vbank_date: '2026' as never, vbank_name: 88 as never })
    expect(judge([odd], ORDER).account).toMatchObject({ due: null, bank: null })
    expect(judge([payment()], ORDER)).not.toHaveProperty('account')
    expect(judge([payment({ status: 'ready', pay_method: 'cvs' })], ORDER)).not.toHaveProperty('account')
  })

  it.each<[string, Partial<Payment>, number, number]>([
    ['paid', {}, 14_000, 0],
    ['a part back', { status: 'cancelled', cancel_amount: 4000 }, 14_000, 4000],
    ['all back', whole, 14_000, 14_000],
    ['an account closed before anybody paid', { status: 'cancelled', cancel_amount: 0, paid_at: 0 }, 0, 0],
    ['a promotion', { amount: 13_000, promotion: { discount: 1000 } }, 13_000, 0],
    ['another amount', { amount: 100 }, 100, 0],
    ['another currency', { currency: 'USD', cancel_amount: 4000 }, 14_000, 4000],
    ['no currency at all', { currency: null as never }, 0, 0],
    ['no amount', { amount: null as never }, 0, 0],
    ['all back, nobody knows how much', { status: 'cancelled', cancel_amount: '1' as never }, 0, 0],
    [
      'a part back at paypal, of all that was asked for',
      { ...whole, pg_provider: 'paypal', cancel_history: [{ amount: 4000, cancelled_at: 1 }] },
      14_000,
      4000,
    ],
    ['a test channel', { sandbox: true }, 0, 0],
    ['a registration', { customer_uid_usage: 'issue' }, 0, 0],
    [
      'a registration that may have been charged',
      { customer_uid_usage: 'issue', pg_provider: 'paymentwall' },
      14_000,
      0,
    ],
    ['an account', { status: 'ready', vbank_num: '110' }, 0, 0],
    ['an account for another amount', { status: 'ready', vbank_num: '110', amount: 100 }, 0, 0],
    ['pending', { status: 'pending' }, 0, 0],
    ['failed', { status: 'failed' }, 0, 0],
    ['another order', { merchant_uid: 'order_2' }, 0, 0],
  ])('sums of %s', (_, changes, paid, refunded) => {
    expect(judge([payment(changes)], ORDER)).toMatchObject({ paid, refunded })
  })
})

describe('money', () => {
  it.each<[number, string, number, string]>([
    [59.97, 'USD', 59.97, 'paid'],
    [0.3, 'USD', 0.3, 'paid'],
    [1234567.89, 'USD', 1234567.89, 'paid'],
    [12.5, 'USD', 12.499, 'mismatch'],
    [12.5, 'USD', 12.51, 'mismatch'],
    [1.005, 'KWD', 1.005, 'paid'],
    [100, 'JPY', 100, 'paid'],
    [100, 'JPY', 100.01, 'mismatch'],
    [1e21, 'USD', 1e21, 'throws'],
    [0.1 + 0.2, 'USD', 0.3, 'paid'],
    [59.97, 'USD', 19.99 * 3, 'paid'],
    [1_000_000.3, 'USD', 1_000_000.1 + 0.2, 'paid'],
    [8_000_000.3, 'USD', 8_000_000.1 + 0.2, 'paid'],
    [0.3, 'USD', 0.301, 'mismatch'],
    [1e12, 'USD', 1e12 + 0.01, 'mismatch'],
    [0.301, 'USD', 0.301, 'throws'],
    [100.5, 'KRW', 100.5, 'throws'],
    [-1, 'KRW', -1, 'throws'],
    [Number.NaN, 'KRW', Number.NaN, 'throws'],
    [Number.POSITIVE_INFINITY, 'KRW', Number.POSITIVE_INFINITY, 'throws'],
    [90_071_992_547_410, 'USD', 90_071_992_547_410, 'throws'],
  ])('%s %s, and %s came: %s', (amount, currency, came, verdict) => {
    const run = () => verdictOf([payment({ amount: came, currency })], { amount, currency })
    if (verdict === 'throws') expect(run).toThrow(TypeError)
    else expect(run()).toBe(verdict)
  })

  it('is the same in the smallest unit as in decimal text, for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.integer({ min: -2, max: 2 }), (cents, off) => {
        const inText = (it: number) => Number(`${Math.floor(it / 100)}.${String(it % 100).padStart(2, '0')}`)
        const came = payment({ amount: inText(cents + (cents + off > 0 ? off : 0)), currency: 'USD' })
        const { verdict, paid } = judge([came], { ...ORDER, amount: inText(cents), currency: 'USD' })
        expect(verdict).toBe(came.amount === inText(cents) ? 'paid' : 'mismatch')
        expect(paid).toBe(came.amount)
      }),
    )
  })

  it('throws at an order’s price in text, and says what to do', () => {
    const order = { merchant_uid: 'order_1', amount: '14000' as never }
    expect(() => judge([payment()], order)).toThrow(/got "14000".*convert it in find/)
  })
})

describe('misuse by type', () => {
  it.each<[string, unknown, unknown]>([
    ['no payments', null, ORDER],
    ['an answer in place of its list', { list: [] }, ORDER],
    ['a payment that is none', [null], ORDER],
    ['a payment without a number', [{ merchant_uid: 'order_1' }], ORDER],
    ['a payment of a blank number', [{ imp_uid: '', merchant_uid: 'order_1' }], ORDER],
    ['a payment of no order', [{ imp_uid: 'imp_1' }], ORDER],
    ['no order', [], null],
    ['an order without a number', [], { amount: 1 }],
    ['an order whose number is one', [], { merchant_uid: 5, amount: 1 }],
    ['an order of a blank number', [], { merchant_uid: '', amount: 1 }],
    ['a currency that is none', [], { ...ORDER, currency: 'wons' }],
    ['a currency that is no text', [], { ...ORDER, currency: 410 }],
  ])('throws at %s', (_, payments, order) => {
    const run = () => judge(payments as never, order as never)
    expect(run).toThrow(TypeError)
    expect(run).toThrow(/^(payments|order\.\w+): expected /)
  })

  it.each<[string, unknown]>([
    ['text', '{}'],
    ['no verdict', {}],
    [
      'a verdict that contradicts its reason',
      { verdict: 'paid', reason: 'failed', imp_uid: null, paid: 0, refunded: 0, currency: 'KRW' },
    ],
    [
      'sums in text',
      { verdict: 'paid', reason: 'paid', imp_uid: 'imp_1', paid: '14000', refunded: 0, currency: 'KRW' },
    ],
    [
      'a sum below zero',
      { verdict: 'paid', reason: 'paid', imp_uid: 'imp_1', paid: 14000, refunded: -1, currency: 'KRW' },
    ],
    ['no currency', { verdict: 'paid', reason: 'paid', imp_uid: 'imp_1', paid: 14000, refunded: 0 }],
    [
      'a number of no text',
      { verdict: 'paid', reason: 'paid', imp_uid: 5, paid: 14000, refunded: 0, currency: 'KRW' },
    ],
    [
      'a reason that every object has',
      { verdict: undefined, reason: 'constructor', imp_uid: null, paid: 0, refunded: 0, currency: 'KRW' },
    ],
  ])('throws at a record that is %s', (_, record) => {
    const run = () => judge([], ORDER, { record: record as never })
    expect(run).toThrow(TypeError)
    expect(run).toThrow(record === '{}' ? /JSON\.parse/ : /is no record/)
  })

  it('takes a record of an order that nobody has paid, and null for none', () => {
    const record = {
      verdict: 'unpaid',
      reason: 'failed',
      imp_uid: null,
      paid: 0,
      refunded: 0,
      currency: 'KRW',
    } as const
    expect(judge([], ORDER, { record })).toMatchObject({
      verdict: 'unpaid',
      reason: 'no-payment',
      isNew: false,
      record,
    })
    expect(judge([payment()], ORDER, { record })).toMatchObject({ verdict: 'paid', isNew: true })
    expect(judge([payment()], ORDER, { record: null })).toMatchObject({ verdict: 'paid', isNew: true })
  })
})

describe('several payments', () => {
  const real = payment({ imp_uid: 'imp_real', paid_at: 100 })
  const others: [string, Payment][] = [
    ['a failed one', payment({ status: 'failed', started_at: 999 })],
    ['one that failed at paypal', payment({ status: 'failed', pg_provider: 'paypal' })],
    ['one given back', payment(whole)],
    ['a window', payment({ status: 'ready' })],
    ['an account', account()],
    ['a test payment', payment({ sandbox: true })],
    ['an unknown status', payment({ status: 'soon' })],
    ['a registration', payment({ customer_uid_usage: 'issue' })],
    ['another amount', payment({ amount: 100 })],
    ['another order’s', payment({ merchant_uid: 'order_2' })],
  ]
  it.each(others)('%s beside the real one leaves the order paid, in either order', (_, other) => {
    for (const payments of [
      [real, other],
      [other, real],
    ]) {
      expect(judge(payments, ORDER)).toMatchObject({ verdict: 'paid', imp_uid: 'imp_real', paid: 14_000 })
    }
  })

  /** From what speaks first to what speaks last. */
  const ladder: [string, Partial<Payment>][] = [
    ['paid', {}],
    ['amount-differs', { amount: 100 }],
    ['currency-differs', { currency: 'USD' }],
    ['unknown-status', { status: 'soon' }],
    ['unknown-usage', { customer_uid_usage: 'soon' }],
    ['registered-with-charge', { customer_uid_usage: 'issue', pg_provider: 'paymentwall' }],
    ['refund-not-final', { ...whole, pg_provider: 'paypal' }],
    ['gateway-decides-later', { status: 'pending' }],
    ['account-issued', { status: 'ready', vbank_num: '110' }],
    ['slip-issued', { status: 'ready', pay_method: 'cvs' }],
    ['card-registered', { customer_uid_usage: 'issue' }],
    ['may-be-approved-later', { status: 'failed', pg_provider: 'paypal' }],
    ['other-order', { merchant_uid: 'order_2' }],
    ['refunded', whole],
    ['test-channel', { sandbox: true }],
    ['failed', { status: 'failed' }],
    ['window-left', { status: 'ready' }],
    ['test-ended', { sandbox: true, status: 'failed' }],
  ]
  it('are spoken for by the first of a fixed order', () => {
    const all = ladder.map(([, changes], index) => payment({ ...changes, imp_uid: `imp_${index}` }))
    for (const [index, [reason]] of ladder.entries()) {
      expect(judge(all.slice(index), ORDER).reason).toBe(reason)
      expect(judge(all.slice(index).reverse(), ORDER).reason).toBe(reason)
    }
    expect(judge([], ORDER)).toEqual({
      verdict: 'unpaid',
      reason: 'no-payment',
      imp_uid: null,
      paid: 0,
      refunded: 0,
      currency: 'KRW',
      reviews: [],
      record: undefined,
      isNew: false,
      unconfirmed: [],
    })
  })

  it('paid twice are one payment and a second one, and the first that was paid is the order’s', () => {
    const [first, second] = [
      payment({ imp_uid: 'imp_b', paid_at: 1 }),
      payment({ imp_uid: 'imp_a', paid_at: 2 }),
    ]
    for (const payments of [
      [first, second],
      [second, first],
    ]) {
      expect(judge(payments, ORDER)).toMatchObject({
        imp_uid: 'imp_b',
        paid: 14_000,
        reviews: [{ imp_uid: 'imp_a', reason: 'second-payment' }],
        record: {
          others: [{ imp_uid: 'imp_a', paid: 14_000, refunded: 0, currency: 'KRW', reason: 'paid' }],
          reviewed: ['imp_a'],
        },
      })
    }
    // Of the same second the one whose number comes first, in whichever order they are listed.
    const same = [payment({ imp_uid: 'imp_b', paid_at: 1 }), payment({ imp_uid: 'imp_a', paid_at: 1 })]
    expect(judge(same, ORDER).imp_uid).toBe('imp_a')
    expect(judge(same.reverse(), ORDER).imp_uid).toBe('imp_a')
  })

  it('paid in part again are one payment before a whole one of later', () => {
    const inPart = payment({ imp_uid: 'imp_1', paid_at: 1, status: 'cancelled', cancel_amount: 1 })
    expect(judge([payment({ imp_uid: 'imp_2', paid_at: 2 }), inPart], ORDER)).toMatchObject({
      imp_uid: 'imp_1',
      reason: 'refunded-in-part',
    })
  })

  it('of the same number are one, as it was read last', () => {
    expect(judge([payment(), payment()], ORDER).reviews).toEqual([])
    expect(verdictOf([payment(), payment(whole)])).toBe('cancelled')
    expect(verdictOf([payment({ sandbox: null }), payment({ sandbox: false })])).toBe('paid')
  })

  it('waiting are spoken for by the newest', () => {
    const accounts = [
      account({ imp_uid: 'imp_1', started_at: 1 }),
      account({ imp_uid: 'imp_2', started_at: 2 }),
    ]
    expect(judge(accounts, ORDER).imp_uid).toBe('imp_2')
    expect(judge(accounts.reverse(), ORDER).imp_uid).toBe('imp_2')
  })

  it('given back: the one that held money speaks for the order', () => {
    const closed = account({ imp_uid: 'imp_2', status: 'cancelled', started_at: 9, paid_at: 0 })
    expect(judge([closed, payment({ ...whole, paid_at: 1 })], ORDER)).toMatchObject({
      imp_uid: 'imp_1',
      paid: 14_000,
    })
    expect(judge([payment({ ...whole, paid_at: 1 }), closed], ORDER)).toMatchObject({
      imp_uid: 'imp_1',
      paid: 14_000,
    })
  })

  it('hands to a person what isn’t right, also beside the real one', () => {
    const payments = [
      real,
      payment({ imp_uid: 'imp_1', amount: 100 }),
      payment({ imp_uid: 'imp_2', status: 'soon' }),
      payment({ imp_uid: 'imp_3', sandbox: true }),
      payment({ imp_uid: 'imp_4', status: 'failed' }),
      payment({ imp_uid: 'imp_5', ...whole }),
      payment({ imp_uid: 'imp_6', status: 'cancelled', cancel_amount: 1, paid_at: 200 }),
    ]
    expect(judge(payments, ORDER).reviews).toEqual([
      { imp_uid: 'imp_1', reason: 'second-payment' },
      { imp_uid: 'imp_2', reason: 'unknown-status' },
      { imp_uid: 'imp_6', reason: 'second-payment' },
    ])
    expect(judge(payments.slice(1, -1), ORDER).reviews).toEqual([
      { imp_uid: 'imp_1', reason: 'amount-differs' },
      { imp_uid: 'imp_2', reason: 'unknown-status' },
    ])
    expect(judge([payment({ sandbox: true })], ORDER).reviews).toEqual([
      { imp_uid: 'imp_1', reason: 'test-channel' },
    ])
  })
})

describe('what was stored before', () => {
  const judgeAfter = (payments: Payment[], record: PaymentRecord | undefined, order = {}): Judgement =>
    judge(payments, { ...ORDER, ...order }, { record })
  const recordOf = (payments: Payment[], order = {}): PaymentRecord =>
    judge(payments, { ...ORDER, ...order }).record!
  const paid = recordOf([payment()])

  it('is no news where nothing has changed, whatever order a database gave its keys', () => {
    const second = payment({ imp_uid: 'imp_2', paid_at: 9e9 })
    for (const payments of [[payment()], [account()], [payment(), second], [payment({ amount: 100 })]]) {
      const record = recordOf(payments)
      const shuffled = Object.fromEntries(Object.entries(record).reverse()) as unknown as PaymentRecord
      expect(judgeAfter(payments, shuffled)).toMatchObject({ isNew: false, record, reviews: [] })
    }
  })

  it.each<[string, PaymentRecord]>([
    ['verdict', { ...paid, verdict: 'paid', reason: 'paid-with-promotion' }],
    ['payment', { ...paid, imp_uid: 'imp_0', paid: 1 }],
    ['what went back', { ...paid, reviewed: ['imp_9'] }],
  ])('is compared by its %s', (_, record) => {
    expect(judgeAfter([payment({ cancel_amount: 1 })], record).isNew).toBe(true)
  })

  it.each<[string, Payment[]]>([
    ['no list', []],
    ['a list that is behind', [payment({ status: 'ready' })]],
    ['a failure', [payment({ status: 'failed' })]],
    ['another price of the order', [payment({ amount: 1 })]],
    ['a test channel', [payment({ sandbox: true })]],
    ['a status nobody knows', [payment({ status: 'soon' })]],
    ['another attempt that failed', [payment({ imp_uid: 'imp_2', status: 'failed' })]],
    ['another attempt that was given back', [payment({ imp_uid: 'imp_2', ...whole })]],
  ])('paid stays paid by %s', (_, payments) => {
    expect(judgeAfter(payments, paid)).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_1',
      paid: 14_000,
      refunded: 0,
      reviews: [],
    })
  })

  it('paid stays paid where the order is closed, or its price changed', () => {
    expect(judgeAfter([payment()], paid, { closed: true })).toMatchObject({ verdict: 'paid', isNew: false })
    expect(judgeAfter([payment()], paid, { amount: 9000 })).toMatchObject({ verdict: 'paid', isNew: false })
  })

  it('changes by its own refund, and only that way, and never back', () => {
    const inPart = (cancel_amount: number) => [payment({ status: 'cancelled', cancel_amount })]
    const part = judgeAfter(inPart(7000), paid)
    expect(part).toMatchObject({ verdict: 'paid', reason: 'refunded-in-part', refunded: 7000, isNew: true })
    // An older answer that comes late.
    expect(judgeAfter(inPart(4000), part.record)).toMatchObject({ refunded: 7000, isNew: false })
    expect(judgeAfter([payment()], part.record)).toMatchObject({ refunded: 7000, isNew: false })
    const gone = judgeAfter(inPart(14_000), part.record)
    expect(gone).toMatchObject({ verdict: 'cancelled', reason: 'refunded', paid: 14_000, refunded: 14_000 })
    expect(judgeAfter([payment()], gone.record)).toMatchObject({
      verdict: 'cancelled',
      isNew: false,
      reviews: [],
    })
    expect(judgeAfter([], gone.record)).toMatchObject({ verdict: 'cancelled', isNew: false })
    // Cancelled without a sum is cancelled as a whole.
    expect(judgeAfter([payment({ status: 'cancelled' })], paid)).toMatchObject({
      verdict: 'cancelled',
      refunded: 14_000,
    })
  })

  it('refunded while the order’s price was changed is refunded', () => {
    const record = judgeAfter([payment({ status: 'cancelled', cancel_amount: 4000 })], paid, {
      amount: 9000,
    }).record
    expect(record).toMatchObject({ verdict: 'paid', refunded: 4000 })
  })

  it('cancelled, then paid once more, is paid by the new payment', () => {
    const gone = recordOf([payment(whole)])
    const again = judgeAfter([payment({ imp_uid: 'imp_2' }), payment(whole)], gone)
    expect(again).toMatchObject({ verdict: 'paid', imp_uid: 'imp_2', reviews: [], isNew: true })
    expect(again.record?.others).toMatchObject([
      { imp_uid: 'imp_1', reason: 'refunded', paid: 14_000, refunded: 14_000 },
    ])
    // The first one, read from a list that is behind, is no second payment.
    expect(judgeAfter([payment({ imp_uid: 'imp_2' }), payment()], again.record)).toMatchObject({
      isNew: false,
      reviews: [],
    })
  })

  it('paid, with a refund under way at paypal, is paid, records what went back, and says so', () => {
    const bought = payment({ pg_provider: 'paypal' })
    const asked = (...sums: number[]) => [
      payment({
        ...whole,
        pg_provider: 'paypal',
        cancel_history: sums.map(amount => ({ amount, cancelled_at: 1 })),
      }),
    ]
    const record = recordOf([bought])
    expect(judgeAfter(asked(), record)).toMatchObject({
      verdict: 'paid',
      reason: 'refund-not-final',
      refunded: 0,
      isNew: false,
      reviews: [],
    })
    const part = judgeAfter(asked(4000), record)
    expect(part).toMatchObject({ verdict: 'paid', reason: 'refund-not-final', refunded: 4000, isNew: true })
    expect(part.record).toMatchObject({ verdict: 'paid', reason: 'refunded-in-part', refunded: 4000 })
    expect(judgeAfter(asked(4000, 10_000), part.record)).toMatchObject({ verdict: 'cancelled' })
    // Refused by the gateway after all.
    const first = recordOf(asked())
    expect(first).toMatchObject({ verdict: 'pending', paid: 14_000 })
    expect(judgeAfter([bought], first)).toMatchObject({ verdict: 'paid', reason: 'paid', isNew: true })
  })

  it('given back in full makes room for what was begun since then', () => {
    const gone = payment({ ...whole, cancelled_at: 500 })
    const record = recordOf([gone])
    for (const [changes, verdict] of [
      [account(), 'awaiting'],
      [{ status: 'pending' }, 'pending'],
      [{ status: 'failed', pg_provider: 'paypal' }, 'pending'],
    ] as const) {
      const next = payment({ ...changes, imp_uid: 'imp_2', paid_at: 0, started_at: 501 })
      expect(judgeAfter([next, gone], record)).toMatchObject({ verdict, imp_uid: 'imp_2' })
      // PortOne doesn't say when it was given back, or doesn't list it.
      expect(judgeAfter([next, { ...gone, cancelled_at: 0 }], record)).toMatchObject({ verdict: 'cancelled' })
      expect(judgeAfter([next], record)).toMatchObject({ verdict: 'cancelled' })
      // What is begun next is no reason to forget the money that went back.
      const after = judgeAfter([next, gone], record).record!
      expect(after.others).toMatchObject([{ imp_uid: 'imp_1', paid: 14_000, refunded: 14_000 }])
    }
  })

  it('an account or slip over another sum, which anybody can open, stands behind money and hope', () => {
    const slip = payment({
      imp_uid: 'imp_x',
      amount: 1,
      status: 'ready',
      pay_method: 'cvs',
      paid_at: 0,
      started_at: 9e9,
    })
    const wrongAccount = account({ imp_uid: 'imp_x', amount: 1, started_at: 9e9 })
    for (const stranger of [slip, wrongAccount]) {
      expect(judge([stranger], ORDER)).toMatchObject({ verdict: 'mismatch', reviews: [{ imp_uid: 'imp_x' }] })
      for (const [own, verdict] of [
        [account(), 'awaiting'],
        [payment({ status: 'pending' }), 'pending'],
        [payment(whole), 'cancelled'],
      ] as const) {
        const both = judge([own, stranger], ORDER)
        expect(both).toMatchObject({ verdict, imp_uid: 'imp_1', reviews: [] })
        expect(judge([own, stranger], ORDER, { record: both.record })).toMatchObject({
          verdict,
          isNew: false,
        })
      }
      const closed = { ...ORDER, closed: true }
      const paid = judge([payment(), stranger], closed)
      expect(paid).toMatchObject({ reason: 'order-closed', imp_uid: 'imp_1', paid: 14_000 })
      expect(paid.reviews.map(it => it.imp_uid)).toEqual(['imp_1'])
    }
  })

  it('given back in full stays cancelled beside an older attempt, until new money comes', () => {
    const gone = recordOf([payment(whole)])
    const older: Partial<Payment>[] = [
      account({ imp_uid: 'imp_2' }),
      { status: 'ready', pay_method: 'cvs' },
      { status: 'pending' },
      { status: 'failed', pg_provider: 'paypal' },
      { customer_uid_usage: 'issue' },
      account({ amount: 100 }),
    ]
    for (const changes of older) {
      const left = payment({ ...changes, imp_uid: 'imp_2' })
      expect(judgeAfter([left, payment(whole)], gone)).toMatchObject({
        verdict: 'cancelled',
        imp_uid: 'imp_1',
      })
    }
    const deposited = account({ imp_uid: 'imp_2', status: 'paid' })
    expect(judgeAfter([deposited, payment(whole)], gone)).toMatchObject({ verdict: 'paid', imp_uid: 'imp_2' })
    // An account that was closed before anybody paid holds no next one up.
    const closed = recordOf([account({ status: 'cancelled', cancel_amount: 0, paid_at: 0 })])
    expect(closed).toMatchObject({ verdict: 'cancelled', paid: 0 })
    expect(judgeAfter([account({ imp_uid: 'imp_2' })], closed)).toMatchObject({ verdict: 'awaiting' })
  })

  it('paid twice: the refund of the second leaves the order paid, that of the first makes the second the order’s', () => {
    const second = payment({ imp_uid: 'imp_2', paid_at: 9e9 })
    const twice = recordOf([payment(), second])
    expect(judgeAfter([payment(), { ...second, ...whole }], twice)).toMatchObject({
      imp_uid: 'imp_1',
      refunded: 0,
      isNew: true,
      record: { others: [{ imp_uid: 'imp_2', refunded: 14_000 }] },
    })
    const moved = judgeAfter([payment(whole), second], twice)
    expect(moved).toMatchObject({ verdict: 'paid', imp_uid: 'imp_2', refunded: 0, reviews: [] })
    // The list that doesn't have the second one yet doesn't make the order unpaid.
    expect(judgeAfter([payment(whole)], twice)).toMatchObject({ verdict: 'paid', imp_uid: 'imp_2' })
  })

  it('keeps the payment that is stored, though an earlier one turns up', () => {
    const earlier = payment({ imp_uid: 'imp_0', paid_at: 1 })
    expect(judgeAfter([earlier, payment()], paid)).toMatchObject({
      imp_uid: 'imp_1',
      reviews: [{ imp_uid: 'imp_0', reason: 'second-payment' }],
    })
  })

  it('tells of a payment once', () => {
    const wrong = [payment({ amount: 100 })]
    const record = recordOf(wrong)
    expect(record.reviewed).toEqual(['imp_1'])
    expect(judgeAfter(wrong, record).reviews).toEqual([])
    const two = judgeAfter([...wrong, payment({ imp_uid: 'imp_2', amount: 200, paid_at: 9e9 })], record)
    expect(two).toMatchObject({ imp_uid: 'imp_1', reviews: [{ imp_uid: 'imp_2', reason: 'amount-differs' }] })
    expect(two.record?.reviewed).toEqual(['imp_1', 'imp_2'])
  })

  it.each<[string, Partial<Payment>, Partial<Payment>, object, string]>([
    ['an account of another amount', account({ amount: 100 }), { amount: 100 }, {}, 'amount-differs'],
    ['an unknown status', { status: 'soon' }, {}, { closed: true }, 'order-closed'],
    ['an unknown status', { status: 'soon' }, { currency: 'USD' }, {}, 'currency-differs'],
  ])('tells of %s once more when money came of it: %o', (_, before, now, order, reason) => {
    const { record, reviews } = judge([payment(before)], ORDER)
    expect(reviews).toHaveLength(1)
    const paidNow = judgeAfter([payment(now)], record, order)
    expect(paidNow).toMatchObject({ reviews: [{ imp_uid: 'imp_1', reason }] })
    expect(paidNow.record?.reviewed).toEqual(['imp_1'])
    expect(judgeAfter([payment(now)], paidNow.record, order)).toMatchObject({ isNew: false, reviews: [] })
  })

  it('tells of an unknown status once more when it is a second payment, and is then silent', () => {
    const asked = judge([payment({ imp_uid: 'imp_2', status: 'soon' })], ORDER)
    const beside = judgeAfter([payment(), payment({ imp_uid: 'imp_2', status: 'soon' })], asked.record)
    expect(beside.reviews).toEqual([])
    const both = [payment(), payment({ imp_uid: 'imp_2', paid_at: 9e9 })]
    const twice = judgeAfter(both, beside.record)
    expect(twice.reviews).toEqual([{ imp_uid: 'imp_2', reason: 'second-payment' }])
    expect(judgeAfter(both, twice.record).reviews).toEqual([])
  })

  it('of money that isn’t right stays where a list is behind, and is mended by a right price or a refund', () => {
    const record = recordOf([payment({ amount: 100 })])
    for (const payments of [[], [payment({ amount: 100, status: 'ready' })]]) {
      expect(judgeAfter(payments, record)).toMatchObject({ verdict: 'mismatch', paid: 100, isNew: false })
    }
    expect(judgeAfter([payment({ amount: 100 })], record, { amount: 100 })).toMatchObject({
      verdict: 'paid',
      paid: 100,
    })
    const given = judgeAfter([payment({ amount: 100, status: 'cancelled', cancel_amount: 100 })], record)
    expect(given).toMatchObject({ verdict: 'cancelled', paid: 100, refunded: 100 })
    const inPart = judgeAfter([payment({ amount: 100, status: 'cancelled', cancel_amount: 40 })], record)
    expect(inPart).toMatchObject({ verdict: 'mismatch', reason: 'amount-differs', refunded: 40 })
    const mended = judgeAfter([payment({ amount: 100 })], inPart.record, { amount: 100 })
    expect(mended).toMatchObject({ verdict: 'paid', reason: 'refunded-in-part', refunded: 40 })
  })

  it('of an account stays by an empty list, and ends with the account', () => {
    const record = recordOf([account()])
    expect(judgeAfter([], record)).toMatchObject({
      verdict: 'awaiting',
      isNew: false,
      account: record.account,
    })
    expect(judgeAfter([payment({ status: 'failed' })], record)).toMatchObject({
      verdict: 'unpaid',
      isNew: true,
    })
    expect(judgeAfter([account({ status: 'cancelled' })], record)).toMatchObject({
      verdict: 'cancelled',
      isNew: true,
    })
    expect(judgeAfter([payment()], record)).toMatchObject({ verdict: 'paid', isNew: true })
    expect(judgeAfter([payment()], record).record).not.toHaveProperty('account')
  })

  it('of an order that is unpaid is no news, however often it is tried', () => {
    const record = recordOf([account()])
    const unpaid = judgeAfter([payment({ status: 'failed' })], record).record!
    expect(unpaid).toMatchObject({ verdict: 'unpaid', imp_uid: 'imp_1' })
    const tried = judgeAfter(
      [payment({ status: 'failed', imp_uid: 'imp_2', started_at: 9e9 }), payment({ status: 'failed' })],
      unpaid,
    )
    expect(tried).toMatchObject({ verdict: 'unpaid', isNew: false, record: unpaid })
    expect(judge([payment({ status: 'failed' })], ORDER)).toMatchObject({
      imp_uid: 'imp_1',
      record: undefined,
      isNew: false,
    })
  })

  it('never has another order’s payment in it', () => {
    const foreign = payment({ imp_uid: 'imp_2', merchant_uid: 'order_2' })
    expect(judge([foreign], ORDER)).toMatchObject({
      verdict: 'mismatch',
      imp_uid: null,
      record: undefined,
      reviews: [],
    })
    expect(judgeAfter([foreign], paid)).toMatchObject({ verdict: 'paid', isNew: false })
    const gone = recordOf([payment(whole)])
    expect(judgeAfter([foreign], gone)).toMatchObject({ verdict: 'mismatch', record: gone, isNew: false })
  })

  it('lists other payments in an order of its own, however they are listed', () => {
    const found = ['imp_1', 'imp_3', 'imp_2'].map(imp_uid =>
      payment({ imp_uid, paid_at: imp_uid === 'imp_1' ? 1 : 2 }),
    )
    const record = recordOf(found)
    expect(record.others?.map(({ imp_uid }) => imp_uid)).toEqual(['imp_2', 'imp_3'])
    expect(judgeAfter([...found].reverse(), record)).toMatchObject({ isNew: false })
    expect(judgeAfter([], record)).toMatchObject({ isNew: false })
  })

  it('is news where the account has changed', () => {
    const record = recordOf([account()])
    const later = account({ vbank_date: 1_900_000_000 })
    expect(judgeAfter([later], record)).toMatchObject({
      isNew: true,
      record: { account: { due: 1_900_000_000 } },
    })
    for (const changed of [{ vbank_num: '1' }, { vbank_name: '국민은행' }, { vbank_holder: '다른 상점' }]) {
      expect(judgeAfter([{ ...account(), ...changed }], record).isNew).toBe(true)
    }
  })

  it('of a test payment that the list doesn’t have is confirmed by nobody', () => {
    const record = recordOf([payment({ sandbox: true })])
    expect(judgeAfter([], record)).toMatchObject({ verdict: 'mismatch', unconfirmed: [], isNew: false })
  })

  it('names for confirming what would say more than the record, though that is paid', () => {
    const silent = (changes: Partial<Payment> = {}) => [payment({ sandbox: null, ...changes })]
    expect(judgeAfter(silent(), paid).unconfirmed).toEqual([])
    const part = { status: 'cancelled', cancel_amount: 4000 }
    expect(judgeAfter(silent(part), paid).unconfirmed).toEqual(['imp_1'])
    const { record } = judgeAfter([payment(part)], paid)
    expect(judgeAfter(silent(part), record).unconfirmed).toEqual([])
    expect(judgeAfter(silent({ imp_uid: 'imp_2' }), paid).unconfirmed).toEqual(['imp_2'])
  })

  it('has no discount where nothing was paid', () => {
    const waiting = account({ amount: 13_000, promotion: { discount: 1000 } })
    expect(judge([waiting], ORDER)).toMatchObject({ verdict: 'awaiting' })
    expect(recordOf([waiting])).not.toHaveProperty('discount')
    expect(recordOf([payment()])).not.toHaveProperty('discount')
  })

  it('remembers a promotion’s discount', () => {
    const bought = payment({ amount: 13_000, promotion: { discount: 1000 } })
    const record = recordOf([bought])
    expect(record).toMatchObject({ paid: 13_000, discount: 1000 })
    expect(judgeAfter([], record)).toMatchObject({ isNew: false, record: { discount: 1000 } })
    const twice = judgeAfter([bought, { ...bought, imp_uid: 'imp_2', paid_at: 9e9 }], record)
    expect(twice.record?.others).toMatchObject([{ discount: 1000 }])
    expect(judgeAfter([], twice.record)).toMatchObject({
      isNew: false,
      record: { others: [{ discount: 1000 }] },
    })
  })
})
