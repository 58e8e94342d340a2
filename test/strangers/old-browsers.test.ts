/** A shop's build that rewrites the package for old browsers. The sandbox's gateway page has none of its helpers. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Route } from '@playwright/test'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ANDROID } from '../support/browser.ts'
import { openBrowser, openPage, read } from './browser.ts'

const root = join(inject('app'), 'phone')
/** TypeScript 6 would rather not write ES5, and 7 can't. */
const ts: typeof import('typescript') = createRequire(import.meta.url)('ts5.9')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const bundle = async (options: BuildOptions): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'main.js')],
    bundle: true,
    format: 'iife',
    write: false,
    ...options,
  })
  return outputFiles![0]!.text
}
const toEs5 = (source: string): string =>
  ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES5, downlevelIteration: true },
  }).outputText

const builds: [by: string, sign: RegExp, script: () => Promise<string>][] = [
  ['nobody', /\basync\b/, () => bundle({ target: 'es2020' })],
  ['esbuild for es2016', /\b__async\(/, () => bundle({ target: 'es2016' })],
  ['esbuild for es2015, minified', /\byield\b/, () => bundle({ target: 'es2015', minify: true })],
  ['TypeScript for ES5', /\b__awaiter\(/, async () => toEs5(await bundle({ target: 'es2020' }))],
]

/** Opens the shop on a phone, and pays as far as the gateway's page. */
const leave = async (script: string, answerLedger: (route: Route) => unknown) => {
  const { page, complaints } = await openPage(browser, { userAgent: ANDROID })
  await page.route('http://shop.test/**', async route => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/ledger') return answerLedger(route)
    const isScript = pathname === '/main.js'
    const body = isScript ? script : await readFile(join(root, 'index.html'))
    return route.fulfill({ contentType: isScript ? 'text/javascript' : 'text/html', body })
  })
  await page.goto('http://shop.test/')
  await page.click('button')
  await page.waitForURL(/^blob:/)
  return { page, complaints }
}

it.each(builds)('rewritten by %s the sandbox tells its ledger, then the shop', async (_, sign, write) => {
  const script = await write()
  expect(script).toMatch(sign)
  const told: unknown[] = []
  const { page, complaints } = await leave(script, route => {
    told.push(route.request().postDataJSON())
    return route.fulfill({ status: 201 })
  })
  await page.click('[data-outcome=approve]')
  const shown = await read(page, 'output')
  expect(shown).toMatch(/^imp_\w+ paid$/)
  const [imp_uid] = shown!.split(' ')
  expect(told).toEqual([expect.objectContaining({ imp_uid, merchant_uid: 'order_1', status: 'paid' })])
  expect(complaints).toEqual([])
  await page.close()
})

it('goes on where the ledger never answers', async () => {
  const { page } = await leave(await bundle({ target: 'es2016' }), () => undefined)
  await page.click('[data-outcome=approve]')
  expect(await read(page, 'output')).toMatch(/^imp_\w+ paid$/)
  await page.close()
})
