// @vitest-environment jsdom
import { createCheckout, type ShopOptions, type VerifiedPayment } from 'iamport-checkout'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goTo } from '../support/browser.ts'
import {
  brief,
  checkoutWith,
  closeTab,
  declined,
  doubtful,
  endOf,
  installScript,
  openTab,
  order,
  paid,
  reload,
  type Saying,
  script,
  server,
} from '../support/verified-shop.ts'

beforeEach(openTab)
afterEach(closeTab)

/** A failure that the browser hears, by how it comes about. */
const failures = {
  'a failure in doubt': { response: doubtful, alone: 'PAYMENT_FAILED true' },
  'a clear failure': { response: declined, alone: 'PAYMENT_FAILED false' },
} as const

describe('pay: the server has the last word', () => {
  it.each<[Saying, string, number]>([
    ['paid', 'paid', 1],
    ['awaiting', 'awaiting', 1],
    ['pending', 'pending', 1],
    ['registered', 'registered', 1],
    ['mismatch', 'MISMATCH true', 1],
    ['cancelled', 'CANCELLED false', 1],
    ['unpaid', 'UNCONFIRMED true', 5],
    ['down', 'UNCONFIRMED true', 5],
    ['unknown', 'UNCONFIRMED true', 5],
  ])('heard success, server says %s: %s after %i questions', async (saying, end, questions) => {
    installScript(paid)
    const { verify, times, claims } = server(saying)
    const ended = await endOf(checkoutWith(verify).pay(order))
    expect(brief(ended)).toBe(end)
    expect(times).toHaveLength(questions)
    expect(claims[0]).toEqual({ imp_uid: 'imp_1', merchant_uid: 'order_1' })
    expect(ended.took).toBeLessThanOrEqual(11_000)
  })

  it.each<[Saying, string, number]>([
    ['paid', 'paid', 1],
    ['awaiting', 'awaiting', 1],
    ['mismatch', 'MISMATCH true', 1],
    ['cancelled', 'CANCELLED false', 1],
    ['unpaid', 'PAYMENT_FAILED false', 5],
    ['down', 'PAYMENT_FAILED true', 5],
  ])('heard a failure in doubt, server says %s: %s after %i questions', async (saying, end, questions) => {
    installScript(doubtful)
    const { verify, times } = server(saying)
    expect(brief(await endOf(checkoutWith(verify).pay(order)))).toBe(end)
    expect(times).toHaveLength(questions)
  })

  it.each<[Saying, string]>([
    ['paid', 'paid'],
    ['pending', 'pending'],
    ['mismatch', 'MISMATCH true'],
    ['cancelled', 'CANCELLED false'],
    ['unpaid', 'PAYMENT_FAILED false'],
    ['down', 'PAYMENT_FAILED false'],
  ])('heard a clear failure, server says %s: %s after one question', async (saying, end) => {
    installScript(declined)
    const { verify, times } = server(saying)
    const ended = await endOf(checkoutWith(verify).pay(order))
    expect(brief(ended)).toBe(end)
    expect(times).toHaveLength(1)
    expect(ended.took).toBeLessThan(1_000)
  })

  it.each(['paypal', 'paypal_v2', 'payletter_global', 'paymentwall', 'kicc_v2'])(
    'unpaid is not the last word on %s, which may approve later',
    async provider => {
      installScript({ ...declined, pg_provider: provider })
      const { error } = await endOf(checkoutWith(server('unpaid').verify).pay(order))
      expect(error).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true, verdict: 'unpaid' })
    },
  )

  it('asks nobody about a request that was never sent', async () => {
    installScript(paid)
    const { verify, times } = server('paid')
    expect(brief(await endOf(checkoutWith(verify).pay({ ...order, amount: -1 })))).toBe(
      'INVALID_REQUEST false',
    )
    expect(script.called).toBe(0)
    expect(times).toHaveLength(0)
  })

  it('is refused without verify before anything opens', async () => {
    installScript(paid)
    for (const verify of [undefined, '', ' ', 5 as never, null as never]) {
      const { error } = await endOf(checkoutWith(verify).pay(order))
      expect(error).toMatchObject({ code: 'INVALID_OPTIONS', mayHavePaid: false })
      expect(error!.message).toContain('verify')
    }
    expect(script.called).toBe(0)
  })

  it('calls the script inside the click', () => {
    installScript()
    void checkoutWith(server('paid').verify).pay(order)
    expect(script.called).toBe(1)
    script.callBack(paid)
  })

  it('gives what the browser heard, and what the server answered, whole', async () => {
    installScript(paid)
    const answer = { verdict: 'paid', receipt: { no: 7 }, imp_uid: 'imp_of_server' }
    const { payment } = await endOf(checkoutWith(async () => answer as never).pay(order))
    expect(payment).toEqual({
      verdict: 'paid',
      merchant_uid: 'order_1',
      imp_uid: 'imp_of_server',
      payment: { imp_uid: 'imp_1', merchant_uid: 'order_1', via: 'callback', raw: paid },
      answer,
    })
    installScript(declined)
    const good = await endOf(checkoutWith(server('paid').verify).pay(order))
    expect(good.payment).toMatchObject({ payment: null, imp_uid: 'imp_1' })
  })

  it('opens nothing for an order that is being verified: the second click shares the first', async () => {
    installScript()
    let answer: (it: { verdict: 'paid' }) => void = () => {}
    const checkout = checkoutWith(
      () =>
        new Promise(resolve => {
          answer = resolve
        }),
    )
    const first = checkout.pay(order)
    script.callBack(paid)
    await vi.advanceTimersByTimeAsync(1)
    const second = checkout.pay(order)
    answer({ verdict: 'paid' })
    expect((await endOf(second)).payment).toMatchObject({ verdict: 'paid' })
    expect((await endOf(second)).payment).toBe((await endOf(first)).payment)
    expect(script.called).toBe(1)
    // Once it is over the order may be asked for again.
    void checkout.pay(order).catch(() => {})
    expect(script.called).toBe(2)
  })

  it('shares one payment and one question between two buttons', async () => {
    installScript()
    const { verify, times } = server('paid')
    const checkout = checkoutWith(verify)
    const [first, second] = [checkout.pay(order), checkout.pay(order)]
    script.callBack(paid)
    expect((await endOf(first)).payment).toBe((await endOf(second)).payment)
    expect(script.called).toBe(1)
    expect(times).toHaveLength(1)
  })

  it('reports each step once, verifying last', async () => {
    installScript(paid)
    const steps: string[] = []
    await endOf(
      checkoutWith(server('down', 'paid').verify).pay(order, { onProgress: step => steps.push(step) }),
    )
    expect(steps).toEqual(['opening', 'verifying'])
  })
})

