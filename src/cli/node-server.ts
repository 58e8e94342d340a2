/** Serves what takes a `Request` and gives a `Response` with Node's own HTTP server. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** More than any request has, in bytes. */
const LONGEST_BODY = 1_000_000

type Handle = (request: Request) => Promise<Response>

const readBody = async (incoming: IncomingMessage): Promise<Uint8Array | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  return headers
}

const urlOf = ({ url = '/', headers }: IncomingMessage): string => {
  // `//host/path` would name a host.
  const path = url.replace(/^\/+/, '/')
  try {
    return new URL(path, `http://${headers.host || 'localhost'}`).href
  } catch {
    return new URL(path, 'http://localhost').href
  }
}

/** Methods that no `Request` can have. */
const IMPOSSIBLE = /^(CONNECT|TRACE|TRACK)$/

const answer = async (handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const { method = 'GET' } = incoming
  if (IMPOSSIBLE.test(method)) {
    outgoing.writeHead(405, { connection: 'close' }).end()
    return
  }
  const body = await readBody(incoming)
  if (!body) {
    outgoing.writeHead(413, { connection: 'close' }).end()
    return
  }
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(urlOf(incoming), {
    method,
    headers: headersOf(incoming),
    signal: gone.signal,
    ...(hasBody && { body: body as Uint8Array<ArrayBuffer> }),
  })
  const response = await handle(request)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** Where `handle` rejects, the connection breaks off: it plays a network that is down. */
export const makeServer = (handle: Handle): Server =>
  createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => incoming.socket.destroy())
  })
