/**
 * The note that this tab keeps of the payment in progress, for the page that a redirect lands on. It is written before anything
 * opens: a phone may discard the page, and no event says so.
 */
import { takeLock } from '../redirect/document-lock.ts'
import { forget, recall, remember, type StartedPayment } from '../redirect/tab-memory.ts'

/** A note, and what becomes of it. */
export interface StartedNote {
  /** Ends the sign of life by which a copy of this tab knows that the payment is another document's. */
  release(): void
  /** The payment has ended. Where money is in doubt a landing may still follow, and has to be known as this tab's. */
  close(isDoubtful: boolean, isSuccess: boolean): void
}

/** Writes the note, and remembers what stood there before: perhaps an earlier attempt at the same order, that may still land. */
export const noteStart = (payment: Omit<StartedPayment, 'lock' | 'told'>): StartedNote => {
  const before = recall()
  const lock = takeLock()
  const started = { ...payment, lock: lock?.name }
  const { merchant_uid } = payment
  const release = (): void => {
    lock?.release()
    removeEventListener('pagehide', release)
  }
  addEventListener('pagehide', release)
  remember(started)
  return {
    release,
    close: (isDoubtful, isSuccess) => {
      if (isDoubtful) remember({ ...started, told: true })
      else if (!isSuccess && before?.merchant_uid === merchant_uid) remember({ ...before, told: true })
      else if (recall()?.merchant_uid === merchant_uid) forget()
    },
  }
}
