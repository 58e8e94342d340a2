/** The tokens that every request but one needs. */
import type { Clock } from './clock.ts'
import type { Identifiers } from './identifiers.ts'

/** How long a token lives, in seconds. */
const LIFE = 30 * 60
/** Asked for again in this many of its last seconds, a token lives on … */
const LAST_MINUTE = 60
/** … for this many seconds more. */
const EXTENSION = 5 * 60

export interface Token {
  access_token: string
  /** Seconds since 1970, by PortOne's clock. */
  expired_at: number
}

export interface TokenOffice {
  /**
   * The token of a key: the same one until it has expired, so that servers of one shop don't take it from
   * each other.
   */
  issue(key: string): Token
  /** Whether it is one, and lives. */
  isValid(access_token: string): boolean
  /** Ends all tokens, as a new secret in the console does. */
  revokeAll(): void
}

export const makeTokenOffice = (clock: Clock, ids: Identifiers): TokenOffice => {
  /** By key. */
  const tokens = new Map<string, Token>()
  const lives = (token: Token): boolean => clock.seconds() < token.expired_at

  return {
    issue: key => {
      const now = clock.seconds()
      const kept = tokens.get(key)
      if (!kept || !lives(kept)) {
        const made = { access_token: ids.accessToken(), expired_at: now + LIFE }
        tokens.set(key, made)
        return made
      }
      if (kept.expired_at - now <= LAST_MINUTE) kept.expired_at += EXTENSION
      return kept
    },
    isValid: access_token =>
      [...tokens.values()].some(token => token.access_token === access_token && lives(token)),
    revokeAll: () => tokens.clear(),
  }
}
