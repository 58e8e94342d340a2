import { readFile } from 'node:fs/promises'
import type { Connect, Plugin } from 'vite'
import { serve } from './http.ts'
import { database } from './orders.ts'
import { routes } from './routes.ts'

const ROOT = new URL('../../', import.meta.url)

/** The sandbox as a script of the shop's own host, in place of the one at cdn.iamport.kr, and the documents to read. */
const fileOf = (path: string): [file: string, type: string] | undefined => {
  if (path === '/sandbox.min.js') return ['dist/sandbox.min.js', 'text/javascript']
  if (/^\/(docs\/)?[\w.]+\.md$/.test(path)) return [path.slice(1), 'text/plain']
  return undefined
}

const serveFiles: Connect.NextHandleFunction = async (req, res, next) => {
  const found = fileOf((req.url ?? '').replace(/\?.*/, ''))
  if (!found) return next()
  const [file, type] = found
  try {
    const content = await readFile(new URL(file, ROOT))
    res.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content)
  } catch {
    res.writeHead(404).end(`There is no ${file}. Run npm run build first.`)
  }
}

/** The shop's server beside Vite's, for `vite` and for `vite preview`. */
export const shopServer = (): Plugin => {
  const add = ({ middlewares }: { middlewares: Connect.Server }): void => {
    // Ahead of the first order, for it takes a few seconds. Whoever asks for an order hears of a failure.
    database().catch(() => {})
    middlewares.use(serveFiles)
    middlewares.use(serve(routes))
  }
  return { name: 'demo-shop', configureServer: add, configurePreviewServer: add }
}
