/**
 * The same shop with Vue Router: the order is a route that waits for the server's data in `Suspense` and comes in a chunk of its
 * own, and a phone lands on another route.
 */
import { createApp, defineComponent, h, Suspense, version } from 'vue'
import { createRouter, createWebHistory, RouterLink, RouterView } from 'vue-router'
import { Landing } from '../vue/landing.ts'

const routes = [
  { path: '/', component: () => import('./order-page.ts') },
  { path: '/landing', component: Landing },
]

const App = defineComponent(() => () => [
  h(RouterLink, { to: '/?order=order_b', id: 'to-b' }, () => 'Order B'),
  h(RouterView, null, {
    default: ({ Component }: { Component?: object }) =>
      Component && h(Suspense, null, { default: () => h(Component), fallback: () => h('p', 'Loading') }),
  }),
])

document.documentElement.dataset.version = version
createApp(App)
  .use(createRouter({ history: createWebHistory(), routes }))
  .mount('#root')
