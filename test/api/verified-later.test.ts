// @vitest-environment jsdom
/**
 * What comes of a payment later: a script that takes its word back, a second attempt, a reload, Back, two callers, a signal. Money that
 * may have moved is never talked out of doubt by any of these, and no payment is lost.
 */
import { createCheckout, type VerifiedPayment } from 'iamport-checkout'
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
  type Response,
  reload,
  type Saying,
  script,
  server,
} from '../support/verified-shop.ts'

beforeEach(openTab)
afterEach(closeTab)

const cancelled: Response = {
  ...declined,
  error_code: 'USER_CANCEL',
  error_msg: '사용자가 결제를 취소하셨습니다',
}
const landing = '/done?imp_uid=imp_1&merchant_uid=order_1&imp_success=true'
const aborted = (): AbortSignal => {
  const controller = new AbortController()
  controller.abort()
  return controller.signal
}

describe('a success that the script reports behind a failure', () => {
  it.each<[what: string, first: Response]>([
    ['in doubt', doubtful],
    ['that was clear', declined],
  ])(
    '%s, while the server is asked: as unsure as a success, where the server knows of no money',
    async (_, first) => {
      installScript()
      const slow = async () => {
        await new Promise(resolve => setTimeout(resolve, 1_500))
        return 'unpaid' as const
      }
      const promise = checkoutWith(slow).pay(order)
      script.callBack(first)
      setTimeout(() => script.callBack(paid), 1_000)
      expect(brief(await endOf(promise))).toBe('UNCONFIRMED true')
    },
  )

  it('is what the payment then is, once the server calls it good', async () => {
    installScript()
    const { verify } = server('unpaid', 'unpaid', 'unpaid', 'unpaid', 'unpaid', 'unpaid', 'paid')
    const promise = checkoutWith(verify).pay(order)
    script.callBack(doubtful)
    setTimeout(() => script.callBack(paid), 1_000)
    expect((await endOf(promise)).payment).toMatchObject({
      verdict: 'paid',
      imp_uid: 'imp_1',
      payment: { via: 'callback', imp_uid: 'imp_1' },
    })
  })

  it('of another order is asked about and reported for itself', async () => {
    installScript()
    const { verify, claims } = server('unpaid', 'paid')
    const late: VerifiedPayment[] = []
    const promise = checkoutWith(verify).pay(order, { onLateResult: it => late.push(it) })
    script.callBack({ success: true, imp_uid: 'imp_other', merchant_uid: 'order_2' })
    await vi.advanceTimersByTimeAsync(10)
    script.callBack({ ...doubtful, imp_uid: null })
    const { payment } = await endOf(promise)
    expect(payment).toMatchObject({ merchant_uid: 'order_1', imp_uid: null })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(late).toMatchObject([{ merchant_uid: 'order_2', imp_uid: 'imp_other', verdict: 'paid' }])
    expect(claims).not.toContainEqual({ imp_uid: 'imp_other', merchant_uid: 'order_1' })
  })
})

