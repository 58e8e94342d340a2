/** Adds up what the test runners counted, in few lines. Exits with a failure where anything failed or nothing ran. */
import { readFileSync } from 'node:fs'

const read = file => JSON.parse(readFileSync(file, 'utf8'))
const unit = read('.tmp/unit.json')
const strangers = read('.tmp/strangers.json')
const servers = read('.tmp/servers.json')
const services = read('.tmp/services.json')
const { stats } = read('.tmp/e2e.json')
const flows = read('.tmp/engines.json')
const browsers = read('.tmp/browsers.json')

/** What one engine did. With nothing passed there must be a reason, and even that counts as nothing. */
const engine = (name, title) => {
  const results = flows.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles }) => ancestorTitles[0] === name)
  const count = status => results.filter(result => result.status === status).length
  const missing = !results.length && browsers[name]?.missing
  const passed = count('passed')
  const failed = count('failed')
  const skipped = results.length - passed - failed
  const browser = results[0]?.meta.browser ?? 'nothing ran, and nothing says why'
  return {
    passed,
    failed,
    skipped,
    isAccounted: passed > 0 || (missing && name !== 'chromium'),
    line: missing
      ? `${title}: not available here (${missing}), 0 run: not counted as passed`
      : `${title}: ${passed} (${browser})${skipped ? `, ${skipped} not run: not counted as passed` : ''}`,
  }
}
const engines = [engine('chromium', 'Chromium'), engine('firefox', 'Firefox'), engine('webkit', 'WebKit')]
/** Databases that aren't here leave their tests skipped, and the reason said. */
const missingServices = Object.entries(services)
  .filter(([, { missing }]) => missing)
  .map(([name, { missing }]) => `${name}: not available here (${missing}), 0 run: not counted as passed`)
const sum = key => engines.reduce((total, it) => total + it[key], 0)

const passed =
  unit.numPassedTests + servers.numPassedTests + strangers.numPassedTests + stats.expected + sum('passed')
const failed =
  unit.numFailedTests +
  servers.numFailedTests +
  strangers.numFailedTests +
  stats.unexpected +
  stats.flaky +
  sum('failed')
const idle = ({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests
const skipped = idle(unit) + idle(servers) + idle(strangers) + stats.skipped + sum('skipped')
console.log(
  `unit: ${unit.numPassedTests}, servers: ${servers.numPassedTests}, strangers: ${strangers.numPassedTests}, e2e: ${stats.expected}`,
)
for (const line of missingServices) console.log(line)
for (const { line } of engines) console.log(line)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
const isWhole =
  [unit, servers, strangers].every(it => it.success && it.numPassedTests) &&
  stats.expected &&
  flows.success &&
  engines.every(it => it.isAccounted)
process.exit(failed || !isWhole ? 1 : 0)
