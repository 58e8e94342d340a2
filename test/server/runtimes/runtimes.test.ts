/** The built server entry in Node, Bun, Deno and workerd: the same day, the same end. */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer } from '../../../src/cli/node-server.ts'
import { createPortOneApi, KEY, payment, SECRET } from '../../support/portone-api.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname)
const modules = join(folder, 'node_modules')

let api = createPortOneApi()
let address: string
const server = makeServer(async request => {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/hang')) return new Promise(() => {})
  if (pathname.startsWith('/redirect')) {
    return new Response(null, {
      status: 302,
      headers: { location: request.url.replace('/redirect', '') },
    })
  }
  return api.handle(request)
})
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  api = createPortOneApi([payment()])
})

const DAY = {
  complete: [200, { verdict: 'paid', merchant_uid: 'order_1', imp_uid: 'imp_1', reason: 'paid' }],
  webhook: 200,
  settled: Array.from({ length: 20 }, () => 'paid'),
  refund: {
    verdict: 'paid',
    reason: 'refunded-in-part',
    imp_uid: 'imp_1',
    amount: 14_000,
    paid: 14_000,
    refunded: 4000,
    currency: 'KRW',
    changed: true,
  },
  reason: '결제 완료 후 일부 금액이 환불되었습니다.',
  reconcile: { orders: 1, changed: 0, failed: [] },
  tooLarge: 413,
  error: [true, 'UNAUTHORIZED', false],
  redirect: 503,
  nobody: 503,
  hanging: 503,
  changes: [
    ['order_1', 'paid', 0],
    ['order_1', 'paid', 4000],
  ],
}

const command = join(folder, 'command.mjs')
const args = () => [address, KEY, SECRET]
const runtimes: [string, string, string[]][] = [
  ['Node', process.execPath, [command]],
  ['Bun', join(modules, 'bun/bin/bun.exe'), [command]],
  [
    'Deno',
    join(modules, `@deno/linux-${process.arch === 'arm64' ? 'arm64' : 'x64'}-glibc/deno`),
    ['run', '--no-prompt', '--no-remote', '--allow-net=127.0.0.1', command],
  ],
]

it.each(runtimes)('works a day in %s', async (name, program, before) => {
  // Each is a package of npm's: a missing one is a broken installation, and no reason to pass.
  expect([name, existsSync(program)]).toEqual([name, true])
  const { stdout } = await run(program, [...before, ...args()])
  expect(JSON.parse(stdout)).toEqual(DAY)
})

/** Before 2024-11-11 a Worker throws on `cache`; before 2024-10-14 it can't wait for another request's promise. */
describe.each(['2023-12-01', '2024-10-20', '2024-12-01', '2026-01-01'])(
  'in a Worker of %s',
  compatibilityDate => {
    it('works a day', async () => {
      const program = join(
        modules,
        `@cloudflare/workerd-linux-${process.arch === 'arm64' ? 'arm64' : '64'}/bin/workerd`,
      )
      expect(existsSync(program)).toBe(true)
      const place = await mkdtemp(join(tmpdir(), 'iamport-worker-'))
      await build({
        entryPoints: [join(folder, 'worker.mjs')],
        outfile: join(place, 'worker.js'),
        bundle: true,
        format: 'esm',
        conditions: ['workerd', 'worker', 'browser'],
        logLevel: 'error',
      })
      await writeFile(
        join(place, 'config.capnp'),
        `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "${compatibilityDate}",
      globalOutbound = "internet",
    )),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);`,
      )
      const child = spawn(program, ['serve', join(place, 'config.capnp'), '--control-fd=3'], {
        stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      })
      try {
        // It tells the port that it was given.
        const port = await new Promise<number>((resolve, reject) => {
          child.once('exit', code => reject(new Error(`workerd ended with ${code}`)))
          child.stdio[3]!.on('data', (line: Buffer) => {
            const [, port] = /"port":(\d+)/.exec(line.toString()) ?? []
            if (port) resolve(Number(port))
          })
        })
        const query = new URLSearchParams({ api: address, key: KEY, secret: SECRET })
        const answer = await fetch(`http://127.0.0.1:${port}/?${query}`)
        const text = await answer.text()
        expect([answer.status, text]).toEqual([200, expect.any(String)])
        expect(JSON.parse(text)).toEqual(DAY)
      } finally {
        child.kill()
        await rm(place, { recursive: true, force: true })
      }
    })
  },
)
