/**
 * How PortOne tells the shop's server: when it does is the matter of those who call, here is how, and what
 * goes wrong.
 */
import type { Clock } from './clock.ts'
import type { SandboxApiEvent, SentWebhook } from './events.ts'
import type { PaymentRecord } from './payment-book.ts'
import type { SandboxApiSettings } from './settings.ts'
import { takeTurn } from './turns.ts'

/** How long PortOne waits for the shop's answer, in ms. */
const READ_TIMEOUT = 30_000
/** How long after a failure PortOne tries again, in ms. */
const RETRY_AFTER = 60_000

type Body = Readonly<Record<string, unknown>>

export interface Webhooks {
  /** All webhooks so far, oldest first. */
  log(): SentWebhook[]
  /** Sends one to wherever the payment's webhooks go. `more` is what its body has beyond the three fields. */
  send(record: PaymentRecord, more?: Body): void
  /** Sends one again, to the address of then. */
  resend(imp_uid: string): Promise<number>
  /** Asks another address, always in JSON, and gives its answer; undefined where none came. */
  ask(url: string, body: Body, timeout: number): Promise<Response | undefined>
  /** The console's test button. */
  test(): Promise<SentWebhook | undefined>
  /** Sends those that are held, in this order or the other way round. Resolves once all are answered. */
  release(options?: { order?: 'same' | 'reverse' | undefined }): Promise<void>
  /** Loses those that are held. Returns how many. */
  drop(): number
  /** Resolves once nothing is on its way any more. What waits for its time is not on its way. */
  settled(): Promise<void>
  clear(): void
}

/** Nested fields as a form writes them: `extra[escrow_status]=4`. */
const asForm = (body: Body): URLSearchParams => {
  const form = new URLSearchParams()
  const add = (key: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) add(`${key}[${name}]`, member)
    else form.append(key, String(value ?? ''))
  }
  for (const [key, value] of Object.entries(body)) add(key, value)
  return form
}

export const makeWebhooks = (
  clock: Clock,
  getSettings: () => SandboxApiSettings,
  tell: (event: SandboxApiEvent) => void,
): Webhooks => {
  let log: SentWebhook[] = []
  let held: SentWebhook[] = []
  const onTheirWay = new Set<Promise<void>>()
  /** Counts webhooks, for delays that take turns. */
  let sent = 0
  /** Counts how often all was cleared: what waited for its time before is not sent any more. */
  let generation = 0
  const settings = () => getSettings().webhooks ?? {}

  const post = async (url: string, body: Body, isForm: boolean, timeout: number): Promise<Response> => {
    const { fetch: send } = settings()
    const signal = AbortSignal.timeout(timeout)
    const init = {
      method: 'POST',
      headers: { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
      body: isForm ? asForm(body).toString() : JSON.stringify(body),
      signal,
    }
    const answer = send ? send(url, init) : fetch(url, init)
    // A test's own `send` may not listen to the signal.
    const timedOut = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    return Promise.race([answer, timedOut])
  }

  const report = (webhook: SentWebhook): void => tell({ type: 'webhook', webhook: { ...webhook } })

  const attempt = async (webhook: SentWebhook): Promise<void> => {
    // Whoever caused the event goes on first: PortOne tells the shop without waiting, and nobody waits for
    // it.
    await Promise.resolve()
    webhook.state = 'sending'
    webhook.attempts++
    try {
      const answer = await post(webhook.url, webhook.body, settings().type === 'form', READ_TIMEOUT)
      webhook.answer = answer.status
      webhook.state = 'answered'
    } catch {
      webhook.answer = null
      webhook.state = 'failed'
    }
    report(webhook)
    // 4xx is the shop's own answer, and isn't asked for twice.
    const isToBeRepeated = webhook.state === 'failed' || webhook.answer! >= 500
    if (isToBeRepeated && webhook.attempts <= (settings().retries ?? 0)) {
      webhook.state = 'waiting'
      deliverAt(clock.now() + RETRY_AFTER, webhook)
    }
  }

  const deliver = (webhook: SentWebhook): Promise<void> => {
    const way = attempt(webhook).finally(() => onTheirWay.delete(way))
    onTheirWay.add(way)
    return way
  }

  const deliverAt = (time: number, webhook: SentWebhook): void => {
    const then = generation
    clock.at(time, () => (then === generation ? deliver(webhook) : undefined))
  }

  /** Whether the next one is to be lost. One that is counts down what was configured. */
  const isLost = (): boolean => {
    const current = settings()
    const { lose = 0 } = current
    if (typeof lose === 'number') current.lose = Math.max(lose - 1, 0)
    return lose !== false && lose !== 0
  }

  const write = (url: string, body: Body): SentWebhook => {
    const webhook: SentWebhook = {
      id: log.length + 1,
      body,
      url,
      state: 'waiting',
      answer: null,
      attempts: 0,
    }
    log.push(webhook)
    return webhook
  }

  const schedule = (url: string, body: Body): void => {
    const { delay, hold } = settings()
    const webhook = write(url, body)
    if (isLost()) {
      webhook.state = 'lost'
      report(webhook)
    } else if (hold) {
      webhook.state = 'held'
      held.push(webhook)
    } else {
      const wait = takeTurn(delay ?? 0, sent++)
      if (wait) deliverAt(clock.now() + wait, webhook)
      else void deliver(webhook)
    }
  }

  const addressesOf = ({ noticeUrls, payment }: PaymentRecord): readonly string[] => {
    if (noticeUrls.length) return noticeUrls
    const { url, testUrl = url } = settings()
    const address = payment.sandbox ? testUrl : url
    return address ? [String(address)] : []
  }

  return {
    log: () => log.map(webhook => ({ ...webhook })),
    send: (record, more = {}) => {
      const { imp_uid, merchant_uid, status } = record.payment
      const { copies = 1 } = settings()
      for (const url of addressesOf(record)) {
        for (let copy = 0; copy < copies; copy++) schedule(url, { imp_uid, merchant_uid, status, ...more })
      }
    },
    resend: async imp_uid => {
      const before = log.filter(({ body }) => body['imp_uid'] === imp_uid)
      await Promise.all(before.map(({ url, body }) => deliver(write(url, body))))
      return before.length
    },
    ask: async (url, body, timeout) => {
      try {
        return await post(url, body, false, timeout)
      } catch {
        return undefined
      }
    },
    test: async () => {
      const { url } = settings()
      if (!url) return undefined
      const webhook = write(String(url), {
        imp_uid: 'imp_1234567890',
        merchant_uid: 'merchant_1234567890',
        status: 'paid',
      })
      await deliver(webhook)
      return { ...webhook }
    },
    release: async ({ order = 'same' } = {}) => {
      const all = held
      held = []
      if (order === 'reverse') all.reverse()
      // Each waits for the one before, so that they arrive in just this order.
      for (const webhook of all) await deliver(webhook)
    },
    drop: () => {
      for (const webhook of held) {
        webhook.state = 'lost'
        report(webhook)
      }
      return held.splice(0).length
    },
    settled: async () => {
      while (onTheirWay.size) await Promise.all(onTheirWay)
    },
    clear: () => {
      generation++
      log = []
      held = []
    },
  }
}
