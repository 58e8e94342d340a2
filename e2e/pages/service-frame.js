/* What service.iamport.kr has in each frame of the dialog. */
import { isPhone } from './sdk/device.js'
import { makeServicePage } from './sdk/service-page.js'

// Where no test answers for other hosts everything is on the shop's own.
const isAtHome = location.host === 'service.iamport.kr'
const [, provider = ''] = /\/(?:payments|certificates)\/ready\/[^/]+\/([^/?]+)/.exec(location.href) ?? []
const page = makeServicePage({
  provider,
  isPhone: isPhone(),
  gateway: isAtHome ? 'https://gateway.test/pay' : `${location.origin}/e2e/pages/gateway.html`,
  method: isAtHome ? 'post' : 'get',
  scripts: 'https://gateway.test/sdk.js',
  post: message => parent.postMessage(typeof message === 'string' ? message : JSON.stringify(message), '*'),
})

addEventListener('message', ({ data, ports }) => {
  if (typeof data === 'string') {
    page.receive(data)
    document.title = page.order?.merchant_uid ?? ''
    return
  }
  // A test's own word. The answer goes another way than the script listens to.
  const { call, args = [] } = data
  const answer = call ? page[call](...args) : undefined
  ports[0]?.postMessage({ order: page.order?.merchant_uid, answer })
})
