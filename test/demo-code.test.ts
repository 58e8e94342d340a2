// @vitest-environment jsdom

/** The code that the demo gives to be pasted: run on a page whose script doesn't load, and compiled. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, it, vi } from 'vitest'
import { gateways } from '../src/gateways/table.ts'
import type { GatewayCode } from '../src/types/codes.ts'

type Codes = typeof import('../demo/bench/code.ts')['codes']
let codes: Codes
let state: typeof import('../demo/bench/store.ts')['state']

beforeAll(async () => {
  ;({ codes } = await import('../demo/bench/code.ts'))
  ;({ state } = await import('../demo/bench/store.ts'))
  state.order = {
    merchant_uid: 'order_1',
    cart: { beans: 1 },
    amount: 1000,
    currency: 'KRW',
    verdict: null,
  } as unknown as NonNullable<typeof state.order>
})

/** What has failed, and whether anybody takes it. */
const failing = () => {
  const promise = Promise.reject(new Error('not loaded'))
  const spy = vi.spyOn(promise, 'then')
  promise.catch(() => undefined)
  spy.mockClear()
  return { promise, isTaken: () => spy.mock.calls.some(([, taken]) => !!taken) }
}

it.each(['tag', 'esm'] as const)('%s: a preload that fails is no unhandled rejection', name => {
  const code = codes[name](false)
  const source = name === 'tag' ? /<script>(.*)<\/script>/s.exec(code)![1]! : code
  const { outputText: script } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  })
  const loading = failing()
  let loads = 0
  const asked: object[] = []
  const checkout = {
    load: () => {
      loads++
      return loading.promise
    },
    resume: async (options: object) => {
      asked.push(options)
      return null
    },
    pay: () => new Promise(() => {}),
  }
  const modules = { createCheckout: () => checkout, describeError: String, describePayment: String }
  const button: { onclick?: unknown } = {}
  new Function('exports', 'require', 'IamportCheckout', 'document', script)({}, () => modules, modules, {
    querySelector: () => button,
  })
  expect(loads).toBe(1)
  expect(loading.isTaken()).toBe(true)
  // A payment that comes back is taken up at once, for this order alone.
  expect(asked).toEqual([{ merchant_uid: 'order_1', onProgress: expect.any(Function) }])
  expect(button.onclick).toBeTypeOf('function')
})

it('names the file as the documents do, with its version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const tag = `<script src="/js/iamport-checkout-${version}.min.js"></script>`
  for (const page of ['README.md', 'README.ko.md', 'docs/migration.md'])
    expect(readFileSync(page, 'utf8')).toContain(tag)
  expect(codes.tag()).toContain(tag)
})

it.each(['tag', 'esm', 'react'] as const)('%s: says whose merchant code belongs there', name => {
  const { settings } = state
  const line = () => /.*userCode:.*/.exec(codes[name](false))![0]
  state.settings = { ...settings, lang: 'ko' }
  expect(line()).toMatch(/'imp00000000', \/\/ 가맹점 식별코드로 바꾸세요$/)
  state.settings = { ...settings, lang: 'en' }
  expect(line()).toMatch(/'imp00000000', \/\/ your merchant code$/)
  // A real one is theirs already.
  state.settings = { ...settings, account: 'imp12345678' }
  expect(line()).toMatch(/'imp12345678',$/)
  state.settings = settings
})

it('as TypeScript it compiles, for every gateway', () => {
  const folder = '.tmp/demo-code'
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string): string => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  }
  const files: string[] = []
  const { settings } = state
  const add = (name: string, changes: Partial<typeof settings>): void => {
    state.settings = { ...settings, ...changes }
    files.push(write(`${name}.ts`, codes.esm(true)), write(`${name}.react.tsx`, codes.react()))
  }
  for (const pg of Object.keys(gateways) as GatewayCode[]) add(pg, { pg, method: '' })
  add('kicc-escrow', { pg: 'kicc', method: 'vbank', escrow: true })
  add('kcp-escrow', { pg: 'kcp', method: 'card', escrow: true, landing: 'server' })
  // It is the types of the package that judge: what a gateway doesn't take, they refuse.
  add('refused', { pg: 'kicc', method: 'card', escrow: true })
  state.settings = settings
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    allowImportingTsExtensions: true,
    paths: {
      'iamport-checkout': ['./src/index.ts'],
      'iamport-checkout/messages': ['./src/messages/index.ts'],
      'iamport-checkout/react': ['./src/react/index.ts'],
    },
  })
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      file ? relative(folder, file.fileName) : '',
      ts.flattenDiagnosticMessageText(messageText, ' '),
    ])
  const isMeant = ([file]: string[]): boolean => !!file?.startsWith('refused')
  expect(found.filter(it => !isMeant(it))).toEqual([])
  expect(found.filter(isMeant)).toHaveLength(2)
})
