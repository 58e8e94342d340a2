import { isPayError } from '../errors.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { conclude, type Heard, isInDoubt, orderOf, type Questions } from './conclude.ts'
import { findOpen, forgetOpen, keepOpen } from './kept-payments.ts'

/** The earlier attempt on the order that the server has not been sure of. */
const earlierThan = (heard: Heard): Heard | undefined => {
  const order = orderOf(heard)
  const kept = order ? findOpen(order)?.heard : undefined
  return kept && isInDoubt(kept) ? kept : undefined
}

/** Whether the server still has to be asked: it was not sure, or never got to say anything of a payment in doubt. */
const isStillOpen = (error: unknown): boolean =>
  isPayError(error) && (error.code === 'UNCONFIRMED' || (error.mayHavePaid && error.verdict === undefined))

/**
 * Asks the server, and keeps the payment in this tab's memory from the first question until the server is sure of it. An earlier
 * attempt on the same order stays there until then, too: what this attempt comes to says nothing of that one's money.
 *
 * @param path where a reload finds the end, if this is a landing.
 */
export const concludeAndKeep = async (
  heard: Heard,
  questions: Omit<Questions, 'earlier'>,
  path?: string,
): Promise<VerifiedPayment> => {
  const earlier = earlierThan(heard)
  let isKept = false
  const onVerifying = (): void => {
    isKept = true
    if (earlier?.kind !== 'success' || heard.kind === 'success') keepOpen(heard, path)
    questions.onVerifying()
  }
  try {
    const verified = await conclude(heard, { ...questions, earlier, onVerifying })
    forgetOpen(heard)
    return verified
  } catch (error) {
    // A contradicted success of an earlier attempt is as open as it was.
    const isContradicted = earlier?.kind === 'success' && isPayError(error) && error.verdict === 'unpaid'
    if (isKept && !isStillOpen(error) && !isContradicted) forgetOpen(heard)
    throw error
  }
}
