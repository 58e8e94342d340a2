import { defineConfig } from 'vitest/config'
import { aliasesOf } from '../../vitest.config.ts'

/** The specs that judge the mutants: those of the public API, on the source. */
export default defineConfig({
  test: {
    include: ['test/api/**/*.test.ts', 'test/server/*.test.ts'],
    // What they test is not what is mutated.
    exclude: [
      'test/api/sandbox.test.ts',
      'test/api/drop-in.test.ts',
      // Minutes for each mutant, for what the other specs find in seconds.
      'test/server/at-once.test.ts',
      'test/server/combinations.test.ts',
    ],
    env: { PROPERTY_RUNS: '20' },
    alias: aliasesOf('src'),
  },
})
