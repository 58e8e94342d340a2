/** Reads what the test runners counted. Nobody else counts: a test that did not run is in no report as passed. */
import { readFileSync } from 'node:fs'

const read = file => JSON.parse(readFileSync(file, 'utf8'))

/** @returns {import('./run-stages.mjs').Count} */
export const countVitest = file => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(file)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/**
 * The server on databases and in runtimes. A database that can't be had leaves its tests skipped: scripts/services.mjs says
 * why, and it is said again here. @returns {import('./run-stages.mjs').Count}
 */
export const countServers = file => {
  const missing = Object.entries(read('.tmp/services.json')).filter(([, service]) => service.missing)
  const notes = missing.map(
    ([name, service]) => `${name}: NOT AVAILABLE HERE (${service.missing}): nothing ran, nothing is counted`,
  )
  return { ...countVitest(file), notes, faults: [] }
}

/** A test that passed when it was tried again is no passed one. @returns {import('./run-stages.mjs').Count} */
export const countPlaywright = file => {
  const { expected, unexpected, flaky, skipped } = read(file).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }

/**
 * The flows, by engine. Firefox and WebKit can't be had on every system: scripts/browser.mjs says why, and it is said
 * again here. An engine of which nothing ran and nobody says why is a fault. @returns {import('./run-stages.mjs').Count}
 */
export const countEngines = file => {
  const results = read(file).testResults.flatMap(({ assertionResults }) => assertionResults)
  const browsers = read('.tmp/browsers.json')
  const count = { passed: 0, failed: 0, skipped: 0, notes: [], faults: [] }
  for (const [name, title] of Object.entries(ENGINES)) {
    const own = results.filter(({ ancestorTitles }) => ancestorTitles[0] === name)
    const passed = own.filter(({ status }) => status === 'passed').length
    const failed = own.filter(({ status }) => status === 'failed').length
    const skipped = own.length - passed - failed
    count.passed += passed
    count.failed += failed
    count.skipped += skipped
    const { missing } = browsers[name] ?? {}
    if (passed) {
      const rest = skipped ? `, ${skipped} NOT RUN` : ''
      count.notes.push(`${title}: ${passed} passed (${own[0].meta.browser})${rest}`)
    } else if (missing && name !== 'chromium') {
      count.notes.push(`${title}: NOT AVAILABLE HERE (${missing}): nothing ran, nothing is counted`)
    } else {
      count.faults.push(`${title}: nothing passed, and nothing says why`)
    }
  }
  return count
}
