// @vitest-environment jsdom

import { afterEach, describe, expect, it } from 'vitest'
import { PC, pose } from '../support/browser.ts'
import { kcpEscrow, kiccEscrow, order, products } from '../support/requests.ts'
import { brief, checkRules, issuesOf, type Rule } from '../support/rules.ts'

afterEach(() => pose(PC))

const naverProducts = [{ categoryType: 'PRODUCT', categoryId: 'GENERAL', uid: '1', name: '상품', count: 1 }]
const product = (members: object) => ({ kiccProducts: [products[0], { ...products[1], ...members }] })

const rules: Rule[] = [
  // odd types
  {
    it: 'a list as pay_method, with escrow',
    base: kiccEscrow,
    members: { pay_method: ['vbank'] },
    says: ['error VALUE pay_method'],
    mended: { pay_method: 'vbank' },
  },
  ...[{}, 'x', 5].map(products => ({
    it: `naverProducts as ${JSON.stringify(products)}`,
    base: { pg: 'naverpay' },
    members: { naverProducts: products },
    says: ['error TYPE naverProducts'],
  })),
  {
    it: 'a hole in the products',
    base: kiccEscrow,
    members: { kiccProducts: Object.assign([products[0]], { 2: products[1] }) },
    says: ['error TYPE kiccProducts[1]'],
  },
  {
    it: 'merchant_uid and name of 40 characters that are two units each',
    members: { merchant_uid: '🎁'.repeat(40), name: '🎁'.repeat(40) },
    says: [],
  },
  // amount
  { it: 'amount missing', members: { amount: undefined }, says: ['error REQUIRED amount'] },
  {
    it: 'amount as text of digits, which is converted',
    members: { amount: '1000' },
    says: ['warning CONVERTED amount'],
    mended: { amount: 1000 },
  },
  {
    it: 'amount as another text',
    members: { amount: '1,000' },
    says: ['error TYPE amount'],
  },
  { it: 'amount NaN', members: { amount: NaN }, says: ['error TYPE amount'] },
  { it: 'amount infinite', members: { amount: Infinity }, says: ['error TYPE amount'] },
  { it: 'amount negative', members: { amount: -1 }, says: ['error TYPE amount'] },
  {
    it: 'amount 0',
    members: { amount: 0 },
    says: ['error VALUE amount'],
    mended: { amount: 0, customer_uid: 'c' },
  },
  { it: 'amount with a fraction of a won', members: { amount: 10.5 }, says: ['error VALUE amount'] },
  {
    it: 'amount with a fraction of a yen',
    members: { amount: 10.5, currency: 'JPY' },
    says: ['error VALUE amount'],
    mended: { amount: 10.5, currency: 'USD' },
  },
  {
    it: 'amount below what naverpay takes',
    base: { pg: 'naverpay', naverProducts },
    members: { amount: 9 },
    says: ['warning VALUE amount'],
    mended: { amount: 10 },
  },
  {
    it: 'amount 0 where the gateway has a least amount',
    base: { pg: 'naverpay', naverProducts },
    members: { amount: 0 },
    says: ['error VALUE amount'],
  },
  {
    it: 'a fraction below the least amount',
    base: { pg: 'welcome' },
    options: { sdk: 'v1' },
    members: { amount: 99.5 },
    says: ['error VALUE amount'],
  },
  {
    it: 'an amount as text below the least amount',
    base: { pg: 'naverpay', naverProducts },
    members: { amount: '5' },
    says: ['warning CONVERTED amount', 'warning VALUE amount'],
  },
  {
    it: 'a fraction of a currency that only begins like won',
    members: { amount: 1.5, currency: 'KRWX' },
    says: [],
  },
  {
    it: 'a fraction of a currency that only ends like won',
    members: { amount: 1.5, currency: 'XKRW' },
    says: [],
  },
  { it: 'no pay method, which means card', members: { pay_method: undefined }, says: [] },
  {
    it: 'no pay method, which means card, at a gateway without cards',
    base: { pg: 'chai' },
    members: { pay_method: undefined },
    says: ['warning UNDOCUMENTED pay_method'],
    mended: { pay_method: 'trans' },
  },
  {
    it: 'buyer_tel missing for payco at a gateway that requires it',
    base: { pg: 'nice_v2', pay_method: 'payco' },
    options: { sdk: 'v1' },
    members: { buyer_tel: '' },
    says: ['error REQUIRED buyer_tel'],
  },
  {
    it: 'a name that is too long in bytes, and has a sign that nice_v2 forbids',
    base: { pg: 'nice_v2' },
    options: { sdk: 'v1' },
    members: { name: `${'가'.repeat(13)}+1` },
    says: ['warning TOO_LONG name', 'warning FORMAT name'],
    mended: { name: `${'가'.repeat(13)}1` },
  },
  {
    it: 'a number as merchant_uid where the gateway has a form for it',
    base: { pg: 'mobilians_v2' },
    options: { sdk: 'v1' },
    members: { merchant_uid: 1 },
    says: ['error FORMAT merchant_uid', 'warning CONVERTED merchant_uid'],
  },
  ...['x1234567890', '12345678901', '1234567890x'].map(biz_num => ({
    it: `biz_num ${biz_num}`,
    base: { pg: 'danal_tpay', pay_method: 'vbank' },
    members: { biz_num },
    says: ['error FORMAT biz_num'],
  })),
  {
    it: 'notice_url with words before it',
    members: { notice_url: 'see https://shop.test/hook' },
    says: ['error URL notice_url'],
  },
  // merchant_uid
  { it: 'merchant_uid missing', members: { merchant_uid: undefined }, says: ['error REQUIRED merchant_uid'] },
  { it: 'merchant_uid null', members: { merchant_uid: null }, says: ['error REQUIRED merchant_uid'] },
  { it: 'merchant_uid blank', members: { merchant_uid: ' ' }, says: ['error REQUIRED merchant_uid'] },
  {
    it: 'merchant_uid a whole number, which is converted',
    members: { merchant_uid: 1 },
    says: ['warning CONVERTED merchant_uid'],
  },
  { it: 'merchant_uid another number', members: { merchant_uid: 1.5 }, says: ['error TYPE merchant_uid'] },
  {
    it: 'merchant_uid of 41 characters behind a channelKey of nobody knows whom',
    base: { pg: undefined, channelKey: 'c' },
    members: { merchant_uid: 'x'.repeat(41) },
    says: ['warning TOO_LONG merchant_uid'],
    mended: { merchant_uid: 'x'.repeat(40) },
  },
  {
    it: 'merchant_uid of 41 characters behind the channelKey of a gateway',
    base: { pg: undefined, channelKey: 'c' },
    options: { provider: 'kcp' },
    members: { merchant_uid: 'x'.repeat(41) },
    says: ['error TOO_LONG merchant_uid'],
  },
  {
    it: 'merchant_uid of 41 characters and no gateway named at all',
    base: { pg: undefined },
    members: { merchant_uid: 'x'.repeat(41) },
    says: ['error TOO_LONG merchant_uid'],
  },
  {
    it: 'merchant_uid of 65 characters, which is too long for galaxia as well',
    base: { pg: 'galaxia', customer_id: 'u' },
    members: { merchant_uid: 'x'.repeat(65) },
    says: ['error TOO_LONG merchant_uid'],
    mended: { merchant_uid: 'x'.repeat(64) },
  },
  {
    it: 'merchant_uid of 41 characters',
    members: { merchant_uid: 'x'.repeat(41) },
    says: ['error TOO_LONG merchant_uid'],
    mended: { merchant_uid: 'x'.repeat(40) },
  },
  {
    it: 'merchant_uid with a sign that smartro_v2 refuses',
    base: { pg: 'smartro_v2' },
    options: { sdk: 'v1' },
    members: { merchant_uid: 'a_1' },
    says: ['error FORMAT merchant_uid'],
    mended: { merchant_uid: 'a1' },
  },
  {
    it: 'merchant_uid too short for mobilians_v2',
    base: { pg: 'mobilians_v2' },
    options: { sdk: 'v1' },
    members: { merchant_uid: 'a_1' },
    says: ['error FORMAT merchant_uid'],
    mended: { merchant_uid: 'a_12' },
  },
  // buyer_tel
  {
    it: 'buyer_tel missing where it is required',
    members: { buyer_tel: undefined },
    says: ['error REQUIRED buyer_tel'],
  },
  {
    it: 'buyer_tel blank where it is required',
    members: { pg: 'danal', pay_method: 'phone', digital: true, buyer_tel: ' ' },
    says: ['error REQUIRED buyer_tel'],
  },
  {
    it: 'buyer_tel missing elsewhere',
    members: { pg: 'kcp', buyer_tel: undefined },
    says: ['warning REQUIRED buyer_tel'],
  },
  {
    it: 'buyer_tel missing and no gateway known',
    members: { pg: undefined, buyer_tel: '' },
    says: ['warning REQUIRED buyer_tel'],
  },
  // escrow
  {
    it: 'kicc escrow by card',
    base: kiccEscrow,
    members: { pay_method: 'card' },
    says: ['error VALUE pay_method'],
    mended: { pay_method: 'trans' },
  },
  {
    it: 'kicc escrow by default, which is card',
    base: kiccEscrow,
    members: { pay_method: undefined },
    says: ['error VALUE pay_method'],
  },
  {
    it: 'kicc escrow without a name',
    base: kiccEscrow,
    members: { buyer_name: '' },
    says: ['error REQUIRED buyer_name'],
  },
  {
    it: 'kicc escrow without an e-mail',
    base: kiccEscrow,
    members: { buyer_email: undefined },
    says: ['error REQUIRED buyer_email'],
  },
  {
    it: 'kicc escrow without a telephone',
    base: kiccEscrow,
    members: { buyer_tel: ' ' },
    says: ['error REQUIRED buyer_tel'],
  },
  {
    it: 'kicc escrow without products',
    base: kiccEscrow,
    members: { kiccProducts: undefined },
    says: ['error REQUIRED kiccProducts'],
  },
  {
    it: 'kicc escrow with no product',
    base: kiccEscrow,
    members: { kiccProducts: [] },
    says: ['error REQUIRED kiccProducts'],
    mended: {},
  },
  {
    it: 'kicc escrow with a merchant id',
    base: kiccEscrow,
    members: { pg: 'kicc.T5102001', kiccProducts: [] },
    says: ['error REQUIRED kiccProducts'],
  },
  { it: 'kicc without escrow', members: { pg: 'kicc', pay_method: 'card', buyer_email: '' }, says: [] },
  {
    it: 'kcp escrow without products',
    base: kcpEscrow,
    members: { kcpProducts: undefined },
    says: ['error REQUIRED kcpProducts'],
    mended: {},
  },
  {
    it: 'kcp escrow for payco without products',
    base: kcpEscrow,
    members: { pay_method: 'payco', kcpProducts: undefined },
    says: ['warning REQUIRED kcpProducts'],
  },
  {
    it: 'kcp escrow for payco with no product',
    base: kcpEscrow,
    members: { pay_method: 'payco', kcpProducts: [] },
    says: ['warning REQUIRED kcpProducts'],
  },
  {
    it: 'kicc escrow behind a channelKey',
    base: { ...kiccEscrow, pg: undefined, channelKey: 'c' },
    options: { provider: 'kicc', sdk: 'v1' },
    members: { kiccProducts: [] },
    says: ['error REQUIRED kiccProducts'],
  },
  {
    it: 'daou escrow by card',
    members: { pg: 'daou', escrow: true, digital: false },
    says: ['error VALUE pay_method'],
    mended: { pg: 'daou', escrow: true, digital: false, pay_method: 'vbank' },
  },
  {
    it: 'welcome escrow by phone',
    base: { pg: 'welcome' },
    options: { sdk: 'v1' },
    members: { escrow: true, pay_method: 'phone', digital: true },
    says: ['error VALUE pay_method'],
    mended: { escrow: true },
  },
  {
    it: 'ksnet escrow without an e-mail',
    base: { pg: 'ksnet', currency: 'KRW', tax_free: 0 },
    options: { sdk: 'v1' },
    members: { escrow: true, buyer_email: '' },
    says: ['error REQUIRED buyer_email'],
    mended: { escrow: true },
  },
  // products
  ...(['orderNumber', 'name', 'quantity', 'amount'] as const).map(name => ({
    it: `a product without ${name}`,
    base: kiccEscrow,
    members: product({ [name]: undefined }),
    says: [`error REQUIRED kiccProducts[1].${name}`],
    mended: {},
  })),
  {
    it: 'a product with a blank name',
    base: kiccEscrow,
    members: product({ name: ' ' }),
    says: ['error REQUIRED kiccProducts[1].name'],
  },
  {
    it: 'a product with a number for a name',
    base: kiccEscrow,
    members: product({ name: 1 }),
    says: ['error TYPE kiccProducts[1].name'],
  },
  {
    it: 'a product with a number for an order number',
    base: kiccEscrow,
    members: product({ orderNumber: 1 }),
    says: ['error TYPE kiccProducts[1].orderNumber'],
  },
  {
    it: 'a quantity of 0',
    base: kiccEscrow,
    members: product({ quantity: 0 }),
    says: ['error TYPE kiccProducts[1].quantity'],
    mended: product({ quantity: 1 }),
  },
  {
    it: 'half a quantity',
    base: kiccEscrow,
    members: product({ quantity: 1.5 }),
    says: ['error TYPE kiccProducts[1].quantity'],
  },
  {
    it: 'a quantity as text',
    base: kiccEscrow,
    members: product({ quantity: '1' }),
    says: ['error TYPE kiccProducts[1].quantity'],
  },
  {
    it: 'a product with a negative amount',
    base: kiccEscrow,
    members: product({ amount: -1 }),
    says: ['error TYPE kiccProducts[1].amount'],
    mended: product({ amount: 0 }),
  },
  {
    it: 'a product that is none',
    base: kiccEscrow,
    members: { kiccProducts: [null] },
    says: ['error TYPE kiccProducts[0]'],
  },
  {
    it: 'products that are no array',
    base: kiccEscrow,
    members: { kiccProducts: { ...products[0] } },
    says: ['error TYPE kiccProducts'],
  },
  {
    it: 'products of kcp',
    base: kcpEscrow,
    members: { kcpProducts: [{ ...products[0], quantity: -1 }] },
    says: ['error TYPE kcpProducts[0].quantity'],
  },
  { it: 'products of another gateway, which nobody reads', members: { kcpProducts: [{}] }, says: [] },
  { it: 'a sum of products that is not the amount', base: kiccEscrow, members: { amount: 1 }, says: [] },
  // gateway's own
  {
    it: 'biz_num missing',
    members: { pg: 'danal_tpay', pay_method: 'vbank' },
    says: ['error REQUIRED biz_num'],
  },
  {
    it: 'biz_num with signs',
    base: { pg: 'danal_tpay', pay_method: 'vbank' },
    members: { biz_num: '123-45-67890' },
    says: ['error FORMAT biz_num'],
    mended: { biz_num: '1234567890' },
  },
  { it: 'biz_num of another pay method', members: { pg: 'danal_tpay' }, says: [] },
  {
    it: 'digital missing',
    members: { pay_method: 'phone' },
    says: ['warning REQUIRED digital'],
    mended: { pay_method: 'phone', digital: false },
  },
  ...['nice_v2', 'smartro_v2'].map(pg => ({
    it: `digital missing where the window would not open (${pg})`,
    base: { pg, merchant_uid: 'order1', pay_method: 'phone' },
    members: {},
    says: ['error REQUIRED digital'],
    mended: { digital: false },
  })),
  { it: 'digital as text', members: { pay_method: 'phone', digital: 'true' }, says: ['error TYPE digital'] },
  {
    it: 'customer_uid missing',
    base: { pg: 'kcp_billing' },
    members: {},
    says: ['error REQUIRED customer_uid'],
    mended: { customer_uid: 'c_1' },
  },
  {
    it: 'naverProducts missing',
    base: { pg: 'naverpay' },
    members: {},
    says: ['error REQUIRED naverProducts'],
    mended: { naverProducts },
  },
  {
    it: 'naverProducts empty',
    base: { pg: 'naverco.MID' },
    members: { naverProducts: [] },
    says: ['error REQUIRED naverProducts'],
  },
  {
    it: 'vbank_due missing where it is required',
    base: { pg: 'nice_v2', pay_method: 'vbank' },
    options: { sdk: 'v1' },
    members: {},
    says: ['error REQUIRED vbank_due'],
    mended: { vbank_due: '20261231' },
  },
  { it: 'vbank_due missing elsewhere', members: { pay_method: 'vbank' }, says: [] },
  {
    it: 'name missing for payco',
    base: { pg: 'payco', pay_method: undefined },
    members: { name: undefined },
    says: ['warning REQUIRED name'],
    mended: { name: 'x' },
  },
  {
    it: 'a condition of a pay method (settle)',
    base: { pg: 'settle' },
    members: { pay_method: 'vbank' },
    says: ['warning REQUIRED company'],
    mended: { pay_method: 'vbank', company: '상점' },
  },
  {
    it: 'a mild need (eximbay)',
    base: { pg: 'eximbay', currency: 'USD' },
    members: { buyer_name: '' },
    says: ['warning REQUIRED buyer_name'],
    mended: {},
  },
  {
    it: 'a parameter that kakaopay does not support',
    base: { pg: 'kakaopay' },
    members: { vat_amount: 100 },
    says: ['warning REFUSED vat_amount'],
    mended: { vat_amount: 0 },
  },
  // two conditions, and parameters as conditions
  {
    it: 'a direct call by card with escrow (smartro_v2)',
    base: { pg: 'smartro_v2', merchant_uid: 'a1', card: { direct: { code: '361', quota: 0 } } },
    options: { sdk: 'v1' },
    members: { escrow: true },
    says: ['error REFUSED card.direct'],
    mended: {},
  },
  ...['nice_v2', 'smartro_v2', 'welcome', 'mobilians_v2'].map(pg => ({
    it: `a direct call by card without months (${pg})`,
    base: { pg, merchant_uid: 'order1' },
    options: { sdk: 'v1' } as const,
    members: { card: { direct: { code: '361' } } },
    says: ['error REQUIRED card.direct.quota'],
    mended: { card: { direct: { code: '361', quota: 0 } } },
  })),
  {
    it: 'econtext without a currency (eximbay)',
    base: { pg: 'eximbay', pay_method: 'econtext' },
    members: {},
    says: ['warning REQUIRED currency'],
    mended: { currency: 'JPY' },
  },
  {
    it: 'econtext in dollars (eximbay)',
    base: { pg: 'eximbay', pay_method: 'econtext' },
    members: { currency: 'USD' },
    says: ['warning VALUE currency'],
    mended: { currency: 'JPY' },
  },
  {
    it: 'less than welcome takes',
    base: { pg: 'welcome' },
    options: { sdk: 'v1' },
    members: { amount: 999 },
    says: ['warning VALUE amount'],
    mended: { amount: 1000 },
  },
  {
    it: 'less than welcome takes, where it agreed to that',
    base: { pg: 'welcome', bypass: { welcome: { acceptmethod: ['below1000'] } } },
    options: { sdk: 'v1' },
    members: { amount: 999 },
    says: [],
  },
  {
    it: 'a wallet called directly, which has no months (nice_v2)',
    base: { pg: 'nice_v2', card: { direct: { code: '361' } } },
    options: { sdk: 'v1' },
    members: { pay_method: 'kakaopay' },
    says: [],
  },
  {
    it: 'useCardPoint false (welcome)',
    base: { pg: 'welcome' },
    options: { sdk: 'v1' },
    members: { useCardPoint: false },
    says: ['error VALUE useCardPoint'],
    mended: { useCardPoint: true },
  },
  {
    it: 'a period with one end (welcome)',
    base: { pg: 'welcome' },
    options: { sdk: 'v1' },
    members: { period: { from: '20260101' } },
    says: ['error REQUIRED period.to'],
    mended: { period: { interval: '1m' } },
  },
  {
    it: 'a period with one end, which is only not shown (smartro_v2)',
    base: { pg: 'smartro_v2', merchant_uid: 'a1' },
    options: { sdk: 'v1' },
    members: { period: { from: '20260101' } },
    says: ['warning REQUIRED period.to'],
  },
  {
    it: 'a period without a beginning (nice_v2)',
    base: { pg: 'nice_v2' },
    options: { sdk: 'v1' },
    members: { period: { to: '20261231' } },
    says: ['error REQUIRED period.from'],
    mended: { period: { from: '20260101', to: '20261231' } },
  },
  {
    it: 'a direct call by card without a name (ksnet)',
    base: { pg: 'ksnet', currency: 'KRW', tax_free: 0, card: { direct: { code: '361' } } },
    options: { sdk: 'v1' },
    members: { buyer_name: '' },
    says: ['error REQUIRED buyer_name'],
    mended: {},
  },
  {
    it: 'escrow by transfer without a name (mobilians_v2)',
    base: { pg: 'mobilians_v2', pay_method: 'trans' },
    options: { sdk: 'v1' },
    members: { escrow: true, buyer_name: '' },
    says: ['error REQUIRED buyer_name'],
    mended: { escrow: true },
  },
  {
    it: 'escrow by a transfer that is not direct (mobilians_v2)',
    base: {
      pg: 'mobilians_v2',
      pay_method: 'trans',
      bypass: { mobilians_v2: { pay_options: { ra_direct: 'N' } } },
    },
    options: { sdk: 'v1' },
    members: { escrow: true, buyer_email: '' },
    says: [],
  },
  // money
  {
    it: 'tax_free as text',
    members: { tax_free: '0' },
    says: ['error VALUE tax_free'],
    mended: { tax_free: 0 },
  },
  { it: 'tax_free negative', members: { tax_free: -1 }, says: ['error VALUE tax_free'] },
  {
    it: 'tax_free over amount',
    members: { tax_free: 14001 },
    says: ['error VALUE tax_free'],
    mended: { tax_free: 14000 },
  },
  {
    it: 'KRW with paypal',
    base: { pg: 'paypal' },
    members: { currency: 'KRW' },
    says: ['error VALUE currency'],
    mended: { currency: 'USD', amount: 1.5 },
  },
  {
    it: 'a fraction in the default currency of paypal, which should be named',
    members: { pg: 'paypal', amount: 1.5 },
    says: ['warning REQUIRED currency'],
    mended: { pg: 'paypal', amount: 1.5, currency: 'USD' },
  },
  {
    it: 'a currency that eximbay does not list',
    base: { pg: 'eximbay' },
    members: { currency: 'VND' },
    says: ['warning UNDOCUMENTED currency'],
    mended: { currency: 'THB' },
  },
  // addresses
  {
    it: 'notice_url relative',
    members: { notice_url: '/hook' },
    says: ['error URL notice_url'],
    mended: { notice_url: 'https://shop.test/hook' },
  },
  {
    it: 'notice_url of another scheme',
    members: { notice_url: 'ftp://shop.test' },
    says: ['error URL notice_url'],
  },
  {
    it: 'one bad notice_url of two',
    members: { notice_url: ['https://shop.test/a', 'hook'] },
    says: ['error URL notice_url'],
    mended: { notice_url: ['https://a.test', 'http://b.test'] },
  },
  {
    it: 'm_redirect_url blank where the page stays',
    members: { m_redirect_url: '' },
    says: ['warning URL m_redirect_url'],
  },
  {
    it: 'm_redirect_url blank where the page is left',
    phone: true,
    members: { m_redirect_url: '' },
    says: ['error URL m_redirect_url'],
    mended: { m_redirect_url: '/done' },
  },
  ...[{}, false, 5].map(value => ({
    it: `m_redirect_url as ${JSON.stringify(value)}`,
    members: { m_redirect_url: value },
    says: ['error URL m_redirect_url'],
  })),
  {
    it: 'krw, in small letters, with paypal',
    members: { pg: 'paypal', currency: 'krw' },
    says: ['error VALUE currency'],
  },
  {
    it: 'a parameter that is named as a pay method is (settle)',
    members: { pg: 'settle', phone: { carrier: 'SKT' } },
    says: [],
  },
  {
    it: 'm_redirect_url that runs code',
    members: { m_redirect_url: 'javascript:alert(1)' },
    says: ['error URL m_redirect_url'],
    mended: { m_redirect_url: '/done' },
  },
  {
    it: 'app_scheme blank on a phone',
    members: { app_scheme: ' ' },
    says: ['error TYPE app_scheme'],
    mended: { app_scheme: 'iamporttest' },
    phone: true,
  },
  {
    it: 'app_scheme that is nothing but :// on a phone',
    members: { app_scheme: '://' },
    says: ['error TYPE app_scheme'],
    phone: true,
  },
  {
    it: 'app_scheme blank on a PC, which calls no app',
    members: { app_scheme: '' },
    says: ['warning TYPE app_scheme'],
    mended: { app_scheme: 'iamporttest' },
  },
  {
    it: 'customer_uid of spaces, which is no billing key',
    members: { customer_uid: ' ', buyer_tel: undefined },
    says: ['error REQUIRED buyer_tel'],
    mended: { customer_uid: 'card_1' },
  },
  {
    it: 'currency of nothing, which is the default one',
    members: { currency: '', amount: 10.5 },
    says: ['error VALUE amount'],
  },
  { it: 'app_scheme a number', members: { app_scheme: 1 }, says: ['error TYPE app_scheme'] },
  // display
  {
    it: 'card_quota a number',
    members: { display: { card_quota: 3 } },
    says: ['error TYPE display.card_quota'],
    mended: { display: { card_quota: [] } },
  },
  {
    it: 'card_quota of texts',
    members: { display: { card_quota: ['2'] } },
    says: ['error TYPE display.card_quota'],
    mended: { display: { card_quota: [2, 3] } },
  },
  {
    it: 'card_quota of halves',
    members: { display: { card_quota: [1.5] } },
    says: ['error TYPE display.card_quota'],
  },
  // warnings
  { it: 'an unknown gateway', members: { pg: 'tomorrowpay' }, says: ['warning UNKNOWN_GATEWAY pg'] },
  {
    it: 'an unknown provider',
    members: { pg: undefined },
    options: { provider: 'tomorrowpay' },
    says: ['warning UNKNOWN_GATEWAY provider'],
  },
  {
    it: 'pg of one gateway and channelKey of another',
    base: { channelKey: 'c' },
    options: { provider: 'kcp' },
    members: {},
    says: ['warning AMBIGUOUS pg'],
    mended: { pg: 'kcp' },
  },
  { it: 'pg and channelKey of nobody knows whom', members: { channelKey: 'c' }, says: [] },
  { it: 'channel_key', members: { channel_key: 'c' }, says: ['warning MISSPELT channel_key'] },
  { it: 'buyer_postalcode', members: { buyer_postalcode: '1' }, says: ['warning MISSPELT buyer_postalcode'] },
  { it: 'card_quota outside display', members: { card_quota: [2] }, says: ['warning MISSPELT card_quota'] },
  {
    it: 'a pay method that the gateway does not list',
    members: { pay_method: 'paypay' },
    says: ['warning UNDOCUMENTED pay_method'],
    mended: { pay_method: 'trans' },
  },
  {
    it: 'a pay method in capitals',
    members: { pay_method: 'CARD' },
    says: ['warning UNDOCUMENTED pay_method'],
  },
  {
    it: 'a language that the gateway does not list',
    members: { language: 'fr' },
    says: ['warning UNDOCUMENTED language'],
    mended: { language: 'en' },
  },
  {
    it: 'eximbay calls Japanese jp',
    base: { pg: 'eximbay', currency: 'USD' },
    members: { language: 'ja' },
    says: ['warning UNDOCUMENTED language'],
    mended: { language: 'jp' },
  },
  {
    it: 'a name of 41 characters',
    members: { name: '가'.repeat(41) },
    says: ['warning TOO_LONG name'],
    mended: { name: '가'.repeat(40) },
  },
  {
    it: 'a name with a sign that nice_v2 forbids',
    base: { pg: 'nice_v2' },
    options: { sdk: 'v1' },
    members: { name: '1+1' },
    says: ['warning FORMAT name'],
    mended: { name: '1_1 (x)' },
  },
  {
    it: 'a name of 42 bytes for nice_v2',
    base: { pg: 'nice_v2' },
    options: { sdk: 'v1' },
    members: { name: '가'.repeat(14) },
    says: ['warning TOO_LONG name'],
    mended: { name: '가'.repeat(13) },
  },
  {
    it: 'a name with an emoji for daou',
    base: { pg: 'daou', digital: false },
    members: { name: '선물🎁' },
    says: ['warning FORMAT name'],
    mended: { name: '선물' },
  },
  {
    it: 'a customer_id that is too long',
    base: { pg: 'smartro_v2', merchant_uid: 'a1' },
    options: { sdk: 'v1' },
    members: { customer_id: 'x'.repeat(21) },
    says: ['warning TOO_LONG customer_id'],
    mended: { customer_id: 'x'.repeat(20) },
  },
  {
    it: 'a popup on a phone',
    base: { pg: 'payco', pay_method: undefined },
    phone: true,
    members: { popup: true },
    says: ['warning DISCOURAGED popup'],
    mended: { popup: false },
  },
  { it: 'a popup on a PC', base: { pg: 'payco', pay_method: undefined }, members: { popup: true }, says: [] },
  {
    it: 'a gateway that only newer scripts know, with an older one that was asked for',
    base: { pg: 'nice_v2' },
    options: { sdk: '1.2.0' },
    members: {},
    says: ['error SDK_TOO_OLD pg'],
  },
  { it: 'a gateway that only newer scripts know', members: { pg: 'nice_v2' }, says: [] },
  {
    it: 'a gateway of 1.2.0 with 1.1.8',
    base: { pg: 'tosspay' },
    options: { sdk: '1.1.8' },
    members: {},
    says: ['error SDK_TOO_OLD pg'],
  },
  {
    it: 'a channelKey with an old script that was asked for',
    options: { sdk: '1.2.0' },
    members: { pg: undefined, channelKey: 'c' },
    says: ['warning SDK_TOO_OLD channelKey'],
  },
]

