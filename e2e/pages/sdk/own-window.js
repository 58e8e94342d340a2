/* 1.5.0 draws some windows itself, where the server's answer names no driver: no script comes then. */
import { NO_CALLBACK, unknownWindow, unsupportedGateway } from './texts.js'

/** Those who wait for a result, by the number of the payment. */
const callbacks = {}

export const openOwnWindow = (prepared, callback, outside, fail) => {
  const { windowType } = prepared
  if (windowType === 'IFRAME') openFrame(prepared, callback, outside)
  else if (windowType === 'REDIRECTION') leave(prepared, outside, fail)
  // A popup it promises and forgets.
  else if (windowType !== 'POPUP') fail('F400', unknownWindow(windowType))
}

const openFrame = (prepared, callback, outside) => {
  const { pgProvider, windowSize: { width, height } = { width: 650, height: 650 }, txId } = prepared
  const wrapper = document.createElement('div')
  wrapper.id = 'imp-iframe-wrapper'
  wrapper.style.cssText = 'position: fixed; inset: 0; z-index: 99999; background: rgba(0, 0, 0, 0.3)'
  const frame = outside.makeFrame()
  frame.id = 'imp-iframe'
  frame.src = `${outside.hosts.checkout}/iframe/${pgProvider}`
  frame.style.cssText = `position: absolute; top: 50%; left: 50%; width: ${width}px; height: ${height}px; border: none; margin: -${height / 2}px 0 0 -${width / 2}px`
  wrapper.append(frame)
  document.body.append(wrapper)

  // Where the message comes from is not looked at.
  const receive = ({ data }) => {
    if (data?.from !== 'PORT_IFRAME') return
    if (data.type === 'IFRAME_LOADED') {
      document.body.style.overflow = 'hidden'
      frame.contentWindow?.postMessage(JSON.stringify({ ...prepared, from: 'PORT_SDK' }), '*')
      callbacks[txId] = callback
    } else if (data.type === 'TRANSACTION_OVER') {
      removeEventListener('message', receive)
      end(data.query ?? data.transactionResponse)
    }
  }
  addEventListener('message', receive)
}

const end = result => {
  console.log(result)
  document.body.style.overflow = 'visible'
  document.getElementById('imp-iframe-wrapper')?.remove()
  const { transactionType, ...response } = result ?? {}
  const listen = callbacks[response.imp_uid]
  if (!listen) {
    console.error(NO_CALLBACK)
    return
  }
  delete callbacks[response.imp_uid]
  listen(response)
}

const leave = (prepared, outside, fail) => {
  const { pgProvider, pgRawResponse } = prepared
  if (pgProvider === 'PG_PROVIDER_KSNET') leaveByForm(pgRawResponse)
  else if (pgProvider === 'PG_PROVIDER_TOSSPAYMENTS') leaveWithToss(prepared, outside)
  else fail('F500', unsupportedGateway(pgProvider))
}

const leaveByForm = ({ formAttribute, formData }) => {
  const form = document.createElement('form')
  Object.assign(form, formAttribute)
  for (const [name, value] of Object.entries(formData)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
  document.body.append(form)
  form.submit()
}

/** The gateway's own script leaves the page. What it refuses goes to the landing address, through the server. */
const leaveWithToss = ({ version, pgRawResponse, redirectUrl, txId, paymentId }, outside) => {
  const fail = async ({ code, message }) => {
    const query = new URLSearchParams({ txId, paymentId, redirectUrl, code, message })
    const answer = await outside.fetch(
      `${outside.hosts.checkout}/api/fail/PG_PROVIDER_TOSSPAYMENTS/${version}?${query}`,
    )
    location.href = (await answer.json()).redirectUrl
  }
  outside
    .addScript('https://js.tosspayments.com/v1')
    .then(() =>
      window.TossPayments(pgRawResponse.clientKey).requestPayment(pgRawResponse.paymentMethod, pgRawResponse),
    )
    .catch(fail)
}
