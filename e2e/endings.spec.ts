/**
 * How payments end, whichever script it is: one of each kind, 1.1.5, 1.2.0 and `v1`. What only `v1` can do is in
 * v1-endings.spec.ts; the last part is of the sandbox, which is loaded as the script.
 */
import { expect, type Page, test } from '@playwright/test'
import { shopPage } from './support/builds.ts'
import {
  ALL,
  abort,
  approve,
  CLOSING,
  canRefusePopups,
  channelOf,
  expectClean,
  expectNext,
  expectNoFalseSafety,
  expectOutlasts,
  expectPending,
  expectShown,
  type Imp,
  openWithSdk,
  outcome,
  pay,
  refusePopups,
  SDKS,
  type SdkName,
  shown,
  V1,
  watchAlerts,
  withImp,
} from './support/sdk.ts'
import { ANDROID, IPHONE, openShop, order, read, routeScripts } from './support/shop.ts'

/** Has the script do something else in place of its next payment. Not `v1`, whose members can't be replaced. */
const misbehave = (page: Page, act: (params: Params, callback: Callback) => void): Promise<void> =>
  page.evaluate(`{
    const { IMP } = window
    const { request_pay } = IMP
    IMP.request_pay = (...all) => {
      IMP.request_pay = request_pay
      return (${act})(...all)
    }
  }`)
type Params = { merchant_uid: string }
type Callback = (response: object) => void

/** Hides the dialog, as the script does, and nobody is told. */
const hide = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.querySelector<HTMLElement>('.imp-dialog')!.style.display = 'none'
    document.body.classList.remove('imp-payment-progress')
  })
const late = (page: Page): Promise<unknown[]> => page.evaluate(() => window.shop.late)

/** Makes the script fail inside, in the task that posts the next request. */
const breakInside = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { prototype } = HTMLIFrameElement
    const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow')!
    Object.defineProperty(prototype, 'contentWindow', {
      configurable: true,
      get() {
        Object.defineProperty(prototype, 'contentWindow', own)
        throw new Error('not now')
      },
    })
  })

test.describe('what the script only alerts', () => {
  for (const sdk of ALL) {
    test(`${sdk}: an exception inside of it ends with SDK_ERROR, and says what it said`, async ({ page }) => {
      const alerts = watchAlerts(page)
      await openWithSdk(page, sdk)
      await breakInside(page)
      await pay(page)
      const ended = await outcome(page)
      expect(ended).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: false })
      expect(alerts).toHaveLength(1)
      expect(ended.message).toContain(alerts[0]!.split('\n')[0])
      await expectClean(page)
      await expectNext(page)
    })
  }

  for (const text of [
    '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.',
    '결제요청 파라메터가 누락되었습니다.',
  ]) {
    test(`${text}: SDK_ERROR`, async ({ page }) => {
      watchAlerts(page)
      await openWithSdk(page, '1.2.0')
      await page.evaluate(it => {
        ;(window as unknown as { IMP: { request_pay(): void } }).IMP.request_pay = () => alert(it)
      }, text)
      await pay(page)
      const ended = await outcome(page)
      expect(ended).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: false })
      expect(ended.message).toContain(text)
    })
  }

  test('an alert without a text stays one', async ({ page }) => {
    const alerts = watchAlerts(page)
    await openWithSdk(page, '1.2.0')
    await pay(page)
    await page.evaluate(() => (window.alert as () => void)())
    expect(alerts).toEqual([''])
  })

  test('an alert of the page’s own that throws keeps no payment pending', async ({ page }) => {
    await page.addInitScript(() => {
      window.alert = () => {
        throw new Error('no dialogs here')
      }
    })
    await openWithSdk(page, '1.2.0')
    await breakInside(page)
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR' })
  })

  for (const text of ['팝업차단을 해제해주세요.', '사용자가 결제를 취소하였습니다.', '로그인해 주세요']) {
    test(`a shop’s own alert ends nothing: ${text}`, async ({ page }) => {
      const alerts = watchAlerts(page)
      await openWithSdk(page, '1.2.0')
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(it => alert(it), text)
      await expectPending(page)
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      expect(alerts).toEqual([text])
      await expectClean(page)
    })
  }

  test('an exception is SDK_ERROR, with its cause', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
    await misbehave(page, () => {
      throw new Error('inside the SDK')
    })
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR', cause: expect.stringContaining('inside') })
    await expectNext(page)
  })

  for (const sdk of SDKS) {
    for (const act of ['closes the dialog', 'leaves it'] as const) {
      test(`D6: ${sdk}: smilepay was cancelled, and the script ${act}: CANCELLED`, async ({ page }) => {
        const alerts = watchAlerts(page)
        await openWithSdk(page, sdk, {
          request: { ...order, pg: 'smilepay' },
          hosts: hosts => hosts.list.push(channelOf('smilepay')),
        })
        await pay(page)
        await page.waitForFunction(() => window.sdkFakeSmilepay)
        await page.evaluate(it => {
          if (it === 'leaves it') alert('사용자가 결제를 취소하였습니다.')
          else window.sdkFakeSmilepay.cancel()
        }, act)
        expect(await outcome(page)).toMatchObject({ code: 'CANCELLED', mayHavePaid: false, retryable: true })
        expect(alerts).toEqual(['사용자가 결제를 취소하였습니다.'])
        await expectClean(page)
        await expectNext(page, { pg: 'kcp' })
      })
    }
  }
})

