import { expect, test } from '@playwright/test'
import { kiccWithFaults } from '../test/support/requests.ts'
import { JQUERY, openShop, order, read, routeScripts, SDK, sdkCalls, spyOnSdk } from './support/shop.ts'

test.describe('a PC', () => {
  test('a click opens the window, and approving resolves', async ({ page }) => {
    const { requests } = await routeScripts(page)
    await openShop(page)
    await page.click('#pay')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await dialog.locator('[data-outcome=approve]').click()

    expect(await read(page, 'outcome')).toMatchObject({
      imp_uid: expect.stringMatching(/^imp_\d+$/),
      merchant_uid: order.merchant_uid,
      paid_amount: 14000,
      status: 'paid',
      via: 'callback',
    })
    await expect(dialog).toBeHidden()
    expect(requests.filter(url => url === SDK)).toHaveLength(1)
    expect(requests.filter(url => url === JQUERY)).toHaveLength(1)
    expect(requests.filter(url => url.endsWith('.js'))).toHaveLength(2)
  })

  test('declining rejects with PAYMENT_FAILED, cancelling with CANCELLED', async ({ page }) => {
    await routeScripts(page)
    await openShop(page)
    for (const [outcome, code] of [
      ['decline', 'PAYMENT_FAILED'],
      ['cancel', 'CANCELLED'],
    ] as const) {
      await page.locator('#outcome').evaluate(output => {
        output.textContent = ''
      })
      await page.click('#pay')
      await page.locator(`[data-outcome=${outcome}]`).click()
      expect(await read(page, 'outcome')).toMatchObject({
        name: 'PayError',
        code,
        mayHavePaid: false,
        retryable: true,
        merchant_uid: order.merchant_uid,
        response: { error_code: 'F400' },
      })
    }
  })

  test('the newest script needs no jQuery', async ({ page }) => {
    const { requests } = await routeScripts(page)
    await openShop(page, {
      options: { sdk: 'v1' },
      sandbox: { outcome: 'approve', misbehave: 'bare' },
    })
    await page.click('#pay')
    expect(await read(page, 'outcome')).toMatchObject({ merchant_uid: order.merchant_uid, via: 'callback' })
    expect(requests.filter(url => url.endsWith('.js'))).toEqual(['https://cdn.iamport.kr/v1/iamport.js'])
  })

  test('with the script there, IMP.request_pay has been called when requestPay returns', async ({ page }) => {
    await routeScripts(page)
    await spyOnSdk(page)
    await openShop(page, { sandbox: { outcome: 'approve' } })
    await page.evaluate(() => {
      return window.IamportCheckout.loadIamport(window.shop.options).then(() => 0)
    })
    await page.click('#pay')
    await read(page, 'outcome')
    expect(await page.evaluate(() => window.shop.calledAtOnce)).toBe(true)
  })

  test('the request is deep-equal to what it was before', async ({ page }) => {
    await routeScripts(page)
    await spyOnSdk(page)
    const request = {
      ...order,
      pg: 'kcp',
      escrow: true,
      kcpProducts: [{ orderNumber: 'xxxx', name: '상품A', quantity: 3, amount: 1000 }],
      custom_data: { cart: [1, { a: null }] },
    }
    await openShop(page, { request, sandbox: { outcome: 'approve' } })
    await page.click('#pay')
    await read(page, 'outcome')
    expect(await sdkCalls(page)).toEqual([request])
    expect(await page.evaluate(() => window.shop.request)).toEqual(request)
  })

  test('a KICC escrow request with three faults is refused with all three, and nothing is requested', async ({
    page,
  }) => {
    const { requests } = await routeScripts(page)
    await openShop(page, { request: kiccWithFaults })
    await page.click('#pay')
    const error = await read(page, 'outcome')
    expect(error).toMatchObject({ code: 'INVALID_REQUEST', mayHavePaid: false })
    expect(error.issues.map(({ path }: { path: string }) => path).sort()).toEqual([
      'buyer_email',
      'kiccProducts[0].quantity',
      'pay_method',
    ])
    expect(requests).toEqual([])
  })
})
