/** What the shops do with the package, however each gets hold of it. */
export const open = ({ describeError, installSandbox, isPayError, requestPay }) => {
  const sandbox = installSandbox()
  const output = document.querySelector('output')

  const pay = outcome => {
    sandbox.configure({ outcome })
    const order = {
      merchant_uid: `order_${outcome}`,
      name: '주문명',
      amount: 14000,
      buyer_tel: '010-1234-5678',
    }
    requestPay({ pg: 'html5_inicis', ...order }, { userCode: 'imp12345678' }).then(
      ({ imp_uid }) => {
        output.textContent = `${imp_uid} ${sandbox.find(imp_uid)?.status}`
      },
      error => {
        output.textContent = isPayError(error) ? describeError(error, 'en') : String(error)
      },
    )
  }

  for (const button of document.querySelectorAll('button')) {
    button.addEventListener('click', () => pay(button.value))
    button.disabled = false
  }
}
