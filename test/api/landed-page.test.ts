// @vitest-environment jsdom
import { prepare, resumePay } from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { goTo } from '../support/browser.ts'

describe('the URL without the result', () => {
  it.each([
    ['/done?imp_uid=imp_1&merchant_uid=m_1&imp_success=true', '/done'],
    ['/done?a=1&imp_uid=imp_1&b=2&merchant_uid=m_1#top', '/done?a=1&b=2#top'],
    ['/?a=%EA%B0%80+%20&imp_uid=imp_1&flag', '/?a=%EA%B0%80+%20&flag'],
    ['/?x=1#/done?imp_uid=imp_1&merchant_uid=m_1&tab=2', '/?x=1#/done?tab=2'],
    ['/?imp_uid=imp_1&merchant_uid=m_1#/done?y=1', '/#/done?y=1'],
    ['/?imp_uid=imp_1&merchant_uid=m_1&error_code=F400&error_msg=x&error_coe=F', '/'],
    ['/?txId=t&paymentId=p&code=F&message=no&x=1', '/?x=1'],
    [
      '/?imp_uid=imp_1&imp_success=true&code=PROMO&message=hello&success=yes',
      '/?code=PROMO&message=hello&success=yes',
    ],
    ['/?imp_uid=imp_1&success=true&code=PROMO', '/?code=PROMO'],
    ['/?imp_uid=imp_1&merchant_uid=m&success=yes', '/?success=yes'],
    ['/?imp_uid=imp_1#/a?x=1#b?imp_uid=2', '/#/a?x=1#b?imp_uid=2'],
    ['/#/a?imp_uid=i#B&merchant_uid=2', '/#/a'],
    ['/?imp%5Fuid=imp_1&merchant_uid=m_1', '/'],
    ['/?imp_uid=imp_1&merchant_uid=m_1&paymentid=5&TXID=7', '/?paymentid=5&TXID=7'],
    ['/?imp_uid=imp_1&imp_success=true&code=&message=undefined', '/?code=&message=undefined'],
    ['/?imp_uid=imp_1&imp_success=true&success=true', '/?success=true'],
    ['/?imp_uid=imp_1&error_code=F400&code=SALE', '/?code=SALE'],
    ['/?imp_uid=imp_1&merchant_uid=m&imp_status=true&kcp_action=pay', '/'],
    ['/?code=PROMO&success=true', '/?code=PROMO&success=true'],
    ['/shop', '/shop'],
  ])('%s becomes %s, for the next payment and in the address bar', async (url, clean) => {
    goTo(url)
    const { params } = prepare({ pg: 'alipay', merchant_uid: 'm_2', amount: 1 })
    expect(params.m_redirect_url).toBe(location.origin + clean)

    await resumePay({ url: location.href }).catch(() => null)
    expect(location.href).toBe(location.origin + clean)
  })
})

describe('what this tab remembers of the payment', () => {
  afterEach(() => sessionStorage.clear())
  const remember = (started: object): void =>
    sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: 'm_1', ...started }))
  const ids = 'imp_uid=imp_1&merchant_uid=m_1'

  it.each([undefined, null, 1, { toString: 1 }])('loses no result, if it is garbage: %j', async garbage => {
    remember({ gateway: garbage, sentTo: garbage })
    const success = `https://shop.test/done?${ids}`
    await expect(resumePay({ url: success })).resolves.toMatchObject({ imp_uid: 'imp_1', startedHere: true })
    await expect(resumePay({ url: `${success}&imp_success=false&error_msg=no` })).rejects.toMatchObject({
      code: 'PAYMENT_FAILED',
      startedHere: true,
    })
  })

  it('tells keys of its address from the result of this payment, not from that of another', async () => {
    remember({ sentTo: 'https://shop.test/done?code=LOGIN' })
    const url = 'https://shop.test/done?code=LOGIN&imp_uid=imp_1&merchant_uid='
    await expect(resumePay({ url: `${url}m_1` })).resolves.toMatchObject({ startedHere: true })
    await expect(resumePay({ url: `${url}m_2` })).rejects.toMatchObject({ startedHere: false })
  })

  it('is given to all calls of a task for an address, also with a call for another address between them', async () => {
    goTo(`/done?${ids}`)
    const first = resumePay()
    const other = resumePay({ url: 'https://shop.test/done' })
    const last = resumePay()
    await expect(first).resolves.toMatchObject({ imp_uid: 'imp_1' })
    await expect(other).resolves.toBeNull()
    expect(await last).toBe(await first)
  })

  it('is RETURNED once, to all calls of a task, where the URL is passed, too: an app with a router asks at every turn', async () => {
    const ask = () => resumePay({ url: 'https://shop.test/' })
    remember({ gateway: 'kcp.T0000' })
    const returned = { code: 'RETURNED', merchant_uid: 'm_1', gateway: 'kcp.T0000', mayHavePaid: true }
    const [first, second] = [ask(), ask()]
    await expect(first).rejects.toMatchObject(returned)
    await expect(second).rejects.toMatchObject(returned)
    await new Promise(resolve => setTimeout(resolve))
    await expect(ask()).resolves.toBeNull()
    await new Promise(resolve => setTimeout(resolve))

    remember({ merchant_uid: 'm_2' })
    await expect(ask()).rejects.toMatchObject({ code: 'RETURNED', merchant_uid: 'm_2' })
  })
})
