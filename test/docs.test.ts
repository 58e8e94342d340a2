/** The documents are true: links, names and numbers, and code that compiles and does what it says on a server. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import ts from 'typescript'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { blocks, deadLinks, links } from '../scripts/docs-markdown.mjs'
import { buyerKo } from '../src/messages/buyer-ko.ts'
import * as sandbox from '../src/sandbox/index.ts'
import * as sandboxServer from '../src/sandbox/server/index.ts'
import * as server from '../src/server/index.ts'
import { codeOf, findCode, PAGES, PAIRS, read, withoutComments } from './support/documents.ts'

describe.each(PAGES)('%s', page => {
  const { anchors } = links(read(page))

  it('has no heading twice', () => expect(new Set(anchors).size).toBe(anchors.length))

  it('has no dead relative link', () => expect(deadLinks(page, existsSync, read)).toEqual([]))
})

const linesOf = (text: string): number => text.trimEnd().split('\n').length

describe('what a reader has to read', () => {
  it.each([
    ['README.md', 120],
    ['README.ko.md', 120],
    ['docs/recipes.md', 450],
    ['docs/ko/recipes.md', 450],
  ])('%s has at most %i lines', (page, most) => expect(linesOf(read(page))).toBeLessThanOrEqual(most))

  it.each(['README.md', 'README.ko.md'])(
    '%s: the whole integration is 12 lines each, 20 by a script tag',
    page => {
      const [whole = ''] = /^## (The whole integration|전체 연동)\n[\s\S]*?\n(?=## )/m.exec(read(page)) ?? []
      const sizes = blocks(whole).map(({ language, text }) => [language, linesOf(text)])
      expect(sizes.map(([language]) => language)).toEqual(['ts', 'js'])
      for (const [, lines] of sizes) expect(lines).toBeLessThanOrEqual(12)
      expect(linesOf(findCode(page, 'html', 'checkout.pay').text)).toBeLessThanOrEqual(20)
      // The order comes first, and the picture before both.
      expect(read(page)).toMatch(/demo\.png[\s\S]*insert into orders[\s\S]*checkout\.pay\(/)
    },
  )

  it.each(PAIRS)('%s and %s have the same code', (english, korean) => {
    const codes = (page: string) => blocks(read(page)).filter(({ language }) => language !== 'text')
    const plain = (page: string) => codes(page).map(({ text }) => withoutComments(text))
    expect(plain(korean)).toEqual(plain(english))
  })
})

/** The members of interfaces, by the comments that editors show. */
const membersOf = (file: string, names: RegExp): string[] =>
  ts
    .createSourceFile('x.ts', read(file), ts.ScriptTarget.Latest, true)
    .statements.filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => names.test(name.text))
    .flatMap(({ members }) => members.map(member => member.name!.getText()))

/** The members of a union of texts. */
const textsOf = (file: string, name: string): string[] =>
  ts
    .createSourceFile('x.ts', read(file), ts.ScriptTarget.Latest, true)
    .statements.filter(ts.isTypeAliasDeclaration)
    .filter(it => it.name.text === name)
    .flatMap(({ type }) => [...type.getText().matchAll(/'([\w-]+)'/g)].map(([, text]) => text!))

