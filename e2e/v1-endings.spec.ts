/**
 * How payments end with `v1`, the script that goes two ways: the rows A to G and I of what was found by holding the package against
 * the genuine one. What older scripts do as well is in endings.spec.ts.
 */
import { expect, type Page, test } from '@playwright/test'
import type { Hosts } from './support/hosts.ts'
import {
  abort,
  approve,
  channelOf,
  expectClean,
  expectNext,
  expectOutlasts,
  expectPending,
  expectShown,
  type Imp,
  newWayOf,
  openWithSdk,
  order,
  outcome,
  pay,
  refusePopups,
  type SdkName,
  shown,
  V1,
  watchAlerts,
  withImp,
} from './support/sdk.ts'
import { ANDROID } from './support/shop.ts'

const newest = 'v1 1.28.12'
const oldest = 'v1 1.5.0'

/** For the payments from now on. */
const setOpenTimeout = (page: Page, ms: number): Promise<void> =>
  page.evaluate(it => {
    window.shop.options.openTimeout = it
  }, ms)

/** What a shop puts into its page while a payment is asked for. */
const APPENDED: [what: string, html: string][] = [
  ['a backdrop', '<aside class="backdrop"></aside>'],
  ['a spinner', '<div id="spinner" role="status">…</div>'],
  ['a modal dialog', '<dialog open>잠시만 기다려 주세요</dialog>'],
  ['a chat in an iframe', '<iframe src="about:blank"></iframe>'],
  ['a script of another host', '<script src="https://analytics.test/a.js"></script>'],
  [
    'a script of the same host that is no driver',
    '<script src="https://cdn.portone.io/v2/browser-sdk.js"></script>',
  ],
  [
    'a script with a driver in its query',
    '<script src="https://analytics.test/?https://cdn.portone.io/drivers/"></script>',
  ],
  ['a style', '<style>p { color: red }</style>'],
  [
    'a dialog of somebody else’s with that class',
    '<section><div class="imp-dialog" style="display:block"></div></section>',
  ],
]
/** Pays, and the page appends something in the same task, as a shop with a spinner does. */
const payBehind = (page: Page, html: string, request: object = {}): Promise<void> =>
  page.evaluate(
    ([text, more]) => {
      document.getElementById('outcome')!.textContent = ''
      Object.assign(window.shop.request, more)
      void window.pay()
      document.body.append(document.createRange().createContextualFragment(text as string))
    },
    [html, request] as const,
  )

const failingLists: [what: string, change: (hosts: Hosts) => void][] = [
  ['is refused', hosts => (hosts.answers.channels = { comes: 'refuse' })],
  ['is an error of the server', hosts => (hosts.answers.channels = { status: 500, body: 'no' })],
  ['is empty', hosts => (hosts.answers.channels = { body: { code: 0, data: [] } })],
  ['is there, and the frames never load', hosts => (hosts.answers.frames = { comes: 'hang' })],
]

test.describe('A1: what the page appends is no window', () => {
  for (const sdk of [oldest, newest] as const) {
    for (const [what, html] of APPENDED) {
      test(`${sdk}: ${what}, and the list of channels never comes: WINDOW_NOT_OPENED`, async ({ page }) => {
        await openWithSdk(page, sdk, {
          options: { openTimeout: 300 },
          hosts: hosts => (hosts.answers.channels = { comes: 'refuse' }),
        })
        await payBehind(page, html)
        expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
        await expectClean(page)
      })
    }
  }

  for (const [what, change] of failingLists) {
    test(`a backdrop, and the list of channels ${what}: WINDOW_NOT_OPENED, and the next one is paid`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, newest, { options: { openTimeout: 300 }, hosts: change })
      await payBehind(page, '<aside></aside>')
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
      hosts.answers = {}
      await page.evaluate(() => delete window.shop.options.openTimeout)
      await expectNext(page)
    })
  }

  for (const sdk of V1) {
    test(`${sdk}: a backdrop, and the server never prepares the payment: WINDOW_NOT_OPENED, in doubt`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg: newWayOf(sdk) },
        options: { openTimeout: 300 },
        hosts: hosts => (hosts.answers.prepare = { comes: 'hang' }),
      })
      await payBehind(page, '<aside></aside>')
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
    })

    test(`${sdk}: an abort behind a backdrop, with no window at all: no money moved`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        hasSignal: true,
        hosts: hosts => (hosts.answers.channels = { comes: 'refuse' }),
      })
      await payBehind(page, '<aside></aside>')
      await page.waitForTimeout(150)
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    })

    test(`${sdk}: a driver that came is one, for as long as the buyer needs`, async ({ page }) => {
      await page.clock.install()
      await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) } })
      await payBehind(page, '<aside></aside>')
      await expectShown(page, 'order_1')
      await expectOutlasts(page)
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
    })

    test(`${sdk}: the script of a driver that failed stays, and is no window of the next payment`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, sdk, {
        request: { ...order, pg: newWayOf(sdk) },
        hosts: it => (it.answers.driver = { comes: 'refuse' }),
      })
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'PAYMENT_FAILED', response: { error_code: 'F500' } })
      await expect(page.locator('script[src^="https://cdn.portone.io/drivers/"]')).toHaveCount(1)
      hosts.answers.prepare = { comes: 'hang' }
      await setOpenTimeout(page, 300)
      await pay(page, { merchant_uid: 'order_2' })
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
    })
  }

  test('a toast that comes and goes under a driver’s window ends nothing', async ({ page }) => {
    await openWithSdk(page, newest, { request: { ...order, pg: 'nice_v2' } })
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => {
      const toast = document.createElement('div')
      document.body.append(toast)
      setTimeout(() => toast.remove(), 100)
    })
    await expectPending(page, 1_500)
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })

  test('the window that 1.5.0 draws itself outlasts openTimeout', async ({ page }) => {
    await page.clock.install()
    await openWithSdk(page, oldest, {
      request: { ...order, pg: 'tosspayments' },
      hosts: hosts => (hosts.window = 'own IFRAME'),
    })
    await pay(page)
    await expectShown(page, 'order_1')
    await expectOutlasts(page)
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })

  for (const html of ['<aside></aside>', '<iframe src="about:blank"></iframe>']) {
    test(`a script of no known kind that appends ${html}: the payment ends all the same, in doubt`, async ({
      page,
    }) => {
      await openWithSdk(page, newest, { options: { openTimeout: 300 }, isPresent: false })
      await page.evaluate(() =>
        Object.assign(window, { IMP: { init() {}, loadUI() {}, certification() {}, request_pay() {} } }),
      )
      await payBehind(page, html)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
    })
  }
})

