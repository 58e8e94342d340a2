import { readFileSync } from 'node:fs'
import { expect, type Page, type Route, test } from '@playwright/test'
import { inWorker, withBuild } from './support/builds.ts'
import { BUNDLE, early, load, openBare, openHtml, tags } from './support/html.ts'
import { JQUERY, SDK, SDK_FALLBACK, serve } from './support/shop.ts'

/** How the hosts of the scripts answer: one answer for each request, the last one for all that follow. */
type Answer = 'ok' | 'fail' | 'hang' | 'empty' | number
const routes = async (page: Page, answers: { sdk?: Answer[]; jquery?: Answer[] } = {}): Promise<string[]> => {
  const requests: string[] = []
  const answer = async (route: Route, file: 'stub' | 'jquery', list: Answer[]): Promise<void> => {
    requests.push(route.request().url())
    const how = (list.length > 1 ? list.shift() : list[0]) ?? 'ok'
    if (how === 'fail') return route.abort()
    if (how === 'hang') return
    if (how === 'empty') return route.fulfill({ body: '', contentType: 'text/javascript' })
    if (typeof how === 'number') await new Promise(resolve => setTimeout(resolve, how))
    return serve(route, file).catch(() => {})
  }
  await page.route(/iamport\.kr\/.*\.js/, route => answer(route, 'stub', answers.sdk ?? ['ok']))
  await page.route(/^https:.*jquery/, route => answer(route, 'jquery', answers.jquery ?? ['ok']))
  return requests
}

/** For answers that fail, which is told at once, and for those that never come. */
const once = { retries: 1 }
const quick = { timeout: 400, retries: 1 }
const sdkRequests = (requests: string[]): string[] => requests.filter(url => url.includes('iamport.kr'))
const bodyOf = (file: string): string => readFileSync(file, 'utf8')

/** Counts on the page how often the SDK's file ran. */
const countRuns = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let imp: unknown
    Object.assign(window, { runs: 0 })
    Object.defineProperty(window, 'IMP', {
      configurable: true,
      get: () => imp,
      set(value) {
        imp = value
        if (value) (window as unknown as { runs: number }).runs++
      },
    })
  })
const runs = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { runs: number }).runs)

