/** What the shop's staff does about a paid order: refunds, and looking for what no webhook told of. */
import { fetchOrder, post } from '../shared/ask.ts'
import { byId, h } from '../shared/dom.ts'
import type { Order } from '../shared/order.ts'
import { texts } from '../texts.ts'
import { shopInFrame } from './frame.ts'
import { changed, state } from './store.ts'

type Action = keyof (typeof texts)['ko']['staff']['actions']

/** Has the server do it, and shows what the order has come to. */
const act = async (action: Action, { merchant_uid, imp_uid, amount }: Order): Promise<void> => {
  const t = texts[state.settings.lang].staff
  const half = Math.floor(amount / 2)
  const reply =
    action === 'reconcile'
      ? await post('/demo/reconcile', {})
      : action === 'console'
        ? await post('/demo/refund-unheard', { imp_uid })
        : await post('/demo/refund', { merchant_uid, ...(action === 'half' && { amount: half }) })
  byId('said').textContent = reply.ok ? t.done(t.actions[action]) : t.failed
  const order = await fetchOrder(merchant_uid)
  if (!order || state.run.order?.merchant_uid !== merchant_uid) return
  state.run.order = order
  if (state.order?.merchant_uid === merchant_uid) state.order = order
  shopInFrame()?.onOrder(order)
  changed()
}

/** Each action draws it anew. */
let isUnfolded = false

/** Nothing where there is nothing to give back, and for a merchant's own account, whose money is real. */
export const makeStaff = (order: Order): HTMLElement | false => {
  const { lang, account } = state.settings
  if (account || order.verdict !== 'paid') return false
  const t = texts[lang].staff
  const actions: Action[] = [...(order.refunded ? [] : (['half'] as const)), 'all', 'console', 'reconcile']
  return h(
    'details',
    {
      class: 'staff',
      open: isUnfolded,
      ontoggle: (event: Event) => {
        isUnfolded = (event.target as HTMLDetailsElement).open
      },
    },
    h('summary', { id: 'staff' }, t.title),
    h(
      'div',
      { class: 'actions' },
      ...actions.map(action =>
        h(
          'button',
          { type: 'button', class: 'quiet small', id: `staff-${action}`, onclick: () => act(action, order) },
          t.actions[action],
        ),
      ),
    ),
    h('p', { class: 'hint' }, t.hint),
  )
}
