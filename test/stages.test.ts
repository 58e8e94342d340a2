/** What runs the tests: whatever goes wrong in a stage, all of it has failed, and says so. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runStages, type Stage } from '../scripts/run-stages.mjs'
import { countPlaywright, countVitest } from '../scripts/test-reports.mjs'
import { stages } from '../scripts/test-stages.mjs'
import { ReportWithUnhandled } from '../scripts/vitest-report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'iamport-checkout-'))
afterAll(() => rmSync(folder, { recursive: true }))

const counting = (passed: number, failed = 0, skipped = 0) => ({ count: () => ({ passed, failed, skipped }) })

/** Runs stages whose scripts end with the code that they are. Gives what was said, and in which order they ran. */
const play = async (given: Record<string, Stage>, atOnce = 2) => {
  const said: string[] = []
  const explained: string[] = []
  /** The stages that ran while one began. */
  const beside: Record<string, string[]> = {}
  const running = new Set<string>()
  const isFine = await runStages(given, {
    atOnce,
    run: async (name, script) => {
      beside[name] = [...running]
      running.add(name)
      await new Promise(resolve => setTimeout(resolve, 20))
      running.delete(name)
      return Number(script)
    },
    say: line => said.push(line),
    explain: name => explained.push(name),
  })
  return { isFine, said: said.join('\n'), explained, beside }
}

describe('the stages', () => {
  it('have passed where all have, and are counted', async () => {
    const { isFine, said, explained } = await play({
      a: { script: '0' },
      b: { script: '0', ...counting(2, 0, 1) },
      c: { script: '0', ...counting(3) },
    })
    expect(isFine).toBe(true)
    expect(said).toContain('5 passed, 0 failed, 1 skipped')
    expect(explained).toEqual([])
  })

  it.each<[what: string, stage: Stage, said: string]>([
    ['a script fails', { script: '1', ...counting(1) }, 'npm run 1: ended with 1'],
    ['a test fails', { script: '0', ...counting(1, 1) }, '1 failed'],
    ['nothing ran', { script: '0', ...counting(0, 0, 4) }, 'no test passed'],
    [
      'there is no report',
      { script: '0', report: join(folder, 'none'), count: countVitest },
      `can't be counted`,
    ],
    [
      'its count says so',
      { script: '0', count: () => ({ passed: 1, failed: 0, skipped: 0, faults: ['odd'] }) },
      'odd',
    ],
  ])('have failed where %s', async (_, stage, reason) => {
    const { isFine, said, explained } = await play({ good: { script: '0', ...counting(1) }, stage })
    expect(isFine).toBe(false)
    expect(said).toContain(reason)
    expect(said).toContain('FAILED: stage')
    expect(explained).toEqual(['stage'])
  })

  it('do not run without what they need, which is a failure, while others do', async () => {
    const { isFine, said, beside } = await play({
      build: { script: '1' },
      unit: { script: '0', after: ['build'] },
      more: { script: '0', after: ['unit'] },
      check: { script: '0' },
      timed: { script: '0', alone: true },
    })
    expect(isFine).toBe(false)
    expect(Object.keys(beside)).toEqual(['build', 'check', 'timed'])
    expect(said).toContain('NOT RUN: it needs build')
    expect(said).toContain('FAILED: build, unit, more')
  })

  it('run at the same time, as many as may, and what measures times alone at the end', async () => {
    const { beside } = await play({
      timed: { script: '0', alone: true },
      a: { script: '0' },
      b: { script: '0' },
      c: { script: '0', after: ['a'] },
    })
    expect(Object.keys(beside)).toEqual(['a', 'b', 'c', 'timed'])
    expect(beside).toMatchObject({ b: ['a'], timed: [] })
    expect(beside['c']!.length).toBeLessThan(2)
  })

  it('count no report of an earlier run', async () => {
    const report = join(folder, 'unit.json')
    writeFileSync(report, '{"numPassedTests":7,"numFailedTests":0,"numPendingTests":0,"numTodoTests":0}')
    const { isFine } = await play({ unit: { script: '0', report, count: countVitest } })
    expect(isFine).toBe(false)
    expect(existsSync(report)).toBe(false)
  })

  it('say so where they wait for each other', async () => {
    const circle = { a: { script: '0', after: ['b'] }, b: { script: '0', after: ['a'] } }
    await expect(play(circle)).rejects.toThrow('wait for each other: a, b')
  })
})

