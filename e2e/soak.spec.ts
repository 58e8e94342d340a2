import { expect, type Page, test } from '@playwright/test'
import { openBare } from './support/html.ts'
import { openShop, routeScripts } from './support/shop.ts'

const PAYMENTS = 1_000

/** What is there and would go on: what the page was asked for and hasn't been told to stop. */
interface Left {
  listeners: number
  observers: number
  intervals: number
  /** Those that wait. One without a delay is as good as over. */
  timeouts: number
}
const leftIn = (page: Page): Promise<Left> =>
  page.evaluate(() => (window as unknown as { left(): Left }).left())

/**
 * Keeps the books of what a payment or a load could leave behind. One by one, as the browser itself does: what wasn't
 * there can't be taken away, and the same listener twice is one.
 */
const keepBooks = (): void => {
  interface Listener {
    target: EventTarget
    type: string
    act: unknown
    capture: boolean
  }
  const listeners: Listener[] = []
  const observers = new Set<unknown>()
  const timers = new Map<number, 'intervals' | 'timeouts' | 'soon'>()
  const count = (kind: string): number => [...timers.values()].filter(it => it === kind).length
  Object.assign(window, {
    left: (): Left => ({
      listeners: listeners.length,
      observers: observers.size,
      intervals: count('intervals'),
      timeouts: count('timeouts'),
    }),
  })

  // Those of an element go with it.
  const isLasting = (target: unknown) =>
    target === window || target === document || target instanceof AbortSignal
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const indexOf = (
    target: EventTarget,
    type: string,
    act: unknown,
    options?: boolean | EventListenerOptions,
  ) => {
    const capture = typeof options === 'object' ? !!options.capture : !!options
    const index = listeners.findIndex(
      it => it.target === target && it.type === type && it.act === act && it.capture === capture,
    )
    return { capture, index }
  }
  const forget = (...listener: Parameters<typeof indexOf>): void => {
    const { index } = indexOf(...listener)
    if (index >= 0) listeners.splice(index, 1)
  }
  EventTarget.prototype.addEventListener = function (...args) {
    const target = this ?? window
    const [type, act, options] = args
    const { capture, index } = indexOf(target, type, act, options)
    if (act && isLasting(target) && index < 0) {
      listeners.push({ target, type, act, capture })
      const isOnce = typeof options === 'object' && options.once
      if (isOnce) add.call(target, type, () => forget(target, type, act, capture), options)
    }
    return add.apply(target, args)
  }
  EventTarget.prototype.removeEventListener = function (...args) {
    const target = this ?? window
    forget(target, ...args)
    return remove.apply(target, args)
  }

  for (const { prototype } of [MutationObserver, PerformanceObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = prototype as MutationObserver
    Object.assign(prototype, {
      observe(this: MutationObserver, ...args: Parameters<typeof observe>) {
        observers.add(this)
        return observe.apply(this, args)
      },
      disconnect(this: MutationObserver) {
        observers.delete(this)
        return disconnect.call(this)
      },
    })
  }

  const { setTimeout: later, setInterval: often, clearTimeout: stop } = window
  type Act = (...args: unknown[]) => void
  // One clears the timers of the other, too.
  const clear = (id: number): void => {
    timers.delete(id)
    stop(id)
  }
  Object.assign(window, {
    clearTimeout: clear,
    clearInterval: clear,
    setTimeout: (act: Act, ms = 0, ...args: unknown[]) => {
      const id = later(() => {
        timers.delete(id)
        act(...args)
      }, ms)
      timers.set(id, ms > 0 ? 'timeouts' : 'soon')
      return id
    },
    setInterval: (act: Act, ...args: unknown[]) => {
      const id = often(act, ...(args as [number]))
      timers.set(id, 'intervals')
      return id
    },
  })
}

test(`${PAYMENTS} payments on one page: each settles once, and nothing piles up`, async ({ page }) => {
  test.setTimeout(240_000)
  await routeScripts(page)
  await page.addInitScript(keepBooks)
  // A refused popup is one of the endings.
  await page.addInitScript(() => {
    const native = window.open
    const refused = () => null
    refused.toString = () => native.toString()
    window.open = refused
  })
  await openShop(page)
  await page.addScriptTag({ url: '/e2e/pages/instant-sdk.js' })

  const run = (from: number, to: number): Promise<Record<string, number>> =>
    page.evaluate(
      async ([first, last]) => {
        const scenarios = [
          ...['approve', 'decline', 'cancel', 'sync', 'throw'],
          ...['alert-exception', 'popup-blocked', 'popup-blocked-silent', 'stays-open', 'never-opens'],
        ]
        // Seeded: a failure can be had again.
        let seed = first! + 1
        const random = (): number => {
          seed = (seed * 16_807) % 2_147_483_647
          return seed / 2_147_483_647
        }
        // One for all payments, as a page may have it.
        const lasting = new AbortController()
        const endings: Record<string, number> = {}
        for (let index = first!; index < last!; index++) {
          // The last one is paid: it ends the watch for a window of the payment before it.
          const isLast = index === last! - 1
          const scenario = isLast ? 'approve' : scenarios[Math.floor(random() * scenarios.length)]!
          ;(window as unknown as { instantSdk(name: string): void }).instantSdk(scenario)
          const controller = scenario === 'stays-open' ? new AbortController() : lasting
          if (scenario === 'stays-open') setTimeout(() => controller.abort(), 5)
          let settled = 0
          const count = (name: string): void => {
            endings[name] = (endings[name] ?? 0) + 1
            settled++
          }
          await window.IamportCheckout.requestPay(
            { merchant_uid: `order_${index}`, amount: 1000, buyer_tel: '010', pg: 'kcp' },
            {
              userCode: 'imp12345678',
              // Long, where nobody waits for it: a timer that is left would be seen.
              openTimeout: scenario === 'never-opens' ? 20 : 30_000,
              signal: controller.signal,
              onLateResult: () => count('late'),
            },
          ).then(
            () => count('paid'),
            error => count(error.code),
          )
          if (settled !== 1) count('settled more than once')
          // At once: a short one would be over at the end. Where the SDK may still open its window, as when it, or what is
          // around it, throws, the one that puts it away stays until the next payment, which ends it, or for a minute.
          const { timeouts } = (window as unknown as { left(): Left }).left()
          if (timeouts > (/never-opens|throw/.test(scenario) ? 1 : 0)) count(`a timer left by ${scenario}`)
        }
        return endings
      },
      [from, to],
    )

  const measure = async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
    const counts = await page.evaluate(() => ({
      nodes: document.querySelectorAll('*').length,
      alert: String(window.alert).includes('[native code]'),
      open: String(window.open).includes('[native code]'),
    }))
    return { heap: usedSize, counts: { ...counts, ...(await leftIn(page)) } }
  }

  const { nodes, ...untouched } = (await measure()).counts
  // The first payments warm the caches of the engine up.
  const endings = await run(0, 200)
  const before = await measure()
  for (const [name, count] of Object.entries(await run(200, PAYMENTS)))
    endings[name] = (endings[name] ?? 0) + count
  const after = await measure()

  expect(Object.keys(endings).sort()).toEqual([
    ...['ABORTED', 'CANCELLED', 'PAYMENT_FAILED', 'POPUP_BLOCKED', 'SDK_ERROR', 'WINDOW_NOT_OPENED', 'paid'],
  ])
  expect(Object.values(endings).reduce((sum, count) => sum + count)).toBe(PAYMENTS)
  expect(after.counts).toEqual(before.counts)
  // The SDK's dialog is the one element that stays.
  expect(after.counts).toEqual({ ...untouched, nodes: nodes + 1 })
  const growth = (after.heap - before.heap) / (PAYMENTS - 200)
  console.log(
    `soak: ${JSON.stringify(endings)}; heap ${Math.round(before.heap / 1024)} → ${Math.round(after.heap / 1024)} KiB`,
  )
  // One payment's objects are some thousand bytes; if any were kept, it would show.
  expect(growth).toBeLessThan(150)
})

test('loads that fail, and one that succeeds: nothing goes on', async ({ page }) => {
  await page.addInitScript(keepBooks)
  await page.route(/^https:/, route => route.abort())
  await openBare(page)
  const untouched = await leftIn(page)

  const load = (times: number): Promise<string[]> =>
    page.evaluate(async count => {
      const endings: string[] = []
      for (let index = 0; index < count; index++) {
        const options = { userCode: 'imp12345678', retries: 1, timeout: 60_000 }
        await window.IamportCheckout.loadIamport(options).then(
          () => endings.push('loaded'),
          error => endings.push(error.code),
        )
      }
      return endings
    }, times)
  expect(await load(5)).toEqual(Array(5).fill('SDK_LOAD_FAILED'))
  await page.unroute(/^https:/)
  await routeScripts(page)
  expect(await load(1)).toEqual(['loaded'])

  // The sandbox, which was loaded, has its channels by then.
  await page.waitForTimeout(300)
  const { timeouts, ...left } = await leftIn(page)
  const { timeouts: _, ...before } = untouched
  expect(left).toEqual(before)
  expect(timeouts).toBe(0)
})