test.describe('A2: init under an open window of the old way', () => {
  for (const sdk of V1) {
    test(`${sdk}: by the page: WINDOW_CLOSED, in doubt, and nothing stays over the page`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await withImp(page, imp => imp.init('imp12345678'))
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
      await expectClean(page)
      await expectNext(page)
    })
  }

  for (const [what, act] of [
    ['with another code', (imp: Imp) => imp.init('imp87654321')],
    ['by agency', (imp: Imp) => imp.agency('imp12345678', 'T1')],
    [
      'twice',
      (imp: Imp) => {
        imp.init('imp12345678')
        imp.init('imp12345678')
      },
    ],
    ['by deinit', (imp: Imp) => imp.deinit()],
    [
      'by deinit and init',
      (imp: Imp) => {
        imp.deinit()
        imp.init('imp12345678')
      },
    ],
    ['by close', (imp: Imp) => imp.close()],
  ] as const) {
    test(`${what}: WINDOW_CLOSED, in doubt`, async ({ page }) => {
      await openWithSdk(page, newest)
      await pay(page)
      await expectShown(page, 'order_1')
      await withImp(page, act)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
      await expectClean(page)
    })
  }

  for (const name of ['init', 'close', 'deinit'] as const) {
    for (const sdk of [oldest, newest] as const) {
      test(`${sdk}: ${name} under a window of the new way touches nothing of it: resolves`, async ({
        page,
      }) => {
        await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) } })
        await pay(page)
        await expectShown(page, 'order_1')
        await page.evaluate(it => {
          ;(window as unknown as { IMP: Record<string, (code: string) => void> }).IMP[it]!('imp12345678')
        }, name)
        await expectPending(page, 1_300)
        await approve(page)
        expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      })
    }
  }
})

test.describe('A3: a popup of a driver that the browser refuses: POPUP_BLOCKED', () => {
  /** The kinds of drivers with popups: of two releases, and of a gateway with popups for some of its methods. */
  const popups: [sdk: SdkName, pg: string, window?: Hosts['window']][] = [
    ['v1 1.19.0', 'tosspay_v2'],
    [newest, 'tosspay_v2'],
    [newest, 'hyphen'],
    [newest, 'ksnet', 'POPUP'],
  ]
  for (const [sdk, pg, window] of popups) {
    test(`${sdk}: ${pg}, and the driver says nothing`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg },
        hosts: hosts => {
          if (window) hosts.window = window
        },
      })
      await refusePopups(page)
      await pay(page)
      expect(await outcome(page)).toMatchObject({
        code: 'POPUP_BLOCKED',
        mayHavePaid: false,
        retryable: true,
      })
    })
  }

  for (const refused of ['alerts', 'calls back', 'throws'] as const) {
    test(`and the driver ${refused}`, async ({ page }) => {
      watchAlerts(page)
      await openWithSdk(page, newest, { request: { ...order, pg: 'tosspay_v2' }, driver: { refused } })
      await refusePopups(page)
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false })
    })
  }

  test('a second after the driver has come', async ({ page }) => {
    await openWithSdk(page, newest, { request: { ...order, pg: 'tosspay_v2' }, driver: { slow: 1_000 } })
    await refusePopups(page)
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false })
  })

  test('where the server had to think for a while', async ({ page }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'tosspay_v2' },
      hosts: hosts => (hosts.answers.prepare = { delay: 1_500 }),
    })
    await refusePopups(page)
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false })
  })

  test('one that comes late is no refused one: resolves', async ({ page }) => {
    await page.clock.install()
    await openWithSdk(page, newest, { request: { ...order, pg: 'tosspay_v2' }, driver: { slow: 35_000 } })
    await pay(page)
    await expect(page.locator('script[src^="https://cdn.portone.io/drivers/"]')).toHaveCount(1)
    await page.waitForTimeout(200)
    await expectOutlasts(page, 31_000)
    await page.clock.fastForward(5_000)
    await page.waitForFunction(() => window.sdkFakeDriver?.['popup']?.())
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })

  test('the page’s own, under a driver’s window in the page, is its own affair: resolves', async ({
    page,
  }) => {
    await openWithSdk(page, newest, { request: { ...order, pg: 'nice_v2' } })
    await refusePopups(page)
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => window.open('about:blank'))
    await expectPending(page)
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })
})

