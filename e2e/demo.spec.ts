import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIRequestContext, test as base, expect, type FrameLocator, type Page } from '@playwright/test'
import axe from 'axe-core'
import { transform } from 'esbuild'
import { createServer } from 'vite'
import { type TroubleId, troubleOf } from '../demo/shared/troubles.ts'
import { type GatewayCode, gateways } from '../src/gateways.ts'
import { routeScripts, SDK } from './support/shop.ts'

/** Starts the demo as `npm start` does, on a port of its own. */
const startDemo = async () => {
  const server = await createServer({
    configFile: 'demo/vite.config.ts',
    logLevel: 'error',
    // Files that a build next door writes must not reload the page.
    server: { port: 0, host: 'localhost', hmr: false, watch: null },
  })
  await server.listen()
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() }
}

const test = base.extend<object, { demo: string }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const { url, close } = await startDemo()
      await use(url)
      await close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => use(demo),
  locale: 'ko-KR',
})

const shopOf = (page: Page): FrameLocator => page.frameLocator('#frame')

const open = async (page: Page): Promise<FrameLocator> => {
  await page.goto('/')
  await expect(page.locator('#bench')).toHaveAttribute('data-ready', 'true')
  return shopOf(page)
}

/** Chooses a device or a trouble, and waits until the shop's page has begun anew for it. */
const choose = async (page: Page, what: { device?: string; trouble?: TroubleId }): Promise<void> => {
  const { device = 'pc', trouble = 'none' } = what
  await page.locator(`#device-${device}`).check()
  await page.selectOption('#trouble', trouble)
  await expect(page.locator('#frame')).toHaveAttribute('data-ready', `${device} ${trouble}`)
}

const approve = '[data-outcome=approve]'

/** What the workbench says of the last payment. */
const outcome = (page: Page, code: string) => page.locator(`#outcome [data-code="${code}"]`)
const verdict = (page: Page, code: string) => page.locator(`#outcome [data-verdict=${code}]`)
const flag = (page: Page, code: string, name: string) => outcome(page, code).locator(`[data-flag=${name}]`)
const step = (page: Page, name: string) => page.locator(`.timeline [data-step=${name}]`)

const payable = (Object.keys(gateways) as GatewayCode[]).filter(code => code !== 'paypal_v2')
/** Two halves, for two workers. */
const halves = [payable.filter((_, index) => index % 2), payable.filter((_, index) => !(index % 2))]

for (const device of ['pc', 'iphone', 'android', 'ipad']) {
  for (const [half, codes] of halves.entries()) {
    test(`every gateway pays through to "verified" on ${device}, part ${half + 1}`, async ({ page }) => {
      test.setTimeout(90_000)
      const shop = await open(page)
      if (device !== 'pc') await choose(page, { device })
      let popups = 0
      page.context().on('page', popup => {
        popups++
        return popup.locator(approve).click()
      })
      for (const code of codes) {
        await test.step(code, async () => {
          await page.selectOption('#f-pg', code)
          await expect(page.locator('#issue-count')).not.toHaveAttribute('data-level', 'error')
          await shop.locator('#pay').click()
          const window = shop.locator(approve)
          const isOver = shop.locator('[data-verdict]')
          await expect(window.or(isOver)).toBeVisible()
          if (await window.isVisible()) await window.click()
          if (code === 'naverco') {
            await expect(shop.locator('[role=status]')).not.toBeEmpty()
            await page.click('#back')
          }
          await expect(shop.locator('[data-verdict=PAID], [data-verdict=VBANK_ISSUED]')).toBeVisible()
          await expect(step(page, 'verified')).toHaveCount(1)
        })
      }
      if (device === 'pc') expect(popups).toBeGreaterThan(0)
    })
  }
}

test('a newcomer gets to a paid, verified order in three clicks', async ({ page }) => {
  const shop = await open(page)
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(verdict(page, 'PAID')).toBeVisible()
  // Page and webhook both asked, in whatever order.
  await expect(step(page, 'webhook')).toContainText('PAID')
  for (const name of ['clicked', 'validated', 'opened', 'settled', 'complete', 'verified']) {
    await expect(step(page, name)).toHaveCount(1)
  }
})

