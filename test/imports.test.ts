/** The rules of .dependency-cruiser.mjs, each broken once in a small house: a check that finds nothing proves nothing. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const depcruise = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iamport-checkout-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What stands in every house: each layer imports from the next one, and the entries as they may. */
const HOUSE: Record<string, string> = {
  'src/index.ts': `export * from './checkout.ts'`,
  'src/checkout.ts': `export * from './request-pay.ts'\nexport * from './prepare.ts'`,
  'src/request-pay.ts': `export * from './payment/pay.ts'`,
  'src/prepare.ts': `export * from './validation/find-issues.ts'`,
  'src/payment/pay.ts': `export * from '../redirect/leaves-page.ts'`,
  'src/validation/find-issues.ts': `export * from '../redirect/leaves-page.ts'`,
  'src/redirect/leaves-page.ts': `export * from '../sdk/load.ts'`,
  'src/sdk/load.ts': `export * from '../gateways/gateways.ts'`,
  'src/gateways/gateways.ts': `export * from '../errors.ts'`,
  'src/errors.ts': `export * from './util/as-text.ts'`,
  'src/util/as-text.ts': `import type { Response } from '../types/response.ts'\nexport type Text = Response`,
  'src/types/response.ts': `export type Response = string`,
  'src/messages/index.ts': `export * from '../errors.ts'`,
  'src/sandbox/index.ts': `export * from '../redirect/leaves-page.ts'`,
  'src/sandbox/server/index.ts': `export * from '../../types/response.ts'`,
  'src/server/index.ts': `export * from '../types/response.ts'`,
  'src/react/index.ts': `import { useState } from 'react'\nexport * from 'iamport-checkout'\nexport { useState }`,
  'src/cli/index.ts': `import 'node:http'\nexport * from '../sandbox/server/index.ts'`,
  'demo/main.ts': `export * from '../src/index.ts'`,
}

/** What is forbidden: the rule, the file that breaks it, and the file's text. */
const PLANTED: Record<string, [rule: string, from: string, text: string]> = {
  'a circle': ['no-circle', 'demo/a.ts', `import './b.ts'`],
  'a circle of types': ['no-circle', 'src/types/a.ts', `import type {} from '../util/a.ts'`],
  'a file that imports itself': ['no-circle', 'demo/self.ts', `import './self.ts'`],
  'a step up': ['only-from-below: redirect', 'src/redirect/a.ts', `import '../validation/find-issues.ts'`],
  'a type from above': [
    'only-from-below: util, types',
    'src/util/b.ts',
    `import type {} from '../errors.ts'`,
  ],
  'an import() from above': ['only-from-below: sdk', 'src/sdk/a.ts', `import('../payment/pay.ts')`],
  'the API, in a layer': ['only-from-below: payment', 'src/payment/a.ts', `export * from '../index.ts'`],
  'the package by its name, in a layer': [
    'only-from-below: sdk',
    'src/sdk/b.ts',
    `import 'iamport-checkout'`,
  ],
  'an entry, in a layer': ['only-from-below: gateways', 'src/gateways/a.ts', `import '../sandbox/index.ts'`],
  'a layer that an entry may not': ['only-from-below: server', 'src/server/a.ts', `import '../errors.ts'`],
  'one entry in another': ['only-from-below: sandbox', 'src/sandbox/a.ts', `import './server/index.ts'`],
  'the source, in a framework’s hook': ['only-from-below: react', 'src/react/a.ts', `import '../errors.ts'`],
  'a package': ['nothing-from-outside: util, types', 'src/util/c.ts', `import 'react'`],
  'a part of Node': ['nothing-from-outside: server', 'src/server/b.ts', `import 'node:crypto'`],
  'the demo, in src': ['nothing-from-outside: payment', 'src/payment/b.ts', `import '../../demo/main.ts'`],
  'a file of src that has no place': ['has-a-place', 'src/helpers.ts', `import './errors.ts'`],
  'and what imports it': ['only-from-below: payment', 'src/payment/c.ts', `import '../helpers.ts'`],
  'what is not there': ['is-there', 'demo/c.ts', `import './nowhere.ts'`],
}
const OTHER_HALVES = {
  'demo/b.ts': `import './a.ts'`,
  'src/util/a.ts': `import type {} from '../types/a.ts'`,
}

/** Builds a house, and gives what the check finds in it: the rules, and the files that break them. */
const check = async (files: Record<string, string>): Promise<string[]> => {
  const house = await mkdtemp(join(folder, 'house-'))
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json']) await cp(name, join(house, name))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, name)), { recursive: true })
    await writeFile(join(house, name), `${text}\n`)
  }
  const args = [depcruise, 'src', 'demo', '--output-type', 'json']
  const { stdout } = await run('node', args, { cwd: house }).catch(failure => failure)
  const { violations } = JSON.parse(stdout).summary
  return violations.map(({ rule, from }: { rule: { name: string }; from: string }) => `${rule.name}: ${from}`)
}

it('find nothing in a house that is in order', async () => expect(await check(HOUSE)).toEqual([]))

describe('find', () => {
  let found: string[]
  beforeAll(async () => {
    const planted = Object.fromEntries(Object.values(PLANTED).map(([, from, text]) => [from, text]))
    found = await check({ ...HOUSE, ...OTHER_HALVES, ...planted })
  })

  it.each(Object.entries(PLANTED))('%s', (_, [rule, from]) => expect(found).toContain(`${rule}: ${from}`))

  it('no more than that', () => expect(found).toHaveLength(Object.keys(PLANTED).length))
})

it('are a part of npm run check, and look at all that is written here', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'))
  expect(scripts.check).toContain('npm run imports')
  const [, folders = ''] = / -- (.*)$/.exec(scripts.imports) ?? []
  expect(folders.split(' ')).toEqual(expect.arrayContaining(['src', 'demo', 'e2e', 'test', 'scripts']))
})
