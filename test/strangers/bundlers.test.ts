/** A small shop, built by each bundler from the packed package, in a browser. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import type * as Package from '../../src/index.ts'
import type * as Messages from '../../src/messages/index.ts'
import { openBrowser, read } from './browser.ts'
import { bundlers } from './bundle.mjs'
import { pay, visit } from './visit.ts'

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
  const { describeError }: typeof Messages = require('iamport-checkout/messages')
  return describeError(new PayError('CANCELLED', ''), 'en')
}

describe.each(Object.entries(bundlers))('%s', (bundler, bundle) => {
  const open = (kind: string, act: (page: Page) => Promise<void>): Promise<void> =>
    visit({ browser, app, kind, bundle, name: `${bundler}-${kind}` }, act)

  it.each(['imported', 'lazy', 'required'])('builds a shop with the package %s, which works', kind =>
    open(kind, async page => {
      await pay(page)
      await page.click('[value=cancel]')
      await expect.poll(() => page.textContent('output')).toBe(cancelled())
    }),
  )

  it('keeps the drop-in, which is imported for what it does', () =>
    open('drop-in', async page => {
      expect(await read(page, 'output')).toBe('function')
    }))
})
