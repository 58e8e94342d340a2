/** 결제 정보 사전 등록: PortOne itself refuses to open a window for this order with another amount. */

import { toCurrency, toUnits } from './money.ts'
import type { PortOne, PreparedAmount } from './portone/create-portone.ts'
import { PortOneError } from './portone/error.ts'
import * as texts from './texts.ts'

export interface RegisteredOrder {
  merchant_uid: string
  /** The price in the currency's main unit. */
  amount: number
  /** @default 'KRW' */
  currency?: string | null | undefined
}

const isSame = (a: PreparedAmount, b: PreparedAmount): boolean =>
  // Registered without a currency, the currency isn't checked. Then it has to be registered anew.
  toCurrency(a.currency) === b.currency && toUnits(a.amount, b.currency) === toUnits(b.amount, b.currency)

/**
 * Registers an amount, as often as one likes: PortOne refuses a number that it has, so what it has is looked at, and
 * changed where it differs.
 */
export const createRegister =
  (portone: PortOne) =>
  async ({ merchant_uid, amount, currency }: RegisteredOrder): Promise<void> => {
    const code = toCurrency(currency ?? 'KRW')
    if (!code) throw new TypeError(texts.badCurrency(currency))
    if (toUnits(amount, code) === undefined) throw new TypeError(texts.badPrice(amount, code))
    // PortOne doesn't check a currency that isn't said.
    const wanted = { merchant_uid, amount, currency: code }
    try {
      await portone.prepare(wanted)
    } catch (refusal) {
      if (!(refusal instanceof PortOneError) || refusal.code !== 'REFUSED') throw refusal
      const registered = await portone.findPrepared(merchant_uid)
      // Refused for another reason than that it was there.
      if (!registered) throw refusal
      if (!isSame(registered, wanted)) await portone.prepare(wanted, { method: 'PUT' })
    }
  }
