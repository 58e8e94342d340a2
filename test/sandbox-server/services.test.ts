/** Identity checks, deliveries of escrow payments, and receipts for cash. */
import { describe, expect, it } from 'vitest'
import type { ApiCertification, NewPayment } from '../../src/sandbox/server/index.ts'
import { ask, makeApi, makeShop, NOON, WEBHOOK } from './support.ts'

const failure = (status: number) => ({
  status,
  code: -1,
  message: expect.stringMatching(/./),
  response: null,
})

describe('/certifications/{imp_uid}', () => {
  it('gives the result of an identity check, and forgets it on request', async () => {
    const api = makeApi()
    const { imp_uid } = api.addCertification({ merchant_uid: 'check-1', name: '구매자', unique_key: 'ci' })
    const { status, code, response } = await ask<ApiCertification>(api, `GET /certifications/${imp_uid}`)
    expect({ status, code }).toEqual({ status: 200, code: 0 })
    expect(response).toEqual({
      imp_uid,
      merchant_uid: 'check-1',
      pg_tid: expect.any(String),
      pg_provider: 'danal',
      name: '구매자',
      gender: 'male',
      birthday: '1990-01-01',
      foreigner: false,
      foreigner_v2: null,
      phone: '01012345678',
      carrier: 'SKT',
      certified: true,
      certified_at: NOON,
      unique_key: 'ci',
      unique_in_site: expect.any(String),
      origin: null,
    })
    expect((await ask(api, `DELETE /certifications/${imp_uid}`)).response).toEqual(response)
    expect(await ask(api, `GET /certifications/${imp_uid}`)).toEqual(failure(404))
    expect(await ask(api, `DELETE /certifications/${imp_uid}`)).toEqual(failure(404))
  })

  const person = { name: '구매자', phone: '01011112222', birth: '031225', gender_digit: '4', carrier: 'KT' }

  it('is made without a window, by a number that the buyer types', async () => {
    const api = makeApi()
    const asked = await ask<{ imp_uid: string }>(api, 'POST /certifications/otp/request', person)
    const { imp_uid } = asked.response
    const get = () => ask<ApiCertification>(api, `GET /certifications/${imp_uid}`)
    expect((await get()).response).toMatchObject({ certified: false, certified_at: 0 })
    expect(await ask(api, `POST /certifications/otp/confirm/${imp_uid}`, {})).toEqual(failure(400))
    await ask(api, `POST /certifications/otp/confirm/${imp_uid}`, { otp: '123456' })
    expect((await get()).response).toMatchObject({
      certified: true,
      certified_at: NOON,
      gender: 'female',
      birthday: '2003-12-25',
      carrier: 'KT',
    })
    expect(await ask(api, `POST /certifications/otp/confirm/${imp_uid}`, { otp: '1' })).toEqual(failure(400))
    expect(await ask(api, 'POST /certifications/otp/confirm/imp_0', { otp: '1' })).toEqual(failure(404))
  })

  it.each([...Object.keys(person).map(name => ({ ...person, [name]: '' })), { ...person, carrier: 'X' }])(
    'refuses %j',
    async body => {
      expect(await ask(makeApi(), 'POST /certifications/otp/request', body)).toEqual(failure(400))
    },
  )
})

const withPayment = (payment: NewPayment) => {
  const shop = makeShop()
  const api = makeApi({ webhooks: { url: WEBHOOK, fetch: shop.fetch } })
  api.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 11000, ...payment }, { webhook: false })
  return { api, shop }
}