test.describe('loading', () => {
  test('1 importing does nothing', async ({ page }) => {
    const requests = await routes(page)
    await openHtml(page, '<!doctype html><title>bare</title><body></body>')
    const [added, html] = await page.evaluate(async tag => {
      const before = Object.getOwnPropertyNames(window)
      const document0 = document.documentElement.outerHTML
      const script = document.createRange().createContextualFragment(tag).querySelector('script')!
      await new Promise(resolve => {
        script.onload = resolve
        document.body.append(script)
      })
      script.remove()
      await import('/dist/messages.js' as string)
      await import('/dist/sandbox.js' as string)
      await new Promise(resolve => setTimeout(resolve, 100))
      const names = Object.getOwnPropertyNames(window).filter(name => !before.includes(name))
      return [names, document.documentElement.outerHTML === document0]
    }, withBuild(BUNDLE))
    expect(added).toEqual(['IamportCheckout'])
    expect(html).toBe(true)
    expect(requests).toEqual([])
  })

  test('2 three calls at once make one tag', async ({ page }) => {
    const requests = await routes(page)
    await openBare(page)
    const results = await page.evaluate(async () => {
      const { loadIamport } = window.IamportCheckout
      const imps = await Promise.all([loadIamport(), loadIamport({ userCode: 'imp1' }), loadIamport()])
      return imps.every(imp => imp === imps[0])
    })
    expect(results).toBe(true)
    expect(requests.sort()).toEqual([SDK, JQUERY].sort())
    expect((await tags(page)).filter(tag => tag.startsWith('https'))).toEqual([JQUERY, SDK])
  })

  test('3 a tag on the page that has loaded is used, with no request', async ({ page }) => {
    const requests = await routes(page)
    await openHtml(
      page,
      `<head><script src="${JQUERY}"></script><script src="${SDK}"></script>${BUNDLE}</head>`,
    )
    expect(await load(page)).toMatchObject({ ok: true })
    expect(requests).toHaveLength(2)
  })

  test('4 a global with no tag is used, with no request', async ({ page }) => {
    const requests = await routes(page)
    await openBare(page)
    await page.evaluate(() => Object.assign(window, { IMP: { init() {}, request_pay() {} } }))
    expect(await load(page, { userCode: 'imp1' })).toMatchObject({ ok: true })
    expect(requests).toEqual([])
    expect(await tags(page)).toEqual([])
  })

  test('5 a tag still in flight is waited for, and the script runs once', async ({ page }) => {
    const requests = await routes(page, { sdk: [700] })
    await countRuns(page)
    await openHtml(
      page,
      `<head><script async src="${JQUERY}"></script><script async src="${SDK}"></script>${BUNDLE}</head>`,
    )
    expect(await load(page)).toMatchObject({ ok: true })
    expect(sdkRequests(requests)).toEqual([SDK])
    expect(await runs(page)).toBe(1)
    expect((await tags(page)).filter(tag => tag === SDK)).toHaveLength(1)
  })

  test('5 a deferred tag of a page that is still being read is waited for', async ({ page }) => {
    const requests = await routes(page, { sdk: [300] })
    await countRuns(page)
    await openHtml(
      page,
      `<head>${BUNDLE}<script defer src="${JQUERY}"></script><script defer src="${SDK}"></script>
       ${early('window.early = IamportCheckout.loadIamport().then(imp => imp === window.IMP)')}</head>`,
    )
    expect(await page.evaluate(() => (window as unknown as { early: Promise<boolean> }).early)).toBe(true)
    expect(requests.sort()).toEqual([SDK, JQUERY].sort())
    expect(await runs(page)).toBe(1)
  })

  test('6 a tag that had already failed before we came is replaced', async ({ page }) => {
    const requests = await routes(page, { sdk: ['fail', 'ok'] })
    await openHtml(
      page,
      `<head>${BUNDLE}<script src="${SDK}" onerror="window.failed = true"></script></head><body>`,
    )
    await page.waitForFunction(() => 'failed' in window)
    const result = await load(page)
    expect(result).toMatchObject({ ok: true })
    // Before the ten seconds that a tag in flight is given.
    expect(result.took).toBeLessThan(9_000)
    expect(sdkRequests(requests)).toHaveLength(2)
    expect((await tags(page)).filter(tag => tag.includes('iamport.payment'))).toHaveLength(1)
  })

  test('7 after a failure the next call can succeed', async ({ page }) => {
    await routes(page, { sdk: ['fail', 'fail', 'ok'] })
    await openBare(page)
    expect(await load(page, once)).toMatchObject({ code: 'SDK_LOAD_FAILED' })
    expect(await load(page, once)).toMatchObject({ ok: true })
  })

  test('8 a failed request is retried inside one call, with backoff, at the fallback host', async ({
    page,
  }) => {
    const requests = await routes(page, { sdk: ['fail', 'ok'] })
    await openBare(page)
    const result = await load(page)
    expect(result).toMatchObject({ ok: true })
    expect(result.took).toBeGreaterThan(300)
    expect(sdkRequests(requests)).toEqual([SDK, SDK_FALLBACK])
  })

  test('8 jQuery is retried too', async ({ page }) => {
    const requests = await routes(page, { jquery: ['fail', 'ok'] })
    await openBare(page)
    expect(await load(page)).toMatchObject({ ok: true })
    expect(requests.filter(url => url.includes('jquery'))).toHaveLength(2)
    expect(sdkRequests(requests)).toEqual([SDK])
  })

  test('9 no dead tags are left behind', async ({ page }) => {
    await routes(page, { sdk: ['fail'] })
    await openBare(page)
    expect(await load(page, once)).toMatchObject({ code: 'SDK_LOAD_FAILED' })
    // jQuery did load, and the hint for the host of the windows is no tag that could be dead.
    expect(await tags(page)).toEqual([JQUERY, 'preconnect https://service.iamport.kr/'])
  })

  test('10 a 200 answer that defines no IMP rejects, and the next call can succeed', async ({ page }) => {
    await routes(page, { sdk: ['empty', 'empty', 'ok'] })
    await openBare(page)
    expect(await load(page, once)).toMatchObject({ code: 'SDK_INCOMPATIBLE' })
    expect(await load(page, once)).toMatchObject({ ok: true })
  })

  test('11 a server that never answers rejects in time, and the retry carries a changed URL', async ({
    page,
  }) => {
    const requests = await routes(page, { sdk: ['hang'] })
    await openBare(page)
    const result = await load(page, { timeout: 300, retries: 2 })
    expect(result).toMatchObject({ code: 'SDK_LOAD_TIMEOUT' })
    expect(result.took).toBeGreaterThan(900)
    expect(result.took).toBeLessThan(9_000)
    expect(new Set(sdkRequests(requests)).size).toBe(3)
    expect((await tags(page)).filter(tag => tag.includes('iamport.payment'))).toEqual([])
  })

  test('11 the next call does not join the request that hangs', async ({ page }) => {
    await routes(page, { sdk: ['hang', 'hang', 'ok'] })
    await openBare(page)
    expect(await load(page, quick)).toMatchObject({ code: 'SDK_LOAD_TIMEOUT' })
    const result = await load(page, once)
    expect(result).toMatchObject({ ok: true })
    // Its first request is answered, and its script runs although the tag before it hangs.
    expect(result.took).toBeLessThan(9_000)
  })

  test("11 a page's own tag that hangs is given up, and its URL is not joined", async ({ page }) => {
    const requests = await routes(page, { sdk: ['hang', 'ok'] })
    await openHtml(
      page,
      `<head>${BUNDLE}<script src="${JQUERY}"></script><script async src="${SDK}"></script></head><body>`,
    )
    expect(await load(page, { timeout: 1_500 })).toMatchObject({ ok: true })
    expect(sdkRequests(requests)).toHaveLength(2)
    expect(new Set(sdkRequests(requests)).size).toBe(2)
  })

  for (const [policy, header] of [
    ['nonce-only', "script-src 'nonce-abc'"],
    ['strict-dynamic', "script-src 'nonce-abc' 'strict-dynamic'"],
  ] as const) {
    test(`12 a ${policy} CSP works with the page's own nonce`, async ({ page }) => {
      await routes(page)
      const html = `<head>${BUNDLE.replace('<script', '<script nonce="abc"')}</head><body>`
      await openHtml(page, html, { 'content-security-policy': header })
      expect(await load(page)).toMatchObject({ ok: true })
    })
  }

  test('12 a nonce can be given', async ({ page }) => {
    await routes(page)
    const html = `<head>${BUNDLE}</head><body>`
    const header = "script-src 'self' 'nonce-xyz'"
    await openHtml(page, html, { 'content-security-policy': header })
    expect(await load(page, once)).toMatchObject({ code: 'SDK_LOAD_FAILED' })
    expect(await load(page, { nonce: 'xyz' })).toMatchObject({ ok: true })
  })

  test('13 Trusted Types enforced work, with a policy that has a name', async ({ page }) => {
    await routes(page)
    const policy = "require-trusted-types-for 'script'; trusted-types iamport-checkout"
    await openHtml(page, `<head>${BUNDLE}</head><body>`, { 'content-security-policy': policy })
    // jQuery 3 breaks under Trusted Types by itself, so the scripts that need it can't run on such a page.
    expect(await load(page, { sdk: 'v1' })).toMatchObject({ ok: true })
  })

  test('13 without the policy the rejection says why', async ({ page }) => {
    await routes(page)
    const policy = "require-trusted-types-for 'script'; trusted-types other"
    await openHtml(page, `<head>${BUNDLE}</head><body>`, { 'content-security-policy': policy })
    expect(await load(page, { sdk: 'v1', retries: 0 })).toMatchObject({
      code: 'SDK_LOAD_FAILED',
      cause: expect.stringContaining('iamport-checkout'),
    })
  })

  test('14 two copies of the package make one tag, one run', async ({ page }) => {
    const requests = await routes(page, { sdk: [200] })
    await countRuns(page)
    await openBare(page)
    const same = await page.evaluate(async () => {
      const copy = (await import('/dist/index.js?copy' as string)) as typeof window.IamportCheckout
      const [one, two] = await Promise.all([
        window.IamportCheckout.loadIamport({ userCode: 'imp1' }),
        copy.loadIamport({ userCode: 'imp1' }),
      ])
      return one === two && copy.loadIamport !== window.IamportCheckout.loadIamport
    })
    expect(same).toBe(true)
    expect(requests).toHaveLength(2)
    expect(await runs(page)).toBe(1)
  })

  test('15 a second call with other options is not silent', async ({ page }) => {
    await routes(page)
    await openBare(page)
    const warnings: string[] = []
    page.on('console', message => warnings.push(message.text()))
    expect(await load(page, { userCode: 'imp1' })).toMatchObject({ ok: true })
    expect(await load(page, { userCode: 'imp1' })).toMatchObject({ ok: true })
    expect(warnings).toEqual([])
    expect(await load(page, { userCode: 'imp2' })).toMatchObject({ code: 'SDK_INCOMPATIBLE' })
    expect(await load(page, { userCode: 'imp1', tierCode: 'AAA' })).toMatchObject({
      code: 'SDK_INCOMPATIBLE',
    })
    expect(await load(page, { sdk: 'v1' })).toMatchObject({ ok: true })
    expect(warnings.join()).toContain('v1')
  })

  test('16 a document without <head> works', async ({ page }) => {
    await routes(page)
    await openBare(page)
    await page.evaluate(() => document.head.remove())
    expect(await load(page)).toMatchObject({ ok: true })
  })

  test('17 the rejection has a code, and says which URLs were tried and for how long', async ({ page }) => {
    await routes(page, { sdk: ['fail', 'hang'] })
    await openBare(page)
    const { code, message = '', took } = await load(page, quick)
    expect(code).toBe('SDK_LOAD_TIMEOUT')
    expect(message).toContain(SDK)
    expect(message).toContain(SDK_FALLBACK)
    const [, hung] = [...message.matchAll(/(\d+) ms/g)].map(([, ms]) => Number(ms))
    expect(hung).toBeGreaterThanOrEqual(quick.timeout)
    expect(hung).toBeLessThanOrEqual(took)
    expect(message).toContain('onLine is true')
  })

  test('18 <div id="IMP"> does not pass for the SDK, nor keep it out', async ({ page }) => {
    await routes(page)
    await openHtml(page, `<head>${BUNDLE}</head><body><div id="IMP"></div></body>`)
    expect(await load(page)).toMatchObject({ ok: true })
    expect(await page.evaluate(() => typeof (window as { IMP?: { init?: unknown } }).IMP?.init)).toBe(
      'function',
    )
  })

  test('18 <div id="IMP"> beside a tag in flight: that one still runs, once', async ({ page }) => {
    const requests: string[] = []
    await page.route(/^https:.*jquery/, route => serve(route, 'jquery'))
    await page.route(/iamport\.kr\/.*\.js/, async route => {
      requests.push(route.request().url())
      await new Promise(resolve => setTimeout(resolve, 500))
      await serve(route, 'stub')
    })
    await openHtml(
      page,
      `<head><script async src="${SDK}"></script>${BUNDLE}</head><body><div id="IMP"></div></body>`,
    )
    expect(await load(page)).toMatchObject({ ok: true })
    expect(requests).toEqual([SDK])
  })

  test('19 a call without a document rejects with NOT_BROWSER', async ({ page, baseURL }) => {
    await openBare(page)
    const code = await page.evaluate(
      getPackage =>
        new Promise(resolve => {
          const source = `${getPackage}.then(({ loadIamport }) => loadIamport())
            .catch(error => postMessage(error.code))`
          const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
          worker.onmessage = event => resolve(event.data)
        }),
      inWorker(baseURL!),
    )
    expect(code).toBe('NOT_BROWSER')
  })
})