test.describe('a popup that the browser refuses: POPUP_BLOCKED', () => {
  const v1 = 'v1 1.28.12'
  const refusals: [sdk: SdkName, request: object, alerts: number][] = [
    ['1.1.5', { pg: 'payco' }, 1],
    ['1.1.5', { pg: 'naverpay', naverPopupMode: true, naverProducts: [{}] }, 1],
    ['1.1.5', { pg: 'settle_firm', popup: true }, 1],
    ['1.1.5', { pg: 'eximbay', currency: 'USD' }, 0],
    ['1.1.5', { pg: 'shinhan' }, 0],
    ['1.2.0', { pg: 'payco' }, 1],
    ['1.2.0', { pg: 'naverpay', naverPopupMode: true, naverProducts: [{}] }, 1],
    ['1.2.0', { pg: 'naverco', popup: true, naverProducts: [{}] }, 1],
    ['1.2.0', { pg: 'settle' }, 1],
    ['1.2.0', { pg: 'settle_firm', popup: true }, 1],
    ['1.2.0', { pg: 'eximbay', currency: 'USD' }, 1],
    ['1.2.0', { pg: 'paypal', popup: true, currency: 'USD' }, 1],
    ['1.2.0', { pg: 'smartro' }, 1],
    ['1.2.0', { pg: 'kcp_quick', bypass: { kcpQuick: { actionType: 'Pay', memberID: 'm' } } }, 1],
    ['1.2.0', { pg: 'daou' }, 1],
    ['1.2.0', { pg: 'chai', popup: true }, 1],
    ['1.2.0', { pg: 'tosspay' }, 1],
    ['1.2.0', { pg: 'shinhan' }, 0],
    [v1, { pg: 'payco' }, 1],
    [v1, { pg: 'smartro' }, 1],
    [v1, { pg: 'paypal', popup: true, currency: 'USD' }, 1],
    [v1, { pg: 'shinhan' }, 0],
  ]
  for (const [sdk, request, said] of refusals) {
    const { pg } = request as { pg: string }
    test(`${sdk}: of ${pg}, ${said ? 'which it says' : 'in silence'}; the next one is paid`, async ({
      page,
    }) => {
      const alerts = watchAlerts(page)
      await openWithSdk(page, sdk, {
        request: { ...order, ...request },
        hosts: hosts => hosts.list.push(channelOf(pg)),
      })
      await refusePopups(page)
      await pay(page)
      expect(await outcome(page)).toMatchObject({
        code: 'POPUP_BLOCKED',
        mayHavePaid: false,
        retryable: true,
      })
      await page.waitForTimeout(100)
      expect(alerts.length).toBeLessThanOrEqual(said)
      await expectClean(page)
      await page.evaluate(() => {
        window.shop.request = { merchant_uid: '', amount: 0 }
      })
      await expectNext(page, { pg: 'kcp' })
    })
  }

  test('with jQuery 1 and 2, which run everything at once: likewise', async ({ page }) => {
    watchAlerts(page)
    await page.addInitScript(() => Object.assign(window, { sdkFakeReady: 'at once' }))
    await openWithSdk(page, '1.1.5', {
      request: { ...order, pg: 'payco' },
      hosts: hosts => hosts.list.push(channelOf('payco')),
    })
    await page.evaluate(() => window.IamportCheckout.loadIamport(window.shop.options).then(() => {}))
    await expect(page.locator('.imp-frame-payco')).toHaveCount(1)
    await page.waitForTimeout(300)
    await refusePopups(page)
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false })
    await expectClean(page)
  })

  test('soon after its own window: POPUP_BLOCKED, too', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
    await refusePopups(page)
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => window.open('about:blank'))
    expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED' })
  })

  test('long after its own window it is the page’s own affair', async ({ page }) => {
    await page.clock.install()
    await openWithSdk(page, '1.2.0')
    await refusePopups(page)
    await pay(page)
    await expectShown(page, 'order_1')
    await page.clock.fastForward(2_500)
    await page.evaluate(() => window.open('about:blank'))
    await expectPending(page, 200)
  })
})

