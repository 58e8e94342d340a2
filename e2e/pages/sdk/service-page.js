/*
 * The page that service.iamport.kr has in a frame of the dialog. It gets an order, keeps it, and says what the gateway says.
 * What happens by itself is what the gateways' pages do; the rest a test says: `approve`, `cancel`, `say` …
 */

const CANCELLED = {
  success: false,
  error_code: 'F400',
  error_msg: '[결제포기] 사용자가 결제를 취소하셨습니다',
}
const DECLINED = { success: false, error_code: 'F400', error_msg: '한도초과' }

/** What the page asks the script for as soon as it has an order: popups sent on their way, pages left. */
const firstMessage = (order, { provider, isPhone, gateway, method, scripts }) => {
  const { merchant_uid, request_id } = order
  const impUid = `imp_${merchant_uid}`
  const address = `${gateway}?${merchant_uid}`
  const { m_redirect_url } = order
  const param = { impUid, ...(m_redirect_url && { m_redirect_url }) }
  const form = { formId: `${provider}Form`, action: address, method, charset: 'utf-8', param }
  const post = (target, custom) => ({
    action: 'proxy.post',
    data: { ...form, pgProvider: provider, target, custom, request_id },
  })
  const modal = (data, action = `${provider}.modal`) => ({ action, data: { ...data, impUid, request_id } })

  switch (provider) {
    case 'payco':
      return isPhone ? undefined : modal({ orderUrl: address })
    case 'naverpay':
      if (order.naverV2) return undefined
      return modal({ payUrl: address, popupMode: !!order.naverPopupMode })
    case 'naverco':
      return modal({ payUrl: address })
    case 'paypal':
      return modal({ redirectUrl: address })
    case 'settle':
      return isPhone ? post('_top') : modal({ submitUrl: address, frmData: { impUid } })
    case 'eximbay':
    case 'shinhan':
      return modal({ action: address, submitUrl: address, formData: { impUid }, frmData: { impUid } })
    case 'daou':
      return modal({ ...form, popup: !isPhone })
    case 'settle_firm':
      return { ...post('_top'), data: { ...post('_top').data, uiMode: order.popup ? 'popup' : 'layer' } }
    case 'smilepay':
      return post('_top', { sdk: scripts, channel: isPhone ? 'mobile' : 'pc' })
    case 'smartro':
      return isPhone ? { ...post('_top'), data: { ...post('_top').data, pgProvider: '' } } : post('payWindow')
    case 'tosspay':
      return post(isPhone ? '_top' : 'tosspayPopup')
    case 'kcp_quick':
      return post(isPhone ? '_top' : 'kcpQuick', { sdk: scripts })
    case 'chai':
      return post('_top', { sdk: scripts })
    case 'settle_acc':
      return post('settle', { sdk: scripts, requestId: request_id, merchantUid: merchant_uid, impUid })
    case 'mobilians':
      return order.pay_method === 'phone' || !isPhone ? undefined : post('_top', { sdk: scripts })
    case 'inicis':
    case 'html5_inicis':
      return isPhone
        ? { action: 'inicis.mobile', data: { action: address, formData: { impUid } } }
        : undefined
    case 'uplus':
    case 'kicc':
      return isPhone ? post('_top', { sdk: scripts, mode: 'test', bridge: address }) : undefined
    case 'kcp':
    case 'nice':
    case 'jtnet':
    case 'kakaopay':
    case 'alipay':
      return isPhone ? post('_top') : undefined
    default:
      return undefined
  }
}

/**
 * @param {object} setup
 * @param {string} setup.provider whose channel it is; empty for the default of 1.1.5, which the order's `pg` names
 * @param {boolean} setup.isPhone
 * @param {string} setup.gateway address of the gateway's page
 * @param {string} setup.method by which it is gone to
 * @param {string} setup.scripts address of the gateways' own scripts
 * @param {(message: object | string) => void} setup.post to the page around it
 */
export const makeServicePage = setup => {
  let { provider } = setup
  const page = {
    /** The first one. A frame that has an order shows it, whatever comes after it. */
    order: undefined,
    /** What became of it, for the question that comes when the popup was closed. */
    ending: undefined,
    /** What it does when it is asked what became of a popup that was closed. */
    afterClosing: 'answers',

    receive(text) {
      const { action, data } = JSON.parse(text)
      if (action === 'communicate') {
        const isClosing = /check\.closing|proxy\.closed/.test(data.result)
        if (isClosing && page.order && page.afterClosing === 'answers') {
          page.end(page.ending ?? { status: 'failed', ...CANCELLED })
        }
      } else if (!page.order) {
        page.order = data
        provider ||= data.pg?.split('.')[0]
        const message = firstMessage(data, { ...setup, provider })
        if (message) setup.post(message)
      }
    },

    /** The result, as the old way gives it. */
    end(fields) {
      const { request_id, merchant_uid, amount, name } = page.order
      setup.post({
        action: 'done',
        data: {
          request_id,
          success: true,
          imp_uid: `imp_${merchant_uid}`,
          merchant_uid,
          paid_amount: amount,
          name,
          pg_provider: provider,
          pg_type: 'payment',
          status: 'paid',
          ...fields,
        },
      })
    },

    /** What a buyer or a gateway does. */
    approve: fields => page.end(fields),
    cancel: fields => page.end({ status: 'failed', ...CANCELLED, ...fields }),
    decline: fields => page.end({ status: 'failed', ...DECLINED, ...fields }),
    /** In the popup, and nobody is told yet. */
    payInPopup: fields => {
      page.ending = fields ?? {}
    },
    keepQuiet: () => {
      page.afterClosing = 'is silent'
    },
    /** Whatever else such a page may say, also what is no JSON. */
    say: message => setup.post(message),
  }
  return page
}