describe('facts', () => {
  const inRows = (page: string): Set<string> =>
    new Set(
      [...read(page).matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
        [...cell!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!),
      ),
    )

  it.each(['docs/options.md', 'docs/ko/options.md'])('%s: has every option of the browser', page => {
    const file = 'src/public-options.ts'
    const names = membersOf(file, /^(Load|Shop|Payment|VerifiedPayment|VerifiedResume|Resume)Options$/)
    expect(names.length).toBeGreaterThan(15)
    expect([...inRows(page)]).toEqual(expect.arrayContaining(names))
    for (const step of textsOf(file, 'ProgressStep')) expect(read(page)).toContain(`\`${step}\``)
  })

  it.each(['docs/server.md', 'docs/ko/server.md'])('%s: has every option, verdict and code', page => {
    const names = [
      ...membersOf('src/server/create-payments.ts', /^(PaymentsOptions|Payments)$/),
      ...membersOf('src/server/portone/portone-options.ts', /^PortOneOptions$/),
      ...membersOf('src/server/listeners.ts', /^ListenerOptions$/),
      ...textsOf('src/types/verdict.ts', 'Verdict'),
      ...textsOf('src/server/portone/error.ts', 'PortOneErrorCode'),
    ]
    expect(names.length).toBeGreaterThan(30)
    for (const name of names) expect(read(page)).toMatch(new RegExp(`\`(payments\\.)?${name}\\b`))
  })

  it.each(['docs/sandbox.md', 'docs/ko/sandbox.md'])('%s: has every option and misbehaviour', page => {
    const names = [
      ...membersOf('src/sandbox/options.ts', /^SandboxOptions$/),
      ...textsOf('src/sandbox/options.ts', 'SandboxMisbehaviour'),
    ]
    expect([...inRows(page)]).toEqual(expect.arrayContaining(names))
    const settings = membersOf('src/sandbox/server/settings.ts', /^SandboxApiSettings$/)
    // A choice of no document's, which only a test of this package needs.
    for (const name of settings.filter(it => it !== 'emptyList')) expect(read(page)).toMatch(`${name}`)
  })

  it('the codes that pages name are there', () => {
    const known = new Set([
      ...Object.keys(buyerKo.endings),
      ...textsOf('src/server/portone/error.ts', 'PortOneErrorCode'),
      ...textsOf('src/issue.ts', 'IssueCode'),
      // Of the REST API's credentials, and of headers and shells.
      ...[
        'IMP_KEY',
        'IMP_SECRET',
        'IMP_API',
        'IMP',
        'IMP_TEST',
        'POST',
        'GET',
        'JSON',
        'KRW',
        'CRON_SECRET',
        'YYYYMMDD',
      ],
    ])
    for (const page of PAGES.filter(
      it => !/^docs\/(internals|(ko\/)?gateways|bench)|CONTRIBUTING/.test(it),
    )) {
      const named = [...read(page).matchAll(/`([A-Z][A-Z_]+[A-Z])`/g)].map(([, name]) => name!)
      expect([page, named.filter(name => !known.has(name))]).toEqual([page, []])
    }
  })

  it('the hosts that src knows are the ones that the documents name', () => {
    const sources = ['src/sdk/load.ts', 'src/sdk/jquery.ts'].map(read).join()
    const used = new Set([...sources.matchAll(/https:\/\/[\w.-]+/g)].map(([origin]) => origin))
    expect(used.size).toBe(3)
    for (const page of ['docs/recipes.md', 'docs/ko/recipes.md']) {
      const [, csp = ''] = /script-src 'self' ([^;]*);/.exec(read(page)) ?? []
      expect(new Set(csp.split(' '))).toEqual(used)
    }
    const [, hosts = ''] = read('SECURITY.md').split('## Hosts')
    const named = [...hosts.matchAll(/^\| `([\w.]+)`/gm)].map(([, host]) => `https://${host}`)
    expect(named).toEqual(expect.arrayContaining([...used]))
  })

  it('what is kept in the browser is what SECURITY names', () => {
    const keys = ['src/redirect/tab-memory.ts', 'src/verification/kept-payments.ts']
      .map(read)
      .flatMap(text => [...text.matchAll(/'(iamport-checkout[\w-]*)'/g)].map(([, key]) => key!))
    expect(keys.sort()).toEqual(['iamport-checkout', 'iamport-checkout-landed', 'iamport-checkout-open'])
    for (const key of keys) expect(read('SECURITY.md')).toContain(`\`${key}\``)
  })

  it.each(['docs/cases/webview.md', 'docs/ko/cases/webview.md'])(
    '%s: the schemes for iOS are written right, each once, and are no more than iOS reads',
    page => {
      const schemes = [...read(page).matchAll(/<string>(.*)<\/string>/g)].map(([, scheme]) => scheme)
      expect(schemes).toContain('nhappcardansimclick')
      expect(schemes).not.toContain('nhappvardansimclick')
      expect(schemes).toEqual([...new Set(schemes)].sort())
      expect(schemes.length).toBeLessThanOrEqual(50)
    },
  )

  it('the script tag names the file with its version', () => {
    const { version } = JSON.parse(read('package.json'))
    for (const page of ['README.md', 'README.ko.md', 'docs/migration.md', 'docs/ko/migration.md'])
      expect(read(page)).toContain(`<script src="/js/iamport-checkout-${version}.min.js"></script>`)
  })
})