test.describe('A4: the page in the frame says that it broke', () => {
  for (const sdk of ['v1 1.19.0', newest] as const) {
    for (const [what, data] of [
      ['with a text', { message: 'template' }],
      ['with the number of the request', { request_id: 'req_1', code: 500 }],
      ['without a word', undefined],
    ] as const) {
      test(`${sdk}: ${what}: SDK_ERROR, in doubt, for it had the order`, async ({ page }) => {
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        await page.evaluate(it => window.buyer.say('ERROR_ON_TEMPLATE', it), data)
        expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: true })
        await expectClean(page)
        await expectNext(page)
      })
    }
  }

  test('somebody else says so: nothing ends', async ({ page }) => {
    await openWithSdk(page, newest)
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => window.postMessage(JSON.stringify({ action: 'ERROR_ON_TEMPLATE' }), '*'))
    await expectPending(page)
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })

  test('while no payment is under way: the next one is paid', async ({ page }) => {
    await openWithSdk(page, newest)
    await expectNext(page)
    await page.waitForTimeout(300)
    await page.evaluate(() => {
      const frame = document.querySelector('.imp-dialog iframe')!
      return window.buyer.ask(frame, 'say', { action: 'ERROR_ON_TEMPLATE' }).then(() => {})
    })
    await expectNext(page, { name: 'again' })
  })
})

test.describe('B1, I: what v1 says when it lost track of a payment: in doubt', () => {
  const doubt = { code: 'PAYMENT_FAILED', mayHavePaid: true, retryable: false }

  for (const sdk of V1) {
    for (const [what, result] of [
      ['without a number', { merchant_uid: 'order_1' }],
      ['of another name', { txId: 'imp_1', paymentId: 'order_1' }],
    ] as const) {
      test(`${sdk}: a result ${what}, after the transaction was over`, async ({ page }) => {
        await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) } })
        await pay(page)
        await expectShown(page, 'order_1')
        await page.evaluate(it => {
          void window.sdkFakeDriver['result']!(it)
        }, result)
        expect(await outcome(page)).toMatchObject(doubt)
      })
    }

    test(`${sdk}: the driver throws once its window was there, in the words of a lost network`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg: newWayOf(sdk) },
        driver: { prepare: 'rejects when told' },
      })
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => void window.sdkFakeDriver['breakDown']!())
      const ended = await outcome(page)
      expect(ended).toMatchObject(doubt)
      expect(ended.message).toContain('Failed to fetch')
    })

    test(`${sdk}: the same words where the server could not be reached: no money moved`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg: newWayOf(sdk) },
        hosts: hosts => (hosts.answers.prepare = { comes: 'refuse' }),
      })
      await pay(page)
      const ended = await outcome(page)
      expect(ended).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: false })
      expect(ended.message).toContain('Failed to fetch')
    })

    for (const [what, change] of [
      ['the server refuses to prepare it', { prepare: { status: 400, body: { code: 'X1', message: 'no' } } }],
      ['the server answers with a page', { prepare: { status: 502, body: '<h1>Bad gateway</h1>' } }],
      ['the driver does not load', { driver: { comes: 'refuse' } }],
      ['the driver does not register', { driver: { body: '' } }],
    ] as const) {
      test(`${sdk}: ${what}: no money moved, and the next one is paid`, async ({ page }) => {
        const hosts = await openWithSdk(page, sdk, {
          request: { ...order, pg: newWayOf(sdk) },
          hosts: it => Object.assign(it.answers, change),
        })
        await pay(page)
        expect(await outcome(page)).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: false })
        hosts.answers = {}
        await expectNext(page)
      })
    }
  }

  const closePopup = async (page: Page): Promise<void> => {
    await page.waitForFunction(() => window.sdkFakeDriver?.['popup']?.())
    await page.evaluate(() => window.sdkFakeDriver['closePopup']!())
  }

  test('1.5.0: the buyer closes the popup, and nobody is asked', async ({ page }) => {
    await openWithSdk(page, oldest, {
      request: { ...order, pg: 'ksnet' },
      hosts: hosts => {
        // It asks for iframes only, but takes what it is given.
        const body = {
          txId: 'imp_order_1',
          paymentId: 'order_1',
          pgProvider: 'PG_PROVIDER_NAVERPAY',
          transactionType: 'PAYMENT',
          windowType: 'POPUP',
          pgInitializePaymentResponse: {},
        }
        hosts.answers.prepare = { body }
      },
    })
    await pay(page)
    await closePopup(page)
    expect(await outcome(page)).toMatchObject(doubt)
  })

  const popup = { ...order, pg: 'tosspay_v2' }
  for (const [what, status] of [
    ['can’t be reached', { comes: 'refuse' }],
    ['fails', { status: 500, body: 'oops' }],
    ['refuses', { status: 409, body: { code: 'CONFLICT', message: 'no' } }],
  ] as const) {
    test(`the buyer closes the popup, and the server ${what}`, async ({ page }) => {
      await openWithSdk(page, newest, {
        request: popup,
        hosts: hosts => (hosts.answers.status = { ...status }),
      })
      await pay(page)
      await closePopup(page)
      expect(await outcome(page)).toMatchObject(doubt)
    })
  }

  // Nobody knows the server's codes. A gateway's plain refusal looks the same where no popup was closed.
  for (const code of ['ALREADY_FINISHED', 'PAYMENT_NOT_FAILABLE', 'E_CONFLICT']) {
    test(`the buyer closes the popup, and the server won’t call it failed: ${code}`, async ({ page }) => {
      await page.clock.install()
      await openWithSdk(page, newest, {
        request: popup,
        hosts: hosts =>
          (hosts.answers.fail = { status: 409, body: { code, message: '결제 상태를 변경할 수 없습니다.' } }),
      })
      await pay(page)
      await closePopup(page)
      await runClock(page)
      expect(await outcome(page)).toMatchObject(doubt)
    })
  }

  test('the buyer closes the popup, and the state of the payment makes no sense', async ({ page }) => {
    await openWithSdk(page, newest, {
      request: popup,
      hosts: hosts => (hosts.state = 'STATUS_PARTIAL_CANCELLED'),
    })
    await pay(page)
    await closePopup(page)
    expect(await outcome(page)).toMatchObject(doubt)
  })

  test('the buyer closes the popup of a billing key and pay: nobody is asked', async ({ page }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'welcome', pay_method: 'phone', customer_uid: 'c_1', digital: true },
      hosts: hosts => {
        const body = {
          txId: 'imp_order_1',
          paymentId: 'order_1',
          pgProvider: 'PG_PROVIDER_TOSSPAY_V2',
          transactionType: 'ISSUE_BILLING_KEY_AND_PAY',
          windowType: 'POPUP',
        }
        hosts.answers.prepare = { body }
      },
    })
    await pay(page)
    await closePopup(page)
    expect(await outcome(page)).toMatchObject(doubt)
  })

  test('the buyer closes the popup after paying in it: resolves', async ({ page }) => {
    await openWithSdk(page, newest, { request: popup, hosts: hosts => (hosts.state = 'STATUS_APPROVED') })
    await pay(page)
    await closePopup(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })

  test('the buyer closes the popup, and nothing was paid: CANCELLED, after the script has asked six times', async ({
    page,
  }) => {
    await page.clock.install()
    const hosts = await openWithSdk(page, newest, { request: popup })
    await pay(page)
    await closePopup(page)
    await runClock(page)
    expect(await outcome(page)).toMatchObject({ code: 'CANCELLED', mayHavePaid: false })
    expect(hosts.count('status')).toBe(6)
  })
})