describe('pay: how long the server is asked', () => {
  it('asks again after 1, 2, 3 and 4 seconds', async () => {
    installScript(paid)
    const { verify, times } = server('down')
    await endOf(checkoutWith(verify).pay(order))
    const pauses = times.slice(1).map((time, index) => Math.round((time - times[index]!) / 1000))
    expect(pauses).toEqual([1, 2, 3, 4])
  })

  it('asks again when the server says so, within its patience', async () => {
    installScript(paid)
    const { verify, times } = server(
      { verdict: 'unpaid', retryAfter: 5 },
      { verdict: 'unpaid', retryAfter: 4 },
      'paid',
    )
    expect(brief(await endOf(checkoutWith(verify).pay(order)))).toBe('paid')
    expect(times.map(time => Math.round((time - times[0]!) / 1000))).toEqual([0, 5, 9])
  })

  it.each([30, 11, Number.MAX_SAFE_INTEGER])(
    'asks a last time at the end where the server wants %i seconds',
    async retryAfter => {
      installScript(paid)
      const unsure = { verdict: 'unpaid', retryAfter } as const
      const ended = await endOf(checkoutWith(server(unsure).verify).pay(order))
      expect(brief(ended)).toBe('UNCONFIRMED true')
      const { verify, times } = server(unsure, 'paid')
      expect(brief(await endOf(checkoutWith(verify).pay(order)))).toBe('paid')
      expect(times.map(time => Math.round((time - times[0]!) / 1000))).toEqual([0, 10])
    },
  )

  it.each([-1, Number.NaN, 'soon', null, 0])('is not thrown off by retryAfter: %s', async retryAfter => {
    installScript(paid)
    const { verify, times } = server({ verdict: 'unpaid', retryAfter: retryAfter as number })
    const ended = await endOf(checkoutWith(verify).pay(order))
    expect(brief(ended)).toBe('UNCONFIRMED true')
    expect(ended.took).toBeLessThanOrEqual(11_000)
    expect(times.length).toBeLessThanOrEqual(21)
  })

  it('gives one question 8 seconds, fires its signal, and does not wait for who does not heed it', async () => {
    installScript(declined)
    let signal: AbortSignal | undefined
    const verify: ShopOptions['verify'] = (_, given) => {
      signal = given
      return new Promise(() => {})
    }
    const ended = await endOf(checkoutWith(verify).pay(order))
    expect(brief(ended)).toBe('PAYMENT_FAILED false')
    expect(signal!.aborted).toBe(true)
    expect(ended.took).toBeGreaterThanOrEqual(7_900)
    expect(ended.took).toBeLessThanOrEqual(8_200)
  })

  it('ends 10 seconds after its first answer, also under a question that hangs', async () => {
    installScript(paid)
    let count = 0
    const verify: ShopOptions['verify'] = () => (count++ ? new Promise(() => {}) : Promise.resolve('unpaid'))
    const ended = await endOf(checkoutWith(verify).pay(order))
    expect(brief(ended)).toBe('UNCONFIRMED true')
    expect(ended.took).toBeLessThanOrEqual(11_000)
  })

  it('ends with a good verdict as soon as it comes', async () => {
    installScript(paid)
    const ended = await endOf(checkoutWith(server('down', 'unpaid', 'paid').verify).pay(order))
    expect(brief(ended)).toBe('paid')
    expect(Math.round(ended.took / 1000)).toBe(3)
  })
})

