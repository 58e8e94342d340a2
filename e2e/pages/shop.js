/*
 * A shop's checkout page as small as it can be: a button that pays for `shop.request`, and a landing that resumes.
 * Tests set `window.shop` beforehand and read the two outputs.
 */
window.shop = {
  request: {},
  options: { userCode: 'imp12345678' },
  late: [],
  warnings: [],
  progress: [],
  ...window.shop,
}

window.describeOutcome = outcome =>
  outcome instanceof Error
    ? {
        ...outcome,
        name: outcome.name,
        message: outcome.message,
        cause: outcome.cause && String(outcome.cause),
      }
    : outcome

const show = (id, outcome) => {
  document.getElementById(id).textContent = JSON.stringify(window.describeOutcome(outcome) ?? null)
}

window.pay = () => {
  const { shop } = window
  const promise = window.IamportCheckout.requestPay(shop.request, {
    onWarning: issue => shop.warnings.push(issue),
    onProgress: step => shop.progress.push(step),
    onLateResult: late => shop.late.push(window.describeOutcome(late)),
    ...shop.options,
  })
  // Whether IMP.request_pay was called inside requestPay is only to be seen here.
  shop.calledAtOnce = !!window.calls?.length
  promise.then(
    outcome => show('outcome', outcome),
    error => show('outcome', error),
  )
  return promise
}

// When the build is there, also one that is a module.
document.addEventListener('DOMContentLoaded', () => {
  document.getElementById('pay').addEventListener('click', window.pay)
  window.IamportCheckout.resumePay({ onUnfinished: started => show('unfinished', started) }).then(
    outcome => show('resumed', outcome),
    error => show('resumed', error),
  )
})
