import { describe, expect, it } from 'vitest'
import { ask, makeApi, send } from './support.ts'

const order = { merchant_uid: 'order-1', amount: 14000, currency: 'KRW' }

describe('the amount of an order, registered in advance', () => {
  it('is registered, read and changed', async () => {
    const api = makeApi()
    expect(await ask<object>(api, 'POST /payments/prepare', order)).toEqual({
      status: 200,
      code: 0,
      message: null,
      response: order,
    })
    expect((await ask<object>(api, 'GET /payments/prepare/order-1')).response).toEqual(order)
    const changed = { ...order, amount: 9000 }
    expect((await ask<object>(api, 'PUT /payments/prepare', changed)).response).toEqual(changed)
    expect((await ask<object>(api, 'GET /payments/prepare/order-1')).response).toEqual(changed)
  })

  it('is refused a second time with HTTP 200 and code 1, and stays as it was', async () => {
    const api = makeApi()
    await ask(api, 'POST /payments/prepare', order)
    expect(await ask(api, 'POST /payments/prepare', { ...order, amount: 1 })).toEqual({
      status: 200,
      code: 1,
      message: '이미 등록된 merchant_uid입니다.',
      response: null,
    })
    expect((await ask<object>(api, 'GET /payments/prepare/order-1')).response).toEqual(order)
  })

  it('is 404 where it was never registered', async () => {
    const missing = {
      status: 404,
      code: -1,
      message: '사전등록된 결제정보가 존재하지 않습니다.',
      response: null,
    }
    expect(await ask(makeApi(), 'GET /payments/prepare/order-1')).toEqual(missing)
    expect(await ask(makeApi(), 'PUT /payments/prepare', order)).toEqual(missing)
  })

  it('has no currency unless one is given', async () => {
    const { response } = await ask(makeApi(), 'POST /payments/prepare', {
      merchant_uid: 'order-1',
      amount: 5,
    })
    expect(response).toEqual({ merchant_uid: 'order-1', amount: 5, currency: null })
  })

  it.each([
    {},
    { amount: 1 },
    { merchant_uid: 'order-1' },
    { merchant_uid: 'order-1', amount: 'much' },
    { merchant_uid: 'order-1', amount: -1 },
    { merchant_uid: 'x'.repeat(41), amount: 1 },
  ])('refuses %j', async body => {
    const api = makeApi()
    expect(await ask(api, 'POST /payments/prepare', body)).toMatchObject({
      status: 200,
      code: 1,
      response: null,
    })
    expect((await ask(api, 'GET /payments/prepare/order-1')).status).toBe(404)
  })

  it('takes a form', async () => {
    const api = makeApi()
    const { response } = await send<{ access_token: string }>(api, '/users/getToken', {
      method: 'POST',
      body: new URLSearchParams({ imp_key: 'key', imp_secret: 'secret' }),
    })
    const answer = await send<object>(api, '/payments/prepare', {
      method: 'POST',
      headers: { authorization: response.access_token },
      body: new URLSearchParams({ merchant_uid: 'order-1', amount: '14000', currency: 'KRW' }),
    })
    expect(answer.response).toEqual(order)
  })
})
