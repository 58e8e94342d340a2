/** PortOne's REST API, asked so that every answer is its own word or an error that says what happened. */
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createPayments,
  createPortOne,
  memoryOrders,
  type PortOne,
  PortOneError,
} from '../../src/server/index.ts'
import { createPortOneApi, envelope, hang, html, KEY, payment, SECRET } from '../support/portone-api.ts'
import { createShop } from './support.ts'

const keys = { key: KEY, secret: SECRET }
const setUp = (options = {}) => {
  const api = createPortOneApi([payment()])
  const portone = createPortOne({ ...keys, fetch: api.fetch, ...options })
  return { api, portone }
}

describe('the token', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is kept until its last minute', async () => {
    const { api, portone } = setUp()
    for (let i = 0; i < 3; i += 1) await portone.findPayment('imp_1')
    expect(api.tokens()).toBe(1)
    vi.setSystemTime(Date.now() + 1739_000)
    await portone.findPayment('imp_1')
    expect(api.tokens()).toBe(1)
    vi.setSystemTime(Date.now() + 2_000)
    await portone.findPayment('imp_1')
    expect(api.tokens()).toBe(2)
  })

  it('is asked for once by many', async () => {
    const { api, portone } = setUp()
    await Promise.all(Array.from({ length: 50 }, () => portone.findPayment('imp_1')))
    expect(api.tokens()).toBe(1)
  })

  it('in its last minute is used, and not kept', async () => {
    const { api, portone } = setUp()
    api.lifetime = 30
    await portone.findPayment('imp_1')
    await portone.findPayment('imp_1')
    expect(api.tokens()).toBe(2)
  })

  it('of unknown life is kept for half an hour', async () => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) =>
      path === '/users/getToken' ? envelope({ access_token: 'token-1' }) : undefined
    await portone.findPayment('imp_1')
    vi.setSystemTime(Date.now() + 1700_000)
    await portone.findPayment('imp_1')
    expect(api.tokens()).toBe(1)
  })

  it('that is refused is asked for once more', async () => {
    const { api, portone } = setUp()
    await portone.findPayment('imp_1')
    api.token = 'token-2'
    const all = await Promise.all(Array.from({ length: 20 }, () => portone.findPayment('imp_1')))
    expect(all.every(it => it?.status === 'paid')).toBe(true)
    expect(api.tokens()).toBe(2)
    api.token = 'token-3'
    // A call that writes as well: refused, it did nothing.
    await portone.cancel({ imp_uid: 'imp_1', amount: 1, checksum: 14_000, reason: 'r' })
    expect(api.payments[0]).toMatchObject({ cancel_amount: 1 })
  })

  it('that is refused twice is an error', async () => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) =>
      path === '/users/getToken'
        ? undefined
        : envelope(null, { status: 401, code: -1, message: 'Unauthorized' })
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      status: 401,
      retryable: false,
    })
    expect(api.calls).toHaveLength(4)
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no token', {}],
    ['a token that is no text', { access_token: 5 }],
    ['an empty token', { access_token: '' }],
  ])('that is %s is no answer', async (_, response) => {
    const { api, portone } = setUp()
    api.trouble = () => envelope(response)
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({ code: 'NO_ANSWER' })
  })

  it('that couldn’t be had is asked for again by the next call', async () => {
    const { api, portone } = setUp()
    api.trouble = () => envelope(null, { code: 1, message: 'no' })
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({ code: 'REFUSED' })
    api.trouble = undefined
    expect(await portone.findPayment('imp_1')).toMatchObject({ status: 'paid' })
  })

  it('goes by the header Authorization, and the keys only to where tokens are', async () => {
    const { api, portone } = setUp()
    await portone.findPayment('imp_1')
    const [first, second] = api.calls
    expect(first?.body).toEqual({ imp_key: KEY, imp_secret: SECRET })
    expect(first?.headers.get('authorization')).toBe(null)
    expect(second?.headers.get('authorization')).toBe('Bearer token-1')
    expect(second?.body).toEqual({})
  })
})

