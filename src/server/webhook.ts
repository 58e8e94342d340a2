/**
 * What PortOne tells. It isn't signed, it may come twice, late or before the page's own question, and most often it comes
 * once only: so nothing of it is believed but which order to look at, and trouble of ours is answered by 5xx.
 */
import { answerTrouble, json, parseObject, readPost, refuse } from './answers.ts'
import { isId } from './ids.ts'
import type { Listeners } from './listeners.ts'
import type { Settle } from './settle.ts'
import * as texts from './texts.ts'

export interface WebhookContext {
  settle: Settle
  /** Hands a payment to a person, once, and remembers it in the record. */
  review(merchant_uid: string, imp_uid: string, reason: 'consent-asked'): Promise<void>
  listeners: Listeners
}

interface Notice {
  merchant_uid: string
  imp_uid: string | undefined
  event: string | undefined
  /** Whether it tells of a refund, so that a list without one is behind. */
  isCancelled: boolean
}

/** JSON or a form, as it is set in PortOne's console. The header may be missing, the first character never lies. */
const readFields = (text: string): Record<string, unknown> =>
  parseObject(text) ?? Object.fromEntries(new URLSearchParams(text))

const readNotice = (text: string): Notice | undefined => {
  const { merchant_uid, imp_uid, event, status } = readFields(text)
  if (!isId(merchant_uid)) return undefined
  return {
    merchant_uid,
    imp_uid: isId(imp_uid) ? imp_uid : undefined,
    event: typeof event === 'string' && event ? event : undefined,
    isCancelled: status === 'cancelled',
  }
}

/** Events for which a 200 is consent: `Galaxia.Cvs.Confirm`. Others, such as Inicis' of escrow, only tell. */
const asksForConsent = (event: string | undefined): event is string => /\bconfirm$/i.test(event ?? '')

const done = (result: string) => json(200, { result })

export const createWebhook = ({ settle, review, listeners }: WebhookContext) => {
  const answerConsent = async (event: string, { merchant_uid, imp_uid }: Notice): Promise<Response> => {
    const settlement = await settle({ merchant_uid, imp_uid })
    // A yes for an order that isn't ours would be somebody else's.
    if (!settlement) return refuse(403, texts.noSuchOrder)
    if (!listeners.onConfirm) {
      // Only for a payment that PortOne knows: anybody can send a webhook.
      if (settlement.imp_uid && settlement.imp_uid === imp_uid) {
        await review(merchant_uid, imp_uid, 'consent-asked')
      }
      return refuse(503, texts.noConsent)
    }
    try {
      const asked = { event, merchant_uid, imp_uid: imp_uid ?? null, settlement }
      return (await listeners.onConfirm(asked)) ? done('confirmed') : refuse(403, texts.noConsent)
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
      const notice = readNotice(text)
      // The console's test button sends numbers of no order.
      if (!notice) return done('ignored')
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
