import storeCode from '../../docs/stores/postgres.ts?raw'
import paymentsCode from '../server/payments.ts?raw'
import { byId, h } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { codes } from './code.ts'
import { changed, state } from './store.ts'

/** The files as they run. */
const serverCode = `// demo/server/payments.ts
${paymentsCode}
// docs/stores/postgres.ts
${storeCode}`

const kinds = ['tag', 'esm', 'react', 'server'] as const
let current: (typeof kinds)[number] = 'esm'
let isTyped = false

const makeKinds = (): HTMLElement => {
  const t = texts[state.settings.lang].code
  return h(
    'fieldset',
    { class: 'segments' },
    h('legend', { class: 'hidden' }, t.title),
    ...kinds.map(kind =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'code',
          id: `code-${kind}`,
          checked: kind === current,
          onchange: () => {
            current = kind
            changed()
          },
        }),
        h('span', {}, t.kinds[kind]),
      ),
    ),
  )
}

/** A script on a page is JavaScript, and a component needs no types of its own. */
const makeTyped = (): HTMLElement | false =>
  current === 'esm' &&
  h(
    'label',
    { class: 'typed' },
    h('input', {
      type: 'checkbox',
      id: 'code-typed',
      checked: isTyped,
      onchange: () => {
        isTyped = !isTyped
        changed()
      },
    }),
    'TypeScript',
  )

export const makeCode = (): HTMLElement => {
  const t = texts[state.settings.lang].code
  const code = current === 'server' ? serverCode : codes[current](isTyped)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code)
      byId('said').textContent = t.copied
      byId('copy').textContent = t.copied
    } catch {
      // Refused: the code is selected instead.
      getSelection()?.selectAllChildren(byId('code'))
    }
  }
  return h(
    'div',
    { class: 'code' },
    h(
      'div',
      { class: 'row' },
      makeKinds(),
      h('button', { type: 'button', class: 'quiet small', id: 'copy', onclick: copy }, t.copy),
    ),
    makeTyped(),
    h('p', { class: 'hint' }, t.hints[current]),
    h('pre', { id: 'code', tabindex: 0, lang: 'en' }, code),
  )
}
