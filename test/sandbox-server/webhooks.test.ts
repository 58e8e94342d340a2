import { describe, expect, it, vi } from 'vitest'
import { createSandboxApi, type WebhookSettings } from '../../src/sandbox/server/index.ts'
import { ask, makeApi, makeShop, WEBHOOK } from './support.ts'

const withShop = (settings: WebhookSettings = {}, answers?: Parameters<typeof makeShop>[0]) => {
  const shop = makeShop(answers)
  return { shop, api: makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch, ...settings } }) }
}

describe('what PortOne tells of', () => {
  it.each([
    ['a payment', { status: 'paid' as const }, ['paid']],
    ['a window that was opened', { status: 'ready' as const }, []],
    ['a window for an account that was opened', { status: 'ready' as const, pay_method: 'vbank' }, []],
    ['an account', { status: 'ready' as const, vbank_num: '123' }, ['ready']],
    ['a failure', { status: 'failed' as const }, []],
    ['what the gateway decides later', { status: 'pending' as const }, []],
    ['what was given back before', { status: 'cancelled' as const }, []],
    ['a closed account', { status: 'failed' as const, pay_method: 'vbank', vbank_num: '123' }, []],
    ['an account whose money went back', { status: 'cancelled' as const, pay_method: 'vbank' }, []],
    ['a slip', { status: 'ready' as const, pay_method: 'cvs' }, []],
    ['a registered card', { customer_uid: 'card', customer_uid_usage: 'issue' as const }, ['paid']],
  ])('%s', async (_what, payment, told) => {
    const { api, shop } = withShop()
    const { imp_uid, merchant_uid } = api.add(payment)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual(told.map(status => ({ imp_uid, merchant_uid, status })))
  })

  it('nothing, where the test wants none', async () => {
    const { api, shop } = withShop()
    api.add({}, { webhook: false })
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([])
  })

  it.each(['ready', 'pending', 'failed'] as const)('a late approval of what was %s', async status => {
    const { api, shop } = withShop()
    const { imp_uid, merchant_uid } = api.add({ status })
    expect(api.approve(imp_uid)).toMatchObject({ status: 'paid', failed_at: 0, fail_reason: null })
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([{ imp_uid, merchant_uid, status: 'paid' }])
  })

  it('a failure only of what was pending', async () => {
    const { api, shop } = withShop()
    const window = api.add({ status: 'ready' })
    const pending = api.add({ status: 'pending' })
    api.fail(window.imp_uid, '한도초과')
    api.fail(pending.imp_uid)
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([
      { imp_uid: pending.imp_uid, merchant_uid: pending.merchant_uid, status: 'failed' },
    ])
    expect(api.find(window.imp_uid)).toMatchObject({ status: 'failed', fail_reason: '한도초과' })
  })

  it('each refund in the console, with its number', async () => {
    const { api, shop } = withShop()
    const { imp_uid, merchant_uid } = api.add({ amount: 14000 }, { webhook: false })
    api.refundInConsole(imp_uid, { amount: 4000, reason: '파손' })
    const { cancel_history } = api.refundInConsole(imp_uid)
    await api.webhooks.settled()
    expect(cancel_history.map(({ amount, reason }) => [amount, reason])).toEqual([
      [4000, '파손'],
      [10000, expect.any(String)],
    ])
    expect(shop.bodies).toEqual(
      cancel_history.map(({ cancellation_id }) => ({
        imp_uid,
        merchant_uid,
        status: 'cancelled',
        cancellation_id,
      })),
    )
    expect(() => api.refundInConsole(imp_uid)).toThrow(/at most the 0 that is left/)
  })
})

