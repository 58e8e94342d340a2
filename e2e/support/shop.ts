import { readFileSync } from 'node:fs'
import type { Page, Route } from '@playwright/test'
import { shopPage } from './builds.ts'
import { spyOnSdk as spy } from './spy.ts'

export { ANDROID, IPHONE } from '../../test/support/browser.ts'

export const SDK = 'https://cdn.iamport.kr/js/iamport.payment-1.2.0.js'
export const SDK_FALLBACK = 'https://service.iamport.kr/js/iamport.payment-1.2.0.js'
export const JQUERY = 'https://code.jquery.com/jquery-3.7.1.min.js'

/** A request without a fault. */
export const order = {
  pg: 'html5_inicis',
  pay_method: 'card',
  merchant_uid: 'order_1',
  name: '주문명:결제테스트',
  amount: 14000,
  buyer_email: 'buyer@shop.test',
  buyer_name: '구매자이름',
  buyer_tel: '010-1234-5678',
}

const files = {
  sandbox: 'dist/sandbox.min.js',
  stub: 'e2e/pages/stub-sdk.js',
  jquery: 'node_modules/jquery/dist/jquery.min.js',
}

/** Answers with a local file, as a CDN does: anybody may fetch it. */
export const serve = (route: Route, file: keyof typeof files): Promise<void> =>
  route.fulfill({
    body: readFileSync(files[file]),
    contentType: 'text/javascript',
    headers: { 'access-control-allow-origin': '*' },
  })

/** Routes the addresses of the real scripts to local files; whatever else leaves this machine is refused and noted. */
export const routeScripts = async (page: Page): Promise<{ requests: string[] }> => {
  const requests: string[] = []
  await page.context().route(/^https:/, route => {
    const url = route.request().url()
    requests.push(url)
    if (/iamport\.kr\/.*\.js/.test(url)) return serve(route, 'sandbox')
    if (/jquery-3\.7\.1|jquery@3\.7\.1/.test(url)) return serve(route, 'jquery')
    return route.abort()
  })
  return { requests }
}

export interface ShopSetup {
  /** After the page's name: query and fragment. */
  address?: string
  request?: object
  options?: object
  /** Options of the sandbox that is loaded as the SDK. */
  sandbox?: object
}

/** Opens the checkout page and readies it for a click on the button. */
export const openShop = async (page: Page, setup: ShopSetup = {}): Promise<void> => {
  const { address = '', request = order, options = {}, sandbox = {} } = setup
  await page.addInitScript(
    ([shopRequest, shopOptions, sandboxOptions]) => {
      Object.assign(window, {
        shop: { request: shopRequest, options: { userCode: 'imp12345678', ...shopOptions } },
        __IAMPORT_SANDBOX__: sandboxOptions,
      })
    },
    [request, options, sandbox] as const,
  )
  await page.goto(shopPage() + address)
  await read(page, 'resumed')
}

/** What an output of the page says, once it says something. */
export const read = async (page: Page, id: 'outcome' | 'resumed' | 'unfinished') => {
  // By default the browser would be asked at each frame, and draw one for it: a tenth of the time of these tests.
  const said = await page.waitForFunction(it => document.getElementById(it)?.textContent, id, { polling: 30 })
  return JSON.parse((await said.jsonValue())!)
}

/** Records each call of `IMP.request_pay`, and lets it through. */
export const spyOnSdk = (page: Page): Promise<unknown> => page.addInitScript(spy)

/** The parameters of all calls of `IMP.request_pay`, also of a page that was left since. */
export const sdkCalls = (page: Page): Promise<Record<string, unknown>[]> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('calls') ?? '[]'))