test.describe('a popup that the buyer closes', () => {
  /**
   * Closes a popup from within, again and again: a browser forgets what it was told while a page is on its way to another. The
   * script may close it, too, and then nothing answers.
   */
  const close = (popup: Page): Promise<void> =>
    expect(async () => {
      await popup.evaluate(() => window.close()).catch(() => {})
      expect(popup.isClosed()).toBe(true)
    }).toPass()

  for (const sdk of SDKS) {
    for (const [what, answer, expected] of [
      ['and had paid in', 'payInPopup', { imp_uid: 'imp_order_1' }],
      ['and had not', undefined, { code: 'CANCELLED', mayHavePaid: false }],
    ] as const) {
      test(`${sdk}: ${what}: ends as the script says`, async ({ page }) => {
        await openWithSdk(page, sdk, {
          request: { ...order, pg: 'payco' },
          hosts: hosts => hosts.list.push(channelOf('payco')),
        })
        const opening = page.waitForEvent('popup')
        await pay(page)
        await expectShown(page, 'order_1')
        if (answer) await page.evaluate(it => window.buyer.act(it), answer)
        await close(await opening)
        expect(await outcome(page)).toMatchObject(expected)
      })
    }
  }
})

test.describe('a window that goes away without a word', () => {
  for (const sdk of SDKS) {
    test(`${sdk}: ends with WINDOW_CLOSED after a short grace`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await hide(page)
      expect(await outcome(page)).toMatchObject({
        code: 'WINDOW_CLOSED',
        mayHavePaid: true,
        retryable: false,
      })
      await expectClean(page)
      await expectNext(page)
    })

    test(`${sdk}: and then calls back in time: resolves`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => {
        const frame = window.buyer.shownFrame()
        document.querySelector<HTMLElement>('.imp-dialog')!.style.display = 'none'
        setTimeout(() => void window.buyer.ask(frame, 'approve'), 300)
      })
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
    })

    test(`${sdk}: and calls back too late: the result goes to onLateResult`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => {
        Object.assign(window, { left: window.buyer.shownFrame() })
      })
      await hide(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED' })
      await page.evaluate(() => {
        void window.buyer.ask((window as unknown as { left: Element }).left, 'approve')
      })
      await expect.poll(() => late(page)).toMatchObject([{ imp_uid: 'imp_order_1' }])
    })

    for (const [what, say] of [
      ['a message that it does not know', ['hello', {}]],
      ['the result of another request', ['done', { request_id: 'req_0', success: true, imp_uid: 'imp_0' }]],
    ] as const) {
      test(`${sdk}: because the script got ${what}: WINDOW_CLOSED, in doubt`, async ({ page }) => {
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        await page.evaluate(([action, data]) => window.buyer.say(action, data), say)
        expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
        await expectNext(page)
      })
    }

    test(`${sdk}: because the order goes on at Naver: WINDOW_CLOSED, in doubt`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg: 'naverco', popup: true, naverProducts: [{}] },
        hosts: hosts => hosts.list.push(channelOf('naverco')),
      })
      const popup = page.waitForEvent('popup')
      await pay(page)
      await popup
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    })
  }

  for (const sdk of ['1.1.5', '1.2.0', 'v1 1.5.0'] as const) {
    test(`${sdk}: because the script got what is no JSON: WINDOW_CLOSED, in doubt`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => window.buyer.say('', 'an extension says hello'))
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    })
  }

  for (const sdk of CLOSING) {
    test(`${sdk}: by the page’s IMP.close: WINDOW_CLOSED, in doubt`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await withImp(page, imp => imp.close())
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
      await expectNext(page)
    })
  }

  test.describe('while the page leaves', () => {
    test.use({ userAgent: ANDROID })
    for (const sdk of SDKS) {
      test(`${sdk}: is no ending`, async ({ page }) => {
        const hosts = await openWithSdk(page, sdk, {
          request: { ...order, pg: 'kcp' },
          hosts: it => (it.answers.gateway = { delay: 2_500 }),
        })
        // Every ending would be noted in the tab's storage.
        await page.evaluate(() => {
          new MutationObserver(() =>
            sessionStorage.setItem('ended', document.getElementById('outcome')!.textContent!),
          ).observe(document.getElementById('outcome')!, { childList: true })
        })
        await pay(page)
        await page.waitForURL('https://gateway.test/**')
        expect(hosts.count('gateway')).toBe(1)
        await page.goto(shopPage())
        expect(await page.evaluate(() => sessionStorage.getItem('ended'))).toBeNull()
      })
    }
  })
})

