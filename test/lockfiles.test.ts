/** What the lockfiles say of each package: which one it is, and no address that one machine happened to get it from. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { downloads, lockfiles } from '../scripts/lock-hashes.mjs'

interface Entry {
  version: string
  integrity?: string
  resolved?: string
}
interface Download {
  name: string
  entry: Entry
}
const files = await lockfiles()

it('are found, wherever they are', () => {
  expect(files).toContain('package-lock.json')
  expect(files).toContain('test/strangers/package-lock.json')
})

describe.each(files)('%s', file => {
  let packages: Download[]
  beforeAll(() => {
    packages = downloads(JSON.parse(readFileSync(file, 'utf8')))
  })
  const brief = ({ name, entry }: Download): string => `${name}@${entry.version}`

  it('has a hash for every package, also for those of other systems: node scripts/lock-hashes.mjs', () => {
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter(({ entry }) => !/^sha512-/.test(entry.integrity ?? '')).map(brief)).toEqual([])
  })

  it('names no address', () => {
    expect(packages.filter(({ entry }) => entry.resolved).map(brief)).toEqual([])
  })
})
