/** The state of the workbench, and what changes it. Drawing is the business of others: they are told. */
import { post } from '../shared/ask.ts'
import type { Outcome, Step, StepEvent } from '../shared/link.ts'
import { isOpen, type Order } from '../shared/order.ts'
import { usualCurrency } from './gateways.ts'
import { loadSettings, registersCard, type Settings, saveSettings } from './settings.ts'

/** What is known of the payment tried last. */
export interface Run {
  events: StepEvent[]
  outcomes: Outcome[]
  /** Its order, with what the server has proven and did. */
  order: Order | undefined
}

/** The stations after which a payment is over. */
export const ENDS: readonly Step[] = ['settled', 'verified', 'unpaid', 'refused', 'invalid']

const noRun = (): Run => ({ events: [], outcomes: [], order: undefined })

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

const currencyOf = (settings: Settings): string => settings.values['currency'] || usualCurrency(settings)

let asked = 0

/** Has the server make an order: what is bought is said here, what it costs is said there. */
export const newOrder = async (): Promise<void> => {
  const { settings, paidOrder } = state
  if (settings.trouble === 'uid-twice' && paidOrder) {
    state.order = paidOrder
    return changed()
  }
  const number = ++asked
  const body = {
    cart: settings.cart,
    currency: currencyOf(settings),
    isReal: !!settings.account,
  }
  const reply = await post('/orders', body)
  // Somebody has changed the cart meanwhile.
  if (number !== asked) return
  if (reply.ok) state.order = (await reply.json()) as Order
  changed()
}

/** What an order is for: with something else, the page begins anew. */
const purposeOf = (settings: Settings): string => {
  const { cart, account, trouble, device, landing } = settings
  const what = [cart, account, trouble, device, landing, currencyOf(settings), registersCard(settings)]
  return JSON.stringify(what)
}

/** What a result is for: with something else, it would stand beside a request that it isn't of. */
const wayOf = ({ pg, method, escrow }: Settings): string => JSON.stringify([pg, method, escrow])

const isRunning = ({ events }: Run): boolean =>
  events.some(({ step }) => step === 'clicked') && !events.some(({ step }) => ENDS.includes(step))

/** Changes settings. The order is made anew where it no longer fits, or is paid. */
export const change = (changes: Partial<Settings>): void => {
  const before = state.settings
  state.settings = { ...before, ...changes }
  saveSettings(state.settings)
  // In another language it is the same request, and the payment under way goes on.
  if (before.lang !== state.settings.lang) {
    changed()
    return
  }
  const isOther = purposeOf(before) !== purposeOf(state.settings)
  const isSpent = !(state.order && isOpen(state.order)) && state.settings.trouble !== 'uid-twice'
  const isInvalid = state.run.events.some(({ step }) => step === 'invalid')
  const isOtherWay = wayOf(before) !== wayOf(state.settings) && !isRunning(state.run)
  if (isOther || isOtherWay || isInvalid) state.run = noRun()
  if (isOther || isSpent) {
    // Until the new order is there, nothing is given to the shop's page.
    state.order = undefined
    if (before.account !== state.settings.account) state.ahead = []
    void newOrder()
  }
  changed()
}

/** Chooses a gateway, with what is usual for it. What was typed of the buyer stays. */
export const keepBuyer = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([path]) => path.startsWith('buyer_')))
