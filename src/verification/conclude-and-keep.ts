import { isPayError, type PayError } from '../errors.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { conclude, type Heard, isInDoubt, orderOf, type Questions } from './conclude.ts'
import { findOpen, forgetOpen, forgetOrder, keepOpen, type Open } from './kept-payments.ts'

/** The earlier attempt on the order that the server has not been sure of. */
const earlierThan = (heard: Heard): Open | undefined => {
  const order = orderOf(heard)
  const kept = order ? findOpen(order) : undefined
  return kept && isInDoubt(kept.heard) ? kept : undefined
}

/** Keeps a payment, or leaves an earlier attempt in its place whose success was heard: that one weighs more than a failure. */
const keep = (heard: Heard, earlier: Open | undefined, path: string | undefined): Open =>
  earlier?.heard.kind === 'success' && heard.kind === 'failure' ? earlier : keepOpen(heard, path)

/** Keeps a failure in doubt that nobody will ask about now, for the next `resume`. */
export const keepUnasked = (error: PayError): void => {
  const heard: Heard = { kind: 'failure', error, wasCalled: true }
  if (error.mayHavePaid) keep(heard, earlierThan(heard), undefined)
}

/** Whether the server still has to be asked: it was not sure, or never got to say anything of a payment in doubt. */
const isStillOpen = ({ code, mayHavePaid, verdict }: PayError): boolean =>
  /^(UNCONFIRMED|ABORTED)$/.test(code) || (mayHavePaid && verdict === undefined)

/**
 * Asks the server, and keeps the payment in this tab's memory from the first question until the server is sure of it. An earlier
 * attempt on the same order stays there until then, too: what this attempt comes to says nothing of that one's money.
 *
 * @param path where a reload finds the end, if this is a landing.
 * @param onKept is called with the memory's entry.
 */
export const concludeAndKeep = async (
  heard: Heard,
  questions: Omit<Questions, 'earlier'>,
  path?: string,
  onKept?: (open: Open) => void,
): Promise<VerifiedPayment> => {
  const earlier = earlierThan(heard)
  let kept: Open | undefined
  const onVerifying = (): void => {
    kept = keep(heard, earlier, path)
    onKept?.(kept)
    questions.onVerifying()
  }
  try {
    const verified = await conclude(heard, { ...questions, earlier: earlier?.heard, onVerifying })
    forgetOrder(heard)
    return verified
  } catch (error) {
    // A contradicted success of an earlier attempt is as open as it was.
    const isContradicted = kept === earlier && isPayError(error) && error.verdict === 'unpaid'
    if (kept && isPayError(error) && !isStillOpen(error) && !isContradicted) forgetOpen(kept)
    throw error
  }
}
