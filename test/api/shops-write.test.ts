// @vitest-environment jsdom
/**
 * What shops write into a request and what they hear back, as it was seen in their code and in PortOne's documents: each
 * case with its siblings, and with what only looks like it. Issues are compared by level and path.
 */
import {
  type Issue,
  type KnownParameters,
  type PayError,
  type PayRequest,
  type PrepareOptions,
  parseRedirect,
  prepare,
  requestPay,
  resumePay,
  type UnverifiedPayment,
} from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { ANDROID, goTo, IPAD, IPHONE, PC, pose } from '../support/browser.ts'

const ORDER = {
  pg: 'html5_inicis',
  pay_method: 'card',
  merchant_uid: 'order_1',
  name: '주문명',
  amount: 14000,
  buyer_tel: '010-0000-1001',
}
const SHOP = { userCode: 'imp12345678' }

/** How the copies of the package on a page know each other; without it the document is a new one. */
const PAGE_STATE = Symbol.for('iamport-checkout')
const openNewDocument = (address: string): void => {
  Reflect.deleteProperty(window, PAGE_STATE)
  goTo(address)
}

afterEach(() => {
  pose(PC)
  openNewDocument('/')
  sessionStorage.clear()
  Reflect.deleteProperty(window, 'IMP')
})

// --- what a shop writes -------------------------------------------------------------------------------------------

const issuesOf = (members: object, options: PrepareOptions = {}): Issue[] =>
  prepare({ ...ORDER, ...members } as KnownParameters, options).issues
const brief = (issues: Issue[]): string[] => issues.map(({ level, path }) => `${level} ${path}`)
/** All issues of one parameter. */
const issuesAt = (path: string, members: object, options?: PrepareOptions): string[] =>
  brief(issuesOf(members, options)).filter(issue => issue.endsWith(` ${path}`))
const errorsOf = (members: object, options?: PrepareOptions): string[] =>
  brief(issuesOf(members, options)).filter(issue => issue.startsWith('error'))

const onEachDevice = (name: string, test: () => void): void => {
  it.each([
    ['a PC', PC],
    ['a phone', IPHONE],
  ])(`${name}, on %s`, (_, userAgent) => {
    pose(userAgent)
    test()
  })
}

describe('S1: a call that charges nothing has no amount', () => {
  const kcpQuick = (actionType: string) => ({
    pg: 'kcp_quick',
    bypass: { kcpQuick: { actionType, memberID: 'member_1001', encryptedCI: 'encrypted' } },
  })

  it.each([
    ...['Register', 'Deregister', 'UserRegister', 'PinChange', 'PinReset', 'PinCheck', 'PhoneChange'],
    ...['RegisterAutoPay', 'RegisterFido', 'SignUp', 'Terminate', 'Leave'],
    ...['PrepaidRefundAccount', 'PrepaidRefund', 'PrepaidKYC', 'PrepaidAuth', 'PrepaidLimitRaise'],
    'AnActionOfTomorrow',
  ])('passes as the action %s of kcp_quick', actionType => {
    expect(issuesAt('amount', { ...kcpQuick(actionType), amount: undefined })).toEqual([])
  })

  it.each(['tosspay_v2', 'nice_v2', 'html5_inicis', 'kcp_billing', 'kakaopay', 'a_gateway_of_tomorrow'])(
    'passes as a request for a billing key of %s',
    pg => {
      const members = { pg, customer_uid: 'customer_1001', customer_id: 'buyer1001', amount: undefined }
      expect(issuesAt('amount', members)).toEqual([])
    },
  )

  it.each([undefined, null])('is refused where something is to be paid: %s', amount => {
    expect(issuesAt('amount', { amount })).toEqual(['error amount'])
    expect(issuesAt('amount', { ...kcpQuick('Pay'), amount })).toEqual(['error amount'])
  })

  it('is refused with a customer_uid that is blank', () => {
    expect(issuesAt('amount', { customer_uid: ' ', amount: undefined })).toEqual(['error amount'])
  })

  it('is still refused where the amount that is given is none', () => {
    for (const amount of [-1, Number.NaN, Number.POSITIVE_INFINITY, 'free'])
      expect(issuesAt('amount', { ...kcpQuick('Register'), amount })).toEqual(['error amount'])
  })
})