describe('what an answer means', () => {
  const answers: [string, () => Response | Promise<Response>, object][] = [
    [
      'a refusal',
      () => envelope(null, { code: 1, message: '이미 취소' }),
      { code: 'REFUSED', status: 200, portoneCode: 1, portoneMessage: '이미 취소', retryable: false },
    ],
    [
      'a wrong parameter',
      () => envelope(null, { status: 400, code: -1, message: 'from' }),
      { code: 'REFUSED', status: 400, retryable: false },
    ],
    ['an error with code 0', () => envelope(null, { status: 409 }), { code: 'REFUSED', status: 409 }],
    [
      'an unknown thing',
      () => envelope(null, { status: 404, code: -1, message: 'none' }),
      { code: 'NOT_FOUND', status: 404, retryable: false },
    ],
    ['a proxy’s 404', () => html(404), { code: 'NO_ANSWER', status: 404, retryable: true }],
    ['HTML', () => html(200), { code: 'NO_ANSWER', status: 200 }],
    ['null', () => new Response('null'), { code: 'NO_ANSWER', status: 200 }],
    [
      'a redirect',
      () => new Response(null, { status: 307, headers: { location: '/x' } }),
      { code: 'NO_ANSWER', status: 307 },
    ],
    [
      'too much',
      () => new Response(`{"code":0,"response":"${'x'.repeat(1_000_000)}"}`),
      { code: 'NO_ANSWER' },
    ],
    [
      'busy',
      () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
      { code: 'UNAVAILABLE', status: 429, retryAfter: 3, retryable: true },
    ],
    [
      'down',
      () => envelope(null, { status: 500, code: -1, message: '서버' }),
      { code: 'UNAVAILABLE', status: 500, portoneMessage: '서버' },
    ],
    ['a bad gateway', () => html(502), { code: 'UNAVAILABLE', status: 502 }],
    ['forbidden', () => html(403), { code: 'UNAUTHORIZED', status: 403 }],
    [
      'no connection',
      () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })),
      { code: 'UNREACHABLE', retryable: true },
    ],
    ['something else than an error', () => Promise.reject('no'), { code: 'UNREACHABLE' }],
  ]
  it.each(answers)('%s', async (_, answer, expected) => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : answer())
    const error = await portone.request<PortOneError>('GET', '/payments/imp_1').catch(it => it)
    expect(error).toBeInstanceOf(PortOneError)
    expect(error).toMatchObject({
      name: 'PortOneError',
      call: 'GET /payments/imp_1',
      mayHaveHappened: false,
      ...expected,
    })
    expect(error.message).toContain('GET /payments/imp_1')
  })

  it('207 has what was found', async () => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) =>
      path === '/users/getToken' ? undefined : envelope([payment()], { status: 207 })
    expect(await portone.request('GET', '/payments?imp_uid[]=imp_1')).toHaveLength(1)
  })

  it('a body of 1 MB of many characters is read, and never by half a character', async () => {
    const { api, portone } = setUp()
    const text = '가'.repeat(300_000)
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : envelope(text))
    expect(await portone.request('GET', '/x')).toBe(text)
  })

  it('a test double without streams is read as well', async () => {
    const { api, portone } = setUp()
    const bare = (body: string) =>
      ({
        ok: true,
        status: 200,
        type: 'default',
        headers: new Headers(),
        body: null,
        text: async () => body,
      }) as Response
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : bare('{"code":0,"response":1}'))
    expect(await portone.request('GET', '/x')).toBe(1)
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : bare('x'.repeat(1_000_001)))
    await expect(portone.request('GET', '/x')).rejects.toMatchObject({ code: 'NO_ANSWER' })
  })

  it.each([
    ['500', () => html(500), true],
    ['HTML', () => html(200), true],
    ['no connection', () => Promise.reject(new TypeError('reset')), true],
    ['429', () => html(429), false],
    ['a refusal', () => envelope(null, { code: 1 }), false],
    ['401', () => envelope(null, { status: 401, code: -1 }), false],
    ['401 of a proxy, behind which PortOne may have worked', () => html(401), true],
    ['403 of a proxy', () => html(403), true],
  ])('after %s a call that writes may have happened: %#', async (_, answer, mayHaveHappened) => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : answer())
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const error = await portone.request<PortOneError>(method, '/x', {}).catch(it => it)
      expect(error).toMatchObject({ mayHaveHappened })
      if (mayHaveHappened) expect(error.retryable).toBe(false)
    }
  })
})

