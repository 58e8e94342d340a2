/** The package as those get it who install it: what `npm pack` packs, and what the built files weigh. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadLinks } from '../scripts/docs-markdown.mjs'

const run = promisify(execFile)
const root = process.cwd()
const entries = {
  '': 'requestPay',
  '/messages': 'describeError',
  '/sandbox': 'installSandbox',
  '/server': 'createPayments',
  '/sandbox/server': 'createSandboxApi',
  '/react': 'useCheckout',
  '/vue': 'useCheckout',
}
/** What the hooks import besides the package itself: the page has these anyway. */
const peers = ['react', 'vue']
let folder: string

/** The command, which is Node's alone. */
const command = 'cli.js'

interface PackageFile {
  bin: string
  budgets: Record<string, number>
  dependencies?: object
  peerDependencies: object
  peerDependenciesMeta: object
  exports: Record<string, unknown>
}
const readPackage = async (): Promise<PackageFile> => JSON.parse(await readFile('package.json', 'utf8'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iamport-checkout-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(root, join(folder, 'node_modules', 'iamport-checkout'), 'junction')
  for (const name of peers)
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is left of a module of a shop's page; with conditions, of a Worker's. */
const bundle = async (contents: string, conditions: string[] = []): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    conditions,
    external: peers,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.text.trim()
}

it('has the entries that are tested here', async () => {
  const { exports } = await readPackage()
  expect(Object.keys(exports).filter(path => !path.endsWith('.js') && !path.endsWith('.json'))).toEqual(
    Object.keys(entries).map(path => `.${path}`),
  )
})

describe.each(Object.entries(entries))('iamport-checkout%s', (path, name) => {
  it('can be imported and required, without a browser', async () => {
    const esm = `import { ${name} } from 'iamport-checkout${path}'; console.log(typeof ${name})`
    const cjs = `console.log(typeof require('iamport-checkout${path}').${name})`
    for (const [type, source] of [
      ['module', esm],
      ['commonjs', cjs],
    ] as const) {
      const { stdout } = await run('node', [`--input-type=${type}`, '-e', source], { cwd: folder })
      expect(stdout.trim()).toBe('function')
    }
  })

  it('leaves nothing in a bundle that only names it', async () => {
    // A page's bundle doesn't get the server at all.
    const conditions = path === '/server' ? ['workerd'] : []
    expect(await bundle(`import { ${name} } from 'iamport-checkout${path}'`, conditions)).toBe('')
    // Nor where it is imported for its effects: it has none.
    expect(await bundle(`import 'iamport-checkout${path}'`, conditions)).toBe('')
  })
})

describe('the server, which holds a secret', () => {
  const source = `import { createPayments } from 'iamport-checkout/server'; console.log(createPayments)`

  it('is not to be had in a bundle for browsers', async () => {
    await expect(bundle(source)).rejects.toThrow(/Could not resolve "iamport-checkout\/server"/)
  })

  it.each(['workerd', 'worker', 'edge-light'])('is to be had where the bundle is for %s', async condition => {
    expect(await bundle(source, [condition])).toContain('/payments/cancel')
  })

  it('weighs nothing on the entries for browsers', async () => {
    for (const path of ['', '/messages', '/sandbox']) {
      const built = await bundle(`import * as all from 'iamport-checkout${path}'; console.log(all)`)
      expect(built).not.toMatch(/imp_secret|access_token/)
    }
  })
})

it('stays in a bundle as the drop-in, which is imported for its effects', async () => {
  expect(await bundle(`import 'iamport-checkout/dist/sandbox.min.js'`)).toContain('request_pay')
})

describe('the tarball', () => {
  /** The files in it. */
  let names: string[]
  let tarball: string
  beforeAll(async () => {
    // Built before: packing would build once more, while other specs read `dist`.
    const { stdout } = await run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
      { cwd: root },
    )
    const parsed = JSON.parse(stdout)
    // npm 12 gives an object, by the packages' names.
    const [{ filename, files }] = Array.isArray(parsed) ? parsed : Object.values(parsed)
    tarball = join(folder, filename)
    names = files.map(({ path }: { path: string }) => path)
  })

  it('has nothing that publint would mention', async () => {
    const content = await readFile(tarball)
    const pack = { tarball: content.buffer.slice(content.byteOffset, content.byteOffset + content.length) }
    const { messages } = await publint({ pack, level: 'suggestion', strict: true })
    expect(messages).toEqual([])
  })

  it('has types that are right for every entry, however it is imported', async () => {
    const attw = ['--no-install', 'attw', tarball, '--format', 'json', '--profile', 'strict']
    const { stdout } = await run('npx', attw, { cwd: root, maxBuffer: 2 ** 26 })
    const { analysis, problems } = JSON.parse(stdout)
    expect(problems).toEqual({})
    expect(analysis.problems).toEqual([])
    expect(Object.keys(analysis.entrypoints)).toEqual(
      expect.arrayContaining(Object.keys(entries).map(path => `.${path}`)),
    )
  })

  it('holds what is needed and nothing else', () => {
    expect(names).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/index.js']),
    )
    const expected =
      /^(dist|src)\/|^docs\/.*\.md$|^docs\/(images|stores)\/|^[A-Z]+(\.ko)?\.md$|^(package\.json|LICENSE)$/
    expect(names.filter(name => !expected.test(name))).toEqual([])
  })

  it('holds what its pages link to', async () => {
    const has = (path: string) => names.some(name => name === path || name.startsWith(`${path}/`))
    const read = (page: string) => readFileSync(page, 'utf8')
    const dead = names
      .filter(name => name.endsWith('.md'))
      .flatMap(page => deadLinks(page, has, read).map(target => `${page}: ${target}`))
    expect(dead).toEqual([])
    // Both READMEs lead to documents, and those to others.
    expect(names).toEqual(expect.arrayContaining(['README.ko.md', 'docs/errors.md', 'SECURITY.md']))
  })

  it('depends on nothing', async () => {
    const { dependencies } = await readPackage()
    expect(dependencies).toBeUndefined()
    for (const file of (await readdir('dist')).filter(name => /\.(c?js|d\.c?ts)$/.test(name))) {
      const source = await readFile(join('dist', file), 'utf8')
      const imports = [
        ...source.matchAll(/(?:(?<![.\w])from\s*|require\(|import\()\s*['"]([^'"\s]+)['"]/g),
      ].map(([, name]) => name)
      const isOwn = (name: string): boolean =>
        name.startsWith('.') ||
        (file === command && name.startsWith('node:')) ||
        peers.some(peer => name === peer && file.startsWith(`${peer}.`))
      expect([file, imports.filter(name => !isOwn(name!))]).toEqual([file, []])
    }
  })

  it('has a command that runs by its name', async () => {
    const { bin } = await readPackage()
    expect(bin).toBe(`./dist/${command}`)
    expect(await readFile(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    const shop = await mkdtemp(join(tmpdir(), 'iamport-checkout-'))
    const env = { ...process.env, npm_config_ignore_scripts: 'true' }
    const { stdout: packed } = await run('npm', ['pack', '--pack-destination', shop, '--silent'], {
      cwd: root,
      env,
    })
    await writeFile(join(shop, 'package.json'), '{}')
    await run('npm', ['install', '--offline', '--no-audit', join(shop, packed.trim())], { cwd: shop, env })
    const { stdout } = await run('npx', ['--no-install', 'iamport-checkout', '--help'], { cwd: shop })
    expect(stdout).toContain('npx iamport-checkout sandbox')
    await rm(shop, { recursive: true })
  }, 120_000)

  it('keeps PortOne’s double out of everything but its own entry', async () => {
    for (const file of await readdir('dist')) {
      if (/^(sandbox-server|cli)\./.test(file)) continue
      expect([file, (await readFile(join('dist', file), 'utf8')).includes('createSandboxApi')]).toEqual([
        file,
        false,
      ])
    }
  })
})

describe('the hooks', () => {
  const files = ['react.js', 'react.cjs', 'vue.js', 'vue.cjs']
  it.each(files)('%s says that it is for the client, where React asks for that', async file => {
    const source = await readFile(join('dist', file), 'utf8')
    expect(source.startsWith(`'use client'\n`)).toBe(file.startsWith('react'))
  })

  it('have peers that nobody else has to install', async () => {
    const { peerDependencies, peerDependenciesMeta } = await readPackage()
    expect(peerDependencies).toEqual({ react: '>=18', vue: '>=3.3' })
    expect(peerDependenciesMeta).toEqual({ react: { optional: true }, vue: { optional: true } })
  })

  it('weigh nothing on the other entries', async () => {
    for (const path of ['', '/messages', '/sandbox']) {
      const built = await bundle(`import * as all from 'iamport-checkout${path}'; console.log(all)`)
      expect([path, built.includes('useCheckout')]).toEqual([path, false])
    }
  })
})

describe('the bytes, brotli', () => {
  const brotli = (content: Uint8Array): number => brotliCompressSync(content).length
  /** A hook is weighed without what its page has anyway: the framework, the main entry and the messages. */
  const peersAndEntries = [...peers, './index.js', './messages.js']
  const sizeOf = async (name: string, entry: string, external: string[] = []): Promise<number> => {
    const { outputFiles } = await build({
      stdin: { contents: `export { ${name} } from ${JSON.stringify(entry)}`, resolveDir: root },
      bundle: true,
      minify: true,
      external,
      format: 'esm',
      target: 'es2020',
      write: false,
    })
    return brotli(outputFiles[0]!.contents)
  }

  it('stay within the budgets of package.json', async () => {
    const { budgets } = await readPackage()
    const sizes: Record<string, number> = {
      loadIamport: await sizeOf('loadIamport', './dist/index.js'),
      parseRedirect: await sizeOf('parseRedirect', './dist/index.js'),
      requestPay: await sizeOf('requestPay', './dist/index.js'),
      createCheckout: await sizeOf('createCheckout', './dist/index.js'),
      describeError: await sizeOf('describeError', './dist/messages.js'),
      createPayments: await sizeOf('createPayments', './dist/server.js'),
      react: await sizeOf('useCheckout', './dist/react.js', peersAndEntries),
      vue: await sizeOf('useCheckout', './dist/vue.js', peersAndEntries),
      'iamport-checkout.min.js': brotli(await readFile('dist/iamport-checkout.min.js')),
    }
    console.log(sizes)
    expect(Object.keys(budgets)).toEqual(Object.keys(sizes))
    for (const [name, size] of Object.entries(sizes))
      expect([name, size <= budgets[name]!]).toEqual([name, true])
  })
})
