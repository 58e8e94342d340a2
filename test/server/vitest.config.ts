import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ReportWithUnhandled } from '../../scripts/vitest-report.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
/** Packages that files outside of their folder import. */
const stores = ['drizzle-orm', 'pg', 'better-sqlite3', 'redis', '@electric-sql/pglite']

/** The server's tests that need databases and other runtimes. The quick ones beside this file run with the others. */
export default defineConfig({
  resolve: {
    alias: [
      { find: 'iamport-checkout/server', replacement: at('../../src/server/index.ts') },
      ...stores.map(name => ({
        find: new RegExp(`^${name}(?=/|$)`),
        replacement: at(`./stores/node_modules/${name}`),
      })),
    ],
  },
  test: {
    include: ['test/server/{stores,runtimes}/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    reporters: ['default', new ReportWithUnhandled({ outputFile: '.tmp/servers.json' })],
  },
})