test.describe('a window that does not open', () => {
  for (const sdk of SDKS) {
    for (const [what, answers] of [
      ['the list of channels can’t be had', { channels: { comes: 'refuse' } }],
      ['the frame never loads', { frames: { comes: 'hang' } }],
      ['the list is empty', { channels: { body: { code: 0, data: [] } } }],
    ] as const) {
      // 1.1.5 opens whatever the server thinks best.
      if (sdk === '1.1.5' && what === 'the list is empty') continue
      test(`${sdk}: ${what}: WINDOW_NOT_OPENED, and the next one is paid`, async ({ page }) => {
        const hosts = await openWithSdk(page, sdk, {
          options: { openTimeout: 300 },
          hosts: it => Object.assign(it.answers, answers),
        })
        await pay(page)
        expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
        await expectClean(page)
        hosts.answers = {}
        await page.evaluate(() => delete window.shop.options.openTimeout)
        await expectNext(page)
      })
    }

    test(`${sdk}: one that opened may stay as long as the buyer needs`, async ({ page }) => {
      await page.clock.install()
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await expectOutlasts(page)
    })

    test(`${sdk}: channels that come late are waited for`, async ({ page }) => {
      await openWithSdk(page, sdk, { hosts: hosts => (hosts.answers.channels = { delay: 700 }) })
      await pay(page)
      await expectShown(page, 'order_1')
      await approve(page)
      expect(await outcome(page)).toMatchObject({ via: 'callback' })
    })
  }

  test('1.1.5: the list is that of an unknown shop: the server’s default window opens', async ({ page }) => {
    await openWithSdk(page, '1.1.5', {
      hosts: hosts => (hosts.answers.channels = { body: { code: 1, msg: 'who?' } }),
    })
    await pay(page)
    await expectShown(page, 'order_1')
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })

  for (const sdk of CLOSING) {
    test(`${sdk}: the list is that of an unknown shop: PAYMENT_FAILED, and no money moved`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        hosts: hosts => (hosts.answers.channels = { body: { code: 1, msg: 'who?' } }),
      })
      await pay(page)
      expect(await outcome(page)).toMatchObject({
        code: 'PAYMENT_FAILED',
        mayHavePaid: false,
        response: { error_code: 'NOT_READY' },
      })
    })

    test(`${sdk}: there is a channel for identity checks only: PAYMENT_FAILED, and no money moved`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        hosts: hosts => (hosts.list = [channelOf('danal', { type: 'certification' })]),
      })
      await pay(page)
      expect(await outcome(page)).toMatchObject({
        code: 'PAYMENT_FAILED',
        mayHavePaid: false,
        response: { error_code: 'F1001' },
      })
    })
  }
})

test.describe('signal', () => {
  test('that has fired before: nothing is asked for', async ({ page }) => {
    const hosts = await openWithSdk(page, '1.2.0', { isPresent: false })
    const ended = await page.evaluate(() => {
      const { shop, IamportCheckout } = window
      const options = { ...shop.options, signal: AbortSignal.abort() }
      return IamportCheckout.requestPay(shop.request, options).catch(window.describeOutcome)
    })
    expect(ended).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    expect(hosts.asked).toEqual([])
  })

  for (const sdk of SDKS) {
    test(`${sdk}: that fires while the window is open: closed, and money may have moved`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, { hasSignal: true })
      await pay(page)
      await expectShown(page, 'order_1')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      await expectClean(page)
      await expectNext(page)
    })

    test(`${sdk}: that fires before the window opened: one that opens late is put away`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        hasSignal: true,
        hosts: hosts => (hosts.answers.channels = { delay: 500 }),
      })
      await pay(page)
      await page.waitForTimeout(50)
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
      await page.waitForTimeout(1_200)
      await expectClean(page)
      await expectNext(page)
    })

    test(`${sdk}: that fires before the window opened: an identity check of the page’s own is left alone`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        hasSignal: true,
        hosts: hosts => {
          hosts.list.push(channelOf('danal', { type: 'certification' }))
          hosts.answers.frames = { delay: 300 }
        },
      })
      await pay(page)
      await page.waitForTimeout(100)
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
      // It takes the place of the payment in the script's queue.
      await withImp(page, imp => imp.certification({ merchant_uid: 'check' }, () => {}))
      await expectShown(page, 'check')
      await page.waitForTimeout(300)
      expect(await shown(page)).toBe('check')
    })
  }

  test('that fires before the window opened: a result that comes all the same is told', async ({ page }) => {
    await openWithSdk(page, '1.2.0', { hasSignal: true })
    await misbehave(page, (params, callback) => {
      setTimeout(callback, 200, { success: true, imp_uid: 'imp_late', merchant_uid: params.merchant_uid })
    })
    await page.evaluate(() => {
      void window.pay()
      window.controller.abort()
    })
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED' })
    await expect.poll(() => late(page)).toMatchObject([{ imp_uid: 'imp_late' }])
  })

  test('of a second call for the same order is not looked at', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
    const isSame = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      const first = IamportCheckout.requestPay(shop.request, shop.options)
      return (
        first === IamportCheckout.requestPay(shop.request, { ...shop.options, signal: AbortSignal.abort() })
      )
    })
    expect(isSame).toBe(true)
  })
})