/** Lets some seconds pass, in steps, because each question waits for the answer to the one before. */
const runClock = async (page: Page): Promise<void> => {
  for (let second = 0; second < 8; second++) {
    await page.clock.runFor(1_000)
    await page.waitForTimeout(30)
  }
}

test.describe('B2: given up before a window that can’t be called off', () => {
  const keyed = channelOf('nice_v2', { channel_key: 'channel-key-1' })

  for (const [what, request] of [
    ['a channelGroupId', { pg: undefined, channelGroupId: 'group-1' }],
    ['a channelGroupId and a pg', { pg: 'html5_inicis', channelGroupId: 'group-1' }],
    ['a channelKey', { pg: undefined, channelKey: 'channel-key-1' }],
    ['a pg of the new way', { pg: 'nice_v2' }],
  ] as const) {
    test(`${what}: in doubt, and it can be paid`, async ({ page }) => {
      await openWithSdk(page, newest, {
        request: { ...order, ...request },
        hasSignal: true,
        hosts: hosts => {
          hosts.list.push(keyed)
          hosts.answers.prepare = { delay: 500 }
        },
      })
      await pay(page)
      await page.waitForTimeout(150)
      await abort(page)
      const ended = await outcome(page)
      expect(ended).toMatchObject({ code: 'ABORTED' })
      await page.waitForTimeout(700)
      // A window that opened all the same can be paid; then it was wrong to say that it can't.
      if (await shown(page)) expect(ended).toMatchObject({ mayHavePaid: true })
      else expect(ended.mayHavePaid).toEqual(expect.any(Boolean))
    })
  }

  for (const sdk of V1) {
    test(`${sdk}: a pg of the old way, before there is a frame: no money moved, and none can`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        hasSignal: true,
        hosts: hosts => (hosts.answers.frames = { delay: 400 }),
      })
      await pay(page)
      await page.waitForTimeout(100)
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
      await page.waitForTimeout(900)
      expect(await shown(page)).toBe('')
      await expectNext(page)
    })
  }
})

test.describe('C1, I: the script is on the page twice', () => {
  const addTag = (page: Page, sdk: SdkName): Promise<unknown> =>
    page.addScriptTag({
      url: sdk.startsWith('v1')
        ? `/.tmp/pages/v1-sdk.js?release=${sdk.slice(3)}`
        : `/.tmp/pages/legacy-sdk.js?${sdk}`,
    })

  for (const [first, second] of [
    [newest, newest],
    [oldest, newest],
    ['v1 1.19.0', oldest],
    ['1.2.0', newest],
    ['1.1.5', oldest],
  ] as const) {
    test(`${second} behind ${first}, once that was initialised: the first one stays the one`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, first)
      await expectNext(page)
      // Behind a payment a script may ask for the list once more.
      await page.waitForTimeout(300)
      const asked = hosts.count('channels')
      await addTag(page, second)
      await pay(page, { merchant_uid: 'order_2' })
      await expectShown(page, 'order_2')
      await expect(page.locator('.imp-dialog')).toHaveCount(1)
      expect(hosts.count('channels')).toBe(asked)
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_2' })
    })
  }

  test('before any was initialised: the last one is the one', async ({ page }) => {
    await openWithSdk(page, newest)
    await addTag(page, newest)
    await expectNext(page)
    await expect(page.locator('.imp-dialog')).toHaveCount(1)
  })

  test('in the way of a preload that came first: one dialog', async ({ page }) => {
    await openWithSdk(page, newest)
    await page.evaluate(() => window.IamportCheckout.loadIamport(window.shop.options).then(() => {}))
    await addTag(page, newest)
    await expectNext(page)
    await expect(page.locator('.imp-dialog')).toHaveCount(1)
  })

  test('a new way’s payment after that: one window, one result', async ({ page }) => {
    const hosts = await openWithSdk(page, newest)
    await expectNext(page)
    await addTag(page, newest)
    await expectNext(page, { pg: 'nice_v2', name: 'again' })
    expect(hosts.count('prepare')).toBe(1)
    expect(await page.evaluate(() => window.shop.late)).toEqual([])
  })

  test('another IMP that is no such script, as a sandbox, takes its place', async ({ page }) => {
    await openWithSdk(page, newest)
    await expectNext(page)
    await page.evaluate(() => {
      Object.assign(window, {
        IMP: {
          init() {},
          request_pay: (params: { merchant_uid: string }, callback: (it: object) => void) =>
            callback({ success: true, imp_uid: 'imp_of_a_test', merchant_uid: params.merchant_uid }),
        },
      })
    })
    await pay(page, { merchant_uid: 'order_2' })
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_of_a_test' })
  })

  test.describe('on a phone', () => {
    test.use({ userAgent: ANDROID })
    test('the gateway’s form is submitted once', async ({ page }) => {
      await page.addInitScript(() => {
        HTMLFormElement.prototype.submit = function () {
          sessionStorage.setItem('submitted', `${sessionStorage.getItem('submitted') ?? ''}${this.target} `)
        }
      })
      await openWithSdk(page, newest, { request: { ...order, pg: 'kcp' } })
      await page.evaluate(() => window.IamportCheckout.loadIamport(window.shop.options).then(() => {}))
      await addTag(page, newest)
      await pay(page)
      const submitted = () => page.evaluate(() => sessionStorage.getItem('submitted'))
      await expect.poll(submitted).toBe('_top ')
      await page.waitForTimeout(300)
      expect(await submitted()).toBe('_top ')
    })
  })
})

