/** Mutation testing: does a test fail for each thing that could be wrong in what decides about a payment? */
export default {
  mutate: [
    'src/prepare.ts',
    'src/response/*.ts',
    'src/validation/*.ts',
    'src/gateways/*.ts',
    'src/server/{judge,judge-payment,money,one-at-a-time,record,settle,settlement}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy machine must not pass for a mutant that never ends.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'html', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.tmp/mutation.html' },
  tempDirName: '.tmp/stryker',
  ignorePatterns: ['dist', '.tmp', 'docs', 'demo/.data', '**/node_modules'],
  thresholds: { high: 98, low: 95, break: 95 },
}
