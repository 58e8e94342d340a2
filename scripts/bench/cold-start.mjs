import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asMs, asRatio } from './numbers.mjs'
import { fulfillScript, withPage } from './pages.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** How long each file takes to arrive, in ms. */
const LATENCY = 200

const JQUERY = 'https://code.jquery.com/jquery-3.7.1.min.js'
const SDK = 'https://cdn.iamport.kr/js/iamport.payment-1.2.0.js'
/** An SDK that notes when it was called. */
const STUB = `window.IMP = { init() {}, agency() {}, request_pay: () => window.called(performance.now()) }`

const answer = async (route, url) => {
  await new Promise(resolve => setTimeout(resolve, LATENCY))
  if (url === JQUERY)
    return fulfillScript(route, readFileSync(`${root}node_modules/jquery/dist/jquery.min.js`))
  return fulfillScript(route, STUB)
}

const request = {
  pg: 'html5_inicis',
  merchant_uid: 'order_1',
  name: '주문명:결제테스트',
  amount: 14000,
  buyer_tel: '010-1234-5678',
}

const page = (head, body) =>
  `<!doctype html><html lang="ko"><head><title>shop</title>
<script>window.sdkCalled = new Promise(resolve => { window.called = resolve })</script>
${head}</head><body><script>{
  const request = ${JSON.stringify(request)}
  ${body}
}</script></body></html>`

/** From the page's HTML to the SDK's `request_pay`. */
const ways = {
  'requestPay()': page(
    `<script>${readFileSync(`${root}dist/iamport-checkout.min.js`, 'utf8')}</script>`,
    `IamportCheckout.requestPay(request, { userCode: 'imp12345678' })`,
  ),
  'the tutorial loader: a tag for jQuery, in its onload one for the SDK': page(
    '',
    `const load = src => new Promise(resolve => {
      document.head.append(Object.assign(document.createElement('script'), { src, onload: resolve }))
    })
    load('${JQUERY}').then(() => load('${SDK}')).then(() => {
      IMP.init('imp12345678')
      IMP.request_pay(request)
    })`,
  ),
  'two blocking tags in the page’s HTML': page(
    `<script src="${JQUERY}"></script><script src="${SDK}"></script>`,
    `IMP.init('imp12345678')
    IMP.request_pay(request)`,
  ),
}

export const measureColdStart = async (browser, rounds) => {
  const times = Object.fromEntries(Object.keys(ways).map(name => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, html] of Object.entries(ways)) {
      const took = await withPage(
        browser,
        html,
        opened =>
          opened.evaluate(async () => {
            const called = await window.sdkCalled
            return called - performance.getEntriesByType('navigation')[0].responseStart
          }),
        answer,
      )
      if (round) times[name].push(took)
    }
  }
  // What else the machine does can only add to it.
  const best = list => Math.min(...list)
  const [own] = Object.values(times)
  return {
    title: 'Cold start',
    notes: [
      `From the arrival of a page’s HTML to the SDK’s request_pay, where jQuery and the SDK take ${LATENCY} ms each to arrive.`,
      `The best of ${rounds} pages each. “× ours”: against requestPay(), which fetches both at once and runs them in turn.`,
      'Tags in the HTML are fetched at once, too, but the page behind them stays blank meanwhile, whether anybody pays or not.',
    ],
    head: ['how', 'ms', '× ours'],
    machine: ['ms'],
    rows: Object.entries(times).map(([name, list]) => [
      name,
      asMs(best(list)),
      asRatio(best(list), best(own)),
    ]),
  }
}
