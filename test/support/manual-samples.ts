/**
 * The sample calls of the iamport manual (공통, KICC, LGU+, JTNet, KCP), parameter for parameter, as calls: that they
 * compile is the type test, what they send is checked by those who pass a `requestPay`.
 */
import type { requestPay } from '../../src/index.ts'

type Pay = (...call: Parameters<typeof requestPay>) => unknown
const shop = { userCode: 'imp33886024' }

const mobile = 'https://www.my-service.com/payments/complete/mobile'

const buyer = () => ({
  merchant_uid: `merchant_${Date.now()}`,
  name: '주문명:결제테스트',
  amount: 14000,
  buyer_email: 'iamport@siot.do',
  buyer_name: '구매자이름',
  buyer_tel: '010-1234-5678',
  buyer_addr: '서울특별시 강남구 삼성동',
  buyer_postcode: '123-456',
})

const products = [
  { orderNumber: 'xxxx', name: '상품A', quantity: 3, amount: 1000 },
  { orderNumber: 'yyyy', name: '상품B', quantity: 2, amount: 3000 },
]

/** Every sample that the manual calls complete: where it is from, and the call. */
export const samples = (pay: Pay): Record<string, () => unknown> => ({
  '공통 2.1: html5_inicis': () => pay({ pg: 'html5_inicis', pay_method: 'card', ...buyer() }, shop),
  '공통 2.2.a: inicis, PC': () => pay({ pg: 'inicis', pay_method: 'card', ...buyer() }, shop),
  '공통 2.2.b: inicis, mobile': () =>
    pay(
      {
        pg: 'inicis',
        pay_method: 'card',
        ...buyer(),
        m_redirect_url: 'https://www.myservice.com/payments/complete',
      },
      shop,
    ),
  'KICC 1: PC': () => pay({ pg: 'kicc', pay_method: 'card', ...buyer() }, shop),
  'KICC 2.1: mobile': () =>
    pay({ pg: 'html5_inicis', pay_method: 'card', ...buyer(), m_redirect_url: mobile }, shop),
  'KICC 3: escrow with products': () =>
    pay({ pg: 'kicc', escrow: true, kiccProducts: products, pay_method: 'vbank', ...buyer() }, shop),
  'LGU+ 1: PC': () => pay({ pg: 'uplus', pay_method: 'card', ...buyer() }, shop),
  'LGU+ 2.1: mobile': () =>
    pay({ pg: 'uplus', pay_method: 'card', ...buyer(), m_redirect_url: mobile }, shop),
  'JTNet 1: PC': () => pay({ pg: 'jtnet', pay_method: 'card', ...buyer() }, shop),
  'JTNet 2.1: mobile': () =>
    pay({ pg: 'jtnet', pay_method: 'card', ...buyer(), m_redirect_url: mobile }, shop),
  'JTNet 3.1: WebView': () =>
    pay(
      { pg: 'jtnet', pay_method: 'card', ...buyer(), m_redirect_url: mobile, app_scheme: 'iamporttest' },
      shop,
    ),
  'KCP 1: PC': () => pay({ pg: 'kcp', pay_method: 'card', ...buyer() }, shop),
  'KCP 2.1: mobile': () => pay({ pg: 'kcp', pay_method: 'card', ...buyer(), m_redirect_url: mobile }, shop),
  'KCP 3: WebView': () =>
    pay(
      {
        pg: 'html5_inicis',
        pay_method: 'card',
        ...buyer(),
        m_redirect_url: mobile,
        app_scheme: 'iamporttest',
      },
      shop,
    ),
  'KCP 4: escrow with products': () =>
    pay({ pg: 'kcp', escrow: true, kcpProducts: products, pay_method: 'card', ...buyer() }, shop),
  'KCP 5: PAYCO hub': () => pay({ pg: 'kcp', escrow: true, pay_method: 'payco', ...buyer() }, shop),
})

/** The two samples that the manual shows first and then calls incomplete. */
export const incomplete = {
  KICC: { pg: 'kicc', escrow: true, pay_method: 'vbank', ...buyer() },
  KCP: { pg: 'kcp', escrow: true, pay_method: 'card', ...buyer() },
} as const
