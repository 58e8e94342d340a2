import { ledgerRefused, ledgerSilent, ledgerUnreachable } from './texts.ts'

/** What a payment is on the gateway's side, in the shape of the REST API's `GET /payments/{imp_uid}`. */
export interface SandboxPayment {
  imp_uid: string
  merchant_uid: string
  /** In the currency's main unit. */
  amount: number
  currency: string
  status: 'ready' | 'paid' | 'failed' | 'cancelled'
  pay_method: string
  pg_provider: string
  pg_tid: string
  escrow: boolean
  channel: 'pc' | 'mobile'
  name: string | null
  buyer_name: string | null
  buyer_email: string | null
  buyer_tel: string | null
  buyer_addr: string | null
  buyer_postcode: string | null
  /** JSON text. */
  custom_data: string | null
  /** 빌링키: the name that the request gave to the card. */
  customer_uid: string | null
  /** `issue`: a card was registered. That is `paid`, too, with an amount that was only shown: hand nothing out for it. */
  customer_uid_usage: 'issue' | null
  /** Seconds since 1970; 0 while unpaid. */
  paid_at: number
  /** Seconds since 1970; 0 unless failed. */
  failed_at: number
  fail_reason: string | null
  receipt_url: string | null
  /** Cards only. */
  apply_num?: string
  /** Virtual accounts only. */
  vbank_num?: string
  vbank_name?: string
  vbank_holder?: string
  /** Until when to pay in, seconds since 1970. */
  vbank_date?: number
}

export const STORAGE_KEY = '__iamport_sandbox__'
/** How long the shop's server may take to hear of a payment, in ms. */
export const PATIENCE = 2000

/**
 * Stores a payment for the pages that follow and tells the shop's server, which thus knows of it before the page does,
 * as it does of a genuine one. Resolves when the server has answered or has taken two seconds.
 *
 * The gateway's page does the same in its own words.
 */
const keep = async (payment: SandboxPayment, url: string | undefined): Promise<void> => {
  try {
    const stored: SandboxPayment[] = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]')
    const others = stored.filter(other => other.imp_uid !== payment.imp_uid)
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...others, payment]))
  } catch {
    // Storage may be refused.
  }
  if (!url) return
  const headers = { 'content-type': 'application/json' }
  const told = { method: 'POST', keepalive: true, headers, body: JSON.stringify(payment) }
  try {
    const response = await Promise.race([
      fetch(url, told),
      new Promise<null>(resolve => setTimeout(resolve, PATIENCE, null)),
    ])
    if (!response) console.warn(ledgerSilent(url, PATIENCE))
    else if (!response.ok) console.warn(ledgerRefused(url, response.status))
  } catch (error) {
    console.warn(ledgerUnreachable(url), error)
  }
}

export interface Ledger {
  payments(): SandboxPayment[]
  add(payment: SandboxPayment, url: string | undefined): Promise<void>
  clear(): void
}

/** All payments of this tab. The gateway page adds to the storage too, so it is read every time. */
export const makeLedger = (): Ledger => {
  /** For where storage is refused. */
  let memory: SandboxPayment[] = []
  return {
    payments: () => {
      try {
        return JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null') ?? [...memory]
      } catch {
        return [...memory]
      }
    },
    add: (payment, url) => {
      memory.push(payment)
      return keep(payment, url)
    },
    clear: () => {
      memory = []
      try {
        sessionStorage.removeItem(STORAGE_KEY)
      } catch {
        // Nothing was stored then.
      }
    },
  }
}
