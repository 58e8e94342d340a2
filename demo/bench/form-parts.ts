/** The parts of the form that are not parameters: the cart, and where a redirect lands. */
import { catalogue } from '../shared/catalogue.ts'
import { h } from '../shared/dom.ts'
import { formatMoney } from '../shared/format.ts'
import { texts } from '../texts.ts'
import { usualCurrency } from './gateways.ts'
import { change, state } from './store.ts'

/** What is bought. The price of it is the server's affair. */
export const makeCart = (): HTMLElement => {
  const { settings, order } = state
  const t = texts[settings.lang]
  const currency = order?.currency ?? usualCurrency(settings)
  return h(
    'ul',
    { class: 'cart' },
    ...catalogue.map(({ id, price }) =>
      h(
        'li',
        {},
        h(
          'label',
          { for: `cart-${id}` },
          t.products[id],
          h('small', {}, formatMoney(price[currency], currency, settings.lang)),
        ),
        h('input', {
          id: `cart-${id}`,
          type: 'number',
          min: 0,
          max: 99,
          value: settings.cart[id],
          onchange: (event: Event) => {
            const input = event.target as HTMLInputElement
            const count = Math.max(0, Math.min(99, Math.trunc(Number(input.value) || 0)))
            const cart = { ...state.settings.cart, [id]: count }
            // Nobody orders nothing.
            if (Object.values(cart).some(it => it)) change({ cart })
            input.value = String(state.settings.cart[id])
          },
        }),
      ),
    ),
  )
}

export const makeOptions = (): HTMLElement => {
  const { lang, landing } = state.settings
  const t = texts[lang].form.landings
  return h(
    'div',
    { class: 'radios' },
    ...(['page', 'server'] as const).map(it =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'landing',
          id: `landing-${it}`,
          checked: landing === it,
          onchange: () => change({ landing: it }),
        }),
        h('span', {}, t[it], h('code', {}, it === 'page' ? 'resume()' : 'GET /payments/landing')),
      ),
    ),
  )
}
