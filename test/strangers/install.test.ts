/** The package as git has it: installed from the repository, and from a folder that is a fresh clone of it. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, cp, lstat, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { bundlers } from './bundle.mjs'
import { pay, visit } from './visit.ts'

const run = promisify(execFile)
/** An installation from git installs all that it takes to build. */
const PATIENCE = 600_000
let folder: string
let repository: string
let browser: Browser

/** Runs npm as a stranger does, who has no settings of ours. What was downloaded before is taken from npm's cache. */
const npm = (cwd: string, ...args: string[]) =>
  run('npm', [...args, '--no-audit', '--no-fund'], {
    cwd,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      npm_config_prefer_offline: 'true',
      npm_config_ignore_scripts: 'false',
      // npm 12 takes nothing from git unless it is told to.
      npm_config_allow_git: 'all',
    },
  })
const git = (cwd: string, ...args: string[]) =>
  run('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], { cwd })

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'iamport-install-')))
  repository = join(folder, 'repository')
  const { stdout } = await git('.', 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
  for (const name of stdout.split('\0').filter(name => name && existsSync(name))) {
    await mkdir(dirname(join(repository, name)), { recursive: true })
    await copyFile(name, join(repository, name))
  }
  await git(repository, 'init', '--quiet')
  await git(repository, 'add', '--all')
  await git(repository, 'commit', '--quiet', '--message', 'What is in the working tree')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const installs: Record<string, (app: string) => Promise<unknown>> = {
  'from git': app => npm(app, 'install', `git+${pathToFileURL(repository)}`),
  'from a folder, which npm links': async app => {
    const clone = `${app}-clone`
    await git(folder, 'clone', '--quiet', repository, clone)
    // npm 12 runs no script of a package that it installs: there the folder has to be made ready.
    const { stdout } = await npm(app, '--version')
    if (Number.parseInt(stdout, 10) >= 12) await npm(clone, 'ci')
    await npm(app, 'install', clone)
    expect((await lstat(join(app, 'node_modules/iamport-checkout'))).isSymbolicLink()).toBe(true)
    // Who installs it once more does not wait for what is built.
    const built = await stat(join(clone, 'dist'))
    await run('node', ['scripts/prepare.mjs'], { cwd: clone })
    expect(await stat(join(clone, 'dist'))).toMatchObject({ ino: built.ino, mtimeMs: built.mtimeMs })
  },
}

describe.each(Object.entries(installs))('installed %s', (how, install) => {
  let app: string
  beforeAll(async () => {
    app = join(folder, how.replace(/\W+/g, '-'))
    await mkdir(app)
    await writeFile(join(app, 'package.json'), '{ "name": "shop", "private": true }')
    await install(app)
  }, PATIENCE)

  it.each([
    ['imported', 'module', `import { requestPay } from 'iamport-checkout'; console.log(typeof requestPay)`],
    ['required', 'commonjs', `console.log(typeof require('iamport-checkout/sandbox').installSandbox)`],
  ])('it can be %s', async (_, type, source) => {
    const { stdout } = await run('node', [`--input-type=${type}`, '--eval', source], { cwd: app })
    expect(stdout).toBe('function\n')
  })

  it('it has its types', async () => {
    await cp('test/strangers/apps/types', join(app, 'types'), { recursive: true })
    const compilerOptions = {
      ...{ module: 'NodeNext', target: 'ES2022', lib: ['ES2022', 'DOM'], types: [] },
      ...{ strict: true, skipDefaultLibCheck: true, noEmit: true },
    }
    const project = join(app, 'types/tsconfig.json')
    await writeFile(join(app, 'types/package.json'), '{ "type": "module" }')
    await writeFile(project, JSON.stringify({ compilerOptions, files: ['consumer.ts', 'consumer.cts'] }))
    const tsc = run('node', [resolve('node_modules/typescript/bin/tsc'), '-p', project])
    expect((await tsc.catch(failure => failure)).stdout).toBe('')
  })

  it('a shop that is built with it pays', () =>
    visit({ browser, app, kind: 'imported', bundle: bundlers['esbuild']!, name: 'shop' }, pay))
})