describe('S2: a phone bill without `digital`', () => {
  it.each([
    ...['danal', 'mobilians', 'mobilians_v2', 'kcp', 'galaxia', 'welcome', 'html5_inicis', 'kicc', 'settle'],
    ...['nice', 'tosspayments', 'uplus', 'daou', 'ksnet', 'jtnet', 'a_gateway_of_tomorrow'],
  ])('is a warning at %s', pg => {
    expect(issuesAt('digital', { pg, pay_method: 'phone' })).toEqual(['warning digital'])
  })

  it('is a warning where no gateway is named', () => {
    const members = { pg: undefined, channelKey: 'channel-key-1001', pay_method: 'phone' }
    expect(issuesAt('digital', members)).toEqual(['warning digital'])
  })

  it.each(['nice_v2', 'smartro_v2'])('is an error at %s, whose window would not open', pg => {
    expect(issuesAt('digital', { pg, pay_method: 'phone' })).toEqual(['error digital'])
    const channel = { pg: undefined, channelKey: 'channel-key-1001', pay_method: 'phone' }
    expect(issuesAt('digital', channel, { provider: pg })).toEqual(['error digital'])
  })

  it.each([true, false])('is nothing where it is given: %s', digital => {
    for (const pg of ['danal', 'nice_v2'])
      expect(issuesAt('digital', { pg, pay_method: 'phone', digital })).toEqual([])
  })

  it('is nothing with other pay methods', () => {
    for (const pay_method of ['card', undefined]) expect(issuesAt('digital', { pay_method })).toEqual([])
  })
})

onEachDevice('S7: words of a sample that were left in place of an address are an error', () => {
  for (const words of [
    '{모바일에서 결제 완료 후 리디렉션 될 URL}',
    '{결제 완료 후 리디렉션 될 URL}',
    '{redirect URL}',
    '{redirectUrl}',
    'https://shop.test/{주문번호}',
    '돌아올 주소',
    'URL to redirect to',
  ]) {
    expect(issuesAt('m_redirect_url', { m_redirect_url: words }), words).toEqual(['error m_redirect_url'])
    if (words.startsWith('https:')) continue
    expect(issuesAt('notice_url', { notice_url: words }), words).toEqual(['error notice_url'])
    expect(issuesAt('confirm_url', { confirm_url: words }), words).toEqual(['error confirm_url'])
  }
  for (const words of ['{앱 스킴}', 'your app scheme'])
    expect(issuesAt('app_scheme', { app_scheme: words }), words).toEqual(['error app_scheme'])
})

describe('S7: an address to return to', () => {
  onEachDevice('that would run something is an error', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,hi',
      'blob:https://shop.test/1',
    ])
      expect(issuesAt('m_redirect_url', { m_redirect_url: url }), url).toEqual(['error m_redirect_url'])
  })

  onEachDevice('that looks like a slip is a warning', () => {
    for (const url of ['done', 'shop.test/payments/done', 'www.shop.test'])
      expect(issuesAt('m_redirect_url', { m_redirect_url: url }), url).toEqual(['warning m_redirect_url'])
    const scheme = { m_redirect_url: 'shopapp', app_scheme: 'shopapp' }
    expect(issuesAt('m_redirect_url', scheme)).toEqual(['warning m_redirect_url'])
  })

  onEachDevice('that a page or an app has is nothing', () => {
    for (const url of [
      'https://shop.test/payments/done',
      'https://shop.test/payments/done?order=%7B1%7D#top',
      '/payments/done',
      './done?order=1',
      'shopapp://payments/done',
      new URL('https://shop.test/payments/done'),
    ])
      expect(issuesAt('m_redirect_url', { m_redirect_url: url }), String(url)).toEqual([])
  })

  it('that is blank is an error where it is needed', () => {
    pose(IPHONE)
    for (const url of ['', ' '])
      expect(issuesAt('m_redirect_url', { m_redirect_url: url })).toEqual(['error m_redirect_url'])
  })
})

