/** Requests of which nobody knows what is in them. */
import fc from 'fast-check'
import { gateways } from '../../src/gateways/table.ts'

/** All of them, so that each row of the table meets what is not foreseen. */
const CODES = Object.keys(gateways)

const anything = fc.anything({ withDate: true, withMap: true, withNullPrototype: true, withBigInt: true })
/** One of these values, or now and then anything. */
export const oneOf = (...values: unknown[]) =>
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
export const anyRequest = fc.record(
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
          mobilians_v2: fc.record({ pay_options: nested('ra_direct', 'ep_pay_type') }),
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
