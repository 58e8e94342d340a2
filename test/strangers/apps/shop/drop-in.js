import 'iamport-checkout/dist/sandbox.min.js'

document.querySelector('output').textContent = typeof window.IMP?.request_pay