describe('S7: the last day of a virtual account', () => {
  it.each(['YYYYMMDD', 'YYYY-MM-DD', '20260230', 'soon', '2026'])(
    'that is none is no error with a card: %s',
    vbank_due => {
      expect(errorsOf({ vbank_due })).toEqual([])
      expect(errorsOf({ pg: 'nice_v2', vbank_due })).toEqual([])
      expect(errorsOf({ pay_method: undefined, vbank_due })).toEqual([])
    },
  )

  it.each(['YYYYMMDD', 'YYYY-MM-DD', '20260230', 'soon', '2026'])(
    'that is none is an error with a virtual account: %s',
    vbank_due => {
      expect(issuesAt('vbank_due', { pay_method: 'vbank', vbank_due })).toEqual(['error vbank_due'])
    },
  )

  it.each(['20261231', '202612312359', '20261231235959', '2026-12-31', '2026-12-31 23:59:59'])(
    'that a gateway documents is no error: %s',
    vbank_due => {
      expect(errorsOf({ pay_method: 'vbank', vbank_due })).toEqual([])
    },
  )
})

describe('S8: addresses that PortOne calls', () => {
  it.each(['confirm_url', 'notice_url'])('are an error where they are not absolute: %s', name => {
    for (const url of ['/payments/confirm', 'payments/confirm', '//shop.test/confirm', 'shop.test/confirm'])
      expect(issuesAt(name, { [name]: url }), url).toEqual([`error ${name}`])
    for (const url of ['shopapp://confirm', 'ftp://shop.test/confirm', 'https://', ' '])
      expect(issuesAt(name, { [name]: url }), url).toEqual([`error ${name}`])
  })

  it.each(['confirm_url', 'notice_url'])('are a warning where only this machine knows them: %s', name => {
    for (const url of [
      'http://localhost:3000/hook',
      'https://LOCALHOST/hook',
      'http://127.0.0.1:8080/hook',
      'http://[::1]/hook',
      'http://10.0.0.4/hook',
      'http://172.16.0.4/hook',
      'http://172.31.255.4/hook',
      'http://192.168.0.4/hook',
    ])
      expect(issuesAt(name, { [name]: url }), url).toEqual([`warning ${name}`])
  })

  it.each(['confirm_url', 'notice_url'])('are nothing where all the world knows them: %s', name => {
    for (const url of [
      'https://shop.test/hook',
      'http://shop.test:8080/hook?token=1',
      'https://localhost.shop.test/hook',
      'https://172.32.0.4/hook',
      'https://11.0.0.4/hook',
      'https://shop.test/localhost',
    ])
      expect(issuesAt(name, { [name]: url }), url).toEqual([])
  })

  it('are looked at one by one in a list', () => {
    const good = 'https://shop.test/hook'
    expect(issuesAt('notice_url', { notice_url: [good, good] })).toEqual([])
    expect(issuesAt('notice_url', { notice_url: [good, '/hook'] })).toEqual(['error notice_url'])
    expect(issuesAt('notice_url', { notice_url: [good, 'http://localhost/hook'] })).toEqual([
      'warning notice_url',
    ])
  })
})

describe('S9: an amount without its currency', () => {
  it.each(['paypal', 'paypal.merchant', 'paypal_v2', 'eximbay', 'alipay'])(
    'is a warning where the gateway would take it for dollars: %s',
    pg => {
      const members = { pg, pay_method: undefined, amount: 145000 }
      expect(issuesAt('currency', members)).toEqual(['warning currency'])
      expect(issuesAt('currency', { ...members, currency: 'USD' })).toEqual([])
    },
  )

  it('is a warning for a channel of such a gateway', () => {
    const members = { pg: undefined, channelKey: 'channel-key-1001', pay_method: undefined }
    expect(issuesAt('currency', members, { provider: 'paypal' })).toEqual(['warning currency'])
  })

  it.each(['html5_inicis', 'kcp', 'nice_v2', 'smartro_v2', 'galaxia', 'welcome', 'a_gateway_of_tomorrow'])(
    'is nothing where it is won: %s',
    pg => {
      expect(issuesAt('currency', { pg })).toEqual([])
    },
  )

  it('is nothing to do with won at paypal, which is an error', () => {
    expect(issuesAt('currency', { pg: 'paypal', currency: 'KRW' })).toEqual(['error currency'])
  })
})

