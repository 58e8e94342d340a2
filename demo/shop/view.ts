/** What the buyer sees. */
import type { GoodVerdict, Issue, PayError, VerifiedPayment } from 'iamport-checkout'
import { describeError, describeIssue, describePayment } from 'iamport-checkout/messages'
import { catalogue } from '../shared/catalogue.ts'
import { h, icon } from '../shared/dom.ts'
import { formatDate, formatMoney } from '../shared/format.ts'
import { isGood, isOpen, type Order, type Product } from '../shared/order.ts'
import type { Lang, Ticket } from '../shared/ticket.ts'
import { texts } from '../texts.ts'

/** How far a payment has come, for the page to show. */
export type Screen =
  | { state: 'ready' | 'open' | 'checking' }
  /** `order`: what the server has in its books; none where it can't be asked. The others: how the promise ended. */
  | { state: 'over'; order?: Order | undefined; payment?: VerifiedPayment; error?: PayError }

export interface Actions {
  pay(): void
  /** Asks the server once more, where nobody knows yet whether it is paid. */
  check(): void
  again(): void
  deposit(): void
  /** Leads to the parameter that is wrong. */
  fix(path: string): void
}

const CHECK = 'M5 12.5l4.5 4.5L19 7.5'
const CLOCK = 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18'
/** Drawings of the products. */
const drawings: Record<Product['id'], string> = {
  beans:
    'M8 3.5h8M7.5 3.5C7.5 6 6 6.5 6 9v9.5a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V9c0-2.5-1.5-3-1.5-5.5M12 10.5c2.2 1.4 2.2 4.8 0 6.2c-2.2-1.4-2.2-4.8 0-6.2',
  mug: 'M5 8h11v8a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10h1.5a2.5 2.5 0 0 1 0 5H16M8.5 3.5V5M12.5 3.5V5',
  filters: 'M4 6h16l-5.5 11h-5zM9.5 17v3h5v-3M8.5 6l2 11M15.5 6l-2 11',
}
const STOP = 'M12 7v6M12 16.5v.5M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18'

const facts = (rows: readonly (readonly [string, string])[]): HTMLElement =>
  h('dl', { class: 'facts' }, ...rows.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]))

/** What scrolls where there is little room. The bar with the button below it covers nothing. */
const makeContent = (name: string, ...children: (HTMLElement | false)[]): HTMLElement =>
  h('div', { class: 'content', role: 'region', 'aria-label': name, tabindex: 0 }, ...children)

const makeSummary = ({ order, lang }: Ticket): HTMLElement => {
  const t = texts[lang]
  const lines = catalogue.filter(({ id }) => order.cart[id])
  return h(
    'section',
    { 'aria-labelledby': 'summary' },
    h('h2', { id: 'summary' }, t.shop.summary),
    h(
      'ul',
      { class: 'lines' },
      ...lines.map(({ id, price }) =>
        h(
          'li',
          {},
          h('span', { class: `tile tile-${id}` }, icon(drawings[id])),
          h('span', { class: 'what' }, t.products[id], h('small', {}, t.shop.count(order.cart[id]))),
          h(
            'span',
            { class: 'price' },
            formatMoney(order.cart[id] * price[order.currency], order.currency, lang),
          ),
        ),
      ),
    ),
    h(
      'p',
      { class: 'total' },
      h('span', {}, t.shop.total),
      h('strong', {}, formatMoney(order.amount, order.currency, lang)),
    ),
  )
}

const makeBuyer = ({ request, lang }: Ticket): HTMLElement => {
  const t = texts[lang]
  const text = (key: 'buyer_name' | 'buyer_tel'): string => String(request[key] ?? '—')
  const method = String(request.pay_method ?? '')
  return h(
    'section',
    { 'aria-labelledby': 'buyer' },
    h('h2', { id: 'buyer' }, t.shop.buyer),
    facts([
      [t.fields['buyer_name'] ?? '', text('buyer_name')],
      [t.fields['buyer_tel'] ?? '', text('buyer_tel')],
      [t.fields['pay_method'] ?? '', t.methods[method] ?? (method || t.shop.anyMethod)],
    ]),
  )
}

/** What the buyer is told of a payment that isn't paid, above the button to pay. */
const makeNote = (screen: Screen, lang: Lang): HTMLElement | false => {
  if (screen.state !== 'over') return false
  const { error, payment } = screen
  if (!error && !payment) return false
  const text = error ? describeError(error, lang) : describePayment(payment!, lang)
  return h(
    'div',
    { class: 'note', tabindex: -1, 'data-focus': true, 'data-code': error?.code ?? '' },
    h('p', {}, text),
  )
}

/** Below the button: what it opens, or why it won't. */
const makeFine = (
  { account, lang }: Ticket,
  [problem, ...others]: Issue[],
  actions: Actions,
): HTMLElement => {
  const t = texts[lang].shop
  if (!problem) return h('p', { class: 'fine', id: 'fine' }, account ? t.fineReal : t.fineSandbox)
  const fix = h(
    'button',
    { type: 'button', class: 'link', id: 'fix', onclick: () => actions.fix(problem.path) },
    t.fix,
  )
  return h(
    'div',
    { class: 'fine problem', 'data-path': problem.path },
    h('p', { id: 'fine' }, t.invalid(others.length + 1), ' ', describeIssue(problem, lang)),
    // The form is in another window there.
    !account && fix,
  )
}