test('each misbehaviour ends in its code', async ({ page }) => {
  test.setTimeout(60_000)
  const shop = await open(page)
  const plain: [TroubleId, mayHavePaid: boolean][] = [
    ['popup-blocked', false],
    ['window-closed', true],
    ['script-blocked', false],
    ['script-hangs', false],
    ['no-channels', true],
    ['script-throws', false],
  ]
  for (const [trouble, mayHavePaid] of plain) {
    await test.step(trouble, async () => {
      await choose(page, { trouble })
      await shop.locator('#pay').click()
      const { ends } = troubleOf(trouble)
      await expect(outcome(page, ends)).toBeVisible({ timeout: 10_000 })
      await expect(flag(page, ends, 'mayHavePaid')).toHaveText(String(mayHavePaid))
      await expect(shop.locator(`[data-code=${ends}]`)).toContainText('다')
      // Only where money may have moved the server was asked.
      await expect(verdict(page, 'NO_PAYMENT')).toHaveCount(mayHavePaid ? 1 : 0)
      await expect(shop.locator('#pay')).toBeEnabled()
    })
  }

  await test.step('double-click', async () => {
    await choose(page, { trouble: 'double-click' })
    await shop.locator('#pay').click()
    await expect(outcome(page, 'BUSY')).toHaveAttribute('data-from', 'requestPay (2)')
    await shop.locator(approve).click()
    await expect(verdict(page, 'PAID')).toBeVisible()
  })

  await test.step('uid-twice', async () => {
    await choose(page, { trouble: 'uid-twice' })
    await shop.locator('#pay').click()
    await expect(flag(page, 'DUPLICATE_ORDER', 'mayHavePaid')).toHaveText('true')
    await expect(verdict(page, 'PAID')).toBeVisible()
    await expect(shop.locator('.note')).toContainText('이미 결제된 주문입니다')
  })

  await test.step('false-though-paid', async () => {
    await choose(page, { trouble: 'false-though-paid' })
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    await expect(flag(page, 'PAYMENT_FAILED', 'mayHavePaid')).toHaveText('true')
    await expect(verdict(page, 'PAID')).toBeVisible()
  })

  await test.step('late-result', async () => {
    await choose(page, { trouble: 'late-result' })
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    await expect(outcome(page, 'WINDOW_CLOSED')).toBeVisible()
    await expect(verdict(page, 'NO_PAYMENT')).toBeVisible()
    await expect(page.locator('[data-from=onLateResult]')).toBeVisible({ timeout: 10_000 })
    await expect(verdict(page, 'PAID')).toBeVisible()
  })
})

for (const device of ['pc', 'iphone']) {
  test(`the tampered amount is refused on ${device}`, async ({ page }) => {
    const shop = await open(page)
    if (device !== 'pc') await choose(page, { device })
    await choose(page, { device, trouble: 'tampered' })
    await expect(shop.locator('#pay')).toContainText('180원')
    await shop.locator('#pay').click()
    await shop.locator(approve).click()
    // The browser was told of a success.
    await expect(outcome(page, '')).toBeVisible()
    await expect(verdict(page, 'AMOUNT_MISMATCH')).toContainText('180원')
    await expect(shop.locator('[data-verdict=AMOUNT_MISMATCH]')).toContainText('18,000원')
    await expect(step(page, 'refused')).toHaveCount(1)
    await expect(step(page, 'verified')).toHaveCount(0)
  })
}

test('an amount changed in the form is refused as well', async ({ page }) => {
  const shop = await open(page)
  await page.fill('#f-amount', '17999')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(verdict(page, 'AMOUNT_MISMATCH')).toBeVisible()
})

test('a phone leaves, comes back with Back, and the server is asked', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await expect(page.locator('#address')).toContainText('PG사 결제 페이지')
  await page.click('#back')
  await expect(page.locator('[data-from=onUnfinished]')).toBeVisible()
  await expect(verdict(page, 'NO_PAYMENT')).toBeVisible()
  for (const name of ['left', 'returned']) await expect(step(page, name)).toHaveCount(1)
  // The same order may be paid now.
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(step(page, 'returned')).toContainText('imp_uid=')
})

for (const device of ['android', 'ipad']) {
  test(`${device} pays through to "verified", with and without leaving the page`, async ({ page }) => {
    const shop = await open(page)
    await choose(page, { device })
    for (const code of ['kcp', 'danal_tpay', 'paypal']) {
      await page.selectOption('#f-pg', code)
      await shop.locator('#pay').click()
      await shop.locator(approve).click()
      await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
      await expect(step(page, 'left')).toHaveCount(code === 'danal_tpay' ? 0 : 1)
      await expect(outcome(page, '')).toHaveAttribute(
        'data-from',
        code === 'danal_tpay' ? 'requestPay' : 'resumePay',
      )
    }
  })
}

