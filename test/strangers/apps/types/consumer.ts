/** Whoever imports the package: all that its entries have. */
import {
  type Bypass,
  type BypassParameters,
  type CardParameters,
  type Checkout,
  type CommonParameters,
  createCheckout,
  type DisplayOptions,
  type EscrowProduct,
  type Expectation,
  type Gateway,
  type GatewayCode,
  type Iamport,
  type Issue,
  type IssueCode,
  isPayError,
  type KnownParameters,
  type LoadOptions,
  loadIamport,
  type NaverOrderProduct,
  type NaverParameters,
  type NaverPayProduct,
  type Needs,
  type NormalisedResponse,
  type OrderProduct,
  PayError,
  type PayErrorCode,
  type PayErrorDetails,
  type PayMethod,
  type PaymentStatus,
  type PayRequest,
  type PhoneParameters,
  type Prepared,
  type PrepareOptions,
  parseRedirect,
  prepare,
  type ResponseFields,
  type ResumeOptions,
  requestPay,
  resumePay,
  type SdkCallback,
  type SdkSource,
  type SdkVersion,
  type ShopOptions,
  type SituationalParameters,
  type StoreDetails,
  type UnverifiedPayment,
} from 'iamport-checkout'
import * as messages from 'iamport-checkout/messages'
import { installSandbox, type Sandbox, type SandboxOptions } from 'iamport-checkout/sandbox'
import { createSandboxApi, type NewPayment, type SandboxApi } from 'iamport-checkout/sandbox/server'

export type Everything = [
  ...[Bypass, BypassParameters, CardParameters, CommonParameters, DisplayOptions, EscrowProduct, Expectation],
  ...[Gateway, GatewayCode, Issue, IssueCode, KnownParameters, LoadOptions, NaverOrderProduct],
  ...[NaverParameters, NaverPayProduct, NormalisedResponse, PayErrorDetails, PaymentStatus, PayMethod],
  ...[PhoneParameters, PrepareOptions, ResponseFields, ResumeOptions, SdkCallback, SdkSource],
  ...[SdkVersion, SituationalParameters, Needs<PayRequest>, OrderProduct, StoreDetails],
]

const options: ShopOptions = { userCode: 'imp12345678', sdk: { src: '/sdk.js', jquery: false } }
const request: PayRequest = { merchant_uid: 'order_1', amount: 14000, name: undefined }
const checkout: Checkout = createCheckout(options)
const prepared: Prepared = checkout.prepare(request)

export const payment: Promise<UnverifiedPayment> = requestPay(request, options)
export const resumed: Promise<UnverifiedPayment | null> = resumePay({ url: undefined, clean: false })
export const imp: Promise<Iamport> = loadIamport(options)
export const landed: UnverifiedPayment | PayError | null = parseRedirect('/done')
export const code: PayErrorCode = new PayError('CANCELLED', '', { mayHavePaid: false }).code
export const sentences: string[] = prepare(request).issues.map(issue => messages.describeIssue(issue, 'ko'))
export const explain = (error: unknown): string =>
  isPayError(error) ? messages.describeError(error, 'en') : ''
export const { params, leavesPage } = prepared

const sandboxOptions: SandboxOptions = { outcome: request => (request['amount'] ? 'approve' : 'cancel') }
const sandbox: Sandbox = installSandbox(sandboxOptions)
const unpaid: NewPayment = { merchant_uid: 'order_1', status: 'ready', name: undefined }
const api: SandboxApi = createSandboxApi({ webhooks: { url: 'https://shop.example/webhook' } })
export const asked: Promise<Response> = api.fetch('https://api.iamport.kr/users/pg')
/** Whoever takes a `fetch` takes this one. */
export const asFetch: typeof fetch = api.fetch
export const status: 'ready' | 'paid' | 'pending' | 'failed' | 'cancelled' = api.add(unpaid).status

export const ids: string[] = sandbox.payments().map(({ imp_uid }) => imp_uid)

// @ts-expect-error escrow with KCP needs kcpProducts
checkout.requestPay({ pg: 'kcp', escrow: true, merchant_uid: 'order_1', amount: 14000 })
// @ts-expect-error there is no such language
messages.describeIssue(prepared.issues[0], 'fr')
// @ts-expect-error there is no such ending
installSandbox({ outcome: 'refuse' })
// @ts-expect-error there is no such status
api.add({ status: 'done' })
// @ts-expect-error there is no such setting
createSandboxApi({ webhook: 'https://shop.example/webhook' })
