/**
 * What PortOne tells. It isn't signed, it may come twice, late or before the page's own question, and most often it comes
 * once only: so nothing of it is believed but which order to look at, and trouble of ours is answered by 5xx.
 */
import { answerTrouble, json, parseObject, readPost, refuse } from './answers.ts'
import { within } from './deadline.ts'
import { isId } from './ids.ts'
import type { Listeners } from './listeners.ts'
import { PortOneError } from './portone/error.ts'
import type { Settle } from './settle.ts'
import * as texts from './texts.ts'

export interface WebhookContext {
  settle: Settle
  /** Hands a payment to a person, once, and remembers it in the record. */
  review(merchant_uid: string, imp_uid: string, reason: 'consent-asked'): Promise<void>
  listeners: Listeners
  /** For how long consent is waited for, in ms. */
  timeout: number
}

interface Notice {
  merchant_uid: string
  imp_uid: string | undefined
  event: string | undefined
  /** Whether it tells of a refund, so that a list without one is behind. */
  isCancelled: boolean
}

/** Events for which a 200 is consent: `Galaxia.Cvs.Confirm`. Others, such as Inicis' of escrow, only tell. */
const asksForConsent = (event: unknown): event is string =>
  typeof event === 'string' && /\bconfirm\s*$/i.test(event)

/** Keys and values as a form has them. JSON, HTML and the parts of a multipart body begin otherwise. */
const isForm = (text: string): boolean => text.includes('=') && !/^[\s[{"<-]/.test(text)

/**
 * JSON or a form, as it is set in PortOne's console. The header may be missing, the body never lies.
 *
 * @throws TypeError for what is neither, such as `[object Object]` or JSON that was cut off: a parser or a proxy of the shop's has
 *   spoilt it, and a 200 would lose what PortOne tells most often but once.
 */
const readFields = (text: string): Record<string, unknown> => {
  const json = parseObject(text)
  if (json) return json
  const form = new URLSearchParams(text)
  const isOurs = form.has('merchant_uid') || form.has('imp_uid')
  if (!isOurs && text.trim() && !isForm(text)) throw new TypeError(texts.badNotice(text))
  return Object.fromEntries(form)
}

const readNotice = ({
  merchant_uid,
  imp_uid,
  event,
  status,
}: Record<string, unknown>): Notice | undefined => {
  if (!isId(merchant_uid)) return undefined
  return {
    merchant_uid,
    imp_uid: isId(imp_uid) ? imp_uid : undefined,
    event: typeof event === 'string' && event ? event : undefined,
    isCancelled: status === 'cancelled',
  }
}

const done = (result: string) => json(200, { result })

export const createWebhook = ({ settle, review, listeners, timeout }: WebhookContext) => {
  const answerConsent = async (event: string, { merchant_uid, imp_uid }: Notice): Promise<Response> => {
    const settlement = await settle({ merchant_uid, imp_uid })
    // A yes for an order that isn't ours would be somebody else's.
    if (!settlement) return refuse(403, texts.noSuchOrder)
    const { onConfirm } = listeners
    if (!onConfirm) {
      // Only for a payment that PortOne knows: anybody can send a webhook.
      if (settlement.imp_uid && settlement.imp_uid === imp_uid) {
        await review(merchant_uid, imp_uid, 'consent-asked')
      }
      return refuse(503, texts.noConsent)
    }
    try {
      const asked = { event, merchant_uid, imp_uid: imp_uid ?? null, settlement }
      const hasConsent = await within(
        timeout,
        () => onConfirm(asked),
        () => new PortOneError('TIMEOUT', texts.confirmOver(timeout)),
      )
      return hasConsent ? done('confirmed') : refuse(403, texts.noConsent)
    } catch (error) {
      listeners.onError(error, 'onConfirm', merchant_uid)
      return refuse(503, texts.noConsent)
    }
  }

  return async (request: Request): Promise<Response> => {
    let merchant_uid: string | null = null
    try {
      const text = await readPost(request)
      if (typeof text !== 'string') return text
      const fields = readFields(text)
      const notice = readNotice(fields)
      if (!notice) {
        // The console's test button sends numbers of no order. Of a question for consent a 200 would be a yes.
        if (!asksForConsent(fields['event'])) return done('ignored')
        const error = new TypeError(texts.badConsent(fields['event']))
        listeners.onError(error, 'webhook', null)
        return refuse(503, texts.noConsent)
      }
      merchant_uid = notice.merchant_uid
      if (asksForConsent(notice.event)) return await answerConsent(notice.event, notice)
      const { imp_uid, isCancelled } = notice
      const settlement = await settle({ merchant_uid, imp_uid, isCancelled })
      return done(settlement ? settlement.verdict : 'ignored')
    } catch (error) {
      listeners.onError(error, 'webhook', merchant_uid)
      return answerTrouble(error)
    }
  }
}
