// @vitest-environment jsdom
/** Each rule and each column of the table of gateways, by requests that are made from it. */
import { type KnownParameters, prepare } from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { type GatewayRow, gateways } from '../../src/gateways/table.ts'
import type { DueDateForm, GatewayCode } from '../../src/types/codes.ts'
import { IPHONE, PC, pose } from '../support/browser.ts'
import { requestOf, ruleCases, runCase, saidOf, titleOf } from '../support/rule-requests.ts'

afterEach(() => pose(PC))

const rows = Object.entries(gateways) as [GatewayCode, GatewayRow][]
/** The rows that have a column, with what it says. */
const having = <Column extends keyof GatewayRow>(column: Column) =>
  rows.flatMap(([code, row]) => {
    const value = row[column]
    return value === undefined ? [] : [[code, value as NonNullable<GatewayRow[Column]>, row] as const]
  })
const notHaving = (column: keyof GatewayRow) => rows.filter(([, row]) => row[column] === undefined)

describe('a rule of the table', () => {
  it.each(ruleCases.map(ruleCase => [titleOf(ruleCase), ruleCase] as const))(
    'fires once, and is silent when mended: %s',
    (_, ruleCase) => {
      const { expected, breaking, broken, keeping, mended } = runCase(ruleCase)
      expect(broken, JSON.stringify(breaking)).toEqual(expected)
      expect(mended, JSON.stringify(keeping)).toEqual([])
    },
  )
})

describe('every gateway', () => {
  it.each(rows)('%s has a request without a fault, on each device', code => {
    for (const device of [PC, IPHONE]) {
      pose(device)
      const request = requestOf(code) as unknown as KnownParameters
      expect(prepare(request, { sdk: 'v1' }).issues).toEqual([])
    }
  })

  // One makes billing keys only, the other has actions that are no payments.
  const isNeedless = (code: GatewayCode): boolean => code === 'kcp_billing' || code === 'kcp_quick'

  it.each(rows)('%s needs amount and merchant_uid', code => {
    const needed = isNeedless(code) ? [] : ['error REQUIRED']
    expect(saidOf(code, 'amount', { amount: undefined })).toEqual(needed)
    expect(saidOf(code, 'merchant_uid', { merchant_uid: undefined })).toEqual(['error REQUIRED'])
  })

  it.each(rows)('%s makes a billing key without an amount', code => {
    expect(saidOf(code, 'amount', { amount: undefined, customer_uid: 'c', customer_id: 'u' })).toEqual([])
  })

  it.each(rows)('%s leaves the page as its row says', (code, row) => {
    const places = (members: object = {}): boolean[] =>
      [PC, IPHONE].map(device => {
        pose(device)
        const request = { pg: code, merchant_uid: 'order1001', amount: 14000, ...members }
        return prepare(request, { sdk: 'v1' }).leavesPage
      })
    const { leaves, except } = row
    expect(places()).toEqual(leaves === 'always' ? [true, true] : [false, leaves !== 'never'])
    if (!except) return
    const value = except.is === 'given' ? 'word' : except.is
    expect(places({ [except.parameter]: value })).toEqual([except.leaves, except.leaves])
  })
})

describe('payMethods', () => {
  it.each(having('payMethods'))('of %s are taken, and another is a warning at least', (code, methods) => {
    for (const pay_method of methods) expect(saidOf(code, 'pay_method', { pay_method })).toEqual([])
    const [said, ...more] = saidOf(code, 'pay_method', { pay_method: 'a_method_of_tomorrow' })
    expect(said).toBe(code === 'paypal_v2' ? 'error VALUE' : 'warning UNDOCUMENTED')
    expect(more).toEqual([])
  })

  it.each(notHaving('payMethods'))('of %s are not known, and all are taken', code => {
    expect(saidOf(code, 'pay_method', { pay_method: 'a_method_of_tomorrow' })).toEqual([])
  })
})

describe('escrow', () => {
  it.each(having('escrow'))('of %s is for these pay methods only', (code, methods, { payMethods = [] }) => {
    for (const pay_method of [...payMethods, 'a_method_of_tomorrow']) {
      const isRight = methods.some(method => method === pay_method)
      const expected = isRight ? [] : ['error VALUE']
      expect(saidOf(code, 'pay_method', { escrow: true, pay_method }), pay_method).toEqual(expected)
    }
  })

  it.each(notHaving('escrow'))('of %s is for all', (code, { payMethods = [] }) => {
    for (const pay_method of payMethods)
      expect(saidOf(code, 'pay_method', { escrow: true, pay_method })).toEqual([])
  })
})

