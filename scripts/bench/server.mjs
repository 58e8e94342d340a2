/**
 * How fast the server entry is on this machine: settled orders a second, and how `reconcile` grows with the orders that
 * changed. PortOne and the store are functions in this process, so what is measured is the package itself.
 *
 * `npm run build && node scripts/bench/server.mjs`
 */
import { createPayments, memoryOrders } from '../../dist/server.js'

const WARM_UP = 300
const ORDERS = 3000
const SIZES = [100, 1000, 10_000]

const seconds = () => Math.floor(Date.now() / 1000)
const paymentOf = index => ({
  imp_uid: `imp_${index}`,
  merchant_uid: `order_${index}`,
  status: 'paid',
  amount: 14000,
  cancel_amount: 0,
  currency: 'KRW',
  sandbox: false,
  pay_method: 'card',
  pg_provider: 'html5_inicis',
  name: '주문명',
  buyer_name: '홍길동',
  buyer_tel: '010-1234-5678',
  started_at: seconds() - 60,
  paid_at: seconds(),
})

/** PortOne, as far as it is asked here. */
const createApi = payments => {
  const byOrder = new Map(payments.map(payment => [payment.merchant_uid, payment]))
  let calls = 0
  const answer = response => Response.json({ code: 0, message: null, response })
  const fetch = async input => {
    calls += 1
    const { pathname, searchParams } = new URL(input)
    if (pathname === '/users/getToken') return answer({ access_token: 't', now: 0, expired_at: 1800 })
    const [, , kind, what] = pathname.split('/')
    if (kind === 'findAll') return answer({ list: [byOrder.get(what)], next: 0 })
    const page = Number(searchParams.get('page'))
    const limit = Number(searchParams.get('limit'))
    const list = what === 'paid' ? payments.slice((page - 1) * limit, page * limit) : []
    return answer({ list, next: what === 'paid' && page * limit < payments.length ? page + 1 : 0 })
  }
  return { fetch, calls: () => calls }
}

const createShop = count => {
  const payments = Array.from({ length: count }, (_, index) => paymentOf(index))
  const api = createApi(payments)
  const orders = memoryOrders(payments.map(({ merchant_uid, amount }) => ({ merchant_uid, amount })))
  return { api, payments: createPayments({ key: 'key', secret: 'secret', orders, fetch: api.fetch }) }
}

/** Time by the clock, and by the processor: a machine that others use as well shows in the first only. */
const timed = async run => {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - began, cpu: (user + system) / 1000, result }
}

const settle = async (count, atOnce) => {
  const { payments } = createShop(count)
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      await payments.settle({ merchant_uid: `order_${next - 1}` })
    }
  }
  const { ms, cpu } = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)))
  const perSecond = time => Math.round(count / (time / 1000))
  return `${perSecond(ms)} orders a second, ${perSecond(cpu)} by processor time`
}

await settle(WARM_UP, 10)
console.log(`Node ${process.versions.node}, PortOne and the store in this process`)
for (const atOnce of [1, 50]) {
  console.log(`settle, ${atOnce} at once: ${await settle(ORDERS, atOnce)}`)
}
console.log('reconcile: orders; all are news: ms, ms of processor, calls; none is: the same')
for (const size of SIZES) {
  const { api, payments } = createShop(size)
  const since = Date.now() - 60_000
  const first = await timed(() => payments.reconcile({ since }))
  const firstCalls = api.calls()
  const again = await timed(() => payments.reconcile({ since }))
  const isRight = first.result.changed === size && again.result.changed === 0
  if (!isRight)
    throw new Error(`reconcile of ${size} orders: ${JSON.stringify([first.result, again.result])}`)
  const shown = [size, first.ms, first.cpu, firstCalls, again.ms, again.cpu, api.calls() - firstCalls]
  console.log(shown.map(it => it.toFixed(0).padStart(9)).join(''))
}
