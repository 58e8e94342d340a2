/** Adds up what the test runners counted, in one line. Exits with a failure where anything failed or nothing ran. */
import { readFileSync } from 'node:fs'

const read = file => JSON.parse(readFileSync(file, 'utf8'))
const unit = read('.tmp/unit.json')
const { stats } = read('.tmp/e2e.json')

const passed = unit.numPassedTests + stats.expected
const failed = unit.numFailedTests + stats.unexpected + stats.flaky
const skipped = unit.numPendingTests + unit.numTodoTests + stats.skipped
console.log(`unit: ${unit.numPassedTests}, e2e: ${stats.expected}, in ${Math.round(stats.duration / 1000)} s`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed || !unit.numPassedTests || !stats.expected ? 1 : 0)
