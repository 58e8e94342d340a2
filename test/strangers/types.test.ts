/** The packed declarations, compiled by each minor of TypeScript since the first that has `moduleResolution: bundler`. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, it } from 'vitest'

const run = promisify(execFile)
const app = inject('app')
const folder = join(app, 'types')

const MINORS = ['5.0', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']
/** The repository's own compiler is one of them. */
const OWN = '6.0'
const compilerOf = (minor: string): string =>
  minor === OWN ? 'node_modules/typescript' : `test/strangers/node_modules/ts${minor}`

/** The repository's own tests of types. */
const SPECS = readdirSync('test/types').filter(name => !name.includes('.test.'))

const base = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  types: [] as string[],
  strict: true,
  exactOptionalPropertyTypes: true,
  // The package's declarations are checked, and only the compiler's own ones are not: half of the time goes there.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
}
const node = { module: 'NodeNext', moduleResolution: 'NodeNext' }

/** Writes a project of the app, and gives its name. */
const project = async (name: string, files: string[], options: object): Promise<string> => {
  const file = join(folder, `tsconfig.${name}.json`)
  await writeFile(file, JSON.stringify({ compilerOptions: { ...base, ...options }, files }))
  return file
}

/** What the compiler says. */
const tsc = (minor: string, ...options: string[]): Promise<string> =>
  run('node', [join(compilerOf(minor), 'bin/tsc'), ...options]).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => stdout + stderr || 'It failed without a word',
  )

beforeAll(async () => {
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  // Told to ask the package in place of the source.
  for (const from of [...SPECS.map(name => `test/types/${name}`), 'test/support/manual-samples.ts']) {
    const source = await readFile(from, 'utf8')
    const moved = source
      .replace("'../../src/index.ts'", "'iamport-checkout'")
      .replace("'../support/manual-samples.ts'", "'./manual-samples.js'")
    expect(moved).not.toMatch(/from '\.\.\//)
    await writeFile(join(folder, basename(from)), moved)
  }
})

describe('TypeScript', () => {
  it.each(MINORS)(
    '%s keeps the rules, and finds all entries as bundler, node16 and nodenext',
    async minor => {
      expect(await tsc(minor, '--version')).toContain(` ${minor}.`)
      const consumers = ['consumer.ts', 'consumer.cts']
      const bundler = { module: 'ESNext', moduleResolution: 'Bundler' }
      const node16 = { module: 'Node16', moduleResolution: 'Node16' }
      // The rules are in the declarations, which are the same files however they are found: one way is enough for them.
      // Built together the projects share what was parsed.
      const projects = await Promise.all([
        project(`${minor}-bundler`, [...SPECS, 'consumer.ts'], bundler),
        project(`${minor}-node16`, consumers, node16),
        project(`${minor}-nodenext`, consumers, node),
      ])
      expect(await tsc(minor, '-b', ...projects)).toBe('')
    },
  )

  const others: [name: string, options: object][] = [
    ['not strict', { strict: false, exactOptionalPropertyTypes: false }],
    ['with an old library', { lib: ['ES2015', 'DOM'] }],
    ['on a server, without the DOM', { lib: ['ES2022'], types: ['node'] }],
  ]
  const each = ['5.0', OWN, '7.0'].flatMap(minor => others.map(other => [minor, ...other] as const))
  it.each(each)('%s compiles the package %s', async (minor, name, options) => {
    const files = ['consumer.ts', 'consumer.cts']
    const file = await project(`${minor}-${name.replace(/\W+/g, '-')}`, files, { ...node, ...options })
    expect(await tsc(minor, '-p', file)).toBe('')
  })

  it(`${OWN} compiles the React app of these tests`, async () => {
    expect(await tsc(OWN, '-p', join(app, 'react'))).toBe('')
  })
})
