/** The server of `npm start`: what no browser asks of it, and where it may stand. */
import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { serve } from '../demo/server/http.ts'
import { addOrder } from '../demo/server/orders.ts'
import { type Payment, type PortOne, portOne } from '../demo/server/portone.ts'
import { verify } from '../demo/server/verify.ts'
import type { Order } from '../demo/shared/order.ts'

const start = async (folder: string): Promise<ViteDevServer> => {
  const server = await createServer({
    configFile: join(folder, 'demo/vite.config.ts'),
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  })
  return server.listen()
}
const portOf = (server: ViteDevServer): number => (server.httpServer!.address() as AddressInfo).port
const addressOf = (server: ViteDevServer): string => `http://127.0.0.1:${portOf(server)}`

/** An order that is paid with a real account, and a payment for it. */
const orderOf = (): Order => addOrder({ mug: 1 }, { currency: 'KRW', isReal: true })!
const paymentFor = ({ merchant_uid, amount, currency }: Order, more: Partial<Payment> = {}): Payment => ({
  imp_uid: 'imp_1',
  merchant_uid,
  status: 'paid',
  amount,
  currency,
  pay_method: 'card',
  ...more,
})

describe('the demo’s server', () => {
  let server: ViteDevServer
  beforeAll(async () => {
    server = await start(process.cwd())
  })
  afterAll(() => server.close())

  /** Sends bytes as they are, one part after the other, and gives the first line of the answer. */
  const send = (...parts: (string | Buffer)[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(portOf(server), '127.0.0.1')
      socket.setNoDelay(true)
      let answer = ''
      socket.on('data', data => {
        answer += data
      })
      socket.on('error', reject)
      socket.on('end', () => resolve(answer))
      // A server that died of the request, or forgot it, says nothing.
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')))
      const next = (): void => {
        const part = parts.shift()
        if (part === undefined) return
        socket.write(part)
        setTimeout(next, 50)
      }
      socket.on('connect', next)
    })
  const request = (line: string, headers: string[] = []): string =>
    [line, 'host: localhost', 'connection: close', ...headers, '', ''].join('\r\n')

  it.each(['//', '///', '//orders/1', '//[', '/orders/%', 'http://shop.test/', '*'])(
    'answers a request for %s',
    async target => {
      expect(await send(request(`GET ${target} HTTP/1.1`))).toMatch(/^HTTP\/1\.1 [2-5]\d\d /)
      expect(await send(request('GET /demo/server HTTP/1.1'))).toMatch(/^HTTP\/1\.1 200 /)
    },
  )

  it('reads a letter that comes in two pieces', async () => {
    const body = Buffer.from(
      JSON.stringify({ imp_uid: 'imp_한글', merchant_uid: 'order_1', status: 'ready' }),
    )
    const half = body.indexOf('한') + 1
    const head = request('POST /demo/ledger HTTP/1.1', [
      'content-type: application/json',
      `content-length: ${body.length}`,
    ])
    expect(await send(head, body.subarray(0, half), body.subarray(half))).toMatch(/^HTTP\/1\.1 201 /)
    // Known under its own name only if that came through whole.
    const deposit = await fetch(`${addressOf(server)}/demo/deposit`, {
      method: 'POST',
      body: JSON.stringify({ imp_uid: 'imp_한글' }),
    })
    expect(deposit.status).toBe(200)
  })
})