test.describe('C2, H22: what comes behind a success', () => {
  for (const sdk of V1) {
    test(`${sdk}: the driver fails behind its result: never told as safe to pay again`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg: newWayOf(sdk) },
        driver: { prepare: 'rejects behind its result' },
      })
      await pay(page)
      await expectShown(page, 'order_1')
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      await page.waitForTimeout(200)
      const late = (await page.evaluate(() => window.shop.late)) as { mayHavePaid?: boolean }[]
      expect(late.filter(it => it.mayHavePaid === false)).toEqual([])
    })

    test(`${sdk}: a second result that says no: likewise`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) } })
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(async () => {
        const { result } = window.sdkFakeDriver
        await result!({ imp_uid: 'imp_order_1', merchant_uid: 'order_1' })
        await result!({
          imp_uid: 'imp_order_1',
          merchant_uid: 'order_1',
          error_code: 'F400',
          error_msg: '한도초과',
        })
      })
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      await page.waitForTimeout(200)
      const late = (await page.evaluate(() => window.shop.late)) as { mayHavePaid?: boolean }[]
      expect(late.filter(it => it.mayHavePaid === false)).toEqual([])
    })
  }
})

test.describe('C3, I: an order that was given up waits in the script’s queue, and the next one goes the new way', () => {
  for (const [sdk, request] of [
    [oldest, { pg: 'tosspayments' }],
    ['v1 1.19.0', { pg: 'nice_v2' }],
    [newest, { pg: 'nice_v2' }],
    [newest, { pg: 'tosspayments' }],
    [newest, { pg: 'tosspay_v2' }],
    [newest, { pg: undefined, channelKey: 'channel-key-1' }],
  ] as const) {
    test(`${sdk}, ${JSON.stringify(request)}: the first is put away, the second is paid`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, {
        hasSignal: true,
        hosts: hosts => {
          hosts.list.push(channelOf('nice_v2', { channel_key: 'channel-key-1' }))
          hosts.answers.frames = { delay: 600 }
        },
      })
      await pay(page, { pg: 'kcp', merchant_uid: 'order_a' })
      await page.waitForTimeout(100)
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
      await pay(page, { ...request, merchant_uid: 'order_b' })
      await page.waitForFunction(() => window.sdkFakeDriver)
      // The window of the first would open about now.
      await page.waitForTimeout(1_500)
      await expect(page.locator('#outcome')).toBeEmpty()
      expect(
        await page.locator('.imp-dialog').evaluateAll(all => all.map(it => getComputedStyle(it).display)),
      ).toEqual(['none'])
      await page.evaluate(() => {
        void window.sdkFakeDriver['approve']!()
      })
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_b' })
      expect(await page.evaluate(() => window.shop.late)).toEqual([])
    })
  }

  for (const [what, answer, channelKey, ended] of [
    ['comes late', { delay: 1_500 }, 'channel-key-1', undefined],
    ['is refused', { delay: 1_500, comes: 'refuse' }, 'channel-key-1', { code: 'PAYMENT_FAILED' }],
    ['does not have it', { delay: 1_500 }, 'channel-key-2', { code: 'PAYMENT_FAILED' }],
  ] as const) {
    test(`and the next one names a channel whose list ${what}: the first is put away before that`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, newest, {
        hasSignal: true,
        hosts: it => {
          it.list.push(channelOf('nice_v2', { channel_key: 'channel-key-1' }))
          it.answers.frames = { delay: 600 }
        },
      })
      await pay(page, { pg: 'kcp', merchant_uid: 'order_a' })
      await page.waitForTimeout(100)
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
      hosts.answers.channels = answer
      await pay(page, { pg: undefined, channelKey, merchant_uid: 'order_b' })
      // The window of the first would open about now, while the second one is being looked up.
      await page.waitForTimeout(1_100)
      expect(await shown(page)).toBe('')
      if (ended) {
        expect(await outcome(page)).toMatchObject({ ...ended, mayHavePaid: false })
        await page.waitForTimeout(600)
        expect(await shown(page)).toBe('')
      } else {
        await expectShown(page, 'order_b')
        await approve(page)
        expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_b' })
      }
      // Where the list was refused the script has lost its frames as well, and says so for a while.
      if (what === 'is refused') return
      hosts.answers = {}
      await expectNext(page, { pg: 'kcp', channelKey: undefined })
    })
  }

  test('and the next one of the old way takes its place', async ({ page }) => {
    await openWithSdk(page, newest, {
      hasSignal: true,
      hosts: hosts => (hosts.answers.frames = { delay: 400 }),
    })
    await pay(page, { pg: 'kcp', merchant_uid: 'order_a' })
    await page.waitForTimeout(100)
    await abort(page)
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
    await expectNext(page)
  })
})

