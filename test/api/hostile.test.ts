// @vitest-environment jsdom
/** What nobody would pass, call or write, and somebody does. No payment hangs, lies or takes the page with it. */
import { type Issue, type PayRequest, parseRedirect, prepare, requestPay, resumePay } from 'iamport-checkout'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { goTo, PC, pose } from '../support/browser.ts'
import { kcpEscrow, order } from '../support/requests.ts'
import { leavePage, stubImp } from '../support/stub-imp.ts'

const shop = { userCode: 'imp12345678' }
/** A member that makes promises of things. */
const THEN = 'then'
const ids = { imp_uid: 'imp_1', merchant_uid: 'order_1' }

afterEach(() => {
  pose(PC)
  sessionStorage.clear()
  goTo('/')
})

/** How long this process has computed for something, in ms: a busy machine does not count. */
const costOf = async (run: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const pay = (request: object = {}, options: object = {}): Promise<unknown> =>
  requestPay({ ...order, ...ids, ...request } as typeof order, { ...shop, ...options }).catch(error => error)

describe('H13: what a link says', () => {
  const read = (keys: string) => parseRedirect(`https://shop.test/done?${new URLSearchParams(ids)}&${keys}`)

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://shop.test/1',
    'file:///etc/passwd',
    '//evil.test/1',
    'x',
  ])('has no receipt_url that is no address of the web: %s', receipt => {
    const payment = read(`imp_success=true&receipt_url=${encodeURIComponent(receipt)}`)
    expect(payment).toMatchObject(ids)
    expect(payment).not.toHaveProperty('receipt_url')
  })

  it.each(['https://receipt.test/1?a=b', 'http://receipt.test/1'])('but has one that is: %s', receipt => {
    const keys = `imp_success=true&receipt_url=${encodeURIComponent(receipt)}`
    expect(read(keys)).toMatchObject({ receipt_url: receipt })
  })

  it('nor has the callback’s', async () => {
    stubImp((_, call) => call({ ...ids, success: true, receipt_url: 'javascript:alert(1)' }))
    expect(await pay()).not.toHaveProperty('receipt_url')
  })

  it('is marked as a link’s, where this tab began no such payment', async () => {
    goTo(`/done?${new URLSearchParams(ids)}&imp_success=true&vbank_num=110-STRANGER`)
    expect(await resumePay()).toMatchObject({ via: 'redirect', startedHere: false })
  })
})

describe('H16: an address of a megabyte', () => {
  const long = 1_000_000
  const heaps: [what: string, keys: string][] = [
    ['keys without a value', '&a'.repeat(long / 2)],
    ['keys as long as ours', '&abcdefgh'.repeat(long / 9)],
    ['separators', '&'.repeat(long)],
    ['signs of equality', '='.repeat(long)],
    ['percent signs', '%'.repeat(long)],
    ['escapes', '%61'.repeat(long / 3)],
    ['escaped keys', '&%61bcd'.repeat(long / 7)],
    ['question marks', '?a&'.repeat(long / 3)],
    ['fragments', '#a?b&'.repeat(long / 5)],
    ['our own keys', '&error_msg=a'.repeat(long / 12)],
    ['one value', `&error_msg=${'a'.repeat(long)}`],
    // The beginnings of texts that are looked for, whose ends never come.
    ...['IMP.init()', '올바르지 않은 ', '주문번호', '이미 결제', '사용자가 ', 'already ', '결과', '응답'].map(
      (text): [string, string] => [
        `beginnings: ${text}`,
        `&error_code=X&error_msg=${text.repeat(long / 20 / text.length)}`,
      ],
    ),
    ['plus signs', `&a=${'+'.repeat(long)}`],
  ]
  const ours = new URLSearchParams(ids)

  // How long `resumePay` and a later payment take is measured in a browser (e2e/hostile-address.spec.ts): jsdom takes seconds for
  // the address alone.
  describe.each(heaps)('of %s', (_, heap) => {
    it.each([
      ['in the query', `/done?${ours}${heap}`],
      ['in the fragment', `/done?${ours}#?${heap}`],
      ['in the fragment, behind ours', `/done#/a?${ours}${heap}`],
      ['in a fragment that is no result', `/shop#${heap}`],
    ])('%s is read in a moment', async (__, path) => {
      expect(await costOf(() => parseRedirect(`https://shop.test${path}`))).toBeLessThan(500)
    })
  })
})

