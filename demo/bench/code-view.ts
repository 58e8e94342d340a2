import serverCode from '../server/verify.ts?raw'
import { byId, h } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { codes } from './code.ts'
import { drawInspector } from './inspector.ts'
import { state } from './store.ts'

const kinds = ['tag', 'esm', 'react', 'server'] as const
let current: (typeof kinds)[number] = 'esm'
let isTyped = false

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
      h(
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
                drawInspector()
              },
            }),
            h('span', {}, t.kinds[kind]),
          ),
        ),
      ),
      h('button', { type: 'button', class: 'quiet small', id: 'copy', onclick: copy }, t.copy),
    ),
    (current === 'esm' || current === 'react') &&
      h(
        'label',
        { class: 'typed' },
        h('input', {
          type: 'checkbox',
          id: 'code-typed',
          checked: isTyped,
          onchange: () => {
            isTyped = !isTyped
            drawInspector()
          },
        }),
        'TypeScript',
      ),
    current === 'server' && h('p', { class: 'hint' }, t.serverHint),
    h('pre', { id: 'code', tabindex: 0, lang: 'en' }, code),
  )
}
