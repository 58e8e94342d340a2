/** How the last payment ended: for the browser, for the buyer, and for the server, which alone knows. */
import { h } from '../shared/dom.ts'
import { formatMoney } from '../shared/format.ts'
import type { Outcome } from '../shared/link.ts'
import { isGood, isUnpaid, type Verdict } from '../shared/order.ts'
import { texts } from '../texts.ts'
import { state } from './store.ts'

const row = (term: string, ...value: (Node | string)[]): HTMLElement[] => [
  h('dt', {}, term),
  h('dd', {}, ...value),
]

const flag = (name: string, value: boolean, hint: string): HTMLElement[] =>
  row(name, h('code', { class: `flag flag-${value}`, 'data-flag': name }, String(value)), ' ', hint)

const makeOne = (outcome: Outcome): HTMLElement => {
  const { lang } = state.settings
  const t = texts[lang].outcome
  const { from, code, message, mayHavePaid = false, retryable = false, sentence, data } = outcome
  const isSilent = from === 'onUnfinished'
  const title = code ?? (isSilent ? t.unfinished : t.resolved)
  return h(
    'article',
    {
      class: `card ${code ? 'bad' : isSilent ? 'warn' : 'good'}`,
      'data-from': from,
      'data-code': code ?? '',
    },
    h('h3', {}, h('code', {}, title), title !== from && h('small', {}, from)),
    code
      ? h(
          'dl',
          {},
          ...flag('mayHavePaid', mayHavePaid, t.mayHavePaid[`${mayHavePaid}`]),
          ...flag('retryable', retryable, t.retryable[`${retryable}`]),
          ...row(t.buyer, sentence?.[lang] ?? ''),
          ...row(t.message, h('span', { class: 'lines', lang: 'en' }, message ?? '')),
        )
      : h('p', {}, isSilent ? t.unfinishedHint : t.resolvedHint),
    Object.keys(data).length
      ? h('details', {}, h('summary', {}, t.data), h('pre', { tabindex: 0 }, JSON.stringify(data, null, 2)))
      : '',
  )
}

const makeVerdict = ({ code, paidAmount, order }: Verdict): HTMLElement => {
  const { lang } = state.settings
  const t = texts[lang]
  const money = (amount: number): string => formatMoney(amount, order?.currency ?? 'KRW', lang)
  return h(
    'article',
    { class: `card ${isGood(code) ? 'good' : isUnpaid(code) ? 'warn' : 'bad'}`, 'data-verdict': code },
    h('h3', {}, h('code', {}, code), h('small', {}, t.outcome.server)),
    h('p', {}, t.serverSays[code]),
    paidAmount !== undefined && order
      ? h('p', { class: 'compare' }, t.outcome.compare(money(paidAmount), money(order.amount)))
      : '',
  )
}

export const makeOutcomes = (): HTMLElement[] => {
  const t = texts[state.settings.lang].outcome
  const { outcomes, verdict, events } = state.run
  const made = [...outcomes.map(makeOne), ...(verdict ? [makeVerdict(verdict)] : [])]
  if (made.length) return made
  return [h('p', { class: 'empty' }, events.some(({ step }) => step === 'clicked') ? t.running : t.none)]
}
