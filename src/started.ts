/**
 * Remembers across a redirect which payment was begun in this tab. Storage may be refused (private windows, policies);
 * then nothing is remembered, and nothing breaks.
 */
const KEY = 'iamport-checkout'

/** The payment begun last. */
export interface Started {
  merchant_uid: string
  gateway?: string | undefined
  /** The `m_redirect_url`: keys that were in it already are no result. */
  sentTo?: unknown
  /** The page was told how it ended, as far as it could know. */
  told?: boolean
}

export const remember = (started: Started): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(started))
  } catch {}
}

export const recall = (): Started | undefined => {
  try {
    const started = JSON.parse(sessionStorage.getItem(KEY)!) as Started | null
    return started?.merchant_uid ? started : undefined
  } catch {
    return undefined
  }
}

export const forget = (): void => {
  try {
    sessionStorage.removeItem(KEY)
  } catch {}
}
