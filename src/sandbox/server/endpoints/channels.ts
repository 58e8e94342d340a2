/** GET /users/pg, and which channel a request means. */
import { success } from '../answers.ts'
import { type Fields, textOf } from '../fields.ts'
import type { ApiChannel } from '../payment.ts'
import type { Platform } from '../platform.ts'
import type { Handler } from './handler.ts'

export const listChannels: Handler = (_call, { channels }) => success(channels)

/**
 * The channel of a request: by `channel_key`, else by `pg` (`kcp` or `kcp.MID`). Where the sandbox wasn't told of the shop's channels,
 * it takes every key as one of the gateway of `pg`, or of its only channel. Undefined: there is no such channel.
 */
export const channelOf = (
  body: Fields,
  { channels, knowsAllChannels, settings }: Platform,
): ApiChannel | undefined => {
  const key = textOf(body['channel_key'])
  const pg = textOf(body['pg'])
  const [provider, pg_id] = pg ? pg.split('.') : []
  const isMeant = (channel: ApiChannel): boolean =>
    key
      ? channel.channel_key === key
      : channel.pg_provider === provider && (!pg_id || channel.pg_id === pg_id)
  const found = key || pg ? channels.find(isMeant) : channels[0]
  if (found || knowsAllChannels) return found
  const [first] = channels
  return {
    ...first!,
    pg_provider: provider || first!.pg_provider,
    pg_id: pg_id || 'sandbox',
    channel_key: key ?? first!.channel_key,
    sandbox: settings.testChannel ?? false,
  }
}