describe('S10: a text in place of true or false', () => {
  it.each(['false', 'true', 'N', '', 0, 1, {}])('is an error of `escrow` and of nothing else: %j', escrow => {
    for (const pg of ['kcp', 'kicc', 'html5_inicis', 'nice_v2', 'smartro_v2', 'galaxia'])
      expect(errorsOf({ pg, escrow, customer_id: 'buyer1001', merchant_uid: 'order1' })).toEqual([
        'error escrow',
      ])
  })

  it.each(['false', 'true', 'N', '', 0, 1])('is an error of `digital`: %j', digital => {
    expect(errorsOf({ digital })).toEqual(['error digital'])
    expect(errorsOf({ pg: 'danal', pay_method: 'phone', digital })).toEqual(['error digital'])
  })

  it('is none where there is neither', () => {
    for (const missing of [false, undefined, null])
      expect(errorsOf({ pg: 'kcp', escrow: missing })).toEqual([])
    expect(errorsOf({ pg: 'kcp', escrow: true })).toEqual(['error kcpProducts'])
  })
})

describe('S11: welcome without the phone number of the buyer', () => {
  const order = { pg: 'welcome', buyer_name: '구매자이름' }

  it.each([
    ['an iPhone', IPHONE],
    ['an Android', ANDROID],
    ['an iPad', IPAD],
  ])('is a warning on %s', (_, userAgent) => {
    pose(userAgent)
    for (const buyer_tel of [undefined, null, '', ' '])
      expect(issuesAt('buyer_tel', { ...order, buyer_tel })).toEqual(['warning buyer_tel'])
  })

  it('is an error on a PC', () => {
    for (const buyer_tel of [undefined, null, '', ' '])
      expect(issuesAt('buyer_tel', { ...order, buyer_tel })).toEqual(['error buyer_tel'])
  })

  onEachDevice('is unlike gateways that ask for it on every device', () => {
    for (const pg of ['html5_inicis', 'danal_tpay', 'kicc', 'nice_v2', 'smilepay'])
      expect(issuesAt('buyer_tel', { pg, buyer_tel: undefined })).toEqual(['error buyer_tel'])
  })

  onEachDevice('is unlike gateways that do not ask for it', () => {
    for (const pg of ['kcp', 'kakaopay', 'tosspayments', 'galaxia', 'a_gateway_of_tomorrow'])
      expect(issuesAt('buyer_tel', { pg, buyer_tel: undefined })).toEqual(['warning buyer_tel'])
  })
})

describe('S12: a number in place of a text, and a text in place of a number', () => {
  const prepared = (members: object) => prepare({ ...ORDER, ...members } as KnownParameters)

  it.each([1_720_000_000_000, 0, 7, Number.MAX_SAFE_INTEGER])(
    'is converted with a warning: merchant_uid %d',
    merchant_uid => {
      const { params, issues } = prepared({ merchant_uid })
      expect(params.merchant_uid).toBe(String(merchant_uid))
      expect(brief(issues)).toEqual(['warning merchant_uid'])
    },
  )

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e21, true, {}, ['order_1'], '', ' '])(
    'is refused where it is no whole number: merchant_uid %j',
    merchant_uid => {
      expect(issuesAt('merchant_uid', { merchant_uid })).toEqual(['error merchant_uid'])
    },
  )

  it.each(['14000', '014000', '1'])('is converted with a warning: amount %j', amount => {
    const { params, issues } = prepared({ amount })
    expect(params.amount).toBe(Number(amount))
    expect(brief(issues)).toEqual(['warning amount'])
  })

  it.each([
    ...[
      '14,000',
      '14000원',
      '₩14000',
      '14000.5',
      '1e4',
      '0x10',
      '-14000',
      '+14000',
      ' 14000',
      '14 000',
      '',
      ' ',
    ],
    ...['١٤٠٠٠', '９０００', '9'.repeat(400)],
  ])('is refused where it is more than digits: amount %j', amount => {
    expect(issuesAt('amount', { amount })).toEqual(['error amount'])
  })

  it('is held to the rules of a number: nothing to pay, and more free of tax than there is', () => {
    expect(issuesAt('amount', { amount: '0' })).toContain('error amount')
    expect(errorsOf({ amount: '0', customer_uid: 'customer_1001' })).toEqual([])
    expect(errorsOf({ amount: '14000', tax_free: 14001 })).toEqual(['error tax_free'])
    expect(errorsOf({ amount: '14000', tax_free: 14000 })).toEqual([])
  })

  it('does not write into the request of the shop', () => {
    const request = { ...ORDER, merchant_uid: 1_720_000_000_000, amount: '14000' }
    prepare(request as unknown as KnownParameters)
    expect(request).toMatchObject({ merchant_uid: 1_720_000_000_000, amount: '14000' })
  })
})

