/** Pages and inputs that are not as one would wish: what a shop gets wrong, and what a page does meanwhile. */
import { expect, type Page, test } from '@playwright/test'
import { shopPage } from './support/builds.ts'
import { BUNDLE, early, load, openBare, openHtml } from './support/html.ts'
import { openWithSdk } from './support/sdk.ts'
import {
  IPHONE,
  JQUERY,
  openShop,
  order,
  read,
  routeScripts,
  sdkCalls,
  serve,
  spyOnSdk,
} from './support/shop.ts'

const shop = { userCode: 'imp12345678' }
const pay = (page: Page, options: object = shop, request: object = order) =>
  page.evaluate(
    ([given, opts]) =>
      window.IamportCheckout.requestPay(
        given as typeof window.shop.request,
        opts as typeof window.shop.options,
      ).then(
        payment => ({ paid: payment.merchant_uid }),
        error => ({ isPayError: window.IamportCheckout.isPayError(error), ...error, message: error.message }),
      ),
    [request, options] as const,
  )

/** A script that needs jQuery to begin with, as the genuine ones do; the sandbox goes without. */
const NEEDY = `window.IMP = {
  certification() {},
  init() { jQuery(document) },
  request_pay(params, callback) { jQuery(document); setTimeout(callback, 0, { imp_uid: 'imp_1', merchant_uid: params.merchant_uid }) },
}`

test.describe('the page', () => {
  test('has an element named as the package is', async ({ page }) => {
    await routeScripts(page)
    await openHtml(page, `<head>${BUNDLE}</head><body><div id="iamport-checkout"></div></body>`)
    expect(await load(page, shop)).toMatchObject({ ok: true })
  })

  test('forbids to replace alert and open: payments work', async ({ page }) => {
    await routeScripts(page)
    await page.addInitScript(() => {
      for (const name of ['alert', 'open'] as const) {
        Object.defineProperty(window, name, { value: window[name], writable: false, configurable: false })
      }
    })
    await openShop(page, { sandbox: { outcome: 'approve' } })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ via: 'callback' })
  })

  test('opens a popup of its own before the window comes, which never does: openTimeout still holds', async ({
    page,
  }) => {
    await openWithSdk(page, '1.2.0', {
      options: { openTimeout: 500 },
      hosts: hosts => (hosts.answers.channels = { comes: 'hang' }),
    })
    await page.click('#pay')
    await page.evaluate(() => window.open('about:blank'))
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
  })

  test('shows a dialog of its own on the same script, and closes it: that is seen', async ({ page }) => {
    await openWithSdk(page, '1.2.0', {
      options: { openTimeout: 400 },
      hosts: hosts => (hosts.answers.frames = { comes: 'hang' }),
    })
    await page.evaluate(() => window.IamportCheckout.loadIamport({ userCode: 'imp12345678' }).then(() => {}))
    await expect(page.locator('.imp-dialog iframe')).not.toHaveCount(0)
    const setDialog = (display: string): Promise<void> =>
      page.evaluate(value => {
        document.querySelector<HTMLElement>('.imp-dialog')!.style.display = value
      }, display)
    await setDialog('block')
    await page.evaluate(() => {
      void window.pay()
    })
    await page.waitForTimeout(600)
    await setDialog('none')
    expect(await read(page, 'outcome')).toMatchObject({ code: 'WINDOW_CLOSED' })
  })

  test('forbids meanwhile to put alert back: the payment ends all the same', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.evaluate(() =>
      Object.defineProperty(window, 'alert', { writable: false, configurable: false }),
    )
    await page.click('[data-outcome=approve]')
    expect(await read(page, 'outcome')).toMatchObject({ via: 'callback' })
  })

  test('begins to leave and stays: openTimeout still holds', async ({ page }) => {
    await page.clock.install()
    await page.route('**/download', route => route.fulfill({ status: 204 }))
    await routeScripts(page)
    await spyOnSdk(page)
    await openShop(page, { sandbox: { misbehave: 'no-channels' }, options: { openTimeout: 5_000 } })
    await page.click('#pay')
    await expect.poll(() => sdkCalls(page)).toHaveLength(1)
    const left = page.waitForRequest('**/download')
    await page.evaluate(() => {
      location.href = '/download'
    })
    await left
    await page.clock.fastForward(5_000)
    await expect(page.locator('#outcome')).toBeEmpty()
    // A page that leaves is given ten seconds.
    await page.clock.fastForward(6_000)
    await expect(page.locator('#outcome')).toContainText('WINDOW_NOT_OPENED')
  })

  for (const [ending, query] of [
    ['a payment', 'imp_uid=imp_1&merchant_uid=m_1&imp_success=true'],
    ['a failure', 'imp_uid=imp_1&merchant_uid=m_1&imp_success=false&error_msg=no'],
  ] as const) {
    test(`asks twice for ${ending} that landed, as React's StrictMode does: neither call loses it`, async ({
      page,
    }) => {
      await openBare(page)
      const uids = await page.evaluate(async landed => {
        history.replaceState(null, '', `/page.html?a=1&${landed}`)
        const { resumePay } = window.IamportCheckout
        const uid = (promise: ReturnType<typeof resumePay>) =>
          promise.then(
            payment => payment?.imp_uid ?? null,
            error => error.imp_uid,
          )
        const atOnce = await Promise.all([uid(resumePay()), uid(resumePay())])
        await new Promise(resolve => setTimeout(resolve, 20))
        return { atOnce, later: await uid(resumePay()), address: location.search }
      }, query)
      // A component of another route must not handle it again.
      expect(uids).toEqual({ atOnce: ['imp_1', 'imp_1'], later: null, address: '?a=1' })
    })
  }

  test('is an app that resumes while its own payment is open: that one is not unfinished', async ({
    page,
  }) => {
    await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    await expect(page.getByRole('dialog')).toBeVisible()
    const landed = await page.evaluate(() => window.IamportCheckout.resumePay().catch(({ code }) => code))
    expect(landed).toBeNull()
  })
})

