/* The script that PortOne calls `v1`: the old way without jQuery, and the new way beside it. */
import { goesTheNewWay } from './drivers.js'
import { NewWay } from './new-way.js'
import { OldWay } from './old-way.js'
import { Release } from './release.js'
import { BAD_CHANNEL_KEY, NO_INIT_NEW, NO_PARAMS, NO_SUPER_BILLING_KEY } from './texts.js'

/** A task later, and what it throws is an unhandled rejection. */
const later = run => void new Promise(resolve => setTimeout(resolve)).then(run)

/**
 * Makes the `IMP` of such a script: all of it getters, so that nothing of it can be replaced, wrapped or deleted.
 *
 * @param {string} version `1.5.0`, `1.19.0`, `1.28.12`
 * @param outside how it reaches what is outside of the page
 * @param {(run: () => void) => void} wait until the document can be written to
 */
export const makeV1 = (version, outside, wait = later) => {
  const release = new Release(version)
  const oldWay = new OldWay(release, outside, wait)
  const newWay = new NewWay(release, outside)
  let isContainerChosen = false

  const init = (code, tier) => {
    newWay.code = code
    newWay.tier = tier ?? ''
    oldWay.init(code, tier)
  }

  const kindOf = ({ pg, pay_method, customer_uid }) => {
    if (!customer_uid) return 'payment'
    const isWelcomePhone = /^welcome\b/.test(pg) && pay_method === 'phone' && release.isAtLeast('1.19')
    return isWelcomePhone ? 'issue-billing-key-and-pay' : 'issue-billing-key'
  }

  const send = (params, callback) => {
    if (goesTheNewWay(release, params)) void newWay.request(params, callback, kindOf(params))
    else oldWay.request('payment', params, callback)
  }

  /** Only the newest knows keys of channels: it looks up whose they are before everything else. */
  const findChannel = async params => {
    const { hosts, fetch } = outside
    if (params.channelGroupId) {
      const body = JSON.stringify({ userCode: newWay.code, ...params })
      const answer = await fetch(`${hosts.checkout}/api/route-payment/v1`, { method: 'POST', body })
      const { channelKey } = await answer.json()
      params.channelKey = channelKey
    }
    const answer = await fetch(`${hosts.service}/users/pg/${newWay.code}`)
    const said = await answer.json()
    if (!Array.isArray(said.data)) {
      throw Object.assign(new Error(said.msg ?? said.message), { code: said.code && String(said.code) })
    }
    const channel = said.data.find(it => it.channel_key === params.channelKey)
    if (!channel) throw Object.assign(new Error(BAD_CHANNEL_KEY), { code: 'F400' })
    const { pg_provider, pg_id } = channel
    params.pg = pg_id ? `${pg_provider}.${pg_id}` : pg_provider
    if (params.channelGroupId) params.channelKey = undefined
  }

  const requestWithKey = async (params, callback) => {
    console.log('Request from Merchant', params)
    const fail = (error_code, error_msg) => callback?.({ error_code, error_msg })
    if (!newWay.code) {
      alert(NO_INIT_NEW)
      console.error(NO_INIT_NEW)
      fail('F400', NO_INIT_NEW)
      return
    }
    const { pg, channelKey, channelGroupId, customer_uid } = params
    if (channelGroupId && customer_uid && !/^kcp_quick\b/.test(pg)) {
      alert(NO_SUPER_BILLING_KEY)
      fail('F400', NO_SUPER_BILLING_KEY)
      return
    }
    if ((channelKey && !pg) || channelGroupId) {
      try {
        await findChannel(params)
      } catch (error) {
        fail(error.code ?? 'F500', error.message)
        return
      }
    }
    await null
    send(params, callback)
  }

  const requestPay = (params, callback) => {
    if (!params) alert(NO_PARAMS)
    else if (release.isAtLeast('1.28')) void requestWithKey(params, callback)
    else send(params, callback)
  }

  const members = {
    init: (code, options) => {
      // Only the first one of a page counts.
      if (release.isAtLeast('1.19') && !isContainerChosen) oldWay.container = options?.pgIframeContainer
      isContainerChosen = true
      init(code)
    },
    agency: (code, tier) => init(code, tier),
    deinit: () => {
      newWay.code = newWay.tier = ''
      oldWay.deinit()
    },
    request_pay: requestPay,
    certification: (params, callback) => {
      if (params !== undefined) oldWay.request('certification', params, callback)
      else {
        alert(NO_PARAMS)
        return false
      }
    },
    communicate: data => oldWay.communicate(data),
    close: () => oldWay.close(),
    naver_zzim: params => {
      params.pg ||= 'naverco'
      oldWay.request('zzim', params)
    },
    loadUI: (uiType, params, callback) => newWay.loadUI(uiType, params, callback),
    updateLoadUIRequest: () => {},
    ...(release.isAtLeast('1.19') && { loadModule: () => newWay.cleanUp() }),
    slots: newWay.slots,
    __esModule: true,
  }
  const imp = {}
  for (const [name, member] of Object.entries({ ...members, default: members })) {
    Object.defineProperty(imp, name, { get: () => member, enumerable: true })
  }
  return imp
}
