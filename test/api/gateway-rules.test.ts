// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { PC, pose } from '../support/browser.ts'
import { order } from '../support/requests.ts'
import { brief, checkRules, issuesOf, type Rule } from '../support/rules.ts'

afterEach(() => pose(PC))

/** Of gateways that only the newest script knows. */
const v1 = { sdk: 'v1' } as const
const uid = { merchant_uid: 'order1' }
const direct = (code: string, quota = 0) => ({ card: { direct: { code, quota } } })
const kcpQuick = { actionType: 'Pay', memberID: 'm1', encryptedCI: 'x' }
const ksnet = { pg: 'ksnet', currency: 'KRW', tax_free: 0 }
const store = { businessName: '상점', businessRegistrationNumber: '1234567890' }
const payOptions = (options: object) => ({ mobilians_v2: { pay_options: options } })
const directTransfer = {
  pay_method: 'trans',
  bypass: { nice_v2: { DirectShowOpt: 'BANK' }, cashReceiptType: 'anonymous' },
}
const easyKsnet = (pay_method: string, storeDetails: object) => ({
  ...ksnet,
  pay_method,
  bypass: { ksnet: { easyPayDirect: true } },
  storeDetails,
})
const inicisJp = {
  pg: 'inicis_jp',
  currency: 'JPY',
  name: 'Test',
  popup: true,
  storeDetails: {
    storeName: '店',
    storeNameKana: 'ミセ',
    storeNameEn: 'Shop',
    storeNameShort: 'S',
    contactName: 'Help',
    email: 'help@shop.test',
    phoneNumber: '0312345678',
    openingHours: { open: '09:00', close: '18:00' },
  },
}

