import { pageWith, payInTurn, SDKS } from './calls.mjs'
import { asRatio, median } from './numbers.mjs'
import { withPage } from './pages.mjs'

/** What the clock of a page can tell apart, in ms. */
const TICK = 0.005

const names = {
  sandbox: 'the sandbox: a payment window that opens, approves and closes',
  setTimeout: 'a stub that calls back by setTimeout',
  queueMicrotask: 'a stub that calls back by queueMicrotask',
  'at once': 'a stub that calls back before it returns',
}

export const measureLoaded = async (browser, calls) => {
  const rows = []
  for (const sdk of SDKS) {
    const times = await withPage(browser, pageWith(sdk), page => page.evaluate(payInTurn, calls))
    const ours = median(times.ours)
    const bare = median(times.bare)
    const isTooShort = bare < 2 * TICK
    rows.push([
      names[sdk],
      isTooShort ? `<${2 * TICK}` : bare.toFixed(3),
      ours.toFixed(3),
      (ours - bare).toFixed(3),
      isTooShort ? `>${asRatio(ours, 2 * TICK)}` : asRatio(ours, bare),
    ])
  }
  return {
    title: 'A loaded requestPay()',
    notes: [
      'With the script on the page: requestPay(), validation included, against new Promise(r => IMP.request_pay(request, r)).',
      `Medians of ${calls} payments each way, in turn, each after a pause as before a click, from the call to the line after await.`,
      'What we add does not shrink with what the SDK does. The stubs do nothing at all, so theirs is the ratio of our work to',
      'none. The sandbox is the nearest to a payment that needs no network; the genuine script, which has one, takes longer.',
    ],
    head: ['SDK', 'bare ms', 'requestPay ms', 'added ms', '× bare'],
    machine: ['bare ms', 'requestPay ms', 'added ms'],
    rows,
  }
}