describe('a page of docs/recipes.md', () => {
  let server: ViteDevServer
  beforeAll(async () => {
    server = await start(process.cwd())
  })
  afterAll(() => server.close())

  const post = (path: string, body: object): Promise<Response> =>
    fetch(addressOf(server) + path, { method: 'POST', body: JSON.stringify(body) })
  /** What its `pay.ts` makes of the answer of `/payments/complete`. */
  const ask = async (merchant_uid: string, payment?: Partial<Payment>): Promise<unknown> => {
    const usual = { imp_uid: 'imp_1', merchant_uid, status: 'paid', amount: 14000, currency: 'KRW' }
    const imp_uid = `imp_${merchant_uid}`
    if (payment) await post('/demo/ledger', { ...usual, imp_uid, pay_method: 'card', ...payment })
    const answer = await post('/payments/complete', { imp_uid, merchant_uid })
    return answer.ok ? (await answer.json()).verdict : answer.status
  }
  const sell = async (isReal = false): Promise<string> =>
    (await (await post('/orders', { cart: { beans: 1 }, isReal })).json()).merchant_uid

  it.each<[verdict: string, payment: Partial<Payment> | undefined]>([
    ['paid', {}],
    ['awaiting', { status: 'ready', pay_method: 'vbank' }],
    ['registered', { customer_uid_usage: 'issue' }],
    ['unpaid', { status: 'failed' }],
    ['unpaid', undefined],
    ['cancelled', { status: 'cancelled' }],
    ['tampered', { amount: 140 }],
    ['foreign', { merchant_uid: 'another' }],
  ])('is told “%s” of %j', async (verdict, payment) => {
    expect(await ask(await sell(), payment)).toBe(verdict)
  })

  it('is told nothing where nothing is known', async () => {
    expect(await ask('nobody')).toBe(404)
    expect(await ask(await sell(true))).toBe(503)
  })
})

describe('two answers of PortOne that come in another order than they were asked for', () => {
  /** The page asks first and is answered last. */
  const race = async (slow: Partial<Payment>, fast: Partial<Payment>) => {
    const order = orderOf()
    const { merchant_uid, amount, currency } = order
    const shared = { imp_uid: 'imp_1', merchant_uid, amount, currency, pay_method: 'vbank' }
    const answers: ((payment: Payment) => void)[] = []
    const findPayment = () => new Promise<Payment>(resolve => answers.push(resolve))
    const portOne: PortOne = { findPayment, findByOrder: findPayment, findPaid: async () => undefined }
    const page = verify({ imp_uid: 'imp_1', merchant_uid }, 'complete', () => portOne)
    const webhook = verify({ imp_uid: 'imp_1', merchant_uid }, 'webhook', () => portOne)
    answers[1]!({ ...shared, ...fast } as Payment)
    await webhook
    answers[0]!({ ...shared, ...slow } as Payment)
    return { order, verdict: (await page).code }
  }

  it('leave an order paid that was paid meanwhile', async () => {
    const { order, verdict } = await race({ status: 'ready' }, { status: 'paid' })
    expect(order).toMatchObject({ status: 'paid', handedOver: 1 })
    expect(verdict).toBe('PAID')
  })

  it('hand nothing out for a payment that was cancelled meanwhile', async () => {
    const { order, verdict } = await race({ status: 'paid' }, { status: 'cancelled' })
    expect(order).toMatchObject({ status: 'cancelled', handedOver: 0 })
    expect(verdict).toBe('CANCELLED')
  })

  it('and in their own order are both believed', async () => {
    expect((await race({ status: 'paid' }, { status: 'ready' })).order).toMatchObject({
      status: 'paid',
      handedOver: 1,
    })
    expect((await race({ status: 'cancelled' }, { status: 'paid' })).order).toMatchObject({
      status: 'cancelled',
      handedOver: 1,
    })
  })
})

describe('an order that was paid without the shop’s knowing', () => {
  it.each([
    ['the last attempt, which was refused for it', null],
    ['that attempt’s number', 'imp_2'],
    ['the payment of somebody else', 'imp_3'],
    ['a number that nobody knows', 'imp_9'],
  ])('is found by %s', async (_, imp_uid) => {
    const order = orderOf()
    const { merchant_uid } = order
    const paid = paymentFor(order)
    const others: Record<string, Payment> = {
      imp_2: { ...paid, imp_uid: 'imp_2', status: 'failed' },
      imp_3: { ...paid, imp_uid: 'imp_3', merchant_uid: 'order_of_another' },
    }
    const portOne: PortOne = {
      findPayment: async uid => others[uid],
      findByOrder: async () => others['imp_2'],
      findPaid: async uid => (uid === merchant_uid ? paid : undefined),
    }
    expect(await verify({ imp_uid, merchant_uid }, 'complete', () => portOne)).toMatchObject({ code: 'PAID' })
    expect(order).toMatchObject({ status: 'paid', imp_uid: 'imp_1', handedOver: 1 })
  })
})

