/** GET /users/pg, and which channel a request means. */
import { success } from '../answers.ts'
import { type Fields, textOf } from '../fields.ts'
import type { ApiChannel } from '../payment.ts'
import type { Platform } from '../platform.ts'
import type { Handler } from './handler.ts'

/** The channel of a shop that told the double of none. */
const anyChannel = ({ settings }: Platform): ApiChannel => ({
  pg_provider: 'html5_inicis',
  pg_id: 'sandbox',
  sandbox: settings.testChannel ?? false,
  type: 'payment',
  channel_name: '샌드박스',
  channel_key: 'channel-key-sandbox',
})

export const listChannels: Handler = (_call, platform) => success(platform.channels ?? [anyChannel(platform)])

/**
 * The channel of a request: by `channel_key`, else by `pg` (`kcp` or `kcp.MID`), else the first. Where the
 * double was told of no channels, every key is right, and the gateway is that of `pg`. Undefined: there is no
 * such channel.
 */
export const channelOf = (body: Fields, platform: Platform): ApiChannel | undefined => {
  const key = textOf(body['channel_key'])
  const [provider, pg_id] = textOf(body['pg'])?.split('.') ?? []
  if (!platform.channels) {
    const channel = anyChannel(platform)
    return {
      ...channel,
      pg_provider: provider ?? channel.pg_provider,
      pg_id: pg_id ?? channel.pg_id,
      channel_key: key ?? channel.channel_key,
    }
  }
  if (key) return platform.channels.find(channel => channel.channel_key === key)
  return platform.channels.find(
    channel => (!provider || channel.pg_provider === provider) && (!pg_id || channel.pg_id === pg_id),
  )
}