test.describe('C4, I: the next payment from onLateResult', () => {
  /** Pays for the next order as soon as it hears of a late result, in the same task. */
  const payOnLate = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const { shop } = window
      const show = (it: unknown): void => {
        document.getElementById('outcome')!.textContent = JSON.stringify(window.describeOutcome(it))
      }
      Object.assign(shop.options, {
        onLateResult: (result: unknown) => {
          shop.late.push(window.describeOutcome(result))
          document.getElementById('outcome')!.textContent = ''
          const next = { ...shop.request, pg: 'html5_inicis', merchant_uid: 'order_2' }
          window.IamportCheckout.requestPay(next, { userCode: shop.options.userCode }).then(show, show)
        },
      })
    })

  for (const sdk of ALL) {
    test(`${sdk}: of a window that had gone: it opens, and is paid`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await payOnLate(page)
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => {
        Object.assign(window, { left: window.buyer.shownFrame() })
      })
      await hide(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED' })
      await page.evaluate(() => {
        void window.buyer.ask((window as unknown as { left: Element }).left, 'approve')
      })
      await expectShown(page, 'order_2')
      await page.waitForTimeout(200)
      await expectShown(page, 'order_2')
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_2' })
    })
  }

  for (const sdk of CLOSING) {
    for (const pg of ['payco', 'smartro']) {
      test(`${sdk}: of a ${pg} popup that an abort closed, if it comes: the next one settles`, async ({
        page,
      }) => {
        await openWithSdk(page, sdk, {
          request: { ...order, pg },
          hasSignal: true,
          hosts: hosts => hosts.list.push(channelOf(pg)),
        })
        await payOnLate(page)
        await pay(page)
        await expectShown(page, 'order_1')
        await abort(page)
        expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
        await page.waitForTimeout(400)
        if (!(await late(page)).length) return
        await expectShown(page, 'order_2')
        await approve(page)
        expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_2' })
      })
    }
  }
})

test.describe('H2: another script of the page calls the script before the window opens', () => {
  for (const sdk of ALL) {
    for (const [what, call] of [
      ['request_pay without parameters', (imp: Imp) => imp.request_pay()],
      ['certification without parameters', (imp: Imp) => imp.certification(undefined as never)],
    ] as const) {
      test(`${sdk}: ${what}: the payment that was given up is put away when its window comes`, async ({
        page,
      }) => {
        watchAlerts(page)
        await openWithSdk(page, sdk, { hosts: hosts => (hosts.answers.frames = { delay: 900 }) })
        await pay(page)
        await page.waitForTimeout(100)
        await page.evaluate(`(${call})(window.IMP)`)
        expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: false })
        await page.waitForTimeout(1_500)
        expect(await shown(page)).toBe('')
        await expectNext(page)
      })
    }
  }
})

