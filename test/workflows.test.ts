/** The workflows of the repository's host: what they may do, and on which Node they test. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)

describe('the workflows', () => {
  const folder = '.github/workflows'
  it.each(readdirSync(folder))('%s names the commits of the actions that it runs', async name => {
    const uses = [...(await readFile(join(folder, name), 'utf8')).matchAll(/\buses: *(.*)/g)].map(
      ([, action]) => action,
    )
    expect(uses.length).toBeGreaterThan(0)
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('tests on the oldest Node that package.json asks developers for', async () => {
    const { devEngines } = JSON.parse(await readFile('package.json', 'utf8'))
    const oldest = devEngines.runtime.version.replace('>=', '')
    expect(await readFile(join(folder, 'check.yml'), 'utf8')).toMatch(
      new RegExp(`node: \\[${oldest}(\\.0)?, `),
    )
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
