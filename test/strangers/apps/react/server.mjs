/**
 * Renders the shop as a server does: `node server.mjs import shop.mjs` or `node server.mjs require shop.cjs`. Prints
 * the markup, what the package asked of a browser until then or left behind, and how a payment ends here.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [way, file] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const get = way === 'require' ? require : name => import(name)

// React may look for a browser, so it comes before the traps.
const { StrictMode, createElement } = await get('react')
const { renderToString } = await get('react-dom/server')

const touched = []
Error.stackTraceLimit = Number.POSITIVE_INFINITY
for (const name of [
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'screen', 'sessionStorage'],
  ...['localStorage', 'alert', 'open', 'addEventListener', 'performance', 'fetch', 'IMP', 'jQuery'],
]) {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      if (/[\\/]iamport-checkout[\\/]/.test(new Error().stack)) touched.push(name)
      return undefined
    },
  })
}
const before = new Set(Reflect.ownKeys(globalThis))

const { Shop } = await get(way === 'require' ? file : pathToFileURL(file).href)
const { requestPay } = await get('iamport-checkout')
await get('iamport-checkout/sandbox')
const html = renderToString(createElement(StrictMode, null, createElement(Shop)))
const untilThen = [...touched]
const left = Reflect.ownKeys(globalThis)
  .filter(key => !before.has(key))
  .map(String)

const order = { merchant_uid: 'order_1', amount: 14000, buyer_tel: '010-1234-5678' }
const { code } = await requestPay(order, { userCode: 'imp12345678' }).catch(error => error)
const isRequired = Object.keys(require.cache).some(path => /[\\/]iamport-checkout[\\/]/.test(path))

console.log(
  JSON.stringify({ html, touched: untilThen, touchedByPayment: touched.length > 0, left, code, isRequired }),
)
