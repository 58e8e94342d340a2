/** The stations of the last payment: the browser's, and the server's beside them. */
import { h } from '../shared/dom.ts'
import type { Step } from '../shared/link.ts'
import { texts } from '../texts.ts'
import { state } from './store.ts'

interface Entry {
  at: number
  name: string
  detail: string
  kind: 'page' | 'server'
  key: string
}

const BAD: readonly Step[] = ['loadFailed', 'invalid', 'refused']

export const makeTimeline = (): HTMLElement => {
  const { settings, run, ahead } = state
  const t = texts[settings.lang]
  const events = run.events.length ? run.events : ahead
  const start = events.find(({ step }) => step === 'clicked')?.at
  const first = events[0]?.at ?? 0
  const entries: Entry[] = [
    ...events.map(({ step, at, detail }) => ({
      at,
      name: t.steps[step],
      detail: detail ?? '',
      kind: 'page' as const,
      key: BAD.includes(step) ? `${step} bad` : step,
    })),
    ...(start ? (run.order?.log ?? []) : [])
      // Of an order that is paid twice, only what belongs to this payment.
      .filter(({ at }) => at >= first)
      .map(({ at, what, detail }) => ({
        at,
        name: t.serverSteps[what],
        detail,
        kind: 'server' as const,
        key: what,
      })),
  ].sort((a, b) => a.at - b.at)
  if (!entries.length) return h('p', { class: 'empty' }, t.inspector.noTimeline)
  const time = (at: number): string => {
    const ms = at - (start ?? first)
    return start && ms < 0 ? t.inspector.before : `${(ms / 1000).toFixed(2)} s`
  }
  return h(
    'ol',
    { class: 'timeline' },
    ...entries.map(({ at, name, detail, kind, key }) =>
      h(
        'li',
        { class: `${kind} ${key}`, 'data-step': key.split(' ')[0] ?? '' },
        h('span', { class: 'time' }, time(at)),
        h(
          'span',
          { class: 'name' },
          name,
          ...(kind === 'server' ? [' ', h('small', { class: 'where' }, t.inspector.atServer)] : []),
        ),
        detail && h('code', { class: 'detail' }, detail),
      ),
    ),
  )
}
