/** The timers behind the clock, which wake it where nobody asks for anything. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeClock } from '../../src/sandbox/server/clock.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

describe('the clock', () => {
  it('does what is due by itself, at its time and in its order', async () => {
    const clock = makeClock(Date.now)
    const done: string[] = []
    clock.at(1_000_300, () => void done.push('late'))
    clock.at(1_000_100, () => void done.push('early'))
    clock.at(1_000_100, () => void done.push('early, too'))
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(99)
    expect(done).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(done).toEqual(['early', 'early, too'])
    await vi.advanceTimersByTimeAsync(200)
    expect(done).toEqual(['early', 'early, too', 'late'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does what is due in the past with the next timer', async () => {
    const clock = makeClock(Date.now)
    const act = vi.fn()
    clock.at(5, act)
    expect(act).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('waits for a month in steps that a timer takes', async () => {
    const month = 31 * 24 * 60 * 60_000
    const clock = makeClock(Date.now)
    const act = vi.fn()
    clock.at(1_000_000 + month, act)
    await vi.advanceTimersByTimeAsync(month - 1)
    expect(act).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('sets no timer for ever where a test holds the time', async () => {
    const clock = makeClock(() => 1_000_000)
    const act = vi.fn()
    clock.at(1_000_100, act)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(act).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
    await clock.advance(100)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('calls off what isn’t to happen any more', async () => {
    const clock = makeClock(Date.now)
    const act = vi.fn()
    const callOff = clock.at(1_000_100, act)
    callOff()
    callOff()
    expect(vi.getTimerCount()).toBe(0)
    await clock.advance(1000)
    expect(act).not.toHaveBeenCalled()
  })

  it('shows each thing its own time while it is moved, and afterwards the time it was moved to', async () => {
    const clock = makeClock(() => 1_000_000)
    const times: number[] = []
    clock.at(1_000_200, () => void times.push(clock.now()))
    clock.at(1_000_100, async () => {
      await Promise.resolve()
      times.push(clock.now())
      clock.at(1_000_150, () => void times.push(clock.now()))
    })
    await clock.advance(500)
    expect(times).toEqual([1_000_100, 1_000_150, 1_000_200])
    expect([clock.now(), clock.seconds()]).toEqual([1_000_500, 1000])
  })
})
