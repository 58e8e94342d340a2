/**
 * Plays PortOne for the sandbox: keeps the payments that the sandbox reports (its option `ledgerUrl`), answers what the
 * REST API would answer, and calls the shop's webhook. Only for orders of the sandbox: in reality no browser can tell
 * PortOne what was paid.
 */
import type { Payment, PortOne } from './portone.ts'

/** Milliseconds between a payment and its notification. A real one may also be faster than the page. */
const WEBHOOK_AFTER = 300

/** By `imp_uid`, oldest first. */
const payments = new Map<string, Payment>()

const tellShop = (origin: string, { imp_uid, merchant_uid, status }: Payment): void => {
  const send = () =>
    fetch(`${origin}/payments/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ imp_uid, merchant_uid, status }),
    }).catch(() => undefined) // The shop is gone. PortOne would try again.
  setTimeout(send, WEBHOOK_AFTER).unref()
}

/** Takes up what the sandbox reports. For failures PortOne sends no notification. */
export const record = (payment: Payment, origin: string): void => {
  payments.set(payment.imp_uid, payment)
  if (payment.status !== 'failed') tellShop(origin, payment)
}

/** The buyer pays into the virtual account. */
export const deposit = (imp_uid: unknown, origin: string): boolean => {
  const payment = payments.get(String(imp_uid))
  if (payment?.status !== 'ready') return false
  payment.status = 'paid'
  tellShop(origin, payment)
  return true
}

const last = (isAsked: (payment: Payment) => boolean): Payment | undefined =>
  [...payments.values()].filter(isAsked).pop()

export const pretendPortOne: PortOne = {
  findPayment: async imp_uid => payments.get(imp_uid),
  findByOrder: async merchant_uid => last(payment => payment.merchant_uid === merchant_uid),
  findPaid: async merchant_uid =>
    last(payment => payment.merchant_uid === merchant_uid && payment.status === 'paid'),
}
