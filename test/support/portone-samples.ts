/**
 * The complete calls of `IMP.request_pay` that PortOne publishes, as data: those of the iamport manual in Korean and in
 * English (github.com/iamport/iamport-manual) and those of the V1 pages of developers.portone.io. Names, types, forms and
 * omissions are those of the page; the values are made up, and comments are dropped. A placeholder of a page stays one.
 *
 * Calls that a page shortens to make a point are left out, and so are those that it shows as ones that fail. The calls of
 * the manual of 2017 are in manual-samples.ts.
 */
import type { Gateway, PayRequest } from '../../src/index.ts'

/** A call as a page shows it. */
export interface PortoneSample {
  /** The repository, and the page in it; pages of developers.portone.io are below `src/routes/(root)`. */
  source: string
  /** When the page was last changed. */
  date: string
  /** What the call shows, where a page has several. */
  shows: string
  /** The gateway that the page is about. Not given: the page is about all. */
  gateway?: Gateway
  params: Readonly<Partial<PayRequest>>
}

/** The calls of a page, by what they show. */
const page = (
  source: string,
  date: string,
  gateway: Gateway | undefined,
  calls: Record<string, PortoneSample['params']>,
): PortoneSample[] =>
  Object.entries(calls).map(([shows, params]) => ({
    source,
    date,
    shows,
    ...(gateway && { gateway }),
    params,
  }))

/** What most pages have where the channel key belongs. */
const channel = { channelKey: '{콘솔에 있는 채널키}' }
/** What most pages have where an address of the shop belongs. */
const PLACEHOLDER_URL = '{결제가 끝나면 돌아올 URL}'
const landing = { m_redirect_url: PLACEHOLDER_URL }
/** Where a page has an address in place of words. */
const ownLanding = { m_redirect_url: 'https://shop.test/payments/landing' }

const order = { merchant_uid: 'order_no_1001', name: '주문명:시험결제', amount: 12000 }
const orderInEnglish = {
  merchant_uid: '{the order number of your shop}',
  name: 'Order name: a trial',
  amount: 12000,
}
/** A call that makes a billing key: without the amount, which is different on nearly every page. */
const subscription = {
  merchant_uid: 'order_monthly_1001',
  name: '빌링키발급',
  customer_uid: 'customer-of-your-shop',
}
const subscriptionInEnglish = {
  merchant_uid: '{the order number of your shop}',
  name: 'Order name: a billing key',
  customer_uid: '{a number of this means of payment}',
}
const buyer = { buyer_email: 'buyer@shop.test', buyer_name: '구매자이름', buyer_tel: '010-0000-1001' }
const buyerInEnglish = { ...buyer, buyer_name: 'Buyer Name' }
/** With a postcode as it was before August 2015. */
const address = { buyer_addr: '서울특별시 중구 을지로', buyer_postcode: '045-678' }
const addressInEnglish = { buyer_addr: 'Eulji-ro, Jung-gu, Seoul', buyer_postcode: '045-678' }
const newAddress = { ...address, buyer_postcode: '04567' }
const newAddressInEnglish = { ...addressInEnglish, buyer_postcode: '04567' }

/** The buyer of KCP QuickPay. */
const member = { encryptedCI: 'encrypted_ci_of_member', memberID: 'member_1001' }

/** The words of Naver's order form. */
interface Words {
  mug: string
  shirt: string
  postcard: string
  calendar: string
  box: string
  ribbon: string
  colour: string
  blue: string
  size: string
}
const korean: Words = {
  mug: '머그잔',
  shirt: '티셔츠',
  postcard: '엽서',
  calendar: '달력',
  box: '선물 상자',
  ribbon: '리본',
  colour: '색상',
  blue: '파랑',
  size: '사이즈',
}
const english: Words = {
  mug: 'Mug',
  shirt: 'T-shirt',
  postcard: 'Postcard',
  calendar: 'Calendar',
  box: 'Gift box',
  ribbon: 'Ribbon',
  colour: 'Color',
  blue: 'Blue',
  size: 'Size',
}
/** Of Naver's own cookies; the page has words in their place. */
const cookies = {
  cpaInflowCode: '{쿠키의 값}',
  naverInflowCode: '{쿠키의 값}',
  saClickId: '{쿠키의 값}',
}
const parcel = { groupId: 'parcel-1', method: 'DELIVERY', baseFee: 2500, feePayType: 'PREPAYED' }
const freeFrom20000 = { ...parcel, feeRule: { freeByThreshold: 20000 } }
const pages = { infoUrl: 'https://shop.test/product', imageUrl: 'https://shop.test/product.png' }

const oneProduct = (words: Words) => ({
  id: 'product1001',
  name: words.mug,
  basePrice: 12000,
  taxType: 'TAX_FREE' as const,
  quantity: 1,
  ...pages,
  giftName: words.postcard,
  shipping: {
    ...parcel,
    feeRule: {
      surchargesByArea: [
        { area: 'island', surcharge: 2000 },
        { area: 'jeju', surcharge: 4500 },
      ],
    },
  },
})
const productsWithOptions = (words: Words) => [
  {
    ...oneProduct(words),
    basePrice: 2000,
    quantity: 2,
    shipping: freeFrom20000,
    supplements: [
      { id: 'extra-1', name: words.box, price: 1000, quantity: 1 },
      { id: 'extra-2', name: words.ribbon, price: 1200, quantity: 2 },
    ],
  },
  {
    id: 'product1002',
    name: words.shirt,
    basePrice: 2000,
    taxType: 'TAX_FREE' as const,
    ...pages,
    giftName: words.calendar,
    options: [
      {
        optionQuantity: 3,
        optionPrice: 100,
        selectionCode: 'BLUE_S',
        selections: [
          { code: 'BLUE', label: words.colour, value: words.blue },
          { code: '160', label: words.size, value: '160' },
        ],
      },
      {
        optionQuantity: 2,
        optionPrice: 200,
        selectionCode: 'BLUE_L',
        selections: [
          { code: 'BLUE', label: words.colour, value: words.blue },
          { code: '175', label: words.size, value: '175' },
        ],
      },
    ],
    shipping: freeFrom20000,
  },
]