describe('S16: one thing that is wrong is one issue', () => {
  it.each(['card', 'trans', 'a_method_of_tomorrow'])('paypal_v2 with the pay method %s', pay_method => {
    const members = { pg: 'paypal_v2', currency: 'USD', pay_method }
    expect(issuesAt('pay_method', members)).toEqual(['error pay_method'])
  })

  it.each([
    ['kicc', 'card'],
    ['kicc', 'a_method_of_tomorrow'],
    ['welcome', 'phone'],
    ['mobilians_v2', 'card'],
    ['galaxia', 'phone'],
    ['nice_v2', 'a_method_of_tomorrow'],
  ])('escrow at %s with the pay method %s', (pg, pay_method) => {
    expect(issuesAt('pay_method', { pg, pay_method, escrow: true })).toEqual(['error pay_method'])
  })

  it.each(['kcp', 'eximbay', 'danal', 'tosspayments'])('an unknown pay method at %s', pg => {
    const members = { pg, pay_method: 'a_method_of_tomorrow', currency: 'KRW' }
    expect(issuesAt('pay_method', members)).toEqual(['warning pay_method'])
  })

  it.each(['smartro_v2', 'galaxia', 'welcome', 'toss_brandpay', 'paypal'])('a currency at %s', pg => {
    const currency = pg === 'paypal' ? 'KRW' : 'CHF'
    expect(issuesAt('currency', { pg, currency })).toEqual(['error currency'])
  })

  it.each(['card', undefined])('nothing with the right one', pay_method => {
    expect(issuesAt('pay_method', { pay_method })).toEqual([])
    expect(issuesAt('pay_method', { pg: 'paypal_v2', currency: 'USD', pay_method: 'paypal' })).toEqual([])
  })
})

// --- what a shop hears --------------------------------------------------------------------------------------------

type Outcome = UnverifiedPayment | PayError
type Response = Record<string, unknown>
const IDS = { imp_uid: 'imp_1', merchant_uid: 'order_1' }

/** What is heard of a payment, from a script that calls back at once. It is a `v1`, which knows all gateways. */
const heardBack = (response: Response, members: object = {}, options: object = {}): Promise<Outcome> => {
  openNewDocument('/')
  const IMP = {
    slots: { SDK_VERSION: '1.28.12' },
    init() {},
    loadUI() {},
    request_pay: (_: object, callback: (response: Response) => void) => callback(response),
  }
  Object.assign(window, { IMP })
  const request = { ...ORDER, ...members } as PayRequest
  return requestPay(request, { ...SHOP, onWarning() {}, ...options }).catch((error: PayError) => error)
}

/** What is read from the landing page's URL, by a server too. */
const landed = (response: Response): Outcome | null =>
  parseRedirect(`https://shop.test/done?${new URLSearchParams(response as Record<string, string>)}`)

/** The ways in which a failure is reported: the script's callback, and the URL of the landing page. */
const bothWays = async (failure: Response): Promise<(Outcome | null)[]> => [
  await heardBack({ ...IDS, success: false, ...failure }),
  landed({ ...IDS, imp_success: 'false', ...failure }),
]

