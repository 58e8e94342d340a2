/** PortOne's clock, which a test can move, and what is to happen at a certain time. */

/** `setTimeout` takes no longer delay than this, in ms. */
const LONGEST_TIMER = 2 ** 31 - 1

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Whole seconds since 1970, as the API writes times. */
  seconds(): number
  /**
   * Moves the clock forward and does, one after the other, what was to happen meanwhile; each at its own
   * time. Resolves when all of it is done, webhooks and their answers included.
   */
  advance(ms: number): Promise<void>
  /** Lets something happen at a time (ms since 1970). Returns how to call it off. */
  at(time: number, act: () => void | Promise<void>): () => void
  /** Does what is due by now, without waiting for it. */
  runDue(): void
}

interface Task {
  time: number
  act: () => void | Promise<void>
}

/** @param source milliseconds since 1970: the machine's clock, or a test's. */
export const makeClock = (source: () => number): Clock => {
  let offset = 0
  /** The next one first; of those that are due at the same time, the one that came first. */
  const tasks: Task[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const now = (): number => source() + offset

  const takeDue = (until: number): Task | undefined =>
    tasks[0] && tasks[0].time <= until ? tasks.shift() : undefined

  const runDue = (): void => {
    for (let task = takeDue(now()); task; task = takeDue(now())) void task.act()
    wakeUpForNext()
  }

  /**
   * Nobody may ask for anything until the next task is due, so a timer looks after it. Where the clock stood
   * still meanwhile, it is one that a test moves: no other timer is set, or it would go off for ever.
   */
  const wakeUpForNext = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (!tasks[0]) return
    const next = tasks[0].time
    const before = now()
    const wakeUp = (): void => {
      if (now() >= next || now() > before) runDue()
    }
    timer = setTimeout(wakeUp, Math.min(Math.max(next - before, 0), LONGEST_TIMER))
    // In Node a timer would keep the process alive, for a task that may be due in a month.
    if (typeof timer === 'object') timer.unref()
  }

  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    advance: async ms => {
      const target = now() + ms
      for (let task = takeDue(target); task; task = takeDue(target)) {
        offset += Math.max(task.time - now(), 0)
        await task.act()
      }
      offset += Math.max(target - now(), 0)
      wakeUpForNext()
    },
    at: (time, act) => {
      const task = { time, act }
      const later = tasks.findIndex(other => other.time > time)
      tasks.splice(later < 0 ? tasks.length : later, 0, task)
      if (tasks[0] === task) wakeUpForNext()
      return () => {
        const place = tasks.indexOf(task)
        if (place < 0) return
        tasks.splice(place, 1)
        wakeUpForNext()
      }
    },
    runDue,
  }
}
