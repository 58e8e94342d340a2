/** PortOne's REST API, as far as a shop needs it to verify a payment. */

/** A payment as `GET /payments/{imp_uid}` tells of it; only what is used here. */
export interface Payment {
  imp_uid: string
  merchant_uid: string
  status: 'ready' | 'paid' | 'failed' | 'cancelled'
  amount: number
  currency: string
  pay_method: string
  /** `cancelled` may be so in part: this much was given back. */
  cancel_amount?: number
  /** `issue`: it made a billing key. Money may only have been shown. */
  customer_uid_usage?: 'issue' | 'payment' | 'payment.scheduled' | null
  vbank_num?: string | null
  vbank_name?: string | null
  /** Seconds since 1970. */
  vbank_date?: number | null
}

/** Whom the shop asks. Undefined means that there is no such payment. */
export interface PortOne {
  findPayment(imp_uid: string): Promise<Payment | undefined>
  /** The last payment of an order, for a browser that came back without an `imp_uid`. */
  findByOrder(merchant_uid: string): Promise<Payment | undefined>
  /** The one that paid it. The last one may be an attempt that was refused because the order is paid. */
  findPaid(merchant_uid: string): Promise<Payment | undefined>
}

interface Answer<T> {
  /** 0: all went well. */
  code: number
  message: string | null
  response: T | null
}

interface Account {
  key: string
  secret: string
  /** Whether payments of test channels count. Never where you sell: they move no money, and a buyer can choose the channel. */
  isTest?: boolean
  host?: string | undefined
}

/** The real one. Key and secret are the server's alone: whoever has them can read and cancel every payment. */
export const portOne = ({ key, secret, isTest, host = 'https://api.iamport.kr' }: Account): PortOne => {
  const ask = async <T>(path: string, init: RequestInit): Promise<T | undefined> => {
    const reply = await fetch(host + path, { ...init, signal: AbortSignal.timeout(10_000) })
    const { code, message, response } = (await reply.json()) as Answer<T>
    // A 404 that isn't the API's own, such as a proxy's, says nothing of the payment.
    if (reply.status === 404 && code) return undefined
    if (code !== 0 || !response)
      throw new Error(`${path.split('/', 3).join('/')}: ${reply.status} ${message}`)
    return response
  }

  // A token lasts half an hour and could be kept. One for each question is simpler, and as right.
  const findAt = async (path: string): Promise<Payment | undefined> => {
    const token = await ask<{ access_token: string }>('/users/getToken', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ imp_key: key, imp_secret: secret }),
    })
    if (!token) throw new Error('/users/getToken: 404')
    return ask<Payment>(path, { headers: { authorization: token.access_token } })
  }

  // By `imp_uid` the API leaves out payments of test channels, unless asked.
  const tests = isTest ? '?include_sandbox=true' : ''
  const findPayment = (imp_uid: string) => findAt(`/payments/${encodeURIComponent(imp_uid)}${tests}`)
  /** By the order it may tell of them. What is found is looked up once more, so that none gets in this way. */
  const findBy = async (path: string): Promise<Payment | undefined> => {
    const found = await findAt(`/payments/find/${path}`)
    return found && findPayment(found.imp_uid)
  }

  return {
    findPayment,
    findByOrder: merchant_uid => findBy(encodeURIComponent(merchant_uid)),
    findPaid: merchant_uid => findBy(`${encodeURIComponent(merchant_uid)}/paid`),
  }
}