describe('a payment that was cancelled', () => {
  const know = (...payments: Payment[]): PortOne => ({
    findPayment: async uid => payments.find(({ imp_uid }) => imp_uid === uid),
    findByOrder: async () => payments.at(-1),
    findPaid: async () => payments.find(({ status }) => status === 'paid'),
  })

  it.each([undefined, 'imp_2'])('hides none that paid, asked for by %s', async imp_uid => {
    const order = orderOf()
    const { merchant_uid } = order
    // The virtual account that the buyer had before was taken back.
    const unused = paymentFor(order, { imp_uid: 'imp_2', status: 'cancelled', pay_method: 'vbank' })
    const portOne = know(paymentFor(order), unused)
    expect(await verify({ imp_uid, merchant_uid }, 'webhook', () => portOne)).toMatchObject({ code: 'PAID' })
    expect(order).toMatchObject({ status: 'paid', imp_uid: 'imp_1', handedOver: 1 })
  })

  it('is the order’s own, whatever else was paid for it', async () => {
    const order = orderOf()
    const { merchant_uid } = order
    const own = paymentFor(order)
    await verify({ imp_uid: 'imp_1', merchant_uid }, 'complete', () => know(own))
    const portOne = know({ ...own, status: 'cancelled' }, paymentFor(order, { imp_uid: 'imp_2' }))
    expect(await verify({ imp_uid: 'imp_1', merchant_uid }, 'webhook', () => portOne)).toMatchObject({
      code: 'CANCELLED',
    })
    expect(order.status).toBe('cancelled')
  })

  it('was given back in part, and says how much', async () => {
    const order = orderOf()
    const claim = { imp_uid: 'imp_1', merchant_uid: order.merchant_uid }
    await verify(claim, 'complete', () => know(paymentFor(order)))
    expect(order).toMatchObject({ status: 'paid', refunded: 0 })
    for (const cancel_amount of [4000, order.amount, 4000]) {
      await verify(claim, 'webhook', () => know(paymentFor(order, { status: 'cancelled', cancel_amount })))
      expect(order.status).toBe('cancelled')
      // An answer that is older takes nothing back.
      expect(order.refunded).toBeGreaterThanOrEqual(cancel_amount)
    }
    expect(order).toMatchObject({ refunded: order.amount, handedOver: 1 })
  })

  it('was never paid, and so has nothing to give back', async () => {
    const order = orderOf()
    const unused = paymentFor(order, { status: 'cancelled', pay_method: 'vbank', cancel_amount: 0 })
    const { merchant_uid } = order
    await verify({ merchant_uid }, 'webhook', () => know(unused))
    expect(order).toMatchObject({ refunded: 0, handedOver: 0 })
  })
})

