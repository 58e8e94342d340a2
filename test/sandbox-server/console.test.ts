/** The status page, and the actions that tests in other languages take by HTTP. */
import { describe, expect, it } from 'vitest'
import type { SandboxApi } from '../../src/sandbox/server/index.ts'
import { ask, DAY, makeApi, makeShop, NOON, read, WEBHOOK } from './support.ts'

const HERE = 'http://127.0.0.1:4000'

const page = async (api: SandboxApi): Promise<string> => (await api.handle(new Request(`${HERE}/`))).text()

/** The actions of the buttons in a payment's row. */
const buttonsOf = (html: string, imp_uid: string): string[] =>
  [...html.matchAll(/action="\/sandbox\/([\w-]+)"><input type="hidden" name="imp_uid" value="([^"]*)"/g)]
    .filter(([, , of]) => of === imp_uid)
    .map(([, action]) => action!)

const post = async <T = Record<string, unknown>>(
  api: SandboxApi,
  name: string,
  body: object = {},
  headers: Record<string, string> = {},
) =>
  read<T>(
    await api.handle(
      new Request(`${HERE}/sandbox/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    ),
  )

describe('GET /', () => {
  it('says what this is, in both languages, before there is any payment', async () => {
    const answer = await makeApi().handle(new Request(`${HERE}/`))
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await answer.text()
    expect(html).toContain('PortOne V1’s REST API')
    expect(html).toContain('실제로 결제되지 않습니다')
    expect(html).toContain('None so far')
    expect(html).not.toContain('<table')
  })

  it('lists the payments, the newest first, with what can be done with each', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_paid', merchant_uid: 'order-1', amount: 14000, cancel_amount: 4000 })
    api.add({ imp_uid: 'imp_account', status: 'ready', vbank_num: '123' })
    api.add({ imp_uid: 'imp_window', status: 'ready' })
    api.add({ imp_uid: 'imp_pending', status: 'pending', sandbox: true })
    api.add({ imp_uid: 'imp_failed', status: 'failed' })
    api.add({ imp_uid: 'imp_back', status: 'cancelled' })
    const html = await page(api)
    expect(html.indexOf('imp_back')).toBeLessThan(html.indexOf('imp_paid'))
    for (const text of ['order-1', '14000 (−4000) KRW', 'test channel', '2026-03-02 03:00:00'])
      expect(html).toContain(text)
    expect(buttonsOf(html, 'imp_paid')).toEqual(['refund'])
    expect(buttonsOf(html, 'imp_account')).toEqual(['deposit', 'fail'])
    expect(buttonsOf(html, 'imp_window')).toEqual(['approve', 'fail'])
    expect(buttonsOf(html, 'imp_pending')).toEqual(['approve', 'fail'])
    expect(buttonsOf(html, 'imp_failed')).toEqual(['approve'])
    expect(buttonsOf(html, 'imp_back')).toEqual([])
  })

  it('shows what a page reports as text and nothing else', async () => {
    const api = makeApi()
    api.add({ merchant_uid: '<img src=x onerror=alert(1)>"\'&' })
    const html = await page(api)
    expect(html).not.toContain('<img')
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;')
  })

  it('is only read', async () => {
    expect((await makeApi().handle(new Request(`${HERE}/`, { method: 'POST' }))).status).toBe(405)
  })
})

describe('POST /sandbox/…', () => {
  it('does what the functions do', async () => {
    const shop = makeShop()
    const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } })
    const statusOf = async (name: string, body: object) =>
      (await post<{ status: string }>(api, name, body)).response.status
    expect(await statusOf('add', { imp_uid: 'imp_1', status: 'ready', escrow: true })).toBe('ready')
    expect(await statusOf('issue-virtual-account', { imp_uid: 'imp_1' })).toBe('ready')
    expect(await statusOf('deposit', { imp_uid: 'imp_1' })).toBe('paid')
    expect(await statusOf('change-escrow', { imp_uid: 'imp_1', escrow_status: '3' })).toBe('paid')
    expect(await statusOf('refund', { imp_uid: 'imp_1', amount: 400, reason: '파손' })).toBe('cancelled')
    expect(api.find('imp_1')).toMatchObject({ cancel_amount: 400, cancel_reason: '파손' })
    expect(await statusOf('refund', { imp_uid: 'imp_1' })).toBe('cancelled')
    expect(await statusOf('add', { imp_uid: 'imp_2', status: 'pending' })).toBe('pending')
    expect(await statusOf('fail', { imp_uid: 'imp_2', reason: '한도초과' })).toBe('failed')
    expect(await statusOf('approve', { imp_uid: 'imp_2' })).toBe('paid')
    expect(await statusOf('add', { imp_uid: 'imp_3', status: 'ready' })).toBe('ready')
    expect(await statusOf('confirm', { imp_uid: 'imp_3' })).toBe('paid')
    await api.webhooks.settled()
    expect(shop.bodies).toHaveLength(8)
    expect((await post(api, 'resend-webhooks', { imp_uid: 'imp_2' })).code).toBe(0)
    expect(shop.bodies).toHaveLength(10)
    await post(api, 'configure', { webhooks: { hold: true } })
    await post(api, 'add', {})
    expect(shop.bodies).toHaveLength(10)
    await post(api, 'release-webhooks')
    expect(shop.bodies).toHaveLength(11)
  })

  it('moves the clock, registers cards, goes wrong, and forgets', async () => {
    const api = makeApi()
    await post(api, 'advance', { ms: DAY * 1000 })
    expect(api.clock.now()).toBe((NOON + DAY) * 1000)
    await post(api, 'register-card', { customer_uid: 'card-1' })
    expect((await ask(api, 'GET /subscribe/customers/card-1')).status).toBe(200)
    await post(api, 'configure', { trouble: { answers: 'server-error', times: 1 } })
    expect((await ask(api, 'GET /users/pg').catch(() => ({ status: 500 }))).status).toBe(500)
    await post(api, 'expire-tokens')
    await post(api, 'configure', { cancels: 'pending' })
    const { imp_uid } = api.add()
    await ask(api, 'POST /payments/cancel', { imp_uid })
    expect((await post(api, 'complete-cancel', { imp_uid })).response).toMatchObject({ status: 'cancelled' })
    await post(api, 'reset')
    expect(api.payments()).toEqual([])
  })

  it('says why it can’t be', async () => {
    const api = makeApi()
    expect(await post(api, 'approve', { imp_uid: 'imp_0' })).toEqual({
      status: 400,
      code: -1,
      message: expect.stringContaining('no payment "imp_0"'),
      response: null,
    })
    expect((await post(api, 'add', { amont: 1 })).message).toContain('there is no "amont"')
    expect(await post(api, 'nothing')).toMatchObject({
      status: 404,
      message: expect.stringContaining('deposit'),
    })
    expect((await post(api, 'constructor')).status).toBe(404)
  })

  it('goes back to the page after a button', async () => {
    const api = makeApi()
    const { imp_uid } = api.add({ status: 'pending' })
    const press = (origin: string) =>
      api.handle(
        new Request(`${HERE}/sandbox/approve`, {
          method: 'POST',
          headers: { accept: 'text/html,*/*', origin },
          body: new URLSearchParams({ imp_uid }),
        }),
      )
    // Another site's page may have a button like it.
    expect((await press('https://evil.example')).status).toBe(403)
    expect((await press('null')).status).toBe(403)
    expect(api.find(imp_uid)!.status).toBe('pending')
    const answer = await press(HERE)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(api.find(imp_uid)!.status).toBe('paid')
    // A button that is pressed too late is answered with the reason.
    expect((await press(HERE)).status).toBe(400)
  })

  it('takes an amount from a form', async () => {
    const api = makeApi()
    const { imp_uid } = api.add()
    const body = new URLSearchParams({ imp_uid, amount: '400', reason: '' })
    await api.handle(new Request(`${HERE}/sandbox/refund`, { method: 'POST', body }))
    expect(api.find(imp_uid)!.cancel_amount).toBe(400)
  })
})

describe('GET /sandbox', () => {
  it('gives payments, webhooks and requests', async () => {
    const api = makeApi()
    api.add({ imp_uid: 'imp_1' })
    await ask(api, 'GET /users/pg')
    const { response } = await read<Record<string, unknown[]>>(
      await api.handle(new Request(`${HERE}/sandbox`)),
    )
    expect(response).toMatchObject({ payments: [{ imp_uid: 'imp_1' }], webhooks: [] })
    expect(response['requests']).toHaveLength(2)
    expect((await api.handle(new Request(`${HERE}/sandbox/approve`))).status).toBe(405)
  })
})

describe('handle', () => {
  it('answers under whatever address it is served', async () => {
    const api = makeApi()
    expect((await api.handle(new Request(`${HERE}/users/pg`))).status).toBe(401)
    expect((await api.handle(new Request('https://sandbox.example/users/pg'))).status).toBe(401)
  })

  it('takes no token that isn’t sent, and needs none for what isn’t PortOne’s', async () => {
    const api = makeApi({ trouble: 'network' })
    await expect(api.handle(new Request(`${HERE}/users/pg`))).rejects.toThrow(TypeError)
    expect((await api.handle(new Request(`${HERE}/sandbox`))).status).toBe(200)
  })
})
