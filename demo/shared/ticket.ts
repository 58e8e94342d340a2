/** What the shop's page needs to know to take a payment. It lies in the tab's storage, so that it survives a redirect. */
import type { PayRequest, ShopOptions } from 'iamport-checkout'
import type { Order } from './order.ts'
import { type TroubleId, troubleOf } from './troubles.ts'

export type Lang = 'ko' | 'en'

export interface Ticket {
  /** What the server has in its books. */
  order: Order
  /** What the page will ask for. */
  request: PayRequest
  /** Merchant code of a real account; null: the sandbox. */
  account: string | null
  /** Newest script that the gateway needs, where it is not the default one. Real accounts only. */
  since: 'v1' | undefined
  /** Where redirects land: on this page, or at the server. */
  landing: 'page' | 'server'
  trouble: TroubleId
  lang: Lang
}

const KEY = 'demo-ticket'

export const saveTicket = (ticket: Ticket): void => sessionStorage.setItem(KEY, JSON.stringify(ticket))

export const loadTicket = (): Ticket | undefined => {
  const text = sessionStorage.getItem(KEY)
  return text ? (JSON.parse(text) as Ticket) : undefined
}

/** The merchant code that the sandbox is given. It takes any. */
export const SANDBOX_CODE = 'imp00000000'

/** The options of `createCheckout`, as plain data. */
export const optionsOf = (
  ticket: Pick<Ticket, 'account' | 'since' | 'landing' | 'trouble'>,
  device: string,
): ShopOptions => {
  const { account, since, landing, trouble } = ticket
  return {
    userCode: account ?? SANDBOX_CODE,
    verify: '/payments/complete',
    ...(account ? since && { sdk: since } : { sdk: { src: '/sandbox.min.js', jquery: false } }),
    ...(landing === 'server' && { redirectUrl: `/payments/landing?device=${device}` }),
    ...(!account && troubleOf(trouble).options),
  }
}
