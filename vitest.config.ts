import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ReportWithUnhandled } from './scripts/vitest-report.mjs'

/**
 * What the names that the specs in test/api import stand for, in each build. Their types are those of src (`paths` in
 * tsconfig.json). The longer names come first, so that one which a build lacks becomes a path that isn't there.
 */
const builds = {
  src: {
    'iamport-checkout/dist/sandbox.min.js': 'src/sandbox/drop-in.ts',
    'iamport-checkout/messages': 'src/messages/index.ts',
    'iamport-checkout/react': 'src/react/index.ts',
    'iamport-checkout/vue': 'src/vue/index.ts',
    'iamport-checkout/sandbox/server': 'src/sandbox/server/index.ts',
    'iamport-checkout/sandbox': 'src/sandbox/index.ts',
    'iamport-checkout/server': 'src/server/index.ts',
    'iamport-checkout': 'src/index.ts',
  },
  esm: {
    'iamport-checkout/messages': 'dist/messages.js',
    'iamport-checkout/sandbox/server': 'dist/sandbox-server.js',
    'iamport-checkout/sandbox': 'dist/sandbox.js',
    'iamport-checkout/server': 'dist/server.js',
    'iamport-checkout': 'dist/index.js',
  },
  cjs: {
    'iamport-checkout/messages': 'dist/messages.cjs',
    'iamport-checkout/sandbox/server': 'dist/sandbox-server.cjs',
    'iamport-checkout/sandbox': 'dist/sandbox.cjs',
    'iamport-checkout/server': 'dist/server.cjs',
    'iamport-checkout': 'dist/index.cjs',
  },
  iife: {
    'iamport-checkout/dist/sandbox.min.js': 'test/support/iife-sandbox.ts',
    'iamport-checkout': 'test/support/iife.ts',
  },
}

/**
 * What each build runs. The source and the minified script run all specs of test/api: what the package does, and what a
 * minifier could break. No script has the hooks of test/hooks. The modules are the source under other names, so they show that their files load and fit together.
 */
const specs: Record<keyof typeof builds, { include: string[]; exclude?: string[] }> = {
  src: { include: ['test/api/**/*.test.ts', 'test/hooks/**/*.test.ts'] },
  esm: { include: ['test/builds/*.test.ts', 'test/api/server.test.ts'] },
  cjs: { include: ['test/builds/*.test.ts', 'test/api/server.test.ts'] },
  iife: {
    include: ['test/api/**/*.test.ts'],
    // No script has the messages, nor `installSandbox`: the drop-in calls it.
    exclude: ['test/api/messages.test.ts', 'test/api/sandbox.test.ts'],
  },
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the names stand for in one build. */
export const aliasesOf = (name: keyof typeof builds) =>
  Object.entries(builds[name]).map(([find, file]) => ({ find, replacement: at(file) }))

const onBuild = (name: keyof typeof builds) => ({
  extends: true as const,
  test: {
    name,
    ...specs[name],
    env: { PROPERTY_RUNS: process.env['PROPERTY_RUNS'] ?? (name === 'src' ? '3000' : '500') },
    alias: aliasesOf(name),
    // Node itself loads the built files, as it does for those who install the package.
    server: { deps: { external: [/\/dist\/[\w-]+\.c?js$/] } },
  },
})

export default defineConfig({
  test: {
    // Only so that nothing hangs: a busy machine is slow.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', new ReportWithUnhandled({ outputFile: '.tmp/unit.json' })],
    projects: [
      onBuild('src'),
      onBuild('esm'),
      onBuild('cjs'),
      onBuild('iife'),
      // What is no build's: the documents, and the package as it is installed.
      {
        extends: true,
        test: {
          name: 'package',
          // Compilers and npm, which take their time.
          testTimeout: 180_000,
          include: ['test/**/*.test.ts'],
          // The projects above have the first three; the others have packages of their own, with tests in some of those.
          exclude: [
            'test/api/**',
            'test/builds/**',
            'test/hooks/**',
            'test/examples/**',
            'test/strangers/**',
            'test/mutation/**',
            'test/server/stores/**',
            'test/server/runtimes/**',
          ],
        },
      },
    ],
  },
})
