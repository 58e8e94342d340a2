import { defineConfig } from '@playwright/test'
import { BUILDS } from './e2e/support/builds.ts'
import { findBrowser } from './scripts/browser.mjs'

/**
 * What a page does with the package: it has to be the same with each build. The rest is about a page, such as the demo's,
 * or about what a page bears, such as a thousand payments: once, with the script, is enough.
 */
const onEachBuild = /(back|loading|manual|pc|phone)\.spec\.ts$/
/** How payments end, of which there are many: on the source, and on what a minifier made of it. */
const onSourceAndScript = /(endings|frames|hostile)[^/]*\.spec\.ts$/
/** What measures times, which has the machine for itself. `--no-deps` runs it without the others before it. */
const timed = /(cold-load|speed)\.spec\.ts$/
/** Has a configuration and packages of its own. */
const engines = '**/engines/**'

/** Of its own for each clone that tests at the same time. */
const port = Number(process.env['E2E_PORT'] ?? 4179)
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/setup.ts',
  projects: [
    ...BUILDS.map(name => ({
      name,
      testMatch: name === 'src' || name === 'iife' ? [onEachBuild, onSourceAndScript] : onEachBuild,
      // A new page costs a second of the processor, seven hundred of them ten minutes. What is not reset between tests,
      // such as permissions, these don't touch.
      use: { reuseContext: true },
    })),
    { name: 'once', testIgnore: [onEachBuild, onSourceAndScript, timed, engines] },
    { name: 'timed', testMatch: timed, dependencies: [...BUILDS, 'once'], workers: 1 },
  ],
  outputDir: '.tmp/e2e',
  // Only so that nothing hangs: a busy machine is slow.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  // More than the cores of a small machine: the specs wait for a third of their time.
  workers: 3,
  forbidOnly: !!process.env['CI'],
  reporter: [['dot'], ['json', { outputFile: '.tmp/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    // The whole repository, so that pages reach both e2e/pages and dist.
    command: `npx vite preview --outDir . --port ${port} --strictPort --config e2e/vite.config.ts`,
    port,
    // Somebody else's would serve other files.
    reuseExistingServer: false,
  },
})