test.describe('D1: v1 1.28 answers a refused popup of tosspay: POPUP_BLOCKED', () => {
  for (const language of ['ko-KR', 'en-US', 'ja-JP']) {
    test(`in ${language}, and the next one is paid`, async ({ page }) => {
      const alerts = watchAlerts(page)
      await page.addInitScript(it => {
        Object.defineProperty(navigator, 'language', { get: () => it })
      }, language)
      await openWithSdk(page, newest, {
        request: { ...order, pg: 'tosspay' },
        hosts: hosts => hosts.list.push(channelOf('tosspay')),
      })
      await refusePopups(page)
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'POPUP_BLOCKED', mayHavePaid: false })
      expect(alerts).toHaveLength(1)
      await expectNext(page, { pg: 'kcp' })
    })
  }
})

test.describe('D3: a dialog that is none yet', () => {
  const calls: [name: string, act: (imp: Imp) => void][] = [
    ['certification', imp => imp.certification({ merchant_uid: 'c' })],
    ['request_pay', imp => imp.request_pay({ merchant_uid: 'x', amount: 1 })],
    ['close', imp => imp.close()],
    ['communicate', imp => imp.communicate({})],
  ]
  for (const sdk of V1) {
    for (const [name, act] of calls) {
      test(`${sdk}: left behind by ${name} before init: the payment is paid`, async ({ page }) => {
        watchAlerts(page)
        await openWithSdk(page, sdk)
        await withImp(page, act)
        await page.waitForTimeout(50)
        await expectNext(page)
      })
    }
  }

  for (const sdk of ['v1 1.19.0', newest] as const) {
    test(`${sdk}: an element of the shop’s that its own style shows (pgIframeContainer): the payment is paid`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await page.evaluate(() => {
        const made = document
          .createRange()
          .createContextualFragment(
            '<style>#holder { display: block !important; height: 300px; position: static }</style><div id="holder"></div>',
          )
        document.body.append(made)
        const { IMP } = window as unknown as { IMP: Imp }
        IMP.init('imp12345678', { pgIframeContainer: document.getElementById('holder') })
      })
      await expect(page.locator('#holder iframe')).not.toHaveCount(0)
      await expectNext(page)
    })
  }

  test('because the page allows no inline style: the payment is paid', async ({ page }) => {
    await page.route('**/*.html', async route => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'content-security-policy': "style-src 'self'" }
      await route.fulfill({ response, headers })
    })
    await openWithSdk(page, newest)
    await withImp(page, imp => imp.init('imp12345678'))
    await page.waitForTimeout(100)
    await expectNext(page)
  })
})

test.describe('D4, D2, I: IMP.deinit', () => {
  for (const sdk of V1) {
    test(`${sdk}: between two payments: the second is paid`, async ({ page }) => {
      watchAlerts(page)
      await openWithSdk(page, sdk)
      await expectNext(page)
      await withImp(page, imp => imp.deinit())
      await page.waitForTimeout(50)
      await expectNext(page, { name: 'again' })
    })

    test(`${sdk}: between two payments of the new way: the second is paid`, async ({ page }) => {
      watchAlerts(page)
      await openWithSdk(page, sdk)
      await expectNext(page, { pg: newWayOf(sdk) })
      await withImp(page, imp => imp.deinit())
      await expectNext(page, { pg: newWayOf(sdk), name: 'again' })
    })
  }

  test('before the first payment, and behind a preload: paid', async ({ page }) => {
    watchAlerts(page)
    await openWithSdk(page, newest)
    await page.evaluate(() => window.IamportCheckout.loadIamport(window.shop.options).then(() => {}))
    await page.waitForTimeout(100)
    await withImp(page, imp => imp.deinit())
    await expectNext(page)
  })

  test('in the task in which the payment is asked for, before what init does a task later: paid', async ({
    page,
  }) => {
    watchAlerts(page)
    await openWithSdk(page, newest)
    await page.evaluate(() => {
      void window.pay()
      ;(window as unknown as { IMP: Imp }).IMP.deinit()
    })
    await expectShown(page, 'order_1')
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
    // The script has forgotten the merchant, and says so to the next one alone.
    await pay(page, { merchant_uid: 'order_2' })
    expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR', mayHavePaid: false })
    await expectNext(page)
  })
})