describe('S4: a failure of a gateway that decides later, or that reports failures of what was paid', () => {
  const DOUBTFUL = [
    ...['paypal', 'paypal_v2', 'payletter_global', 'paymentwall', 'kicc_v2', 'daou'],
    ...['paypal.merchant', 'daou.CPID'],
  ]
  const failure = { ...IDS, success: false, error_msg: '승인에 실패하였습니다' }
  const needed = {
    pay_method: undefined,
    currency: 'USD',
    buyer_name: 'Buyer Name',
    buyer_email: 'buyer@shop.test',
    merchant_uid: 'order1',
  }

  it('is doubt when PayPal looks at the payment first', async () => {
    const response = { ...IDS, success: false, error_msg: 'PAYMENT_PENDING', pg_provider: 'paypal' }
    const outcome = await heardBack(response, { pg: 'paypal', currency: 'USD' })
    expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true, retryable: false })
    expect(await heardBack(response)).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true })
    expect(landed({ ...IDS, imp_success: 'false', error_msg: 'PAYMENT_PENDING' })).toMatchObject({
      code: 'PAYMENT_FAILED',
      mayHavePaid: true,
    })
  })

  it.each(DOUBTFUL)('is doubt, by the gateway that was asked for: %s', async pg => {
    const pay_method = { paypal_v2: 'paypal', kicc_v2: 'wechat' }[pg]
    const outcome = await heardBack({ ...failure, merchant_uid: 'order1' }, { ...needed, pg, pay_method })
    expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true })
  })

  it.each(DOUBTFUL)('is doubt, by the gateway that is reported: %s', async pg_provider => {
    for (const outcome of await bothWays({ error_msg: '승인에 실패하였습니다', pg_provider }))
      expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true })
  })

  it('is doubt, by the gateway of the channel', async () => {
    const members = { ...needed, pg: undefined, channelKey: 'channel-key-1001' }
    const outcome = await heardBack({ ...failure, merchant_uid: 'order1' }, members, { provider: 'daou' })
    expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true })
  })

  it('is doubt where it says that the buyer cancelled, too', async () => {
    const error_msg = '사용자가 결제를 취소하셨습니다'
    for (const outcome of await bothWays({ error_msg, pg_provider: 'daou' }))
      expect(outcome).toMatchObject({ code: 'CANCELLED', mayHavePaid: true })
  })

  it.each(['kcp', 'html5_inicis', 'paypalx', 'daouu', 'kicc', 'payco'])(
    'is none at %s',
    async pg_provider => {
      for (const outcome of await bothWays({ error_msg: '한도초과', pg_provider }))
        expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: false })
    },
  )
})

describe('S5: the last moment of a virtual account, written out', () => {
  const account = { ...IDS, success: true, pay_method: 'vbank', status: 'ready', vbank_num: '110-000-001' }
  /** 2026-08-01 23:59:59 in Korea. */
  const seconds = Date.UTC(2026, 7, 1, 14, 59, 59) / 1000

  it.each([
    ['as a date of Korea', '2026-08-01 23:59:59'],
    ['as seconds', seconds],
    ['as seconds in a text', String(seconds)],
  ])('is seconds: %s', async (_, vbank_date) => {
    const response = { ...account, vbank_date }
    expect(await heardBack(response)).toMatchObject({ vbank_date: seconds, raw: { vbank_date } })
    expect(landed({ ...response, success: 'true', vbank_date: String(vbank_date) })).toMatchObject({
      vbank_date: seconds,
    })
  })

  it.each(['soon', '2026-02-30 23:59:59', '2026-08-01 24:61:00', '0000-00-00 00:00:00', '', null])(
    'is left out where it is none: %j',
    async vbank_date => {
      const outcome = await heardBack({ ...account, vbank_date })
      expect(outcome).toMatchObject({ vbank_num: '110-000-001' })
      expect(outcome).not.toHaveProperty('vbank_date')
    },
  )
})

