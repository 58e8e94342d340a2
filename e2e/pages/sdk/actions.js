/*
 * What the old way does for its frames, which ask for it by messages: popups sent to their page, forms, whole pages left, and
 * the gateways' own scripts. Each says whether that is all; else the message is taken for a result.
 */
import { isPhone } from './device.js'
import { blocked, CANCELLED } from './texts.js'

const LEAVES = /^_(top|self)$/

/**
 * Submits a form from the dialog. It waits for a `submit` event to take the form away again, which `form.submit()` doesn't
 * give: so it stays, until the next `init`. 1.1.5 takes it away at once.
 */
const submit = (dialog, { name, action, method = 'post', target, charset, fields = {} }) => {
  const { form, holder } = makeForm(dialog, { name, action, method, target, charset, fields })
  form.submit()
  if (dialog.release.isEarly || name === 'shinhanFormProxy') holder.remove()
}

const makeForm = (dialog, { name, action, method = 'post', target, charset, fields = {} }) => {
  const holder = document.createElement('div')
  const form = document.createElement('form')
  form.name = form.id = name
  Object.assign(form, { action, method, target })
  if (charset) form.acceptCharset = charset
  for (const [key, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: key, value }))
  }
  holder.append(form)
  dialog.element.append(holder)
  return { form, holder }
}

/** The gateways whose own script runs in the page, and what is called in it. Where it does not load nothing happens. */
const GATEWAY_SCRIPTS = {
  uplus: (form, { custom }) => {
    window.https_flag = true
    window.open_paymentwindow(form, custom.mode, 'submit')
  },
  kicc: (form, { custom }) => window.easypay_card_webpay(form, custom.bridge, '_top', '0', '0', 'submit', 30),
  payple: (_, { param }) => window.PaypleCpayAuthCheck(param),
  mobilians: form => window.MCASH_PAYMENT(form),
  chai: (_, { param }) => window.ChaiPayment.checkout(param),
  kcp_quick: form => window.KCP_QPay_Execute(form),
}