describe('a second try', () => {
  it.each([
    ['500', () => html(500)],
    ['HTML', () => html(200)],
    ['no connection', () => Promise.reject(new TypeError('reset'))],
  ])('is given to a call that only reads, after %s', async (_, answer) => {
    const { api, portone } = setUp()
    let failed = false
    api.trouble = ({ path }) => {
      if (failed || path === '/users/getToken') return undefined
      failed = true
      return answer()
    }
    expect(await portone.findPayment('imp_1')).toMatchObject({ status: 'paid' })
  })

  it('is given to the token as well', async () => {
    const { api, portone } = setUp()
    let failed = false
    api.trouble = () => {
      if (failed) return undefined
      failed = true
      return html(500)
    }
    expect(await portone.findPayment('imp_1')).toMatchObject({ status: 'paid' })
  })

  it('is no third', async () => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : html(500))
    await expect(portone.findPayment('imp_1')).rejects.toThrow()
    expect(api.asked()).toHaveLength(2)
  })

  it('is given to nothing that writes, nor after a refusal, nor where a pause was asked for', async () => {
    const { api, portone } = setUp()
    const answers = [
      () => html(500),
      () => envelope(null, { code: 1 }),
      () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
    ]
    for (const [index, answer] of answers.entries()) {
      api.calls.length = 0
      api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : answer())
      const call = index === 0 ? portone.request('POST', '/x', {}) : portone.request('GET', '/x')
      await expect(call).rejects.toThrow()
      expect(api.asked()).toHaveLength(1)
    }
  })
})

