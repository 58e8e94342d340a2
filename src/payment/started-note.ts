/**
 * The note that this tab keeps of the payment in progress, for the page that a redirect lands on. It is written before anything
 * opens: a phone may discard the page, and no event says so.
 */
import { takeLock } from '../redirect/document-lock.ts'
import { forget, recall, remember, type StartedPayment } from '../redirect/tab-memory.ts'
import { LEAVING } from './watch-leaving.ts'

/** A note, and what becomes of it. */
export interface StartedNote {
  /** Ends the sign of life by which a copy of this tab knows that the payment is another document's. */
  release(): void
  /** The payment has ended. Where money is in doubt a landing may still follow, and has to be known as this tab's. */
  close(isDoubtful: boolean, isSuccess: boolean): void
}

/**
 * Holds the lock of this document, but for the time in which the page may be leaving: Firefox keeps no page with a lock for the
 * way back.
 *
 * @returns its name, where the browser has locks, and a function that ends it.
 */
const holdLock = (): { name: string | undefined; release(): void } => {
  let lock = takeLock()
  let timer: ReturnType<typeof setTimeout> | undefined
  const name = lock?.name
  const letGo = (): void => {
    lock?.release()
    clearTimeout(timer)
  }
  const leave = (): void => {
    letGo()
    timer = setTimeout(() => {
      lock = takeLock(name)
    }, LEAVING)
  }
  addEventListener('beforeunload', leave)
  // An iPhone has no event before this one.
  addEventListener('pagehide', leave)
  return {
    name,
    release: () => {
      letGo()
      removeEventListener('beforeunload', leave)
      removeEventListener('pagehide', leave)
    },
  }
}

/** Writes the note, and remembers what stood there before: perhaps an earlier attempt at the same order, that may still land. */
export const noteStart = (payment: Omit<StartedPayment, 'lock' | 'told'>): StartedNote => {
  const before = recall()
  const { name, release } = holdLock()
  const started = { ...payment, lock: name }
  const { merchant_uid } = payment
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
