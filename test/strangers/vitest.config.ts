import { defineConfig } from 'vitest/config'
import { ReportWithUnhandled } from '../../scripts/vitest-report.mjs'

export default defineConfig({
  test: {
    include: ['test/strangers/*.test.ts'],
    globalSetup: 'test/strangers/setup.ts',
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Compilers and browsers are processes of their own.
    maxWorkers: 2,
    reporters: ['default', new ReportWithUnhandled({ outputFile: '.tmp/strangers.json' })],
  },
})
