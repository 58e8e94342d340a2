/** `pay` and `resume` in a browser: each way in which it hears of an end, with each server that a shop may have. */
import { expect, type Page, type Route, test } from '@playwright/test'
import { withBuild } from './support/builds.ts'
import { BUNDLE, early } from './support/html.ts'
import { order } from './support/shop.ts'

const ids = { imp_uid: 'imp_1', merchant_uid: 'order_1' }
const success = { success: true, ...ids }
const doubtful = { success: false, ...ids }
const clear = { success: false, ...ids, error_msg: '한도초과' }

/** A shop whose server is asked by address, and a script without windows that calls back when the test says so. */
const SHOP = `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>shop</title>
<script>
  window.IMP = { init() {}, agency() {}, certification() {}, request_pay(_, callback) { window.answer = callback } }
</script>
${BUNDLE}</head><body><button id="pay">결제하기</button><output id="paid"></output><output id="resumed"></output>
${early(`
  const { createCheckout } = window.IamportCheckout
  const checkout = createCheckout({ userCode: 'imp12345678', verify: '/verify', openTimeout: 5000 })
  const show = (id, promise) => promise.then(
    verified => { document.getElementById(id).textContent = verified ? verified.verdict : 'nothing' },
    error => { document.getElementById(id).textContent = error.code + ' ' + error.mayHavePaid },
  )
  document.getElementById('pay').onclick = () => { show('paid', checkout.pay(${JSON.stringify(order)})) }
  show('resumed', checkout.resume())
`)}
</body></html>`

type Server = (question: number, route: Route) => Promise<unknown>
const says =
  (verdict: string): Server =>
  (_, route) =>
    route.fulfill({ json: { verdict } })
const html =
  (status: number): Server =>
  (_, route) =>
    route.fulfill({ status, body: '<h1>nginx</h1>', contentType: 'text/html' })

/** What the server does, and what it is worth: a verdict, or none. */
const SERVERS: Record<string, { server: Server; gives: 'paid' | 'unpaid' | 'nothing' }> = {
  'knows of the money': { server: says('paid'), gives: 'paid' },
  'knows of no money': { server: says('unpaid'), gives: 'unpaid' },
  'is slow': {
    server: async (_, route) => {
      await new Promise(resolve => setTimeout(resolve, 700))
      await route.fulfill({ json: { verdict: 'paid' } })
    },
    gives: 'paid',
  },
  'is down, then up': {
    server: (question, route) =>
      question < 2 ? route.abort() : route.fulfill({ json: { verdict: 'paid' } }),
    gives: 'paid',
  },
  'answers 404': { server: html(404), gives: 'nothing' },
  'answers with HTML': { server: html(200), gives: 'nothing' },
  'has a verdict of its own': { server: says('PAID'), gives: 'nothing' },
}

interface Shop {
  server: Server
  claims: unknown[]
  /** How many questions wait for their answer. Time stands still meanwhile, for it would fly past the answer. */
  waiting: number
}

const shops = new WeakMap<Page, Shop>()

const openShop = async (page: Page, address = ''): Promise<Shop> => {
  const shop: Shop = { server: says('unpaid'), claims: [], waiting: 0 }
  shops.set(page, shop)
  await page.clock.install()
  await page.route(/\/page\.html/, route =>
    route.fulfill({ body: withBuild(SHOP), contentType: 'text/html; charset=utf-8' }),
  )
  await page.route('**/verify', route => {
    expect(route.request().method()).toBe('POST')
    shop.claims.push(route.request().postDataJSON())
    shop.waiting++
    const over = (): void => {
      shop.waiting--
    }
    return shop.server(shop.claims.length, route).then(over, over)
  })
  await page.goto(`/page.html${address}`)
  return shop
}

/** What an output says in the end. Time flies until then, as far as a server lets it. */
const endOf = async (page: Page, id: 'paid' | 'resumed'): Promise<string> => {
  const output = page.locator(`#${id}`)
  for (let seconds = 0; seconds < 60; seconds++) {
    const text = await output.textContent()
    if (text) return text
    await expect.poll(() => shops.get(page)!.waiting).toBe(0)
    await page.clock.runFor(500)
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  }
  throw new Error(`#${id} says nothing`)
}

const clickAndAnswer = async (page: Page, response: object): Promise<void> => {
  expect(await endOf(page, 'resumed')).toBe('nothing')
  await page.click('#pay')
  await page.evaluate(it => (window as unknown as { answer(it: object): void }).answer(it), response)
}

interface Way {
  /** Leads to the end that the browser hears. Gives the output that says how it ended. */
  go(page: Page, server: Server): Promise<{ shop: Shop; id: 'paid' | 'resumed' }>
  /** How it ends where the server knows of no money, and where it gives no verdict. */
  unpaid: string
  nothing: string
  /** Whether the server is asked once only. */
  once?: true
}

const called = async (page: Page, server: Server, response: object) => {
  const shop = await openShop(page)
  shop.server = server
  await clickAndAnswer(page, response)
  return { shop, id: 'paid' as const }
}