test.describe('scripts', () => {
  const routeNeedy = async (page: Page, jquery: ('fail' | 'ok')[]): Promise<string[]> => {
    const requests: string[] = []
    await page.route(/iamport\.kr\/.*\.js/, route =>
      route.fulfill({ body: NEEDY, contentType: 'text/javascript' }),
    )
    await page.route(/^https:.*jquery/, route => {
      requests.push(route.request().url())
      return jquery.shift() === 'fail' ? route.abort() : serve(route, 'jquery')
    })
    return requests
  }

  test('jQuery never came while the SDK did: the next call gets it', async ({ page }) => {
    await routeNeedy(page, ['fail', 'fail'])
    await openBare(page)
    expect(await pay(page, { ...shop, retries: 1 })).toMatchObject({
      code: 'SDK_LOAD_FAILED',
      isPayError: true,
    })
    expect(await pay(page)).toEqual({ paid: order.merchant_uid })
  })

  test("the page's own old script is there without jQuery: used as it is, and said why it fails", async ({
    page,
  }) => {
    const requests = await routeNeedy(page, [])
    await openHtml(
      page,
      `<head><script src="https://cdn.iamport.kr/js/iamport.payment-1.1.5.js"></script>${BUNDLE}</head>`,
    )
    expect(await pay(page)).toMatchObject({ code: 'SDK_ERROR', isPayError: true })
    expect(await load(page, shop)).toMatchObject({
      message: expect.stringContaining('jQuery is not defined'),
    })
    expect(requests).toEqual([])
  })

  test("the page's own old tag is in flight while the newest is asked for: it gets its jQuery", async ({
    page,
  }) => {
    await page.route(/^https:.*jquery/, route => serve(route, 'jquery'))
    await page.route(/iamport\.kr\/.*\.js/, async route => {
      await new Promise(resolve => setTimeout(resolve, 500))
      await route.fulfill({ body: NEEDY, contentType: 'text/javascript' })
    })
    await openHtml(
      page,
      `<head><script async src="https://cdn.iamport.kr/js/iamport.payment-1.1.5.js"></script>${BUNDLE}</head>`,
    )
    expect(await pay(page, { ...shop, sdk: 'v1' })).toEqual({ paid: order.merchant_uid })
  })

  test('a tag that failed early is not waited for while images load', async ({ page }) => {
    await page.route(/hanging\.png/, () => {})
    let isFirst = true
    await page.route(/^https:/, route => {
      if (!/iamport\.kr\/.*\.js/.test(route.request().url())) return serve(route, 'jquery')
      if (!isFirst) return serve(route, 'sandbox')
      isFirst = false
      return route.abort()
    })
    await openHtml(
      page,
      `<head><script async src="https://cdn.iamport.kr/js/iamport.payment-1.2.0.js"></script>${BUNDLE}</head>
       <body><img alt="" src="/hanging.png"></body>`,
    )
    expect((await load(page, shop)).took).toBeLessThan(5_000)
  })

  test('a build of jQuery without some other parts will do', async ({ page }) => {
    await routeScripts(page)
    await openBare(page)
    await page.evaluate(() => {
      const jQuery = () => {}
      Object.assign(window, {
        jQuery: Object.assign(jQuery, { fn: { jquery: '3.7.1 -deprecated/ajax-event-alias' } }),
      })
    })
    expect(await load(page, shop)).toMatchObject({ ok: true })
  })

  test('a load that failed does not keep a usable IMP away that came since', async ({ page }) => {
    await page.route(/^https:/, route => route.abort())
    await openBare(page)
    expect(await pay(page, { ...shop, retries: 0 })).toMatchObject({ code: 'SDK_LOAD_FAILED' })
    await page.evaluate(() =>
      Object.assign(window, {
        IMP: {
          init() {},
          request_pay: (_: object, callback: (it: object) => void) => callback({ imp_uid: 'imp_1' }),
        },
      }),
    )
    expect(await pay(page)).toEqual({ paid: order.merchant_uid })
  })

  test("a script of one's own that needs no jQuery runs beside jQuery 4, again and again", async ({
    page,
  }) => {
    await page.route('**/own.js', route =>
      route.fulfill({ body: NEEDY.replace(/jQuery\(document\)/g, '0'), contentType: 'text/javascript' }),
    )
    await openHtml(
      page,
      `<head><script src="/node_modules/jquery4/dist/jquery.min.js"></script>${BUNDLE}</head><body>`,
    )
    const options = { ...shop, sdk: { src: '/own.js', jquery: false } }
    for (let round = 0; round < 2; round++)
      expect(await pay(page, options)).toEqual({ paid: order.merchant_uid })
  })

  test("the page's own tag of the newest script is in flight: nobody asks for jQuery", async ({ page }) => {
    const requests: string[] = []
    await page.route(/^https:.*jquery/, route => {
      requests.push(route.request().url())
      return route.abort()
    })
    await page.route(/v1\/iamport\.js/, async route => {
      await new Promise(resolve => setTimeout(resolve, 400))
      await serve(route, 'sandbox')
    })
    await openHtml(
      page,
      `<head><script async src="https://cdn.iamport.kr/v1/iamport.js"></script>${BUNDLE}</head><body>`,
    )
    expect(await load(page, shop)).toMatchObject({ ok: true })
    expect(requests).toEqual([])
  })

  test('a deferred tag waits for a slow one before it: it is left to its turn', async ({ page }) => {
    const requests: string[] = []
    page.on('request', request => requests.push(request.url()))
    await page.route(/^https:.*jquery/, async route => {
      await new Promise(resolve => setTimeout(resolve, 1500))
      await serve(route, 'jquery')
    })
    await page.route(/iamport\.kr\/.*\.js/, route => serve(route, 'sandbox'))
    const sdk = 'https://cdn.iamport.kr/js/iamport.payment-1.2.0.js'
    await openHtml(
      page,
      `<head>${BUNDLE}<script defer src="${JQUERY}"></script><script defer src="${sdk}"></script>
       ${early('setTimeout(() => (window.early = IamportCheckout.loadIamport().then(() => 1)), 500)')}</head><body>`,
    )
    await page.waitForFunction(() => 'early' in window)
    expect(await page.evaluate(() => (window as unknown as { early: Promise<number> }).early)).toBe(1)
    expect(requests.filter(url => url.startsWith('https:'))).toEqual([JQUERY, sdk])
  })

  test('an old one on the page does not read a channelKey', async ({ page }) => {
    await openBare(page)
    await page.evaluate(needy => new Function(needy)(), NEEDY.replace(/jQuery\(document\)/g, '0'))
    const request = { ...order, pg: undefined, channelKey: 'channel-key-1' }
    expect(await pay(page, { ...shop, provider: 'kcp' }, request)).toMatchObject({ code: 'SDK_INCOMPATIBLE' })
    // With a pg beside it, the old one reads that.
    expect(await pay(page, shop, { ...request, pg: 'kcp' })).toEqual({ paid: order.merchant_uid })
  })

  test('an old one on the page does not know a new gateway, whatever was asked', async ({ page }) => {
    await openBare(page)
    await page.evaluate(needy => new Function(needy)(), NEEDY)
    const request = { ...order, pg: 'nice_v2', merchant_uid: 'order1' }
    expect(await pay(page, { ...shop, sdk: 'v1' }, request)).toMatchObject({ code: 'INVALID_REQUEST' })
  })
})