it('of npm test name scripts that there are, and each other', async () => {
  const { scripts } = (await import('../package.json', { with: { type: 'json' } })).default
  for (const { script, after = [] } of Object.values(stages)) {
    expect(scripts).toHaveProperty(script.split(' ')[0]!)
    for (const name of after) expect(stages).toHaveProperty(name)
  }
})

it('count a test that passed at a second try as failed', () => {
  const report = join(folder, 'e2e.json')
  writeFileSync(report, '{"stats":{"expected":3,"unexpected":1,"flaky":1,"skipped":2}}')
  expect(countPlaywright(report)).toMatchObject({ passed: 3, failed: 2, skipped: 2 })
})

describe('a run that failed names at its end', () => {
  const endOf = async (count: NonNullable<Stage['count']>, content: unknown) => {
    const report = join(folder, 'named.json')
    writeFileSync(report, JSON.stringify(content))
    const { said } = await play({ stage: { script: '1', count: () => count(report) }, good: { script: '0' } })
    return said.slice(said.indexOf('good'))
  }

  it('the tests of Vitest, and a file that could not be run', async () => {
    const failed = {
      status: 'failed',
      fullName: 'a pays',
      failureMessages: ['\u001b[31mexpected 1\u001b[0m\n  to be 2'],
    }
    const passed = { status: 'passed', fullName: 'a waits', failureMessages: [] }
    const end = await endOf(countVitest, {
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        { name: join(process.cwd(), 'test/a.test.ts'), status: 'failed', assertionResults: [passed, failed] },
        {
          name: join(process.cwd(), 'test/b.test.ts'),
          status: 'failed',
          message: 'no module',
          assertionResults: [],
        },
      ],
    })
    expect(end).toContain('stage: test/a.test.ts › a pays: expected 1 to be 2\n')
    expect(end).toContain('stage: test/b.test.ts › the file: no module\n')
    expect(end).not.toContain('a waits')
  })

  it('what Vitest itself tells nobody about: a promise that rejects behind a test that passed', async () => {
    const place = mkdtempSync(join(tmpdir(), 'iamport-checkout-vitest-'))
    writeFileSync(
      join(place, 'late.test.mjs'),
      `test('passes', async () => {
        Promise.reject(new Error('nobody took this'))
        await new Promise(resolve => setTimeout(resolve, 50))
      })`,
    )
    const outputFile = join(place, 'report.json')
    const { startVitest } = await import('vitest/node')
    const exitCode = process.exitCode
    const vitest = await startVitest('test', [], {
      root: place,
      config: false,
      watch: false,
      globals: true,
      include: ['*.test.mjs'],
      reporters: [new ReportWithUnhandled({ outputFile })],
    })
    await vitest.close()
    process.exitCode = exitCode
    const count = countVitest(outputFile)
    rmSync(place, { recursive: true })
    expect(count).toMatchObject({ passed: 1, failed: 0 })
    expect(count.failures).toEqual(['outside of the tests: nobody took this'])
  })

  it('what went wrong outside of the tests of Vitest, which is a failure by itself', async () => {
    const end = await endOf(countVitest, {
      numPassedTests: 1,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      unhandled: ['a promise rejected'],
    })
    expect(end).toContain('stage: outside of the tests: a promise rejected\n')
  })

  it('the specs of Playwright, at any depth, and what failed outside of them', async () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: 'pc.spec.ts',
      tests: [{ projectName: 'iife', status, results: [{}, ...(message ? [{ error: { message } }] : [])] }],
    })
    const end = await endOf(countPlaywright, {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          specs: [spec('pays', 'unexpected', 'timed out'), spec('waits', 'expected')],
          suites: [{ specs: [spec('lands', 'flaky', 'late')] }],
        },
      ],
      errors: [{ message: 'no browser' }],
    })
    expect(end).toContain('stage: pc.spec.ts › pays [iife]: timed out\n')
    expect(end).toContain('stage: pc.spec.ts › lands [iife]: late\n')
    expect(end).toContain('stage: outside of the tests: no browser\n')
    expect(end).not.toContain('waits')
  })
})
