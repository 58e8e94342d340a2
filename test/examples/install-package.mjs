/**
 * Puts the package, as `npm pack` packs it, in the place of the copy that each folder has installed, for that one may be of
 * an earlier build: `node test/examples/install-package.mjs examples/express`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const shell = process.platform === 'win32'
const packed = mkdtempSync(join(tmpdir(), 'iamport-examples-'))
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packed], { shell })
const [tarball] = readdirSync(packed)

for (const folder of process.argv.slice(2)) {
  const place = join(folder, 'node_modules/iamport-checkout')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['-xzf', join(packed, tarball), '-C', place, '--strip-components=1'])
}
rmSync(packed, { recursive: true })
