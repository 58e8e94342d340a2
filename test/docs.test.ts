import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { json } from 'node:stream/consumers'
import ts from 'typescript'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { blocks, deadLinks, links } from '../scripts/docs-markdown.mjs'
import { isPayError, PayError, type PayErrorCode } from '../src/errors.ts'
import { buyerKo } from '../src/messages/buyer-ko.ts'
import { describeError as sentence } from '../src/messages/index.ts'
import * as sandbox from '../src/sandbox/index.ts'
import type { CheckoutOptions, ResumeOptions } from '../src/types/options.ts'
import type { UnverifiedPayment } from '../src/types/response.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const PAGES = [
  'README.md',
  'README.ko.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => `docs/${file.replace(/\\/g, '/')}`),
]
const CODES = Object.keys(buyerKo.endings)

describe.each(PAGES)('%s', page => {
  const { anchors } = links(read(page))

  it('has no heading twice', () => expect(new Set(anchors).size).toBe(anchors.length))

  it('has no dead relative link', () => expect(deadLinks(page, existsSync, read)).toEqual([]))
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
declare module 'express' {
  interface Answer { json(body: unknown): void; send(body: string): void; sendStatus(status: number): void }
  interface App {
    use(...handlers: unknown[]): void
    post(path: string, handler: (req: { body: Record<string, unknown> }, res: Answer) => void): void
    listen(port: number): void
  }
  const express: { (): App; json(): unknown; urlencoded(options: object): unknown }
  export default express
}
interface ImportMeta { readonly env: { readonly DEV: boolean; readonly SSR: boolean } }
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

/** The options are those that Next.js writes into a tsconfig.json, which doesn't know imports with `.ts`. */
const compile = (files: string[], options: ts.CompilerOptions): string[] => {
  const program = ts.createProgram([...files, join(FOLDER, 'stubs.d.ts')], {
    target: ts.ScriptTarget.ES2017,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    jsx: ts.JsxEmit.Preserve,
    isolatedModules: true,
    esModuleInterop: true,
    resolveJsonModule: true,
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

  it('compiles', () => {
    const typed = files.filter(file => !file.endsWith('.js'))
    const plain = files.filter(file => file.endsWith('.js'))
    expect(typed.length).toBeGreaterThan(20)
    expect(plain.length).toBeGreaterThan(3)
    expect(compile(typed, { strict: true, noUncheckedIndexedAccess: true })).toEqual([])
    expect(compile(plain, { allowJs: true, checkJs: true, strict: false })).toEqual([])
  })

  it.each(['README.md', 'README.ko.md', 'docs/recipes.md'])(
    '%s: the sandbox for development doesn’t break a server that renders the page',
    async page => {
      const ofPage = files.filter(file => dirname(file) === join(FOLDER, page))
      const development = ofPage.filter(file => read(file).includes('import.meta.env.DEV'))
      expect(development).toHaveLength(1)
      // Here both are true, as on a development server.
      expect(import.meta).toMatchObject({ env: { DEV: true, SSR: true } })
      vi.doMock('iamport-checkout/sandbox', () => sandbox)
      await import(/* @vite-ignore */ join('..', development[0]!))
      vi.doUnmock('iamport-checkout/sandbox')
    },
  )

  /** The recipes, as files. */
  const folder = join('..', FOLDER, 'docs/recipes.md')

  describe('the server’s side', () => {
    interface Stored {
      merchant_uid: string
      amount: number
      currency: string
      verdict?: string
      imp_uid?: string
    }
    /** The recipe's handlers, with one order in the shop's books. */
    const server = async (stored: Partial<Stored> = {}) => {
      const { complete, webhook } = await import(/* @vite-ignore */ `${folder}/server/handlers.ts`)
      const { orders } = await import(/* @vite-ignore */ `${folder}/server/settle.ts`)
      const order: Stored = { merchant_uid: 'order_1', amount: 14000, currency: 'KRW', ...stored }
      orders.set('order_1', order)
      return { complete, webhook, order }
    }
    const asked: string[] = []
    const paid = {
      imp_uid: 'imp_1',
      merchant_uid: 'order_1',
      status: 'paid',
      amount: 14000,
      currency: 'KRW',
      pay_method: 'card',
    }
    type Known = typeof paid & { customer_uid_usage?: string; isTest?: boolean }
    /** The REST API, knowing these payments. By `imp_uid` it leaves out those of test channels, unless asked. */
    const answerWith = (...payments: Known[]): void => {
      asked.length = 0
      vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
        const { pathname, searchParams } = new URL(url)
        asked.push(`${init.method ?? 'GET'} ${pathname}`)
        if (pathname === '/users/getToken') {
          return Response.json({ code: 0, message: null, response: { access_token: 'token' } })
        }
        expect(new Headers(init.headers).get('authorization')).toBe('token')
        const [, , uid, order, status] = pathname.split('/')
        const isAsked = (payment: Known): boolean =>
          uid === 'find'
            ? payment.merchant_uid === order && payment.status === (status ?? payment.status)
            : payment.imp_uid === uid && (!payment.isTest || searchParams.get('include_sandbox') === 'true')
        // The newest is the last one.
        const payment = payments.filter(isAsked).pop()
        return payment
          ? Response.json({ code: 0, message: null, response: payment })
          : Response.json({ code: -1, message: 'unknown', response: null }, { status: 404 })
      })
    }
    const post = (body: object): Request =>
      new Request('http://shop.test/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const ids = { imp_uid: 'imp_1', merchant_uid: 'order_1' }
    const alarm = vi.spyOn(console, 'error').mockReturnValue()
    afterEach(() => alarm.mockClear())

    it.each<[verdict: string, stored: string | undefined, payment: Known | undefined]>([
      ['paid', 'paid', paid],
      ['tampered', 'tampered', { ...paid, amount: 100 }],
      ['tampered', 'tampered', { ...paid, currency: 'JPY' }],
      ['foreign', undefined, { ...paid, merchant_uid: 'order_2' }],
      ['awaiting', 'awaiting', { ...paid, status: 'ready', pay_method: 'vbank' }],
      ['tampered', 'tampered', { ...paid, status: 'ready', pay_method: 'vbank', amount: 1 }],
      ['unpaid', undefined, { ...paid, status: 'ready' }],
      ['unpaid', undefined, { ...paid, status: 'failed' }],
      ['cancelled', 'cancelled', { ...paid, status: 'cancelled' }],
      ['registered', undefined, { ...paid, customer_uid_usage: 'issue' }],
      ['paid', 'paid', { ...paid, customer_uid_usage: 'payment' }],
      ['unpaid', undefined, undefined],
    ])('says %s and stores %s of %j', async (verdict, stored, payment) => {
      answerWith(...(payment ? [payment] : []))
      const { complete, order } = await server()
      expect(await (await complete(post(ids))).json()).toEqual({ verdict })
      expect(order.verdict).toBe(stored)
      expect(asked.slice(0, 2)).toEqual(['POST /users/getToken', 'GET /payments/imp_1'])
      expect(alarm).toHaveBeenCalledTimes(verdict === 'tampered' ? 1 : 0)
    })

    it('finds a payment without imp_uid by the order', async () => {
      answerWith(paid)
      const { complete } = await server()
      expect(await (await complete(post({ imp_uid: null, merchant_uid: 'order_1' }))).json()).toEqual({
        verdict: 'paid',
      })
      expect(asked[1]).toBe('GET /payments/find/order_1')
    })

    it.each([
      ['that is refused because the order is paid', { ...ids, imp_uid: 'imp_2' }],
      ['of which nobody has the number', { ...ids, imp_uid: null }],
      ['of somebody else', { ...ids, imp_uid: 'imp_3' }],
      ['that the REST API doesn’t know', { ...ids, imp_uid: 'imp_9' }],
      ['that was taken back', { ...ids, imp_uid: 'imp_4' }],
    ])('finds the payment that paid behind a newer one %s', async (_, body) => {
      answerWith(
        paid,
        { ...paid, imp_uid: 'imp_2', status: 'failed' },
        { ...paid, imp_uid: 'imp_3', merchant_uid: 'order_3' },
        { ...paid, imp_uid: 'imp_4', status: 'cancelled', pay_method: 'vbank' },
      )
      const { complete, order } = await server()
      expect(await (await complete(post(body))).json()).toEqual({ verdict: 'paid' })
      expect(order).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
    })

    describe('a payment of a test channel', () => {
      const testPaid = { ...paid, isTest: true }
      const named = [ids, { ...ids, imp_uid: null }, { ...ids, imp_uid: 'imp_9' }]

      it.each(named)('pays for nothing, asked for by %j', async body => {
        answerWith(testPaid)
        const { complete, webhook, order } = await server()
        expect(await (await complete(post(body))).json()).toEqual({ verdict: 'unpaid' })
        await webhook(post({ ...body, status: 'paid' }))
        expect(order).not.toHaveProperty('verdict')
      })

      it('hides none that paid', async () => {
        answerWith(paid, { ...testPaid, imp_uid: 'imp_2', status: 'failed' })
        const { complete, order } = await server()
        expect(await (await complete(post({ ...ids, imp_uid: 'imp_2' }))).json()).toEqual({ verdict: 'paid' })
        expect(order).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
      })

      it.each(named)('is one where the shop tests its channels, asked for by %j', async body => {
        vi.stubEnv('IMP_TEST', '1')
        vi.resetModules()
        try {
          answerWith(testPaid)
          const { complete, order } = await server()
          expect(await (await complete(post(body))).json()).toEqual({ verdict: 'paid' })
          expect(order).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
        } finally {
          vi.unstubAllEnvs()
          vi.resetModules()
        }
      })
    })

    it('asks nothing for an order that the shop doesn’t have', async () => {
      answerWith(paid)
      const { complete } = await server()
      expect((await complete(post({ ...ids, merchant_uid: 'order_9' }))).status).toBe(404)
      expect(asked).toEqual([])
    })

    const html = (status: number) => new Response('<html>', { status })
    const reply = (status: number, body: unknown) => Response.json(body, { status })
    it.each<[title: string, answer: () => Response]>([
      ['an expired token', () => reply(401, { code: -1, message: 'Unauthorized', response: null })],
      ['too many questions', () => reply(429, { code: -1, message: 'slow down', response: null })],
      ['an error of its own', () => reply(500, { code: -1, message: 'oops', response: null })],
      ['an error that says code 0', () => reply(500, { code: 0, message: null, response: null })],
      ['nothing at all', () => reply(200, { code: 0, message: null, response: null })],
      ['a proxy’s page', () => html(502)],
      ['a proxy’s 404, as where the address is wrong', () => html(404)],
      ['somebody else’s 404', () => reply(404, { error: 'not found' })],
      ['no JSON', () => html(200)],
    ])('takes %s for no answer, and never for “unpaid”', async (_, answer) => {
      answerWith(paid)
      const ask = fetch
      let isIll = true
      vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
        isIll && !url.endsWith('/users/getToken') ? answer() : ask(url, init),
      )
      const { complete, webhook, order } = await server()
      await expect(complete(post(ids))).rejects.toThrow()
      await expect(webhook(post(ids))).rejects.toThrow()
      expect(order.verdict).toBeUndefined()
      // The webhook came once. What looks again finds the payment without it.
      const { sweep } = await import(/* @vite-ignore */ `${folder}/server/sweep.ts`)
      await sweep()
      expect(order.verdict).toBeUndefined()
      expect(alarm).toHaveBeenCalledOnce()
      isIll = false
      await sweep()
      expect(order).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
    })

    it('looks again for what is open, and for nothing else', async () => {
      const { sweep } = await import(/* @vite-ignore */ `${folder}/server/sweep.ts`)
      for (const verdict of ['paid', 'cancelled', 'tampered']) {
        await server({ verdict, imp_uid: 'imp_1' })
        answerWith(paid)
        await sweep()
        expect(asked).toEqual([])
      }
      const { order } = await server({ verdict: 'awaiting', imp_uid: 'imp_1' })
      answerWith({ ...paid, pay_method: 'vbank' })
      await sweep()
      expect(order.verdict).toBe('paid')
    })

    it('takes the webhook as JSON and as a form, and believes none of its words', async () => {
      const { webhook, order } = await server()
      answerWith({ ...paid, amount: 1 })
      expect((await webhook(post({ ...ids, status: 'paid' }))).status).toBe(200)
      expect(order.verdict).toBe('tampered')
      answerWith(paid)
      const body = new URLSearchParams({ ...ids, status: 'failed' })
      await webhook(new Request('http://shop.test/', { method: 'POST', body }))
      expect(order.verdict).toBe('paid')
    })

    describe('an order that is paid', () => {
      const isPaid = { verdict: 'paid', imp_uid: 'imp_1' }
      const all: Known[] = [
        { ...paid, imp_uid: 'imp_0', status: 'failed' },
        { ...paid, imp_uid: 'imp_2', merchant_uid: 'order_2' },
        paid,
      ]

      it.each([
        ['a late webhook of a first attempt that failed', { ...ids, imp_uid: 'imp_0', status: 'failed' }],
        ['a stranger’s payment for another order', { ...ids, imp_uid: 'imp_2' }],
        ['nonsense', { ...ids, imp_uid: 'nonsense' }],
        ['an attempt that was cancelled', { ...ids, imp_uid: 'imp_3' }],
        ['another amount', { ...ids, imp_uid: 'imp_4' }],
        ['a virtual account', { ...ids, imp_uid: 'imp_5' }],
        ['a card that was registered', { ...ids, imp_uid: 'imp_7' }],
      ])('stays so after %s', async (_, body) => {
        answerWith(
          ...all,
          { ...paid, imp_uid: 'imp_3', status: 'cancelled' },
          { ...paid, imp_uid: 'imp_4', amount: 1 },
          { ...paid, imp_uid: 'imp_5', status: 'ready', pay_method: 'vbank' },
          { ...paid, imp_uid: 'imp_7', customer_uid_usage: 'issue' },
        )
        const { webhook, complete, order } = await server(isPaid)
        await webhook(post(body))
        expect(order).toMatchObject(isPaid)
        // Nor is the buyer told to pay again.
        expect(await (await complete(post(body))).json()).toEqual({ verdict: 'paid' })
        expect(order).toMatchObject(isPaid)
      })

      it('is cancelled by the cancellation of its own payment, for good', async () => {
        const { webhook, complete, order } = await server(isPaid)
        answerWith({ ...paid, status: 'cancelled' })
        await webhook(post(ids))
        expect(order).toMatchObject({ verdict: 'cancelled', imp_uid: 'imp_1' })
        // An answer of before that was on its way for long.
        answerWith(paid)
        await complete(post(ids))
        expect(order.verdict).toBe('cancelled')
      })

      it('calls for a person where it is paid again', async () => {
        answerWith(...all, { ...paid, imp_uid: 'imp_6' })
        const { webhook, order } = await server(isPaid)
        await webhook(post(ids))
        expect(alarm).not.toHaveBeenCalled()
        await webhook(post({ ...ids, imp_uid: 'imp_6' }))
        expect(order).toMatchObject(isPaid)
        expect(alarm.mock.calls.join()).toContain('imp_6')
      })
    })

    it('lets a new payment pay an order that was cancelled, and an account that was issued be paid', async () => {
      const { webhook, order } = await server({ verdict: 'cancelled', imp_uid: 'imp_1' })
      answerWith({ ...paid, imp_uid: 'imp_2', status: 'ready', pay_method: 'vbank' })
      await webhook(post({ ...ids, imp_uid: 'imp_2' }))
      expect(order).toMatchObject({ verdict: 'awaiting', imp_uid: 'imp_2' })
      answerWith({ ...paid, imp_uid: 'imp_2', pay_method: 'vbank' })
      await webhook(post({ ...ids, imp_uid: 'imp_2' }))
      expect(order).toMatchObject({ verdict: 'paid', imp_uid: 'imp_2' })
    })

    it('charges a card, and takes a refused one for unpaid', async () => {
      const { charge } = await import(/* @vite-ignore */ `${folder}/server/subscription.ts`)
      const { order } = await server()
      const results = [paid, { ...paid, status: 'failed' }]
      vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
        expect(method).toBe('POST')
        if (url.endsWith('/users/getToken'))
          return Response.json({ code: 0, response: { access_token: 't' } })
        expect(JSON.parse(String(body))).toMatchObject({ customer_uid: 'card_1', merchant_uid: 'order_1' })
        return Response.json({ code: 0, response: results.shift() })
      })
      expect([await charge(order, 'card_1'), await charge(order, 'card_1')]).toEqual(['paid', 'unpaid'])
    })

    it('can ask a PortOne of the sandbox’s own, which calls the webhook', async () => {
      const told: unknown[] = []
      const shop = createServer(async (req, res) => {
        told.push(await json(req))
        res.end()
      })
      const portOf = async (it: Server): Promise<number> => {
        if (!it.listening) await once(it, 'listening')
        return (it.address() as AddressInfo).port
      }
      vi.stubEnv('WEBHOOK', `http://localhost:${await portOf(shop.listen(0))}`)
      vi.stubEnv('PORT', '0')
      const { portone } = await import(/* @vite-ignore */ `${folder}/dev/portone.ts`)
      try {
        const api = `http://localhost:${await portOf(portone)}`
        vi.stubEnv('IMP_API', api)
        vi.resetModules()
        const { findPaid, findPayment } = await import(/* @vite-ignore */ `${folder}/server/rest-api.ts`)
        expect(await findPayment('order_1')).toBeNull()
        const { headers } = await fetch(`${api}/ledger`, { method: 'OPTIONS' })
        expect(headers.get('access-control-allow-origin')).toBe('*')
        await fetch(`${api}/ledger`, { method: 'POST', body: JSON.stringify(paid) })
        expect(await findPayment('order_1')).toEqual(paid)
        expect(await findPayment('order_1', 'imp_1')).toEqual(paid)
        // As where IMP_TEST was left on.
        const asTest = await fetch(`${api}/payments/imp_1?include_sandbox=true`)
        expect(await asTest.json()).toMatchObject({ code: 0, response: paid })
        expect(await findPayment('order_1', 'imp_9')).toBeNull()
        expect(await findPaid('order_1')).toEqual(paid)
        expect((await fetch(`${api}/favicon.ico`)).status).toBe(404)
        await vi.waitFor(() => expect(told).toEqual([paid]))
        await fetch(`${api}/ledger`, { method: 'POST', body: JSON.stringify({ ...paid, status: 'failed' }) })
        expect(await findPayment('order_1', 'imp_1')).toMatchObject({ status: 'failed' })
        expect(await findPaid('order_1')).toBeNull()
        expect(told).toHaveLength(1)
      } finally {
        portone.close()
        shop.close()
        vi.unstubAllEnvs()
        vi.resetModules()
      }
    })
  })

  /** What a page of the documents shows a buyer, with a server that answers this. */
  const WAIT = '결제를 확인하고 있습니다. 잠시만 기다려 주세요.'
  const UNPAID = '결제되지 않은 것으로 확인되었습니다. 다시 결제하실 수 있습니다.'
  const UNSURE = '결제를 확인하지 못했습니다. 다시 결제하지 마시고 주문 내역을 확인해 주세요.'
  const PAID = '결제가 완료되었습니다.'
  const ids = { imp_uid: 'imp_1', merchant_uid: 'order_1' }
  const errorOf = (code: PayErrorCode) => new PayError(code, '', ids)
  const answerWith = (...verdicts: (string | number)[]) => {
    const server = vi.fn(async (_url: string, _init: RequestInit) => {
      const verdict = verdicts.length > 1 ? verdicts.shift() : verdicts[0]
      if (verdict === 0) throw new TypeError('offline')
      return typeof verdict === 'string'
        ? Response.json({ verdict })
        : new Response('no such order', { status: verdict ?? 500 })
    })
    vi.stubGlobal('fetch', server)
    return server
  }
  const isAsked = (server: ReturnType<typeof answerWith>): void => {
    const [url, { method, headers, body }] = server.mock.calls[0]!
    expect([url, method, headers]).toEqual([
      '/payments/complete',
      'POST',
      { 'content-type': 'application/json' },
    ])
    expect(JSON.parse(String(body))).toEqual(ids)
  }

  describe('pay.ts', () => {
    const outcome = {
      pay: async (_options: CheckoutOptions): Promise<unknown> => null,
      resume: async (_options?: ResumeOptions): Promise<unknown> => null,
    }
    const load = async () => {
      vi.resetModules()
      vi.doMock('iamport-checkout', () => ({
        isPayError,
        createCheckout: () => ({
          requestPay: (_: unknown, options: CheckoutOptions) => outcome.pay(options),
          resumePay: (options?: ResumeOptions) => outcome.resume(options),
        }),
      }))
      vi.doMock('iamport-checkout/messages', () => ({ describe: sentence }))
      return import(/* @vite-ignore */ `${folder}/pay.ts`)
    }
    const end = async (work: Promise<void>): Promise<void> => {
      await vi.runAllTimersAsync()
      await work
    }
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => {
      vi.useRealTimers()
      vi.doUnmock('iamport-checkout')
      vi.doUnmock('iamport-checkout/messages')
    })

    it.each<[title: string, answers: (string | number)[], result: unknown, said: string[]]>([
      ['paid', ['paid'], ids, [PAID]],
      [
        'paid, seconds after the window was closed',
        ['unpaid', 'unpaid', 'paid'],
        'WINDOW_CLOSED',
        [WAIT, WAIT, PAID],
      ],
      ['paid, once the server answers again', [0, 500, 'paid'], ids, [WAIT, WAIT, PAID]],
      ['not paid', ['unpaid'], 'RETURNED', [WAIT, WAIT, WAIT, WAIT, UNPAID]],
      [
        'paid, says the gateway, and the server finds nothing',
        ['unpaid'],
        ids,
        [WAIT, WAIT, WAIT, WAIT, UNSURE],
      ],
      ['a card that was registered', ['registered'], ids, ['카드가 등록되었습니다.']],
      ['an amount that was changed', ['tampered'], ids, [UNSURE]],
      ['a server that fails', [500], ids, [WAIT, WAIT, WAIT, WAIT, UNSURE]],
    ])('%s', async (_, answers, result, said) => {
      const server = answerWith(...answers)
      outcome.pay = async () => {
        if (typeof result === 'string') throw errorOf(result as PayErrorCode)
        return result
      }
      const { pay } = await load()
      const texts: string[] = []
      await end(pay({}, (text: string) => texts.push(text)))
      expect(texts).toEqual(said)
      isAsked(server)
    })

    it.each(['CANCELLED', 'BUSY', 'PAYMENT_FAILED'] as const)('%s asks nothing', async code => {
      const server = answerWith('paid')
      outcome.pay = () => Promise.reject(errorOf(code))
      const { pay } = await load()
      const say = vi.fn()
      await end(pay({}, say))
      expect(say.mock.calls).toEqual([[sentence(errorOf(code), 'ko')]])
      expect(server).not.toHaveBeenCalled()
    })

    it('says what came too late, where it is a payment', async () => {
      answerWith('unpaid', 'unpaid', 'unpaid', 'unpaid', 'unpaid', 'paid')
      let late: CheckoutOptions['onLateResult']
      outcome.pay = ({ onLateResult }) => {
        late = onLateResult
        return Promise.reject(errorOf('WINDOW_CLOSED'))
      }
      const { pay } = await load()
      const say = vi.fn()
      await end(pay({}, say))
      expect(say).toHaveBeenLastCalledWith(expect.stringContaining('다시 결제하실 수 있습니다'))
      // Another attempt may be under way by now.
      late!(errorOf('CANCELLED'))
      expect(say).toHaveBeenLastCalledWith(expect.stringContaining('다시 결제하실 수 있습니다'))
      late!(ids as UnverifiedPayment)
      await vi.runAllTimersAsync()
      expect(say).toHaveBeenLastCalledWith(PAID)
    })

    it('can be given up, and then asks the server', async () => {
      const server = answerWith('paid')
      outcome.pay = ({ signal }) =>
        new Promise((_, reject) => {
          signal!.onabort = () => reject(new PayError('ABORTED', '', { ...ids, mayHavePaid: true }))
        })
      await load()
      const { payWithWayOut } = await import(/* @vite-ignore */ `${folder}/way-out.ts`)
      const say = vi.fn()
      const { done, giveUp } = payWithWayOut({}, say)
      giveUp()
      await end(done)
      expect(say.mock.calls).toEqual([[PAID]])
      isAsked(server)
    })

    it.each<[title: string, answers: (string | number)[], said: string[]]>([
      ['paid', ['paid'], [PAID]],
      ['paid, seconds later', ['unpaid', 'paid'], [WAIT, PAID]],
      ['unpaid', ['unpaid'], [WAIT, WAIT, WAIT, WAIT, UNPAID]],
      ['changed', ['tampered'], [UNSURE]],
      ['nothing', [0], [WAIT, WAIT, WAIT, WAIT, UNSURE]],
    ])(
      'tells a buyer who came back without a result, of whom the server says %s',
      async (_, answers, said) => {
        const server = answerWith(...answers)
        outcome.resume = async options => {
          options?.onUnfinished?.({ merchant_uid: 'order_1' })
          return null
        }
        const { cameBack } = await load()
        const texts: string[] = []
        cameBack((text: string) => texts.push(text))
        await vi.runAllTimersAsync()
        expect(texts).toEqual(said)
        expect(JSON.parse(String(server.mock.calls[0]![1].body))).toEqual({ merchant_uid: 'order_1' })
      },
    )

    it('says nothing to a buyer who comes for the first time', async () => {
      const server = answerWith('paid')
      const { cameBack } = await load()
      const say = vi.fn()
      for (const resume of [async () => null, () => Promise.reject(errorOf('CANCELLED'))]) {
        outcome.resume = resume
        cameBack(say)
        await vi.runAllTimersAsync()
      }
      expect(say).not.toHaveBeenCalled()
      expect(server).not.toHaveBeenCalled()
    })

    it('lands once, for however many ask', async () => {
      answerWith('paid')
      const resume = vi.fn(async () => ids)
      outcome.resume = resume
      const { land } = await load()
      const says = [vi.fn(), vi.fn()]
      await end(Promise.all(says.map(land)) as Promise<never>)
      for (const say of says) expect(say.mock.calls).toEqual([[PAID]])
      expect(resume).toHaveBeenCalledOnce()
    })
  })

  describe.each(['README.md', 'README.ko.md', 'docs/recipes.md'])('the script tag of %s', page => {
    const [, script = ''] =
      SCRIPT.exec(
        blocks(read(page))
          .find(({ language }) => language === 'html')!
          .text.replace(/<script src.*/, ''),
      ) ?? []
    const isEnglish = page === 'README.md'

    /** Runs it, clicks where there is nothing landed, and gives what the buyer has read. */
    const run = async (outcome: { pay?: unknown; landed?: unknown; left?: object }): Promise<string> => {
      const end = async (value: unknown) => {
        if (value instanceof PayError) throw value
        return value
      }
      const status = { textContent: '' }
      let click = (): void => {}
      const button = {
        addEventListener: (_: string, listener: () => void) => {
          click = listener
        },
        set onclick(listener: () => void) {
          click = listener
        },
      }
      const checkout = {
        load: async () => {},
        requestPay: () => end(outcome.pay),
        resumePay: ({ onUnfinished }: { onUnfinished?: (left: object) => void } = {}) => {
          if (outcome.left) onUnfinished?.(outcome.left)
          return end(outcome.landed ?? null)
        },
      }
      const parts = { status, pay: button }
      new Function('IamportCheckout', 'document', script)(
        { createCheckout: () => checkout },
        { getElementById: (id: keyof typeof parts) => parts[id] },
      )
      if (!outcome.landed && !outcome.left) click()
      await vi.waitFor(() => expect(status.textContent).not.toBe(''))
      return status.textContent
    }

    it.each<[verdict: string | number, said: RegExp]>([
      ['paid', isEnglish ? /^Paid/ : /완료되었습니다/],
      ['awaiting', isEnglish ? /account/ : /입금해 주세요/],
      ['unpaid', isEnglish ? /can’t see.*yet/ : /아직 결제 내역이 확인되지 않습니다/],
      ['tampered', isEnglish ? /don’t pay again/ : /다시 결제하지 마시고/],
      [404, isEnglish ? /don’t pay again/ : /다시 결제하지 마시고/],
      [0, isEnglish ? /don’t pay again/ : /다시 결제하지 마시고/],
    ])('shows what the server says: %s', async (verdict, said) => {
      for (const outcome of [{ pay: ids }, { pay: errorOf('WINDOW_CLOSED') }, { landed: ids }]) {
        const server = answerWith(verdict)
        expect(await run(outcome)).toMatch(said)
        isAsked(server)
      }
    })

    it('asks the server about a payment that the buyer came back from without a result', async () => {
      const server = answerWith('paid')
      expect(await run({ left: { merchant_uid: 'order_1' } })).toMatch(isEnglish ? /^Paid/ : /완료되었습니다/)
      expect(JSON.parse(String(server.mock.calls[0]![1].body))).toEqual({ merchant_uid: 'order_1' })
    })

    it.each<[code: PayErrorCode, said: RegExp]>([
      ['CANCELLED', isEnglish ? /cancelled/i : /취소하셨습니다/],
      ['PAYMENT_FAILED', isEnglish ? /did not go through/ : /결제하지 못했습니다/],
    ])('says of %s what it is, and asks nothing', async (code, said) => {
      const server = answerWith('paid')
      expect(await run({ pay: errorOf(code) })).toMatch(said)
      expect(server).not.toHaveBeenCalled()
    })
  })
})