describe('where PortOne sends it', () => {
  it('to the notice_url of the payment in place of the console’s', async () => {
    const { api, shop } = withShop()
    api.add({ notice_url: 'https://shop.example/a' })
    await api.webhooks.settled()
    api.add({ notice_url: ['https://shop.example/b', 'https://shop.example/c'] })
    await api.webhooks.settled()
    expect(shop.urls).toEqual(['https://shop.example/a', 'https://shop.example/b', 'https://shop.example/c'])
  })

  it('nowhere without an address', async () => {
    const shop = makeShop()
    const api = makeApi({ webhooks: { fetch: shop.fetch } })
    api.add()
    await api.webhooks.settled()
    expect([shop.bodies, api.webhooks.log()]).toEqual([[], []])
  })

  it('to an address of its own for payments of test channels, if there is one', async () => {
    const testUrl = 'https://shop.example/test'
    const { api, shop } = withShop({ testUrl })
    api.add()
    api.add({ sandbox: true })
    await api.webhooks.settled()
    api.configure({ webhooks: { testUrl: undefined } })
    api.add({ sandbox: true })
    await api.webhooks.settled()
    expect(shop.urls).toEqual([WEBHOOK, testUrl, WEBHOOK])
  })

  it.each([
    ['json', 'application/json'],
    ['form', 'application/x-www-form-urlencoded'],
  ] as const)('as %s', async (type, contentType) => {
    const { api, shop } = withShop({ type })
    const { imp_uid, merchant_uid } = api.add({ escrow: true })
    await api.webhooks.settled()
    api.changeEscrow(imp_uid, '3')
    await api.webhooks.settled()
    expect(shop.types).toEqual([contentType, contentType])
    expect(shop.methods).toEqual(['POST', 'POST'])
    expect(shop.bodies[0]).toEqual({ imp_uid, merchant_uid, status: 'paid' })
    const status = type === 'form' ? shop.bodies[1]!['extra[escrow_status]'] : shop.bodies[1]!['extra']
    expect(status).toEqual(type === 'form' ? '3' : { escrow_status: '3', changed_at: expect.any(Number) })
  })

  it('by the global fetch, unless it is told otherwise', async () => {
    const send = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null))
    const api = makeApi({ webhooks: { url: new URL(WEBHOOK) } })
    api.add()
    await api.webhooks.settled()
    expect(send.mock.calls.map(([url]) => url)).toEqual([WEBHOOK])
    send.mockRestore()
  })
})

describe('the order of things', () => {
  it('doesn’t wait for the shop, nor does it call the shop before it has answered', async () => {
    let isAnswered = false
    const { api, shop } = withShop({}, () => new Promise(() => {}))
    api.registerCard({ customer_uid: 'card-1' })
    const body = { customer_uid: 'card-1', merchant_uid: 'order-1', amount: 1000, name: '구독' }
    await ask(api, 'POST /subscribe/payments/again', body).then(() => {
      isAnswered = true
    })
    expect([isAnswered, shop.bodies.length]).toEqual([true, 1])
    expect(api.webhooks.log()).toMatchObject([{ state: 'sending', answer: null, attempts: 1 }])
  })

  it('finds the payment where the shop asks from within its webhook', async () => {
    const asked: string[] = []
    const api = makeApi({
      webhooks: {
        url: WEBHOOK,
        fetch: async (_url, init) => {
          const { imp_uid } = JSON.parse(String(init.body))
          asked.push((await ask(api, `GET /payments/${imp_uid}`)).response.status)
          return new Response()
        },
      },
    })
    api.add()
    await api.webhooks.settled()
    expect(asked).toEqual(['paid'])
  })
})