/** @param way the old way that it is done for */
export const actionsOf = way => {
  const { release, popups, outside } = way
  const isEarly = release.isEarly
  const closesBeforeLeaving = !isEarly

  /** A form to the popup of a gateway. */
  const toPopup = (gateway, method, target) => (data, dialog) => {
    const popup = popups.of(gateway)
    popup.impUid = data.impUid
    submit(dialog, {
      name: `${gateway}FormProxy`,
      action: data.action ?? data.submitUrl,
      method: method ?? data.method,
      target: target?.(popup, data) ?? popup.rule.name,
      charset: /^(shinhan|daou)$/.test(gateway) ? 'euc-kr' : data.charset,
      fields: data.formData ?? data.frmData ?? data.param,
    })
    return true
  }

  /** Has a gateway's own script do the rest. With jQuery one that does not come is not heard of. */
  const withScript = (address, { holder }, run) => {
    const loaded = outside.addScript(address).then(() => {
      run()
      // What is left behind: see `submit`.
      if (isEarly) holder.remove()
    })
    if (!release.isV1) loaded.catch(() => {})
  }

  /** Closes the popup of a gateway, and goes on with the result. */
  const closesPopup = gateway => () => {
    popups.of(gateway).close()
    return false
  }

  const leaveWithPopup = (gateway, addressName, isPopupMode) => (data, dialog) => {
    const popup = popups.of(gateway)
    if (isPopupMode(popup, data)) {
      popup.impUid = data.impUid
      popup.window.location.href = data[addressName]
    } else {
      if (closesBeforeLeaving) dialog.close()
      location.href = data[addressName]
    }
    return true
  }

  const post = (data, dialog) => {
    const { pgProvider: gateway, target, custom } = data
    const form = {
      name: data.formId,
      action: data.action,
      method: data.method,
      target,
      charset: data.charset,
      fields: data.param,
    }
    const closeWherePageLeaves = () => {
      if (closesBeforeLeaving && isPhone() && LEAVES.test(target)) dialog.close()
    }

    if (gateway === 'settle_firm') {
      const popup = popups.of(gateway)
      const isPopup = data.uiMode === 'popup'
      if (isPopup && !popup.window) dialog.close()
      else {
        popup.impUid = data.impUid
        submit(dialog, { ...form, target: isPopup ? popup.rule.name : '_top' })
      }
    } else if (gateway === 'smilepay') {
      withScript(custom.sdk, makeForm(dialog, form), () => {
        const { smilepay_L } = window
        if (custom.channel === 'mobile' && !custom.popup) smilepay_L.movePage(data.param.txnId)
        else {
          smilepay_L.callPopup(data.param.txnId, () => {
            alert(CANCELLED)
            dialog.close()
          })
        }
      })
    } else if (gateway === 'settle_acc') {
      const made = makeForm(dialog, form)
      withScript(custom.sdk, made, () => {
        window.SettlePay.execute(made.form)
        const popup = window.open('', made.form.name)
        const look = () => {
          if (!popup.closed) setTimeout(look, 50)
          else {
            const { requestId: request_id, merchantUid: merchant_uid, impUid: imp_uid } = custom
            dialog.communicate({ request_id, merchant_uid, imp_uid, result: 'check.closing' })
          }
        }
        look()
      })
    } else if (gateway === 'tosspayments') {
      // Billing keys: the gateway's script asks in the page itself.
      void outside.addScript('https://js.tosspayments.com/v1', dialog.element).then(() => {
        window
          .TossPayments(data.pgExtKey)
          .requestBillingAuth(data.payMethod, data.params)
          .catch(({ code, message }) =>
            dialog.communicate({
              result: 'failRedirect',
              paymentId: data.paymentId,
              impUid: data.impUid,
              failReason: `토스페이먼츠 창 렌더링에 실패하였습니다. [${code}] ${message}`,
            }),
          )
      })
    } else if (
      GATEWAY_SCRIPTS[gateway] &&
      !(gateway === 'chai' && popups.of('chai')?.window) &&
      !(gateway === 'kcp_quick' && (isEarly || !isPhone()))
    ) {
      const made = makeForm(dialog, form)
      withScript(custom.sdk, made, () => {
        GATEWAY_SCRIPTS[gateway](made.form, data)
        if (gateway === 'uplus') closeWherePageLeaves()
      })
    } else {
      const popup = popups.of(gateway)
      // Smartro's is not looked at first, so that on a phone this fails.
      if (gateway === 'smartro') popup.impUid = data.param.impUid
      else if (popup) popup.impUid = data.param?.[gateway === 'kcp_quick' ? 'ordr_idxx' : 'impUid']
      submit(dialog, gateway === 'chai' ? { ...form, target: popup.rule.name } : form)
      if (!/^(chai|smartro|kcp_quick)$/.test(gateway)) closeWherePageLeaves()
    }
    return true
  }

  const actions = {
    'inicis.mobile': ({ action, formData }, dialog) => {
      submit(dialog, { name: 'ini', action, target: '_top', charset: 'euc-kr', fields: formData })
      if (closesBeforeLeaving && isPhone()) dialog.close()
      return true
    },
    'payco.modal': ({ impUid, orderUrl }) => {
      const popup = popups.of('payco')
      popup.impUid = impUid
      popup.window.location.href = orderUrl
      return true
    },
    'shinhan.modal': toPopup('shinhan', 'get'),
    'naverco.modal': (data, dialog) => {
      const popup = popups.of('naverco')
      if (isEarly ? !isPhone() : popup.isWanted) popup.window.location.href = data.payUrl
      else location.href = data.payUrl
      dialog.close()
      return true
    },
    'naverpay.modal': (data, dialog) => {
      const popup = popups.of('naverpay')
      if (data.popupMode && !popup.window) {
        dialog.close()
        return true
      }
      return leaveWithPopup('naverpay', 'payUrl', () => data.popupMode)(data, dialog)
    },
    'naverpay.modal.close': closesPopup('naverpay'),
    'naverpay.modal.v2': data => {
      void outside.addScript('https://nsp.pay.naver.com/sdk/js/naverpay.min.js').then(() => {
        const naver = window.Naver.Pay.create({
          mode: data.mode,
          clientId: data.clientId,
          openType: data.openType,
          payType: data.payType,
          onAuthorize: authData =>
            way.dialog.communicate({
              authData,
              return_url: data.returnUrl,
              request_id: data.requestId,
              imp_uid: data.impUid,
              result: 'request.approve',
            }),
        })
        if (isPhone() && closesBeforeLeaving) way.dialog.close()
        naver.open({ merchantPayKey: data.impUid, returnUrl: data.returnUrl })
      })
      return true
    },
    'paypal.modal': ({ impUid, redirectUrl }, dialog) => {
      const popup = popups.of('paypal')
      if (!popup?.isWanted) {
        if (closesBeforeLeaving) dialog.close()
        location.href = redirectUrl
      } else if (popup.window) {
        popup.impUid = impUid
        popup.window.location.href = redirectUrl
      } else {
        dialog.close()
        alert(blocked(release, 'en'))
      }
      return true
    },
    'eximbay.modal': (data, dialog) => {
      const popup = popups.of('eximbay')
      if (!isEarly && popup.isWanted && !popup.window) dialog.close()
      else
        toPopup('eximbay', 'post', () => (isEarly || popup.window ? popup.rule.name : '_self'))(data, dialog)
      return true
    },
    'proxy.post': post,
    done: ({ pg_provider, pg_type }) => {
      if (pg_provider === 'shinhan') popups.of('shinhan').close()
      else if (pg_type === 'certification' && !isEarly) {
        const popup = popups.of(`${pg_provider} certification`)
        // Danal's goes on in its frame where there is no popup; the others have nothing to close then.
        if (popup?.window) popup.close()
        else if (pg_provider === 'danal') way.closeCertification()
      } else if (pg_provider === 'eximbay') popups.of('eximbay').close()
      return false
    },
  }
  if (isEarly) return actions
  return {
    ...actions,
    'payco.modal.error': closesPopup('payco'),
    'settle.modal': toPopup('settle', 'get'),
    'settle.modal.close': closesPopup('settle'),
    'kcp_quick.modal.close': closesPopup('kcp_quick'),
    'daou.modal': toPopup('daou', undefined, (popup, { popup: isPopup }) =>
      isPopup ? popup.rule.name : '_self',
    ),
    'daou.modal.close': closesPopup('daou'),
    'smartro.modal.close': closesPopup('smartro'),
    'tosspay.modal.close': () => {
      setTimeout(() => popups.of('tosspay').close())
      return false
    },
    'danal.cert.modal': ({ imp_uid, form }, dialog) => {
      const popup = popups.of('danal certification')
      popup.impUid = imp_uid
      const target = popup.window ? popup.rule.name : '_top'
      submit(dialog, { name: 'danalCertProxy', action: form.action, target, fields: form.data })
      return true
    },
    'danal.cert.layer': ({ cancel_url }) => {
      popups.of('danal certification').cancelUrl = cancel_url
      return true
    },
    'inicis.cert.modal': toPopup('inicis certification', undefined, (popup, { popup: isPopup }) =>
      isPopup ? popup.rule.name : '_self',
    ),
    // Where the frame's own page broke, only the newer ones know what it says, and tell nobody.
    ...(release.isAtLeast('1.19') && {
      ERROR_ON_TEMPLATE: data => {
        console.error(data)
        return true
      },
    }),
  }
}
