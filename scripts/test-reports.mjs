/** Reads what the test runners counted. Nobody else counts: a test that did not run is in no report as passed. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const read = file => JSON.parse(readFileSync(file, 'utf8'))

/** The first words of an error: a summary has a line for each failure. */
const brief = message =>
  stripVTControlCharacters(message ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 240)
const failure = (file, title, message) =>
  `${relative('', file)} › ${title}: ${brief(message) || 'no reason given'}`

/** What failed in a report of Vitest: tests, and files that could not be run. */
const failuresOfVitest = testResults =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed')
    if (status === 'failed' && !failed.length) return [failure(name, 'the file', message)]
    return failed.map(test => failure(name, test.fullName, test.failureMessages?.[0]))
  })

/** What went wrong in a report of scripts/vitest-report.mjs: in tests, and outside of them. */
const troublesOfVitest = ({ testResults = [], unhandled = [] }) => ({
  faults: unhandled.length ? [`${unhandled.length} errors outside of the tests`] : [],
  failures: [
    ...failuresOfVitest(testResults),
    ...unhandled.map(message => `outside of the tests: ${brief(message)}`),
  ],
})

/** @returns {import('./run-stages.mjs').Count} */
export const countVitest = file => {
  const report = read(file)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
  const { faults, failures } = troublesOfVitest(report)
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
    faults,
    failures,
  }
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
  return { ...countVitest(file), notes }
}

/** What failed in a suite of Playwright's report, and in those within it. */
const failuresOfPlaywright = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const { error } = results.find(result => result.error) ?? {}
        return failure(file, `${title} [${projectName}]`, error?.message)
      }),
  ),
  ...suites.flatMap(failuresOfPlaywright),
]

/** A test that passed when it was tried again is no passed one. @returns {import('./run-stages.mjs').Count} */
export const countPlaywright = file => {
  const { stats, suites = [], errors = [] } = read(file)
  const { expected, unexpected, flaky, skipped } = stats
  const failures = [
    ...failuresOfPlaywright({ suites }),
    ...errors.map(({ message }) => `outside of the tests: ${brief(message)}`),
  ]
  return { passed: expected, failed: unexpected + flaky, skipped, failures }
}

const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }

/**
 * The flows, by engine. Firefox and WebKit can't be had on every system: scripts/browser.mjs says why, and it is said
 * again here. An engine of which nothing ran and nobody says why is a fault. @returns {import('./run-stages.mjs').Count}
 */
export const countEngines = file => {
  const report = read(file)
  const { testResults } = report
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  const browsers = read('.tmp/browsers.json')
  const count = {
    passed: 0,
    failed: 0,
    skipped: 0,
    notes: [],
    ...troublesOfVitest(report),
  }
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
