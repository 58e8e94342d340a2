/** Between Node's HTTP and the web's `Request` and `Response`, which the package's server speaks. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Nothing as an answer is one too: a server that hangs. */
export type Route = (request: Request) => Response | undefined | Promise<Response | undefined>

/** More than any order or notification needs, in bytes. */
const LONGEST_BODY = 1_000_000

const readBody = async (incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const answer = async (
  routes: Record<string, Route>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next: () => void,
): Promise<void> => {
  const { method = 'GET', headers } = incoming
  // `//orders/1` would name a host, and `//` nothing at all.
  const url = new URL((incoming.url ?? '/').replace(/^\/+/, '/'), 'http://localhost')
  const asked = `${method} ${url.pathname}`
  const route = routes[asked] ?? routes[asked.replace(/[^/]+$/, '*')]
  if (!route) return next()
  const body = method === 'POST' ? await readBody(incoming) : null
  if (body === undefined) {
    outgoing.writeHead(413, { connection: 'close' }).end()
    return
  }
  const type = headers['content-type']
  const response = await route(
    new Request(url, { method, body, ...(type && { headers: { 'content-type': type } }) }),
  )
  if (!response) return
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** Answers what the routes know, and passes on everything else. Keys are `POST /orders`; `*` takes one path segment. */
export const serve =
  (routes: Record<string, Route>) =>
  (incoming: IncomingMessage, outgoing: ServerResponse, next: (error?: unknown) => void): void => {
    // Whatever goes wrong is Vite's to answer: a rejection that nobody takes would end the server.
    answer(routes, incoming, outgoing, next).catch(next)
  }
