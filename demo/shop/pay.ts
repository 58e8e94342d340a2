/**
 * The part that every shop needs: take a payment, take it up again after a redirect, and have the server verify it.
 * What is reported to the workbench is the demo's.
 */
import {
  isPayError,
  type PayError,
  prepare,
  requestPay,
  resumePay,
  type UnverifiedPayment,
} from 'iamport-checkout'
import { describe as describeError } from 'iamport-checkout/messages'
import { findBench, type Outcome, type Step } from '../shared/link.ts'
import { isGood, isUnpaid, type Verdict, type VerdictCode } from '../shared/order.ts'
import { optionsOf, type Ticket } from '../shared/ticket.ts'
import { complete } from './server.ts'

/** How far a payment has come, for the page to show. */
export type Progress =
  | { state: 'open' }
  /** `verdict`: what the server says so far. */
  | { state: 'checking'; verdict?: Verdict; error?: PayError; isUnfinished?: boolean }
  /** `verdict`: what the server says; none where there was nothing to ask. `error`: what the promise was rejected with. */
  | { state: 'over'; verdict?: Verdict; error?: PayError; isUnfinished?: boolean }

export const report = (step: Step, detail?: string): void =>
  findBench()?.onStep({ step, at: Date.now(), ...(detail && { detail }) })

const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value))

const reportOutcome = (from: Outcome['from'], outcome: UnverifiedPayment | PayError): void => {
  if (!isPayError(outcome)) {
    findBench()?.onOutcome({ from, data: plain(outcome) })
    return
  }
  const { code, message, mayHavePaid, retryable, response, issues } = outcome
  findBench()?.onOutcome({
    from,
    code,
    message,
    mayHavePaid,
    retryable,
    sentence: { ko: describeError(outcome, 'ko'), en: describeError(outcome, 'en') },
    data: plain({ response, issues }),
  })
}

const stepOf = (code: VerdictCode): Step =>
  isGood(code) ? 'verified' : isUnpaid(code) ? 'unpaid' : 'refused'

type Show = (progress: Progress) => void
type Ids = Parameters<typeof complete>[0]

/** Milliseconds from one question to the next, where money may have moved and no payment is found: it may come late. */
const AGAIN = [1000, 1500, 2500]

/** Which question to the server is the last one: what is still under way for an earlier one is dropped. */
let asking = 0

/**
 * Has the server say the last word on a payment.
 *
 * @param waits how long to wait before it is asked again for a payment that it doesn't find.
 */
const check = async (
  ids: Ids,
  show: Show,
  known: { error?: PayError; isUnfinished?: boolean },
  waits: number[],
): Promise<void> => {
  const mine = ++asking
  show({ state: 'checking', ...known })
  let verdict = await complete(ids)
  for (const ms of waits) {
    if (mine !== asking || !isUnpaid(verdict.code)) break
    findBench()?.onVerdict(verdict)
    show({ state: 'checking', verdict, ...known })
    await new Promise(resolve => setTimeout(resolve, ms))
    if (mine === asking) verdict = await complete(ids)
  }
  if (mine !== asking) return
  report(stepOf(verdict.code), verdict.code)
  findBench()?.onVerdict(verdict)
  show({ state: 'over', verdict, ...known })
}

/** Awaits a payment, and lets the server have the last word. */
const follow = async (
  from: Outcome['from'],
  promise: Promise<UnverifiedPayment>,
  merchant_uid: string,
  show: Show,
): Promise<void> => {
  try {
    const payment = await promise
    report('settled')
    reportOutcome(from, payment)
    await check(payment, show, {}, [])
  } catch (error) {
    // Anything but a PayError is a mistake of this page.
    if (!isPayError(error)) throw error
    report(error.code === 'INVALID_REQUEST' ? 'invalid' : 'settled', error.code)
    reportOutcome(from, error)
    if (!error.mayHavePaid) return show({ state: 'over', error })
    // Money may have moved: the server looks before the buyer may pay again.
    await check({ imp_uid: error.imp_uid ?? null, merchant_uid }, show, { error }, AGAIN)
  }
}

/** Takes a payment. To be called inside the click: with the script there, popups then belong to it. */
export const pay = (ticket: Ticket, device: string, show: Show): void => {
  const request = ticket.request as unknown as Parameters<typeof requestPay>[0]
  const { merchant_uid } = ticket.order
  const options = {
    ...optionsOf(ticket, device),
    // Shown beside the form already.
    onWarning: () => undefined,
    onLateResult: (late: UnverifiedPayment | PayError) => {
      report('late')
      reportOutcome('onLateResult', late)
      void check({ imp_uid: late.imp_uid ?? null, merchant_uid }, show, {}, [])
    },
  }
  report('clicked')
  const isValid = !prepare(request, options).issues.some(({ level }) => level === 'error')
  if (isValid) report('validated')
  show({ state: 'open' })
  const first = requestPay(request, options)
  if (ticket.trouble === 'double-click') {
    // A shop that makes a new order number at every click. With the same one both calls would get one promise.
    const again = requestPay({ ...request, merchant_uid: `${merchant_uid}x` }, options)
    again.catch(error => {
      report('second', error.code)
      reportOutcome('requestPay (2)', error)
    })
  }
  void follow('requestPay', first, merchant_uid, show)
}

/** Whether the server's landing sent the buyer here, so that it has verified the payment. Says so once. */
const takeLanded = (): boolean => {
  const url = new URL(location.href)
  const landed = url.searchParams.get('landed')
  url.searchParams.delete('landed')
  // Else it would stand in the addresses that later payments come back to.
  if (landed) history.replaceState(history.state, '', url)
  return landed === '1'
}

/**
 * On every load of the page: is it a landing? Else, was a payment begun here that nobody reported an end of (the buyer
 * came with Back, or the server's landing sent them here, or the gateway never tells)? Then the server is asked.
 *
 * @returns whether there was anything to take up.
 */
export const resume = async (ticket: Ticket, show: Show): Promise<boolean> => {
  let unfinished: string | undefined
  const isLanded = takeLanded()
  const landing = location.href
  const promise = resumePay({
    onUnfinished: ({ merchant_uid }) => {
      unfinished = merchant_uid
    },
  })
  const isLanding = await promise.then(
    payment => !!payment,
    () => true,
  )
  if (isLanding) {
    report('returned', new URL(landing).search)
    await follow('resumePay', promise as Promise<UnverifiedPayment>, await uidOf(promise), show)
    return true
  }
  // One that was given up for another order is of no interest.
  if (unfinished !== ticket.order.merchant_uid) return false
  report('returned')
  const ids = { imp_uid: null, merchant_uid: unfinished }
  if (isLanded) await check(ids, show, {}, [])
  else {
    findBench()?.onOutcome({ from: 'onUnfinished', data: { merchant_uid: unfinished } })
    await check(ids, show, { isUnfinished: true }, AGAIN)
  }
  return true
}

/** The order's number of a landing, whichever way it went. */
const uidOf = (promise: Promise<UnverifiedPayment | null>): Promise<string> =>
  promise.then(
    payment => payment?.merchant_uid ?? '',
    (error: PayError) => error.merchant_uid ?? '',
  )