test.describe('a tag in flight', () => {
  test('stays where it is until it has settled or timed out', async ({ page }) => {
    await routes(page, { sdk: ['hang', 'ok'] })
    await openBare(page)
    const loading = load(page, { timeout: 2_500 })
    await expect.poll(async () => (await tags(page)).includes(SDK)).toBe(true)
    await page.waitForTimeout(400)
    expect(await tags(page)).toContain(SDK)
    expect(await loading).toMatchObject({ ok: true })
  })

  test('that comes late is taken for what it is', async ({ page }) => {
    const requests = await routes(page, { sdk: [2_000, 'hang'] })
    await openBare(page)
    const result = await load(page, { timeout: 1_500, retries: 1 })
    expect(result).toMatchObject({ ok: true })
    expect(sdkRequests(requests).length).toBeLessThanOrEqual(2)
  })
})

test('5 a tag in flight that says its address otherwise than the option is waited for', async ({ page }) => {
  let requests = 0
  await page.route('**/vendor/own.js*', async route => {
    requests++
    await new Promise(resolve => setTimeout(resolve, 400))
    await serve(route, 'stub')
  })
  await openHtml(page, `<head><script async src="/vendor/own.js"></script>${BUNDLE}</head><body>`)
  expect(await load(page, { sdk: { src: 'vendor/own.js', jquery: false } })).toMatchObject({ ok: true })
  expect(requests).toBe(1)
})

