/** What `requestPay` would do, as the shop's page sees it: on its device, at its address. */
import { type PayRequest, type Prepared, prepare } from 'iamport-checkout'
import { optionsOf } from '../shared/ticket.ts'
import { shopInFrame } from './frame.ts'
import { sinceOf } from './gateways.ts'
import { draftOf } from './request.ts'
import type { Settings } from './settings.ts'
import { state } from './store.ts'

const ask = (settings: Settings, request: PayRequest): Prepared => {
  const options = optionsOf({ ...settings, since: sinceOf(settings.pg) }, settings.device)
  const shop = shopInFrame()
  // Without a frame the shop is in a window of its own, and not where this page is.
  return shop ? shop.prepare(request, options) : prepare(request, { redirectUrl: '/shop.html', ...options })
}

export const dryRun = (): Prepared | undefined => {
  const { settings, order } = state
  return order && ask(settings, draftOf(settings, order).request)
}

/** The parameters that the validation misses in this request. */
const missing = (request: Record<string, unknown>): string[] =>
  ask(state.settings, request as unknown as PayRequest)
    .issues.filter(({ level, code }) => level === 'error' && code === 'REQUIRED')
    .map(({ path }) => path)

/** The parameters that must be given: those that a request misses that has nothing but what decides about it. */
export const required = (): Set<string> => {
  const { settings, order } = state
  const { pg, method, escrow } = settings
  const bare = { pg, ...(method && { pay_method: method }), escrow }
  const { customer_uid } = order ? draftOf(settings, order).request : {}
  if (!customer_uid) return new Set(missing(bare))
  // It decides about others, and may itself be required.
  return new Set([
    ...missing({ ...bare, customer_uid }),
    ...missing(bare).filter(path => path === 'customer_uid'),
  ])
}
