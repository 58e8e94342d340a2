/*
 * A script whose payments end at once, for a thousand of them on one page (soak.spec.ts): no frames, no hosts, and unlike the
 * genuine ones it keeps no callback, so that whatever piles up is the package's. `window.instantSdk(name)` says how the next ones end.
 */
{
  let ending = 'approve'
  window.instantSdk = name => {
    ending = name
  }
  const dialog = document.createElement('div')
  dialog.className = 'imp-dialog customizable'
  dialog.style.cssText = 'display:none;position:fixed;inset:0;background:#0008'
  const open = () => {
    dialog.style.display = 'block'
  }
  const close = () => {
    dialog.style.display = 'none'
  }
  const paid = ({ merchant_uid, amount }) => ({
    success: true,
    imp_uid: 'imp_1',
    merchant_uid,
    paid_amount: amount,
  })
  const answer = (callback, response) => {
    open()
    setTimeout(() => {
      callback(response)
      close()
    })
  }

  const endings = {
    approve: (params, callback) => answer(callback, paid(params)),
    decline: ({ merchant_uid }, callback) => answer(callback, { merchant_uid, error_msg: '한도초과' }),
    cancel: ({ merchant_uid }, callback) => answer(callback, { merchant_uid, error_code: 'USER_CANCEL' }),
    sync: (params, callback) => callback(paid(params)),
    throw() {
      throw new Error('inside the SDK')
    },
    'alert-exception'() {
      alert('결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.\nundefined')
      close()
    },
    'popup-blocked'() {
      if (!window.open('', 'IMP_PAYCO', 'width=727px')) alert('팝업차단을 해제해주셔야 결제창이 나타납니다.')
      open()
    },
    'popup-blocked-silent'() {
      window.open('about:blank')
      open()
    },
    'stays-open': open,
    'never-opens'() {},
  }

  window.IMP = {
    init: () => document.body.append(dialog),
    agency: () => document.body.append(dialog),
    certification() {},
    request_pay(params, callback) {
      Object.assign(params, { request_id: `req_${Date.now()}`, tier_code: undefined })
      endings[ending](params, response => {
        try {
          callback(response)
        } catch (error) {
          console.log('swallowed', error)
        }
      })
    },
  }
}