test.describe('H2: another script of the page calls IMP.request_pay under the open window', () => {
  for (const sdk of SDKS) {
    for (const [what, call] of [
      ['without parameters', (imp: { request_pay(params?: object): void }) => imp.request_pay()],
      [
        'with what it can’t send',
        (imp: { request_pay(params?: object): void }) => {
          const params: Record<string, unknown> = { merchant_uid: 'x', amount: 1 }
          params['self'] = params
          imp.request_pay(params)
        },
      ],
    ] as const) {
      test(`${sdk}: ${what}: whatever it ends with, in doubt`, async ({ page }) => {
        watchAlerts(page)
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        await page.evaluate(`(${call})(window.IMP)`)
        await expectNoFalseSafety(page)
      })
    }

    test(`${sdk}: for a gateway whose popup is refused: whatever it ends with, in doubt`, async ({
      page,
    }) => {
      watchAlerts(page)
      await openWithSdk(page, sdk, { hosts: hosts => hosts.list.push(channelOf('payco')) })
      await pay(page)
      await expectShown(page, 'order_1')
      await refusePopups(page)
      await withImp(page, imp => imp.request_pay({ pg: 'payco', merchant_uid: 'x', amount: 1 }))
      await expectNoFalseSafety(page)
    })

    for (const text of [
      '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.\nundefined',
      '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.',
      '팝업차단을 해제해주셔야 결제창이 나타납니다.',
    ]) {
      test(`${sdk}: the same by its alert, “${text.slice(0, 12)}…”`, async ({ page }) => {
        watchAlerts(page)
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        await page.evaluate(it => alert(it), text)
        await expectNoFalseSafety(page)
      })
    }
  }
})

test.describe('H3: the gateway’s popup is open', () => {
  for (const sdk of SDKS) {
    for (const [when, ms] of [
      ['at once', 0],
      ['a second later', 1_000],
    ] as const) {
      test(`${sdk}: and ${when} the page’s own is refused: nothing ends, and the popup is paid in`, async ({
        page,
      }) => {
        await openWithSdk(page, sdk, {
          request: { ...order, pg: 'payco' },
          hosts: hosts => hosts.list.push(channelOf('payco')),
        })
        const popup = page.waitForEvent('popup')
        await pay(page)
        const opened = await popup
        await expectShown(page, 'order_1')
        await page.waitForTimeout(ms)
        await refusePopups(page)
        await page.evaluate(() => window.open('https://shop.test/terms'))
        await expectPending(page)
        expect(opened.isClosed()).toBe(false)
        await approve(page)
        expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      })
    }

    test(`${sdk}: behind a window.open of the page’s that opens and returns nothing: never said to be safe`, async ({
      page,
    }) => {
      watchAlerts(page)
      await openWithSdk(page, sdk, {
        request: { ...order, pg: 'payco' },
        hosts: hosts => hosts.list.push(channelOf('payco')),
      })
      await page.evaluate(() => {
        const { open } = window
        window.open = (...all) => {
          open.apply(window, all)
          return undefined as unknown as null
        }
      })
      await pay(page)
      await page.waitForEvent('popup')
      await expectNoFalseSafety(page)
    })
  }
})

test.describe('H20: the script calls back with another order’s number', () => {
  for (const sdk of SDKS) {
    for (const [what, fields] of [
      ['paid', { merchant_uid: 'order_0', imp_uid: 'imp_0' }],
      ['refused', { merchant_uid: 'order_0', imp_uid: 'imp_0', success: false, error_msg: '한도초과' }],
    ] as const) {
      test(`${sdk}: ${what}: this one’s window has gone, and its result is in doubt`, async ({ page }) => {
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        await approve(page, fields)
        expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
        await expectNext(page)
      })
    }
  }
})

test.describe('H21: given up before the window opens, which it does more than a minute later', () => {
  for (const sdk of SDKS) {
    for (const seconds of [70, 400]) {
      test(`${sdk}: ${seconds} seconds later: put away, or said to be in doubt`, async ({ page }) => {
        await page.clock.install()
        let release = (): void => {}
        const released = new Promise<void>(resolve => {
          release = resolve
        })
        const hosts = await openWithSdk(page, sdk, {
          hasSignal: true,
          hosts: it => (it.answers.frames = { until: released }),
        })
        await pay(page)
        await expect.poll(() => hosts.count('frames')).toBeGreaterThan(0)
        await abort(page)
        const ended = await outcome(page)
        expect(ended).toMatchObject({ code: 'ABORTED' })
        await page.clock.fastForward(seconds * 1_000)
        release()
        await page.waitForTimeout(700)
        if (ended.mayHavePaid === false) expect(await shown(page)).toBe('')
      })
    }
  }
})

