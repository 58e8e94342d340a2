/*
 * A script that misbehaves as the genuine one was seen to, with its DOM: a dialog that is shown and hidden by inline
 * style, a class on the body on phones. `window.fakeSdk(name)` says how the next payments go.
 */
{
  let scenario = 'approve'
  window.fakeSdk = name => {
    scenario = name
  }
  const dialog = document.createElement('div')
  dialog.className = 'imp-dialog customizable'
  dialog.style.cssText = 'display:none;position:fixed;inset:0;background:#0008'
  dialog.append(document.createElement('iframe'))
  const open = () => {
    dialog.style.display = 'block'
    if (/Mobile/.test(navigator.userAgent)) document.body.classList.add('imp-payment-progress')
  }
  const close = () => {
    dialog.style.display = 'none'
    document.body.classList.remove('imp-payment-progress')
  }
  const paid = params => ({
    success: true,
    imp_uid: 'imp_1',
    merchant_uid: params.merchant_uid,
    paid_amount: params.amount,
  })

  const answer = (callback, response) => {
    open()
    setTimeout(() => {
      callback(response)
      close()
    })
  }

  const scenarios = {
    approve: (params, callback) => answer(callback, paid(params)),
    decline: (params, callback) =>
      answer(callback, { merchant_uid: params.merchant_uid, error_msg: '한도초과' }),
    cancel: (params, callback) =>
      answer(callback, { merchant_uid: params.merchant_uid, error_code: 'USER_CANCEL' }),
    'alert-exception'() {
      alert('결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.\nundefined')
      close()
    },
    'alert-later': () => setTimeout(scenarios['alert-exception'], 30),
    'alert-no-init'() {
      return alert('판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.')
    },
    'alert-other'(params, callback) {
      open()
      alert('사용자가 결제를 취소하였습니다.')
      setTimeout(() => {
        callback({
          success: false,
          merchant_uid: params.merchant_uid,
          error_msg: '사용자가 결제를 취소하였습니다',
        })
        close()
      }, 20)
    },
    throw() {
      throw new Error('inside the SDK')
    },
    'popup-blocked'() {
      // As payco: the refusal is alerted, and the dialog opens all the same.
      if (!window.open('', 'IMP_PAYCO', 'width=727px')) alert('팝업차단을 해제해주셔야 결제창이 나타납니다.')
      open()
    },
    'popup-blocked-later'(params, callback) {
      // jQuery 3 defers what the SDK does on ready.
      setTimeout(() => scenarios['popup-blocked'](params, callback), 30)
    },
    'popup-blocked-silent'() {
      window.open('about:blank')
      open()
    },
    'popup-after-window'() {
      open()
      setTimeout(() => window.open('about:blank'), 500)
    },
    'opens-late'(params, callback) {
      // The channel list was slow; the request was in the queue.
      setTimeout(() => {
        open()
        window.approve = () => {
          callback(paid(params))
          close()
        }
      }, 400)
    },
    'close-silently'() {
      open()
      setTimeout(close, 50)
    },
    'close-then-late'(params, callback) {
      open()
      setTimeout(close, 50)
      setTimeout(() => callback(paid(params)), 2500)
    },
    'close-then-callback'(params, callback) {
      open()
      setTimeout(close, 50)
      setTimeout(() => callback(paid(params)), 400)
    },
    'never-opens'() {},
    'stays-open'() {
      open()
    },
    'leave-slowly'() {
      open()
      setTimeout(() => {
        close()
        location.href = '/slow-gateway.html'
      }, 50)
    },
    leave() {
      open()
      setTimeout(() => {
        location.href = '/e2e/pages/gateway.html'
      }, 50)
    },
    'callback-twice'(params, callback) {
      callback(paid(params))
      callback(paid(params))
    },
    sync(params, callback) {
      callback(paid(params))
    },
  }

  window.IMP = {
    init: () => document.body.append(dialog),
    agency: () => document.body.append(dialog),
    request_pay(params, callback) {
      Object.assign(params, { request_id: `req_${Date.now()}`, tier_code: undefined })
      scenarios[scenario](params, params => {
        try {
          callback(params)
        } catch (error) {
          console.log('swallowed', error)
        }
      })
    },
  }
}
