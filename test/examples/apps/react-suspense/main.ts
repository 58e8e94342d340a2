/**
 * The same shop as routes of one page, which change in a transition: each order comes from the shop's server, and both the page
 * and its buttons wait for something in `Suspense`.
 */
import { useCheckout } from 'iamport-checkout/react'
import {
  createElement as h,
  type MouseEvent,
  StrictMode,
  Suspense,
  startTransition,
  use,
  useEffect,
  useState,
  version,
} from 'react'
import { createRoot } from 'react-dom/client'
import { checkout, orderNamed } from '../shop.ts'

type Order = ReturnType<typeof orderNamed>

const after = <Value>(ms: number, value: Value) =>
  new Promise<Value>(resolve => setTimeout(() => resolve(value), ms))
const translations = new Map<string, Promise<string>>()

/** What a button says for an order: a promise that stays the same one between renders, as a cache of data gives it. */
const labelOf = (merchant_uid: string): Promise<string> => {
  const label = translations.get(merchant_uid) ?? after(50, 'Pay')
  translations.set(merchant_uid, label)
  return label
}

const PayButton = ({ order }: { order: Order }) => {
  const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: order.merchant_uid })
  // It suspends behind the hook, so that React throws the first render away.
  const label = use(labelOf(order.merchant_uid))
  return h(
    'section',
    {
      'data-status': status,
      'data-code': error?.code,
      'data-may-have-paid': error?.mayHavePaid,
      'data-order': order.merchant_uid,
    },
    h('button', { type: 'button', onClick: () => pay(order) }, label),
    h('output', null, text),
  )
}

const OrderPage = ({ coming }: { coming: Promise<Order> }) => {
  const order = use(coming)
  const [isThere, setThere] = useState(true)
  return h(
    'main',
    null,
    h('button', { type: 'button', id: 'toggle', onClick: () => setThere(!isThere) }, 'Toggle'),
    isThere && h(PayButton, { key: 1, order }),
    isThere && h(PayButton, { key: 2, order }),
  )
}

const Landing = () => {
  const { status, payment, error, text } = useCheckout(checkout)
  const order = payment?.merchant_uid ?? error?.merchant_uid
  return h('section', { 'data-status': status, 'data-order': order }, h('output', null, text))
}

/** The route of the address, with its data under way. */
const routeOfAddress = () => ({
  isLanding: location.pathname === '/landing',
  coming: after(50, orderNamed(new URLSearchParams(location.search).get('order') ?? 'order_a')),
})

const App = () => {
  const [{ isLanding, coming }, setRoute] = useState(routeOfAddress)
  useEffect(() => {
    const follow = () => startTransition(() => setRoute(routeOfAddress()))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const goToB = (event: MouseEvent) => {
    event.preventDefault()
    history.pushState(null, '', '/?order=order_b')
    startTransition(() => setRoute(routeOfAddress()))
  }
  return h(
    Suspense,
    { fallback: h('p', null, 'Loading') },
    h('a', { href: '/?order=order_b', id: 'to-b', onClick: goToB }, 'Order B'),
    isLanding ? h(Landing) : h(OrderPage, { coming }),
  )
}

document.documentElement.dataset['version'] = version
createRoot(document.getElementById('root')!).render(h(StrictMode, null, h(App)))
