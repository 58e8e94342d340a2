/* What checkout-service has in the window that 1.5.0 draws itself. */
let order
const post = message => parent.postMessage({ from: 'PORT_IFRAME', ...message }, '*')
const over = result => post({ type: 'TRANSACTION_OVER', transactionResponse: result })

const page = {
  approve: fields => over({ imp_uid: order.txId, merchant_uid: order.paymentId, ...fields }),
  cancel: fields =>
    over({
      imp_uid: order.txId,
      merchant_uid: order.paymentId,
      error_code: 'F400',
      error_msg: '사용자가 결제를 취소하였습니다.',
      ...fields,
    }),
  end: over,
}

addEventListener('message', ({ data, ports }) => {
  if (typeof data === 'string') {
    order = JSON.parse(data)
    document.title = order.paymentId
    return
  }
  const { call, args = [] } = data
  page[call]?.(...args)
  ports[0]?.postMessage({ order: order?.paymentId })
})
post({ type: 'IFRAME_LOADED' })
