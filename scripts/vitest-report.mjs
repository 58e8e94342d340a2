import { JsonReporter } from 'vitest/node'

/**
 * Vitest's report as JSON, with what went wrong outside of the tests, such as a promise that rejected and nobody took. Vitest
 * fails a run for it, and its own report leaves it out.
 */
export class ReportWithUnhandled extends JsonReporter {
  /** @type {readonly { message?: string }[]} */
  unhandled = []

  /**
   * @param {Parameters<JsonReporter['onTestRunEnd']>[0]} testModules
   * @param {readonly { message?: string }[]} unhandled
   */
  async onTestRunEnd(testModules, unhandled = []) {
    this.unhandled = unhandled
    await super.onTestRunEnd(testModules)
  }

  /** @param {string} report */
  async writeReport(report) {
    const unhandled = this.unhandled.map(({ message = 'no message' }) => message)
    await super.writeReport(JSON.stringify({ ...JSON.parse(report), unhandled }))
  }
}