test.describe('one payment at a time', () => {
  test('the same order gets the same promise, another one BUSY', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
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
    const hosts = await openWithSdk(page, '1.2.0')
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    const code = await page.evaluate(async () => {
      const { shop, IamportCheckout } = window
      void IamportCheckout.requestPay(shop.request, shop.options)
      Object.assign(window, { IMP: undefined })
      return IamportCheckout.requestPay({ ...shop.request, merchant_uid: 'order_2' }, shop.options).catch(
        error => error.code,
      )
    })
    expect(code).toBe('BUSY')
    expect(hosts.asked.filter(({ name }) => name === 'sdk')).toEqual([])
    expect(errors).toEqual([])
  })

  test('two copies of the package know of each other', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
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

  for (const sdk of V1) {
    test(`${sdk}: what one copy of the package has seen of the script, another one knows: deinit`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      await withImp(page, imp => imp.deinit())
      await page.evaluate(async () => {
        const { shop } = window
        document.getElementById('outcome')!.textContent = ''
        const copy = (await import('/dist/index.js?copy' as string)) as typeof window.IamportCheckout
        const end = copy.requestPay({ ...shop.request, merchant_uid: 'order_2' }, shop.options)
        void end.then(({ imp_uid }) => {
          document.getElementById('outcome')!.textContent = JSON.stringify({ imp_uid })
        })
      })
      await expectShown(page, 'order_2')
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_2' })
    })
  }

  for (const sdk of SDKS) {
    test(`${sdk}: the next one works, also inside the then of the first`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await page.evaluate(() => {
        const { shop, IamportCheckout } = window
        const pay = (merchant_uid: string) =>
          IamportCheckout.requestPay({ ...shop.request, merchant_uid }, shop.options)
        void pay('order_a')
          .then(() => pay('order_b'))
          .then(({ imp_uid }) => {
            document.getElementById('outcome')!.textContent = JSON.stringify(imp_uid)
          })
      })
      for (const merchant_uid of ['order_a', 'order_b']) {
        await expectShown(page, merchant_uid)
        await approve(page)
      }
      expect(await outcome(page)).toBe('imp_order_b')
    })

    test(`${sdk}: a window that the page’s own code opened is not torn down by our initialising: BUSY`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await withImp(page, imp => {
        imp.init('imp12345678')
        imp.request_pay({ pg: 'kcp', merchant_uid: 'of_the_page', amount: 1 }, () => {})
      })
      await expectShown(page, 'of_the_page')
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'BUSY', mayHavePaid: false })
      expect(await shown(page)).toBe('of_the_page')
    })
  }
})

test.describe('the shop', () => {
  test("'s own exceptions surface, although the script swallows those of its callback", async ({ page }) => {
    await openWithSdk(page, '1.2.0')
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.evaluate(() => {
      const { shop, IamportCheckout } = window
      void IamportCheckout.requestPay(shop.request, shop.options).then(() => {
        throw new Error("the shop's own")
      })
    })
    await expectShown(page, 'order_1')
    await approve(page)
    await expect.poll(() => errors).toEqual(["the shop's own"])
  })

  test('hears of a second success through onLateResult, and of none through silence', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
    const twice = (params: Params, callback: Callback): void => {
      for (const imp_uid of ['imp_1', 'imp_2'])
        callback({ success: true, imp_uid, merchant_uid: params.merchant_uid })
    }
    await misbehave(page, twice)
    await pay(page)
    await outcome(page)
    await expect.poll(() => late(page)).toHaveLength(1)
    const warnings: string[] = []
    page.on('console', message => warnings.push(message.text()))
    await misbehave(page, twice)
    await page.evaluate(() =>
      window.IamportCheckout.requestPay(window.shop.request, window.shop.options).then(() => {}),
    )
    await expect.poll(() => warnings.join()).toContain('late result')
  })

  test('may patch alert and open meanwhile: both are as it wants them afterwards', async ({ page }) => {
    const alerts = watchAlerts(page)
    await openWithSdk(page, '1.2.0')
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
    await openWithSdk(page, '1.2.0')
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => window.open('about:blank', '_blank', 'noopener'))
    await expectPending(page, 200)
  })
})

test.describe('a payment of this tab that comes back without a result: RETURNED, once', () => {
  test.use({ userAgent: IPHONE })
  const returned = { code: 'RETURNED', mayHavePaid: true, retryable: false, merchant_uid: order.merchant_uid }

  test('by a fresh load of the page', async ({ page }) => {
    await openWithSdk(page, '1.2.0', { request: { ...order, pg: 'kcp' } })
    await pay(page)
    await page.waitForURL('https://gateway.test/**')
    await page.goto(shopPage())
    expect(await read(page, 'resumed')).toMatchObject(returned)
    await page.reload()
    expect(await read(page, 'resumed')).toBeNull()
  })

  test('to every call of the task, as React’s StrictMode makes two', async ({ page }) => {
    await openWithSdk(page, '1.2.0', { request: { ...order, pg: 'kcp' } })
    await pay(page)
    await page.waitForURL('https://gateway.test/**')
    // The page without its own call.
    await page.route('**/shop.js', route => route.fulfill({ body: '', contentType: 'text/javascript' }))
    await page.goto(shopPage())
    const told = await page.evaluate(async () => {
      const codeOf = (promise: Promise<unknown>) => promise.catch(({ code }) => code)
      const { resumePay } = window.IamportCheckout
      const atOnce = await Promise.all([codeOf(resumePay()), codeOf(resumePay())])
      await new Promise(resolve => setTimeout(resolve, 10))
      return [...atOnce, await codeOf(resumePay())]
    })
    expect(told).toEqual(['RETURNED', 'RETURNED', null])
  })

  test('because the buyer left the sandbox’s gateway without a result', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await page.waitForURL(/^blob:/)
    await page.click('[data-outcome=close]')
    await expect(page).toHaveURL(shopPage())
    expect(await read(page, 'resumed')).toMatchObject(returned)
  })
})