/** Those of the manual in Korean. */
const koreanManual = [
  ...page('iamport-manual/NAVERPAY/sample/naverpay-order.md', '2022-11-30', 'naverco', {
    'products with options': {
      pg: 'naverco',
      pay_method: 'card',
      ...order,
      ...buyer,
      ...address,
      naverProducts: productsWithOptions(korean),
      naverInterface: cookies,
    },
    'one product': {
      pg: 'naverco',
      pay_method: 'card',
      ...order,
      ...buyer,
      ...address,
      naverProducts: [oneProduct(korean)],
    },
  }),
  ...page('iamport-manual/NAVERPAY/sample/naverpay-pg.md', '2022-10-14', 'naverpay', {
    payment: {
      pg: 'naverpay',
      ...order,
      ...buyer,
      ...address,
      tax_free: 2000,
      naverUseCfm: '20260401',
      naverPopupMode: true,
      ...landing,
      naverPurchaserName: '구매자이름',
      naverPurchaserBirthday: '19900102',
      naverChainId: 'ChAINofYourShop',
      naverMerchantUserKey: '상점의 사용자 키',
      naverProducts: [
        {
          categoryType: 'BOOK',
          categoryId: 'GENERAL',
          uid: '100100100',
          name: '세계사',
          payReferrer: 'NAVER_BOOK',
          sellerId: 'seller1',
          count: 10,
        },
        {
          categoryType: 'MUSIC',
          categoryId: 'CD',
          uid: '200200200',
          name: '피아노곡집',
          payReferrer: 'NAVER_BOOK',
          sellerId: 'seller2',
          count: 1,
        },
      ],
    },
  }),
  ...page('iamport-manual/NAVERPAY/sample/naverpay-recurring.md', '2022-07-27', 'naverpay', {
    'billing key': {
      pg: 'naverpay',
      merchant_uid: 'order_monthly_1001',
      name: '기본 요금제(월 단위)',
      amount: 12000,
      ...buyer,
      ...address,
      customer_uid: 'customer_1001_5678',
      naverPopupMode: true,
      ...landing,
      naverProductCode: '월정액 상품코드',
      naverChainId: 'ChAINofYourShop',
    },
  }),
  ...page('iamport-manual/비인증결제/example/chai-request-billing-key.md', '2021-10-06', 'chai', {
    'billing key': {
      pg: 'chai',
      pay_method: 'trans',
      merchant_uid: '{상점의 주문번호}',
      name: '주문명:시험결제',
      amount: 0,
      ...buyer,
      ...address,
      customer_uid: '{이 결제수단의 번호}',
      ...landing,
    },
  }),
  ...page('iamport-manual/비인증결제/example/danal-card-request-billing-key.md', '2021-10-06', 'danal_tpay', {
    'billing key': { pg: 'danal_tpay', pay_method: 'card', ...subscription, amount: 0, ...buyer },
    'billing key with an amount': { pay_method: 'card', ...subscription, amount: 12000, ...buyer },
  }),
  ...page('iamport-manual/비인증결제/example/danal-phone-request-billing-key.md', '2021-10-06', 'danal', {
    'billing key': { pg: 'danal', pay_method: 'phone', ...subscription, amount: 12000, ...buyer },
  }),
  ...page('iamport-manual/비인증결제/example/inicis-request-billing-key.md', '2022-04-25', 'html5_inicis', {
    'billing key': {
      pg: 'html5_inicis.INIBillTst',
      pay_method: 'card',
      ...subscription,
      amount: 0,
      ...buyer,
      ...landing,
    },
  }),
  ...page('iamport-manual/비인증결제/example/jtnet-request-billing-key.md', '2021-10-06', 'jtnet', {
    'billing key': { pg: 'jtnet', pay_method: 'card', ...subscription, amount: 0, ...buyer, ...landing },
    'billing key with an amount': { pay_method: 'card', ...subscription, amount: 12000, ...buyer },
  }),
  ...page('iamport-manual/비인증결제/example/kakaopay-request-billing-key.md', '2021-10-06', 'kakaopay', {
    'billing key': { ...subscription, amount: 0, ...buyer },
    'billing key with an amount': { pay_method: 'card', ...subscription, amount: 12000, ...buyer },
  }),
  ...page('iamport-manual/비인증결제/example/kcp-request-billing-key.md', '2022-09-19', 'kcp_billing', {
    'billing key': {
      pg: 'kcp_billing',
      pay_method: 'card',
      ...subscription,
      amount: 0,
      ...buyer,
      ...landing,
      bypass: { site_logo: '{상점 로고의 주소}' },
    },
  }),
  ...page('iamport-manual/비인증결제/example/kicc-request-billing-key.md', '2021-10-06', 'kicc', {
    'billing key': {
      pg: 'kicc.정기결제상점',
      pay_method: 'card',
      ...subscription,
      amount: 12000,
      ...buyer,
      ...ownLanding,
    },
  }),
  ...page(
    'iamport-manual/비인증결제/example/mobilians-phone-request-billing-key.md',
    '2021-10-06',
    'mobilians',
    {
      'billing key': { pay_method: 'phone', ...subscription, amount: 12000, ...buyer },
    },
  ),
  ...page('iamport-manual/비인증결제/example/payco-request-billing-key.md', '2021-10-06', 'payco', {
    'billing key': {
      pg: 'payco',
      pay_method: 'card',
      merchant_uid: 'order_monthly_1001',
      name: 'PAYCO 자동결제 신청',
      amount: 12000,
      ...buyer,
      customer_uid: 'customer-of-your-shop',
    },
  }),
  ...page(
    'iamport-manual/비인증결제/example/paymentwall-request-billing-key.md',
    '2022-12-01',
    'paymentwall',
    {
      // Pays in the page itself, without a window.
      'billing key': {
        pg: 'paymentwall',
        pay_method: 'card',
        merchant_uid: 'order_no_1001',
        name: '주문명:시험결제',
        amount: 30,
        ...buyer,
        ...address,
        currency: 'USD',
        language: 'en',
        ...landing,
        customer_uid: 'customer_1001',
        card: { info: { number: '4111-1111-1111-1111', expiry: '2027-11', cvc: '123' } } as object,
        bypass: { widget_code: 't3_1' },
      },
    },
  ),
  ...page('iamport-manual/인증결제/README.md', '2022-07-28', 'html5_inicis', {
    PC: { pg: 'html5_inicis', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/README.md', '2022-07-28', 'chai', {
    phone: { pg: 'chai', pay_method: 'trans', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('iamport-manual/인증결제/sample/alipay.md', '2021-10-06', 'alipay', {
    payment: {
      pg: 'alipay',
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '주문명:시험결제',
      amount: 2.5,
      ...buyer,
      ...address,
      ...landing,
    },
  }),
  ...page('iamport-manual/인증결제/sample/bluewalnut.md', '2021-10-06', 'bluewalnut', {
    payment: { pg: 'bluewalnut', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/sample/chai.md', '2021-10-06', 'chai', {
    payment: { pg: 'chai', pay_method: 'trans', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('iamport-manual/인증결제/sample/danal.md', '2021-10-06', 'danal_tpay', {
    payment: { pg: 'danal_tpay', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/sample/eximbay.md', '2021-10-06', 'eximbay', {
    payment: { pg: 'eximbay', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/sample/inicis.md', '2021-10-06', 'html5_inicis', {
    payment: { pg: 'html5_inicis', pay_method: 'card', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('iamport-manual/인증결제/sample/jtnet.md', '2021-10-06', 'jtnet', {
    payment: { pg: 'jtnet', pay_method: 'card', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('iamport-manual/인증결제/sample/kakao.md', '2021-10-06', 'kakaopay', {
    payment: { pg: 'kakaopay', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/sample/kcp.md', '2022-09-19', 'kcp', {
    payment: {
      pg: 'kcp',
      pay_method: 'card',
      ...order,
      ...buyer,
      ...address,
      ...landing,
      bypass: { site_logo: '{상점 로고의 주소}' },
    },
  }),
  ...page('iamport-manual/인증결제/sample/kicc.md', '2021-10-06', 'kicc', {
    payment: { pg: 'kicc', pay_method: 'card', ...order, ...buyer, ...address, ...landing },
    escrow: {
      pg: 'kicc',
      pay_method: 'vbank',
      escrow: true,
      ...order,
      ...buyer,
      ...address,
      kiccProducts: [
        { orderNumber: 'line1', name: '머그잔', quantity: 3, amount: 1000 },
        { orderNumber: 'line2', name: '티셔츠', quantity: 2, amount: 3000 },
      ],
      ...landing,
    },
  }),
  ...page('iamport-manual/인증결제/sample/nice.md', '2021-10-06', 'nice', {
    payment: {
      pg: 'nice',
      pay_method: 'card',
      ...order,
      ...buyer,
      ...address,
      ...landing,
      niceMobileV2: true,
    },
  }),
  ...page('iamport-manual/인증결제/sample/payco.md', '2022-06-07', 'payco', {
    payment: { pg: 'payco', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/sample/paymentwall.md', '2022-09-07', 'paymentwall', {
    payment: {
      pg: 'paymentwall',
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '주문명:시험결제',
      amount: 30,
      ...buyer,
      ...address,
      currency: 'USD',
      language: 'en',
      ...landing,
      use_test_method: true,
      bypass: { widget_code: 't3_1', ps: 'all', country_code: 'DE' },
    },
  }),
  ...page('iamport-manual/인증결제/sample/paypal.md', '2021-12-07', 'paypal', {
    payment: {
      pg: 'paypal',
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '주문명:시험결제',
      amount: 15.5,
      ...buyer,
      ...address,
      currency: 'USD',
      ...landing,
    },
  }),
  ...page('iamport-manual/인증결제/sample/settle.md', '2022-08-10', 'settle', {
    payment: {
      pg: 'settle',
      pay_method: 'card',
      ...order,
      ...buyer,
      ...address,
      company: '상호',
      ...landing,
    },
  }),
  ...page('iamport-manual/인증결제/sample/smilepay.md', '2021-10-06', 'smilepay', {
    payment: { pg: 'smilepay', pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('iamport-manual/인증결제/sample/tosspay.md', '2022-07-27', 'tosspay', {
    payment: { pg: 'tosspay', pay_method: 'card', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('iamport-manual/인증결제/sample/uplus.md', '2021-10-06', 'uplus', {
    payment: { pg: 'uplus', pay_method: 'card', ...order, ...buyer, ...address, ...landing },
  }),
]

/** Those of the manual in English, which is older. */
const englishManual = [
  ...page('iamport-manual/en/General/README.md', '2021-10-08', 'html5_inicis', {
    PC: { pg: 'html5_inicis', pay_method: 'card', ...orderInEnglish, ...buyerInEnglish, ...addressInEnglish },
  }),
  ...page('iamport-manual/en/General/README.md', '2021-10-08', 'chai', {
    phone: {
      pg: 'chai',
      pay_method: 'trans',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/alipay.md', '2021-10-06', 'alipay', {
    payment: {
      pg: 'alipay',
      pay_method: 'card',
      merchant_uid: '{the order number of your shop}',
      name: 'Order name: a trial',
      amount: 2.5,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/bluewalnut.md', '2021-10-06', 'bluewalnut', {
    payment: {
      pg: 'bluewalnut',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
    },
  }),
  ...page('iamport-manual/en/General/sample/chai.md', '2021-10-06', 'chai', {
    payment: {
      pg: 'chai',
      pay_method: 'trans',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/danal.md', '2021-10-06', 'danal_tpay', {
    payment: {
      pg: 'danal_tpay',
      pay_method: '{card, or trans}',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
    },
  }),
  ...page('iamport-manual/en/General/sample/eximbay.md', '2021-10-06', 'eximbay', {
    payment: { pg: 'eximbay', pay_method: 'card', ...orderInEnglish, ...buyerInEnglish, ...addressInEnglish },
  }),
  ...page('iamport-manual/en/General/sample/inicis.md', '2021-10-06', 'html5_inicis', {
    payment: {
      pg: 'html5_inicis',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/jtnet.md', '2021-10-06', 'jtnet', {
    payment: {
      pg: 'jtnet',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/kakao.md', '2021-10-06', 'kakaopay', {
    payment: {
      pg: 'kakaopay',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
    },
  }),
  ...page('iamport-manual/en/General/sample/kcp.md', '2021-10-06', 'kcp', {
    payment: {
      pg: 'kcp',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/kicc.md', '2021-10-06', 'kicc', {
    payment: {
      pg: 'kicc',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
    escrow: {
      pg: 'kicc',
      pay_method: 'vbank',
      escrow: true,
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      kiccProducts: [
        { orderNumber: 'line1', name: 'Mug', quantity: 3, amount: 1000 },
        { orderNumber: 'line2', name: 'T-shirt', quantity: 2, amount: 3000 },
      ],
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/nice.md', '2021-10-06', 'nice', {
    payment: {
      pg: 'nice',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
      niceMobileV2: true,
    },
  }),
  ...page('iamport-manual/en/General/sample/payco.md', '2021-10-06', 'payco', {
    payment: { pg: 'payco', pay_method: 'card', ...orderInEnglish, ...buyerInEnglish, ...addressInEnglish },
  }),
  ...page('iamport-manual/en/General/sample/paypal.md', '2021-10-06', 'paypal', {
    payment: {
      pg: 'paypal',
      pay_method: 'card',
      merchant_uid: '{the order number of your shop}',
      name: 'Order name: a trial',
      amount: 15.5,
      ...buyerInEnglish,
      ...addressInEnglish,
      currency: 'USD',
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/settle.md', '2021-10-06', 'settle', {
    payment: {
      pg: 'settle',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/General/sample/smilepay.md', '2021-10-06', 'smilepay', {
    payment: {
      pg: 'smilepay',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
    },
  }),
  ...page('iamport-manual/en/General/sample/uplus.md', '2021-10-06', 'uplus', {
    payment: {
      pg: 'uplus',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/NAVERPAY/sample/naverpay-order.md', '2021-10-08', 'naverco', {
    'products with options': {
      pg: 'naverco',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      naverProducts: productsWithOptions(english),
      naverInterface: cookies,
    },
    'one product': {
      pg: 'naverco',
      pay_method: 'card',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      naverProducts: [oneProduct(english)],
    },
  }),
  ...page('iamport-manual/en/NAVERPAY/sample/naverpay-pg.md', '2021-10-08', 'naverpay', {
    payment: {
      pg: 'naverpay',
      ...orderInEnglish,
      ...buyerInEnglish,
      ...addressInEnglish,
      tax_free: 2000,
      naverUseCfm: '20260401',
      naverPopupMode: true,
      ...landing,
      naverProducts: [
        {
          categoryType: 'BOOK',
          categoryId: 'GENERAL',
          uid: '100100100',
          name: 'World history',
          payReferrer: 'NAVER_BOOK',
          count: 10,
        },
        {
          categoryType: 'MUSIC',
          categoryId: 'CD',
          uid: '200200200',
          name: 'Piano pieces',
          payReferrer: 'NAVER_BOOK',
          count: 1,
        },
      ],
    },
  }),
  ...page('iamport-manual/en/NAVERPAY/sample/naverpay-recurring.md', '2021-10-08', 'naverpay', {
    'billing key': {
      pg: 'naverpay',
      merchant_uid: '{the order number of your shop}',
      name: 'Basic plan (monthly)',
      amount: 12000,
      ...buyerInEnglish,
      ...addressInEnglish,
      customer_uid: 'customer_1001_5678',
      naverProductCode: 'Code of the monthly product',
      naverPopupMode: true,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/Subscription/sample/chai-request-billing-key.md', '2021-10-06', 'chai', {
    'billing key': {
      pg: 'chai',
      pay_method: 'trans',
      ...subscriptionInEnglish,
      amount: 0,
      ...buyerInEnglish,
      ...newAddressInEnglish,
      ...landing,
    },
  }),
  ...page(
    'iamport-manual/en/Subscription/sample/danal-card-request-billing-key.md',
    '2021-10-06',
    'danal_tpay',
    {
      'billing key': {
        pg: 'danal_tpay',
        pay_method: 'card',
        ...subscriptionInEnglish,
        amount: 0,
        ...buyerInEnglish,
      },
    },
  ),
  ...page('iamport-manual/en/Subscription/sample/danal-phone-request-billing-key.md', '2021-10-06', 'danal', {
    'billing key': {
      pg: 'danal',
      pay_method: 'phone',
      ...subscriptionInEnglish,
      amount: 12000,
      ...buyerInEnglish,
    },
  }),
  ...page(
    'iamport-manual/en/Subscription/sample/inicis-request-billing-key.md',
    '2021-10-06',
    'html5_inicis',
    {
      'billing key': {
        pg: 'html5_inicis.{your merchant id}',
        pay_method: 'card',
        ...subscriptionInEnglish,
        amount: 0,
        ...buyerInEnglish,
        ...landing,
      },
    },
  ),
  ...page('iamport-manual/en/Subscription/sample/jtnet-request-billing-key.md', '2021-10-06', 'jtnet', {
    'billing key': {
      pg: 'jtnet',
      pay_method: 'card',
      ...subscriptionInEnglish,
      amount: 0,
      ...buyerInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/Subscription/sample/kakaopay-request-billing-key.md', '2021-10-06', 'kakaopay', {
    'billing key': {
      pg: 'kakaopay',
      pay_method: 'card',
      ...subscriptionInEnglish,
      amount: 0,
      ...buyerInEnglish,
    },
  }),
  ...page('iamport-manual/en/Subscription/sample/kcp-request-billing-key.md', '2021-10-06', 'kcp_billing', {
    'billing key': {
      pg: 'kcp_billing',
      pay_method: 'card',
      ...subscriptionInEnglish,
      amount: 0,
      ...buyerInEnglish,
      ...landing,
    },
  }),
  ...page('iamport-manual/en/Subscription/sample/kicc-request-billing-key.md', '2021-10-06', 'kicc', {
    'billing key': {
      pg: 'kicc',
      pay_method: 'card',
      ...subscriptionInEnglish,
      amount: 0,
      ...buyerInEnglish,
      ...landing,
    },
  }),
  ...page(
    'iamport-manual/en/Subscription/sample/mobilians-phone-request-billing-key.md',
    '2021-10-06',
    'mobilians',
    {
      'billing key': {
        pg: 'mobilians',
        pay_method: 'phone',
        ...subscriptionInEnglish,
        amount: 12000,
        ...buyerInEnglish,
      },
    },
  ),
  ...page('iamport-manual/en/Subscription/sample/payco-request-billing-key.md', '2021-10-06', 'payco', {
    'billing key': {
      pg: 'payco',
      pay_method: 'card',
      ...subscriptionInEnglish,
      amount: 0,
      ...buyerInEnglish,
    },
  }),
  ...page(
    'iamport-manual/en/Subscription/sample/paymentwall-request-billing-key.md',
    '2022-09-29',
    'paymentwall',
    {
      // The page misspells the address.
      'billing key': {
        pg: 'paymentwall.{your merchant id}',
        pay_method: 'card',
        ...subscriptionInEnglish,
        amount: 30,
        ...buyerInEnglish,
        buyer_adrr: 'Eulji-ro, Jung-gu, Seoul',
        buyer_postcode: '045-678',
        currency: 'USD',
        language: 'en',
        ...landing,
        bypass: { widget_code: 't3_1' },
      },
    },
  ),
]

/** Those of the V1 pages. */
const pagesOfPortone = [
  ...page('developers.portone.io/opi/ko/extra/promotion/integration.mdx', '2025-02-10', undefined, {
    payment: {
      ...channel,
      isPromotion: true,
      promotion_id: 'promotion-id-6f1d2c3b-4a59-4e68-8b77-90a1b2c3d4e5',
      pay_method: 'card',
      merchant_uid: 'ORD20260102-0000021',
      name: 'Oak side table',
      amount: 12000,
      ...buyerInEnglish,
      ...newAddressInEnglish,
      card: { direct: { code: '367' } },
    },
  }),
  ...page('developers.portone.io/opi/ko/extra/smart-routing/integration.mdx', '2025-10-23', undefined, {
    payment: {
      channelGroupId: 'channel-group-live-6f1d2c3b-4a59-4e68-8b77-90a1b2c3d4e5',
      pay_method: 'card',
      merchant_uid: 'ORD20260102-0000021',
      name: 'Oak side table',
      amount: 12000,
      ...buyerInEnglish,
      ...newAddressInEnglish,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/blue.mdx', '2026-04-27', 'bluewalnut', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/danal.mdx', '2026-04-27', 'danal_tpay', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, company: '상호' },
    'billing key': {
      ...channel,
      pay_method: 'card',
      ...subscription,
      amount: 0,
      ...buyer,
      buyer_addr: '서울특별시 중구 을지로',
      period: { from: '20260101', to: '20261231' },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/daou/readme.mdx', '2026-04-27', 'daou', {
    payment: {
      ...channel,
      pay_method: 'card',
      escrow: false,
      merchant_uid: 'mid_2026010203',
      name: '겨울 외투 L',
      amount: 12000,
      buyer_name: '구매자이름',
      buyer_email: 'buyer@shop.test',
      buyer_tel: '01000001001',
      digital: false,
      ...ownLanding,
      bypass: { daou: { PRODUCTCODE: 'trial', CASHRECEIPTFLAG: 0 } },
      app_scheme: 'shopscheme',
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/eximbay.mdx', '2026-04-27', 'eximbay', {
    payment: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '주문명:시험결제',
      amount: 15.5,
      ...buyer,
      ...address,
      currency: 'USD',
      popup: false,
    },
    'Korean cards': {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '주문명:시험결제',
      amount: 15.5,
      ...buyer,
      ...address,
      currency: 'KRW',
      popup: false,
      bypass: { eximbay: { issuercountry: 'KR' } },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/galaxia.mdx', '2026-07-08', 'galaxia', {
    payment: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'orderNo1001',
      name: '주문명:시험결제',
      amount: 12000,
      customer_id: 'buyer1001',
      ...landing,
    },
    'billing key by card': {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'orderMonthly1001',
      name: '빌링키발급',
      amount: 12000,
      customer_id: 'buyer1001',
      customer_uid: 'customer-of-your-shop',
      ...landing,
    },
    'billing key by phone': {
      ...channel,
      pay_method: 'phone',
      merchant_uid: 'orderNo1001',
      name: '주문명:시험결제',
      amount: 12000,
      customer_id: 'buyer1001',
      customer_uid: 'customer-of-your-shop',
      ...landing,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/inicis-jp.mdx', '2026-04-27', 'inicis_jp', {
    JPPG: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_id_1767225600000',
      name: 'Trial',
      amount: 300,
      currency: 'JPY',
      popup: true,
      buyer_name: 'Buyer Name',
      buyer_email: 'buyer@shop.test',
      buyer_tel: '0200001001',
      buyer_first_name_kana: 'ハナコ',
      buyer_last_name_kana: 'ヤマダ',
      ...ownLanding,
      notice_url: 'https://shop.test/payments/notice',
      storeDetails: {
        storeName: '見本商店',
        storeNameKana: 'ミホンショウテン',
        storeNameEn: 'Sample Store',
        storeNameShort: 'SMP',
        contactName: 'お客様窓口',
        email: 'help@shop.test',
        phoneNumber: '0200001001',
        openingHours: { open: '10:00', close: '19:00' },
      },
      display: { card_quota: [0, 3, 5, 6, 10, 12] },
      cvs: { payment_deadline: { valid_hours: 48, due_date: '2026-12-31T23:59:59Z' } },
      bypass: { inicis_jp: { paymentUI: { colorTheme: 'red1', logoUrl: 'https://shop.test/logo.svg' } } },
    },
    SBPS: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_id_1767225600000',
      name: 'Trial',
      amount: 300,
      currency: 'JPY',
      popup: true,
      buyer_name: 'Buyer Name',
      buyer_email: 'buyer@shop.test',
      buyer_tel: '0200001001',
      customer_id: 'customer_1001',
      ...ownLanding,
      notice_url: 'https://shop.test/payments/notice',
      display: { card_quota: [0, 3, 5, 6, 10, 12] },
      bypass: { inicis_jp: { paymentUI: { colorTheme: 'red1', logoUrl: 'https://shop.test/logo.svg' } } },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/inicis.mdx', '2026-04-27', 'html5_inicis', {
    payment: {
      ...channel,
      pay_method: 'card',
      escrow: true,
      ...order,
      ...buyer,
      ...address,
      ...landing,
      vbank_due: 'YYYYMMDD',
      bypass: { acceptmethod: 'noeasypay', P_RESERVED: 'noeasypay=Y' },
      period: { from: '20260101', to: '20261231' },
    },
    'billing key': { ...channel, pay_method: 'card', ...subscription, amount: 0, ...buyer, ...landing },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/kakaopay.mdx', '2026-04-27', 'kakaopay', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, ...landing },
    'billing key': { ...channel, ...subscription, amount: 0, ...buyer, ...landing },
  }),
  ...page(
    'developers.portone.io/opi/ko/integration/pg/v1/kg-mobilians-v2.mdx',
    '2026-04-02',
    'mobilians_v2',
    {
      payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, ...landing },
      'billing key by phone': {
        ...channel,
        pay_method: 'phone',
        ...subscription,
        amount: 12000,
        ...buyer,
        ...landing,
      },
      'billing key by card': {
        ...channel,
        pay_method: 'card',
        ...subscription,
        amount: 0,
        ...buyer,
        customer_id: 'id-of-your-customer',
        ...landing,
      },
    },
  ),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/kg.mdx', '2026-04-27', 'mobilians', {
    payment: { ...channel, pay_method: 'phone', ...order, ...buyer, ...address, ...landing },
    'billing key': { ...channel, pay_method: 'phone', ...subscription, amount: 12000, ...buyer, ...landing },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/kicc-v2.mdx', '2026-07-09', 'kicc_v2', {
    wechat: { ...channel, pay_method: 'wechat', ...order, ...buyer, ...address, ...landing },
    alipay_plus: {
      ...channel,
      pay_method: 'alipay_plus',
      ...order,
      ...buyer,
      ...address,
      ...landing,
      order_description: '머그잔 한 개',
      alipay_plus: { wallet: 'alipay' },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/kicc.mdx', '2026-04-27', 'kicc', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, ...landing },
    'billing key': { ...channel, pay_method: 'card', ...subscription, amount: 12000, ...buyer, ...landing },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/ksnet/readme.mdx', '2026-04-27', 'ksnet', {
    payment: {
      ...channel,
      pay_method: 'card',
      escrow: false,
      merchant_uid: 'order_id_1767225600000',
      name: '달리기 운동화 2 SD',
      amount: 12000,
      ...buyer,
      ...newAddress,
      tax_free: 2000,
      app_scheme: 'shopscheme://',
      ...ownLanding,
      notice_url: 'https://shop.test/payments/notice',
      confirm_url: 'https://shop.test/payments/confirm',
      currency: 'KRW',
      digital: false,
      period: { from: '2026-01-01', to: '2026-12-31' },
      custom_data: { userId: 1001 },
      display: { card_quota: [0, 6] },
      bypass: { ksnet: { sndQpayType: '0' } },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/naver.mdx', '2026-06-10', 'naverpay', {
    payment: {
      ...channel,
      ...order,
      ...buyer,
      ...address,
      naverUseCfm: '20260402',
      naverPopupMode: true,
      ...landing,
      naverPurchaserName: '구매자이름',
      naverPurchaserBirthday: '19900102',
      naverMerchantUserKey: '상점의 사용자 키',
      naverCultureBenefit: true,
      naverProducts: [
        {
          categoryType: 'BOOK',
          categoryId: 'GENERAL',
          uid: '100100100',
          name: '세계사',
          payReferrer: 'NAVER_BOOK',
          sellerId: 'seller1',
          count: 10,
        },
        {
          categoryType: 'MUSIC',
          categoryId: 'CD',
          uid: '200200200',
          name: '피아노곡집',
          payReferrer: 'NAVER_BOOK',
          sellerId: 'seller2',
          count: 1,
        },
        {
          categoryType: 'TRAVEL',
          categoryId: 'DOMESTIC',
          uid: '30030030',
          name: '국내 여행 상품',
          payReferrer: 'NAVER_MAP',
          sellerId: 'seller3',
          count: 1,
          startDate: 20260401,
          endDate: 20260402,
        },
      ],
    },
    'billing key': {
      ...channel,
      merchant_uid: 'order_monthly_1001',
      name: '기본 요금제(월 단위)',
      amount: 12000,
      ...buyer,
      ...address,
      customer_uid: 'customer_1001_5678',
      naverProductCode: '월정액 상품코드',
      naverProductCount: 5,
      naverPopupMode: true,
      ...landing,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/newtoss/readme.mdx', '2026-04-27', 'tosspayments', {
    payment: {
      ...channel,
      pay_method: 'card',
      escrow: false,
      merchant_uid: 'order_id_1767225600000',
      name: '달리기 운동화 2 SD',
      amount: 12000,
      ...buyer,
      ...newAddress,
      tax_free: 2000,
      ...ownLanding,
      notice_url: 'https://shop.test/payments/notice',
      confirm_url: 'https://shop.test/payments/confirm',
      currency: 'KRW',
      locale: 'ko',
      custom_data: { userId: 1001 },
      display: { card_quota: [0, 6] },
      appCard: false,
      useCardPoint: true,
      bypass: { tosspayments: { useInternationalCardOnly: true } },
    },
    'billing key': {
      ...channel,
      pay_method: 'card',
      ...subscription,
      amount: 0,
      ...buyer,
      ...landing,
      customer_id: 'buyer1001',
    },
  }),
  ...page(
    'developers.portone.io/opi/ko/integration/pg/v1/nhn-kcp/kcp-quickpay.mdx',
    '2026-07-10',
    'kcp_quick',
    {
      Register: {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'order_no_1001',
        name: '카드 등록',
        customer_uid: 'member_1001_with_method_0',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'Register' } },
      },
      Deregister: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '카드 삭제',
        customer_uid: 'member_1001_with_method_0',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'Deregister' } },
      },
      Pay: {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'order_no_1001',
        name: '머그잔',
        amount: 12000,
        ...buyer,
        ...address,
        customer_uid: 'member_1001_with_method_0',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'Pay' } },
      },
      PinChange: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '비밀번호 변경',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'PinChange' } },
      },
      PinReset: {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'order_no_1001',
        name: '비밀번호 초기화',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'PinReset' } },
      },
      PinCheck: {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'order_no_1001',
        name: '비밀번호 확인',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'PinCheck' } },
      },
      PhoneChange: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '연락처 변경',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'PhoneChange' } },
      },
      SignUp: {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'order_no_1001',
        name: '회원 가입',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'SignUp' } },
      },
      Terminate: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '간편결제 해지',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'Terminate' } },
      },
      Leave: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '회원 탈퇴',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'Leave' } },
      },
      PrepaidRefundAccount: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '환급계좌 등록',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'PrepaidRefundAccount' } },
      },
      PrepaidRefund: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '선불머니 환급',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'PrepaidRefund' } },
      },
      PrepaidOfflinePaymentInfo: {
        channelKey: 'channel-key-1001',
        bypass: {
          kcpQuick: {
            actionType: 'PrepaidOfflinePaymentInfo',
            memberID: 'member_1001',
            prepaidOfflinePaymentInfoRequest: {
              tradeId: '20260102000001001',
              tradeNo: '202601020000001002',
              point: 8000,
              useDt: '20260102093000',
              btid: 'TEST0000000001001',
            },
          },
        },
      },
      RegisterFido: {
        ...channel,
        merchant_uid: 'order_no_1001',
        name: '지문 등록',
        ...ownLanding,
        bypass: { kcpQuick: { ...member, actionType: 'RegisterFido', sdkVersion: 'v2' } },
      },
    },
  ),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/nhn-kcp/readme.mdx', '2026-06-09', 'kcp', {
    card: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '시험결제',
      amount: 12000,
      ...buyer,
      ...address,
      company: '상호',
      language: 'ko',
      ...ownLanding,
      auth_mode: 'key-in',
    },
    cultureland: {
      ...channel,
      pay_method: 'cultureland',
      merchant_uid: 'B00042-TEST',
      name: '감자 20kg',
      amount: 12000,
      ...buyer,
      ...address,
      bypass: { shop_user_id: 'user1001' },
    },
    phone: {
      ...channel,
      pay_method: 'phone',
      merchant_uid: 'B00042-TEST',
      name: '감자 20kg',
      amount: 12000,
      ...buyer,
      ...address,
      bypass: { shop_user_id: 'user1001' },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/nhn-kcp/readme.mdx', '2026-06-09', 'kcp_billing', {
    'billing key': {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_monthly_1001',
      name: '월정액',
      amount: 0,
      ...buyer,
      customer_uid: 'customer-of-your-shop',
      ...ownLanding,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/nice-v2/readme.mdx', '2026-04-27', 'nice_v2', {
    payment: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'orderNo1001',
      name: '주문명:시험결제',
      amount: 12000,
      ...buyer,
      ...address,
      ...landing,
    },
    'billing key': {
      ...channel,
      pay_method: 'kakaopay',
      merchant_uid: 'orderNo1001',
      name: '주문명:시험결제',
      amount: 0,
      ...buyer,
      ...address,
      ...landing,
      customer_uid: 'customer-of-your-shop',
      customer_id: 'id-of-your-customer',
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/nice.mdx', '2026-04-27', 'nice', {
    payment: {
      ...channel,
      pay_method: 'card',
      ...order,
      ...buyer,
      ...address,
      language: 'en',
      ...landing,
      niceMobileV2: true,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/payco.mdx', '2026-04-27', 'payco', {
    payment: { ...channel, ...order, ...buyer, ...address },
    'billing key': {
      ...channel,
      merchant_uid: 'order_monthly_1001',
      name: 'PAYCO 자동결제 신청',
      amount: 12000,
      ...buyer,
      customer_uid: 'customer-of-your-shop',
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/paymentwall.mdx', '2026-04-27', 'paymentwall', {
    payment: {
      ...channel,
      pay_method: 'card',
      ...order,
      ...buyerInEnglish,
      ...address,
      currency: 'KRW',
      ...landing,
      use_test_method: true,
      bypass: { widget_code: 't3_1', ps: 'all', country_code: 'DE' },
    },
    'billing key': {
      ...channel,
      pay_method: 'card',
      ...subscription,
      amount: 30,
      ...buyerInEnglish,
      currency: 'USD',
      ...landing,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/paypal.mdx', '2026-04-27', 'paypal', {
    payment: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'order_no_1001',
      name: '주문명:시험결제',
      amount: 15.5,
      ...buyer,
      ...address,
      currency: 'USD',
      ...landing,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/settle/mybank.mdx', '2026-04-27', 'settle_acc', {
    payment: {
      ...channel,
      pay_method: 'trans',
      merchant_uid: 'ORD20260102-0000021',
      name: '참나무 보조 탁자',
      amount: 12000,
      ...buyer,
      buyer_addr: '서울특별시 중구 을지로',
      ...landing,
      bypass: { settle: { addDeductionYn: 'N', criPsblYn: 'N', custCi: '<회원의 연계정보>' } },
    },
    'billing key': {
      ...channel,
      pay_method: 'trans',
      merchant_uid: 'ORD20260102-0000021',
      name: '참나무 보조 탁자',
      amount: 12000,
      ...buyer,
      buyer_addr: '서울특별시 중구 을지로',
      ...landing,
      customer_uid: 'B00042-002',
      bypass: { settle: { addDeductionYn: 'N', criPsblYn: 'N', custCi: '<회원의 연계정보>' } },
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/settle/readme.mdx', '2026-04-27', 'settle', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, company: '상호', ...landing },
  }),
  ...page(
    'developers.portone.io/opi/ko/integration/pg/v1/smartro-v2/readme.mdx',
    '2026-04-27',
    'smartro_v2',
    {
      payment: {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'orderNo1001',
        name: '주문명:시험결제',
        amount: 12000,
        ...buyer,
        ...address,
        ...landing,
        period: { from: '20260101', to: '20261231' },
      },
      'billing key': {
        ...channel,
        pay_method: 'card',
        merchant_uid: 'orderMonthly1001',
        name: '빌링키발급',
        amount: 12000,
        ...buyer,
        customer_uid: 'customer-of-your-shop',
        ...landing,
        customer_id: 'buyer1001',
      },
    },
  ),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/smartro.mdx', '2026-04-27', 'smartro', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/smilepay.mdx', '2026-04-27', 'smilepay', {
    payment: { ...channel, ...order, ...buyer, ...address },
  }),
  ...page(
    'developers.portone.io/opi/ko/integration/pg/v1/toss-brandpay/readme.mdx',
    '2026-04-27',
    'toss_brandpay',
    {
      payment: {
        ...channel,
        pay_method: 'toss_brandpay',
        merchant_uid: 'orderNo1001',
        name: '주문명:시험결제',
        amount: 12000,
        buyer_email: 'buyer@shop.test',
        customer_id: '6f1d2c3b-4a59-4e68-8b77-90a1b2c3d4e5',
        bypass: { isCulturalExpense: true },
      },
      'its own look': {
        ...channel,
        pay_method: 'toss_brandpay',
        merchant_uid: 'orderNo1001',
        name: '주문명:시험결제',
        amount: 12000,
        buyer_email: 'buyer@shop.test',
        bypass: {
          toss_brandpay: {
            brandpayOptions: {
              ui: {
                buttonStyle: 'default',
                highlightColor: '#0064ff',
                navigationBar: { visible: true, paddingTop: 10 },
                labels: { oneTouchPay: '바로결제' },
              },
            },
          },
        },
      },
      'one means of payment': {
        ...channel,
        pay_method: 'toss_brandpay',
        merchant_uid: 'orderNo1001',
        name: '주문명:시험결제',
        amount: 12000,
        buyer_email: 'buyer@shop.test',
        customer_id: '6f1d2c3b-4a59-4e68-8b77-90a1b2c3d4e5',
        useCardPoint: true,
        display: { card_quota: [6] },
        bypass: {
          cashReceiptType: 'personal',
          customerIdentifier: '01000001001',
          toss_brandpay: { methodId: 'methodOfThisBuyer1001', discountCode: '002' },
        },
      },
    },
  ),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/toss.mdx', '2026-04-27', 'uplus', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, ...landing, appCard: true },
  }),
  ...page(
    'developers.portone.io/opi/ko/integration/pg/v1/tosspay-v2/readme.mdx',
    '2026-04-27',
    'tosspay_v2',
    {
      payment: {
        ...channel,
        pay_method: 'tosspay',
        merchant_uid: 'orderMonthly1001',
        name: '빌링키발급',
        amount: 12000,
        ...buyer,
        ...landing,
        card: { useInstallment: false },
        bypass: { tosspay_v2: { expiredTime: '2026-12-31 11:00:00', cashReceiptTradeOption: 'CULTURE' } },
      },
      'billing key': {
        ...channel,
        pay_method: 'tosspay',
        merchant_uid: 'orderMonthly1001',
        name: '빌링키발급',
        ...buyer,
        customer_id: 'buyer1001',
        customer_uid: 'customer-of-your-shop',
        ...landing,
        notice_url: PLACEHOLDER_URL,
      },
    },
  ),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/tosspay.mdx', '2026-04-27', 'tosspay', {
    payment: { ...channel, pay_method: 'card', ...order, ...buyer, ...address, ...landing },
  }),
  ...page('developers.portone.io/opi/ko/integration/pg/v1/welcome/readme.mdx', '2026-04-27', 'welcome', {
    payment: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'orderNo1001',
      name: '주문명:시험결제',
      amount: 12000,
      ...buyer,
      ...landing,
    },
    'billing key by card': {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'orderMonthly1001',
      name: '빌링키발급',
      amount: 12000,
      ...buyer,
      customer_uid: 'customer-of-your-shop',
      customer_id: 'buyer1001',
      ...landing,
    },
    'billing key by phone': {
      ...channel,
      pay_method: 'phone',
      merchant_uid: 'orderNo1001',
      name: '주문명:시험결제',
      amount: 12000,
      ...buyer,
      customer_uid: 'customer-of-your-shop',
      customer_id: 'buyer1001',
      ...landing,
    },
  }),
  ...page('developers.portone.io/opi/ko/integration/start/v1/auth.mdx', '2024-12-02', undefined, {
    payment: {
      ...channel,
      pay_method: 'card',
      merchant_uid: 'payment-6f1d2c3b-4a59-4e68-8b77-90a1b2c3d4e5',
      name: '참나무 보조 탁자',
      amount: 12000,
      ...buyer,
      ...newAddress,
    },
  }),
]

/** All of them. */
export const portoneSamples: readonly PortoneSample[] = [...koreanManual, ...englishManual, ...pagesOfPortone]
