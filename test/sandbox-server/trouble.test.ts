import { describe, expect, it, vi } from 'vitest'
import { createSandboxApi, type Trouble, type TroubleAnswer } from '../../src/sandbox/server/index.ts'
import { API, ask, makeApi, send, tokenOf } from './support.ts'

const GET = '/payments/imp_1'

/** A double with one payment, a token, and something that goes wrong. */
const withTrouble = async (trouble: TroubleAnswer | Trouble | Trouble[]) => {
  const api = makeApi()
  api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 14000 })
  const headers = { authorization: await tokenOf(api), 'content-type': 'application/json' }
  api.configure({ trouble })
  const get = (path = GET, signal?: AbortSignal) =>
    api.fetch(API + path, { headers, ...(signal && { signal }) })
  const post = (path: string, body: object) =>
    api.fetch(API + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { api, get, post }
}

describe('what can go wrong', () => {
  it.each([
    ['unauthorized', 401, -1],
    ['server-error', 500, -1],
    ['failure-code', 200, 1],
  ] as const)('%s: in the envelope', async (answer, status, code) => {
    const { get } = await withTrouble(answer)
    const response = await get()
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ code, message: expect.stringMatching(/./), response: null })
  })

  it.each([
    ['html', 502],
    ['foreign-404', 404],
  ] as const)('%s: a page of somebody else’s', async (answer, status) => {
    const { get } = await withTrouble(answer)
    const response = await get()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<!doctype html>')
  })

  it('too-many-requests: without an envelope', async () => {
    const response = await (await withTrouble('too-many-requests')).get()
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
    await expect(response.json()).rejects.toThrow()
  })

  it('cut-off: JSON that ends in the middle', async () => {
    const response = await (await withTrouble('cut-off')).get()
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/json'),
    ])
    await expect(response.json()).rejects.toThrow(SyntaxError)
  })

  it('network: fetch rejects as it does then', async () => {
    const answer = (await withTrouble('network')).get()
    await expect(answer).rejects.toThrow(TypeError)
    await expect(answer).rejects.toThrow(/a network that is down/)
  })

  it('hang: nothing, until the caller gives up', async () => {
    const { get } = await withTrouble('hang')
    const reason = new Error('enough')
    const caller = new AbortController()
    const answer = get(GET, caller.signal)
    const settled = vi.fn()
    answer.then(settled, settled)
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(settled).not.toHaveBeenCalled()
    caller.abort(reason)
    await expect(answer).rejects.toBe(reason)
  })

  it('befalls the request of a token too, but for the 401 of one that has expired', async () => {
    const getToken = async (trouble: TroubleAnswer) => {
      const { post } = await withTrouble(trouble)
      return (await post('/users/getToken', { imp_key: 'key', imp_secret: 'secret' })).status
    }
    expect(await getToken('server-error')).toBe(500)
    expect(await getToken('unauthorized')).toBe(200)
  })

  it('leaves alone what isn’t PortOne’s: the ledger, and the page', async () => {
    const { api } = await withTrouble('network')
    expect((await api.fetch(`${API}/`)).status).toBe(200)
    expect((await api.fetch(`${API}/ledger`, { method: 'POST' })).status).toBe(400)
  })
})

describe('whom it befalls', () => {
  const statuses = async (trouble: Trouble | Trouble[], ...paths: string[]) => {
    const { get } = await withTrouble(trouble)
    const found: number[] = []
    for (const path of paths) found.push((await get(path)).status)
    return found
  }

  it('so many requests, and then nobody', async () => {
    expect(await statuses({ answers: 'server-error', times: 2 }, GET, GET, GET)).toEqual([500, 500, 200])
  })

  it('by turns', async () => {
    const answers = ['ok', 'unauthorized', 'html'] as const
    expect(await statuses({ answers }, GET, GET, GET, GET, GET)).toEqual([200, 401, 502, 200, 401])
    expect(await statuses({ answers, times: 2 }, GET, GET, GET)).toEqual([200, 401, 200])
  })

  it('those of a path, which counts them alone', async () => {
    const find = '/payments/findAll/order-1'
    const trouble = { answers: 'server-error', path: '/payments/findAll', times: 1 } as const
    expect(await statuses(trouble, GET, find, GET, find)).toEqual([200, 500, 200, 200])
    expect(await statuses({ answers: 'html', path: /IMP_\d$/gi }, GET, find, GET)).toEqual([502, 200, 502])
  })

  it('those of a method', async () => {
    const { get, post } = await withTrouble({ answers: 'server-error', method: 'post' })
    expect((await get()).status).toBe(200)
    expect((await post('/payments/cancel', { imp_uid: 'imp_1' })).status).toBe(500)
  })

  it('by the first of several that matches', async () => {
    const find = '/payments/findAll/order-1'
    const troubles: Trouble[] = [
      { answers: 'html', path: '/payments/findAll', times: 1 },
      { answers: 'server-error', times: 2 },
    ]
    expect(await statuses(troubles, find, find, GET, GET)).toEqual([502, 500, 500, 200])
  })

  it('nobody any more once it is taken back, and counts anew once it is said again', async () => {
    const { api, get } = await withTrouble({ answers: 'server-error', times: 1 })
    await get()
    api.configure({ trouble: { answers: 'server-error', times: 1 } })
    expect((await get()).status).toBe(500)
    api.configure({ trouble: 'server-error' })
    api.configure({ listLag: 0 })
    expect((await get()).status).toBe(500)
    api.configure({ trouble: undefined })
    expect((await get()).status).toBe(200)
  })
})

