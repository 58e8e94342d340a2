/** What `useCheckout` does where there is no browser: nothing. */
import { createCheckout } from 'iamport-checkout'
import { useCheckout } from 'iamport-checkout/react'
import { useCheckout as useVueCheckout } from 'iamport-checkout/vue'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { createSSRApp, defineComponent, h } from 'vue'
import { renderToString as renderVueToString } from 'vue/server-renderer'
import { orderA } from './support.ts'

/** A checkout that counts what is asked of it. */
const countingCheckout = () => {
  const checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
  return {
    ...checkout,
    load: vi.fn(checkout.load),
    resume: vi.fn(checkout.resume),
  }
}

it('runs where there is no document', () => expect(typeof document).toBe('undefined'))

it('renders as idle in React, and loads and takes up nothing', async () => {
  const checkout = countingCheckout()
  let pay!: ReturnType<typeof useCheckout>['pay']
  const Button = () => {
    const shown = useCheckout(checkout, { merchant_uid: 'order_a' })
    pay = shown.pay
    return createElement('p', null, `${shown.status} ${shown.text}`)
  }
  expect(renderToString(createElement(Button))).toBe('<p>idle </p>')
  expect(checkout.load).not.toHaveBeenCalled()
  expect(checkout.resume).not.toHaveBeenCalled()
  expect(await pay(orderA)).toBeNull()
  // A server keeps nothing of one buyer for the next.
  const first = pay
  expect(renderToString(createElement(Button))).toBe('<p>idle </p>')
  expect(pay).not.toBe(first)
})

it('renders as idle in Vue, and loads and takes up nothing', async () => {
  const checkout = countingCheckout()
  const Button = defineComponent(() => {
    const { status, text } = useVueCheckout(checkout, { merchant_uid: () => 'order_a' })
    return () => h('button', `${status.value} ${text.value}`)
  })
  expect(await renderVueToString(createSSRApp(Button))).toBe('<button>idle </button>')
  expect(checkout.load).not.toHaveBeenCalled()
  expect(checkout.resume).not.toHaveBeenCalled()
})
