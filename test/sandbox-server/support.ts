/** How the specs ask PortOne's double, and what they know of the time there. */
import {
  type ApiPayment,
  createSandboxApi,
  type SandboxApi,
  type SandboxApiOptions,
} from '../../src/sandbox/server/index.ts'

export const API = 'https://api.iamport.kr'

/** 2026-03-02, 12:00 in Korea, in seconds. */
export const NOON = Date.parse('2026-03-02T12:00:00+09:00') / 1000
export const DAY = 24 * 60 * 60

export interface Envelope<T = unknown> {
  status: number
  code: number
  message: string | null
  response: T
}

/** A number that is the same in every run. */
const seeded = (): (() => number) => {
  let state = 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/**
 * A double whose clock stands still at noon until the test moves it, and whose numbers are the same in every
 * run.
 */
export const makeApi = (options: SandboxApiOptions = {}): SandboxApi =>
  createSandboxApi({ now: () => NOON * 1000, random: seeded(), ...options })

export const read = async <T>(answer: Response): Promise<Envelope<T>> => {
  const envelope = (await answer.json()) as Omit<Envelope<T>, 'status'>
  return { status: answer.status, ...envelope }
}

/** Sends one request as it is, and reads PortOne's envelope. */
export const send = async <T>(api: SandboxApi, path: string, init?: RequestInit): Promise<Envelope<T>> =>
  read<T>(await api.fetch(API + path, init))

const json = { 'content-type': 'application/json' }

export const tokenOf = async (api: SandboxApi, key = 'key'): Promise<string> => {
  const body = JSON.stringify({ imp_key: key, imp_secret: 'secret' })
  const { response } = await send<{ access_token: string }>(api, '/users/getToken', {
    method: 'POST',
    headers: json,
    body,
  })
  return response.access_token
}

/** Asks with a token, as a shop's server does. */
export const ask = async <T = ApiPayment>(
  api: SandboxApi,
  request: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Envelope<T>> => {
  const [method = 'GET', path = '/'] = request.split(' ')
  const authorization = `Bearer ${await tokenOf(api)}`
  return send<T>(api, path, {
    method,
    headers: { authorization, ...(body !== undefined && json), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** The answer of a list. */
export interface Page {
  total: number
  previous: number
  next: number
  list: ApiPayment[]
}

/** A shop's webhook: what it was sent, and what it answers. */
export const makeShop = (
  answers: (body: Record<string, unknown>) => number | Promise<number> = () => 200,
) => {
  const bodies: Record<string, unknown>[] = []
  const urls: string[] = []
  const types: (string | null)[] = []
  const methods: (string | undefined)[] = []
  return {
    methods,
    bodies,
    urls,
    types,
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const type = new Headers(init.headers).get('content-type')
      const text = String(init.body)
      const body = /json/.test(type!) ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
      urls.push(url)
      methods.push(init.method)
      types.push(type)
      bodies.push(body)
      return new Response(null, { status: await answers(body) })
    },
  }
}

export const WEBHOOK = 'https://shop.example/webhook'