describe('sizes', () => {
  /** What names of a file of src add to a bundle, in bytes after brotli. */
  const sizeOf = async (names: string, file: string): Promise<number> => {
    const { outputFiles } = await build({
      stdin: { contents: `export { ${names} } from './src/${file}'`, resolveDir: '.', loader: 'ts' },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      write: false,
    })
    return brotliCompressSync(outputFiles[0]!.contents).length
  }

  it.each([
    ['createCheckout', 'index.ts', /^\| `createCheckout` \|.*\| ([\d.]+) kB \|$/m],
    ['requestPay', 'index.ts', /^\| `requestPay`.*\| ([\d.]+) kB \|$/m],
    ['createPayments', 'server/index.ts', /^\| `createPayments` .*\| ([\d.]+) kB \|$/m],
  ])('%s is about as large as the documents say', async (name, file, row) => {
    const size = (await sizeOf(name, file)) / 1000
    for (const page of ['docs/browsers.md', 'docs/ko/browsers.md']) {
      const said = Number(row.exec(read(page))?.[1])
      expect([page, Math.abs(said / size - 1) < 0.1]).toEqual([page, true])
      // READMEs say the same.
      const readme = page.includes('/ko/') ? 'README.ko.md' : 'README.md'
      if (name !== 'requestPay') expect(read(readme)).toContain(`${said} kB`)
    }
  })
})

/** What the documents use that is not installed here. */
const STUBS = `
declare module 'next/navigation' {
  export function redirect(address: string): never
}
declare module 'express' {
  export interface Request { body: unknown; params: Record<string, string>; get(name: string): string | undefined }
  export interface Response {
    status(code: number): Response
    set(headers: object): Response
    send(body: string): void
    sendStatus(code: number): void
    redirect(address: string): void
  }
  interface App {
    use(path: string, handler: unknown): void
    get(path: string, handler: (req: Request, res: Response) => unknown): void
    post(path: string, handler: (req: Request, res: Response) => unknown): void
    listen(port: number): void
  }
  const express: { (): App; text(options: object): unknown; static(folder: string): unknown }
  export default express
}
interface ImportMeta { readonly env: { readonly DEV: boolean; readonly SSR: boolean } }
declare function defineProps<T>(): T
declare function defineEventHandler(handler: (event: object) => Promise<unknown>): unknown
declare function toWebRequest(event: object): Request
declare function getRouterParam(event: object, name: string): string | undefined
declare function createError(options: { statusCode: number }): Error
declare function useRoute(): { params: Record<string, string> }
declare function useFetch(address: string): Promise<{ data: import('vue').Ref<any> }>
declare function defineNuxtPlugin(install: () => void): unknown
declare const IamportCheckout: typeof import('iamport-checkout') & typeof import('iamport-checkout/messages')
declare const IMP: any
declare const $: any
declare const ORDER: object
`

/** What a shop has of its own, beside the pages' code: its database, its prices, its staff. */
const SHOP = `
import { memoryOrders } from 'iamport-checkout/server'
const orders = memoryOrders()
/** Understands the statements of the documents. */
export const db = {
  orders,
  async query(sql: string, [merchant_uid, amount]: any[]): Promise<{ rows: any[] }> {
    if (sql.startsWith('insert')) orders.add({ merchant_uid, amount })
    return { rows: [] }
  },
}
export const priceOf = async (_request: Request): Promise<number> => 14000
export const tellStaff = (_text: string): void => {}
`
const POSTGRES = `
import type { Orders } from 'iamport-checkout/server'
export const postgresOrders = (db: { orders: Orders; query(sql: string, values: any[]): Promise<{ rows: any[] }> }): Orders => db.orders
`

