import type { SdkCallback } from '../public-options.ts'
import type { Channel } from './channel.ts'
import type { SandboxPayment } from './ledger.ts'
import type { SandboxMisbehaviour, SandboxOutcome, SandboxRequest } from './options.ts'
import { bankName, failures, holderName } from './texts.ts'

/** One request that the sandbox works on. */
export interface Order {
  kind: 'payment' | 'certification'
  request: SandboxRequest
  callback: SdkCallback | undefined
  channel: Channel
  isPhone: boolean
  imp_uid: string
  merchant_uid: string
  /** What will really be paid. */
  amount: number
  currency: string
  popup?: Window | undefined
  /** Whether its outcome is decided, or none will come: a second click changes nothing. */
  isDecided?: boolean
}

/** The outcomes that become a payment on the gateway's side. */
export type Result = 'approve' | 'decline' | 'cancel'
export const isResult = (outcome: string | undefined): outcome is Result =>
  /^(approve|decline|cancel)$/.test(outcome ?? '')

/** For outcomes from a tag, where anything may stand: with a misspelt one a person chooses. */
export const isOutcome = (outcome: string | undefined): outcome is SandboxOutcome =>
  isResult(outcome) || outcome === 'close' || outcome === 'hang'

export type SandboxResponse = Record<string, unknown>

const WEEK = 7 * 24 * 60 * 60

const now = (): number => Math.floor(Date.now() / 1000)

const digits = (count: number): string =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')

export const newImpUid = (): string => `imp_${digits(12)}`

/** `vbank_due` is Korean time in one of five notations that differ in their separators and in what they leave out. */
const dueOf = (vbank_due: unknown): number => {
  const [, year, month, day, hour = '23', minute = '59', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?$/.exec(String(vbank_due ?? '').replace(/\D/g, '')) ?? []
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+09:00`)
  return Number.isNaN(time) ? now() + WEEK : time / 1000
}

/** What the gateway's side knows of an order once it has this result. */
export const paymentOf = (order: Order, result: Result): SandboxPayment => {
  const { request, imp_uid, merchant_uid, amount, currency } = order
  const text = (key: string): string | null => (request[key] == null ? null : String(request[key]))
  const pay_method = text('pay_method') ?? 'card'
  const isApproved = result === 'approve'
  const isPaid = isApproved && pay_method !== 'vbank'
  return {
    imp_uid,
    merchant_uid,
    amount,
    currency,
    status: isPaid ? 'paid' : isApproved ? 'ready' : 'failed',
    pay_method,
    pg_provider: order.channel.provider,
    pg_tid: `sandbox_${imp_uid.slice(4)}`,
    escrow: request.escrow === true,
    channel: order.isPhone ? 'mobile' : 'pc',
    name: text('name'),
    buyer_name: text('buyer_name'),
    buyer_email: text('buyer_email'),
    buyer_tel: text('buyer_tel'),
    buyer_addr: text('buyer_addr'),
    buyer_postcode: text('buyer_postcode'),
    custom_data: request.custom_data == null ? null : JSON.stringify(request.custom_data),
    customer_uid: text('customer_uid'),
    customer_uid_usage: request.customer_uid ? 'issue' : null,
    paid_at: isPaid ? now() : 0,
    failed_at: isApproved ? 0 : now(),
    fail_reason: isApproved ? null : failures[result][1],
    receipt_url: isPaid ? `https://sandbox.invalid/receipts/${imp_uid}` : null,
    ...(isPaid && pay_method === 'card' && { apply_num: digits(8) }),
    ...(isApproved &&
      !isPaid && {
        vbank_num: `${digits(3)}-${digits(6)}-${digits(5)}`,
        vbank_name: bankName,
        vbank_holder: holderName,
        vbank_date: dueOf(request.vbank_due),
      }),
  }
}

/** A failure, whether or not there is a payment to it. */
export const failureOf = (
  { merchant_uid }: Pick<Order, 'merchant_uid'>,
  imp_uid: string | null,
  [error_code, error_msg]: readonly [string, string],
): SandboxResponse => ({ success: false, imp_uid, merchant_uid, error_code, error_msg })

/** What the callback gets. */
export const responseOf = (
  order: Order,
  result: Result,
  payment: SandboxPayment,
  misbehave: SandboxMisbehaviour | undefined,
): SandboxResponse => {
  const { imp_uid, merchant_uid, request } = order
  if (result !== 'approve') return failureOf(order, imp_uid, failures[result])
  if (misbehave === 'false-though-paid') return { success: false, imp_uid, merchant_uid }
  const { amount, escrow, channel, customer_uid, customer_uid_usage, failed_at, fail_reason, ...shared } =
    payment
  if (order.kind === 'certification') {
    return { success: true, imp_uid, merchant_uid, pg_provider: shared.pg_provider, pg_type: 'certification' }
  }
  const custom_data = request.custom_data ?? null
  return { success: true, ...shared, pg_type: 'payment', paid_amount: amount, custom_data }
}

/** Takes away what the newest script no longer reports. */
export const bareOf = (response: SandboxResponse): SandboxResponse => {
  const { imp_uid, merchant_uid, error_code, error_msg } = response
  return { imp_uid, merchant_uid, ...(error_code ? { error_code, error_msg } : undefined) }
}
