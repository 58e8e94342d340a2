// @vitest-environment jsdom
import fc from 'fast-check'
import { PayError, type PayRequest, parseRedirect, prepare } from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { gateways } from '../../src/gateways.ts'
import { goTo, IPHONE, PC, pose } from '../support/browser.ts'

/**
 * Of each property. The default, what a commit can wait for, is in vitest.config.ts: more on src, where a counterexample
 * is to be found, than on what is built of it. `PROPERTY_RUNS=250000 npx vitest run --project src` tries a million in all.
 */
const numRuns = Number(process.env['PROPERTY_RUNS'])
const timeout = 60_000 + numRuns * 10

afterEach(() => pose(PC))

/** All of them, so that each row of the table meets what is not foreseen. */
const CODES = Object.keys(gateways)

const anything = fc.anything({ withDate: true, withMap: true, withNullPrototype: true, withBigInt: true })
const oneOf = (...values: unknown[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: anything })
const product = fc.record(
  { orderNumber: oneOf('a', ''), name: oneOf('b', 1), quantity: oneOf(1, 0, '1'), amount: oneOf(1, -1) },
  { requiredKeys: [] },
)

/** Set to something, or with conditions of the table inside. */
const nested = (...names: string[]) =>
  fc.oneof(
    anything,
    fc.record(
      Object.fromEntries(
        names.map(name => [name, oneOf('361', '092', 'personal', 'BANK', 'Y', 1, '1d', true)]),
      ),
      { requiredKeys: [] },
    ),
  )
const item = fc.record(
  { unitPrice: oneOf(500, 1n, Symbol('x')), quantity: oneOf(2, '2', 2n) },
  { requiredKeys: [] },
)

/** Requests that are nearly right, with members that are anything at all. */
const request = fc.record(
  {
    pg: oneOf(...CODES, 'kcp.T0000', 'constructor', '__proto__', '', '.'),
    channelKey: oneOf('channel-key-1', ''),
    pay_method: oneOf('card', 'trans', 'vbank', 'phone', 'payco', 'naverpay_point', 'cvs', ''),
    merchant_uid: oneOf('order_1', '', ' ', 'x'.repeat(41)),
    amount: oneOf(1000, 0, -1, 1.5, '1000', Number.NaN),
    escrow: oneOf(true, false, 'true'),
    name: oneOf('주문', '', '100%', '가'.repeat(50)),
    buyer_tel: oneOf('010', '', ' '),
    buyer_email: oneOf('a@b.test', ''),
    currency: oneOf('KRW', 'USD', 'JPY', 'krw'),
    kiccProducts: fc.oneof(anything, fc.array(fc.oneof(product, anything), { maxLength: 3 })),
    kcpProducts: fc.oneof(anything, fc.array(product, { maxLength: 3 })),
    vbank_due: oneOf('20261231', '2026-02-30', ''),
    m_redirect_url: fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      oneOf('/done', 'javascript:1', '', '//x', 'http://['),
    ),
    app_scheme: oneOf('app', 'app://', '://', ''),
    notice_url: oneOf('https://shop.test/hook', ['x'], ''),
    display: oneOf({ card_quota: [2] }, { card_quota: 'x' }, null),
    tax_free: oneOf(0, 2000, '0'),
    customer_uid: oneOf('c', ''),
    customer_id: oneOf('c', 'c'.repeat(51), '가'.repeat(20)),
    card: fc.oneof(anything, fc.record({ direct: nested('code', 'quota') })),
    period: nested('from', 'to', 'interval'),
    products: fc.oneof(anything, fc.array(fc.oneof(item, anything), { maxLength: 3 })),
    storeDetails: nested('businessName', 'address'),
    bypass: fc.oneof(
      anything,
      fc.record(
        {
          cashReceiptType: oneOf('personal', 'anonymous'),
          customerIdentifier: oneOf('01012345678'),
          nice_v2: nested('DirectShowOpt', 'MallUserID'),
          ksnet: nested('easyPayDirect', 'tcode', 'url'),
          kcpQuick: nested('actionType', 'memberID'),
          welcome: oneOf({ acceptmethod: ['below1000', 'hppdefaultcorp(SKT)'] }),
          mobilians_v2: fc.record({ pay_options: nested('ra_direct', 'cn_easypay_type') }),
          payletter_global: nested('pginfo'),
        },
        { requiredKeys: [] },
      ),
    ),
    custom_data: anything,
    popup: oneOf(true, false),
    [' anything else ']: anything,
  },
  { requiredKeys: [] },
)