describe('currencies', () => {
  it.each(having('currencies'))('of %s are taken, and another is a warning', (code, currencies) => {
    for (const currency of currencies) expect(saidOf(code, 'currency', { currency })).toEqual([])
    expect(saidOf(code, 'currency', { currency: 'CHF' })).toEqual(['warning UNDOCUMENTED'])
  })

  it.each(having('onlyCurrencies'))('of %s are taken, and another is refused', (code, currencies) => {
    for (const currency of currencies) {
      expect(saidOf(code, 'currency', { currency })).not.toContain('error VALUE')
      expect(saidOf(code, 'currency', { currency: currency.toLowerCase() })).not.toContain('error VALUE')
    }
    expect(saidOf(code, 'currency', { currency: 'CHF' })).toEqual(['error VALUE'])
  })

  it.each(having('notCurrency'))('of %s are all but one', (code, currency) => {
    expect(saidOf(code, 'currency', { currency })).toEqual(['error VALUE'])
    expect(saidOf(code, 'currency', { currency: 'CHF' })).toEqual([])
  })

  it.each(having('defaultCurrency'))('of %s have a default, which should be asked for by name', code => {
    expect(saidOf(code, 'currency')).toEqual(['warning REQUIRED'])
  })

  it.each(having('fractionsOfWon'))('of %s have fractions of won', code => {
    expect(saidOf(code, 'amount', { amount: 14.2, currency: 'KRW' })).toEqual(['warning VALUE'])
    // Nobody has seen a fraction of a yen.
    expect(saidOf(code, 'amount', { amount: 14.2, currency: 'JPY' })).toEqual(['error VALUE'])
  })

  it.each(notHaving('fractionsOfWon'))('of %s have no fractions of won', (code, row) => {
    const takesWon = row.notCurrency !== 'KRW' && (row.onlyCurrencies?.includes('KRW') ?? true)
    if (takesWon) expect(saidOf(code, 'amount', { amount: 14.2, currency: 'KRW' })[0]).toMatch(/^error/)
  })
})

describe('languages', () => {
  it.each(having('languages'))('of %s are taken, and another is a warning', (code, languages) => {
    for (const language of languages) expect(saidOf(code, 'language', { language })).toEqual([])
    expect(saidOf(code, 'language', { language: 'fr' })).toEqual(['warning UNDOCUMENTED'])
  })

  it.each(notHaving('languages'))('of %s are not known, and all are taken', code => {
    expect(saidOf(code, 'language', { language: 'fr' })).toEqual([])
  })
})

describe('dueDates', () => {
  const FORMS: Record<DueDateForm, string> = {
    YYYYMMDD: '20301231',
    YYYYMMDDhhmm: '203012312359',
    YYYYMMDDHHmmss: '20301231235959',
    'YYYY-MM-DD': '2030-12-31',
    'YYYY-MM-DD HH:mm:ss': '2030-12-31 23:59:59',
  }

  it.each(rows)('of %s are written as it documents', (code, { dueDates }) => {
    for (const [form, vbank_due] of Object.entries(FORMS)) {
      const isDocumented = !dueDates || dueDates.some(known => known === form)
      const expected = isDocumented ? [] : ['warning FORMAT']
      expect(saidOf(code, 'vbank_due', { pay_method: 'vbank', vbank_due }), form).toEqual(expected)
    }
  })
})

describe('billing', () => {
  const asking = { customer_uid: 'c', customer_id: 'u' }

  it.each(rows)('of %s is known by what is said of customer_uid and amount', (code, { billing }) => {
    const isNone = billing === 'none'
    expect(saidOf(code, 'customer_uid', asking)).toEqual(isNone ? ['warning REFUSED'] : [])
    const isCharged = billing === 'charged unless 0'
    expect(saidOf(code, 'amount', asking)).toEqual(isCharged ? ['warning CHARGED'] : [])
    expect(saidOf(code, 'amount', { ...asking, amount: 0 })).toEqual([])
    expect(saidOf(code, 'amount')).toEqual([])
  })
})

describe('sums', () => {
  const item = { unitPrice: 7000, quantity: 2 }

  it.each(having('sums'))('of %s must be the amount', (code, list) => {
    expect(saidOf(code, list, { [list]: [item] })).toEqual([])
    expect(saidOf(code, list, { [list]: [item, item] })).toEqual(['error VALUE'])
    expect(saidOf(code, list, { [list]: [{ ...item, quantity: '2' }] })).toEqual([])
  })

  it.each(notHaving('sums'))('of %s are not compared', code => {
    expect(saidOf(code, 'products', { products: [item, item] })).toEqual([])
  })
})

describe('popup', () => {
  it.each(having('popup'))('of %s is discouraged on phones', (code, parameter) => {
    expect(saidOf(code, parameter, { [parameter]: true })).toEqual([])
    pose(IPHONE)
    expect(saidOf(code, parameter, { [parameter]: true })).toEqual(['warning DISCOURAGED'])
    expect(saidOf(code, parameter, { [parameter]: false })).toEqual([])
  })
})

describe('kcp_quick, whose actions are no payments but for one', () => {
  const asking = (actionType: string) => ({ bypass: { kcpQuick: { actionType, memberID: 'm' } } })

  it.each(['Register', 'Deregister', 'PinChange', 'AnActionOfTomorrow'])('needs no amount for %s', action => {
    expect(saidOf('kcp_quick', 'amount', { ...asking(action), amount: undefined })).toEqual([])
    expect(saidOf('kcp_quick', 'amount', { ...asking(action), amount: 0 })).toEqual([])
    expect(saidOf('kcp_quick', 'merchant_uid', { ...asking(action), merchant_uid: undefined })).toEqual([
      'error REQUIRED',
    ])
  })

  it('needs both for a payment, and none to look one up', () => {
    expect(saidOf('kcp_quick', 'amount', { ...asking('Pay'), amount: undefined })).toEqual(['error REQUIRED'])
    // A payment of 0 is refused where there is no `customer_uid`, and here there always is one.
    expect(saidOf('kcp_quick', 'amount', { ...asking('Pay'), amount: 0 })).toEqual([])
    const lookUp = { ...asking('PrepaidOfflinePaymentInfo'), amount: undefined, merchant_uid: undefined }
    for (const path of ['amount', 'merchant_uid']) expect(saidOf('kcp_quick', path, lookUp)).toEqual([])
  })
})
