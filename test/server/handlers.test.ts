/** The two addresses that strangers can call: the page's question, and PortOne's webhook. */
import { describe, expect, it } from 'vitest'
import { memoryOrders, type Orders } from '../../src/server/index.ts'
import { account, envelope, hang, html, payment, post, type Trouble } from '../support/portone-api.ts'
import { createShop, ORDER } from './support.ts'

const read = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  body: JSON.parse(await response.text()),
})
const CLAIM = { imp_uid: 'imp_1', merchant_uid: 'order_1' }

/** Ways in which PortOne can't be asked. */
const troubles: [string, Trouble][] = [
  ['429', () => new Response('', { status: 429 })],
  ['500', () => envelope(null, { status: 500, code: -1, message: 'down' })],
  ['HTML', () => html()],
  ['HTML that says 200', () => html(200)],
  ['a proxy’s 404', () => html(404)],
  ['JSON of somebody else', () => Response.json({ error: 'no route' }, { status: 404 })],
  [
    'JSON of an API gateway',
    () => Response.json({ code: 404, message: 'no Route matched' }, { status: 404 }),
  ],
  ['JSON without a response', () => Response.json({ code: 0, message: null })],
  ['a code in text', () => Response.json({ code: '0', response: payment() })],
  ['no content', () => new Response(null, { status: 204 })],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.test' } })],
  ['a code other than 0', () => envelope(null, { code: 1, message: 'no' })],
  ['a refused token', () => envelope(null, { status: 401, code: -1 })],
  ['a forbidden address', () => new Response('', { status: 403 })],
  [
    'a body without end',
    () => new Response(new ReadableStream({ pull: it => it.enqueue(new Uint8Array(100_000)) })),
  ],
  ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
  ['no answer', hang],
]

