const { createCheckout, describeError, describePayment } = window.IamportCheckout
const find = id => document.getElementById(id)
const [button, status] = [find('pay'), find('status')]

const checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
const merchant_uid = new URLSearchParams(location.search).get('id')
const { name, amount, verdict } = await (await fetch(`/orders/${merchant_uid}`)).json()
find('name').textContent = name
find('amount').textContent = `${amount.toLocaleString('ko-KR')}원`

/** Only an order of which the server knows no money can be paid. It may know more than this page, say from the webhook. */
const isKnown = verdict !== 'unpaid'
if (/^(paid|awaiting|pending|registered)$/.test(verdict)) {
  status.textContent = describePayment(
    { verdict, merchant_uid, imp_uid: null, payment: null, answer: null },
    'ko',
  )
} else if (isKnown) status.textContent = '고객센터에서 확인하고 있는 주문입니다.'

const onProgress = step => {
  if (step === 'verifying') status.textContent = '결제를 확인하고 있습니다.'
}
/** Shows how a payment ends: the one that comes back to this page, and the one that is begun here. */
const follow = async promise => {
  button.disabled = true
  try {
    const payment = await promise
    if (payment) status.textContent = describePayment(payment, 'ko')
    else button.disabled = isKnown
  } catch (error) {
    status.textContent = describeError(error, 'ko')
    button.disabled = error.mayHavePaid
  }
}

checkout.load().catch(() => {})
follow(checkout.resume({ merchant_uid, onProgress }))
button.addEventListener('click', () => {
  status.textContent = ''
  const request = { pg: 'html5_inicis', merchant_uid, name, amount, buyer_tel: '010-1234-5678' }
  follow(checkout.pay(request, { onProgress }))
})
