/**
 * Changes of payments that the shop's server didn't ask for: those by buyers, gateways and the people at the
 * console.
 */
import { arrive } from './arrivals.ts'
import { aBoolean, anAmount, aText, checkShape, oneOf, orNull, type Shape } from './check-shape.ts'
import { cancelableOf, carryOutCancel } from './endpoints/cancel.ts'
import { registerCertification } from './endpoints/certifications.ts'
import { registerCustomer } from './endpoints/customers.ts'
import { makeDeposit } from './make-payment.ts'
import type {
  ApiCertification,
  ApiCustomer,
  ApiPayment,
  ApiPaymentStatus,
  Given,
  NewCard,
  NewPayment,
} from './payment.ts'
import { answerOf, type PaymentRecord } from './payment-book.ts'
import { approved, depositedInto, failed, issued } from './payment-changes.ts'
import type { Platform } from './platform.ts'
import { complaints, messages, values } from './texts.ts'

/** 에스크로 상태, as KG Inicis tells it. */
const ESCROW_STATUSES = ['2', '3', '31', '32', '4', '8', '10'] as const

/**
 * `2` sent, `3` confirmed by the buyer, `31` confirmed by time, `32` confirmed by force, `4` refused by the
 * buyer, `8` cancelled, `10` refusal accepted.
 */
export type EscrowStatus = (typeof ESCROW_STATUSES)[number]

/** The buyer has the goods. */
const CONFIRMED = /^3/

/** How long PortOne waits for `confirm_url`, in ms. */
const CONFIRM_TIMEOUT = 10_000

export interface ArrivalOptions {
  /** Whether PortOne tells the shop of it, where it is of a kind that it tells of. Default: true. */
  webhook?: boolean | undefined
}

export interface AccountOptions extends ArrivalOptions {
  /**
   * 무제한: whether it takes any amount, any number of times, as hecto's may. Its `amount` is 0. Default: false.
   */
  unlimited?: boolean | undefined
}

export interface DepositOptions {
  /**
   * In the currency's main unit. Default: the payment's amount, and nothing else is taken unless the account
   * is unlimited.
   */
  amount?: number | undefined
  depositor_name?: string | undefined
}

export interface RefundOptions {
  /** How much, in the currency's main unit. Default: all that is left. */
  amount?: number | undefined
  reason?: string | undefined
}

export interface ConfirmOptions {
  /** How the buyer wants to pay at the till. Default: `card`. */
  payType?: 'card' | 'cash' | undefined
}

export interface EscrowOptions {
  /** Why the buyer refuses the goods. */
  denied_reason?: string | undefined
}

/**
 * Everything that can happen to payments. All but `confirm` happens at once; webhooks are on their way
 * afterwards.
 */
export interface SandboxApiControls {
  /**
   * Lets PortOne know a payment: an attempt of an order. Give what the test is about; the rest is filled in,
   * so that the whole is one that PortOne could give. A second one for the same `merchant_uid` is a second
   * attempt.
   *
   * @param payment Default: 1,000 won, paid by card. With `status: 'ready'` and nothing else: a window that
   * was opened and left.
   * @returns the whole payment.
   * @throws {TypeError} at a field that there isn't, or of the wrong shape.
   * @throws {Error} where two fields contradict each other.
   *
   * @example
   * const { imp_uid } = api.add({ merchant_uid: 'order-1', amount: 14000 })
   * api.add({ merchant_uid: 'order-2', amount: 14000, cancel_amount: 4000 }) // 4,000 of it went back
   */
  add(payment?: NewPayment, options?: ArrivalOptions): Readonly<ApiPayment>
  /**
   * 가상계좌: the buyer gets an account to pay into. With the `imp_uid` of a window that was opened, that one's.
   * The webhook says `ready`.
   */
  issueVirtualAccount(payment?: NewPayment, options?: AccountOptions): Readonly<ApiPayment>
  /** The buyer pays into the account, or pays the slip at the till. The webhook says `paid`. */
  deposit(imp_uid: string, options?: DepositOptions): Readonly<ApiPayment>
  /**
   * The gateway approves: a window that is open, a `pending` payment, or one that was called `failed` before
   * its review was over (PayPal, paymentwall, kicc_v2). The webhook says `paid`.
   */
  approve(imp_uid: string): Readonly<ApiPayment>
  /**
   * The gateway refuses. PortOne tells the shop only of what was `pending`: failures of a window it keeps to
   * itself.
   */
  fail(imp_uid: string, reason?: string): Readonly<ApiPayment>
  /**
   * Somebody gives money back in PortOne's console. The webhook says `cancelled`, with the `cancellation_id`.
   */
  refundInConsole(imp_uid: string, options?: RefundOptions): Readonly<ApiPayment>
  /**
   * The gateway does what `POST /payments/cancel` asked for while `cancels` was `pending`. The webhook says
   * `cancelled`.
   */
  completeCancel(imp_uid: string): Readonly<ApiPayment>
  /**
   * Asks the payment's `confirm_url` just before the approval, and goes on as the shop says: 200 is a yes. A
   * no makes it `failed` with the shop's `reason`; a slip of Galaxia's stays as it was, and can be tried
   * again. Without a `confirm_url` nobody is asked.
   */
  confirm(imp_uid: string, options?: ConfirmOptions): Promise<Readonly<ApiPayment>>
  /** An escrow payment goes on. The webhook is the event `Inicis.Escrow.Changed`. */
  changeEscrow(imp_uid: string, status: EscrowStatus, options?: EscrowOptions): Readonly<ApiPayment>
  /**
   * A card that `POST /subscribe/payments/again` can charge. With `declines` it can't: true, or the reason.
   */
  registerCard(card: NewCard): Readonly<ApiCustomer>
  /** The result of an identity check. */
  addCertification(certification?: Given<ApiCertification>): Readonly<ApiCertification>
  /**
   * Answers a payment with these fields whatever it is, from now on: what PortOne may add, or leave out, one
   * day. Unchecked.
   *
   * @param fields `undefined` leaves a field out.
   *
   * @example
   * api.overwrite(imp_uid, { status: 'on_hold', sandbox: undefined })
   */
  overwrite(imp_uid: string, fields: Readonly<Record<string, unknown>>): void
  /** Ends all tokens at once, as a new secret in the console does. */
  expireTokens(): void
}

