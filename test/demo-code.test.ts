// @vitest-environment jsdom

/** The code that the demo gives to be pasted, run on a page whose script doesn't load. */
import ts from 'typescript'
import { beforeAll, expect, it, vi } from 'vitest'

type Codes = typeof import('../demo/bench/code.ts')['codes']
let codes: Codes

beforeAll(async () => {
  ;({ codes } = await import('../demo/bench/code.ts'))
  const { state } = await import('../demo/bench/store.ts')
  state.order = {
    merchant_uid: 'order_1',
    cart: { beans: 1 },
    amount: 1000,
    currency: 'KRW',
    status: 'pending',
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

it.each(['tag', 'esm', 'react'] as const)(
  '%s: a preload that fails is no unhandled rejection',
  async name => {
    const code = codes[name]()
    const source = name === 'tag' ? /<script>(.*)<\/script>/s.exec(code)![1]! : code
    const { outputText: script } = ts.transpileModule(source, {
      fileName: 'pasted.jsx',
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.CommonJS,
        jsx: ts.JsxEmit.React,
        jsxFactory: 'make',
        jsxFragmentFactory: 'make',
      },
    })
    const loading = failing()
    let loads = 0
    const checkout = {
      load: () => {
        loads++
        return loading.promise
      },
      resumePay: () => Promise.resolve(null),
      requestPay: () => new Promise(() => {}),
    }
    const modules = {
      createCheckout: () => checkout,
      describe: String,
      useEffect: (act: () => void) => act(),
      useState: (value: unknown) => [value, () => {}],
    }
    const pasted: { PayButton?: () => void } = {}
    const button = {}
    new Function('exports', 'require', 'IamportCheckout', 'payButton', 'document', 'make', script)(
      pasted,
      () => modules,
      modules,
      button,
      { querySelector: () => button },
      () => null,
    )
    pasted.PayButton?.()
    expect(loads).toBe(1)
    expect(loading.isTaken()).toBe(true)
  },
)
