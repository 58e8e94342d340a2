import { defineConfig } from '@playwright/test'
import { BUILDS } from './e2e/support/builds.ts'
import { findBrowser } from './scripts/browser.mjs'

const port = 4379
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  // Other engines have a configuration and packages of their own.
  testIgnore: '**/engines/**',
  globalSetup: './e2e/support/setup.ts',
  // What a page does with the package has to be the same with each build of it. The rest is about a page, such as the
  // demo's, or about what the page does in a thousand payments: once, with the script, is enough.
  projects: BUILDS.map(name =>
    name === 'iife'
      ? { name }
      : {
          name,
          testMatch: /(back|endings|hostile|loading|manual|pc|phone)\.spec\.ts$/,
          grepInvert: /@once/,
        },
  ),
  outputDir: '.tmp/e2e',
  timeout: 30_000,
  fullyParallel: true,
  workers: 2,
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
    reuseExistingServer: !process.env['CI'],
  },
})
