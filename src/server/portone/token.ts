/**
 * The token of the REST API. PortOne gives the same one for half an hour to whoever asks with the same key, so several
 * servers may each keep their own, and nothing has to be shared.
 */

import * as texts from '../texts.ts'
import { PortOneError } from './error.ts'

/** A token is not used in its last minute, for it may expire between the look at the clock and its arrival. */
const RESERVE_SECONDS = 60
/** Where an answer doesn't say, half an hour is what PortOne documents; a 401 tells soon enough. */
const LIFETIME_SECONDS = 30 * 60
/** Tokens that are kept out of texts: those of two days. The longest call lasts a minute. */
const MOST_HIDDEN = 100

export interface Tokens {
  get(): Promise<string>
  /** PortOne refused it: the next `get` asks for another. A newer one that somebody got meanwhile stays. */
  drop(token: string): void
  /** What there is to hide: a call may fail long after its token was followed by another. */
  used(): Iterable<string>
}

/**
 * @param ask asks PortOne for a token, with a time limit of its own: whoever waits for it may have little time left.
 * @param isShared whether requests of different callers may wait for one promise. In Workers they may not.
 */
export const createTokens = (ask: () => Promise<unknown>, isShared: boolean): Tokens => {
  const used = new Set<string>()
  let token: string | undefined
  let freshUntil = 0
  let inFlight: Promise<string> | undefined

  const renew = async (): Promise<string> => {
    const { access_token, expired_at, now } = ((await ask()) ?? {}) as Record<string, unknown>
    if (typeof access_token !== 'string' || !access_token) {
      throw new PortOneError('NO_ANSWER', texts.noAnswer('POST /users/getToken', 200, texts.isStrange))
    }
    // Both are PortOne's clock; this machine's may be minutes off.
    const lifetime = Number(expired_at) - Number(now)
    token = access_token
    used.add(token)
    if (used.size > MOST_HIDDEN) used.delete([...used][0]!)
    freshUntil =
      Date.now() + 1000 * ((Number.isFinite(lifetime) ? lifetime : LIFETIME_SECONDS) - RESERVE_SECONDS)
    return access_token
  }

  return {
    async get() {
      if (token && Date.now() < freshUntil) return token
      if (!isShared) return renew()
      inFlight ??= renew().finally(() => {
        inFlight = undefined
      })
      return inFlight
    },
    drop(refused) {
      if (token === refused) freshUntil = 0
    },
    used: () => used,
  }
}
