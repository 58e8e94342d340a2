import * as texts from '../texts.ts'
import type { Fetch } from './send.ts'

/** How PortOne's REST API is asked. */
export interface PortOneOptions {
  /** REST API Key (`IMP_KEY`). Without it every call rejects with `UNAUTHORIZED`; a build that has no keys still builds. */
  key: string | undefined
  /** REST API Secret (`IMP_SECRET`). Never in a page, never in a repository. */
  secret: string | undefined
  /** 하위상점: the code of the sub-merchant, sent as `Tier` with every call. Its agent's key is used. */
  tierCode?: string | undefined
  /**
   * Payments of test channels count: `GET /payments/{imp_uid}` leaves them out unless asked. Never where you sell.
   * @default false
   */
  test?: boolean | undefined
  /**
   * Sends the requests: a sandbox's `api.fetch`, or one with a proxy of yours.
   * @default the global `fetch`, looked up at each call
   */
  fetch?: ((input: string, init?: RequestInit) => Promise<Response>) | undefined
  /** @default 'https://api.iamport.kr' */
  api?: string | URL | undefined
  /** Milliseconds for one call, retries included, and for one `settle()`. @default 8000 */
  timeout?: number | undefined
}

const API = 'https://api.iamport.kr'
/** A page waits for 8 seconds, and PortOne's webhook for 30. */
const TIMEOUT = 8_000
/** `setTimeout` takes no more. */
const LONGEST = 2 ** 31 - 1

export interface CheckedOptions {
  key: string
  secret: string
  tierCode: string
  test: boolean
  fetch: Fetch
  api: string
  timeout: number
}

const textOf = (name: string, value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') throw new TypeError(texts.badOption(name, 'text', typeof value))
  return value.trim()
}

/** An address without the slash at its end, for paths begin with one. */
const apiOf = (value: unknown): string => {
  try {
    const url = new URL(String(value))
    if (/^https?:$/.test(url.protocol) && !url.username && !url.password) return url.href.replace(/\/+$/, '')
  } catch {
    // Said below.
  }
  // A password in it is not for a log.
  const shown = String(value).includes('@') ? '[hidden]' : value
  throw new TypeError(texts.badOption('api', 'an http(s) address', shown))
}

/** @throws TypeError for an option of the wrong shape. Values of `key` and `secret` are never shown. */
export const checkPortOneOptions = (options: PortOneOptions): CheckedOptions => {
  if (!options || typeof options !== 'object') {
    throw new TypeError(texts.badOption('options', 'an object with key and secret', options))
  }
  const { fetch, timeout = TIMEOUT } = options
  if (fetch !== undefined && typeof fetch !== 'function') {
    throw new TypeError(texts.badOption('fetch', 'a function', fetch))
  }
  if (typeof timeout !== 'number' || !(timeout > 0 && timeout <= LONGEST)) {
    throw new TypeError(texts.badOption('timeout', 'a number of milliseconds above 0', timeout))
  }
  return {
    key: textOf('key', options.key),
    secret: textOf('secret', options.secret),
    tierCode: textOf('tierCode', options.tierCode),
    test: options.test === true,
    // Looked up at each call, for frameworks and tests put another one in its place.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    api: apiOf(options.api ?? API),
    timeout,
  }
}