test.describe('a page that stays, and is loaded anew while the window is open: RETURNED', () => {
  const returned = { code: 'RETURNED', mayHavePaid: true, merchant_uid: order.merchant_uid }

  for (const sdk of SDKS) {
    test(`${sdk}: by the buyer`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await page.goto(shopPage())
      expect(await read(page, 'resumed')).toMatchObject(returned)
    })
  }

  test('by a phone that discarded it without a word, for want of memory', async ({ page }) => {
    // No event tells of that, so nothing may wait for one.
    await page.addInitScript(() => {
      for (const type of ['beforeunload', 'pagehide', 'visibilitychange'])
        addEventListener(type, event => event.stopImmediatePropagation(), true)
    })
    await openWithSdk(page, '1.2.0')
    await pay(page)
    await expectShown(page, 'order_1')
    await page.goto(shopPage())
    expect(await read(page, 'resumed')).toMatchObject(returned)
  })
})

test.describe('the sandbox, loaded as the script', () => {
  test('throws: SDK_ERROR', async ({ page }) => {
    const alerts = watchAlerts(page)
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'throw' } })
    await page.click('#pay')
    expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR' })
    expect(alerts).toHaveLength(1)
    await expectClean(page)
  })

  for (const language of ['ko-KR', 'en-US', 'ja-JP']) {
    test(`has payco’s popup refused, in a browser that speaks ${language}: POPUP_BLOCKED`, async ({
      page,
    }) => {
      const alerts = watchAlerts(page)
      await page.addInitScript(it => {
        Object.defineProperty(navigator, 'language', { get: () => it })
      }, language)
      await canRefusePopups(page)
      await routeScripts(page)
      await openShop(page, { request: { ...order, pg: 'payco' } })
      await refusePopups(page)
      await page.click('#pay')
      expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED' })
      expect(alerts).toHaveLength(1)
      await expectClean(page)
    })
  }

  test('closes, and has a late result', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'late' } })
    await page.click('#pay')
    await page.click('[data-outcome=approve]')
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    await expect.poll(() => late(page)).toMatchObject([{ via: 'callback' }])
    await expectClean(page)
  })

  test('is closed by the buyer', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await page.click('[data-outcome=close]')
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
  })

  test('never gets its channels', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'no-channels' }, options: { openTimeout: 600 } })
    await page.click('#pay')
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
    await expectClean(page)
  })

  test('gets its channels late', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { misbehave: 'slow-channels', outcome: 'approve' } })
    await page.click('#pay')
    expect(await outcome(page)).toMatchObject({ via: 'callback' })
  })

  test('gets a double click: one payment', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.dblclick('#pay')
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await page.click('[data-outcome=approve]')
    expect(await outcome(page)).toMatchObject({ via: 'callback' })
    expect(await late(page)).toEqual([])
  })

  test('gets an order that was paid before: DUPLICATE_ORDER', async ({ page }) => {
    await routeScripts(page)
    await openShop(page, { sandbox: { outcome: 'approve' } })
    await page.click('#pay')
    await outcome(page)
    await pay(page)
    expect(await outcome(page)).toMatchObject({
      code: 'DUPLICATE_ORDER',
      mayHavePaid: true,
      retryable: false,
    })
  })

  test.describe('on a phone', () => {
    test.use({ userAgent: IPHONE })
    test('redirects slowly, behind a dialog that has closed: no ending', async ({ page }) => {
      await routeScripts(page)
      await openShop(page, { sandbox: { misbehave: 'slow-redirect', outcome: 'approve' } })
      await page.click('#pay')
      await expect(page.locator('#resumed')).toContainText('imp_')
      expect(await read(page, 'resumed')).toMatchObject({ via: 'redirect', startedHere: true })
    })
  })
})
