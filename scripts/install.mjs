/**
 * Installs the packages of a folder that has a package.json of its own. Tools that only one kind of test needs are kept
 * out of the main one, so that `npm ci && npm start` is quick.
 *
 * `node scripts/install.mjs e2e/engines` installs what the lockfile says, unless that was done before.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

for (const folder of process.argv.slice(2)) {
  const done = join(folder, 'node_modules/.package-lock.json')
  const isDone =
    existsSync(done) && statSync(done).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
  if (isDone) continue
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status) process.exit(status)
}
