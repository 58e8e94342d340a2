/** The server of `npm start`: what no browser asks of it, where it may stand, and that it forgets no order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../demo/server/http.ts'
import { database, ordersOf } from '../demo/server/orders.ts'
import { testOrders } from '../src/server/test-orders.ts'

// Nobody keeps the orders of a test.
process.env['DATABASE_URL'] = 'memory://'

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

describe('the demo’s server', () => {
  let server: ViteDevServer
  beforeAll(async () => {
    server = await start(process.cwd())
    // It takes longer to start than a request may take.
    await database()
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
    const account = { vbank_num: '110-123', vbank_name: '신한은행', vbank_date: 2_000_000_000 }
    const payment = {
      merchant_uid: 'order_1',
      amount: 1000,
      status: 'ready',
      pay_method: 'vbank',
      ...account,
    }
    const body = Buffer.from(JSON.stringify({ ...payment, imp_uid: 'imp_한글' }))
    const half = body.indexOf('한') + 1
    const head = request('POST /demo/ledger HTTP/1.1', [
      'content-type: application/json',
      `content-length: ${body.length}`,
    ])
    expect(await send(head, body.subarray(0, half), body.subarray(half))).toMatch(/^HTTP\/1\.1 200 /)
    // Known under its own name only if that came through whole.
    const deposit = await fetch(`${addressOf(server)}/demo/deposit`, {
      method: 'POST',
      body: JSON.stringify({ imp_uid: 'imp_한글' }),
    })
    expect(deposit.status).toBe(200)
  })
})

describe('the demo’s store', () => {
  it('keeps what the package asks of a store', async () => {
    const db = await database()
    await testOrders(
      async ({ merchant_uid, amount, currency }) => {
        await db.query('insert into orders (merchant_uid, amount, currency) values ($1, $2, $3)', [
          merchant_uid,
          amount,
          currency ?? 'KRW',
        ])
        return ordersOf('sandbox')
      },
      { expect },
    )
  })

  it('keeps the orders of a real account from the sandbox', async () => {
    const db = await database()
    await db.query("insert into orders (merchant_uid, amount, is_real) values ('real_1', 1000, true)")
    expect(await ordersOf('sandbox').find('real_1')).toBeUndefined()
    expect(await ordersOf('real').find('real_1')).toMatchObject({ amount: 1000, currency: 'KRW' })
  })
})

describe('what answers for the shop', () => {
  it.each(['application/x-www-form-urlencoded; charset=UTF-8', 'Application/X-WWW-Form-URLEncoded'])(
    'passes on a form that calls itself %s',
    async type => {
      const request = Object.assign(Readable.from([Buffer.from('imp_uid=imp_1')]), {
        method: 'POST',
        url: '/read',
        headers: { 'content-type': type },
      })
      const body = await new Promise((resolve, reject) => {
        const response = { writeHead: () => undefined, end: reject }
        serve({
          'POST /read': async call => {
            resolve([call.headers.get('content-type'), await call.text()])
            return undefined
          },
        })(request as unknown as IncomingMessage, response as unknown as ServerResponse, reject)
      })
      expect(body).toEqual([type, 'imp_uid=imp_1'])
    },
  )

  it('leaves a request that it can’t read to Vite, and does not end the server', async () => {
    const request = { method: 'GET', url: 'http://[', headers: {} }
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
    for (const name of ['demo', 'dist', 'docs', 'src', 'package.json']) {
      const filter = (path: string): boolean => !/\bdemo[\\/]\.data\b/.test(path)
      await cp(name, join(folder, name), { recursive: true, filter })
    }
    await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction')
    server = await start(folder)
  })
  afterAll(async () => {
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(['/', '/shop.html', '/bench/main.ts', '/sandbox.min.js', '/docs/errors.md', '/demo/server'])(
    'serves %s',
    async path => {
      expect((await fetch(addressOf(server) + path)).status).toBe(200)
    },
  )

  it('finds the built package', async () => {
    const script = await (await fetch(`${addressOf(server)}/shop/checkout.ts`)).text()
    const [, path] = /from "([^"]*dist\/index\.js[^"]*)"/.exec(script) ?? []
    expect(path).toBeDefined()
    expect(await (await fetch(addressOf(server) + path)).text()).toContain('createCheckout')
  })

  it('keeps orders over a restart, and lets nobody else write into its files', async () => {
    const running: ChildProcess[] = []
    /** The demo as another process starts it, with its own files. */
    const run = async (): Promise<{ url: string; says: () => string; stop: () => Promise<unknown> }> => {
      const { DATABASE_URL: _, ...env } = process.env
      const vite = join(folder, 'node_modules/vite/bin/vite.js')
      const args = [vite, '--config', 'demo/vite.config.ts', '--host', '127.0.0.1', '--port', '0']
      const child = spawn(process.execPath, args, { cwd: folder, env: { ...env, NO_COLOR: '1' } })
      running.push(child)
      let said = ''
      const url = await new Promise<string>((resolve, reject) => {
        const listen = (text: Buffer): void => {
          said += text
          const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
          if (found) resolve(found[0])
        }
        child.stdout.on('data', listen)
        child.stderr.on('data', listen)
        child.on('exit', () => reject(new Error(said)))
      })
      const stop = () => new Promise(resolve => child.on('exit', resolve) && child.kill('SIGKILL'))
      return { url, says: () => said, stop }
    }
    const orderAt = (url: string, uid: string): Promise<Response> => fetch(`${url}/orders/${uid}`)
    try {
      const first = await run()
      const body = JSON.stringify({ cart: { mug: 1 } })
      const order = await (await fetch(`${first.url}/orders`, { method: 'POST', body })).json()
      const second = await run()
      expect((await orderAt(second.url, order.merchant_uid)).status).toBe(404)
      expect(second.says()).toContain('in memory')
      await second.stop()
      // As hard as a process can end.
      await first.stop()
      const third = await run()
      expect(await (await orderAt(third.url, order.merchant_uid)).json()).toEqual(order)
      await third.stop()
    } finally {
      for (const child of running) child.kill('SIGKILL')
    }
  })
})
