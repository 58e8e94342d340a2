import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { makeServer } from '../src/cli/node-server.ts'
import { createSandboxApi } from '../src/sandbox/server/index.ts'
import { approve, open, shopOf, startDemo, test, verdict } from './support/demo.ts'
import { routeScripts, SDK } from './support/shop.ts'

test('with a merchant code, genuine script and REST API take over', async ({ browser }) => {
  // Stands for api.iamport.kr, and for a channel that is in test mode.
  const portone = createSandboxApi({ key: 'key', secret: 'secret', testChannel: true })
  const api = makeServer(portone.handle)
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
    if (!portone.find(imp_uid)) portone.add({ imp_uid, merchant_uid, amount: 18000 })
    return route.continue()
  })
  await shop.click('#pay')
  await shop.click(approve)
  await expect(shop.locator('[data-verdict=paid]')).toBeVisible()
  await expect(verdict(page, 'paid')).toBeVisible()
  expect(requests).toContain(SDK)
  const asked = portone.requests().map(({ method, path }) => `${method} ${path.replace(/shop\w+/, 'ORDER')}`)
  expect(asked[0]).toBe('POST /users/getToken')
  expect(asked).toContainEqual(expect.stringMatching(/^GET \/payments\/findAll\/ORDER/))
  expect(portone.payments()).toMatchObject([{ sandbox: true }])

  await page.click('#leave-account')
  await expect(page.locator('#mode')).toContainText('샌드박스')
  await expect(shopOf(page).locator('#pay')).toBeEnabled()
  await page.close()
  await close()
  api.close()
})
