/** The state of the workbench, and what changes it. Drawing is the business of others: they are told. */
import type { Outcome, StepEvent } from '../shared/link.ts'
import type { Order, Verdict } from '../shared/order.ts'
import { usualCurrency } from './gateways.ts'
import { loadSettings, type Settings, saveSettings } from './settings.ts'

/** What is known of the payment tried last. */
export interface Run {
  events: StepEvent[]
  outcomes: Outcome[]
  verdict: Verdict | undefined
  /** Its order, with what the server did. */
  order: Order | undefined
}

const noRun = (): Run => ({ events: [], outcomes: [], verdict: undefined, order: undefined })

export const state = {
  settings: loadSettings(),
  /** What the next payment is for. */
  order: undefined as Order | undefined,
  /** An order that was paid, for those who pay it twice. */
  paidOrder: undefined as Order | undefined,
  run: noRun(),
  /** Steps before a click: the script being loaded ahead. */
  ahead: [] as StepEvent[],
  /** Whether the server has the keys of a real account. */
  hasKey: false,
}

const listeners: (() => void)[] = []
export const onChange = (listener: () => void): void => void listeners.push(listener)
export const changed = (): void => {
  for (const listener of listeners) listener()
}

const currencyOf = ({ values, pg }: Settings): string => values['currency'] || usualCurrency(pg)

let asked = 0

/** Has the server make an order: what is bought is said here, what it costs is said there. */
export const newOrder = async (): Promise<void> => {
  const { settings, paidOrder } = state
  if (settings.trouble === 'uid-twice' && paidOrder) {
    state.order = paidOrder
    return changed()
  }
  const number = ++asked
  const body = { cart: settings.cart, currency: currencyOf(settings), isReal: !!settings.account }
  const reply = await fetch('/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // Somebody has changed the cart meanwhile.
  if (number !== asked) return
  if (reply.ok) state.order = (await reply.json()) as Order
  changed()
}

/** What an order is for: with something else, the page begins anew. */
const purposeOf = (settings: Settings): string => {
  const { cart, account, trouble, device, landing } = settings
  return JSON.stringify([cart, account, trouble, device, landing, currencyOf(settings)])
}

/** Changes settings. The order is made anew where it no longer fits, or is paid. */
export const change = (changes: Partial<Settings>): void => {
  const before = state.settings
  state.settings = { ...before, ...changes }
  saveSettings(state.settings)
  const isSpent = state.order?.status !== 'pending' && state.settings.trouble !== 'uid-twice'
  if (purposeOf(before) !== purposeOf(state.settings) || isSpent) {
    // Until the new order is there, nothing is given to the shop's page.
    state.order = undefined
    if (before.account !== state.settings.account) {
      state.ahead = []
      state.run = noRun()
    }
    void newOrder()
  }
  changed()
}

/** Chooses a gateway, with what is usual for it. What was typed of the buyer stays. */
export const keepBuyer = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([path]) => path.startsWith('buyer_')))
