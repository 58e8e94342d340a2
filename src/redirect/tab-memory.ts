/**
 * Remembers across a redirect which payment was begun in this tab. Storage may be refused (private windows, policies);
 * then nothing is remembered, and nothing breaks.
 */
import { asText } from '../util/as-text.ts'
import { isRecord } from '../util/is-object.ts'

const KEY = 'iamport-checkout'

/** The payment that was begun last in this tab. */
export interface StartedPayment {
  readonly merchant_uid: string
  readonly gateway?: string | undefined
  /** The `m_redirect_url`: keys that it had already are no result. */
  readonly sentTo?: string | undefined
  /** The page was told how it ended, as far as it could know. */
  readonly told?: boolean | undefined
  /**
   * The name of the lock that the paying document holds as long as it lives. A tab that was copied has this memory, too, and
   * finds the lock held.
   */
  readonly lock?: string | undefined
}

export const remember = (started: StartedPayment): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(started))
  } catch {}
}

/** What is remembered. Whatever else stands in the storage, of a stranger's or broken, is nothing. */
export const recall = (): StartedPayment | undefined => {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY)!)
    if (!isRecord(stored) || !stored['merchant_uid']) return undefined
    const { merchant_uid, gateway, sentTo, told, lock } = stored
    return {
      merchant_uid: asText(merchant_uid),
      gateway: asText(gateway) || undefined,
      sentTo: asText(sentTo) || undefined,
      told: told === true,
      lock: asText(lock) || undefined,
    }
  } catch {
    return undefined
  }
}

export const forget = (): void => {
  try {
    sessionStorage.removeItem(KEY)
  } catch {}
}
