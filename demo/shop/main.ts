/** The shop's checkout page: the buyer's side of the demo. */
import { type Issue, loadIamport, prepare } from 'iamport-checkout'
import { becomeDevice } from '../shared/devices.ts'
import { byId, keepFocus } from '../shared/dom.ts'
import { findBench, type Shop } from '../shared/link.ts'
import type { Verdict } from '../shared/order.ts'
import { applyScheme } from '../shared/scheme.ts'
import { loadTicket, optionsOf, saveTicket, type Ticket } from '../shared/ticket.ts'
import { troubleOf } from '../shared/troubles.ts'
import { type Progress, pay, resume } from './pay.ts'
import { complete, deposit } from './server.ts'
import { type Actions, makePage, type Screen, statusOf } from './view.ts'
import { watch } from './watch.ts'

const device = becomeDevice()
const root = byId('shop')
let ticket = loadTicket()
let screen: Screen = { state: 'ready' }

/** What stops the payment before its window opens. */
const problemsOf = (asked: Ticket | undefined): Issue[] => {
  if (!asked) return []
  const request = asked.request as unknown as Parameters<typeof prepare>[0]
  return prepare(request, optionsOf(asked, device)).issues.filter(({ level }) => level === 'error')
}

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

const actions: Actions = {
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
    if (!order) return
    const paid: Verdict = { code: order.status === 'paid' ? 'PAID' : 'NOT_PAID', order }
    findBench()?.onVerdict(paid)
    show({ state: 'over', verdict: paid })
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
    draw()
  },
}

const begin = async (): Promise<void> => {
  if (!ticket) return show({ state: 'ready' })
  setUpSandbox(ticket)
  show({ state: 'ready' })
  const { order, trouble } = ticket
  const isTakenUp = await resume(ticket, show)
  findBench()?.onPage(location.href, shop)
  preload()
  // Loaded again, the page shows how the order stands; unless that is what is to be paid twice.
  if (isTakenUp || order.status === 'pending' || trouble === 'uid-twice') return
  const { imp_uid = null, merchant_uid } = order
  const verdict = await complete({ imp_uid, merchant_uid })
  if (ticket.order.merchant_uid === merchant_uid && screen.state === 'ready') show({ state: 'over', verdict })
}

window.demoShop = shop
applyScheme()
watch(() => screen.state === 'open')
void begin()