checkRules([
  // kcp
  ...['cultureland', 'smartculture', 'booknlife', 'happymoney'].map(pay_method => ({
    it: `${pay_method} at kcp without the buyer's id`,
    base: { pg: 'kcp', pay_method },
    members: {},
    says: ['warning REQUIRED bypass.shop_user_id'],
    mended: { bypass: { shop_user_id: 'u' } },
  })),
  {
    it: 'kcp_quick without its parameters',
    base: { pg: 'kcp_quick', customer_uid: 'c' },
    members: {},
    says: [
      'error REQUIRED bypass.kcpQuick.actionType',
      'error REQUIRED bypass.kcpQuick.memberID',
      'warning REQUIRED bypass.kcpQuick.encryptedCI',
    ],
    mended: { bypass: { kcpQuick } },
  },
  {
    it: 'a memberID of 17 characters (kcp_quick)',
    base: { pg: 'kcp_quick', customer_uid: 'c' },
    members: { bypass: { kcpQuick: { ...kcpQuick, memberID: 'm'.repeat(17) } } },
    says: ['warning TOO_LONG bypass.kcpQuick.memberID'],
    mended: { bypass: { kcpQuick: { ...kcpQuick, memberID: 'm'.repeat(16) } } },
  },
  // nice_v2
  {
    it: 'a direct transfer with escrow (nice_v2)',
    base: { pg: 'nice_v2', ...directTransfer },
    options: v1,
    members: { escrow: true },
    says: ['error VALUE bypass.nice_v2.DirectShowOpt'],
    mended: {},
  },
  {
    it: 'another direct call with escrow (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'trans', bypass: { nice_v2: { DirectShowOpt: 'CARD' } } },
    options: v1,
    members: { escrow: true },
    says: [],
  },
  {
    it: 'a direct transfer without a cash receipt (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'trans' },
    options: v1,
    members: { bypass: { nice_v2: { DirectShowOpt: 'BANK' } } },
    says: ['error REQUIRED bypass.cashReceiptType'],
    mended: directTransfer,
  },
  ...['naverpay_point', 'ssgpay_bank'].map(pay_method => ({
    it: `${pay_method} without a cash receipt (nice_v2)`,
    base: { pg: 'nice_v2', pay_method, ...uid },
    options: v1,
    members: {},
    says: ['error REQUIRED bypass.cashReceiptType'],
    mended: { bypass: { cashReceiptType: 'anonymous' } },
  })),
  {
    it: 'a resident number for a personal cash receipt (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'naverpay_point' },
    options: v1,
    members: { bypass: { cashReceiptType: 'personal', customerIdentifier: '8001011234567' } },
    says: ['error FORMAT bypass.customerIdentifier'],
    mended: { bypass: { cashReceiptType: 'personal', customerIdentifier: '010-1234-5678' } },
  },
  {
    it: 'any number for the cash receipt of a company (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'naverpay_point' },
    options: v1,
    members: { bypass: { cashReceiptType: 'corporate', customerIdentifier: '1178178260' } },
    says: [],
  },
  {
    it: 'a sign in the number of an order for ssgpay_bank (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'ssgpay_bank', bypass: { cashReceiptType: 'anonymous' } },
    options: v1,
    members: { merchant_uid: 'order-1' },
    says: ['error FORMAT merchant_uid'],
    mended: uid,
  },
  {
    it: 'that sign with another pay method (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'ssgpay' },
    options: v1,
    members: { merchant_uid: 'order-1' },
    says: [],
  },
  {
    it: 'a voucher without the id of its buyer (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'cultureland' },
    options: v1,
    members: { bypass: { nice_v2: {} } },
    says: ['error REQUIRED bypass.nice_v2.MallUserID'],
    mended: { bypass: { nice_v2: { MallUserID: 'u' } } },
  },
  {
    it: 'naverpay, which is two pay methods (nice_v2)',
    base: { pg: 'nice_v2' },
    options: v1,
    members: { pay_method: 'naverpay' },
    says: ['error VALUE pay_method'],
    mended: { pay_method: 'naverpay_card' },
  },
  {
    it: 'naverpay for a billing key (nice_v2)',
    base: { pg: 'nice_v2', pay_method: 'naverpay', customer_uid: 'c' },
    options: v1,
    members: { customer_id: 'u' },
    says: ['warning VALUE pay_method'],
    mended: { customer_id: 'u', pay_method: 'naverpay_card' },
  },
  {
    it: 'the card that nice_v2 cannot call directly',
    base: { pg: 'nice_v2' },
    options: v1,
    members: direct('092'),
    says: ['error VALUE card.direct.code'],
    mended: direct('361'),
  },
  // billing keys
  ...[
    ['nice_v2', 'kakaopay'],
    ['smartro_v2', 'card'],
    ['tosspay_v2', 'tosspay'],
    ['mobilians_v2', 'card'],
  ].map(([pg, pay_method]) => ({
    it: `a billing key without the id of its buyer (${pg})`,
    base: { pg, ...uid, pay_method, customer_uid: 'c', amount: 0 },
    options: v1,
    members: {},
    says: ['error REQUIRED customer_id'],
    mended: { customer_id: 'u' },
  })),
  {
    it: 'a billing key and a first payment without the id of its buyer (mobilians_v2)',
    base: { pg: 'mobilians_v2', customer_uid: 'c' },
    options: v1,
    members: {},
    says: ['warning REQUIRED customer_id', 'warning CHARGED amount'],
    mended: { customer_id: 'u', amount: 0 },
  },
  {
    it: 'a billing key by another way than card (mobilians_v2)',
    base: { pg: 'mobilians_v2', pay_method: 'phone', digital: true, amount: 0 },
    options: v1,
    members: { customer_uid: 'c' },
    says: [],
  },
  ...['kakaopay', 'danal_tpay', 'settle_acc', 'jtnet', 'mobilians_v2'].map(pg => ({
    it: `an amount that is charged along with the billing key (${pg})`,
    base: { pg, pay_method: pg === 'settle_acc' ? 'trans' : 'card', customer_uid: 'c', customer_id: 'u' },
    options: v1,
    members: {},
    says: ['warning CHARGED amount'],
    mended: { amount: 0 },
  })),
  ...['eximbay', 'bluewalnut', 'ksnet', 'paypal', 'settle'].map(pg => ({
    it: `a billing key where there is no window for one (${pg})`,
    base: { pg, currency: pg === 'paypal' || pg === 'eximbay' ? 'USD' : 'KRW', tax_free: 0 },
    options: v1,
    members: { customer_uid: 'c' },
    says: ['warning REFUSED customer_uid'],
    mended: {},
  })),
  {
    it: 'naverpay without products',
    base: { pg: 'naverpay' },
    members: {},
    says: ['error REQUIRED naverProducts'],
    mended: { customer_uid: 'c', naverProductCode: 'p' },
  },
  // mobilians_v2
  {
    it: 'a customer_id of 21 bytes (mobilians_v2)',
    base: { pg: 'mobilians_v2', pay_method: 'booknlife' },
    options: v1,
    members: { customer_id: '가나다라마바사' },
    says: ['warning TOO_LONG customer_id'],
    mended: { customer_id: '가나다라마바 ' },
  },
  {
    it: 'escrow by a direct transfer (mobilians_v2)',
    base: {
      pg: 'mobilians_v2',
      pay_method: 'trans',
      bypass: {
        ...payOptions({ ra_direct: 'Y', ra_escrow_password: '1' }),
        cashReceiptType: 'personal',
        customerIdentifier: '01012345678',
      },
    },
    options: v1,
    members: { escrow: true, buyer_email: '', bypass: payOptions({ ra_direct: 'Y' }) },
    says: [
      'error REQUIRED buyer_email',
      'warning REQUIRED bypass.mobilians_v2.pay_options.ra_escrow_password',
      'warning REQUIRED bypass.cashReceiptType',
      'warning REQUIRED bypass.customerIdentifier',
    ],
    mended: { escrow: true },
  },
  {
    it: 'Naver Pay points without a cash receipt (mobilians_v2)',
    base: { pg: 'mobilians_v2', pay_method: 'naverpay' },
    options: v1,
    members: { bypass: payOptions({ ep_pay_type: 'P' }) },
    says: ['warning REQUIRED bypass.cashReceiptType', 'warning REQUIRED bypass.customerIdentifier'],
    mended: { bypass: payOptions({ ep_pay_type: 'C' }) },
  },
  {
    it: 'a voucher with a confirm_url (mobilians_v2)',
    base: { pg: 'mobilians_v2', customer_id: 'u' },
    options: v1,
    members: { pay_method: 'cultureland', confirm_url: 'https://shop.test' },
    says: ['warning REFUSED confirm_url'],
    mended: { confirm_url: 'https://shop.test' },
  },
  // tax
  ...[
    ['danal', 'phone'],
    ['daou', 'trans'],
    ['daou', 'vbank'],
    ['mobilians_v2', 'trans'],
    ['mobilians_v2', 'payco'],
  ].map(([pg, pay_method]) => ({
    it: `tax_free where it has no effect (${pg}, ${pay_method})`,
    base: { pg, pay_method, digital: true },
    options: v1,
    members: { tax_free: 100 },
    says: ['warning REFUSED tax_free'],
    mended: { tax_free: 0 },
  })),
  {
    it: 'tax_free where it has (daou, card)',
    base: { pg: 'daou', digital: false },
    members: { tax_free: 100 },
    says: [],
  },
  // smartro_v2
  {
    it: 'a cash receipt for escrow by transfer (smartro_v2)',
    base: { pg: 'smartro_v2', ...uid, pay_method: 'trans' },
    options: v1,
    members: { escrow: true, bypass: { cashReceiptType: 'personal', customerIdentifier: '01012345678' } },
    says: ['error REFUSED bypass.cashReceiptType', 'error REFUSED bypass.customerIdentifier'],
    mended: { bypass: { cashReceiptType: 'personal', customerIdentifier: '01012345678' } },
  },
  ...['personal', 'corporate'].map(cashReceiptType => ({
    it: `a ${cashReceiptType} cash receipt without a number (smartro_v2)`,
    base: { pg: 'smartro_v2', ...uid, pay_method: 'trans' },
    options: v1,
    members: { bypass: { cashReceiptType } },
    says: ['error REQUIRED bypass.customerIdentifier'],
    mended: { bypass: { cashReceiptType, customerIdentifier: '1178178260' } },
  })),
  ...[{}, { cashReceiptType: 'anonymous' }].map(receipt => ({
    it: `a number for no cash receipt (smartro_v2, ${JSON.stringify(receipt)})`,
    base: { pg: 'smartro_v2', ...uid, pay_method: 'trans' },
    options: v1,
    members: { bypass: { ...receipt, customerIdentifier: '01012345678' } },
    says: ['error REFUSED bypass.customerIdentifier'],
    mended: { bypass: receipt },
  })),
  {
    it: 'months without a card (smartro_v2)',
    base: { pg: 'smartro_v2', ...uid },
    options: v1,
    members: { card: { direct: { quota: 3 } } },
    says: ['error REQUIRED card.direct.code'],
    mended: direct('361', 3),
  },
  {
    it: 'a list of months, which smartro_v2 has not',
    base: { pg: 'smartro_v2', ...uid },
    options: v1,
    members: { display: { card_quota: [2, 3] } },
    says: ['warning REFUSED display.card_quota'],
    mended: {},
  },
  // welcome
  {
    it: 'a cash receipt with a name (welcome)',
    base: { pg: 'welcome', pay_method: 'trans' },
    options: v1,
    members: { bypass: { cashReceiptType: 'personal', customerIdentifier: '01012345678' } },
    says: ['error VALUE bypass.cashReceiptType', 'error REFUSED bypass.customerIdentifier'],
    mended: { bypass: { cashReceiptType: 'anonymous' } },
  },
  {
    it: 'a period of days (welcome)',
    base: { pg: 'welcome' },
    options: v1,
    members: { period: { interval: '1d' } },
    says: ['error VALUE period.interval'],
    mended: { period: { interval: '1y' } },
  },
  {
    it: 'a period with ends and an interval (welcome)',
    base: { pg: 'welcome' },
    options: v1,
    members: { period: { from: '20260101', to: '20260201', interval: '1m' } },
    says: ['error REFUSED period.interval'],
    mended: { period: { from: '20260101', to: '20260201' } },
  },
  ...[{ acceptmethod: ['hppdefaultcorp(SKT)'] }, { P_RESERVED: ['hpp_default_corp=SKT'] }].map(welcome => ({
    it: `carriers beside a first one (welcome, ${Object.keys(welcome)})`,
    base: { pg: 'welcome', pay_method: 'phone', digital: true },
    options: v1,
    members: { phone: { detail: [{ carrier: 'SKT', enabled: true }] }, bypass: { welcome } },
    says: ['warning REFUSED phone.detail'],
    mended: { bypass: { welcome } },
  })),
  {
    it: 'less than welcome takes, where it agreed to that on phones',
    base: { pg: 'welcome', bypass: { welcome: { P_RESERVED: ['below1000=Y'] } } },
    options: v1,
    members: { amount: 999 },
    says: [],
  },
  // ksnet
  {
    it: 'a card called directly without the shop (ksnet)',
    base: ksnet,
    options: v1,
    members: direct('366'),
    says: [
      'error REQUIRED storeDetails.businessName',
      'error REQUIRED storeDetails.businessRegistrationNumber',
      'error REQUIRED bypass.ksnet.url',
    ],
    mended: { ...direct('366'), storeDetails: store, bypass: { ksnet: { url: 'https://shop.test' } } },
  },
  {
    it: 'the card that needs no address of the shop (ksnet)',
    base: ksnet,
    options: v1,
    members: { ...direct('381'), storeDetails: store },
    says: [],
  },
  {
    it: 'a card called directly on a phone (ksnet)',
    base: ksnet,
    options: v1,
    phone: true,
    members: { ...direct('361'), buyer_tel: ' ' },
    says: ['error REQUIRED buyer_tel', 'error REQUIRED bypass.ksnet.tcode'],
    mended: { ...direct('361'), bypass: { ksnet: { tcode: 'skt' } } },
  },
  {
    it: 'that card on a PC (ksnet)',
    base: ksnet,
    options: v1,
    members: direct('361'),
    says: [],
  },
  {
    it: 'KakaoPay called directly (ksnet)',
    base: easyKsnet('kakaopay', {}),
    options: v1,
    members: { buyer_email: '', buyer_name: '' },
    says: [
      'error REQUIRED buyer_name',
      'error REQUIRED buyer_email',
      'error REQUIRED storeDetails.ceoFullName',
      'error REQUIRED storeDetails.address',
      'error REQUIRED storeDetails.phoneNumber',
    ],
    mended: easyKsnet('kakaopay', { ceoFullName: '대표', address: '서울', phoneNumber: '02' }),
  },
  {
    it: 'PAYCO called directly (ksnet)',
    base: easyKsnet('payco', {}),
    options: v1,
    members: {},
    says: [
      'error REQUIRED storeDetails.businessName',
      'error REQUIRED storeDetails.businessRegistrationNumber',
    ],
    mended: easyKsnet('payco', store),
  },
  {
    it: 'Naver Pay called directly (ksnet)',
    base: easyKsnet('naverpay', {}),
    options: v1,
    members: {},
    says: ['error REQUIRED storeDetails.businessName'],
    mended: easyKsnet('naverpay', { businessName: '상점' }),
  },
  // inicis_jp
  {
    it: 'no shop, or the other kind of contract (inicis_jp)',
    base: { ...inicisJp, storeDetails: undefined },
    options: v1,
    members: {},
    says: ['error REQUIRED storeDetails'],
    mended: { customer_id: 'u' },
  },
  {
    it: 'no popup on a PC (inicis_jp)',
    base: inicisJp,
    options: v1,
    members: { popup: undefined },
    says: ['warning REQUIRED popup'],
    mended: { popup: true },
  },
  {
    it: 'a popup refused on a PC (inicis_jp)',
    base: inicisJp,
    options: v1,
    members: { popup: false },
    says: ['warning VALUE popup'],
    mended: {},
  },
  {
    it: 'no popup on a phone (inicis_jp)',
    base: inicisJp,
    options: v1,
    phone: true,
    members: { popup: undefined },
    says: [],
  },
  {
    it: 'a konbini without a deadline or the name in kana (inicis_jp)',
    base: { ...inicisJp, pay_method: 'cvs' },
    options: v1,
    members: { buyer_first_name_kana: 'Port' },
    says: [
      'error REQUIRED cvs.payment_deadline',
      'error REQUIRED buyer_last_name_kana',
      'warning FORMAT buyer_first_name_kana',
    ],
    mended: {
      cvs: { payment_deadline: { valid_hours: 48 } },
      buyer_first_name_kana: 'ポート',
      buyer_last_name_kana: 'ワン',
    },
  },
  {
    it: 'months that inicis_jp has not',
    base: inicisJp,
    options: v1,
    members: { display: { card_quota: [0, 2] } },
    says: ['warning FORMAT display.card_quota'],
    mended: { display: { card_quota: [0, 3, 12] } },
  },
  {
    it: 'months that only look like those (inicis_jp)',
    base: inicisJp,
    options: v1,
    members: { display: { card_quota: [33] } },
    says: ['warning FORMAT display.card_quota'],
    mended: { display: { card_quota: [] } },
  },
  {
    it: 'a line break where the pattern has any character (welcome)',
    base: { pg: 'welcome', bypass: { welcome: { acceptmethod: 'a\nbelow1000' } } },
    options: v1,
    members: { amount: 500 },
    says: [],
  },
  {
    it: 'a space in the number of an order (inicis_jp)',
    base: inicisJp,
    options: v1,
    members: { merchant_uid: '주문 1' },
    says: ['warning FORMAT merchant_uid'],
    mended: { merchant_uid: 'order-1' },
  },
  {
    it: 'a customer_id of 31 characters (inicis_jp)',
    base: inicisJp,
    options: v1,
    members: { customer_id: 'u'.repeat(31) },
    says: ['warning TOO_LONG customer_id'],
    mended: { customer_id: 'u'.repeat(30) },
  },
  // others
  ...[
    ['galaxia', 'USD'],
    ['welcome', 'USD'],
    ['toss_brandpay', 'USD'],
    ['smartro_v2', 'JPY'],
    ['alipay', 'EUR'],
  ].map(([pg, currency]) => ({
    it: `a currency that ${pg} refuses`,
    base: { pg, ...uid, customer_id: 'u', pay_method: pg === 'toss_brandpay' ? pg : 'card' },
    options: v1,
    members: { currency },
    says: ['error VALUE currency'],
    mended: { currency: pg === 'alipay' ? 'USD' : 'KRW' },
  })),
  {
    it: 'the currency of welcome in small letters, or none',
    base: { pg: 'welcome' },
    options: v1,
    members: { currency: 'krw' },
    says: [],
    mended: { currency: '' },
  },
  {
    it: 'another pay method than paypal_v2 has',
    base: { pg: 'paypal_v2', currency: 'USD' },
    options: v1,
    members: { pay_method: 'card' },
    says: ['error VALUE pay_method'],
    mended: { pay_method: 'paypal' },
  },
  {
    it: 'products that cost something else than the amount (paypal_v2)',
    base: { pg: 'paypal_v2', currency: 'USD', pay_method: 'paypal', amount: 0.3 },
    options: v1,
    members: { products: [{ unitPrice: 0.1, quantity: 2 }] },
    says: ['error VALUE products'],
    mended: { products: [{ unitPrice: 0.1, quantity: 3 }] },
  },
  {
    it: 'a hole among the products, whose sum nobody can tell (paypal_v2)',
    base: { pg: 'paypal_v2', currency: 'USD', pay_method: 'paypal' },
    options: v1,
    members: { products: [null, undefined, { unitPrice: 1n, quantity: 1n }] },
    says: [],
  },
  {
    it: 'a quantity that is a text, and a sum that nobody can tell (paypal_v2)',
    base: { pg: 'paypal_v2', currency: 'USD', pay_method: 'paypal' },
    options: v1,
    members: { products: [{ unitPrice: 1, quantity: '2' }] },
    says: [],
  },
  {
    it: 'products of another gateway',
    base: { pg: 'tosspayments' },
    options: v1,
    members: { products: [{ unitPrice: 1, quantity: 1 }] },
    says: [],
  },
  {
    it: 'a part of a cent, and one word for a name (paymentwall)',
    base: { pg: 'paymentwall', currency: 'USD', buyer_name: 'Gil Dong' },
    members: { amount: 1.5, buyer_name: 'Gildong' },
    says: ['error FORMAT amount', 'warning FORMAT buyer_name'],
    mended: { amount: 15 },
  },
  {
    it: 'several months at kakaopay, which takes one',
    base: { pg: 'kakaopay' },
    members: { display: { card_quota: [3, 6] } },
    says: ['warning FORMAT display.card_quota'],
    mended: { display: { card_quota: [3] } },
  },
  ...['WeChatPayQRCodePayment', 'ICBAlipay'].map(pginfo => ({
    it: `${pginfo} without the name of the service (payletter_global)`,
    base: { pg: 'payletter_global', ...uid, currency: 'USD' },
    options: v1,
    members: { bypass: { payletter_global: { pginfo } } },
    says: ['error REQUIRED bypass.payletter_global.servicename'],
    mended: { bypass: { payletter_global: { pginfo, servicename: 's' } } },
  })),
  {
    it: 'no currency (payletter_global)',
    base: { pg: 'payletter_global', ...uid },
    options: v1,
    members: { bypass: { payletter_global: { pginfo: 'PLCreditCard' } } },
    says: ['warning REQUIRED currency'],
    mended: { currency: 'USD' },
  },
  {
    it: "an emoji in the buyer's name (daou)",
    base: { pg: 'daou', digital: false },
    members: { buyer_name: '길동🎁' },
    says: ['warning FORMAT buyer_name'],
    mended: { buyer_name: '길동' },
  },
] satisfies Rule[])

