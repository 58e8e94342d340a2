// @vitest-environment jsdom
/** What the users of one framework expect of every hook. */
import { useCheckout } from 'iamport-checkout/react'
import { useCheckout as useVueCheckout } from 'iamport-checkout/vue'
import { createElement, StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, createSSRApp, effectScope, h } from 'vue'
import { goTo } from '../support/browser.ts'
import { installScript, orderA, paid, pass, reload, type Script, shop } from './support.ts'

let script: Script
let complaints: unknown[][]
const place = (html = ''): HTMLElement => {
  const element = document.body.appendChild(document.createElement('div'))
  element.innerHTML = html
  return element
}

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  goTo('/shop')
  document.documentElement.lang = 'en'
  script = installScript()
  complaints = []
  for (const name of ['error', 'warn'] as const) {
    vi.spyOn(console, name).mockImplementation((...args) => void complaints.push(args))
  }
})
afterEach(async () => {
  await pass()
  vi.useRealTimers()
  vi.restoreAllMocks()
  reload()
  document.body.innerHTML = ''
})

it('React: the functions stay the same ones from render to render', async () => {
  const { checkout } = shop('paid')
  const seen = new Set<unknown>()
  const Button = () => {
    const { pay, reset } = useCheckout(checkout, { merchant_uid: 'order_a' })
    seen.add(pay).add(reset)
    return null
  }
  const root = createRoot(place())
  flushSync(() => root.render(createElement(Button)))
  for (let i = 0; i < 3; i++) flushSync(() => root.render(createElement(Button)))
  expect(seen.size).toBe(2)
  root.unmount()
})

it('React: renders once for each step, and not at all while nothing happens', async () => {
  const { checkout } = shop('paid')
  let renders = 0
  let pay!: ReturnType<typeof useCheckout>['pay']
  const Button = () => {
    renders++
    pay = useCheckout(checkout, { merchant_uid: 'order_a' }).pay
    return null
  }
  const root = createRoot(place())
  flushSync(() => root.render(createElement(Button)))
  await pass(5_000)
  expect(renders).toBe(1)
  void pay(orderA)
  script.answer(paid())
  await pass()
  // loading, verifying, done
  expect(renders).toBeLessThanOrEqual(4)
  root.unmount()
})

it('React: is hydrated without a word, also where an end is there already', async () => {
  const { checkout } = shop('paid')
  const Button = () => {
    const { status } = useCheckout(checkout, { merchant_uid: 'order_a' })
    return createElement('p', null, status)
  }
  const { pay } = ((): { pay: ReturnType<typeof useCheckout>['pay'] } => {
    let given!: ReturnType<typeof useCheckout>['pay']
    const First = () => {
      given = useCheckout(checkout, { merchant_uid: 'order_a' }).pay
      return null
    }
    flushSync(() => createRoot(place()).render(createElement(First)))
    return { pay: given }
  })()
  void pay(orderA)
  script.answer(paid())
  await pass()

  const element = place('<p>idle</p>')
  flushSync(() => {
    hydrateRoot(element, createElement(StrictMode, null, createElement(Button)))
  })
  await pass()
  expect(element.innerHTML).toBe('<p>done</p>')
  expect(complaints).toEqual([])
})

it('Vue: is hydrated without a word, also where an end is there already', async () => {
  const { checkout } = shop('paid')
  const Button = {
    setup() {
      const { status, pay } = useVueCheckout(checkout, { merchant_uid: 'order_a' })
      return () => h('button', { onClick: () => pay(orderA) }, status.value)
    },
  }
  const first = place()
  createApp(Button).mount(first)
  first.querySelector('button')!.click()
  script.answer(paid())
  await pass()
  expect(first.innerHTML).toBe('<button>done</button>')

  const element = place('<button>idle</button>')
  createSSRApp(Button).mount(element)
  await pass()
  expect(element.innerHTML).toBe('<button>done</button>')
  expect(complaints).toEqual([])
})

it('Vue: lives as long as its scope, also outside of a component', async () => {
  const { checkout } = shop('paid')
  const scope = effectScope()
  const used = scope.run(() => useVueCheckout(checkout, { merchant_uid: 'order_a' }))!
  const end = used.pay(orderA)
  expect(used.status.value).toBe('loading')
  scope.stop()
  script.answer(paid())
  expect(await end).toMatchObject({ verdict: 'paid' })
  // It hears no more, and the payment has gone on.
  expect(used.status.value).toBe('loading')
  expect(complaints).toEqual([])
})
