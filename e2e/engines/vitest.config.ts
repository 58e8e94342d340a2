import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { findEngine } from '../../scripts/browser.mjs'
import { ReportWithUnhandled } from '../../scripts/vitest-report.mjs'
import { patience } from './patience.ts'
import { engineNames } from './tab.ts'

/** The same flows, once for each engine that is here. What isn't here is said by scripts/test-reports.mjs. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: patience },
    maxWorkers: 2,
    reporters: ['dot', new ReportWithUnhandled({ outputFile: '.tmp/engines.json' })],
    projects: engineNames.filter(findEngine).map(name => ({
      extends: true,
      test: { name, include: ['e2e/engines/*.flows.ts'], provide: { engine: name } },
    })),
  },
})
