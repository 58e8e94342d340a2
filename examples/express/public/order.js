const { createCheckout, describeError, describePayment } = window.IamportCheckout
const find = id => document.getElementById(id)
const [button, status] = [find('pay'), find('status')]

const checkout = createCheckout({ userCode: 'imp12345678', verify: '/payments/complete' })
const merchant_uid = new URLSearchParams(location.search).get('id')
const { name, amount, verdict } = await (await fetch(`/orders/${merchant_uid}`)).json()
find('name').textContent = name
find('amount').textContent = `${amount.toLocaleString('ko-KR')}원`

/** Whether the server knows already how it ended, say from the webhook. */
const isKnown = /^(paid|awaiting|pending|registered)$/.test(verdict)
if (isKnown) {
  status.textContent = describePayment(
    { verdict, merchant_uid, imp_uid: null, payment: null, answer: null },
    'ko',
  )
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
follow(checkout.resume({ merchant_uid }))
button.addEventListener('click', () => {
  status.textContent = ''
  follow(checkout.pay({ pg: 'html5_inicis', merchant_uid, name, amount, buyer_tel: '010-1234-5678' }))
})
