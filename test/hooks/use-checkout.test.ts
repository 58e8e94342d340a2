// @vitest-environment jsdom
/** What `useCheckout` does on a page, in each framework. */
import { type Checkout, createCheckout } from 'iamport-checkout'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goTo, PC, pose } from '../support/browser.ts'
import {
  cancelled,
  type Framework,
  installScript,
  openPage,
  orderA,
  orderB,
  type Page,
  paid,
  pass,
  reload,
  type Script,
  shop,
} from './support.ts'

let script: Script
let pages: Page[]

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  goTo('/shop')
  pose(PC)
  document.documentElement.lang = 'en'
  script = installScript()
  pages = []
})
afterEach(async () => {
  for (const page of pages) page.unmount()
  script.giveUp()
  await pass()
  vi.useRealTimers()
  reload()
})

describe.each<Framework>(['React', 'React, StrictMode', 'Vue'])('useCheckout in %s', framework => {
  const open = (checkout: Checkout, merchant_uid?: string, locale?: 'ko' | 'en'): Page => {
    const page = openPage(framework, checkout, { merchant_uid, locale })
    pages.push(page)
    return page
  }

  it('shows each step of a payment, and what the server has proven', async () => {
    const { checkout, claims } = shop('paid')
    const page = open(checkout, 'order_a')
    await pass()
    expect(page.shown()).toMatchObject({ status: 'idle', payment: null, error: null, text: '' })

    const end = page.shown().pay(orderA)
    await pass()
    expect(page.shown()).toMatchObject({ status: 'loading', payment: null, error: null })
    script.answer(paid())
    expect(await end).toMatchObject({ verdict: 'paid', imp_uid: 'imp_order_a' })
    await pass()
    expect(page.shown()).toMatchObject({ status: 'done', payment: { verdict: 'paid' }, error: null })
    expect(page.shown().text).toMatch(/payment is complete/)
    expect(page.statuses).toEqual(['idle', 'loading', 'verifying', 'done'])
    expect(claims).toEqual(['order_a'])
  })

  it('shows that the window is open, where there is one', async () => {
    const page = open(shop('paid').checkout, 'order_a')
    await pass()
    void page.shown().pay(orderA)
    const dialog = document.createElement('div')
    dialog.className = 'imp-dialog'
    dialog.style.display = 'block'
    dialog.append(document.createElement('iframe'))
    document.body.append(dialog)
    await pass(2_000)
    expect(page.shown().status).toBe('open')
    script.answer(paid())
    dialog.remove()
    await pass()
    expect(page.shown().status).toBe('done')
  })

  it('shows a failure with its sentence, and pays after it', async () => {
    const page = open(shop('unpaid', 'paid').checkout, 'order_a', 'ko')
    const first = page.shown().pay(orderA)
    script.answer(cancelled())
    expect(await first).toBeNull()
    await pass()
    expect(page.shown()).toMatchObject({
      status: 'failed',
      payment: null,
      error: { code: 'CANCELLED', mayHavePaid: false },
    })
    expect(page.shown().text).toMatch(/취소/)

    const second = page.shown().pay(orderA)
    script.answer(paid())
    expect(await second).toMatchObject({ verdict: 'paid' })
    expect(script.called).toEqual(['order_a', 'order_a'])
  })

  it('speaks the language of the page, or the one that it is told', async () => {
    document.documentElement.lang = 'ko-KR'
    const { checkout } = shop('paid')
    const page = open(checkout, 'order_a')
    void page.shown().pay(orderA)
    script.answer(paid())
    await pass()
    expect(page.shown().text).toMatch(/[가-힣]/)
    expect(open(checkout, 'order_a', 'en').shown().text).not.toMatch(/[가-힣]/)
  })

  it('calls the script inside the click', async () => {
    const page = open(shop('paid').checkout, 'order_a')
    await pass()
    void page.shown().pay(orderA)
    expect(script.called).toEqual(['order_a'])
  })

  it('preloads the script on mount', () => {
    const load = vi.fn(() => Promise.reject(new Error('offline')))
    open({ ...shop('paid').checkout, load })
    expect(load).toHaveBeenCalled()
  })

  it('takes one payment for a double click', async () => {
    const { checkout, claims } = shop('paid')
    const page = open(checkout, 'order_a')
    const both = [page.shown().pay(orderA), page.shown().pay(orderA)]
    script.answer(paid())
    const [first, second] = await Promise.all(both)
    expect(first).toBe(second)
    expect(script.called).toEqual(['order_a'])
    expect(claims).toEqual(['order_a'])
  })

  it('opens nothing while the server is asked, nor when the order is done', async () => {
    const page = open(shop('down', 'paid').checkout, 'order_a')
    const first = page.shown().pay(orderA)
    script.answer(paid())
    await pass()
    expect(page.shown().status).toBe('verifying')
    const second = page.shown().pay(orderA)
    await pass(2_000)
    expect(page.shown().status).toBe('done')
    const third = page.shown().pay(orderA)
    expect(await third).toBe(await first)
    expect(await second).toBe(await first)
    expect(script.called).toEqual(['order_a'])
  })

  it('shares one payment between two buttons of a page', async () => {
    const { checkout, claims } = shop('paid')
    const [first, second] = [open(checkout, 'order_a'), open(checkout, 'order_a')]
    void first.shown().pay(orderA)
    await pass()
    expect(second.shown().status).toBe('loading')
    void second.shown().pay(orderA)
    script.answer(paid())
    await pass()
    expect([first.shown().status, second.shown().status]).toEqual(['done', 'done'])
    expect(first.shown().payment).toBe(second.shown().payment)
    expect(script.called).toEqual(['order_a'])
    expect(claims).toEqual(['order_a'])
  })

  it('goes on when it is unmounted while the window is open, and shows the end when it is back', async () => {
    const { checkout } = shop('paid')
    const page = open(checkout, 'order_a')
    const end = page.shown().pay(orderA)
    page.unmount()
    pages = []
    await pass()
    script.answer(paid())
    expect(await end).toMatchObject({ verdict: 'paid' })
    await pass()
    expect(open(checkout, 'order_a').shown()).toMatchObject({ status: 'done', payment: { verdict: 'paid' } })
  })

  it('is back while the payment is under way, and follows it', async () => {
    const { checkout } = shop('paid')
    const page = open(checkout)
    void page.shown().pay(orderA)
    page.unmount()
    pages = []
    await pass()
    const back = open(checkout)
    expect(back.shown().status).toBe('loading')
    script.answer(paid())
    await pass()
    expect(back.shown().status).toBe('done')
  })

  it('forgets the end of an order that it was not told, once nobody shows it', async () => {
    const { checkout } = shop('paid')
    const page = open(checkout)
    void page.shown().pay(orderA)
    script.answer(paid())
    await pass()
    expect(page.shown().status).toBe('done')
    page.unmount()
    pages = []
    await pass()
    expect(open(checkout).shown().status).toBe('idle')
  })

  it('resets to idle, but never under a payment', async () => {
    const page = open(shop('unpaid').checkout, 'order_a')
    void page.shown().pay(orderA)
    await pass()
    page.shown().reset()
    await pass()
    expect(page.shown().status).toBe('loading')
    script.answer(cancelled())
    await pass()
    expect(page.shown().status).toBe('failed')
    page.shown().reset()
    await pass()
    expect(page.shown()).toMatchObject({ status: 'idle', payment: null, error: null, text: '' })
  })

  it('refuses a request with errors, and says so', async () => {
    const page = open(shop('paid').checkout, 'order_a')
    expect(await page.shown().pay({ ...orderA, amount: -1 })).toBeNull()
    await pass()
    expect(page.shown()).toMatchObject({ status: 'failed', error: { code: 'INVALID_REQUEST' } })
    expect(script.called).toEqual([])
  })

  it('fails where the checkout has no verify, before anything opens', async () => {
    const page = open(createCheckout({ userCode: 'imp12345678' }), 'order_a')
    expect(await page.shown().pay(orderA)).toBeNull()
    await pass()
    expect(page.shown()).toMatchObject({ status: 'failed', error: { code: 'INVALID_OPTIONS' } })
    expect(script.called).toEqual([])
  })

  describe('two orders', () => {
    it('says nothing of A on the page of B', async () => {
      const { checkout } = shop('paid')
      const [a, b] = [open(checkout, 'order_a'), open(checkout, 'order_b')]
      void a.shown().pay(orderA)
      script.answer(paid())
      await pass()
      expect(a.shown().status).toBe('done')
      expect(b.shown().status).toBe('idle')
      expect(b.statuses).toEqual(['idle'])
    })

    it('says nothing of A where the same component goes on to B', async () => {
      const page = open(shop('paid').checkout, 'order_a')
      void page.shown().pay(orderA)
      script.answer(paid())
      await pass()
      page.show({ merchant_uid: 'order_b' })
      await pass()
      expect(page.shown()).toMatchObject({ status: 'idle', payment: null, text: '' })
      page.show({ merchant_uid: 'order_a' })
      await pass()
      expect(page.shown().status).toBe('done')
    })

    it('leaves an unfinished A to its own page', async () => {
      sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_a' }))
      const { checkout, claims } = shop('unpaid')
      const b = open(checkout, 'order_b')
      await pass(15_000)
      expect(b.shown().status).toBe('idle')
      expect(claims).toEqual([])
      const a = open(checkout, 'order_a')
      await pass(15_000)
      expect(a.shown()).toMatchObject({ status: 'failed', error: { code: 'RETURNED', mayHavePaid: false } })
      expect(b.shown().status).toBe('idle')
    })

    it('is BUSY while A is open', async () => {
      const { checkout } = shop('paid')
      const [a, b] = [open(checkout, 'order_a'), open(checkout, 'order_b')]
      void a.shown().pay(orderA)
      expect(await b.shown().pay(orderB)).toBeNull()
      await pass()
      expect(a.shown().status).toBe('loading')
      expect(b.shown()).toMatchObject({ status: 'failed', error: { code: 'BUSY', mayHavePaid: false } })
    })

    it('goes on showing A where one component is asked for both', async () => {
      const page = open(shop('paid').checkout)
      void page.shown().pay(orderA)
      expect(await page.shown().pay(orderB)).toBeNull()
      await pass()
      expect(page.shown().status).toBe('loading')
      script.answer(paid())
      await pass()
      expect(page.shown()).toMatchObject({ status: 'done', payment: { merchant_uid: 'order_a' } })
      void page.shown().pay(orderB)
      script.answer(paid('order_b'))
      await pass()
      expect(page.shown()).toMatchObject({ status: 'done', payment: { merchant_uid: 'order_b' } })
    })

    it('takes a number for the order that the request has as a number, too', async () => {
      const page = open(shop('paid').checkout, 17 as never)
      const end = page.shown().pay({ ...orderA, merchant_uid: 17 as never })
      script.answer(paid('17'))
      expect(await end).toMatchObject({ merchant_uid: '17' })
    })

    it('refuses another order than the one that its page is about', async () => {
      const page = open(shop('paid').checkout, 'order_b')
      expect(await page.shown().pay(orderA)).toBeNull()
      await pass()
      expect(page.shown()).toMatchObject({ status: 'failed', error: { code: 'INVALID_REQUEST' } })
      expect(page.shown().error!.message).toMatch(/"order_b".*"order_a"/)
      expect(script.called).toEqual([])
    })
  })

  describe('on the page that is come back to', () => {
    const landing = '/shop?imp_uid=imp_order_a&merchant_uid=order_a&imp_success=true'

    it('takes up a landing, once for all components', async () => {
      goTo(landing)
      const { checkout, claims } = shop('paid')
      const [first, second] = [open(checkout), open(checkout)]
      await pass()
      for (const page of [first, second]) {
        expect(page.shown()).toMatchObject({ status: 'done', payment: { merchant_uid: 'order_a' } })
      }
      expect(claims).toEqual(['order_a'])
      expect(location.search).toBe('')
      expect(first.statuses).toContain('verifying')
    })

    it('shows on a button that comes later, and names the order, that the server is asked', async () => {
      goTo(landing)
      const { checkout } = shop('down', 'paid')
      const first = open(checkout)
      await pass()
      const second = open(checkout, 'order_a')
      await pass()
      expect([first.shown().status, second.shown().status]).toEqual(['verifying', 'verifying'])
      await pass(3_000)
      expect([first.shown().status, second.shown().status]).toEqual(['done', 'done'])
    })

    it('says the same again after a reload', async () => {
      goTo(landing)
      const { checkout, claims } = shop('paid')
      const page = open(checkout, 'order_a')
      await pass()
      page.unmount()
      pages = []
      reload()
      const again = open(shop('paid').checkout, 'order_a')
      await pass()
      expect(again.shown()).toMatchObject({ status: 'done', payment: { verdict: 'paid' } })
      expect(claims).toEqual(['order_a'])
    })

    it('leaves the landing of another order alone', async () => {
      goTo(landing)
      const { checkout, claims } = shop('paid')
      const page = open(checkout, 'order_b')
      await pass()
      expect(page.shown().status).toBe('idle')
      expect(claims).toEqual([])
    })

    it('shares the question with a click on its button meanwhile', async () => {
      goTo(landing)
      const { checkout, claims } = shop('down', 'paid')
      const page = open(checkout, 'order_a')
      await pass()
      expect(page.shown().status).toBe('verifying')
      const end = page.shown().pay(orderA)
      await pass(3_000)
      expect(await end).toMatchObject({ verdict: 'paid' })
      expect(script.called).toEqual([])
      expect(claims).toEqual(['order_a', 'order_a'])
    })

    it('opens nothing while it is asked about an order that it was not told', async () => {
      goTo(landing)
      const page = open(shop('down', 'paid').checkout)
      await pass()
      expect(await page.shown().pay(orderB)).toBeNull()
      expect(script.called).toEqual([])
      await pass(3_000)
      expect(page.shown()).toMatchObject({ status: 'done', payment: { merchant_uid: 'order_a' } })
    })

    it('shows RETURNED after Back from the gateway, and once the server says unpaid it is safe to pay', async () => {
      sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'order_a' }))
      const page = open(shop('unpaid').checkout, 'order_a')
      await pass()
      expect(page.shown().status).toBe('verifying')
      await pass(15_000)
      expect(page.shown()).toMatchObject({
        status: 'failed',
        error: { code: 'RETURNED', mayHavePaid: false },
      })
      void page.shown().pay(orderA)
      expect(script.called).toEqual(['order_a'])
    })

    it('asks on after a reload while the server was asked', async () => {
      const page = open(shop('silent').checkout, 'order_a')
      void page.shown().pay(orderA)
      script.answer(paid())
      await pass()
      expect(page.shown().status).toBe('verifying')
      page.unmount()
      pages = []
      reload()

      const { checkout, claims } = shop('paid')
      const again = open(checkout, 'order_a')
      await pass()
      expect(again.shown()).toMatchObject({ status: 'done', payment: { imp_uid: 'imp_order_a' } })
      expect(claims).toEqual(['order_a'])
    })

    it('does not call it unpaid where the server is down, and asks again when the page is there again', async () => {
      const { checkout } = shop(...Array<'down'>(5).fill('down'), 'paid')
      const page = open(checkout, 'order_a')
      void page.shown().pay(orderA)
      script.answer(paid())
      await pass(20_000)
      expect(page.shown()).toMatchObject({
        status: 'failed',
        error: { code: 'UNCONFIRMED', mayHavePaid: true },
      })
      page.unmount()
      pages = []
      await pass()
      const again = open(checkout, 'order_a')
      await pass()
      expect(again.shown()).toMatchObject({ status: 'done', payment: { verdict: 'paid' } })
    })

    it('does not ask again when one more button appears', async () => {
      const { checkout, claims } = shop('down')
      const page = open(checkout, 'order_a')
      void page.shown().pay(orderA)
      script.answer(paid())
      await pass(20_000)
      const asked = claims.length
      const other = open(checkout, 'order_a')
      await pass(20_000)
      expect(other.shown().status).toBe('failed')
      expect(claims).toHaveLength(asked)
    })
  })

  it('goes on showing the payment that is under way when an earlier one is taken up meanwhile', async () => {
    let proceed!: (step: 'verifying') => void
    let end!: (payment: null) => void
    const { checkout } = shop('paid')
    const resume: Checkout['resume'] = ({ onProgress } = {}) => {
      proceed = onProgress!
      return new Promise(resolve => {
        end = resolve
      })
    }
    const page = open({ ...checkout, resume }, 'order_a')
    void page.shown().pay(orderA)
    proceed('verifying')
    await pass()
    expect(page.shown().status).toBe('loading')
    end(null)
    await pass()
    expect(page.shown().status).toBe('loading')
    script.answer(paid())
    await pass()
    expect(page.shown().status).toBe('done')
  })

  it('shows a result that came late, once the server calls it good', async () => {
    const { checkout } = shop(...Array<'unpaid'>(5).fill('unpaid'), 'paid')
    const page = open(checkout, 'order_a')
    void page.shown().pay(orderA)
    // Nothing opens in half a minute, and the script calls back after all.
    await pass(45_000)
    expect(page.shown()).toMatchObject({ status: 'failed', error: { code: 'WINDOW_NOT_OPENED' } })
    script.answer(paid())
    await pass()
    expect(page.shown()).toMatchObject({ status: 'done', payment: { verdict: 'paid' } })
  })
})
