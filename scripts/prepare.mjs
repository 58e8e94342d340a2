/**
 * npm runs this script as `prepare`: after an install in this repository, before it packs, and in the clone or the
 * folder that somebody installs the package from (`npm i git+https://…`, `npm i ../iamport-checkout`). Git holds no
 * `dist`, so the script makes one, unless the one that is there is newer than all that it is made from: npm runs
 * `prepare` twice in a clone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs the npm that runs this script, or the one on the path. Its output is shown, for a failure has to be explained. */
const npm = (...args) => {
  const { npm_execpath: path } = process.env
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []]
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (status !== 0) throw error ?? new Error(`npm ${args.join(' ')} ended with ${status}`)
}

/** When each file and folder in a folder was changed; a folder is changed when something in it was removed. */
const changes = folder => [
  statSync(folder).mtimeMs,
  ...readdirSync(folder, { recursive: true }).map(name => statSync(join(folder, name)).mtimeMs),
]

const isBuilt = () => {
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, 'index.js'))) return false
  const sources = ['package.json', 'package-lock.json', 'rollup.config.mjs', 'tsconfig.json']
  const newest = Math.max(
    ...changes(join(root, 'src')),
    ...sources.map(name => statSync(join(root, name)).mtimeMs),
  )
  return Math.min(...changes(dist).slice(1)) > newest
}

if (!isBuilt()) {
  // npm links a folder that it installs from, and brings no development packages along. The options undo those of the
  // install that is under way, which npm hands down: `--global` and `--omit=dev`.
  if (!existsSync(join(root, 'node_modules', 'rollup'))) {
    npm('ci', '--ignore-scripts', '--include=dev', '--global=false', '--no-audit', '--no-fund')
  }
  npm('run', 'build')
}
