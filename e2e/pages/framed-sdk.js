/*
 * A script with the frames of the genuine one: `init` asks for the channels, and each answer makes a frame in place of the
 * one that is there. A frame takes one order and keeps it; what comes before there is one that has loaded waits in a place
 * for one. As with jQuery 3 everything happens a task later, and `close` closes only what is still visible then.
 */
{
  // `answers`: how long the next answers take, in ms. `channels`: whether one comes at all.
  const framed = { inits: 0, channels: true, answers: [] }
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
      if (framed.channels) setTimeout(create, framed.answers.shift() ?? 0)
    })
  }
  const create = () => {
    dialog.replaceChildren(document.createElement('iframe'))
    const made = {}
    frame = made
    later(() => {
      if (frame !== made) return
      made.hasLoaded = true
      if (waiting) take(waiting)
    })
  }
  const take = request => {
    waiting = undefined
    frame.request ??= request
    const { merchant_uid, pg } = frame.request.params
    if (pg === 'payco') popup = window.open('', 'IMP_PAYCO', 'width=400,height=400')
    dialog.style.display = 'block'
    if (!/Mobile/.test(navigator.userAgent)) return
    document.body.classList.add('imp-payment-progress')
    // Some channels close the dialog before they leave.
    later(() => {
      hide()
      location.href = `/e2e/pages/gateway.html?${merchant_uid}`
    })
  }

  /** Which order the buyer sees. */
  framed.shown = () =>
    dialog.style.display === 'block' ? (frame?.request?.params.merchant_uid ?? 'an empty window') : ''
  framed.approve = () => {
    const { params, callback } = frame.request
    callback({ success: true, imp_uid: `imp_${params.merchant_uid}`, merchant_uid: params.merchant_uid })
    hide()
    init()
  }
  framed.closeWordless = hide
  framed.closeAndRenew = () => {
    hide()
    init()
  }
  framed.popup = () => popup && !popup.closed

  window.IMP = {
    init,
    agency: init,
    certification() {},
    request_pay: (params, callback) =>
      later(() => {
        if (frame?.hasLoaded) take({ params, callback })
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