describe('complete', () => {
  it('answers what the order has come to, and no sums', async () => {
    const { payments } = createShop({ found: [payment()] })
    const { status, headers, body } = await read(await payments.complete(post(CLAIM)))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({ verdict: 'paid', merchant_uid: 'order_1', imp_uid: 'imp_1', reason: 'paid' })
    // From the store it is the same.
    expect((await read(await payments.complete(post(CLAIM)))).body).toEqual(body)
  })

  it.each([[null], [undefined], ['']])(
    'takes %j for a payment that the browser never heard of',
    async imp_uid => {
      const { payments } = createShop({ found: [payment()] })
      const { body } = await read(await payments.complete(post({ imp_uid, merchant_uid: 'order_1' })))
      expect(body).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
    },
  )

  it('shows the account to whoever can name the payment', async () => {
    const { payments } = createShop({ found: [account()] })
    const { body } = await read(await payments.complete(post(CLAIM)))
    expect(body).toMatchObject({ verdict: 'awaiting', account: { number: '110-123-456789' } })
    for (const imp_uid of [null, 'imp_2']) {
      const other = await read(await payments.complete(post({ ...CLAIM, imp_uid })))
      expect(other.body).toMatchObject({ verdict: 'awaiting' })
      expect(other.body).not.toHaveProperty('account')
      // Told, it could be named in the next question.
      expect(other.body.imp_uid).toBe(null)
    }
  })

  it('asks anew about an order that isn’t paid', async () => {
    const { api, payments } = createShop({ found: [account()] })
    await payments.complete(post(CLAIM))
    api.payments[0] = payment()
    expect((await read(await payments.complete(post(CLAIM)))).body.verdict).toBe('paid')
  })

  it('answers a partly refunded order from the store, and a cancelled one anew', async () => {
    const { api, payments } = createShop({ found: [payment({ status: 'cancelled', cancel_amount: 1 })] })
    await payments.settle({ merchant_uid: 'order_1' })
    const before = api.calls.length
    expect((await read(await payments.complete(post(CLAIM)))).body.verdict).toBe('paid')
    expect(api.calls.length).toBe(before)
    api.cancelled(api.payments[0]!, 13_999)
    await payments.settle({ merchant_uid: 'order_1' })
    api.payments.push(payment({ imp_uid: 'imp_2' }))
    expect((await read(await payments.complete(post(CLAIM)))).body).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_2',
    })
  })

  it('looks up a payment that is named where an old list calls it begun, and costs no more where the list is right', async () => {
    const { api, payments } = createShop({ found: [payment()] })
    api.listed.set('imp_1', payment({ status: 'ready' }))
    expect((await read(await payments.complete(post(CLAIM)))).body.verdict).toBe('paid')
    expect(api.asked()).toHaveLength(2)
    await payments.complete(post(CLAIM))
    expect(api.asked()).toHaveLength(2)
    const fresh = createShop({ found: [payment()] })
    await fresh.payments.complete(post(CLAIM))
    expect(fresh.api.asked()).toHaveLength(1)
  })

  it.each<[string, unknown]>([
    ['no JSON', 'imp_uid=imp_1&merchant_uid=order_1'],
    ['nothing', ''],
    ['null', null],
    ['a list', []],
    ['text', '"order_1"'],
    ['no order', { imp_uid: 'imp_1' }],
    ['an order that is no text', { ...CLAIM, merchant_uid: 1 }],
    ['a blank order', { ...CLAIM, merchant_uid: '' }],
    ['a list of orders', { ...CLAIM, merchant_uid: ['order_1'] }],
    ['a payment that is no text', { ...CLAIM, imp_uid: 1 }],
    ['a payment that is a condition', { ...CLAIM, imp_uid: { $ne: null } }],
    ['a control character', { ...CLAIM, merchant_uid: 'a\u0000' }],
    ['half a character', '{"merchant_uid":"\\ud800","imp_uid":null}'],
    ['a path', { ...CLAIM, imp_uid: '..' }],
  ])('answers 400 to %s', async (_, body) => {
    const { payments, api } = createShop()
    expect((await payments.complete(post(body))).status).toBe(400)
    expect(api.calls).toEqual([])
  })

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('answers 405 to %s', async method => {
    const { payments } = createShop()
    const response = await payments.complete(new Request('https://shop.test', { method }))
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('answers 413 above a megabyte, without reading on', async () => {
    const { payments } = createShop()
    let sent = 0
    const body = new ReadableStream({
      pull(it) {
        sent += 1
        it.enqueue(new Uint8Array(100_000))
      },
    })
    const endless = new Request('https://shop.test', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect((await payments.complete(endless)).status).toBe(413)
    expect(sent).toBeLessThan(20)
    // Just below it is read.
    const large = JSON.stringify({ ...CLAIM, merchant_uid: 'order_2', more: 'x'.repeat(999_900) })
    expect((await payments.complete(post(large))).status).toBe(404)
  })

  it('answers 404 to an order that the shop doesn’t have', async () => {
    const { payments, api } = createShop()
    const { status, body } = await read(await payments.complete(post({ ...CLAIM, merchant_uid: 'order_2' })))
    expect([status, body]).toEqual([404, { error: 'No such order' }])
    expect(api.calls).toEqual([])
  })

  it.each(troubles)(
    'answers 503 and Retry-After where PortOne gives %s, and nothing is written',
    async (_, trouble) => {
      const { api, payments, record, errors } = createShop({ found: [payment()], timeout: 700 })
      api.trouble = call => (call.path === '/users/getToken' ? undefined : trouble(call, undefined))
      const { status, headers, body } = await read(await payments.complete(post(CLAIM)))
      expect(status).toBe(503)
      expect(headers.get('retry-after')).toBe('2')
      expect(body).toEqual({ error: 'Not known yet. Ask again later.', retryAfter: 2 })
      expect(await record()).toBe(undefined)
      expect(errors).toMatchObject([{ name: 'PortOneError' }])
    },
  )

  it.each([
    ['7', '7'],
    ['3600', '60'],
    ['0', '2'],
    ['soon', '2'],
    ['a date nine seconds ahead', '[89]'],
  ])('passes Retry-After %j on as %s', async (said, passed) => {
    const { api, payments } = createShop()
    const header = said.startsWith('a date') ? new Date(Date.now() + 9000).toUTCString() : said
    api.trouble = () => new Response('', { status: 429, headers: { 'retry-after': header } })
    const response = await payments.complete(post(CLAIM))
    expect(response.headers.get('retry-after')).toMatch(new RegExp(`^${passed}$`))
  })

  it('answers 500 to trouble of the shop’s own, with no word of it, and reports it', async () => {
    const orders: Orders = {
      find: async () => {
        throw new Error('password authentication failed for user "shop"')
      },
      save: async () => true,
    }
    const places: unknown[] = []
    const { payments } = createShop({ orders, onError: (...all) => places.push(all) })
    const response = await payments.complete(post(CLAIM))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('password')
    expect(places).toMatchObject([[{ message: /password/ }, 'complete', 'order_1']])
  })

  it('answers 404 where the order goes while it is asked about', async () => {
    let found = 0
    const orders: Orders = {
      find: async () => {
        found += 1
        return found === 1 ? { amount: 14_000, version: 1 } : undefined
      },
      save: async () => true,
    }
    expect((await createShop({ orders }).payments.complete(post(CLAIM))).status).toBe(404)
  })

  it('shares the answer of a question that is being asked, but not for another payment', async () => {
    const { api, payments } = createShop()
    let answer = () => {}
    api.trouble = ({ path }) =>
      path.includes('findAll')
        ? new Promise(resolve => {
            answer = () => resolve(undefined)
          })
        : undefined
    const first = payments.complete(post(CLAIM))
    await new Promise(resolve => setTimeout(resolve, 10))
    const same = payments.complete(post(CLAIM))
    const nameless = payments.complete(post({ ...CLAIM, imp_uid: null }))
    await new Promise(resolve => setTimeout(resolve, 10))
    api.trouble = undefined
    answer()
    const answers = await Promise.all(
      [first, same, nameless].map(async it => (await (await it).json()).verdict),
    )
    expect(answers).toEqual(['unpaid', 'unpaid', 'unpaid'])
    expect(api.asked()).toEqual(['GET /payments/findAll/order_1?limit=100&page=1', 'GET /payments/imp_1'])
  })

  it('can be handed on without its object', async () => {
    const { complete, webhook } = createShop({ found: [payment()] }).payments
    expect((await complete(post(CLAIM))).status).toBe(200)
    expect((await webhook(post(CLAIM))).status).toBe(200)
  })
})

describe('webhook', () => {
  const notice = { ...CLAIM, status: 'paid' }
  const form = (fields: Record<string, string>) =>
    post(new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' })

  it.each<[string, () => Request]>([
    ['JSON', () => post(notice)],
    ['JSON with a charset', () => post(notice, { 'content-type': 'application/json; charset=utf-8' })],
    ['JSON under another name', () => post(notice, { 'content-type': 'text/plain' })],
    ['a form', () => form(notice)],
    ['a form under another name', () => post(new URLSearchParams(notice).toString())],
    ['a cancel', () => post({ ...notice, status: 'cancelled', cancellation_id: 'c_1' })],
    ['a lie', () => post({ ...notice, status: 'failed' })],
    ['no payment', () => post({ merchant_uid: 'order_1' })],
    ['a payment that is none', () => post({ merchant_uid: 'order_1', imp_uid: 7 })],
    ['an event of Inicis', () => post({ ...notice, event: 'Inicis.Escrow.Changed', extra: {} })],
  ])('takes %s, and believes nothing but which order to look at', async (_, request) => {
    const { payments, record } = createShop({ found: [payment()] })
    const { status, body } = await read(await payments.webhook(request()))
    expect([status, body]).toEqual([200, { result: 'paid' }])
    expect(await record()).toMatchObject({ verdict: 'paid', imp_uid: 'imp_1' })
  })

  it('believes no "paid"', async () => {
    const { payments, record } = createShop({ found: [payment({ status: 'ready' })] })
    expect((await read(await payments.webhook(post(notice)))).body).toEqual({ result: 'unpaid' })
    expect(await record()).toBe(undefined)
  })

  it('asks about a paid order, too, and so hears of a refund', async () => {
    const { api, payments, record } = createShop({ found: [payment()] })
    await payments.webhook(post(notice))
    api.cancelled(api.payments[0]!, 14_000)
    expect((await read(await payments.webhook(post(notice)))).body).toEqual({ result: 'cancelled' })
    expect(await record()).toMatchObject({ verdict: 'cancelled' })
  })

  it.each<[string, number, number, string]>([
    ['all', 0, 14_000, 'cancelled'],
    ['a part', 0, 4000, 'paid'],
    ['a further part', 4000, 8000, 'paid'],
  ])('that tells of a refund of %s looks past a list that is behind', async (_, before, now, verdict) => {
    const { api, payments, record } = createShop({ found: [payment()] })
    if (before) api.cancelled(api.payments[0]!, before)
    await payments.settle({ merchant_uid: 'order_1' })
    api.listed.set('imp_1', structuredClone(api.payments[0]!))
    api.cancelled(api.payments[0]!, now - before)
    const response = await payments.webhook(post({ ...notice, status: 'cancelled' }))
    expect((await read(response)).body).toEqual({ result: verdict })
    expect(await record()).toMatchObject({ refunded: now })
    // What is known to be given back in full has no more to tell.
    api.listed.clear()
    api.calls.length = 0
    await payments.webhook(post({ ...notice, status: 'cancelled' }))
    expect(api.asked()).toHaveLength(verdict === 'cancelled' ? 1 : 2)
  })

  it('that tells of a refund is heard though others ask about the same payment', async () => {
    const { api, payments, record } = createShop({ found: [payment()] })
    await payments.settle({ merchant_uid: 'order_1' })
    api.listed.set('imp_1', structuredClone(api.payments[0]!))
    api.cancelled(api.payments[0]!, 14_000)
    await Promise.all([
      payments.settle(CLAIM),
      payments.webhook(post({ ...notice, status: 'cancelled' })),
      payments.settle(CLAIM),
    ])
    expect(await record()).toMatchObject({ verdict: 'cancelled' })
  })

  it.each<[string, unknown]>([
    ['an order of others', { ...notice, merchant_uid: 'merchant_1234567890' }],
    ['no order', { imp_uid: 'imp_1' }],
    ['nothing', ''],
    ['an object of nothing', {}],
    ['another form', 'type=test&at=2026-01-01T00%3A00&extra[escrow]=1'],
    ['a control character', { ...notice, merchant_uid: 'a\u0000' }],
    ['an order that is no text', { ...notice, merchant_uid: 5 }],
  ])('answers 200 to %s, and asks nobody', async (_, body) => {
    const { payments, api } = createShop()
    const { status, body: said } = await read(await payments.webhook(post(body)))
    expect([status, said]).toEqual([200, { result: 'ignored' }])
    expect(api.calls).toEqual([])
  })

  it.each<[string, string]>([
    ['an object made text', '[object Object]'],
    ['JSON that was cut off', '{"imp_uid": "imp_1", "merchant_uid": "order_1", "sta'],
    ['JSON that was cut off within an address', '{"custom":"https://shop.test?a=b'],
    ['a list', '[{"merchant_uid": "order_1"}]'],
    ['JSON in text', JSON.stringify('{"merchant_uid":"order_1"}')],
    ['a number', '7'],
    ['null', 'null'],
    [
      'an HTML form of another kind',
      '--x\r\nContent-Disposition: form-data; name="merchant_uid"\r\n\r\norder_1',
    ],
    ['HTML', '<html lang="ko">'],
    ['words', 'merchant_uid: order_1'],
  ])('answers 500 to %s, and reports it, for a 200 would lose it', async (_, body) => {
    const places: unknown[] = []
    const { payments, api } = createShop({ found: [payment()], onError: (...all) => places.push(all) })
    expect((await payments.webhook(post(body))).status).toBe(500)
    expect(places).toMatchObject([[{ name: 'TypeError', message: /^webhook: expected/ }, 'webhook', null]])
    expect(api.calls).toEqual([])
  })

  it.each<[string, object]>([
    ['names no order', { imp_uid: 'imp_1', event: 'Galaxia.Cvs.Confirm' }],
    ['names an order by a number', { imp_uid: 'imp_1', merchant_uid: 5, event: 'Galaxia.Cvs.Confirm' }],
  ])('gives no consent where the question for it %s, and reports it', async (_, body) => {
    const { payments, errors } = createShop({ found: [payment()], onConfirm: () => true })
    expect((await payments.webhook(post(body))).status).toBe(503)
    expect(errors).toMatchObject([{ message: /asks for consent/ }])
  })

  it('knows a question for consent with a blank at its end', async () => {
    const { payments } = createShop({ found: [payment()], onConfirm: () => false })
    expect((await payments.webhook(post({ ...notice, event: 'Galaxia.Cvs.Confirm ' }))).status).toBe(403)
  })

  it('gives no consent where the shop does not answer in time, and reports it', async () => {
    const { payments, errors } = createShop({
      found: [payment()],
      onConfirm: () => new Promise(() => {}),
      timeout: 50,
    })
    const answer = await payments.webhook(post({ ...notice, event: 'Galaxia.Cvs.Confirm' }))
    expect(answer.status).toBe(503)
    expect(errors).toMatchObject([{ code: 'TIMEOUT', message: expect.stringContaining('onConfirm()') }])
  })

  it('answers 405 to a look by a browser, and 413 above a megabyte', async () => {
    const { payments } = createShop()
    expect((await payments.webhook(new Request('https://shop.test'))).status).toBe(405)
    expect((await payments.webhook(post('x'.repeat(1_000_001)))).status).toBe(413)
  })

  it.each(troubles)(
    'answers 503 where PortOne gives %s, loses nothing, and reconcile finds it',
    async (_, trouble) => {
      const { api, payments, record, errors } = createShop({ found: [payment()], timeout: 700 })
      api.trouble = call => (call.path === '/users/getToken' ? undefined : trouble(call, undefined))
      const response = await payments.webhook(post(notice))
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
      expect(errors).toMatchObject([{ name: 'PortOneError' }])
      api.trouble = undefined
      expect(await payments.reconcile({ since: Date.now() - 60_000 })).toMatchObject({
        changed: 1,
        failed: [],
      })
      expect(await record()).toMatchObject({ verdict: 'paid' })
    },
  )

  it('answers 500 to trouble of the shop’s own', async () => {
    const inner = memoryOrders([ORDER])
    const orders: Orders = {
      find: inner.find,
      save: async () => {
        throw new Error('disk full')
      },
    }
    const { payments, errors } = createShop({ found: [payment()], orders })
    expect((await payments.webhook(post(notice))).status).toBe(500)
    expect(errors).toMatchObject([{ message: 'disk full' }])
  })

  it('answers 5xx where its body can’t be read', async () => {
    const { payments } = createShop()
    const body = new ReadableStream({ pull: it => it.error(new Error('reset')) })
    const broken = new Request('https://shop.test', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect((await payments.webhook(broken)).status).toBe(500)
  })

  it('asks no consent for events that only sound alike', async () => {
    const { payments } = createShop({ found: [payment()], onConfirm: () => false })
    expect((await payments.webhook(post({ ...notice, event: 'Galaxia.Cvs.Confirmed' }))).status).toBe(200)
    expect((await payments.webhook(post({ ...notice, event: 7 }))).status).toBe(200)
  })

  it('gives no consent where PortOne can’t be asked', async () => {
    const { api, payments } = createShop({ onConfirm: () => true })
    api.trouble = () => new Response('', { status: 429 })
    expect((await payments.webhook(post({ ...notice, event: 'Galaxia.Cvs.Confirm' }))).status).toBe(503)
  })
})
