import { frameBroke } from '../developer-texts.ts'
import { asText } from '../util/as-text.ts'
import { isRecord } from '../util/is-object.ts'
import type { Watcher } from './watched-payment.ts'

/** The host of the payment windows. */
const SERVICE = 'https://service.iamport.kr'
/** What the page of a frame says when it broke: the script notes it, and calls nobody back. */
const BROKEN = 'ERROR_ON_TEMPLATE'

/** A message of the SDK's frames: an object, or one as JSON. */
const actionOf = (data: unknown): string => {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : data
    return isRecord(message) ? asText(message['action']) : ''
  } catch {
    return ''
  }
}

/** Listens for a payment window that says that its page broke. */
export const watchMessages: Watcher = payment => {
  const listen = ({ origin, data }: MessageEvent): void => {
    if (origin !== SERVICE || actionOf(data) !== BROKEN) return
    // The frame may have had the order.
    payment.fail({ code: 'SDK_ERROR', message: frameBroke, by: 'watcher', mayHavePaid: true })
  }
  addEventListener('message', listen)
  return () => removeEventListener('message', listen)
}
