/**
 * Completes the lockfiles: each package gets the hash that proves what was downloaded. npm writes only the hashes of the
 * packages that it has fetched, so those of other systems, such as `@rollup/rollup-darwin-arm64`, are left without one
 * wherever a lockfile has no addresses (see .npmrc). The hashes come from the registry that npm is told to use.
 *
 * `node scripts/lock-hashes.mjs` after an install that changed a lockfile. test/lockfiles.test.ts fails where one is missing.
 */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** How many packages the registry is asked about at the same time. */
const AT_ONCE = 4

/** Every lockfile of the repository. */
export const lockfiles = async () => {
  const { stdout } = await run('git', ['ls-files', '*package-lock.json'])
  return stdout.split('\n').filter(Boolean)
}

/** The packages of a lockfile that are downloaded: neither the project itself, nor a folder or a link, nor a part of another one. */
export const downloads = lockfile =>
  Object.entries(lockfile.packages)
    .filter(([path, entry]) => path && !entry.link && !entry.inBundle && !entry.resolved?.startsWith('file:'))
    .map(([path, entry]) => ({ name: entry.name ?? path.split('node_modules/').at(-1), entry }))

/** The hash that the registry names for a version of a package. */
const integrityOf = async spec => {
  const { stdout } = await run('npm', ['view', spec, 'dist.integrity', '--json'], {
    shell: process.platform === 'win32',
  })
  const integrity = stdout && JSON.parse(stdout)
  if (typeof integrity !== 'string' || !/^sha512-/.test(integrity)) {
    throw new Error(`The registry names no sha512 of ${spec}, but ${stdout || 'nothing'}.`)
  }
  return integrity
}

/** The entry with its hash where npm writes it: behind the version. */
const withIntegrity = ({ version, ...rest }, integrity) => ({ version, integrity, ...rest })

/** Gives each package of a lockfile its hash. Returns how many had none. */
const complete = async file => {
  const lockfile = JSON.parse(await readFile(file, 'utf8'))
  const waiting = downloads(lockfile).filter(({ entry }) => !entry.integrity)
  const found = new Map()
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      found.set(next.entry, await integrityOf(`${next.name}@${next.entry.version}`))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    if (found.has(entry)) lockfile.packages[path] = withIntegrity(entry, found.get(entry))
  }
  if (found.size) await writeFile(file, `${JSON.stringify(lockfile, null, 2)}\n`)
  return found.size
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const file of await lockfiles()) console.log(`${file}: ${await complete(file)} hashes added`)
}
