/**
 * The parameters of `IMP.request_pay`, under the SDK's own names, so that code pasted from the Korean documents works.
 * Sources: the iamport manual (인증결제, 비인증결제, NAVERPAY) and the V1 pages of developers.portone.io.
 */
import type { BypassParameters } from './bypass.ts'
import type { CommonParameters } from './common.ts'
import type { CardParameters, PhoneParameters } from './methods.ts'
import type { NaverParameters } from './naver.ts'
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
  extends CommonParameters,
    SituationalParameters,
    CardParameters,
    PhoneParameters,
    NaverParameters,
    BypassParameters,
    Misspelt {}

/** What `requestPay` takes: every documented parameter, and those that nobody knew when this was written, as they are. */
export type PayRequest = KnownParameters & { [parameter: string]: unknown }
