import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * What the names that the specs in test/api import stand for, in each build. Their types are those of src (`paths` in
 * tsconfig.json). The longer names come first, so that one which a build lacks becomes a path that isn't there.
 */
const builds = {
  src: {
    'iamport-checkout/dist/sandbox.min.js': 'src/sandbox/drop-in.ts',
    'iamport-checkout/messages': 'src/messages/index.ts',
    'iamport-checkout/sandbox': 'src/sandbox/index.ts',
    'iamport-checkout': 'src/index.ts',
  },
  esm: {
    'iamport-checkout/messages': 'dist/messages.js',
    'iamport-checkout/sandbox': 'dist/sandbox.js',
    'iamport-checkout': 'dist/index.js',
  },
  cjs: {
    'iamport-checkout/messages': 'dist/messages.cjs',
    'iamport-checkout/sandbox': 'dist/sandbox.cjs',
    'iamport-checkout': 'dist/index.cjs',
  },
  iife: {
    'iamport-checkout/dist/sandbox.min.js': 'test/support/iife-sandbox.ts',
    'iamport-checkout': 'test/support/iife.ts',
  },
}

/** The only specs that not every build runs: what they are about is a file that it doesn't have. */
const without: Partial<Record<keyof typeof builds, string[]>> = {
  // The drop-in is a script of its own.
  esm: ['test/api/drop-in.test.ts'],
  cjs: ['test/api/drop-in.test.ts'],
  // No script has the messages, nor `installSandbox`: the drop-in calls it.
  iife: ['test/api/messages.test.ts', 'test/api/sandbox.test.ts'],
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the names stand for in one build. */
export const aliasesOf = (name: keyof typeof builds) =>
  Object.entries(builds[name]).map(([find, file]) => ({ find, replacement: at(file) }))

const onBuild = (name: keyof typeof builds) => ({
  extends: true as const,
  test: {
    name,
    include: ['test/api/**/*.test.ts'],
    exclude: without[name] ?? [],
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
    reporters: ['default', ['json', { outputFile: '.tmp/unit.json' }]],
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
          include: ['test/**/*.test.ts'],
          // The projects above have the first; the others have packages of their own, with tests in some of those.
          exclude: ['test/api/**', 'test/strangers/**', 'test/mutation/**'],
        },
      },
    ],
  },
})
