/** The products of an escrow order, which KCP and KICC want to have one by one. */
import { h } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { cartRows, type Field } from './fields.ts'
import type { ProductRow } from './settings.ts'
import { change, state } from './store.ts'

const rows = (): ProductRow[] => state.settings.products ?? cartRows(state.settings, state.order)

/** How many rows there are: typing in one doesn't draw the editor anew. */
export const productShape = (): unknown =>
  state.settings.escrow ? [rows().length, !!state.settings.products, !state.settings.products && rows()] : 0

const columns = ['orderNumber', 'name', 'quantity', 'amount'] as const

const edit = (index: number, changes: Partial<ProductRow>): void =>
  change({ products: rows().map((row, at) => (at === index ? { ...row, ...changes } : row)) })

const makeRow = (path: string, row: ProductRow, index: number): HTMLElement => {
  const t = texts[state.settings.lang].form.products
  const cell = (column: (typeof columns)[number]): HTMLElement => {
    const member = `${path}[${index}].${column}`
    const id = `f-${member}`
    const input = h('input', {
      id,
      type: 'text',
      autocomplete: 'off',
      'aria-describedby': `${id}-issue`,
      oninput: (event: Event) => edit(index, { [column]: (event.target as HTMLInputElement).value }),
    })
    input.value = row[column]
    if (column === 'quantity' || column === 'amount') input.inputMode = 'decimal'
    return h(
      'div',
      { class: 'field' },
      h('label', { for: id }, h('span', {}, t[column]), h('code', {}, column)),
      input,
    )
  }
  const issues = columns.map(column => {
    const member = `${path}[${index}].${column}`
    return h('p', { id: `f-${member}-issue`, class: 'issue', 'data-issue': member })
  })
  const remove = h(
    'button',
    {
      type: 'button',
      class: 'link small',
      id: `remove-product-${index}`,
      'aria-label': t.removeOf(index + 1),
      onclick: () => {
        change({ products: rows().filter((_, at) => at !== index) })
        document.getElementById('add-product')?.focus()
      },
    },
    t.remove,
  )
  return h(
    'fieldset',
    { class: 'product' },
    h('legend', {}, t.one(index + 1)),
    ...columns.map(cell),
    ...issues,
    remove,
  )
}

export const makeProducts = ({ path }: Field, isNeeded: boolean): HTMLElement => {
  const { needed, products: t } = texts[state.settings.lang].form
  const add = (): void => {
    const number = `${state.order?.merchant_uid ?? 'order'}-${rows().length + 1}`
    change({ products: [...rows(), { orderNumber: number, name: '', quantity: '1', amount: '' }] })
    document.getElementById(`f-${path}[${rows().length - 1}].name`)?.focus()
  }
  return h(
    'div',
    { class: 'products' },
    h(
      'p',
      { class: 'label' },
      h('span', {}, t.title, ...(isNeeded ? [' ', h('em', {}, needed)] : [])),
      h('code', {}, path),
    ),
    h('p', { id: `f-${path}-issue`, class: 'issue', 'data-issue': path }),
    ...rows().map((row, index) => makeRow(path, row, index)),
    h('button', { type: 'button', class: 'quiet small', id: 'add-product', onclick: add }, t.add),
  )
}