test("the page's own tag of the newest script failed: no jQuery is asked for, nor put over another", async ({
  page,
}) => {
  const requests: string[] = []
  await page.route(/^https:/, route => {
    requests.push(route.request().url())
    return requests.length === 1 ? route.abort() : serve(route, 'sandbox')
  })
  await openHtml(
    page,
    `<head><script src="/node_modules/jquery4/dist/jquery.min.js"></script>
     <script async src="https://cdn.iamport.kr/v1/iamport.js"></script>${BUNDLE}</head><body>`,
  )
  expect(await load(page, { sdk: 'v1' })).toMatchObject({ ok: true })
  expect(requests.filter(url => url.includes('jquery'))).toEqual([])
})

test("the page's own tag brings an old script beside jQuery 4: SDK_INCOMPATIBLE, and jQuery stays", async ({
  page,
}) => {
  await page.route(/^https:/, async route => {
    await new Promise(resolve => setTimeout(resolve, 300))
    await route.fulfill({
      body: 'window.IMP = { init() {}, certification() {}, request_pay() {} }',
      contentType: 'text/javascript',
    })
  })
  await openHtml(
    page,
    `<head><script src="/node_modules/jquery4/dist/jquery.min.js"></script>
     <script async src="https://cdn.iamport.kr/js/iamport.payment-1.1.5.js"></script>${BUNDLE}</head><body>`,
  )
  expect(await load(page, { sdk: 'v1' })).toMatchObject({ code: 'SDK_INCOMPATIBLE' })
  const version = () => (window as unknown as { jQuery: { fn: { jquery: string } } }).jQuery.fn.jquery
  expect(await page.evaluate(version)).toMatch(/^4/)
})

