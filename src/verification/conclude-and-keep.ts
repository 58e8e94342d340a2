import type { PayError } from '../errors.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { conclude, type Heard, type Questions } from './conclude.ts'
import { forgetOpen, keepOpen } from './kept-payments.ts'

/** Asks the server, and keeps the payment in this tab's memory from the first question until the server is sure of it. */
export const concludeAndKeep = async (heard: Heard, questions: Questions): Promise<VerifiedPayment> => {
  let isKept = false
  const onVerifying = (): void => {
    isKept = true
    keepOpen(heard)
    questions.onVerifying()
  }
  try {
    const verified = await conclude(heard, { ...questions, onVerifying })
    forgetOpen(heard)
    return verified
  } catch (error) {
    if (isKept && (error as PayError).code !== 'UNCONFIRMED') forgetOpen(heard)
    throw error
  }
}