const arrivalShape: Shape<ArrivalOptions> = { webhook: aBoolean }
const accountShape: Shape<AccountOptions> = { ...arrivalShape, unlimited: aBoolean }
const depositShape: Shape<DepositOptions> = { amount: anAmount, depositor_name: aText }
const refundShape: Shape<RefundOptions> = { amount: anAmount, reason: aText }
const confirmShape: Shape<ConfirmOptions> = { payType: oneOf('card', 'cash') }
const escrowShape: Shape<EscrowOptions> = { denied_reason: aText }

/** The shop's words for its no. */
const reasonOf = async (answer: Response | undefined): Promise<string> => {
  try {
    const { reason } = (await answer!.json()) as { reason?: unknown }
    return typeof reason === 'string' && reason ? reason : values.unknownReason
  } catch {
    return values.unknownReason
  }
}

export const makeControls = (platform: Platform): SandboxApiControls => {
  const { payments, clock, ids, webhooks, tokens } = platform

  const recordOf = (where: string, imp_uid: string): PaymentRecord => {
    const record = payments.find(imp_uid)
    if (!record) throw new Error(complaints.noPayment(where, imp_uid))
    return record
  }

  /** The payment, in one of the states in which this can happen to it. */
  const recordIn = (where: string, imp_uid: string, ...statuses: ApiPaymentStatus[]): PaymentRecord => {
    const record = recordOf(where, imp_uid)
    const { status } = record.payment
    if (!statuses.includes(status))
      throw new Error(complaints.wrongStatus(where, imp_uid, status, statuses.join(' or ')))
    return record
  }

  const approveRecord = (record: PaymentRecord): Readonly<ApiPayment> => {
    payments.change(record, approved(record.payment, clock.seconds(), ids))
    webhooks.send(record)
    return answerOf(record)
  }

  const failRecord = (record: PaymentRecord, reason: string): Readonly<ApiPayment> => {
    payments.change(record, failed(record.payment, clock.seconds(), reason))
    return answerOf(record)
  }

  const add: SandboxApiControls['add'] = (payment = {}, options = {}) => {
    checkShape('add', options, arrivalShape)
    return answerOf(arrive(platform, 'add', payment, options.webhook ?? true))
  }

  return {
    add,

    issueVirtualAccount: (payment = {}, options = {}) => {
      const where = 'issueVirtualAccount'
      checkShape(where, options, accountShape)
      const { webhook = true, unlimited = false } = options
      const isKnown = payment.imp_uid !== undefined && payments.find(payment.imp_uid)
      const record = isKnown
        ? recordIn(where, payment.imp_uid!, 'ready')
        : arrive(platform, where, { ...payment, status: 'ready', pay_method: 'vbank' }, false)
      record.takesAnyDeposit = unlimited
      const account = issued(record.payment, clock.seconds(), ids)
      // The test's own data of the account count before those that were made up.
      const given = Object.fromEntries(Object.entries(payment).filter(([name]) => name.startsWith('vbank_')))
      payments.change(record, { ...account, ...given, ...(unlimited && { amount: 0 }) })
      if (webhook) webhooks.send(record)
      return answerOf(record)
    },

    deposit: (imp_uid, options = {}) => {
      const where = 'deposit'
      checkShape(where, options, depositShape)
      const { amount } = options
      const { takesAnyDeposit, payment } = recordOf(where, imp_uid)
      if (!takesAnyDeposit) {
        const record = recordIn(where, imp_uid, 'ready')
        const isAwaited = payment.vbank_num !== null || payment.pay_method === 'cvs'
        if (!isAwaited) throw new Error(complaints.noAccount(where, imp_uid))
        if (amount !== undefined && amount !== payment.amount)
          throw new Error(complaints.wrongDeposit(where, amount, payment.amount))
        return approveRecord(record)
      }
      const record = recordIn(where, imp_uid, 'ready', 'paid', 'cancelled')
      if (!amount) throw new Error(complaints.needsAmount(where))
      const deposit = makeDeposit({ ...options, amount }, platform)
      payments.change(record, depositedInto(payment, deposit, ids))
      webhooks.send(record)
      return answerOf(record)
    },

    approve: imp_uid => approveRecord(recordIn('approve', imp_uid, 'ready', 'pending', 'failed')),

    fail: (imp_uid, reason = values.failReason) => {
      const record = recordIn('fail', imp_uid, 'ready', 'pending')
      const wasPending = record.payment.status === 'pending'
      const answer = failRecord(record, reason)
      if (wasPending) webhooks.send(record)
      return answer
    },

    refundInConsole: (imp_uid, options = {}) => {
      const where = 'refundInConsole'
      checkShape(where, options, refundShape)
      const record = recordIn(where, imp_uid, 'paid', 'cancelled')
      const left = cancelableOf(record)
      const { amount: asked = left, reason = values.consoleReason } = options
      if (!(asked > 0 && asked <= left)) throw new Error(complaints.cannotRefund(where, asked, left))
      webhooks.send(record, carryOutCancel(platform, record, { asked, reason }))
      return answerOf(record)
    },

    completeCancel: imp_uid => {
      const record = recordOf('completeCancel', imp_uid)
      const pending = record.pendingCancels.shift()
      if (!pending) throw new Error(complaints.nothingPending('completeCancel', imp_uid))
      webhooks.send(record, carryOutCancel(platform, record, pending))
      return answerOf(record)
    },

    confirm: async (imp_uid, options = {}) => {
      checkShape('confirm', options, confirmShape)
      const record = recordIn('confirm', imp_uid, 'ready')
      const { confirmUrl, payment, extension } = record
      if (!confirmUrl) return approveRecord(record)
      const { merchant_uid, amount, status } = payment
      const isSlip = payment.pay_method === 'cvs'
      const extra = { barcode: extension['barcode'] ?? '', payType: options.payType ?? 'card' }
      const question = isSlip
        ? { event: 'Galaxia.Cvs.Confirm', imp_uid, merchant_uid, status, extra }
        : { imp_uid, merchant_uid, amount }
      const answer = await webhooks.ask(confirmUrl, question, CONFIRM_TIMEOUT)
      // Meanwhile the slip may have been closed.
      if (record.payment.status !== 'ready') return answerOf(record)
      if (answer?.status === 200) return approveRecord(record)
      if (isSlip) return answerOf(record)
      return failRecord(record, values.confirmRefused(await reasonOf(answer)))
    },

    changeEscrow: (imp_uid, status, options = {}) => {
      const where = 'changeEscrow'
      checkShape(where, options, escrowShape)
      checkShape(where, { status }, { status: oneOf(...ESCROW_STATUSES) })
      const record = recordIn(where, imp_uid, 'paid', 'cancelled')
      if (!record.payment.escrow) throw new Error(complaints.noEscrow(where, imp_uid))
      record.isConfirmed ||= CONFIRMED.test(status)
      webhooks.send(record, {
        event: 'Inicis.Escrow.Changed',
        extra: { escrow_status: status, changed_at: clock.seconds(), ...options },
      })
      return answerOf(record)
    },

    registerCard: card => {
      checkShape('registerCard', card, cardShape)
      const { declines = false, ...given } = card
      if (!given.customer_uid) throw new TypeError(complaints.needsCustomerUid('registerCard'))
      return registerCustomer(platform, given, {
        declines: declines === true ? messages.declined : declines || undefined,
      })
    },

    addCertification: (certification = {}) => {
      checkShape('addCertification', certification, certificationShape)
      return registerCertification(platform, certification, null)
    },

    overwrite: (imp_uid, fields) => {
      const record = recordOf('overwrite', imp_uid)
      record.overwritten = { ...record.overwritten, ...fields }
    },

    expireTokens: () => tokens.revokeAll(),
  }
}

const text = orNull(aText)

const cardShape: Shape<NewCard> = {
  customer_uid: aText,
  pg_provider: aText,
  pg_id: aText,
  sandbox: aBoolean,
  customer_id: text,
  card_name: aText,
  card_code: text,
  card_issuer_code: text,
  card_issuer_name: text,
  card_publisher_code: text,
  card_publisher_name: text,
  card_number: text,
  card_type: orNull(anAmount),
  customer_name: text,
  customer_tel: text,
  customer_email: text,
  customer_addr: text,
  customer_postcode: text,
  inserted: anAmount,
  updated: anAmount,
  declines: value => (typeof value === 'boolean' ? undefined : aText(value) && 'true, false or a reason'),
}

const certificationShape: Shape<ApiCertification> = {
  imp_uid: aText,
  merchant_uid: text,
  pg_tid: text,
  pg_provider: aText,
  name: text,
  gender: oneOf('male', 'female', null),
  birthday: text,
  foreigner: aBoolean,
  foreigner_v2: orNull(aBoolean),
  phone: text,
  carrier: text,
  certified: aBoolean,
  certified_at: anAmount,
  unique_key: text,
  unique_in_site: text,
  origin: text,
}