test('11 the retry of a relative address carries a changed URL', async ({ page }) => {
  const requests: string[] = []
  await page.route('**/own.js*', route => {
    requests.push(new URL(route.request().url()).pathname + new URL(route.request().url()).search)
    return route.abort()
  })
  await openHtml(page, `<head><script async src="/own.js"></script>${BUNDLE}</head><body>`)
  await load(page, { sdk: { src: '/own.js', jquery: false }, retries: 1 })
  expect(requests[0]).toBe('/own.js')
  expect(new Set(requests).size).toBe(requests.length)
})

test('15 an old script is on the page while the newest is asked for: said', async ({ page }) => {
  const warnings: string[] = []
  page.on('console', message => message.type() === 'warning' && warnings.push(message.text()))
  await openBare(page)
  await page.evaluate(() =>
    Object.assign(window, { IMP: { init() {}, certification() {}, request_pay() {} } }),
  )
  expect(await load(page, { sdk: 'v1' })).toMatchObject({ ok: true })
  expect(warnings.join()).toContain('v1')
})

test('13 a policy that the page refuses: the rejection says why', async ({ page }) => {
  await openHtml(page, `<head>${BUNDLE}</head><body>`, {
    'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
  })
  const { message, code } = await load(page, quick)
  expect(code).toBe('SDK_LOAD_FAILED')
  expect(message).toMatch(/polic/i)
})