checkRules(rules)

describe('vbank_due', () => {
  it.each([
    '202612312359',
    '20261231',
    '2026-12-31',
    '2026-12-31 23:59:59',
    '20261231235959',
    '20280229',
    '19700101',
  ])('%s is a date', vbank_due => expect(issuesOf({ ...order, pay_method: 'vbank', vbank_due })).toEqual([]))
  it.each([
    '',
    '2026-02-30',
    '20260230',
    '20270229',
    '20261301',
    '202612312460',
    '202612312400',
    '2026-12-31 23:60:00',
    '2026-12-31T23:59:59',
    '2026-12-31 23:59',
    '2026-1231',
    '26-12-31',
    '2026/12/31',
    'tomorrow',
    'on 2026-12-31',
    '1800000000000',
  ])('"%s" is none', vbank_due => {
    expect(brief(issuesOf({ ...order, pay_method: 'vbank', vbank_due }))).toEqual(['error FORMAT vbank_due'])
  })
})

describe('an issue', () => {
  it('says which gateway, what is right, and all of it in its message', () => {
    expect(issuesOf({ ...kiccEscrow, pay_method: 'card' })).toEqual([
      {
        level: 'error',
        code: 'VALUE',
        path: 'pay_method',
        expected: 'one-of',
        value: 'trans, vbank',
        received: '"card"',
        gateway: 'kicc',
        message: 'pay_method (kicc) has to be one of trans, vbank; it is "card".',
      },
    ])
  })

  it('has no value and no gateway where there is none', () => {
    const MEMBERS = ['code', 'expected', 'level', 'message', 'path', 'received']
    const [issue] = issuesOf({ ...order, amount: -1 })
    expect(Object.keys(issue!).sort()).toEqual(MEMBERS)
    expect(issue!.message).toBe('amount has to be a number, 0 or more; it is -1.')
    const [free] = issuesOf({ ...order, amount: 0 })
    expect(Object.keys(free!).sort()).toEqual(MEMBERS)
    const [missing] = issuesOf({ ...order, merchant_uid: '' })
    expect(Object.keys(missing!).sort()).toEqual(MEMBERS)
  })

  it.each([
    [
      { channel_key: 'c' },
      'channel_key is not read by the script, whose name for it is channelKey; it is "c".',
    ],
    [
      { buyer_postalcode: '1' },
      'buyer_postalcode is not read by the script, whose name for it is buyer_postcode; it is "1".',
    ],
    [
      { card_quota: [2] },
      'card_quota is not read by the script, whose name for it is display.card_quota; it is a list.',
    ],
    [{ pg: 'paypal', currency: 'KRW' }, 'currency (paypal) must not be KRW; it is "KRW".'],
    [{ pg: 'tosspay.MID' }, 'pg (tosspay) needs the payment script 1.2.0 or newer; it would get "1.1.8".'],
    [
      { merchant_uid: 'x'.repeat(41) },
      `merchant_uid can have 40 characters at most; it is "${'x'.repeat(41)}".`,
    ],
    [
      { pg: 'daou', name: '선물🎁' },
      'name (daou) must not have any of these characters: emoji; it is "선물🎁".',
    ],
  ])('of %j says what is right', (members, message) => {
    const issues = issuesOf({ ...order, ...members }, { sdk: '1.1.8' })
    expect(issues.map(issue => issue.message)).toContain(message)
  })

  it('of a channelKey beside the pg of another gateway, or with an old script, says so', () => {
    const options = { provider: 'kcp', sdk: '1.2.0' } as const
    const [beside] = issuesOf({ ...order, channelKey: 'c' }, options)
    const [alone] = issuesOf({ ...order, pg: undefined, channelKey: 'c' }, options)
    expect([beside, alone].map(issue => issue!.message)).toEqual([
      'pg names another gateway than the channelKey, which is of kcp; it is "html5_inicis".',
      'channelKey needs the payment script v1 or newer; it would get "1.2.0".',
    ])
  })

  it('of a provider that needs a newer script is about the channelKey', () => {
    const channel = { ...order, pg: undefined, channelKey: 'c' }
    const [issue] = issuesOf(channel, { provider: 'nice_v2', sdk: '1.2.0' })
    expect(issue).toMatchObject({ level: 'warning', code: 'SDK_TOO_OLD', path: 'channelKey' })
  })

  it('comes with all the others at once', () => {
    const [, second] = products
    const request = {
      ...kiccEscrow,
      buyer_email: '',
      pay_method: 'card',
      kiccProducts: [products[0], { orderNumber: 'yyyy', name: second!.name, amount: 1 }],
    }
    expect(brief(issuesOf(request)).sort()).toEqual([
      'error REQUIRED buyer_email',
      'error REQUIRED kiccProducts[1].quantity',
      'error VALUE pay_method',
    ])
  })
})
