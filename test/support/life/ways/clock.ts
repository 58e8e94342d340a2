/**
 * Timers as a browser has them: each is a task of its own, also of those that are due at one time, so that promises and observers
 * of the document come in between.
 */
import { vi } from 'vitest'
import { tasks } from './world.ts'

interface Timer {
  id: number
  at: number
  run(): void
  /** Of an interval, in ms. */
  every?: number
}

let now = 0
let count = 0
let timers: Timer[] = []

const start = (run: (...all: unknown[]) => void, ms = 0, every: boolean, all: unknown[]): number => {
  const delay = Math.max(0, Number(ms) || 0)
  const id = ++count
  timers.push({ id, at: now + delay, run: () => run(...all), ...(every && { every: Math.max(1, delay) }) })
  return id
}
const stop = (id: number): void => {
  timers = timers.filter(it => it.id !== id)
}

/** Puts these in the place of the browser's. */
export const useClock = (): void => {
  vi.useRealTimers()
  const RealDate = Date
  vi.stubGlobal('setTimeout', (run: () => void, ms?: number, ...all: unknown[]) => start(run, ms, false, all))
  vi.stubGlobal('setInterval', (run: () => void, ms?: number, ...all: unknown[]) => start(run, ms, true, all))
  vi.stubGlobal('clearTimeout', stop)
  vi.stubGlobal('clearInterval', stop)
  vi.stubGlobal(
    'Date',
    class extends RealDate {
      static override now(): number {
        return 1_800_000_000_000 + now
      }
      constructor(...all: [number]) {
        super(...(all.length ? all : ([1_800_000_000_000 + now] as [number])))
      }
    },
  )
}

/** Forgets all timers: another sequence begins. */
export const resetClock = (): void => {
  timers = []
  now = 0
}

/** One timer at a time, and all that follows from it. */
export const pass = async (ms: number): Promise<void> => {
  await tasks()
  const end = now + ms
  for (;;) {
    let next: Timer | undefined
    for (const it of timers) if (it.at <= end && (!next || it.at < next.at)) next = it
    if (!next) break
    now = Math.max(now, next.at)
    if (next.every) next.at = now + next.every
    else stop(next.id)
    try {
      next.run()
    } catch {
      // Goes to the page's `onerror`, in a browser.
    }
    await tasks()
  }
  now = end
}