test('4 a global with no tag is used as it is, jQuery or not', async ({ page }) => {
  const requests = await routes(page)
  await openBare(page)
  const result = await page.evaluate(async () => {
    const calls: string[] = []
    const note = (name: string) => () => void calls.push(name)
    Object.assign(window, {
      IMP: {
        ...Object.fromEntries(['init', 'agency', 'certification', 'communicate'].map(it => [it, note(it)])),
        request_pay: note('request_pay'),
      },
    })
    const request = { pg: 'kcp', merchant_uid: 'o1', amount: 1000, buyer_tel: '010' }
    void window.IamportCheckout.requestPay(request, { userCode: 'imp1' })
    return calls
  })
  expect(result).toEqual(['init', 'request_pay'])
  expect(requests).toEqual([])
})

test.describe('jQuery', () => {
  test('is nothing that the newest script is asked for, whatever members it has', async ({ page }) => {
    const requests = await routes(page)
    await page.route(/v1\/iamport\.js/, route =>
      route.fulfill({
        body: 'window.IMP = { init() {}, certification() {}, request_pay() {} }',
        contentType: 'text/javascript',
      }),
    )
    await openBare(page)
    expect(await load(page, { sdk: 'v1', retries: 0 })).toMatchObject({ ok: true })
    expect(requests.filter(url => url.includes('jquery'))).toEqual([])
  })

  test('runs before the SDK, which is fetched meanwhile', async ({ page }) => {
    await page.route(/^https:.*jquery/, async route => {
      await new Promise(resolve => setTimeout(resolve, 400))
      await serve(route, 'jquery')
    })
    await page.route(/iamport\.kr\/.*\.js/, route =>
      route.fulfill({
        body: `window.sawJquery = typeof jQuery;${bodyOf('e2e/pages/stub-sdk.js')}`,
        contentType: 'text/javascript',
      }),
    )
    await openBare(page)
    expect(await load(page)).toMatchObject({ ok: true })
    expect(await page.evaluate(() => (window as unknown as { sawJquery: string }).sawJquery)).toBe('function')
  })

  test('is loaded with its hash and no credentials', async ({ page }) => {
    await routes(page)
    await openBare(page)
    await load(page)
    const tag = page.locator(`script[src="${JQUERY}"]`)
    await expect(tag).toHaveAttribute('integrity', /^sha256-/)
    await expect(tag).toHaveJSProperty('crossOrigin', 'anonymous')
  })

  test('that was changed on its way is not run', async ({ page }) => {
    await page.route(/^https:.*jquery/, route =>
      route.fulfill({ body: 'window.evil = 1', headers: { 'access-control-allow-origin': '*' } }),
    )
    await page.route(/iamport\.kr\/.*\.js/, route => serve(route, 'stub'))
    await openBare(page)
    expect(await load(page, once)).toMatchObject({ code: 'SDK_LOAD_FAILED' })
    expect(await page.evaluate(() => 'evil' in window)).toBe(false)
  })

  test('runs before the SDK where the page’s own tag of that has failed, too', async ({ page }) => {
    await page.route(/^https:.*jquery/, async route => {
      await new Promise(resolve => setTimeout(resolve, 400))
      await serve(route, 'jquery')
    })
    let requests = 0
    await page.route(/iamport\.kr\/.*\.js/, route =>
      requests++
        ? route.fulfill({
            body: `window.sawJquery = typeof jQuery;${bodyOf('e2e/pages/stub-sdk.js')}`,
            contentType: 'text/javascript',
          })
        : route.abort(),
    )
    await openHtml(page, `<head><script async src="${SDK}"></script>${BUNDLE}</head><body>`)
    expect(await load(page)).toMatchObject({ ok: true })
    expect(await page.evaluate(() => (window as unknown as { sawJquery: string }).sawJquery)).toBe('function')
  })

  test('4 that the option brings is refused by name, and asked for once', async ({ page }) => {
    await routes(page)
    const requests: string[] = []
    await page.route('**/own-jquery.js*', route => {
      requests.push(route.request().url())
      return route.fulfill({ path: 'node_modules/jquery4/dist/jquery.min.js' })
    })
    await openBare(page)
    expect(await load(page, { sdk: { src: SDK, jquery: '/own-jquery.js' } })).toMatchObject({
      code: 'SDK_INCOMPATIBLE',
      message: expect.stringContaining('jQuery 4'),
    })
    expect(requests).toHaveLength(1)
  })

  test('4 that the page brings during a load stays, and is refused', async ({ page }) => {
    await routes(page, { jquery: ['hang'] })
    await openBare(page)
    const loading = load(page, { timeout: 1_500 })
    await page.addScriptTag({ url: '/node_modules/jquery4/dist/jquery.min.js' })
    expect(await loading).toMatchObject({
      code: 'SDK_INCOMPATIBLE',
      message: expect.stringContaining("'v1'"),
    })
    const version = () => (window as unknown as { jQuery: { fn: { jquery: string } } }).jQuery.fn.jquery
    expect(await page.evaluate(version)).toMatch(/^4/)
  })

  test('of the page is used', async ({ page }) => {
    const requests = await routes(page)
    await openHtml(page, `<head><script src="${JQUERY}"></script>${BUNDLE}</head>`)
    expect(await load(page)).toMatchObject({ ok: true })
    expect(requests).toEqual([JQUERY, SDK])
  })

  test('of ours takes neither the $ of the page nor a jQuery that it got meanwhile', async ({ page }) => {
    await routes(page, { jquery: [600] })
    const names = () => {
      const { $, jQuery } = window as unknown as { $: unknown; jQuery: { fn: { jquery: string } } }
      return [String($), jQuery.fn.jquery]
    }
    await openHtml(page, `<head><script>var $ = 'of the page'</script>${BUNDLE}</head><body>`)
    expect(await load(page)).toMatchObject({ ok: true })
    expect(await page.evaluate(names)).toEqual(['of the page', '3.7.1'])

    await openHtml(
      page,
      `<head>${BUNDLE}${early('window.loaded = window.IamportCheckout.loadIamport()')}</head><body>
       <script>var jQuery = { fn: { jquery: '1.12.4' }, toString: () => 'with plugins' }, $ = jQuery</script>`,
    )
    await page.evaluate(() => (window as unknown as { loaded: Promise<unknown> }).loaded)
    expect(await page.evaluate(names)).toEqual(['with plugins', '1.12.4'])
  })

  test('of ours that comes after it was given up takes nothing of the page, either', async ({ page }) => {
    await routes(page, { jquery: [2_000, 'ok'] })
    await openBare(page)
    expect(await load(page, quick)).toMatchObject({ ok: true })
    await page.evaluate(() => {
      const own = { fn: { jquery: '1.12.4' }, plugins: true }
      Object.assign(window, { jQuery: own, $: own })
    })
    // The tag is gone, and its script runs all the same.
    await page.waitForFunction(url => performance.getEntriesByName(url).length, JQUERY)
    await page.waitForTimeout(200)
    const plugins = () => {
      const { $, jQuery } = window as unknown as Record<'$' | 'jQuery', { plugins?: boolean }>
      return [$.plugins, jQuery.plugins]
    }
    expect(await page.evaluate(plugins)).toEqual([true, true])
  })

  for (const [what, file] of [
    ['4', 'node_modules/jquery4/dist/jquery.min.js'],
    ['slim', 'node_modules/jquery/dist/jquery.slim.min.js'],
  ] as const) {
    test(`${what} of the page is refused at once, naming the way out`, async ({ page }) => {
      const requests = await routes(page)
      await openHtml(page, `<head><script src="/${file}"></script>${BUNDLE}</head>`)
      const result = await load(page, { userCode: 'imp1' })
      expect(result).toMatchObject({ code: 'SDK_INCOMPATIBLE', message: expect.stringContaining("'v1'") })
      expect(sdkRequests(requests)).toEqual([])
      expect(await load(page, { sdk: 'v1' })).toMatchObject({ ok: true })
    })
  }
})
