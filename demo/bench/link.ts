/** Listens to the shop's page, and keeps what it says. */
import { fetchOrder } from '../shared/ask.ts'
import type { Bench } from '../shared/link.ts'
import { showField } from './issues.ts'
import { changed, ENDS, newOrder, state } from './store.ts'

/** How often, and after how many ms, the order is asked for again: the webhook comes when it wants to. */
const LOOKS = [500, 1500, 4000]

const followOrder = (merchant_uid: string): void => {
  for (const ms of LOOKS) {
    setTimeout(async () => {
      if (state.run.order?.merchant_uid !== merchant_uid) return
      const order = await fetchOrder(merchant_uid)
      // Another payment may have begun meanwhile.
      if (!order || state.run.order?.merchant_uid !== merchant_uid) return
      state.run.order = order
      changed()
    }, ms)
  }
}

/** @param onPage what to do with a page of the shop that is there. */
export const listen = (onPage: Bench['onPage']): void => {
  const bench: Bench = {
    onPage,
    onStep(event) {
      const isScript = /^(requested|loaded|loadFailed)$/.test(event.step)
      const { run } = state
      const isOver = run.events.some(({ step }) => ENDS.includes(step))
      if (event.step === 'clicked') {
        state.run = { events: [...state.ahead, event], outcomes: [], order: state.order }
        state.ahead = []
      } else if (isScript && (isOver || !run.events.length)) state.ahead.push(event)
      else run.events.push(event)
      changed()
    },
    onOutcome(outcome) {
      // A page that was loaded again says the same once more.
      state.run.outcomes = [...state.run.outcomes.filter(({ from }) => from !== outcome.from), outcome]
      changed()
    },
    onOrder(order) {
      if (order.merchant_uid === state.order?.merchant_uid) state.order = order
      if (order.verdict === 'paid') state.paidOrder = order
      const isNew = state.run.order?.log.length !== order.log.length
      state.run.order = order
      if (isNew) followOrder(order.merchant_uid)
      changed()
    },
    onNewOrder: () => void newOrder(),
    onFix: showField,
  }
  window.demoBench = bench
}
