import { expect, type Page, test } from '@playwright/test'
import { openShop, order, read, routeScripts } from './support/shop.ts'

/** What e2e/pages/framed-sdk.js offers. */
interface Framed {
  inits: number
  channels: boolean
  answers: number[]
  shown(): string
  approve(): void
  closeWordless(): void
  popup(): boolean
}
const framed = <Result>(page: Page, use: (it: Framed) => Result): Promise<Result> =>
  page.evaluate(`(${use})(window.framed)`) as Promise<Result>

const open = async (page: Page, options: object = {}, request: object = order): Promise<void> => {
  await routeScripts(page)
  await openShop(page, { request, options })
  await page.addScriptTag({ url: '/e2e/pages/framed-sdk.js' })
  await page.evaluate(() => {
    const { options } = window.shop
    Object.defineProperty(options, 'signal', {
      // Another one for each payment.
      get: () => Object.assign(window, { controller: new AbortController() }).controller.signal,
      enumerable: true,
      configurable: true,
    })
  })
}
const abort = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { controller: AbortController }).controller.abort())

const pay = async (page: Page, merchant_uid: string): Promise<void> => {
  await page.evaluate(uid => {
    document.getElementById('outcome')!.textContent = ''
    window.shop.request.merchant_uid = uid
    void window.pay()
  }, merchant_uid)
}
const expectShown = (page: Page, merchant_uid: string): Promise<void> =>
  expect.poll(() => framed(page, it => it.shown())).toBe(merchant_uid)

/** The next payment opens with its own order, and its result is its own. */
const expectNext = async (page: Page): Promise<void> => {
  await pay(page, 'second')
  await expectShown(page, 'second')
  await framed(page, it => it.approve())
  expect(await read(page, 'outcome')).toMatchObject({ merchant_uid: 'second', imp_uid: 'imp_second' })
  expect(await page.evaluate(() => window.shop.late)).toEqual([])
}

// A frame of the SDK's that has an order keeps it: without new frames the buyer would pay for the wrong one.
test.describe('after a payment that was given up the window shows the next one', () => {
  for (const script of ['with close', 'without close'] as const) {
    test(`given up by signal while it was open, a script ${script}`, async ({ page }) => {
      await open(page)
      if (script === 'without close') {
        await page.evaluate(() => delete (window as { IMP?: { close?: unknown } }).IMP!.close)
      }
      await pay(page, 'first')
      await expectShown(page, 'first')
      await abort(page)
      expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      expect(await framed(page, it => it.shown())).toBe('')
      await expectNext(page)
    })
  }

  test('given up by signal, and the next one asked for at once', async ({ page }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await page.evaluate(() => {
      ;(window as unknown as { controller: AbortController }).controller.abort()
      document.getElementById('outcome')!.textContent = ''
      window.shop.request.merchant_uid = 'second'
      void window.pay()
    })
    await expectShown(page, 'second')
  })

  test('given up by signal: its frames are new before the next click, which a popup needs', async ({
    page,
  }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await abort(page)
    await expect.poll(() => framed(page, it => it.inits)).toBe(2)
    await expectNext(page)
    // And a third time by the SDK itself, after a result.
    expect(await framed(page, it => it.inits)).toBe(3)
  })

  test('closed without a word: a late result is waited for until then', async ({ page }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await framed(page, it => it.closeWordless())
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED' })
    expect(await framed(page, it => it.inits)).toBe(1)
    await expectNext(page)
  })

  test('one whose channels never came: they are asked for again', async ({ page }) => {
    await open(page, { openTimeout: 300 })
    await framed(page, it => {
      it.channels = false
    })
    await pay(page, 'first')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
    await framed(page, it => {
      it.channels = true
    })
    await expectNext(page)
  })

  // The first answer would come after the window has opened, and put another frame in its place.
  test('given up while the channels are asked for: they are not asked for twice', async ({ page }) => {
    await open(page)
    await framed(page, it => it.answers.push(200, 600))
    await page.evaluate(() => {
      void window.pay()
      ;(window as unknown as { controller: AbortController }).controller.abort()
    })
    expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    await pay(page, 'second')
    await expectShown(page, 'second')
    await page.waitForTimeout(800)
    expect(await framed(page, it => it.shown())).toBe('second')
    expect(await framed(page, it => it.inits)).toBe(1)
  })

  test('given up in the task that asked for it, with the script warm', async ({ page }) => {
    await open(page)
    await pay(page, 'warm')
    await expectShown(page, 'warm')
    await framed(page, it => it.approve())
    await read(page, 'outcome')
    await page.waitForTimeout(200)
    await page.evaluate(() => {
      window.shop.request.merchant_uid = 'first'
      void window.pay()
      ;(window as unknown as { controller: AbortController }).controller.abort()
      window.shop.request.merchant_uid = 'second'
      void window.pay()
    })
    await expectShown(page, 'second')
    await page.waitForTimeout(300)
    expect(await framed(page, it => it.shown())).toBe('second')
  })

  test('one that opened late and was put away', async ({ page }) => {
    await open(page)
    await page.evaluate(() => {
      void window.pay()
      ;(window as unknown as { controller: AbortController }).controller.abort()
    })
    expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    await expect.poll(() => framed(page, it => it.inits)).toBe(2)
    expect(await framed(page, it => it.shown())).toBe('')
    await expectNext(page)
  })

  test('another merchant code is refused as before', async ({ page }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await framed(page, it => it.closeWordless())
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED' })
    await page.evaluate(() => Object.assign(window.shop.options, { userCode: 'imp87654321' }))
    await pay(page, 'second')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'SDK_INCOMPATIBLE' })
    expect(await framed(page, it => it.inits)).toBe(1)
  })
})

test.describe('the popup of a payment', () => {
  const payco = { ...order, pg: 'payco' }

  test('that was given up is closed: it could still take money', async ({ page }) => {
    await open(page, {}, payco)
    await pay(page, 'first')
    await expectShown(page, 'first')
    expect(await framed(page, it => it.popup())).toBe(true)
    await abort(page)
    expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await expect.poll(() => framed(page, it => it.popup())).toBe(false)
    await expectNext(page)
  })

  test('that opened in the task that gave it up is closed, too', async ({ page }) => {
    await open(page, {}, payco)
    await page.evaluate(() => {
      // As with jQuery 1 and 2, which don't wait.
      const { IMP } = window as unknown as { IMP: { request_pay(): void } }
      IMP.request_pay = () => {
        Object.assign(window, { popup: window.open('', 'IMP_PAYCO', 'width=400,height=400') })
      }
      void window.pay()
      ;(window as unknown as { controller: AbortController }).controller.abort()
    })
    expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { popup: Window }).popup.closed))
      .toBe(true)
  })

  test('is not the page itself', async ({ page }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    const closed = await page.evaluate(() => {
      let count = 0
      window.close = () => {
        count++
      }
      window.open('#here', '_self')
      ;(window as unknown as { controller: AbortController }).controller.abort()
      return count
    })
    expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    expect(closed).toBe(0)
  })

  test('stays where only the window behind it has gone: the buyer may be paying in it', async ({ page }) => {
    await open(page, {}, payco)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await framed(page, it => it.closeWordless())
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED' })
    expect(await framed(page, it => it.popup())).toBe(true)
  })
})
