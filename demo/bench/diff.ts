/** What was asked beside what `IMP.request_pay` gets. */
import { h } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { dryRun } from './dry-run.ts'
import { draftOf } from './request.ts'
import { state } from './store.ts'

type Mark = 'same' | 'added' | 'changed' | 'dropped'

const show = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 1))

export const makeDiff = (): HTMLElement => {
  const { settings, order } = state
  const t = texts[settings.lang].sent
  const prepared = dryRun()
  if (!order || !prepared) return h('p', { class: 'empty' }, t.none)
  const asked = draftOf(settings, order).request as unknown as Record<string, unknown>
  const sent = prepared.params as unknown as Record<string, unknown>
  const names = [...new Set([...Object.keys(asked), ...Object.keys(sent)])]
  const rows = names.map(name => {
    const before = show(asked[name])
    const after = show(sent[name])
    const mark: Mark = !before ? 'added' : !after ? 'dropped' : before === after ? 'same' : 'changed'
    return { name, before, after, mark }
  })
  // What the package did comes first.
  rows.sort((a, b) => Number(a.mark === 'same') - Number(b.mark === 'same'))
  return h(
    'div',
    { class: 'sent' },
    h('p', { class: prepared.leavesPage ? 'hint leaves' : 'hint' }, prepared.leavesPage ? t.leaves : t.stays),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t.title },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h('tr', {}, ...[t.name, t.asked, t.sent].map(title => h('th', { scope: 'col' }, title))),
        ),
        h(
          'tbody',
          {},
          ...rows.map(({ name, before, after, mark }) =>
            h(
              'tr',
              { class: mark, 'data-name': name },
              h('th', { scope: 'row' }, name, mark !== 'same' && h('small', { class: 'tag' }, t.marks[mark])),
              h('td', {}, before),
              h('td', {}, mark === 'same' ? h('span', { class: 'ditto' }, t.same) : after),
            ),
          ),
        ),
      ),
    ),
    h('p', { class: 'hint' }, t.sdkAdds),
  )
}
