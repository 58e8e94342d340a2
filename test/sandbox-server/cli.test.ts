/** `npx iamport-checkout sandbox`, as a process of its own. Build first: the tests start `dist/cli.js`. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeServer } from '../../src/cli/node-server.ts'
import { read } from './support.ts'

const children: ChildProcess[] = []
const servers: Server[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) server.close()
})

const start = (...args: string[]) => {
  const child = spawn(process.execPath, ['dist/cli.js', ...args])
  children.push(child)
  const output = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    output.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    output.err += text
  })
  const ended = new Promise<number | null>(resolve => {
    child.on('close', code => resolve(code))
  })
  return { child, output, ended }
}

/** The output of a command that ends by itself, with its exit code. */
const say = async (...args: string[]) => {
  const { output, ended } = start(...args)
  return { code: await ended, ...output }
}

const serve = async (...args: string[]) => {
  const process_ = start('sandbox', '--port', '0', ...args)
  const origin = await vi.waitFor(() => /API +(http:\/\/\S+)/.exec(process_.output.out)![1]!, {
    timeout: 20_000,
  })
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const token = async () => {
    const answer = await post('/users/getToken', { imp_key: 'key', imp_secret: 'secret' })
    return (await read<{ access_token: string }>(answer)).response.access_token
  }
  return { ...process_, origin, post, token }
}

