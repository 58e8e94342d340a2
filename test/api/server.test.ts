import { createCheckout, loadIamport, parseRedirect, prepare, requestPay, resumePay } from 'iamport-checkout'
import { describe, expect, it } from 'vitest'
import { order } from '../support/requests.ts'

const shop = { userCode: 'imp12345678' }

describe('without a browser', () => {
  it('takes a PC and injects nothing', () => {
    for (const pg of ['html5_inicis', 'alipay', 'tomorrowpay']) {
      expect(
        prepare({ ...order, pg }, { redirectUrl: 'https://shop.test/done' }).params.m_redirect_url,
      ).toBeUndefined()
    }
    expect(prepare({ ...order, m_redirect_url: '/done' }).params.m_redirect_url).toBe('/done')
  })

  it.each([
    ['requestPay', () => requestPay(order, shop)],
    ['loadIamport', () => loadIamport(shop)],
    ['resumePay', () => resumePay()],
    ['createCheckout().load', () => createCheckout(shop).load()],
  ])('%s rejects with NOT_BROWSER', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ code: 'NOT_BROWSER', mayHavePaid: false, retryable: false })
  })

  it('reads a landing URL', async () => {
    const url = '/done?imp_uid=imp_1&merchant_uid=m_1&imp_success=true'
    expect(parseRedirect(url)).toMatchObject({ imp_uid: 'imp_1', merchant_uid: 'm_1' })
    await expect(resumePay({ url })).resolves.toMatchObject({ imp_uid: 'imp_1', startedHere: false })
  })
})
