/** The package as those get it who install it: what `npm pack` packs, and what the built files weigh. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = process.cwd()
const entries = {
  '': 'requestPay',
  '/messages': 'describeError',
  '/sandbox': 'installSandbox',
  '/server': 'createPayments',
  '/sandbox/server': 'createSandboxApi',
}
let folder: string

/** The command, which is Node's alone. */
const command = 'cli.js'

interface PackageFile {
  bin: string
  budgets: Record<string, number>
  dependencies?: object
  devEngines: { runtime: { version: string } }
  engines?: object
}
const readPackage = async (): Promise<PackageFile> => JSON.parse(await readFile('package.json', 'utf8'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iamport-checkout-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(root, join(folder, 'node_modules', 'iamport-checkout'), 'junction')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is left of a module of a shop's page; with conditions, of a Worker's. */
const bundle = async (contents: string, conditions: string[] = []): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    conditions,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.text.trim()
}

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

describe('the types', () => {
  it.each([
    ['module', 'NodeNext', 'NodeNext'],
    ['commonjs', 'Node16', 'Node16'],
    ['module', 'ESNext', 'Bundler'],
  ])(
    'has types for a %s, resolved as %s',
    async (type, module, moduleResolution) => {
      const project = await mkdtemp(join(folder, 'types-'))
      await writeFile(join(project, 'package.json'), JSON.stringify({ type }))
      const lines = Object.entries(entries).map(
        ([path, name]) =>
          `import { ${name} } from 'iamport-checkout${path}'\n${name} satisfies (...all: never) => unknown`,
      )
      await writeFile(join(project, 'index.ts'), lines.join('\n'))
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'ES2020',
        lib: ['ES2020', 'DOM', 'DOM.Iterable'],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        types: [],
      }
      await writeFile(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: ['index.ts'] }),
      )
      const { stdout } = await run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', project])
      expect(stdout).toBe('')
    },
    120_000,
  )
})

describe('the tarball', () => {
  it('is what publint and arethetypeswrong want, for every entry', async () => {
    // Both pack, and packing builds: other specs are reading dist meanwhile.
    const env = { ...process.env, npm_config_ignore_scripts: 'true' }
    const tool = (name: string, ...args: string[]) =>
      run('npx', ['--no-install', name, ...args], { cwd: root, env })
    await tool('publint', '--strict')
    await tool('attw', '--pack', '.', '--quiet')
  }, 120_000)

  it('holds what is needed and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root })
    const parsed = JSON.parse(stdout)
    const [{ files }] = Array.isArray(parsed) ? parsed : [Object.values(parsed)[0]]
    const names = files.map(({ path }: { path: string }) => path) as string[]
    expect(names).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/index.js']),
    )
    expect(
      names.filter(
        name => !/^(dist|src)\/|^(package\.json|README(\.ko)?\.md|LICENSE|CHANGELOG\.md)$/.test(name),
      ),
    ).toEqual([])
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
        name.startsWith('.') || (file === command && name.startsWith('node:'))
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
      expect([file, (await readFile(join('dist', file), 'utf8')).includes('getToken')]).toEqual([file, false])
    }
  })

  it('asks for no Node: yarn refuses to install a page’s package where the Node is not as asked', async () => {
    const { engines, devEngines } = await readPackage()
    expect(engines).toBeUndefined()
    // What it takes to work on the package is tested where the oldest is.
    const oldest = devEngines.runtime.version.replace('>=', '')
    expect(await readFile('.github/workflows/check.yml', 'utf8')).toMatch(
      new RegExp(`node: \\[${oldest}(\\.0)?, `),
    )
  })

  it('has lockfile entries without the address that one machine got them from', async () => {
    expect(await readFile('package-lock.json', 'utf8')).not.toContain('"resolved"')
  })
})

describe('the workflows', () => {
  const folder = '.github/workflows'
  it.each(readdirSync(folder))('%s names the commits of the actions that it runs', async name => {
    const uses = [...(await readFile(join(folder, name), 'utf8')).matchAll(/\buses: *(.*)/g)].map(
      ([, action]) => action,
    )
    expect(uses.length).toBeGreaterThan(0)
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  const publishing = readFileSync(join(folder, 'publish.yml'), 'utf8')
  /** The jobs by their names, as text. */
  const jobs = Object.fromEntries(
    publishing
      .slice(publishing.indexOf('jobs:'))
      .split(/^ {2}(?=\w+:\n {4})/m)
      .slice(1)
      .map(job => [/^\w+/.exec(job)![0], job]),
  )

  it('publishes in a job that runs nobody’s code, after those that test and pack', () => {
    expect(Object.keys(jobs)).toEqual(['test', 'pack', 'publish'])
    const { test, pack, publish } = jobs as Record<'test' | 'pack' | 'publish', string>
    expect(publishing.match(/id-token: write/g)).toHaveLength(1)
    expect(publish).toContain('id-token: write')
    expect(publish).toContain('needs: [test, pack]')
    expect([...publish.matchAll(/\brun: *(.*)/g)].map(([, command]) => command)).toEqual([
      'npm publish ./*.tgz --provenance --access public --ignore-scripts',
    ])
    expect(publish).not.toContain('actions/checkout')
    expect(test).toContain('run: .ci/run\n')
    expect(pack).toContain('run: npm ci --ignore-scripts\n')
  })

  it.each([
    [undefined, false],
    [{ type: 'git', url: 'git+https://github.com/someone/else.git' }, false],
    [{ type: 'git', url: 'git+https://github.com/owner/name.git' }, true],
    ['github:owner/name', true],
  ])('publishes with the repository %j: %s', async (repository, isPublished) => {
    const command = /run: (.*GITHUB_REPOSITORY.*)/.exec(jobs['test']!)![1]!
    const cwd = await mkdtemp(join(tmpdir(), 'iamport-checkout-'))
    await writeFile(join(cwd, 'package.json'), JSON.stringify({ repository }))
    // As GitHub runs a step.
    const ending = run('bash', ['-e', '-c', command], {
      cwd,
      env: { ...process.env, GITHUB_REPOSITORY: 'owner/name' },
    }).then(
      () => true,
      () => false,
    )
    expect(await ending).toBe(isPublished)
    await rm(cwd, { recursive: true })
  })
})

describe('the bytes, brotli', () => {
  const brotli = (content: Uint8Array): number => brotliCompressSync(content).length
  const sizeOf = async (name: string, entry: string): Promise<number> => {
    const { outputFiles } = await build({
      stdin: { contents: `export { ${name} } from ${JSON.stringify(entry)}`, resolveDir: root },
      bundle: true,
      minify: true,
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
      describe: await sizeOf('describe', './dist/messages.js'),
      createPayments: await sizeOf('createPayments', './dist/server.js'),
      'iamport-checkout.min.js': brotli(await readFile('dist/iamport-checkout.min.js')),
    }
    console.log(sizes)
    expect(Object.keys(budgets)).toEqual(Object.keys(sizes))
    for (const [name, size] of Object.entries(sizes))
      expect([name, size <= budgets[name]!]).toEqual([name, true])
  })
})
