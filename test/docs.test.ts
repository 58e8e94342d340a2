import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makePages, stalePages } from '../scripts/docs.mjs'
import { blocks, links } from '../scripts/docs-markdown.mjs'
import { gateways } from '../src/gateways.ts'
import { buyerKo } from '../src/messages/buyer-ko.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const PAGES = [
  'README.md',
  'README.ko.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs').map(file => `docs/${file}`),
]
const CODES = Object.keys(buyerKo.endings)

describe('pages made from src', () => {
  it('are fresh: run node scripts/docs.mjs', async () => expect(await stalePages()).toEqual([]))

  it('have a section for every ending and every gateway', async () => {
    const pages = await makePages()
    for (const code of CODES) expect(pages['docs/errors.md']).toContain(`\n## ${code}\n`)
    for (const gateway of Object.keys(gateways)) {
      // A name follows, from the row's doc comment.
      expect(pages['docs/gateways.md']).toMatch(new RegExp(`\n### ${gateway}: \\S`))
    }
    expect(Object.values(pages).join()).not.toMatch(/undefined|\[object|``/)
  })
})

describe.each(PAGES)('%s', page => {
  const { targets, anchors } = links(read(page))

  it('has no heading twice', () => expect(new Set(anchors).size).toBe(anchors.length))

  it('has no dead relative link', () => {
    const dead = targets
      .filter(target => !/^https?:/.test(target))
      .filter(target => {
        const [file = '', anchor] = target.split('#')
        const path = file ? join(dirname(page), file) : page
        if (!existsSync(path)) return true
        return anchor !== undefined && !links(read(path)).anchors.includes(decodeURIComponent(anchor))
      })
    expect(dead).toEqual([])
  })
})

describe('facts', () => {
  it.each(['README.md', 'README.ko.md'])('%s: has every option and every ending', page => {
    const text = read(page)
    const options = ts.createSourceFile('o.ts', read('src/types/options.ts'), ts.ScriptTarget.Latest, true)
    const names = options.statements
      .filter(ts.isInterfaceDeclaration)
      .filter(({ name }) => /^(Load|Checkout)Options$/.test(name.text))
      .flatMap(({ members }) => members.map(member => member.name!.getText()))
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(text).toContain(`\n| \`${name}\` | `)
    for (const code of CODES) expect(text).toContain(`\`${code}\``)
  })

  it('the hosts that src knows are the ones that the documents name', () => {
    const used = new Set([...read('src/load.ts').matchAll(/https:\/\/[\w.-]+/g)].map(([origin]) => origin))
    const [, csp = ''] = /script-src 'self' ([^;]*);/.exec(read('docs/recipes.md')) ?? []
    expect(new Set(csp.split(' '))).toEqual(used)
    const [, hosts = ''] = read('SECURITY.md').split('## Hosts')
    expect(new Set([...hosts.matchAll(/^\| `([\w.]+)`/gm)].map(([, host]) => `https://${host}`))).toEqual(
      used,
    )
  })

  it('the schemes for iOS are written right, each once, and are no more than iOS reads', () => {
    const recipes = read('docs/recipes.md')
    const schemes = [...recipes.matchAll(/<string>(.*)<\/string>/g)].map(([, scheme]) => scheme)
    expect(schemes).toContain('nhappcardansimclick')
    expect(schemes).not.toContain('nhappvardansimclick')
    expect(schemes).toEqual([...new Set(schemes)].sort())
    expect(schemes.length).toBeLessThanOrEqual(50)
  })
})

/** What the documents use of frameworks that are not installed here. */
const STUBS = `
declare namespace JSX { interface IntrinsicElements { [name: string]: unknown } interface Element {} }
declare module 'react' {
  export function useEffect(effect: () => void | (() => void), inputs?: unknown[]): void
  export function useState<T>(first: T): [T, (next: T) => void]
}
declare module 'vue' {
  export function onMounted(hook: () => unknown): void
  export function ref<T>(first: T): { value: T }
}
declare function defineProps<T>(): T
declare const IamportCheckout: typeof import('iamport-checkout')
declare const IMP: any
`

/** Inside the repository, so that its packages resolve. */
const FOLDER = '.tmp/docs'

const SCRIPT = /<script(?: setup lang="ts")?>([\s\S]*?)<\/script>/

/** Writes the code of a page to files; a first line like `// pay.ts` names one, so that others can import it. */
const writeBlocks = (page: string): string[] =>
  blocks(read(page)).flatMap(({ language, text }, index) => {
    const isTyped = /^(ts|tsx|vue)$/.test(language)
    const code = /^(html|vue)$/.test(language) ? SCRIPT.exec(text)?.[1]?.trim() : text
    if (!(isTyped || /^(js|html)$/.test(language)) || !code) return []
    const extension = language === 'tsx' ? 'tsx' : isTyped ? 'ts' : 'js'
    const name = /^\/\/ (\S+\.tsx?)\n/.exec(text)?.[1] ?? `block-${index}.${extension}`
    const file = join(FOLDER, page, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${code}\nexport {}\n`)
    return [file]
  })

const compile = (files: string[], options: ts.CompilerOptions): string[] => {
  const program = ts.createProgram([...files, join(FOLDER, 'stubs.d.ts')], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    jsx: ts.JsxEmit.Preserve,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    paths: {
      'iamport-checkout': ['./src/index.ts'],
      'iamport-checkout/messages': ['./src/messages/index.ts'],
      'iamport-checkout/sandbox': ['./src/sandbox/index.ts'],
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
    files = PAGES.flatMap(writeBlocks)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('compiles', { timeout: 60_000 }, () => {
    const typed = files.filter(file => !file.endsWith('.js'))
    const plain = files.filter(file => file.endsWith('.js'))
    expect(typed.length).toBeGreaterThan(20)
    expect(plain.length).toBeGreaterThan(3)
    expect(compile(typed, { strict: true, noUncheckedIndexedAccess: true })).toEqual([])
    expect(compile(plain, { allowJs: true, checkJs: true, strict: false })).toEqual([])
  })

  describe('the server’s side', () => {
    const server = async () => {
      const folder = join('..', FOLDER, 'docs/recipes.md/server')
      const { complete, webhook, orders } = await import(/* @vite-ignore */ `${folder}/handlers.ts`)
      orders.set('order_1', { merchant_uid: 'order_1', amount: 14000, currency: 'KRW' })
      return { complete, webhook, orders }
    }
    const asked: string[] = []
    /** The REST API, knowing one payment. */
    const answerWith = (payment: object | null): void => {
      asked.length = 0
      vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
        asked.push(`${init.method ?? 'GET'} ${new URL(url).pathname}`)
        if (url.endsWith('/users/getToken')) {
          return Response.json({ code: 0, message: null, response: { access_token: 'token' } })
        }
        expect(new Headers(init.headers).get('authorization')).toBe('token')
        return payment
          ? Response.json({ code: 0, message: null, response: payment })
          : Response.json({ code: -1, message: 'unknown', response: null }, { status: 404 })
      })
    }
    const paid = {
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      status: 'paid',
      amount: 14000,
      currency: 'KRW',
      pay_method: 'card',
    }
    const post = (body: object): Request =>
      new Request('http://shop.test/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const ids = { imp_uid: 'imp_1', merchant_uid: 'order_1' }

    it.each([
      ['paid', paid],
      ['tampered', { ...paid, amount: 100 }],
      ['tampered', { ...paid, currency: 'JPY' }],
      ['tampered', { ...paid, merchant_uid: 'order_2' }],
      ['awaiting', { ...paid, status: 'ready', pay_method: 'vbank' }],
      ['tampered', { ...paid, status: 'ready', pay_method: 'vbank', amount: 1 }],
      ['unpaid', { ...paid, status: 'ready' }],
      ['unpaid', { ...paid, status: 'failed' }],
      ['cancelled', { ...paid, status: 'cancelled' }],
      ['unpaid', null],
    ])('says %s of %j', async (verdict, payment) => {
      answerWith(payment)
      const { complete } = await server()
      expect(await (await complete(post(ids))).json()).toEqual({ verdict })
      expect(asked).toEqual(['POST /users/getToken', 'GET /payments/imp_1'])
    })

    it('finds a payment without imp_uid by the order', async () => {
      answerWith(paid)
      const { complete } = await server()
      expect(await (await complete(post({ imp_uid: null, merchant_uid: 'order_1' }))).json()).toEqual({
        verdict: 'paid',
      })
      expect(asked[1]).toBe('GET /payments/find/order_1')
    })

    it('asks nothing for an order that the shop doesn’t have', async () => {
      answerWith(paid)
      const { complete } = await server()
      expect((await complete(post({ ...ids, merchant_uid: 'order_9' }))).status).toBe(404)
      expect(asked).toEqual([])
    })

    it('takes the webhook as JSON and as a form, and believes none of its words', async () => {
      const { webhook, orders } = await server()
      answerWith({ ...paid, amount: 1 })
      expect((await webhook(post({ ...ids, status: 'paid' }))).status).toBe(200)
      expect(orders.get('order_1').verdict).toBe('tampered')
      answerWith(paid)
      const body = new URLSearchParams({ ...ids, status: 'failed' })
      await webhook(new Request('http://shop.test/', { method: 'POST', body }))
      expect(orders.get('order_1').verdict).toBe('paid')
    })
  })
})
