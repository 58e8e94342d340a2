import { describe, expect, it } from 'vitest'
import { API, ask, makeApi, NOON, read, send, tokenOf } from './support.ts'

interface Token {
  access_token: string
  expired_at: number
  now: number
}

const getToken = (api: ReturnType<typeof makeApi>, body: BodyInit, type = 'application/json') =>
  send<Token>(api, '/users/getToken', { method: 'POST', headers: { 'content-type': type }, body })

const RIGHT = JSON.stringify({ imp_key: 'key', imp_secret: 'secret' })

describe('POST /users/getToken', () => {
  it('gives a token for thirty minutes, by PortOne’s clock', async () => {
    const { status, code, message, response } = await getToken(makeApi(), RIGHT)
    expect({ status, code, message }).toEqual({ status: 200, code: 0, message: null })
    expect(response).toEqual({
      access_token: expect.stringMatching(/^\w{40}$/),
      expired_at: NOON + 30 * 60,
      now: NOON,
    })
  })

  it('takes a form as well', async () => {
    const body = 'imp_key=key&imp_secret=secret'
    expect((await getToken(makeApi(), body, 'application/x-www-form-urlencoded')).code).toBe(0)
  })

  it.each([
    '{}',
    '{"imp_key":"key"}',
    '{"imp_key":"key","imp_secret":""}',
    '{"imp_key":"  ","imp_secret":"secret"}',
    '{"imp_key":{},"imp_secret":[]}',
  ])('refuses %s with 401 in the envelope', async body => {
    expect(await getToken(makeApi(), body)).toEqual({
      status: 401,
      code: -1,
      message: expect.stringMatching(/./),
      response: null,
    })
  })

  it('takes only the key and secret that it was told of', async () => {
    const api = makeApi({ key: 'key', secret: 'right' })
    expect((await getToken(api, RIGHT)).status).toBe(401)
    expect((await getToken(api, JSON.stringify({ imp_key: 'other', imp_secret: 'right' }))).status).toBe(401)
    expect((await getToken(api, JSON.stringify({ imp_key: 'key', imp_secret: 'right' }))).status).toBe(200)
  })

  it('gives the same token again with the same end, to every server of the shop', async () => {
    const api = makeApi()
    const { response: first } = await getToken(api, RIGHT)
    await api.clock.advance(28 * 60_000)
    const { response: second } = await getToken(api, RIGHT)
    expect(second).toEqual({ ...first, now: NOON + 28 * 60 })
  })

  it('puts the end off by five minutes in the last minute, and not a second before', async () => {
    const api = makeApi()
    const { response: first } = await getToken(api, RIGHT)
    await api.clock.advance(29 * 60_000 - 1000)
    expect((await getToken(api, RIGHT)).response.expired_at).toBe(first.expired_at)
    await api.clock.advance(1000)
    const { response: extended } = await getToken(api, RIGHT)
    expect(extended.access_token).toBe(first.access_token)
    expect(extended.expired_at).toBe(first.expired_at + 5 * 60)
    // The token lives on as it says.
    await api.clock.advance(3 * 60_000)
    const headers = { authorization: first.access_token }
    expect((await send(api, '/users/pg', { headers })).status).toBe(200)
  })

  it('gives a new one for thirty minutes once it has expired', async () => {
    const api = makeApi()
    const { response: first } = await getToken(api, RIGHT)
    await api.clock.advance(30 * 60_000)
    const { response: second } = await getToken(api, RIGHT)
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.expired_at).toBe(NOON + 60 * 60)
  })

  it('has one token a key', async () => {
    const api = makeApi()
    expect(await tokenOf(api, 'one')).not.toBe(await tokenOf(api, 'other'))
  })
})

describe('the token of a request', () => {
  it.each(['Bearer TOKEN', 'bearer TOKEN', 'TOKEN', ' TOKEN '])('is taken as "%s"', async form => {
    const api = makeApi()
    const authorization = form.replace('TOKEN', await tokenOf(api))
    expect((await send(api, '/users/pg', { headers: { authorization } })).code).toBe(0)
  })

  it.each([undefined, '', 'Bearer', 'Bearer wrong', 'Basic abc'])(
    'is refused as "%s"',
    async authorization => {
      const api = makeApi()
      await tokenOf(api)
      const headers = authorization === undefined ? {} : { authorization }
      expect(await send(api, '/payments/imp_1', { headers })).toEqual({
        status: 401,
        code: -1,
        message: expect.stringContaining('Unauthorized'),
        response: null,
      })
    },
  )

  it('is refused once it has expired', async () => {
    const api = makeApi()
    const authorization = await tokenOf(api)
    await api.clock.advance(30 * 60_000 - 1000)
    expect((await send(api, '/users/pg', { headers: { authorization } })).status).toBe(200)
    await api.clock.advance(1000)
    expect((await send(api, '/users/pg', { headers: { authorization } })).status).toBe(401)
  })

  it('ends at once when the console makes a new secret', async () => {
    const api = makeApi()
    const authorization = await tokenOf(api)
    api.expireTokens()
    expect((await send(api, '/users/pg', { headers: { authorization } })).status).toBe(401)
    expect(await tokenOf(api)).not.toBe(authorization)
  })
})