describe('whether the request had its effect', () => {
  it('not, unless it is said so', async () => {
    const { api, post } = await withTrouble('network')
    await expect(post('/payments/cancel', { imp_uid: 'imp_1' })).rejects.toThrow(TypeError)
    expect(api.find('imp_1')!.status).toBe('paid')
  })

  it('it had, and only the answer was lost: asked again without a checksum it is done twice', async () => {
    const { api, post } = await withTrouble({ answers: 'network', carriedOut: true, times: 1 })
    await expect(post('/payments/cancel', { imp_uid: 'imp_1', amount: 4000 })).rejects.toThrow(TypeError)
    expect(api.find('imp_1')!.cancel_amount).toBe(4000)
    await post('/payments/cancel', { imp_uid: 'imp_1', amount: 4000 })
    expect(api.find('imp_1')!.cancel_amount).toBe(8000)
  })
})

describe('slow answers', () => {
  it('come after so many ms, and say what was true when they were asked', async () => {
    const { api, get } = await withTrouble({ delay: 50 })
    const began = performance.now()
    const slow = get()
    await new Promise(resolve => setTimeout(resolve, 10))
    api.refundInConsole('imp_1')
    const { response } = (await (await slow).json()) as { response: { status: string } }
    expect(performance.now() - began).toBeGreaterThan(45)
    expect(response.status).toBe('paid')
  })

  it('come out of order', async () => {
    const { get } = await withTrouble({ delay: [60, 30, 0] })
    const order: number[] = []
    await Promise.all([1, 2, 3].map(turn => get().then(() => order.push(turn))))
    expect(order).toEqual([3, 2, 1])
  })

  it('are given up by the caller', async () => {
    const { api, get } = await withTrouble({ delay: 10_000 })
    await expect(get(GET, AbortSignal.timeout(20))).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(api.requests().slice(-1)).toMatchObject([{ path: GET, status: null }])
  })

  it('are given up by a caller who does so at once', async () => {
    const { get } = await withTrouble({ delay: 10_000 })
    const caller = new AbortController()
    const answer = get(GET, caller.signal)
    caller.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
  })

  it('can be wrong as well', async () => {
    const { get } = await withTrouble({ answers: 'html', delay: 20 })
    const began = performance.now()
    expect((await get()).status).toBe(502)
    expect(performance.now() - began).toBeGreaterThan(15)
  })
})

describe('a mistake of the sandbox’s own', () => {
  it('is PortOne’s 500, and no crash', async () => {
    let isBroken = false
    const api = createSandboxApi({
      random: () => {
        if (isBroken) throw new Error('the dice are broken')
        return 0.5
      },
    })
    api.registerCard({ customer_uid: 'card-1' })
    const body = { customer_uid: 'card-1', merchant_uid: 'order-1', amount: 1000, name: '구독' }
    await tokenOf(api)
    isBroken = true
    expect(await ask(api, 'POST /subscribe/payments/again', body)).toMatchObject({
      status: 500,
      code: -1,
      message: expect.stringContaining('the dice are broken'),
    })
  })

  it('is not a listener’s', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const error = new Error('the listener is broken')
    const api = createSandboxApi({
      onEvent: () => {
        throw error
      },
      webhooks: { url: 'https://shop.example/', fetch: async () => new Response() },
    })
    expect(api.add().status).toBe('paid')
    await api.webhooks.settled()
    expect((await ask(api, 'GET /users/pg')).status).toBe(200)
    expect(complain).toHaveBeenCalledTimes(4)
    expect(complain).toHaveBeenCalledWith(error)
    complain.mockRestore()
  })
})

describe('what was asked', () => {
  it('is written down, with what was answered', async () => {
    const api = makeApi()
    await ask(api, 'GET /payments/imp_0?include_sandbox=true')
    api.configure({ trouble: 'html' })
    const token = await send(api, '/users/pg').catch(() => undefined)
    expect(token).toBeUndefined()
    expect(api.requests()).toEqual([
      { method: 'POST', path: '/users/getToken', status: 200, code: 0, message: null },
      {
        method: 'GET',
        path: '/payments/imp_0?include_sandbox=true',
        status: 404,
        code: -1,
        message: '존재하지 않는 결제정보입니다.',
      },
      { method: 'GET', path: '/users/pg', status: 502, code: null, message: null },
    ])
  })
})
