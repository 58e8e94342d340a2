// @vitest-environment jsdom
/** Addresses of a shop's own that have keys of a result in them, before a payment is sent out from there. */
import { prepare, requestPay, resumePay } from 'iamport-checkout'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goTo, IPHONE, PC, pose } from '../support/browser.ts'
import { order } from '../support/requests.ts'
import { leavePage, stubImp } from '../support/stub-imp.ts'

const ids = { imp_uid: 'imp_1', merchant_uid: 'order_1' }
const numbers = 'imp_uid=imp_1&merchant_uid=order_1'

beforeEach(() => pose(IPHONE))
afterEach(() => {
  pose(PC)
  sessionStorage.clear()
  goTo('/')
})

/** Sends a payment out from an address; says where the gateway was told to come back to. */
const sendOut = (address: string, options: object = {}, request: object = {}): string => {
  goTo(address)
  let sentTo = ''
  stubImp(params => {
    sentTo = params['m_redirect_url'] as string
  })
  const given = { ...order, pg: 'kcp', merchant_uid: 'order_1', ...request }
  requestPay(given, { userCode: 'imp12345678', ...options }).catch(() => {})
  leavePage()
  return sentTo
}

/** What a gateway does with the address: its own keys behind those that are there, before a fragment. */
const landingOf = (sentTo: string, keys: string): string => {
  const url = new URL(sentTo)
  url.search += `${url.search ? '&' : '?'}${keys}`
  return url.pathname + url.search + url.hash
}

const land = (address: string): Promise<unknown> => {
  goTo(address)
  return resumePay().catch(error => error)
}

/** Addresses to which a shop has sent a buyer back, or that say something of its own. */
const OWN = [
  '/checkout?error_code=X',
  '/checkout?error_coe=PAY_CANCEL',
  '/checkout?error_msg=refused',
  '/checkout?error%5Fmsg=refused',
  '/checkout?code=F400&message=no',
  '/checkout?imp_success=false',
  '/checkout?success=false',
  '/checkout?imp_status=false&kcp_action=pay',
  '/checkout?vbank_num=110-OTHER&vbank_name=X&vbank_date=1700000001',
  '/checkout?status=failed&pay_method=vbank&pg_provider=daou',
  '/checkout?receipt_url=https://other.test/1&custom_data={"a":1}',
  '/checkout?imp_uid=imp_0&merchant_uid=order_0&imp_success=false&error_code=F400&error_msg=no',
  '/checkout?txId=tx_0&paymentId=order_0&code=PAY_PROCESS_CANCELED&message=no',
  '/#/checkout?error_code=X',
  '/?a=1#/checkout?error_msg=refused&vbank_num=110-OTHER',
  '/checkout?error_code=X#/step?error_code=Y',
  '/checkout?error_code=X&error_code=Y',
]

describe('H1: the checkout’s own address says of an earlier try', () => {
  describe.each(OWN)('%s', own => {
    // Of `code`, `status` and the like a shop may have some of its own; they go out, and count for nothing on the way back.
    it('and no key that only a result has goes out', () =>
      expect(decodeURIComponent(sendOut(own))).not.toMatch(
        /error_|imp_(uid|success|status)|kcp_action|txId|paymentId/,
      ))

    it.each<[how: string, options: (at: string) => object, request: (at: string) => object]>([
      ['the page itself', () => ({}), () => ({})],
      ['redirectUrl', redirectUrl => ({ redirectUrl }), () => ({})],
      ['m_redirect_url', () => ({}), m_redirect_url => ({ m_redirect_url })],
    ])(
      'and it is paid, landing on %s: resolves, with nothing of the address in it',
      async (how, options, request) => {
        const at = location.origin + own
        const sentTo = sendOut(how === 'the page itself' ? own : '/', options(at), request(at))
        const payment = (await land(landingOf(sentTo, numbers))) as object
        expect(payment).toMatchObject({ ...ids, via: 'redirect', startedHere: true })
        expect(Object.keys(payment).sort()).toEqual(['imp_uid', 'merchant_uid', 'raw', 'startedHere', 'via'])
      },
    )

    it('and the gateway refuses: rejects with the gateway’s words', async () => {
      const refused = `${numbers}&imp_success=false&error_code=F400&error_msg=${encodeURIComponent('한도초과')}`
      for (const sentTo of [sendOut(own), sendOut('/', { redirectUrl: location.origin + own })]) {
        expect(await land(landingOf(sentTo, refused))).toMatchObject({
          code: 'PAYMENT_FAILED',
          startedHere: true,
          response: { ...ids, error_code: 'F400', error_msg: '한도초과' },
        })
      }
    })
  })

  it('and the gateway says the same as the address did: it counts', async () => {
    const sentTo = sendOut('/', { redirectUrl: `${location.origin}/done?error_code=F400&error_msg=no` })
    const refused = `${numbers}&error_code=F400&error_msg=no`
    expect(await land(landingOf(sentTo, refused))).toMatchObject({ code: 'PAYMENT_FAILED' })
  })
})

