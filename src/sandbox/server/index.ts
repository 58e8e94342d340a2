/** PortOne V1's REST API that needs no network, for tests and for development. */

export type {
  AccountOptions,
  ArrivalOptions,
  ConfirmOptions,
  DepositOptions,
  EscrowOptions,
  EscrowStatus,
  RefundOptions,
  SandboxApiControls,
} from './controls.ts'
export { createSandboxApi } from './create-sandbox-api.ts'
export type { ReceivedRequest, SandboxApiEvent, SentWebhook } from './events.ts'
export type {
  ApiCancel,
  ApiCertification,
  ApiChannel,
  ApiCustomer,
  ApiDeposit,
  ApiPayment,
  ApiPaymentStatus,
  ApiSchedule,
  Given,
  NewCancel,
  NewCard,
  NewDeposit,
  NewPayment,
} from './payment.ts'
export type { SandboxApi, SandboxApiClock, SandboxApiWebhooks } from './sandbox-api.ts'
export type {
  SandboxApiOptions,
  SandboxApiSettings,
  Trouble,
  TroubleAnswer,
  WebhookSettings,
} from './settings.ts'