describe('pay: signal', () => {
  it('that fires while the server is asked: ABORTED, in doubt', async () => {
    installScript(paid)
    const controller = new AbortController()
    const { verify } = server('down')
    const promise = checkoutWith(verify).pay(order, { signal: controller.signal })
    setTimeout(() => controller.abort(), 2_500)
    const ended = await endOf(promise)
    expect(ended.error).toMatchObject({ code: 'ABORTED', mayHavePaid: true, merchant_uid: 'order_1' })
    expect(ended.took).toBeLessThan(3_000)
  })

  it('that ends the payment itself: nobody is asked', async () => {
    installScript()
    const controller = new AbortController()
    const { verify, times } = server('paid')
    const promise = checkoutWith(verify).pay(order, { signal: controller.signal })
    controller.abort()
    expect(brief(await endOf(promise))).toBe('ABORTED false')
    expect(times).toHaveLength(0)
  })

  it('of the shop is refused: it would end every later payment', async () => {
    installScript(paid)
    const shop = { userCode: 'imp1', verify: '/x', signal: new AbortController().signal }
    expect((await endOf(createCheckout(shop).pay(order))).error).toMatchObject({ code: 'INVALID_OPTIONS' })
    expect(script.called).toBe(0)
  })
})

describe('pay: late results', () => {
  it('are reported once the server has said so, and only good ones', async () => {
    installScript()
    const { verify } = server('unpaid', 'unpaid', 'unpaid', 'unpaid', 'unpaid', 'paid')
    const late: VerifiedPayment[] = []
    const promise = checkoutWith(verify, { openTimeout: 100 }).pay(order, {
      onLateResult: payment => late.push(payment),
    })
    expect(brief(await endOf(promise))).toBe('WINDOW_NOT_OPENED false')
    script.callBack(paid)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(late).toMatchObject([{ verdict: 'paid', imp_uid: 'imp_1' }])
  })

  it('that the server does not call good are not reported', async () => {
    installScript()
    const { verify } = server('unpaid')
    const onLateResult = vi.fn()
    const promise = checkoutWith(verify, { openTimeout: 100 }).pay(order, { onLateResult })
    await endOf(promise)
    script.callBack(paid)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(onLateResult).not.toHaveBeenCalled()
  })

  it('bring the payment its number while the server is being asked', async () => {
    installScript()
    const { verify, claims } = server('unpaid', 'paid')
    const promise = checkoutWith(verify, { openTimeout: 100 }).pay(order)
    setTimeout(() => script.callBack(paid), 600)
    expect(brief(await endOf(promise))).toBe('paid')
    expect(claims).toEqual([
      { imp_uid: null, merchant_uid: 'order_1' },
      { imp_uid: 'imp_1', merchant_uid: 'order_1' },
    ])
  })
})

