/** The payments, with all that PortOne knows of them beyond what its API says. */
import type { Clock } from './clock.ts'
import type { SandboxApiEvent } from './events.ts'
import { round } from './money.ts'
import type { ApiPayment, NewPayment } from './payment.ts'
import { cameIn, leftOf } from './payment-changes.ts'

/** A payment as it was from some time on. */
interface Version {
  /** Milliseconds since 1970. */
  since: number
  payment: Readonly<ApiPayment>
}

/** A cancel that the gateway has not done yet. */
export interface PendingCancel {
  /** How much of the price. */
  asked: number
  reason: string
}

export interface PaymentRecord {
  payment: Readonly<ApiPayment>
  /** Every state that it was in, the oldest first. */
  versions: Version[]
  /** Counted: which payment came first, where times are equal. */
  turn: number
  /** The addresses of the request, which take the place of the console's. */
  noticeUrls: readonly string[]
  confirmUrl: string | undefined
  /** The sub-merchant it belongs to. */
  tier: string | null
  extension: Readonly<Record<string, unknown>>
  /** Whether its account takes any amount, any number of times. */
  takesAnyDeposit: boolean
  /** 구매확정: the buyer confirmed an escrow payment. */
  isConfirmed: boolean
  /** Cancels that were asked for and are not done yet. */
  pendingCancels: PendingCancel[]
  /** How much of the price was given back, counted before the discount of a promotion. */
  givenBack: number
  /** Fields that a test wants to be answered whatever the payment is. */
  overwritten: Readonly<Record<string, unknown>>
}

export interface PaymentBook {
  /** Oldest first. */
  all(): PaymentRecord[]
  find(imp_uid: string): PaymentRecord | undefined
  /** All attempts of an order, oldest first. */
  ofOrder(merchant_uid: string): PaymentRecord[]
  /** Writes a new payment down. */
  open(
    payment: ApiPayment,
    details: Pick<NewPayment, 'notice_url' | 'confirm_url' | 'tier_code' | 'extension'>,
  ): PaymentRecord
  /** Writes down what became of it. */
  change(record: PaymentRecord, payment: ApiPayment): Readonly<ApiPayment>
  clear(): void
}

/** The price before a promotion's discount; 0 where no money came. */
export const priceOf = (payment: ApiPayment): number =>
  payment.paid_at ? round(cameIn(payment) + (payment.promotion?.discount ?? 0)) : 0

/** How much of the price a payment that comes from elsewhere has given back. */
export const givenBackOf = (payment: ApiPayment): number =>
  leftOf(payment) > 0 ? payment.cancel_amount : priceOf(payment)

const listed = (urls: NewPayment['notice_url']): readonly string[] =>
  typeof urls === 'string' ? (urls ? [urls] : []) : (urls ?? [])

export const makePaymentBook = (clock: Clock, tell: (event: SandboxApiEvent) => void): PaymentBook => {
  const records = new Map<string, PaymentRecord>()
  const byOrder = new Map<string, PaymentRecord[]>()
  let turns = 0

  return {
    all: () => [...records.values()],
    find: imp_uid => records.get(imp_uid),
    ofOrder: merchant_uid => byOrder.get(merchant_uid) ?? [],
    open: (made, { notice_url, confirm_url, tier_code, extension }) => {
      const payment = Object.freeze(made)
      const record: PaymentRecord = {
        payment,
        versions: [{ since: clock.now(), payment }],
        turn: turns++,
        noticeUrls: listed(notice_url),
        confirmUrl: confirm_url || undefined,
        tier: tier_code || null,
        extension: extension ?? {},
        takesAnyDeposit: payment.deposit_history.length > 0,
        isConfirmed: false,
        pendingCancels: [],
        givenBack: givenBackOf(payment),
        overwritten: {},
      }
      records.set(payment.imp_uid, record)
      const attempts = byOrder.get(payment.merchant_uid)
      if (attempts) attempts.push(record)
      else byOrder.set(payment.merchant_uid, [record])
      tell({ type: 'payment', payment, before: null })
      return record
    },
    change: (record, made) => {
      const before = record.payment.status
      const payment = Object.freeze(made)
      record.payment = payment
      record.versions.push({ since: clock.now(), payment })
      tell({ type: 'payment', payment, before })
      return payment
    },
    clear: () => {
      records.clear()
      byOrder.clear()
    },
  }
}

/** How a payment is answered: as it is, but for what a test wants to be said. */
export const answerOf = (
  record: PaymentRecord,
  payment: Readonly<ApiPayment> = record.payment,
): ApiPayment => ({
  ...payment,
  ...record.overwritten,
})

/** The state of it that lists show, which may be behind. Undefined: they don't know of it yet. */
export const asListed = (record: PaymentRecord, behind: number, now: number): Version | undefined => {
  const { versions } = record
  for (let at = versions.length - 1; at >= 0; at--) {
    if (!behind || versions[at]!.since <= now - behind) return versions[at]
  }
  return undefined
}
