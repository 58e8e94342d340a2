/** What happens: how the payment ended, its timeline, what is sent, and the code for it. */
import { byId, fill, h } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { makeCode } from './code-view.ts'
import { makeDiff } from './diff.ts'
import { makeOutcomes } from './outcome.ts'
import { state } from './store.ts'
import { makeTimeline } from './timeline.ts'

const tabs = ['timeline', 'sent', 'code'] as const
type Tab = (typeof tabs)[number]
let current: Tab = 'timeline'

const content = { timeline: makeTimeline, sent: makeDiff, code: makeCode }

const choose = (tab: Tab): void => {
  current = tab
  drawInspector()
  byId(`tab-${tab}`).focus()
}

/** Arrows move, as in every list of tabs. */
const onKey = (event: KeyboardEvent): void => {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (!step) return
  event.preventDefault()
  choose(tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length]!)
}

const makeTab = (tab: Tab): HTMLElement =>
  h(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `tab-${tab}`,
      'aria-controls': 'tabpanel',
      onclick: () => choose(tab),
    },
    texts[state.settings.lang].inspector.tabs[tab],
  )

/** What stays: a live region that is made anew would tell nobody. */
const makeFrame = (): Node[] => {
  const t = texts[state.settings.lang].inspector
  return [
    h('h2', { id: 'inspector-title' }, t.title),
    h('div', { class: 'outcomes', id: 'outcome', 'aria-live': 'polite' }),
    h(
      'div',
      { role: 'tablist', class: 'tabs', 'aria-label': t.title, onkeydown: onKey },
      ...tabs.map(makeTab),
    ),
    h('div', { role: 'tabpanel', id: 'tabpanel', tabindex: 0 }),
  ]
}

let lang = ''
let told = ''

export const drawInspector = (): void => {
  const { settings, run } = state
  if (lang !== settings.lang) {
    lang = settings.lang
    told = ''
    byId('inspector').replaceChildren(...makeFrame())
  }
  const news = JSON.stringify([
    run.outcomes,
    run.order && { ...run.order, log: null },
    run.events.some(({ step }) => step === 'clicked'),
  ])
  if (news !== told) {
    told = news
    fill(byId('outcome'), ...makeOutcomes())
  }
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`)
    button.setAttribute('aria-selected', String(tab === current))
    button.tabIndex = tab === current ? 0 : -1
  }
  const panel = byId('tabpanel')
  panel.setAttribute('aria-labelledby', `tab-${current}`)
  fill(panel, content[current]())
}