test('dark and light are chosen with a button, for all there is to see', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const shop = await open(page)
  await page.click('#scheme')
  await expect(page.locator('#scheme')).toHaveAttribute('aria-pressed', 'true')
  for (const document of [page.locator('body'), shop.locator('body')]) {
    await expect(document).toHaveCSS('color', 'rgb(236, 238, 242)')
  }
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
})

test('a redirect can land at the server', async ({ page }) => {
  const shop = await open(page)
  await page.check('#landing-server')
  await choose(page, { device: 'android' })
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(step(page, 'landing')).toContainText('PAID')
})

test('a decline is told on the landing, and the order can be paid again', async ({ page }) => {
  const shop = await open(page)
  await choose(page, { device: 'iphone' })
  await shop.locator('#pay').click()
  await shop.locator('[data-outcome=decline]').click()
  await expect(outcome(page, 'PAYMENT_FAILED')).toHaveAttribute('data-from', 'resumePay')
  await expect(shop.locator('.note')).toContainText('한도초과')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
})

test('a virtual account waits for the money, which a webhook tells of', async ({ page }) => {
  const shop = await open(page)
  await page.selectOption('#f-pay_method', 'vbank')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(verdict(page, 'VBANK_ISSUED')).toBeVisible()
  await shop.locator('#deposit').click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(step(page, 'webhook').last()).toContainText('PAID')
})

test('the form follows the gateway, and tells beside the fields what is wrong', async ({ page }) => {
  const shop = await open(page)
  await page.selectOption('#f-pg', 'kicc')
  await page.check('#f-escrow')
  await expect(page.locator('[data-issue=pay_method]')).toContainText('trans, vbank')
  await page.selectOption('#f-pay_method', 'trans')
  await expect(page.locator('[data-issue=pay_method]')).toBeEmpty()

  const quantity = page.locator('[id="f-kiccProducts[1].quantity"]')
  await quantity.fill('0.5')
  await expect(page.locator('[data-issue="kiccProducts[1].quantity"]')).toContainText('1 이상의 정수')
  await expect(quantity).toHaveAttribute('aria-invalid', 'true')
  await expect(quantity).toBeFocused()
  await page.fill('#f-buyer_email', '')
  await expect(page.locator('[data-issue=buyer_email]')).toHaveAttribute('data-level', 'error')
  await expect(page.locator('#issue-count')).toHaveText('오류 2개, 경고 0개')

  await shop.locator('#pay').click()
  await expect(outcome(page, 'INVALID_REQUEST')).toBeVisible()

  await page.click('#remove-product-1')
  await page.fill('#f-buyer_email', 'buyer@shop.example')
  await expect(page.locator('#issue-count')).toHaveText('문제가 없습니다')
  await shop.locator('#pay').click()
  await shop.locator(approve).click()
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
})

test('shows what was asked beside what is sent, and the code for it', async ({ page }) => {
  await open(page)
  await page.click('#tab-sent')
  const added = page.locator('tr[data-name=m_redirect_url]')
  await expect(added).toHaveCount(0)
  await choose(page, { device: 'iphone' })
  await expect(added).toContainText('추가')
  await expect(added).toContainText('/shop.html?device=iphone')
  await page.selectOption('#f-pg', 'nice_v2')
  await page.locator('details > summary', { hasText: '다른 파라미터' }).click()
  await page.fill('#f-app_scheme', 'myshop://')
  await expect(page.locator('tr.changed')).toContainText('"myshop"')

  await page.click('#tab-code')
  for (const [kind, text] of [
    ['tag', 'IamportCheckout.createCheckout'],
    ['esm', "import { createCheckout } from 'iamport-checkout'"],
    ['react', 'useEffect'],
  ] as const) {
    await page.locator(`#code-${kind}`).check()
    await expect(page.locator('#code')).toContainText(text)
    await expect(page.locator('#code')).toContainText("app_scheme: 'myshop://'")
    await expect(page.locator('#code')).toContainText("sdk: 'v1'")
    const code = (await page.locator('#code').textContent())!.replace(/<script[^>]*>|<\/script>/g, '')
    await transform(code, { loader: 'jsx' })
  }
})

test('pays with the keyboard alone', async ({ page }) => {
  const shop = await open(page)
  const isAt = (selector: string) =>
    shop.locator(selector).evaluate(element => element === document.activeElement)
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await isAt(selector)) return
    }
    throw new Error(`Tab doesn't reach ${selector}`)
  }
  await tabTo('#pay')
  await page.keyboard.press('Enter')
  await expect(shop.locator('[role=dialog]')).toBeFocused()
  await tabTo(approve)
  await page.keyboard.press('Enter')
  await expect(shop.locator('[data-verdict=PAID] h1')).toBeFocused()
  await tabTo('#again')
  await page.keyboard.press('Enter')
  await expect(shop.locator('#pay')).toBeEnabled()
})