describe('GET /users/pg', () => {
  it('lists the channels with all that they must have', async () => {
    const { response } = await ask<object[]>(makeApi(), 'GET /users/pg')
    expect(response).toEqual([
      {
        pg_provider: 'html5_inicis',
        pg_id: 'sandbox',
        sandbox: false,
        type: 'payment',
        channel_name: expect.any(String),
        channel_key: expect.any(String),
      },
    ])
  })

  it('lists those that it was told of', async () => {
    const channel = {
      pg_provider: 'settle',
      pg_id: 'MID',
      sandbox: true,
      type: 'payment' as const,
      channel_name: 'hecto',
      channel_key: 'channel-key-1',
    }
    expect((await ask(makeApi({ channels: [channel] }), 'GET /users/pg')).response).toEqual([channel])
  })
})

describe('what a request may look like', () => {
  it.each([
    ['a text', `${API}/users/getToken`],
    ['a URL', new URL(`${API}/users/getToken`)],
  ])('is asked by %s', async (_what, input) => {
    const body = new URLSearchParams({ imp_key: 'key', imp_secret: 'secret' })
    expect((await makeApi().fetch(input, { method: 'POST', body })).status).toBe(200)
  })

  it('is asked by a Request', async () => {
    const body = new URLSearchParams({ imp_key: 'key', imp_secret: 'secret' })
    const request = new Request(`${API}/users/getToken`, { method: 'POST', body })
    expect((await makeApi().fetch(request)).status).toBe(200)
  })

  it.each([['{'], ['[]'], ['"text"'], ['null'], ['1']])('answers %s with 400', async body => {
    expect((await getToken(makeApi(), body)).status).toBe(400)
  })

  it('refuses more than a megabyte', async () => {
    expect((await getToken(makeApi(), JSON.stringify({ a: 'x'.repeat(1_000_001) }))).status).toBe(413)
  })

  it('answers a path that can’t be decoded with 400', async () => {
    expect((await ask(makeApi(), 'GET /payments/%E0%A4%A')).status).toBe(400)
  })

  it('is out of reach for any other address', async () => {
    const api = makeApi()
    for (const url of [
      'https://api.portone.io/x',
      'http://api.iamport.kr/x',
      'https://api.iamport.kr.evil/',
      '/x',
    ])
      await expect(api.fetch(url)).rejects.toThrow(TypeError)
    await expect(api.fetch('https://api.portone.io/x')).rejects.toThrow(
      /https:\/\/api\.iamport\.kr.*api\.portone/,
    )
  })

  it('answers for another address that it was told of', async () => {
    const api = makeApi({ origin: 'http://localhost:4000' })
    expect((await read(await api.fetch('http://localhost:4000/payments/imp_1'))).status).toBe(401)
    await expect(api.fetch(`${API}/payments/imp_1`)).rejects.toThrow(TypeError)
  })

  it('is given up at once where the caller has given up', async () => {
    const api = makeApi()
    const reason = new Error('enough')
    await expect(api.fetch(`${API}/users/pg`, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(api.requests()).toEqual([])
  })
})

describe('what is not offered', () => {
  it.each([
    ['GET /nothing', 404],
    ['GET /payments/imp_1/nothing', 404],
    ['POST /payments', 405],
    ['DELETE /payments/prepare', 405],
    ['GET /users/getToken', 405],
    ['POST /payments/imp_1/naver/cancel', 501],
    ['GET /banks', 501],
    ['GET /cards/361', 501],
    ['POST /benepia/point', 501],
    ['POST /kcpquick/payment/money', 501],
    ['POST /payco/orders/status/imp_1', 501],
    ['POST /paymentwall/delivery', 501],
    ['POST /partners/receipts/imp_1', 501],
    ['GET /naver/reviews', 501],
    ['GET /tiers/ABC', 501],
  ])('%s is %i, in the envelope', async (request, status) => {
    expect(await ask(makeApi(), request)).toEqual({
      status,
      code: -1,
      message: expect.stringMatching(/./),
      response: null,
    })
  })
})
