import * as IamportCheckout from '/dist/index.js'

window.IamportCheckout = IamportCheckout
window.dispatchEvent(new Event('checkout'))
