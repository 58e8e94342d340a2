import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const port = 4179
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
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
