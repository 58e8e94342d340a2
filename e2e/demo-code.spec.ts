import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { transform } from 'esbuild'
import { choose, open, test } from './support/demo.ts'

type Kind = 'tag' | 'esm' | 'react'

const codeOf = async (page: Page, kind: Kind): Promise<string> => {
  await page.click('#tab-code')
  await page.locator(`#code-${kind}`).check()
  return (await page.locator('#code').textContent())!
}

test('the code has what the form says, and compiles', async ({ page }) => {
  await open(page)
  await choose(page, { device: 'iphone' })
  await page.selectOption('#f-pg', 'nice_v2')
  await page.locator('details > summary', { hasText: '다른 파라미터' }).click()
  await page.fill('#f-app_scheme', 'myshop://')
  for (const [kind, text] of [
    ['tag', 'IamportCheckout.createCheckout'],
    ['esm', "import { createCheckout } from 'iamport-checkout'"],
    ['react', 'useEffect'],
  ] as const) {
    const code = await codeOf(page, kind)
    expect(code).toContain(text)
    expect(code).toContain("app_scheme: 'myshop://'")
    expect(code).toContain("sdk: 'v1'")
    const script = kind === 'tag' ? /<script>([\s\S]*)<\/script>/.exec(code)![1]! : code
    await transform(script, { loader: 'jsx' })
  }
})

/** A shop that has the code on its page, and a server that says this. */
const openShop = async (page: Page, kind: Kind, code: string, sandbox: object, says?: object) => {
  const asked: unknown[] = []
  const modules = { 'iamport-checkout': '/dist/index.js', 'iamport-checkout/messages': '/dist/messages.js' }
  const body =
    kind === 'tag'
      ? code
      : `<script type="importmap">${JSON.stringify({ imports: modules })}</script>
<button id="pay" type="button">pay</button><p id="notice"></p><script type="module">${code}</script>`
  await page.route('http://shop.test/**', route => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/payments/complete') {
      asked.push(route.request().postDataJSON())
      return says ? route.fulfill({ json: says }) : route.abort()
    }
    if (pathname.endsWith('.js')) {
      // In `dist` the script's name has no version yet.
      const body = readFileSync(pathname.replace(/^.*\//, 'dist/').replace(/-[\d.]+(?=\.min)/, ''))
      return route.fulfill({ body, contentType: 'text/javascript' })
    }
    // An order that an earlier page of this tab has paid must not count as paid before.
    const options = `sessionStorage.clear(); window.__IAMPORT_SANDBOX__ = ${JSON.stringify(sandbox)}`
    return route.fulfill({
      contentType: 'text/html;charset=utf-8',
      body: `<!doctype html><script>${options}</script><script src="/sandbox.min.js"></script>${body}`,
    })
  })
  await page.goto('http://shop.test/')
  await page.click('#pay')
  return asked
}

const approve = { outcome: 'approve' }
const UNSURE = '결제를 확인하지 못했습니다. 다시 결제하지 마시고'
const NOT_YET = '아직 결제 내역이 확인되지 않습니다'

for (const kind of ['tag', 'esm'] as const) {
  test(`the code for ${kind} pays, and tells the buyer what the server says`, async ({ page }) => {
    await open(page)
    const card = await codeOf(page, kind)
    expect(card.split('\n').length).toBeLessThan(55)
    const vbank = await page.selectOption('#f-pay_method', 'vbank').then(() => codeOf(page, kind))
    await page.selectOption('#f-pg', 'kcp_billing')
    const billing = await codeOf(page, kind)
    for (const [code, sandbox, says, notice] of [
      [card, approve, { verdict: 'paid' }, '결제가 완료되었습니다'],
      [card, approve, { verdict: 'tampered' }, UNSURE],
      [card, approve, undefined, UNSURE],
      [vbank, approve, { verdict: 'awaiting' }, '발급된 계좌로 입금해 주세요'],
      [billing, approve, { verdict: 'registered' }, '카드가 등록되었습니다'],
      // Money may have moved: the server's word, and not the browser's, is what the buyer hears.
      [card, { outcome: 'close' }, { verdict: 'paid' }, '결제가 완료되었습니다'],
      [card, { outcome: 'close' }, { verdict: 'unpaid' }, NOT_YET],
      [billing, { outcome: 'close' }, { verdict: 'unpaid' }, NOT_YET],
    ] as const) {
      const asked = await openShop(page, kind, code, sandbox, says)
      await expect(page.locator('#notice')).toContainText(notice)
      expect(asked).toHaveLength(1)
      expect(asked[0]).toMatchObject({ merchant_uid: expect.stringContaining('shop') })
      await page.unroute('http://shop.test/**')
    }
    const asked = await openShop(page, kind, card, { outcome: 'cancel' })
    await expect(page.locator('#notice')).toContainText(
      kind === 'tag' ? '결제하지 못했습니다' : '취소되었습니다',
    )
    expect(asked).toEqual([])
  })
}

for (const name of ['</script><b>', '<!--<script>']) {
  test(`a text like ${name} does not end the code, nor keeps it from ending`, async ({ page }) => {
    await open(page)
    await page.fill('#f-name', name)
    await openShop(page, 'tag', await codeOf(page, 'tag'), approve, { verdict: 'paid' })
    await expect(page.locator('#notice')).toContainText('결제가 완료되었습니다')
  })
}

test('the code is JavaScript or TypeScript, and is copied as it stands there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  const typed = page.getByRole('checkbox', { name: 'TypeScript' })
  expect(await codeOf(page, 'esm')).not.toContain('PayError')
  await typed.check()
  await expect(typed).toBeFocused()
  expect(await codeOf(page, 'esm')).toContain('(error: PayError)')
  expect(await codeOf(page, 'react')).toContain('(error: PayError)')
  await page.click('#copy')
  await expect(page.locator('#copy')).toHaveText('복사했습니다')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await codeOf(page, 'react'))
  // A script on a page is JavaScript, whatever else one writes.
  expect(await codeOf(page, 'tag')).not.toContain('PayError')
  await expect(typed).toHaveCount(0)
})