describe('what goes wrong on the way', () => {
  const paidBy = (api: ReturnType<typeof makeApi>, ...merchantUids: string[]) => {
    for (const merchant_uid of merchantUids) api.add({ merchant_uid })
  }
  const ordersOf = ({ bodies }: ReturnType<typeof makeShop>) => bodies.map(({ merchant_uid }) => merchant_uid)

  it('loses as many as it is told to', async () => {
    const { api, shop } = withShop({ lose: 2 })
    paidBy(api, '1', '2', '3')
    await api.webhooks.settled()
    expect(ordersOf(shop)).toEqual(['3'])
    expect(api.webhooks.log().map(({ state }) => state)).toEqual(['lost', 'lost', 'answered'])
    api.configure({ webhooks: { lose: 2 } })
    api.configure({ webhooks: { type: 'json' } })
    paidBy(api, '3a', '3b', '3c')
    await api.webhooks.settled()
    expect(ordersOf(shop)).toEqual(['3', '3c'])
    api.configure({ webhooks: { lose: true } })
    paidBy(api, '4', '5', '6')
    api.configure({ webhooks: { lose: false } })
    paidBy(api, '7')
    await api.webhooks.settled()
    expect(ordersOf(shop)).toEqual(['3', '3c', '7'])
  })

  it('sends each several times', async () => {
    const { api, shop } = withShop({ copies: 3 })
    paidBy(api, '1')
    await api.webhooks.settled()
    expect(ordersOf(shop)).toEqual(['1', '1', '1'])
  })

  it('holds them until they are released, in whatever order, or lost', async () => {
    const { api, shop } = withShop({ hold: true })
    paidBy(api, '1', '2', '3')
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([])
    expect(api.webhooks.log().map(({ state }) => state)).toEqual(['held', 'held', 'held'])
    await api.webhooks.release({ order: 'reverse' })
    expect(ordersOf(shop)).toEqual(['3', '2', '1'])
    paidBy(api, '4', '5')
    expect(api.webhooks.drop()).toBe(2)
    expect(api.webhooks.log().map(({ state }) => state)).toEqual([
      ...['answered', 'answered', 'answered'],
      ...['lost', 'lost'],
    ])
    paidBy(api, '6', '7')
    await api.webhooks.release()
    expect(ordersOf(shop)).toEqual(['3', '2', '1', '6', '7'])
    paidBy(api, '8')
    api.reset()
    await api.webhooks.release()
    expect(ordersOf(shop)).toHaveLength(5)
    await expect(api.webhooks.release({ order: 'random' as never })).rejects.toThrow(/"same" or "reverse"/)
  })

  it('lets them be late, and overtake each other', async () => {
    const { api, shop } = withShop({ delay: [3000, 1000] })
    paidBy(api, '1', '2')
    await api.webhooks.settled()
    expect(api.webhooks.log().map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    await api.clock.advance(1000)
    expect(ordersOf(shop)).toEqual(['2'])
    await api.clock.advance(1999)
    expect(ordersOf(shop)).toEqual(['2'])
    await api.clock.advance(1)
    expect(ordersOf(shop)).toEqual(['2', '1'])
  })

  it('sends late ones by itself where the clock runs by itself', async () => {
    const shop = makeShop()
    const api = createSandboxApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch, delay: 20 } })
    api.add()
    expect(shop.bodies).toEqual([])
    await vi.waitFor(() => expect(shop.bodies).toHaveLength(1))
  })

  it('sends once, whatever the shop answers', async () => {
    const { api, shop } = withShop({}, () => 500)
    paidBy(api, '1')
    await api.clock.advance(60 * 60_000)
    expect(shop.bodies).toHaveLength(1)
    expect(api.webhooks.log()).toEqual([
      {
        id: 1,
        url: WEBHOOK,
        body: { imp_uid: expect.any(String), merchant_uid: '1', status: 'paid' },
        state: 'answered',
        answer: 500,
        attempts: 1,
      },
    ])
  })

  it('sends again a minute later, five times at most, for shops that asked for it', async () => {
    const { api, shop } = withShop({ retries: 5 }, () => 503)
    paidBy(api, '1')
    await api.webhooks.settled()
    await api.clock.advance(59_999)
    expect(shop.bodies).toHaveLength(1)
    await api.clock.advance(1)
    expect(shop.bodies).toHaveLength(2)
    await api.clock.advance(60 * 60_000)
    expect(shop.bodies).toHaveLength(6)
  })

  it('doesn’t send again what was answered with 4xx, or at last with 200', async () => {
    const refusing = withShop({ retries: 5 }, () => 404)
    paidBy(refusing.api, '1')
    await refusing.api.clock.advance(60 * 60_000)
    expect(refusing.shop.bodies).toHaveLength(1)

    let count = 0
    const recovering = withShop({ retries: 5 }, () => (++count < 3 ? 500 : 200))
    paidBy(recovering.api, '1')
    await recovering.api.clock.advance(60 * 60_000)
    expect(recovering.shop.bodies).toHaveLength(3)
  })

  it('sends again where the shop could not be reached', async () => {
    const { api, shop } = withShop({ retries: 1 }, () => {
      throw new TypeError('fetch failed')
    })
    paidBy(api, '1')
    await api.webhooks.settled()
    expect(api.webhooks.log()).toMatchObject([{ state: 'waiting', answer: null, attempts: 1 }])
    await api.clock.advance(60 * 60_000)
    expect(shop.bodies).toHaveLength(2)
    expect(api.webhooks.log()).toMatchObject([{ state: 'failed', answer: null, attempts: 2 }])
  })
})