describe('S6: the buyer cancelled', () => {
  it.each([
    ['KG이니시스, NHN KCP and others', '사용자가 결제를 취소하셨습니다'],
    ['KG이니시스 on phones', '사용자가 결제를 취소하였습니다.'],
    ['KG이니시스 on phones, by the app of a bank', '사용자에 의한 취소입니다.(091)'],
    ['a script of a phone', '[01] 사용자가 결제를 취소 하였습니다.'],
    [
      'a script of a phone, with its number',
      'F0005:결제가 중단되었습니다(imp_000000001001).01 | 사용자가 결제를 취소 하였습니다.',
    ],
    ['a WebView that loses the spaces', '사용자가결제를취소하였습니다'],
    ['NHN KCP', '[3001] 사용자 취소'],
    ['Danal', '사용자 요청에 의해 거래가 중단 되었습니다.'],
    ['KakaoPay', '[결제포기] 사용자가 결제를 취소하셨습니다'],
    ['Naver Pay', '결제를 취소하셨습니다. 주문 내용 확인 후 다시 결제해주세요.'],
    ['Toss Payments', '사용자에 의해 결제가 취소되었습니다.'],
    ['a billing key', '사용자가 빌링키 발급을 취소하였습니다.'],
    ['a code in the text', '[PAY_PROCESS_CANCELED] 다시 시도해주세요'],
  ])('%s: %s', async (_, error_msg) => {
    for (const outcome of await bothWays({ error_msg }))
      expect(outcome).toMatchObject({ code: 'CANCELLED', mayHavePaid: false })
  })

  it.each(['PAY_PROCESS_CANCELED', 'USER_CANCEL', 'PAY_CANCEL'])('by the code %s', async error_code => {
    for (const outcome of await bothWays({ error_code }))
      expect(outcome).toMatchObject({ code: 'CANCELLED', mayHavePaid: false })
  })

  it.each([
    ['nice', { error_code: 'STOP' }],
    ['nice.nictest00m', { error_code: 'STOP', error_msg: '결제를 진행하지 않음' }],
    ['nice', { error_code: 'F400', error_msg: '[STOP] 결제를 진행하지 않음' }],
    ['nice_v2', { error_code: 'F400', error_msg: '[1009] 결제를 진행하지 않음' }],
    ['nice_v2', { error_code: 'F400', error_msg: '1009' }],
  ])('by the code of one gateway: %s %j', async (pg, failure) => {
    const response = { ...IDS, success: false, ...failure }
    expect(await heardBack(response, { pg })).toMatchObject({ code: 'CANCELLED', mayHavePaid: false })
  })

  it.each([
    ['kcp', { error_code: 'F400', error_msg: '[STOP] 결제를 진행하지 않음' }],
    ['kcp', { error_code: 'F400', error_msg: '[1009] 결제를 진행하지 않음' }],
    ['nice_v2', { error_code: 'F400', error_msg: '[21009] 결제를 진행하지 않음' }],
    ['nice_v2', { error_code: 'F400', error_msg: '[2001] 결제를 진행하지 않음' }],
    ['nice', { error_code: 'F400', error_msg: 'NONSTOP 상품권 잔액 부족' }],
  ])('not by what only looks like that code: %s %j', async (pg, failure) => {
    const response = { ...IDS, success: false, ...failure }
    expect(await heardBack(response, { pg })).toMatchObject({ code: 'PAYMENT_FAILED' })
  })
})

describe('S6: what was cancelled by somebody else, or what could not be', () => {
  it.each([
    '한도초과로 승인이 취소되었습니다',
    '알 수 없는 이유로 결제가 중단되었습니다. 나이스페이로 문의해 주세요.',
    'F0005:결제가 중단되었습니다(imp_000000001001).01 | 정상적 인증 처리가 되지 않았습니다.',
    '[PAY_PROCESS_ABORTED] 계약된 결제수단이 아닙니다.',
    '결제 진행 중 승인에 실패하여 결제가 중단되었습니다.',
    '고객사 요청에 의해 결제를 중단합니다. (상세사유 : 재고 없음)',
    '통신사 서버 점검으로 결제가 취소 되었습니다',
    '시간 지연으로 거래가 자동 취소되었습니다',
    '상점서버나 통신에 문제가 있어 자동취소 되었습니다',
    '이미 취소된 거래입니다',
    '기취소거래',
    '취소불가 거래입니다',
    '승인취소 실패',
    '부분취소를 지원하지 않습니다',
    '결제를 취소하지 못했습니다',
    '휴대폰결제를 중단하였습니다',
    '주문이 취소될 수 있습니다',
  ])('%s', async error_msg => {
    for (const outcome of await bothWays({ error_msg }))
      expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED' })
  })

  it('the code of a payment that was refused, which Toss Payments tells from a cancelled one', async () => {
    for (const outcome of await bothWays({ error_code: 'PAY_PROCESS_ABORTED', error_msg: '한도초과' }))
      expect(outcome).toMatchObject({ code: 'PAYMENT_FAILED' })
  })
})

