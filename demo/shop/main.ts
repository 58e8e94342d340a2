/** The shop's checkout page: the buyer's side of the demo. */
import { type Issue, prepare } from 'iamport-checkout'
import { fetchOrder } from '../shared/ask.ts'
import { becomeDevice } from '../shared/devices.ts'
import { byId, keepFocus } from '../shared/dom.ts'
import { findBench, type Shop } from '../shared/link.ts'
import { isOpen, type Order } from '../shared/order.ts'
import { applyScheme } from '../shared/scheme.ts'
import { loadTicket, optionsOf, saveTicket, type Ticket } from '../shared/ticket.ts'
import { troubleOf } from '../shared/troubles.ts'
import { type Payments, startPayments } from './page.ts'
import { deposit, setOutage } from './server.ts'
import { type Actions, makePage, type Screen, statusOf } from './view.ts'
import { watchScripts } from './watch.ts'

const device = becomeDevice()
const root = byId('shop')
let ticket = loadTicket()
let payments: Payments | undefined
let screen: Screen = { state: 'ready' }

/** What stops the payment before its window opens. */
const problemsOf = (asked: Ticket | undefined): Issue[] =>
  asked
    ? prepare(asked.request, optionsOf(asked, device)).issues.filter(({ level }) => level === 'error')
    : []

const draw = (): void => {
  if (ticket) document.documentElement.lang = ticket.lang
  const restoreFocus = root.contains(document.activeElement) ? keepFocus() : undefined
  root.replaceChildren(makePage(ticket, screen, problemsOf(ticket), actions))
  restoreFocus?.()
}

const show = (next: Screen): void => {
  screen = next
  draw()
  const status = ticket ? statusOf(ticket, screen) : ''
  // What is set anew is read out anew.
  if (byId('status').textContent !== status) byId('status').textContent = status
  // What took the button's place has to be noticed without eyes too. Whoever is elsewhere in the workbench stays there.
  if (screen.state === 'over' && document.hasFocus()) root.querySelector<HTMLElement>('[data-focus]')?.focus()
}

const showOrder = (order: Order): void => {
  show({ state: 'over', order })
  findBench()?.onOrder(order)
}

/** Takes up a payment that came back. Without one, shows how the order stands where it isn't open any more. */
const takeUp = async ({ order, trouble }: Ticket): Promise<void> => {
  if (await payments?.resume()) return
  const stored = await fetchOrder(order.merchant_uid)
  const isStill = ticket?.order.merchant_uid === order.merchant_uid && screen.state !== 'open'
  // What is to be paid twice is shown as if nobody had paid it.
  if (stored && isStill && !isOpen(stored) && trouble !== 'uid-twice') showOrder(stored)
}

const actions: Actions = {
  pay: () => {
    if (ticket?.trouble === 'api-down') void setOutage(ticket.order.merchant_uid, true)
    payments?.pay()
  },
  check: async () => {
    if (!ticket) return
    if (ticket.trouble === 'api-down') await setOutage(ticket.order.merchant_uid, false)
    await takeUp(ticket)
  },
  again: () => {
    findBench()?.onNewOrder()
    show({ state: 'ready' })
  },
  deposit: async () => {
    const order = screen.state === 'over' && screen.order && (await deposit(screen.order))
    if (order) showOrder(order)
  },
  fix: path => findBench()?.onFix(path),
}

const setUpSandbox = ({ account, trouble }: Ticket): void => {
  if (account) return
  const options = { ledgerUrl: '/demo/ledger', ...troubleOf(trouble).sandbox }
  Object.assign(window, { __IAMPORT_SANDBOX__: options })
  // The browser's part of it.
  if (trouble === 'popup-blocked') window.open = () => null
}

const shop: Shop = {
  prepare,
  onTicket(next) {
    const before = ticket
    ticket = next
    saveTicket(next)
    if (!before) return void begin()
    // How the last request ended says nothing of another one. In another language it is the same.
    const isOther =
      before.lang === next.lang && JSON.stringify(before.request) !== JSON.stringify(next.request)
    const isNewOrder = before.order.merchant_uid !== next.order.merchant_uid
    if (screen.state === 'over' && (isOther || isNewOrder)) screen = { state: 'ready' }
    // The options have changed, too. The page stays what it is.
    if (before.account || next.account) payments = startPayments(ticketNow, device, show)
    draw()
  },
  onOrder(order) {
    if (order.merchant_uid === ticket?.order.merchant_uid && screen.state === 'over')
      show({ ...screen, order })
  },
}

const ticketNow = (): Ticket => ticket!

const begin = async (): Promise<void> => {
  show({ state: 'ready' })
  if (!ticket) return
  setUpSandbox(ticket)
  payments = startPayments(ticketNow, device, show)
  const takingUp = takeUp(ticket)
  findBench()?.onPage(location.href, shop)
  await takingUp
}

window.demoShop = shop
applyScheme()
watchScripts()
void begin()