describe('a shop that doesn’t answer', () => {
  it('is given up after half a minute, whatever its own fetch does', async () => {
    const patience = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
    const { api } = withShop({}, () => new Promise(() => {}))
    api.add()
    await Promise.resolve()
    patience.abort(new Error('too late'))
    await api.webhooks.settled()
    expect(timeout).toHaveBeenCalledWith(30_000)
    expect(api.webhooks.log()).toMatchObject([{ state: 'failed', answer: null }])
    timeout.mockRestore()
  })
})

describe('the console’s buttons', () => {
  it('sends a payment’s webhooks again, to the address of then', async () => {
    const { api, shop } = withShop()
    const { imp_uid } = api.add({ amount: 2000 })
    api.refundInConsole(imp_uid, { amount: 500 })
    await api.webhooks.settled()
    const before = [...shop.bodies]
    api.configure({ webhooks: { url: 'https://elsewhere.example/' } })
    await api.webhooks.resend(imp_uid)
    expect(shop.bodies.slice(2)).toEqual(before)
    expect(new Set(shop.urls)).toEqual(new Set([WEBHOOK]))
    await expect(api.webhooks.resend('imp_0')).rejects.toThrow(/no webhook of "imp_0"/)
  })

  it('calls the shop for a test, with numbers that are no order’s', async () => {
    const { api, shop } = withShop({}, () => 404)
    expect(await api.webhooks.test()).toMatchObject({ state: 'answered', answer: 404 })
    expect(shop.bodies).toEqual([
      { imp_uid: 'imp_1234567890', merchant_uid: 'merchant_1234567890', status: 'paid' },
    ])
    await expect(makeApi().webhooks.test()).rejects.toThrow(/no address/)
  })
})

describe('the confirm process', () => {
  const CONFIRM = 'https://shop.example/confirm'
  const open = (api: ReturnType<typeof makeApi>) =>
    api.add({
      imp_uid: 'imp_1',
      merchant_uid: 'order-1',
      amount: 14000,
      status: 'ready',
      confirm_url: CONFIRM,
    })

  it('asks just before the approval, and goes on with a 200', async () => {
    const { api, shop } = withShop({ type: 'form' })
    open(api)
    expect(await api.confirm('imp_1')).toMatchObject({ status: 'paid' })
    await api.webhooks.settled()
    expect(shop.urls).toEqual([CONFIRM, WEBHOOK])
    expect(shop.types[0]).toBe('application/json')
    expect(shop.bodies[0]).toEqual({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 14000 })
  })

  it.each([
    ['a no with its reason', () => Response.json({ reason: '재고 부족' }, { status: 400 }), '재고 부족'],
    ['a no without one', () => new Response(null, { status: 500 }), '알 수 없음'],
    ['a 201', () => Response.json({ reason: 1 }, { status: 201 }), '알 수 없음'],
    ['no answer', () => Promise.reject(new TypeError('fetch failed')), '알 수 없음'],
  ])('fails with %s', async (_what, answer, reason) => {
    const shop = vi.fn(async (_url: string, _init: RequestInit) => answer())
    const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop } })
    open(api)
    expect(await api.confirm('imp_1')).toMatchObject({
      status: 'failed',
      fail_reason: `고객사 요청에 의해 결제를 중단합니다. (상세사유 : ${reason})`,
    })
    await api.webhooks.settled()
    expect(shop).toHaveBeenCalledTimes(1)
  })

  it('goes on without asking where there is no address', async () => {
    const { api, shop } = withShop()
    const { imp_uid } = api.add({ status: 'ready' })
    expect((await api.confirm(imp_uid)).status).toBe('paid')
    await api.webhooks.settled()
    expect(shop.urls).toEqual([WEBHOOK])
  })

  it('leaves alone what changed while the shop thought about it', async () => {
    const { api } = withShop({}, () => {
      api.fail('imp_1', '시간초과')
      return 200
    })
    open(api)
    expect(await api.confirm('imp_1')).toMatchObject({ status: 'failed', fail_reason: '시간초과' })
  })
})
