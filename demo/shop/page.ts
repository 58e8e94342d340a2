/** Between the shop's payments and its screen: shows each step and each end, and reports both to the workbench. */
import { isPayError, type PayError, type PayRequest, prepare, type VerifiedPayment } from 'iamport-checkout'
import { fetchOrder } from '../shared/ask.ts'
import { findBench, type Outcome, type Step } from '../shared/link.ts'
import { isGood } from '../shared/order.ts'
import { optionsOf, type Ticket } from '../shared/ticket.ts'
import { type Page, takePayments } from './checkout.ts'
import { report, reportOutcome, reportProgress } from './report.ts'
import type { Screen } from './view.ts'

/** The last station of a payment. */
const lastStep = (end: VerifiedPayment | PayError): Step => {
  if (end.verdict) return isGood(end.verdict) ? 'verified' : end.verdict === 'unpaid' ? 'unpaid' : 'refused'
  return 'code' in end && end.code === 'INVALID_REQUEST' ? 'invalid' : 'settled'
}

export interface Payments {
  /** To be called inside the click. */
  pay(): void
  /** @returns whether there was a payment to take up. */
  resume(): Promise<boolean>
}

export const startPayments = (
  ticketOf: () => Ticket,
  device: string,
  show: (screen: Screen) => void,
): Payments => {
  /** The promise that is being followed; undefined once it has settled. */
  let following: Outcome['from'] | undefined
  /** The address that the page was loaded with, until it is reported as a landing. */
  let landing: string | undefined = location.search
  /** Whether the server was asked. Else it is the end of an earlier landing, which a reload shows once more. */
  let isNews = false
  let isSecondClick = false

  const showEnd = async (end: VerifiedPayment | PayError): Promise<void> => {
    const from = following ?? 'onLateResult'
    following = undefined
    const { merchant_uid } = ticketOf().order
    if (from !== 'resume' || isNews) {
      const detail = isPayError(end) ? end.code : end.verdict
      report(from === 'onLateResult' ? 'late' : lastStep(end), detail)
      reportOutcome(from, end)
    }
    // What the page shows is what the server has in its books.
    const order = await fetchOrder(merchant_uid)
    if (ticketOf().order.merchant_uid !== merchant_uid) return
    if (order) findBench()?.onOrder(order)
    show({ state: 'over', order, ...(isPayError(end) ? { error: end } : { payment: end }) })
  }

  const page: Page = {
    get options() {
      return optionsOf(ticketOf(), device)
    },
    get merchant_uid() {
      return ticketOf().order.merchant_uid
    },
    get request(): PayRequest {
      const { request, order } = ticketOf()
      return isSecondClick ? { ...request, merchant_uid: `${order.merchant_uid}x` } : request
    },
    showStep: step => {
      if (following === 'resume' && landing !== undefined) {
        report('returned', landing)
        landing = undefined
      }
      isNews = true
      reportProgress(step)
      show({ state: step === 'verifying' ? 'checking' : 'open' })
    },
    showPayment: payment => void showEnd(payment),
    showError: error => {
      // Only the second one of a double click meets another payment.
      if (error.code !== 'BUSY') return void showEnd(error)
      report('second', error.code)
      reportOutcome('pay (2)', error)
    },
  }

  const payments = takePayments(page)
  return {
    pay: () => {
      const { request, trouble } = ticketOf()
      following = 'pay'
      report('clicked')
      const isValid = !prepare(request, page.options).issues.some(({ level }) => level === 'error')
      if (isValid) report('validated')
      show({ state: 'open' })
      void payments.pay()
      if (trouble !== 'double-click') return
      // A shop that makes a new order number at every click. With the same one both calls would get one promise.
      isSecondClick = true
      void payments.pay()
      isSecondClick = false
    },
    resume: async () => {
      following = 'resume'
      await payments.resume()
      const isTakenUp = following !== 'resume'
      following = undefined
      landing = undefined
      return isTakenUp
    },
  }
}
