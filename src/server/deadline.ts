/** Time limits. `AbortSignal.any` came with Node 20.3, so signals are joined by hand. */

/**
 * Runs `work` for at most `ms` milliseconds. Then its signal fires, and the promise rejects with what `onOver` makes,
 * whether `work` listens or not: a shop's store, or a fetch of a test's, may know nothing of signals.
 *
 * @param outer a limit around this one, whose end is an end of this one too.
 */
export const within = async <T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  onOver: () => Error,
  outer?: AbortSignal,
): Promise<T> => {
  const controller = new AbortController()
  let end = () => {}
  const over = new Promise<never>((_, reject) => {
    end = () => {
      const error = onOver()
      reject(error)
      controller.abort(error)
    }
  })
  const timer = setTimeout(end, ms)
  if (outer?.aborted) end()
  outer?.addEventListener('abort', end)
  try {
    return await Promise.race([over, outer?.aborted ? over : work(controller.signal)])
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', end)
  }
}

/** Waits for work that can't fail, but for at most `ms` milliseconds. The work goes on. */
export const upTo = async (ms: number, work: Promise<void>): Promise<void> => {
  const over = new AbortController()
  await Promise.race([work, pause(ms, over.signal)])
  // A timer that is left would keep a process alive.
  over.abort()
}

/** Waits, unless the signal fires before. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
