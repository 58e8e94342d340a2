/** What the shop's page reports to the workbench, as plain data. A real shop has nothing of this. */
import { isPayError, type PayError, type ProgressStep, type VerifiedPayment } from 'iamport-checkout'
import { describeError, describePayment } from 'iamport-checkout/messages'
import { findBench, type Outcome, type Step } from '../shared/link.ts'

export const report = (step: Step, detail?: string): void =>
  findBench()?.onStep({ step, at: Date.now(), ...(detail && { detail }) })

/** The stations of the timeline that `onProgress` tells of. */
const STATIONS: Partial<Record<ProgressStep, Step>> = {
  open: 'opened',
  leaving: 'left',
  verifying: 'verifying',
}

export const reportProgress = (step: ProgressStep): void => {
  const station = STATIONS[step]
  if (station) report(station)
}

const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value))

/** How a promise ended. */
export const reportOutcome = (from: Outcome['from'], outcome: VerifiedPayment | PayError): void => {
  if (!isPayError(outcome)) {
    findBench()?.onOutcome({
      from,
      verdict: outcome.verdict,
      isHeard: !!outcome.payment,
      sentence: { ko: describePayment(outcome, 'ko'), en: describePayment(outcome, 'en') },
      data: plain(outcome),
    })
    return
  }
  const { code, message, mayHavePaid, retryable, verdict, response, issues } = outcome
  findBench()?.onOutcome({
    from,
    code,
    message,
    mayHavePaid,
    retryable,
    verdict,
    sentence: { ko: describeError(outcome, 'ko'), en: describeError(outcome, 'en') },
    data: plain({ response, issues }),
  })
}
