import { scriptOf } from './bundle.mjs'
import { asMs, asRatio, median } from './numbers.mjs'
import { withPage } from './pages.mjs'
import { ownOf, subjects } from './subjects.mjs'

const HTML = '<!doctype html><html lang="ko"><head><title>shop</title></head><body></body></html>'

/** In the page: runs a bundle as a script, then makes the first call. */
const runOnce = async ([source, call]) => {
  const first = new Function(`return ${call}`)
  const tag = document.createElement('script')
  tag.textContent = source
  const start = performance.now()
  document.head.append(tag)
  const evaluated = performance.now()
  // The vendor's script is refused, and how that ends is not measured.
  Promise.resolve(first()).catch(() => {})
  // What it does behind promises that are fulfilled already is part of the call. Some make their tag only there.
  for (let hop = 0; hop < 20; hop++) await null
  const called = performance.now()
  return { evaluate: evaluated - start, call: called - evaluated }
}

const measureOnce = (browser, { name, call, host }, script, round) =>
  withPage(browser, HTML, async (page, requests) => {
    const failed = new Promise((_, reject) => page.on('crash', () => reject(new Error(`${name} crashed`))))
    // A comment of its own, so that the engine's cache has no such script.
    const times = await Promise.race([page.evaluate(runOnce, [`${script}\n//${round}`, call]), failed])
    // Else there is no telling whether the call was one.
    for (let wait = 0; !requests.some(url => host.test(url)); wait++) {
      if (wait > 300) throw new Error(`${name}: its first call asked nothing of ${host}`)
      await page.waitForTimeout(10)
    }
    return times
  })

export const measureFirstCall = async (browser, rounds) => {
  const measured = subjects.filter(({ call }) => call)
  const scripts = await Promise.all(measured.map(scriptOf))
  const times = measured.map(() => [])
  // One after the other in each round, so that what else the machine does meets all of them. The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [index, subject] of measured.entries()) {
      const once = await measureOnce(browser, subject, scripts[index], round)
      if (round) times[index].push(once)
    }
  }
  const summary = new Map(
    measured.map(({ name }, index) => [
      name,
      {
        evaluate: median(times[index].map(({ evaluate }) => evaluate)),
        call: median(times[index].map(({ call }) => call)),
        sum: median(times[index].map(({ evaluate, call }) => evaluate + call)),
      },
    ]),
  )
  return {
    title: 'Compile, evaluate, first call',
    notes: [
      'The bundle as an inline script in a fresh page of Chromium, then one call that begins to fetch the vendor’s script,',
      `which is refused. Medians of ${rounds} pages. The call counts as long as it blocks the page, not the wait that follows.`,
      'Most of that is the browser’s own work of starting requests: ours starts two (jQuery, the SDK) and a preconnect, the',
      'loaders of others start one. “× ours”: the sum of both against ours of the same kind.',
    ],
    head: ['function or package', 'kind', 'evaluate ms', 'call ms', 'sum ms', '× ours'],
    machine: ['evaluate ms', 'call ms', 'sum ms'],
    rows: measured.map(subject => {
      const { evaluate, call, sum } = summary.get(subject.name)
      const base = summary.get(ownOf(subject).name).sum
      return [subject.name, subject.kind, asMs(evaluate), asMs(call), asMs(sum), asRatio(sum, base)]
    }),
  }
}