for (const lang of ['ko', 'en']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious: ${lang}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`/?lang=${lang}`)
      await expect(page.locator('html')).toHaveAttribute('data-scheme', colorScheme)
      const shop = shopOf(page)
      const scan = async (where: string) => {
        for (const frame of page.frames()) {
          await frame.evaluate(axe.source)
          const found = await frame.evaluate(async () => {
            const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
              iframes: false,
            })
            return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
          })
          expect(found, `${where} ${frame.url()}`).toEqual([])
        }
      }
      await expect(shop.locator('#pay')).toBeEnabled()
      await page.selectOption('#f-pg', 'kicc')
      await page.check('#f-escrow')
      await page.fill('#f-buyer_email', '')
      await scan('with issues')
      await page.selectOption('#f-pay_method', 'vbank')
      await page.fill('#f-buyer_email', 'buyer@shop.example')
      await shop.locator('#pay').click()
      await shop.locator(approve).click()
      await expect(verdict(page, 'VBANK_ISSUED')).toBeVisible()
      await scan('with a result')
      await page.click('#tab-sent')
      await scan('sent')
      await page.click('#tab-code')
      await choose(page, { trouble: 'window-closed' })
      await shop.locator('#pay').click()
      await expect(outcome(page, 'WINDOW_CLOSED')).toBeVisible()
      await scan('with an error')
      await page.click('#open-account')
      await scan('dialog')
    })
  }
}

test.describe("the shop's server", () => {
  const sell = async (request: APIRequestContext, order: object = { cart: { beans: 1 } }) =>
    (await request.post('/orders', { data: order })).json()
  let number = 0
  /** What the sandbox reports of a payment. */
  const ledger = async (request: APIRequestContext, payment: object) => {
    const imp_uid = `imp_${Date.now()}${number++}`
    const data = { imp_uid, status: 'paid', amount: 14000, currency: 'KRW', pay_method: 'card', ...payment }
    await request.post('/demo/ledger', { data })
    return imp_uid
  }
  const complete = async (request: APIRequestContext, data: object) => {
    const reply = await request.post('/payments/complete', { data })
    return { status: reply.status(), ...(await reply.json()) }
  }

  test('sets the price itself', async ({ request }) => {
    const order = await sell(request, { cart: { beans: 2 }, amount: 1, status: 'paid' })
    expect(order).toMatchObject({ amount: 28000, currency: 'KRW', status: 'pending' })
    expect((await request.post('/orders', { data: { cart: { beans: -1 } } })).status()).toBe(400)
  })

  test('hands the goods over once, however often it is asked', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const asked = Array.from({ length: 5 }, () => complete(request, { imp_uid, merchant_uid }))
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ status: 200, code: 'PAID' })
    expect(await (await request.get(`/orders/${merchant_uid}`)).json()).toMatchObject({ handedOver: 1 })
  })

  test('believes neither page nor webhook', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const claim = { imp_uid: 'imp_0', merchant_uid, status: 'paid', success: true, amount: 14000 }
    expect(await complete(request, claim)).toMatchObject({ status: 404, code: 'NO_PAYMENT' })
    const webhook = await request.post('/payments/webhook', { data: claim })
    expect(await webhook.json()).toEqual({ code: 'NO_PAYMENT' })
    const landing = `/payments/landing?imp_uid=imp_0&merchant_uid=${merchant_uid}&imp_success=true`
    await request.get(landing)
    expect(await (await request.get(`/orders/${merchant_uid}`)).json()).toMatchObject({
      status: 'pending',
      handedOver: 0,
      log: [{ what: 'ordered' }, { what: 'complete' }, { what: 'webhook' }, { what: 'landing' }],
    })
  })

  test('refuses a webhook for an unknown order', async ({ request }) => {
    const imp_uid = await ledger(request, { merchant_uid: 'nobody' })
    const webhook = await request.post('/payments/webhook', { form: { imp_uid, merchant_uid: 'nobody' } })
    expect(webhook.status()).toBe(404)
    expect(await webhook.json()).toEqual({ code: 'UNKNOWN_ORDER' })
  })

  test('takes a webhook that is a form, and works without the page', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    const webhook = await request.post('/payments/webhook', {
      form: { imp_uid, merchant_uid, status: 'paid' },
    })
    expect(await webhook.json()).toEqual({ code: 'PAID' })
  })

  test('compares status, amount, currency and order', async ({ request }) => {
    for (const [payment, code] of [
      [{ amount: 140 }, 'AMOUNT_MISMATCH'],
      [{ amount: 14001 }, 'AMOUNT_MISMATCH'],
      [{ currency: 'USD' }, 'AMOUNT_MISMATCH'],
      [{ status: 'failed' }, 'NOT_PAID'],
      [{ status: 'ready' }, 'NOT_PAID'],
      [{ status: 'ready', pay_method: 'vbank' }, 'VBANK_ISSUED'],
      [{ status: 'ready', pay_method: 'vbank', amount: 1 }, 'AMOUNT_MISMATCH'],
      [{ merchant_uid: 'another' }, 'WRONG_ORDER'],
    ] as const) {
      const { merchant_uid } = await sell(request)
      const imp_uid = await ledger(request, { merchant_uid, ...payment })
      expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
        code,
        order: { handedOver: 0 },
      })
    }
  })

  test('sees a refund, and a second payment of one order', async ({ request }) => {
    const { merchant_uid } = await sell(request)
    const imp_uid = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({ code: 'PAID' })
    const second = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid: second, merchant_uid })).toMatchObject({ code: 'WRONG_ORDER' })
    await request.post('/demo/ledger', {
      data: {
        imp_uid,
        merchant_uid,
        status: 'cancelled',
        amount: 14000,
        currency: 'KRW',
        pay_method: 'card',
      },
    })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
      code: 'CANCELLED',
      order: { status: 'cancelled' },
    })
  })

  test("a payment of the sandbox never pays a real account's order", async ({ request }) => {
    const { merchant_uid } = await sell(request, { cart: { beans: 1 }, isReal: true })
    const imp_uid = await ledger(request, { merchant_uid })
    expect(await complete(request, { imp_uid, merchant_uid })).toMatchObject({
      status: 503,
      code: 'NO_API_KEY',
    })
  })

  test('answers nonsense with 400', async ({ request }) => {
    const headers = { 'content-type': 'application/json' }
    for (const data of ['{', '[1', '"x"', 'null']) {
      expect((await request.post('/payments/complete', { headers, data: Buffer.from(data) })).status()).toBe(
        400,
      )
    }
  })
})

