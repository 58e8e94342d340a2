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
  closeAndRenew(): void
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

/** A payment that has gone well, after which the script has made its frames anew. */
const warmUp = async (page: Page): Promise<void> => {
  await pay(page, 'warm')
  await expectShown(page, 'warm')
  await framed(page, it => it.approve())
  await read(page, 'outcome')
  await page.waitForTimeout(200)
}

/** All in one task: the first is asked for and given up, and the second is asked for. */
const retryAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.shop.request.merchant_uid = 'first'
    void window.pay()
    ;(window as unknown as { controller: AbortController }).controller.abort()
    window.shop.request.merchant_uid = 'second'
    void window.pay()
  })

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

  // The window of the first opens before the frames go, and closes with them: that says nothing of the second's.
  for (const answers of [
    [100, 900],
    [1_500, 1_500],
  ]) {
    test(`given up in the task that asks for the next one, with the script warm; answers after ${answers} ms`, async ({
      page,
    }) => {
      await open(page)
      await warmUp(page)
      await page.evaluate(
        times => (window as unknown as { framed: Framed }).framed.answers.push(...times),
        answers,
      )
      await retryAtOnce(page)
      await expectShown(page, 'second')
      await page.waitForTimeout(1_500)
      expect(await framed(page, it => it.shown())).toBe('second')
      // At first, by the script itself after a result, and before this one.
      expect(await framed(page, it => it.inits)).toBe(3)
      await framed(page, it => it.approve())
      await expect(page.locator('#outcome')).toContainText('imp_second')
      expect(await page.evaluate(() => window.shop.late)).toEqual([])
    })
  }

  test('given up in the task that asks for the next one, whose channels never come: WINDOW_NOT_OPENED', async ({
    page,
  }) => {
    await open(page, { openTimeout: 1_500 })
    await warmUp(page)
    await framed(page, it => {
      it.channels = false
    })
    await retryAtOnce(page)
    // The window of the first was open for a moment, and its dialog stays, empty.
    await expect(page.locator('#outcome')).toContainText('WINDOW_NOT_OPENED')
    expect(await framed(page, it => it.shown())).toBe('')
    await framed(page, it => {
      it.channels = true
    })
    await expectNext(page)
  })

  test('closed by a script that closes at once and makes new frames by itself: no more are made', async ({
    page,
  }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await framed(page, it => {
      it.answers.push(300)
      // As with jQuery 1 and 2, which don't wait. The old frames stay until there are new ones.
      const { IMP } = window as unknown as { IMP: { close(): void; init(code: string): void } }
      IMP.close = () => {
        it.closeWordless()
        IMP.init('imp1')
      }
    })
    await abort(page)
    expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await page.waitForTimeout(500)
    expect(await framed(page, it => it.inits)).toBe(2)
    await expectNext(page)
  })

  test('one whose channels came too late: they are not asked for again', async ({ page }) => {
    await open(page, { openTimeout: 300 })
    await framed(page, it => it.answers.push(500))
    await pay(page, 'first')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
    // The window of the first opens, and is put away with its frames.
    await expect.poll(() => framed(page, it => it.inits)).toBe(2)
    await expectNext(page)
    expect(await framed(page, it => it.inits)).toBe(3)
  })

  test('closed without a word by a script that makes new frames by itself: no more are made', async ({
    page,
  }) => {
    await open(page)
    await pay(page, 'first')
    await expectShown(page, 'first')
    await framed(page, it => it.closeAndRenew())
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED' })
    await pay(page, 'second')
    await expectShown(page, 'second')
    expect(await framed(page, it => it.inits)).toBe(2)
  })

  test('failed by an alert, and tried again at once: the script makes its frames by itself', async ({
    page,
  }) => {
    page.on('dialog', dialog => void dialog.accept())
    await open(page)
    await warmUp(page)
    await page.evaluate(() => {
      const { framed, IMP } = window as unknown as { framed: Framed; IMP: { request_pay(): void } }
      const { request_pay } = IMP
      framed.answers.push(100, 900)
      IMP.request_pay = () => {
        IMP.request_pay = request_pay
        setTimeout(() => {
          alert('결제모듈 구동 중에 오류가 발생하였습니다.')
          framed.closeAndRenew()
        })
      }
      window.shop.request.merchant_uid = 'first'
      void window.pay().catch(() => {
        window.shop.request.merchant_uid = 'second'
        void window.pay()
      })
    })
    await expectShown(page, 'second')
    await page.waitForTimeout(1_500)
    expect(await framed(page, it => it.shown())).toBe('second')
    expect(await framed(page, it => it.inits)).toBe(3)
  })

  test('called, and then failed by an exception of a wrapper of the page: its window is put away', async ({
    page,
  }) => {
    await open(page)
    await page.evaluate(() => {
      const { IMP } = window as unknown as { IMP: { request_pay(...all: unknown[]): void } }
      const { request_pay } = IMP
      IMP.request_pay = (...all) => {
        IMP.request_pay = request_pay
        request_pay(...all)
        throw new Error('of its analytics')
      }
    })
    await pay(page, 'first')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: false })
    await expect.poll(() => framed(page, it => it.inits)).toBe(2)
    expect(await framed(page, it => it.shown())).toBe('')
    await expectNext(page)
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

test('a page that calls IMP.init while the window is open loses the callback: WINDOW_CLOSED', async ({
  page,
}) => {
  await open(page)
  await pay(page, 'first')
  await expectShown(page, 'first')
  await page.evaluate(() => (window as unknown as { IMP: { init(code: string): void } }).IMP.init('imp1'))
  expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
  expect(await framed(page, it => it.shown())).toBe('')
  await expectNext(page)
})

// The script was initialised by the page and then by us: whichever answer comes second takes the window away.
test('a page that had called IMP.init itself, and was answered late: the payment ends, and the next one works', async ({
  page,
}) => {
  await open(page)
  await framed(page, it => {
    it.answers.push(50, 900)
    ;(window as unknown as { IMP: { init(code: string): void } }).IMP.init('imp12345678')
  })
  await pay(page, 'first')
  await expectShown(page, 'first')
  expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
  expect(await framed(page, it => it.shown())).toBe('')
  await expectNext(page)
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
