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
  /** The `m_redirect_url`. Keys that it has itself are no result when the buyer comes back to it. */
  readonly sentTo?: string | undefined
  /** Whether the page has heard how the payment ended, as far as that could be known. */
  readonly told?: boolean | undefined
  /**
   * The name of the lock that the paying document holds as long as it lives. A copy of the tab has this memory, too, and finds
   * the lock held.
   */
  readonly lock?: string | undefined
}

export const remember = (started: StartedPayment): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(started))
  } catch {}
}

/** The remembered payment. An entry of a stranger's, or a broken one, counts as no memory. */
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