describe('what is said', () => {
  it.each([
    [
      { pg: 'welcome', period: { interval: '1d' } },
      'period.interval (welcome) has to be one of 1m, 1y; it is "1d".',
    ],
    [
      { pg: 'hyphen', pay_method: 'trans', merchant_uid: 'a-1' },
      'merchant_uid (hyphen) has to match ^\\w+$; it is "a-1".',
    ],
    [{ pg: 'nice_v2', ...direct('092') }, 'card.direct.code (nice_v2) must not be 092; it is "092".'],
    [{ pg: 'kakaopay', vat_amount: 1 }, 'vat_amount (kakaopay) must not be given; it is 1.'],
    [{ pg: 'welcome', currency: 'USD' }, 'currency (welcome) has to be one of KRW; it is "USD".'],
    [
      { pg: 'mobilians_v2', customer_id: '가'.repeat(7) },
      'customer_id (mobilians_v2) can have 20 bytes of UTF-8 at most; it is "가가가가가가가".',
    ],
    [
      { pg: 'jtnet', customer_uid: 'c' },
      'amount (jtnet) is charged although customer_uid is given, and 0 makes no more than the billing key; it is 14000.',
    ],
  ])('of %j is what would be right', (members, message) => {
    expect(issuesOf({ ...order, ...members }, v1).map(issue => issue.message)).toContain(message)
  })
})