describe('a server that said "unpaid" and is silent ever since', () => {
  it.each<[Saying[]]>([[['unpaid', 'down']], [['unpaid', 'unpaid', 'unknown']]])(
    'has not said how it ended: %s',
    async sayings => {
      installScript(doubtful)
      expect(brief(await endOf(checkoutWith(server(...sayings).verify).pay(order)))).toBe(
        'PAYMENT_FAILED true',
      )
      sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_2', gateway: 'kcp' }))
      const { verify } = server(...sayings)
      expect(brief(await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_2' })))).toBe(
        'RETURNED true',
      )
    },
  )

  it('but one that takes its time has, where only the last question was cut short', async () => {
    installScript(doubtful)
    const slow = async () => {
      await new Promise(resolve => setTimeout(resolve, 6_000))
      return 'unpaid' as const
    }
    expect(brief(await endOf(checkoutWith(slow).pay(order)))).toBe('PAYMENT_FAILED false')
  })
})

describe('an order that has left for its gateway, and another one that is begun in its tab', () => {
  /** The note of a payment whose page was left. */
  const leave = (more: object = {}) =>
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_a', ...more }))
  const resumeA = (saying: Saying) =>
    endOf(checkoutWith(server(saying).verify).resume({ merchant_uid: 'order_a' }))

  it.each([
    ['paid', paid],
    ['cancelled', cancelled],
  ])('the first is left for its own page, where the other one is %s', async (_, response) => {
    leave()
    installScript(response)
    await endOf(checkoutWith(server('unpaid', 'paid').verify).pay(order))
    reload()
    expect(
      (await endOf(checkoutWith(server('paid').verify).resume({ merchant_uid: 'order_1' }))).payment,
    ).toBeNull()
    expect(brief(await resumeA('paid'))).toBe('paid')
    expect((await resumeA('paid')).payment).toBeNull()
  })

  it('the first is asked about until the server is sure, and may be paid again then', async () => {
    leave()
    installScript(paid)
    await endOf(checkoutWith(server('paid').verify).pay(order))
    expect(brief(await resumeA('down'))).toBe('RETURNED true')
    reload()
    expect(brief(await resumeA('unpaid'))).toBe('RETURNED false')
  })

  it('a reload of the landing says the same again of the order that landed there', async () => {
    leave()
    installScript(paid)
    await endOf(checkoutWith(server('paid').verify).pay(order))
    reload()
    goTo(landing)
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
    reload()
    const again = await endOf(checkoutWith(server('unpaid').verify).resume())
    expect([brief(again), again.payment?.merchant_uid]).toEqual(['paid', 'order_1'])
    expect(brief(await resumeA('paid'))).toBe('paid')
  })

  it('nothing is kept of one that the page has heard of', async () => {
    leave({ told: true })
    installScript(paid)
    await endOf(checkoutWith(server('paid').verify).pay(order))
    expect((await resumeA('paid')).payment).toBeNull()
  })
})

describe('a duplicate, of which the server knows no money', () => {
  it('stays in doubt: somebody has paid for the number by the word of the gateway', async () => {
    installScript({ ...declined, error_code: 'F1002', error_msg: '이미 결제가 이루어진 거래건입니다.' })
    const ended = await endOf(checkoutWith(server('unpaid').verify).pay(order))
    expect(brief(ended)).toBe('DUPLICATE_ORDER true')
    expect(ended.error).toMatchObject({ verdict: 'unpaid', retryable: false })
  })
})

describe('a landing of which this tab knows nothing', () => {
  it.each(['kicc_v2', 'paypal', 'payletter_global'] as const)(
    'is of the shop’s own gateway: %s may approve later, whatever the server says now',
    async provider => {
      goTo('/done?imp_uid=imp_1&merchant_uid=order_1&imp_success=false&error_code=F400&error_msg=x')
      const checkout = checkoutWith(server('unpaid').verify, { provider })
      expect(brief(await endOf(checkout.resume()))).toBe('PAYMENT_FAILED true')
    },
  )

  it('is believed where the shop’s gateway has the last word', async () => {
    goTo('/done?imp_uid=imp_1&merchant_uid=order_1&imp_success=false&error_code=F400&error_msg=x')
    const checkout = checkoutWith(server('unpaid').verify, { provider: 'kcp' })
    expect(brief(await endOf(checkout.resume()))).toBe('PAYMENT_FAILED false')
  })
})

describe('a second attempt on an order that the server was not sure of', () => {
  beforeEach(async () => {
    installScript(paid)
    expect(brief(await endOf(checkoutWith(server('down').verify).pay(order)))).toBe('UNCONFIRMED true')
    reload()
  })

  it.each<[string, Response, string]>([
    ['is cancelled', cancelled, 'CANCELLED true'],
    ['is declined', declined, 'PAYMENT_FAILED true'],
    ['is a duplicate', { ...declined, error_code: 'F1002', error_msg: 'x' }, 'DUPLICATE_ORDER true'],
  ])('%s: in doubt, and the first stays open', async (_, response, end) => {
    for (const saying of ['down', 'unpaid'] as const) {
      installScript(response)
      expect(brief(await endOf(checkoutWith(server(saying).verify).pay(order)))).toBe(end)
      reload()
    }
    const { verify, claims } = server('paid')
    expect(brief(await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_1' })))).toBe('paid')
    expect(claims).toEqual([{ imp_uid: 'imp_1', merchant_uid: 'order_1' }])
    expect((await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_1' }))).payment).toBeNull()
  })

  it('resolves where the server has found the first by then', async () => {
    installScript(cancelled)
    expect(brief(await endOf(checkoutWith(server('paid').verify).pay(order)))).toBe('paid')
    expect((await endOf(checkoutWith(server('paid').verify).resume())).payment).toBeNull()
  })

  it('says nothing of another order', async () => {
    installScript({ ...cancelled, merchant_uid: 'order_2' })
    const { verify } = server('down')
    expect(brief(await endOf(checkoutWith(verify).pay({ ...order, merchant_uid: 'order_2' })))).toBe(
      'CANCELLED false',
    )
  })
})

describe('an end in doubt that the server said nothing of', () => {
  it('of a landing is asked about again after a reload', async () => {
    goTo('/done?imp_uid=imp_1&merchant_uid=order_1&imp_success=false')
    expect(brief(await endOf(checkoutWith(server('down').verify).resume()))).toBe('PAYMENT_FAILED true')
    reload()
    const { verify, times } = server('paid')
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
    expect(times).toHaveLength(1)
    reload()
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
    expect(times).toHaveLength(1)
  })

  it('of pay is taken up by the next page', async () => {
    installScript(doubtful)
    expect(brief(await endOf(checkoutWith(server('down').verify).pay(order)))).toBe('PAYMENT_FAILED true')
    reload()
    expect(brief(await endOf(checkoutWith(server('unpaid').verify).resume()))).toBe('PAYMENT_FAILED false')
    reload()
    expect((await endOf(checkoutWith(server('paid').verify).resume())).payment).toBeNull()
  })

  it('of Back is said once, when the server has spoken', async () => {
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_1', gateway: 'kcp' }))
    expect(brief(await endOf(checkoutWith(server('unpaid').verify).resume()))).toBe('RETURNED false')
    reload()
    expect((await endOf(checkoutWith(server('unpaid').verify).resume())).payment).toBeNull()
  })
})

describe('a signal', () => {
  it.each([null, undefined])('%s is none', async signal => {
    installScript(paid)
    expect(
      brief(await endOf(checkoutWith(server('paid').verify).pay(order, { signal: signal as never }))),
    ).toBe('paid')
    goTo(landing)
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume({ signal: signal as never })))).toBe(
      'paid',
    )
  })

  it('that is a controller is refused by resume before anything is taken up', async () => {
    goTo(landing)
    const { verify } = server('paid')
    const { error } = await endOf(checkoutWith(verify).resume({ signal: new AbortController() as never }))
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS' })
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
  })

  it.each(['pay', 'resume'] as const)(
    'that fires while %s asks the server leaves the payment to the next page',
    async how => {
      const controller = new AbortController()
      const checkout = checkoutWith(server('down').verify)
      if (how === 'pay') installScript(paid)
      else goTo(landing)
      const { signal } = controller
      const promise = how === 'pay' ? checkout.pay(order, { signal }) : checkout.resume({ signal })
      setTimeout(() => controller.abort(), 1_000)
      const ended = await endOf(promise)
      expect(ended.error).toMatchObject({ code: 'ABORTED', mayHavePaid: true, merchant_uid: 'order_1' })
      reload()
      expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
    },
  )

  it.each(['pay', 'resume'] as const)(
    'that fires after %s heard "unpaid" loses nothing either',
    async how => {
      const controller = new AbortController()
      const { signal } = controller
      const checkout = checkoutWith(server('unpaid').verify)
      if (how === 'pay') installScript(paid)
      else goTo(landing)
      const ended = endOf(how === 'pay' ? checkout.pay(order, { signal }) : checkout.resume({ signal }))
      await vi.advanceTimersByTimeAsync(500)
      controller.abort()
      expect(brief(await ended)).toBe('ABORTED true')
      await vi.advanceTimersByTimeAsync(10)
      reload()
      const { verify, times } = server('paid')
      expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
      expect(times).toHaveLength(1)
    },
  )

  it('that fires while the lock is looked up leaves the payment that came back to the next page', async () => {
    sessionStorage.setItem(
      'iamport-checkout',
      JSON.stringify({ merchant_uid: 'order_1', gateway: 'kcp', lock: 'x' }),
    )
    const query = () => new Promise(resolve => setTimeout(() => resolve({ held: [] }), 5))
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: { query } }))
    const { verify } = server('unpaid')
    expect(brief(await endOf(checkoutWith(verify).resume({ signal: aborted() })))).toBe('ABORTED true')
    await vi.advanceTimersByTimeAsync(20_000)
    reload()
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('RETURNED false')
  })

  it('that ends a payment in doubt leaves it to the next page, and keeps the next attempt in doubt', async () => {
    installScript()
    const controller = new AbortController()
    const promise = checkoutWith(server('paid').verify).pay(order, { signal: controller.signal })
    const dialog = document.body.appendChild(document.createElement('div'))
    dialog.className = 'imp-dialog'
    dialog.style.display = 'block'
    dialog.append(document.createElement('iframe'))
    await vi.advanceTimersByTimeAsync(1_000)
    controller.abort()
    expect(brief(await endOf(promise))).toBe('ABORTED true')
    dialog.remove()
    reload()
    installScript(cancelled)
    expect(brief(await endOf(checkoutWith(server('down').verify).pay(order)))).toBe('CANCELLED true')
    reload()
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
  })

  it('of a call that shares is its own: it is checked, and ends that call alone', async () => {
    goTo(landing)
    installScript()
    const checkout = checkoutWith(server('unpaid', 'paid').verify)
    const resumed = endOf(checkout.resume())
    const wrong = await endOf(checkout.pay(order, { signal: new AbortController() as never }))
    expect(wrong.error).toMatchObject({ code: 'INVALID_OPTIONS' })
    expect(brief(await endOf(checkout.pay(order, { signal: aborted() })))).toBe('ABORTED true')
    expect(brief(await resumed)).toBe('paid')
    expect(script.called).toBe(0)
  })

  it('of the call of pay that began ends no other', async () => {
    installScript(paid)
    const controller = new AbortController()
    const checkout = checkoutWith(server('unpaid', 'paid').verify)
    const paying = endOf(checkout.pay(order, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(100)
    const resumed = endOf(checkout.resume())
    controller.abort()
    expect(brief(await paying)).toBe('ABORTED true')
    expect(brief(await resumed)).toBe('paid')
  })

  it('of the last call lets the next one ask anew', async () => {
    goTo(landing)
    const controller = new AbortController()
    const checkout = checkoutWith(server('down', 'paid').verify)
    const first = endOf(checkout.resume({ signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(100)
    controller.abort()
    await vi.advanceTimersByTimeAsync(1)
    expect(brief(await endOf(checkout.resume()))).toBe('paid')
    expect(brief(await first)).toBe('ABORTED true')
  })

  it('of one call of resume ends that call alone', async () => {
    goTo(landing)
    const { verify, times } = server('unpaid', 'paid')
    const controller = new AbortController()
    const checkout = checkoutWith(verify)
    const first = endOf(checkout.resume({ signal: controller.signal }))
    controller.abort()
    const second = endOf(checkout.resume({ signal: new AbortController().signal }))
    expect(brief(await first)).toBe('ABORTED true')
    expect(brief(await second)).toBe('paid')
    expect(times).toHaveLength(2)
  })

  it('that had fired before loses no landing', async () => {
    goTo(landing)
    expect(brief(await endOf(checkoutWith(server('down').verify).resume({ signal: aborted() })))).toBe(
      'ABORTED true',
    )
    reload()
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
  })
})

describe('callers that say more or less about the order', () => {
  it.each([
    [undefined, 'order_1'],
    ['order_1', undefined],
    ['order_1', 'order_1'],
  ])('share one result: %s and %s', async (first, second) => {
    goTo(landing)
    const { verify, times } = server('down', 'paid')
    const checkout = checkoutWith(verify)
    const steps: string[] = []
    const onProgress = (step: string) => steps.push(step)
    const both = [
      checkout.resume({ merchant_uid: first, onProgress }),
      checkout.resume({ merchant_uid: second, onProgress }),
    ]
    expect((await Promise.all(both.map(endOf))).map(brief)).toEqual(['paid', 'paid'])
    expect(times).toHaveLength(2)
    expect(steps).toEqual(['verifying', 'verifying'])
  })

  it('of two orders get each its own', async () => {
    goTo(landing)
    const checkout = checkoutWith(server('down', 'paid').verify)
    const b = checkout.resume({ merchant_uid: 'order_2' })
    const a = checkout.resume({ merchant_uid: 'order_1' })
    const any = checkout.resume()
    expect((await endOf(b)).payment).toBeNull()
    expect((await Promise.all([endOf(a), endOf(any)])).map(brief)).toEqual(['paid', 'paid'])
  })

  it('as a number is the same order', async () => {
    goTo('/done?imp_uid=imp_1&merchant_uid=17&imp_success=true')
    const checkout = checkoutWith(server('paid').verify)
    expect(brief(await endOf(checkout.resume({ merchant_uid: 17 as never })))).toBe('paid')
  })

  it('open nothing: pay waits for what resume is asking about', async () => {
    goTo(landing)
    installScript()
    const { verify, times } = server('down', 'paid')
    const checkout = checkoutWith(verify)
    const resumed = checkout.resume()
    await vi.advanceTimersByTimeAsync(100)
    const paying = checkout.pay(order)
    expect((await Promise.all([endOf(resumed), endOf(paying)])).map(brief)).toEqual(['paid', 'paid'])
    expect(script.called).toBe(0)
    expect(times).toHaveLength(2)
  })

  it('open at once where resume has just ended: a second try is another payment', async () => {
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_1', gateway: 'kcp' }))
    installScript(paid)
    const checkout = checkoutWith(server('unpaid', 'unpaid', 'unpaid', 'unpaid', 'unpaid', 'paid').verify)
    const second = checkout.resume().catch(error => {
      expect(error).toMatchObject({ code: 'RETURNED', mayHavePaid: false })
      return checkout.pay(order)
    })
    expect(brief(await endOf(second))).toBe('paid')
    expect(script.called).toBe(1)
  })

  it('ask once: resume waits for what pay is asking about', async () => {
    installScript(paid)
    const { verify, times } = server('down', 'paid')
    const checkout = checkoutWith(verify)
    const paying = checkout.pay(order)
    await vi.advanceTimersByTimeAsync(100)
    expect((await Promise.all([endOf(checkout.resume()), endOf(paying)])).map(brief)).toEqual([
      'paid',
      'paid',
    ])
    expect(times).toHaveLength(2)
  })

  it('are not held up by another order', async () => {
    goTo(landing)
    installScript()
    const checkout = checkoutWith(server('down').verify)
    void checkout.resume().catch(() => {})
    await vi.advanceTimersByTimeAsync(100)
    void checkout.pay({ ...order, merchant_uid: 'order_2' }).catch(() => {})
    expect(script.called).toBe(1)
    script.callBack({ ...declined, merchant_uid: 'order_2' })
    await vi.advanceTimersByTimeAsync(60_000)
  })
})

it('a script that never came was never called: nobody is asked', async () => {
  Reflect.deleteProperty(window, 'IMP')
  const { verify, times } = server('paid')
  const sdk = { src: 'https://sdk.test/imp.js', jquery: false } as const
  const promise = checkoutWith(verify, { sdk, timeout: 100, retries: 0 }).pay(order)
  await vi.advanceTimersByTimeAsync(1)
  const both = [endOf(promise), endOf(checkoutWith(verify, { sdk, timeout: 100, retries: 0 }).pay(order))]
  for (const ended of both) expect((await ended).error).toMatchObject({ mayHavePaid: false, retryable: true })
  expect(times).toHaveLength(0)
})

describe('an order whose window is open', () => {
  const openAgain = async () => {
    installScript(doubtful)
    await endOf(checkoutWith(server('down').verify).pay(order))
    reload()
    installScript()
    const { verify } = server('down')
    return endOf(checkoutWith(verify).pay(order))
  }

  it('is not asked about by resume: its end is not there yet', async () => {
    const second = openAgain()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(script.called).toBe(1)
    const { verify, times } = server('unpaid')
    expect((await endOf(checkoutWith(verify).resume())).payment).toBeNull()
    expect((await endOf(checkoutWith(undefined).resume())).payment).toBeNull()
    expect(times).toHaveLength(0)
    script.callBack(paid)
    expect(brief(await second)).toBe('UNCONFIRMED true')
    reload()
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
  })

  it('is not asked about because of a second request that is refused', async () => {
    installScript()
    const { verify, times } = server('paid')
    const checkout = checkoutWith(verify)
    const first = endOf(checkout.pay(order))
    expect(brief(await endOf(checkout.pay({ ...order, amount: -1 })))).toBe('INVALID_REQUEST false')
    expect(times).toHaveLength(0)
    script.callBack(paid)
    expect(brief(await first)).toBe('paid')
  })
})

it('nothing opens while a success that came late is asked about', async () => {
  installScript()
  const answers = ['unpaid', 'paid'] as const
  let asked = 0
  const verify = async () => {
    await new Promise(resolve => setTimeout(resolve, asked++ ? 3_000 : 0))
    return answers[Math.min(asked - 1, 1)]!
  }
  const checkout = checkoutWith(verify)
  const first = endOf(checkout.pay(order, { onLateResult: () => {} }))
  script.callBack(declined)
  expect(brief(await first)).toBe('PAYMENT_FAILED false')
  script.callBack(paid)
  await vi.advanceTimersByTimeAsync(100)
  expect(brief(await endOf(checkout.pay(order)))).toBe('paid')
  expect(script.called).toBe(1)
})

it('a landing without an order’s number is found again by its own', async () => {
  goTo('/done?imp_uid=imp_1&imp_success=true')
  expect(brief(await endOf(checkoutWith(server('down').verify).resume()))).toBe('UNCONFIRMED true')
  reload()
  const { verify, times } = server('paid')
  expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
  reload()
  expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
  expect(times).toHaveLength(1)
})

describe('the end of a landing', () => {
  it('belongs to the page that it landed on, wherever a router goes meanwhile', async () => {
    goTo(landing)
    const { verify, times } = server('down', 'paid')
    const ended = endOf(checkoutWith(verify).resume())
    await vi.advanceTimersByTimeAsync(100)
    goTo('/cart')
    expect(brief(await ended)).toBe('paid')
    reload()
    expect((await endOf(checkoutWith(verify).resume())).payment).toBeNull()
    goTo('/done')
    expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
    expect(times).toHaveLength(2)
  })

  it('is none where nothing landed: an order that was taken up on a page is said once', async () => {
    installScript(paid)
    await endOf(checkoutWith(server('down').verify).pay(order))
    reload()
    expect(brief(await endOf(checkoutWith(server('paid').verify).resume()))).toBe('paid')
    reload()
    expect((await endOf(checkoutWith(server('paid').verify).resume())).payment).toBeNull()
  })

  it('is kept for each of several orders', async () => {
    const { verify } = server('paid')
    for (const name of ['A', 'B']) {
      goTo(`/done/${name}?imp_uid=imp_${name}&merchant_uid=order_${name}&imp_success=true`)
      expect(brief(await endOf(checkoutWith(verify).resume()))).toBe('paid')
      reload()
    }
    goTo('/done/A')
    expect((await endOf(checkoutWith(verify).resume())).payment).toMatchObject({ merchant_uid: 'order_A' })
    expect((await endOf(checkoutWith(verify).resume({ merchant_uid: 'order_B' }))).payment).toMatchObject({
      merchant_uid: 'order_B',
    })
  })
})

describe('a server that is asked again', () => {
  it('at once is given half a second all the same, and so ten seconds in all', async () => {
    installScript(paid)
    const { verify, times } = server({ verdict: 'unpaid', retryAfter: 0 })
    const { took } = await endOf(checkoutWith(verify).pay(order))
    expect(took).toBeGreaterThan(9_000)
    expect(times.length).toBeLessThanOrEqual(21)
  })
})

describe('UNCONFIRMED says what the server did', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'throws',
      () => Promise.reject(new TypeError('x is not a function')),
      /could not be asked.*x is not a function/,
    ],
    ['says true', async () => true, /no verdict that is known: true/],
    ['has another word for it', async () => ({ verdict: 'PAID' }), /no verdict that is known: "PAID"/],
    ['has none', async () => ({ ok: true }), /no verdict that is known: nothing/],
    ['is silent', () => new Promise(() => {}), /did not answer in time/],
    ['says unpaid', async () => 'unpaid', /calls the order unpaid/],
  ])('where it %s', async (_, verify, message) => {
    installScript(paid)
    const { error } = await endOf(checkoutWith(verify as never).pay(order))
    expect(error!.code).toBe('UNCONFIRMED')
    expect(error!.message).toMatch(message)
  })

  it('with the status of its address, and with what was thrown as the cause', async () => {
    installScript(paid)
    vi.stubGlobal('fetch', async () => new Response('<h1>nginx</h1>', { status: 404 }))
    expect((await endOf(checkoutWith('/verify').pay(order))).error!.message).toMatch(/HTTP status 404/)
    vi.stubGlobal('fetch', async () => new Response('<h1>nginx</h1>'))
    const { error } = await endOf(checkoutWith('/verify').pay(order))
    expect(error!.message).toMatch(/no JSON/)
    expect(error!.cause).toBeInstanceOf(Error)
  })
})

it('options of one payment that are undefined leave the shop’s as they are', async () => {
  installScript(paid)
  const { verify } = server('paid')
  const shop = createCheckout({ userCode: 'imp12345678', verify, redirectUrl: '/done' })
  const options = { verify: undefined, userCode: undefined, redirectUrl: undefined }
  expect(brief(await endOf(shop.pay(order, options as never)))).toBe('paid')
  goTo(landing)
  expect(brief(await endOf(shop.resume({ verify: undefined } as never)))).toBe('paid')
})
