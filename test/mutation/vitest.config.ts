import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { aliasesOf } from '../../vitest.config.ts'

/**
 * The specs that judge the mutants: those of the public API, on the source, and the page of gateways, which has each fact of the
 * table. They run in a copy in .tmp/stryker, and the page and the comments of the table are read where nobody mutates them.
 */
export default defineConfig({
  test: {
    include: ['test/api/**/*.test.ts', 'test/table-in-words.test.ts', 'test/server/*.test.ts'],
    // What they test is not what is mutated.
    exclude: [
      'test/api/sandbox.test.ts',
      'test/api/drop-in.test.ts',
      // Minutes for each mutant, for what the other specs find in seconds.
      'test/server/at-once.test.ts',
      'test/server/combinations.test.ts',
    ],
    env: { PROPERTY_RUNS: '20', REPOSITORY: resolve('../../..') },
    alias: aliasesOf('src'),
  },
})
