/** PortOne for the sandbox: its double, and what goes wrong with it on request. */
import { createSandboxApi } from 'iamport-checkout/sandbox/server'

/** Milliseconds between a payment and its webhook. A real one may also be faster than the page. */
const WEBHOOK_AFTER = 300

export const api = createSandboxApi()

/** Has the double call the shop's webhook. It needs no network for that. */
export const sendWebhooksTo = (webhook: (request: Request) => Promise<Response>): void =>
  api.configure({
    webhooks: {
      url: 'http://localhost/payments/webhook',
      delay: WEBHOOK_AFTER,
      fetch: (url, init) => webhook(new Request(url, init)),
    },
  })

/** The orders that the double can't be asked about. */
const unreachable = new Set<string>()

/** Has PortOne be out of reach for an order, or has it answer again. */
export const setOutage = (merchant_uid: string, isOut: boolean): void => {
  if (isOut) unreachable.add(merchant_uid)
  else unreachable.delete(merchant_uid)
  // Only what is asked about these orders fails.
  const path = new RegExp(`/(${[...unreachable].join('|')})(/|\\?|$)`)
  api.configure({ trouble: unreachable.size ? { answers: 'network', path } : undefined })
}

/** Somebody gives money back in PortOne's console, and the webhook that tells the shop is lost. */
export const refundUnheard = async (imp_uid: string): Promise<void> => {
  await api.webhooks.settled()
  api.configure({ webhooks: { lose: 1 } })
  api.refundInConsole(imp_uid)
}
