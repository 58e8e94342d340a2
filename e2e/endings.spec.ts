import { expect, type Page, test } from '@playwright/test'
import { shopPage } from './support/builds.ts'
import { IPHONE, openShop, order, read, routeScripts } from './support/shop.ts'

/** Opens the shop with a script on the page that misbehaves in one of the ways of e2e/pages/fake-sdk.js. */
const openWithFake = async (page: Page, scenario: string, setup: Parameters<typeof openShop>[1] = {}) => {
  await routeScripts(page)
  await openShop(page, setup)
  await page.addScriptTag({ url: '/e2e/pages/fake-sdk.js' })
  await choose(page, scenario)
}
const choose = (page: Page, scenario: string): Promise<void> =>
  page.evaluate(name => {
    document.getElementById('outcome')!.textContent = ''
    ;(window as unknown as { fakeSdk(name: string): void }).fakeSdk(name)
  }, scenario)

/** Notes every dialog of the browser that a buyer would see. */
const watchAlerts = (page: Page): string[] => {
  const alerts: string[] = []
  page.on('dialog', dialog => {
    alerts.push(dialog.message())
    void dialog.accept()
  })
  return alerts
}

/** What a payment must leave behind: nothing. */
const expectClean = async (page: Page): Promise<void> => {
  const left = await page.evaluate(() => ({
    alert: String(window.alert).includes('[native code]'),
    open: String(window.open).includes('[native code]'),
    shown: [...document.querySelectorAll<HTMLElement>('.imp-dialog')].some(
      it => it.style.display === 'block',
    ),
    progress: document.body.classList.contains('imp-payment-progress'),
  }))
  expect(left).toEqual({ alert: true, open: true, shown: false, progress: false })
}

const payAgain = async (page: Page): Promise<void> => {
  await choose(page, 'approve')
  await page.click('#pay')
  expect(await read(page, 'outcome')).toMatchObject({ imp_uid: 'imp_1' })
  await expectClean(page)
}

const refusePopups = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const native = window.open
    const refused = () => null
    // Looks like the browser's own, which it stands for.
    refused.toString = () => native.toString()
    window.open = refused
  })

test.describe('what the SDK only alerts', () => {
  for (const [scenario, code] of [
    ['alert-exception', 'SDK_ERROR'],
    ['alert-no-init', 'SDK_ERROR'],
  ] as const) {
    test(`${scenario} ends with ${code}, and says what the SDK said`, async ({ page }) => {
      const alerts = watchAlerts(page)
      await openWithFake(page, scenario)
      await page.click('#pay')
      const outcome = await read(page, 'outcome')
      expect(outcome).toMatchObject({ code, mayHavePaid: false })
      expect(alerts).toHaveLength(1)
      expect(outcome.message).toContain(alerts[0])
      await payAgain(page)
    })
  }

  test('an alert without a text stays one', async ({ page }) => {
    const alerts = watchAlerts(page)
    await openWithFake(page, 'stays-open')
    await page.click('#pay')
    await page.evaluate(() => (window.alert as () => void)())
    expect(alerts).toEqual([''])
  })

  test('an alert of the page’s own that throws keeps no payment pending', async ({ page }) => {
    await page.addInitScript(() => {
      window.alert = () => {
        throw new Error('no dialogs here')
      }
    })
    await openWithFake(page, 'alert-later')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'SDK_ERROR' })
  })

  test('any other alert ends nothing', async ({ page }) => {
    const alerts = watchAlerts(page)
    await openWithFake(page, 'alert-other')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'CANCELLED' })
    expect(alerts).toEqual(['사용자가 결제를 취소하였습니다.'])
    await expectClean(page)
  })

  test('a shop’s own alert of a blocked popup ends nothing: its words are common', async ({ page }) => {
    watchAlerts(page)
    await openWithFake(page, 'opens-late')
    await page.click('#pay')
    await page.waitForFunction(() => 'approve' in window)
    await page.evaluate(() => alert('팝업차단을 해제해주세요.'))
    await page.evaluate(() => (window as unknown as { approve(): void }).approve())
    expect(await read(page, 'outcome')).toMatchObject({ imp_uid: 'imp_1' })
  })

  test('an exception is SDK_ERROR, with its cause', async ({ page }) => {
    await openWithFake(page, 'throw')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({
      code: 'SDK_ERROR',
      cause: expect.stringContaining('inside'),
    })
    await payAgain(page)
  })

  test('the sandbox that throws: SDK_ERROR', async ({ page }) => {
    const alerts = watchAlerts(page)
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'throw' } })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'SDK_ERROR' })
    expect(alerts).toHaveLength(1)
    await expectClean(page)
  })
})

