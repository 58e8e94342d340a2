/** The needs of the built double, whatever runs it. Build first: the tests read `dist`. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)

/** The globals that Workers, Deno, Bun, Node and a browser's page all have. */
const standards = {
  AbortSignal,
  Headers,
  Request,
  Response,
  URL,
  URLSearchParams,
  TypeError,
  Error,
  setTimeout,
  clearTimeout,
}

const bundle = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: 'iife',
    globalName: 'double',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

describe('the built double', () => {
  it('imports nothing', async () => {
    for (const file of ['dist/sandbox-server.js', 'dist/sandbox-server.cjs'])
      expect(await readFile(file, 'utf8')).not.toMatch(/^import |require\(/m)
  })

  it('runs where there are web standards and nothing else', async () => {
    const webhooks: string[] = []
    const context = createContext({
      ...standards,
      fetch: async (url: string) => {
        webhooks.push(url)
        return new Response()
      },
    })
    runInContext(await bundle("export { createSandboxApi } from './dist/sandbox-server.js'"), context)
    const status = await runInContext(
      `(async () => {
        const api = double.createSandboxApi({ webhooks: { url: 'https://shop.example/', delay: 5 } })
        const { imp_uid } = api.add({ merchant_uid: 'order-1' })
        await api.clock.advance(5)
        const token = await api.fetch('https://api.iamport.kr/users/getToken', {
          method: 'POST',
          body: new URLSearchParams({ imp_key: 'k', imp_secret: 's' }),
        })
        const { access_token } = (await token.json()).response
        const headers = { authorization: access_token }
        const answer = await api.fetch('https://api.iamport.kr/payments/' + imp_uid, { headers })
        const page = await api.fetch('https://api.iamport.kr/')
        return [(await answer.json()).response.status, page.status]
      })()`,
      context,
    )
    expect([...status]).toEqual(['paid', 200])
    expect(webhooks).toEqual(['https://shop.example/'])
  })

  it('asks for nothing when it is imported', async () => {
    const code = await bundle("export * from './dist/sandbox-server.js'")
    expect(() => runInContext(code, createContext({}))).not.toThrow()
  })

  it('keeps no process alive for what is to happen in a month', async () => {
    const code = `import { createSandboxApi } from './dist/sandbox-server.js'
      const api = createSandboxApi({ webhooks: { url: 'http://127.0.0.1:1/', delay: 30 * 24 * 3600 * 1000 } })
      api.add()
      console.log('done')`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { timeout: 20_000 })
    expect(stdout).toBe('done\n')
  })
})
