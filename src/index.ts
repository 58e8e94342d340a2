/** Checkout for iamport.payment.js (PortOne V1). Importing does nothing. */

export { type Checkout, createCheckout } from './checkout.ts'
export { isPayError, PayError, type PayErrorCode, type PayErrorDetails } from './errors.ts'
export type { Expectation, Issue, IssueCode } from './issue.ts'
export { loadIamport } from './load-iamport.ts'
export { parseRedirect } from './parse-redirect.ts'
export { type Prepared, prepare } from './prepare.ts'
export type {
  Iamport,
  LoadOptions,
  PaymentOptions,
  PrepareOptions,
  ProgressStep,
  ResumeOptions,
  SdkCallback,
  SdkSource,
  SdkVersion,
  ShopOptions,
  VerifiedPaymentOptions,
  VerifiedResumeOptions,
} from './public-options.ts'
export { requestPay } from './request-pay.ts'
export { resumePay } from './resume-pay.ts'
export type { Bypass, BypassParameters } from './types/bypass.ts'
export type { ChannelParameters } from './types/channel.ts'
export type { Gateway, GatewayCode, KnownPayMethod, PayMethod } from './types/codes.ts'
export type { CommonParameters, DisplayOptions } from './types/common.ts'
export type { CardParameters, PhoneParameters } from './types/methods.ts'
export type { NaverOrderProduct, NaverParameters, NaverPayProduct } from './types/naver.ts'
export type { Needs } from './types/needs.ts'
export type { EscrowProduct, OrderProduct, StoreDetails } from './types/products.ts'
export type { KnownParameters, PayRequest } from './types/request.ts'
export type {
  NormalisedResponse,
  PaymentStatus,
  ResponseFields,
  UnverifiedPayment,
} from './types/response.ts'
export type { SituationalParameters } from './types/situational.ts'
export type { Verdict } from './types/verdict.ts'
export type { Claim, GoodVerdict, VerifiedPayment, Verify } from './types/verified.ts'
