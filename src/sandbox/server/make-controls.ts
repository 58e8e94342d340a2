/** Changes payments as buyers, gateways and the people at the console do. */
import { arrive } from './arrivals.ts'
import { aBoolean, anAmount, aText, checkShape, oneOf, type Shape } from './check-shape.ts'
import {
  type AccountOptions,
  type ArrivalOptions,
  type ConfirmOptions,
  type DepositOptions,
  ESCROW_STATUSES,
  type EscrowOptions,
  type RefundOptions,
  type SandboxApiControls,
} from './controls.ts'
import { cancelableOf, carryOutCancel } from './endpoints/cancel.ts'
import { registerCertification } from './endpoints/certifications.ts'
import { registerCustomer } from './endpoints/customers.ts'
import { makeDeposit } from './make-payment.ts'
import type { ApiPayment, ApiPaymentStatus } from './payment.ts'
import { answerOf, type PaymentRecord } from './payment-book.ts'
import { approved, depositedInto, failed, issued } from './payment-changes.ts'
import { cardShape, certificationShape } from './payment-shapes.ts'
import type { Platform } from './platform.ts'
import { complaints, messages, values } from './texts.ts'

/** The escrow statuses by which the goods count as received: `3`, `31` and `32`. */
const CONFIRMED = /^3/

/** How long PortOne waits for `confirm_url`, in ms. */
const CONFIRM_TIMEOUT = 10_000

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
