/**
 * `npm test` runs all stages of scripts/test-stages.mjs; `node scripts/test.mjs build unit` runs those that are named. What
 * has failed is shown whole, and all that the stages say is in .tmp/test.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { runStages } from './run-stages.mjs'
import { stages } from './test-stages.mjs'

const LOGS = '.tmp/test'
const logOf = name => `${LOGS}/${name}.log`

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !stages[name])
if (unknown.length) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`)
  process.exit(1)
}

/** Runs an npm script, with what it says in a file. */
const run = async (name, script) => {
  const log = await open(logOf(name), 'w')
  const child = spawn('npm', ['run', '--silent', ...script.split(' ')], {
    stdio: ['ignore', log.fd, log.fd],
    shell: process.platform === 'win32',
  })
  try {
    const [code, signal] = await once(child, 'close')
    return code ?? signal
  } catch (error) {
    return error.message
  } finally {
    await log.close()
  }
}

mkdirSync(LOGS, { recursive: true })
const chosen = Object.entries(stages).filter(([name]) => !wanted.length || wanted.includes(name))
const isFine = await runStages(Object.fromEntries(chosen), {
  // Browsers, compilers and the registry are waited for in turns: two stages keep two cores busy.
  atOnce: Math.min(Math.max(availableParallelism(), 2), 4),
  run,
  say: console.log,
  explain: name => console.log(`\n--- ${name} ---\n${readFileSync(logOf(name), 'utf8')}`),
})
process.exit(isFine ? 0 : 1)