describe('H23: the checkout’s own address says that all is well', () => {
  it.each([
    'imp_status=true',
    'imp_success=true',
    'success=true',
    'success=TRUE',
    'imp_uid=imp_0&imp_success=true',
  ])('?%s, and the gateway refuses without a flag: rejects', async own => {
    const refused = `${numbers}&error_code=F400&error_msg=no`
    const at = `/checkout?${own}`
    for (const sentTo of [sendOut(at), sendOut('/', { redirectUrl: location.origin + at })]) {
      expect(await land(landingOf(sentTo, refused))).toMatchObject({
        code: 'PAYMENT_FAILED',
        response: { error_code: 'F400' },
      })
    }
  })
})

describe('H24: an address had a virtual account in it, and the gateway issues another', () => {
  it.each([
    '/done#?vbank_num=110-OTHER',
    '/done?vbank_num=110-OTHER',
    '/#/done?vbank_num=110-OTHER',
    '/done?vbank_num=110-OTHER#/a?vbank_num=110-THIRD',
  ])('%s: what the gateway added is in the result', async own => {
    const sentTo = sendOut('/', { redirectUrl: location.origin + own })
    const keys = `${numbers}&imp_success=true&vbank_num=110-REAL`
    expect(await land(landingOf(sentTo, keys))).toMatchObject({ ...ids, vbank_num: '110-REAL' })
  })
})

describe('S3: a cancelled payment, and the next one from the page that it landed on', () => {
  it('with the address of that page as m_redirect_url: resolves', async () => {
    const first = sendOut('/checkout')
    const cancelled = `${numbers}&imp_success=false&error_code=PAY_CANCEL&error_msg=x`
    expect(await land(landingOf(first, cancelled))).toMatchObject({ code: 'CANCELLED' })
    // A shop that does not let the address be cleaned.
    const landed = landingOf(first, cancelled)
    const sentTo = sendOut(landed, {}, { m_redirect_url: location.origin + landed })
    const paid = 'imp_uid=imp_2&merchant_uid=order_1&imp_success=true'
    expect(await land(landingOf(sentTo, paid))).toMatchObject({ imp_uid: 'imp_2', startedHere: true })
  })
})

describe('E3: a channelKey beside a pg', () => {
  it.each([
    ['danal', 'kcp', false],
    ['kcp', 'danal', true],
    ['payco', 'tosspayments', false],
  ] as const)('%s decides whether the page is left, whatever %s would do', (pg, provider, leaves) => {
    const { leavesPage, params } = prepare(
      {
        ...order,
        pg,
        channelKey: 'channel-key-1',
        pay_method: pg === 'danal' ? 'phone' : 'card',
        digital: true,
      },
      { provider },
    )
    expect(leavesPage).toBe(leaves)
    expect(params['pg']).toBe(pg)
  })

  it('is warned of where they may mean two kinds of windows, not because one of them is ignored', () => {
    const { issues } = prepare(
      { ...order, pg: 'html5_inicis', channelKey: 'channel-key-1' },
      { provider: 'tosspayments' },
    )
    const [issue] = issues.filter(({ path }) => path === 'pg' || path === 'channelKey')
    expect(issue).toMatchObject({ level: 'warning' })
    expect(issue!.message).not.toMatch(/ignored/)
  })
})

describe('G: a billing key of tosspayments', () => {
  it('is sent an address to come back to, on a PC as well', () => {
    pose(PC)
    const { params } = prepare({ ...order, pg: 'tosspayments', customer_uid: 'c_1' })
    expect(params['m_redirect_url']).toBe(location.href)
  })
})