/** Inside the repository, so that its packages resolve. */
const FOLDER = '.tmp/docs'

/** Writes the code of a page to files, so that they can import each other. */
const writeCode = (page: string): string[] => {
  const files = codeOf(page).map(({ script, name }) => {
    const file = join(FOLDER, page, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${script}\nexport {}\n`)
    return file
  })
  if (files.length === 0) return []
  const beside = Object.entries({ 'shop.ts': SHOP, 'postgres.ts': POSTGRES })
  for (const [name, text] of beside) writeFileSync(join(FOLDER, page, name), text)
  // Vue's way to import a module of the page's, and migration's.
  if (!existsSync(join(FOLDER, page, 'payments.ts'))) {
    const payments = `import { createPayments } from 'iamport-checkout/server'
import { db } from './shop'
export const payments = createPayments({ key: 'any', secret: 'any', orders: db.orders })
`
    writeFileSync(join(FOLDER, page, 'payments.ts'), payments)
  }
  return files
}

/** The options are those that Next.js writes into a tsconfig.json, which doesn't know imports with `.ts`. */
const compile = (files: string[], options: ts.CompilerOptions): string[] => {
  const program = ts.createProgram([...files, join(FOLDER, 'stubs.d.ts')], {
    target: ts.ScriptTarget.ES2017,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    jsx: ts.JsxEmit.ReactJSX,
    isolatedModules: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    paths: {
      'iamport-checkout': ['./src/index.ts'],
      'iamport-checkout/messages': ['./src/messages/index.ts'],
      'iamport-checkout/sandbox': ['./src/sandbox/index.ts'],
      'iamport-checkout/sandbox/server': ['./src/sandbox/server/index.ts'],
      'iamport-checkout/server': ['./src/server/index.ts'],
      'iamport-checkout/react': ['./src/react/index.ts'],
      'iamport-checkout/vue': ['./src/vue/index.ts'],
    },
    ...options,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file && relative('.', file.fileName).startsWith(FOLDER))
    .map(({ file, start, messageText }) => {
      const line = file!.text.slice(0, start).split('\n').length
      return `${relative(FOLDER, file!.fileName)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
}

describe('code in the documents', () => {
  let files: string[] = []
  beforeAll(() => {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(join(FOLDER, 'stubs.d.ts'), STUBS)
    files = PAGES.flatMap(writeCode)
    vi.doMock('iamport-checkout/server', () => server)
    vi.doMock('iamport-checkout/sandbox', () => sandbox)
    vi.doMock('iamport-checkout/sandbox/server', () => sandboxServer)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
    vi.useRealTimers()
    vi.resetModules()
  })

  it('compiles', () => {
    const typed = files.filter(file => /\.tsx?$/.test(file))
    const plain = files.filter(file => /\.m?js$/.test(file))
    expect(typed.length).toBeGreaterThan(60)
    expect(plain.length).toBeGreaterThan(20)
    expect(compile(typed, { strict: true, noUncheckedIndexedAccess: true })).toEqual([])
    expect(compile(plain, { allowJs: true, checkJs: true, strict: false })).toEqual([])
  })

  const importCode = (page: string, name: string) => import(/* @vite-ignore */ join('..', FOLDER, page, name))

  it.each(['docs/sandbox.md', 'docs/ko/sandbox.md'])(
    '%s: the sandbox for development doesn’t break a server that renders the page',
    async page => {
      const { name } = findCode(page, 'ts', 'import.meta.env.DEV')
      // Here both are true, as on a development server.
      expect(import.meta).toMatchObject({ env: { DEV: true, SSR: true } })
      await importCode(page, name)
    },
  )

  const post = (body: object): Request =>
    new Request('http://shop.test/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it.each(['README.md', 'README.ko.md'])('%s: the server takes an order to “paid”', async page => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    vi.stubEnv('IMP_KEY', 'any').stubEnv('IMP_SECRET', 'any')
    const api = sandboxServer.createSandboxApi()
    vi.stubGlobal('fetch', api.fetch)
    const { routes } = await importCode(page, findCode(page, 'ts', 'createPayments').name)
    const created: Response = await routes['/orders'](
      new Request('http://shop.test/orders', { method: 'POST' }),
    )
    expect(created.status).toBe(303)
    const [, merchant_uid = ''] =
      /^http:\/\/shop\.test\/pay\/(\w{32})$/.exec(created.headers.get('location')!) ?? []
    const ask = async () => (await routes['/payments/complete'](post({ merchant_uid, imp_uid: null }))).json()
    expect(await ask()).toMatchObject({ verdict: 'unpaid' })
    const { imp_uid } = api.add({ merchant_uid, amount: 14000 })
    const told: Response = await routes['/payments/webhook'](post({ merchant_uid, imp_uid, status: 'paid' }))
    expect([told.status, await told.json()]).toEqual([200, { result: 'paid' }])
    expect(await ask()).toMatchObject({ verdict: 'paid', imp_uid })
    // Every ten minutes it looks for what nobody told.
    const asked = api.requests().length
    vi.advanceTimersByTime(600_000)
    await vi.waitFor(() =>
      expect(api.requests().slice(asked)).toContainEqual(
        expect.objectContaining({ path: expect.stringContaining('/payments/status/paid') }),
      ),
    )
  })

  it.each(['docs/server.md', 'docs/ko/server.md'])(
    '%s: Express gets and gives what the web does',
    async page => {
      const handlers = new Map<string, (req: object, res: object) => Promise<void>>()
      const app = { use: () => {}, post: (path: string, handler: never) => handlers.set(path, handler) }
      vi.doMock('express', () => ({ default: Object.assign(() => app, { text: () => null }) }))
      vi.stubEnv('IMP_KEY', 'any').stubEnv('IMP_SECRET', 'any')
      const api = sandboxServer.createSandboxApi()
      vi.stubGlobal('fetch', api.fetch)
      await importCode(page, 'express.ts')
      const { db } = await importCode(page, 'shop.ts')
      db.orders.add({ merchant_uid: 'order_1', amount: 14000 })
      api.add({ merchant_uid: 'order_1', amount: 14000 })
      const call = async (path: string, body: unknown) => {
        const said: unknown[] = []
        const note = (what: unknown) => {
          said.push(what)
          return res
        }
        const res = { status: note, set: note, send: note }
        await handlers.get(path)!({ body, get: () => 'application/json' }, res)
        return said
      }
      const json = { 'content-type': expect.stringContaining('json') }
      expect(await call('/payments/complete', '{"merchant_uid":"order_1"}')).toEqual([
        200,
        expect.objectContaining(json),
        expect.stringContaining('"verdict":"paid"'),
      ])
      // A parser that found nothing gives an object, or nothing.
      for (const body of [{}, undefined]) expect((await call('/payments/complete', body))[0]).toBe(400)
      expect((await call('/payments/webhook', 'merchant_uid=order_1&status=paid'))[0]).toBe(200)
      // The shop's own parser for all of its addresses ran before, or one for bytes.
      const parsed = { merchant_uid: 'order_1', imp_uid: 'imp_1', status: 'paid' }
      for (const body of [parsed, Buffer.from(JSON.stringify(parsed))]) {
        expect(await call('/payments/webhook', body)).toEqual([200, expect.anything(), '{"result":"paid"}'])
      }
      vi.doUnmock('express')
    },
  )

  it.each(['docs/migration.md', 'docs/ko/migration.md'])(
    '%s: a landing that the server renders believes no address',
    async page => {
      const api = sandboxServer.createSandboxApi()
      vi.stubGlobal('fetch', api.fetch)
      const { landing } = await importCode(page, 'landing.ts')
      const { db } = await importCode(page, 'shop.ts')
      db.orders.add({ merchant_uid: 'order_1', amount: 14000 })
      const forged = '/payments/landing?imp_uid=imp_1&merchant_uid=order_1&imp_success=true'
      expect(await landing(forged)).toBe('/orders/order_1')
      expect((await db.orders.find('order_1')).payment).toBeUndefined()
      const { imp_uid } = api.add({ merchant_uid: 'order_1', amount: 14000 })
      // What the browser was told is a failure; the money came all the same.
      await landing(`/payments/landing?imp_uid=${imp_uid}&merchant_uid=order_1&imp_success=false&error_msg=x`)
      expect(await db.orders.find('order_1')).toMatchObject({ payment: { verdict: 'paid' } })
      expect(await landing('/payments/landing')).toBe('/')
    },
  )

  it.each(['docs/cases/subscription.md', 'docs/ko/cases/subscription.md'])(
    '%s: a charge is what PortOne knows of it',
    async page => {
      vi.stubEnv('IMP_KEY', 'any').stubEnv('IMP_SECRET', 'any')
      vi.spyOn(console, 'error').mockReturnValue()
      const api = sandboxServer.createSandboxApi()
      vi.stubGlobal('fetch', api.fetch)
      const { charge } = await importCode(page, 'charge.ts')
      const { db } = await importCode(page, 'shop.ts')
      const orders = ['order_1', 'order_2', 'order_3'].map(merchant_uid => ({ merchant_uid, amount: 9900 }))
      for (const order of orders) db.orders.add(order)
      api.registerCard({ customer_uid: 'card_1' })
      api.registerCard({ customer_uid: 'card_2', declines: true })
      expect(await charge(orders[0], 'card_1')).toMatchObject({ verdict: 'paid', paid: 9900 })
      expect(await charge(orders[1], 'card_2')).toMatchObject({ verdict: 'unpaid' })
      expect(await charge(orders[2], 'no card')).toMatchObject({ verdict: 'unpaid' })
    },
  )

  it.each(['docs/cases/refunds.md', 'docs/ko/cases/refunds.md'])(
    '%s: a refund says what came of it',
    async page => {
      vi.stubEnv('IMP_KEY', 'any').stubEnv('IMP_SECRET', 'any')
      const api = sandboxServer.createSandboxApi()
      vi.stubGlobal('fetch', api.fetch)
      const { refund } = await importCode(page, 'refund.ts')
      const { db } = await importCode(page, 'shop.ts')
      db.orders.add({ merchant_uid: 'order_1', amount: 14000 })
      api.add({ merchant_uid: 'order_1', amount: 14000 })
      expect(await refund('order_1', 4000)).toBe('4000 of 14000')
      expect(await refund('order_1', 0)).toMatch(/^refused/)
      api.configure({ trouble: { answers: 'network', path: '/payments/cancel', carriedOut: true, times: 1 } })
      expect(await refund('order_1', 1000)).toBe('5000 of 14000')
      expect(await refund('order_1')).toBe('all of it')
    },
  )

  /** The samples that are tests, run as such: what `it` and `expect` they import are those of here. */
  const samples = [
    ...['docs/sandbox.md', 'docs/cases/virtual-account.md', 'docs/cases/testing.md'].flatMap(page =>
      codeOf(page)
        .filter(({ text }) => text.includes("from 'vitest'") && text.includes('createSandboxApi'))
        .map(({ name }) => [page, name] as const),
    ),
  ]
  it.each(samples)('%s: the test %s passes', async (page, name) => {
    const tests: [string, () => Promise<void>][] = []
    vi.doMock('vitest', () => ({
      expect,
      it: (title: string, run: () => Promise<void>) => tests.push([title, run]),
    }))
    await importCode(page, name)
    vi.doUnmock('vitest')
    expect(tests).not.toEqual([])
    for (const [, run] of tests) await run()
  })
})