/** A shop's server, which keeps what its webhook is sent. */
const startShop = async () => {
  const bodies: unknown[] = []
  const server = makeServer(async request => {
    bodies.push(await request.json())
    return new Response()
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook` }
}

describe('npx iamport-checkout', () => {
  it.each([[[]], [['--help']], [['-h']], [['sandbox', '--help']]])('%j shows how it is used', async args => {
    const { code, out, err } = await say(...args)
    expect([code, err]).toEqual([0, ''])
    for (const option of [
      'sandbox',
      '--port',
      '--host',
      '--webhook',
      '--webhook-type',
      '--test-channel',
      '--help',
    ])
      expect(out).toContain(option)
  })

  it.each([
    [['sandbox', '--prot', '1'], /Unknown option '--prot'\n.*--help/],
    [['sandbox', '-x'], /Unknown option '-x'/],
    [['sandbox', '--port'], /'--port <value>' argument missing/],
    [['sandbox', '--port', 'http'], /--port must be a number from 0 to 65535, but is "http"/],
    [['sandbox', '--port', '65536'], /but is "65536"/],
    [['sandbox', '--webhook', '/webhook'], /--webhook must be an address such as .*, but is "\/webhook"/],
    [['sandbox', '--webhook-type', 'xml'], /--webhook-type must be json or form, but is "xml"/],
    [['sandbox', '--test-channel=1'], /test-channel/],
    [['sandbox', 'now'], /no command "now"/],
    [['serve'], /no command "serve"\. The only one is "sandbox"/],
    [['sandbox', '--port', '0', '--host', '203.0.113.1'], /no address "203\.0\.113\.1"/],
  ])('%j is refused with a sentence', async (args, sentence) => {
    const { code, out, err } = await say(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
    expect(err).not.toContain('    at ')
  })

  it('says so where the port is in use', async () => {
    const { origin } = await serve()
    const { port } = new URL(origin)
    const { code, err } = await say('sandbox', '--port', port)
    expect(code).toBe(2)
    expect(err).toBe(
      `Port ${port} is in use (이미 사용 중인 포트). Choose another one: npx iamport-checkout sandbox --port ${Number(port) + 1}\n`,
    )
  })
})

describe('npx iamport-checkout sandbox', () => {
  it('answers a server in any language, takes the page’s payments, sends webhooks, and says each in a line', async () => {
    const shop = await startShop()
    const { child, output, ended, origin, post, token } = await serve('--webhook', shop.url)
    const payment = { imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 14000, status: 'paid' }
    const told = await post('/ledger', payment, { origin: 'http://localhost:5173' })
    expect([told.status, told.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    await vi.waitFor(() => expect(shop.bodies).toHaveLength(1))
    expect(shop.bodies).toEqual([{ imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'paid' }])

    const headers = { authorization: `Bearer ${await token()}` }
    const found = await read<object>(await fetch(`${origin}/payments/imp_1`, { headers }))
    expect(found).toMatchObject({ status: 200, code: 0, response: payment })
    expect((await fetch(`${origin}/payments/imp_0`, { headers })).status).toBe(404)
    const cancel = await post('/payments/cancel', { imp_uid: 'imp_1', amount: 4000 }, headers)
    expect((await read<object>(cancel)).response).toMatchObject({ cancel_amount: 4000 })

    const page = await (await fetch(`${origin}/`)).text()
    expect(page).toContain('imp_1')
    await vi.waitFor(() => expect(output.out).toContain('4000 given back'))
    const lines = output.out
      .trim()
      .split('\n')
      .map(line => line.replace(/^\d\d:\d\d:\d\d {2}/, ''))
    expect(lines.slice(lines.indexOf('Stop it with Ctrl+C.') + 1)).toEqual([
      'payment  imp_1 order-1: paid, 14000 KRW card',
      `webhook  imp_1 paid → ${shop.url} 200`,
      'request  POST /users/getToken → 200',
      'request  GET /payments/imp_1 → 200',
      'request  GET /payments/imp_0 → 404 (-1: 존재하지 않는 결제정보입니다.)',
      'payment  imp_1 order-1: paid → cancelled, 14000 KRW card, 4000 given back',
      'request  POST /payments/cancel → 200',
    ])

    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(output.err).toBe('')
  })

  it('plays deposits and troubles by HTTP, and a network that is down', async () => {
    const { origin, post, token } = await serve('--test-channel')
    const { response } = await read<{ imp_uid: string; sandbox: boolean }>(
      await post('/sandbox/issue-virtual-account', { merchant_uid: 'order-1', amount: 5000 }),
    )
    expect(response.sandbox).toBe(true)
    const paid = await post('/sandbox/deposit', { imp_uid: response.imp_uid })
    expect((await read<object>(paid)).response).toMatchObject({ status: 'paid' })
    const headers = { authorization: await token() }
    expect((await fetch(`${origin}/payments/${response.imp_uid}`, { headers })).status).toBe(404)
    await post('/sandbox/configure', { trouble: { answers: ['network', 'html'] } })
    await expect(fetch(`${origin}/users/pg`, { headers })).rejects.toThrow(TypeError)
    expect((await fetch(`${origin}/users/pg`, { headers })).status).toBe(502)
  })

  it('writes no control characters of a page’s to the terminal', async () => {
    const { output, post } = await serve()
    await post('/ledger', { imp_uid: 'imp_1', merchant_uid: 'a\u001b[2Jb\nc', amount: 1, status: 'paid' })
    await vi.waitFor(() => expect(output.out).toContain('imp_1'))
    expect(output.out).toContain('a?[2Jb?c: paid')
    expect(output.out).not.toContain('\u001b')
  })

  it('survives what no client sends', async () => {
    const { origin, token } = await serve()
    const { port } = new URL(origin)
    const send = (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text))
        let answer = ''
        socket.on('data', data => {
          answer += data
        })
        socket.on('close', () => resolve(answer.split('\r\n')[0]!))
        socket.on('error', reject)
        socket.setTimeout(5000, () => socket.destroy(new Error('no answer')))
      })
    expect(await send('GET //x/y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain('404')
    expect(await send('GET / HTTP/1.1\r\nHost: [nonsense\r\nConnection: close\r\n\r\n')).toContain('200')
    expect(await send('HEAD /users/pg HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain('405')
    expect(await send('TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^(HTTP\/1\.1 4|$)/,
    )
    const big = 'x'.repeat(1_100_000)
    const post = `POST /ledger HTTP/1.1\r\nHost: x\r\nContent-Length: ${big.length}\r\nConnection: close\r\n\r\n${big}`
    expect(await send(post).catch(() => 'HTTP/1.1 413')).toContain('413')
    expect(await token()).toMatch(/./)
  })

  it('stops with Ctrl+C, also while somebody waits for an answer', async () => {
    const { child, ended, origin, post } = await serve()
    await post('/sandbox/configure', { trouble: 'hang' })
    const waiting = fetch(`${origin}/users/pg`).catch(() => 'broken off')
    await new Promise(resolve => setTimeout(resolve, 100))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(await waiting).toBe('broken off')
  })
})
