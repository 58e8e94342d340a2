/** PortOne's double in a page: the demo of the documents runs a whole shop there. */
import { expect, test } from '@playwright/test'

test('plays PortOne in a page, without a request to the network', async ({ page }) => {
  await page.route('**/double.html', route =>
    route.fulfill({ body: '<!doctype html><title>double</title>', contentType: 'text/html' }),
  )
  await page.goto('/double.html')
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const seen = await page.evaluate(async () => {
    // A path that the compiler doesn't look for: it is the browser's to load.
    const path = '/dist/sandbox-server.js'
    const { createSandboxApi } = (await import(path)) as typeof import('../src/sandbox/server/index.ts')
    const webhooks: unknown[] = []
    const api = createSandboxApi({
      webhooks: {
        url: 'https://shop.example/webhook',
        delay: 10,
        fetch: async (_url, init) => {
          webhooks.push(JSON.parse(String(init.body)))
          return new Response()
        },
      },
    })
    const ask = async (method: string, path: string, body?: object, token = '') => {
      const answer = await api.fetch(`https://api.iamport.kr${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      return (await answer.json()).response
    }
    const { access_token } = await ask('POST', '/users/getToken', { imp_key: 'k', imp_secret: 's' })
    const { imp_uid } = api.issueVirtualAccount({ merchant_uid: 'order-1', amount: 14000 })
    api.deposit(imp_uid)
    const found = await ask('GET', '/payments/find/order-1', undefined, access_token)
    const body = { imp_uid, amount: 4000, refund_holder: 'x', refund_bank: '88', refund_account: '1' }
    const cancelled = await ask('POST', '/payments/cancel', body, access_token)
    api.configure({ trouble: { answers: 'network', times: 1 } })
    const lost = await ask('GET', '/payments/find/order-1', undefined, access_token).catch(
      (error: Error) => error.name,
    )
    api.configure({ trouble: 'hang' })
    const url = 'https://api.iamport.kr/users/pg'
    const given = await api
      .fetch(url, { signal: AbortSignal.timeout(20) })
      .catch((error: Error) => error.name)
    while (webhooks.length < 2) await new Promise(resolve => setTimeout(resolve, 10))
    return { found: found.status, cancelled: cancelled.cancel_amount, lost, given, webhooks: webhooks.length }
  })
  expect(seen).toEqual({
    found: 'paid',
    cancelled: 4000,
    lost: 'TypeError',
    given: 'TimeoutError',
    webhooks: 2,
  })
  expect(requests.map(url => new URL(url).pathname)).toEqual(['/dist/sandbox-server.js'])
})
