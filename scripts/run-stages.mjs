/**
 * Runs stages of tests, some at the same time, and makes a table of what came of them. A stage has failed where its
 * script, a test or the count of its tests says so, where it passed no test, and where it could not begin.
 *
 * @typedef {object} Stage
 * @property {string} script An npm script, with arguments.
 * @property {string[]} [after] The stages whose work it needs: it begins when they have passed.
 * @property {true} [alone] Whether it has the machine for itself, when all others are over: it measures times.
 * @property {string} [report] The file in which its runner leaves what it counted.
 * @property {(report: string) => Count} [count] Reads the report. Where there is none, the exit code says all.
 *
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [notes] What a reader has to know beside the numbers.
 * @property {string[]} [faults] Why the stage has failed although no test did.
 * @property {string[]} [failures] What failed, a line each.
 *
 * @typedef {{ took: number, count?: Count, faults: string[] }} Result How long it took, in seconds, and what came of it.
 */
import { rmSync } from 'node:fs'

const since = start => (Date.now() - start) / 1000
const seconds = number => `${number.toFixed(0)} s`

/**
 * @param {Record<string, Stage>} stages From the top, in the order in which they begin.
 * @param {object} how
 * @param {number} how.atOnce How many stages may run at the same time.
 * @param {(name: string, script: string) => Promise<number | string>} how.run Runs a script. Gives its exit code, or why it
 * has none.
 * @param {(line: string) => void} how.say Takes what happens, line by line.
 * @param {(name: string) => void} how.explain Shows what a stage that has failed had said.
 * @returns {Promise<boolean>} Whether all has passed.
 */
export const runStages = async (stages, { atOnce, run, say, explain }) => {
  const names = Object.keys(stages)
  const begin = Date.now()
  /** @type {Map<string, Result>} */
  const results = new Map()
  /** @type {Map<string, Promise<void>>} */
  const running = new Map()

  const needs = name => (stages[name].after ?? []).filter(other => names.includes(other))
  const hasPassed = name => results.get(name)?.faults.length === 0
  const isWaiting = name => !results.has(name) && !running.has(name)

  const runStage = async name => {
    const { script, report, count: read } = stages[name]
    const start = Date.now()
    // One of an earlier run must not be counted.
    if (report) rmSync(report, { force: true })
    say(`${name}: begins`)
    const code = await run(name, script)
    const faults = code === 0 ? [] : [`npm run ${script}: ended with ${code}`]
    let count
    try {
      count = read?.(report)
      if (count?.failed) faults.push(`${count.failed} failed`)
      if (count?.passed === 0) faults.push('no test passed')
      faults.push(...(count?.faults ?? []))
    } catch (error) {
      faults.push(`its tests can't be counted: ${error.message}`)
    }
    const took = since(start)
    if (faults.length) explain(name)
    say(`${name}: ${faults.length ? 'FAILED' : 'passed'} in ${seconds(took)}`)
    running.delete(name)
    results.set(name, { took, count, faults })
  }

  const mayBegin = name => {
    if (!isWaiting(name) || !needs(name).every(hasPassed)) return false
    return (
      !stages[name].alone || (!running.size && !names.some(other => !stages[other].alone && isWaiting(other)))
    )
  }
  const dropThoseThatCannotBegin = () => {
    for (const name of names.filter(isWaiting)) {
      const missing = needs(name).filter(other => results.has(other) && !hasPassed(other))
      if (missing.length) results.set(name, { took: 0, faults: [`NOT RUN: it needs ${missing.join(', ')}`] })
    }
  }

  while (results.size < names.length) {
    for (let name = names.find(mayBegin); name && running.size < atOnce; name = names.find(mayBegin)) {
      running.set(name, runStage(name))
      if (stages[name].alone) break
    }
    if (!running.size)
      throw new Error(`These stages wait for each other: ${names.filter(isWaiting).join(', ')}.`)
    await Promise.race(running.values())
    dropThoseThatCannotBegin()
  }

  const sum = key => [...results.values()].reduce((total, { count }) => total + (count?.[key] ?? 0), 0)
  say('')
  for (const name of names) {
    const { took, count, faults } = results.get(name)
    const numbers = count ? `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped` : ''
    const state = faults.length ? 'FAILED' : 'passed'
    say(`${name.padEnd(12)}${state}${seconds(took).padStart(8)}  ${numbers}`.trimEnd())
    for (const line of [...(count?.notes ?? []), ...faults]) say(`${' '.repeat(28)}${line}`)
  }
  // They stand at the end: of a long run often nothing but the end is kept.
  for (const name of names) {
    for (const line of results.get(name).count?.failures ?? []) say(`${name}: ${line}`)
  }
  const bad = names.filter(name => !hasPassed(name))
  say(
    `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped, in ${seconds(since(begin))}`,
  )
  if (bad.length) say(`FAILED: ${bad.join(', ')}`)
  return !bad.length
}