test.describe('options and responses', () => {
  const fake = (page: Page, response: string): Promise<void> =>
    page.evaluate(source => {
      const answer = new Function(`return (${source})`)
      Object.assign(window, {
        IMP: { init() {}, request_pay: (_: object, callback: (it: unknown) => void) => callback(answer()) },
      })
    }, response)

  // What each call ends with; null where it succeeds, for it has no use for the option.
  const BAD = 'INVALID_OPTIONS'
  for (const [name, source, paying, loading] of [
    ['a controller for its signal', '{ signal: new AbortController() }', BAD, null],
    ['an openTimeout that no timer can wait', '{ openTimeout: Infinity }', BAD, null],
    ['a timeout that is no number', '{ timeout: "soon" }', BAD, BAD],
    ['a script that there is not', "{ sdk: '9.9.9' }", BAD, BAD],
    ['null for a script', '{ sdk: null }', BAD, BAD],
    ['a user code that is no text', '{ userCode: { trim: 1 } }', BAD, BAD],
    ['a getter that throws', '{ get userCode() { throw new Error("mine") } }', BAD, BAD],
    ['a getter that throws and nobody asks', '{ get nonce() { throw new Error("mine") } }', null, null],
  ] as const) {
    test(`${name}: requestPay ${paying ?? 'pays'}, loadIamport ${loading ?? 'loads'}, and the next payment works`, async ({
      page,
    }) => {
      await openBare(page)
      await fake(page, "{ success: true, imp_uid: 'imp_1' }")
      const ended = await page.evaluate(
        async ([given, text]) => {
          const options = Object.defineProperties(
            { userCode: 'imp1' },
            Object.getOwnPropertyDescriptors(new Function(`return (${text})`)()),
          )
          const { requestPay, loadIamport, createCheckout, isPayError } = window.IamportCheckout
          const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
            promise.then(
              () => null,
              error => (isPayError(error) ? error.code : `no PayError: ${error}`),
            )
          const paying = await codeOf(requestPay(given, options))
          const loading = await codeOf(loadIamport(options))
          // It reads all of them when it puts the options together, and must not throw either.
          await codeOf(createCheckout(options as Parameters<typeof createCheckout>[0]).requestPay(given))
          const { imp_uid } = await requestPay(given, { userCode: 'imp1' })
          return { paying, loading, imp_uid }
        },
        [order, source] as const,
      )
      expect(ended).toEqual({ paying, loading, imp_uid: 'imp_1' })
    })
  }

  for (const response of [
    'undefined',
    '"error"',
    '[{ success: false }]',
    '{ get success() { throw new Error("mine") } }',
  ]) {
    test(`the SDK calls back with ${response}: ends in doubt, with a PayError`, async ({ page }) => {
      await openBare(page)
      await fake(page, response)
      expect(await pay(page)).toMatchObject({ code: 'PAYMENT_FAILED', mayHavePaid: true, isPayError: true })
    })
  }
})