test('with a merchant code, genuine script and REST API take over', async ({ browser }) => {
  // Stands for api.iamport.kr: knows one payment, and wants its token.
  const asked: string[] = []
  let payment: object | undefined
  const api = createHttpServer((req, res) => {
    asked.push(`${req.method} ${req.url}`)
    const isToken = req.url === '/users/getToken'
    const isKnown = isToken || (req.headers.authorization === 'token' && !!payment)
    res.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
    const response = isToken ? { access_token: 'token' } : isKnown ? payment : null
    res.end(JSON.stringify({ code: response ? 0 : -1, message: null, response }))
  })
  await new Promise<void>(resolve => api.listen(0, 'localhost', resolve))
  const { port } = api.address() as AddressInfo
  const env = { IMP_KEY: 'key', IMP_SECRET: 'secret', IMP_API: `http://localhost:${port}` }
  Object.assign(process.env, env)
  const { url, close } = await startDemo()
  for (const name of Object.keys(env)) delete process.env[name]

  const page = await browser.newPage({ baseURL: url, locale: 'ko-KR' })
  const { requests } = await routeScripts(page)
  await open(page)
  await page.click('#open-account')
  await expect(page.locator('dialog')).toContainText('결제를 검증할 수 있습니다')
  await page.fill('#user-code', 'imp12345678')
  await page.click('#use-account')
  await expect(page.locator('#mode')).toContainText('imp12345678')

  const opening = page.waitForEvent('popup')
  await page.click('#own-window')
  const shop = await opening
  await expect(shop.locator('.mode-real')).toContainText('imp12345678')
  await shop.route('**/payments/complete', route => {
    const { imp_uid, merchant_uid } = route.request().postDataJSON()
    payment = { imp_uid, merchant_uid, status: 'paid', amount: 18000, currency: 'KRW', pay_method: 'card' }
    return route.continue()
  })
  await shop.click('#pay')
  await shop.click(approve)
  await expect(shop.locator('[data-verdict=PAID]')).toBeVisible()
  await expect(verdict(page, 'PAID')).toBeVisible()
  expect(requests).toContain(SDK)
  expect(asked).toEqual(['POST /users/getToken', expect.stringMatching(/^GET \/payments\/imp_\d+$/)])

  await page.click('#leave-account')
  await expect(page.locator('#mode')).toContainText('샌드박스')
  await expect(shopOf(page).locator('#pay')).toBeEnabled()
  await page.close()
  await close()
  api.close()
})