describe('verify as an address', () => {
  const ask = async (respond: () => globalThis.Response | Promise<globalThis.Response>) => {
    const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => respond())
    vi.stubGlobal('fetch', fetch)
    installScript(paid)
    const ended = await endOf(checkoutWith('/payments/complete').pay(order))
    return { ended, fetch }
  }
  const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init)

  it('gets a POST of both numbers as JSON, with the credentials of its origin', async () => {
    const { ended, fetch } = await ask(json({ verdict: 'paid' }))
    expect(brief(ended)).toBe('paid')
    const [url, init] = fetch.mock.calls[0]!
    expect(url).toBe('/payments/complete')
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin' })
    expect(new Headers(init!.headers).get('content-type')).toBe('application/json')
    expect(JSON.parse(String(init!.body))).toEqual({ imp_uid: 'imp_1', merchant_uid: 'order_1' })
  })

  it.each<[string, () => globalThis.Response | Promise<globalThis.Response>]>([
    ['500', json({ verdict: 'paid' }, { status: 500 })],
    ['404', json({ verdict: 'paid' }, { status: 404 })],
    ['HTML', () => new Response('<h1>nginx</h1>', { headers: { 'content-type': 'text/html' } })],
    ['another verdict', json({ verdict: 'PAID' })],
    ['a member of every object', json({ verdict: 'constructor' })],
    ['a list', json(['paid'])],
    ['no body', () => new Response(null, { status: 204 })],
    ['a network failure', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('that answers with %s has given no answer', async (_, respond) => {
    const { ended, fetch } = await ask(respond)
    expect(ended.error).toMatchObject({ code: 'UNCONFIRMED', mayHavePaid: true, imp_uid: 'imp_1' })
    expect(fetch).toHaveBeenCalledTimes(5)
  })

  it('says by Retry-After when to ask again', async () => {
    let count = 0
    const { ended, fetch } = await ask(() =>
      count++
        ? Response.json({ verdict: 'paid' })
        : new Response('', { status: 503, headers: { 'retry-after': '7' } }),
    )
    expect(brief(ended)).toBe('paid')
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(Math.round(ended.took / 1000)).toBe(7)
  })
})

describe('resume', () => {
  const landing = '/done?a=1&imp_uid=imp_1&merchant_uid=order_1&imp_success=true'

  it('is null where nothing landed, and asks nobody', async () => {
    const { verify, times } = server('paid')
    expect((await endOf(checkoutWith(verify).resume())).payment).toBeNull()
    expect((await endOf(checkoutWith(undefined).resume())).payment).toBeNull()
    expect(times).toHaveLength(0)
  })

  it.each<[Saying, string]>([
    ['paid', 'paid'],
    ['awaiting', 'awaiting'],
    ['mismatch', 'MISMATCH true'],
    ['cancelled', 'CANCELLED false'],
    ['unpaid', 'UNCONFIRMED true'],
    ['down', 'UNCONFIRMED true'],
  ])('a landing that calls itself paid, server says %s: %s', async (saying, end) => {
    goTo(landing)
    expect(brief(await endOf(checkoutWith(server(saying).verify).resume()))).toBe(end)
    expect(location.search).toBe('?a=1')
  })

  it('a forged landing never resolves by itself', async () => {
    goTo('/done?imp_uid=imp_9&merchant_uid=order_of_another&imp_success=true&status=paid')
    expect(brief(await endOf(checkoutWith(server('unpaid').verify).resume()))).toBe('UNCONFIRMED true')
  })

  it('needs verify where something landed, and leaves the landing for a call that has it', async () => {
    goTo(landing)
    const { error } = await endOf(checkoutWith(undefined).resume())
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS' })
    expect(location.search).toContain('imp_uid')
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
  })

  it('shares one result and one question between the calls of a task, and those that come while it is asked', async () => {
    goTo(landing)
    const { verify, times } = server('down', 'paid')
    const checkout = checkoutWith(verify)
    const [first, second] = [checkout.resume(), checkout.resume()]
    await vi.advanceTimersByTimeAsync(300)
    const third = checkout.resume()
    const ends = await Promise.all([endOf(first), endOf(second), endOf(third)])
    expect(ends.map(brief)).toEqual(['paid', 'paid', 'paid'])
    expect(times).toHaveLength(2)
  })

  it('says the same again after a reload of the landing page, and nothing elsewhere', async () => {
    goTo(landing)
    const { verify, times } = server('paid')
    const first = await endOf(checkoutWith(verify).resume())
    const again = await endOf(checkoutWith(verify).resume())
    // But for what the page was told of the buyer, and the address itself.
    const { raw, ...kept } = first.payment!.payment!
    expect(again.payment).toEqual({ ...first.payment, payment: kept })
    expect(raw).toContain('imp_uid')
    goTo('/cart')
    expect((await endOf(checkoutWith(verify).resume())).payment).toBeNull()
    expect((await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_1' }))).payment).toMatchObject({
      verdict: 'paid',
      merchant_uid: 'order_1',
    })
    expect((await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_2' }))).payment).toBeNull()
    expect(times).toHaveLength(1)
  })

  it('says the same failure again after a reload, as a PayError', async () => {
    goTo('/done?imp_uid=imp_1&merchant_uid=order_1&imp_success=false&error_msg=no')
    const { verify } = server('unpaid')
    const first = await endOf(checkoutWith(verify).resume())
    const again = await endOf(checkoutWith(verify).resume())
    expect(brief(first)).toBe('PAYMENT_FAILED false')
    expect(again.error).toBeInstanceOf(Error)
    expect(again.error).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: false, merchant_uid: 'order_1' })
    expect(again.error!.message).toBe(first.error!.message)
    expect(again.error!.response!.error_msg).toBe('no')
  })

  it('keeps nothing of the buyer in the tab', async () => {
    installScript({
      ...paid,
      buyer_name: '홍길동',
      buyer_tel: '010-9999',
      card_number: '1234',
      custom_data: { a: '비밀' },
    })
    await endOf(checkoutWith(server('down').verify).pay(order))
    goTo('/done?imp_uid=imp_2&merchant_uid=order_2&imp_success=true')
    await endOf(checkoutWith(server('paid').verify).resume())
    const kept = JSON.stringify({ ...sessionStorage })
    expect(kept).toContain('order_1')
    expect(kept).not.toMatch(/홍길동|010-9999|1234|비밀/)
  })

  it('takes up a payment that the server was not sure of', async () => {
    installScript(paid)
    expect(brief(await endOf(checkoutWith(server('down').verify).pay(order)))).toBe('UNCONFIRMED true')
    const { verify, claims } = server('paid')
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
    expect(claims[0]).toEqual({ imp_uid: 'imp_1', merchant_uid: 'order_1' })
  })

  it('keeps a payment that the server was not sure of, whatever is tried with the same order after it', async () => {
    installScript(paid)
    await endOf(checkoutWith(server('down').verify).pay(order))
    await endOf(checkoutWith(server('paid').verify).pay({ ...order, amount: -1 }))
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
  })

  it('takes up a payment whose page was reloaded while the server was asked', async () => {
    installScript(paid)
    void checkoutWith(() => new Promise(() => {})).pay(order)
    await vi.advanceTimersByTimeAsync(100)
    reload()
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
  })

  it.each<[Saying, string]>([
    ['paid', 'paid'],
    ['unpaid', 'RETURNED false'],
    ['down', 'RETURNED true'],
    ['mismatch', 'MISMATCH true'],
  ])('the buyer came back without a result, server says %s: %s', async (saying, end) => {
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_1', gateway: 'kcp' }))
    const { verify } = server(saying)
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe(end)
  })

  it.each(['paypal', 'kicc_v2.MID'])(
    'came back from %s, which may approve later: unpaid is no last word',
    async gateway => {
      sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_1', gateway }))
      const { verify } = server('unpaid')
      expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('RETURNED true')
    },
  )

  it('of order B says nothing of A, and leaves A for its own page', async () => {
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_A', gateway: 'kcp' }))
    const { verify } = server('paid')
    const checkout = checkoutWith(verify)
    expect((await endOf(checkout.resume({ merchant_uid: 'order_B' }))).payment).toBeNull()
    expect((await endOf(checkout.resume({ merchant_uid: 'order_A' }))).payment).toMatchObject({
      verdict: 'paid',
      merchant_uid: 'order_A',
    })
  })

  it('of order B leaves the landing of A in the address', async () => {
    goTo(landing)
    const { verify, times } = server('paid')
    expect((await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_B' }))).payment).toBeNull()
    expect(location.search).toContain('imp_uid')
    expect(times).toHaveLength(0)
  })

  it('of a landing that the server has told the buyer of says nothing, now and later', async () => {
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_1', gateway: 'kcp' }))
    const { verify, times } = server('paid')
    expect((await endOf(checkoutWith(verify).resume({ told: true }))).payment).toBeNull()
    await vi.advanceTimersByTimeAsync(10)
    expect((await endOf(checkoutWith(verify).resume())).payment).toBeNull()
    expect(times).toHaveLength(0)
  })

  it('a payment that is begun anew forgets how an earlier landing ended', async () => {
    goTo('/checkout?imp_uid=imp_1&merchant_uid=order_1&imp_success=true')
    const { verify } = server('paid')
    await endOf(checkoutWith(verify).resume())
    installScript({ ...declined, merchant_uid: 'order_2' })
    await endOf(checkoutWith(server('unpaid').verify).pay({ ...order, merchant_uid: 'order_2' }))
    expect((await endOf(checkoutWith(verify).resume())).payment).toBeNull()
  })

  it('works where storage is refused', async () => {
    vi.stubGlobal('sessionStorage', {
      getItem() {
        throw new Error('refused')
      },
      setItem() {
        throw new Error('refused')
      },
    })
    goTo(landing)
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
    installScript(paid)
    expect(brief(await endOf(checkoutWith(server('paid').verify).pay(order)))).toBe('paid')
  })

  it('is misled by no garbage in the storage', async () => {
    for (const garbage of [
      '{',
      '[]',
      '[{"merchant_uid":1}]',
      '[{"merchant_uid":"x","error":{"name":"PayError"}}]',
      '5',
    ]) {
      sessionStorage.setItem('iamport-checkout-open', garbage)
      sessionStorage.setItem('iamport-checkout-landed', garbage)
      const ended = await endOf(checkoutWith(server('unpaid').verify).resume())
      expect(brief(ended)).not.toBe('paid')
    }
  })
})

describe.each(Object.entries(failures))('%s', (_, { response, alone }) => {
  it('keeps its code, text and numbers when the server adds nothing', async () => {
    installScript(response)
    const { error } = await endOf(checkoutWith(server('down').verify).pay(order))
    expect(`${error!.code} ${error!.mayHavePaid}`).toBe(alone)
    expect(error).toMatchObject({ merchant_uid: 'order_1', imp_uid: 'imp_1', gateway: 'html5_inicis' })
  })
})
