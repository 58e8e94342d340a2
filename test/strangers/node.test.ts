/**
 * The oldest Node that loads each entry. Those that a page uses are loaded by Node where it is rendered or tested; the
 * server's run there.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'

const run = promisify(execFile)
const app = inject('app')

/** `engines` in package.json, and the Node that the server's entries say they need. */
const PAGES = '14.0'
const SERVERS = '20.0'

/** The entries, by something that each exports. */
const ENTRIES: Record<string, [name: string, oldest: string]> = {
  '.': ['requestPay', PAGES],
  './messages': ['describeError', PAGES],
  './sandbox': ['installSandbox', PAGES],
  './sandbox/server': ['createSandboxApi', SERVERS],
  './server': ['createPayments', SERVERS],
}

const manifest = JSON.parse(await readFile('package.json', 'utf8'))
/** Without those of frameworks, which load what their framework does. */
const entries = Object.keys(manifest.exports).filter(path => !/\.(js|json)$|^\.\/(react|vue)$/.test(path))

it('engines names the oldest', () => {
  expect(manifest.engines).toEqual({ node: `>=${Number.parseInt(PAGES, 10)}` })
})

/** There is one for Linux on x64, as on the machines that test this. */
const nodeOf = (version: string): string => resolve(`test/strangers/node_modules/node${version}/bin/node`)
const canRun = existsSync(nodeOf(PAGES))

describe.each(entries)('iamport-checkout, %s', path => {
  const [name, oldest] = ENTRIES[path]!
  const from = path.replace('.', 'iamport-checkout')

  it.skipIf(!canRun).each([
    ['imported', 'module', `import * as it from '${from}'; console.log(process.version, typeof it.${name})`],
    ['required', 'commonjs', `console.log(process.version, typeof require('${from}').${name})`],
  ])(`is %s by Node ${oldest}`, async (_, type, source) => {
    const { stdout, stderr } = await run(nodeOf(oldest), [`--input-type=${type}`, '--eval', source], {
      cwd: app,
    })
    expect({ stdout, stderr }).toEqual({ stdout: `v${oldest}.0 function\n`, stderr: '' })
  })
})