const makeCheckout = (ticket: Ticket, screen: Screen, problems: Issue[], actions: Actions): HTMLElement => {
  const { lang, request } = ticket
  const t = texts[lang].shop
  const isBusy = screen.state === 'open' || screen.state === 'checking'
  // Nobody is invited to pay what may be paid already.
  const isInDoubt = screen.state === 'over' && (screen.error?.mayHavePaid || !!screen.payment)
  // What is no number stands beside its field. A button to pay "NaN" helps nobody.
  const amount = typeof request.amount === 'number' ? request.amount : ticket.order.amount
  const money = formatMoney(amount, String(request.currency ?? ticket.order.currency), lang)
  const label = request.customer_uid ? t.register : t.pay(money)
  const busyLabel = screen.state === 'checking' ? t.checking : t.paying
  const button = isInDoubt
    ? h('button', { id: 'check', class: 'primary', type: 'button', onclick: actions.check }, t.checkAgain)
    : h(
        'button',
        {
          id: 'pay',
          class: 'primary',
          type: 'button',
          disabled: isBusy,
          'aria-describedby': 'fine',
          onclick: actions.pay,
        },
        isBusy ? busyLabel : label,
      )
  return h(
    'div',
    { class: 'checkout' },
    makeContent(
      t.title,
      h('h1', {}, t.title),
      makeNote(screen, lang),
      makeSummary(ticket),
      makeBuyer(ticket),
    ),
    h('div', { class: 'paybar' }, button, !isInDoubt && makeFine(ticket, problems, actions)),
  )
}

/** What a buyer is told of an order that isn't open any more. Where to pay in stands below it. */
const leadOf = (
  { merchant_uid, imp_uid, verdict }: Order,
  error: PayError | undefined,
  lang: Lang,
): string => {
  if (isGood(verdict!)) {
    const stored = { verdict: verdict as GoodVerdict, merchant_uid, imp_uid, payment: null, answer: null }
    return describePayment(stored, lang)
  }
  return error && error.verdict === verdict
    ? describeError(error, lang)
    : texts[lang].shop.leads[verdict as Bad]
}
type Bad = 'mismatch' | 'cancelled'

/** The last screen: what the server has in its books. */
const makeEnd = (ticket: Ticket, screen: Screen & { state: 'over' }, actions: Actions): HTMLElement => {
  const { lang } = ticket
  const t = texts[lang].shop
  const order = screen.order!
  const verdict = order.verdict as keyof typeof t.ends
  const money = (amount: number): string => formatMoney(amount, order.currency, lang)
  const rows: (readonly [string, string])[] = [[t.orderNumber, order.merchant_uid]]
  if (verdict !== 'registered') rows.push([t.orderAmount, money(order.amount)])
  if (order.paid) rows.push([t.paidAmount, money(order.paid)])
  if (order.refunded) rows.push([t.refunded, money(order.refunded)])
  const { bank, number, due } = order.account ?? {}
  if (verdict === 'awaiting' && number) rows.push([t.account, `${bank ?? ''} ${number}`])
  if (verdict === 'awaiting' && due) rows.push([t.due, formatDate(due, lang)])
  const isDone = verdict === 'paid' || verdict === 'registered'
  const seal = isDone ? CHECK : isGood(verdict) ? CLOCK : STOP
  return h(
    'div',
    { class: `end end-${verdict}`, 'data-verdict': verdict },
    makeContent(
      t.ends[verdict],
      h('span', { class: 'seal' }, icon(seal)),
      h('h1', { tabindex: -1, 'data-focus': true }, t.ends[verdict]),
      h('p', { class: 'lead' }, leadOf(order, screen.error, lang)),
      facts(rows),
    ),
    h(
      'div',
      { class: 'paybar' },
      verdict === 'awaiting' &&
        !ticket.account &&
        h('button', { id: 'deposit', class: 'primary', type: 'button', onclick: actions.deposit }, t.deposit),
      ticket.trouble === 'uid-twice' &&
        h('button', { id: 'pay-again', class: 'primary', type: 'button', onclick: actions.pay }, t.payAgain),
      h('button', { id: 'again', class: 'quiet', type: 'button', onclick: actions.again }, t.newOrder),
    ),
  )
}

/** For screen readers: what the page is waiting for. */
export const statusOf = ({ lang }: Ticket, screen: Screen): string => {
  const t = texts[lang].shop
  if (screen.state === 'checking') return t.checking
  return screen.state === 'open' ? t.paying : ''
}

export const makePage = (
  ticket: Ticket | undefined,
  screen: Screen,
  problems: Issue[],
  actions: Actions,
): HTMLElement => {
  if (!ticket) {
    const both = [texts.ko.shop.noOrder, texts.en.shop.noOrder]
    return h('main', { class: 'page' }, ...both.map(text => h('p', {}, h('a', { href: '/' }, text))))
  }
  const t = texts[ticket.lang]
  const end = screen.state === 'over' && screen.order && !isOpen(screen.order) ? screen : undefined
  return h(
    'div',
    { class: 'page' },
    h(
      'header',
      { class: 'shophead' },
      h('span', { class: 'shopname' }, t.shop.name),
      h(
        'span',
        { class: ticket.account ? 'mode mode-real' : 'mode' },
        ticket.account ? t.mode.real(ticket.account) : t.mode.sandbox,
      ),
    ),
    h('main', {}, end ? makeEnd(ticket, end, actions) : makeCheckout(ticket, screen, problems, actions)),
  )
}
