/** The shop's checkout page: the buyer's side of the demo. */
import { loadIamport, prepare } from 'iamport-checkout'
import { becomeDevice } from '../shared/devices.ts'
import { byId } from '../shared/dom.ts'
import { findBench, type Shop } from '../shared/link.ts'
import { applyScheme } from '../shared/scheme.ts'
import { loadTicket, optionsOf, saveTicket, type Ticket } from '../shared/ticket.ts'
import { troubleOf } from '../shared/troubles.ts'
import { type Progress, pay, resume } from './pay.ts'
import { deposit } from './server.ts'
import { makePage, type Screen, statusOf } from './view.ts'
import { watch } from './watch.ts'

const device = becomeDevice()
const root = byId('shop')
let ticket = loadTicket()
let screen: Screen = { state: 'ready' }

const draw = (): void => {
  if (ticket) document.documentElement.lang = ticket.lang
  root.replaceChildren(makePage(ticket, screen, actions))
}

const show = (next: Screen): void => {
  screen = next
  draw()
  byId('status').textContent = ticket ? statusOf(ticket, screen) : ''
  // What took the button's place has to be noticed without eyes too.
  if (screen.state === 'over') root.querySelector<HTMLElement>('[data-focus]')?.focus()
  if (screen.state === 'over' && screen.verdict?.order) findBench()?.onOrder(screen.verdict.order)
}

/** Makes the page ready for a click: the script has to be there already, or browsers block the gateways' popups. */
const preload = (): void => {
  if (!ticket || troubleOf(ticket.trouble).options?.sdk) return
  const { userCode, ...rest } = optionsOf(ticket, device)
  // A failure shows when the buyer pays: the call is repeated then.
  loadIamport({ userCode, ...rest }).catch(() => undefined)
}

const actions = {
  pay: (): void => {
    if (!ticket) return
    pay(ticket, device, (progress: Progress) => show(progress))
  },
  again: (): void => {
    findBench()?.onNewOrder()
    show({ state: 'ready' })
  },
  deposit: async (): Promise<void> => {
    const verdict = screen.state === 'over' ? screen.verdict : undefined
    if (!verdict?.order) return
    const order = await deposit(verdict.order)
    if (order)
      show({ state: 'over', verdict: { code: order.status === 'paid' ? 'PAID' : 'NOT_PAID', order } })
  },
}

const setUpSandbox = ({ account, trouble, lang }: Ticket): void => {
  if (account) return
  const options = { ledgerUrl: '/demo/ledger', locale: lang, ...troubleOf(trouble).sandbox }
  Object.assign(window, { __IAMPORT_SANDBOX__: options })
  // The browser's part of it.
  if (trouble === 'popup-blocked') window.open = () => null
}

const shop: Shop = {
  prepare,
  onTicket(next) {
    const before = ticket?.order.merchant_uid
    ticket = next
    saveTicket(next)
    if (!before) return void begin()
    // An order that is over makes room for the next one.
    if (before !== next.order.merchant_uid && screen.state === 'over') screen = { state: 'ready' }
    draw()
  },
}

const begin = async (): Promise<void> => {
  if (!ticket) return show({ state: 'ready' })
  setUpSandbox(ticket)
  show({ state: 'ready' })
  await resume(ticket, show)
  findBench()?.onPage(location.href, shop)
  preload()
}

window.demoShop = shop
applyScheme()
watch(() => screen.state === 'open')
void begin()
