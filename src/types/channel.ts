import type { Gateway } from './codes.ts'

/** The parameters that say which gateway is asked. */
export interface ChannelParameters {
  /**
   * PG사: the gateway, `html5_inicis` or `html5_inicis.INIpayTest`. Default: that of the admin console, which an unknown
   * code stands for, too. Use `channelKey` with the `v1` script.
   */
  pg?: Gateway | null | undefined
  /** 채널키: the newer way to name a gateway, for the `v1` script. Takes the place of `pg`. See the option `provider`. */
  channelKey?: string | null | undefined
  /**
   * 채널 그룹: PortOne picks one channel of the group. For the `v1` script, and not with billing keys. Takes the place of
   * `channelKey`. With `pay_method: 'vbank'` it needs `vbank_due`.
   */
  channelGroupId?: string | null | undefined
}