describe('a time limit', () => {
  it.each([
    ['the token', ''],
    ['the call', 'token'],
  ])('ends what hangs in %s', async (_, passes) => {
    const { api, portone } = setUp({ timeout: 60 })
    let signal: AbortSignal | undefined
    api.trouble = (call, it) => {
      if (passes && call.path === '/users/getToken') return undefined
      signal = it
      return hang(call, it)
    }
    const error = await portone.findPayment('imp_1').catch(it => it)
    expect(error).toMatchObject({ code: 'TIMEOUT', call: expect.any(String), mayHaveHappened: false })
    await vi.waitFor(() => expect(signal?.aborted).toBe(true))
  })

  it('ends a body that hangs, and a fetch that knows no signals', async () => {
    const { api, portone } = setUp({ timeout: 60 })
    api.trouble = ({ path }) =>
      path === '/users/getToken'
        ? undefined
        : new Response(new ReadableStream({ start: it => it.enqueue(new Uint8Array(1)) }))
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({ code: 'TIMEOUT' })
    api.trouble = () => new Promise(() => {})
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  it('of a call that writes says that it may have happened', async () => {
    const { api, portone } = setUp()
    api.trouble = call => (call.path === '/users/getToken' ? undefined : hang(call, undefined))
    const call = portone.request('POST', '/x', {}, { timeout: 30 })
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', mayHaveHappened: true, retryable: false })
  })

  it('is a signal as well, that has fired or will', async () => {
    const { api, portone } = setUp()
    await expect(portone.findPayment('imp_1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'TIMEOUT',
    })
    expect(api.calls).toEqual([])
    api.trouble = hang
    const controller = new AbortController()
    const call = portone.findPayment('imp_1', { signal: controller.signal })
    setTimeout(() => controller.abort(), 10)
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  it('that ends while the token is waited for lets nothing happen afterwards', async () => {
    const { api, portone } = setUp()
    api.trouble = async ({ path }) => {
      if (path === '/users/getToken') await new Promise(resolve => setTimeout(resolve, 60))
      return undefined
    }
    const body = { imp_uid: 'imp_1', amount: 1, checksum: 14_000, reason: 'r' }
    await expect(portone.cancel(body, { timeout: 20 })).rejects.toMatchObject({ code: 'TIMEOUT' })
    await new Promise(resolve => setTimeout(resolve, 80))
    expect(api.asked()).toEqual([])
  })
})

describe('what is sent', () => {
  const inits: RequestInit[] = []
  const recorded = (options = {}) => {
    inits.length = 0
    const api = createPortOneApi([payment()])
    const fetch = async (input: string, init: RequestInit = {}) => {
      inits.push({ ...init, address: input } as RequestInit)
      return api.fetch(input, init)
    }
    return createPortOne({ ...keys, fetch, ...options })
  }

  it('follows no redirect and is cached by nobody', async () => {
    await recorded().findPayment('imp_1')
    for (const init of inits) expect(init).toMatchObject({ redirect: 'manual', cache: 'no-store' })
  })

  it('goes to the address that is given, with or without a slash at its end', async () => {
    for (const api of ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/', new URL('http://127.0.0.1:4000')]) {
      await recorded({ api }).findPayment('imp_1')
      expect(inits[1]).toMatchObject({ address: 'http://127.0.0.1:4000/payments/imp_1' })
    }
    await recorded().findPayment('imp_1')
    expect(inits[0]).toMatchObject({ address: 'https://api.iamport.kr/users/getToken' })
  })

  it('uses the global fetch of the moment', async () => {
    const { fetch } = createPortOneApi([payment()])
    const portone = createPortOne(keys)
    vi.stubGlobal('fetch', fetch)
    try {
      expect(await portone.findPayment('imp_1')).toMatchObject({ status: 'paid' })
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('is no path that goes elsewhere', async () => {
    const { api, portone } = setUp()
    for (const id of ['.', '..', '', ' ', '\ud800', 5 as never]) {
      await expect(portone.findPayment(id)).rejects.toMatchObject({ code: 'INVALID' })
    }
    for (const path of ['payments/imp_1', 'https://elsewhere.test/', undefined as never]) {
      await expect(portone.request('GET', path)).rejects.toMatchObject({ code: 'INVALID' })
    }
    expect(api.calls).toEqual([])
  })
})

describe('the calls', () => {
  it('findPayment: null for none, and for a test channel’s unless tests count', async () => {
    const { api, portone } = setUp()
    expect(await portone.findPayment('imp_2')).toBe(null)
    api.payments.push(payment({ imp_uid: 'imp_t', sandbox: true }))
    expect(await portone.findPayment('imp_t')).toBe(null)
    const tested = createPortOne({ ...keys, fetch: api.fetch, test: true })
    expect(await tested.findPayment('imp_t')).toMatchObject({ sandbox: true })
  })

  it('findPayment: what comes without `sandbox` is real, unless tests count', async () => {
    const { api, portone } = setUp()
    delete api.payments[0]!.sandbox
    expect(await portone.findPayment('imp_1')).toMatchObject({ sandbox: false })
    const tested = createPortOne({ ...keys, fetch: api.fetch, test: true })
    expect(await tested.findPayment('imp_1')).not.toHaveProperty('sandbox')
  })

  it.each<[string, unknown]>([
    ['another payment', payment({ imp_uid: 'imp_2' })],
    ['a list', [payment()]],
    ['text', 'paid'],
    ['a payment of no order', { imp_uid: 'imp_1', status: 'paid' }],
  ])('findPayment: %s is no answer', async (_, response) => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : envelope(response))
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({ code: 'NO_ANSWER' })
  })

  it('findPayments, listPayments: pages', async () => {
    const { api, portone } = setUp()
    api.payments.push(...Array.from({ length: 120 }, (_, index) => payment({ imp_uid: `imp_x${index}` })))
    expect(await portone.findPayments('order_1')).toHaveLength(121)
    expect(await portone.findPayments('order_2')).toEqual([])
    const now = Math.ceil(Date.now() / 1000)
    const pages: number[] = []
    for await (const page of portone.listPayments('paid', { from: now - 100, to: now }))
      pages.push(page.length)
    expect(pages).toEqual([100, 21])
    for await (const _ of portone.listPayments('failed', { from: now - 100, to: now }))
      throw new Error('none failed')
  })

  it('listPayments: 400 and 404 are empty lists', async () => {
    const { api, portone } = setUp()
    for (const status of [400, 404]) {
      api.trouble = ({ path }) =>
        path === '/users/getToken' ? undefined : envelope(null, { status, code: -1 })
      const list = portone.listPayments('paid', { from: 1, to: 2 })
      expect(await list.next()).toEqual({ done: true, value: undefined })
    }
  })

  it('listPayments: a 400 of a proxy is no empty list', async () => {
    const { api, portone } = setUp()
    api.trouble = ({ path }) => (path.includes('/status/') ? html(400) : undefined)
    await expect(portone.listPayments('paid', { from: 1, to: 2 }).next()).rejects.toMatchObject({
      code: 'NO_ANSWER',
      status: 400,
    })
  })

  it('cancel: the payment as it is then, or null', async () => {
    const { api, portone } = setUp()
    const body = { imp_uid: 'imp_1', amount: 4000, checksum: 14_000, reason: '부분' }
    expect(await portone.cancel(body)).toMatchObject({ status: 'cancelled', cancel_amount: 4000 })
    await expect(portone.cancel(body)).rejects.toMatchObject({ code: 'REFUSED' })
    api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : envelope(null))
    expect(await portone.cancel(body)).toBe(null)
  })

  it.each([Number.NaN, 0, null, undefined, -1, '4000', Number.POSITIVE_INFINITY])(
    'cancel: refuses %s unsent, which PortOne could take for all of it',
    async value => {
      const { api, portone } = setUp()
      const body = { imp_uid: 'imp_1', amount: 4000, checksum: 14_000, reason: '부분' }
      for (const name of ['amount', 'checksum']) {
        await expect(portone.cancel({ ...body, [name]: value } as never)).rejects.toMatchObject({
          code: 'INVALID',
          message: expect.stringContaining(name),
        })
      }
      expect(api.calls).toEqual([])
    },
  )

  it('prepare and findPrepared', async () => {
    const { portone } = setUp()
    const amount = { merchant_uid: 'order_1', amount: 14_000, currency: 'KRW' }
    expect(await portone.findPrepared('order_1')).toBe(null)
    await portone.prepare(amount)
    expect(await portone.findPrepared('order_1')).toEqual(amount)
    await portone.prepare({ ...amount, amount: 9000 }, { method: 'PUT' })
    expect(await portone.findPrepared('order_1')).toMatchObject({ amount: 9000 })
  })

  it('request: any other', async () => {
    const { api, portone } = setUp()
    expect(await portone.request('POST', '/subscribe/payments/again', { amount: 1 })).toEqual({
      asked: '/subscribe/payments/again',
    })
    expect(api.calls.at(-1)).toMatchObject({ method: 'POST', body: { amount: 1 } })
    expect(api.calls.at(-1)?.headers.get('content-type')).toBe('application/json')
  })
})

describe('keys and secrets', () => {
  const orders = memoryOrders()
  it.each([
    ['', SECRET],
    [KEY, ''],
    [undefined, undefined],
    [' ', ' '],
  ])('missing (%j, %j) are told when PortOne is asked, and not before', async (key, secret) => {
    const { fetch, calls } = createPortOneApi()
    const payments = createPayments({ key, secret, orders, fetch })
    const error = await payments.portone.findPayment('imp_1').catch(it => it)
    expect(error).toMatchObject({ code: 'UNAUTHORIZED', retryable: false })
    expect(error.message).toMatch(/IMP_KEY/)
    expect(calls).toEqual([])
  })

  it('wrong are told, with the status', async () => {
    const { fetch } = createPortOneApi()
    const portone = createPortOne({ key: KEY, secret: 'another', fetch })
    await expect(portone.findPayment('imp_1')).rejects.toMatchObject({ code: 'UNAUTHORIZED', status: 401 })
  })

  /** All that a log could show of a value. */
  const shown = (value: unknown): string => {
    const seen: string[] = []
    for (let it = value; it; it = (it as PortOneError).cause) {
      const { message, stack } = it as Error
      seen.push(
        String(it),
        message,
        String(stack),
        JSON.stringify(it),
        inspect(it, { depth: 20, showHidden: true }),
      )
    }
    return seen.join('\n')
  }
  const SPECIAL = 'sec"ret/with+signs'

  it.each<[string, (portone: PortOne, api: ReturnType<typeof createPortOneApi>) => Promise<unknown>]>([
    ['an answer that quotes the secret', portone => portone.findPayment('imp_1')],
    [
      'a fetch that hangs the request on its error',
      (portone, api) => {
        api.trouble = call => {
          throw Object.assign(
            new Error(`failed: ${JSON.stringify(call.body)} ${call.headers.get('authorization')}`),
            {
              config: call,
              request: { body: call.body, headers: [...call.headers] },
              code: `E_${SECRET}`,
              cause: { code: SECRET, body: call.body },
            },
          )
        }
        return portone.findPayment('imp_1')
      },
    ],
    [
      'an answer that quotes the token',
      (portone, api) => {
        api.trouble = ({ path, headers }) =>
          path === '/users/getToken'
            ? undefined
            : envelope(null, { code: 1, message: `bad token ${headers.get('authorization')}` })
        return portone.findPayment('imp_1')
      },
    ],
    [
      'a path with the secret in it',
      (portone, api) => {
        api.trouble = ({ path }) => (path === '/users/getToken' ? undefined : html())
        return portone.request('GET', `/payments/${encodeURIComponent(SECRET)}?${SPECIAL}`)
      },
    ],
    [
      'a call that times out',
      (portone, api) => {
        api.trouble = hang
        return portone.request('POST', `/payments/${SECRET}`, { secret: SECRET }, { timeout: 20 })
      },
    ],
  ])('are in nothing that can be logged of %s', async (title, act) => {
    const api = createPortOneApi()
    api.token = 'token-that-nobody-may-see'
    for (const secret of [SECRET, SPECIAL]) {
      const portone = createPortOne({
        key: title.startsWith('an answer that quotes the secret') ? 'wrong-key' : KEY,
        secret,
        fetch: api.fetch,
      })
      const error = await act(portone, api).catch(it => it)
      expect(error).toBeInstanceOf(PortOneError)
      const text = shown(error)
      for (const word of [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        'wrong-key',
        api.token,
      ]) {
        expect(text).not.toContain(word)
      }
    }
  })

  it('are in nothing that can be logged of the objects themselves', async () => {
    const { payments } = createShop()
    await payments.settle({ merchant_uid: 'order_1' })
    for (const value of [payments, payments.portone]) {
      const text = `${JSON.stringify(value)} ${inspect(value, { depth: 20, showHidden: true })}`
      for (const word of [KEY, SECRET, 'token-1']) expect(text).not.toContain(word)
    }
  })

  it('are in no error of a call whose token was followed by another', async () => {
    const { api, portone } = setUp()
    api.token = 'token-that-was-first'
    let end = () => {}
    api.trouble = ({ path, headers }) =>
      path === '/slow'
        ? new Promise((_, reject) => {
            end = () => reject(new Error(`failed with ${headers.get('authorization')}`))
          })
        : undefined
    const slow = portone.request('POST', '/slow', {}).catch(it => it)
    await vi.waitFor(() => expect(api.asked()).toHaveLength(1))
    api.token = 'token-that-came-second'
    await portone.findPayment('imp_1')
    end()
    const text = shown(await slow)
    expect(text).toContain('failed with')
    expect(text).not.toContain('token-that')
  })

  it('are in no error about an address with a password in it', () => {
    for (const api of [
      'https://user:pass-word@api.test',
      'user:pass-word@api.test',
      'ftp://u:pass-word/@a',
    ]) {
      const make = () => createPortOne({ ...keys, api })
      expect(make).toThrow(/^api: expected/)
      expect(make).not.toThrow(/pass-word/)
    }
  })

  it('of the wrong type are not shown either', () => {
    const make = (options: object) => () => createPortOne({ ...keys, ...options } as never)
    expect(make({ secret: { value: SECRET } })).toThrow(/^secret: expected text, got "object"$/)
    expect(make({ key: 12_345 })).not.toThrow(/12345/)
  })
})

describe('options', () => {
  const orders = memoryOrders()
  it.each<[string, object | null, RegExp]>([
    ['none', null, /^options/],
    ['a store that can’t save', { orders: { find: async () => undefined } }, /^orders/],
    ['no store', { orders: undefined }, /^orders/],
    ['a fetch that is none', { fetch: 'fetch' }, /^fetch/],
    ['a time of nothing', { timeout: 0 }, /^timeout/],
    ['a time in text', { timeout: '8000' }, /^timeout/],
    ['a time without end', { timeout: Number.POSITIVE_INFINITY }, /^timeout/],
    ['an address that is none', { api: 'api.iamport.kr' }, /^api/],
    ['an address of files', { api: 'file:///etc' }, /^api/],
    ['an address with a password', { api: 'https://user:password@api.test' }, /^api/],
    ['a listener that is none', { onChange: 'log' }, /^onChange/],
    ['a reviewer that is none', { onReview: {} }, /^onReview/],
    ['a consent that is none', { onConfirm: true }, /^onConfirm/],
    ['a log that is none', { onError: 1 }, /^onError/],
    ['a sub-merchant that is a number', { tierCode: 7 }, /^tierCode/],
  ])('%s throws at once, by its name', (_, wrong, message) => {
    const options = wrong && { ...keys, orders, ...wrong }
    const error = (() => {
      try {
        createPayments(options as never)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(message)
  })

  it('throws at once where there is a page, and says why', () => {
    vi.stubGlobal('window', {})
    expect(() => createPortOne(keys)).not.toThrow()
    vi.stubGlobal('document', {})
    try {
      expect(() => createPortOne(keys)).toThrow(/server/)
      expect(() => createPayments({ ...keys, orders })).toThrow(/server/)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('in a Worker', () => {
  it('a request waits for none that another one began', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const { api, payments, changes } = createShop({ found: [payment()] })
    vi.unstubAllGlobals()
    const all = await Promise.all(
      Array.from({ length: 10 }, () => payments.settle({ merchant_uid: 'order_1' })),
    )
    expect(all.every(it => it?.verdict === 'paid')).toBe(true)
    expect(changes).toHaveLength(1)
    expect(api.tokens()).toBe(10)
    expect(api.mostInFlight).toBeGreaterThan(1)
    expect(new Set(api.asked())).toEqual(new Set(['GET /payments/findAll/order_1?limit=100&page=1']))
    await payments.settle({ merchant_uid: 'order_1', imp_uid: 'imp_9' })
    expect(api.asked().at(-1)).toBe('GET /payments/imp_9')
  })
})
