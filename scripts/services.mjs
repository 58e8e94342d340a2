/**
 * Finds the databases of the server's tests: Postgres and Redis, as the system has them. One that isn't here is installed
 * (Debian and what is made of it). What can't be had is left in .tmp/services.json with its reason, for the tests and
 * scripts/test-reports.mjs to say; it is never counted as passed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How long one installation may take, in ms. */
const PATIENCE = 600_000

const first = paths => paths.find(path => path && existsSync(path))
const onPath = name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name))

/** Debian keeps the programs of each version of Postgres apart, and off the path. */
const findPostgres = () => {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map(version => join(root, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

const services = {
  postgres: { find: findPostgres, packages: ['postgresql'] },
  redis: { find: () => first(onPath('redis-server')), packages: ['redis-server'] },
}

/** Where a service's programs are: the folder of Postgres' own, the file of redis-server; undefined where it isn't here. */
export const findService = name => services[name].find()

/** Installs Debian's packages. Returns what went wrong, if anything did. */
const apt = packages => {
  if (process.platform !== 'linux') return 'apt-get: not on this system'
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
  const run = (...args) => {
    console.log(`> apt-get ${args.join(' ')}`)
    const quietly = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=120',
    ]
    const [command, ...rest] = [...asRoot, ...quietly, '--no-install-recommends', '-y', ...args]
    const { status, error, stderr } = spawnSync(command, rest, { encoding: 'utf8', timeout: PATIENCE })
    if (status === 0) return ''
    return `apt-get ${args.join(' ')}: ${error?.message ?? stderr.split('\n').find(line => /^E: /.test(line)) ?? status}`
  }
  return run('update') || run('install', ...packages)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = {}
  for (const [name, { find, packages }] of Object.entries(services)) {
    const path = find()
    const reason = path ? '' : apt(packages)
    const found = path ?? find()
    report[name] = found ? { path: found } : { missing: reason || 'installed, and yet not found' }
    console.log(`${name}: ${report[name].path ?? report[name].missing}`)
  }
  mkdirSync('.tmp', { recursive: true })
  writeFileSync('.tmp/services.json', JSON.stringify(report, null, 2))
}
