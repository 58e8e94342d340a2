/** The request as a form. Which fields it has, the gateway's row decides; what is wrong stands beside the field. */
import type { GatewayCode } from '../../src/types/codes.ts'
import { byId, h, keepFocus } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { required } from './dry-run.ts'
import { allFields, type Field, fieldsOf } from './fields.ts'
import { makeCart, makeOptions } from './form-parts.ts'
import { gatewayCodes, isPayable, methodsOf, nameOf } from './gateways.ts'
import { showIssues } from './issues.ts'
import { makeProducts, productShape } from './products.ts'
import { textOf } from './request.ts'
import { change, keepBuyer, state } from './store.ts'

const type = (path: string, text: string): void =>
  change({ values: { ...state.settings.values, [path]: text } })

const makeControl = (field: Field, props: Record<string, string | boolean>): HTMLElement => {
  const { settings } = state
  const { path, kind } = field
  const value = textOf(field, settings)
  const oninput = (event: Event): void => type(path, (event.target as HTMLInputElement).value)
  if (kind === 'choice') {
    const t = texts[settings.lang].form
    const choices = ['', ...(field.choices ?? [])]
    return h(
      'select',
      { ...props, oninput },
      ...choices.map(it => h('option', { value: it, selected: it === value }, it || t.notSent)),
    )
  }
  if (kind === 'json') {
    const area = h('textarea', {
      ...props,
      rows: Math.min(7, value.split('\n').length),
      spellcheck: 'false',
      oninput,
    })
    area.value = value
    return area
  }
  const types = {
    tel: 'tel',
    email: 'email',
    text: 'text',
    number: 'text',
    products: 'text',
    switch: 'checkbox',
  }
  const input = h('input', { ...props, type: types[kind], autocomplete: 'off' })
  if (kind === 'number') input.inputMode = 'decimal'
  if (kind === 'switch') {
    input.checked = value === 'true'
    input.addEventListener('input', () => type(path, String(input.checked)))
  } else {
    input.value = value
    input.addEventListener('input', oninput)
  }
  return input
}

/** A label, its control, and room for what is wrong with it. */
const makeField = (field: Field, needed: Set<string>): HTMLElement => {
  const t = texts[state.settings.lang]
  const { path, kind } = field
  // A switch is always sent, and "required" beside a box would say that it has to be ticked.
  const isNeeded = needed.has(path) && kind !== 'switch'
  if (kind === 'products') return makeProducts(field, isNeeded)
  const id = `f-${path}`
  const hint = t.fieldHints[path]
  const describedBy = hint ? `${id}-hint ${id}-issue` : `${id}-issue`
  const control = makeControl(field, { id, 'aria-describedby': describedBy, 'data-path': path })
  const label = h(
    'label',
    { for: id },
    h('span', {}, t.fields[path] ?? path, ...(isNeeded ? [' ', h('em', {}, t.form.needed)] : [])),
    h('code', {}, path),
  )
  const issue = h('p', { id: `${id}-issue`, class: 'issue', 'data-issue': path })
  return kind === 'switch'
    ? h('div', { class: 'field switch' }, control, label, issue)
    : h(
        'div',
        { class: 'field' },
        label,
        control,
        hint && h('p', { id: `${id}-hint`, class: 'hint' }, hint),
        issue,
      )
}

const group = (title: string, ...children: (Node | false)[]): HTMLElement =>
  h('fieldset', { class: 'group' }, h('legend', {}, title), ...children)

const makeChoice = (
  path: 'pg' | 'pay_method',
  value: string,
  choices: [value: string, name: string, isOff?: boolean][],
  choose: (value: string) => void,
): HTMLElement => {
  const t = texts[state.settings.lang]
  const id = `f-${path}`
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, h('span', {}, t.fields[path] ?? path), h('code', {}, path)),
    h(
      'select',
      {
        id,
        'aria-describedby': `${id}-issue`,
        onchange: (event: Event) => choose((event.target as HTMLSelectElement).value),
      },
      ...choices.map(([it, name, isOff]) =>
        h('option', { value: it, selected: it === value, disabled: !!isOff }, name),
      ),
    ),
    h('p', { id: `${id}-issue`, class: 'issue', 'data-issue': path }),
  )
}

const chooseGateway = (code: string): void => {
  const pg = code as GatewayCode
  const methods = methodsOf(pg)
  change({
    pg,
    method: methods.includes('card') ? 'card' : (methods[0] ?? ''),
    escrow: false,
    products: null,
    values: keepBuyer(state.settings.values),
  })
}

const makeGateway = (): HTMLElement => {
  const { pg, method, lang, escrow } = state.settings
  const t = texts[lang]
  const gateways = gatewayCodes.map((code): [string, string, boolean] => [
    code,
    isPayable(code) ? `${nameOf(code, lang)} · ${code}` : t.form.notPayable(nameOf(code, lang)),
    !isPayable(code),
  ])
  const methods = methodsOf(pg).map((it): [string, string] => [it, `${t.methods[it] ?? it} · ${it}`])
  const box = h('input', {
    type: 'checkbox',
    id: 'f-escrow',
    checked: escrow,
    onchange: () => change({ escrow: !escrow }),
  })
  const note = t.gatewayNotes[pg]
  return group(
    t.form.gateway,
    makeChoice('pg', pg, gateways, chooseGateway),
    note ? h('p', { class: 'hint' }, note) : false,
    makeChoice('pay_method', method, [['', t.form.notSent], ...methods], it => change({ method: it })),
    h(
      'div',
      { class: 'field switch' },
      box,
      h('label', { for: 'f-escrow' }, h('span', {}, t.fields['escrow']!), h('code', {}, 'escrow')),
    ),
  )
}

/** Samples that changed with the cart or the gateway, in fields that nobody typed in. */
const refresh = (fields: Field[]): void => {
  for (const field of fields) {
    const control = document.getElementById(`f-${field.path}`)
    const isText =
      control instanceof HTMLTextAreaElement ||
      (control instanceof HTMLInputElement && control.type !== 'checkbox')
    if (isText && control !== document.activeElement) control.value = textOf(field, state.settings)
  }
}

let drawn = ''

export const drawForm = (): void => {
  const { settings, order } = state
  const fields = fieldsOf(settings, order)
  const all = allFields(fields)
  const needed = required()
  const { lang, pg, method, escrow, account, landing } = settings
  const shape = JSON.stringify([
    lang,
    pg,
    method,
    escrow,
    account,
    landing,
    all.map(({ path }) => path),
    [...needed],
    productShape(),
  ])
  const form = byId('form')
  if (shape !== drawn) {
    drawn = shape
    const t = texts[lang].form
    const make = (field: Field): HTMLElement => makeField(field, needed)
    const restoreFocus = keepFocus()
    const isOpen = form.querySelector('details')?.open
    form.replaceChildren(
      h('h2', { id: 'form-title' }, t.title),
      h('p', { id: 'issue-count', class: 'count', role: 'status' }),
      h('p', { id: 'other-issues', class: 'issue' }),
      makeGateway(),
      group(t.order, makeCart(), ...fields.order.map(make)),
      group(t.buyer, ...fields.buyer.map(make)),
      fields.gateway.length ? group(t.own, ...fields.gateway.map(make)) : '',
      group(t.landing, makeOptions()),
      h('details', { class: 'group', open: !!isOpen }, h('summary', {}, t.more), ...fields.more.map(make)),
    )
    restoreFocus()
  } else refresh(all)
  showIssues(form)
}
