import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { preview } from 'vite'
import { bundleStandIns } from '../support/bundle.ts'
import { BUILDS, withTag } from '../support/tags.ts'

/** What stands in for the addresses of the real scripts, which no engine here could be made to answer alike. */
const SCRIPTS: Record<string, string> = {
  '/cdn/iamport.payment-1.2.0.js': 'dist/sandbox.min.js',
  '/cdn/jquery-3.7.1.min.js': 'node_modules/jquery/dist/jquery.min.js',
  '/cdn/legacy-1.1.5.js': '.tmp/pages/legacy-sdk.js',
  '/cdn/legacy-1.2.0.js': '.tmp/pages/legacy-sdk.js',
  '/cdn/v1.js': '.tmp/pages/v1-sdk.js',
}

export interface Server {
  /** The shop's origin. */
  shop: string
  /** Where the scripts come from: another origin, as in life. */
  cdn: string
  /** What was asked for, in order. */
  requests: string[]
  /** What stands in the head of the shop's pages. */
  head: string
  close(): Promise<void>
}

/** Serves the repository: the built files, and the pages of the other end-to-end tests with a head of the test's own. */
export const startServer = async (): Promise<Server> => {
  await bundleStandIns()
  const server: Partial<Server> & Pick<Server, 'requests' | 'head'> = { requests: [], head: '' }
  const { httpServer, close } = await preview({
    configFile: 'e2e/vite.config.ts',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [
      {
        name: 'shop',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use(async (request, response, next) => {
            const { pathname } = new URL(request.url!, 'http://localhost')
            // Browsers ask for it when they like.
            if (pathname !== '/favicon.ico') server.requests.push(pathname)
            const script = SCRIPTS[pathname]
            const build = BUILDS.find(name => pathname === `/e2e/pages/${name}.html`)
            if (script) {
              // Asked for anew each time, or it would not be counted.
              response.setHeader('cache-control', 'no-store').setHeader('content-type', 'text/javascript')
              response.end(await readFile(script))
            } else if (build) {
              const html = withTag(await readFile('e2e/pages/shop.html', 'utf8'), build)
              response.setHeader('content-type', 'text/html; charset=utf-8')
              response.end(html.replace('<head>', () => `<head>${server.head}`))
            } else next()
          })
        },
      },
    ],
  })
  const { port } = httpServer.address() as AddressInfo
  return Object.assign(server, { shop: `http://localhost:${port}`, cdn: `http://127.0.0.1:${port}`, close })
}