describe('a way to write vbank_due', () => {
  const day = ['20261231', '2026-12-31']
  const second = ['20261231235959', '2026-12-31 23:59:59']
  const minute = '202612312359'
  const ways: [pg: string, right: string[], odd: string[]][] = [
    ['kcp', ['20261231', '20261231235959'], ['2026-12-31', minute]],
    ['uplus', ['20261231', '20261231235959'], ['2026-12-31', minute]],
    ['nice', ['20261231', minute], ['20261231235959']],
    ['nice_v2', [...day, ...second], [minute]],
    ['welcome', [...day, ...second], [minute]],
    ['mobilians_v2', day, [minute, ...second]],
    ['smartro_v2', day, [minute, ...second]],
    ['galaxia', day, [minute, ...second]],
    ['html5_inicis', [minute, ...day, ...second], []],
  ]
  const says = (pg: string, vbank_due: string) =>
    brief(issuesOf({ ...order, ...uid, pg, pay_method: 'vbank', customer_id: 'u', vbank_due }, v1))

  it.each(ways)('that %s documents says nothing, another warns', (pg, right, odd) => {
    for (const due of right) expect(says(pg, due), due).toEqual([])
    for (const due of odd) expect(says(pg, due), due).toEqual(['warning FORMAT vbank_due'])
  })

  it('is no matter where it is no date at all', () => {
    expect(says('galaxia', '2026-02-30')).toEqual(['error FORMAT vbank_due'])
  })

  it('is said in words', () => {
    const request = { ...order, ...uid, pg: 'nice_v2', pay_method: 'vbank', vbank_due: minute }
    expect(issuesOf(request, v1)[0]).toMatchObject({
      expected: 'one-of',
      value: 'YYYYMMDD, YYYY-MM-DD, YYYYMMDDHHmmss, YYYY-MM-DD HH:mm:ss',
    })
  })
})
