/** What is measured: ours and the peers', each by the function that a shop calls. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = JSON.stringify(`${root}dist`).slice(1, -1)

/**
 * @typedef Subject
 * @property {string} name
 * @property {'loader' | 'whole' | 'part'} kind Loaders fetch a script that does the work; whole ones validate and watch a
 * payment, or bring all of it along. Compared are those of a kind.
 * @property {string} exports What a shop's bundle has of it: the source of a module.
 * @property {string} [file] The built file, where it is not for bundling.
 * @property {string} [call] The first call; the module's exports are `it`.
 * @property {RegExp} [host] Where that call has to ask something of.
 */

const request = `{
  pg: 'html5_inicis', pay_method: 'card', merchant_uid: 'order_1', name: '주문명:결제테스트', amount: 14000,
  buyer_email: 'buyer@shop.test', buyer_name: '구매자이름', buyer_tel: '010-1234-5678',
}`
const pay = `it.requestPay(${request}, { userCode: 'imp12345678' })`
const host = /iamport\.kr\/js/

/** @type {Subject[]} */
const ours = [
  {
    name: 'loadIamport',
    kind: 'loader',
    exports: `export { loadIamport } from '${dist}/index.js'`,
    call: `it.loadIamport()`,
    host,
  },
  {
    name: 'requestPay',
    kind: 'whole',
    exports: `export { requestPay } from '${dist}/index.js'`,
    call: pay,
    host,
  },
  { name: 'iamport-checkout.min.js', kind: 'whole', file: 'dist/iamport-checkout.min.js', call: pay, host },
  { name: 'parseRedirect', kind: 'part', exports: `export { parseRedirect } from '${dist}/index.js'` },
  { name: 'describeError', kind: 'part', exports: `export { describeError } from '${dist}/messages.js'` },
]

/** @type {Subject[]} */
const peers = [
  {
    name: '@stripe/stripe-js',
    kind: 'loader',
    exports: `export { loadStripe } from '@stripe/stripe-js'`,
    call: `it.loadStripe('pk_test_1')`,
    host: /js\.stripe\.com/,
  },
  {
    name: '@paypal/paypal-js',
    kind: 'loader',
    exports: `export { loadScript } from '@paypal/paypal-js'`,
    call: `it.loadScript({ clientId: 'test' })`,
    host: /paypal\.com/,
  },
  {
    name: '@portone/browser-sdk',
    kind: 'loader',
    exports: `export { requestPayment } from '@portone/browser-sdk/v2'`,
    call: `it.requestPayment({
      storeId: 'store-1', channelKey: 'channel-key-1', paymentId: 'order_1', orderName: '주문명:결제테스트',
      totalAmount: 14000, currency: 'CURRENCY_KRW', payMethod: 'CARD',
    })`,
    host: /cdn\.portone\.io/,
  },
  {
    name: '@tosspayments/tosspayments-sdk',
    kind: 'loader',
    exports: `export { loadTossPayments } from '@tosspayments/tosspayments-sdk'`,
    call: `it.loadTossPayments('test_ck_1')`,
    host: /js\.tosspayments\.com/,
  },
  {
    name: '@googlemaps/js-api-loader',
    kind: 'loader',
    exports: `export { setOptions, importLibrary } from '@googlemaps/js-api-loader'`,
    call: `(it.setOptions({ key: '1', v: 'weekly' }), it.importLibrary('maps'))`,
    host: /maps\.googleapis\.com/,
  },
  {
    name: '@bootpay/client-js',
    kind: 'whole',
    exports: `export { Bootpay } from '@bootpay/client-js'`,
    call: `it.Bootpay.requestPayment({
      application_id: '1', price: 14000, order_name: '주문명:결제테스트', order_id: 'order_1', pg: '이니시스', method: '카드',
      user: { username: '구매자이름', phone: '01012345678' }, extra: { open_type: 'iframe' },
    })`,
    host: /bootpay\.co\.kr/,
  },
]

const versionOf = folder => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version

export const resolveDir = here
export const subjects = [
  ...ours.map(subject => ({ ...subject, isOurs: true, version: versionOf(root) })),
  ...peers.map(subject => ({
    ...subject,
    isOurs: false,
    version: versionOf(`${here}node_modules/${subject.name}`),
  })),
]

/** Ours of the same kind, which others are compared with. There is one bundle of each kind. */
export const ownOf = subject => subjects.find(({ isOurs, kind }) => isOurs && kind === subject.kind)