describe('prepare', () => {
  it(
    'never throws, never writes, and is stable',
    () => {
      fc.assert(
        fc.property(
          request,
          fc.boolean(),
          oneOf('kicc', 'kcp', undefined),
          (generated, onPhone, provider) => {
            pose(onPhone ? IPHONE : PC)
            const options = typeof provider === 'string' ? { provider } : {}
            const before = fc.stringify(generated)
            const first = prepare(generated as unknown as PayRequest, options)
            expect(fc.stringify(generated)).toBe(before)
            const second = prepare(first.params, options)
            expect(fc.stringify(second.params)).toBe(fc.stringify(first.params))
            expect(second.issues).toEqual(first.issues)
            expect(second.leavesPage).toBe(first.leavesPage)
          },
        ),
        { numRuns },
      )
    },
    timeout,
  )

  it(
    'keeps query, fragment and encoding of a redirect URL',
    () => {
      pose(IPHONE)
      fc.assert(
        fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
          const { params } = prepare({ merchant_uid: 'm', amount: 1, pg: 'kcp', m_redirect_url: url })
          expect(params.m_redirect_url).toBe(url)
          const relative = `/done?${url.split('?')[1] ?? ''}`
          const resolved = prepare({
            merchant_uid: 'm',
            amount: 1,
            pg: 'kcp',
            m_redirect_url: relative,
          }).params
          expect(String(resolved.m_redirect_url)).toBe(new URL(relative, location.href).href)
        }),
        { numRuns },
      )
    },
    timeout,
  )
})

describe('parseRedirect', () => {
  const key = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'imp_uid',
        'merchant_uid',
        'imp_success',
        'success',
        'error_code',
        'error_msg',
        'code',
        'txId',
        'paid_amount',
        'custom_data',
      ),
    },
    { weight: 1, arbitrary: fc.string() },
  )
  const value = fc.oneof(
    fc.constantFrom('true', 'false', 'imp_1', '', 'null', '%', '%E3%8', '{"a":1}', '1e3'),
    fc.string({ unit: 'grapheme' }),
  )
  const query = fc
    .array(fc.tuple(key, value, fc.boolean()), { maxLength: 8 })
    .map(pairs =>
      pairs
        .map(
          ([name, text, encoded]) =>
            `${name}=${encoded ? encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')) : text}`,
        )
        .join('&'),
    )

  it(
    'never throws, on any text',
    () => {
      const url = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.tuple(fc.webUrl(), query, query).map(([base, one, two]) => `${base}?${one}#/x?${two}`),
      )
      fc.assert(
        fc.property(url, text => {
          const outcome = parseRedirect(text)
          if (outcome === null) return
          const { imp_uid, merchant_uid } = outcome instanceof PayError ? outcome.response! : outcome
          expect(imp_uid === null || (typeof imp_uid === 'string' && imp_uid !== '')).toBe(true)
          expect(typeof merchant_uid).toBe('string')
        }),
        { numRuns },
      )
    },
    timeout,
  )

  it(
    'finds nothing any more once the result was taken out, and the rest is as it was',
    () => {
      const own = fc.constantFrom('a=1', 'b=%EA%B0%80', 'flag', 'c=x+y', '')
      fc.assert(
        fc.property(query, own, own, (result, before, after) => {
          goTo(`/done?${before}&${result}&${after}#top`)
          const url = location.href
          // What comes back from the gateway the next time.
          const clean = String(prepare({ merchant_uid: 'm', amount: 1, pg: 'alipay' }).params.m_redirect_url)
          if (parseRedirect(url) === null) {
            expect(clean).toBe(url)
            return
          }
          expect(parseRedirect(clean)).toBeNull()
          for (const pair of [before, after]) if (pair) expect(clean).toContain(pair)
          expect(clean.endsWith('#top')).toBe(true)
        }),
        { numRuns },
      )
    },
    timeout,
  )
})