test.describe('a popup that the browser refuses', () => {
  for (const scenario of ['popup-blocked', 'popup-blocked-later', 'popup-blocked-silent']) {
    test(`${scenario} ends with POPUP_BLOCKED, and the next attempt works`, async ({ page }) => {
      const alerts = watchAlerts(page)
      await refusePopups(page)
      await openWithFake(page, scenario, { request: { ...order, pg: 'payco' } })
      await page.click('#pay')
      expect(await read(page, 'outcome')).toMatchObject({
        code: 'POPUP_BLOCKED',
        mayHavePaid: false,
        retryable: true,
      })
      expect(alerts).toHaveLength(scenario === 'popup-blocked-silent' ? 0 : 1)
      await expectClean(page)
      await payAgain(page)
    })
  }

  for (const locale of ['ko-KR', 'en-US', 'ja-JP']) {
    test(`the sandbox's payco, in a browser that speaks ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ locale, ...(baseURL && { baseURL }) })
      const page = await context.newPage()
      const alerts = watchAlerts(page)
      await refusePopups(page)
      await routeScripts(page)
      await openShop(page, { request: { ...order, pg: 'payco' } })
      await page.click('#pay')
      expect(await read(page, 'outcome')).toMatchObject({ code: 'POPUP_BLOCKED' })
      expect(alerts).toHaveLength(1)
      await expectClean(page)
      await context.close()
    })
  }

  test('soon after its own window: POPUP_BLOCKED, too', async ({ page }) => {
    await refusePopups(page)
    await openWithFake(page, 'popup-after-window')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'POPUP_BLOCKED' })
    await payAgain(page)
  })

  test('long after its own window is the page’s own affair', async ({ page }) => {
    await refusePopups(page)
    await openWithFake(page, 'stays-open')
    await page.click('#pay')
    await page.waitForTimeout(2_100)
    await page.evaluate(() => window.open('about:blank'))
    await page.waitForTimeout(200)
    await expect(page.locator('#outcome')).toBeEmpty()
  })
})

test.describe('a window that goes away without a word', () => {
  test('ends with WINDOW_CLOSED after a short grace', async ({ page }) => {
    await openWithFake(page, 'close-silently')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({
      code: 'WINDOW_CLOSED',
      mayHavePaid: true,
      retryable: false,
    })
    await expectClean(page)
    await payAgain(page)
  })

  test('and then calls back in time: resolves', async ({ page }) => {
    await openWithFake(page, 'close-then-callback')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ imp_uid: 'imp_1' })
  })

  test('and calls back too late: the result goes to onLateResult', async ({ page }) => {
    await openWithFake(page, 'close-then-late')
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED' })
    await expect.poll(() => page.evaluate(() => window.shop.late)).toMatchObject([{ imp_uid: 'imp_1' }])
  })

  test('while the page leaves is no ending', async ({ page }) => {
    await page.route('**/slow-gateway.html', async route => {
      await new Promise(resolve => setTimeout(resolve, 2500))
      await route.fulfill({ body: '<h1>gateway</h1>', contentType: 'text/html' }).catch(() => {})
    })
    await openWithFake(page, 'leave-slowly')
    // Every ending would be noted in the tab's storage.
    await page.evaluate(() => {
      new MutationObserver(() =>
        sessionStorage.setItem('ended', document.getElementById('outcome')!.textContent!),
      ).observe(document.getElementById('outcome')!, { childList: true })
    })
    await page.click('#pay')
    await page.waitForURL('**/slow-gateway.html')
    expect(await page.evaluate(() => sessionStorage.getItem('ended'))).toBeNull()
  })

  test('the sandbox: close, and a late result', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'late' } })
    await page.click('#pay')
    await page.click('[data-outcome=approve]')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    await expect.poll(() => page.evaluate(() => window.shop.late)).toMatchObject([{ via: 'callback' }])
    await expectClean(page)
  })

  test('the sandbox: the buyer closes it', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await page.click('[data-outcome=close]')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
  })
})

test.describe('a window that does not open', () => {
  test('ends with WINDOW_NOT_OPENED when openTimeout is over', async ({ page }) => {
    await openWithFake(page, 'never-opens', { options: { openTimeout: 600 } })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
    await payAgain(page)
  })

  test('the sandbox whose channel list never comes', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'no-channels' }, options: { openTimeout: 600 } })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
    await expectClean(page)
  })

  test('one that opened may stay as long as the buyer needs', async ({ page }) => {
    await openWithFake(page, 'stays-open', { options: { openTimeout: 300 } })
    await page.click('#pay')
    await page.waitForTimeout(900)
    await expect(page.locator('#outcome')).toBeEmpty()
  })

  test('channels that come late are waited for', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'slow-channels', outcome: 'approve' } })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ via: 'callback' })
  })
})

test.describe('signal', () => {
  /** Pays, and aborts some milliseconds after, or before where they are negative, or when the window is open. */
  const payWithSignal = (page: Page, abortAfter: number | 'open'): Promise<unknown> =>
    page.evaluate(async after => {
      const controller = new AbortController()
      const abort = () => controller.abort()
      if (after === 'open') {
        const timer = setInterval(() => {
          if (document.querySelector<HTMLElement>('.imp-dialog')?.style.display !== 'block') return
          clearInterval(timer)
          abort()
        }, 50)
      } else if (after < 0) abort()
      else setTimeout(abort, after)
      const { shop, IamportCheckout } = window
      return IamportCheckout.requestPay(shop.request, { ...shop.options, signal: controller.signal }).catch(
        window.describeOutcome,
      )
    }, abortAfter)

  test('that has fired before: nothing is loaded', async ({ page }) => {
    const { requests } = await routeScripts(page)
    await openShop(page)
    expect(await payWithSignal(page, -1)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    expect(requests).toEqual([])
  })

  test('that fires while the window is open: closed, and money may have moved', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    expect(await payWithSignal(page, 'open')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await expect(page.getByRole('dialog')).toBeHidden()
    await expectClean(page)
  })

  test('that fires while the window of an old script is open: likewise', async ({ page }) => {
    await openWithFake(page, 'stays-open')
    expect(await payWithSignal(page, 'open')).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await payAgain(page)
  })

  test('that fires in the task that opened the window: money may have moved', async ({ page }) => {
    await openWithFake(page, 'stays-open', { options: {} })
    const outcome = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      await IamportCheckout.loadIamport(shop.options)
      const controller = new AbortController()
      const payment = IamportCheckout.requestPay(shop.request, { ...shop.options, signal: controller.signal })
      controller.abort()
      return payment.catch(window.describeOutcome)
    })
    expect(outcome).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
  })

  test('that fires before the window opened: one that opens late is put away', async ({ page }) => {
    await openWithFake(page, 'opens-late')
    expect(await payWithSignal(page, 100)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    await page.waitForFunction(() => 'approve' in window)
    await expectClean(page)
    await payAgain(page)
  })

  /** A window that the package did not ask for: the page's own, or one that was in the SDK's queue. */
  const openAnother = async (page: Page): Promise<void> => {
    await choose(page, 'stays-open')
    await page.evaluate(() =>
      (window as unknown as { IMP: { request_pay(params: object): void } }).IMP.request_pay({}),
    )
  }
  const expectOpen = async (page: Page): Promise<void> => {
    await expect(page.locator('.imp-dialog')).toBeVisible()
    await page.waitForTimeout(100)
    await expect(page.locator('.imp-dialog')).toBeVisible()
  }
  for (const [ms, what, expectIt] of [
    [30_000, 'half a minute later is put away', expectClean],
    [60_100, 'more than a minute later is left alone', expectOpen],
  ] as const) {
    test(`that fires before the window opened: one that opens ${what}`, async ({ page }) => {
      await page.clock.install()
      await openWithFake(page, 'never-opens')
      await payWithSignal(page, 100)
      await page.clock.fastForward(ms)
      await openAnother(page)
      await expectIt(page)
    })
  }

  test('that fires before the window opened: an identity check meanwhile is left alone', async ({ page }) => {
    await openWithFake(page, 'never-opens')
    await payWithSignal(page, 100)
    await page.evaluate(() => {
      // As the SDK says on its dialog what it is for.
      document.querySelector('.imp-dialog')!.className = 'imp-dialog customizable certification-danal pc'
    })
    await openAnother(page)
    await expectOpen(page)
  })

  test('that fires before the window opened: a result that comes all the same is told', async ({ page }) => {
    await openWithFake(page, 'opens-late')
    const late = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 100)
      return new Promise(resolve => {
        const options = { ...shop.options, signal: controller.signal, onLateResult: resolve }
        IamportCheckout.requestPay(shop.request, options).catch(() => {
          const looking = setInterval(() => {
            if (!('approve' in window)) return
            clearInterval(looking)
            ;(window as unknown as { approve(): void }).approve()
          }, 50)
        })
      })
    })
    expect(late).toMatchObject({ imp_uid: 'imp_1' })
  })

  test('of a second call for the same order is not looked at', async ({ page }) => {
    await openWithFake(page, 'stays-open')
    const isSame = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      const first = IamportCheckout.requestPay(shop.request, shop.options)
      return (
        first === IamportCheckout.requestPay(shop.request, { ...shop.options, signal: AbortSignal.abort() })
      )
    })
    expect(isSame).toBe(true)
  })

  test('that fires before the window opened: no money moved', async ({ page }) => {
    await openWithFake(page, 'never-opens')
    expect(await payWithSignal(page, 100)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    await payAgain(page)
  })
})

test.describe('a signal on a phone, before the page is left', () => {
  test.use({ userAgent: IPHONE })
  test('it is not left later, when the channels have come', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'slow-channels' } })
    const ending = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      // As an older script, of whose window all is known.
      delete (await IamportCheckout.loadIamport()).loadUI
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 100)
      const options = { ...shop.options, signal: controller.signal }
      return IamportCheckout.requestPay(shop.request, options).catch(window.describeOutcome)
    })
    expect(ending).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    await page.waitForTimeout(2_500)
    expect(page.url()).toContain(shopPage())
    await expectClean(page)
  })
})

test.describe('one payment at a time', () => {
  test('the same order gets the same promise, another one BUSY', async ({ page }) => {
    await openWithFake(page, 'stays-open')
    const result = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      const first = IamportCheckout.requestPay(shop.request, shop.options)
      const second = IamportCheckout.requestPay({ ...shop.request }, shop.options)
      const other = await IamportCheckout.requestPay(
        { ...shop.request, merchant_uid: 'order_2' },
        shop.options,
      ).catch(window.describeOutcome)
      return { same: first === second, other }
    })
    expect(result).toMatchObject({ same: true, other: { code: 'BUSY', mayHavePaid: false } })
  })

  test('another one is BUSY and loads nothing, even where the script has gone', async ({ page }) => {
    await openWithFake(page, 'stays-open')
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.context().route(/^https:/, route => route.abort())
    const code = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      void IamportCheckout.requestPay(shop.request, shop.options)
      Object.assign(window, { IMP: undefined })
      return IamportCheckout.requestPay({ ...shop.request, merchant_uid: 'order_2' }, shop.options).catch(
        error => error.code,
      )
    })
    expect(code).toBe('BUSY')
    expect(await page.locator('script[src^="https:"]').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('two copies of the package know of each other', async ({ page }) => {
    await openWithFake(page, 'stays-open')
    const code = await page.evaluate(async () => {
      const copy = (await import('/dist/index.js?copy' as string)) as typeof window.IamportCheckout
      const { shop } = window
      void window.IamportCheckout.requestPay(shop.request, shop.options)
      const error = await copy
        .requestPay({ ...shop.request, merchant_uid: 'order_2' }, shop.options)
        .catch(it => it)
      return window.IamportCheckout.isPayError(error) && error.code
    })
    expect(code).toBe('BUSY')
  })

  test('the next one works, also inside the then of the first', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { outcome: 'approve' } })
    const uids = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      const pay = (merchant_uid: string) =>
        IamportCheckout.requestPay({ ...shop.request, merchant_uid }, shop.options)
      return pay('a').then(first => pay('b').then(second => [first.merchant_uid, second.merchant_uid]))
    })
    expect(uids).toEqual(['a', 'b'])
  })

  test('a double click is one payment', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.dblclick('#pay')
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await page.click('[data-outcome=approve]')
    expect(await read(page, 'outcome')).toMatchObject({ via: 'callback' })
    expect(await page.evaluate(() => window.shop.late)).toEqual([])
  })

  test('an order that was paid before ends with DUPLICATE_ORDER', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { outcome: 'approve' } })
    await page.click('#pay')
    await read(page, 'outcome')
    await page.locator('#outcome').evaluate(output => {
      output.textContent = ''
    })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({
      code: 'DUPLICATE_ORDER',
      mayHavePaid: true,
      retryable: false,
    })
  })
})

test.describe("a window that the page's own code opened", () => {
  test('is not torn down by our initialising: BUSY', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.addScriptTag({ url: '/dist/sandbox.min.js' })
    await page.evaluate(request => {
      const { IMP } = window as unknown as {
        IMP: { init(code: string): void; request_pay(request: object): void }
      }
      IMP.init('imp12345678')
      IMP.request_pay(request)
    }, order)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.evaluate(() => window.pay().catch(() => 0))
    expect(await read(page, 'outcome')).toMatchObject({ code: 'BUSY', mayHavePaid: false })
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})

test.describe('a redirect of the sandbox that is slow, behind a dialog that has closed', () => {
  test.use({ userAgent: IPHONE })
  test('is no ending', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'slow-redirect', outcome: 'approve' } })
    await page.click('#pay')
    await expect(page.locator('#resumed')).toContainText('imp_')
    expect(await read(page, 'resumed')).toMatchObject({ via: 'redirect', startedHere: true })
  })
})

test.describe('the shop', () => {
  test("'s own exceptions surface, although the SDK swallows those of its callback", async ({ page }) => {
    await openWithFake(page, 'sync')
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.evaluate(() => {
      const { shop, IamportCheckout } = window
      void IamportCheckout.requestPay(shop.request, shop.options).then(() => {
        throw new Error("the shop's own")
      })
    })
    await expect.poll(() => errors).toEqual(["the shop's own"])
  })

  test('hears of a second callback through onLateResult, and of none through silence', async ({ page }) => {
    await openWithFake(page, 'callback-twice')
    await page.click('#pay')
    await read(page, 'outcome')
    expect(await page.evaluate(() => window.shop.late)).toHaveLength(1)
    const warnings: string[] = []
    page.on('console', message => warnings.push(message.text()))
    await page.evaluate(() => window.IamportCheckout.requestPay(window.shop.request, window.shop.options))
    await expect.poll(() => warnings.join()).toContain('late result')
  })

  test('may patch alert and open meanwhile: both are as it wants them afterwards', async ({ page }) => {
    const alerts = watchAlerts(page)
    await openWithFake(page, 'stays-open')
    const seen = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      const controller = new AbortController()
      const native = window.alert
      const payment = IamportCheckout.requestPay(shop.request, { ...shop.options, signal: controller.signal })
      const inBetween = window.alert
      const texts: string[] = []
      const theirs = (text: string) => {
        texts.push(text)
        inBetween(text)
      }
      window.alert = theirs
      controller.abort()
      await payment.catch(() => 0)
      const kept = window.alert === theirs
      // Its wrapper calls ours, which has to be out of the way now.
      window.alert('결제모듈 구동 중에 오류가 발생하였습니다.')
      window.alert = inBetween
      window.alert('still')
      window.alert = native
      return { kept, texts }
    })
    expect(seen).toEqual({ kept: true, texts: ['결제모듈 구동 중에 오류가 발생하였습니다.'] })
    expect(alerts).toEqual(['결제모듈 구동 중에 오류가 발생하였습니다.', 'still'])
  })

  test('may open a popup with noopener, which gives null though it opens', async ({ page }) => {
    await openWithFake(page, 'stays-open')
    await page.click('#pay')
    await page.evaluate(() => window.open('about:blank', '_blank', 'noopener'))
    await page.waitForTimeout(200)
    await expect(page.locator('#outcome')).toBeEmpty()
  })
})

test.describe('a newer script with a DOM that is not known', () => {
  test('is left alone: no guess ends the payment', async ({ page }) => {
    await refusePopups(page)
    await routeScripts(page)
    await openShop(page, { options: { openTimeout: 200, sdk: 'v1' } })
    await page.evaluate(() =>
      Object.assign(window, {
        IMP: {
          init() {},
          loadUI() {},
          request_pay(params: { merchant_uid: string }, callback: (response: object) => void) {
            setTimeout(() => callback({ imp_uid: 'imp_9', merchant_uid: params.merchant_uid }), 800)
          },
        },
      }),
    )
    await page.click('#pay')
    // A popup of the page's own, refused.
    await page.evaluate(() => window.open('about:blank'))
    expect(await read(page, 'outcome')).toMatchObject({ imp_uid: 'imp_9' })
  })
})

/** As `v1`: it has the dialog of the older ones, and draws the windows of newer gateways elsewhere in the page. */
const openWithNewer = async (page: Page, setup: Parameters<typeof openShop>[1]) => {
  await routeScripts(page)
  await openShop(page, { request: { ...order, pg: 'nice_v2' }, ...setup })
  await page.evaluate(() => {
    const dialog = document.createElement('div')
    dialog.className = 'imp-dialog customizable'
    dialog.style.display = 'none'
    Object.assign(window, {
      IMP: {
        init: () => setTimeout(() => document.body.append(dialog)),
        certification() {},
        close() {},
        loadUI() {},
        request_pay(params: { merchant_uid: string }, callback: (response: object) => void) {
          if (params.merchant_uid === 'unanswered') return
          setTimeout(() => {
            const drawn = document.createElement('section')
            drawn.id = 'drawn'
            drawn.onclick = () => {
              drawn.remove()
              callback({ imp_uid: 'imp_9', merchant_uid: params.merchant_uid })
            }
            document.body.append(drawn)
          }, 50)
        },
      },
    })
  })
}
const finishNewer = (page: Page): Promise<void> =>
  page.evaluate(() => document.getElementById('drawn')!.click())

test.describe('a newer script that draws some windows elsewhere', () => {
  test('takes as long as the buyer needs', async ({ page }) => {
    await openWithNewer(page, { options: { openTimeout: 200, sdk: 'v1' } })
    await page.click('#pay')
    await expect(page.locator('#drawn')).toBeAttached()
    await page.waitForTimeout(600)
    await expect(page.locator('#outcome')).toBeEmpty()
    await finishNewer(page)
    expect(await read(page, 'outcome')).toMatchObject({ imp_uid: 'imp_9' })
  })

  // One that is asked for can't be called off.
  for (const [when, pg, ms, mayHavePaid] of [
    ['while one is there', 'nice_v2', 300, true],
    ['while something new is there, of a gateway of the older ones', 'html5_inicis', 300, true],
    ['before it is there', 'nice_v2', 20, true],
    ['before it is there, of a gateway of the older ones', 'html5_inicis', 20, false],
  ] as const) {
    test(`given up by signal ${when}: mayHavePaid is ${mayHavePaid}`, async ({ page }) => {
      await openWithNewer(page, { request: { ...order, pg }, options: { sdk: 'v1' } })
      await page.evaluate(ms => {
        const controller = new AbortController()
        window.shop.options.signal = controller.signal
        setTimeout(() => controller.abort(), ms)
        void window.pay()
      }, ms)
      expect(await read(page, 'outcome')).toMatchObject({ code: 'ABORTED', mayHavePaid })
    })
  }

  test('and a popup that is refused for one of the older gateways: POPUP_BLOCKED', async ({ page }) => {
    await openWithNewer(page, { request: { ...order, pg: 'payco' }, options: { sdk: 'v1' } })
    await page.evaluate(() => {
      const { IMP } = window as unknown as { IMP: { request_pay(): void } }
      window.open = () => null
      IMP.request_pay = () => {
        setTimeout(() => {
          window.open('', 'IMP_PAYCO')
          document.querySelector<HTMLElement>('.imp-dialog')!.style.display = 'block'
        }, 50)
      }
      void window.pay()
      // The page's own: a backdrop, say.
      document.body.append(document.createElement('aside'))
    })
    expect(await read(page, 'outcome')).toMatchObject({ code: 'POPUP_BLOCKED' })
  })

  test('and nothing at all appears: WINDOW_NOT_OPENED', async ({ page }) => {
    await openWithNewer(page, {
      request: { ...order, pg: 'nice_v2', merchant_uid: 'unanswered' },
      options: { openTimeout: 200, sdk: 'v1' },
    })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
  })
})

test.describe('a page that was reloaded meanwhile', () => {
  test.use({ userAgent: IPHONE })
  test('tells every call of the task of the payment that was begun, as React’s StrictMode makes two', async ({
    page,
  }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await page.waitForURL(/^blob:/)
    await page.route('**/*.html', async route => {
      const response = await route.fetch()
      const body = (await response.text()).replace(/<script[^>]*shop\.js"?[^>]*><\/script>/, '')
      return route.fulfill({ response, body })
    })
    await page.goto(shopPage())
    const told = await page.evaluate(async () => {
      const names: string[] = []
      const resume = (name: string) =>
        window.IamportCheckout.resumePay({
          onUnfinished: ({ merchant_uid }) => names.push(name + merchant_uid),
        })
      await Promise.all([resume('a '), resume('b ')])
      await new Promise(resolve => setTimeout(resolve, 10))
      await resume('c ')
      return names
    })
    expect(told).toEqual([`a ${order.merchant_uid}`, `b ${order.merchant_uid}`])

    await page.evaluate(uid => {
      sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: uid }))
    }, 'order_9')
    const second = await page.evaluate(
      () =>
        new Promise<unknown>(resolve => {
          void window.IamportCheckout.resumePay()
          void window.IamportCheckout.resumePay({ onUnfinished: resolve })
        }),
    )
    expect(second).toEqual({ merchant_uid: 'order_9' })
  })

  test('has no result, and knows of the payment that was begun', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await page.waitForURL(/^blob:/)
    await page.goto(shopPage())
    expect(await read(page, 'resumed')).toBeNull()
    expect(await read(page, 'unfinished')).toEqual({ merchant_uid: order.merchant_uid })
  })

  test('because the buyer left the gateway without a result, likewise', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await page.waitForURL(/^blob:/)
    await page.click('[data-outcome=close]')
    await expect(page).toHaveURL(shopPage())
    expect(await read(page, 'unfinished')).toEqual({ merchant_uid: order.merchant_uid })
  })
})

test.describe('a page that stays, and is loaded anew while the payment window is open', () => {
  const open = async (page: Page, request: object): Promise<void> => {
    await routeScripts(page)
    await openShop(page, { request: { ...order, ...request } })
    await page.click('#pay')
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  const unfinished = async (page: Page): Promise<void> => {
    await page.goto(shopPage())
    expect(await read(page, 'resumed')).toBeNull()
    expect(await read(page, 'unfinished')).toEqual({ merchant_uid: order.merchant_uid })
  }

  test('by the buyer: it knows of the payment', async ({ page }) => {
    await open(page, {})
    await unfinished(page)
  })

  test.describe('on a phone', () => {
    test.use({ userAgent: IPHONE })
    test('that discarded it without a word, for want of memory: it knows of the payment', async ({
      page,
    }) => {
      // No event tells of that, so nothing may wait for one.
      await page.addInitScript(() => {
        for (const type of ['beforeunload', 'pagehide', 'visibilitychange'])
          addEventListener(type, event => event.stopImmediatePropagation(), true)
      })
      await open(page, { pg: 'danal', pay_method: 'phone', digital: true })
      await unfinished(page)
    })
  })
})
