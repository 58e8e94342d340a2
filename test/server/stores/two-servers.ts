/** Two servers of one shop: processes of their own, one database, one PortOne. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { makeServer } from '../../../src/cli/node-server.ts'
import type { Report } from '../../../src/server/index.ts'
import { createPortOneApi, seconds } from '../../support/portone-api.ts'
import { badDay, happen, randomWith } from '../torture.ts'

const CALLS = 500

/** PortOne as an address. */
const listen = async () => {
  const api = createPortOneApi()
  const server = makeServer(api.handle)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { api, address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** The server as a file that Node runs: TypeScript, and built by nobody before. */
const compile = async (): Promise<string> => {
  const outfile = join(process.cwd(), '.tmp', 'two-servers', 'server.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'one-server.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // pg is CommonJS, and asks for Node's modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    external: ['pg-native'],
    logLevel: 'error',
  })
  return outfile
}

export const runTwoServers = async (
  postgres: number,
  count: number,
): Promise<{ told: string[]; report: Report }> => {
  const file = await compile()
  const { api, address, close } = await listen()
  const told: string[] = []
  let report: Report | undefined
  try {
    api.trouble = badDay(api, randomWith(11))
    const events = happen(api.payments, api.cancelled, count)
    const servers = [1, 2].map(seed => {
      const child = fork(file, [], {
        env: {
          ...process.env,
          POSTGRES_PORT: String(postgres),
          API: address,
          COUNT: String(count),
          SEED: String(seed),
          CALLS: String(CALLS),
        },
      })
      const ended = new Promise<void>((resolve, reject) => {
        child.on('message', (message: { told?: string; report?: Report; isDone?: true; error?: string }) => {
          if (message.told) told.push(message.told)
          if (message.report) report = message.report
          if (message.error) reject(new Error(message.error))
          if (message.isDone) resolve()
        })
        child.once('exit', code => reject(new Error(`server ${seed} ended with ${code}`)))
      })
      return { child, ended }
    })
    // Meanwhile it happens: a failed try, the payment, a part of it back.
    const happening = (async () => {
      for (const event of events) {
        event()
        await new Promise(resolve => setTimeout(resolve, 1000))
      }
    })()
    await Promise.all([happening, ...servers.map(({ ended }) => ended)])

    // The night is over. One server looks at what was missed.
    api.trouble = undefined
    const [{ child }] = servers as [(typeof servers)[number]]
    const reported = new Promise<void>((resolve, reject) => {
      child.on('message', (message: { report?: Report; error?: string }) => {
        if (message.report) resolve()
        if (message.error) reject(new Error(message.error))
      })
    })
    child.send({ reconcile: (seconds() - 600) * 1000 })
    await reported
    for (const { child } of servers) child.kill()
    return { told, report: report! }
  } finally {
    close()
  }
}
