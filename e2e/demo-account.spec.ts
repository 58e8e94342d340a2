import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { approve, open, shopOf, startDemo, test, verdict } from './support/demo.ts'
import { routeScripts, SDK } from './support/shop.ts'

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
  const env = {
    IMP_KEY: 'key',
    IMP_SECRET: 'secret',
    IMP_TEST: '1',
    IMP_API: `http://localhost:${port}`,
  }
  Object.assign(process.env, env)
  const { url, close } = await startDemo()
  for (const name of Object.keys(env)) delete process.env[name]

  const page = await browser.newPage({ baseURL: url, locale: 'ko-KR' })
  const { requests } = await routeScripts(page)
  await open(page)
  await page.click('#open-account')
  await expect(page.locator('dialog')).toContainText('결제를 검증할 수 있습니다')
  const said = () => page.locator('#user-code').evaluate((input: HTMLInputElement) => input.validationMessage)
  for (const wrong of ['', '12345678', 'imp_12345678']) {
    await page.fill('#user-code', wrong)
    expect(await said()).toBe('imp로 시작하는 가맹점 식별코드를 넣어 주세요. 예: imp12345678')
    await page.click('#use-account')
    await expect(page.locator('dialog')).toBeVisible()
  }
  await page.fill('#user-code', 'imp12345678')
  expect(await said()).toBe('')
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
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(verdict(page, 'paid')).toBeVisible()
  expect(requests).toContain(SDK)
  // Of a test channel, it is found only where asked for.
  expect(asked).toEqual([
    'POST /users/getToken',
    expect.stringMatching(/^GET \/payments\/imp_\d+\?include_sandbox=true$/),
  ])

  await page.click('#leave-account')
  await expect(page.locator('#mode')).toContainText('샌드박스')
  await expect(shopOf(page).locator('#pay')).toBeEnabled()
  await page.close()
  await close()
  api.close()
})
