import { expect, test } from '@playwright/test'
import { openShop, routeScripts } from './support/shop.ts'

const PAYMENTS = 1_000

test(`${PAYMENTS} payments on one page: each settles once, and nothing piles up`, async ({ page }) => {
  test.setTimeout(240_000)
  await routeScripts(page)
  // Counts what a payment could leave behind. Timers of the sandbox end by themselves.
  await page.addInitScript(() => {
    const counts = { listeners: 0, observers: 0, intervals: 0 }
    Object.assign(window, { counts })
    const add = EventTarget.prototype.addEventListener
    const remove = EventTarget.prototype.removeEventListener
    const isGlobal = (target: unknown) => !target || target === window || target === document
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
      if (isGlobal(this)) counts.listeners++
      return add.apply(this ?? window, args)
    }
    EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof remove>) {
      if (isGlobal(this)) counts.listeners--
      return remove.apply(this ?? window, args)
    }
    const { observe, disconnect } = MutationObserver.prototype
    MutationObserver.prototype.observe = function (...args) {
      counts.observers++
      return observe.apply(this, args)
    }
    MutationObserver.prototype.disconnect = function () {
      counts.observers--
      return disconnect.apply(this)
    }
    const { setInterval: start, clearInterval: stop } = window
    const intervals = new Set<unknown>()
    Object.assign(window, {
      setInterval: (...args: Parameters<typeof start>) => {
        const id = start(...args)
        intervals.add(id)
        counts.intervals = intervals.size
        return id
      },
      clearInterval: (id: number) => {
        intervals.delete(id)
        counts.intervals = intervals.size
        stop(id)
      },
    })
  })
  // A refused popup is one of the endings.
  await page.addInitScript(() => {
    const native = window.open
    const refused = () => null
    refused.toString = () => native.toString()
    window.open = refused
  })
  await openShop(page)
  await page.addScriptTag({ url: '/e2e/pages/fake-sdk.js' })

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
        const endings: Record<string, number> = {}
        for (let index = first!; index < last!; index++) {
          const scenario = scenarios[Math.floor(random() * scenarios.length)]!
          ;(window as unknown as { fakeSdk(name: string): void }).fakeSdk(scenario)
          const controller = new AbortController()
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
              openTimeout: 20,
              signal: controller.signal,
              onLateResult: () => count('late'),
            },
          ).then(
            () => count('paid'),
            error => count(error.code),
          )
          if (settled !== 1) count('settled more than once')
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
      ...(window as unknown as { counts: object }).counts,
      nodes: document.querySelectorAll('*').length,
      alert: String(window.alert).includes('[native code]'),
      open: String(window.open).includes('[native code]'),
    }))
    return { heap: usedSize, counts }
  }

  const { nodes, ...untouched } = (await measure()).counts
  // The first payments warm the caches of the engine up.
  const endings = await run(0, 200)
  const before = await measure()
  for (const [name, count] of Object.entries(await run(200, PAYMENTS)))
    endings[name] = (endings[name] ?? 0) + count
  const after = await measure()

  expect(Object.values(endings).reduce((sum, count) => sum + count)).toBe(PAYMENTS)
  expect(Object.keys(endings).sort()).toEqual([
    ...['ABORTED', 'CANCELLED', 'PAYMENT_FAILED', 'POPUP_BLOCKED', 'SDK_ERROR', 'WINDOW_NOT_OPENED', 'paid'],
  ])
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
