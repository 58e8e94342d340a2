/** All that PortOne's double knows and can do, as its endpoints and controls share it. */
import type { Clock } from './clock.ts'
import type { SandboxApiEvent } from './events.ts'
import type { Identifiers } from './identifiers.ts'
import type { Maker } from './make-payment.ts'
import type { ApiCertification, ApiChannel, ApiCustomer, ApiSchedule } from './payment.ts'
import type { PaymentBook } from './payment-book.ts'
import type { SandboxApiOptions, SandboxApiSettings } from './settings.ts'
import type { TokenOffice } from './tokens.ts'
import type { Webhooks } from './webhooks.ts'

/** A registered card. */
export interface CustomerRecord {
  customer: ApiCustomer
  /** Why charges are declined; undefined where they are approved. */
  declines: string | undefined
  tier: string | null
}

/** A payment that is to happen later. */
export interface ScheduleRecord {
  schedule: ApiSchedule
  /** The card as it was then. */
  customer: ApiCustomer
  noticeUrl: string | undefined
  tier: string | null
  /** Keeps it from happening. */
  callOff: () => void
}

export interface CertificationRecord {
  certification: ApiCertification
  tier: string | null
}

/** An amount that was registered before the payment window opens. */
export interface Prepared {
  merchant_uid: string
  amount: number
  currency: string | null
}

export interface Delivery {
  company: string
  invoice: string
  sent_at: number
  applied_at: number
}

export interface Receipt {
  receipt_tid: string
  apply_num: string
  type: string
  amount: number
  vat: number
  receipt_url: string
  applied_at: number
  cancelled_at: number
}

export interface Platform {
  options: Pick<SandboxApiOptions, 'key' | 'secret'>
  /** The current settings. The object stays the same, its members change. */
  settings: SandboxApiSettings
  clock: Clock
  ids: Identifiers
  /** The shop's channels, and no others; undefined where the double was told of none. */
  channels: readonly ApiChannel[] | undefined
  tokens: TokenOffice
  payments: PaymentBook
  webhooks: Webhooks
  /** By `merchant_uid`. */
  prepared: Map<string, Prepared>
  /** By `customer_uid`: the newest card answers. */
  customers: Map<string, CustomerRecord>
  /** By `merchant_uid`. */
  schedules: Map<string, ScheduleRecord>
  /** By `imp_uid`. */
  certifications: Map<string, CertificationRecord>
  /** By `imp_uid`. */
  deliveries: Map<string, Delivery>
  /** By `imp_uid`. */
  receipts: Map<string, Receipt>
  /** Of payments that PortOne doesn't know, by `merchant_uid`. */
  externalReceipts: Map<string, Receipt>
  tell(event: SandboxApiEvent): void
}

export const makerOf = ({ clock, ids, settings }: Platform): Maker => ({
  clock,
  ids,
  isTestChannel: settings.testChannel ?? false,
})