for (const [name, thrown] of [
  ['an object that can’t be text', 'Object.create(null)'],
  ['a symbol', 'Symbol("no")'],
  ['nothing', 'undefined'],
] as const) {
  test(`the SDK, just loaded, throws ${name}: SDK_ERROR, and the next payment is not BUSY`, async ({
    page,
  }) => {
    await page.route(/^https:/, route =>
      route.fulfill({
        body: `window.IMP = { init() {}, request_pay() { throw ${thrown} } }`,
        contentType: 'text/javascript',
      }),
    )
    await openBare(page)
    for (const merchant_uid of ['one', 'two']) {
      const ended = await page.evaluate(
        ([given, options]) =>
          window.IamportCheckout.requestPay(given, options).then(
            () => null,
            ({ code }) => code,
          ),
        [
          { ...order, merchant_uid },
          { ...shop, sdk: 'v1' },
        ] as const,
      )
      expect(ended).toBe('SDK_ERROR')
    }
  })
}

test.describe('a payment that was given up while the script was loading', () => {
  test.use({ userAgent: IPHONE })
  test('does not begin when the script has come', async ({ page }) => {
    await page.route(/^https:.*jquery/, route => serve(route, 'jquery'))
    await page.route(/iamport\.kr\/.*\.js/, async route => {
      await new Promise(resolve => setTimeout(resolve, 400))
      await serve(route, 'sandbox')
    })
    await openShop(page)
    const ended = await page.evaluate(async () => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 100)
      const { shop: it, IamportCheckout } = window
      const late: unknown[] = []
      const error = await IamportCheckout.requestPay(it.request, {
        ...it.options,
        signal: controller.signal,
        onLateResult: outcome => late.push(outcome),
      }).catch(thrown => thrown)
      await IamportCheckout.loadIamport()
      await new Promise(resolve => setTimeout(resolve, 300))
      return { code: error.code, mayHavePaid: error.mayHavePaid, late }
    })
    expect(ended).toEqual({ code: 'ABORTED', mayHavePaid: false, late: [] })
    expect(page.url()).toContain(shopPage())
  })
})