const landed = async (page: Page, server: Server, response: object) => {
  // The page is asked at once, so the server has to be right from the beginning.
  const shop = await openShop(page)
  await endOf(page, 'resumed')
  shop.server = server
  await page.goto(
    `/page.html?${new URLSearchParams(Object.entries(response).map(([key, value]) => [key, String(value)]))}`,
  )
  return { shop, id: 'resumed' as const }
}

const WAYS: Record<string, Way> = {
  'a success from the callback': {
    go: (page, server) => called(page, server, success),
    unpaid: 'UNCONFIRMED true',
    nothing: 'UNCONFIRMED true',
  },
  'a failure in doubt from the callback': {
    go: (page, server) => called(page, server, doubtful),
    unpaid: 'PAYMENT_FAILED false',
    nothing: 'PAYMENT_FAILED true',
  },
  'a clear failure from the callback': {
    go: (page, server) => called(page, server, clear),
    unpaid: 'PAYMENT_FAILED false',
    nothing: 'PAYMENT_FAILED false',
    once: true,
  },
  'a success from a landing': {
    go: (page, server) => landed(page, server, success),
    unpaid: 'UNCONFIRMED true',
    nothing: 'UNCONFIRMED true',
  },
  'a failure in doubt from a landing': {
    go: (page, server) => landed(page, server, doubtful),
    unpaid: 'PAYMENT_FAILED false',
    nothing: 'PAYMENT_FAILED true',
  },
  'nothing, because the buyer came back': {
    go: async (page, server) => {
      const shop = await openShop(page)
      await endOf(page, 'resumed')
      await page.click('#pay')
      shop.server = server
      await page.goto('/page.html')
      return { shop, id: 'resumed' }
    },
    unpaid: 'RETURNED false',
    nothing: 'RETURNED true',
  },
  'a success that came late': {
    go: async (page, server) => {
      const shop = await openShop(page)
      await endOf(page, 'resumed')
      await page.click('#pay')
      await page.clock.runFor(5_100)
      await expect.poll(() => shop.claims.length).toBe(1)
      shop.server = server
      await page.evaluate(it => (window as unknown as { answer(it: object): void }).answer(it), success)
      return { shop, id: 'paid' }
    },
    unpaid: 'UNCONFIRMED true',
    nothing: 'UNCONFIRMED true',
  },
  'a success, and the page is loaded anew while the server is asked': {
    go: async (page, server) => {
      const shop = await openShop(page)
      shop.server = () => new Promise(() => {})
      await clickAndAnswer(page, success)
      await expect.poll(() => shop.claims.length).toBe(1)
      Object.assign(shop, { server, waiting: 0 })
      await page.goto('/page.html')
      return { shop, id: 'resumed' }
    },
    unpaid: 'UNCONFIRMED true',
    nothing: 'UNCONFIRMED true',
  },
}

for (const [heard, { go, unpaid, nothing, once }] of Object.entries(WAYS)) {
  test.describe(`heard: ${heard}`, () => {
    for (const [name, { server, gives }] of Object.entries(SERVERS)) {
      const isLost = once && name === 'is down, then up'
      const end = isLost ? nothing : { paid: 'paid', unpaid, nothing }[gives]
      test(`the server ${name}: ${end}`, async ({ page }) => {
        const { shop, id } = await go(page, server)
        expect(await endOf(page, id)).toBe(end)
        for (const claim of shop.claims) expect(claim).toMatchObject({ merchant_uid: 'order_1' })
        const isAskedAgain = !once && gives !== 'paid'
        if (isAskedAgain) expect(shop.claims.length).toBeGreaterThanOrEqual(4)
        if (once) expect(shop.claims).toHaveLength(1)
      })
    }
  })
}

test('a forged landing resolves nothing', async ({ page }) => {
  const forged = {
    imp_uid: 'imp_9',
    merchant_uid: 'order_of_another',
    imp_success: 'true',
    status: 'paid',
    verdict: 'paid',
  }
  await landed(page, says('unpaid'), forged)
  expect(await endOf(page, 'resumed')).toBe('UNCONFIRMED true')
  expect(new URL(page.url()).searchParams.has('imp_uid')).toBe(false)
})

test('two tabs: each has its own memory, and none says what the other was told', async ({
  page,
  context,
}) => {
  const { shop } = await called(page, says('unpaid'), success)
  expect(await endOf(page, 'paid')).toBe('UNCONFIRMED true')
  const other = await context.newPage()
  const theirs = await openShop(other)
  theirs.server = says('paid')
  expect(await endOf(other, 'resumed')).toBe('nothing')
  await other.close()
  shop.server = says('paid')
  await page.goto('/page.html')
  expect(await endOf(page, 'resumed')).toBe('paid')
})

test('storage refused: what the server says is said all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await called(page, says('paid'), success)
  expect(await endOf(page, 'paid')).toBe('paid')
})
