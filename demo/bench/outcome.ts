/** How the last payment ended: for the page, for the buyer, and in the shop's books, which alone count. */
import type { Verdict } from 'iamport-checkout'
import { h } from '../shared/dom.ts'
import { formatMoney } from '../shared/format.ts'
import type { Outcome } from '../shared/link.ts'
import { isGood, type Order } from '../shared/order.ts'
import { texts } from '../texts.ts'
import { makeStaff } from './staff.ts'
import { state } from './store.ts'

const row = (term: string, ...value: (Node | string)[]): HTMLElement[] => [
  h('dt', {}, term),
  h('dd', {}, ...value),
]

const flag = (name: string, value: boolean, hint: string): HTMLElement[] =>
  row(name, h('code', { class: `flag flag-${value}`, 'data-flag': name }, String(value)), ' ', hint)

const makeFailure = ({ code, message, mayHavePaid, retryable, sentence }: Outcome): HTMLElement => {
  const { lang } = state.settings
  const t = texts[lang].outcome
  // Another payment is open: the same call may be made again, but only once that one is over.
  const again = code === 'BUSY' ? t.retryableLater : t.retryable[`${!!retryable}`]
  return h(
    'dl',
    {},
    ...flag('mayHavePaid', !!mayHavePaid, t.mayHavePaid[`${!!mayHavePaid}`]),
    ...flag('retryable', !!retryable, again),
    ...row(t.buyer, sentence[lang]),
    ...row(t.message, h('span', { class: 'lines', lang: 'en' }, message ?? '')),
  )
}

const makeSuccess = ({ isHeard, sentence }: Outcome): HTMLElement => {
  const { lang } = state.settings
  const t = texts[lang].outcome
  return h('div', {}, h('p', {}, isHeard ? t.heard : t.unheard), h('dl', {}, ...row(t.buyer, sentence[lang])))
}

const makeOne = (outcome: Outcome): HTMLElement => {
  const { from, code, verdict, data } = outcome
  return h(
    'article',
    { class: `card ${code ? 'bad' : 'good'}`, 'data-from': from, 'data-code': code ?? '' },
    h('h3', {}, h('code', {}, code ?? verdict ?? ''), h('small', {}, from)),
    code ? makeFailure(outcome) : makeSuccess(outcome),
    Object.keys(data).length
      ? h(
          'details',
          {},
          h('summary', {}, texts[state.settings.lang].outcome.data),
          h('pre', { tabindex: 0 }, JSON.stringify(data, null, 2)),
        )
      : '',
  )
}

const kindOf = (verdict: Verdict): string =>
  isGood(verdict) ? 'good' : verdict === 'unpaid' ? 'warn' : 'bad'

/** What the server has proven. Where there is an order, with what it has in its books. */
const makeVerdict = (verdict: Verdict, order: Order | undefined): HTMLElement => {
  const { lang } = state.settings
  const t = texts[lang]
  const money = (amount: number): string => formatMoney(amount, order?.currency ?? 'KRW', lang)
  const isOther = verdict === 'mismatch' && !!order && order.paid !== order.amount
  return h(
    'article',
    { class: `card ${kindOf(verdict)}`, 'data-verdict': verdict },
    h('h3', {}, h('code', {}, verdict), h('small', {}, t.outcome.server)),
    h('p', {}, order?.verdict === verdict && order.reason ? order.reason[lang] : t.unpaid),
    isOther && h('p', { class: 'compare' }, t.outcome.compare(money(order.paid), money(order.amount))),
    !!order?.refunded && h('p', {}, t.outcome.refunded(money(order.refunded), money(order.paid))),
    h('p', { class: 'hint' }, order?.shipped ? t.outcome.shipped : t.outcome.notShipped),
    !!order && makeStaff(order),
  )
}

export const makeOutcomes = (): HTMLElement[] => {
  const t = texts[state.settings.lang].outcome
  const { outcomes, order, events } = state.run
  if (!outcomes.length) {
    const isRunning = events.some(({ step }) => step === 'clicked')
    return [h('p', { class: 'empty' }, isRunning ? t.running : t.none)]
  }
  const verdict = order?.verdict ?? outcomes.find(it => it.verdict)?.verdict
  return [...outcomes.map(makeOne), ...(verdict ? [makeVerdict(verdict, order)] : [])]
}
