import { defineConfig } from '@playwright/test'
import { BUILDS } from './e2e/support/builds.ts'
import { findLightBrowser } from './scripts/browser.mjs'

/** What is about one page, such as the demo's, or about what a page bears, such as a thousand payments. */
const aboutOnePage = /(demo(-\w+)?|encoding|soak)\.spec\.ts$/
/** What measures times, which has the machine for itself. `--no-deps` runs it without the others before it. */
const timed = /(cold-load|long-address|speed)\.spec\.ts$/
/** The documents' site, which is built first. */
const site = /site\.spec\.ts$/
/** Each flow once. */
const smoke = /(smoke|back)\.spec\.ts$/
/** Has a configuration and packages of its own. */
const engines = '**/engines/**'

/**
 * What a page does with the package is the same with each build. `npm test` runs all of it on the minified script, which is what
 * a minifier could have broken; on the source it is for who works on it, and reads what a browser's tools say. The modules are the
 * source in other files, and a flow of each kind shows that a page loads them and that they work. One build is enough for the rest.
 */
const specsOf: Record<(typeof BUILDS)[number], object> = {
  src: { testIgnore: [aboutOnePage, timed, site, /smoke\.spec\.ts$/, engines] },
  iife: { testIgnore: [aboutOnePage, timed, site, /smoke\.spec\.ts$/, engines] },
  // Back with one of the scripts that back.spec.ts plays is enough.
  esm: { testMatch: smoke, grepInvert: /with the (1\.|v1)/ },
  cjs: { testMatch: smoke, grepInvert: /with the (1\.|v1)/ },
}

/** Of its own for each clone that tests at the same time. */
const port = Number(process.env['E2E_PORT'] ?? 4179)
const executablePath = findLightBrowser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/setup.ts',
  projects: [
    ...BUILDS.map(name => ({
      name,
      ...specsOf[name],
      // A new page costs a second of the processor, five hundred of them minutes. What is not reset between tests,
      // such as permissions, these don't touch.
      use: { reuseContext: true },
    })),
    { name: 'once', testMatch: aboutOnePage },
    { name: 'site-build', testMatch: /site\.setup\.ts$/ },
    { name: 'site', testMatch: site, dependencies: ['site-build'] },
    { name: 'timed', testMatch: timed, dependencies: [...BUILDS, 'once'], workers: 1 },
  ],
  outputDir: '.tmp/e2e',
  // Only so that nothing hangs: a busy machine is slow.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  fullyParallel: true,
  // More than the cores of a small machine: the specs wait for a third of their time.
  workers: 3,
  forbidOnly: !!process.env['CI'],
  reporter: [['dot'], ['json', { outputFile: '.tmp/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        // A process for each frame and popup of another host takes a fifth of the time. The engines' tests have them.
        '--disable-site-isolation-trials',
        '--renderer-process-limit=1',
      ],
    },
  },
  webServer: {
    // The whole repository, so that pages reach both e2e/pages and dist.
    command: `npx vite preview --outDir . --port ${port} --strictPort --config e2e/vite.config.ts`,
    port,
    // The demo's server looks for what it was not told when a test asks it to, and not in the middle of another.
    env: { RECONCILE_EVERY: '86400000' },
    // Somebody else's would serve other files.
    reuseExistingServer: false,
  },
})
