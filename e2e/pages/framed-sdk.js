/*
 * A script with the frames of the genuine one: `init` asks for the channels and makes a frame, which takes one order and
 * keeps it until the frame is made anew; what comes before there is a frame waits in a place for one. As with jQuery 3
 * everything happens a task later, and `close` closes only what is still visible then.
 */
{
  const framed = { inits: 0, channels: true }
  window.framed = framed
  const dialog = document.createElement('div')
  dialog.className = 'imp-dialog customizable'
  dialog.style.cssText = 'display:none;position:fixed;inset:0;background:#0008'
  let frame
  let waiting
  let popup

  const later = run => setTimeout(run)
  const hide = () => {
    dialog.style.display = 'none'
    document.body.classList.remove('imp-payment-progress')
  }
  const init = () => {
    framed.inits++
    later(() => {
      document.body.append(dialog)
      dialog.replaceChildren()
      frame = undefined
      if (!framed.channels) return
      later(() => {
        frame = {}
        dialog.textContent = 'ready'
        if (waiting) take(waiting)
      })
    })
  }
  const take = request => {
    waiting = undefined
    frame.request ??= request
    const { merchant_uid, pg } = frame.request.params
    dialog.textContent = merchant_uid
    dialog.style.display = 'block'
    if (pg === 'payco') popup = window.open('', 'IMP_PAYCO', 'width=400,height=400')
    if (!/Mobile/.test(navigator.userAgent)) return
    document.body.classList.add('imp-payment-progress')
    // Some channels close the dialog before they leave.
    later(() => {
      hide()
      location.href = `/e2e/pages/gateway.html?${merchant_uid}`
    })
  }

  /** Which order the buyer sees. */
  framed.shown = () => (dialog.style.display === 'block' ? dialog.textContent : '')
  framed.approve = () => {
    const { params, callback } = frame.request
    callback({ success: true, imp_uid: `imp_${params.merchant_uid}`, merchant_uid: params.merchant_uid })
    hide()
    init()
  }
  framed.closeWordless = hide
  framed.popup = () => popup && !popup.closed

  window.IMP = {
    init,
    agency: init,
    certification() {},
    request_pay: (params, callback) =>
      later(() => {
        if (frame) take({ params, callback })
        else waiting = { params, callback }
      }),
    close: () =>
      later(() => {
        if (dialog.style.display !== 'block') return
        hide()
        init()
      }),
  }
}