test.describe('E1, I: a script that does not know what is asked for: refused, and nothing opens', () => {
  const unknown: [sdk: SdkName, request: object, code: string][] = [
    ...(['1.1.5', '1.2.0', oldest, 'v1 1.19.0'] as const).flatMap((sdk): [SdkName, object, string][] => [
      [sdk, { pg: undefined, channelKey: 'channel-key-1' }, 'SDK_INCOMPATIBLE'],
      [sdk, { pg: undefined, channelGroupId: 'group-1' }, 'SDK_INCOMPATIBLE'],
    ]),
    ...['nice_v2', 'tosspay_v2', 'hyphen', 'welcome', 'toss_brandpay'].map(
      (pg): [SdkName, object, string] => [oldest, { pg }, 'INVALID_REQUEST'],
    ),
    ['v1 1.19.0', { pg: 'hyphen' }, 'INVALID_REQUEST'],
  ]
  for (const [sdk, request, code] of unknown) {
    test(`${sdk}: ${JSON.stringify(request)}`, async ({ page }) => {
      const hosts = await openWithSdk(page, sdk)
      await pay(page, { customer_id: 'c_1', merchant_uid: 'order1', ...request })
      expect(await outcome(page)).toMatchObject({ code, mayHavePaid: false, retryable: false })
      await page.waitForTimeout(200)
      expect(await shown(page)).toBe('')
      expect(hosts.count('prepare')).toBe(0)
    })
  }

  for (const [sdk, request] of [
    [oldest, { pg: 'tosspayments' }],
    [oldest, { pg: 'html5_inicis', channelKey: 'channel-key-1' }],
    ['v1 1.19.0', { pg: 'nice_v2' }],
    ['v1 1.19.0', { pg: 'kcp', channelKey: 'channel-key-1' }],
    [newest, { pg: undefined, channelKey: 'channel-key-1' }],
    [newest, { pg: 'hyphen' }],
  ] as const) {
    test(`but ${sdk} pays with ${JSON.stringify(request)}`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        hosts: hosts => hosts.list.push(channelOf('nice_v2', { channel_key: 'channel-key-1' })),
      })
      await pay(page, { merchant_uid: 'order1', ...request })
      await page.waitForFunction(
        () => window.sdkFakeDriver || document.querySelector('.imp-dialog[style*=block]'),
      )
      if (request.pg !== 'hyphen') await expectShown(page, 'order1')
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order1' })
    })
  }
})

test.describe('F1, I: one abort asks for no list, and throws nothing', () => {
  const many = [
    'html5_inicis',
    'kcp',
    'uplus',
    'nice',
    'jtnet',
    'kicc',
    'danal',
    'kakaopay',
    'settle',
    'naverpay',
    'payco',
  ]

  for (const sdk of V1) {
    for (const when of ['before its frame has loaded', 'in the task that asked for it'] as const) {
      test(`${sdk}, eleven channels: ${when}`, async ({ page }) => {
        const errors: string[] = []
        page.on('pageerror', error => errors.push(error.message))
        const hosts = await openWithSdk(page, sdk, {
          hasSignal: true,
          hosts: it => {
            it.list = many.map(name => channelOf(name))
            it.answers.frames = { delay: 300 }
          },
        })
        if (when === 'in the task that asked for it') {
          await page.evaluate(() => {
            void window.pay()
            window.controller.abort()
          })
        } else {
          await pay(page)
          await expect.poll(() => hosts.count('channels')).toBe(1)
          await abort(page)
        }
        expect(await outcome(page)).toMatchObject({ code: 'ABORTED' })
        await page.waitForTimeout(700)
        // The first one is that of init. Frames that the order may have come into meanwhile are made anew once.
        expect(hosts.count('channels')).toBeLessThanOrEqual(2)
        expect(errors).toEqual([])
      })
    }

    test(`${sdk}, eleven channels: while its window is open, and it is closed by one new list`, async ({
      page,
    }) => {
      const errors: string[] = []
      page.on('pageerror', error => errors.push(error.message))
      const hosts = await openWithSdk(page, sdk, {
        hasSignal: true,
        hosts: it => (it.list = many.map(name => channelOf(name))),
      })
      await pay(page)
      await expectShown(page, 'order_1')
      const asked = hosts.count('channels')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      await page.waitForTimeout(300)
      expect(hosts.count('channels') - asked).toBeLessThanOrEqual(1)
      expect(errors).toEqual([])
      await expectNext(page)
    })
  }
})

test.describe('F2: after a payment of the new way that was given up', () => {
  for (const sdk of V1) {
    for (const next of ['html5_inicis', 'new'] as const) {
      test(`${sdk}: the next one (${next}) asks for no list, and is paid`, async ({ page }) => {
        const hosts = await openWithSdk(page, sdk, {
          request: { ...order, pg: newWayOf(sdk) },
          hasSignal: true,
        })
        await pay(page)
        await expectShown(page, 'order_1')
        await abort(page)
        expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
        await page.waitForTimeout(100)
        const asked = hosts.count('channels')
        const pg = next === 'new' ? newWayOf(sdk) : next
        await pay(page, { pg, merchant_uid: 'order_2' })
        await expect
          .poll(() =>
            page.evaluate(() =>
              document.querySelector('.imp-dialog[style*=block]')
                ? window.buyer.shown()
                : (window.sdkFakeDriver as unknown as { order: string }).order,
            ),
          )
          .toBe('order_2')
        expect(hosts.count('channels')).toBe(asked)
        await approve(page)
        expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_2' })
      })
    }
  }
})

test.describe('F3: a popup of the new way is closed by an abort', () => {
  test('and was paid in: the script finds out, and that is told', async ({ page }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'tosspay_v2' },
      hasSignal: true,
      hosts: hosts => (hosts.state = 'STATUS_APPROVED'),
    })
    await pay(page)
    await page.waitForFunction(() => window.sdkFakeDriver?.['popup']?.())
    await abort(page)
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    expect(await page.evaluate(() => (window.sdkFakeDriver['popup']!() as Window).closed)).toBe(true)
    await expect.poll(() => page.evaluate(() => window.shop.late)).toMatchObject([{ imp_uid: 'imp_order_1' }])
  })
})

