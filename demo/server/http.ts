/** The little that is needed of a web framework. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Call {
  url: URL
  /** Fields of a JSON body or a form; empty for none. */
  body: Record<string, unknown>
  /** This server, as seen from this machine. */
  origin: string
}

export interface Reply {
  status?: number
  /** Sent as JSON. */
  json?: unknown
  /** Sent elsewhere with GET. */
  location?: string
}

export type Route = (call: Call) => Reply | undefined | Promise<Reply | undefined>

/** More than any order or notification needs. */
const MOST = 100_000

const readBody = async (req: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = ''
  // A letter may come in two pieces.
  req.setEncoding('utf8')
  for await (const chunk of req) {
    text += chunk
    if (text.length > MOST) throw new RangeError('too long')
  }
  // PortOne's console lets the shop choose how notifications are written.
  if (/urlencoded/i.test(req.headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(text))
  const value = JSON.parse(text || '{}') as unknown
  if (typeof value !== 'object' || value === null) throw new SyntaxError('no object')
  return value as Record<string, unknown>
}

const answer = async (
  routes: Record<string, Route>,
  req: IncomingMessage,
  res: ServerResponse,
  next: () => void,
): Promise<void> => {
  const { localPort, localAddress = '' } = req.socket
  const origin = `http://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`
  // `//orders/1` would name a host, and `//` nothing at all.
  const url = new URL((req.url ?? '/').replace(/^\/+/, '/'), origin)
  const asked = `${req.method} ${url.pathname}`
  const route =
    routes[asked] ??
    routes[asked.replace(/[^/]+$/, '*')] ??
    routes[`* ${url.pathname.replace(/[^/]+$/, '*')}`]
  if (!route) return next()
  const send = ({ status = 200, json, location }: Reply): void => {
    if (location) res.writeHead(303, { location })
    else res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    res.end(location ? undefined : JSON.stringify(json ?? {}))
  }
  try {
    const body = req.method === 'POST' ? await readBody(req) : {}
    const reply = await route({ url, body, origin })
    // No reply is one too: a server that hangs.
    if (reply) send(reply)
  } catch (error) {
    const isTheirs = error instanceof SyntaxError || error instanceof RangeError
    if (!isTheirs) console.error(error)
    send({ status: isTheirs ? 400 : 500, json: { code: isTheirs ? 'BAD_REQUEST' : 'FAILED' } })
  }
}

/** Answers what the routes know, and passes on everything else. Keys are `POST /orders`; `*` takes one path segment. */
export const serve =
  (routes: Record<string, Route>) =>
  (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void => {
    // Whatever else goes wrong is Vite's to answer: a rejection that nobody takes would end the server.
    answer(routes, req, res, next).catch(next)
  }
