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
    ['tag', 'describePayment } = IamportCheckout'],
    ['esm', "import { createCheckout } from 'iamport-checkout'"],
    ['react', "import { useCheckout } from 'iamport-checkout/react'"],
  ] as const) {
    const code = await codeOf(page, kind)
    expect(code).toContain(text)
    expect(code).toContain("app_scheme: 'myshop://'")
    expect(code).toContain("sdk: 'v1'")
    const script = kind === 'tag' ? /<script>([\s\S]*)<\/script>/.exec(code)![1]! : code
    await transform(script, { loader: 'jsx' })
  }
})

/** The code in test/demo-code.test.ts is compiled; here it is run. A shop that has it on its page, and a server that says this. */
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
const UNSURE = '결제 결과를 아직 확인하지 못했습니다'

for (const kind of ['tag', 'esm'] as const) {
  test(`the code for ${kind} pays, and tells the buyer what the server says`, async ({ page }) => {
    await open(page)
    const card = await codeOf(page, kind)
    expect(card.split('\n').length).toBeLessThan(65)
    await page.selectOption('#f-pay_method', 'vbank')
    const vbank = await codeOf(page, kind)
    await page.selectOption('#f-pg', 'kcp_billing')
    const billing = await codeOf(page, kind)
    for (const [code, sandbox, says, notice] of [
      [card, approve, { verdict: 'paid' }, '결제가 완료되었습니다'],
      [card, approve, { verdict: 'mismatch' }, '주문과 일치하지 않는 결제'],
      [card, approve, { verdict: 'cancelled' }, '결제가 취소되었습니다'],
      [vbank, approve, { verdict: 'awaiting' }, '입금하실 계좌'],
      [billing, approve, { verdict: 'registered' }, '결제 수단이 등록되었습니다'],
      // The server's word, and not the browser's, is what the buyer hears.
      [card, { outcome: 'close' }, { verdict: 'paid' }, '결제가 완료되었습니다'],
      [card, { outcome: 'decline' }, { verdict: 'paid' }, '결제가 완료되었습니다'],
      [card, { outcome: 'cancel' }, { verdict: 'unpaid' }, '결제가 취소되었습니다'],
    ] as const) {
      const asked = await openShop(page, kind, code, sandbox, says)
      await expect(page.locator('#notice')).toContainText(notice)
      expect(asked).toHaveLength(1)
      expect(asked[0]).toMatchObject({ merchant_uid: expect.stringContaining('shop') })
      await page.unroute('http://shop.test/**')
    }
    // While nobody knows, the server is asked again, and the buyer is told not to pay once more.
    const asked = await openShop(page, kind, card, approve)
    await expect(page.locator('#notice')).toHaveText('결제를 확인하고 있습니다.')
    await expect(page.locator('#notice')).toContainText(UNSURE)
    expect(asked.length).toBeGreaterThan(2)
  })
}

test('what the tab shows is what the shop runs', async ({ page }) => {
  await open(page)
  const source = readFileSync('demo/shop/checkout.ts', 'utf8')
  const code = await codeOf(page, 'esm')
  // Word for word, but for the form's values and the language of the comments.
  const lines = /<code>\n([\s\S]*?)\n *\/\/ <\/code>/.exec(source)![1]!.split('\n')
  const statements = lines.map(line => line.trim()).filter(line => line && !/^\/\/|page\./.test(line))
  expect(statements.length).toBeGreaterThan(4)
  for (const statement of statements) expect(code).toContain(statement)
  expect(code).not.toContain('page.')

  await page.locator('#code-server').check()
  const server = (await page.locator('#code').textContent())!
  for (const file of ['demo/server/payments.ts', 'docs/stores/postgres.ts'])
    expect(server).toContain(readFileSync(file, 'utf8'))
})

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
  expect(await codeOf(page, 'esm')).toContain('(payment: VerifiedPayment)')
  await page.click('#copy')
  await expect(page.locator('#copy')).toHaveText('복사했습니다')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await codeOf(page, 'esm'))
  // A script on a page is JavaScript, whatever else one writes.
  expect(await codeOf(page, 'tag')).not.toContain('PayError')
  await expect(typed).toHaveCount(0)
})
