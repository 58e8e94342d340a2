/** The shops of examples/, each begun by its own one command, and small apps with the hooks, in Chromium. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findLightBrowser } from '../../scripts/browser.mjs'

/** The first of as many ports as there are shops. Of its own for each clone that tests at the same time. */
const firstPort = Number(process.env['E2E_PORT'] ?? 4179) + 1
const shops = ['express', 'vite-react', 'nextjs'].map((name, index) => ({ name, port: firstPort + index }))

/** Where the shops keep their orders: databases make no folders above their own. */
const data = resolve('.tmp/examples/data')
mkdirSync(data, { recursive: true })

const executablePath = findLightBrowser()

export default defineConfig({
  testDir: '.',
  projects: [
    ...shops.map(({ name, port }) => ({
      name,
      testMatch: 'shops.spec.ts',
      use: { baseURL: `http://localhost:${port}` },
    })),
    ...['React 18', 'React 19', 'Vue 3.3', 'Vue 3'].map(name => ({ name, testMatch: 'apps.spec.ts' })),
    ...['React Suspense', 'Vue Router'].map(name => ({
      name,
      testMatch: ['apps.spec.ts', 'routes.spec.ts'],
    })),
    { name: 'Fast Refresh', testMatch: 'fast-refresh.spec.ts' },
  ],
  outputDir: '../../.tmp/examples/results',
  // Only so that nothing hangs: a busy machine is slow.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  // More than the cores of a small machine: the flows wait for most of their time.
  workers: 4,
  forbidOnly: !!process.env['CI'],
  reporter: [['dot'], ['json', { outputFile: '../../.tmp/examples.json' }]],
  use: {
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: shops.map(({ name, port }) => ({
    command: 'npm start',
    cwd: `../../examples/${name}`,
    port,
    env: {
      PORT: String(port),
      DATA_FOLDER: `${data}/${name}`,
      RECONCILE_SECONDS: '1',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    timeout: 300_000,
    // Somebody else's would serve other files.
    reuseExistingServer: false,
  })),
})