describe('the REST API', () => {
  const account = { key: 'key', secret: 'secret', host: 'http://api.test' }
  const unknown = () => Response.json({ code: -1, message: 'unknown', response: null }, { status: 404 })
  /** It gives tokens, and these answers. */
  const answerWith = (answer: (url: URL) => Response) =>
    vi.stubGlobal('fetch', async (url: string) =>
      url.endsWith('/users/getToken')
        ? Response.json({ code: 0, message: null, response: { access_token: 'token' } })
        : answer(new URL(url)),
    )
  const alarm = vi.spyOn(console, 'error').mockReturnValue()
  afterEach(() => {
    vi.unstubAllGlobals()
    alarm.mockClear()
  })

  it.each([
    ['says that it doesn’t know it', unknown, 'NO_PAYMENT'],
    ['is not there, and a proxy is', () => new Response('<html>', { status: 404 }), 'API_FAILED'],
    ['is somebody else', () => Response.json({ error: 'not found' }, { status: 404 }), 'API_FAILED'],
    ['is busy', () => Response.json({ code: -1, message: 'slow down' }, { status: 429 }), 'API_FAILED'],
  ])('%s: that alone is “no payment”', async (_, answer, code) => {
    answerWith(answer)
    const { merchant_uid } = orderOf()
    expect(
      await verify({ imp_uid: 'imp_1', merchant_uid }, 'complete', () => portOne(account)),
    ).toMatchObject({
      code,
    })
  })

  it.each(['imp_1', 'imp_9', undefined])(
    'finds a payment of a test channel only where these are tested, asked for by %s',
    async imp_uid => {
      const sold = orderOf()
      const { merchant_uid } = sold
      const response = paymentFor(sold)
      const found = Response.json.bind(undefined, { code: 0, message: null, response })
      // By the order's number it tells of it, unasked; by its own only where asked.
      answerWith(({ pathname, searchParams }) =>
        pathname.startsWith('/payments/find/') ||
        (pathname === '/payments/imp_1' && searchParams.get('include_sandbox') === 'true')
          ? found()
          : unknown(),
      )
      const claim = { imp_uid, merchant_uid }
      expect(await verify(claim, 'complete', () => portOne(account))).toMatchObject({ code: 'NO_PAYMENT' })
      expect(sold).toMatchObject({ status: 'pending', handedOver: 0 })
      const testing = portOne({ ...account, isTest: true })
      expect(await verify(claim, 'complete', () => testing)).toMatchObject({ code: 'PAID' })
      expect(sold).toMatchObject({ status: 'paid', handedOver: 1 })
    },
  )
})

describe('what answers for the shop', () => {
  it.each(['application/x-www-form-urlencoded; charset=UTF-8', 'Application/X-WWW-Form-URLEncoded'])(
    'reads a form that calls itself %s',
    async type => {
      const request = Object.assign(Readable.from(['imp_uid=imp_1']), {
        method: 'POST',
        url: '/read',
        headers: { 'content-type': type },
        socket: { localAddress: '::1', localPort: 80 },
      })
      const body = await new Promise((resolve, reject) => {
        const response = { writeHead: () => undefined, end: reject }
        serve({
          'POST /read': call => {
            resolve(call.body)
            return undefined
          },
        })(request as unknown as IncomingMessage, response as unknown as ServerResponse, reject)
      })
      expect(body).toEqual({ imp_uid: 'imp_1' })
    },
  )

  it('leaves a request that it can’t read to Vite, and does not end the server', async () => {
    const request = { method: 'GET', url: 'http://[', socket: { localAddress: '::1', localPort: 80 } }
    const error = await new Promise(next => {
      serve({})(request as unknown as IncomingMessage, {} as ServerResponse, next)
    })
    expect(error).toMatchObject({ code: 'ERR_INVALID_URL' })
  })
})

describe('in a folder with a space and Korean letters', () => {
  let folder: string
  let server: ViteDevServer
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'iamport 결제 ')))
    for (const name of ['demo', 'dist', 'src', 'package.json']) {
      await cp(name, join(folder, name), { recursive: true })
    }
    await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction')
    server = await start(folder)
  })
  afterAll(async () => {
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(['/', '/shop.html', '/bench/main.ts', '/sandbox.min.js', '/demo/server'])(
    'serves %s',
    async path => {
      expect((await fetch(addressOf(server) + path)).status).toBe(200)
    },
  )

  it('finds the built package', async () => {
    const script = await (await fetch(`${addressOf(server)}/shop/pay.ts`)).text()
    const [, path] = /from "([^"]*dist\/index\.js[^"]*)"/.exec(script) ?? []
    expect(path).toBeDefined()
    expect(await (await fetch(addressOf(server) + path)).text()).toContain('requestPay')
  })
})
