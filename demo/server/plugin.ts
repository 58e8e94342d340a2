import { readFile } from 'node:fs/promises'
import type { Connect, Plugin } from 'vite'
import { serve } from './http.ts'
import { routes } from './routes.ts'

const SANDBOX = new URL('../../dist/sandbox.min.js', import.meta.url)

/** The sandbox as a script of the shop's own host, in place of the one at cdn.iamport.kr. */
const serveSandbox: Connect.NextHandleFunction = async (req, res, next) => {
  if (!/^\/sandbox\.min\.js(\?|$)/.test(req.url ?? '')) return next()
  try {
    const script = await readFile(SANDBOX)
    res.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script)
  } catch {
    res.writeHead(404).end('npm run build')
  }
}

/** The shop's server beside Vite's, for `vite` and for `vite preview`. */
export const shopServer = (): Plugin => {
  const add = ({ middlewares }: { middlewares: Connect.Server }): void => {
    middlewares.use(serveSandbox)
    middlewares.use(serve(routes))
  }
  return { name: 'demo-shop', configureServer: add, configurePreviewServer: add }
}