describe('/escrows/logis/{imp_uid}', () => {
  const delivery = {
    sender: { name: '상점' },
    receiver: { name: '구매자' },
    logis: { company: 'CJGLS', invoice: '123', sent_at: NOON },
  }
  const PATH = '/escrows/logis/imp_1'
  const written = { company: 'CJGLS', invoice: '123', sent_at: NOON, applied_at: NOON }

  it('is registered, read and changed', async () => {
    const { api } = withPayment({ escrow: true })
    expect(await ask(api, `GET ${PATH}`)).toEqual(failure(409))
    expect(await ask(api, `PUT ${PATH}`, delivery)).toEqual(failure(409))
    expect(await ask<object>(api, `POST ${PATH}`, delivery)).toMatchObject({ status: 200, response: written })
    expect(await ask(api, `POST ${PATH}`, delivery)).toEqual(failure(409))
    const other = { ...delivery, logis: { ...delivery.logis, invoice: '456' } }
    await ask(api, `PUT ${PATH}`, other)
    expect((await ask(api, `GET ${PATH}`)).response).toEqual({ ...written, invoice: '456' })
  })

  it.each(['GET', 'POST', 'PUT'])(
    '%s says 404 where there is no payment, 400 at another gateway',
    async method => {
      const { api } = withPayment({ escrow: true, pg_provider: 'kakaopay' })
      const body = method === 'GET' ? undefined : delivery
      expect(await ask(api, `${method} /escrows/logis/imp_0`, body)).toEqual(failure(404))
      expect(await ask(api, `${method} ${PATH}`, body)).toEqual(failure(400))
    },
  )

  it.each(['kcp', 'nice_v2'])('can’t be changed at %s', async pg_provider => {
    const { api } = withPayment({ escrow: true, pg_provider })
    expect((await ask(api, `POST ${PATH}`, delivery)).status).toBe(200)
    expect(await ask(api, `PUT ${PATH}`, delivery)).toEqual(failure(400))
  })

  it.each([{}, { escrow: true, status: 'ready' as const }])(
    'is refused for a payment with %j',
    async payment => {
      expect(await ask(withPayment(payment).api, `POST ${PATH}`, delivery)).toEqual(failure(409))
    },
  )

  it.each([
    { ...delivery, sender: undefined },
    { ...delivery, receiver: {} },
    { ...delivery, logis: 'x' },
    { ...delivery, logis: { ...delivery.logis, company: '' } },
    { ...delivery, logis: { ...delivery.logis, invoice: '' } },
    { ...delivery, logis: { ...delivery.logis, sent_at: undefined } },
    { ...delivery, logis: { ...delivery.logis, sent_at: 'x' } },
  ])('refuses %j', async body => {
    expect(await ask(withPayment({ escrow: true }).api, `POST ${PATH}`, body)).toEqual(failure(400))
  })

  it('goes on at Inicis, which tells the shop by an event of its own', async () => {
    const { api, shop } = withPayment({ escrow: true })
    await api.clock.advance(1000)
    api.changeEscrow('imp_1', '4', { denied_reason: '파손' })
    await api.webhooks.settled()
    expect(shop.bodies).toEqual([
      {
        event: 'Inicis.Escrow.Changed',
        imp_uid: 'imp_1',
        merchant_uid: 'order-1',
        status: 'paid',
        extra: { escrow_status: '4', changed_at: NOON + 1, denied_reason: '파손' },
      },
    ])
    expect(() => api.changeEscrow('imp_1', '5' as never)).toThrow(/"status" must be "2" or "3"/)
    expect(() => withPayment({}).api.changeEscrow('imp_1', '3')).toThrow(/no escrow payment/)
  })
})

