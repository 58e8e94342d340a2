/** Notices a frame of the script that reports that its own page broke. */
import { frameBroke } from '../developer-texts.ts'
import { asText } from '../util/as-text.ts'
import { isRecord } from '../util/is-object.ts'
import type { Watcher } from './watched-payment.ts'

/** The host of the payment windows. */
const SERVICE = 'https://service.iamport.kr'
/** The message of a frame whose page broke. The scripts that know it write it on the console, and call nobody back. */
const BROKEN = 'ERROR_ON_TEMPLATE'

/** The action that a message of a frame names. A message is an object, or JSON of one. */
const actionOf = (data: unknown): string => {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : data
    return isRecord(message) ? asText(message['action']) : ''
  } catch {
    return ''
  }
}

/** Listens for that message. */
export const watchFrameMessages: Watcher = payment => {
  const listen = ({ origin, data }: MessageEvent): void => {
    if (origin !== SERVICE || actionOf(data) !== BROKEN) return
    // The frame may have had the order.
    payment.fail({ code: 'SDK_ERROR', message: frameBroke, by: 'watcher', situation: 'frame-broke' })
  }
  addEventListener('message', listen)
  return () => removeEventListener('message', listen)
}
