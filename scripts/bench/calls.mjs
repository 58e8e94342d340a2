/** A loaded `requestPay()` beside a bare promise around the SDK's function. `e2e/speed.spec.ts` measures with this, too. */

/** The SDKs: the sandbox, which shows a payment window and takes it away, and stubs that only call back. */
export const SDKS = ['sandbox', 'setTimeout', 'queueMicrotask', 'at once']

/** A page on which an SDK is loaded, and our script. Both are asked of the page's own server. */
export const pageWith = sdk => `<!doctype html><html lang="ko"><head><title>shop</title>
<script>
  // The sandbox gets its channels anew after each payment. They are warm long before a buyer clicks again, so that
  // nobody has to wait for them here.
  const { setTimeout: wait } = window
  window.setTimeout = (act, ms, ...rest) => wait(act, ms < 100 ? 0 : ms, ...rest)
  window.__IAMPORT_SANDBOX__ = { outcome: 'approve', delay: 0 }
</script>
${sdk === 'sandbox' ? '<script src="/dist/sandbox.min.js"></script>' : stub(sdk)}
<script src="/dist/iamport-checkout.min.js"></script></head><body></body></html>`

const stub = how => `<script>{
  const later = { setTimeout, queueMicrotask, 'at once': act => act() }['${how}']
  window.IMP = {
    init() {},
    request_pay(params, callback) {
      later(() => callback({ success: true, imp_uid: 'imp_1', merchant_uid: params.merchant_uid, status: 'paid' }))
    },
  }
}</script>`

/**
 * In the page: pays so many times each way, in turn, and says how long each took, in ms. From the call to the line after
 * `await`; validation and all the watching are in it.
 *
 * @param {number} calls
 * @returns {Promise<{ ours: number[], bare: number[] }>}
 */
export const payInTurn = async calls => {
  const options = { userCode: 'imp12345678' }
  const { IMP, IamportCheckout } = window
  const ways = {
    ours: request => IamportCheckout.requestPay(request, options),
    bare: request => new Promise(resolve => IMP.request_pay(request, resolve)),
  }
  const times = { ours: [], bare: [] }
  let orders = 0

  // A click comes after a while, and is no timer: nested ones are held back for 4 ms, which would hide what we add.
  const { port1, port2 } = new MessageChannel()
  const click = () =>
    new Promise(resolve => {
      port1.onmessage = resolve
      setTimeout(() => port2.postMessage(null), 1)
    })
  const pay = async way => {
    const merchant_uid = `order_${++orders}`
    const request = {
      pg: 'html5_inicis',
      pay_method: 'card',
      merchant_uid,
      name: '주문명:결제테스트',
      amount: 14_000,
      buyer_email: 'buyer@shop.test',
      buyer_name: '구매자이름',
      buyer_tel: '010-1234-5678',
    }
    // The sandbox keeps its payments there, more and more of them.
    sessionStorage.clear()
    await click()
    const start = performance.now()
    const paid = await ways[way](request)
    const end = performance.now()
    if (paid.merchant_uid !== merchant_uid || !paid.imp_uid)
      throw new Error(`${way}: not this payment's result`)
    return end - start
  }

  await IamportCheckout.loadIamport(options)
  await new Promise(resolve => setTimeout(resolve, 200))
  const warmUp = 50
  for (let call = 0; call < warmUp + calls; call++) {
    for (const way of call % 2 ? ['ours', 'bare'] : ['bare', 'ours']) {
      const took = await pay(way)
      if (call >= warmUp) times[way].push(took)
    }
  }
  return times
}
