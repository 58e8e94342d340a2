/** The page's question: what has become of this order? Anybody may put it, with any numbers, as often as they like. */
import { answerTrouble, json, parseObject, readPost, refuse } from './answers.ts'
import { isId } from './ids.ts'
import type { Listeners } from './listeners.ts'
import type { Orders } from './orders.ts'
import { readRecord } from './record.ts'
import { findOrder, type Settle } from './settle.ts'
import { type Settlement, settlementOf } from './settlement.ts'
import * as texts from './texts.ts'

export interface CompleteContext {
  orders: Orders
  settle: Settle
  listeners: Listeners
}

interface Claim {
  merchant_uid: string
  imp_uid: string | undefined
}

/** Both numbers are text; a page that heard of no payment has no `imp_uid`. */
const readClaim = (text: string): Claim | undefined => {
  const { merchant_uid, imp_uid } = parseObject(text) ?? {}
  const isWithoutUid = imp_uid === undefined || imp_uid === null || imp_uid === ''
  if (!isId(merchant_uid) || !(isWithoutUid || isId(imp_uid))) return undefined
  return { merchant_uid, imp_uid: isWithoutUid ? undefined : imp_uid }
}

/**
 * What the page is told: no sums, for the number of somebody else's order is easily guessed. The account is for whoever
 * can name the payment, so the payment's number isn't told to whoever can't.
 */
const answerOf = ({ verdict, reason, imp_uid, account }: Settlement, claim: Claim): object => {
  const isStranger = account !== undefined && claim.imp_uid !== imp_uid
  return {
    verdict,
    merchant_uid: claim.merchant_uid,
    imp_uid: isStranger ? null : imp_uid,
    reason,
    ...(account && !isStranger && { account }),
  }
}

export const createComplete = ({ orders, settle, listeners }: CompleteContext) => {
  const answer = async (claim: Claim): Promise<Response> => {
    const order = await findOrder(orders, claim.merchant_uid)
    if (!order) return refuse(404, texts.noSuchOrder)
    const record = readRecord(order.payment)
    // Paid is paid: a public address may not spend the shop's calls at PortOne. Refunds come by webhook and reconcile.
    const settlement =
      record?.verdict === 'paid' ? settlementOf(order, record) : await settle({ ...claim, mayShare: true })
    return settlement ? json(200, answerOf(settlement, claim)) : refuse(404, texts.noSuchOrder)
  }

  return async (request: Request): Promise<Response> => {
    let merchant_uid: string | null = null
    try {
      const text = await readPost(request)
      if (typeof text !== 'string') return text
      const claim = readClaim(text)
      if (!claim) return refuse(400, texts.badBody)
      merchant_uid = claim.merchant_uid
      return await answer(claim)
    } catch (error) {
      listeners.onError(error, 'complete', merchant_uid)
      return answerTrouble(error)
    }
  }
}
