/** Addresses that say of a payment what no gateway said: of the checkout itself, and of links that somebody sent. */
import { expect, type Page, test } from '@playwright/test'
import { newWayOf, openWithSdk, order, pay, type SdkName } from './support/sdk.ts'
import { ANDROID, read } from './support/shop.ts'

test.use({ userAgent: ANDROID })

/** Both ways of leaving the page: by a form of the old way, by a driver of the new one. */
const WAYS: [sdk: SdkName, pg: string][] = [
  ['1.1.5', 'kcp'],
  ['1.2.0', 'kcp'],
  ['v1 1.28.12', 'kcp'],
  ['v1 1.28.12', newWayOf('v1 1.28.12')],
]

/** Leaves for the gateway, which comes back to the address that it was given, with keys of its own behind it. */
const leaveAndLand = async (page: Page, sdk: SdkName, pg: string, address: string, keys: string) => {
  const hosts = await openWithSdk(page, sdk, { address, request: { ...order, pg } })
  await pay(page)
  await page.waitForURL('https://gateway.test/**')
  const sentTo = hosts.sentTo()
  expect(sentTo).toBeTruthy()
  const url = new URL(sentTo!)
  url.search += `${url.search ? '&' : '?'}${keys}`
  await page.goto(url.href)
  return read(page, 'resumed')
}
const numbers = 'imp_uid=imp_1&merchant_uid=order_1'

for (const [sdk, pg] of WAYS) {
  test.describe(`${sdk}, ${pg}`, () => {
    for (const own of [
      '?error_code=X',
      '?error_coe=PAY_CANCEL',
      '?error_msg=no&vbank_num=110-1',
      '#/pay?error_code=X',
    ]) {
      test(`H1: ${own} in the checkout’s address, and it is paid: resolves`, async ({ page }) => {
        const landed = await leaveAndLand(page, sdk, pg, own, numbers)
        expect(landed).toMatchObject({ imp_uid: 'imp_1', merchant_uid: 'order_1', startedHere: true })
        expect(landed.code).toBeUndefined()
        expect(landed.vbank_num).toBeUndefined()
      })
    }

    for (const own of ['?imp_status=true', '?success=true', '?imp_success=true']) {
      test(`H23: ${own} in the checkout’s address, and the gateway refuses: rejects`, async ({ page }) => {
        const landed = await leaveAndLand(page, sdk, pg, own, `${numbers}&error_code=F400&error_msg=no`)
        expect(landed).toMatchObject({ code: 'PAYMENT_FAILED', startedHere: true })
      })
    }

    test('H24: a virtual account in the checkout’s address, and another one is issued: the gateway’s', async ({
      page,
    }) => {
      const keys = `${numbers}&imp_success=true&vbank_num=110-REAL`
      const landed = await leaveAndLand(page, sdk, pg, '#?vbank_num=110-OTHER', keys)
      expect(landed).toMatchObject({ imp_uid: 'imp_1', vbank_num: '110-REAL' })
    })
  })
}
