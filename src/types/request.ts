/**
 * The parameters of `IMP.request_pay`, under the SDK's own names, so that code pasted from the Korean documents works.
 * Sources: the iamport manual (인증결제, 비인증결제, NAVERPAY) and the V1 pages of developers.portone.io.
 */
import type { BypassParameters } from './bypass.ts'
import type { ChannelParameters } from './channel.ts'
import type { CommonParameters } from './common.ts'
import type { CardParameters, PhoneParameters } from './methods.ts'
import type { NaverParameters } from './naver.ts'
import type { PathsOf, TextsOf, ValueAt } from './paths.ts'
import type { SituationalParameters } from './situational.ts'

/** Names that people misspell: written down so that the compiler tells them before the buyer does. */
export interface Misspelt {
  /** It is `channelKey`. */
  channel_key?: never
  /** It is `buyer_postcode`. */
  buyer_postalcode?: never
  /** It goes inside `display`. */
  card_quota?: never
}

/** Every parameter that the documents name. */
export interface KnownParameters
  extends ChannelParameters,
    CommonParameters,
    SituationalParameters,
    CardParameters,
    PhoneParameters,
    NaverParameters,
    BypassParameters,
    Misspelt {}

/** Every path that a rule of the table of gateways may name, with dots: `bypass.nice_v2.MallUserID`. Misspelt names are none. */
export type ParameterPath = PathsOf<Omit<KnownParameters, keyof Misspelt>>

/** The type of the parameter at a path. */
export type ParameterValue<Path extends ParameterPath> = ValueAt<KnownParameters, Path>

/** The texts that the parameter at a path is known to take. */
export type ParameterText<Path extends ParameterPath> = TextsOf<ParameterValue<Path>>

/**
 * What `requestPay` takes: every documented parameter, and those that nobody knew when this was written, as they are. A
 * request without `amount`, which billing keys may be, is passed as a literal or as the shop's own type.
 *
 * @example
 * const request: PayRequest = { pg: 'html5_inicis', merchant_uid: 'order_1', amount: 14000, buyer_tel: '010-1234-5678' }
 */
export type PayRequest = KnownParameters & { amount: number } & OtherParameters

/**
 * Parameters that nobody knew when this was written. The type is `any`, because an interface of the shop's own may be
 * passed to an index signature of `any`, and to no other.
 */
export interface OtherParameters {
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  [parameter: string]: any
}
