import { requestPay, resumePay } from 'iamport-checkout'
import { installSandbox } from 'iamport-checkout/sandbox'

const sandbox = installSandbox({ ledgerUrl: '/ledger' })
const output = document.querySelector('output')
const show = error => {
  output.textContent = `${error.code ?? error}`
}

// The page of the button is also the one that is come back to.
resumePay().then(payment => {
  if (payment) output.textContent = `${payment.imp_uid} ${sandbox.find(payment.imp_uid)?.status}`
}, show)

document.querySelector('button').addEventListener('click', () => {
  const order = { merchant_uid: 'order_1', name: '주문명', amount: 14000, buyer_tel: '010-1234-5678' }
  requestPay({ pg: 'html5_inicis', ...order }, { userCode: 'imp12345678' }).catch(show)
})
