/** A small shop, built by each bundler from the packed package, in a browser. */
import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { preview } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import type * as Package from '../../src/index.ts'
import type * as Messages from '../../src/messages/index.ts'
import { openBrowser, openPage, read } from './browser.ts'
import { bundlers } from './bundle.mjs'

const app = inject('app')
let browser: Browser

beforeAll(async () => {
  // Vitest's own value of it would keep Vite from building for production.
  vi.stubEnv('NODE_ENV', undefined)
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What the installed package says in Node to a buyer who cancelled. */
const cancelled = (): string => {
  const require = createRequire(join(app, 'package.json'))
  const { PayError }: typeof Package = require('iamport-checkout')
  const { describe }: typeof Messages = require('iamport-checkout/messages')
  return describe(new PayError('CANCELLED', ''), 'en')
}

describe.each(Object.entries(bundlers))('%s', (bundler, bundle) => {
  /** Builds the shop of this name, opens it, and looks whether anything was complained of. */
  const visit = async (kind: string, act: (page: Page) => Promise<void>): Promise<void> => {
    const from = join(app, `${bundler}-${kind}`)
    await mkdir(from)
    for (const file of ['index.html', 'page.js']) await copyFile(join(app, 'shop', file), join(from, file))
    await copyFile(join(app, 'shop', `${kind}.js`), join(from, 'main.js'))
    const outDir = join(from, 'dist')
    expect(await bundle(from, outDir)).toEqual([])

    const server = await preview({
      root: from,
      configFile: false,
      build: { outDir },
      preview: { port: 0 },
      logLevel: 'error',
    })
    const { page, complaints } = await openPage(browser)
    try {
      await page.goto(server.resolvedUrls!.local[0]!)
      await act(page)
      expect(complaints).toEqual([])
    } finally {
      await page.close()
      await server.close()
    }
  }

  it.each(['imported', 'lazy', 'required'])('builds a shop with the package %s, which works', kind =>
    visit(kind, async page => {
      await page.click('[value=approve]')
      expect(await read(page, 'output')).toMatch(/^imp_\w+ paid$/)
      await page.click('[value=cancel]')
      await expect.poll(() => page.textContent('output')).toBe(cancelled())
    }),
  )

  it('keeps the drop-in, which is imported for what it does', () =>
    visit('drop-in', async page => {
      expect(await read(page, 'output')).toBe('function')
    }))
})