describe('S3 and S14: a phone comes back', () => {
  /** Begins a payment whose gateway leaves the page. Returns the address that the gateway has to go to. */
  const leaveFor = (members: object, options: object = {}): string => {
    let sentTo = ''
    const IMP = {
      init() {},
      request_pay: (params: { m_redirect_url: string }) => {
        sentTo = params.m_redirect_url
      },
    }
    Object.assign(window, { IMP })
    requestPay({ ...ORDER, ...members } as PayRequest, { ...SHOP, ...options })
    return sentTo
  }
  /** The document that the gateway sends the phone to: this tab remembers, and nothing else does. */
  const landAt = (sentTo: string, response: Record<string, string>): Promise<Outcome | null> => {
    const url = new URL(sentTo)
    for (const [key, value] of Object.entries(response)) url.searchParams.append(key, value)
    openNewDocument(url.href)
    return resumePay().catch((error: PayError) => error)
  }

  it.each([
    [
      'the flag and a text',
      'imp_success=false&error_msg=%EA%B2%B0%EC%A0%9C%EB%A5%BC+%EC%B7%A8%EC%86%8C%ED%95%98%EC%85%A8%EC%8A%B5%EB%8B%88%EB%8B%A4',
    ],
    ['the code of a cancelled payment', 'error_code=PAY_CANCEL'],
    ['the misspelt code', 'error_coe=PAY_CANCEL'],
    ['the flag alone', 'imp_success=false'],
    ['another flag', 'imp_status=false&kcp_action=pay'],
  ])('S3: pays again on the page of a cancelled payment, which had %s', async (_, query) => {
    pose(IPHONE)
    openNewDocument(`/done?imp_uid=imp_1&merchant_uid=order_1&${query}`)
    const sentTo = leaveFor({ merchant_uid: 'order_2', m_redirect_url: location.href })
    expect(await landAt(sentTo, { imp_uid: 'imp_2', merchant_uid: 'order_2' })).toMatchObject({
      via: 'redirect',
      imp_uid: 'imp_2',
      merchant_uid: 'order_2',
      startedHere: true,
    })
  })

  it.each([
    ['in m_redirect_url', () => ({ m_redirect_url: location.href }), () => ({})],
    ['in redirectUrl', () => ({}), () => ({ redirectUrl: location.href })],
    ['nowhere', () => ({}), () => ({})],
  ])('S3: pays on the page that a refused buyer was sent back to, named %s', async (_, members, options) => {
    pose(IPHONE)
    openNewDocument('/checkout?error_code=PAY_CANCEL&error_msg=no&imp_success=false')
    const sentTo = leaveFor(members(), options())
    expect(await landAt(sentTo, { imp_uid: 'imp_1', merchant_uid: 'order_1' })).toMatchObject({
      via: 'redirect',
      imp_uid: 'imp_1',
      startedHere: true,
    })
  })

  it('S3: hears of the second payment that it was cancelled, too', async () => {
    pose(IPHONE)
    openNewDocument('/done?imp_uid=imp_1&merchant_uid=order_1&error_code=PAY_CANCEL')
    const sentTo = leaveFor({ merchant_uid: 'order_2', m_redirect_url: location.href })
    const response = { imp_uid: 'imp_2', merchant_uid: 'order_2', imp_success: 'false' }
    expect(await landAt(sentTo, { ...response, error_code: 'PAY_CANCEL' })).toMatchObject({
      code: 'CANCELLED',
      merchant_uid: 'order_2',
    })
  })

  it('S14: is told which order it is where the landing only has the number of the payment', async () => {
    pose(IPHONE)
    const sentTo = leaveFor({ m_redirect_url: 'http://localhost:3000/done' })
    expect(await landAt(sentTo, { imp_uid: 'imp_1', imp_success: 'true' })).toMatchObject({
      via: 'redirect',
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      startedHere: true,
    })
  })

  it('S14: is told which order it is of a failure, too', async () => {
    pose(IPHONE)
    const sentTo = leaveFor({ m_redirect_url: 'http://localhost:3000/done' })
    const response = { imp_uid: 'imp_1', imp_success: 'false', error_msg: '한도초과' }
    expect(await landAt(sentTo, response)).toMatchObject({ code: 'PAYMENT_FAILED', merchant_uid: 'order_1' })
  })

  it('S14: has no order where another tab began it', async () => {
    pose(IPHONE)
    const outcome = await landAt('http://localhost:3000/done', { imp_uid: 'imp_1', imp_success: 'true' })
    expect(outcome).toMatchObject({
      via: 'redirect',
      imp_uid: 'imp_1',
      merchant_uid: '',
      startedHere: false,
    })
  })

  it('S14: keeps the order that the landing names', async () => {
    pose(IPHONE)
    const sentTo = leaveFor({ m_redirect_url: 'http://localhost:3000/done' })
    const response = { imp_uid: 'imp_1', merchant_uid: 'order_7', imp_success: 'true' }
    expect(await landAt(sentTo, response)).toMatchObject({ via: 'redirect', merchant_uid: 'order_7' })
  })
})