describe('H17: sixteen thousand lines of products', () => {
  const lines = 16_000
  it.each<[what: string, line: unknown]>([
    ['empty objects', {}],
    ['bad members', { orderNumber: '', name: 1, quantity: -1, amount: 'x' }],
    ['no objects', 1],
    ['holes', undefined],
  ])('of %s: all of them are told, in a moment', async (_, line) => {
    const request = { ...kcpEscrow, kcpProducts: Array(lines).fill(line) }
    let issues: readonly Issue[] = []
    const cost = await costOf(() => {
      issues = prepare(request as unknown as PayRequest).issues
    })
    expect(cost).toBeLessThan(1_500)
    expect(issues.filter(({ path }) => path.startsWith('kcpProducts['))).not.toEqual([])
    expect(new Set(issues.map(({ path }) => path.split('.')[0])).size).toBeGreaterThanOrEqual(lines)
  })
})

describe('H18: a request that changes its mind between the validation and the script', () => {
  /** What the script gets to send: it makes JSON of it. */
  const sent = async (request: object): Promise<Record<string, unknown> | undefined> => {
    let json: string | undefined
    stubImp((params, call) => {
      json = JSON.stringify(params)
      call({ ...ids, success: true })
    })
    await pay(request)
    return json === undefined ? undefined : JSON.parse(json)
  }
  const cheap = { ...order, ...ids, amount: 1 }

  it.each<[what: string, request: object]>([
    ['toJSON of its own', { toJSON: () => cheap }],
    ['a function', { amount: 14_000, pay: () => 1 }],
    ['a nested toJSON', { custom_data: { cart: 1, toJSON: () => 'other' } }],
    ['a list with one', { kcpProducts: Object.assign([], { toJSON: () => [] }) }],
    ['a date', { custom_data: new Date(0) }],
  ])('%s: what was validated is what is sent', async (_, request) => {
    const got = await sent(request)
    if (!got) return
    expect(got['amount']).toBe(order.amount)
    expect(got['merchant_uid']).toBe(ids.merchant_uid)
    expect(JSON.stringify(got)).not.toContain('other')
  })

  it('an amount with a toJSON is no amount', () => {
    const amount = Object.assign(Object(14_000), { toJSON: () => 1 })
    const { issues } = prepare({ ...order, amount } as unknown as PayRequest)
    expect(issues).toContainEqual(expect.objectContaining({ level: 'error', path: 'amount' }))
  })

  it('a getter is asked once', async () => {
    let asked = 0
    const request = Object.defineProperty({}, 'amount', {
      enumerable: true,
      get: () => (asked++ ? 1 : order.amount),
    })
    let json = ''
    stubImp((params, call) => {
      json = JSON.stringify(params)
      call({ ...ids, success: true })
    })
    const rest = { ...order, ...ids } as Partial<typeof order>
    delete rest.amount
    await requestPay(
      Object.defineProperties(rest, Object.getOwnPropertyDescriptors(request)) as typeof order,
      shop,
    )
    expect(JSON.parse(json).amount).toBe(order.amount)
  })

  it('has no function in what the script gets', async () => {
    let params: object = {}
    stubImp((given, call) => {
      params = { ...given }
      call({ ...ids, success: true })
    })
    await pay({ custom_data: { cart: [1], run: () => 1 }, more: () => 1 })
    const functions = (value: unknown): boolean =>
      typeof value === 'function' ||
      (!!value && typeof value === 'object' && Object.values(value).some(functions))
    expect(functions(params)).toBe(false)
  })
})