describe('/receipts/{imp_uid}', () => {
  const PATH = '/receipts/imp_1'
  const buyer = { identifier: '01012345678' }
  const receipt = {
    imp_uid: 'imp_1',
    receipt_tid: expect.any(String),
    apply_num: expect.any(String),
    type: 'person',
    amount: 11000,
    vat: 1000,
    receipt_url: expect.any(String),
    applied_at: NOON,
    cancelled_at: 0,
  }

  it('is issued, read and revoked, for cash', async () => {
    const { api } = withPayment({ pay_method: 'trans' })
    expect(await ask(api, `GET ${PATH}`)).toEqual(failure(404))
    expect(await ask(api, `DELETE ${PATH}`)).toEqual(failure(400))
    expect((await ask(api, `POST ${PATH}`, buyer)).response).toEqual(receipt)
    expect((await ask(api, `GET ${PATH}`)).response).toEqual(receipt)
    expect(await ask(api, `POST ${PATH}`, buyer)).toEqual(failure(400))
    await api.clock.advance(1000)
    expect((await ask(api, `DELETE ${PATH}`)).response).toEqual({ ...receipt, cancelled_at: NOON + 1 })
    expect(await ask(api, `DELETE ${PATH}`)).toEqual(failure(400))
    expect((await ask(api, `POST ${PATH}`, buyer)).status).toBe(200)
  })

  it('is of what was not given back, and its tax of what is taxed', async () => {
    const { api } = withPayment({ pay_method: 'trans', cancel_amount: 4400 })
    const { response } = await ask(api, `POST ${PATH}`, { ...buyer, tax_free: 2200, type: 'company' })
    expect(response).toMatchObject({ amount: 6600, vat: 400, type: 'company' })
  })

  it.each([
    [{ pay_method: 'card' }, 400],
    [{ pay_method: 'vbank', status: 'ready' as const }, 400],
    [{ pay_method: 'trans', status: 'cancelled' as const }, 400],
    [{ pay_method: 'trans', pg_provider: 'kakaopay' }, 501],
  ])('is refused for %j with %i', async (payment, status) => {
    expect(await ask(withPayment(payment).api, `POST ${PATH}`, buyer)).toEqual(failure(status))
  })

  it.each([{}, { ...buyer, type: 'x' }, { ...buyer, tax_free: -1 }, { ...buyer, vat_amount: 'x' }])(
    'refuses %j',
    async body => {
      expect(await ask(withPayment({ pay_method: 'trans' }).api, `POST ${PATH}`, body)).toEqual(failure(400))
    },
  )

  it('says 400 to a payment that there isn’t, 501 to taking one back where that can’t be', async () => {
    const { api } = withPayment({ pay_method: 'trans', pg_provider: 'kicc' })
    expect(await ask(api, 'POST /receipts/imp_0', buyer)).toEqual(failure(400))
    await ask(api, `POST ${PATH}`, buyer)
    expect(await ask(api, `DELETE ${PATH}`)).toEqual(failure(501))
  })
})

describe('/receipts/external/{merchant_uid}', () => {
  const PATH = '/receipts/external/sale-1'
  const sale = { channel_key: 'channel-key-1', name: '머그', amount: 11000, identifier: '01012345678' }

  it('is issued, read and revoked, for sales that PortOne doesn’t know', async () => {
    const api = makeApi()
    expect(await ask(api, `GET ${PATH}`)).toEqual(failure(404))
    const { response } = await ask<object>(api, `POST ${PATH}`, sale)
    expect(response).toMatchObject({ merchant_uid: 'sale-1', amount: 11000, vat: 1000, cancelled_at: 0 })
    expect((await ask(api, `GET ${PATH}`)).response).toEqual(response)
    expect(await ask(api, `POST ${PATH}`, sale)).toEqual(failure(400))
    expect((await ask(api, `DELETE ${PATH}`)).response).toMatchObject({ cancelled_at: NOON })
    expect(await ask(api, `DELETE ${PATH}`)).toEqual(failure(404))
  })

  it.each([
    [{ ...sale, name: '' }, 400],
    [{ ...sale, amount: undefined }, 400],
    [{ ...sale, amount: 0 }, 400],
    [{ ...sale, identifier: '' }, 400],
    [{ ...sale, channel_key: '', pg: 'kakaopay' }, 501],
  ])('refuses %j with %i', async (body, status) => {
    expect(await ask(makeApi(), `POST ${PATH}`, body)).toEqual(failure(status))
  })
})