test.describe('G: nothing of v1 has a time limit', () => {
  test('a driver’s script that is slow: WINDOW_NOT_OPENED where that takes too long, and what comes then is told', async ({
    page,
  }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'nice_v2' },
      options: { openTimeout: 300 },
      hosts: hosts => (hosts.answers.prepare = { delay: 800 }),
    })
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
    await expectShown(page, 'order_1')
    await page.evaluate(() => {
      void window.sdkFakeDriver['approve']!()
    })
    await expect.poll(() => page.evaluate(() => window.shop.late)).toMatchObject([{ imp_uid: 'imp_order_1' }])
  })

  test('a driver’s script that never comes (I): WINDOW_NOT_OPENED, in doubt', async ({ page }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'nice_v2' },
      options: { openTimeout: 300 },
      hosts: hosts => (hosts.answers.driver = { comes: 'hang' }),
    })
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
  })

  test('a driver that could not be cleaned up keeps the next one away: WINDOW_NOT_OPENED', async ({
    page,
  }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'nice_v2' },
      hasSignal: true,
      driver: { cleanup: 'hangs' },
    })
    await pay(page)
    await expectShown(page, 'order_1')
    await abort(page)
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await setOpenTimeout(page, 300)
    await pay(page, { merchant_uid: 'order_2' })
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
  })

  test('openTimeout: false waits for as long as it takes', async ({ page }) => {
    await page.clock.install()
    const hosts = await openWithSdk(page, newest, {
      request: { ...order, pg: 'nice_v2' },
      options: { openTimeout: false },
      hosts: it => (it.answers.prepare = { comes: 'hang' }),
    })
    await pay(page)
    await expect.poll(() => hosts.count('prepare')).toBe(1)
    await page.clock.fastForward(600_000)
    await expectPending(page, 200)
  })
})

test.describe('I: a window that goes without a word: WINDOW_CLOSED, in doubt', () => {
  test('1.5.0: its own window, taken away', async ({ page }) => {
    await openWithSdk(page, oldest, {
      request: { ...order, pg: 'tosspayments' },
      hosts: hosts => (hosts.window = 'own IFRAME'),
    })
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => document.getElementById('imp-iframe-wrapper')!.remove())
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
  })

  test('1.5.0: its own window, over with a result that has no number', async ({ page }) => {
    await openWithSdk(page, oldest, {
      request: { ...order, pg: 'tosspayments' },
      hosts: hosts => (hosts.window = 'own IFRAME'),
    })
    await pay(page)
    await expectShown(page, 'order_1')
    await page.evaluate(() => window.buyer.act('end', { merchant_uid: 'order_1' }))
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    await expectNext(page)
  })

  test('1.5.0: the popup that it promises and forgets: WINDOW_NOT_OPENED', async ({ page }) => {
    await openWithSdk(page, oldest, {
      request: { ...order, pg: 'tosspayments' },
      options: { openTimeout: 300 },
      hosts: hosts => (hosts.window = 'own POPUP'),
    })
    await pay(page)
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED', mayHavePaid: true })
  })

  for (const sdk of V1) {
    test(`${sdk}: a driver’s, cleaned up by the page’s loadUI`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) } })
      await pay(page)
      await expectShown(page, 'order_1')
      await withImp(page, imp => imp.loadUI('payment-bridge', { merchant_uid: 'ui' }, () => {}))
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    })

    test(`${sdk}: a driver’s, whose cleanup fails when all is over`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        request: { ...order, pg: newWayOf(sdk) },
        driver: { cleanup: 'fails' },
      })
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => {
        void window.sdkFakeDriver['approve']!()
      })
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    })
  }

  test('a popup of a driver that went with its script’s answer six seconds later: resolves, or tells it late', async ({
    page,
  }) => {
    await openWithSdk(page, newest, {
      request: { ...order, pg: 'tosspay_v2' },
      hosts: hosts => {
        hosts.state = 'STATUS_APPROVED'
        hosts.answers.status = { delay: 3_000 }
      },
    })
    await pay(page)
    await page.waitForFunction(() => window.sdkFakeDriver?.['popup']?.())
    await page.evaluate(() => window.sdkFakeDriver['closePopup']!())
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })
})

test.describe('I: an abort under a window of the new way', () => {
  for (const sdk of V1) {
    test(`${sdk}: in doubt, and the next payment takes the window away`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) }, hasSignal: true })
      await pay(page)
      await expectShown(page, 'order_1')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      await expectNext(page, { pg: newWayOf(sdk) })
      await expect(page.locator('.portone-driver-window')).toHaveCount(0)
    })

    test(`${sdk}: and what is paid in it all the same is told`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: { ...order, pg: newWayOf(sdk) }, hasSignal: true })
      await pay(page)
      await expectShown(page, 'order_1')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      await page.evaluate(() => {
        void window.sdkFakeDriver['approve']!()
      })
      await expect
        .poll(() => page.evaluate(() => window.shop.late))
        .toMatchObject([{ imp_uid: 'imp_order_1' }])
    })
  }
})

test.describe('onProgress', () => {
  for (const pg of ['html5_inicis', 'nice_v2'] as const) {
    test(`${pg}: says when the window is being opened and is open, which a page’s way out needs`, async ({
      page,
    }) => {
      await openWithSdk(page, newest, { request: { ...order, pg } })
      await pay(page)
      await expectShown(page, 'order_1')
      await expect
        .poll(() => page.evaluate(() => window.shop.progress.filter(it => it !== 'loading')))
        .toEqual(['opening', 'open'])
    })
  }
})