describe('H19: numbers that are none', () => {
  const issuesOf = (request: object, path: string) =>
    prepare({ ...order, ...request } as PayRequest).issues.filter(issue => issue.path === path)

  it.each<[what: string, request: object]>([
    ['more than two decimals', { pg: 'eximbay', currency: 'USD', amount: 10.001 }],
    ['what adding made of two decimals', { pg: 'eximbay', currency: 'USD', amount: 0.1 + 0.2 }],
    ['above the safe whole numbers', { amount: 2 ** 53 }],
    ['far above them', { amount: 1e21 }],
  ])('an amount with %s is warned of or refused', (_, request) =>
    expect(issuesOf(request, 'amount')).not.toEqual([]),
  )

  it.each([14_000, 1, 10.5, 10.05, 0.29, 1_234.56])('%s is an amount in dollars', amount =>
    expect(issuesOf({ pg: 'eximbay', currency: 'USD', amount, buyer_name: 'a' }, 'amount')).toEqual([]),
  )

  it.each(['null', 'undefined', 'NaN', '[object Object]', 'order\n1', 'order\u0000', '\u202eorder', 'a\tb'])(
    'the merchant_uid %j is warned of or refused',
    merchant_uid => expect(issuesOf({ merchant_uid }, 'merchant_uid')).not.toEqual([]),
  )
})

describe('H20: a callback that is about another order', () => {
  it.each<[what: string, response: object]>([
    ['paid', { success: true, imp_uid: 'imp_0', merchant_uid: 'order_0' }],
    ['refused', { success: false, imp_uid: 'imp_0', merchant_uid: 'order_0', error_msg: '한도초과' }],
    ['cancelled', { merchant_uid: 'order_0', error_code: 'PAY_CANCEL' }],
    ['paid, by the names of newer scripts', { txId: 'imp_0', paymentId: 'order_0' }],
  ])('%s is no end of this one, and what comes then is', async (_, response) => {
    let callback: (response: unknown) => void = () => {}
    stubImp((__, call) => {
      callback = call
    })
    let ended: unknown
    const payment = pay().then(it => {
      ended = it
    })
    callback(response)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(ended).toBeUndefined()
    callback({ ...ids, success: true })
    await payment
    expect(ended).toMatchObject(ids)
  })

  it.each<[what: string, response: object]>([
    ['without a number', { success: true, imp_uid: 'imp_1' }],
    ['with an empty one', { success: true, imp_uid: 'imp_1', merchant_uid: '' }],
    ['with the number as a number', { success: true, imp_uid: 'imp_1', merchant_uid: 17 }],
  ])('one %s is this payment’s', async (_, response) => {
    stubImp((__, call) => call(response))
    expect(await pay({ merchant_uid: '17' })).toMatchObject({ imp_uid: 'imp_1', merchant_uid: '17' })
  })
})

/** The next payment is not BUSY, and is paid. */
const expectNext = async (): Promise<void> => {
  Object.assign(window, {
    IMP: {
      init() {},
      request_pay: (_: object, call: (it: object) => void) =>
        call({ success: true, imp_uid: 'imp_2', merchant_uid: 'order_2' }),
    },
  })
  expect(await pay({ merchant_uid: 'order_2' })).toMatchObject({ imp_uid: 'imp_2' })
}

