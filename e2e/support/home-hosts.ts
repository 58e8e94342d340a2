/**
 * The hosts of a payment script under the shop's own address, where no test can answer for others: with the back/forward cache,
 * which routes would keep a page out of, and in browsers that are driven in other ways. A page says so in `window.sdkFakeHosts`.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const HOME = '/hosts'

/** One channel: a page that is left while another frame still loads is not kept. */
const LIST = {
  code: 0,
  data: [
    { pg_provider: 'html5_inicis', pg_id: 'INIpayTest', type: 'payment', store_id: 'store-1', sandbox: true },
  ],
}

/** What makes a script ask here. Runs in the page, before the script. */
export const useHomeHosts = (): void => {
  Object.assign(window, { sdkFakeHosts: { service: `${location.origin}/hosts` } })
}

export const homeHosts = (): Plugin => ({
  name: 'home-hosts',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use(async (request, response, next) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
      if (pathname.startsWith(`${HOME}/users/pg/`)) {
        const callback = searchParams.get('callback')
        const json = JSON.stringify(LIST)
        response.setHeader('content-type', callback ? 'text/javascript' : 'application/json')
        response.end(callback ? `${callback}(${json})` : json)
      } else if (pathname.startsWith(`${HOME}/payments/ready/`)) {
        const script = await readFile('.tmp/pages/service-frame.js', 'utf8')
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(`<!doctype html><meta charset="utf-8"><body><script>${script}</script></body>`)
      } else next()
    })
  },
})