describe('H11: what should not be', () => {
  it.each<[what: string, signal: () => object]>([
    [
      'that calls its listener at once',
      () => ({
        aborted: false,
        addEventListener: (_: string, act: () => void) => act(),
        removeEventListener() {},
      }),
    ],
    [
      'that fires while it is listened to',
      () => {
        const controller = new AbortController()
        const add = controller.signal.addEventListener
        controller.signal.addEventListener = (...args: Parameters<typeof add>) => {
          add.apply(controller.signal, args)
          controller.abort()
        }
        return controller.signal
      },
    ],
    [
      'that fires before it is listened to',
      () => {
        const controller = new AbortController()
        controller.signal.addEventListener = () => controller.abort()
        return controller.signal
      },
    ],
    [
      'that throws when it is listened to no more',
      () => {
        const controller = new AbortController()
        controller.signal.removeEventListener = () => {
          throw new Error('mine')
        }
        setTimeout(() => controller.abort())
        return controller.signal
      },
    ],
  ])(
    'a signal %s: ABORTED, and the next one is paid',
    async (_, signal) => {
      stubImp()
      expect(await pay({}, { signal: signal() })).toMatchObject({ code: 'ABORTED' })
      await expectNext()
    },
    5_000,
  )

  it.each<[what: string, signal: () => object]>([
    [
      'that can’t be listened to',
      () => ({
        aborted: false,
        addEventListener() {
          throw new Error('mine')
        },
        removeEventListener() {},
      }),
    ],
    [
      'that can be looked at but once',
      () => {
        let looks = 0
        return Object.defineProperty({ addEventListener() {}, removeEventListener() {} }, 'aborted', {
          get() {
            if (looks++) throw new Error('mine')
            return false
          },
        })
      },
    ],
  ])(
    'a signal %s: INVALID_OPTIONS, and the same order is paid by the next call',
    async (_, signal) => {
      stubImp()
      expect(await pay({}, { signal: signal() })).toMatchObject({
        code: 'INVALID_OPTIONS',
        mayHavePaid: false,
      })
      await expectNext()
    },
    5_000,
  )

  /** An object that can't be looked at. */
  const untouchable = (): object => {
    const fail = () => {
      throw new Error('hands off')
    }
    return new Proxy(
      {},
      { get: fail, has: fail, getPrototypeOf: fail, ownKeys: fail, getOwnPropertyDescriptor: fail },
    )
  }
  const revoked = (): object => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  }
  const badly = (name: string): object =>
    Object.defineProperty(new Error('x'), name, {
      get() {
        throw new Error('hands off')
      },
    })

  it.each<[what: string, thrown: () => unknown]>([
    ['whose name can’t be read', () => badly('name')],
    ['whose message can’t be read', () => badly('message')],
    [
      'that says that it is a PayError and isn’t',
      () => Object.assign(new Error('x'), { name: 'PayError', mayHavePaid: 0 }),
    ],
    ['that can’t be touched', untouchable],
    ['that has been revoked (H25)', revoked],
    ['that is null', () => null],
    ['that is a function', () => () => {}],
  ])('something thrown %s: ends, and the next one is paid', async (_, thrown) => {
    stubImp(() => {
      throw thrown()
    })
    expect(await pay()).toMatchObject({ name: 'PayError', code: 'SDK_ERROR' })
    await expectNext()
  })

  it.each<[what: string, response: () => unknown]>([
    ['that can’t be touched', untouchable],
    ['that has been revoked', revoked],
  ])('a response %s: ends in doubt, and the next one is paid', async (_, response) => {
    stubImp((__, call) => call(response()))
    expect(await pay()).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true })
    await expectNext()
  })

  it.each<[what: string, imp: () => object]>([
    ['that has every member', () => new Proxy({}, { get: () => () => {} })],
    [
      'that has every member, and each can be called again',
      () => new Proxy(() => {}, { get: (_, __, self) => self, apply: () => {} }),
    ],
    ['that also has a then (H25)', () => ({ init() {}, request_pay() {}, [THEN]: () => {} })],
    [
      'whose then calls back with itself',
      () => {
        const imp: object = {
          init() {},
          request_pay() {},
          [THEN]: (resolve: (it: unknown) => void) => resolve(imp),
        }
        return imp
      },
    ],
    [
      'whose then throws',
      () => ({
        init() {},
        request_pay() {},
        get [THEN]() {
          throw new Error('mine')
        },
      }),
    ],
  ])('an IMP %s: ends, and the next one is paid', async (_, imp) => {
    vi.useFakeTimers()
    try {
      leavePage()
      Object.assign(window, { IMP: imp() })
      const payment = pay({}, { openTimeout: 300 })
      let hasEnded = false
      void payment.then(() => {
        hasEnded = true
      })
      await vi.advanceTimersByTimeAsync(40_000)
      expect(hasEnded).toBe(true)
    } finally {
      vi.useRealTimers()
    }
    await expectNext()
  })
})

describe('H22: two results of one payment', () => {
  it('the second success is told once', async () => {
    const late: unknown[] = []
    stubImp((_, call) => {
      call({ ...ids, success: true })
      setTimeout(call, 0, { ...ids, imp_uid: 'imp_9', success: true })
    })
    await pay({}, { onLateResult: (it: unknown) => late.push(it) })
    await expect.poll(() => late).toMatchObject([{ imp_uid: 'imp_9' }])
  })
})
